"""All calculators, in the order in which they are offered. A new one is a new file and a line here."""

from neutrogui.calculators.anc import AbsoluteNeutrophilCount
from neutrogui.domain.calculator import Catalogue

CATALOGUE = Catalogue((AbsoluteNeutrophilCount(),))

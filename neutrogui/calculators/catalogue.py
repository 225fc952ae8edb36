"""All calculators, in the order in which they are offered. A new one is a new file and a line here."""

from neutrogui.calculators.anc import AbsoluteNeutrophilCount
from neutrogui.calculators.cisne import Cisne
from neutrogui.calculators.clozapine import ClozapineLevel
from neutrogui.calculators.convert import CountConversion
from neutrogui.calculators.febrile import FebrileNeutropenia
from neutrogui.calculators.gcsf import GcsfTier
from neutrogui.calculators.grade import CountGrade
from neutrogui.calculators.interval import DifferentialInterval
from neutrogui.calculators.mascc import MasccIndex
from neutrogui.calculators.reference import ReferenceLimits
from neutrogui.calculators.talcott import TalcottGroups
from neutrogui.domain.calculator import Catalogue

CATALOGUE = Catalogue(
    (
        AbsoluteNeutrophilCount(),
        CountGrade(),
        CountConversion(),
        DifferentialInterval(),
        ReferenceLimits(),
        FebrileNeutropenia(),
        MasccIndex(),
        Cisne(),
        TalcottGroups(),
        GcsfTier(),
        ClozapineLevel(),
    )
)

"""All calculators, in the order in which they are offered. A new one is a new file, a function and a line here.

Only the first is imported with this module: a start that calculates a count has no use for the others.
"""

from collections.abc import Callable, Mapping
from functools import cached_property

from neutrogui.calculators.anc import AbsoluteNeutrophilCount
from neutrogui.domain.calculator import Calculator, Catalogue, Field, Group, Outcome
from neutrogui.domain.language import mark
from neutrogui.domain.problem import Problems


class _Deferred:
    """A calculator that is made, and its module imported, when more than its key and title is asked for."""

    def __init__(self, key: str, title: str, make: Callable[[], Calculator]) -> None:
        self.key = key
        self.title = title
        self._make = make

    @cached_property
    def _calculator(self) -> Calculator:
        return self._make()

    @property
    def formula(self) -> str:
        return self._calculator.formula

    @property
    def source(self) -> str:
        return self._calculator.source

    @property
    def scope(self) -> str:
        return self._calculator.scope

    @property
    def fields(self) -> tuple[Field, ...]:
        return self._calculator.fields

    @property
    def groups(self) -> tuple[Group, ...]:
        return self._calculator.groups

    def evaluate(self, typed: Mapping[str, str]) -> Outcome | Problems:
        return self._calculator.evaluate(typed)


def _grade() -> Calculator:
    from neutrogui.calculators.grade import CountGrade

    return CountGrade()


def _convert() -> Calculator:
    from neutrogui.calculators.convert import CountConversion

    return CountConversion()


def _interval() -> Calculator:
    from neutrogui.calculators.interval import DifferentialInterval

    return DifferentialInterval()


def _reference() -> Calculator:
    from neutrogui.calculators.reference import ReferenceLimits

    return ReferenceLimits()


def _febrile() -> Calculator:
    from neutrogui.calculators.febrile import FebrileNeutropenia

    return FebrileNeutropenia()


def _mascc() -> Calculator:
    from neutrogui.calculators.mascc import MasccIndex

    return MasccIndex()


def _cisne() -> Calculator:
    from neutrogui.calculators.cisne import Cisne

    return Cisne()


def _talcott() -> Calculator:
    from neutrogui.calculators.talcott import TalcottGroups

    return TalcottGroups()


def _gcsf() -> Calculator:
    from neutrogui.calculators.gcsf import GcsfTier

    return GcsfTier()


def _clozapine() -> Calculator:
    from neutrogui.calculators.clozapine import ClozapineLevel

    return ClozapineLevel()


CATALOGUE = Catalogue(
    (
        AbsoluteNeutrophilCount(),
        _Deferred("grade", mark("Grade of a count"), _grade),
        _Deferred("convert", mark("Convert a count"), _convert),
        _Deferred("interval", mark("Interval of a differential count"), _interval),
        _Deferred("reference", mark("Usual limits by population"), _reference),
        _Deferred("febrile", mark("Febrile neutropenia by definition"), _febrile),
        _Deferred("mascc", mark("MASCC risk index"), _mascc),
        _Deferred("cisne", mark("CISNE score"), _cisne),
        _Deferred("talcott", mark("Talcott groups"), _talcott),
        _Deferred("gcsf", mark("G-CSF with chemotherapy: tier of risk"), _gcsf),
        _Deferred("clozapine", mark("Clozapine: level of the count"), _clozapine),
    )
)

"""All calculators, in the order in which they are offered. A new one is a new file and a line here.

Only the first is imported with this module: a start that calculates a count has no use for the others.
"""

from collections.abc import Mapping
from functools import cached_property
from importlib import import_module

from neutrogui.calculators.anc import AbsoluteNeutrophilCount
from neutrogui.domain.calculator import Calculator, Catalogue, Field, Group, Outcome
from neutrogui.domain.problem import Problems


class _Deferred:
    """A calculator whose module is imported when more than its key and title is asked for."""

    def __init__(self, key: str, title: str, class_name: str) -> None:
        self.key = key
        self.title = title
        self._class_name = class_name

    @cached_property
    def _calculator(self) -> Calculator:
        module = import_module(f"neutrogui.calculators.{self.key}")
        calculator: Calculator = getattr(module, self._class_name)()
        return calculator

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


CATALOGUE = Catalogue(
    (
        AbsoluteNeutrophilCount(),
        _Deferred("grade", "Grade of a count", "CountGrade"),
        _Deferred("convert", "Convert a count", "CountConversion"),
        _Deferred("interval", "Interval of a differential count", "DifferentialInterval"),
        _Deferred("reference", "Usual limits by population", "ReferenceLimits"),
        _Deferred("febrile", "Febrile neutropenia by definition", "FebrileNeutropenia"),
        _Deferred("mascc", "MASCC risk index", "MasccIndex"),
        _Deferred("cisne", "CISNE score", "Cisne"),
        _Deferred("talcott", "Talcott groups", "TalcottGroups"),
        _Deferred("gcsf", "G-CSF with chemotherapy: tier of risk", "GcsfTier"),
        _Deferred("clozapine", "Clozapine: level of the count", "ClozapineLevel"),
    )
)

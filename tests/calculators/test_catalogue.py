"""What holds for every calculator: it says where it comes from, and can be filled in from its declaration alone."""

import pytest
from evaluating import outcome

from neutrogui.calculators.catalogue import CATALOGUE
from neutrogui.domain.calculator import Calculator, FieldKind
from neutrogui.domain.problem import Problems
from neutrogui.store.library import SqliteLibrary

EXAMPLES = {
    "anc": {"wbc": "1.2", "wbc_unit": "10^9/L", "segmented": "35", "bands": "5"},
    "grade": {"anc": "480", "anc_unit": "/uL", "scheme": "who"},
    "interval": {"cells": "10", "counted": "100"},
    "convert": {"value": "0.48", "unit": "10^9/L"},
    "reference": {"anc": "1300", "anc_unit": "/uL", "population": "duffy-null-usa"},
    "febrile": {
        "definition": "idsa-2010",
        "temperature": "101.3",
        "temperature_unit": "F",
        "sustained_minutes": "0",
        "anc": "0.4",
        "anc_unit": "10^9/L",
        "expected_below_500": "no",
    },
    "mascc": {
        "burden": "moderate",
        "systolic": "120",
        "copd": "no",
        "tumour": "solid",
        "previous_fungal_infection": "no",
        "dehydration": "no",
        "setting": "outpatient",
        "age": "50",
    },
    "cisne": {
        "ecog": "1",
        "glucose": "5.5",
        "glucose_unit": "mmol/L",
        "diabetes_or_steroids": "no",
        "copd": "no",
        "chronic_cardiovascular": "no",
        "mucositis_grade": "0",
        "monocytes": "0.1",
        "monocytes_unit": "10^9/L",
    },
    "talcott": {"inpatient_at_onset": "no", "serious_comorbidity": "no", "cancer_controlled": "yes"},
    "gcsf": {"risk": "20", "policy": "over-20"},
    "clozapine": {"region": "us", "population": "general", "anc": "1.4", "anc_unit": "10^9/L"},
}
"""Something that can be worked out with each calculator."""

ENTRIES = {
    "anc": "levels-of-neutropenia",
    "grade": "levels-of-neutropenia",
    "interval": "absolute-neutrophil-count",
    "convert": "complete-blood-count",
    "reference": "duffy-null-count",
    "febrile": "fever-with-a-low-count",
    "mascc": "fever-with-a-low-count",
    "cisne": "fever-with-a-low-count",
    "talcott": "fever-with-a-low-count",
    "gcsf": "g-csf",
    "clozapine": "psychiatric-medicines",
}
"""The entry that explains the result."""

calculators = pytest.mark.parametrize("calculator", CATALOGUE.calculators, ids=lambda calculator: calculator.key)


def test_every_calculator_has_its_own_key_and_title() -> None:
    keys = [calculator.key for calculator in CATALOGUE.calculators]
    titles = [calculator.title for calculator in CATALOGUE.calculators]
    assert keys
    assert len(set(keys)) == len(keys)
    assert len(set(titles)) == len(titles)
    for calculator in CATALOGUE.calculators:
        assert CATALOGUE.get(calculator.key) is calculator


@calculators
def test_a_calculator_names_its_formula_and_its_source(calculator: Calculator) -> None:
    assert "=" in calculator.formula
    assert any(character.isdigit() for character in calculator.source), "a source has a year"
    assert "\n" not in calculator.formula + calculator.source + calculator.title


@calculators
def test_a_number_has_a_unit_and_bounds_and_a_choice_has_choices(calculator: Calculator) -> None:
    keys = [field.key for field in calculator.fields]
    assert len(set(keys)) == len(keys)
    for field in calculator.fields:
        assert field.label
        if field.kind is FieldKind.CHOICE:
            assert len({choice.key for choice in field.choices}) == len(field.choices) > 1
            assert field.lower is field.upper is None
        else:
            assert bool(field.unit) != bool(field.unit_field), "a number has a unit of its own or one beside it"
            assert field.lower is not None
            assert field.upper is not None
            assert field.lower < field.upper
            assert not field.unit_field or field.unit_field in keys


@calculators
def test_a_field_is_declared_in_full(calculator: Calculator) -> None:
    for field in calculator.fields:
        assert all(isinstance(text, str) for text in (field.unit, field.hint, field.group, field.section))
        assert field.label[:1].isupper()
        assert isinstance(field.optional, bool)
    labels = [(field.label, field.group) for field in calculator.fields]
    assert len(set(labels)) == len(labels)


@calculators
def test_a_field_is_optional_where_it_is_folded_away(calculator: Calculator) -> None:
    assert all(field.optional for field in calculator.fields if field.section)


@calculators
def test_every_alternative_has_fields_and_every_field_a_known_alternative(calculator: Calculator) -> None:
    groups = [group.key for group in calculator.groups]
    assert {field.group for field in calculator.fields} - {""} == set(groups)


@calculators
def test_nothing_filled_in_is_refused_beside_a_field(calculator: Calculator) -> None:
    result = calculator.evaluate({})
    assert isinstance(result, Problems)
    assert {problem.field for problem in result.problems} <= {field.key for field in calculator.fields}


@calculators
def test_a_result_names_its_entry_and_the_source_of_its_grades(calculator: Calculator) -> None:
    result = outcome(calculator, EXAMPLES[calculator.key])
    assert result.entry == ENTRIES[calculator.key]
    assert all(grade.scale.source and grade.band in grade.scale.bands for grade in result.grades)


@calculators
def test_the_entry_that_a_result_leads_to_is_there(calculator: Calculator, content_library: SqliteLibrary) -> None:
    assert content_library.entry(ENTRIES[calculator.key]).title


def test_the_catalogue_names_each_calculator_as_it_names_itself():
    """Keys and titles stand in the catalogue too, so that a menu can be made before a calculator is imported."""
    for offered in CATALOGUE.calculators[1:]:
        itself = offered._calculator
        assert (offered.key, offered.title) == (itself.key, itself.title)
        assert (offered.fields, offered.groups, offered.scope) == (itself.fields, itself.groups, itself.scope)

"""Blood counts on clozapine: the level of a count by the US label, the UK table and the EU letter, and what they say.

The same count means different things: 1,400 /µL goes on by the US label and the EU letter and stops treatment by the
UK table. So every table answers with its date, and the user says whose answer is the result. UK limits for benign
ethnic neutropenia were not read. The EU letter is that of 8 September 2025 to healthcare professionals.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from neutrogui.calculators.plausible import ONE_KIND_OF_WHITE_CELL, WHITE_CELLS, unit_questions
from neutrogui.calculators.reading import Reading, count_fields
from neutrogui.domain.calculator import Band, Caution, Choice, Field, FieldKind, Finding, Outcome, Scale
from neutrogui.domain.problem import Problems
from neutrogui.domain.quantity import PER_LITRE, PER_UL, Count

US_SOURCE = (
    "US label as of 2022: Clozaril tables in Correll, CNS Drugs 2022;36:659-679, tables 6 and 7 (PMC9243911). "
    "The REMS ended on 13 June 2025, with the monitoring frequencies unchanged (newclozapinerems.com). "
    "The tables of the 2025 labels were not read"
)
UK_SOURCE = (
    "UK as of 2022 to October 2024: SmPCs of Denzapine, May 2022 (emc 6078), and Zaponex, October 2024 (emc 7138: "
    "routine); MIMS, table of Cloril for the first 18 weeks; NHS Borders, Clozapine red alert (undated copy); no "
    "re-exposure, and review by the MHRA still open: written answer 104110 of 13 January 2026"
)
EU_SOURCE = (
    "Summaries (secondary) of the direct healthcare professional communication of 8 September 2025: fpress.it (AIFA), "
    "pharma365.fr and ifap.de. The earlier limits, for France: product text of Clozapine Zentiva, April 2021 (start); "
    "Le Quotidien du Médecin, 9 July 2025 (stop)"
)

US_GENERAL = Scale(
    "us-general",
    "US label, general population",
    (
        Band("severe", "Severe neutropenia", Decimal(0), Decimal(500)),
        Band("moderate", "Moderate neutropenia", Decimal(500), Decimal(1000)),
        Band("mild", "Mild neutropenia", Decimal(1000), Decimal(1500)),
        Band("normal", "Normal range", Decimal(1500), None),
    ),
    US_SOURCE,
)
US_BEN = Scale(
    "us-ben",
    "US label, benign ethnic neutropenia",
    (
        Band("severe", "Severe neutropenia", Decimal(0), Decimal(500)),
        Band("neutropenia", "Neutropenia", Decimal(500), Decimal(1000)),
        Band("normal", "Normal range for BEN", Decimal(1000), None),
    ),
    US_SOURCE,
)
UK_NEUTROPHILS = Scale(
    "uk-neutrophils",
    "UK table, neutrophils",
    (
        Band("red", "Red", Decimal(0), Decimal(1500)),
        Band("amber", "Amber", Decimal(1500), Decimal(2000)),
        Band("green", "Green", Decimal(2000), None),
    ),
    UK_SOURCE,
)
UK_WHITE_CELLS = Scale(
    "uk-white-cells",
    "UK table, white cells",
    (
        Band("red", "Red", Decimal(0), Decimal(3000)),
        Band("amber", "Amber", Decimal(3000), Decimal(3500)),
        Band("green", "Green", Decimal(3500), None),
    ),
    UK_SOURCE,
)
EU_GENERAL = Scale(
    "eu-general",
    "EU letter, general population",
    (
        Band("red", "Red", Decimal(0), Decimal(1000)),
        Band("amber", "Amber", Decimal(1000), Decimal(1500)),
        Band("green", "Green", Decimal(1500), None),
    ),
    EU_SOURCE,
)
"""Mild neutropenia is printed as 1,000 to 1,500; exactly 1,500 is green, since treatment may be begun there."""

EU_BEN = Scale(
    "eu-ben",
    "EU letter, benign ethnic neutropenia",
    (
        Band("red", "Red", Decimal(0), Decimal(500)),
        Band("amber", "Amber", Decimal(500), Decimal(1000)),
        Band("green", "Green", Decimal(1000), None),
    ),
    EU_SOURCE,
)
"""Mild neutropenia is printed as 500 to 1,000; exactly 1,000 is green, since treatment may be begun there."""

_US_ROUTINE = (
    "The US label continues treatment, with counts weekly for 6 months, every 2 weeks to 12 months, then monthly."
)
_US_INTERRUPTED = "The US label interrupts treatment, with a haematologist’s advice and daily counts"
_NO_RECHALLENGE = "; it has no rechallenge unless the benefit outweighs the risk."
_EU_ACTIONS = {
    "green": "The EU letter continues treatment, with counts weekly for 18 weeks, then monthly to one year; without "
    "any neutropenia every 12 weeks in the second year, then yearly.",
    "amber": "The EU letter continues treatment if the count recovers or stays stable, then with monthly counts; how "
    "often to count until then was not read.",
    "red": "The EU letter stops treatment at once, by one of its summaries for good, with weekly counts for 4 weeks.",
}

ACTIONS = {
    "us-general": {
        "normal": _US_ROUTINE,
        "mild": "The US label continues treatment, with counts three times weekly; a first count below 1,500 /µL is "
        "repeated within 24 hours.",
        "moderate": f"{_US_INTERRUPTED}, then three times weekly; treatment is resumed at 1,000 /µL or more. A first "
        "count below 1,500 /µL is repeated within 24 hours.",
        "severe": f"{_US_INTERRUPTED}{_NO_RECHALLENGE} A first count below 1,500 /µL is repeated within 24 hours.",
    },
    "us-ben": {
        "normal": _US_ROUTINE,
        "neutropenia": "The US label continues treatment, with counts three times weekly; a first count below 1,000 "
        "/µL is repeated within 24 hours.",
        "severe": f"{_US_INTERRUPTED}{_NO_RECHALLENGE} A first count below 1,000 /µL is repeated within 24 hours.",
    },
    "uk": {
        "green": "The UK table continues treatment, with counts weekly for 18 weeks, every 2 weeks to week 52, then "
        "every 4 weeks.",
        "amber": "The UK table has counts twice weekly.",
        "red": "The UK table stops treatment, with daily counts; a written answer of January 2026 has no re-exposure "
        "after a red result.",
    },
    "eu-general": _EU_ACTIONS,
    "eu-ben": _EU_ACTIONS,
}
"""What the label, table or letter says, by table and level; told, not ordered."""

FIELDS = (
    Field(
        "region",
        "Table",
        FieldKind.CHOICE,
        choices=(Choice("us", "US"), Choice("uk", "UK"), Choice("eu", "EU")),
        hint="Whose answer is the result; the others are shown beside it",
    ),
    Field(
        "population",
        "Person",
        FieldKind.CHOICE,
        choices=(Choice("general", "General population"), Choice("ben", "Benign ethnic neutropenia (BEN)")),
        hint="BEN by at least two counts before treatment (US label)",
    ),
    *count_fields("anc", "Neutrophils (ANC)"),
    *count_fields("wbc", "White cells (WBC)", hint="Only the UK table needs it", optional=True),
)


@dataclass(frozen=True, slots=True)
class _Level:
    """What one table says of the counts: `table` is the key of its actions."""

    table: str
    name: str
    key: str
    label: str
    rule: str
    source: str

    @property
    def action(self) -> str:
        return ACTIONS[self.table][self.key]


class ClozapineLevel:
    """The calculator `clozapine`."""

    key = "clozapine"
    title = "Clozapine: level of the count"
    formula = (
        "Level = US label and EU letter: neutrophils alone; UK table: the lower level of neutrophils and white cells"
    )
    source = (
        "US label as of 2022 (PMC9243911); UK as of 2022 to October 2024 (SmPCs, MIMS, NHS Borders); EU letter of 8 "
        "September 2025 (secondary)"
    )
    scope = (
        "For counts during treatment, by US, UK and EU tables of 2022 to 2025: the label now in force decides. Other "
        "countries have limits of their own. Not verified: UK limits for BEN. Fever or a sore throat is reported at "
        "once at any level."
    )
    fields = FIELDS
    groups = ()

    def evaluate(self, typed: Mapping[str, str]) -> Outcome | Problems:
        """The level of the counts in the table chosen and what that table says; `findings` hold every table.

        In the UK either count can decide. Problem codes: those of `Reading`; `missing` on `wbc` for the UK;
        `not-verified` for benign ethnic neutropenia in the UK. Cautions: `tables-differ` where the UK table stops
        treatment and the table chosen does not; `white-cells-not-used`; `check-unit` and `more-than-all`, which ask.
        """
        reading = Reading(FIELDS, typed)
        region, population = reading.choice("region"), reading.choice("population")
        anc, wbc = reading.count("anc"), reading.count("wbc")
        if region == "uk" and not reading.filled("wbc"):
            reading.refuse(
                "wbc", "missing", "Type the white cells, too, with their unit: the UK table needs both counts."
            )
        if region == "uk" and population == "ben":
            message = (
                "The UK limits for benign ethnic neutropenia were not verified, so no level is given. The US label and "
                "the EU letter have limits for it."
            )
            reading.refuse("population", "not-verified", message)
        if reading.problems is not None:
            return reading.problems
        assert region is not None
        assert population is not None
        assert anc is not None
        levels = [_by_neutrophils(scale, anc) for scale in (US_GENERAL, US_BEN, EU_GENERAL, EU_BEN)]
        uk = _uk(anc, wbc)
        if uk is not None:
            levels.append(uk)
        chosen = next(level for level in levels if level.table in (region, f"{region}-{population}"))
        cautions = (*_stopped_elsewhere(population, chosen, levels), *_cautions(region, anc, wbc, typed))
        return _outcome(region, population, anc, wbc, chosen, levels, cautions)


_UK_TABLE = "UK table, general population"
_SINCE_2025 = "; since September 2025, for neutrophils alone; the colours are borrowed from the UK table"
_NOTES = {
    "uk": "; not verified for benign ethnic neutropenia; amber and red were read for the first 18 weeks",
    "eu-general": f"{_SINCE_2025}. Before, in France: begun at neutrophils of 2,000 /µL or more and white cells of "
    "3,500 /µL or more, stopped below 1,500 neutrophils/µL",
    "eu-ben": _SINCE_2025,
}
"""What is told of a table beside the rule."""


def _by_neutrophils(scale: Scale, anc: Count) -> _Level:
    band = scale.grade(anc.per_ul).band
    return _Level(scale.key, scale.name, band.key, band.label, f"Neutrophils {band.range_text}", scale.source)


def _uk(anc: Count, wbc: Count | None) -> _Level | None:
    """The lower of two levels; None where it depends on white cells that are not there."""
    by_severity = [band.key for band in UK_NEUTROPHILS.bands]
    bands = [("Neutrophils", UK_NEUTROPHILS.grade(anc.per_ul).band)]
    if wbc is not None:
        bands.append(("White cells", UK_WHITE_CELLS.grade(wbc.per_ul).band))
    elif bands[0][1].key != "red":
        return None
    _, lowest = min(bands, key=lambda named: by_severity.index(named[1].key))
    rule = "; ".join(f"{name} {band.range_text}: {band.key}" for name, band in bands)
    return _Level("uk", _UK_TABLE, lowest.key, lowest.label, rule, UK_SOURCE)


def _stopped_elsewhere(population: str, chosen: _Level, levels: list[_Level]) -> tuple[Caution, ...]:
    """Says that the UK table, which knows the general population only, stops where the table chosen goes on."""
    red = next((each for each in levels if each.table == "uk" and each.key == "red"), None)
    if red is None or population == "ben" or chosen.key not in ("normal", "mild", "green", "amber"):
        return ()
    message = f"Tables differ here: {chosen.name}: {chosen.label}; {red.name}: {red.label}. {red.action}"
    return (Caution("tables-differ", message, field="region"),)


def _cautions(region: str, anc: Count, wbc: Count | None, typed: Mapping[str, str]) -> list[Caution]:
    cautions = [*unit_questions("anc", anc, typed, ONE_KIND_OF_WHITE_CELL)]
    if wbc is None:
        return cautions
    cautions += unit_questions("wbc", wbc, typed, WHITE_CELLS)
    if anc > wbc:
        message = (
            f"Neutrophils ({anc.text_in(PER_UL)}) are more than all white cells ({wbc.text_in(PER_UL)}). Is that right?"
        )
        cautions.append(Caution("more-than-all", message, field="anc", asks=True))
    if region != "uk":
        table = {"us": "US label", "eu": "EU letter"}[region]
        message = f"The {table} does not use the white cells: the level is that of the neutrophils alone."
        cautions.append(Caution("white-cells-not-used", message, field="wbc"))
    return cautions


def _findings(levels: list[_Level]) -> tuple[Finding, ...]:
    found = [
        Finding(
            level.table,
            level.name,
            f"{level.label}. {level.action}",
            level.rule + _NOTES.get(level.table, ""),
            level.source,
        )
        for level in levels
    ]
    if all(level.table != "uk" for level in levels):
        rule = f"The lower level of neutrophils and white cells{_NOTES['uk']}"
        found.append(Finding("uk", _UK_TABLE, "No level without the white cells.", rule, UK_SOURCE))
    return tuple(found)


def _outcome(
    region: str,
    population: str,
    anc: Count,
    wbc: Count | None,
    chosen: _Level,
    levels: list[_Level],
    cautions: tuple[Caution, ...],
) -> Outcome:
    counts = f"neutrophils {anc.text_in(PER_UL)} = {anc.text_in(PER_LITRE)}"
    if wbc is not None:
        counts += f", white cells {wbc.text_in(PER_UL)} = {wbc.text_in(PER_LITRE)}"
    working = f"{counts}. {chosen.name}: {chosen.rule} = {chosen.label}"
    return Outcome(
        values={"level": chosen.key, "action": chosen.action, "region": region, "population": population},
        headline=f"{chosen.label} ({region.upper()})",
        also=chosen.action,
        working=working,
        line=f"Clozapine, {working}. {chosen.action} Source: {chosen.source}",
        count_per_ul=anc.per_ul,
        cautions=cautions,
        entry="psychiatric-medicines",
        source=chosen.source,
        findings=_findings(levels),
    )

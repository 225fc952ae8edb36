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
from neutrogui.domain.language import mark, say
from neutrogui.domain.problem import Problems
from neutrogui.domain.quantity import PER_LITRE, PER_UL, Count

US_SOURCE = mark(
    "US label as of 2022: Clozaril tables in Correll, CNS Drugs 2022;36:659-679, tables 6 and 7 (PMC9243911). "
    "The REMS ended on 13 June 2025, with the monitoring frequencies unchanged (newclozapinerems.com). "
    "The tables of the 2025 labels were not read"
)
UK_SOURCE = mark(
    "UK as of 2022 to October 2024: SmPCs of Denzapine, May 2022 (emc 6078), and Zaponex, October 2024 (emc 7138: "
    "routine); MIMS, table of Cloril for the first 18 weeks; NHS Borders, Clozapine red alert (undated copy); no "
    "re-exposure, and review by the MHRA still open: written answer 104110 of 13 January 2026"
)
EU_SOURCE = mark(
    "Summaries (secondary) of the direct healthcare professional communication of 8 September 2025: fpress.it (AIFA), "
    "pharma365.fr and ifap.de. The earlier limits, for France: product text of Clozapine Zentiva, April 2021 (start); "
    "Le Quotidien du Médecin, 9 July 2025 (stop)"
)

US_GENERAL = Scale(
    "us-general",
    mark("US label, general population"),
    (
        Band("severe", mark("Severe neutropenia"), Decimal(0), Decimal(500)),
        Band("moderate", mark("Moderate neutropenia"), Decimal(500), Decimal(1000)),
        Band("mild", mark("Mild neutropenia"), Decimal(1000), Decimal(1500)),
        Band("normal", mark("Normal range"), Decimal(1500), None),
    ),
    US_SOURCE,
)
US_BEN = Scale(
    "us-ben",
    mark("US label, benign ethnic neutropenia"),
    (
        Band("severe", mark("Severe neutropenia"), Decimal(0), Decimal(500)),
        Band("neutropenia", mark("Neutropenia"), Decimal(500), Decimal(1000)),
        Band("normal", mark("Normal range for BEN"), Decimal(1000), None),
    ),
    US_SOURCE,
)
UK_NEUTROPHILS = Scale(
    "uk-neutrophils",
    "UK table, neutrophils",
    (
        Band("red", mark("Red"), Decimal(0), Decimal(1500)),
        Band("amber", mark("Amber"), Decimal(1500), Decimal(2000)),
        Band("green", mark("Green"), Decimal(2000), None),
    ),
    UK_SOURCE,
)
UK_WHITE_CELLS = Scale(
    "uk-white-cells",
    "UK table, white cells",
    (
        Band("red", mark("Red"), Decimal(0), Decimal(3000)),
        Band("amber", mark("Amber"), Decimal(3000), Decimal(3500)),
        Band("green", mark("Green"), Decimal(3500), None),
    ),
    UK_SOURCE,
)
EU_GENERAL = Scale(
    "eu-general",
    mark("EU letter, general population"),
    (
        Band("red", mark("Red"), Decimal(0), Decimal(1000)),
        Band("amber", mark("Amber"), Decimal(1000), Decimal(1500)),
        Band("green", mark("Green"), Decimal(1500), None),
    ),
    EU_SOURCE,
)
"""Mild neutropenia is printed as 1,000 to 1,500; exactly 1,500 is green, since treatment may be begun there."""

EU_BEN = Scale(
    "eu-ben",
    mark("EU letter, benign ethnic neutropenia"),
    (
        Band("red", mark("Red"), Decimal(0), Decimal(500)),
        Band("amber", mark("Amber"), Decimal(500), Decimal(1000)),
        Band("green", mark("Green"), Decimal(1000), None),
    ),
    EU_SOURCE,
)
"""Mild neutropenia is printed as 500 to 1,000; exactly 1,000 is green, since treatment may be begun there."""

_US_ROUTINE = mark(
    "The US label continues treatment, with counts weekly for 6 months, every 2 weeks to 12 months, then monthly."
)
_EU_ACTIONS = {
    "green": mark(
        "The EU letter continues treatment, with counts weekly for 18 weeks, then monthly to one year; without any "
        "neutropenia every 12 weeks in the second year, then yearly."
    ),
    "amber": mark(
        "The EU letter continues treatment if the count recovers or stays stable, then with monthly counts; how often "
        "to count until then was not read."
    ),
    "red": mark(
        "The EU letter stops treatment at once, by one of its summaries for good, with weekly counts for 4 weeks."
    ),
}

ACTIONS = {
    "us-general": {
        "normal": _US_ROUTINE,
        "mild": mark(
            "The US label continues treatment, with counts three times weekly; a first count below 1,500 /µL is "
            "repeated within 24 hours."
        ),
        "moderate": mark(
            "The US label interrupts treatment, with a haematologist’s advice and daily counts, then three times "
            "weekly; treatment is resumed at 1,000 /µL or more. A first count below 1,500 /µL is repeated within 24 "
            "hours."
        ),
        "severe": mark(
            "The US label interrupts treatment, with a haematologist’s advice and daily counts; it has no rechallenge "
            "unless the benefit outweighs the risk. A first count below 1,500 /µL is repeated within 24 hours."
        ),
    },
    "us-ben": {
        "normal": _US_ROUTINE,
        "neutropenia": mark(
            "The US label continues treatment, with counts three times weekly; a first count below 1,000 /µL is "
            "repeated within 24 hours."
        ),
        "severe": mark(
            "The US label interrupts treatment, with a haematologist’s advice and daily counts; it has no rechallenge "
            "unless the benefit outweighs the risk. A first count below 1,000 /µL is repeated within 24 hours."
        ),
    },
    "uk": {
        "green": mark(
            "The UK table continues treatment, with counts weekly for 18 weeks, every 2 weeks to week 52, then every 4 "
            "weeks."
        ),
        "amber": mark("The UK table has counts twice weekly."),
        "red": mark(
            "The UK table stops treatment, with daily counts; a written answer of January 2026 has no re-exposure "
            "after a red result."
        ),
    },
    "eu-general": _EU_ACTIONS,
    "eu-ben": _EU_ACTIONS,
}
"""What the label, table or letter says, by table and level, to be said when shown; told, not ordered."""

FIELDS = (
    Field(
        "region",
        mark("Table"),
        FieldKind.CHOICE,
        choices=(Choice("us", mark("US")), Choice("uk", mark("UK")), Choice("eu", mark("EU"))),
        hint=mark("Whose answer is the result; the others are shown beside it"),
    ),
    Field(
        "population",
        mark("Person"),
        FieldKind.CHOICE,
        choices=(Choice("general", mark("General population")), Choice("ben", mark("Benign ethnic neutropenia (BEN)"))),
        hint=mark("BEN by at least two counts before treatment (US label)"),
    ),
    *count_fields("anc", mark("Neutrophils (ANC)"), unit_label=mark("Unit: Neutrophils (ANC)")),
    *count_fields(
        "wbc",
        mark("White cells (WBC)"),
        unit_label=mark("Unit: White cells (WBC)"),
        hint=mark("Only the UK table needs it"),
        optional=True,
    ),
)


@dataclass(frozen=True, slots=True)
class _Level:
    """What one table says of the counts, in the language of the screens: `table` is the key of its actions."""

    table: str
    name: str
    key: str
    label: str
    rule: str
    source: str

    @property
    def action(self) -> str:
        return say(ACTIONS[self.table][self.key])


class ClozapineLevel:
    """The calculator `clozapine`."""

    key = "clozapine"
    title = mark("Clozapine: level of the count")
    formula = mark(
        "Level = US label and EU letter: neutrophils alone; UK table: the lower level of neutrophils and white cells"
    )
    source = mark(
        "US label as of 2022 (PMC9243911); UK as of 2022 to October 2024 (SmPCs, MIMS, NHS Borders); EU letter of 8 "
        "September 2025 (secondary)"
    )
    scope = mark(
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
                "wbc", "missing", say("Type the white cells, too, with their unit: the UK table needs both counts.")
            )
        if region == "uk" and population == "ben":
            message = say(
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


_UK_TABLE = mark("UK table, general population")
_NOTES = {
    "uk": mark("not verified for benign ethnic neutropenia; amber and red were read for the first 18 weeks"),
    "eu-general": mark(
        "since September 2025, for neutrophils alone; the colours are borrowed from the UK table. Before, in France: "
        "begun at neutrophils of 2,000 /µL or more and white cells of 3,500 /µL or more, stopped below 1,500 "
        "neutrophils/µL"
    ),
    "eu-ben": mark("since September 2025, for neutrophils alone; the colours are borrowed from the UK table"),
}
"""What is told of a table behind the rule."""


def _with_note(rule: str, table: str) -> str:
    return f"{rule}; {say(_NOTES[table])}" if table in _NOTES else rule


def _by_neutrophils(scale: Scale, anc: Count) -> _Level:
    band = scale.grade(anc.per_ul).band
    rule = say("Neutrophils {range}").format(range=band.range_text)
    return _Level(scale.key, say(scale.name), band.key, say(band.label), rule, say(scale.source))


def _uk(anc: Count, wbc: Count | None) -> _Level | None:
    """The lower of two levels; None where it depends on white cells that are not there."""
    by_severity = [band.key for band in UK_NEUTROPHILS.bands]
    bands = [(say("Neutrophils {range}: {colour}"), UK_NEUTROPHILS.grade(anc.per_ul).band)]
    if wbc is not None:
        bands.append((say("White cells {range}: {colour}"), UK_WHITE_CELLS.grade(wbc.per_ul).band))
    elif bands[0][1].key != "red":
        return None
    _, lowest = min(bands, key=lambda told: by_severity.index(told[1].key))
    rule = "; ".join(told.format(range=band.range_text, colour=say(band.label).lower()) for told, band in bands)
    return _Level("uk", say(_UK_TABLE), lowest.key, say(lowest.label), rule, say(UK_SOURCE))


def _stopped_elsewhere(population: str, chosen: _Level, levels: list[_Level]) -> tuple[Caution, ...]:
    """Says that the UK table, which knows the general population only, stops where the table chosen goes on."""
    red = next((each for each in levels if each.table == "uk" and each.key == "red"), None)
    if red is None or population == "ben" or chosen.key not in ("normal", "mild", "green", "amber"):
        return ()
    message = say("Tables differ here: {table}: {level}; {other_table}: {other_level}.").format(
        table=chosen.name, level=chosen.label, other_table=red.name, other_level=red.label
    )
    return (Caution("tables-differ", f"{message} {red.action}", field="region"),)


def _cautions(region: str, anc: Count, wbc: Count | None, typed: Mapping[str, str]) -> list[Caution]:
    cautions = [*unit_questions("anc", anc, typed, ONE_KIND_OF_WHITE_CELL)]
    if wbc is None:
        return cautions
    cautions += unit_questions("wbc", wbc, typed, WHITE_CELLS)
    if anc > wbc:
        message = say("Neutrophils ({neutrophils}) are more than all white cells ({white_cells}). Is that right?")
        message = message.format(neutrophils=anc.text_in(PER_UL), white_cells=wbc.text_in(PER_UL))
        cautions.append(Caution("more-than-all", message, field="anc", asks=True))
    if region != "uk":
        message = {
            "us": say("The US label does not use the white cells: the level is that of the neutrophils alone."),
            "eu": say("The EU letter does not use the white cells: the level is that of the neutrophils alone."),
        }[region]
        cautions.append(Caution("white-cells-not-used", message, field="wbc"))
    return cautions


def _findings(levels: list[_Level]) -> tuple[Finding, ...]:
    found = [
        Finding(
            level.table,
            level.name,
            f"{level.label}. {level.action}",
            _with_note(level.rule, level.table),
            level.source,
        )
        for level in levels
    ]
    if all(level.table != "uk" for level in levels):
        rule = _with_note(say("The lower level of neutrophils and white cells"), "uk")
        found.append(Finding("uk", say(_UK_TABLE), say("No level without the white cells."), rule, say(UK_SOURCE)))
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
    counts = say("neutrophils {count}").format(count=f"{anc.text_in(PER_UL)} = {anc.text_in(PER_LITRE)}")
    if wbc is not None:
        white_cells = say("white cells {count}")
        counts += f", {white_cells.format(count=f'{wbc.text_in(PER_UL)} = {wbc.text_in(PER_LITRE)}')}"
    working = f"{counts}. {chosen.name}: {chosen.rule} = {chosen.label}"
    return Outcome(
        values={"level": chosen.key, "action": chosen.action, "region": region, "population": population},
        headline=f"{chosen.label} ({say(region.upper())})",
        also=chosen.action,
        working=working,
        line=say("Clozapine, {working}. {action} Source: {source}").format(
            working=working, action=chosen.action, source=chosen.source
        ),
        count_per_ul=anc.per_ul,
        cautions=cautions,
        entry="psychiatric-medicines",
        source=chosen.source,
        findings=_findings(levels),
    )

"""Which of the percentages of a white cell differential are neutrophils, and whether they fit together.

Where a report gives a total and bands, nobody can see from those two whether the bands are in the total: the other
percentages may tell (marrowforums.org), else it is asked.

**Rounding of a report.** A printed percentage stands for anything within half of its last place. So a sum of printed
percentages is taken for 100 if it is off by less than all these halves together: rounding alone can't explain more.
Less would refuse reports that are right, more would take a slip for rounding. What is counted as neutrophils is never
more than 100 %, without any allowance.
"""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from decimal import Decimal

from neutrogui.calculators.reading import Reading
from neutrogui.domain.calculator import Caution
from neutrogui.domain.language import mark, say
from neutrogui.domain.number import plain

NEUTROPHILS = ("neutrophils", "segmented", "bands")
"""The keys of the percentages that are neutrophils."""
_OTHERS = ("lymphocytes", "monocytes", "eosinophils", "basophils", "metamyelocytes")
_WHOLE = {"lymphocytes", "monocytes", "eosinophils", "basophils"}
"""The kinds of cells that every whole differential lists besides the neutrophils."""
PERCENTAGES = (*NEUTROPHILS, *_OTHERS)
"""The keys of all percentages, in the order of the fields."""

METAMYELOCYTES_SOURCE = mark("metamyelocytes: NeoReviews 2004;5:e431 (read as an excerpt)")

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Share:
    """The share of neutrophils in percent, how the working writes it (`40`, or `(35 + 5)`), and its parts as typed."""

    percent: Decimal
    written: str
    parts: tuple[Decimal, ...]
    cautions: tuple[Caution, ...]
    sources: tuple[str, ...] = ()


def read_share(reading: Reading, answers: Mapping[str, bool | None]) -> Share | None:
    """What is counted as neutrophils: the total, or segmented and bands, and metamyelocytes if that was answered.

    Reads the fields `PERCENTAGES`; `answers` are those to `bands_included` and `count_metamyelocytes`. None when
    something is refused: `missing`, `conflict` or `over-100`. Metamyelocytes count only on demand because sources
    differ: NeoReviews 2004;5:e431 counts them, the formula of CAP TODAY (February 2019) does not have them.
    """
    filled = [key for key in PERCENTAGES if reading.filled(key)]
    percents = {key: percent for key in filled if (percent := reading.number(key)) is not None}
    if not _is_a_way_in(reading, set(filled), answers) or len(percents) < len(filled):
        return None
    cautions = [*_fraction_cautions(percents)]
    keys = _neutrophil_keys(reading, percents, answers["bands_included"], cautions)
    if not keys:
        return None
    listed = [*keys, *(key for key in _OTHERS if key in percents)]
    with_metamyelocytes = bool(answers["count_metamyelocytes"])
    if with_metamyelocytes:
        keys = (*keys, "metamyelocytes")
    parts = tuple(percents[key] for key in keys)
    if sum(parts) > _HUNDRED:
        message = say("{sum} is more than 100 %. Check the percentages.").format(sum=" + ".join(map(plain, parts)))
        reading.refuse(keys[-1], "over-100", message)
        return None
    total, slack = _sum(percents, listed)
    if total - _HUNDRED >= slack:
        message = say("The percentages add up to {total} %, more than rounding explains. Check them.")
        message = message.format(total=plain(total))
        reading.refuse(listed[-1], "over-100", message)
        return None
    cautions += _metamyelocytes_cautions(percents, with_metamyelocytes)
    cautions += _sum_cautions(percents, listed)
    written = [plain(part) for part in parts]
    if with_metamyelocytes:
        written[-1] = say("{percent} metamyelocytes").format(percent=written[-1])
    return Share(
        sum(parts, Decimal(0)),
        f"({' + '.join(written)})" if len(written) > 1 else written[0],
        parts,
        tuple(cautions),
        (say(METAMYELOCYTES_SOURCE),) if with_metamyelocytes else (),
    )


def _neutrophil_keys(
    reading: Reading, percents: Mapping[str, Decimal], bands_included: bool | None, cautions: list[Caution]
) -> tuple[str, ...]:
    """The percentages that make up segmented and bands; none when something is refused."""
    total, bands = percents.get("neutrophils"), percents.get("bands")
    if total is None or bands is None:
        return tuple(key for key in NEUTROPHILS if key in percents)
    if "segmented" in percents:
        return ("segmented", "bands") if _total_fits(reading, percents) else ()
    included, why = _bands_in_total(percents, bands_included)
    cautions += why
    if included is None:
        if not reading.filled("bands_included"):  # else the answer was refused already
            message = say(
                "An analyser’s total has the bands in it, another report may list them apart. "
                "Does the total of {total} % include the bands of {bands} %?"
            ).format(total=plain(total), bands=plain(bands))
            reading.refuse("bands_included", "missing", message)
        return ()
    if included and bands - total >= rounding_slack((total, bands)):
        message = say(
            "Bands of {bands} % are more than the total of {total} % that has them in it. Check both percentages."
        ).format(bands=plain(bands), total=plain(total))
        reading.refuse("bands", "conflict", message)
        return ()
    return ("neutrophils",) if included else ("neutrophils", "bands")


def _is_a_way_in(reading: Reading, filled: Set[str], answers: Mapping[str, bool | None]) -> bool:
    """Whether the percentages are enough to count with; what is missing is refused beside its field."""
    gaps = []
    neutrophils = filled & set(NEUTROPHILS)
    if not neutrophils:
        gaps.append(("neutrophils", "missing", say("Type the neutrophil %, or the segmented and the band %.")))
    elif neutrophils == {"neutrophils", "segmented"}:
        message = say("Type the band %, too, or either the total neutrophil % or the segmented %; not those two alone.")
        gaps.append(("neutrophils", "conflict", message))
    elif neutrophils == {"neutrophils"} and answers["bands_included"] is False:
        message = say("A total without the bands is the segmented %: type it there, and the band % beside it.")
        gaps.append(("bands", "missing", message))
    elif neutrophils == {"segmented"}:
        gaps.append(("bands", "missing", say("Type the band %, too; 0 if the report lists no bands.")))
    elif neutrophils == {"bands"}:
        gaps.append(("segmented", "missing", say("Type the segmented %, too.")))
    if answers["count_metamyelocytes"] and "metamyelocytes" not in filled:
        message = say("Type the metamyelocyte %, too; 0 if the report lists none.")
        gaps.append(("metamyelocytes", "missing", message))
    for gap in gaps:
        reading.refuse(*gap)
    return not gaps


def _total_fits(reading: Reading, percents: Mapping[str, Decimal]) -> bool:
    """Whether a total that is typed besides segmented and bands is their sum; the total itself is not needed then."""
    total = percents["neutrophils"]
    both = percents["segmented"] + percents["bands"]
    if abs(total - both) < rounding_slack(percents[key] for key in NEUTROPHILS):
        return True
    message = say(
        "The total of {total} % is not segmented plus bands, {both} %. Check the percentages, or leave the total out."
    ).format(total=plain(total), both=plain(both))
    reading.refuse("neutrophils", "conflict", message)
    return False


def _bands_in_total(percents: Mapping[str, Decimal], answer: bool | None) -> tuple[bool | None, tuple[Caution, ...]]:
    """Whether a total has the bands in it: as answered, else as the sum of all percentages shows; None: to be asked.

    They are in it if they would lift the sum over 100 %. They stand beside it if the whole differential is typed and
    adds up to 100 % only with them; with a part of it, cells that were not typed could fill the place of the bands.
    A whole differential that adds up neither with them nor without them has a slip in it, and shows nothing.
    """
    bands = percents["bands"]
    if answer is not None or not bands:
        return answer is not False, ()
    beside, beside_slack = _sum(percents, percents)
    within, within_slack = _sum(percents, percents.keys() - {"bands"})
    whole, too_few = percents.keys() >= _WHOLE, _HUNDRED - within >= within_slack
    if beside - _HUNDRED >= beside_slack:
        if whole and too_few:
            return None, ()
        message = say(
            "With the bands the percentages would add up to {beside} %, so the total has them in it: "
            "their {bands} % is not added."
        ).format(beside=plain(beside), bands=plain(bands))
        return True, (Caution("bands-in-total", message, field="bands"),)
    if whole and too_few and _HUNDRED - beside < beside_slack:
        message = say(
            "The percentages add up to {beside} % with the bands and to {within} % without them, so the total leaves "
            "them out: their {bands} % is added."
        ).format(beside=plain(beside), within=plain(within), bands=plain(bands))
        return False, (Caution("bands-beside-total", message, field="bands"),)
    return None, ()


def rounding_slack(printed: Iterable[Decimal]) -> Decimal:
    """How far the sum of printed numbers can be off by rounding: half of the last place of each, together."""
    return sum((Decimal((0, (5,), int(number.as_tuple().exponent) - 1)) for number in printed), Decimal(0))


def _sum(percents: Mapping[str, Decimal], keys: Iterable[str]) -> tuple[Decimal, Decimal]:
    """The sum of percentages, and its slack."""
    chosen = [percents[key] for key in keys]
    return sum(chosen, Decimal(0)), rounding_slack(chosen)


def _fraction_cautions(percents: Mapping[str, Decimal]) -> Iterable[Caution]:
    for key in ("neutrophils", "segmented"):
        percent = percents.get(key)
        if percent is not None and 0 < percent <= 1:
            message = say(
                "{percent} % is one cell in a hundred or fewer. If the report gives a fraction, type {instead} instead."
            ).format(percent=plain(percent), instead=plain(percent * 100))
            yield Caution("fraction-or-percent", message, field=key, asks=True)


def _metamyelocytes_cautions(percents: Mapping[str, Decimal], counted: bool) -> tuple[Caution, ...]:
    percent = percents.get("metamyelocytes")
    if not percent:
        return ()
    if counted:
        message = say(
            "Sources differ on metamyelocytes: NeoReviews 2004 counts them as neutrophils, the formula of CAP TODAY "
            "2019 has segmented and bands alone. Here {percent} % is counted."
        )
    else:
        message = say(
            "Sources differ on metamyelocytes: NeoReviews 2004 counts them as neutrophils, the formula of CAP TODAY "
            "2019 has segmented and bands alone. Here {percent} % is left out."
        )
    return (Caution("metamyelocytes", message.format(percent=plain(percent)), field="metamyelocytes"),)


def _sum_cautions(percents: Mapping[str, Decimal], listed: list[str]) -> tuple[Caution, ...]:
    """A whole differential that lacks cells, or a sum above 100 % that rounding explains."""
    total, slack = _sum(percents, listed)
    if percents.keys() >= _WHOLE and _HUNDRED - total >= slack:
        message = say("The percentages add up to {total} %: {rest} % of the cells are not among them.").format(
            total=plain(total), rest=plain(_HUNDRED - total)
        )
        if "bands" not in percents:
            message += " " + say("If the report lists bands beside the total, they are missing here.")
    elif total > _HUNDRED:
        message = say("The percentages add up to {total} %. Rounding can explain that; check them all the same.")
        message = message.format(total=plain(total))
    else:
        return ()
    return (Caution("sum-not-100", message, field=listed[-1]),)

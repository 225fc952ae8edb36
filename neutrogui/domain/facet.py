"""The questions by which a list of entries is narrowed, and their answers.

An entry's tags are answers to these questions; an entry may have several answers to one of them, or none.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from neutrogui.domain.language import mark


@dataclass(frozen=True, slots=True)
class Facet:
    """One question with the answers that are offered, in their order. `shown` answers stand at the head of an entry."""

    key: str
    label: str
    answers: tuple[str, ...]
    shown: bool = False


FACETS = (
    Facet("origin", mark("Origin"), (mark("inherited"), mark("acquired"), mark("apparent only")), shown=True),
    Facet("course", mark("Course"), (mark("acute"), mark("chronic"), mark("cyclic")), shown=True),
    Facet(
        "mechanism",
        mark("Mechanism"),
        (
            mark("decreased production"),
            mark("altered storage"),
            mark("increased destruction"),
            mark("mechanism unknown"),
        ),
        shown=True,
    ),
    Facet(
        "cell-lines",
        mark("Other cell lines"),
        (mark("other cell lines usually normal"), mark("other cell lines often low")),
        shown=True,
    ),
    Facet("age", mark("Age at onset"), (mark("newborn or infant"), mark("child"), mark("adult"))),
    Facet(
        "smear",
        mark("Smear or marrow"),
        (
            mark("maturation arrest"),
            mark("giant granules"),
            mark("hypersegmented neutrophils"),
            mark("hyposegmented neutrophils"),
            mark("neutrophils held in the marrow"),
            mark("large granular lymphocytes"),
            mark("blasts"),
            mark("dysplasia"),
            mark("empty marrow"),
            mark("vacuoles in precursors"),
            mark("haemophagocytosis"),
            mark("clumped neutrophils"),
        ),
    ),
    Facet(
        "feature",
        mark("Associated feature"),
        (
            mark("recent medicine"),
            mark("recent infection"),
            mark("recent vaccination"),
            mark("large spleen"),
            mark("arthritis"),
            mark("albinism"),
            mark("short stature"),
            mark("pancreatic insufficiency"),
            mark("bone or limb changes"),
            mark("facial features"),
            mark("skin, hair or nail changes"),
            mark("eczema or rash"),
            mark("warts"),
            mark("deafness"),
            mark("eye disease"),
            mark("heart or vessel disease"),
            mark("kidney or urinary tract disease"),
            mark("liver disease"),
            mark("diarrhoea or bowel disease"),
            mark("lung disease"),
            mark("neurological or developmental disease"),
            mark("low blood glucose"),
            mark("metabolic crisis or acidosis"),
            mark("low immunoglobulins"),
            mark("low lymphocytes"),
            mark("severe or unusual infections"),
            mark("mouth ulcers or gum disease"),
            mark("swollen lymph nodes"),
            mark("bleeding"),
            mark("autoimmune disease"),
            mark("leukaemia or cancer risk"),
            mark("malnutrition"),
        ),
    ),
)
"""What a clinician knows at the bedside, in the order in which it is asked."""

TAGS = tuple(answer for facet in FACETS for answer in facet.answers)
"""Every answer; no answer belongs to two questions."""


def narrowed(tags_of: Mapping[str, Collection[str]], chosen: Collection[str]) -> list[str]:
    """The entries that have every chosen answer, in their order."""
    return [entry_id for entry_id, tags in tags_of.items() if all(answer in tags for answer in chosen)]


def counts(tags_of: Mapping[str, Collection[str]], chosen: Collection[str]) -> dict[str, int]:
    """For each answer how many entries would be left if it were chosen too; 0 means it isn't to be offered."""
    left = Counter(answer for entry_id in narrowed(tags_of, chosen) for answer in tags_of[entry_id])
    return {answer: left[answer] for answer in TAGS}

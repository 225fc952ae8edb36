"""The questions by which a list of entries is narrowed, and their answers.

An entry's tags are answers to these questions; an entry may have several answers to one of them, or none.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Facet:
    """One question with the answers that are offered, in their order. `shown` answers stand at the head of an entry."""

    key: str
    label: str
    answers: tuple[str, ...]
    shown: bool = False


FACETS = (
    Facet("origin", "Origin", ("inherited", "acquired", "apparent only"), shown=True),
    Facet("course", "Course", ("acute", "chronic", "cyclic"), shown=True),
    Facet(
        "mechanism",
        "Mechanism",
        ("decreased production", "altered storage", "increased destruction", "mechanism unknown"),
        shown=True,
    ),
    Facet(
        "cell-lines",
        "Other cell lines",
        ("other cell lines usually normal", "other cell lines often low"),
        shown=True,
    ),
    Facet("age", "Age at onset", ("newborn or infant", "child", "adult")),
    Facet(
        "smear",
        "Smear or marrow",
        (
            "maturation arrest",
            "giant granules",
            "hypersegmented neutrophils",
            "hyposegmented neutrophils",
            "neutrophils held in the marrow",
            "large granular lymphocytes",
            "blasts",
            "dysplasia",
            "empty marrow",
            "vacuoles in precursors",
            "haemophagocytosis",
            "clumped neutrophils",
        ),
    ),
    Facet(
        "feature",
        "Associated feature",
        (
            "recent medicine",
            "recent infection",
            "recent vaccination",
            "large spleen",
            "arthritis",
            "albinism",
            "short stature",
            "pancreatic insufficiency",
            "bone or limb changes",
            "facial features",
            "skin, hair or nail changes",
            "eczema or rash",
            "warts",
            "deafness",
            "eye disease",
            "heart or vessel disease",
            "kidney or urinary tract disease",
            "liver disease",
            "diarrhoea or bowel disease",
            "lung disease",
            "neurological or developmental disease",
            "low blood glucose",
            "metabolic crisis or acidosis",
            "low immunoglobulins",
            "low lymphocytes",
            "severe or unusual infections",
            "mouth ulcers or gum disease",
            "swollen lymph nodes",
            "bleeding",
            "autoimmune disease",
            "leukaemia or cancer risk",
            "malnutrition",
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

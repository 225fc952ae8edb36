import pytest
from hypothesis import given
from hypothesis import strategies as st

from neutrogui.domain.query import MAX_QUERY_LENGTH, Match, Query, fold, words

SPELT_TWICE = [
    ("leukaemia", "leukemia"),
    ("anaemia", "anemia"),
    ("haemorrhage", "hemorrhage"),
    ("haematopoiesis", "hematopoiesis"),
    ("oesophagus", "esophagus"),
    ("diarrhoea", "diarrhea"),
    ("tumour", "tumor"),
    ("tumours", "tumors"),
    ("sulphasalazine", "sulfasalazine"),
    ("neutrophilization", "neutrophilisation"),
    ("Chédiak", "Chediak"),
    ("Sjögren", "Sjogren"),
]
BOTH_WAYS = SPELT_TWICE + [(american, british) for british, american in SPELT_TWICE]


@pytest.mark.parametrize(("one", "other"), SPELT_TWICE)
def test_british_and_american_spellings_and_accents_meet(one: str, other: str) -> None:
    assert fold(one) == fold(other.upper())


@pytest.mark.parametrize(("one", "other"), [("leukaemia", "leukopenia"), ("methimazole", "metamizole"), ("B1", "B12")])
def test_different_words_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(("typed", "there"), BOTH_WAYS)
def test_every_letter_typed_keeps_the_other_spelling(typed: str, there: str) -> None:
    lost = [typed[:n] for n in range(3, len(typed) + 1) if not Query.of(typed[:n]).matches(f"some {there} here")]
    assert not lost


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("", ()),
        ("  \t\n", ()),
        ("*-\"'()^:", ()),
        ("_", ()),
        ("Felty", ("felty",)),
        ("  Felty's  SYNDROME ", ("felty", "syndrome")),
        ("Felty’s", ("felty",)),
        ("O'Neill", ("oneill",)),
        ("G-CSF", ("g", "csf")),
        ("vitamin B12", ("vitamin", "b12")),
        ("𝐅𝐞𝐥𝐭𝐲 𝕭", ("felty", "b")),
        ("ᴬᴺ", ("an",)),
        ('a"b NEAR(c AND *', ("a", "b", "near", "c", "and")),
        ("\u202efelty\u202c", ("felty",)),
        ("felty😀syndrome", ("felty", "syndrome")),
        ("\ud800felty\udfff", ("felty",)),
        ("felty\x00syndrome", ("felty", "syndrome")),
        ("\uff9e", ()),
        ("\ufe70", ()),
    ],
)
def test_what_was_typed_becomes_its_words(typed: str, terms: tuple[str, ...]) -> None:
    query = Query.of(typed)
    assert query.terms == terms
    assert bool(query) == bool(terms)
    assert query.folded == " ".join(terms)
    assert query.joined == "".join(terms)


def test_only_the_beginning_of_a_pasted_page_is_looked_at() -> None:
    assert Query.of("x" * 100_000).terms == ("x" * MAX_QUERY_LENGTH,)
    assert Query.of("a" * (MAX_QUERY_LENGTH - 1) + "bc").joined.endswith("ab")


def test_a_compound_is_found_joined_and_a_possessive_without_its_mark() -> None:
    assert words("G-CSF in Felty's syndrome") == ["g", "csf", "in", "felty", "feltys", "syndrome", "gcsf"]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("gcsf", "treated with G-CSF"),
        ("G-CSF", "treated with G\u2011CSF"),
        ("feltys", "Felty’s syndrome"),
        ("felty", "Felty's syndrome"),
        ("syndrome felty", "Felty syndrome"),
        ("neutrop cyc", "Cyclic neutropenia"),
        ("CHE\u0301DIAK", "Chédiak-Higashi"),
        ("", "anything"),
    ],
)
def test_a_text_answers_when_every_word_begins_one_of_its_words(typed: str, text: str) -> None:
    assert Query.of(typed).matches(text)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("penia", "Neutropenia"),
        ("cyclic felty", "Cyclic neutropenia"),
        ("a", "Felty"),
        ("12", "B12"),
        ("ha", "hepatitis"),
        ("leuka", "leukocyte"),
        ("tumou", "tumble"),
        ("sulp", "sulindac"),
    ],
)
def test_a_text_without_one_of_the_words_does_not_answer(typed: str, text: str) -> None:
    assert not Query.of(typed).matches(text)


def marked(typed: str, text: str) -> list[str]:
    return [piece for piece, answers in Query.of(typed).marked(text) if answers]


@pytest.mark.parametrize(
    ("typed", "text", "expected"),
    [
        ("leukemia", "Acute Leukaemia and leukaemias", ["Leukaemia", "leukaemias"]),
        ("leuka", "Leukemia", ["Leukemia"]),
        ("felty", "Felty’s syndrome", ["Felty’s"]),
        ("chediak", "Chédiak-Higashi", ["Chédiak"]),
        ("cyclic penia", "Cyclic neutropenia", ["Cyclic"]),
        ("how is it treated", "Treatment with G-CSF", ["Treatment"]),
        ("ulcers", "A mouth ulcer", ["ulcer"]),
        ("does", "Doe and does", ["does"]),
        ("", "Cyclic", []),
        ("*", "Cyclic", []),
    ],
)
def test_the_words_that_answer_are_marked(typed: str, text: str, expected: list[str]) -> None:
    assert marked(typed, text) == expected


@given(st.text(max_size=60), st.text(max_size=200) | st.text(alphabet="aeilmu'’- \u0301é", max_size=60))
def test_the_marked_pieces_join_to_the_text(typed: str, text: str) -> None:
    pieces = Query.of(typed).marked(text)
    assert "".join(piece for piece, _ in pieces) == text
    assert all(piece for piece, _ in pieces)
    assert not any(piece.isspace() for piece, answers in pieces if answers)


def test_programs_name_the_kinds_of_match_best_first() -> None:
    assert [str(match) for match in Match] == ["exact", "prefix", "text", "similar"]


@given(st.text())
def test_any_text_at_all_becomes_a_query(typed: str) -> None:
    query = Query.of(typed)
    assert all(term and not term[0].isspace() and fold(term) == term for term in query.terms)

"""What is found, in which order, and that nothing typed is ever more than words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neutrogui.domain.query import Hit, Match, Query
from neutrogui.store.library import SqliteLibrary

ORDER = [Match.EXACT, Match.PREFIX, Match.TEXT, Match.SIMILAR]


def first(library: SqliteLibrary, typed: str) -> Hit:
    hits = library.search(typed)
    assert hits, f"nothing for {typed!r}"
    return hits[0]


def found(library: SqliteLibrary, typed: str) -> dict[str, Match]:
    return {hit.id: hit.match for hit in library.search(typed, 1000)}


def names(library: SqliteLibrary) -> list[tuple[str, str]]:
    ids = {place.entry_id for place in library.outline().walk() if place.entry_id}
    return [(entry.id, name) for entry in map(library.entry, sorted(ids)) for name in (entry.title, *entry.synonyms)]


# Ranking


@pytest.mark.parametrize(
    ("typed", "entry_id", "match", "where"),
    [
        ("Felty syndrome", "felty-syndrome", Match.EXACT, "title"),
        ("metamizole", "pain-medicines", Match.EXACT, "also called"),
        ("felty", "felty-syndrome", Match.PREFIX, "title"),
        ("hypersp", "splenomegaly", Match.PREFIX, "also called"),
        ("thyroid down", "antithyroid-medicines", Match.TEXT, "What it is"),
        ("overactive", "antithyroid-medicines", Match.TEXT, "summary"),
        ("M05.0", "felty-syndrome", Match.TEXT, "ICD-10-CM"),
        ("below 1,500", "levels-of-neutropenia", Match.TEXT, "The levels"),
        ("splenomegalie", "splenomegaly", Match.SIMILAR, "title"),
    ],
)
def test_a_hit_tells_how_and_where_it_answers(
    sample_library: SqliteLibrary, typed: str, entry_id: str, match: Match, where: str
) -> None:
    hit = first(sample_library, typed)
    assert (hit.id, hit.match, hit.where) == (entry_id, match, where)
    if match is not Match.SIMILAR:
        assert Query.of(typed).matches(hit.line)


def test_a_hit_brings_its_names_and_its_places(sample_library: SqliteLibrary) -> None:
    hit = first(sample_library, "felty")
    assert hit.title == "Felty syndrome"
    assert hit.synonyms == ("Felty's disease", "Chédiak's example")
    assert hit.paths == (("By type", "Acquired neutropenia"), ("By mechanism", "Splenomegaly"))


def test_a_hit_brings_its_answers_and_the_letters_that_tell_it_apart(sample_library: SqliteLibrary) -> None:
    hit = first(sample_library, "methimazole")
    assert (hit.tags, hit.tall_man) == ({"acquired", "recent medicine"}, "methIMAzole")
    assert first(sample_library, "metamizole").tall_man == ""
    assert all(hit.tags == sample_library.tags()[hit.id] for hit in sample_library.search("e", 100))


def test_exact_comes_before_beginning_before_text(sample_library: SqliteLibrary) -> None:
    exact = sample_library.search("acquired neutropenia")
    assert (exact[0].id, exact[0].match) == ("acquired-neutropenia", Match.EXACT)
    spleen = [(hit.id, hit.match) for hit in sample_library.search("spleen")]
    assert spleen[0] == ("splenomegaly", Match.PREFIX)
    assert ("felty-syndrome", Match.TEXT) in spleen
    assert [hit.id for hit in sample_library.search("splen")][:2] == ["splenomegaly", "acute-leukaemia"], "titles first"
    neutropenia = [hit.id for hit in sample_library.search("neutropenia") if hit.match is Match.PREFIX]
    assert neutropenia == ["acquired-neutropenia", "levels-of-neutropenia"]


@pytest.mark.parametrize("typed", ["neutropenia", "felty", "a", "spleen", "medicines pain", "leuk", "count"])
def test_hits_come_best_first_and_each_entry_once(content_library: SqliteLibrary, typed: str) -> None:
    hits = content_library.search(typed, 1000)
    assert len({hit.id for hit in hits}) == len(hits) > 0
    ranks = [ORDER.index(hit.match) for hit in hits]
    assert ranks == sorted(ranks)


def test_words_that_stand_apart_in_an_entry_find_it_after_those_that_stand_together(
    sample_library: SqliteLibrary,
) -> None:
    assert found(sample_library, "rheumatoid antibodies") == {"felty-syndrome": Match.TEXT}
    assert found(sample_library, "rheumatoid marrow") == {}


def test_words_of_a_question_need_not_stand_in_the_text(sample_library: SqliteLibrary) -> None:
    assert found(sample_library, "what is the thyroid") == {"antithyroid-medicines": Match.TEXT}
    every = "a an and after at by does for from how in is of on or the to what when which why with"
    assert found(sample_library, f"{every} thyroid") == {"antithyroid-medicines": Match.TEXT}


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_no_more_hits_are_given_than_wanted(sample_library: SqliteLibrary, limit: int) -> None:
    everything = sample_library.search("a", 1000)
    assert len(everything) > 3
    assert sample_library.search("a", limit) == everything[:limit]


# One spelling for all


@pytest.mark.parametrize(
    ("typed", "entry_id"),
    [
        ("acute leukemia", "acute-leukaemia"),
        ("ACUTE LEUKAEMIA", "acute-leukaemia"),
        ("hemorrhage", "acute-leukaemia"),
        ("haemorrhage", "acute-leukaemia"),
        ("gcsf", "acute-leukaemia"),
        ("g csf", "acute-leukaemia"),
        ("G-CSF", "acute-leukaemia"),
        ("chediak", "felty-syndrome"),
        ("Chédiak", "felty-syndrome"),
        ("CHE\u0301DIAK’S", "felty-syndrome"),
        ("felty disease", "felty-syndrome"),
        ("feltys disease", "felty-syndrome"),
        ("Felty’s disease", "felty-syndrome"),
        ("sulphasalazine", "pain-medicines"),
        ("vitamin B 12", "antithyroid-medicines"),
        ("vitaminb12", "antithyroid-medicines"),
        ("vitamin b-12 look", "antithyroid-medicines"),
    ],
)
def test_every_way_of_writing_it_finds_it(sample_library: SqliteLibrary, typed: str, entry_id: str) -> None:
    hit = first(sample_library, typed)
    assert hit.id == entry_id
    assert hit.match is not Match.SIMILAR


@pytest.mark.parametrize("word", ["leukaemia", "leukemia", "acute leukaemia"])
def test_typing_every_letter_keeps_the_entry_in_sight(content_library: SqliteLibrary, word: str) -> None:
    lost = [word[:n] for n in range(1, len(word) + 1) if "acute-leukaemia" not in found(content_library, word[:n])]
    assert not lost


def test_from_the_third_letter_on_leukaemia_is_found_among_the_first(content_library: SqliteLibrary) -> None:
    for typed in ("leu", "leuk", "leuka", "leukae", "leukem", "leukaemia", "leukemia"):
        first_hits = {hit.id: hit.match for hit in content_library.search(typed, 5)}
        assert first_hits.get("acute-leukaemia") is Match.PREFIX, typed


def test_typing_every_letter_of_any_name_keeps_it_matching(content_library: SqliteLibrary) -> None:
    lost = [
        (name, name[:n])
        for _, name in names(content_library)
        for n in range(3, len(name) + 1)
        if len(Query.of(name[:n]).folded.rpartition(" ")[2]) > 2 and not Query.of(name[:n]).matches(name)
    ]
    assert not lost


# Look-alikes


def test_every_name_is_an_exact_answer_of_its_own_entry_alone(content_library: SqliteLibrary) -> None:
    wrong = []
    for entry_id, name in names(content_library):
        hits = content_library.search(name, 5)
        exact = {hit.id for hit in hits if hit.match is Match.EXACT}
        if entry_id not in exact or any(
            Query.of(hit.line).joined != Query.of(name).joined for hit in hits if hit.match is Match.EXACT
        ):
            wrong.append((entry_id, name, exact))
    assert not wrong


LOOK_ALIKES = ("methimazole", "metamizole", "carbimazole")


@pytest.mark.parametrize("typed", LOOK_ALIKES)
@pytest.mark.parametrize("library", ["sample_library", "content_library"])
def test_names_that_look_alike_are_never_taken_for_each_other(
    library: str, typed: str, request: pytest.FixtureRequest
) -> None:
    hits = request.getfixturevalue(library).search(typed, 1000)
    assert hits[0].match is Match.EXACT
    for hit in hits:
        if hit.match in (Match.EXACT, Match.PREFIX):
            assert hit.line.casefold().startswith(typed)
        assert hit.match is not Match.SIMILAR


@pytest.mark.parametrize("typed", ["methamizole", "metimazole", "metamazole", "carbamizole", "methimizole"])
def test_a_misspelling_between_look_alikes_is_only_a_suggestion(content_library: SqliteLibrary, typed: str) -> None:
    hits = content_library.search(typed)
    assert hits
    assert {hit.match for hit in hits} == {Match.SIMILAR}


@pytest.mark.parametrize(
    ("typed", "entry_id"),
    [
        ("filgastrim", "g-csf"),
        ("kostman syndrom", "kostmann-syndrome"),
        ("clozapin", "clozapine"),
        ("feltis syndrome", "felty-syndrome"),
        ("leukaemja", "acute-leukaemia"),
    ],
)
def test_a_misspelling_leads_to_the_entry(content_library: SqliteLibrary, typed: str, entry_id: str) -> None:
    assert first(content_library, typed).id == entry_id


def test_three_letters_are_similar_to_too_much(sample_library: SqliteLibrary) -> None:
    assert found(sample_library, "ain") == {}
    assert found(sample_library, "ains") == {"pain-medicines": Match.SIMILAR}


def test_a_similar_spelling_is_no_answer_beside_a_name(sample_library: SqliteLibrary) -> None:
    assert set(found(sample_library, "metam").values()) == {Match.PREFIX}


@pytest.mark.parametrize("typed", ["xqz", "qq", "zzzzzzzzzz", "felty xylophone"])
def test_nothing_is_found_where_nothing_is(sample_library: SqliteLibrary, typed: str) -> None:
    assert sample_library.search(typed) == []


# Hostile input

HOSTILE = [
    "", " ", "\t\r\n", "*", "-", "^", ":", "()", '"', "'", "''", '""', ";", "--", "/* */", "\\", "%", "_",
    "'; DROP TABLE entry; --", "' OR 1=1 --", '" OR "1"="1', "felty' UNION SELECT * FROM meta --",
    'a"b', "-x", "NEAR(", "NEAR(a b, 5)", "AND", "OR", "NOT", "a AND", "OR b", "a NOT b", "(a", "a)", "a*", "*a",
    "^a", "words:felty", "names : x", "{a b} : c", "a + b", "a - b", "felty*)", '"felty', 'felty"',
    "\x00", "felty\x00", "\x1b[2J", "\x7f", "\u202efelty", "\u2066a\u2069", "فلتي", "פלטי", "中性粒细胞减少",
    "нейтропения",
    "😀", "👩‍⚕️ felty", "\ud800", "\udfff", "felty\ud83d", "\ufeff", "\u200bfelty", "e\u0301\u0301\u0301",
    "\uff9e", "\ufe70", "\u037a", "½", "²", "①", "ﬁ", "İ", "ß", "K",
    "a" * 100_000, "a " * 50_000, '"' * 100_000, "felty " * 20_000, "\u0301" * 100_000, "😀" * 50_000,
]  # fmt: skip


@pytest.mark.parametrize("typed", HOSTILE, ids=lambda typed: ascii(typed[:20]))
def test_nothing_typed_raises_or_harms(sample_library: SqliteLibrary, typed: str) -> None:
    hits = sample_library.search(typed)
    if not any(character.isalnum() for character in typed):
        assert hits == []
    assert sample_library.entry("felty-syndrome").title == "Felty syndrome"


@pytest.mark.parametrize("typed", ["\uff9e", "\ufe70", "\u0301"])
def test_signs_that_are_no_words_find_nothing(sample_library: SqliteLibrary, typed: str) -> None:
    assert sample_library.search(typed) == []


def test_operators_are_words_like_any_other(sample_library: SqliteLibrary) -> None:
    assert found(sample_library, "felty OR metamizole") == {}
    assert "pain-medicines" in found(sample_library, "metamizole NOT pain")
    assert found(sample_library, '"felty" (syndrome*)') == found(sample_library, "felty syndrome")
    assert found(sample_library, "\u202efelty\u202c -syndrome") == found(sample_library, "felty syndrome")


@given(st.text(max_size=40) | st.text(alphabet="aefl \"*()-:^+{}'’\u0301\ufe70\uff9e\x00", max_size=20))
def test_any_text_at_all_can_be_searched_for(sample_library: SqliteLibrary, typed: str) -> None:
    hits = sample_library.search(typed)
    assert bool(Query.of(typed)) or hits == []
    ranks = [ORDER.index(hit.match) for hit in hits]
    assert ranks == sorted(ranks)
    assert len({hit.id for hit in hits}) == len(hits)

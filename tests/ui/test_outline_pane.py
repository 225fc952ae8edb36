import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QStyleOptionViewItem

from neutrogui.domain.query import Hit, Match, Query
from neutrogui.ui.accessible import hyphenated
from neutrogui.ui.hit_delegate import HIT, HitDelegate, HitText, Piece
from neutrogui.ui.outline_pane import ENTRY_ID, OutlinePane, hit_line


@pytest.fixture
def pane(qtbot, style, library) -> OutlinePane:
    pane = OutlinePane(style)
    qtbot.addWidget(pane)
    pane.resize(320, 500)
    pane.show()
    pane.set_library(library)
    return pane


def shown(pane: OutlinePane) -> list[str]:
    model = pane.tree.model()

    def below(index: QModelIndex) -> list[str]:
        found = [index.data()] if index.isValid() else []
        while model.canFetchMore(index):
            model.fetchMore(index)
        for row in range(model.rowCount(index)):
            found += below(model.index(row, 0, index))
        return found

    return below(QModelIndex())


def test_the_whole_outline_is_there_before_anything_is_typed(pane: OutlinePane) -> None:
    assert shown(pane) == [
        "By type",
        "Felty syndrome",
        "Enlarged spleen",
        "Antithyroid medicines",
        "Questions",
        "What neutropenia is",
        "Levels of neutropenia",
    ]


def test_typing_narrows_the_tree_at_once_and_keeps_the_way_to_the_hits(pane: OutlinePane, qtbot) -> None:
    qtbot.keyClicks(pane.search_box, "spleeny")
    assert shown(pane) == []
    assert "Nothing found" in pane.message.text()
    pane.search("felyt")
    assert "The nearest name is “Felty syndrome”" in pane.message.text()
    pane.search("spleeny")
    qtbot.keyClick(pane.search_box, Qt.Key.Key_Backspace)
    assert shown(pane) == ["By type", "Felty syndrome", "Enlarged spleen"]
    assert pane.message.text() == "1 entry"


def test_what_matched_is_marked_and_said_to_a_screen_reader(pane: OutlinePane) -> None:
    pane.search("methim")
    model = pane.tree.model()
    hit = model.index(0, 0, model.index(0, 0))
    assert Piece("methimazole", marked=True) in hit.data(HIT).line
    assert hit.data(Qt.ItemDataRole.AccessibleTextRole) == "Antithyroid medicines, also called methimazole"


def test_markup_in_a_search_stays_text(pane: OutlinePane) -> None:
    hit = Hit("x", "A <b>bold</b> title", Match.PREFIX, "A <b>bold</b> title", "title")
    assert hit_line(hit, Query.of("bold")) == ""
    pane.search("<img src=x>")
    assert "Nothing found" in pane.message.text()


def test_down_goes_from_the_box_to_the_best_hit_and_opens_it(pane: OutlinePane, qtbot) -> None:
    pane.search("felty")
    with qtbot.waitSignal(pane.entry_chosen) as chosen:
        qtbot.keyClick(pane.search_box, Qt.Key.Key_Down)
    assert chosen.args == ["felty-syndrome"]
    assert pane.tree.hasFocus()


def test_enter_opens_the_best_hit(pane: OutlinePane, qtbot) -> None:
    pane.search("levels")
    with qtbot.waitSignal(pane.entry_chosen) as chosen:
        qtbot.keyClick(pane.search_box, Qt.Key.Key_Return)
    assert chosen.args == ["levels-of-neutropenia"]


def test_a_similar_spelling_is_never_opened_by_itself(pane: OutlinePane, qtbot) -> None:
    pane.search("metamizole")
    assert "not the same" in pane.message.text()
    with qtbot.assertNotEmitted(pane.entry_chosen):
        qtbot.keyClick(pane.search_box, Qt.Key.Key_Return)
        qtbot.keyClick(pane.search_box, Qt.Key.Key_Down)
    current = pane.tree.currentIndex()
    assert current.data(ENTRY_ID) == "antithyroid-medicines"
    assert current.data(HIT).line[0].text.startswith("similar spelling: methimazole")
    with qtbot.waitSignal(pane.entry_chosen):
        qtbot.keyClick(pane.tree, Qt.Key.Key_Return)


def test_escape_clears_the_search_and_brings_the_tree_back(pane: OutlinePane, qtbot) -> None:
    pane.search("felty")
    qtbot.keyClick(pane.search_box, Qt.Key.Key_Escape)
    assert pane.search_box.text() == ""
    assert len(shown(pane)) == 7


def test_up_from_the_first_row_goes_back_to_the_box(pane: OutlinePane, qtbot) -> None:
    pane.tree.setFocus()
    pane.tree.setCurrentIndex(pane.tree.model().index(0, 0))
    qtbot.keyClick(pane.tree, Qt.Key.Key_Up)
    assert pane.search_box.hasFocus()


def test_the_entry_being_read_is_marked_without_being_chosen_again(pane: OutlinePane, qtbot) -> None:
    with qtbot.assertNotEmitted(pane.entry_chosen):
        pane.select("splenomegaly")
    assert pane.tree.currentIndex().data(ENTRY_ID) == "splenomegaly"


@pytest.mark.parametrize("typed", ["'; DROP TABLE entry", "x" * 100_000, "\u202eleft\u202c", "\x00\x07", "((((", "🩸"])
def test_hostile_text_finds_nothing_and_breaks_nothing(pane: OutlinePane, typed: str) -> None:
    pane.search(typed)
    pane.search("felty")
    assert "Felty syndrome" in shown(pane)


def test_what_is_typed_before_the_library_comes_is_searched_when_it_comes(qtbot, style, library) -> None:
    pane = OutlinePane(style)
    qtbot.addWidget(pane)
    pane.search("felty")
    pane.set_library(library)
    assert shown(pane) == ["By type", "Felty syndrome"]


def test_what_stands_open_in_the_tree_stands_open_again_after_a_search(pane: OutlinePane) -> None:
    whole = pane.tree
    questions = whole.model().index(1, 0)
    felty = pane.tree.model().index(0, 0, whole.model().index(0, 0))
    whole.expand(felty)
    whole.collapse(questions)
    pane.search("felty")
    assert pane.tree is not whole
    pane.search("")
    assert pane.tree is whole
    assert whole.isExpanded(felty)
    assert not whole.isExpanded(questions)


def test_the_tree_stays_as_it_is_while_entries_are_read(pane: OutlinePane) -> None:
    questions = pane.tree.model().index(1, 0)
    pane.tree.collapse(questions)
    pane.show_shortcuts(("felty-syndrome",), ())
    favourites = pane.tree.model().index(0, 0)
    assert (favourites.data(), pane.tree.isExpanded(favourites)) == ("Favourites", True)
    pane.tree.collapse(favourites)
    pane.show_shortcuts(("felty-syndrome", "splenomegaly"), ("felty-syndrome",))
    assert not pane.tree.isExpanded(pane.tree.model().index(0, 0))
    assert not pane.tree.isExpanded(pane.tree.model().index(2, 0))
    assert shown(pane)[:3] == ["Favourites", "Felty syndrome", "Enlarged spleen"]
    assert shown(pane)[-2:] == ["Recently read", "Felty syndrome"]


def test_look_alikes_are_told_apart_by_class_and_letters(pane: OutlinePane, library) -> None:
    found = Hit(
        "antithyroid-medicines", "Methimazole", Match.SIMILAR, "Methimazole", "title",
        paths=(("By type", "Antithyroid medicines"),), tall_man="methIMAzole",
    )  # fmt: skip
    assert hit_line(found, Query.of("metamizole")) == "similar spelling · Antithyroid medicines"
    library.search = lambda typed, limit=50: [found]
    pane.search("metamizole")
    index = pane.tree.model().index(0, 0, pane.tree.model().index(0, 0))
    assert index.data(HIT).title[-1] == Piece("methIMAzole", strong=True)
    assert "written methIMAzole" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_long_line_is_cut_round_the_word_that_matched() -> None:
    line = "word " * 60 + "needle " + "word " * 60
    hit = Hit("x", "Title", Match.TEXT, line, "Clues")
    cut = hit_line(hit, Query.of("needle"))
    assert "needle" in cut
    assert len(cut) < 140
    assert cut.startswith("… ")
    assert cut.endswith(" …")


@pytest.mark.parametrize(("spare", "breaks"), [(0, False), (-1, True)])
def test_only_a_word_that_has_no_room_breaks_and_not_at_its_ends(pane: OutlinePane, spare: int, breaks: bool) -> None:
    metrics = QFontMetrics(pane.font())
    text = hyphenated("Felty neutropenia", metrics.horizontalAdvance("neutropenia") + spare, metrics)
    first, word = text.split(" ")
    parts = word.split("\N{SOFT HYPHEN}")
    assert (first, "".join(parts)) == ("Felty", "neutropenia")
    assert (len(parts) > 1) is breaks
    if breaks:
        assert len(parts[0]) >= 3
        assert len(parts[-1]) >= 2


@pytest.mark.parametrize("word", ["G", "AB", "GSD", "CMML", "felty", "syndrome"])
def test_a_word_that_is_too_short_to_break_keeps_its_letters(pane: OutlinePane, word: str) -> None:
    assert hyphenated(word, 1, QFontMetrics(pane.font())).replace("\N{SOFT HYPHEN}", "") == word


def test_a_word_with_a_hyphen_of_its_own_breaks_there(pane: OutlinePane) -> None:
    metrics = QFontMetrics(pane.font())
    text, width = "Drug-adulterated cocaine", metrics.horizontalAdvance("adulterated")
    assert metrics.horizontalAdvance("Drug-adulterated") > width
    assert hyphenated(text, width, metrics) == text
    drug, adulterated = hyphenated(text, width - 1, metrics).removesuffix(" cocaine").split("-")
    assert drug == "Drug"
    assert "\N{SOFT HYPHEN}" in adulterated


@pytest.mark.parametrize(("title", "breaks"), [("Lymphohistiocytosis", False), ("Lymphohistiocytosis" * 3, True)])
def test_a_word_wider_than_its_row_breaks_and_is_not_cut(pane: OutlinePane, title: str, breaks: bool) -> None:
    pane.select("antithyroid-medicines")
    tree, row = pane.tree, pane.tree.currentIndex()
    one_line = tree.itemDelegate().sizeHint(QStyleOptionViewItem(), row).height()
    tree.model().setData(row, title)
    letters = QFontMetrics(tree.font()).horizontalAdvance(title)
    assert (letters > tree.viewport().width()) is breaks  # else this test shows nothing
    option = QStyleOptionViewItem()
    tree.initViewItemOption(option)
    tree.itemDelegate().initStyleOption(option, row)
    assert option.text.replace("\N{SOFT HYPHEN}", "") == row.data() == title
    assert ("\N{SOFT HYPHEN}" in option.text) is breaks
    assert (tree.itemDelegate().sizeHint(option, row).height() > one_line) is breaks


def test_a_hit_takes_no_more_room_when_it_is_chosen(pane: OutlinePane, style) -> None:
    marked = HitText(
        (Piece("Methimazole methimazole", marked=True),), (Piece("also called"), Piece("Felty", marked=True))
    )
    delegate = HitDelegate(style, pane)
    for width in range(60, 300, 7):
        assert delegate._laid(marked, width, True).height == delegate._laid(marked, width, False).height

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QScrollArea, QWidget

from neutrogui.domain.entry import Run, Table
from neutrogui.ui.accessible import Heading, LinkText, ListItem, Text
from neutrogui.ui.blocks import EntryTable
from neutrogui.ui.reader_pane import ReaderPane
from neutrogui.ui.style import ZOOM_STEPS


@pytest.fixture
def pane(qtbot, style, library) -> ReaderPane:
    pane = ReaderPane(style)
    qtbot.addWidget(pane)
    pane.resize(700, 600)
    pane.show()
    pane.show_entry(library.entry("felty-syndrome"))
    return pane


def spoken(pane: ReaderPane) -> list[tuple[QAccessible.Role, str]]:
    """What a screen reader meets, in order."""

    def walk(interface) -> list[tuple[QAccessible.Role, str]]:
        found = [(interface.role(), interface.text(QAccessible.Text.Name))]
        for number in range(interface.childCount()):
            child = interface.child(number)
            if child is not None:
                found += walk(child)
        return found

    return walk(QAccessible.queryAccessibleInterface(pane))


def names(pane: ReaderPane, role: QAccessible.Role) -> list[str]:
    return [name for found, name in spoken(pane) if found == role]


def test_headings_reach_a_screen_reader_in_order(pane: ReaderPane) -> None:
    headings = ["Felty syndrome", "What it is", "Clues", "See also", "References"]
    assert names(pane, QAccessible.Role.Heading) == headings


def test_links_reach_a_screen_reader_and_can_be_pressed(pane: ReaderPane, qtbot) -> None:
    assert names(pane, QAccessible.Role.Link) == ["Enlarged spleen", "Open reference 1 in the browser"]
    link = pane.findChild(LinkText)
    actions = QAccessible.queryAccessibleInterface(link).actionInterface()
    with qtbot.waitSignal(pane.link_activated) as followed:
        actions.doAction(actions.actionNames()[0])
    assert followed.args == ["splenomegaly"]


def test_list_items_and_table_cells_reach_a_screen_reader(pane: ReaderPane) -> None:
    assert "ulcers[1]" in names(pane, QAccessible.Role.ListItem)
    assert "below 500" in names(pane, QAccessible.Role.Cell)


def test_markup_in_the_content_is_shown_as_text(pane: ReaderPane) -> None:
    texts = [label.text() for label in pane.findChildren(Text)]
    assert any("Look for &lt;b&gt;these&lt;/b&gt; &amp;" in text for text in texts)


def test_a_link_is_followed_by_keyboard(pane: ReaderPane, qtbot) -> None:
    link = pane.findChild(LinkText)
    assert link.focusPolicy() & Qt.FocusPolicy.TabFocus
    with qtbot.waitSignal(pane.link_activated):
        qtbot.keyClick(link, Qt.Key.Key_Space)


def test_synonyms_path_review_and_reference_are_shown(pane: ReaderPane) -> None:
    text = "\n".join(label.text() for label in pane.findChildren(Text))
    assert "Also called: Felty's" in text
    assert "By type › Acquired neutropenia" in text
    assert "Not yet reviewed by a clinician" in text
    assert "doi:10.1/x" in text


@pytest.mark.parametrize("width", [380, 700])
def test_a_table_is_as_high_as_its_wrapped_rows(pane: ReaderPane, qtbot, width: int) -> None:
    long = (Run("words that have to wrap in a narrow column " * 3),)
    table = EntryTable(Table(((Run("a"),), (Run("b"),)), ((long, long), (long, long))))
    qtbot.addWidget(table)
    table.resize(width, 100)
    table.show()

    def whole() -> bool:
        heights = [table.rowHeight(row) for row in range(2)]
        table.resizeRowsToContents()
        wanted = [table.rowHeight(row) for row in range(2)]
        return heights == wanted and table.height() >= table.horizontalHeader().height() + sum(wanted)

    qtbot.waitUntil(whole)


def test_nothing_is_wider_than_the_pane(pane: ReaderPane, qtbot) -> None:
    pane.resize(420, 600)

    def sticking_out() -> list[str]:
        labels = [label for kind in (Text, Heading, ListItem) for label in pane.findChildren(kind)]
        return [label.text() for label in labels if label.mapTo(pane, label.rect().topRight()).x() > pane.width()]

    qtbot.waitUntil(lambda: not sticking_out(), timeout=2000)


def test_every_widget_that_takes_the_keyboard_has_a_name(pane: ReaderPane) -> None:
    nameless = [
        widget
        for widget in pane.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert not nameless


def test_a_message_takes_the_entry_away(pane: ReaderPane) -> None:
    pane.show_message("There is no entry “x”.", "Not found")
    assert pane.entry is None
    assert not pane.copy.isEnabled()
    assert not pane.print.isEnabled()
    assert names(pane, QAccessible.Role.Heading) == ["Not found"]


def test_a_review_that_is_not_the_usual_one_stands_at_the_head(pane: ReaderPane, library) -> None:
    unread = replace(library.entry("felty-syndrome"), review="Not yet read a second time against its sources")
    pane.show_entry(unread)
    texts = [label.text() for label in pane.findChildren(Text)]
    first = texts.index("Not yet read a second time against its sources.")
    assert first < texts.index("What it is")


@pytest.mark.parametrize("zoom", ZOOM_STEPS)
def test_the_buttons_are_never_cut_in_the_narrowest_pane(pane: ReaderPane, style, qtbot, zoom: int) -> None:
    style.zoom = zoom
    style.apply()
    pane.restyle()
    pane.resize(pane.minimumSizeHint().width(), 600)
    qtbot.wait(20)
    assert pane.width() <= 340
    for button in (pane.back, pane.forward, pane.favourite, pane.copy, pane.print):
        assert button.width() >= button.minimumSizeHint().width(), button.text()
        assert button.mapTo(pane, button.rect().topRight()).x() <= pane.width(), button.text()


@pytest.mark.parametrize("zoom", ZOOM_STEPS)
def test_a_long_word_of_a_title_breaks_before_it_is_cut(pane: ReaderPane, style, qtbot, library, zoom: int) -> None:
    style.zoom = zoom
    style.apply()
    pane.resize(pane.minimumSizeHint().width(), 600)
    long = "Congenital amegakaryocytic thrombocytopenia"
    entry = library.entry("felty-syndrome")
    pane.show_entry(replace(entry, title=long, sections=(), references=()))
    qtbot.wait(20)
    area = pane.findChild(QScrollArea)
    heading = next(each for each in pane.findChildren(Heading) if each.accessibleName() == long)
    assert heading.text().replace("\N{SOFT HYPHEN}", "") == long
    assert area.horizontalScrollBar().maximum() == 0
    assert heading.mapTo(pane, heading.rect().topRight()).x() <= pane.width()


def test_a_title_that_has_room_is_shown_letter_by_letter(pane: ReaderPane) -> None:
    (heading,) = [each for each in pane.findChildren(Heading) if each.accessibleName() == "Felty syndrome"]
    assert heading.text() == "Felty syndrome"

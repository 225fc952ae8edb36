from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QHeaderView, QLabel, QScrollArea, QTableWidget, QWidget

from neutrogui import bundle
from neutrogui.ui.accessible import Heading, ListItem, Text
from neutrogui.ui.guide_window import ADMINISTRATION, GUIDE, GUIDES, GuideWindow
from neutrogui.ui.main_window import MainWindow
from neutrogui.ui.style import ZOOM_STEPS, Style
from tests.ui.looking import cut, settled

TEXT = """# User’s guide

Read [the packages](deploying.md#packages) or [below](#calculate).

## Calculate

- Type the *count*.

### A detail

    neutrogui tree

![The window](window.png)

![Gone](gone.png)

| path | where it is looked for |
|---|---|
| `C:\\ProgramData\\NeutroGUI\\clinic.json` | words that have to wrap in a column that is narrower than they are |
| `b` | words that have to wrap in a column that is narrower than they are, again and again and again |

Below the table.

Many words that need more lines in a column of some eighty characters than they need in the whole width of the page, so
that whoever asks how high they are has to ask at the right width. Many words that need more lines in a column of some.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / GUIDE).write_text(TEXT, encoding="utf-8")
    (tmp_path / ADMINISTRATION).write_text("# Deploying\n\nFirst.\n\n## Packages\n\nOne folder.", encoding="utf-8")
    picture = QImage(2000, 100, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    assert picture.save(str(tmp_path / "window.png"))
    return tmp_path


@pytest.fixture
def guides(qtbot, style: Style, folder: Path) -> GuideWindow:
    window = GuideWindow(folder, style)
    qtbot.addWidget(window)
    window.show_page(GUIDE)
    window.show()
    return window


def shown(window: GuideWindow) -> list[str]:
    return [label.text() for label in window.area.widget().findChildren(Text)]


def roles(window: GuideWindow) -> list[tuple[QAccessible.Role, str]]:
    page = QAccessible.queryAccessibleInterface(window.area.widget())
    return [(page.child(n).role(), page.child(n).text(QAccessible.Text.Name)) for n in range(page.childCount())]


def test_the_contents_name_every_page_of_every_guide_that_is_there(guides: GuideWindow) -> None:
    tops = [guides.contents.topLevelItem(n) for n in range(guides.contents.topLevelItemCount())]
    assert [(top.text(0), [top.child(n).text(0) for n in range(top.childCount())]) for top in tops] == [
        ("User’s guide", ["Calculate"]),
        ("Deploying", ["Packages"]),
    ]


def test_a_page_is_chosen_in_the_contents_by_keyboard(guides: GuideWindow, qtbot) -> None:
    guides.contents.setFocus()
    qtbot.keyClick(guides.contents, Qt.Key.Key_Down)
    assert shown(guides)[0] == "Calculate"


def test_headings_items_code_pictures_and_tables_reach_a_screen_reader(guides: GuideWindow) -> None:
    guides.show_page(GUIDE, "calculate")
    role = QAccessible.Role
    assert roles(guides)[:-1] == [
        (role.Heading, "Calculate"),
        (role.List, ""),
        (role.Heading, "A detail"),
        (role.StaticText, "neutrogui tree"),
        (role.Graphic, "The window"),
        (role.StaticText, "Gone"),
        (role.Table, "Table: path, where it is looked for"),
        (role.StaticText, "Below the table."),
    ]
    assert [item.accessibleName() for item in guides.area.findChildren(ListItem)] == ["Type the count."]


@pytest.mark.parametrize(
    ("target", "page"),
    [("deploying.md#packages", "Packages"), ("#a-detail", "Calculate"), ("deploying.md", "Deploying")],
)
def test_a_link_leads_to_the_page_that_holds_its_heading(guides: GuideWindow, target: str, page: str) -> None:
    label = next(label for label in guides.area.findChildren(Text) if "packages" in label.text())
    label.linkActivated.emit(target)
    assert shown(guides)[0] == guides.contents.currentItem().text(0) == page


def test_a_picture_is_no_wider_than_the_text(guides: GuideWindow) -> None:
    guides.show_page(GUIDE, "calculate")
    picture = next(label for label in guides.area.findChildren(QLabel) if label.accessibleName() == "The window")
    assert 200 < picture.pixmap().width() < 1000
    assert picture.pixmap().width() <= guides.area.viewport().width()


@pytest.mark.parametrize("zoom", [100, ZOOM_STEPS[-1]])
def test_no_cell_cuts_its_longest_word_at_any_text_size(guides: GuideWindow, style: Style, qtbot, zoom: int) -> None:
    style.zoom = zoom
    style.apply()
    guides.show_page(GUIDE, "calculate")
    guides.restyle()
    qtbot.wait(20)
    table = guides.area.findChild(QTableWidget)
    assert table.horizontalHeader().sectionResizeMode(0) == QHeaderView.ResizeMode.Fixed
    for column in range(table.columnCount()):
        for text in (*table.item(0, column).text().split(), table.horizontalHeaderItem(column).text()):
            assert table.columnWidth(column) >= table.fontMetrics().horizontalAdvance(text)
    reached = guides.area.viewport().width() + guides.area.horizontalScrollBar().maximum()
    assert table.mapTo(guides.area.widget(), table.rect().topRight()).x() <= reached


@pytest.mark.parametrize("width", [700, 1300])
def test_what_stands_below_a_table_does_not_cover_it(guides: GuideWindow, folder: Path, qtbot, width: int) -> None:
    guides.resize(width, 400)
    guides.show_page(GUIDE, "calculate")
    table = guides.area.findChild(QTableWidget)
    below = next(label for label in guides.area.findChildren(Text) if label.text() == "Below the table.")

    def apart() -> bool:
        rows = sum(table.rowHeight(row) for row in range(table.rowCount()))
        texts = sorted(guides.area.widget().findChildren(Text), key=lambda text: text.y())
        return (
            table.viewport().height() >= rows
            and below.y() >= table.geometry().bottom()
            and all(above.geometry().bottom() < text.y() for above, text in pairwise(texts[-2:]))
            and texts[-1].height() >= texts[-1].heightForWidth(texts[-1].width())
        )

    qtbot.waitUntil(apart, timeout=2000)


def test_text_grows_with_the_text_size(guides: GuideWindow, style: Style) -> None:
    before = guides.area.findChild(Heading).font().pointSizeF()
    style.zoom = 150
    style.apply()
    guides.restyle()
    assert guides.area.findChild(Heading).font().pointSizeF() > before
    assert shown(guides)[0] == "User’s guide"


def test_without_its_files_the_window_says_so(qtbot, style: Style, tmp_path: Path) -> None:
    window = GuideWindow(tmp_path, style)
    qtbot.addWidget(window)
    window.show_page(GUIDE)
    window.restyle()
    assert shown(window) == ["The guides can’t be read. NeutroGUI has to be installed again."]


def test_every_page_of_the_real_guides_can_be_shown_and_named(qtbot, style: Style) -> None:
    window = GuideWindow(bundle.guides(), style)
    qtbot.addWidget(window)
    window.show()
    assert window.contents.topLevelItemCount() == len(GUIDES)
    item = window.contents.topLevelItem(0)
    while item is not None:
        window.contents.setCurrentItem(item)
        assert shown(window)[0] == item.text(0)
        pictures = [label for label in window.area.findChildren(QLabel) if not label.pixmap().isNull()]
        assert all(picture.accessibleName() for picture in pictures)
        nameless = [
            widget
            for widget in window.findChildren(QWidget)
            if widget.isVisible()
            and isinstance(widget, QScrollArea | QTableWidget)
            and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        ]
        assert not nameless
        item = window.contents.itemBelow(item)


@pytest.mark.parametrize("zoom", [100, 200])
def test_no_sentence_of_the_real_guides_is_scrolled_sideways_on_a_small_screen(qtbot, style: Style, zoom: int) -> None:
    style.zoom = zoom
    style.apply()
    window = GuideWindow(bundle.guides(), style)
    qtbot.addWidget(window)
    window.resize(1024, 700)
    window.show()
    scrolled = 0
    item = window.contents.topLevelItem(0)
    while item is not None:
        window.contents.setCurrentItem(item)
        settled()
        assert not cut(window), item.text(0)
        assert window.area.widget().width() <= window.area.viewport().width(), item.text(0)
        for table in window.area.findChildren(QTableWidget):
            rows = sum(table.rowHeight(row) for row in range(table.rowCount()))
            assert table.viewport().height() >= rows, item.text(0)
            scrolled += table.horizontalScrollBar().maximum() > 0
        for picture in (label for label in window.area.findChildren(QLabel) if not label.pixmap().isNull()):
            width, height = picture.pixmap().width(), picture.pixmap().height()
            assert abs(picture.height() * width - picture.width() * height) <= 2 * width, item.text(0)
        item = window.contents.itemBelow(item)
    # Else this proves nothing of tables that are wider than their page.
    assert scrolled


def test_help_opens_both_guides_beside_the_window_which_closes_them(window: MainWindow) -> None:
    window.actions_by_key["guide"].trigger()
    assert shown(window.guide)[0] == "User’s guide"
    assert not window.guide.isModal()
    window.actions_by_key["administration"].trigger()
    assert shown(window.guide)[0] == "Deploying: for administrators"
    window.set_zoom(150)
    assert window.guide.area.findChild(Heading).accessibleName() == "Deploying: for administrators"
    window.close()
    assert not window.guide.isVisible()

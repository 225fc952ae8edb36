import pytest
from PySide6.QtCore import QModelIndex

from neutrogui.domain.facet import TAGS
from neutrogui.domain.query import Hit, Match
from neutrogui.ui.hit_delegate import HIT
from neutrogui.ui.narrow_panel import NarrowPanel
from neutrogui.ui.outline_pane import OutlinePane


@pytest.fixture
def panel(qtbot, style) -> NarrowPanel:
    panel = NarrowPanel(style)
    qtbot.addWidget(panel)
    panel.show()
    return panel


@pytest.fixture
def pane(qtbot, style, library) -> OutlinePane:
    pane = OutlinePane(style)
    qtbot.addWidget(pane)
    pane.resize(320, 700)
    pane.show()
    pane.set_library(library)
    pane.narrow_button.setChecked(True)
    return pane


def entries(pane: OutlinePane) -> list[str]:
    model = pane.tree.model()

    def below(index: QModelIndex) -> list[str]:
        found = [index.data()] if index.isValid() else []
        while model.canFetchMore(index):
            model.fetchMore(index)
        for row in range(model.rowCount(index)):
            found += below(model.index(row, 0, index))
        return found

    return below(QModelIndex())


def test_an_answer_that_would_leave_nothing_is_not_offered(panel: NarrowPanel) -> None:
    panel.show_counts({"inherited": 3})
    assert panel.button("inherited").isVisible()
    assert "3" in panel.button("inherited").text()
    assert not panel.button("acquired").isVisible()


def test_a_chosen_answer_stays_in_sight_so_that_it_can_be_taken_back(panel: NarrowPanel) -> None:
    panel.show_counts(dict.fromkeys(TAGS, 1))
    panel.button("inherited").click()
    panel.show_counts({})
    assert panel.button("inherited").isVisible()
    panel.reset()
    assert panel.chosen == ()


def test_every_answer_has_its_number_for_a_screen_reader(panel: NarrowPanel) -> None:
    panel.show_counts(dict.fromkeys(TAGS, 2))
    assert all(panel.button(tag).accessibleName() == f"{tag}, 2 entries" for tag in TAGS)


def test_choosing_narrows_the_tree_at_once_and_says_why(pane: OutlinePane) -> None:
    pane.narrow_panel.button("large spleen").click()
    assert entries(pane) == ["By type", "Felty syndrome"]
    model = pane.tree.model()
    assert "large spleen" in model.index(0, 0, model.index(0, 0)).data(HIT).line[0].text
    assert pane.message.text() == "1 entry"


def test_a_search_and_an_answer_narrow_together(pane: OutlinePane) -> None:
    pane.search("neutropenia")
    assert "What neutropenia is" in entries(pane)
    pane.narrow_panel.button("acquired").click()
    assert "Felty syndrome" not in entries(pane)
    pane.search("felty")
    assert entries(pane) == ["By type", "Felty syndrome"]


def test_closing_the_panel_brings_the_whole_tree_back(pane: OutlinePane) -> None:
    whole = entries(pane)
    pane.narrow_panel.button("large spleen").click()
    pane.narrow_button.setChecked(False)
    assert pane.narrow_panel.chosen == ()
    assert "Enlarged spleen" in entries(pane)
    assert len(entries(pane)) >= len(whole) - 1


def test_the_answers_choose_among_all_that_was_found_not_among_the_best_alone(pane: OutlinePane, library) -> None:
    many = [Hit("what-neutropenia-is", f"Row {n}", Match.TEXT, "line", "title") for n in range(60)]
    library.search = lambda typed, limit=50: [
        *many,
        Hit("felty-syndrome", "Felty syndrome", Match.TEXT, "line", "title", tags=frozenset({"large spleen"})),
    ][:limit]
    pane.search("line")
    pane.narrow_panel.button("large spleen").click()
    assert entries(pane) == ["By type", "Felty syndrome"]

import gc

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QStandardItem
from PySide6.QtTest import QAbstractItemModelTester

from neutrogui.domain.outline import Place
from neutrogui.ui.outline_model import ENTRY_ID, OutlineModel

WAYS = (
    Place("By type", "", (Place("Acquired", "acquired", (Place("Felty", "felty"),)), Place("Inherited", "inherited"))),
    Place("By mechanism", "", (Place("Felty", "felty"),)),
)


@pytest.fixture
def dressed() -> list[str]:
    return []


@pytest.fixture
def model(qtbot, dressed) -> OutlineModel:
    def dress(item: QStandardItem, place: Place) -> None:
        dressed.append(place.title)

    model = OutlineModel(dress)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(WAYS)
    return model


def test_rows_are_made_only_when_their_place_is_opened(model: OutlineModel, dressed: list[str]) -> None:
    by_type = model.index(0, 0)
    assert dressed == ["By type", "By mechanism"]
    assert model.hasChildren(by_type)
    assert model.rowCount(by_type) == 0
    model.fetchMore(by_type)
    assert dressed == ["By type", "By mechanism", "Acquired", "Inherited"]
    assert not model.canFetchMore(by_type)
    model.fetchMore(by_type)
    assert model.rowCount(by_type) == 2
    assert not model.hasChildren(model.index(1, 0, by_type))


def test_the_whole_can_be_made_at_once(model: OutlineModel, dressed: list[str]) -> None:
    dressed.clear()
    model.show(WAYS, whole=True)
    assert sorted(dressed) == ["Acquired", "By mechanism", "By type", "Felty", "Felty", "Inherited"]
    assert not model.canFetchMore(model.index(0, 0))


def test_rows_that_are_shown_no_more_are_not_kept(model: OutlineModel) -> None:
    def rows() -> int:
        gc.collect()
        return sum(isinstance(each, QStandardItem) for each in gc.get_objects())

    model.show(WAYS, whole=True)
    before = rows()
    for _ in range(5):
        model.show(WAYS, whole=True)
    assert rows() == before


def test_a_row_is_found_along_its_trail_although_it_was_not_made_yet(model: OutlineModel) -> None:
    trail = (WAYS[0], WAYS[0].children[0], WAYS[0].children[0].children[0])
    index = model.index_of(trail)
    assert (index.data(), index.data(ENTRY_ID), index.parent().data()) == ("Felty", "felty", "Acquired")
    assert not model.index_of((WAYS[0], Place("Felty", "felty"))).isValid()
    assert model.index_of(()) == QModelIndex()


def test_a_way_is_put_shown_anew_and_taken_away(model: OutlineModel) -> None:
    assert not model.put_way(Place("Favourites"), 0).isValid()
    assert model.rowCount() == 2
    kept = model.put_way(Place("Favourites", "", (Place("Felty", "felty"),)), 0)
    assert (kept.row(), kept.data(), model.index(0, 0, kept).data()) == (0, "Favourites", "Felty")
    assert model.index(1, 0).data() == "By type"
    anew = model.put_way(Place("Favourites", "", (Place("Inherited", "inherited"), Place("Felty", "felty"))), 0)
    assert [model.index(row, 0, anew).data() for row in range(model.rowCount(anew))] == ["Inherited", "Felty"]
    assert model.rowCount() == 3
    model.put_way(Place("Favourites"), 0)
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["By type", "By mechanism"]

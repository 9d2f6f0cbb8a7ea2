"""A layout in lines, whose widgets go in every way in which Qt and Python let them go."""

import gc
from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.tags.flow_layout import FlowLayout
from reader.ui.tags.tag_chip import TagChip

NAMES = ["Madrid", "Chile", "Río de la Plata", "naviera"]


class Line:
    """A widget with chips in a layout of its own, or in one inside of another layout."""

    def __init__(self, *, is_nested: bool) -> None:
        self.widget = QWidget()
        self.flow = FlowLayout() if is_nested else FlowLayout(self.widget)
        for name in NAMES:
            self.flow.addWidget(TagChip(name, None))
        if is_nested:
            QVBoxLayout(self.widget).addLayout(self.flow)

    def chip(self, place: int) -> TagChip:
        """Return the chip at a place."""
        item = self.flow.itemAt(place)
        assert item is not None
        chip = item.widget()
        assert isinstance(chip, TagChip)
        return chip

    def names(self) -> list[str]:
        """Return the names on the chips, in their order."""
        return [self.chip(place).name for place in range(self.flow.count())]

    def lay_out(self, width: int) -> list[tuple[int, int]]:
        """Lay all out anew at a width, once all that was to go has gone; return where chips are."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # type: ignore[arg-type]
        gc.collect()
        self.flow.invalidate()
        self.widget.resize(width, 300)
        QApplication.processEvents()
        chips = [self.chip(place) for place in range(self.flow.count())]
        return [(chip.y(), chip.x()) for chip in chips]


@pytest.fixture(params=[False, True], ids=["own", "nested"])
def line(request: pytest.FixtureRequest, qtbot: QtBot) -> Line:
    made = Line(is_nested=request.param)
    qtbot.addWidget(made.widget)
    made.widget.show()
    return made


def delete_later(line: Line, chip: TagChip) -> None:
    chip.deleteLater()


def delete_at_once(line: Line, chip: TagChip) -> None:
    shiboken6.delete(chip)


def remove_first(line: Line, chip: TagChip) -> None:
    line.flow.removeWidget(chip)
    chip.hide()
    chip.deleteLater()


def remove_after(line: Line, chip: TagChip) -> None:
    chip.deleteLater()
    line.flow.removeWidget(chip)


def take_out(line: Line, chip: TagChip) -> None:
    line.flow.takeAt(line.flow.indexOf(chip))
    chip.deleteLater()


def take_from_its_parent(line: Line, chip: TagChip) -> None:
    chip.setParent(None)


def give_to_another(line: Line, chip: TagChip) -> None:
    other = QWidget()
    QVBoxLayout(other).addWidget(chip)
    line.widget.destroyed.connect(other.deleteLater)


WAYS = [
    delete_later,
    delete_at_once,
    remove_first,
    remove_after,
    take_out,
    take_from_its_parent,
    give_to_another,
]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("is_held", [False, True])
def test_flow_a_chip_that_goes_leaves_the_others_in_their_order(
    line: Line, way: Callable[[Line, TagChip], None], is_held: bool
) -> None:
    held = [line.flow.itemAt(place) for place in range(4)] if is_held else []
    way(line, line.chip(1))
    places = line.lay_out(width=400)
    assert line.names() == ["Madrid", "Río de la Plata", "naviera"]
    assert places == sorted(places)
    assert len(set(places)) == 3
    del held  # until now


@pytest.mark.parametrize("way", WAYS)
def test_flow_chips_come_and_go_many_times(
    line: Line, way: Callable[[Line, TagChip], None]
) -> None:
    for round_ in range(6):
        for place in range(6):
            line.flow.insert_widget(place, TagChip(f"{round_} {place}", None))
        line.lay_out(width=200 + 60 * round_)
        for chip in [line.chip(place) for place in range(6)]:
            way(line, chip)
        line.lay_out(width=300)
    assert line.names() == NAMES


def test_flow_all_chips_may_go(line: Line) -> None:
    chips = [line.chip(place) for place in range(line.flow.count())]
    for way, chip in zip(WAYS[:4], chips, strict=True):
        way(line, chip)
    assert line.lay_out(width=400) == []
    assert line.flow.count() == 0


@pytest.mark.parametrize("way", [way for way in WAYS if way is not take_out])
def test_flow_the_item_of_a_chip_that_goes_is_known_to_be_deleted(
    line: Line, way: Callable[[Line, TagChip], None]
) -> None:
    held = [line.flow.itemAt(place) for place in range(line.flow.count())]
    way(line, line.chip(1))
    line.lay_out(width=400)
    assert [shiboken6.isValid(item) for item in held] == [True, False, True, True]


def test_flow_what_was_taken_out_is_deleted_with_its_last_reference(qtbot: QtBot) -> None:
    line = Line(is_nested=False)
    qtbot.addWidget(line.widget)
    item = line.flow.takeAt(0)
    assert item is not None
    assert shiboken6.ownedByPython(item)


def test_flow_a_chip_that_is_put_in_again_is_there_once(line: Line) -> None:
    line.flow.addWidget(line.chip(0))
    line.lay_out(width=400)
    assert line.names() == [*NAMES[1:], NAMES[0]]


@pytest.mark.parametrize("is_nested", [False, True])
def test_flow_layout_and_chips_go_with_their_widget(qapp: QApplication, is_nested: bool) -> None:
    line = Line(is_nested=is_nested)
    parts = [line.flow, *(line.chip(place) for place in range(4))]
    shiboken6.delete(line.widget)
    assert not any(shiboken6.isValid(part) for part in parts)

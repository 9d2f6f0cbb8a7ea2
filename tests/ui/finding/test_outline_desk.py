"""The outline beside the text, and the keys from heading to heading and paragraph to paragraph."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.finding.conftest import Room
from tests.ui.finding.finding_samples import SECTIONS
from tests.ui.reading.reading_samples import document


def current(room: Room) -> str:
    return room.page.tree.currentIndex().data() or ""


def section(room: Room, number: int) -> int:
    return room.text.index(f"Sección número {number}\n")


def test_outline_shows_headings_under_each_other(room: Room) -> None:
    model = room.page.model
    tops = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert tops == [f"Sección número {n}" for n in range(1, SECTIONS + 1) if n % 3]
    second = model.index(1, 0)
    assert model.rowCount(second) == 1
    assert model.index(0, 0, second).data() == "Sección número 3"
    assert model.parent(model.index(0, 0, second)) == second
    assert model.parent(second) == QModelIndex()


def test_outline_follows_what_is_read(qtbot: QtBot, room: Room) -> None:
    qtbot.waitUntil(lambda: current(room) == "Sección número 1")
    room.view.lead_to(section(room, 8) + 400, part=0)
    room.view._chosen = None
    qtbot.waitUntil(lambda: current(room) == "Sección número 8")


def test_outline_leads_to_a_heading_and_back(qtbot: QtBot, room: Room) -> None:
    row = room.page.model.index_of(8)
    room.page.tree.scrollTo(row)
    place = room.page.tree.visualRect(row).center()
    QTest.mouseClick(room.page.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: room.view.spot() == section(room, 9))
    assert abs(room.view.span_rect(section(room, 9), section(room, 9) + 5).top()) < 60
    qtbot.waitUntil(lambda: current(room) == "Sección número 9")
    assert room.trail.go(-1)
    qtbot.waitUntil(lambda: room.view.reading_offset() == 0)


def test_outline_filter_keeps_what_stands_above(qtbot: QtBot, room: Room) -> None:
    room.page.filter_edit.setText("NUMERO 3")
    model = room.page.model
    qtbot.waitUntil(lambda: model.rowCount() == 1)
    assert model.index(0, 0).data() == "Sección número 2"
    assert model.index(0, 0, model.index(0, 0)).data() == "Sección número 3"
    room.page.filter_edit.setText("nada de eso")
    qtbot.waitUntil(lambda: room.page.message == "No heading has that.")


def test_outline_of_an_article_without_headings_says_so(qtbot: QtBot, room: Room) -> None:
    with qtbot.waitSignal(room.outline.entries_changed) as told:
        room.controller.open(document("Uno.", "Dos."))
    assert told.args == [False]
    assert room.page.message == "This article has no headings."
    assert room.page.filter_edit.isHidden()


def test_keys_walk_from_heading_to_heading(qtbot: QtBot, room: Room) -> None:
    room.outline.walk_headings(1)
    room.outline.walk_headings(1)
    assert room.view.spot() == section(room, 3)
    room.outline.walk_headings(-1)
    assert room.view.spot() == section(room, 2)
    room.outline.walk_paragraphs(1)
    assert room.view.block_at(room.view.spot()) == room.view.block_at(section(room, 2)) + 1
    room.outline.walk_headings(-1)  # to the begin of the section that one is in
    assert room.view.spot() == section(room, 2)


def test_keys_walk_from_paragraph_to_paragraph_to_the_end(room: Room) -> None:
    document = room.controller.document
    assert document is not None
    seen = [room.view.block_at(room.view.spot())]
    for _ in range(len(document.blocks)):
        room.outline.walk_paragraphs(1)
        seen.append(room.view.block_at(room.view.spot()))
    assert seen[:-1] == list(range(len(document.blocks)))
    assert seen[-1] == seen[-2]
    room.outline.walk_paragraphs(-1)
    assert room.view.block_at(room.view.spot()) == len(document.blocks) - 2


def test_a_paragraph_stands_out_while_the_others_are_dimmed(room: Room) -> None:
    document = room.controller.document
    assert document is not None
    room.view.set_dimmed(dims=True)
    room.outline.walk_paragraphs(1)
    block = document.blocks[room.view.block_at(room.view.spot())]
    assert room.view._marks.lit == (block.start, block.end)
    room.view.set_dimmed(dims=False)
    assert room.view._marks.lit is None


def test_a_click_in_the_strip_can_be_gone_back(room: Room) -> None:
    room.strip.resize(13, room.view.viewport().height())
    QTest.mouseClick(room.strip, Qt.MouseButton.LeftButton, pos=room.strip.rect().center())
    assert room.view.reading_offset() > 0
    assert room.trail.can_go(-1)

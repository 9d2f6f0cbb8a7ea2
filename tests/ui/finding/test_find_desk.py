"""Finding in the open article, as hands do it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.ui.reading.overview import Layer
from tests.ui.finding.conftest import Room
from tests.ui.finding.finding_samples import SENTENCES
from tests.ui.reading.reading_samples import document

_KEY = Qt.Key
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALL = SENTENCES + 1  # nación, and NACION


def find(qtbot: QtBot, room: Room, words: str) -> None:
    room.desk.open()
    room.desk.bar.edit.selectAll()
    QTest.keyClicks(room.desk.bar.edit, words)
    finder = room.desk._finder
    qtbot.waitUntil(lambda: finder._query is not None and finder._query.text == words)
    qtbot.waitUntil(lambda: finder.is_done)


def count(room: Room) -> str:
    return room.desk.bar.count.text()


def test_find_marks_and_counts_all_and_goes_to_the_first(qtbot: QtBot, room: Room) -> None:
    find(qtbot, room, "nacion")
    assert count(room) == f"1 of {_ALL}"
    matches = room.view._marks.matches
    assert matches is not None
    assert len(matches) == _ALL
    assert {room.text[slice(*matches[i])] for i in range(_ALL)} == {"nación", "NACION"}
    assert room.view._marks.match == (room.text.index("nación"), room.text.index("nación") + 6)
    assert list(room.strip._layers[Layer.MATCHES].offsets) == list(matches.starts)


def test_find_goes_on_with_enter_and_round_both_ends(qtbot: QtBot, room: Room) -> None:
    find(qtbot, room, "nacion")
    edit = room.desk.bar.edit
    QTest.keyClick(edit, _KEY.Key_Return)
    assert count(room) == f"2 of {_ALL}"
    QTest.keyClick(edit, _KEY.Key_Return, _SHIFT)
    QTest.keyClick(edit, _KEY.Key_Return, _SHIFT)
    assert count(room) == f"{_ALL} of {_ALL} · from the end"
    assert room.view.is_on_page(room.text.index("NACION"))
    room.desk.step(1)
    assert count(room) == f"1 of {_ALL} · from the beginning"


def test_find_says_quietly_that_there_is_nothing(qtbot: QtBot, room: Room) -> None:
    place = room.view.reading_offset()
    find(qtbot, room, "ornitorrinco")
    assert count(room) == "Not found"
    assert not room.desk.bar.next_button.isEnabled()
    assert room.view.reading_offset() == place


def test_escape_closes_and_leaves_the_match_selected(qtbot: QtBot, room: Room) -> None:
    find(qtbot, room, "quirquincho")
    QTest.keyClick(room.desk.bar.edit, _KEY.Key_Escape)
    assert room.desk.bar.isHidden()
    start = room.text.index("quirquincho")
    assert room.view.selected_span() == (start, start + len("quirquincho"))
    assert room.view._marks.matches is None
    assert not room.strip._layers[Layer.MATCHES].offsets
    assert room.view.hasFocus()


def test_escape_in_the_text_closes_the_bar_too(qtbot: QtBot, room: Room) -> None:
    find(qtbot, room, "puerto")
    room.view.setFocus()
    QTest.keyClick(room.view, _KEY.Key_Escape)
    assert room.desk.bar.isHidden()


def test_find_takes_the_selection_and_remembers_the_last(qtbot: QtBot, room: Room) -> None:
    start = room.text.index("seguridad")
    room.view.select_span(start, start + len("seguridad"))
    room.desk.open()
    assert room.desk.bar.edit.text() == "seguridad"
    qtbot.waitUntil(lambda: count(room) == f"1 of {SENTENCES}")
    room.desk.close()
    room.view.select_span(0, 0)
    room.desk.open()
    assert room.desk.bar.edit.selectedText() == "seguridad"


def test_find_goes_on_from_where_one_has_selected(qtbot: QtBot, room: Room) -> None:
    find(qtbot, room, "puerto")
    later = room.text.index("Sección número 7")
    cursor: QTextCursor = room.view._text_cursor(later, later + 7)
    room.view.setTextCursor(cursor)
    room.desk.step(1)
    start = room.text.index("puerto", later)
    assert room.view._marks.match == (start, start + 6)


@pytest.mark.parametrize(
    ("words", "button", "expected"),
    [
        ("NACION", "exact_button", 1),
        ("frontera", "whole_button", SENTENCES),
        ("front", "whole_button", 0),
        ("quirquincho NACION", "any_button", _ALL + 1),
    ],
)
def test_find_minds_its_options(
    qtbot: QtBot, room: Room, words: str, button: str, expected: int
) -> None:
    getattr(room.desk.bar, button).setChecked(True)
    find(qtbot, room, words)
    matches = room.view._marks.matches
    assert (0 if matches is None else len(matches)) == expected


@pytest.mark.parametrize(
    ("words", "is_any", "expected"),
    [("acuerdo puerto", True, 2 * SENTENCES), ('"acuerdo de seguridad"', False, SENTENCES)],
)
def test_words_of_the_library_search_are_marked_where_they_led(
    qtbot: QtBot, room: Room, words: str, is_any: bool, expected: int
) -> None:
    start = room.text.index("acuerdo", room.text.index("número 9"))
    room.view.ensure_visible(start)
    place = room.view.reading_offset()
    room.desk.show_words(words, start)
    qtbot.waitUntil(lambda: room.desk._finder.is_done)
    assert room.desk.bar.any_button.isChecked() is is_any
    assert room.view._marks.match is not None
    assert room.view._marks.match[0] == start
    assert count(room).endswith(f"of {expected}")
    assert room.view.reading_offset() == place
    assert room.view.hasFocus()


def test_another_article_is_searched_without_a_jump(qtbot: QtBot, room: Room) -> None:
    find(qtbot, room, "puerto")
    room.controller.open(document("Nada.", *(["Un puerto y otro."] * 40)))
    qtbot.waitUntil(lambda: room.desk._finder.is_done)
    assert count(room).startswith("40 ")
    assert room.view.reading_offset() == 0
    room.desk.step(1)
    assert count(room) == "1 of 40"


def test_a_first_jump_of_the_search_can_be_gone_back(qtbot: QtBot, room: Room) -> None:
    assert not room.trail.can_go(-1)
    find(qtbot, room, "NACION y una")
    room.desk.step(1)
    assert room.trail.go(-1)
    assert room.view.reading_offset() == 0
    assert not room.trail.can_go(-1)
    assert room.trail.go(1)
    qtbot.waitUntil(lambda: room.view.is_on_page(room.text.index("NACION")))

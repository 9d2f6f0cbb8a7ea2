"""Each hint comes in its moment, once in a life: the first names, the first note, a correction."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.app import Application
from reader.ui.hints import Hint
from tests.ui.conftest import READING_MS, bench, close

LAVROV = "person:serguei-lavrov"


@pytest.mark.model
def test_hints_come_with_the_first_names_and_the_first_note(
    qtbot: QtBot, read: Callable[..., Application], start: Callable[..., Application]
) -> None:
    program = read()
    shown = bench(program)
    bar = shown.hints.bar
    qtbot.waitUntil(bar.isVisible)
    assert bar.hint is Hint.NOTE
    QTest.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(shown.controller.note_saved, timeout=READING_MS):
        shown.controller.save_note(LAVROV, "Ministro.")
    assert bar.isVisible()
    assert bar.hint is Hint.ANNOTATION
    close(qtbot, program)
    again = bench(start())
    with qtbot.waitSignal(again.controller.recognition_ended, timeout=READING_MS):
        again.open_files([Path(__file__).parents[2] / "seeds" / "muestra.txt"])
    assert not again.hints.bar.isVisible()
    assert again.hints.given == {Hint.NOTE.value, Hint.ANNOTATION.value}


def test_hints_leave_the_room_to_import_and_notice(
    qtbot: QtBot, start: Callable[..., Application]
) -> None:
    shown = bench(start())
    hints, importing = shown.hints, shown.imports.bar
    hints.give(Hint.NOTE)
    assert hints.bar.isVisible()
    importing.show_result("3 articles imported.")
    assert not hints.bar.isVisible()
    shown.notices.tell_error("The disk is full.")
    importing.close_button.click()
    assert shown.notices.isVisible()
    assert not hints.bar.isVisible()
    shown.notices.dismiss()
    qtbot.waitUntil(hints.bar.isVisible)

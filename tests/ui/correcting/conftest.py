"""The window on a library of two articles, the first of which is open."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.app import make_qapplication
from tests.ui.correcting.correcting_samples import DOCUMENT, Program, fill_two

Press = Callable[..., None]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "library.sqlite"
    fill_two(path)
    return path


@pytest.fixture
def program(qtbot: QtBot, path: Path) -> Iterator[Program]:
    make_qapplication()
    program = Program(path)
    program.window.resize(1200, 800)
    qtbot.waitExposed(program.window)
    program.window.activateWindow()
    with qtbot.waitSignal(program.controller.article_opened):
        program.controller.open_article(DOCUMENT.id)
    program.workbench.view.setFocus()
    yield program
    program.finish()


@pytest.fixture
def press(qtbot: QtBot, program: Program) -> Press:
    """Return a function that presses a key in the text, and waits for what it corrects."""

    def press_key(
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        *,
        text: str = "",
    ) -> None:
        program.window.activateWindow()
        qtbot.waitUntil(program.window.isActiveWindow)  # without a screen, a menu leaves it so
        with qtbot.waitSignal(program.controller.recognition_changed):
            if text:
                qtbot.keyClicks(program.workbench.view, text)
            else:
                qtbot.keyClick(program.workbench.view, key, modifiers)

    return press_key

"""The whole program in a test: the real window, threads, process and library file."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.app import Application, make_qapplication
from reader.ui.workbench import Workbench

READING_MS = 60_000
"""How long a test waits for the recognition process, which a busy machine starts slowly."""


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Application]]:
    """Return a function that starts the program on files; each is closed at the end of the test."""
    make_qapplication()
    started: list[Application] = []

    def start_program(*files: Path, library: Path | None = None) -> Application:
        program = Application(
            library=library or tmp_path / "library.sqlite",
            settings_file=tmp_path / "settings.toml",
            state_file=tmp_path / "window.ini",
        )
        started.append(program)
        with qtbot.waitSignal(program.built, timeout=READING_MS):
            program.open(files)
        shown = bench(program)
        qtbot.waitUntil(lambda: shown.start_page.isVisible() or shown.view.isVisible())
        return program

    yield start_program
    for program in started:
        if not program.finished:
            close(qtbot, program)
        # The words that the program's language brought would meet the tests that come after.
        for translator in bench(program).appearance._translators:
            QApplication.removeTranslator(translator)
    if started:  # nor may its colours
        application = make_qapplication()
        application.setStyleSheet("")
        application.setPalette(QPalette())


def bench(program: Application) -> Workbench:
    """Return what is in the program's window, once that has been built."""
    assert program.workbench is not None
    return program.workbench


def close(qtbot: QtBot, program: Application) -> None:
    """Close the window as a user does, wait until all is saved, and end the program."""
    if program.window.isVisible():
        with qtbot.waitSignal(program.window.closed, timeout=READING_MS):
            program.window.close()
    program.finish()
    program.window.deleteLater()


@pytest.fixture
def read(
    qtbot: QtBot, start: Callable[..., Application], article_path: Path
) -> Callable[..., Application]:
    """Return a function that starts the program and waits until the article has been recognized."""

    def read_article(path: Path = article_path, **options: Path) -> Application:
        program = start(**options)
        with qtbot.waitSignal(bench(program).controller.recognition_ended, timeout=READING_MS):
            bench(program).open_files([path])
        return program

    return read_article

"""The whole program on a library that is there already; names come from its cache alone."""

import random
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.app import Application
from reader.store.library import Library
from reader.ui.recognizer import Recognizer
from reader.ui.workbench import Workbench
from tests.store.examples import naming, news, person
from tests.ui.conftest import READING_MS, bench

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
CONTROL = Qt.KeyboardModifier.ControlModifier
LAVROV = person("Serguéi Lavrov")

Start = Callable[..., Application]


def paragraphs_of(name: str, count: int) -> list[str]:
    """Return paragraphs that are nothing like those of another name."""
    dice = random.Random(name)
    letters = "abcdefghilmnoprstuv"
    words = ["".join(dice.choices(letters, k=dice.randint(3, 9))) for _ in range(400)]
    lines = (" ".join(dice.choices(words, k=30)) for _ in range(count))
    return [f"En {name}, párrafo {number}: {line}." for number, line in enumerate(lines)]


def fill(path: Path, *names: str, paragraphs: int = 60) -> None:
    """Make a library of articles that are called so; each names Lavrov in its third paragraph."""
    with closing(Library.open(path)) as library:
        for name in names:
            texts = paragraphs_of(name, paragraphs)
            texts[2] += " Serguéi Lavrov habló de ello."
            parsed = news(*texts, title=f"Noticia {name}", language="es")
            library.shelf.add(parsed)
            library.store_recognition(naming(parsed.document, LAVROV, model="m"))


@pytest.fixture
def start(start: Start, monkeypatch: pytest.MonkeyPatch) -> Start:
    """Return a function that starts the program without its recognition process."""
    monkeypatch.setattr(Recognizer, "start", lambda _self: None)
    monkeypatch.setattr(Recognizer, "stop", lambda _self: None)
    monkeypatch.setattr(Recognizer, "recognize", lambda *_args, **_options: None)
    monkeypatch.setattr(Recognizer, "model_key", lambda _self, _language: "m")
    return start


@pytest.fixture
def program(qtbot: QtBot, start: Start, tmp_path: Path) -> Application:
    """Return the program on three articles, the first of which is open."""
    fill(tmp_path / "library.sqlite", "Uno", "Dos", "Tres")
    program = start()
    workbench = bench(program)
    qtbot.waitUntil(lambda: workbench.library_pane.count() == 3, timeout=READING_MS)
    qtbot.waitUntil(
        lambda: all(workbench.library_pane.model.article(row) for row in range(3)),
        timeout=READING_MS,
    )
    click(workbench, "Noticia Uno")
    wait_for_title(qtbot, workbench, "Noticia Uno")
    return program


@pytest.fixture
def workbench(program: Application) -> Workbench:
    """Return what is in the program's window."""
    return bench(program)


def wait_for_title(qtbot: QtBot, workbench: Workbench, wanted: str) -> None:
    """Wait until the article of that title is the open one."""
    qtbot.waitUntil(lambda: title(workbench) == wanted, timeout=READING_MS)


def title(workbench: Workbench) -> str:
    """Return what the open article is called; "" for none."""
    document = workbench.controller.document
    return "" if document is None else document.title


def titles(workbench: Workbench) -> list[str]:
    """Return what the tabs are called."""
    bar = workbench.tabs.strip.bar
    return [bar.tabText(number) for number in range(bar.count())]


def row_of(workbench: Workbench, name: str) -> int:
    """Return the row of an article in the list."""
    pane = workbench.library_pane
    found = [pane.model.article(row) for row in range(pane.count())]
    return next(row for row, each in enumerate(found) if each and each.title == name)


def click(workbench: Workbench, name: str, button: Qt.MouseButton = LEFT) -> None:
    """Click an article in the list."""
    pane = workbench.library_pane
    spot: QPoint = pane.view.visualRect(pane.model.index(row_of(workbench, name))).center()
    QTest.mouseClick(pane.view.viewport(), button, pos=spot)


def show(qtbot: QtBot, workbench: Workbench, number: int) -> None:
    """Click a tab, and wait until it is shown."""
    with qtbot.waitSignal(workbench.centre.moved, timeout=READING_MS):
        workbench.tabs.strip.bar.setCurrentIndex(number)


def open_aside(qtbot: QtBot, workbench: Workbench, name: str) -> None:
    """Open an article in a new tab, and go there."""
    click(workbench, name, MIDDLE)
    show(qtbot, workbench, titles(workbench).index(name))


def line_on_screen(workbench: Workbench) -> tuple[int, int]:
    """Return the offset that is read, and how many pixels below the top its line stands."""
    view = workbench.view
    offset = view.reading_offset()
    return offset, view.span_rect(offset, offset + 1).top()


def scroll(workbench: Workbench, pixels: int) -> tuple[int, int]:
    """Scroll to a height, and return the line that is read there."""
    workbench.view.verticalScrollBar().setValue(pixels)
    return line_on_screen(workbench)

"""What the program does with what it is started with, at first and later."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.app import PASTE, Application
from reader.store.library import Library
from tests.store.examples import news
from tests.ui.conftest import READING_MS, bench

Start = Callable[..., Application]


def test_app_opens_what_a_later_start_hands_over(
    qtbot: QtBot, start: Start, article_path: Path
) -> None:
    program = start()
    with qtbot.waitSignal(bench(program).controller.article_opened, timeout=READING_MS):
        program.open([str(article_path)])
    assert program.window.isVisible()


def test_app_goes_to_the_passage_of_an_address(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        added = library.shelf.add(news("Un paso.", "Otro paso que se enlaza."))
    program = start(library=path)
    view = bench(program).view
    with qtbot.waitSignal(bench(program).controller.article_opened, timeout=READING_MS):
        program.open([f"reader://article/{added.document_id}?start=10&end=19"])
    qtbot.waitUntil(lambda: view.selected_span() == (10, 19), timeout=READING_MS)


def test_app_says_where_an_address_leads_nowhere(qtbot: QtBot, start: Start) -> None:
    program = start()
    program.open(["reader://article/0123"])
    qtbot.waitUntil(lambda: bench(program).notices.sentence != "", timeout=READING_MS)
    assert bench(program).controller.document is None


def test_app_makes_an_article_of_the_clipboard(qtbot: QtBot, start: Start) -> None:
    program = start()
    QApplication.clipboard().setText("Ana Ruiz llegó a Lima el martes por la tarde. " * 5)
    with qtbot.waitSignal(bench(program).controller.article_opened, timeout=READING_MS):
        program.open([PASTE])

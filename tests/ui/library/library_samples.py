"""The library pane on a real library file, without the rest of the program."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.core.document import Document
from reader.store.library import Library
from reader.ui.article_controller import ArticleController
from reader.ui.background import LibraryThread
from reader.ui.library.desk import LibraryDesk
from reader.ui.recognizer import Recognizer
from tests.store.examples import clock, news
from tests.ui.panel.panel_samples import theme

WAIT_MS = 60_000


class Idle(Recognizer):
    """A recognizer that finds nothing, and needs no process for it."""

    def model_key(self, language: str) -> str:
        return "m"

    def recognize(self, document: Document, *, first_block: int = 0) -> None:
        pass


class Office:
    """A window with the pane; `close` ends its threads."""

    def __init__(self, qtbot: QtBot, path: Path) -> None:
        self.window = QWidget()
        self.window.resize(300, 800)
        self._owner = QObject()
        self.library = LibraryThread(path, self._owner)
        self.controller = ArticleController(
            self.library, Idle(parent=self._owner), parent=self._owner
        )
        self.desk = LibraryDesk(self.controller, self.library, self.window)
        self.pane = self.desk.pane
        self.pane.setParent(self.window)
        self.pane.resize(300, 800)
        self.pane.set_theme(theme("light"))
        self.desk.article_activated.connect(self.controller.open_article)
        qtbot.addWidget(self.window)
        self.window.show()
        with qtbot.waitSignal(self.desk.library_read, timeout=WAIT_MS):
            self.desk.refresh()

    def close(self) -> None:
        self.controller.finish()
        self.library.finish()

    def titles(self) -> list[str]:
        """Return the titles that are listed, as far as they are read."""
        articles = map(self.pane.model.article, range(self.pane.count()))
        return [article.title if article else "" for article in articles]

    def ask(self, qtbot: QtBot, question: "Callable[[Library], object]") -> object:
        """Return what the library answers, once all before it is done."""
        answers: list[object] = []
        self.library.call(question, done=answers.append)
        qtbot.waitUntil(lambda: bool(answers), timeout=WAIT_MS)
        return answers[0]


def fill(path: Path, count: int, *, opened: bool = False) -> list[str]:
    """Make a library of articles "Noticia 0", "Noticia 1" and so on; return their ids."""
    with Library.open(path, now=clock()) as library:
        return [
            library.shelf.add(
                news(
                    f"La noticia número {number} habla de Vigo y de otra cosa{number}.",
                    title=f"Noticia {number}",
                    outlet=f"Diario {number % 3}",
                    date=f"2026-11-{number % 28 + 1:02}",
                    source=f"/noticias/{number}.txt",
                ),
                opened=opened,
            ).document_id
            for number in range(count)
        ]

"""What articles come into the window from files: chosen, dropped, or the samples."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader import paths
from reader.ui.article_controller import ArticleController
from reader.ui.dialogs import ask_files_to_open
from reader.ui.notice_bar import NoticeBar
from reader.ui.window import Window

if TYPE_CHECKING:
    from reader.ui.importing.work_desk import WorkDesk

WORK_SUFFIXES = (".readerlib", ".jsonld", ".json")
"""How files with work are named; others are taken for articles, unless they are chosen for it."""

_SAMPLES = ("rusia-corea-del-norte.txt", "muestra.md", "cuaderno-del-faro.epub")


class Opening(QObject):
    """Open files as articles; those that hold the user's work go to its desk.

    `work` returns that, which is made by the first such file.
    """

    def __init__(
        self,
        window: Window,
        *,
        controller: ArticleController,
        work: "Callable[[], WorkDesk]",
        notices: NoticeBar,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._controller = controller
        self._work = work
        self._notices = notices
        self._last: list[Path] = []  # asked for last

    def open(self, files: list[Path]) -> None:
        """Open articles; the first that can be read is shown."""
        if files and not (files := self._without_work(files)):
            return  # they hold no article
        if files:
            self._last = files
            self._notices.dismiss()  # what went wrong before is not about these
        self._controller.open_files(files)

    def _without_work(self, files: list[Path]) -> list[Path]:
        """Have those of the files taken in that are named like work; return the others."""
        is_work = [file.suffix.lower() in WORK_SUFFIXES for file in files]
        for file, is_it in zip(files, is_work, strict=True):
            if is_it:
                self._work().take(file)
        return [file for file, is_it in zip(files, is_work, strict=True) if not is_it]

    def open_again(self) -> None:
        """Open what was asked for last: now there is a library for it."""
        self.open(self._last)

    def ask(self) -> None:
        """Let the user choose files to open."""
        self.open(ask_files_to_open(self._window))

    def open_sample(self) -> None:
        """Open the sample article."""
        self.open([paths.seeds() / _SAMPLES[0]])

    def open_samples(self) -> None:
        """Fill an empty library with the sample articles, the first one to be read at once."""
        self.open([paths.seeds() / name for name in _SAMPLES])

"""A library that is not where it was: what can be done, and which libraries there were."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal

from reader.ui.background import LibraryThread, SaveState
from reader.ui.backups.words import moment
from reader.ui.notice_bar import Choice

if TYPE_CHECKING:
    from reader.core.backups import Backup
    from reader.ui.backups.desk import BackupDesk


class KnownLibraries:
    """Remember where libraries were opened, so that an empty one is never made in their place."""

    def __init__(self, state: QSettings) -> None:
        self._state = state

    def has(self, path: Path) -> bool:
        """Return whether a library was opened at a path."""
        return self._state.value(_key(path)) is not None

    def add(self, path: Path) -> None:
        """Remember that a library was opened at a path; on the disk before anything can happen."""
        if not self.has(path):
            self._state.setValue(_key(path), str(path))
            self._state.sync()


def _key(path: Path) -> str:
    return f"libraries/{hashlib.sha256(str(path.absolute()).encode()).hexdigest()[:16]}"


class MissingLibrary(QObject):
    """Offer what can be done about a library that is not there any more.

    `reopen` shows the library at a path anew; the second argument says whether it may be made.
    """

    told = Signal(str)  # a sentence
    offered = Signal(str, object, object)  # a sentence, Choice, list[Choice]
    failed = Signal(object)  # ReaderError

    def __init__(
        self,
        library: LibraryThread,
        backups: "BackupDesk",
        *,
        reopen: Callable[[Path, bool], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._backups = backups
        self._reopen = reopen
        library.replaced.connect(self._on_replaced)

    def offer(self, sentence: str, other: Choice) -> None:
        """Tell that the library is missing, with what can be done; `other` is one more way.

        What isn't saved yet waits for this library: while there is such, no other is offered.
        """
        again = Choice(self.tr("Try again"), self._try_again)
        if self._library.is_open:
            self.offered.emit(sentence, again, [Choice(self.tr("Save it anew"), self._save_anew)])
            return
        if self._library.state is not SaveState.SAVED:
            self.offered.emit(sentence, again, [])
            return

        def done(newest: "Backup | None") -> None:
            choices = [other, Choice(self.tr("Begin a new one"), self._begin)]
            if newest is not None:
                words = self.tr("Put back the backup of {date}").format(date=moment(newest))
                choices.insert(0, Choice(words, lambda: self._backups.restore(newest.path)))
            self.offered.emit(sentence, again, choices)

        self._backups.find_newest(done)

    def _try_again(self) -> None:
        path = self._library.path
        if self._library.is_open or self._library.state is not SaveState.SAVED:
            self._library.retry()
        elif path is not None:
            self._reopen(path, False)

    def _save_anew(self) -> None:
        """Write what is still open where the library was, as its file may have been deleted."""

        def done(_none: None) -> None:
            self._library.retry()
            self.told.emit(self.tr("The library is there again, with all that was in it."))

        self._library.call_closing(
            lambda library: library.save_anew(), done=done, failed=self.failed.emit
        )

    def _begin(self) -> None:
        path = self._library.path
        if path is not None:
            self._reopen(path, True)
            self.told.emit(self.tr("A new library was begun in “{path}”.").format(path=path))

    def _on_replaced(self) -> None:
        path = self._library.path
        if path is not None:
            self._reopen(path, False)
            self.told.emit(
                self.tr(
                    "Another file has taken the library's place while it was open, and is the "
                    "library now; what it held until then is among the backups."
                )
            )

"""A library that can't be read: what is said of it, and what can be done."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader.core.errors import (
    DamagedLibraryError,
    LibraryError,
    MissingLibraryError,
    NoLibraryError,
    ReaderError,
)
from reader.ui.background import LibraryThread, SaveState
from reader.ui.backups.desk import BackupDesk
from reader.ui.backups.missing import MissingLibrary
from reader.ui.dialogs import ask_library
from reader.ui.notice_bar import Choice, NoticeBar


class LibraryTrouble(QObject):
    """Tell that the library can't be read, with the ways out; `use` goes on with another one."""

    def __init__(
        self,
        window: QWidget,
        *,
        library: LibraryThread,
        notices: NoticeBar,
        backups: BackupDesk,
        missing: MissingLibrary,
        use: Callable[[Path], object],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._notices = notices
        self._backups = backups
        self._missing = missing
        self._use = use
        self._is_told = False

    def tell(self, error: ReaderError, sentence: str) -> bool:
        """Tell of an error that says so; return False for any other."""
        is_missing = isinstance(error, MissingLibraryError)
        if not is_missing and (not isinstance(error, LibraryError) or self._library.is_open):
            return False
        self._is_told = True
        other = Choice(self.tr("Choose another library…"), self._choose)
        if is_missing:
            self._missing.offer(sentence, other)
        elif isinstance(error, DamagedLibraryError):
            # Where its first bytes are damaged, that it was opened before says that it is one.
            is_library = self._library.is_known or not isinstance(error, NoLibraryError)
            self._backups.offer(sentence, other, is_library=is_library)
        else:
            self._notices.tell_error(sentence, button=other.words, action=other.action)
        return True

    def take_back(self) -> None:
        """Take back what was said: a library has been read, and it no longer holds.

        What is still open can be read where it can't be written: then it holds.
        """
        if self._is_told and self._library.state is not SaveState.FAILED:
            self._is_told = False
            self._notices.dismiss()

    def _choose(self) -> None:
        path = ask_library(self._window)
        if path is not None:
            self._use(path)

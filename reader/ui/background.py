"""Run slow calls in threads of their own, and come back to the window with what they return."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from reader.core.errors import ReaderError

if TYPE_CHECKING:
    from reader.store.library import Library

Result = TypeVar("Result")
Failed = Callable[[ReaderError], None]


class BackgroundThread(QObject):
    """One thread that runs the calls given to it, one after another.

    Each call's outcome is handed back in the thread that made this object, by `done` or, for a
    `ReaderError`, by `failed`; any other exception is a bug, and is raised there.
    """

    _finished = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    def call(
        self,
        function: Callable[[], Result],
        *,
        done: Callable[[Result], None] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Run `function` in the thread; `done` gets what it returns."""
        future = self._executor.submit(function)
        future.add_done_callback(lambda ended: self._finished.emit((ended, done, failed)))

    def finish(self) -> None:
        """Wait until every call has run, and end the thread; what they return goes nowhere."""
        self._executor.shutdown(wait=True)

    def _on_finished(
        self, outcome: tuple[Future[Result], Callable[[Result], None] | None, Failed | None]
    ) -> None:
        future, done, failed = outcome
        error = future.exception()
        if isinstance(error, ReaderError) and failed is not None:
            failed(error)
        elif error is not None:
            raise error
        elif done is not None:
            done(future.result())


class LibraryThread(QObject):
    """The thread that the library lives in; a SQLite connection belongs to one thread.

    `path` is the library's file, None for one in memory. The file is opened by the first call.
    """

    saved_changed = Signal(bool)  # False while an edit is on its way to the disk

    def __init__(self, path: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._thread = BackgroundThread("library", self)
        self._unsaved = 0
        self._library: "Library | None" = None  # noqa: UP037 (not imported at run time)

    @property
    def saved(self) -> bool:
        """Return whether every edit so far is on the disk."""
        return self._unsaved == 0

    def call(
        self,
        function: "Callable[[Library], Result]",
        *,
        done: Callable[[Result], None] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Run `function` with the library; `done` gets what it returns."""
        self._thread.call(lambda: function(self._opened()), done=done, failed=failed)

    def save(
        self,
        function: "Callable[[Library], Result]",
        *,
        done: Callable[[Result], None] | None = None,
        failed: Failed,
    ) -> None:
        """Run `function`, which writes what the user made; `saved` is false until it has."""
        self._unsaved += 1
        if self._unsaved == 1:
            self.saved_changed.emit(False)

        def on_done(result: Result) -> None:
            if done is not None:
                done(result)
            self._on_saved()

        def on_failed(error: ReaderError) -> None:
            failed(error)
            self._on_saved()

        self.call(function, done=on_done, failed=on_failed)

    def finish(self) -> None:
        """Wait until every call has run, and close the library."""
        self._thread.call(self._close)
        self._thread.finish()

    def _on_saved(self) -> None:
        self._unsaved -= 1
        if self._unsaved == 0:
            self.saved_changed.emit(True)

    def _opened(self) -> "Library":
        if self._library is None:
            # Importing it takes longer than showing the window, so the thread does it.
            from reader.store.library import Library

            self._library = Library.open(self.path)
        return self._library

    def _close(self) -> None:
        if self._library is not None:
            self._library.close()
            self._library = None

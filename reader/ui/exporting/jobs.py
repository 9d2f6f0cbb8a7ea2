"""Exports and their previews, in a thread of their own with a connection of its own."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from reader.core.errors import ReaderError
from reader.exporting.registry import ExportCancelled, ExportReport
from reader.ui.background import BackgroundThread, LibraryThread

if TYPE_CHECKING:
    from reader.exporting.run import ExportTask
    from reader.store.library import Library

Result = TypeVar("Result")

_TELL_EVERY_S = 0.1


@dataclass(frozen=True, slots=True)
class Preview:
    """The beginning of an export, and how much there is in all of it."""

    text: str
    article_count: int
    entity_count: int
    is_cut: bool = False  # there is more than the text shows
    error: ReaderError | None = None  # of the template


class ExportJobs(QObject):
    """Run one export at a time; previews come between, and the newest alone counts."""

    progressed = Signal(int, int)  # done, of
    done = Signal(object)  # ExportReport
    cancelled = Signal()
    failed = Signal(object)  # ReaderError
    previewed = Signal(object)  # Preview

    def __init__(self, library: LibraryThread, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._exports = BackgroundThread("export", self)
        self._previews = BackgroundThread("preview", self)
        self._cancel = threading.Event()
        self._request = 0
        self._told = 0.0
        self.is_running = False

    def begin(self, task: "ExportTask") -> None:
        """Export, once everything that was typed is on the disk; nothing while one is under way."""
        if self.is_running:
            return
        self.is_running = True
        self._cancel.clear()
        self._library.call(
            lambda _library: None,
            done=lambda _none: self._run(task),
            failed=self._on_failed,
        )

    def cancel(self) -> None:
        """Stop the export that is under way; what is written already stays whole."""
        self._cancel.set()

    def preview(self, task: "ExportTask") -> None:
        """Show the beginning of an export; an earlier preview that isn't there yet is dropped."""
        self._request += 1
        request = self._request

        def read(library: "Library") -> Preview | None:
            from reader.ui.exporting.previewing import preview_of

            return preview_of(library, task) if request == self._request else None

        def show(preview: Preview | None) -> None:
            if preview is not None and request == self._request:
                self.previewed.emit(preview)

        self._with_library(self._previews, read, show, self.failed.emit)

    def finish(self) -> None:
        """Stop what is under way, and wait for its end."""
        self.cancel()
        self._request += 1
        self._previews.finish()
        self._exports.finish()

    def _run(self, task: "ExportTask") -> None:
        def write(library: "Library") -> ExportReport | None:
            from reader.exporting.run import run_export

            try:
                return run_export(library, task, step=self._step)
            except ExportCancelled:
                return None

        self._with_library(self._exports, write, self._on_done, self._on_failed)

    def _with_library(
        self,
        thread: BackgroundThread,
        function: "Callable[[Library], Result]",
        done: Callable[[Result], None],
        failed: Callable[[ReaderError], None],
    ) -> None:
        """Run a function with a connection of its own, or in the library's thread if in memory."""
        path = self._library.path
        if path is None:
            self._library.call(function, done=done, failed=failed)
            return

        def run() -> Result:
            from reader.store.library import Library

            with Library.open(path) as library:
                return function(library)

        thread.call(run, done=done, failed=failed)

    def _step(self, done: int, total: int) -> None:
        """Tell how far the export is; called in its thread."""
        if self._cancel.is_set():
            raise ExportCancelled
        now = time.monotonic()
        if now - self._told > _TELL_EVERY_S:
            self._told = now
            self.progressed.emit(done, total)

    def _on_done(self, report: ExportReport | None) -> None:
        self.is_running = False
        if report is None:
            self.cancelled.emit()
        else:
            self.done.emit(report)

    def _on_failed(self, error: ReaderError) -> None:
        self.is_running = False
        self.failed.emit(error)

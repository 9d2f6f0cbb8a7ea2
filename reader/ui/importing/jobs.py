"""Imports one after the other, behind the window, as Qt signals in the window's thread."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from reader.core.imports import Changed, Pace, Progress
from reader.importing import protocol
from reader.importing.service import ImportService
from reader.ui.background import BackgroundThread, LibraryThread


class ImportJobs(QObject):
    """Have files imported, and names found in what was, in a process of their own.

    `model` returns the user's choice of a recognition model. A library in memory has no imports.
    """

    began = Signal()  # an import
    progressed = Signal(object, object)  # Progress, seconds that the rest takes or None
    paused_changed = Signal(bool)
    stuck = Signal(object)  # ReaderError: the library takes no article; the import is paused
    reported = Signal(object)  # Report
    failed = Signal(object)  # ReaderError: there is no import
    ended = Signal()  # nothing is left to do
    _event = Signal(object, object)

    def __init__(
        self, library: LibraryThread, *, model: Callable[[], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._model = model
        self._service: ImportService | None = None
        self._ending = BackgroundThread("imports", self)
        self._waiting: list[protocol.Import] = []
        self._current: protocol.Import | protocol.CatchUp | None = None
        self._is_catch_up_due = False
        self._is_reported = False
        self._is_held = False
        self._is_paused = False
        self._is_finished = False
        self._pace = Pace()
        self.progress = Progress()
        self._event.connect(self._on_event, Qt.ConnectionType.QueuedConnection)

    @property
    def is_importing(self) -> bool:
        """Return whether files are still to be imported."""
        has_files = isinstance(self._current, protocol.Import) and not self._is_reported
        return has_files or bool(self._waiting)

    @property
    def is_busy(self) -> bool:
        """Return whether anything is under way."""
        return self._current is not None

    @property
    def process_id(self) -> int | None:
        """Return the id of the import's process; None where it isn't running."""
        return self._service.process_id if self._service is not None else None

    def import_paths(self, paths: Iterable[Path], *, changed: Changed = Changed.LEAVE) -> None:
        """Import files, and folders with their subfolders, after what was asked for before."""
        self._waiting.append(protocol.Import(tuple(paths), changed))
        if isinstance(self._current, protocol.CatchUp):
            self._is_catch_up_due = True
            self._send(protocol.Cancel())
        self._begin_next()

    def catch_up(self) -> None:
        """Find the names in articles where nobody has searched yet, when all is imported."""
        self._is_catch_up_due = True
        self._begin_next()

    def pause(self) -> None:
        """Begin with no other file until `resume`."""
        self._set_paused(True)

    def resume(self) -> None:
        """Go on."""
        self._set_paused(False)

    def cancel(self) -> None:
        """Call off what is under way, and what waits; a report says what was done."""
        self._waiting.clear()
        self._is_catch_up_due = False
        self._send(protocol.Cancel())
        self._is_paused = False

    def hold(self, held: bool) -> None:
        """Let the article that the user reads go before the imported ones."""
        if held != self._is_held:
            self._is_held = held
            if self._current is not None:
                self._send(protocol.Hold(held))

    def finish(self) -> None:
        """End the process, nothing half-done; names not found yet are found another time."""
        self._is_finished = True
        self._waiting.clear()
        if self._service is not None:
            self._service.stop()
        self._service = self._current = None
        self._ending.finish()

    # ---- inside

    def _send(self, command: protocol.Command) -> None:
        if self._service is not None:
            self._service.send(command)

    def _set_paused(self, paused: bool) -> None:
        self._is_paused = paused
        self._pace.pause()
        self._send(protocol.Pause(paused))
        self.paused_changed.emit(paused)

    def _begin_next(self) -> None:
        path = self._library.path
        if self._current is not None or self._is_finished or path is None:
            return
        if self._waiting:
            self._current = self._waiting.pop(0)
        elif self._is_catch_up_due:
            self._is_catch_up_due = False
            self._current = protocol.CatchUp()
        else:
            return
        self._is_reported = self._is_paused = False
        self._pace = Pace()
        self.progress = Progress(is_counting=True)
        if self._service is None:
            service = ImportService(
                path, model=self._model(), on_event=lambda event: self._event.emit(service, event)
            )
            self._service = service
        if isinstance(self._current, protocol.Import):
            self.began.emit()
        self._send(self._current)
        if self._is_held:
            self._send(protocol.Hold(True))

    def _on_event(self, service: ImportService, event: protocol.Event) -> None:
        if service is not self._service:
            return
        match event:
            case protocol.Progressed():
                self._on_progressed(event.progress)
            case protocol.Stuck():
                self._is_paused = True
                self._pace.pause()
                self.stuck.emit(event.error)
            case protocol.Reported():
                self._is_reported = True
                self.reported.emit(event.report)
            case protocol.Failed():
                is_import = isinstance(self._current, protocol.Import)
                self._end()
                if is_import:  # else nobody has asked for it
                    self.failed.emit(event.error)
                self.ended.emit()
                self._begin_next()
            case protocol.Idle():
                self._current = None
                if not self._waiting and not self._is_catch_up_due:
                    self._end()
                    self.ended.emit()
                self._begin_next()

    def _on_progressed(self, progress: Progress) -> None:
        if not isinstance(self._current, protocol.Import):
            return  # what nobody asked for is done quietly
        self.progress = progress
        remaining: float | None = None
        if not progress.is_counting and not self._is_paused:
            self._pace.step(time.monotonic(), progress.done)
            remaining = self._pace.remaining_s(progress.done, progress.total)
        self.progressed.emit(progress, remaining)

    def _end(self) -> None:
        """End the process without waiting for it."""
        service, self._service, self._current = self._service, None, None
        if service is not None:
            self._ending.call(service.stop)

"""The process of an import: it takes commands from a pipe, and ends when that is closed."""

import contextlib
import os
import queue
import signal
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from reader.core.errors import LibraryError
from reader.core.imports import Progress, Report
from reader.importing.engine import Importer
from reader.importing.protocol import (
    Cancel,
    CatchUp,
    Command,
    Event,
    Failed,
    Hold,
    Idle,
    Import,
    Pause,
    Progressed,
    Reported,
    Stop,
    Stuck,
)
from reader.store.library import Library

NICENESS = 10
TOLD_EVERY_S = 0.1
"""How often, at the most, progress is told."""


def serve(connection: Connection, library_path: Path, model: str) -> None:
    """Import what is asked for into the library at a path until the other end is closed."""
    # Ctrl+C in a terminal reaches the whole group; the parent decides when this one ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        with contextlib.suppress(OSError):
            os.nice(NICENESS)
    _Server(connection, model).run(library_path)


class _Server:
    def __init__(self, connection: Connection, model: str) -> None:
        self._connection = connection
        self._model = model
        self._jobs: queue.SimpleQueue[Import | CatchUp | None] = queue.SimpleQueue()
        self._lock = threading.Lock()  # of the importer, which the thread of commands uses too
        self._importer: Importer | None = None
        self._is_held = self._is_paused = self._is_cancelled = False  # as the window wants it
        self._is_stopping = False
        self._told_at = 0.0

    def run(self, library_path: Path) -> None:
        threading.Thread(target=self._receive, name="commands", daemon=True).start()
        try:
            library = Library.open(library_path)
        except LibraryError as error:
            self._send(Failed(error))
            return
        with library:
            while (job := self._jobs.get()) is not None:
                self._do(library, job)
                self._send(Idle())

    def _do(self, library: Library, job: Import | CatchUp) -> None:
        importer = Importer(
            library,
            model=self._model,
            progressed=self._progressed,
            stuck=lambda error: self._send(Stuck(error)),
        )
        with self._lock:
            self._importer = importer
            importer.hold(self._is_held)
            if self._is_paused:
                importer.pause()
            if self._is_cancelled or self._is_stopping:
                importer.cancel()
        try:
            if isinstance(job, Import):
                report: Report = importer.run(job.paths, changed=job.changed)
                self._send(Reported(report))
                importer.finish_names()
            else:
                importer.catch_up()
        except LibraryError as error:
            self._send(Failed(error))
        finally:
            with self._lock:
                self._importer = None
            importer.close()

    def _receive(self) -> None:
        try:
            while not isinstance(command := self._connection.recv(), Stop):
                self._on_command(command)
        except (EOFError, OSError):
            pass  # the window's process is gone: what is being written is whole or not there
        self._is_stopping = True
        self._jobs.put(None)
        self._with_importer(lambda importer: importer.cancel())

    def _on_command(self, command: Command) -> None:
        """Do what is asked for; a job that hasn't begun yet finds it noted."""
        match command:
            case Import() | CatchUp():
                self._is_paused = self._is_cancelled = False
                self._jobs.put(command)
            case Pause(paused=True):
                self._is_paused = True
                self._with_importer(lambda importer: importer.pause())
            case Pause():
                self._is_paused = False
                self._with_importer(lambda importer: importer.resume())
            case Hold(held=held):
                self._is_held = held
                self._with_importer(lambda importer: importer.hold(held))
            case Cancel():
                self._is_cancelled = True
                self._with_importer(lambda importer: importer.cancel())

    def _with_importer(self, use: Callable[[Importer], object]) -> None:
        with self._lock:
            if self._importer is not None:
                use(self._importer)

    def _progressed(self, progress: Progress) -> None:
        now = time.monotonic()
        is_last = progress.done == progress.total or progress.done == 0
        if is_last or now - self._told_at >= TOLD_EVERY_S:
            self._told_at = now
            self._send(Progressed(progress))

    def _send(self, event: Event) -> None:
        with contextlib.suppress(OSError):  # nobody is there any more, which `_receive` sees to
            self._connection.send(event)

"""An import in a process of its own, seen from the window's process.

Standard library only: neither the library nor the formats are imported here. A thread listens to
the process; what it hears it tells by `on_event`, called on that thread.
"""

import contextlib
import multiprocessing
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path

from reader.core.errors import QT_TRANSLATE_NOOP, ReaderError
from reader.importing.protocol import Command, Event, Failed, Stop

_JOIN_S = 10.0
"""How long an article that is being kept may take when the window closes."""


class ImportService:
    """The process of one import; `send` starts it, and after `stop` nothing more is heard."""

    def __init__(
        self, library_path: Path, *, model: str, on_event: Callable[[Event], None]
    ) -> None:
        self._arguments = (library_path, model)
        self._on_event = on_event
        self._context = multiprocessing.get_context("spawn")
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None
        self._is_stopping = False

    @property
    def process_id(self) -> int | None:
        """Return the process's id; None where it isn't running."""
        return self._process.pid if self._process is not None else None

    def send(self, command: Command) -> None:
        """Tell the process what to do; the first command starts it."""
        if self._process is None and not self._start():
            return
        with contextlib.suppress(OSError):  # it has died, which the thread finds out
            assert self._connection is not None
            self._connection.send(command)

    def stop(self) -> None:
        """End the process; returns once what it was writing is written."""
        self._is_stopping = True
        process, self._process = self._process, None
        if self._connection is not None:
            with contextlib.suppress(OSError):
                self._connection.send(Stop())
        if process is not None:
            process.join(_JOIN_S)
            if process.exitcode is None:
                process.kill()  # what it was writing is not there at all then
                process.join(_JOIN_S)

    def _start(self) -> bool:
        ours, theirs = self._context.Pipe()
        # Not a daemon, as these can't have the processes that read files and find names.
        process = self._context.Process(
            target=_serve, args=(theirs, *self._arguments), name="import"
        )
        try:
            process.start()
        except OSError as error:  # no memory or no process to be had
            ours.close()
            reason = error.strerror or type(error).__name__
            self._on_event(Failed(ReaderError(_NO_START, reason=reason)))
            return False
        finally:
            theirs.close()  # else the pipe would stay open when the process dies
        self._process, self._connection = process, ours
        threading.Thread(target=self._listen, args=(ours,), name="import", daemon=True).start()
        return True

    def _listen(self, connection: Connection) -> None:
        while True:
            try:
                event: Event = connection.recv()
            except (EOFError, OSError):
                break
            if not self._is_stopping:
                self._on_event(event)
        connection.close()
        if not self._is_stopping:
            self._on_event(Failed(ReaderError(_DIED)))


def _serve(connection: Connection, library_path: Path, model: str) -> None:
    # Here, so that the window's process needn't import what only the other one uses.
    from reader.importing import process

    process.serve(connection, library_path, model)


_NO_START = QT_TRANSLATE_NOOP(
    "errors",
    "The import could not begin, because the system has no room for another process ({reason}): "
    "close other programs and try again.",
)
_DIED = QT_TRANSLATE_NOOP(
    "errors",
    "The import ended unexpectedly. What it had added is in the library; import the rest again.",
)

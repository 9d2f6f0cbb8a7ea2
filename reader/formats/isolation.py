"""Reading of files in a process of its own: it may take too long, or die, without harm.

Standard library only, as the window's process needs no more of it. Plain text that is short is read
where one is: it can do no harm, and no process has to start for it.
"""

import contextlib
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import NamedTuple

from reader.core.document import Parsed
from reader.core.errors import QT_TRANSLATE_NOOP, DocumentError, ReaderError
from reader.formats.refusals import (
    BREAKS_THE_READER,
    TAKES_TOO_LONG,
    TAKES_TOO_MUCH,
    refused,
)

LIMIT_S = 120.0
"""How long a file may take to read."""

START_LIMIT_S = 60.0
"""How long the process may take to start, on a busy machine with a cold disk."""

MEMORY_MB = 3072
"""How much address space the process may take; the converter that it runs has its own limit."""

SMALL_TEXT = 256 * 1024
"""Bytes up to which plain text is read at once."""

MOST_FILES = 200
"""How many files a process reads before a fresh one takes its place, so that no leak grows."""

IDLE_S = 300.0
"""How long the process waits for the next file before it ends and gives its memory back."""

_JOIN_S = 2.0


class CalledOffError(DocumentError):
    """Raised where reading was called off; it need not be told."""


class _Job(NamedTuple):
    """Ask for what a function of this package returns."""

    function: Callable[..., Parsed]
    arguments: tuple[object, ...]
    options: dict[str, object]


class IsolatedReader:
    """Reads files and pages, one at a time, in a process that is started for the first.

    Any thread may call; `cancel` and `close` end what another one waits for.
    """

    def __init__(
        self, *, limit_s: float = LIMIT_S, memory_mb: int = MEMORY_MB, idle_s: float = IDLE_S
    ) -> None:
        self._limit_s = limit_s
        self._memory_mb = memory_mb
        self._idle_s = idle_s
        self._context = multiprocessing.get_context("spawn")
        self._turn = threading.Lock()
        self._lock = threading.Lock()  # of what follows, up to the next comment
        self._wake: Connection | None = None  # of the call under way
        self._cancelled = False
        self._closed = False
        # Of the thread whose turn it is.
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None
        self._files_read = 0

    @property
    def process_id(self) -> int | None:
        """Return the process's id; None where it isn't running."""
        process = self._process
        return process.pid if process is not None else None

    def read(self, path: Path) -> Parsed:
        """Read the article in a file, as `opening.read_file` does.

        :raises DocumentError: where it can't be read, also not within the limits.
        :raises CalledOffError: where that was called off meanwhile.
        """
        from reader.formats.opening import read_file, read_small_text

        parsed = read_small_text(path, max_bytes=SMALL_TEXT)
        return parsed or self.call(read_file, path, name=str(path.absolute()))

    def call(
        self, function: Callable[..., Parsed], *arguments: object, name: str, **options: object
    ) -> Parsed:
        """Return what a function of this package makes of its arguments; `name` is for messages.

        :raises ReaderError: as the function does, or as `read`.
        """
        with self._turn:
            ours, theirs = self._context.Pipe(duplex=False)
            with ours, theirs:
                with self._lock:
                    if self._closed:
                        raise _cancelled(name)
                    self._cancelled, self._wake = False, theirs
                try:
                    return self._result(_Job(function, arguments, options), name, ours)
                finally:
                    with self._lock:
                        self._wake = None

    def cancel(self) -> None:
        """Call off what is being read; returns at once."""
        with self._lock:
            self._cancelled = True
            if self._wake is not None:
                self._wake.send_bytes(b"!")

    def close(self) -> None:
        """End the process, and what it reads; nothing is read afterwards."""
        with self._lock:
            self._closed = True
        self.cancel()
        with self._turn:
            self._end()

    def _result(self, job: _Job, name: str, wake: Connection) -> Parsed:
        was_used = self._process is not None
        if self._files_read >= MOST_FILES:
            self._end()
        answer = self._ask(job, name, wake)
        if answer is None and was_used:  # what ended it may have come before this file
            answer = self._ask(job, name, wake)
        if answer is None:
            raise refused(name, BREAKS_THE_READER)
        if isinstance(answer, MemoryError):
            self._end()
            raise refused(name, TAKES_TOO_MUCH)
        if isinstance(answer, ReaderError):
            raise answer
        if isinstance(answer, BaseException):
            raise refused(name, BREAKS_THE_READER) from answer
        return answer

    def _ask(self, job: _Job, name: str, wake: Connection) -> Parsed | BaseException | None:
        """Return what the process answers; None where it died."""
        try:
            connection = self._started(name)
            connection.send(job)
            # Its first answer is that it has started on the job.
            for limit_s in (START_LIMIT_S, self._limit_s):
                if not self._wait(connection, wake, limit_s, name):
                    return None
                answer = pickle.loads(connection.recv_bytes())  # noqa: S301 (our own process)
        except (EOFError, OSError):
            self._end()
            return None
        self._files_read += 1
        return answer

    def _wait(self, connection: Connection, wake: Connection, limit_s: float, name: str) -> bool:
        """Wait for an answer; return whether there is one, or the process has died."""
        process = self._process
        assert process is not None
        deadline = time.monotonic() + limit_s
        while True:
            happened = wait([connection, wake, process.sentinel], deadline - time.monotonic())
            with self._lock:
                is_cancelled = self._cancelled
            if is_cancelled:
                self._end()
                raise _cancelled(name)
            if connection in happened:
                return True
            self._end()
            if not happened:
                raise refused(name, TAKES_TOO_LONG)
            return False

    def _started(self, name: str) -> Connection:
        """Return the pipe to the process, which is started where there is none."""
        if self._process is not None and not self._process.is_alive():
            self._end()
        if self._connection is None:
            ours, theirs = self._context.Pipe()
            process = self._context.Process(
                target=_serve,
                args=(theirs, self._memory_mb, self._idle_s),
                name="formats",
                daemon=True,
            )
            try:
                process.start()
            except OSError as error:  # no memory or no process to be had
                ours.close()
                raise DocumentError(
                    QT_TRANSLATE_NOOP(
                        "errors",
                        "“{path}” could not be read, because the system has no room for another "
                        "process ({reason}): close other programs and open it again.",
                    ),
                    path=name,
                    reason=error.strerror or type(error).__name__,
                ) from error
            finally:
                theirs.close()  # else the pipe would stay open when the process dies
            self._process, self._connection, self._files_read = process, ours, 0
        return self._connection

    def _end(self) -> None:
        process, connection = self._process, self._connection
        self._process, self._connection = None, None
        if connection is not None:
            connection.close()
        if process is not None:
            _kill(process)
            process.join(_JOIN_S)
            if process.exitcode is not None:
                process.close()


def _cancelled(name: str) -> CalledOffError:
    return CalledOffError(
        QT_TRANSLATE_NOOP("errors", "Reading “{path}” was called off."), path=name
    )


def _kill(process: SpawnProcess) -> None:
    """End a process, and the converter that it may be waiting for."""
    if process.pid is not None and hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()


# ---- in the process


def _serve(connection: Connection, memory_mb: int, idle_s: float) -> None:
    """Do one job after the other, until the pipe is closed at its other end or none comes."""
    with contextlib.suppress(AttributeError, OSError):  # Windows has none
        os.setsid()  # so that the converter can be ended with this process
    _limit_memory(memory_mb)
    while True:
        try:
            if not connection.poll(idle_s):
                return
            job: _Job = connection.recv()
        except (EOFError, OSError):
            return
        connection.send_bytes(pickle.dumps(None))
        try:
            answer: object = job.function(*job.arguments, **job.options)
            packed = pickle.dumps(answer, pickle.HIGHEST_PROTOCOL)
        except (ReaderError, MemoryError) as error:
            packed = pickle.dumps(error)
        except Exception as error:
            sys.excepthook(type(error), error, error.__traceback__)  # a bug; seen in a terminal
            packed = pickle.dumps(RuntimeError(type(error).__name__))
        with contextlib.suppress(OSError):  # nobody wants it any more
            connection.send_bytes(packed)
        del job, packed
        answer = None


def _limit_memory(memory_mb: int) -> None:
    if sys.platform == "linux":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_AS)
        limit = memory_mb * 1024 * 1024
        limit = limit if most == resource.RLIM_INFINITY else min(limit, most)
        resource.setrlimit(resource.RLIMIT_AS, (limit, most))

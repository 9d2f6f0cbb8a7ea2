"""Recognition in a process of its own, seen from the window's process.

Standard library only: spaCy and numpy are never imported here. One thread owns the process and its
pipe; what it learns it tells by `on_event`, called on that thread.
"""

import contextlib
import itertools
import multiprocessing
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess

from reader.core.document import Document
from reader.core.errors import QT_TRANSLATE_NOOP, ReaderError
from reader.recognition.events import (
    DocumentRecognized,
    Event,
    LanguageFound,
    MentionsFound,
    ModelReady,
    ModelUnusable,
    Progressed,
    RecognitionFailed,
    WorkerRestarted,
)
from reader.recognition.protocol import (
    Answer,
    Cancel,
    Failed,
    Highlights,
    Language,
    Progress,
    Ready,
    Result,
    Show,
    Unusable,
    ask,
    error_of,
    unpack_highlights,
    unpack_result,
)

MOST_DEATHS = 3
HANG_LIMIT_S = 60.0
LOAD_LIMIT_S = 120.0
"""How long a process may take to load its model, on a busy machine with a cold disk."""

_JOIN_S = 2.0


@dataclass(frozen=True, slots=True)
class _Job:
    """What is to be recognized."""

    id: int
    document: Document


class RecognitionService:
    """Recognizes one document after the other in a process that may die without harm.

    `model` is a folder's path or a model's name, "" the automatic choice.
    `hang_limit_s` is how long the process may stay silent while it has work, `load_limit_s` while
    it loads its model.
    """

    def __init__(
        self,
        *,
        on_event: Callable[[Event], None],
        model: str = "",
        hang_limit_s: float = HANG_LIMIT_S,
        load_limit_s: float = LOAD_LIMIT_S,
    ) -> None:
        self._on_event = on_event
        self._model = model
        self._hang_limit_s, self._load_limit_s = hang_limit_s, load_limit_s
        self._context = multiprocessing.get_context("spawn")
        self._wake_reader, self._wake_writer = self._context.Pipe(duplex=False)
        self._ids = itertools.count(1)
        self._lock = threading.Lock()
        self._wanted: _Job | None = None
        self._shown = 0  # the block of its document that the user looks at
        self._stopping = False
        self._changed = False  # the model, which the process has still to be started with
        self._thread = threading.Thread(target=self._run, name="recognition", daemon=True)
        # Below: the thread's own.
        self._process: SpawnProcess | None = None
        self._process_id: int | None = None
        self._connection: Connection | None = None
        self._sent: _Job | None = None
        self._deaths: dict[str, int] = {}
        self._starts_failed = 0
        self._told = 0  # the block that the process knows of
        self._refused = ""  # why the system made no process
        self._ready = False
        self._broken: ReaderError | None = None
        self._heard = 0.0

    @property
    def process_id(self) -> int | None:
        """Return the recognition process's id; None where it isn't running."""
        return self._process_id

    def start(self) -> None:
        """Start the process; returns at once."""
        self._thread.start()

    def recognize(self, document: Document, *, first_block: int = 0) -> int:
        """Ask for a document's mentions, those of `first_block` first; return the job's id.

        A job that is still under way is superseded: nothing more is heard of it.
        """
        with self._lock:
            job = _Job(next(self._ids), document)
            self._wanted = job
            self._shown = first_block
        self._wake()
        return job.id

    def show(self, job: int, block: int) -> None:
        """Tell which block of a job's document the user looks at: it is read next."""
        with self._lock:
            if self._wanted is None or self._wanted.id != job or self._shown == block:
                return
            self._shown = block
        self._wake()

    def cancel(self, job: int) -> None:
        """Call a job off; nothing more is heard of it."""
        with self._lock:
            if self._wanted is not None and self._wanted.id == job:
                self._wanted = None
        self._wake()

    def use(self, model: str) -> None:
        """Go on with another model, or with what is in its folder now; returns at once.

        The process is started anew, and a job under way is done by the new one from its beginning.
        """
        with self._lock:
            self._model = model
            self._changed = True
        self._wake()

    def stop(self) -> None:
        """End the process; returns when it has ended, after a few seconds at the most."""
        with self._lock:
            self._wanted = None
            self._stopping = True
        self._wake()
        if self._thread.is_alive():
            self._thread.join(3 * _JOIN_S)

    def _wake(self) -> None:
        with self._lock:
            self._wake_writer.send_bytes(b"!")

    def _run(self) -> None:
        try:
            self._spawn()
            while not self._stopping:
                if self._changed:
                    self._change_model()
                self._submit()
                self._wait()
        finally:
            self._end_process()

    # The process

    def _spawn(self) -> None:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(
            target=_run_worker, args=(theirs, self._model), name="recognition", daemon=True
        )
        try:
            process.start()
        except OSError as error:  # no memory or no process to be had: the next document tries again
            ours.close()
            theirs.close()
            self._refused = error.strerror or type(error).__name__
            return
        # Else the pipe would stay open when the process dies.
        theirs.close()
        self._process, self._connection = process, ours
        self._process_id = process.pid
        self._sent, self._ready, self._heard = None, False, time.monotonic()

    def _end_process(self) -> None:
        process, connection = self._process, self._connection
        self._process, self._connection, self._process_id = None, None, None
        if connection is not None:
            connection.close()  # the process ends by itself when it sees this
        if process is not None:
            process.join(_JOIN_S)
            if process.exitcode is None:
                process.kill()
                process.join(_JOIN_S)
            if process.exitcode is not None:
                process.close()

    def _change_model(self) -> None:
        """Start the process anew with the model that is wanted now; what ailed the old one is past.

        The old one's answers go with its pipe.
        """
        self._end_process()
        self._deaths, self._starts_failed, self._broken = {}, 0, None
        with self._lock:
            self._changed = False
        self._spawn()

    def _submit(self) -> None:
        """Send what is wanted and hasn't been sent, or call off what is no longer wanted."""
        with self._lock:
            wanted, shown = self._wanted, self._shown
        if wanted is self._sent:
            if wanted is not None and shown != self._told and self._connection is not None:
                self._told = shown
                with contextlib.suppress(OSError):  # it has died, which `_wait` finds out
                    self._connection.send(Show(wanted.id, shown))
            return
        if wanted is not None and self._broken is not None:
            self._fail(wanted, self._broken)
            return
        if self._connection is None:
            self._starts_failed = 0
            self._spawn()
        if self._connection is None:
            if wanted is not None:
                self._fail(wanted, ReaderError(_NO_START, times=1, reason=self._refused))
            return
        try:
            if wanted is not None:
                self._connection.send(ask(wanted.id, wanted.document, shown))
                self._told = shown
            elif self._sent is not None:
                self._connection.send(Cancel(self._sent.id))
        except OSError:
            return  # it has died, which `_wait` finds out
        self._sent, self._heard = wanted, time.monotonic()

    def _wait(self) -> None:
        """Wait for something to happen and see to it."""
        sources: list[Connection | int] = [self._wake_reader]
        if self._connection is not None and self._process is not None:
            sources += [self._connection, self._process.sentinel]
        limit_s = self._hang_limit_s if self._ready else self._load_limit_s
        busy = self._connection is not None and (self._sent is not None or not self._ready)
        left_s = max(self._heard + limit_s - time.monotonic(), 0) if busy else None
        happened = wait(sources, left_s)
        if self._wake_reader in happened:
            self._wake_reader.recv_bytes()
        if self._connection is not None and self._connection in happened:
            self._receive(self._connection)
        elif self._process is not None and self._process.sentinel in happened:
            self._on_death(self._how_it_ended())
        elif not happened:
            self._on_death(f"silent for {limit_s:g} s", kill=True)

    def _receive(self, connection: Connection) -> None:
        try:
            answer: Answer = connection.recv()
        except (EOFError, OSError):
            self._on_death(self._how_it_ended())
            return
        self._heard = time.monotonic()
        self._on_answer(answer)

    def _how_it_ended(self) -> str:
        """Return an ended process's exit code in words."""
        process = self._process
        if process is None:
            return "?"
        # Its pipes close a moment before it can be asked how it ended.
        process.join(_JOIN_S)
        code = process.exitcode
        return f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"

    def _on_death(self, reason: str, *, kill: bool = False) -> None:
        if kill and self._process is not None:
            self._process.kill()
        sent, ready = self._sent, self._ready
        self._end_process()
        self._sent = None
        if self._stopping or self._changed or self._broken is not None:
            return
        self._starts_failed = 0 if ready else self._starts_failed + 1
        with self._lock:
            wanted = self._wanted
        if self._starts_failed >= MOST_DEATHS:
            # It never gets as far as to load; the next document tries again.
            if wanted is not None:
                self._fail(wanted, ReaderError(_NO_START, times=MOST_DEATHS, reason=reason))
            return
        if sent is not None and sent is wanted and ready:
            deaths = self._deaths.get(sent.document.id, 0) + 1
            self._deaths[sent.document.id] = deaths
            if deaths >= MOST_DEATHS:
                del self._deaths[sent.document.id]
                self._spawn()
                self._fail(sent, ReaderError(_DEATHS, times=deaths, reason=reason))
                return
        self._spawn()
        self._on_event(WorkerRestarted(reason))

    # What it says

    def _on_answer(self, answer: Answer) -> None:
        if self._changed:
            return  # said by the model that was
        if isinstance(answer, Ready):
            self._ready, self._starts_failed = True, 0
            self._on_event(ModelReady(answer.model))
        elif isinstance(answer, Unusable):
            self._on_unusable(answer)
        elif self._is_wanted(answer.job):
            assert self._sent is not None
            self._on_news(answer, self._sent)

    def _on_unusable(self, answer: Unusable) -> None:
        error = error_of(answer)
        self._on_event(ModelUnusable(error))
        if answer.final:
            self._broken = error
            with self._lock:
                wanted = self._wanted
            if wanted is not None:
                self._fail(wanted, error)

    def _on_news(
        self, answer: Language | Highlights | Progress | Result | Failed, job: _Job
    ) -> None:
        if isinstance(answer, Language):
            self._on_event(LanguageFound(job.id, job.document.id, answer.language, answer.model))
        elif isinstance(answer, Highlights):
            mentions = unpack_highlights(answer.mentions)
            self._on_event(MentionsFound(job.id, job.document.id, mentions))
        elif isinstance(answer, Progress):
            self._on_event(Progressed(job.id, answer.done, answer.total))
        elif isinstance(answer, Result):
            recognition = unpack_result(answer)
            if recognition.complete:
                self._deaths.pop(job.document.id, None)
                self._forget(job)
            self._on_event(DocumentRecognized(job.id, recognition))
        else:
            self._fail(job, ReaderError(_ERROR, reason=answer.reason.strip().split("\n")[-1]))

    def _is_wanted(self, job: int) -> bool:
        with self._lock:
            wanted = self._wanted
        return wanted is not None and wanted is self._sent and wanted.id == job

    def _fail(self, job: _Job, error: ReaderError) -> None:
        self._forget(job)
        self._on_event(RecognitionFailed(job.id, error))

    def _forget(self, job: _Job) -> None:
        """Take a job that has come to its end off the list."""
        with self._lock:
            if self._wanted is job:
                self._wanted = None
        if self._sent is job:
            self._sent = None


def _run_worker(connection: Connection, model: str) -> None:
    # Here, so that the window's process needn't import what only the other one uses.
    from reader.recognition import worker

    worker.run(connection, model)


_DEATHS = QT_TRANSLATE_NOOP(
    "errors",
    "Recognition stopped {times} times while reading this article ({reason}), so it may lack "
    "highlights. Open the article again to retry; your notes and annotations work as ever.",
)
_NO_START = QT_TRANSLATE_NOOP(
    "errors",
    "The recognition process ended {times} times while starting ({reason}). Install the program "
    "again or choose another model in the settings.",
)
_ERROR = QT_TRANSLATE_NOOP(
    "errors",
    "Recognition met an error in the program ({reason}), so this article has no highlights. "
    "Please report it; your notes and annotations work as ever.",
)

"""Run slow calls in threads of their own, and come back to the window with what they return."""

import contextlib
import itertools
import queue
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from reader.core.errors import (
    QT_TRANSLATE_NOOP,
    LibraryError,
    ReaderError,
    ReplacedLibraryError,
)

if TYPE_CHECKING:
    from reader.store.library import Library

Result = TypeVar("Result")
Failed = Callable[[ReaderError], None]


class Herald(QObject):
    """Bring word from another thread: `told` is emitted there.

    It has no parent, and who is to emit holds it. A widget's own signal won't do for that: its
    window may be deleted at the very moment that the other thread reaches for it.
    """

    told = Signal(object)


class BackgroundThread(QObject):
    """One thread that runs the calls given to it, one after another; those for later come last.

    Each call's outcome is handed back in the thread that made this object, by `done` or, for a
    `ReaderError`, by `failed`; any other exception is a bug: `failed` gets a sentence for it, and
    it is raised there.
    """

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._waiting: queue.PriorityQueue[tuple] = queue.PriorityQueue()
        self._numbers = itertools.count()
        self._stage = 0
        self._is_finished = False
        self._herald = Herald()
        self._herald.told.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    def call(
        self,
        function: Callable[[], Result],
        *,
        done: Callable[[Result], None] | None = None,
        failed: Failed | None = None,
        later: bool = False,
    ) -> None:
        """Run `function` in the thread; `done` gets what it returns. Nothing once it has ended.

        What is called `later` lets all that isn't go first, also what is asked for afterwards.
        """
        if self._is_finished:
            return
        self._waiting.put((self._stage, later, next(self._numbers), function, done, failed))
        self._executor.submit(_run_next, self._waiting, self._herald)

    def settle(self) -> None:
        """Have all that was called so far run before what is called from now on."""
        self._stage += 1

    def finish(self) -> None:
        """Wait until every call has run, and end the thread; what they return goes nowhere."""
        self._is_finished = True
        self._executor.shutdown(wait=True)

    def _on_finished(
        self, outcome: tuple[Future[Result], Callable[[Result], None] | None, Failed | None]
    ) -> None:
        future, done, failed = outcome
        error = future.exception()
        if error is None:
            if done is not None:
                done(future.result())
            return
        if failed is not None:
            failed(error if isinstance(error, ReaderError) else _unforeseen(error))
        if failed is None or not isinstance(error, ReaderError):
            raise error


def _run_next(waiting: "queue.PriorityQueue[tuple]", herald: Herald) -> None:
    *_order, function, done, failed = waiting.get()
    ended: Future = Future()
    try:
        ended.set_result(function())
    except BaseException as error:  # told in the thread that asked
        ended.set_exception(error)
    herald.told.emit((ended, done, failed))


RETRY_MS = 5000
"""How long after a failure an edit is tried again."""


class SaveState(Enum):
    """Whether what the user made is on the disk."""

    SAVED = auto()
    SAVING = auto()
    FAILED = auto()  # some of it could not be written, and waits to be tried again


@dataclass(frozen=True, slots=True, eq=False)
class _Edit:
    """An edit on its way to the disk; `text` is what the user would want back if all fails."""

    write: "Callable[[Library], object]"
    done: Callable[[Any], None] | None
    failed: Failed
    text: str


class LibraryThread(QObject):
    """The thread that the library lives in; a SQLite connection belongs to one thread.

    `path` is the library's file, None for one in memory. The file is opened by the first call, and
    made by it but where `is_known` says of the path that there was one.
    """

    state_changed = Signal(object)  # SaveState
    opened = Signal(object)  # Path
    replaced = Signal()  # another file has taken the library's place, and is the library now

    def __init__(
        self,
        path: Path | None,
        parent: QObject | None = None,
        *,
        is_known: Callable[[Path], bool] = lambda _path: False,
    ) -> None:
        super().__init__(parent)
        self.path = path
        self._is_known = is_known
        self._may_make = self._may_be_made(path)
        self._thread = BackgroundThread("library", self)
        self._edits: dict[str, _Edit] = {}  # by key: the newest that isn't on the disk
        self._failed: set[str] = set()
        self._told: dict[str, str] = {}  # by key: the sentence on the failure, told once
        self._state = SaveState.SAVED
        self._retry_timer = QTimer(self)
        self._retry_timer.setSingleShot(True)
        self._retry_timer.setInterval(RETRY_MS)
        self._retry_timer.timeout.connect(self.retry)
        self._library: "Library | None" = None  # noqa: UP037 (not imported at run time)
        self._unusable = False

    @property
    def state(self) -> SaveState:
        """Return whether every edit so far is on the disk."""
        return self._state

    @property
    def is_open(self) -> bool:
        """Return whether the library could be opened, or hasn't been asked for anything yet."""
        return not self._unusable

    @property
    def is_known(self) -> bool:
        """Return whether there was a library at the path before."""
        return self.path is not None and self._is_known(self.path)

    def use(self, path: Path, *, anew: bool = False) -> None:
        """Close the library, and open the one at `path` with the next call.

        `anew` makes an empty one there where there is none, though there was one before.
        """
        self.path = path
        self._may_make = True if anew else self._may_be_made(path)
        self._thread.settle()
        self._thread.call(self._close)

    def _may_be_made(self, path: Path | None) -> bool | None:
        """Return False where a library was at a path before; None where that isn't known."""
        return False if path is not None and self._is_known(path) else None

    def call_closed(
        self,
        function: Callable[[], Result],
        *,
        done: Callable[[Result], None] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Close the library and run `function`; the next call opens it again."""

        def run() -> Result:
            self._close()
            return function()

        self._thread.settle()
        self._thread.call(run, done=done, failed=failed)

    def call_closing(
        self,
        function: "Callable[[Library], Result]",
        *,
        done: Callable[[Result], None] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Run `function` with the library and close that; the next call opens it again."""

        def run() -> Result:
            result = function(self._opened())
            self._close()
            return result

        self._thread.settle()
        self._thread.call(run, done=done, failed=failed)

    def call(
        self,
        function: "Callable[[Library], Result]",
        *,
        done: Callable[[Result], None] | None = None,
        failed: Failed | None = None,
        later: bool = False,
    ) -> None:
        """Run `function` with the library; `done` gets what it returns.

        `later` is for what nobody waits for: whatever the user does meanwhile goes first.
        """
        self._thread.call(lambda: self._run(function), done=done, failed=failed, later=later)

    def _run(self, function: "Callable[[Library], Result]") -> Result:
        """Run `function` with the library, opened anew where that helps; in the thread."""
        library = self._opened()
        from reader.store.opening import is_out_of_reach

        try:
            return function(library)
        except ReplacedLibraryError:
            with contextlib.suppress(LibraryError):  # what it held may be out of reach
                library.keep_aside()
            self._close()
            self.replaced.emit()
            return function(self._opened())
        except LibraryError as error:
            if is_out_of_reach(error):  # when the disk is back, what is open won't do
                self._close()
            raise

    def save(
        self,
        key: str,
        write: "Callable[[Library], Result]",
        *,
        text: str,
        done: Callable[[Result], None] | None = None,
        failed: Failed,
    ) -> None:
        """Run `write`, which puts what the user made on the disk.

        `key` says what is edited: a newer edit of the same takes the place of one that failed. One
        that failed is kept and tried again with the next edit and by `retry`.
        """
        self._failed.discard(key)
        self._told.pop(key, None)
        self.retry()
        self._submit(key, _Edit(write, done, failed, text))

    def retry(self) -> None:
        """Try again what could not be saved."""
        for key in sorted(self._failed):
            self._submit(key, self._edits[key])

    def unsaved_texts(self) -> list[str]:
        """Return what the user made that isn't on the disk."""
        return [edit.text for edit in self._edits.values() if edit.text]

    def finish(self) -> None:
        """Wait until every call has run, and close the library."""
        self._retry_timer.stop()
        self._thread.settle()
        self._thread.call(self._close)
        self._thread.finish()

    def _submit(self, key: str, edit: _Edit) -> None:
        self._edits[key] = edit
        self._failed.discard(key)
        self._announce()

        def on_done(result: object) -> None:
            if self._edits.get(key) is edit:
                del self._edits[key]
                self._told.pop(key, None)
            self._announce()
            if edit.done is not None:
                edit.done(result)

        def on_failed(error: ReaderError) -> None:
            if self._edits.get(key) is edit:
                self._failed.add(key)
                self._retry_timer.start()
            self._announce()
            if self._told.get(key) != str(error):  # else a further try has met the same
                self._told[key] = str(error)
                edit.failed(error)

        self.call(edit.write, done=on_done, failed=on_failed)

    def _announce(self) -> None:
        if not self._edits:
            state = SaveState.SAVED
        elif len(self._failed) == len(self._edits):
            state = SaveState.FAILED
        else:
            state = SaveState.SAVING
        if state is not self._state:
            self._state = state
            self.state_changed.emit(state)

    def _opened(self) -> "Library":
        if self._library is None:
            # Importing it takes longer than showing the window, so the thread does it.
            from reader.store.library import Library

            self._unusable = True
            self._library = Library.open(self.path, make=self._may_make)
            self._unusable = False
            if self.path is not None:
                self._may_make = False  # from now on it is missed where it isn't there
                self.opened.emit(self.path)
        return self._library

    def _close(self) -> None:
        if self._library is not None:
            self._library.close()
            self._library = None


def _unforeseen(error: BaseException) -> ReaderError:
    return ReaderError(
        QT_TRANSLATE_NOOP(
            "errors", "Something unforeseen happened ({reason}); what is on the disk is safe."
        ),
        reason=type(error).__name__,
    )

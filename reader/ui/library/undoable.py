"""Changes of the library that can be undone, made in its thread."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from reader.core.shelf import ArticleQuery
from reader.ui.background import LibraryThread
from reader.ui.library.feed import ids_of

if TYPE_CHECKING:
    from reader.store.library import Library

Apply = Callable[["Library"], Any]
TakeBack = Callable[["Library", Any], Any]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Articles that something is done with: known ones, or rows of a list, last ones included."""

    ids: tuple[str, ...] = ()
    query: ArticleQuery = field(default_factory=ArticleQuery)
    rows: tuple[tuple[int, int], ...] = ()

    def resolve(self, library: "Library") -> list[str]:
        """Return the articles' ids; called in the library's thread."""
        return [*self.ids, *ids_of(library, self.query, list(self.rows))]


class LibraryChanges(QObject):
    """Make changes, and put each on the undo stack once it is on the disk."""

    changed = Signal()  # what lists show
    done_for_good = Signal()  # what was done before can't be undone any more
    undoable_done = Signal(str)  # a sentence on what was done
    failed = Signal(object)  # ReaderError

    def __init__(self, library: LibraryThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self.undo_stack = QUndoStack(self)

    def do_for_good(self, apply: Apply) -> None:
        """Make a change that can't be undone; nor can what was done before."""
        self._library.call(
            apply, done=lambda _result: self._on_done_for_good(), failed=self.failed.emit
        )

    def do(
        self,
        text: str,
        apply: Apply,
        take_back: TakeBack,
        done: Callable[[Any], None],
        *,
        after: Callable[[], None] | None = None,
    ) -> None:
        """Apply a change and, once it is on the disk, make it undoable; nothing where it is none.

        `after` is called after each change, and after each undo and redo of it.
        """
        change = _Change(text, self._library, apply, take_back)
        change.moved = lambda: self._on_moved(after)
        change.failed = self.failed.emit

        def on_done(outcome: Any) -> None:
            if outcome != []:  # of no article
                self.undo_stack.push(change)
                done(outcome)
            self._on_moved(after)

        change.run(on_done)

    def _on_moved(self, after: Callable[[], None] | None) -> None:
        if after is not None:
            after()
        self.changed.emit()

    def _on_done_for_good(self) -> None:
        self.undo_stack.clear()  # what it would bring back may be gone
        self.done_for_good.emit()
        self.changed.emit()


class _Change(QUndoCommand):
    """Something that was done in the library, with what takes it back."""

    def __init__(
        self, text: str, library: LibraryThread, apply: Apply, take_back: TakeBack
    ) -> None:
        super().__init__(text)
        self._library = library
        self._apply = apply
        self._take_back = take_back
        self._outcome: Any = None  # the library thread's: of the last time that it was done
        self._is_pushed = False
        self.moved: Callable[[], None] = lambda: None
        self.failed: Callable[[Any], None] = lambda _error: None

    def run(self, done: Callable[[Any], None]) -> None:
        """Do it; `done` gets its outcome."""

        def write(library: "Library") -> Any:
            self._outcome = self._apply(library)
            return self._outcome

        self._library.call(write, done=done, failed=self.failed)

    def redo(self) -> None:
        if self._is_pushed:
            self.run(lambda _outcome: self.moved())
        self._is_pushed = True  # on being pushed it has been done already

    def undo(self) -> None:
        self._library.call(
            lambda library: self._take_back(library, self._outcome),
            done=lambda _result: self.moved(),
            failed=self.failed,
        )

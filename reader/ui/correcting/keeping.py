"""Corrections on their way: made in the library, undone and redone, and shown where they matter."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.core.corrections import Change
from reader.ui.article_controller import ArticleController
from reader.ui.library.undoable import LibraryChanges
from reader.ui.opened_article import RecognizedArticle

if TYPE_CHECKING:
    from reader.store.library import Library

Make = Callable[["Library"], Sequence[Change]]


@dataclass(frozen=True, slots=True)
class Doing:
    """Something to do; `of` are the entities to name in `done`, `leads` those that may go.

    `done` gets the names that those of `of` had before. `take_back` and `redo` are called in the
    library's thread, where they aren't simply the corrections'.
    """

    text: str
    make: Make
    done: Callable[[list[str]], None]
    of: Sequence[str] = ()
    leads: Sequence[str] = ()
    take_back: "Callable[[Library, Sequence[Change]], object] | None" = None
    redo: "Callable[[Library], object] | None" = None


@dataclass(slots=True)
class _Outcome:
    changes: list[Change]
    names: list[str] = field(default_factory=list)


class CorrectionKeeper(QObject):
    """Keep what is corrected, and have all that depends on it shown anew.

    `shown` returns the id of the entity whose card is open. What can't be kept is told by the
    `failed` of `changes`.
    """

    starting = Signal()  # last call for what is being typed on an entity
    changed = Signal()  # what was said of names is another thing now, in the library too
    entity_decided = Signal(str)  # whom the open card should show, as whom it showed is gone
    entity_gone = Signal()  # whom the open card shows is gone, and nobody came instead

    def __init__(
        self,
        controller: ArticleController,
        changes: LibraryChanges,
        *,
        shown: Callable[[], str | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.changes = changes
        self._controller = controller
        self._shown = shown
        self._leads: dict[str, str] = {}  # from an entity to the one that took its place, and back
        self._is_moved = False  # what is shown, since it was read
        controller.recognition_changed.connect(self._on_recognition_changed)

    def keep(self, doing: Doing) -> None:
        """Do it, and make it undoable once it is on the disk."""
        made: list[Change] = []  # touched in the library's thread alone

        def apply(library: "Library") -> _Outcome:
            entities = [library.entity(each) for each in doing.of]
            if not made:
                made.extend(doing.make(library))
            elif doing.redo is not None:
                doing.redo(library)
            else:
                for each in made:
                    library.corrections.redo(each.id)
            return _Outcome(made, [each.name if each else "" for each in entities])

        def take_back(library: "Library", outcome: _Outcome) -> None:
            if doing.take_back is not None:
                doing.take_back(library, outcome.changes)
                return
            for each in reversed(outcome.changes):
                library.corrections.undo(each.id)

        def done(outcome: _Outcome) -> None:
            self._note_leads(doing.leads, outcome.changes)
            doing.done(outcome.names)

        self.starting.emit()
        self.changes.do(doing.text, apply, take_back, done, after=self._on_moved)

    def _note_leads(self, before: Sequence[str], changes: Sequence[Change]) -> None:
        after = changes[0].entity_id if changes else ""
        for each in before:
            if each and after:
                self._leads |= {each: after, after: each}

    def text(self) -> str:
        """Return the open article's text; "" for none."""
        document = self._controller.document
        return document.text if document else ""

    def _on_moved(self) -> None:
        self._is_moved = True
        self._controller.reread_recognition()
        self._controller.refresh_articles_soon()
        self.changed.emit()

    def _on_recognition_changed(self, article: RecognizedArticle) -> None:
        """Lead the open card on, where whom it shows is no longer in the article."""
        is_moved, self._is_moved = self._is_moved, False
        shown = self._shown()
        there = {entity.id for entity in article.recognition.entities}
        if not is_moved or shown is None or shown in there:
            return
        if self._leads.get(shown) in there:
            self.entity_decided.emit(self._leads[shown])
        else:
            self.entity_gone.emit()

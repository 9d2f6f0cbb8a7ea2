"""What the user says of names, kept: every correction is undoable, in every article at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.core.corrections import Change, Scope, Target
from reader.core.mentions import Kind
from reader.ui.article_controller import ArticleController
from reader.ui.correcting import words
from reader.ui.library.undoable import LibraryChanges
from reader.ui.opened_article import RecognizedArticle

if TYPE_CHECKING:
    from reader.store.library import Library

Make = Callable[["Library"], Change]


@dataclass(frozen=True, slots=True)
class Done:
    """A correction of a name that was just made, as far as `scope` says.

    `again` makes it with another scope in its place.
    """

    sentence: str
    target: Target
    scope: Scope
    again: Callable[[Scope], None]
    is_mark: bool = False


@dataclass(slots=True)
class _Outcome:
    """A change that was made, and the names, before it, of the entities that it is about."""

    change: Change
    names: list[str]


class CorrectionBook(QObject):
    """Keep corrections, put each on the undo stack, and show what follows in the open article.

    `shown` returns the id of the entity whose card is open. What can't be kept is told by the
    `failed` of `changes`.
    """

    starting = Signal()  # last call for what is being typed on an entity
    changed = Signal()  # what was said of names is another thing now, in the library too
    undoable_done = Signal(str)  # a sentence on what was done, which undo takes back
    rescopable_done = Signal(object)  # Done: the same, for what can reach further or less far
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
        self._controller = controller
        self._changes = changes
        self._shown = shown
        self._leads: dict[str, str] = {}  # from an entity to the one that took its place, and back
        self._is_moved = False  # what is shown, since it was read
        controller.recognition_changed.connect(self._on_recognition_changed)

    # ---- mentions and names

    def mark(self, target: Target, kind: Kind, *, entity_id: str = "") -> None:
        """Mark a name that was missed; `entity_id` is whom it means, "" finds or makes them."""
        self._say(
            self.tr("mark “{0}”"),
            target,
            lambda library, target: library.corrections.mark(target, kind, entity_id=entity_id),
            lambda name, scope: words.of_kind(name, kind, scope),
            is_mark=True,
        )

    def change_kind(self, target: Target, kind: Kind) -> None:
        """Let a mention or name be of another kind."""
        self._say(
            self.tr("change the kind of “{0}”"),
            target,
            lambda library, target: library.corrections.change_kind(target, kind),
            lambda name, scope: words.of_kind(name, kind, scope),
        )

    def change_bounds(self, target: Target, start: int, end: int) -> None:
        """Give a mention other boundaries, or every one of its name that the text allows it."""
        name = self._text(start, end)
        self._say(
            self.tr("change where “{0}” begins and ends"),
            target,
            lambda library, target: library.corrections.change_bounds(target, start, end),
            lambda _before, scope: words.bounded(name, scope),
        )

    def reject(self, target: Target) -> None:
        """Let a mention or name be nobody's."""
        self._say(
            self.tr("reject “{0}”"),
            target,
            lambda library, target: library.corrections.reject(target),
            words.rejected,
        )

    def link(self, target: Target, entity_id: str) -> None:
        """Let a mention or name mean another entity."""
        name = self._text(target.start, target.end)

        def say(scope: Scope) -> None:
            reached = replace(target, scope=scope)
            self._do(
                words.undo_text(self.tr("link “{0}”"), name),
                lambda library: library.corrections.link(reached, entity_id),
                lambda outcome: self._tell(
                    words.linked(name, outcome.names[0], scope), reached, say
                ),
                of=[entity_id],
                leads=[target.entity_id],
            )

        say(target.scope)

    def confirm(self, targets: Sequence[Target]) -> None:
        """Vouch for what was found, for many mentions or names at once; nothing for none."""
        if len(targets) == 1:
            self._say(
                self.tr("confirm “{0}”"),
                targets[0],
                lambda library, target: library.corrections.confirm([target]),
                words.confirmed,
            )
        elif targets:
            self._do(
                self.tr("confirm names"),
                lambda library: library.corrections.confirm(targets),
                lambda _outcome: self.undoable_done.emit(words.Counts().confirmed(len(targets))),
            )

    # ---- entities

    def rename(self, entity_id: str, name: str) -> None:
        """Give an entity another name; the one that it has becomes an alias."""
        self._edit(
            self.tr("rename to “{0}”"),
            entity_id,
            name,
            lambda library: library.corrections.rename(entity_id, name),
            words.renamed,
        )

    def add_alias(self, entity_id: str, alias: str) -> None:
        """Give an entity one more name."""
        self._edit(
            self.tr("add the name “{0}”"),
            entity_id,
            alias,
            lambda library: library.corrections.add_alias(entity_id, alias),
            words.alias_added,
        )

    def remove_alias(self, entity_id: str, alias: str) -> None:
        """Take a name from an entity."""
        self._edit(
            self.tr("remove the name “{0}”"),
            entity_id,
            alias,
            lambda library: library.corrections.remove_alias(entity_id, alias),
            words.alias_removed,
        )

    def merge(self, entity_id: str, other_ids: Sequence[str]) -> None:
        """Make others one with an entity."""
        self._do(
            self.tr("merge"),
            lambda library: library.corrections.merge(entity_id, other_ids),
            lambda outcome: self.undoable_done.emit(
                words.merged(outcome.names[0], outcome.names[1:])
            ),
            of=[entity_id, *other_ids],
            leads=other_ids,
        )

    def split(self, entity_id: str) -> None:
        """Take an entity out of the one that it was merged into."""
        self._do(
            self.tr("split"),
            lambda library: library.corrections.split(entity_id),
            lambda outcome: self.undoable_done.emit(words.split(outcome.names[0])),
            of=[entity_id],
            take_back=lambda library, change: library.corrections.redo(change.id),
            redo=lambda library, _change: library.corrections.split(entity_id),
        )

    def take_back(self, *change_ids: str, sentence: str = "") -> None:
        """Undo corrections of whatever time; `sentence` says it, "" for the usual one."""

        def undo(library: "Library") -> Change:
            for each in change_ids:
                library.corrections.undo(each)
            return Change(change_ids[0])

        def redo(library: "Library", _change: Change) -> None:
            for each in reversed(change_ids):
                library.corrections.redo(each)

        self._do(
            self.tr("take back a correction"),
            undo,
            lambda _outcome: self.undoable_done.emit(sentence or words.taken_back()),
            take_back=redo,
            redo=lambda library, _change: undo(library),
        )

    # ---- inside

    def _say(
        self,
        what: str,
        target: Target,
        make: Callable[["Library", Target], Change],
        sentence: Callable[[str, Scope], str],
        *,
        is_mark: bool = False,
    ) -> None:
        """Make a correction of a name, and offer to make it with another scope instead."""
        name = self._text(target.start, target.end)

        def say(scope: Scope) -> None:
            reached = replace(target, scope=scope)
            self._do(
                words.undo_text(what, name),
                lambda library: make(library, reached),
                lambda _outcome: self._tell(sentence(name, scope), reached, say, is_mark=is_mark),
                leads=[target.entity_id],
            )

        say(target.scope)

    def _edit(
        self,
        what: str,
        entity_id: str,
        name: str,
        make: Make,
        sentence: Callable[[str, str], str],
    ) -> None:
        """Make a correction of an entity's names."""
        self._do(
            words.undo_text(what, name),
            make,
            lambda outcome: self.undoable_done.emit(sentence(outcome.names[0], name)),
            of=[entity_id],
        )

    def _tell(
        self, sentence: str, target: Target, say: Callable[[Scope], None], *, is_mark: bool = False
    ) -> None:
        stack = self._changes.undo_stack
        place = stack.index()

        def again(scope: Scope) -> None:
            if stack.index() == place:  # else something else was done since
                stack.undo()
                say(scope)

        self.rescopable_done.emit(Done(sentence, target, target.scope, again, is_mark))

    def _do(
        self,
        text: str,
        make: Make,
        done: Callable[[_Outcome], None],
        *,
        of: Sequence[str] = (),
        leads: Sequence[str] = (),
        take_back: "Callable[[Library, Change], object] | None" = None,
        redo: "Callable[[Library, Change], object] | None" = None,
    ) -> None:
        """Make a change; `of` are the entities to name in `done`, `leads` those that may go."""
        made: list[Change] = []  # touched in the library's thread alone

        def apply(library: "Library") -> _Outcome:
            entities = [library.entity(each) for each in of]
            if not made:
                made.append(make(library))
            elif redo is not None:
                redo(library, made[0])
            else:
                library.corrections.redo(made[0].id)
            return _Outcome(made[0], [each.name if each else "" for each in entities])

        def undo(library: "Library", outcome: _Outcome) -> None:
            if take_back is not None:
                take_back(library, outcome.change)
            else:
                library.corrections.undo(outcome.change.id)

        def on_done(outcome: _Outcome) -> None:
            for each in leads:
                if each and outcome.change.entity_id:
                    self._leads[each] = outcome.change.entity_id
                    self._leads[outcome.change.entity_id] = each
            done(outcome)

        self.starting.emit()
        self._changes.do(text, apply, undo, on_done, after=self._on_moved)

    def _text(self, start: int, end: int) -> str:
        document = self._controller.document
        return document.text[start:end] if document else ""

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

"""What the user says of names, kept: every correction is undoable, in every article at once."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from reader.core.corrections import Change, Scope, Target
from reader.core.mentions import Kind
from reader.ui.correcting import words
from reader.ui.correcting.keeping import CorrectionKeeper, Doing
from reader.ui.correcting.reach import reached, stands
from reader.ui.correcting.rescoping import Rescopable

if TYPE_CHECKING:
    from reader.store.library import Library


class CorrectionBook(CorrectionKeeper):
    """Correct names and entities, each correction on the undo stack, and tell what was done.

    Targets are of the open article.
    """

    undoable_done = Signal(str)  # a sentence on what was done, which undo takes back
    rescopable_done = Signal(object)  # Done: the same, for what can reach further or less far

    # ---- mentions and names

    def mark(self, target: Target, kind: Kind, *, entity_id: str = "") -> None:
        """Mark a name that was missed; `entity_id` is whom it means, "" finds or makes them."""

        def make(library: "Library", target: Target) -> list[Change]:
            return [library.corrections.mark(target, kind, entity_id=entity_id)]

        sentence = _of_kind(kind)
        self._say(self.tr("mark “{0}”"), target, make, sentence, is_mark=True)

    def change_kind(self, target: Target, kind: Kind) -> None:
        """Let a mention or name be of another kind."""
        text = self.text()

        def make(library: "Library", target: Target) -> list[Change]:
            targets = reached(library, text, target)
            return [library.corrections.change_kind(each, kind) for each in targets]

        self._say(self.tr("change the kind of “{0}”"), target, make, _of_kind(kind))

    def change_bounds(self, target: Target, start: int, end: int) -> None:
        """Give a mention other boundaries, or every one of its name that the text allows it."""
        text, shown = self.text(), self._controller.recognition

        def bound(library: "Library", each: Target) -> Change:
            first = each.start + start - target.start
            return library.corrections.change_bounds(each, first, first + end - start)

        def make(library: "Library", target: Target) -> list[Change]:
            name, shift = text[start:end], start - target.start
            targets = reached(library, text, target)
            changes = [
                bound(library, each)
                for each in targets
                if text.startswith(name, max(0, each.start + shift))
            ]
            if shown is not None and not stands(library, shown, start, end):
                changes.append(bound(library, replace(target, scope=Scope.MENTION)))
            return changes

        self._say(
            self.tr("change where “{0}” begins and ends"),
            target,
            make,
            lambda _before, scope: words.bounded(text[start:end], scope),
            span=(start, end),
        )

    def reject(self, target: Target) -> None:
        """Let a mention or name be nobody's."""
        text = self.text()

        def make(library: "Library", target: Target) -> list[Change]:
            return [library.corrections.reject(each) for each in reached(library, text, target)]

        self._say(self.tr("reject “{0}”"), target, make, words.rejected)

    def link(self, target: Target, entity_id: str) -> None:
        """Let a mention or name mean another entity."""
        text = self.text()

        def make(library: "Library", target: Target) -> list[Change]:
            targets = reached(library, text, target)
            return [library.corrections.link(each, entity_id) for each in targets]

        self._say(self.tr("link “{0}”"), target, make, words.linked, of=[entity_id])

    def confirm(self, targets: Sequence[Target]) -> None:
        """Vouch for what was found, for many mentions or names at once; nothing for none."""
        if len(targets) == 1:

            def make(library: "Library", target: Target) -> list[Change]:
                return [library.corrections.confirm([target])]

            self._say(self.tr("confirm “{0}”"), targets[0], make, words.confirmed)
        elif targets:
            sentence = words.Counts().confirmed(len(targets))
            self.keep(
                Doing(
                    self.tr("confirm names"),
                    lambda library: [library.corrections.confirm(targets)],
                    lambda _names: self.undoable_done.emit(sentence),
                )
            )

    # ---- entities

    def rename(self, entity_id: str, name: str) -> None:
        """Give an entity another name; the one that it has becomes an alias."""
        self.do(
            words.undo_text(self.tr("rename to “{0}”"), name),
            lambda library: library.corrections.rename(entity_id, name),
            lambda names: words.renamed(names[0], name),
            of=[entity_id],
        )

    def add_alias(self, entity_id: str, alias: str) -> None:
        """Give an entity one more name."""
        self.do(
            words.undo_text(self.tr("add the name “{0}”"), alias),
            lambda library: library.corrections.add_alias(entity_id, alias),
            lambda names: words.alias_added(names[0], alias),
            of=[entity_id],
        )

    def remove_alias(self, entity_id: str, alias: str) -> None:
        """Take a name from an entity."""
        self.do(
            words.undo_text(self.tr("remove the name “{0}”"), alias),
            lambda library: library.corrections.remove_alias(entity_id, alias),
            lambda names: words.alias_removed(names[0], alias),
            of=[entity_id],
        )

    def merge(self, entity_id: str, other_ids: Sequence[str]) -> None:
        """Make others one with an entity."""
        self.do(
            self.tr("merge"),
            lambda library: library.corrections.merge(entity_id, other_ids),
            lambda names: words.merged(names[0], names[1:]),
            of=[entity_id, *other_ids],
            leads=other_ids,
        )

    def split(self, entity_id: str) -> None:
        """Take an entity out of the one that it was merged into."""
        self.keep(
            Doing(
                self.tr("split"),
                lambda library: [library.corrections.split(entity_id)],
                lambda names: self.undoable_done.emit(words.split(names[0])),
                of=[entity_id],
                leads=[entity_id],
                take_back=lambda library, changes: library.corrections.redo(changes[0].id),
                redo=lambda library: library.corrections.split(entity_id),
            )
        )

    def take_back(self, *change_ids: str, sentence: str = "") -> None:
        """Undo corrections of whatever time; `sentence` says it, "" for the usual one."""

        def undo(library: "Library") -> list[Change]:
            for each in change_ids:
                library.corrections.undo(each)
            return [Change(each) for each in change_ids]

        def redo(library: "Library", _changes: Sequence[Change]) -> None:
            for each in reversed(change_ids):
                library.corrections.redo(each)

        self.keep(
            Doing(
                self.tr("take back a correction"),
                undo,
                lambda _names: self.undoable_done.emit(sentence or words.taken_back()),
                take_back=redo,
                redo=undo,
            )
        )

    def do(
        self,
        text: str,
        make: "Callable[[Library], Change]",
        sentence: Callable[[list[str]], str],
        *,
        of: Sequence[str] = (),
        leads: Sequence[str] = (),
        take_back: "Callable[[Library], object] | None" = None,
        redo: "Callable[[Library], object] | None" = None,
    ) -> None:
        """Make a change; `sentence` gets the names, before it, of the entities `of`.

        Without `take_back` and `redo`, it is undone and done again as a correction is.
        """
        undo = None if take_back is None else lambda library, _changes: take_back(library)
        self.keep(
            Doing(
                text,
                lambda library: [make(library)],
                lambda names: self.undoable_done.emit(sentence(names)),
                of=of,
                leads=leads,
                take_back=undo,
                redo=redo,
            )
        )

    def overrule(self, change_id: str) -> None:
        """Say what was said of a name everywhere where something narrower outweighs it, too."""
        count: list[int] = [0]  # touched in the library's thread alone, but for being shown

        def make(library: "Library") -> Change:
            said = library.corrections.exceptions(change_id)
            count[0] = len({each.document_id for each in said})
            return library.corrections.overrule(change_id)

        self.do(
            self.tr("correct it in the other articles, too"),
            make,
            lambda _names: words.Counts().overruled(count[0]),
        )

    # ---- inside

    def _say(
        self,
        what: str,
        target: Target,
        make: Callable[["Library", Target], Sequence[Change]],
        sentence: Callable[..., str],
        *,
        span: tuple[int, int] | None = None,
        of: Sequence[str] = (),
        is_mark: bool = False,
    ) -> None:
        """Make a correction of a name, and offer to make it with another scope instead."""
        rescopable = Rescopable(
            self,
            what,
            self.text()[target.start : target.end],
            target,
            make,
            sentence,
            self.rescopable_done.emit,
            self.overrule,
            span or (target.start, target.end),
            of,
            is_mark,
        )
        rescopable.keep(target.scope)


def _of_kind(kind: Kind) -> Callable[[str, Scope], str]:
    return lambda name, scope: words.of_kind(name, kind, scope)

"""What the user does with collections and tags: every change is undoable."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.core.shelf import Label, LabelKind
from reader.ui.library.undoable import Chosen, LibraryChanges

if TYPE_CHECKING:
    from reader.store.library import Library


class LabelBook(QObject):
    """Make, rename and delete labels, and put articles under them."""

    def __init__(self, changes: LibraryChanges, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._changes = changes

    def create(self, kind: LabelKind, name: str, chosen: Chosen | None = None) -> None:
        """Make a label, with articles under it; one that is there already is taken."""
        made = _Making(kind, name, chosen)
        said = (
            self.tr("The collection “{name}” is ready.")
            if kind is LabelKind.COLLECTION
            else self.tr("The tag “{name}” is ready.")
        )
        self._changes.do(
            self.tr("make “{name}”").format(name=name),
            made.apply,
            made.take_back,
            lambda _made: self._changes.undoable_done.emit(said.format(name=name)),
        )

    def rename(self, label: Label, name: str) -> None:
        """Give a label another name."""
        self._changes.do(
            self.tr("rename “{name}”").format(name=label.name),
            lambda library: library.labels.rename(label.id, name),
            lambda library, before: library.labels.rename(label.id, before),
            lambda _before: self._changes.undoable_done.emit(
                self.tr("“{name}” is called “{new}” now.").format(name=label.name, new=name)
            ),
        )

    def delete(self, label: Label) -> None:
        """Delete a label; its articles stay."""
        self._changes.do(
            self.tr("delete “{name}”").format(name=label.name),
            lambda library: library.labels.delete(label.id),
            lambda library, _nothing: library.labels.restore(label.id),
            lambda _nothing: self._changes.undoable_done.emit(
                self.tr("“{name}” was deleted; its articles stay.").format(name=label.name)
            ),
        )

    def assign(self, label: Label, chosen: Chosen) -> None:
        """Put articles under a label."""

        def done(ids: Sequence[str]) -> None:
            said = self.tr("%Ln article(s) put under “{name}”.", "", len(ids))
            self._changes.undoable_done.emit(said.format(name=label.name))

        self._changes.do(
            self.tr("put under “{name}”").format(name=label.name),
            lambda library: library.labels.assign(label.id, chosen.resolve(library)),
            lambda library, ids: library.labels.unassign(label.id, ids),
            done,
        )

    def unassign(self, label: Label, chosen: Chosen) -> None:
        """Take articles from under a label."""

        def done(ids: Sequence[str]) -> None:
            said = self.tr("%Ln article(s) taken out of “{name}”.", "", len(ids))
            self._changes.undoable_done.emit(said.format(name=label.name))

        self._changes.do(
            self.tr("take out of “{name}”").format(name=label.name),
            lambda library: library.labels.unassign(label.id, chosen.resolve(library)),
            lambda library, ids: library.labels.assign(label.id, ids),
            done,
        )


class _Making:
    """Make a label, or take the one of that name, and put articles under it."""

    def __init__(self, kind: LabelKind, name: str, chosen: Chosen | None) -> None:
        self._kind = kind
        self._name = name
        self._chosen = chosen
        self._made: str | None = None  # the id of the label that was made, and undone

    def apply(self, library: "Library") -> tuple[str, list[str] | None]:
        """Return the label's id, and the articles put under one that was there."""
        if self._made is not None:
            library.labels.restore(self._made)
            return self._made, None
        there = {each.id for each in library.labels.labels(self._kind)}
        label = library.labels.create(self._kind, self._name)
        ids = self._chosen.resolve(library) if self._chosen else []
        assigned = library.labels.assign(label.id, ids)
        if label.id in there:
            return label.id, assigned
        self._made = label.id
        return label.id, None

    def take_back(self, library: "Library", outcome: tuple[str, list[str] | None]) -> None:
        """Undo it."""
        label_id, assigned = outcome
        if assigned is None:
            library.labels.delete(label_id)
        else:
            library.labels.unassign(label_id, assigned)

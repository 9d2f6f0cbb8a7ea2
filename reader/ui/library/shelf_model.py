"""What the articles can be narrowed to with one click: all, unread, collections, tags, trash."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from reader.core.shelf import ArticleQuery, Label, LabelKind
from reader.ui.library.article_model import ARTICLES_MIME
from reader.ui.library.feed import Shelves

AnyIndex = QModelIndex | QPersistentModelIndex
SHELF_ROLE = int(Qt.ItemDataRole.UserRole)
"""A `Shelf`."""


class ShelfKind(Enum):
    """What a row is."""

    ALL = auto()
    UNREAD = auto()
    HEADING = auto()
    DRAFT = auto()  # a label that is being named
    LABEL = auto()
    TRASH = auto()


@dataclass(frozen=True, slots=True)
class Shelf:
    """A row; `label_kind` of headings, drafts and labels, `label` of labels alone."""

    kind: ShelfKind
    count: int = 0
    label_kind: LabelKind | None = None
    label: Label | None = None
    is_folded: bool = False

    def is_same(self, other: "Shelf") -> bool:
        """Return whether the other is the same shelf, whatever is on it and it is called."""
        own = self.label.id if self.label else ""
        its = other.label.id if other.label else ""
        return (self.kind, self.label_kind, own) == (other.kind, other.label_kind, its)

    def narrow(self, query: ArticleQuery) -> ArticleQuery:
        """Return a query for what is on the shelf alone."""
        query = replace(query, collection="", tags=(), unread=None, trashed=False)
        match self.kind:
            case ShelfKind.UNREAD:
                return replace(query, unread=True)
            case ShelfKind.TRASH:
                return replace(query, trashed=True)
            case ShelfKind.LABEL if self.label is not None:
                if self.label_kind is LabelKind.TAG:
                    return replace(query, tags=(self.label.id,))
                return replace(query, collection=self.label.id)
        return query


EVERYTHING = Shelf(ShelfKind.ALL)


class ShelfModel(QAbstractListModel):
    """List the shelves; articles can be dropped onto labels and the trash, names be typed."""

    articles_dropped = Signal(object)  # Shelf
    name_typed = Signal(object, str)  # Shelf: a label's, or a draft's

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelves = Shelves(0, 0, 0, ())
        self._rows: list[Shelf] = []
        self._folded: set[LabelKind] = set()
        self._draft: LabelKind | None = None
        self.names: dict[ShelfKind | LabelKind, str] = {}
        self._lay_out()

    def set_shelves(self, shelves: Shelves) -> None:
        """Show how many articles there are on each shelf."""
        if shelves != self._shelves:
            self._shelves = shelves
            self._lay_out()

    def toggle(self, kind: LabelKind) -> None:
        """Fold the labels of a kind away, or show them again."""
        self._folded ^= {kind}
        self._lay_out()

    def set_draft(self, kind: LabelKind | None) -> AnyIndex:
        """Make room for the name of a new label; None takes it away again."""
        if kind != self._draft:
            self._draft = kind
            self._folded.discard(kind) if kind else None
            self._lay_out()
        row = next((i for i, each in enumerate(self._rows) if each.kind is ShelfKind.DRAFT), -1)
        return self.index(row)

    def shelf(self, index: AnyIndex) -> Shelf | None:
        """Return a row; None for no index."""
        return self._rows[index.row()] if index.isValid() else None

    def row_of(self, shelf: Shelf) -> int | None:
        """Return the row of a shelf; None where it is folded away or gone."""
        return next((row for row, each in enumerate(self._rows) if each.is_same(shelf)), None)

    def labels(self, kind: LabelKind) -> list[Label]:
        """Return the labels of a kind."""
        return [each for each in self._shelves.labels if each.kind is kind]

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row, or its name."""
        shelf = self.shelf(index)
        if shelf is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self._name(shelf)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._name(shelf)}, {shelf.count}"
            case _ if role == SHELF_ROLE:
                return shelf
        return None

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand on a name that was typed."""
        shelf = self.shelf(index)
        name = " ".join(str(value).split())
        if role != Qt.ItemDataRole.EditRole or shelf is None or not name:
            return False
        if shelf.label is None or name != shelf.label.name:
            self.name_typed.emit(shelf, name)
        return True

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Return what can be done with a row."""
        shelf = self.shelf(index)
        flags = Qt.ItemFlag.ItemIsEnabled
        if shelf is None:
            return flags
        if shelf.kind is not ShelfKind.DRAFT:
            flags |= Qt.ItemFlag.ItemIsSelectable
        if shelf.kind in (ShelfKind.LABEL, ShelfKind.DRAFT):
            flags |= Qt.ItemFlag.ItemIsEditable
        if shelf.kind in (ShelfKind.LABEL, ShelfKind.TRASH, ShelfKind.HEADING):
            flags |= Qt.ItemFlag.ItemIsDropEnabled
        return flags

    def mimeTypes(self) -> list[str]:
        """Return what can be dropped here."""
        return [ARTICLES_MIME]

    def canDropMimeData(
        self,
        data: QMimeData,
        _action: Qt.DropAction,
        _row: int,
        _column: int,
        parent: AnyIndex,
    ) -> bool:
        """Return whether articles are dropped onto something that takes them."""
        takes = self.flags(parent) & Qt.ItemFlag.ItemIsDropEnabled
        return bool(data.hasFormat(ARTICLES_MIME) and parent.isValid() and takes)

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex
    ) -> bool:
        """Hand on that articles were dropped onto a shelf."""
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        self.articles_dropped.emit(self.shelf(parent))
        return True

    def supportedDropActions(self) -> Qt.DropAction:
        """Return that what is dropped stays where it was, too."""
        return Qt.DropAction.CopyAction

    def _name(self, shelf: Shelf) -> str:
        if shelf.label is not None:
            return shelf.label.name
        if shelf.kind is ShelfKind.HEADING and shelf.label_kind is not None:
            return self.names.get(shelf.label_kind, "")
        return self.names.get(shelf.kind, "")

    def _lay_out(self) -> None:
        shelves = self._shelves
        rows = [
            Shelf(ShelfKind.ALL, shelves.total),
            Shelf(ShelfKind.UNREAD, shelves.unread),
        ]
        for kind in LabelKind:
            labels = self.labels(kind)
            is_folded = kind in self._folded
            rows.append(Shelf(ShelfKind.HEADING, len(labels), kind, is_folded=is_folded))
            rows += self._under(kind, () if is_folded else labels)
        rows.append(Shelf(ShelfKind.TRASH, shelves.trashed))
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _under(self, kind: LabelKind, labels: Sequence[Label]) -> list[Shelf]:
        draft = [Shelf(ShelfKind.DRAFT, 0, kind)] if kind is self._draft else []
        return draft + [Shelf(ShelfKind.LABEL, each.article_count, kind, each) for each in labels]

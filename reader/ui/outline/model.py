"""The headings of an article as a tree."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.core.outline import OutlineEntry
from reader.ui.plain_text import plain_tooltip

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class OutlineModel(QAbstractItemModel):
    """Show some of an article's headings, each under the one that it belongs to."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: Sequence[OutlineEntry] = ()
        self._children: dict[int, list[int]] = {-1: []}
        self._rows: dict[int, int] = {}  # of each heading that is shown, under its parent

    def set_entries(self, entries: Sequence[OutlineEntry], shown: Collection[int]) -> None:
        """Show the headings of these numbers; those above each must be among them."""
        self.beginResetModel()
        self._entries = entries
        self._children, self._rows = {-1: []}, {}
        for number in sorted(shown):
            siblings = self._children.setdefault(entries[number].parent, [])
            self._rows[number] = len(siblings)
            siblings.append(number)
        self.endResetModel()

    def number(self, index: AnyIndex) -> int:
        """Return the number of a row's heading; -1 for none."""
        return index.internalId() if index.isValid() else -1

    def index_of(self, number: int) -> QModelIndex:
        """Return a heading's row; an invalid one while it is not shown."""
        row = self._rows.get(number)
        return QModelIndex() if row is None else self.createIndex(row, 0, number)

    # Qt's

    def index(self, row: int, column: int, parent: AnyIndex = _NOWHERE) -> QModelIndex:
        """Return the index of a row under another."""
        there = self._children.get(self.number(parent), [])
        if column or not 0 <= row < len(there):
            return QModelIndex()
        return self.createIndex(row, 0, there[row])

    def parent(self, child: AnyIndex = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        """Return the index of the heading above."""
        if not child.isValid():
            return QModelIndex()
        return self.index_of(self._entries[child.internalId()].parent)

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """Return how many headings stand directly under one."""
        return len(self._children.get(self.number(parent), ()))

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """Return 1."""
        return 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a heading's words."""
        texts = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        if role not in texts or not index.isValid():
            return None
        words = self._entries[index.internalId()].text
        return words if role == Qt.ItemDataRole.DisplayRole else plain_tooltip(words)

"""The list of what the user said of names: rows that come as one scrolls, and how they look."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from reader.core.corrections import ListedChange
from reader.ui.correcting import said_words
from reader.ui.page_column import column, row_option
from reader.ui.panel.row_delegate import AnyIndex, TwoLineDelegate
from reader.ui.plain_text import plain_tooltip
from reader.ui.theme import Theme

CHANGE_ROLE = Qt.ItemDataRole.UserRole
_BRIEF = 26  # letters of a name where there is too little room for all of it


class SaidRows(QAbstractListModel):
    """Changes, the newest first; more are asked for where one scrolls to the last."""

    more_needed = Signal(int)  # how many there are

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._changes: list[ListedChange] = []
        self._has_more = False

    def set_changes(self, changes: Sequence[ListedChange], *, has_more: bool) -> None:
        """List these from now on."""
        self.beginResetModel()
        self._changes, self._has_more = list(changes), has_more
        self.endResetModel()

    def append(self, changes: Sequence[ListedChange], *, has_more: bool) -> None:
        """List these, too."""
        self._has_more = has_more
        if changes:
            first = len(self._changes)
            self.beginInsertRows(QModelIndex(), first, first + len(changes) - 1)
            self._changes += changes
            self.endInsertRows()

    def change(self, index: AnyIndex) -> ListedChange | None:
        """Return what is listed at an index; None for an invalid one."""
        return self._changes[index.row()] if index.isValid() else None

    def row_of(self, change_id: str) -> int | None:
        """Return the row of a change; None where it isn't listed."""
        ids = [change.id for change in self._changes]
        return ids.index(change_id) if change_id in ids else None

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """Return how many changes are listed so far."""
        return 0 if parent.isValid() else len(self._changes)

    def canFetchMore(self, parent: AnyIndex) -> bool:
        """Return whether there are more than are listed."""
        return not parent.isValid() and self._has_more

    def fetchMore(self, parent: AnyIndex) -> None:
        """Ask for more, once."""
        self._has_more = False
        self.more_needed.emit(len(self._changes))

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a change's sentence, what a screen reader says, or the change itself."""
        change = self.change(index)
        if change is None:
            return None
        if role == CHANGE_ROLE:
            return change
        if role == Qt.ItemDataRole.DisplayRole:
            return said_words.said(change)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return said_words.spoken(change)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(f"{said_words.said(change)}\n{said_words.where_and_when(change)}")
        return None


class SaidDelegate(TwoLineDelegate):
    """Paint what was said, and beneath how far it reaches and since when."""

    spare, gap = 14, 2

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, theme: Theme
    ) -> None:
        """Paint a change."""
        change: ListedChange = index.data(CHANGE_ROLE)
        colours = self.paint_background(painter, row_option(option), theme)
        rect = column(option.rect, option.widget).adjusted(0, 5, 0, -6)
        sentence = said_words.said(change)
        if QFontMetrics(option.font).horizontalAdvance(sentence) > rect.width():
            sentence = said_words.said(change, most=_BRIEF)  # what was said comes at the end
        lines = sentence, said_words.where_and_when(change)
        self.paint_lines(painter, rect, option.font, lines, colours)

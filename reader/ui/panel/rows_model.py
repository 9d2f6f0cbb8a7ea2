"""Rows of plain values in a list: what every list of passages, hits or names is made of."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from reader.ui.panel.row_delegate import AnyIndex
from reader.ui.plain_text import plain_tooltip

ROW_ROLE = Qt.ItemDataRole.UserRole
"""A row's value."""


class RowsModel(QAbstractListModel):
    """List plain values in their order; children say what a row says, and what its tooltip does."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Any] = []

    def set_rows(self, rows: Iterable[Any]) -> None:
        """List `rows`; the same ones change nothing."""
        rows = list(rows)
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def row(self, number: int) -> Any:
        """Return the value in row `number`."""
        return self._rows[number]

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row's value, its text or its tooltip."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.text_of(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self.tooltip_of(row))
        return None

    def text_of(self, row: Any) -> str:
        """Return what a row says."""
        return str(row)

    def tooltip_of(self, row: Any) -> str:
        """Return what a row's tooltip says; "" for none."""
        return ""

"""The rows of the palette, and how they are painted."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from reader.ui.icons import IconCache
from reader.ui.kind_sample import SAMPLE_SIZE, paint_kind_sample
from reader.ui.palette.entries import Entry
from reader.ui.panel.row_delegate import AnyIndex, RowDelegate
from reader.ui.plain_text import one_line, scaled_font
from reader.ui.theme import Theme

ENTRY_ROLE = Qt.ItemDataRole.UserRole
_PADDING = 6
_MARGIN = 14
_SIGN_WIDTH = 30
_PALE = 0.75
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class EntryModel(QAbstractListModel):
    """List entries."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: Sequence[Entry] = ()

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """List these."""
        self.beginResetModel()
        self._entries = tuple(entries)
        self.endResetModel()

    @property
    def entries(self) -> Sequence[Entry]:
        """Return what is listed."""
        return self._entries

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row's entry, or what it says."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            said = (one_line(entry.name), entry.why or one_line(entry.detail), entry.keys)
            return ", ".join(part for part in said if part)
        return None


class EntryDelegate(RowDelegate):
    """Paint an entry: its sign, its name, the way to it, and its keys at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = IconCache()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return one height for all rows."""
        return QSize(0, QFontMetrics(option.font).height() + 2 * _PADDING)

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, theme: Theme
    ) -> None:
        """Paint an entry; pale, with the reason, where it can't be done now."""
        entry: Entry = index.data(ENTRY_ROLE)
        text, muted = self.paint_background(painter, option, theme)
        rect = QRectF(option.rect).adjusted(_MARGIN, 0, -_MARGIN, 0)
        self._paint_sign(painter, rect, entry, muted, theme)
        rect.setLeft(rect.left() + _SIGN_WIDTH)
        small = scaled_font(option.font, 0.92)
        painter.setFont(small)
        painter.setPen(muted)
        painter.drawText(rect, _RIGHT, entry.keys)
        if entry.keys:
            width = QFontMetrics(small).horizontalAdvance(entry.keys)
            rect.setRight(rect.right() - width - 12)
        metrics = QFontMetrics(option.font)
        right = Qt.TextElideMode.ElideRight
        name = metrics.elidedText(one_line(entry.name), right, int(rect.width()))
        painter.setFont(option.font)
        painter.setPen(text if entry.enabled else muted)
        painter.setOpacity(1.0 if entry.enabled else _PALE)
        painter.drawText(rect, _LEFT, name)
        painter.setOpacity(1.0)
        rect.setLeft(rect.left() + metrics.horizontalAdvance(name) + 10)
        detail = entry.why or one_line(entry.detail)
        if detail and rect.width() > 30:
            painter.setFont(small)
            painter.setPen(muted)
            detail = QFontMetrics(small).elidedText(detail, right, int(rect.width()))
            painter.drawText(rect, _LEFT, detail)

    def _paint_sign(
        self, painter: QPainter, rect: QRectF, entry: Entry, muted: QColor, theme: Theme
    ) -> None:
        middle = rect.center().y()
        if entry.entity_kind is not None:
            height = SAMPLE_SIZE.height()
            sample = QRectF(rect.left(), middle - height / 2, SAMPLE_SIZE.width(), height)
            paint_kind_sample(painter, sample, entry.entity_kind, theme)
        elif entry.icon:
            pixmap = self._icons.pixmap(entry.icon, muted, 16)
            painter.drawPixmap(QPoint(int(rect.left()) + 1, int(middle) - 8), pixmap)

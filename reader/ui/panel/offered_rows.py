"""Rows of things to choose from: a sign, a name, what tells it apart, and a word at the right."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from reader.core.mentions import Kind
from reader.ui.icons import IconCache
from reader.ui.kind_sample import SAMPLE_SIZE, paint_kind_sample
from reader.ui.panel.row_delegate import AnyIndex, RowDelegate
from reader.ui.plain_text import one_line, scaled_font
from reader.ui.theme import Theme

_ROW_ROLE = int(Qt.ItemDataRole.UserRole)
_SIGN_WIDTH = 30
_ICON = 16
_LEAST_DETAIL = 30  # pixels below which a detail says nothing
_PALE = 0.75
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class OfferedRow:
    """What a row says; its sign is the sample of a kind, else an icon. One that is pale can't be
    chosen now.
    """

    name: str
    detail: str = ""
    right: str = ""
    kind: Kind | None = None
    icon: str = ""
    is_pale: bool = False


class OfferedModel(QAbstractListModel):
    """List values; `row_of` says what the row of each says, in the language of the moment."""

    def __init__(self, row_of: Callable[[Any], OfferedRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row_of = row_of
        self._values: Sequence[Any] = ()

    @property
    def values(self) -> Sequence[Any]:
        """Return what is listed."""
        return self._values

    def set_values(self, values: Sequence[Any]) -> None:
        """List these."""
        self.beginResetModel()
        self._values = tuple(values)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._values)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a row says, in parts or as a sentence."""
        if not index.isValid():
            return None
        row = self._row_of(self._values[index.row()])
        if role == _ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            said = (one_line(row.name), one_line(row.detail), row.right)
            return ", ".join(part for part in said if part)
        return None


class OfferedDelegate(RowDelegate):
    """Paint the rows of an `OfferedModel`; `padding` above and below, `margin` beside them."""

    def __init__(
        self, parent: QWidget | None = None, *, padding: int = 6, margin: int = 14
    ) -> None:
        super().__init__(parent)
        self._padding, self._margin = padding, margin
        self._icons = IconCache()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return one height for all rows."""
        return QSize(0, QFontMetrics(option.font).height() + 2 * self._padding)

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, theme: Theme
    ) -> None:
        """Paint a row's sign, name and detail, and at the right what stands there."""
        row: OfferedRow = index.data(_ROW_ROLE)
        text, muted = self.paint_background(painter, option, theme)
        rect = QRectF(option.rect).adjusted(self._margin, 0, -self._margin, 0)
        self._paint_sign(painter, rect, row, muted, theme)
        rect.setLeft(rect.left() + _SIGN_WIDTH)
        small = scaled_font(option.font, 0.92)
        painter.setFont(small)
        painter.setPen(muted)
        painter.drawText(rect, _RIGHT, row.right)
        if row.right:
            rect.setRight(rect.right() - QFontMetrics(small).horizontalAdvance(row.right) - 12)
        metrics = QFontMetrics(option.font)
        cut = Qt.TextElideMode.ElideRight
        name = metrics.elidedText(one_line(row.name), cut, int(rect.width()))
        painter.setFont(option.font)
        painter.setPen(muted if row.is_pale else text)
        painter.setOpacity(_PALE if row.is_pale else 1.0)
        painter.drawText(rect, _LEFT, name)
        painter.setOpacity(1.0)
        rect.setLeft(rect.left() + metrics.horizontalAdvance(name) + 10)
        if row.detail and rect.width() > _LEAST_DETAIL:
            painter.setFont(small)
            painter.setPen(muted)
            detail = QFontMetrics(small).elidedText(one_line(row.detail), cut, int(rect.width()))
            painter.drawText(rect, _LEFT, detail)

    def _paint_sign(
        self, painter: QPainter, rect: QRectF, row: OfferedRow, muted: QColor, theme: Theme
    ) -> None:
        middle = rect.center().y()
        if row.kind is not None:
            height = SAMPLE_SIZE.height()
            sample = QRectF(rect.left(), middle - height / 2, SAMPLE_SIZE.width(), height)
            paint_kind_sample(painter, sample, row.kind, theme)
        elif row.icon:
            pixmap = self._icons.pixmap(row.icon, muted, _ICON)
            painter.drawPixmap(QPoint(int(rect.left()) + 1, int(middle) - _ICON // 2), pixmap)

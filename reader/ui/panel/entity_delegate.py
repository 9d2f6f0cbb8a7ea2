"""Paint the rows of the entity list."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QToolTip, QWidget

from reader.ui.icons import icon_pixmap
from reader.ui.kind_sample import SAMPLE_SIZE, paint_kind_sample
from reader.ui.kinds import kind_plural
from reader.ui.panel.entity_model import ROW_ROLE, Heading
from reader.ui.panel.panel_data import EntityRow
from reader.ui.panel.row_delegate import PANEL_MARGIN, AnyIndex, RowDelegate
from reader.ui.plain_text import one_line, scaled_font
from reader.ui.theme import Theme

_NOTE_SIZE = 14
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class EntityDelegate(RowDelegate):
    """Paint headings and entities: name, note sign, count."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note = QPixmap()
        self._note_selected = QPixmap()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        super().set_theme(theme)
        self._note = icon_pixmap("note", theme.muted, _NOTE_SIZE)
        self._note_selected = icon_pixmap("note", theme.selection_text, _NOTE_SIZE)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return one height for all rows, which lets the view place thousands at once."""
        return QSize(0, QFontMetrics(option.font).height() + 13)

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, theme: Theme
    ) -> None:
        """Paint a heading or an entity."""
        item = index.data(ROW_ROLE)
        if isinstance(item, Heading):
            self._paint_heading(painter, option, item, theme, first=index.row() == 0)
        elif isinstance(item, EntityRow):
            self._paint_entity(painter, option, item, theme)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: AnyIndex,
    ) -> bool:
        """Show a tooltip only where it says more than the row: other names, all of a long one."""
        row = index.data(ROW_ROLE)
        if event.type() == QEvent.Type.ToolTip and isinstance(row, EntityRow):
            metrics = QFontMetrics(option.font)
            fits = metrics.horizontalAdvance(row.entity.name) <= _name_room(option, row)
            if fits and not row.entity.aliases:
                QToolTip.hideText()
                return True
        return super().helpEvent(event, view, option, index)

    def _paint_heading(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        heading: Heading,
        theme: Theme,
        *,
        first: bool,
    ) -> None:
        rect = option.rect.adjusted(PANEL_MARGIN, 0, -PANEL_MARGIN, 0)
        if not first:
            painter.fillRect(QRect(rect.left(), rect.top() + 3, rect.width(), 1), theme.border)
        rect.adjust(0, 4, 0, 0)
        sample = QRectF(rect.left(), 0, SAMPLE_SIZE.width(), SAMPLE_SIZE.height())
        sample.moveTop(rect.center().y() - SAMPLE_SIZE.height() // 2)
        paint_kind_sample(painter, sample, heading.kind, theme)
        painter.setFont(scaled_font(option.font, 1.0, bold=True))
        painter.setPen(theme.text)
        text = rect.adjusted(SAMPLE_SIZE.width() + 8, 0, -40, 0)
        painter.drawText(text, _LEFT, kind_plural(heading.kind))
        painter.setFont(option.font)
        painter.setPen(theme.muted)
        painter.drawText(rect, _RIGHT, str(heading.count))

    def _paint_entity(
        self, painter: QPainter, option: QStyleOptionViewItem, row: EntityRow, theme: Theme
    ) -> None:
        text, muted = self.paint_background(painter, option, theme)
        rect = option.rect.adjusted(PANEL_MARGIN, 0, -PANEL_MARGIN, 0)
        metrics = QFontMetrics(option.font)
        painter.setPen(muted)
        painter.drawText(rect, _RIGHT, str(row.count))
        if row.has_note:
            sign = self._note_selected if text == theme.selection_text else self._note
            x = rect.right() - _count_room(metrics, row) - _NOTE_SIZE
            painter.drawPixmap(x, rect.center().y() - _NOTE_SIZE // 2 + 1, sign)
        rect.setWidth(_name_room(option, row))
        painter.setPen(text)
        name = metrics.elidedText(
            one_line(row.entity.name), Qt.TextElideMode.ElideRight, rect.width()
        )
        painter.drawText(rect, _LEFT, name)


def _count_room(metrics: QFontMetrics, row: EntityRow) -> int:
    # At least two digits, so that the note signs stand in one column.
    return max(metrics.horizontalAdvance(str(row.count)), 16) + 8


def _name_room(option: QStyleOptionViewItem, row: EntityRow) -> int:
    room = option.rect.width() - 2 * PANEL_MARGIN
    room -= _count_room(QFontMetrics(option.font), row)
    return room - _NOTE_SIZE - 6 if row.has_note else room

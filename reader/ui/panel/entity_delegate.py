"""Paint the rows of the entity list."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QLineF, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QToolTip, QWidget

from reader.core.mentions import Kind
from reader.ui.icons import icon_pixmap
from reader.ui.kind_sample import SAMPLE_SIZE, paint_kind_sample, paint_underline
from reader.ui.kinds import demonym_count, kind_plural
from reader.ui.panel.entity_model import (
    CONFIRMED_ROLE,
    HIDDEN_ROLE,
    ROW_ROLE,
    Heading,
    is_dimmed,
)
from reader.ui.panel.panel_data import EntityRow
from reader.ui.panel.row_delegate import PANEL_MARGIN, AnyIndex, RowDelegate
from reader.ui.plain_text import one_line, scaled_font
from reader.ui.question_sign import paint_question
from reader.ui.theme import Theme

_NOTE_SIZE = 14
_CHECK_SIZE = 13
_QUESTION_ROOM = 10
_DEMONYM_GAP = 12
_DIM = 0.6  # the opacity of a kind's sample while the text doesn't show it
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class EntityDelegate(RowDelegate):
    """Paint headings and entities: name, note sign, count."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note = QPixmap()
        self._note_selected = QPixmap()
        self._check = QPixmap()
        self._check_selected = QPixmap()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        super().set_theme(theme)
        self._note = icon_pixmap("note", theme.muted, _NOTE_SIZE)
        self._note_selected = icon_pixmap("note", theme.selection_text, _NOTE_SIZE)
        self._check = icon_pixmap("check", theme.muted, _CHECK_SIZE)
        self._check_selected = icon_pixmap("check", theme.selection_text, _CHECK_SIZE)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return one height for all rows, which lets the view place thousands at once."""
        return QSize(0, QFontMetrics(option.font).height() + 13)

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, theme: Theme
    ) -> None:
        """Paint a heading or an entity."""
        item, hidden = index.data(ROW_ROLE), index.data(HIDDEN_ROLE)
        if isinstance(item, Heading):
            self._paint_heading(painter, option, item, theme, first=index.row() == 0, hidden=hidden)
        elif isinstance(item, EntityRow):
            self._paint_entity(
                painter, option, item, theme, hidden=hidden, confirmed=index.data(CONFIRMED_ROLE)
            )

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: AnyIndex,
    ) -> bool:
        """Show a tooltip only where it says more than the row.

        That is other names, all of a long one, and what is counted.
        """
        row = index.data(ROW_ROLE)
        if event.type() == QEvent.Type.ToolTip and isinstance(row, EntityRow):
            metrics = QFontMetrics(option.font)
            fits = metrics.horizontalAdvance(row.entity.name) <= _name_room(option, row)
            if fits and not row.entity.aliases and not row.demonyms:
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
        hidden: Collection[Kind],
    ) -> None:
        rect = option.rect.adjusted(PANEL_MARGIN, 0, -PANEL_MARGIN, 0)
        if not first:
            painter.fillRect(QRect(rect.left(), rect.top() + 3, rect.width(), 1), theme.border)
        rect.adjust(0, 4, 0, 0)
        sample = QRectF(rect.left(), 0, SAMPLE_SIZE.width(), SAMPLE_SIZE.height())
        sample.moveTop(rect.center().y() - SAMPLE_SIZE.height() // 2)
        dimmed = is_dimmed(heading, hidden)
        painter.setOpacity(_DIM if dimmed else 1.0)
        paint_kind_sample(painter, sample, heading.kind, theme)
        painter.setOpacity(1.0)
        font = scaled_font(option.font, 1.0, bold=True)
        font.setStrikeOut(dimmed)
        painter.setFont(font)
        painter.setPen(theme.muted if dimmed else theme.text)
        text = rect.adjusted(SAMPLE_SIZE.width() + 8, 0, -40, 0)
        painter.drawText(text, _LEFT, kind_plural(heading.kind))
        painter.setFont(option.font)
        painter.setPen(theme.muted)
        painter.drawText(rect, _RIGHT, str(heading.count))

    def _paint_entity(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        row: EntityRow,
        theme: Theme,
        *,
        hidden: Collection[Kind],
        confirmed: bool,
    ) -> None:
        text, muted = self.paint_background(painter, option, theme)
        selected = text == theme.selection_text
        rect = option.rect.adjusted(PANEL_MARGIN, 0, -PANEL_MARGIN, 0)
        metrics = QFontMetrics(option.font)
        painter.setPen(muted)
        if row.count or not row.demonyms:
            painter.drawText(rect, _RIGHT, str(row.count))
        if row.has_note:
            sign = self._note_selected if selected else self._note
            x = rect.right() - _count_room(metrics, row) - _NOTE_SIZE
            painter.drawPixmap(x, rect.center().y() - _NOTE_SIZE // 2 + 1, sign)
        rect.setWidth(_name_room(option, row))
        if row.demonyms:
            line = muted if selected else theme.kinds[Kind.DEMONYM].line
            place = rect.adjusted(0, 0, _demonym_room(option, row), 0)
            shown = Kind.DEMONYM not in hidden
            _paint_demonyms(painter, place, _demonyms(option, row), line, shown=shown)
            painter.setFont(option.font)
        painter.setPen(muted if is_dimmed(row, hidden) else text)
        signs = _QUESTION_ROOM if row.entity.candidates else _CHECK_SIZE + 4 if confirmed else 0
        room = rect.width() - signs
        name = metrics.elidedText(one_line(row.entity.name), Qt.TextElideMode.ElideRight, room)
        painter.drawText(rect, _LEFT, name)
        if confirmed:
            x = rect.left() + metrics.horizontalAdvance(name) + 5
            y = rect.center().y() - _CHECK_SIZE // 2 + 1
            painter.drawPixmap(x, y, self._check_selected if selected else self._check)
        if row.entity.candidates:
            colour = text if selected else theme.kinds[row.entity.kind].line
            x = rect.left() + metrics.horizontalAdvance(name) + 1
            baseline = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2
            paint_question(painter, QPointF(x, baseline), metrics.ascent(), colour)


def _count_room(metrics: QFontMetrics, row: EntityRow) -> int:
    # At least two digits, so that the note signs stand in one column.
    return max(metrics.horizontalAdvance(str(row.count)), 16) + 8


def _name_room(option: QStyleOptionViewItem, row: EntityRow) -> int:
    return _room(option, row) - _demonym_room(option, row)


def _room(option: QStyleOptionViewItem, row: EntityRow) -> int:
    """Return the width for the name and the number of demonyms."""
    room = option.rect.width() - 2 * PANEL_MARGIN
    room -= _count_room(QFontMetrics(option.font), row)
    return room - _NOTE_SIZE - 6 if row.has_note else room


def _demonym_room(option: QStyleOptionViewItem, row: EntityRow) -> int:
    text = _demonyms(option, row)
    return QFontMetrics(option.font).horizontalAdvance(text) + _DEMONYM_GAP if text else 0


def _demonyms(option: QStyleOptionViewItem, row: EntityRow) -> str:
    """Return how many demonyms there are: in words beside the whole name, else the number."""
    if not row.demonyms:
        return ""
    metrics = QFontMetrics(option.font)
    words = demonym_count(row.demonyms)
    both = metrics.horizontalAdvance(one_line(row.entity.name)) + metrics.horizontalAdvance(words)
    return words if both + _DEMONYM_GAP <= _room(option, row) else str(row.demonyms)


def _paint_demonyms(
    painter: QPainter, rect: QRect, text: str, line: QColor, *, shown: bool
) -> None:
    """Write `text` at the right of `rect`, underlined as in the article; crossed out if hidden."""
    font = painter.font()
    font.setStrikeOut(not shown)
    painter.setFont(font)
    metrics = painter.fontMetrics()
    painter.drawText(rect, _RIGHT, text)
    if not shown:
        return
    y = rect.center().y() + metrics.ascent() / 2 + 2.5
    left = rect.right() + 1 - metrics.horizontalAdvance(text)
    paint_underline(painter, Kind.DEMONYM, line, QLineF(left, y, rect.right() + 1, y))

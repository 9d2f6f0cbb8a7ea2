"""What links to an entity: other notes, and comments of annotations."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QSize, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QLabel, QStyleOptionViewItem, QVBoxLayout, QWidget

from reader.core.notes import Backlink
from reader.ui.panel.row_delegate import AnyIndex, RowDelegate
from reader.ui.panel.row_list import RowList
from reader.ui.panel.rows_model import ROW_ROLE, RowsModel
from reader.ui.plain_text import lay_out, one_line, paint_layout, scaled_font
from reader.ui.theme import Theme

_PADDING = 5
_LINES = 2


class _Model(RowsModel):
    """List backlinks."""

    def text_of(self, row: Backlink) -> str:
        """Return who links, and the passage."""
        return f"{title_of(row)}: {row.snippet.text}"

    def tooltip_of(self, row: Backlink) -> str:
        """Return all of it, for which the row may be too short."""
        return self.text_of(row)


class _Delegate(RowDelegate):
    """Paint who links, and below it the passage with the link in bold."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return one height for all rows."""
        small = QFontMetrics(scaled_font(option.font, 0.93))
        height = QFontMetrics(option.font).height() + _LINES * small.height()
        return QSize(0, height + 2 * _PADDING + 3)

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, theme: Theme
    ) -> None:
        """Paint a backlink."""
        wide = QStyleOptionViewItem(option)
        wide.rect = option.rect.adjusted(-5, 0, 5, 0)  # the list itself keeps off the edges
        text, muted = self.paint_background(painter, wide, theme)
        rect = option.rect.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        row: Backlink = index.data(ROW_ROLE)
        title = lay_out(title_of(row), option.font, rect.width(), max_lines=1)
        paint_layout(painter, title, rect.left(), rect.top(), text)
        snippet = row.snippet
        front = "… " if snippet.is_cut_before else ""
        words = f"{front}{snippet.text}{' …' if snippet.is_cut_after else ''}"
        span = snippet.matches[0] if snippet.matches else None
        bold = (span[0] + len(front), span[1] + len(front)) if span else None
        small = scaled_font(option.font, 0.93)
        passage = lay_out(words, small, rect.width(), max_lines=_LINES, bold=bold)
        corner = QPointF(rect.left(), rect.top() + QFontMetrics(option.font).height() + 2)
        paint_layout(painter, passage, corner.x(), corner.y(), muted)


class BacklinkList(QWidget):
    """List what links here; not to be seen where nothing does."""

    backlink_chosen = Signal(object)  # Backlink

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel()
        self._title.setProperty("role", "section")
        self._model = _Model(self)
        self._delegate = _Delegate(self)
        self.rows = RowList()
        self.rows.setModel(self._model)
        self.rows.setItemDelegate(self._delegate)
        self.rows.row_chosen.connect(lambda row: self.backlink_chosen.emit(self._model.row(row)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._title)
        layout.addWidget(self.rows)
        self._retranslate()
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._delegate.set_theme(theme)
        self.rows.viewport().update()

    def set_backlinks(self, backlinks: Sequence[Backlink]) -> None:
        """List these."""
        self._model.set_rows(backlinks)
        self.setVisible(bool(backlinks))
        self._retranslate()

    def backlinks(self) -> list[Backlink]:
        """Return what is listed."""
        return [self._model.row(row) for row in range(self._model.rowCount())]

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        count = self._model.rowCount()
        title = self.tr("Linked from")
        self._title.setText(f"{title} · {count}" if count else title)
        self.rows.setAccessibleName(title)


def title_of(backlink: Backlink) -> str:
    """Return who links: an entity's name, or the title of an annotated article."""
    return one_line(backlink.title)

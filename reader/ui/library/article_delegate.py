"""Paint an article of the library: its title, where it is from, and what was done with it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionViewItem, QWidget

from reader.ui.icons import IconCache
from reader.ui.library.article_model import ARTICLE_ROLE
from reader.ui.library.article_words import copies_line, length_words, origin_line, when_line
from reader.ui.panel.row_delegate import RowDelegate
from reader.ui.plain_text import lay_out, layout_height, one_line, paint_layout, scaled_font
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.store.articles import DocumentSummary

AnyIndex = QModelIndex | QPersistentModelIndex
_LEFT, _RIGHT, _TOP = 22, 14, 8
_TITLE_LINES = 2
_SMALL = 0.88
_GAP = 3
_BAR = QSize(34, 3)
_ICON = 13


class ArticleDelegate(RowDelegate):
    """Paint articles, all rows of one height; one that is still being read is a shadow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.open_id: str | None = None  # the article that is being read
        self._icons = IconCache()

    def sizeHint(self, option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """Return one height for all rows."""
        small = QFontMetrics(scaled_font(option.font, _SMALL)).height()
        title = QFontMetrics(option.font).height()
        return QSize(120, _TITLE_LINES * title + 2 * small + 2 * _GAP + 2 * _TOP + 1)

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, theme: Theme
    ) -> None:
        """Paint an article."""
        text, muted = self.paint_background(painter, option, theme)
        article: DocumentSummary | None = index.data(ARTICLE_ROLE)
        area = option.rect.adjusted(_LEFT, _TOP, -_RIGHT, -_TOP)
        if article is None:
            _paint_shadow(painter, area, theme)
            return
        if article.id == self.open_id:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.accent)
            bar = QRectF(option.rect.left() + 5.5, area.top(), 3, area.height())
            painter.drawRoundedRect(bar, 1.5, 1.5)
        font = scaled_font(option.font, 1.0, bold=article.is_unread)
        small = scaled_font(option.font, _SMALL)
        title = one_line(index.data())
        layout = lay_out(title, font, area.width(), max_lines=_TITLE_LINES)
        below = QFontMetrics(small).height()
        origin = origin_line(article)
        lines = 2 if origin else 1
        spare = area.height() - layout_height(layout) - lines * (below + _GAP)
        y = area.top() + max(0, spare) // 2
        if article.is_unread:
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            centre = QPoint(area.left() - 7, y + QFontMetrics(font).height() // 2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(text if selected else theme.accent)
            painter.drawEllipse(centre, 3, 3)
        paint_layout(painter, layout, area.left(), y, text)
        y += layout_height(layout) + _GAP
        painter.setFont(small)
        painter.setPen(muted)
        line = QRect(area.left(), y, area.width(), below)
        if origin:
            _draw(painter, line, origin)
            line.translate(0, below + _GAP)
        self._paint_facts(painter, line, article, theme, muted)

    def _paint_facts(
        self,
        painter: QPainter,
        line: QRect,
        article: "DocumentSummary",
        theme: Theme,
        muted: QColor,
    ) -> None:
        """Paint length, progress and when it came; at the right what the user wrote on it."""
        line = QRect(line)
        for name, count in (("note", article.note_count), ("comment", article.annotation_count)):
            if count:
                width = painter.fontMetrics().horizontalAdvance(str(count))
                painter.drawText(line, int(_END), str(count))
                line.setRight(line.right() - width - 3)
                corner = QPoint(line.right() - _ICON, line.center().y() - _ICON // 2 + 1)
                painter.drawPixmap(corner, self._icons.pixmap(name, muted, _ICON))
                line.setRight(line.right() - _ICON - 8)
        length = length_words(article)
        _draw(painter, line, length)
        metrics = painter.fontMetrics()
        space = metrics.horizontalAdvance(" ")
        line.setLeft(line.left() + metrics.horizontalAdvance(length) + space)
        copies = copies_line(article)
        said = f"· {copies or when_line(article)}"
        room = line.width() - painter.fontMetrics().horizontalAdvance(said)
        if article.progress > 0 and room >= _BAR.width() + 7:
            line.setLeft(line.left() + 7 - space)
            bar = QRectF(line.left(), line.center().y(), _BAR.width(), _BAR.height())
            _paint_progress(painter, bar, article.progress, muted)
            line.setLeft(line.left() + _BAR.width() + 7)
        painter.setPen(theme.accent if copies and muted == theme.muted else muted)
        _draw(painter, line, said)

    def copies_rect(self, option: QStyleOptionViewItem) -> QRect:
        """Return where a row tells of the same text in other outlets: its last line."""
        below = QFontMetrics(scaled_font(option.font, _SMALL)).height()
        rect = option.rect.adjusted(_LEFT + 40, 0, -_RIGHT, -_TOP // 2)
        rect.setTop(rect.bottom() - below - _TOP)
        return rect

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: AnyIndex
    ) -> QWidget:
        """Return the field in which the title is typed."""
        editor = QLineEdit(parent)
        editor.setAccessibleName(self.tr("Title"))
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: AnyIndex
    ) -> None:
        """Put the field over the title."""
        height = editor.sizeHint().height()
        editor.setGeometry(option.rect.left() + 8, option.rect.top() + 8, 1, height)
        editor.setFixedWidth(option.rect.width() - 16)


_END = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_START = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def _draw(painter: QPainter, line: QRect, text: str) -> None:
    elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, line.width())
    painter.drawText(line, int(_START), elided)


def _paint_progress(painter: QPainter, bar: QRectF, progress: float, colour: QColor) -> None:
    pen = painter.pen()
    painter.setPen(Qt.PenStyle.NoPen)
    for width, opacity in ((bar.width(), 0.3), (max(3.0, bar.width() * progress), 1.0)):
        painter.setOpacity(opacity)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(bar.left(), bar.top(), width, bar.height()), 1.5, 1.5)
    painter.setOpacity(1.0)
    painter.setPen(pen)


def _paint_shadow(painter: QPainter, area: QRect, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.hover)
    for number, width in enumerate((0.9, 0.6, 0.35)):
        bar = QRectF(area.left(), area.top() + 5 + number * 20, area.width() * width, 9)
        painter.drawRoundedRect(bar, 4, 4)

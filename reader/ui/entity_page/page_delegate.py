"""Paint the rows of an entity's page in a column of readable width."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QPolygonF,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from reader.core.mentions import Kind
from reader.core.offsets import Utf16Map
from reader.core.search import Snippet
from reader.ui.entity_page.page_rows import (
    ArticleRow,
    HeadRow,
    MoreRow,
    NeighbourRow,
    PageRows,
    PassageRow,
    RelatedRow,
    Row,
    SentenceRow,
)
from reader.ui.kind_sample import SAMPLE_SIZE, paint_kind_sample
from reader.ui.page_column import column
from reader.ui.panel.row_delegate import AnyIndex, RowDelegate
from reader.ui.panel.rows_model import ROW_ROLE
from reader.ui.plain_text import bold_formats, break_lines, one_line, scaled_font
from reader.ui.theme import Theme

_LINES = 2  # of a passage
_PADDING = 6
_INDENT = 16
_CHEVRON = 22
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_ELIDE = Qt.TextElideMode.ElideRight


class PageDelegate(RowDelegate):
    """Paint articles, passages and company; the head is a widget of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = parent
        self.head_height = 0

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return a row's height, which hangs on what it is and not on what it says."""
        line = QFontMetrics(option.font).height()
        match index.data(ROW_ROLE):
            case ArticleRow():
                height = 2 * line + 16
            case PassageRow(_, title):
                height = (_LINES + bool(title)) * line + 2 * _PADDING
            case MoreRow():
                height = line + 10
            case RelatedRow() | NeighbourRow():
                height = line + 14
            case SentenceRow():
                height = 3 * line
            case _:
                height = self.head_height
        return QSize(0, height)

    def paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, theme: Theme
    ) -> None:
        """Paint a row."""
        row: Row = index.data(ROW_ROLE)
        model = index.model()
        assert isinstance(model, PageRows)
        if isinstance(row, HeadRow):
            return  # its widgets stand there; a sign of focus would be as large as they are
        rect = column(option.rect, option.widget)
        if isinstance(row, SentenceRow):
            painter.setPen(theme.muted)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, row.text)
            return
        text, muted = colours = self._paint_state(painter, option, rect, theme)
        match row:
            case ArticleRow():
                self._paint_article(painter, option.font, rect, row, model, colours)
            case PassageRow(passage, title):
                area = rect.adjusted(_INDENT, _PADDING, 0, -_PADDING)
                _paint_passage(painter, option.font, area, passage.snippet, title, text, muted)
                painter.fillRect(rect.left() + 4, area.top(), 2, area.height(), theme.border)
            case MoreRow():
                selected = text == theme.selection_text
                painter.setPen(text if selected else theme.accent)
                painter.drawText(rect.adjusted(_INDENT, 0, 0, 0), _LEFT, model.text_of(row))
            case RelatedRow(related):
                middle = QPointF(rect.left() + 7, rect.center().y() + 1)
                _paint_chevron(painter, middle, row, muted)
                area, detail = rect.adjusted(_CHEVRON, 0, 0, 0), model.company_of(related)
                entity = related.entity
                self._paint_name(
                    painter, option.font, area, entity.kind, entity.name, detail, theme, colours
                )
            case NeighbourRow(_, name, kind, strength):
                self._paint_name(painter, option.font, rect, kind, name, strength, theme, colours)

    def name_rect(self, rect: QRect, font: QFont, row: RelatedRow) -> QRect:
        """Return where the name of a related entity stands in its row."""
        rect = column(rect, self._view)
        left = rect.left() + _CHEVRON + SAMPLE_SIZE.width() + 8
        width = QFontMetrics(font).horizontalAdvance(one_line(row.related.entity.name))
        return QRect(left, rect.top(), min(width + 4, rect.right() - left), rect.height())

    def _paint_state(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, theme: Theme
    ) -> tuple[QColor, QColor]:
        """Paint whether a row is chosen; return the colours of its text and its muted text."""
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if selected or focused or hovered:
            painter.setPen(QPen(theme.accent, 1) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(theme.selection if selected else theme.hover)
            painter.drawRoundedRect(QRectF(rect).adjusted(-7.5, 0.5, 7.5, -0.5), 6, 6)
        if selected:
            return theme.selection_text, theme.selection_text
        return theme.text, theme.muted

    def _paint_article(
        self,
        painter: QPainter,
        font: QFont,
        rect: QRect,
        row: ArticleRow,
        model: PageRows,
        colours: tuple[QColor, QColor],
    ) -> None:
        text, muted = colours
        area = rect.adjusted(0, 11, 0, -3)
        line = QFontMetrics(font).height()
        bold = scaled_font(font, 1.0, bold=True)
        painter.setFont(bold)
        painter.setPen(text)
        title = model.title_of(row.article.title)
        title = QFontMetrics(bold).elidedText(title, _ELIDE, area.width())
        painter.drawText(QRect(area.left(), area.top(), area.width(), line), _LEFT, title)
        painter.setFont(font)
        painter.setPen(muted)
        detail = QFontMetrics(font).elidedText(model.detail_of(row.article), _ELIDE, area.width())
        painter.drawText(QRect(area.left(), area.top() + line, area.width(), line), _LEFT, detail)

    def _paint_name(
        self,
        painter: QPainter,
        font: QFont,
        rect: QRect,
        kind: Kind,
        name: str,
        detail: str,
        theme: Theme,
        colours: tuple[QColor, QColor],
    ) -> None:
        """Paint an entity's name as a link, and at the right what is counted."""
        text, muted = colours
        sample = QRectF(rect.left(), 0, SAMPLE_SIZE.width(), SAMPLE_SIZE.height())
        sample.moveTop(rect.center().y() - SAMPLE_SIZE.height() // 2)
        paint_kind_sample(painter, sample, kind, theme)
        metrics = QFontMetrics(font)
        painter.setPen(muted)
        painter.drawText(rect, _RIGHT, detail)
        left = int(sample.right()) + 8
        room = rect.right() - left - metrics.horizontalAdvance(detail) - 14
        name = metrics.elidedText(one_line(name), _ELIDE, room)
        painter.setPen(theme.accent if text == theme.text else text)
        painter.drawText(QRect(left, rect.top(), max(room, 0), rect.height()), _LEFT, name)


def _paint_chevron(painter: QPainter, middle: QPointF, row: RelatedRow, colour: QColor) -> None:
    points = [QPointF(-2, -4), QPointF(2, 0), QPointF(-2, 4)]
    if row.is_open:
        points = [QPointF(-4, -2), QPointF(0, 2), QPointF(4, -2)]
    painter.setPen(QPen(colour, 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([middle + point for point in points]))


def _paint_passage(
    painter: QPainter,
    font: QFont,
    rect: QRect,
    snippet: Snippet,
    title: str,
    text: QColor,
    muted: QColor,
) -> None:
    line = QFontMetrics(font).height()
    layout = lay_out_snippet(snippet, font, rect.width())
    painter.setPen(text)
    layout.draw(painter, QPointF(rect.left(), rect.top()))
    if title:
        small = scaled_font(font, 0.9)
        painter.setFont(small)
        painter.setPen(muted)
        below = QRect(rect.left(), rect.bottom() - line + 1, rect.width(), line)
        painter.drawText(below, _LEFT, QFontMetrics(small).elidedText(title, _ELIDE, rect.width()))
        painter.setFont(font)


def lay_out_snippet(
    snippet: Snippet, font: QFont, width: int, *, lines: int = _LINES
) -> QTextLayout:
    """Return a snippet in so many lines, its matches in bold and marked where it was cut."""
    before = "… " if snippet.is_cut_before else ""
    text = before + snippet.text + (" …" if snippet.is_cut_after else "")
    layout = _broken(text, snippet, len(before), font, width)
    if layout.lineCount() <= lines:
        return layout
    last = layout.lineAt(lines - 1)
    cut = Utf16Map(text).to_code_points(last.textStart() + last.textLength())
    shown = text[:cut].rstrip()
    while shown:  # to the word that leaves room for the sign that there is more
        layout = _broken(shown + " …", snippet, len(before), font, width)
        if layout.lineCount() <= lines:
            break
        shown = shown.rpartition(" ")[0] or shown[:-1]
    return layout


def _broken(text: str, snippet: Snippet, shift: int, font: QFont, width: int) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    spans = ((start + shift, end + shift) for start, end in snippet.matches)
    layout.setFormats(bold_formats(text, spans))
    break_lines(layout, width)
    return layout

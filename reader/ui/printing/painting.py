"""Paint pages: the text with its marks, the notes, and the line at the foot."""

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from reader.core.mentions import Kind, Mention
from reader.ui.kind_sample import paint_underline
from reader.ui.kinds import kind_plural
from reader.ui.plain_text import scaled_font
from reader.ui.printing.composing import PrintComposer, number_font
from reader.ui.printing.plan import Page, Piece
from reader.ui.printing.sheet import Sheet
from reader.ui.reading.highlights import Highlight
from reader.ui.reading.laid import LaidParagraph, Strip
from reader.ui.reading.marks import Found, Marks
from reader.ui.reading.paint import ParagraphPainter
from reader.ui.reading.paragraphs import Paragraphs, display_text
from reader.ui.reading.pictures import Pictures
from reader.ui.reading.style import Typography

translate = QCoreApplication.translate  # under the name that `lupdate` looks for

_SMALL = 0.76
_FOOT_GAP = 26
_RAISED = 0.42  # of the ascent: where a note's number stands


class _PrintPainter(ParagraphPainter):
    """Paint paragraphs with their notes' numbers, and of a part of one its lines alone."""

    def __init__(
        self,
        paragraphs: Paragraphs,
        marks: Marks,
        pictures: Pictures,
        typography: Typography,
        labels: Mapping[int, str],
    ) -> None:
        super().__init__(paragraphs, marks, pictures, typography)
        self._labels = labels
        self._number = 0

    def paint_piece(self, painter: QPainter, piece: Piece, laid: LaidParagraph, at: Sheet) -> None:
        """Paint a piece of a paragraph where it stands on the page."""
        painter.save()
        if piece.is_part:
            painter.setClipRect(QRectF(0, piece.y, at.width, piece.end - piece.start))
        painter.translate(0, piece.y - piece.start)
        painter.scale(piece.scale, piece.scale)
        painter.translate(at.column.left / piece.scale - at.column.left, 0)
        shown = QRectF(0, piece.start, at.width, piece.end - piece.start)
        self._number = piece.number
        self.paint(
            painter, piece.number, laid, 0, at.column, selection=(0, 0),
            clip=shown if piece.is_part else QRectF(),
        )  # fmt: skip
        painter.restore()

    def _paint_text(
        self,
        painter: QPainter,
        laid: LaidParagraph,
        selection: tuple[int, int],
        filled: Sequence[tuple[int, int]],
        clip: QRectF,
    ) -> None:
        if clip.isEmpty() or laid.composed.table is not None or laid.composed.frame is not None:
            # Without other colours on fills: Qt would draw those words twice, in a PDF too.
            super()._paint_text(painter, laid, selection, (), QRectF())
            return
        # Line by line: Qt draws one more above the clip, which would be in a PDF's text twice.
        painter.setPen(self.theme.muted if laid.look.muted else self.theme.text)
        for index, line in enumerate(laid.lines):
            if clip.top() - 0.5 <= line.top < clip.bottom() - 0.5:
                laid.text_line(index).draw(painter, QPointF(0, 0))

    def _paint_over(
        self,
        painter: QPainter,
        laid: LaidParagraph,
        chips: Sequence[tuple[Mention | Found, Sequence[Strip]]],
        shown: Sequence[Highlight],
    ) -> None:
        super()._paint_over(painter, laid, chips, shown)
        start, end = self._paragraphs.span(self._number)
        if end <= start:
            return
        font = number_font(laid.look.font)
        painter.setFont(font)
        painter.setPen(self.theme.text)
        for last, label in self._labels.items():
            strips = list(self._strips(laid, last - 1, last, start)) if start < last <= end else []
            if strips:
                width = QFontMetricsF(font).horizontalAdvance(label)
                y = strips[-1].line.baseline - _RAISED * laid.look.ascent
                painter.drawText(QPointF(strips[-1].right - width - 2.5, y), label)

    def _paint_picture(self, painter: QPainter, number: int, laid: LaidParagraph) -> None:
        frame = laid.composed.frame
        picture = None if frame is None else self._paragraphs.picture(number)
        if picture is None or frame is None:
            return
        box = QRectF(frame)
        image = self._pictures.image(picture.source, laid.composed.width)
        if image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(box, image)
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.theme.border, 1))
        painter.drawRect(box)
        painter.setPen(self.theme.muted)
        painter.setFont(laid.look.font)
        says = display_text(picture.alt) or translate("printing", "Picture")
        metrics = QFontMetricsF(laid.look.font)
        shown = metrics.elidedText(says, Qt.TextElideMode.ElideRight, box.width() - 24)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)


class PagePainter:
    """Paint one page after another."""

    def __init__(
        self,
        sheet: Sheet,
        paragraphs: Paragraphs,
        composer: PrintComposer,
        marks: Marks,
        pictures: Pictures,
        typography: Typography,
        *,
        labels: Mapping[int, str],
        source: str,
    ) -> None:
        self._sheet = sheet
        self._composer = composer
        self._typography = typography
        self._painter = _PrintPainter(paragraphs, marks, pictures, typography, labels)
        self._kinds = Counter(
            mention.kind for mention in marks.mentions if mention.kind not in marks.hidden_kinds
        )
        self._source = display_text(source)

    def paint(self, painter: QPainter, page: Page, number: int, count: int) -> None:
        """Paint the page of a number, of `count`."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for piece in page.pieces:
            laid = LaidParagraph(self._composer.composed(piece.number))
            self._painter.paint_piece(painter, piece, laid, self._sheet)
        for part in page.notes:
            part.note.paint(painter, QPointF(part.x, part.y), part.lines)
        if page.legend is not None:
            self._paint_legend(painter, page.legend)
        if page.said is not None:
            self._paint_title(painter, page.said)
        self._paint_foot(painter, number, count)

    def _paint_legend(self, painter: QPainter, top: float) -> None:
        """Say what the underlines mean; on grey paper they alone do."""
        theme = self._typography.style.theme
        font = scaled_font(self._typography.font, _SMALL)
        metrics = QFontMetricsF(font)
        x, y = float(self._sheet.column.left), top - 8
        painter.setFont(font)
        for kind in Kind:
            if not self._kinds[kind]:
                continue
            name = kind_plural(kind)
            width = metrics.horizontalAdvance(name)
            if x + width > self._sheet.column.left + self._sheet.column.width:
                break
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.kinds[kind].tint)
            painter.drawRoundedRect(QRectF(x - 3, y, width + 6, metrics.height() + 3), 3, 3)
            painter.setPen(theme.text)
            painter.drawText(QPointF(x, y + metrics.ascent()), name)
            line = QLineF(x, y + metrics.height(), x + width, y + metrics.height())
            paint_underline(painter, kind, theme.kinds[kind].line, line)
            x += width + 18

    def _paint_title(self, painter: QPainter, top: float) -> None:
        sheet, theme = self._sheet, self._typography.style.theme
        painter.fillRect(QRectF(sheet.column.left, top, sheet.column.width, 1), theme.border)
        painter.setPen(theme.text)
        painter.setFont(scaled_font(self._typography.font, 1.1, bold=True))
        box = QRectF(sheet.column.left, top + 10, sheet.column.width, 30)
        painter.drawText(box, Qt.AlignmentFlag.AlignTop, translate("printing", "Comments"))

    def _paint_foot(self, painter: QPainter, number: int, count: int) -> None:
        sheet, theme = self._sheet, self._typography.style.theme
        font = scaled_font(self._typography.font, _SMALL)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(theme.muted)
        y = sheet.bottom + _FOOT_GAP + metrics.ascent()
        says = f"{number} / {count}"
        width = metrics.horizontalAdvance(says)
        painter.drawText(QPointF(sheet.right - width, y), says)
        room = sheet.right - sheet.column.left - width - 24
        shown = metrics.elidedText(self._source, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(QPointF(sheet.column.left, y), shown)

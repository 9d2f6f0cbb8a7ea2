"""Paint paragraphs: the layers beneath their text, and the text.

From below: annotations' fills, mentions' tints, the selection, underlines, what a search found,
text, rings and marks.
Coordinates are the document's, in pixels.
"""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextCharFormat, QTextLayout

from reader.core.corrections import State, state_of
from reader.core.document import Run
from reader.core.mentions import LinkedBy, Mention
from reader.ui.kind_sample import THIN, paint_underline
from reader.ui.question_sign import paint_question
from reader.ui.reading.breaking import HYPHEN, Line
from reader.ui.reading.found import paint_current_match, paint_matches, paint_veil
from reader.ui.reading.furniture import (
    fill_rounded,
    paint_edges,
    paint_furniture,
    paint_picture,
)
from reader.ui.reading.highlights import (
    Highlight,
    highlights,
    paint_current,
    paint_highlights,
)
from reader.ui.reading.laid import LaidParagraph, Strip
from reader.ui.reading.margin import Bar, margin_bars, paint_margin
from reader.ui.reading.marks import Found, Marks
from reader.ui.reading.paragraphs import Paragraphs
from reader.ui.reading.pictures import Pictures
from reader.ui.reading.style import Column, Typography
from reader.ui.theme import Theme

_CHIP_OVERHANG = 2.0
_CHIP_RADIUS = 4.0
_FAINT = 0.45
_UNSAID = 0.6  # the tint's opacity of a mention that the user hasn't confirmed
_VEIL = 0.55  # the opacity of what lies over all but the paragraph that is read
_OVER_FILL = 0.6  # a tint's opacity on an annotation, so that both colours are seen


class ParagraphPainter:
    """Paint one laid-out paragraph after another, with what marks them."""

    def __init__(
        self, paragraphs: Paragraphs, marks: Marks, pictures: Pictures, typography: Typography
    ) -> None:
        self.typography = typography
        self._paragraphs = paragraphs
        self._marks = marks
        self._pictures = pictures

    @property
    def theme(self) -> Theme:
        """Return the colours."""
        return self.typography.style.theme

    def paint(
        self,
        painter: QPainter,
        number: int,
        laid: LaidParagraph,
        top: int,
        column: Column,
        *,
        selection: tuple[int, int],
        clip: QRectF,
    ) -> None:
        """Paint paragraph `number` at `top`; `selection` in its UTF-16 units, empty for none."""
        origin = QPointF(column.left, top)
        start, end = self._paragraphs.span(number)
        annotations = self._marks.annotations_in(start, end) if end > start else []
        mentions = list(self._shown(start, end)) if end > start else []
        painter.save()
        painter.translate(origin)
        paint_furniture(painter, laid, self.typography)
        self._paint_flash(painter, laid, start, end)
        shown = highlights(laid, annotations, start, end)
        paint_highlights(painter, shown, self.theme)
        chips = [(m, list(self._strips(laid, m.start, m.end, start))) for m in mentions]
        for mention, strips in chips:
            over_fill = any(a.start < mention.end and a.end > mention.start for a in annotations)
            self._paint_tint(painter, laid, mention, strips, over_fill=over_fill)
        self._paint_selection(painter, laid, selection)
        for mention, strips in chips:
            self._paint_underline(painter, laid, mention, strips)
        fills = [*annotations, *(m for m in mentions if self._is_selected(m))]
        filled = _filled(laid, ((fill.start, fill.end) for fill in fills), start)
        self._paint_matches(painter, laid, start, end)
        self._paint_text(painter, laid, selection, filled, clip.translated(-origin))
        self._paint_match(painter, laid, start, end)
        self._paint_over(painter, laid, chips, shown)
        self._paint_picture(painter, number, laid)
        self._paint_focus(painter, laid, start, end)
        paint_edges(painter, laid, self.theme)
        bars = margin_bars(laid, annotations, start, end, room=column.left)
        paint_margin(painter, bars, self.theme, current=self._marks.annotation_id)
        if not self._is_lit(start, end):
            page = QRectF(-column.left, 0, 2 * column.left + column.width, laid.height)
            paint_veil(painter, page, self.theme, _VEIL)
        painter.restore()

    def _paint_text(
        self,
        painter: QPainter,
        laid: LaidParagraph,
        selection: tuple[int, int],
        filled: Sequence[tuple[int, int]],
        clip: QRectF,
    ) -> None:
        _paint_text(painter, laid, self.theme, selection, filled, clip)

    def _paint_over(
        self,
        painter: QPainter,
        laid: LaidParagraph,
        chips: Sequence[tuple[Mention | Found, Sequence[Strip]]],
        shown: Sequence[Highlight],
    ) -> None:
        """Paint over the text what is current, and open questions."""
        for mention, strips in chips:
            if mention == self._marks.mention:
                self._paint_ring(painter, laid, strips)
            self._paint_question(painter, laid, mention, strips)
        for highlight in shown:
            if highlight.annotation.id == self._marks.annotation_id:
                paint_current(painter, highlight, self.theme)

    def _shown(self, start: int, end: int) -> Iterator[Mention | Found]:
        yield from self._marks.mentions_in(start, end)
        yield from self._marks.found_in(start, end)

    @staticmethod
    def _strips(laid: LaidParagraph, start: int, end: int, origin: int) -> Iterator[Strip]:
        first = laid.utf16.to_utf16(max(0, start - origin))
        return laid.strips(first, laid.utf16.to_utf16(max(0, end - origin)))

    def _paint_picture(self, painter: QPainter, number: int, laid: LaidParagraph) -> None:
        frame = laid.composed.frame
        picture = None if frame is None else self._paragraphs.picture(number)
        if picture is not None and frame is not None:
            paint_picture(painter, laid, picture, self._pictures, self.typography)
            if picture == self._marks.focus:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(self.theme.accent, 2))
                painter.drawRoundedRect(QRectF(frame), _CHIP_RADIUS, _CHIP_RADIUS)

    def _paint_focus(self, painter: QPainter, laid: LaidParagraph, start: int, end: int) -> None:
        focus = self._marks.focus
        if isinstance(focus, Run) and focus.start < end and focus.end > start:
            strips = self._strips(laid, max(start, focus.start), min(end, focus.end), start)
            self._paint_ring(painter, laid, list(strips))

    def _paint_tint(
        self,
        painter: QPainter,
        laid: LaidParagraph,
        mention: Mention | Found,
        strips: Sequence[Strip],
        *,
        over_fill: bool,
    ) -> None:
        colours = self.theme.kinds[mention.kind]
        selected = self._is_selected(mention)
        tint = QColor(colours.strong if selected else colours.tint)
        if not tint.alpha():
            return  # a quiet kind has its underline alone
        if isinstance(mention, Found):
            tint.setAlphaF(_FAINT)
        elif not selected:
            opacity = 1.0 if _is_confirmed(mention) else _UNSAID
            tint.setAlphaF(opacity * _OVER_FILL if over_fill else opacity)
        for strip in strips:
            fill_rounded(painter, _chip(laid, strip), tint, _CHIP_RADIUS)

    def _paint_underline(
        self,
        painter: QPainter,
        laid: LaidParagraph,
        mention: Mention | Found,
        strips: Sequence[Strip],
    ) -> None:
        colour = QColor(self.theme.kinds[mention.kind].line)
        if isinstance(mention, Found):
            colour.setAlphaF(_FAINT)
        weight = 1.0 if _is_confirmed(mention) else THIN
        for strip in strips:
            y = strip.line.baseline + max(3.0, laid.look.descent * 0.62)
            line = QLineF(strip.left, y, strip.right, y)
            paint_underline(painter, mention.kind, colour, line, weight=weight)

    def _paint_flash(self, painter: QPainter, laid: LaidParagraph, start: int, end: int) -> None:
        flash = self._marks.flash
        if flash is None or flash[0] >= end or flash[1] <= start:
            return
        colour = QColor(self.theme.selection)
        colour.setAlphaF(_FAINT)
        for strip in self._strips(laid, max(start, flash[0]), min(end, flash[1]), start):
            fill_rounded(painter, _slot(strip).adjusted(-3, 0, 3, 0), colour, _CHIP_RADIUS)

    def _paint_selection(
        self, painter: QPainter, laid: LaidParagraph, selection: tuple[int, int]
    ) -> None:
        for strip in laid.strips(*selection):
            painter.fillRect(_slot(strip), self.theme.selection)

    def _paint_matches(self, painter: QPainter, laid: LaidParagraph, start: int, end: int) -> None:
        matches = self._marks.matches
        if matches is not None:
            strips = (
                strip
                for first, last in matches.between(start, end)
                for strip in self._strips(laid, max(start, first), min(end, last), start)
            )
            paint_matches(painter, strips, self.theme)

    def _paint_match(self, painter: QPainter, laid: LaidParagraph, start: int, end: int) -> None:
        first, last = self._marks.match or (0, 0)
        first, last = max(start, first), min(end, last)
        if first < last:
            strips = list(self._strips(laid, first, last, start))
            local = laid.utf16.to_utf16
            paint_current_match(
                painter, laid, strips, (local(first - start), local(last - start)), self.theme
            )

    def _is_lit(self, start: int, end: int) -> bool:
        lit = self._marks.lit
        return lit is None or (lit[0] < end and start < lit[1])

    def _paint_ring(self, painter: QPainter, laid: LaidParagraph, strips: Sequence[Strip]) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.theme.accent, 1.8))
        for strip in strips:
            ring = _chip(laid, strip).adjusted(-0.9, -0.9, 0.9, 0.9)
            painter.drawRoundedRect(ring, _CHIP_RADIUS + 0.9, _CHIP_RADIUS + 0.9)

    def _paint_question(
        self,
        painter: QPainter,
        laid: LaidParagraph,
        mention: Mention | Found,
        strips: Sequence[Strip],
    ) -> None:
        """Mark an open question behind the name, above the line's other text."""
        if isinstance(mention, Mention) and mention.linked_by is LinkedBy.OPEN and strips:
            last = strips[-1]
            painter.setFont(laid.look.font)
            end = QPointF(last.right + 1.5, last.line.baseline)
            paint_question(painter, end, laid.look.ascent, self.theme.kinds[mention.kind].line)

    def _is_selected(self, mention: Mention | Found) -> bool:
        return isinstance(mention, Mention) and mention.entity_id == self._marks.entity_id

    def bars(self, number: int, laid: LaidParagraph, column: Column) -> list[Bar]:
        """Return the bars in the margin beside a paragraph."""
        start, end = self._paragraphs.span(number)
        annotations = self._marks.annotations_in(start, end) if end > start else []
        return margin_bars(laid, annotations, start, end, room=column.left)


def _is_confirmed(mention: Mention | Found) -> bool:
    return isinstance(mention, Mention) and state_of(mention) is State.CONFIRMED


def _slot(strip: Strip) -> QRectF:
    return QRectF(strip.left, strip.line.top, strip.right - strip.left, strip.line.height)


def _chip(laid: LaidParagraph, strip: Strip) -> QRectF:
    """Return a mention's rounded box: the height of the words, not of the line."""
    line: Line = strip.line
    top = max(line.top + 1.0, line.baseline - laid.look.ascent * 0.98)
    bottom = min(line.top + line.height - 1.0, line.baseline + laid.look.descent * 1.05 + 1)
    left = strip.left - _CHIP_OVERHANG
    return QRectF(left, top, strip.right - strip.left + 2 * _CHIP_OVERHANG, bottom - top)


def _filled(
    laid: LaidParagraph, spans: Iterable[tuple[int, int]], origin: int
) -> list[tuple[int, int]]:
    """Return where coloured text, such as a link's, has the text's colour for its contrast.

    That is where `spans` of the document are filled; in UTF-16 units of the paragraph, parted and
    in order.
    """
    if not (laid.composed.formats or laid.look.muted):
        return []
    local = laid.utf16.to_utf16
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        first, last = local(max(0, start - origin)), min(local(max(0, end - origin)), laid.shown)
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        elif last > first:
            merged.append((first, last))
    return merged


def _paint_text(
    painter: QPainter,
    laid: LaidParagraph,
    theme: Theme,
    selection: tuple[int, int],
    filled: Sequence[tuple[int, int]],
    clip: QRectF,
) -> None:
    composed = laid.composed
    if composed.table is not None or composed.frame is not None:
        clip = QRectF()  # to which Qt would hold lines that don't follow from top to bottom
    painter.setPen(theme.muted if laid.look.muted else theme.text)
    is_scrolled = composed.table is not None and composed.table.overflow > 0
    if composed.table is not None and is_scrolled:
        painter.save()
        page = QRectF(0, 0, composed.table.room, laid.height)
        painter.setClipRect(page, Qt.ClipOperation.IntersectClip)
    formats = [_coloured(*span, theme.text) for span in _without(filled, selection)]
    if selection[1] > selection[0]:
        formats.append(_coloured(*selection, theme.selection_text))
    laid.layout.draw(painter, QPointF(-laid.shift, 0), formats, clip)
    if composed.hyphens is not None:
        _paint_hyphens(painter, laid, formats)
    if is_scrolled:
        painter.restore()


def _paint_hyphens(
    painter: QPainter, laid: LaidParagraph, formats: Sequence[QTextLayout.FormatRange]
) -> None:
    """Paint what stands behind parted words as the letter before it; it is no part of the text."""
    pen = painter.pen()
    parts = (*laid.composed.formats, *formats)
    painter.setFont(laid.look.font)
    for line in laid.lines:
        if line.hyphen is None:
            continue
        if not parts:
            painter.drawText(QPointF(line.hyphen, line.baseline), HYPHEN)
            continue
        font, colour = QFont(laid.look.font), pen.color()
        for part in parts:
            if part.start < line.end <= part.start + part.length:
                font.setItalic(font.italic() or part.format.fontItalic())
                font.setBold(font.bold() or part.format.fontWeight() > QFont.Weight.Normal)
                if part.format.foreground().style() is not Qt.BrushStyle.NoBrush:
                    colour = part.format.foreground().color()
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(QPointF(line.hyphen, line.baseline), HYPHEN)
    painter.setPen(pen)


def _without(spans: Sequence[tuple[int, int]], hole: tuple[int, int]) -> Iterator[tuple[int, int]]:
    for start, end in spans:
        if hole[0] >= hole[1]:
            yield start, end
            continue
        for first, last in ((start, min(end, hole[0])), (max(start, hole[1]), end)):
            if last > first:
                yield first, last


def _coloured(start: int, end: int, colour: QColor) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start = start
    found.length = end - start
    found.format = QTextCharFormat()
    found.format.setForeground(colour)
    return found

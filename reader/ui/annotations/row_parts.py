"""What a row of annotations shows, laid out once: quote, comment, tags and linked names."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout

from reader.core.annotations import Annotation
from reader.core.mentions import Kind
from reader.ui.annotations.known import Known
from reader.ui.annotations.light_markdown import light_markdown
from reader.ui.kind_sample import paint_underline
from reader.ui.plain_text import (
    break_lines,
    lay_out,
    layout_height,
    one_line,
    paint_layout,
    scaled_font,
)
from reader.ui.theme import Theme

QUOTE_LINES = 3
COMMENT_LINES = 6
GAP = 5
_CHIP_GAP, _CHIP_PADDING, _LINE_GAP = 6, 6, 3


@dataclass(frozen=True, slots=True)
class Chip:
    """A word below the comment: a tag, a name of some kind, or else the colour's name."""

    text: str
    kind: Kind | None = None
    is_tag: bool = False


class ChipLines:
    """Chips in lines from left to right."""

    def __init__(self, chips: Sequence[Chip], font: QFont, width: float) -> None:
        self._font = font
        metrics = QFontMetricsF(font)
        self._placed: list[tuple[Chip, str, QRectF]] = []
        line = metrics.height() + 2
        x = y = 0.0
        for chip in chips:
            padding = 2 * _CHIP_PADDING if chip.is_tag else 0
            room = max(width - padding, 20.0)
            text = metrics.elidedText(one_line(chip.text), Qt.TextElideMode.ElideRight, room)
            size = metrics.horizontalAdvance(text) + padding
            if x and x + size > width:
                x, y = 0.0, y + line + _LINE_GAP
            self._placed.append((chip, text, QRectF(x, y, size, line)))
            x += size + _CHIP_GAP
        self.height = int(y + line + 0.999) if self._placed else 0

    def paint(
        self, painter: QPainter, x: float, y: float, theme: Theme, text: QColor, muted: QColor
    ) -> None:
        """Paint the chips with their upper left corner at `x`, `y`."""
        painter.setFont(self._font)
        for chip, words, place in self._placed:
            rect = place.translated(x, y)
            if chip.is_tag:
                painter.setPen(QPen(muted, 0.8))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
            painter.setPen(muted if chip.kind is None and not chip.is_tag else text)
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), words)
            if chip.kind is not None:
                below = QLineF(rect.left(), rect.bottom() - 0.5, rect.right(), rect.bottom() - 0.5)
                selected = text == theme.selection_text  # its ground may be of the line's colour
                line = text if selected else theme.kinds[chip.kind].line
                paint_underline(painter, chip.kind, line, below)


class RowParts:
    """An annotation laid out in lines of `width` pixels."""

    def __init__(
        self,
        annotation: Annotation,
        font: QFont,
        width: float,
        known: Known,
        *,
        quote_lines: int = QUOTE_LINES,
        comment_lines: int = COMMENT_LINES,
    ) -> None:
        self._quote = lay_out(one_line(annotation.quote), font, width, max_lines=quote_lines)
        self._comment = (
            _comment_layout(annotation.comment, font, width, comment_lines)
            if annotation.comment.strip()
            else None
        )
        self._chips = ChipLines(chips_of(annotation, known), scaled_font(font, 0.88), width)
        self.comment_top = layout_height(self._quote) + GAP
        below = layout_height(self._comment) + GAP if self._comment is not None else 0
        self._chips_top = layout_height(self._quote) + below + GAP
        chips = self._chips.height + GAP if self._chips.height else 0
        self.height = layout_height(self._quote) + below + chips

    def paint(
        self, painter: QPainter, x: float, y: float, theme: Theme, text: QColor, muted: QColor
    ) -> None:
        """Paint the row with its upper left corner at `x`, `y`."""
        paint_layout(painter, self._quote, x, y, text)
        if self._comment is not None:
            paint_layout(painter, self._comment, x, y + self.comment_top, muted)
        self._chips.paint(painter, x, y + self._chips_top, theme, text, muted)


def chips_of(annotation: Annotation, known: Known) -> list[Chip]:
    """Return what stands below an annotation's comment."""
    named = known.colours.get(annotation.colour)
    chips = [Chip(named)] if named else []
    chips += [Chip(tag, is_tag=True) for tag in annotation.tags]
    return chips + [Chip(each.name, kind=each.kind) for each in known.linked(annotation)]


def _comment_layout(comment: str, font: QFont, width: float, max_lines: int) -> QTextLayout:
    """Return a comment's Markdown in lines; the last is cut where more would follow."""
    text, formats = light_markdown(comment)
    if not formats:
        return lay_out(text, font, width, max_lines=max_lines)
    layout = QTextLayout(text, font)
    layout.setFormats(formats)
    break_lines(layout, width, max_lines=max_lines)
    return layout

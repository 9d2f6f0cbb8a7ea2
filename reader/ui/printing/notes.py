"""The comments on an article's passages, set in lines that pages can part.

Coordinates are units from a note's top left corner.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from reader.core.annotations import Annotation
from reader.ui.annotations.light_markdown import light_markdown
from reader.ui.plain_text import in_quotes, scaled_font
from reader.ui.reading.paragraphs import display_text
from reader.ui.reading.style import Typography
from reader.ui.theme import Theme

_SCALE = 0.8  # of the running text's size
_LEADING = 1.35
_INDENT = 1.5  # em, where the number stands
_LONGEST_QUOTE = 240


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A line of a note, with its slot."""

    layout: QTextLayout
    index: int
    top: float
    height: float
    colour: QColor


@dataclass(frozen=True, slots=True)
class LaidNote:
    """A note in lines, of one font; `ink` is the colour of its number."""

    number: int
    lines: tuple[NoteLine, ...]
    height: float
    font: QFont
    ink: QColor

    def paint(self, painter: QPainter, at: QPointF, lines: tuple[int, int]) -> None:
        """Paint the lines from the first to before the last of `lines`, from `at` on."""
        first, last = lines
        if first >= last:
            return
        offset = at.y() - self.lines[first].top
        if first == 0:
            painter.setFont(scaled_font(self.font, 1.0, bold=True))
            painter.setPen(self.ink)
            line = self.lines[0]
            baseline = offset + line.layout.lineAt(0).y() + line.layout.lineAt(0).ascent()
            painter.drawText(QPointF(at.x(), baseline), str(self.number))
        for line in self.lines[first:last]:
            painter.setPen(line.colour)
            line.layout.lineAt(line.index).draw(painter, QPointF(at.x(), offset))


def lay_note(
    annotation: Annotation, number: int, width: float, typography: Typography, *, quoted: bool
) -> LaidNote:
    """Set what is said of a passage, and of one that is `quoted` its words above that."""
    theme = typography.style.theme
    font = scaled_font(typography.font, _SCALE)
    lines: list[NoteLine] = []
    top = 0.0
    for layout, colour in _parts(annotation, font, theme, quoted=quoted):
        top = _break(layout, lines, top, width, font, colour)
    return LaidNote(number, tuple(lines), top, font, theme.text)


def _parts(
    annotation: Annotation, font: QFont, theme: Theme, *, quoted: bool
) -> Iterator[tuple[QTextLayout, QColor]]:
    if quoted:
        slanted = QFont(font)
        slanted.setItalic(True)
        yield _layout(in_quotes(_short(annotation.quote)), slanted), theme.muted
    if annotation.comment.strip():
        text, formats = light_markdown(annotation.comment, most=None)
        yield _layout(display_text(text), font, formats), theme.text
    if annotation.tags:
        tags = "  ".join(f"#{tag}" for tag in annotation.tags)
        yield _layout(display_text(tags), font), theme.muted


def _layout(text: str, font: QFont, formats: Sequence[QTextLayout.FormatRange] = ()) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(list(formats))
    return layout


def _break(
    layout: QTextLayout,
    lines: list[NoteLine],
    top: float,
    width: float,
    font: QFont,
    colour: QColor,
) -> float:
    metrics = QFontMetricsF(font)
    indent = round(_INDENT * metrics.height() / _LEADING)
    layout.beginLayout()
    index = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width - indent))
        height = max(ceil(line.height()), round(metrics.height() * _LEADING / 1.2))
        line.setPosition(QPointF(indent, top + (height - line.height()) / 2))
        lines.append(NoteLine(layout, index, top, height, colour))
        top += height
        index += 1
    layout.endLayout()
    return top


def _short(quote: str) -> str:
    text = display_text(" ".join(quote.split()))
    if len(text) <= _LONGEST_QUOTE:
        return text
    half = _LONGEST_QUOTE // 2
    return f"{text[:half].rpartition(' ')[0]} … {text[-half:].partition(' ')[2]}"

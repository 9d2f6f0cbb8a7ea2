"""Break a paragraph's text into lines, and put each where it belongs.

Offsets are UTF-16 units into the paragraph's text, coordinates pixels from its top left corner.
"""

import math
import re
import unicodedata
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QTextLayout, QTextLine, QTextOption

from reader.core.offsets import Utf16Map
from reader.ui.reading.hyphens import MOST_IN_A_ROW, ZONE, Hyphens
from reader.ui.reading.paragraphs import LINE_BREAK
from reader.ui.reading.style import Look
from reader.ui.reading.tables import Table

# Hebrew, Arabic and their neighbours, the marks that make text run from right to left.
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]")
HYPHEN = "-"
_TAB = 4  # characters
_SLACK = 0.5  # pixels that a hyphen may stand out by


@dataclass(frozen=True, slots=True)
class Composed:
    """All that says how a paragraph is laid out.

    `above` and `below` are free, `hang` is the width of a list item's number, which stands before
    the text's left edge. Text from `unseen` on is not shown. A table's row has a `table`, a
    picture's paragraph its `frame`. `ruled` asks for a rule above it. `hyphens` says where words
    may be parted, None that they are not. The bar of a `joined` one goes on beside the next.
    """

    text: str
    look: Look
    width: int
    above: int
    below: int
    formats: tuple[QTextLayout.FormatRange, ...] = ()
    hang: float = 0.0
    unseen: int | None = None
    table: Table | None = None
    frame: QRect | None = None
    ruled: bool = False
    hyphens: Hyphens | None = None
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line's half-open span, its slot with the leading, and its baseline.

    `cell` counts the line separators before it: in a row, the cell that it belongs to. `hyphen` is
    where one is painted behind it, which is no part of the text; None for none.
    """

    start: int
    end: int
    top: int
    height: int
    baseline: int
    cell: int = 0
    hyphen: float | None = None


def text_option(composed: Composed) -> QTextOption:
    """Return how a paragraph is set: broken between words, inside of one too long for a line.

    Its direction is that of its first letter; one from right to left stands at the right, which
    Qt's layout of a free paragraph doesn't do by itself.
    """
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if _begins_right_to_left(composed.text):
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    else:
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    if composed.look.sunk:
        option.setTabStopDistance(_TAB * composed.look.character_width)
    return option


def _has_right_to_left(text: str) -> bool:
    return not text.isascii() and RIGHT_TO_LEFT.search(text) is not None


def _begins_right_to_left(text: str) -> bool:
    if not _has_right_to_left(text):
        return False
    kinds = (unicodedata.bidirectional(character) for character in text)
    return next((kind for kind in kinds if kind in ("L", "R", "AL")), "L") != "L"


def break_lines(layout: QTextLayout, composed: Composed) -> tuple[list[Line], int]:
    """Lay `layout` out; return its lines and the whole paragraph's height.

    Every slot begins on a whole pixel, so that scrolled text is never blurred or torn. A line with
    taller characters, such as an emoji's, gets a higher slot.
    """
    layout.beginLayout()
    if composed.table is not None:
        lines, bottom = _break_row(layout, composed, composed.table)
    elif composed.frame is not None:
        lines, bottom = _break_caption(layout, composed, composed.frame)
    else:
        lines, bottom = _break_text(layout, composed)
    layout.endLayout()
    return lines, bottom + composed.below


def _break_text(layout: QTextLayout, composed: Composed) -> tuple[list[Line], int]:
    look = composed.look
    width = max(1, composed.width - look.indent - look.outdent)
    hang = min(composed.hang, look.indent)
    can_part = composed.hyphens is not None and not _has_right_to_left(composed.text)
    hyphenator = _Hyphenator(layout, composed) if can_part else None
    lines: list[Line] = []
    top = composed.above
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width + hang)
        hyphened = hyphenator is not None and hyphenator.part(line, width + hang)
        made = _place(line, look, look.indent - hang, top, hyphened=hyphened)
        lines.append(made)
        top += made.height
        hang = 0
    return lines, top


class _Hyphenator:
    """Part the word behind a line that is too short, and leave room for a hyphen."""

    def __init__(self, layout: QTextLayout, composed: Composed) -> None:
        assert composed.hyphens is not None
        self._layout = layout
        self._text = composed.text
        self._hyphens = composed.hyphens
        self._utf16 = Utf16Map(composed.text)
        self._metrics = composed.look.metrics
        self._hyphen = self._metrics.horizontalAdvance(HYPHEN)
        self._zone = ZONE * composed.look.character_width
        self._whole = [(r.start, r.start + r.length) for r in composed.formats if _is_code(r)]
        self._in_a_row = 0

    def part(self, line: QTextLine, width: float) -> bool:
        """Break a line, which was broken between words, in a word if that helps; say whether."""
        parted = self._part(line, width) if self._in_a_row < MOST_IN_A_ROW else False
        self._in_a_row = self._in_a_row + 1 if parted else 0
        return parted

    def _part(self, line: QTextLine, width: float) -> bool:
        used = line.naturalTextWidth()
        start = self._utf16.to_code_points(line.textStart())
        end = self._utf16.to_code_points(line.textStart() + line.textLength())
        is_torn = end < len(self._text) and self._text[end - 1].isalpha()  # one too long for it
        if width - used < self._zone and not is_torn:
            return False
        begin = end
        while is_torn and begin > start and not self._text[begin - 1].isspace():
            begin -= 1
        first, places = self._hyphens.places(self._text, begin)
        if not places:
            return False
        # The line's place isn't set yet: it begins at 0.
        x, _ = cast("tuple[float, int]", line.cursorToX(self._utf16.to_utf16(begin)))
        room = width - self._hyphen - x + _SLACK
        for place in places:
            at = first + place
            if self._metrics.horizontalAdvance(self._text[begin:at]) <= room:
                return not self._is_code(at) and self._break_at(line, at, width)
        return False

    def _break_at(self, line: QTextLine, at: int, width: float) -> bool:
        """Break a line before a place; undo that where bold letters or the like don't fit."""
        length = self._utf16.to_utf16(at) - line.textStart()
        option = self._layout.textOption()
        anywhere = QTextOption(option)
        anywhere.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self._layout.setTextOption(anywhere)
        line.setNumColumns(length, width)
        self._layout.setTextOption(option)
        fits = line.naturalTextWidth() + self._hyphen <= width + _SLACK
        if fits and line.textLength() == length:
            return True
        line.setLineWidth(width)
        return False

    def _is_code(self, at: int) -> bool:
        unit = self._utf16.to_utf16(at)
        return any(start < unit < end for start, end in self._whole)


def _is_code(part: QTextLayout.FormatRange) -> bool:
    return bool(part.format.fontFamilies())


def _break_row(layout: QTextLayout, composed: Composed, table: Table) -> tuple[list[Line], int]:
    """Set cells side by side; what a row has more than its table stands below its last cell."""
    look, ends = composed.look, _cell_ends(composed.text)
    lines: list[Line] = []
    cell, last = 0, len(table.lefts) - 1
    top = bottom = composed.above
    while (line := layout.createLine()).isValid():
        column = min(cell, last)
        left, width = table.lefts[column], table.widths[column]
        line.setLineWidth(width)
        if table.numeric[column]:
            left += max(0.0, width - line.naturalTextWidth())
        made = _place(line, look, left, top, cell)
        lines.append(made)
        top += made.height
        bottom = max(bottom, top)
        if made.end in ends:
            cell += 1
            top = composed.above if cell <= last else top
    return lines, bottom


def _cell_ends(text: str) -> frozenset[int]:
    utf16 = Utf16Map(text)
    return frozenset(utf16.to_utf16(i) + 1 for i, c in enumerate(text) if c == LINE_BREAK)


def _break_caption(layout: QTextLayout, composed: Composed, frame: QRect) -> tuple[list[Line], int]:
    """Set the caption below the picture, if there is one; alternative text where nobody sees it."""
    look = composed.look
    is_empty = composed.unseen == 0
    lines: list[Line] = []
    bottom = top = frame.bottom() + 1 + (0 if is_empty else look.above)
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, composed.width))
        start = line.textStart()
        if is_empty or (composed.unseen is not None and start > composed.unseen):
            line.setPosition(QPointF(0, frame.top()))
            end = start + line.textLength()
            lines.append(Line(start, end, frame.top(), frame.height(), frame.bottom()))
            continue
        made = _place(line, look, 0, top)
        lines.append(made)
        bottom = top = top + made.height
    return lines, bottom


def _place(
    line: QTextLine, look: Look, left: float, top: int, cell: int = 0, *, hyphened: bool = False
) -> Line:
    is_taller = line.ascent() > look.ascent + _SLACK or line.descent() > look.descent + _SLACK
    is_tight = look.tight and not is_taller
    height = look.line_height if is_tight else max(look.line_height, math.ceil(line.height()))
    spare = height - max(look.ascent, line.ascent()) - max(look.descent, line.descent())
    baseline = round(top + spare / 2 + max(look.ascent, line.ascent()))
    line.setPosition(QPointF(left, baseline - line.ascent()))
    start = line.textStart()
    hyphen = left + line.naturalTextWidth() if hyphened else None
    return Line(start, start + line.textLength(), top, height, baseline, cell, hyphen)

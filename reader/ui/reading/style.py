"""How the reading view sets type: fonts, measure, leading and indents, derived from one style.

All of it follows from the text's size (`em`) and its leading:

- Running text has 60 to 75 characters a line and a leading of 1.5; paragraphs are told apart by
  0.8 em of space and no indent. It was 0.7, which beside lines 1.5 em apart looked like a loose
  line, not like a paragraph.
- A title and headings of two lines are one thing: their lines stand 1.18 and 1.25 of their size
  apart. Fonts for the screen, such as Noto Serif, are 1.36 high, and Qt sets no line tighter by
  itself; but that air is for accents on capitals, which fit (`tight`).
- A heading belongs to what follows it: about three times as much space above as below.
- A list's items stand closer than paragraphs, but what follows the last one, or a quote, keeps a
  paragraph's distance (`Composer`). Numbers and bullets hang before the text.
- A quote is inset on both sides, with a rule as thick as a hair space where the text's edge is,
  not somewhere in the inset: so the page has one left edge.
- Figures keep the font's form; in columns of numbers all have one width, so that they can be
  compared. Captions, notes, tables and code are smaller, by as much as their letters look larger.
"""

import math
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF

from reader.core.document import RowLevel
from reader.ui.theme import Theme

_SAMPLE = "La delegación llegó de madrugada y habló con la prensa durante más de una hora. "
LEAST_MARGIN = 24
"""Pixels that stay free between the text and the edge of its column, in however narrow a window."""
_MOST_MARGIN = 72
_LEAST_WIDTH = 80
_TABULAR = QFont.Tag("tnum")  # figures of one width
_TALLEST = "ÁÑÜÇgjpqy()|"
_BULLETS = ("•", "◦", "–")
# Qt's `FontSizeAdjustment` knows these steps only (QTextFormatCollection, qtextformat.cpp).
_SCALES = {-1: 0.8, 0: 1.0, 1: 1.2, 2: 1.5, 3: 2.0}


class Role(StrEnum):
    """What a display paragraph is: a block's kind, or a part of the heading above the text."""

    TITLE = "title"
    BYLINE = "byline"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    TABLE_ROW = "table_row"
    PREFORMATTED = "preformatted"
    PICTURE = "picture"
    FOOTNOTE = "footnote"


@dataclass(frozen=True)
class ReadingStyle:
    """How the user wants to read.

    `line_width` is in average characters, `leading`, from one baseline to the
    next, in multiples of the font's size, but never less than the font's own height. `glides` says
    whether scrolling by keys may be seen to move, `hyphenates` whether words are parted at the end
    of a line that would be too short.
    """

    theme: Theme
    family: str
    size_pt: float = 13
    line_width: int = 68
    leading: float = 1.5
    glides: bool = True
    hyphenates: bool = True


@dataclass(frozen=True, slots=True)
class Column:
    """Where the text stands in the viewport, in pixels.

    `room` is the width that a table may take where the column is too narrow for it.
    """

    left: int
    width: int
    room: int


@dataclass(frozen=True, slots=True)
class Look:
    """How paragraphs of one role and level are set, in pixels.

    `size_step` and `bold` say how the font differs from the document's; `own_font` says that it
    does so in other ways too. `sunk` is how far the panel behind the text reaches around it. A
    `tight` one's lines may stand closer than the font is high.
    """

    font: QFont
    metrics: QFontMetricsF
    size_step: int
    bold: bool
    ascent: float
    descent: float
    line_height: int
    character_width: float
    indent: int = 0
    outdent: int = 0
    above: int = 0
    below: int = 0
    bullet: str = ""
    barred: bool = False
    muted: bool = False
    own_font: bool = False
    sunk: int = 0
    tight: bool = False


def text_font(style: ReadingStyle) -> QFont:
    """Return the font of the running text."""
    font = QFont(style.family)
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(style.size_pt)
    return font


class Typography:
    """The looks of one style, made on demand."""

    def __init__(self, style: ReadingStyle) -> None:
        self.style = style
        self.font = text_font(style)
        self._looks: dict[tuple[Role, int], Look] = {}
        self.em = QFontInfo(self.font).pixelSize()
        self.fixed_family = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()

    def column(self, viewport_width: int) -> Column:
        """Return the column, centred; its margins shrink before its measure does."""
        wanted = round(self.style.line_width * self.look(Role.PARAGRAPH, 0).character_width)
        margin = max(LEAST_MARGIN, min(_MOST_MARGIN, round(viewport_width * 0.07)))
        width = max(_LEAST_WIDTH, min(wanted, viewport_width - 2 * margin))
        left = max(LEAST_MARGIN, (viewport_width - width) // 2)
        return Column(left, width, max(width, viewport_width - left - LEAST_MARGIN))

    def padding(self) -> tuple[int, int]:
        """Return the pixels that stay free above the first and below the last paragraph."""
        return round(self.em * 2.2), round(self.em * 5)

    def look(self, role: Role, level: int) -> Look:
        """Return how a paragraph of `role` is set."""
        key = (role, min(level, 6))
        look = self._looks.get(key)
        if look is None:
            look = self._looks[key] = self._make_look(*key)
        return look

    def estimate(self, look: Look, characters: int, column_width: int) -> int:
        """Return the likely height of a paragraph, without laying it out."""
        width = max(_LEAST_WIDTH, column_width - look.indent - look.outdent)
        lines = max(1, math.ceil(characters * look.character_width * 1.03 / width))
        return look.above + lines * look.line_height + look.below

    def _make_look(self, role: Role, level: int) -> Look:
        em = self.em
        gap = round(em * 0.8)
        step = round(em * 1.7)
        match role:
            case Role.TITLE:
                return self._set(
                    size_step=3, bold=True, leading=1.18, tight=True, below=round(em * 0.8)
                )
            case Role.BYLINE:
                return self._set(size_step=-1, leading=1.35, below=round(em * 2), muted=True)
            case Role.HEADING:
                size_step = {0: 2, 1: 2, 2: 1}.get(level, 0)
                return self._set(
                    size_step=size_step,
                    bold=True,
                    leading=1.25,
                    tight=True,
                    above=round(em * (1.1 if size_step else 0.7)),
                    below=round(em * 0.45),
                )
            case Role.LIST_ITEM:
                depth = max(1, level)
                bullet = _BULLETS[(depth - 1) % len(_BULLETS)]
                return self._set(indent=step * depth, below=round(gap * 0.55), bullet=bullet)
            case Role.QUOTE:
                return self._set(indent=step, outdent=step // 2, below=gap, barred=True)
            case Role.PARAGRAPH:
                return self._set(below=gap)
            case _:
                return self._make_small_look(role, level)

    def _make_small_look(self, role: Role, level: int) -> Look:
        """Return the look of what is set in a smaller font than the running text."""
        gap, air = round(self.em * 0.8), round(self.em * 0.35)
        match role:
            case Role.TABLE_ROW:
                bold = level == RowLevel.HEADER
                return self._set(
                    scale=0.92, bold=bold, tabular=True, leading=1.3, above=air, below=air
                )
            case Role.PREFORMATTED:
                sunk = round(self.em * 0.7)
                return self._set(
                    scale=0.88, fixed=True, leading=1.35, indent=sunk, outdent=sunk,
                    above=sunk + air, below=sunk + gap + air, sunk=sunk,
                )  # fmt: skip
            case Role.PICTURE:
                below = round(self.em * 1.3)
                return self._set(scale=0.85, leading=1.35, above=gap, below=below, muted=True)
            case _:
                indent = round(self.em * 1.9)
                return self._set(scale=0.87, leading=1.4, indent=indent, below=air)

    def _set(
        self,
        *,
        size_step: int = 0,
        scale: float | None = None,
        fixed: bool = False,
        bold: bool = False,
        tabular: bool = False,
        leading: float | None = None,
        tight: bool = False,
        indent: int = 0,
        outdent: int = 0,
        above: int = 0,
        below: int = 0,
        bullet: str = "",
        barred: bool = False,
        muted: bool = False,
        sunk: int = 0,
    ) -> Look:
        font = self._font(scale or _SCALES[size_step], fixed=fixed, bold=bold)
        if tabular:
            font.setFeature(_TABULAR, 1)
        metrics = QFontMetricsF(font)
        em = QFontInfo(font).pixelSize()
        leading = leading or self.style.leading
        least = metrics.tightBoundingRect(_TALLEST).height() if tight else metrics.height()
        return Look(
            font=font,
            metrics=metrics,
            size_step=size_step,
            bold=bold,
            ascent=metrics.ascent(),
            descent=metrics.descent(),
            line_height=max(math.ceil(least), round(em * leading)),
            character_width=metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE),
            indent=indent,
            outdent=outdent,
            above=above,
            below=below,
            bullet=bullet,
            barred=barred,
            muted=muted,
            own_font=fixed or scale is not None,
            sunk=sunk,
            tight=tight,
        )

    def _font(self, scale: float, *, fixed: bool, bold: bool) -> QFont:
        font = QFont(self.font)
        if fixed:
            font.setFamily(self.fixed_family)
            font.setStyleHint(QFont.StyleHint.Monospace)
        font.setPointSizeF(self.style.size_pt * scale)
        font.setBold(bold)
        return font

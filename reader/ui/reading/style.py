"""How the reading view sets type: fonts, measure, leading and indents, derived from one style."""

import math
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF

from reader.ui.theme import Theme

_SAMPLE = "La delegación llegó de madrugada y habló con la prensa durante más de una hora. "
LEAST_MARGIN = 24
"""Pixels that stay free between the text and the edge of its column, in however narrow a window."""
_MOST_MARGIN = 72
_LEAST_WIDTH = 80
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


@dataclass(frozen=True)
class ReadingStyle:
    """How the user wants to read.

    `line_width` is in average characters, `leading`, from one baseline to the
    next, in multiples of the font's size, but never less than the font's own height.
    """

    theme: Theme
    family: str
    size_pt: float = 13
    line_width: int = 68
    leading: float = 1.5


@dataclass(frozen=True, slots=True)
class Column:
    """Where the text stands in the viewport, in pixels."""

    left: int
    width: int


@dataclass(frozen=True, slots=True)
class Look:
    """How paragraphs of one role and level are set, in pixels.

    `size_step` and `bold` say how the font differs from the document's.
    """

    font: QFont
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
        self._em = QFontInfo(self.font).pixelSize()

    def column(self, viewport_width: int) -> Column:
        """Return the column, centred; its margins shrink before its measure does."""
        wanted = round(self.style.line_width * self.look(Role.PARAGRAPH, 0).character_width)
        margin = max(LEAST_MARGIN, min(_MOST_MARGIN, round(viewport_width * 0.07)))
        width = max(_LEAST_WIDTH, min(wanted, viewport_width - 2 * margin))
        return Column(left=max(LEAST_MARGIN, (viewport_width - width) // 2), width=width)

    def padding(self) -> tuple[int, int]:
        """Return the pixels that stay free above the first and below the last paragraph."""
        return round(self._em * 2.2), round(self._em * 5)

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
        em = self._em
        gap = round(em * 0.7)
        step = round(em * 1.7)
        match role:
            case Role.TITLE:
                return self._set(size_step=3, bold=True, leading=1.15, below=round(em * 0.7))
            case Role.BYLINE:
                return self._set(size_step=-1, leading=1.35, below=round(em * 2), muted=True)
            case Role.HEADING:
                size_step = {0: 2, 1: 2, 2: 1}.get(level, 0)
                above = round(em * (1.2 if size_step else 0.8))
                return self._set(
                    size_step=size_step, bold=True, leading=1.25, above=above, below=gap // 2
                )
            case Role.LIST_ITEM:
                depth = max(1, level)
                bullet = _BULLETS[(depth - 1) % len(_BULLETS)]
                return self._set(indent=step * depth, below=round(gap * 0.55), bullet=bullet)
            case Role.QUOTE:
                return self._set(indent=step, outdent=step // 2, below=gap, barred=True)
            case Role.PARAGRAPH:
                return self._set(below=gap)

    def _set(
        self,
        *,
        size_step: int = 0,
        bold: bool = False,
        leading: float | None = None,
        indent: int = 0,
        outdent: int = 0,
        above: int = 0,
        below: int = 0,
        bullet: str = "",
        barred: bool = False,
        muted: bool = False,
    ) -> Look:
        font = QFont(self.font)
        font.setPointSizeF(self.style.size_pt * _SCALES[size_step])
        font.setBold(bold)
        metrics = QFontMetricsF(font)
        em = QFontInfo(font).pixelSize()
        leading = leading or self.style.leading
        return Look(
            font=font,
            size_step=size_step,
            bold=bold,
            ascent=metrics.ascent(),
            descent=metrics.descent(),
            line_height=max(math.ceil(metrics.height()), round(em * leading)),
            character_width=metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE),
            indent=indent,
            outdent=outdent,
            above=above,
            below=below,
            bullet=bullet,
            barred=barred,
            muted=muted,
        )

"""The sheet of paper: where the text, the comments beside it and the foot stand.

Coordinates are units of 1/96 inch, in which the text is laid out too, from the paper's corner.
"""

from dataclasses import dataclass

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QFont, QPageLayout

from reader import paths
from reader.ui.reading.style import Column, ReadingStyle, Role, Typography
from reader.ui.theme import load_theme

UNITS = 96.0
"""Units of an inch."""
_MM = UNITS / 25.4
_SIDE = 20 * _MM
_TOP = 18 * _MM
_FOOT = 24 * _MM
_NOTES = 43 * _MM
_NOTES_GAP = 8 * _MM
_EDGE = 12 * _MM  # beside the notes
_SIZE = 14  # units, 10.5 points
_LINE = 72  # characters; paper is read from further away than a screen
_LEADING = 1.45


@dataclass(frozen=True, slots=True)
class Sheet:
    """Measures of a page: the text's column, from `top` to `bottom`, and the notes beside it.

    `notes_width` is 0 where no notes stand there.
    """

    width: int
    height: int
    column: Column
    top: int
    bottom: int
    notes_left: int
    notes_width: int

    @property
    def right(self) -> int:
        """Return the right end of all that is printed."""
        if self.notes_width:
            return self.notes_left + self.notes_width
        return self.column.left + self.column.width


class PrintTypography(Typography):
    """How articles are set on paper: black on white, in shapes that no screen has bent.

    Sizes are in units, as no painter takes them for another number of its own dots.
    """

    def __init__(self, family: str) -> None:
        theme = load_theme(paths.resources() / "themes", "paper")
        super().__init__(ReadingStyle(theme, family, line_width=_LINE, leading=_LEADING))
        self.font.setPixelSize(_SIZE)
        self.font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self.em = _SIZE

    def _font(self, scale: float, *, fixed: bool, bold: bool) -> QFont:
        font = super()._font(scale, fixed=fixed, bold=bold)
        font.setPixelSize(round(_SIZE * scale))
        return font


def sheet_of(layout: QPageLayout, typography: Typography, *, notes: bool) -> Sheet:
    """Return the measures of a page of `layout`, with room for notes beside the text or without."""
    size = page_size(layout)
    room = size.width() - 2 * _SIDE
    if notes:
        room = size.width() - _SIDE - _NOTES_GAP - _NOTES - _EDGE
    look = typography.look(Role.PARAGRAPH, 0)
    width = round(min(room, typography.style.line_width * look.character_width))
    if notes:
        used = width + _NOTES_GAP + _NOTES
        left = round(max(_SIDE, (size.width() - used) / 2))
    else:
        left = round((size.width() - width) / 2)
    return Sheet(
        width=round(size.width()),
        height=round(size.height()),
        column=Column(left, width, width),
        top=round(_TOP),
        bottom=round(size.height() - _FOOT),
        notes_left=round(left + width + _NOTES_GAP),
        notes_width=round(_NOTES) if notes else 0,
    )


def page_size(layout: QPageLayout) -> QSizeF:
    """Return the size of a page in units."""
    return layout.fullRect(QPageLayout.Unit.Inch).size() * UNITS

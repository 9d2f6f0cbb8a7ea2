"""Compose paragraphs: how each is set, from its role, its runs, its table and its picture."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextCharFormat, QTextLayout

from reader.core.document import Run, RunKind
from reader.core.offsets import Utf16Map
from reader.ui.reading.breaking import Composed
from reader.ui.reading.hyphens import Hyphens
from reader.ui.reading.paragraphs import Paragraphs
from reader.ui.reading.pictures import Pictures
from reader.ui.reading.style import Column, Look, Role, Typography
from reader.ui.reading.tables import Tables

_CODE_SCALE = 0.9
_QUIET = 0.45  # of a link's underline
_EDGE = 1.0  # em above a table's first row and below its last one
_RULE = 2.2  # em above the first footnote
_HANGING = frozenset({Role.LIST_ITEM, Role.FOOTNOTE})
_HYPHENATED = frozenset({Role.PARAGRAPH, Role.LIST_ITEM, Role.QUOTE, Role.FOOTNOTE})


@dataclass(frozen=True, slots=True)
class LocalRun:
    """A run's part of a paragraph, in UTF-16 units into it."""

    start: int
    end: int
    run: Run


class Composer:
    """Say how the paragraphs of one document are laid out in a column."""

    def __init__(
        self, paragraphs: Paragraphs, pictures: Pictures, typography: Typography, column: Column
    ) -> None:
        self.tables = Tables(paragraphs)
        self.hyphens: Hyphens | None = None
        """Where words of the text's language may be parted; None where nobody knows."""
        self._paragraphs = paragraphs
        self._pictures = pictures
        self.set(typography, column)

    def set(self, typography: Typography, column: Column) -> None:
        """Take another style or column."""
        self._typography = typography
        self._column = column
        self.tables.forget()

    def set_theme(self, typography: Typography) -> None:
        """Take a style that differs in its colours only."""
        self._typography = typography

    def set_column(self, column: Column) -> None:
        """Take a column that only stands elsewhere."""
        self._column = column

    def look(self, number: int) -> Look:
        """Return how a paragraph is set."""
        return self._typography.look(*self._paragraphs.role(number))

    def estimate(self, number: int) -> int:
        """Return a paragraph's likely height, without laying it out."""
        look, length = self.look(number), self._paragraphs.length(number)
        height = self._typography.estimate(look, length, self._column.width)
        role, _ = self._paragraphs.role(number)
        if role is Role.PREFORMATTED:
            lines = 1 + self._paragraphs.line_breaks(number)
            height = max(height, look.above + lines * look.line_height + look.below)
        elif (frame := self._frame(number)) is not None:
            height += frame.height() + (look.above if length else -look.line_height)
        return height

    def estimate_many(self, first: int, last: int) -> int:
        """Estimate from the characters alone; as if all were the middle one's kind.

        A heading's is none that many have: then what follows it tells more.
        """
        count, middle = last - first, (first + last) // 2
        mean = self._paragraphs.characters_between(first, last) // count
        is_heading = self._paragraphs.role(middle)[0] is Role.HEADING
        look = self.look(middle + 1 if is_heading and middle + 1 < last else middle)
        return count * self._typography.estimate(look, mean, self._column.width)

    def composed(self, number: int) -> Composed:
        """Return all that says how a paragraph is laid out."""
        paragraphs, em = self._paragraphs, self._typography.em
        role, _ = paragraphs.role(number)
        look, text = self.look(number), paragraphs.text(number)
        follows = self._followed_by(number, role)
        above, below = look.above, look.below
        if role is Role.LIST_ITEM and not follows:
            below = self._typography.look(Role.PARAGRAPH, 0).below
        table = frame = unseen = None
        ruled = False
        runs = self.runs(number, text)
        formats = self._formats(look, runs)
        if role is Role.TABLE_ROW:
            table = self.tables.table(number, self._typography, self._column)
            above += round(_EDGE * em) if number == table.first else 0
            edge = _EDGE * (1 if not table.overflow else 1.5)  # with room for its bar
            below += round(edge * em) if number == table.last else 0
        elif role is Role.FOOTNOTE:
            before = paragraphs.role(number - 1)[0] if number else None
            ruled = before is not Role.FOOTNOTE
            above += round(_RULE * em) if ruled else 0
        elif role is Role.PICTURE:
            frame = self._frame(number)
            if frame is not None:
                length = paragraphs.length(number)
                unseen = Utf16Map(text).to_utf16(length)
                formats += (_unseen(unseen, len(text.encode("utf-16-le")) // 2),)
        hang = self._hang(look, text, runs) if role in _HANGING else 0.0
        hyphenates = self._typography.style.hyphenates and role in _HYPHENATED
        hyphens = self.hyphens if hyphenates else None
        return Composed(
            *(text, look, self._column.width, above, below, formats, hang, unseen, table, frame),
            ruled=ruled,
            hyphens=hyphens,
            joined=look.barred and follows,
        )

    def _followed_by(self, number: int, role: Role) -> bool:
        """Return whether the next paragraph is of the same role."""
        after = number + 1
        return after < len(self._paragraphs) and self._paragraphs.role(after)[0] is role

    def runs(self, number: int, text: str) -> list[LocalRun]:
        """Return the runs of a paragraph whose text is at hand."""
        runs = self._paragraphs.runs(number)
        if not runs:
            return []
        utf16 = Utf16Map(text)
        start, end = self._paragraphs.span(number)
        return [
            LocalRun(
                utf16.to_utf16(max(run.start, start) - start),
                utf16.to_utf16(min(run.end, end) - start),
                run,
            )
            for run in runs
        ]

    def block_formats(self, composed: Composed) -> list[QTextLayout.FormatRange]:
        """Return the formats with which Qt's own layout of a block breaks lines as ours does."""
        if not composed.look.own_font:
            return list(composed.formats)
        whole = QTextCharFormat()
        whole.setFont(composed.look.font)
        length = len(composed.text.encode("utf-16-le")) // 2
        return [_range(0, length, whole), *composed.formats]

    def _frame(self, number: int) -> QRect | None:
        picture = self._paragraphs.picture(number)
        if picture is None:
            return None
        size = self._pictures.box(picture, self._column.width, self._typography.em)
        return QRect(0, self.look(number).above, size.width(), size.height())

    def _hang(self, look: Look, text: str, runs: list[LocalRun]) -> float:
        """Return the width of the number that begins the text, with the space behind it."""
        first = runs[0] if runs else None
        if first is None or first.run.kind is not RunKind.MARKER or first.start:
            return 0.0
        end = first.end
        while end < len(text) and text[end] == " ":
            end += 1
        return QFontMetricsF(look.font).horizontalAdvance(text[:end])

    def _formats(self, look: Look, runs: list[LocalRun]) -> tuple[QTextLayout.FormatRange, ...]:
        return tuple(_range(r.start, r.end, self._format(look, r.run)) for r in runs)

    def _format(self, look: Look, run: Run) -> QTextCharFormat:
        text, theme = QTextCharFormat(), self._typography.style.theme
        match run.kind:
            case RunKind.BOLD:
                text.setFontWeight(QFont.Weight.Bold)
            case RunKind.ITALIC:
                text.setFontItalic(True)
            case RunKind.STRIKE:
                text.setFontStrikeOut(True)
            case RunKind.CODE:
                text.setFontFamilies([self._typography.fixed_family])
                text.setFontPointSize(look.font.pointSizeF() * _CODE_SCALE)
            case RunKind.SUPERSCRIPT:
                text.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
            case RunKind.SUBSCRIPT:
                text.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSubScript)
            case RunKind.LINK:
                text.setAnchorHref(run.target)  # followed in a PDF; on the screen it says nothing
                text.setForeground(theme.accent)
                quiet = QColor(theme.accent)
                quiet.setAlphaF(_QUIET)
                text.setFontUnderline(True)
                text.setUnderlineColor(quiet)
            case RunKind.NOTE:
                text.setForeground(theme.accent)
                text.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
            case RunKind.MARKER:
                text.setForeground(theme.muted)
        return text


def code_spans(composed: Composed) -> Iterator[tuple[int, int]]:
    """Yield where a paragraph has code."""
    for part in composed.formats:
        if part.format.fontFamilies():
            yield part.start, part.start + part.length


def _range(start: int, end: int, text: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start = start
    found.length = end - start
    found.format = text
    return found


def _unseen(start: int, end: int) -> QTextLayout.FormatRange:
    text = QTextCharFormat()
    text.setForeground(QColor(0, 0, 0, 0))
    return _range(start, end, text)

"""Where the caret goes from a place in the text: by letters, words, sentences, lines, pages.

Offsets are code points into the document; the heading above it has no place for a caret.
"""

from enum import Enum, auto
from typing import cast

from PySide6.QtCore import Qt, QTextBoundaryFinder
from PySide6.QtGui import QKeyEvent

from reader.core.sentences import sentences
from reader.ui.reading.laid import LaidParagraph
from reader.ui.reading.layout import ReadingLayout


class Unit(Enum):
    """What a key moves the caret by."""

    CHARACTER = auto()
    WORD = auto()
    SENTENCE = auto()
    LINE = auto()
    LINE_END = auto()
    PARAGRAPH = auto()
    PAGE = auto()
    ALL = auto()


_Key = Qt.Key
_NONE, _CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_IGNORED = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_MOVES: dict[tuple[int, Qt.KeyboardModifier], tuple[Unit, int]] = {
    (_Key.Key_Left, _NONE): (Unit.CHARACTER, -1),
    (_Key.Key_Right, _NONE): (Unit.CHARACTER, 1),
    (_Key.Key_Left, _CONTROL): (Unit.WORD, -1),
    (_Key.Key_Right, _CONTROL): (Unit.WORD, 1),
    (_Key.Key_Up, _NONE): (Unit.LINE, -1),
    (_Key.Key_Down, _NONE): (Unit.LINE, 1),
    (_Key.Key_Up, _CONTROL): (Unit.PARAGRAPH, -1),
    (_Key.Key_Down, _CONTROL): (Unit.PARAGRAPH, 1),
    (_Key.Key_Up, _ALT): (Unit.SENTENCE, -1),
    (_Key.Key_Down, _ALT): (Unit.SENTENCE, 1),
    (_Key.Key_Home, _NONE): (Unit.LINE_END, -1),
    (_Key.Key_End, _NONE): (Unit.LINE_END, 1),
    (_Key.Key_Home, _CONTROL): (Unit.ALL, -1),
    (_Key.Key_End, _CONTROL): (Unit.ALL, 1),
    (_Key.Key_PageUp, _NONE): (Unit.PAGE, -1),
    (_Key.Key_PageDown, _NONE): (Unit.PAGE, 1),
}


def move_of(event: QKeyEvent) -> tuple[Unit, int] | None:
    """Return by what a key moves the caret and whether on (1) or back (-1); None for no move."""
    return _MOVES.get((event.key(), event.modifiers() & ~_IGNORED))


class Caret:
    """Find the next place; remember the column that one goes up and down in."""

    def __init__(self) -> None:
        self._goal: float | None = None

    def moved(
        self, layout: ReadingLayout, offset: int, unit: Unit, direction: int, *, page: int
    ) -> int:
        """Return where the caret goes from `offset`; `page` is a page's height in pixels."""
        if unit is Unit.LINE or unit is Unit.PAGE:
            return self._vertical(layout, offset, direction, page if unit is Unit.PAGE else 0)
        self._goal = None
        paragraphs = layout.paragraphs
        first, last = paragraphs.heading_count, len(paragraphs) - 1
        if unit is Unit.ALL:
            return paragraphs.span(first)[0] if direction < 0 else paragraphs.span(last)[1]
        if unit is Unit.SENTENCE or unit is Unit.PARAGRAPH:
            return _by_text(layout, offset, unit, direction)
        return _by_letters(layout, offset, unit, direction)

    def _vertical(self, layout: ReadingLayout, offset: int, direction: int, page: int) -> int:
        number, laid, inside = _where(layout, offset)
        index = laid.line_index(inside)
        if self._goal is None:
            x, _ = cast("tuple[float, int]", laid.text_line(index).cursorToX(inside))
            self._goal = x - laid.shift
        if page:
            y = layout.top(number) + laid.lines[index].top + direction * page
            number, rest = layout.locate(max(0, y))
            if number < layout.paragraphs.heading_count:
                return layout.paragraphs.span(layout.paragraphs.heading_count)[0]
            laid = layout.laid(number)
            return _offset(
                layout, number, laid, laid.offset_at(self._goal, rest, on_character=False)
            )
        other = index + direction
        if 0 <= other < len(laid.lines) and laid.lines[other].cell == laid.lines[index].cell:
            found = laid.text_line(other).xToCursor(self._goal + laid.shift)
            if laid.composed.unseen is None or found <= laid.composed.unseen:
                return _offset(layout, number, laid, found)
        number += direction
        if not layout.paragraphs.heading_count <= number < len(layout.paragraphs):
            return offset
        laid = layout.laid(number)
        y = 0 if direction > 0 else laid.height
        return _offset(layout, number, laid, laid.offset_at(self._goal, y, on_character=False))


def _where(layout: ReadingLayout, offset: int) -> tuple[int, LaidParagraph, int]:
    """Return the paragraph of an offset, laid out, and the place in it in UTF-16 units."""
    paragraphs = layout.paragraphs
    number = min(max(paragraphs.at(offset), paragraphs.heading_count), len(paragraphs) - 1)
    laid = layout.laid(number)
    return number, laid, paragraphs.local(number, offset, laid.utf16)


def _offset(layout: ReadingLayout, number: int, laid: LaidParagraph, inside: int | None) -> int:
    start, end = layout.paragraphs.span(number)
    return min(end, start + laid.utf16.to_code_points(inside or 0))


def _by_text(layout: ReadingLayout, offset: int, unit: Unit, direction: int) -> int:
    """Go to the next begin of a sentence or paragraph; from the last one on to the text's end."""
    paragraphs = layout.paragraphs
    number = paragraphs.at(offset)
    while paragraphs.heading_count <= number < len(paragraphs):
        start, end = paragraphs.span(number)
        begins = [start]
        if unit is Unit.SENTENCE and paragraphs.document is not None:
            begins = [first for first, _ in sentences(paragraphs.document.text, start, end)]
        ahead = [b for b in begins if (b > offset if direction > 0 else b < offset)]
        if ahead:
            return ahead[0] if direction > 0 else ahead[-1]
        number += direction
    edge = paragraphs.heading_count if direction < 0 else len(paragraphs) - 1
    return paragraphs.span(edge)[0 if direction < 0 else 1]


def _by_letters(layout: ReadingLayout, offset: int, unit: Unit, direction: int) -> int:
    number, laid, inside = _where(layout, offset)
    if unit is Unit.LINE_END:
        line = laid.lines[laid.line_index(inside)]
        if direction < 0:
            return _offset(layout, number, laid, line.start)
        is_last = line is laid.lines[-1]
        end = line.end if is_last else laid.layout.previousCursorPosition(line.end)
        return _offset(layout, number, laid, max(line.start, end))
    rightwards = laid.layout.textOption().textDirection() is not Qt.LayoutDirection.RightToLeft
    onward = direction if rightwards else -direction
    if unit is Unit.WORD:
        found = _word(laid.composed.text, inside, onward)
    elif direction > 0:
        found = laid.layout.rightCursorPosition(inside)
    else:
        found = laid.layout.leftCursorPosition(inside)
    moved = _offset(layout, number, laid, found)
    if moved != offset:
        return moved
    beyond = number + onward
    if not layout.paragraphs.heading_count <= beyond < len(layout.paragraphs):
        return offset
    return layout.paragraphs.span(beyond)[0 if onward > 0 else 1]


def _word(text: str, inside: int, onward: int) -> int:
    """Return the end of the next word, or the begin of the one before; the text's edge for none."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Word, text)
    reason = QTextBoundaryFinder.BoundaryReason
    finder.setPosition(inside)
    while True:
        found = finder.toNextBoundary() if onward > 0 else finder.toPreviousBoundary()
        if found < 0:
            return _units(text) if onward > 0 else 0
        if finder.boundaryReasons() & (reason.EndOfItem if onward > 0 else reason.StartOfItem):
            return found


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2

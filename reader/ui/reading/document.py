"""The QTextDocument behind the reading view: filled in time slices, positions to offsets."""

import time

from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from reader.ui.reading.paragraphs import Paragraphs
from reader.ui.reading.style import Role, Typography

_BATCH = 16_000  # code points that enter the QTextDocument at once: well below a millisecond
_BLOCK = 100  # what a block costs by itself, in characters
_AT_ONCE = 2_000


class ReadingDocument(QTextDocument):
    """Block for paragraph the text that is shown, for carets, selections and screen readers.

    Nothing is ever read back from it: positions are turned into offsets of the core's document.
    """

    def __init__(
        self, paragraphs: Paragraphs, typography: Typography, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.setUndoRedoEnabled(False)
        self.setDocumentMargin(0)
        self.setDefaultFont(typography.font)
        self._paragraphs = paragraphs
        self._typography = typography
        self._cursor = QTextCursor(self)
        self._filled = 0
        # Carets at 0 would be pushed along by what enters an empty document.
        while not self.is_filled and self.characterCount() < _AT_ONCE:
            self._fill_batch(_AT_ONCE)

    @property
    def is_filled(self) -> bool:
        """Return whether every paragraph is in."""
        return self._filled >= len(self._paragraphs)

    def fill(self, deadline: float) -> bool:
        """Fill paragraphs in until `deadline` (of `time.perf_counter`); return whether all are."""
        self._cursor.beginEditBlock()
        while not self.is_filled:
            self._fill_batch(_BATCH)
            if time.perf_counter() > deadline:
                break
        self._cursor.endEditBlock()
        return self.is_filled

    def fill_through(self, number: int) -> None:
        """Fill at least all paragraphs up to `number` in."""
        if self._filled > number:
            return
        self._cursor.beginEditBlock()
        while not self.is_filled and self._filled <= number:
            self._fill_batch(_BATCH)
        self._cursor.endEditBlock()

    def offset_at(self, position: int) -> int:
        """Return the document's code-point offset of a position; its begin in the heading."""
        number, inside = self.paragraph_at(position)
        if number < self._paragraphs.heading_count or not len(self._paragraphs):
            return self._begin()
        start, end = self._paragraphs.span(number)
        utf16 = self._paragraphs.utf16(number)
        return min(end, start + utf16.to_code_points(inside))

    def paragraph_at(self, position: int) -> tuple[int, int]:
        """Return the paragraph at a position, and the UTF-16 offset into it."""
        block: QTextBlock = self.findBlock(position)
        return block.blockNumber(), position - block.position()

    def position_at(self, offset: int) -> int:
        """Return the position of a code-point offset; fills as far as needed."""
        if not len(self._paragraphs):
            return 0
        number = min(self._paragraphs.at(offset), len(self._paragraphs) - 1)
        self.fill_through(number)
        utf16 = self._paragraphs.utf16(number)
        block = self.findBlockByNumber(number)
        return block.position() + self._paragraphs.local(number, offset, utf16)

    def _begin(self) -> int:
        heading = self._paragraphs.heading_count
        return self._paragraphs.span(heading)[0] if heading < len(self._paragraphs) else 0

    def _fill_batch(self, characters: int) -> None:
        """Insert one run of paragraphs of one role: Qt splits them at the line breaks."""
        if self.is_filled:
            return
        number = self._filled
        role = self._paragraphs.role(number)
        texts: list[str] = []
        while number < len(self._paragraphs) and characters > 0:
            if self._paragraphs.role(number) != role:
                break
            texts.append(self._paragraphs.text(number))
            characters -= len(texts[-1]) + _BLOCK
            number += 1
        block_format, character_format = self._formats(*role)
        if self._filled:
            self._cursor.insertBlock(block_format, character_format)
        else:
            self._cursor.setBlockFormat(block_format)
            self._cursor.setBlockCharFormat(character_format)
        self._cursor.insertText("\n".join(texts), character_format)
        self._filled = number

    def _formats(self, role: Role, level: int) -> tuple[QTextBlockFormat, QTextCharFormat]:
        """Return formats that make Qt's own layout of a block break lines as ours does."""
        look = self._typography.look(role, level)
        block, character = QTextBlockFormat(), QTextCharFormat()
        if role in (Role.TITLE, Role.HEADING):
            block.setHeadingLevel(1 if role is Role.TITLE else min(6, level + 1))
        if look.size_step:
            character.setProperty(QTextFormat.Property.FontSizeAdjustment, look.size_step)
        if look.bold:
            character.setFontWeight(QFont.Weight.Bold)
        return block, character

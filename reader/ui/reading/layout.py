"""A lazy document layout: only paragraphs on screen are laid out, all others just have a height."""

import time
from collections import OrderedDict

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QTextBlock,
    QTextDocument,
    QTextFrame,
)

from reader.ui.reading.blocks import BlockLayouts
from reader.ui.reading.composing import Composer
from reader.ui.reading.heights import HeightTable
from reader.ui.reading.hyphens import Hyphens
from reader.ui.reading.laid import LaidParagraph
from reader.ui.reading.marks import Marks
from reader.ui.reading.paint import ParagraphPainter
from reader.ui.reading.paragraphs import Paragraphs
from reader.ui.reading.pictures import Pictures
from reader.ui.reading.style import Typography

_KEPT = 200  # laid-out paragraphs, some 20 KB each; more than any screen shows
_KEPT_AHEAD = 60


class ReadingLayout(QAbstractTextDocumentLayout):
    """Lay out, measure, hit and paint the paragraphs of one reading view.

    What it shows comes from `Paragraphs`; the QTextDocument, block for paragraph the same text, may
    still be filling. It serves the caret, the selection and screen readers. Heights, and so all
    vertical positions, are whole pixels.
    """

    def __init__(
        self,
        document: QTextDocument,
        paragraphs: Paragraphs,
        typography: Typography,
        marks: Marks,
        pictures: Pictures,
        viewport_width: int,
        *,
        hyphens: Hyphens | None = None,
    ) -> None:
        super().__init__(document)
        self.paragraphs = paragraphs
        self.painter = ParagraphPainter(paragraphs, marks, pictures, typography)
        self.layouts_made = 0
        self.caret_shown = False
        self.is_taken = False
        """Whether the view has it; before, the caret's place is of no interest."""
        self._typography = typography
        self._viewport_width = viewport_width
        self._kept: OrderedDict[int, LaidParagraph] = OrderedDict()
        self.column = typography.column(viewport_width)
        self._composer = Composer(paragraphs, pictures, typography, self.column)
        self._composer.hyphens = hyphens
        self._blocks = BlockLayouts(document, self._composer)
        self._reset()

    # Geometry

    def set_typography(self, typography: Typography) -> None:
        """Set everything anew."""
        self._typography = self.painter.typography = typography
        self._reset()

    def set_theme(self, typography: Typography) -> None:
        """Paint in other colours, those of links too; nothing moves."""
        self._typography = self.painter.typography = typography
        self._composer.set_theme(typography)
        self._kept.clear()

    def set_viewport_width(self, width: int) -> None:
        """Centre the column in `width`; break lines anew only where its measure changes."""
        self._viewport_width = width
        column = self._typography.column(width)
        widened = column.room != self.column.room and self._composer.tables.uses_room
        if widened or column.width != self.column.width:
            self._reset()
        elif column.left != self.column.left:
            self.column = column
            self._composer.set_column(column)
            self._blocks.forget()

    def set_hyphens(self, hyphens: Hyphens | None) -> None:
        """Part words at these places; nothing is broken anew where that changes nothing."""
        if hyphens is not self._composer.hyphens:
            self._composer.hyphens = hyphens
            if self._typography.style.hyphenates:
                self._reset()

    def lay_out_anew(self, number: int) -> None:
        """Lay a paragraph out again whose picture is another now."""
        if self._kept.pop(number, None) is not None or self.heights.is_measured(number):
            self._lay_out(number, keep=False)
        self._blocks.forget_one(number)

    def laid(self, number: int) -> LaidParagraph:
        """Return a paragraph laid out, and note its height."""
        laid = self._kept.get(number)
        if laid is not None:
            self._kept.move_to_end(number)
            return laid
        laid = self._kept[number] = self._lay_out(number, keep=True)
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return laid

    def top(self, number: int) -> int:
        """Return where a paragraph begins."""
        return self._padding[0] + self.heights.top(number)

    def locate(self, y: int) -> tuple[int, int]:
        """Return the paragraph at `y`, and how far below its top that is.

        That is negative above the first paragraph, and more than the last one's height below it.
        """
        y -= self._padding[0]
        number, _ = self.heights.locate(y)
        return number, y - self.heights.top(number)

    def measure(self, top: int, bottom: int) -> bool:
        """Measure every paragraph between two heights; return whether that changed any."""
        if not len(self.paragraphs):
            return False
        changed = False
        number, rest = self.locate(top)
        y = top - rest
        while y < bottom and number < len(self.paragraphs):
            if not self.heights.is_measured(number):
                before = self.heights.height(number)
                changed |= self.laid(number).height != before
            y += self.heights.height(number)
            number += 1
        return changed

    def prepare(self, top: int, bottom: int, deadline: float) -> bool:
        """Lay paragraphs between two heights out until `deadline` (of `time.perf_counter`), before
        they are shown; return whether all are that can be kept beside those on the page.
        """
        if not len(self.paragraphs):
            return True
        number, rest = self.locate(top)
        y = top - rest
        last = min(number + _KEPT_AHEAD, len(self.paragraphs))
        while y < bottom and number < last:
            is_new = number not in self._kept
            y += self.laid(number).height
            number += 1
            if is_new and time.perf_counter() > deadline:
                return False
        return True

    def measure_some(self, deadline: float) -> bool:
        """Measure paragraphs until `deadline` (of `time.perf_counter`); return whether all are."""
        number = self.heights.next_unmeasured(self._swept)
        while number >= 0:
            self._lay_out(number, keep=False)
            if time.perf_counter() > deadline:
                self._swept = number
                return False
            number = self.heights.next_unmeasured(number + 1)
        return True

    def place_blocks(self, top: int, bottom: int) -> None:
        """Lay out and place the blocks' own layouts between two heights, for screen readers."""
        if not len(self.paragraphs):
            return
        number, _ = self.locate(top)
        while number < len(self.paragraphs) and self.top(number) < bottom:
            block = self.document().findBlockByNumber(number)
            if block.isValid():
                self.blockBoundingRect(block)
            number += 1

    # QAbstractTextDocumentLayout

    def documentChanged(self, position: int, removed: int, added: int) -> None:
        """Ignore what enters the QTextDocument: the paragraphs say what is shown."""

    def pageCount(self) -> int:
        """Return that all is one page."""
        return 1

    def documentSize(self) -> QSizeF:
        """Return the viewport's width, and the height as far as it is known."""
        return QSizeF(self._viewport_width, self.heights.total + sum(self._padding))

    def frameBoundingRect(self, frame: QTextFrame) -> QRectF:
        """Return the whole: there are no frames."""
        return QRectF(QPointF(0, 0), self.documentSize())

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Return a block's box; lay its own layout out too, which the caret's code reads."""
        number = block.blockNumber()
        if not self.is_taken or not 0 <= number < len(self.paragraphs):
            return QRectF(self.column.left, self._padding[0], self.column.width, 0)
        self._blocks.lay_out(block)
        laid = self.laid(number)
        box = QRectF(
            self.column.left - laid.shift, self.top(number), self.column.width, laid.height
        )
        block.layout().setPosition(box.topLeft())
        return box

    def hitTest(self, point: QPointF, accuracy: Qt.HitTestAccuracy) -> int:  # type: ignore[override]
        """Return the position in the QTextDocument at a point; -1 for an exact miss."""
        if not len(self.paragraphs):
            return -1 if accuracy is Qt.HitTestAccuracy.ExactHit else 0
        number, rest = self.locate(round(point.y()))
        block = self.document().findBlockByNumber(number)
        if not block.isValid():  # not filled in yet
            return self.document().characterCount() - 1
        exact = accuracy is Qt.HitTestAccuracy.ExactHit
        x = point.x() - self.column.left
        laid = self.laid(number)
        if exact and laid.offset_at(x, rest, on_character=True) is None:
            return -1
        return block.position() + (laid.offset_at(x, rest, on_character=False) or 0)

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        """Paint the paragraphs in the painter's clip."""
        if not len(self.paragraphs):
            return
        clip = painter.clipBoundingRect()
        selection = _selection(context)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        number, rest = self.locate(int(clip.top()))
        top = int(clip.top()) - rest
        while number < len(self.paragraphs) and top < clip.bottom():
            laid = self.laid(number)
            selected = _selected(self.document(), number, selection)
            self.painter.paint(
                painter, number, laid, top, self.column, selection=selected, clip=clip
            )
            if self.caret_shown and context.cursorPosition >= 0:
                self._draw_caret(painter, number, laid, top, context.cursorPosition)
            top += laid.height
            number += 1

    # Inside

    def _reset(self) -> None:
        self.column = self._typography.column(self._viewport_width)
        self._composer.set(self._typography, self.column)
        self._padding = self._typography.padding()
        self._kept.clear()
        self._blocks.forget()
        self._swept = 0
        self.heights = HeightTable(
            len(self.paragraphs),
            estimate=self._composer.estimate,
            estimate_many=self._composer.estimate_many,
        )

    def _lay_out(self, number: int, *, keep: bool) -> LaidParagraph:
        self.layouts_made += 1
        laid = LaidParagraph(self._composer.composed(number), keep=keep)
        self.heights.set_measured(number, laid.height)
        return laid

    def _draw_caret(
        self, painter: QPainter, number: int, laid: LaidParagraph, top: int, position: int
    ) -> None:
        block = self.document().findBlockByNumber(number)
        if block.contains(position):
            painter.setPen(self._typography.style.theme.accent)
            at = QPointF(self.column.left - laid.shift, top)
            laid.layout.drawCursor(painter, at, position - block.position(), 2)


def _selection(context: QAbstractTextDocumentLayout.PaintContext) -> tuple[int, int]:
    """Return the selection's ends in the QTextDocument, equal for none.

    Only its cursor is looked at: drawing with the selection's own format, which belongs to the
    list that PySide converts, crashes.
    """
    for selection in context.selections:
        cursor = selection.cursor
        return cursor.selectionStart(), cursor.selectionEnd()
    return 0, 0


def _selected(document: QTextDocument, number: int, selection: tuple[int, int]) -> tuple[int, int]:
    """Return the part of a selection's ends that lies in a paragraph, in its own positions."""
    if selection[0] == selection[1]:
        return 0, 0
    block = document.findBlockByNumber(number)
    position = block.position()
    return max(0, selection[0] - position), min(block.length() - 1, selection[1] - position)

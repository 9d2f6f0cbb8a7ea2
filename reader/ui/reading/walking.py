"""Where in an article one is, and the ways to other places: matches, headings, paragraphs."""

from bisect import bisect_right
from operator import attrgetter

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtWidgets import QWidget

from reader.core.document import Document
from reader.core.finding import Matches
from reader.ui.reading.paragraphs import Heading
from reader.ui.reading.place import nearest_offset
from reader.ui.reading.selecting import SelectingCanvas

READ_AT = 1 / 3
"""The part of the page's height at which one reads, and to which one is led."""

_AIR = 4  # pixels above a line that is brought to the page's begin


class WalkingCanvas(SelectingCanvas):
    """Show a document in which one goes from place to place. Offsets are code points into it."""

    jump_begun = Signal(int)
    """A link is about to lead to an offset of the article."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: int | None = None  # where one was led last, while it is on the page
        self._dims = False
        self.page_moved.connect(self._on_page_moved)

    def set_document(
        self, document: Document | None, *, heading: Heading | None = None, offset: int = 0
    ) -> None:
        """Show a document from `offset` on; nothing for None. Marks of the one before are gone."""
        self._chosen = None
        super().set_document(document, heading=heading, offset=offset)
        self._light()

    def set_matches(self, matches: Matches | None, *, current: tuple[int, int] | None) -> None:
        """Mark what a search has found, and the one that it stands at; None for no search."""
        before = self._seen_matches()
        self._marks.matches, self._marks.match = matches, current
        if self._seen_matches() != before:  # else more was found elsewhere
            self.viewport().update()

    def _seen_matches(self) -> tuple[list[tuple[int, int]], tuple[int, int] | None]:
        layout, matches = self._laid_out(), self._marks.matches
        if layout is None or matches is None:
            return [], self._marks.match
        top = self.verticalScrollBar().value()
        first, _ = layout.locate(top)
        last, _ = layout.locate(top + self.viewport().height())
        start, end = layout.paragraphs.span(first)[0], layout.paragraphs.span(last)[1]
        return list(matches.between(start, end)), self._marks.match

    def spot(self) -> int:
        """Return where one is: where one was led last, while that is seen, else what one reads."""
        layout = self._laid_out()
        if layout is None:
            return 0
        if self._chosen is not None and self._is_seen(self._chosen):
            return self._chosen
        bar = self.verticalScrollBar()
        at = bar.value() + round(READ_AT * self.viewport().height())
        if bar.value() == 0:  # what stands above a third of the first page is read too
            at = 0
        return nearest_offset(layout, QPoint(layout.column.left, at)) or 0

    def lead_to(self, offset: int, *, part: float = READ_AT) -> None:
        """Scroll until the line of an offset stands at a part of the page's height."""
        layout = self._laid_out()
        if layout is None:
            return
        bar, height, target = self.verticalScrollBar(), self.viewport().height(), 0
        for _ in range(2):  # what comes into sight may be higher than was thought
            top, _bottom = self._position.extent(offset, offset + 1)
            target = max(0, top - round(height * part) - _AIR)
            layout.measure(target, target + height)
        self._position.follow()
        self._chosen = offset
        self._keys.glide.by(min(target, bar.maximum()) - bar.value() - self._keys.glide.rest)
        self._light()

    def lead_to_block(self, index: int, *, part: float = READ_AT) -> None:
        """Lead to the begin of a block, and let it be seen at a glance which one that is."""
        document = self._document()
        if document is not None and 0 <= index < len(document.blocks):
            block = document.blocks[index]
            self.lead_to(block.start, part=part)
            self._links.flash()
            self._marks.flash = (block.start, block.end)
            self.viewport().update()

    def block_at(self, offset: int) -> int:
        """Return the index of the block that holds an offset; 0 before the first."""
        document = self._document()
        blocks = () if document is None else document.blocks
        return max(0, bisect_right(blocks, offset, key=attrgetter("start")) - 1)

    def is_on_page(self, offset: int) -> bool:
        """Return whether the character at an offset is seen."""
        return self._is_seen(offset)

    def set_dimmed(self, *, dims: bool) -> None:
        """Let all but the paragraph that is read step back, or show all alike."""
        self._dims = dims
        self._light()

    # Inside

    def _is_seen(self, offset: int) -> bool:
        layout = self._laid_out()
        if layout is None:
            return False
        top, bottom = self._position.extent(offset, offset + 1)
        value = self.verticalScrollBar().value() + self._keys.glide.rest
        page = QRect(0, value, 1, self.viewport().height())
        return page.top() <= top and bottom <= page.bottom() + 1

    def _on_page_moved(self) -> None:
        if self._chosen is not None and not self._keys.glide.rest:
            self._chosen = self._chosen if self._is_seen(self._chosen) else None
        if self._dims:
            self._light()

    def _light(self) -> None:
        """Note which paragraph is to stand out; none unless that is wished."""
        document, lit = self._document(), None
        if self._dims and document is not None and document.blocks:
            block = document.blocks[self.block_at(self.spot())]
            lit = (block.start, block.end)
        if lit != self._marks.lit:
            self._marks.lit = lit
            self.viewport().update()

    def _on_jump_wanted(self, start: int, end: int) -> None:
        self.jump_begun.emit(start)
        super()._on_jump_wanted(start, end)

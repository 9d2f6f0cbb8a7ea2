"""Headings and paragraphs: the outline beside the text, and the keys that lead through both."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from reader.core.outline import OutlineEntry, entry_at, outline
from reader.ui.article_controller import ArticleController
from reader.ui.opened_article import OpenedArticle
from reader.ui.outline.page import OutlinePage
from reader.ui.plain_text import one_line
from reader.ui.reading.hearing import announce, role_words
from reader.ui.reading.style import Role
from reader.ui.reading.view import ReadingView
from reader.ui.timers import single_shot

_FOLLOW_MS = 80
_MOST_SAID = 300  # characters of a paragraph that one has walked to


class OutlineDesk(QObject):
    """Keep the outline abreast of the text, and go where it says."""

    entries_changed = Signal(bool)
    """Whether the article has headings."""

    def __init__(
        self,
        controller: ArticleController,
        view: ReadingView,
        page: OutlinePage,
        *,
        begin_jump: Callable[[int], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._view = view
        self._page = page
        self._begin_jump = begin_jump
        self._entries: list[OutlineEntry] = []
        self._timer = single_shot(self, _FOLLOW_MS, self._follow)
        controller.article_opened.connect(self._on_article_opened)
        view.page_moved.connect(self._on_page_moved)
        page.heading_activated.connect(self.go_to)

    def go_to(self, number: int) -> None:
        """Go to a heading."""
        if 0 <= number < len(self._entries):
            start = self._entries[number].start
            self._begin_jump(start)
            self._lead_to(self._view.block_at(start), part=0)

    def walk_headings(self, step: int) -> None:
        """Go to the next heading (1), or to the one above (-1)."""
        spot = self._view.spot()
        here = entry_at(self._entries, spot)
        under = step < 0 and here >= 0 and self._entries[here].start < self._start_of_block(spot)
        wanted = here if under else here + step
        if 0 <= wanted < len(self._entries):
            self._lead_to(self._view.block_at(self._entries[wanted].start), part=0)

    def walk_paragraphs(self, step: int) -> None:
        """Go to the next (1) or previous (-1) paragraph."""
        document = self._controller.document
        if document is None:
            return
        index = self._view.block_at(self._view.spot()) + step
        while 0 <= index < len(document.blocks):
            if document.blocks[index].end > document.blocks[index].start:
                self._lead_to(index)
                return
            index += step

    # Inside

    def _lead_to(self, block: int, **where: float) -> None:
        self._view.lead_to_block(block, **where)
        document = self._controller.document
        if self._view.caret_mode and document is not None:
            start = document.blocks[block].start
            self._view.select_span(start, start)
        self._timer.start()
        if document is not None:
            found = document.blocks[block]
            role = role_words(Role(found.kind.value), found.level)
            words = one_line(document.text[found.start : found.end])[:_MOST_SAID]
            announce(self._view, ". ".join(each for each in (role, words) if each))

    def _start_of_block(self, offset: int) -> int:
        document = self._controller.document
        return 0 if document is None else document.blocks[self._view.block_at(offset)].start

    def _on_article_opened(self, article: OpenedArticle) -> None:
        self._entries = outline(article.document)
        self._page.set_entries(self._entries)
        self.entries_changed.emit(bool(self._entries))
        self._timer.start()

    def _on_page_moved(self) -> None:
        if self._entries and not self._timer.isActive():
            self._timer.start()

    def _follow(self) -> None:
        self._page.set_current(entry_at(self._entries, self._view.spot()))

"""What hands expect of a text: find, outline, focus, progress, and the way back inside of it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.ui.columns import put_below
from reader.ui.finding.desk import FindDesk
from reader.ui.focus_mode import FocusMode
from reader.ui.outline.desk import OutlineDesk
from reader.ui.reading_progress import ReadingProgress
from reader.ui.trail import Trail

if TYPE_CHECKING:
    from reader.ui.workbench import Workbench


class Habits(QObject):
    """Make these parts, once all others are there, and wire them."""

    def __init__(self, bench: "Workbench") -> None:
        super().__init__(bench)
        controller, view = bench.controller, bench.view
        self._bench = bench
        self._searched: tuple[str, str, int] | None = None  # article, words, and where to look
        self.trail = Trail(view, self._shown_article, parent=self)
        self.trail.watch(bench.marking.overview)
        self.focus = FocusMode(
            bench.columns,
            (bench.toolbar, bench.status, bench.window.menuBar(), bench.tabs.strip),
            view,
            toggle=bench.actions["focus"],
            dim=bench.actions["dim_others"],
            parent=self,
        )
        begin_jump = self.trail.begin_jump
        self.finding = FindDesk(
            controller, view, bench.marking.overview, begin_jump=begin_jump, parent=self
        )
        self.outline = OutlineDesk(
            controller, view, bench.panel.outline_page, begin_jump=begin_jump, parent=self
        )
        self.progress = ReadingProgress(controller, bench.book, view, bench.status, parent=self)
        put_below(bench.pages, self.finding.bar)
        self._wire()
        self.finding.set_theme(bench.appearance.theme)
        self.focus.restore(bench.window.state)

    def go(self, step: int) -> None:
        """Go back (-1) or forward (1): inside of the article, else through the window's history."""
        if not self.trail.go(step):
            self._bench.centre.go(step)

    def _wire(self) -> None:
        bench, finding, outline = self._bench, self.finding, self.outline
        slots: dict[str, Callable[[], object]] = {
            "find": finding.open,
            "find_next": partial(finding.step, 1),
            "find_previous": partial(finding.step, -1),
            "next_heading": partial(outline.walk_headings, 1),
            "previous_heading": partial(outline.walk_headings, -1),
            "next_paragraph": partial(outline.walk_paragraphs, 1),
            "previous_paragraph": partial(outline.walk_paragraphs, -1),
            "outline": self._show_outline,
            "back": partial(self.go, -1),
            "forward": partial(self.go, 1),
        }
        for name, slot in slots.items():
            bench.actions[name].triggered.connect(lambda _checked=False, slot=slot: slot())
        bench.appearance.theme_changed.connect(finding.set_theme)
        bench.panel.outline_page.heading_activated.connect(bench.centre.show_article)
        outline.entries_changed.connect(bench.panel.offer_outline)
        outline.entries_changed.connect(bench.actions["outline"].setEnabled)
        bench.centre.moved.connect(finding.leave)
        for changed in (bench.centre.moved, self.trail.changed):
            changed.connect(self._show_way)
        bench.when_made(
            "search", lambda made: made.passage_requested.connect(self._on_passage_requested)
        )
        bench.controller.article_opened.connect(lambda _article: self._show_searched())
        bench.window.closed.connect(lambda: self.focus.keep(bench.window.state))

    def _show_way(self) -> None:
        centre, trail = self._bench.centre, self.trail
        self._bench.actions.set_way(
            can_go_back=trail.can_go(-1) or centre.can_go(-1),
            can_go_forward=trail.can_go(1) or centre.can_go(1),
        )

    def _show_outline(self) -> None:
        self._bench.actions["show_panel"].setChecked(True)
        self._bench.panel.show_outline()

    def _shown_article(self) -> str | None:
        """Return the id of the article in the middle; None where something else is there."""
        document = self._bench.controller.document
        return None if document is None or self._bench.view.isHidden() else document.id

    def _on_passage_requested(self, document_id: str, start: int, end: int) -> None:
        words = self._bench.search.page.edit.text()
        self._searched = (document_id, words, start) if end > start else None
        self._show_searched()

    def _show_searched(self) -> None:
        """Mark what was searched in the library, once its article is there."""
        document = self._bench.controller.document
        if self._searched is not None and document and document.id == self._searched[0]:
            _, words, start = self._searched
            self._searched = None
            self.finding.show_words(words, start)

"""The search with what is behind it: it asks the library while one types, the latest wins."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from reader.core.errors import ReaderError
from reader.core.search import Hit, HitGroup, HitKind
from reader.ui.background import LibraryThread
from reader.ui.search.search_page import SearchPage

if TYPE_CHECKING:
    from reader.store.library import Library

TYPING_MS = 60
"""How long after a key the search begins; the next key puts it off again."""

LIMIT = 12
"""Hits of a kind that are shown at first."""

MOST = 200
"""Hits of a kind that are shown on asking for more."""


class SearchDesk(QObject):
    """Find what is typed; one search is under way at a time."""

    passage_requested = Signal(str, int, int)  # document id, start, end (code points)
    annotation_requested = Signal(str, str)  # document id, annotation id
    entity_requested = Signal(str)  # entity id
    failed = Signal(object)  # ReaderError

    def __init__(self, library: LibraryThread, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self.page = SearchPage()
        self._text = ""
        self._more: frozenset[HitKind] = frozenset()
        self._is_searching = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TYPING_MS)
        self._timer.timeout.connect(self._search)
        self.page.text_changed.connect(self._on_text_changed)
        self.page.hit_activated.connect(self._on_hit_activated)
        self.page.more_requested.connect(self._on_more_requested)
        self.page.leave_requested.connect(self.leave)
        self._pages: QStackedWidget | None = None
        self._back_to: Callable[[], QWidget] = lambda: self.page

    def show_in(self, pages: QStackedWidget, *, back_to: Callable[[], QWidget]) -> None:
        """Take a place among the pages in the middle; `back_to` is what leaving leads to."""
        self._pages, self._back_to = pages, back_to
        pages.addWidget(self.page)

    def begin(self) -> None:
        """Bring the search to the middle."""
        if self._pages is not None:
            self._pages.setCurrentWidget(self.page)
            self.page.begin()

    def leave(self) -> None:
        """Go back to what was read, if the search is in the middle."""
        if self._pages is not None and self._pages.currentWidget() is self.page:
            home = self._back_to()
            self._pages.setCurrentWidget(home)
            home.setFocus()

    def refresh(self) -> None:
        """Find anew what is typed, since the library has changed."""
        if self._text.strip() and self.page.isVisible():
            self._timer.start()

    def _on_text_changed(self, text: str) -> None:
        self._text = text
        self._more = frozenset()
        self._timer.start()

    def _on_more_requested(self, kind: HitKind) -> None:
        self._more |= {kind}
        self._search()

    def _search(self) -> None:
        text, more = self._text, self._more
        if self._is_searching or not text.strip():
            return
        self._is_searching = True

        def find(library: "Library") -> list[HitGroup]:
            few = [kind for kind in HitKind if kind not in more]
            groups = library.search.find(text, kinds=few, limit=LIMIT)
            if more:
                groups += library.search.find(text, kinds=list(more), limit=MOST)
            order = list(HitKind)
            return sorted(groups, key=lambda group: order.index(group.kind))

        def done(groups: list[HitGroup]) -> None:
            self._is_searching = False
            if (text, more) == (self._text, self._more):
                self.page.show_groups(text, groups)
            else:
                self._search()

        def failed(error: ReaderError) -> None:
            self._is_searching = False
            self.failed.emit(error)

        self._library.call(find, done=done, failed=failed)

    def _on_hit_activated(self, hit: Hit) -> None:
        match hit.kind:
            case HitKind.ARTICLE:
                self.passage_requested.emit(hit.document_id, hit.offset, hit.end)
            case HitKind.ANNOTATION:
                self.annotation_requested.emit(hit.document_id, hit.annotation_id)
            case _:
                self.entity_requested.emit(hit.entity_id)

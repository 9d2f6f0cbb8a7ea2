"""The list of corrections between the library's thread and the window."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.core.corrections import Change, ListedChange
from reader.ui.article_controller import ArticleController
from reader.ui.background import LibraryThread
from reader.ui.correcting import entity_words
from reader.ui.correcting.book import CorrectionBook
from reader.ui.correcting.said_page import SaidPage
from reader.ui.opened_article import OpenedArticle

if TYPE_CHECKING:
    from reader.store.library import Library

AT_ONCE = 80
"""How many changes are read at once; more come as one scrolls."""


class SaidDesk(QObject):
    """Read what the page lists, as much as is looked at, and take back what is chosen there."""

    ready = Signal()  # the page has what was asked for
    passage_requested = Signal(str, int, int)  # the document's id, the span in code points
    entity_requested = Signal(str)
    failed = Signal(object)  # ReaderError

    def __init__(
        self,
        page: SaidPage,
        book: CorrectionBook,
        *,
        controller: ArticleController,
        library: LibraryThread,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.page = page
        self._book = book
        self._controller = controller
        self._library = library
        self._request = 0
        page.wanted.connect(self._read)
        page.more_needed.connect(self._read_more)
        page.taken_back.connect(self._on_taken_back)
        page.done_again.connect(self._on_done_again)
        page.place_requested.connect(self._on_place_requested)
        page.entity_requested.connect(self.entity_requested)
        page.overrule_requested.connect(lambda change: book.overrule(change.id))
        book.changed.connect(self._on_changed)
        controller.article_opened.connect(self._on_article_opened)
        if controller.document is not None:
            page.set_article(controller.document.id, controller.document.title)

    def open(self, entity_id: str = "") -> None:
        """Read all, or what was said of an entity; `ready` once it is there."""

        def name(library: "Library") -> str:
            entity = library.entity(entity_id) if entity_id else None
            return entity.name if entity is not None else ""

        def done(name: str) -> None:
            self.page.set_entity(entity_id, name)
            self._read(is_opening=True)

        self._library.call(name, done=done, failed=self.failed.emit)

    # ---- reading

    def _read(self, *, is_opening: bool = False) -> None:
        self._request += 1
        request = self._request

        def done(found: list[ListedChange]) -> None:
            if request == self._request:
                self.page.set_changes(found[:AT_ONCE], has_more=len(found) > AT_ONCE)
                if is_opening:
                    self.ready.emit()

        self._find(0, done)

    def _read_more(self, offset: int) -> None:
        request = self._request

        def done(found: list[ListedChange]) -> None:
            if request == self._request:
                self.page.rows.append(found[:AT_ONCE], has_more=len(found) > AT_ONCE)

        self._find(offset, done)

    def _find(self, offset: int, done: Callable[[list[ListedChange]], None]) -> None:
        asked = self.page.filter()

        def read(library: "Library") -> list[ListedChange]:
            return library.corrections.changes(asked, offset=offset, limit=AT_ONCE + 1)

        self._library.call(read, done=done, failed=self.failed.emit)

    # ---- what happens

    def _on_taken_back(self, changes: Sequence[ListedChange]) -> None:
        ids = [change.id for change in changes]  # the newest first, as they depend on each other
        numbers: list[int] = []  # touched in the library's thread alone

        def undo(library: "Library") -> Change:
            numbers[:] = library.corrections.undo(*ids)
            return Change("")

        self._book.do(
            self.tr("take back a correction"),
            undo,
            lambda _names: entity_words.Counts().taken_back(len(ids)),
            take_back=lambda library: library.corrections.redo(*ids[::-1], only=numbers),
            redo=undo,
        )

    def _on_done_again(self, changes: Sequence[ListedChange]) -> None:
        ids = [change.id for change in reversed(changes)]
        numbers: list[int] = []

        def redo(library: "Library") -> Change:
            numbers[:] = library.corrections.redo(*ids)
            return Change("")

        self._book.do(
            self.tr("do a correction again"),
            redo,
            lambda _names: entity_words.Counts().done_again(len(ids)),
            take_back=lambda library: library.corrections.undo(*ids[::-1], only=numbers),
            redo=redo,
        )

    def _on_place_requested(self, change: ListedChange) -> None:
        first = change.corrections[0]
        if first.span is not None and not first.is_orphan:
            self.passage_requested.emit(first.document_id, *first.span)
            return

        def done(found: list[tuple[int, int]]) -> None:
            self.passage_requested.emit(first.document_id, *(found or [(0, 0)])[0])

        self._library.call(
            lambda library: library.corrections.occurrences(first.document_id, first.name),
            done=done,
            failed=self.failed.emit,
        )

    def _on_changed(self) -> None:
        if self.page.isVisible():
            self._read()

    def _on_article_opened(self, article: OpenedArticle) -> None:
        self.page.set_article(article.document.id, article.document.title)

"""The page of all annotations with what is behind it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.core.annotation_list import (
    AnnotationFacets,
    AnnotationQuery,
    ListedAnnotation,
)
from reader.core.errors import ReaderError
from reader.core.placing import How
from reader.ui.annotation_book import AnnotationBook
from reader.ui.annotations.all_page import AllAnnotationsPage
from reader.ui.annotations.desk import AnnotationDesk
from reader.ui.background import LibraryThread
from reader.ui.timers import single_shot

if TYPE_CHECKING:
    from reader.store.library import Library

PAGE = 200
"""Annotations that are read at a time."""

TYPING_MS = 60
"""How long after a key the list is read; the next key puts it off again."""


@dataclass(frozen=True, slots=True)
class _Listing:
    ids: list[str]
    first: list[ListedAnnotation]
    facets: AnnotationFacets
    in_doubt: int


class AllAnnotationsDesk(QObject):
    """Read what the page asks for; one call is under way at a time, the latest wins."""

    ready = Signal()  # the page shows what is asked for
    annotation_requested = Signal(str, str)  # document id, annotation id
    article_requested = Signal(str)  # document id
    review_requested = Signal(str)  # annotation id, "" for the first
    failed = Signal(object)  # ReaderError

    def __init__(
        self,
        library: LibraryThread,
        book: AnnotationBook,
        desk: AnnotationDesk,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._book = book
        self.page = AllAnnotationsPage()
        self._ids: list[str] = []
        self._is_reading = False
        self._is_reading_more = False
        self._is_outdated = False
        self._is_opening = False
        self._timer = single_shot(self, TYPING_MS, self.read)
        page = self.page
        page.asked.connect(self._timer.start)
        page.model.more_wanted.connect(self._read_more)
        page.view.annotation_activated.connect(self._on_activated)
        page.view.article_activated.connect(self.article_requested)
        page.review_requested.connect(lambda: self.review_requested.emit(""))
        page.filter_line.colours_requested.connect(desk.name_colours)
        desk.serve(page.view.wishes)
        desk.known_changed.connect(page.set_known)
        page.set_known(desk.known)
        book.saved.connect(self.refresh)

    def open(self) -> None:
        """Read the list, to be brought to the middle."""
        self._is_opening = True
        self.read()

    def read(self) -> None:
        """Read the list anew."""
        if self._is_reading:
            self._is_outdated = True
            return
        self._is_reading = True
        query = self._query()
        count = max(PAGE, self.page.model.read)

        def read(library: "Library") -> _Listing:
            lists = library.annotation_list
            ids = lists.ids(query)
            facets = lists.facets()
            lost = lists.window(AnnotationQuery(placed=False)) if facets.unplaced else []
            in_doubt = sum(each.how is How.REVIEW for each in lost)
            return _Listing(ids, lists.listed(ids[:count]), facets, in_doubt)

        self._library.call(read, done=self._on_read, failed=self._on_failed)

    def refresh(self) -> None:
        """Read the list anew if it is on show."""
        if self.page.isVisible():
            self._timer.start()

    def _query(self) -> AnnotationQuery:
        page = self.page
        return page.filter.query(sort=page.sort, descending=True)

    def _on_read(self, listing: _Listing) -> None:
        self._is_reading = False
        self._ids = listing.ids
        self._book.know_titles({e.annotation.document_id: e.title for e in listing.first})
        self.page.show_listed(
            listing.first, len(listing.ids), listing.facets, in_doubt=listing.in_doubt
        )
        if self._is_outdated:
            self._is_outdated = False
            self.read()
        elif self._is_opening:
            self._is_opening = False
            self.ready.emit()

    def _on_failed(self, error: ReaderError) -> None:
        self._is_reading = self._is_reading_more = False
        self.failed.emit(error)

    def _read_more(self) -> None:
        if self._is_reading_more or self._is_reading:
            return
        self._is_reading_more = True
        ids = self._ids
        wanted = ids[self.page.model.read :][:PAGE]

        def done(listed: list[ListedAnnotation]) -> None:
            self._is_reading_more = False
            if ids is self._ids:
                self._book.know_titles({e.annotation.document_id: e.title for e in listed})
                self.page.model.append(listed)

        self._library.call(
            lambda library: library.annotation_list.listed(wanted),
            done=done,
            failed=self._on_failed,
        )

    def _on_activated(self, row: ListedAnnotation) -> None:
        annotation = row.annotation
        if row.how in (How.REVIEW, How.ORPHAN):
            self.review_requested.emit(annotation.id)
        else:
            self.annotation_requested.emit(annotation.document_id, annotation.id)

"""Reads what the library pane shows, in the library's thread, and only what is looked at."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.core.errors import ReaderError
from reader.core.shelf import ArticleQuery, Label, LabelKind
from reader.ui.background import LibraryThread
from reader.ui.library.article_model import PAGE, ArticleModel, Listing

if TYPE_CHECKING:
    from reader.store.articles import DocumentSummary
    from reader.store.library import Library

_MOST_OUTLETS = 200
"""Outlets that the filter offers, those with most articles first."""

_AT_ONCE = 3
"""Pages that are read in one go; a scroll through the whole list wishes for far more."""


@dataclass(frozen=True, slots=True)
class Shelves:
    """What stands above the list: how many articles there are in all, and the labels."""

    total: int
    unread: int
    trashed: int
    labels: tuple[Label, ...]
    outlets: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()


class LibraryFeed(QObject):
    """Fill the model; one call is under way at a time, and what was asked for last is read."""

    shelves_read = Signal(object)  # Shelves
    listing_read = Signal(object)  # Listing
    failed = Signal(object)  # ReaderError

    def __init__(
        self, library: LibraryThread, model: ArticleModel, query: ArticleQuery, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._model = model
        self._query = query
        self._rows = (0, 0)  # on screen
        self._is_reading = False
        self._is_outdated = False
        model.pages_wanted.connect(self._read_pages)

    def show(self, query: ArticleQuery) -> None:
        """Read another list, from its top."""
        self._query = query
        self._rows = (0, 0)
        self.refresh()

    def look_at(self, first: int, last: int) -> None:
        """Remember which rows are on screen, to be read first when the list is read anew."""
        self._rows = (first, last)

    def refresh(self) -> None:
        """Read the list that is shown anew, and what stands above it."""
        if self._is_reading:
            self._is_outdated = True
            return
        self._is_reading, self._is_outdated = True, False
        query, rows = self._query, self._rows

        def done(read: tuple[Shelves, Listing]) -> None:
            self._is_reading = False
            shelves, listing = read
            self.shelves_read.emit(shelves)
            if query == self._query:
                self.listing_read.emit(listing)
            if self._is_outdated:
                self.refresh()

        def failed(error: ReaderError) -> None:
            self._is_reading = False
            self.failed.emit(error)

        self._library.call(
            lambda library: (read_shelves(library), read_listing(library, query, rows)),
            done=done,
            failed=failed,
        )

    def place(self, document_id: str, done: Callable[[int | None], None]) -> None:
        """Find the row of an article in the list that is shown; None where it isn't in it."""
        query = self._query

        def found(row: int | None) -> None:
            if query == self._query:
                done(row)

        self._library.call(
            lambda library: library.shelf.place(query, document_id),
            done=found,
            failed=self.failed.emit,
        )

    def _read_pages(self) -> None:
        pages = self._model.wanted_pages()[:_AT_ONCE]
        query = self._model.query
        if not pages:
            return

        def read(library: "Library") -> "dict[int, list[DocumentSummary]]":
            return {page: read_page(library, query, page) for page in pages}

        def done(found: "dict[int, list[DocumentSummary]]") -> None:
            if query == self._model.query:
                for page, articles in found.items():
                    self._model.set_page(page, articles)

        self._library.call(read, done=done, failed=self.failed.emit)


def read_shelves(library: "Library") -> Shelves:
    """Return what stands above the list; called in the library's thread."""
    shelf, labels = library.shelf, library.labels
    return Shelves(
        shelf.count(ArticleQuery()),
        shelf.count(ArticleQuery(unread=True)),
        shelf.count(ArticleQuery(trashed=True)),
        tuple(label for kind in LabelKind for label in labels.labels(kind)),
        tuple(shelf.outlets()[:_MOST_OUTLETS]),
        tuple(shelf.languages()),
    )


def read_listing(library: "Library", query: ArticleQuery, rows: tuple[int, int]) -> Listing:
    """Return a list with the pages that are on screen; called in the library's thread."""
    count = library.shelf.count(query)
    last = max(min(rows[1], count - 1), 0)
    first = min(rows[0], last)
    pages = range(first // PAGE, last // PAGE + 1)
    return Listing(query, count, {page: read_page(library, query, page) for page in pages})


def read_page(library: "Library", query: ArticleQuery, page: int) -> "list[DocumentSummary]":
    """Return a page of a list; called in the library's thread."""
    return library.shelf.articles(query, offset=page * PAGE, limit=PAGE)


def ids_of(library: "Library", query: ArticleQuery, rows: list[tuple[int, int]]) -> list[str]:
    """Return the articles in ranges of rows, last one included; called in the library's thread."""
    found: list[str] = []
    for first, last in rows:
        for offset in range(first, last + 1, 500):
            limit = min(500, last + 1 - offset)
            articles = library.shelf.articles(query, offset=offset, limit=limit)
            found += [article.id for article in articles]
    return found

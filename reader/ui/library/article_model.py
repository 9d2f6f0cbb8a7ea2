"""The list of articles as a view sees it: as long as the library, read a window at a time."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from reader.core.shelf import ArticleQuery
from reader.ui.library.article_words import description
from reader.ui.plain_text import one_line, plain_tooltip

if TYPE_CHECKING:
    from reader.store.articles import DocumentSummary

PAGE = 60
"""Articles that are read at once, some five screens."""

MOST_PAGES = 40
"""Pages that are kept; the ones seen longest ago are forgotten."""

ARTICLES_MIME = "application/x-reader-articles"
"""What is dragged: the rows are those selected in the list, whose window knows them."""

ARTICLE_ROLE = int(Qt.ItemDataRole.UserRole)
"""A `DocumentSummary`; None while it is being read."""

AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Listing:
    """A list as it was read: its length, and its pages by their number."""

    query: ArticleQuery
    count: int
    pages: "dict[int, list[DocumentSummary]]"


class ArticleModel(QAbstractListModel):
    """List the articles of a query; a page that is looked at and isn't there is wished for."""

    pages_wanted = Signal()  # ask `wanted_pages`
    filled = Signal()  # rows that are shown say more now, or something else

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.query = ArticleQuery()
        self._count = 0
        self._pages: OrderedDict[int, Sequence[DocumentSummary]] = OrderedDict()
        self._wanted: OrderedDict[int, None] = OrderedDict()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.pages_wanted)
        self.untitled = ""

    def set_listing(self, listing: Listing) -> bool:
        """Show a list; return whether its rows are others, so that selections have gone."""
        is_same = listing.query == self.query and listing.count == self._count
        if is_same and self._have_same_ids(listing):
            for page, articles in listing.pages.items():
                self._keep(page, articles)
            for page in [each for each in self._pages if each not in listing.pages]:
                del self._pages[page]
            self.filled.emit()
            return False
        self.beginResetModel()
        self.query = listing.query
        self._count = listing.count
        self._pages = OrderedDict(listing.pages)
        self._wanted.clear()
        self.endResetModel()
        return True

    def set_page(self, page: int, articles: "Sequence[DocumentSummary]") -> None:
        """Fill in a page that was wished for."""
        self._keep(page, articles)
        self.filled.emit()

    def wanted_pages(self) -> list[int]:
        """Return the pages that are wished for, the one looked at last first; once."""
        wanted = [page for page in reversed(self._wanted) if page not in self._pages]
        self._wanted.clear()
        return wanted

    def article(self, row: int) -> "DocumentSummary | None":
        """Return the article in a row; None while it is being read."""
        page, place = divmod(row, PAGE)
        articles = self._pages.get(page)
        if articles is None or place >= len(articles):
            return None
        self._pages.move_to_end(page)
        return articles[place]

    def row_of(self, document_id: str) -> int | None:
        """Return the row of an article among those that are read; None for none."""
        for page, articles in self._pages.items():
            for place, article in enumerate(articles):
                if article.id == document_id:
                    return page * PAGE + place
        return None

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the length of the whole list."""
        return 0 if parent.isValid() else self._count

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return an article, or its title; None while it is being read, and wish for it."""
        if not index.isValid():
            return None
        article = self.article(index.row())
        if article is None:
            self._want(index.row() // PAGE)
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return one_line(article.title) or self.untitled
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(description(article))
            case Qt.ItemDataRole.AccessibleTextRole:
                return description(article).replace("\n", ", ")
            case _ if role == ARTICLE_ROLE:
                return article
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Return that an article can be dragged, and its title typed."""
        flags = super().flags(index)
        if self.article(index.row()) is not None:
            flags |= Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsEditable
        return flags

    def mimeTypes(self) -> list[str]:
        """Return what a drag carries."""
        return [ARTICLES_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return what marks a drag as one of articles."""
        data = QMimeData()
        data.setData(ARTICLES_MIME, b"%d" % len(indexes))
        return data

    def supportedDragActions(self) -> Qt.DropAction:
        """Return that what is dragged stays where it is."""
        return Qt.DropAction.CopyAction

    def _keep(self, page: int, articles: "Sequence[DocumentSummary]") -> None:
        self._pages[page] = articles
        self._pages.move_to_end(page)
        while len(self._pages) > MOST_PAGES:
            self._pages.popitem(last=False)

    def _want(self, page: int) -> None:
        self._wanted[page] = None
        self._wanted.move_to_end(page)
        if not self._timer.isActive():
            self._timer.start()

    def _have_same_ids(self, listing: Listing) -> bool:
        for page, articles in listing.pages.items():
            shown = self._pages.get(page)
            if shown is None or [each.id for each in shown] != [each.id for each in articles]:
                return False
        return True

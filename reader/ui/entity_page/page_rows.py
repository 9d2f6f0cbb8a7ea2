"""What an entity's page lists below its head: articles with passages, or company with passages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from reader.core.mentions import Kind
from reader.core.pages import NamingArticle, Passage, Related
from reader.ui.dates import readable_date
from reader.ui.kinds import kind_name, mention_count
from reader.ui.panel.row_delegate import AnyIndex
from reader.ui.panel.rows_model import RowsModel
from reader.ui.plain_text import one_line


@dataclass(frozen=True, slots=True)
class HeadRow:
    """The room for the page's head, which scrolls with the rows."""


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article that names the entity."""

    article: NamingArticle


@dataclass(frozen=True, slots=True)
class PassageRow:
    """A passage with what it says of the article, where that doesn't stand above it."""

    passage: Passage
    title: str = ""


@dataclass(frozen=True, slots=True)
class MoreRow:
    """There are more passages than are listed: of an article, or with another entity."""

    document_id: str = ""
    entity_id: str = ""


@dataclass(frozen=True, slots=True)
class RelatedRow:
    """Another entity that appears with this one; its passages follow where it is open."""

    related: Related
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class NeighbourRow:
    """An entity that a network connects with another: the edge's number, and how strong it is."""

    edge: int
    name: str
    kind: Kind
    strength: str


@dataclass(frozen=True, slots=True)
class SentenceRow:
    """Something to say in place of rows."""

    text: str


Row = HeadRow | ArticleRow | PassageRow | MoreRow | RelatedRow | NeighbourRow | SentenceRow


def article_rows(article: NamingArticle, passages: Sequence[Passage] | None = None) -> list[Row]:
    """Return an article and its passages, those it came with or all of them.

    Where it came with some alone there is a row to ask for the rest.
    """
    shown = article.passages if passages is None else passages
    rows: list[Row] = [ArticleRow(article), *map(PassageRow, shown)]
    told = sum(len(passage.snippet.matches) for passage in shown)
    if passages is None and told < article.count + article.demonym_count:
        rows.append(MoreRow(document_id=article.document_id))
    return rows


class PageRows(RowsModel):
    """The rows of a page, the head first; more are asked for as one scrolls to the end."""

    more_needed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = [HeadRow()]
        self._can_grow = False

    def rows(self) -> list[Row]:
        """Return what is below the head."""
        return self._rows[1:]

    def set_rows(self, rows: Iterable[Row], *, can_grow: bool = False) -> None:
        """List `rows` below the head, which stays."""
        self.remove(1, len(self._rows) - 1)
        self._can_grow = can_grow
        self.insert(1, rows)

    def append(self, rows: Iterable[Row], *, can_grow: bool) -> None:
        """Add `rows` at the end."""
        self._can_grow = can_grow
        self.insert(len(self._rows), rows)

    def insert(self, number: int, rows: Iterable[Row]) -> None:
        """Put `rows` before row `number`."""
        rows = list(rows)
        if rows:
            self.beginInsertRows(QModelIndex(), number, number + len(rows) - 1)
            self._rows[number:number] = rows
            self.endInsertRows()

    def remove(self, number: int, count: int) -> None:
        """Take `count` rows away."""
        if count > 0:
            self.beginRemoveRows(QModelIndex(), number, number + count - 1)
            del self._rows[number : number + count]
            self.endRemoveRows()

    def replace(self, number: int, row: Row) -> None:
        """Put `row` in the place of another of the same height."""
        self._rows[number] = row
        index = self.index(number)
        self.dataChanged.emit(index, index)

    def canFetchMore(self, parent: AnyIndex) -> bool:
        """Return whether there may be more rows."""
        return self._can_grow and not parent.isValid()

    def fetchMore(self, parent: AnyIndex) -> None:
        """Ask for the rows that follow, once."""
        self._can_grow = False
        self.more_needed.emit()

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Return that every row but the head and a sentence can be chosen."""
        if not index.isValid() or isinstance(self._rows[index.row()], HeadRow | SentenceRow):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def text_of(self, row: Row) -> str:
        """Return what a row says."""
        match row:
            case ArticleRow(article):
                return f"{self.title_of(article.title)} · {self.detail_of(article)}"
            case PassageRow(passage, title):
                return " · ".join(filter(None, (passage.snippet.text, title)))
            case MoreRow():
                return self.tr("Show every passage")
            case RelatedRow(related):
                kind = kind_name(related.entity.kind)
                return f"{related.entity.name} · {kind} · {self.company_of(related)}"
            case NeighbourRow(_, name, kind, strength):
                return f"{name} · {kind_name(kind)} · {strength}"
            case SentenceRow(text):
                return text
        return ""

    def tooltip_of(self, row: Row) -> str:
        """Return an article's whole title, for which its row may be too short."""
        return row.article.title if isinstance(row, ArticleRow) else ""

    def title_of(self, title: str) -> str:
        """Return a title, or what stands for one."""
        return one_line(title) or self.tr("Untitled")

    def detail_of(self, article: NamingArticle) -> str:
        """Return outlet, date, how often the article names the entity, and its copies."""
        parts = [
            one_line(article.outlet),
            readable_date(article.date),
            mention_count(article.count, article.demonym_count),
        ]
        if article.copy_count:
            parts.append(self.tr("also in %n other(s)", "", article.copy_count))
        return " · ".join(filter(None, parts))

    def company_of(self, related: Related) -> str:
        """Return how often two entities appear together."""
        articles = self.tr("%n article(s)", "", related.article_count)
        if not related.together_count:
            return articles
        together = self.tr("together in %n", "", related.together_count)
        return f"{together} · {articles}"

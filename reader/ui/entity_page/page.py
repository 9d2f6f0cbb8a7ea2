"""The page of one entity: its head, and below it every passage or its company."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.core.entities import Entity, Note
from reader.core.pages import EntityTotals, MonthCount, NamingArticle, Passage, Related
from reader.ui.entity_page.head import COMPANY, MENTIONS, EntityHead
from reader.ui.entity_page.outlines import Outline
from reader.ui.entity_page.page_rows import (
    ArticleRow,
    MoreRow,
    PageRows,
    PassageRow,
    RelatedRow,
    Row,
    SentenceRow,
    article_rows,
)
from reader.ui.entity_page.page_view import PageView
from reader.ui.focus import lead_focus
from reader.ui.theme import Theme

TOGETHER_AT_ONCE = 10
"""How many passages with another entity are listed before one asks for more."""


class EntityPage(QWidget):
    """Show what the library knows of an entity; whoever wires it reads that."""

    more_articles_needed = Signal(int)  # how many are listed
    passages_needed = Signal(str)  # the document's id
    together_needed = Signal(str, int)  # the other entity's id, how many are listed
    passage_activated = Signal(object)  # Passage
    article_activated = Signal(str)  # the document's id
    entity_activated = Signal(str)  # the id of another entity
    network_requested = Signal(str)  # the entity's id
    note_edited = Signal(str, str)  # the entity's id, the text
    confirmed_only_changed = Signal()  # what is listed has to be read anew

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("entityPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._entity: Entity | None = None
        self._articles: list[NamingArticle] = []
        self._mention_rows: list[Row] = []
        self._company: Sequence[Related] = ()
        self._has_more = False
        self._list = MENTIONS
        self.head = EntityHead()
        self.rows = PageRows(self)
        self.view = PageView(self.rows, self.head)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        lead_focus(self, self.view)
        self.rows.more_needed.connect(lambda: self.more_articles_needed.emit(len(self._articles)))
        self.view.row_chosen.connect(self._on_row_chosen)
        self.view.row_unfolded.connect(self._on_row_unfolded)
        self.head.list_chosen.connect(self.show_list)
        self.head.network_requested.connect(self._on_network_requested)
        self.head.note.note_edited.connect(self.note_edited)
        self.head.confirmed_only_changed.connect(lambda _on: self.confirmed_only_changed.emit())
        self._retranslate()

    @property
    def entity_id(self) -> str:
        """Return the id of the entity that is shown; "" for none."""
        return self._entity.id if self._entity is not None else ""

    @property
    def entity(self) -> Entity | None:
        """Return the entity that is shown; None for none."""
        return self._entity

    @property
    def confirmed_only(self) -> bool:
        """Return whether what the machine alone found is left out."""
        return self.head.confirmed_only.isChecked()

    @property
    def entity_name(self) -> str:
        """Return the name of the entity that is shown; "" for none."""
        return self._entity.name if self._entity is not None else ""

    @property
    def article_count(self) -> int:
        """Return how many articles are listed."""
        return len(self._articles)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self.head.set_theme(theme)
        self.view.set_theme(theme)

    def show_entity(
        self,
        entity: Entity,
        note: Note | None,
        totals: EntityTotals,
        articles: Sequence[NamingArticle],
        outlines: Mapping[str, Outline],
    ) -> None:
        """Show an entity with the first articles that name it, from the top."""
        self.head.note.show_note(entity.id, entity.name, note)
        is_other = entity.id != self.entity_id
        self._entity = entity
        self.head.show_entity(entity, totals, outlines)
        if is_other:
            self.head.over_time.set_counts((), entity.kind)
            self._company = ()
            self._list = MENTIONS
            self.head.show_list(MENTIONS)
        self._articles, self._mention_rows = [], []
        self._add(articles, has_more=len(articles) < totals.article_count)
        self._show_rows()
        if is_other:
            self.view.scrollToTop()
        self._retranslate()

    def place_of(self, entity_id: str) -> int:
        """Return how far an entity's page is scrolled, in pixels; 0 where another is shown."""
        return self.view.verticalScrollBar().value() if entity_id == self.entity_id else 0

    def go_to(self, place: int) -> None:
        """Scroll to where `place_of` was."""
        if place:
            self.view.doItemsLayout()  # else the new rows are not there yet to scroll over
        self.view.verticalScrollBar().setValue(place)

    def set_over_time(self, months: Sequence[MonthCount]) -> None:
        """Show how often the entity is named in each month."""
        if self._entity is not None:
            self.head.over_time.set_counts(months, self._entity.kind)

    def set_company(self, company: Sequence[Related]) -> None:
        """List the entities that appear with this one."""
        self._company = tuple(company)
        if self._list == COMPANY:
            self._show_rows()

    def add_articles(self, articles: Sequence[NamingArticle], *, has_more: bool) -> None:
        """List further articles that name the entity."""
        rows = self._add(articles, has_more=has_more)
        if self._list == MENTIONS:
            self.rows.append(rows, can_grow=has_more)

    def set_passages(self, document_id: str, passages: Sequence[Passage]) -> None:
        """List every passage of an article instead of its first ones."""
        article = next((a for a in self._articles if a.document_id == document_id), None)
        if article is None:
            return
        _replace_article(self._mention_rows, article, passages)
        if self._list == MENTIONS:
            rows = self.rows.rows()
            first = rows.index(ArticleRow(article)) + 1  # behind the head
            count = _length(rows, first - 1)
            self.rows.remove(first + 1, count - 1)
            self.rows.insert(first + 1, article_rows(article, passages)[1:])

    def add_together(
        self, other_id: str, passages: Sequence[Passage], titles: Sequence[str], *, has_more: bool
    ) -> None:
        """List passages that name both entities below the other one."""
        place = self._place_of(other_id)
        if place is None:
            return
        place += 1
        while place < self.rows.rowCount() and isinstance(self.rows.row(place), PassageRow):
            place += 1
        if place < self.rows.rowCount() and isinstance(self.rows.row(place), MoreRow | SentenceRow):
            self.rows.remove(place, 1)
        added: list[Row] = [
            PassageRow(passage, self.rows.title_of(title))
            for passage, title in zip(passages, titles, strict=True)
        ]
        if has_more:
            added.append(MoreRow(entity_id=other_id))
        self.rows.insert(place, added or [SentenceRow(self.tr("Never in one paragraph."))])

    def show_list(self, which: int) -> None:
        """List the mentions, or the company."""
        self._list = which
        self.head.show_list(which)
        self._show_rows()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave keys that nothing here wants to the window."""
        event.ignore()

    def _add(self, articles: Sequence[NamingArticle], *, has_more: bool) -> list[Row]:
        self._articles += articles
        self._has_more = has_more
        rows = [row for article in articles for row in article_rows(article)]
        self._mention_rows += rows
        return rows

    def _show_rows(self) -> None:
        if self._list == COMPANY:
            rows: list[Row] = [RelatedRow(related) for related in self._company]
            nothing = (
                self.tr("No other name that is confirmed appears with this one.")
                if self.confirmed_only
                else self.tr("No other name appears with this one.")
            )
        else:
            rows = self._mention_rows
            nothing = (
                self.tr("None of its mentions is confirmed.")
                if self.confirmed_only
                else self.tr("No article of the library names it.")
            )
        can_grow = self._list == MENTIONS and self._has_more
        self.rows.set_rows(rows or [SentenceRow(nothing)], can_grow=can_grow)

    def _place_of(self, entity_id: str) -> int | None:
        for number, row in enumerate(self.rows.rows(), start=1):
            if isinstance(row, RelatedRow) and row.related.entity.id == entity_id:
                return number
        return None

    def _on_row_chosen(self, number: int) -> None:
        match self.rows.row(number):
            case ArticleRow(article):
                self.article_activated.emit(article.document_id)
            case PassageRow(passage):
                self.passage_activated.emit(passage)
            case RelatedRow(related):
                self.entity_activated.emit(related.entity.id)
            case MoreRow(document_id, ""):
                self.passages_needed.emit(document_id)
            case MoreRow(_, entity_id):
                place = self._place_of(entity_id)
                assert place is not None
                self.together_needed.emit(entity_id, number - place - 1)

    def _on_row_unfolded(self, number: int) -> None:
        row = self.rows.row(number)
        if not isinstance(row, RelatedRow):
            return
        if row.is_open:
            self.rows.remove(number + 1, _length(self.rows.rows(), number - 1) - 1)
        self.rows.replace(number, RelatedRow(row.related, not row.is_open))
        if not row.is_open:
            self.together_needed.emit(row.related.entity.id, 0)

    def _on_network_requested(self) -> None:
        self.network_requested.emit(self.entity_id)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Page of {0}").format(self.entity_name))
        self.view.setAccessibleName(self.tr("Mentions of {0}").format(self.entity_name))


def _length(rows: Sequence[Row], first: int) -> int:
    """Return how many rows belong to the article or entity in row `first`, itself among them."""
    last = first + 1
    while last < len(rows) and isinstance(rows[last], PassageRow | MoreRow | SentenceRow):
        last += 1
    return last - first


def _replace_article(rows: list[Row], article: NamingArticle, passages: Sequence[Passage]) -> None:
    first = rows.index(ArticleRow(article))
    rows[first : first + _length(rows, first)] = article_rows(article, passages)

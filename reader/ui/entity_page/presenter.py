"""An entity's page between the library's thread and the window."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.core.directory import Standing
from reader.core.entities import Entity, Note
from reader.core.mentions import Kind
from reader.core.pages import EntityTotals, MonthCount, NamingArticle, Passage, Related
from reader.ui.background import LibraryThread
from reader.ui.dates import readable_date
from reader.ui.entity_page.outlines import Outline, load_outlines
from reader.ui.entity_page.page import TOGETHER_AT_ONCE, EntityPage
from reader.ui.plain_text import one_line

if TYPE_CHECKING:
    from reader.store.library import Library

FIRST_ARTICLES = 12
"""How many articles are read before the page is shown: what fits on a large screen."""

MORE_ARTICLES = 40
"""How many are read each time one scrolls to the end."""

COMPANY = 60
"""How many entities are listed that appear with another."""


@dataclass(frozen=True, slots=True)
class _First:
    """What is read before the page is shown."""

    entity: Entity
    note: Note | None
    totals: EntityTotals
    articles: list[NamingArticle]
    standing: Standing
    is_named: bool
    has_unconfirmed: bool


@dataclass(frozen=True, slots=True)
class _Rest:
    """What is read once the first rows are seen."""

    months: list[MonthCount]
    company: list[Related]


class EntityPagePresenter(QObject):
    """Read what the page shows, only as much as is looked at; the newest wish wins."""

    shown = Signal(str)  # the entity's id, once its first rows are there
    missed = Signal(str)  # the entity's id: the library has none of it any more
    failed = Signal(object)  # ReaderError

    def __init__(
        self,
        page: EntityPage,
        library: LibraryThread,
        *,
        learn_note: Callable[[str, Note | None], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.page = page
        self._library = library
        self._learn_note = learn_note  # called in the library's thread
        self._outlines: Mapping[str, Outline] = {}
        self._request = 0
        self._totals: EntityTotals | None = None  # as shown
        page.more_articles_needed.connect(self._read_articles)
        page.passages_needed.connect(self._read_passages)
        page.together_needed.connect(self._read_together)
        page.confirmed_only_changed.connect(self.refresh)

    def open(self, entity_id: str) -> None:
        """Read an entity, and show its page."""
        self._open(entity_id, FIRST_ARTICLES)

    def call_off(self) -> None:
        """Show nothing of what is being read: something else is wanted by now."""
        self._request += 1

    def _open(self, entity_id: str, articles: int) -> None:
        self._request += 1
        request, confirmed = self._request, self.page.confirmed_only

        def read(library: "Library") -> _First | None:
            entity = library.entity(entity_id)  # perhaps the one that it is one with by now
            if entity is None:
                return None
            if entity.kind in (Kind.COUNTRY, Kind.PLACE) and not self._outlines:
                self._outlines = load_outlines()
            note = library.note(entity.id)
            self._learn_note(entity.id, note)
            pages = library.pages
            named = pages.totals(entity.id)
            vouched = pages.totals(entity.id, confirmed=True)
            return _First(
                entity,
                note,
                vouched if confirmed else named,
                pages.articles(entity.id, limit=articles, confirmed=confirmed),
                library.directory.standing(entity.id),
                named.article_count > 0,
                named.mention_count > vouched.mention_count,
            )

        def done(first: _First | None) -> None:
            if request != self._request:
                return
            if first is None:
                self.missed.emit(entity_id)
                return
            place = self.page.place_of(first.entity.id)
            self.page.show_entity(
                first.entity, first.note, first.totals, first.articles, self._outlines
            )
            self._totals = first.totals
            self.page.go_to(place)
            self.page.head.card.show_standing(
                first.standing, is_named=first.is_named, has_unconfirmed=first.has_unconfirmed
            )
            self.shown.emit(first.entity.id)
            self._read_rest(first.entity.id, request)

        self._library.call(read, done=done, failed=self.failed.emit)

    def refresh(self) -> None:
        """Read what is shown anew."""
        if self.page.entity_id:
            self.open(self.page.entity_id)

    def refresh_if_changed(self) -> None:
        """Read what is shown anew where the library names the entity more or less often by now."""
        entity_id, confirmed = self.page.entity_id, self.page.confirmed_only
        request = self._request
        if not entity_id:
            return

        def done(totals: EntityTotals) -> None:
            if request == self._request and totals != self._totals:
                self._open(entity_id, max(FIRST_ARTICLES, self.page.article_count))

        self._library.call(
            lambda library: library.pages.totals(entity_id, confirmed=confirmed),
            done=done,
            failed=self.failed.emit,
        )

    def _read_rest(self, entity_id: str, request: int) -> None:
        confirmed = self.page.confirmed_only

        def read(library: "Library") -> _Rest:
            pages = library.pages
            return _Rest(
                pages.months(entity_id, confirmed=confirmed),
                pages.related(entity_id, limit=COMPANY, confirmed=confirmed),
            )

        def done(rest: _Rest) -> None:
            if request == self._request:
                self.page.set_over_time(rest.months)
                self.page.set_company(rest.company)

        self._library.call(read, done=done, failed=self.failed.emit)

    def _read_articles(self, offset: int) -> None:
        entity_id, request = self.page.entity_id, self._request
        confirmed = self.page.confirmed_only

        def read(library: "Library") -> list[NamingArticle]:
            return library.pages.articles(
                entity_id, offset=offset, limit=MORE_ARTICLES, confirmed=confirmed
            )

        def done(articles: list[NamingArticle]) -> None:
            if request == self._request:
                self.page.add_articles(articles, has_more=len(articles) == MORE_ARTICLES)

        self._library.call(read, done=done, failed=self.failed.emit)

    def _read_passages(self, document_id: str) -> None:
        entity_id, request = self.page.entity_id, self._request
        confirmed = self.page.confirmed_only

        def done(passages: list[Passage]) -> None:
            if request == self._request:
                self.page.set_passages(document_id, passages)

        self._library.call(
            lambda library: library.pages.passages(entity_id, document_id, confirmed=confirmed),
            done=done,
            failed=self.failed.emit,
        )

    def _read_together(self, other_id: str, offset: int) -> None:
        entity_id, request = self.page.entity_id, self._request
        confirmed = self.page.confirmed_only

        def read(library: "Library") -> tuple[list[Passage], list[str]]:
            found = library.pages.passages_together(
                entity_id,
                other_id,
                offset=offset,
                limit=TOGETHER_AT_ONCE + 1,
                confirmed=confirmed,
            )
            return found, captions(library, found)

        def done(read: tuple[list[Passage], list[str]]) -> None:
            passages, titles = read[0][:TOGETHER_AT_ONCE], read[1][:TOGETHER_AT_ONCE]
            if request == self._request:
                has_more = len(read[0]) > TOGETHER_AT_ONCE
                self.page.add_together(other_id, passages, titles, has_more=has_more)

        self._library.call(read, done=done, failed=self.failed.emit)


def captions(library: "Library", passages: Sequence[Passage]) -> list[str]:
    """Return title and date of the article of each passage; called in the library's thread."""
    titles = library.pages.titles({passage.document_id for passage in passages})
    return [
        " · ".join(filter(None, (one_line(title), readable_date(date))))
        for title, date in (titles[passage.document_id] for passage in passages)
    ]

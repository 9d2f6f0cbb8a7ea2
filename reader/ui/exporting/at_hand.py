"""What can be exported from where the user is: the article, the name, the search."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.core.export import ExportScope, ScopeKind
from reader.ui.article_controller import ArticleController
from reader.ui.article_presenter import ArticlePresenter
from reader.ui.centre import Centre

if TYPE_CHECKING:
    from reader.ui.search.desk import SearchDesk

_Found = tuple[ExportScope, str]


class AtHand:
    """Look at what is in the middle of the window, and then at what else is open.

    `search` returns None before the search was opened.
    """

    def __init__(
        self,
        *,
        controller: ArticleController,
        presenter: ArticlePresenter,
        centre: Centre,
        search: "Callable[[], SearchDesk | None]",
    ) -> None:
        self._controller = controller
        self._presenter = presenter
        self._centre = centre
        self._search = search

    def __call__(self) -> tuple[_Found, ...]:
        """Return what can be exported, the likeliest first, with the title of each."""
        found = [*self._in_the_middle(), *self._article(), *self._chosen_name(), *self._searched()]
        titles: dict[ExportScope, str] = {}
        for scope, title in found:
            titles.setdefault(scope, title)  # one that is found twice stands where it came first
        return tuple(titles.items())

    def entity_id(self) -> str | None:
        """Return the name that is on show: its page, or the one chosen in the article."""
        page = self._centre.entity_on_show()
        return page[0] if page is not None else self._presenter.entity_id

    def _in_the_middle(self) -> list[_Found]:
        search = self._search()
        if search is not None and search.page.isVisible():
            return self._searched()
        page = self._centre.entity_on_show()
        return [] if page is None else [(ExportScope(ScopeKind.ENTITIES, page[:1]), page[1])]

    def _article(self) -> list[_Found]:
        document = self._controller.document
        if document is None:
            return []
        return [(ExportScope(ScopeKind.ARTICLES, (document.id,)), document.title)]

    def _chosen_name(self) -> list[_Found]:
        entity_id, recognition = self._presenter.entity_id, self._controller.recognition
        if entity_id is None or recognition is None:
            return []
        names = {entity.id: entity.name for entity in recognition.entities}
        if entity_id not in names:
            return []
        return [(ExportScope(ScopeKind.ENTITIES, (entity_id,)), names[entity_id])]

    def _searched(self) -> list[_Found]:
        search = self._search()
        text = search.page.edit.text().strip() if search is not None else ""
        return [(ExportScope(ScopeKind.SEARCH, text=text), text)] if text else []

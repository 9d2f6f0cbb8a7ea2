"""The middle of the window: start page, article, an entity's page or the network, and the way back.

Articles, pages of entities and networks are places of one history.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from reader.core.pages import Passage
from reader.ui.article_controller import ArticleController
from reader.ui.background import LibraryThread
from reader.ui.history import History
from reader.ui.jumps import Jumps
from reader.ui.network.scope import Scope
from reader.ui.opened_article import OpenedArticle
from reader.ui.reading.view import ReadingView
from reader.ui.tabs.tab import Divert, Goal, stay
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.ui.entity_page.page import EntityPage
    from reader.ui.entity_page.presenter import EntityPagePresenter
    from reader.ui.network.page import NetworkPage
    from reader.ui.network.presenter import NetworkPresenter

ENTITY = "entity:"  # no article's id begins so: they are hexadecimal numbers
NETWORK = "network:"


class Centre(QObject):
    """Bring one thing at a time to the middle, and remember what was there."""

    moved = Signal()  # what is in the middle, or whether one can go back, has changed
    entity_missed = Signal()  # the library no longer has the entity whose page was wanted
    entity_page_made = Signal(object)  # EntityPage
    network_page_made = Signal(object)  # NetworkPage
    picture_saved = Signal(str)  # its path
    note_editor_made = Signal(object)  # NoteEditor, on the page of entities
    failed = Signal(object)  # ReaderError

    def __init__(
        self,
        pages: QStackedWidget,
        view: ReadingView,
        *,
        controller: ArticleController,
        library: LibraryThread,
        jumps: Jumps,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._pages = pages
        self._jumps = jumps
        self._shown = pages.currentWidget() or view  # the last place that was come to
        self._view = view
        self._controller = controller
        self._library = library
        self._theme: Theme | None = None
        self.history = History()
        self.divert: Divert = stay
        self._entities: EntityPagePresenter | None = None
        self._networks: NetworkPresenter | None = None
        self._places: dict[str, QWidget] = {}
        self.openers: dict[str, Callable[[], None]] = {}  # of pages that were added, by place
        self._step = 0  # through the history, to the place that was asked for
        controller.article_opened.connect(self._on_article_opened)
        controller.articles_changed.connect(self._on_articles_changed)
        jumps.arrived.connect(self.show_article)

    @property
    def entity_page(self) -> "EntityPage":
        """Return the page of entities, made when it is first needed."""
        return self._made_entities().page

    @property
    def network_page(self) -> "NetworkPage":
        """Return the page of networks, made when it is first needed."""
        return self._made_networks().page

    def _made_entities(self) -> "EntityPagePresenter":
        if self._entities is None:
            # Here, since the window can be seen sooner without.
            from reader.ui.entity_page.page import EntityPage
            from reader.ui.entity_page.presenter import EntityPagePresenter

            controller, page = self._controller, EntityPage()
            self._entities = EntityPagePresenter(
                page, self._library, learn_note=controller.note_keeper.learn, parent=self
            )
            self._add(page)
            page.passage_activated.connect(self.open_passage)
            page.article_activated.connect(self.open_article)
            page.entity_activated.connect(self.open_entity)
            page.network_requested.connect(self._on_network_requested)
            page.note_edited.connect(controller.save_note)
            controller.note_saved.connect(page.head.note.set_saved)
            controller.note_failed.connect(page.head.note.set_failed)
            controller.note_saved.connect(self._on_note_saved)
            controller.note_joined.connect(self._on_note_joined)
            self._entities.shown.connect(self._on_entity_shown)
            self._entities.missed.connect(self._on_entity_missed)
            self._entities.failed.connect(self.failed)
            self.entity_page_made.emit(page)
            self.note_editor_made.emit(page.head.note)
        return self._entities

    def _made_networks(self) -> "NetworkPresenter":
        if self._networks is None:
            from reader.ui.network.page import NetworkPage
            from reader.ui.network.presenter import NetworkPresenter

            page = NetworkPage()
            self._networks = NetworkPresenter(page, self._library, parent=self)
            self._add(page)
            page.entity_activated.connect(self.open_entity)
            page.passage_activated.connect(self.open_passage)
            self._networks.shown.connect(self._on_network_shown)
            self._networks.failed.connect(self.failed)
            self._networks.saved.connect(self.picture_saved)
            self.network_page_made.emit(page)
        return self._networks

    def _add(self, page: "EntityPage | NetworkPage") -> None:
        self._pages.addWidget(page)
        if self._theme is not None:
            self.set_theme(self._theme)

    def set_theme(self, theme: Theme) -> None:
        """Give the pages the theme's colours."""
        self._theme = theme
        if self._entities is not None:
            self._entities.page.set_theme(theme)
        if self._networks is not None:
            self._networks.set_theme(theme)

    def flush(self) -> None:
        """Hand on at once what was typed."""
        if self._entities is not None:
            self._entities.page.head.note.flush()

    def finish(self) -> None:
        """End what runs behind the pages."""
        if self._networks is not None:
            self._networks.finish()

    # ---- where to go

    def open_entity(self, entity_id: str) -> None:
        """Show an entity's page."""
        if self.divert(Goal(ENTITY + entity_id)):
            return
        self._step = 0
        self._made_entities().open(entity_id)

    def add_place(self, place: str, page: QWidget, open_it: Callable[[], None]) -> None:
        """Let another page be a place of the history; `open_it` has it shown again."""
        self._pages.addWidget(page)
        self._places[place] = page
        self.openers[place] = open_it

    def arrive_at(self, place: str) -> None:
        """Bring a page that was added to the middle."""
        self._arrive(place, self._places[place])

    @property
    def place(self) -> str:
        """Return the place that is in the middle; "" where something passing is."""
        return self.history.current if self._pages.currentWidget() is self._shown else ""

    @property
    def shown_entity_id(self) -> str:
        """Return the id of the entity whose page is in the middle; "" for none."""
        page = self._entities.page if self._entities is not None else None
        return page.entity_id if page is not None and self._shown is page else ""

    def refresh(self) -> None:
        """Read the page of an entity anew, if it is in the middle."""
        if self._entities is not None and self._pages.currentWidget() is self._entities.page:
            self._step = 0
            self._entities.refresh()

    def open_network(self, scope: Scope | None = None) -> None:
        """Show a network: of `scope`, else of what is in the middle."""
        self._step = 0
        self._made_networks().open(scope or self._scope())

    def open_passage(self, passage: Passage) -> None:
        """Show a passage in its article."""
        self._step = 0
        self._jumps.to_passage(passage.document_id, passage.offset, passage.end)

    def open_article(self, document_id: str) -> None:
        """Show an article; the one that is open stays as it is."""
        document = self._controller.document
        if self.divert(Goal(document_id)):
            return
        if document is not None and document.id == document_id:
            self.show_article()
        else:
            self._controller.open_article(document_id)

    def show_article(self) -> None:
        """Bring the open article back to the middle; nothing where it is there."""
        document = self._controller.document
        if document is not None and self._pages.currentWidget() is not self._view:
            self._arrive(document.id, self._view)

    def shown(self) -> QWidget:
        """Return what is in the middle, or was before something passing such as the search."""
        return self._shown

    def entity_on_show(self) -> tuple[str, str] | None:
        """Return id and name of the entity whose page is in the middle; None where none is."""
        page = self._entities.page if self._entities is not None else None
        if page is None or self._pages.currentWidget() is not page or page.entity is None:
            return None
        return page.entity_id, page.entity_name

    def can_go(self, step: int) -> bool:
        """Tell whether there is a place `step` places on (negative: back)."""
        return self.history.can_go(step)

    def go(self, step: int) -> None:
        """Go back (-1) or forward (1)."""
        if not self.history.can_go(step):
            return
        self._step = step
        self._open(self.history.at(step))

    def take_history(self, history: History) -> None:
        """Show the place where another history stands, and go on in that one.

        What is still on its way belongs to the one before, and is not shown any more.
        """
        self.history, self._step = history, 0
        self._controller.call_off()
        for pages in (self._entities, self._networks):
            if pages is not None:
                pages.call_off()
        document = self._controller.document
        if document is not None and document.id == history.current:
            self._arrive(document.id, self._view)
        elif history.current:
            self._open(history.current)

    def _open(self, place: str) -> None:
        if place.startswith(ENTITY):
            self._made_entities().open(place.removeprefix(ENTITY))
        elif place.startswith(NETWORK):
            self._made_networks().open(Scope.from_text(place.removeprefix(NETWORK)))
        elif place in self.openers:
            self.openers[place]()
        else:
            self.open_article(place)

    def is_article(self, place: str) -> bool:
        """Return whether a place is an article, which its id names."""
        return ":" not in place and place not in self.openers

    # ---- what happens

    def _arrive(self, place: str, widget: QWidget) -> None:
        self.history.arrive(place, self._step)
        self._step = 0
        self._shown = widget
        self._pages.setCurrentWidget(widget)
        widget.setFocus()
        self.moved.emit()

    def _on_article_opened(self, article: OpenedArticle) -> None:
        self._arrive(article.document.id, self._view)

    def _on_articles_changed(self) -> None:
        """Show what an import, say, has brought of the entity whose page is in the middle."""
        if self._entities is not None and self._pages.currentWidget() is self._entities.page:
            self._entities.refresh_if_changed()

    def _on_entity_shown(self, entity_id: str) -> None:
        self._arrive(ENTITY + entity_id, self.entity_page)

    def _on_network_shown(self, scope: Scope) -> None:
        self._arrive(NETWORK + scope.to_text(), self.network_page)

    def _on_network_requested(self, entity_id: str) -> None:
        self.open_network(Scope(around=entity_id))

    def _on_entity_missed(self, _entity_id: str) -> None:
        self._step = 0
        self.entity_missed.emit()

    def _on_note_saved(self, entity_id: str, text: str) -> None:
        """Show what was written on the same entity's card."""
        editor = self.entity_page.head.note
        if entity_id == self.entity_page.entity_id and not editor.edit.is_pending:
            editor.edit.replace(text)

    def _on_note_joined(self, entity_id: str) -> None:
        if self._pages.currentWidget() is self.entity_page and (
            entity_id == self.entity_page.entity_id
        ):
            self._made_entities().open(entity_id)

    def _scope(self) -> Scope:
        current, document = self._shown, self._controller.document
        if self._entities is not None and current is self._entities.page:
            return Scope(around=self._entities.page.entity_id)
        if current is self._view and document is not None:
            return Scope(document_id=document.id)
        return Scope()

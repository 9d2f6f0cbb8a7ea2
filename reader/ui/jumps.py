"""Go to a place in an article, which may have to be opened first."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.ui.article_controller import ArticleController
from reader.ui.article_presenter import ArticlePresenter
from reader.ui.background import LibraryThread
from reader.ui.opened_article import OpenedArticle
from reader.ui.reading.view import ReadingView

if TYPE_CHECKING:
    from reader.core.pages import NamingArticle
    from reader.store.library import Library


class Jumps(QObject):
    """Show a passage, an annotation or an entity, once its article is there."""

    arrived = Signal()  # at a place in the article that is open
    failed = Signal(object)  # ReaderError

    def __init__(
        self,
        controller: ArticleController,
        presenter: ArticlePresenter,
        view: ReadingView,
        library: LibraryThread,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._presenter = presenter
        self._view = view
        self._library = library
        self._pending: tuple[str, Callable[[], None]] | None = None  # by the article's id
        self._entity: tuple[str, str] | None = None  # article and entity, until it is recognized
        controller.article_opened.connect(self._on_article_opened)
        controller.recognition_changed.connect(lambda _recognized: self._show_entity())

    def to_passage(self, document_id: str, start: int, end: int) -> None:
        """Show a passage and mark it; an empty one is the article as a whole."""
        self._entity = None
        self._go(document_id, lambda: self._mark(start, end))

    def to_annotation(self, document_id: str, annotation_id: str) -> None:
        """Show an annotation in its article."""
        self._entity = None
        self._go(document_id, lambda: self._presenter.show_annotation(annotation_id))

    def to_entity(self, entity_id: str) -> None:
        """Show an entity's card: in the open article, else in the newest that names it."""
        document, recognition = self._controller.document, self._controller.recognition
        if document and recognition and any(e.id == entity_id for e in recognition.entities):
            self._entity = (document.id, entity_id)
            self._go(document.id, self._show_entity)
            return

        def find(library: "Library") -> "list[NamingArticle]":
            return library.pages.articles(entity_id, limit=1, passages=1)

        def done(articles: "list[NamingArticle]") -> None:
            for article in articles:
                self._entity = (article.document_id, entity_id)
                place = next(((p.offset, p.end) for p in article.passages), (0, 0))
                self._go(article.document_id, lambda place=place: self._mark(*place))
                self._show_entity()

        self._library.call(find, done=done, failed=self.failed.emit)

    def _go(self, document_id: str, show: Callable[[], None]) -> None:
        self._pending = (document_id, show)
        document = self._controller.document
        if document is not None and document.id == document_id:
            self._arrive(document_id)
        else:
            self._controller.open_article(document_id)

    def _on_article_opened(self, article: OpenedArticle) -> None:
        self._arrive(article.document.id)
        self._show_entity()

    def _arrive(self, document_id: str) -> None:
        pending, self._pending = self._pending, None
        if pending is not None and pending[0] == document_id:
            self.arrived.emit()
            pending[1]()

    def _mark(self, start: int, end: int) -> None:
        if end > start:
            self._view.ensure_visible(start, end)
            self._view.select_span(start, end)

    def _show_entity(self) -> None:
        """Show the card that is waited for, once its article is open and it is found there."""
        document, recognition = self._controller.document, self._controller.recognition
        if self._entity is None or document is None or recognition is None:
            return
        document_id, entity_id = self._entity
        if document.id == document_id and any(e.id == entity_id for e in recognition.entities):
            self._entity = None
            self._presenter.show_entity(entity_id)

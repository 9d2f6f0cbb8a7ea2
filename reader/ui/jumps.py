"""Go to a place in an article, which may have to be opened first."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from reader.ui.article_controller import ArticleController
from reader.ui.article_presenter import ArticlePresenter
from reader.ui.opened_article import OpenedArticle
from reader.ui.reading.view import ReadingView
from reader.ui.tabs.tab import Divert, Goal, stay


class Jumps(QObject):
    """Show a passage, an annotation or an entity, once its article is there."""

    arrived = Signal()  # at a place in the article that is open
    entity_elsewhere = Signal(str)  # the id of one that the open article doesn't name

    def __init__(
        self,
        controller: ArticleController,
        presenter: ArticlePresenter,
        view: ReadingView,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._presenter = presenter
        self._view = view
        self.divert: Divert = stay
        self._pending: tuple[str, Callable[[], None]] | None = None  # by the article's id
        controller.article_opened.connect(self._on_article_opened)

    def to_passage(self, document_id: str, start: int, end: int) -> None:
        """Show a passage and mark it; an empty one is the article as a whole."""
        if self.divert(Goal(document_id, start=start, end=end)):
            return
        self._go(document_id, lambda: self._mark(start, end))

    def to_annotation(self, document_id: str, annotation_id: str) -> None:
        """Show an annotation in its article."""
        if self.divert(Goal(document_id, annotation_id=annotation_id)):
            return
        self._go(document_id, lambda: self._presenter.annotations.show(annotation_id))

    def to_entity(self, entity_id: str) -> None:
        """Show an entity's card, if the open article names it."""
        if self.divert(Goal(f"entity:{entity_id}")):
            return
        document, recognition = self._controller.document, self._controller.recognition
        if document and recognition and any(e.id == entity_id for e in recognition.entities):
            self._go(document.id, lambda: self._presenter.show_entity(entity_id))
        else:
            self.entity_elsewhere.emit(entity_id)

    def _go(self, document_id: str, show: Callable[[], None]) -> None:
        self._pending = (document_id, show)
        document = self._controller.document
        if document is not None and document.id == document_id:
            self._arrive(document_id)
        else:
            self._controller.open_article(document_id)

    def _on_article_opened(self, article: OpenedArticle) -> None:
        self._arrive(article.document.id)

    def _arrive(self, document_id: str) -> None:
        pending, self._pending = self._pending, None
        if pending is not None and pending[0] == document_id:
            self.arrived.emit()
            pending[1]()

    def _mark(self, start: int, end: int) -> None:
        if end > start:
            self._view.ensure_visible(start, end)
            self._view.select_span(start, end)

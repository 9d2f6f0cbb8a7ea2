"""What one looks at in the open article: taken note of, and brought back to the pixel."""

from PySide6.QtCore import QObject, Signal

from reader.ui.article_controller import ArticleController
from reader.ui.article_presenter import ArticlePresenter
from reader.ui.opened_article import OpenedArticle
from reader.ui.panel.side_panel import SidePanel
from reader.ui.reading.view import ReadingView
from reader.ui.tabs.tab import Spot


class Spots(QObject):
    """Take the spot of the open article, and restore one once its article is there."""

    changed = Signal()

    def __init__(
        self,
        *,
        controller: ArticleController,
        presenter: ArticlePresenter,
        view: ReadingView,
        panel: SidePanel,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._presenter = presenter
        self._view = view
        self._panel = panel
        self._expected: tuple[str, Spot] | None = None  # by the article's id
        self._awaited: tuple[str, Spot] | None = None  # whose card's names are not there yet
        controller.article_opened.connect(self._on_article_opened)
        controller.recognition_changed.connect(lambda _recognized: self._show_awaited())
        panel.entity_selected.connect(lambda _entity_id: self._stop_waiting())
        for moved in (view.reading_offset_changed, panel.entity_selected):
            moved.connect(lambda _what: self.changed.emit())
        panel.entity_closed.connect(self.changed)
        view.mention_clicked.connect(lambda _mention: self._stop_waiting())

    def take(self) -> Spot | None:
        """Return what one looks at; None where there is no text."""
        place = self._view.reading_place()
        if place is None:
            return None
        return Spot(
            place,
            self._view.selected_span(),
            self._panel.shown_entity_id or self._awaited_id(),
            self._panel.annotations_button.isChecked(),
        )

    def expect(self, document_id: str, spot: Spot) -> None:
        """Restore a spot as soon as its article is opened, or at once where it is open."""
        document = self._controller.document
        if document is not None and document.id == document_id:
            self._restore(document_id, spot)
        else:
            self._expected = (document_id, spot)

    def forget(self) -> None:
        """Restore nothing: something else is wanted by now."""
        self._expected = self._awaited = None

    def _on_article_opened(self, article: OpenedArticle) -> None:
        expected, self._expected = self._expected, None
        self._awaited = None
        if expected is not None and expected[0] == article.document.id:
            self._restore(*expected)

    def _restore(self, document_id: str, spot: Spot) -> None:
        self._view.go_to_place(spot.place)
        if spot.selection is not None:
            self._view.select_span(*spot.selection)
        if spot.entity_id and spot.entity_id != self._panel.shown_entity_id:
            self._awaited = (document_id, spot)
            self._show_awaited()
        elif not spot.entity_id and self._panel.shown_entity_id is not None:
            self._presenter.close_card()
        if spot.shows_annotations:
            self._panel.show_annotations()

    def _show_awaited(self) -> None:
        """Open the card that was open, once its name has been found."""
        if self._awaited is None:
            return
        document_id, spot = self._awaited
        recognition = self._controller.recognition
        if recognition is None or recognition.document_id != document_id:
            return
        if any(entity.id == spot.entity_id for entity in recognition.entities):
            self._awaited = None
            shows_annotations = self._panel.annotations_button.isChecked()
            self._presenter.show_card(spot.entity_id)
            if shows_annotations:
                self._panel.show_annotations()
        elif recognition.complete:
            self._awaited = None

    def _stop_waiting(self) -> None:
        self._awaited = None

    def _awaited_id(self) -> str:
        return self._awaited[1].entity_id if self._awaited is not None else ""

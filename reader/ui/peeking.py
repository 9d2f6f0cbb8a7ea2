"""What the hover card says: shown by a key, too, and with what the library knows of the name."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from reader.core.pages import EntityTotals
from reader.ui.article_controller import ArticleController
from reader.ui.article_presenter import ArticlePresenter
from reader.ui.background import LibraryThread
from reader.ui.reading.view import ReadingView


class Peeking(QObject):
    """Complete the hover card with the library's counts, and show it for the current mention.

    Counts are read once for each name, until something in the library changes.
    """

    def __init__(
        self,
        *,
        controller: ArticleController,
        presenter: ArticlePresenter,
        view: ReadingView,
        library: LibraryThread,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._view = view
        self._library = library
        self._known: dict[str, EntityTotals] = {}  # by entity
        presenter.hover_card.entity_shown.connect(self._on_shown)
        controller.articles_changed.connect(self._known.clear)
        controller.recognition_changed.connect(lambda _recognized: self._known.clear())

    def peek(self) -> None:
        """Show the card of the mention that was walked to, or take it away."""
        mention = self._presenter.current_mention
        if not self._presenter.hover_card.isHidden():
            self._presenter.hover_card.hide()
        elif mention is not None:
            self._view.ensure_visible(mention.start, mention.end)
            rect = self._view.span_rect(mention.start, mention.end)
            self._presenter.hover.show_card(mention, rect)
            card = self._presenter.hover_card
            said = (card.accessibleName(), card.accessibleDescription())
            words = ". ".join(each for each in said if each)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, words))

    def _on_shown(self, entity_id: str) -> None:
        if entity_id in self._known:
            self._presenter.hover_card.set_totals(entity_id, self._known[entity_id])
            return

        def done(totals: EntityTotals) -> None:
            self._known[entity_id] = totals
            self._presenter.hover_card.set_totals(entity_id, totals)

        self._library.call(
            lambda library: library.pages.totals(entity_id),
            done=done,
            failed=lambda _error: None,  # the card says the rest
        )

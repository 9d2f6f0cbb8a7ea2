"""The two small things over the text: the card of a name under the mouse, the bar of a selection.

Only one of them is there at a time.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QRect

from reader.core.mentions import Mention
from reader.ui.article_controller import ArticleController
from reader.ui.article_rows import candidates
from reader.ui.hover_card import HoverCard
from reader.ui.opened_article import Named
from reader.ui.reading.view import ReadingView
from reader.ui.reasons import reasons
from reader.ui.selection_bar import SelectionBar
from reader.ui.theme import Theme


class HoverPresenter(QObject):
    """Show the card and the bar beside what they are about, and take them away."""

    def __init__(
        self, *, controller: ArticleController, view: ReadingView, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._view = view
        self.card = HoverCard(view.viewport())
        self.card.hide()
        self.bar = SelectionBar(view.viewport())
        self.bar.hide()
        self.tags_of: Callable[[str], Sequence[str]] = lambda _entity_id: ()
        view.mention_hovered.connect(self.show_card)
        view.selection_span_changed.connect(self._on_selection_span_changed)
        view.page_moved.connect(self._on_page_moved)
        self.bar.copy_requested.connect(self._on_copy_requested)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.bar.set_theme(theme)
        self.card.set_theme(theme)

    def hide(self) -> None:
        """Take both away."""
        self.bar.hide()
        self.card.hide()

    def show_card(self, mention: Mention | None, rect: QRect) -> None:
        """Show what is known of a mention beside its box in the viewport; None takes it away."""
        document, recognition = self._controller.document, self._controller.recognition
        if mention is None or recognition is None or document is None:
            self.card.hide()
            return
        entity = next((e for e in recognition.entities if e.id == mention.entity_id), None)
        if entity is None:
            return
        note = self._controller.notes.get(entity.id)
        recognized = self._controller.recognized
        named = recognized.named[entity.id] if recognized else Named(0, 0)
        (reason,) = reasons(document, recognition, entity, [mention])
        self.card.set_entity(
            entity,
            note=note,
            count=named.count,
            demonyms=named.demonyms,
            reason=reason.text(),
            candidates=[candidate.name for candidate in candidates(recognition, entity)],
            tags=self.tags_of(entity.id),
        )
        self.card.place_beside(rect, self._view.viewport().rect())

    def _on_selection_span_changed(self, span: tuple[int, int] | None) -> None:
        rect = QRect() if span is None else self._view.span_rect(*span)
        if rect.isNull():
            self.bar.hide()
        else:
            self.card.hide()
            self.bar.place_beside(rect, self._view.viewport().rect())

    def _on_page_moved(self) -> None:
        self.card.hide()
        if not self.bar.isHidden():
            self._on_selection_span_changed(self._view.selected_span())

    def _on_copy_requested(self) -> None:
        self._view.copy()
        self.bar.hide()

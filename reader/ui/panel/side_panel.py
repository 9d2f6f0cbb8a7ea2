"""The side panel: entities and an entity's card as a stack, the annotations, the outline."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.annotations import Annotation
from reader.core.mentions import Kind
from reader.ui.annotations.panel_page import AnnotationPage
from reader.ui.keys import claims
from reader.ui.later import HasLater, Later
from reader.ui.outline.page import OutlinePage
from reader.ui.panel.entity_list import EntityList
from reader.ui.panel.panel_data import EntityDetails, EntityRow, Snippet
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.ui.panel.entity_card import EntityCard

__all__ = ["EntityDetails", "EntityRow", "SidePanel", "Snippet"]


def _make_card(_panel: "SidePanel") -> "EntityCard":
    from reader.ui.panel.entity_card import EntityCard

    return EntityCard()


def _wire_card(panel: "SidePanel", card: "EntityCard") -> None:
    panel.add_card(card)
    card.note_edited.connect(panel.note_edited)
    card.mention_activated.connect(panel.mention_activated)
    card.next_mention_requested.connect(panel.next_mention_requested)
    card.previous_mention_requested.connect(panel.previous_mention_requested)
    card.article_activated.connect(panel.article_activated)
    card.entity_requested.connect(panel.entity_selected)
    card.pick_requested.connect(panel.pick_requested)
    card.pick_taken_back.connect(panel.pick_taken_back)
    card.wikidata_edited.connect(panel.wikidata_edited)
    card.page_requested.connect(panel.page_requested)
    card.entity_page_requested.connect(panel.entity_page_requested)


class SidePanel(QWidget, HasLater):
    """Show entities → an entity's card; on other pages the annotations and the outline."""

    entity_selected = Signal(str)  # the entity's id: the user opens its card
    entity_closed = Signal()  # the user went back to the list
    note_edited = Signal(str, str)  # the entity's id, the text
    mention_activated = Signal(int)  # the mention's start
    next_mention_requested = Signal()
    previous_mention_requested = Signal()
    article_activated = Signal(str)  # the document's id
    pick_requested = Signal(str, object)  # whom the open name means; where, None for everywhere
    pick_taken_back = Signal(object)  # Pick
    wikidata_edited = Signal(str, str)  # the entity's id, the Wikidata id or ""
    page_requested = Signal(str)  # an address to open in the browser
    entity_page_requested = Signal(str)  # the entity's id: all that the library knows of it
    annotation_activated = Signal(str)
    annotation_changed = Signal(object)  # Annotation, with another comment or colour
    annotation_deleted = Signal(str)

    card: "Later[EntityCard]" = Later(_make_card, _wire_card)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.entity_list = EntityList()
        self.annotation_page = AnnotationPage()
        self.annotation_list = self.annotation_page.list
        self.outline_page = OutlinePage()
        self._entity_stack = QStackedWidget()
        self._entity_stack.addWidget(self.entity_list)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._entity_stack)
        self._pages.addWidget(self.annotation_page)
        self._pages.addWidget(self.outline_page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._build_header())
        layout.addWidget(self._pages, 1)
        self.setMinimumWidth(220)
        self._annotation_count = 0
        self._connect()
        self.set_annotations([])

    @property
    def shown_entity_id(self) -> str | None:
        """Return the id of the entity whose card is open, though perhaps behind the annotations."""
        card = self.made("card")
        return None if card is None else card.entity_id

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._theme = theme
        self.entity_list.set_theme(theme)
        for card in self._card():
            card.set_theme(theme)
        self.annotation_page.set_theme(theme)
        self.outline_page.set_theme(theme)

    def add_card(self, card: "EntityCard") -> None:
        """Take the card in, which is made for the first entity that is opened."""
        self._entity_stack.addWidget(card)
        card.back_requested.connect(self._on_back_requested)
        if self._theme is not None:
            card.set_theme(self._theme)

    def clear(self) -> None:
        """Show that no article is open; hand on first what was typed."""
        self.show_list()
        self.set_annotations([])
        self.entity_list.clear()

    def set_entities(self, rows: Sequence[EntityRow]) -> None:
        """List the entities of the open article; filter, selection and scroll position stay."""
        self.entity_list.set_rows(rows)

    def set_hidden_kinds(self, kinds: Collection[Kind]) -> None:
        """Dim what the text doesn't show."""
        self.entity_list.set_hidden_kinds(kinds)

    def set_recognizing(self, done: int | None, total: int | None) -> None:
        """Say how far recognition is, in any unit; None for finished."""
        self.entity_list.set_progress(done, total)

    def show_entity(self, details: EntityDetails) -> None:
        """Open an entity's card; if it is open already, what is being typed in it stays.

        If the keyboard was in the list, it goes to the note.
        """
        from_list = self.entity_list.isAncestorOf(self._focus_widget())
        self.card.show_entity(details)
        self.entity_list.select(details.entity.id)
        self._entity_stack.setCurrentWidget(self.card)
        self._show_page(0)
        if from_list:
            self.card.note.focus_end()

    def refresh_entity(self, details: EntityDetails) -> None:
        """Show what has become of an entity if its card is open, wherever the user is."""
        if details.entity.id == self.shown_entity_id:
            self.card.show_entity(details)

    def show_list(self) -> None:
        """Show the list of entities; hand on first what was typed on one."""
        had_focus = any(card.isAncestorOf(self._focus_widget()) for card in self._card())
        for card in self._card():
            card.clear()
        self._entity_stack.setCurrentWidget(self.entity_list)
        self._show_page(0)
        if had_focus:
            self.entity_list.focus_rows()

    def show_annotations(self) -> None:
        """Show the annotations; an open card stays open behind them."""
        self._show_page(1)

    def show_outline(self) -> None:
        """Show the headings; an open card stays open behind them."""
        self._show_page(2)

    def offer_outline(self, has_headings: bool) -> None:
        """Let the outline be chosen, unless there is none."""
        self.outline_button.setVisible(has_headings)
        if not has_headings and self._pages.currentIndex() == 2:
            self._show_page(0)

    def set_annotations(self, annotations: Sequence[Annotation]) -> None:
        """List the annotations of the open article; what is being typed stays."""
        self.annotation_page.set_annotations(annotations)
        self._annotation_count = len(annotations)
        self._retranslate()

    def set_current_annotation(self, annotation_id: str | None) -> None:
        """Make an annotation the current one in its list; None for none."""
        self.annotation_list.set_current(annotation_id)

    def edit_annotation_comment(self, annotation_id: str) -> None:
        """Show the annotations and put the cursor into the comment of one."""
        self.show_annotations()
        self.annotation_list.edit_comment(annotation_id)

    def set_current_mention(self, start: int | None) -> None:
        """Mark the snippet of the mention that starts at `start`; None for none."""
        for card in self._card():
            card.set_current_mention(start)

    def set_note_saved(self, entity_id: str, saved_text: str) -> None:
        """Take note that a note was saved; the sign appears if the text is still the same."""
        for card in self._card():
            card.note.set_saved(entity_id, saved_text)

    def set_note_failed(self, entity_id: str) -> None:
        """Say that a note could not be saved; it is handed on again on leaving and by `flush`."""
        for card in self._card():
            card.note.set_failed(entity_id)

    def flush(self) -> None:
        """Hand on at once what was typed and isn't known to be saved."""
        for card in self._card():
            card.note.flush()
            card.facts.wikidata.flush()
        self.annotation_list.flush()

    def event(self, event: QEvent) -> bool:
        """Keep Escape from the window's shortcuts while it leads back."""
        return claims(event, self._own_keys) or super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go one step back with Escape: out of the card, else clear the filter."""
        if event.key() != Qt.Key.Key_Escape or not self._can_go_back():
            super().keyPressEvent(event)
        elif self.shown_entity_id is not None:
            self._on_back_requested()
        else:
            self.entity_list.filter_edit.clear()

    def hideEvent(self, event: QHideEvent) -> None:
        """Hand on what was typed."""
        super().hideEvent(event)
        self.flush()

    def _card(self) -> "list[EntityCard]":
        """Return the card if there is one by now."""
        card = self.made("card")
        return [] if card is None else [card]

    def _own_keys(self) -> tuple[Qt.Key, ...]:
        return (Qt.Key.Key_Escape,) if self._can_go_back() else ()

    def _can_go_back(self) -> bool:
        filtered = bool(self.entity_list.filter_edit.text())
        return self._pages.currentIndex() == 0 and (self.shown_entity_id is not None or filtered)

    def _retranslate(self) -> None:
        self.entities_button.setText(self.tr("Entities"))
        self.outline_button.setText(self.tr("Outline"))
        title, count = self.tr("Annotations"), self._annotation_count
        self.annotations_button.setText(f"{title} ({count})" if count else title)

    def _build_header(self) -> QWidget:
        header = QWidget()
        header.setObjectName("header")
        header.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.entities_button = _segment()
        self.annotations_button = _segment()
        self.outline_button = _segment()
        self.outline_button.hide()
        self._segments = QButtonGroup(self)
        layout = QHBoxLayout(header)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.setSpacing(4)
        buttons = (self.entities_button, self.annotations_button, self.outline_button)
        for page, button in enumerate(buttons):
            self._segments.addButton(button, page)
            layout.addWidget(button)
        layout.addStretch()
        self.entities_button.setChecked(True)
        return header

    def _connect(self) -> None:
        self._segments.idClicked.connect(self._on_segment_clicked)
        self.entity_list.entity_opened.connect(self.entity_selected)
        self.annotation_list.annotation_activated.connect(self.annotation_activated)
        self.annotation_list.annotation_changed.connect(self.annotation_changed)
        self.annotation_list.annotation_deleted.connect(self.annotation_deleted)

    def _show_page(self, page: int) -> None:
        button = self._segments.button(page)
        button.setChecked(True)
        self._pages.setCurrentIndex(page)

    def _focus_widget(self) -> QWidget:
        return QApplication.focusWidget() or self

    def _on_segment_clicked(self, page: int) -> None:
        # The segment of the page that is shown leads back to the page's beginning.
        if page == 0 and self._pages.currentIndex() == 0 and self.shown_entity_id is not None:
            self._on_back_requested()
        self._show_page(page)

    def _on_back_requested(self) -> None:
        self.show_list()
        self.entity_closed.emit()


def _segment() -> QToolButton:
    button = QToolButton()
    button.setCheckable(True)
    button.setProperty("role", "segment")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return button

"""One entity's card: name, kind, note, mentions, other articles."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.entities import Entity
from reader.ui.icons import icon
from reader.ui.panel.card_head import CardHead
from reader.ui.panel.card_rows import ArticleDelegate, ArticleModel
from reader.ui.panel.entity_facts import EntityFacts
from reader.ui.panel.link_question import LinkQuestion
from reader.ui.panel.mention_list import MentionList
from reader.ui.panel.note_editor import NoteEditor
from reader.ui.panel.panel_data import EntityDetails
from reader.ui.panel.row_delegate import PANEL_MARGIN
from reader.ui.panel.row_list import RowList
from reader.ui.shortcuts.told import with_keys
from reader.ui.theme import Theme


class EntityCard(QWidget):
    """Show what is known about one entity, the user's note first."""

    back_requested = Signal()
    note_edited = Signal(str, str)  # the entity's id, the text
    mention_activated = Signal(int)  # the mention's start
    next_mention_requested = Signal()
    previous_mention_requested = Signal()
    article_activated = Signal(str)  # the document's id
    entity_requested = Signal(str)  # the id of another entity, which an open name may mean
    pick_requested = Signal(str, object)  # whom the open name means; where, None for everywhere
    pick_taken_back = Signal(object)  # Pick
    wikidata_edited = Signal(str, str)  # the entity's id, the Wikidata id or ""
    page_requested = Signal(str)  # an address to open in the browser
    entity_page_requested = Signal(str)  # the entity's id: all that the library knows of it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._details: EntityDetails | None = None
        self._page_keys = ""
        self.head = CardHead()
        self.question = LinkQuestion()
        self.note = NoteEditor()
        self.facts = EntityFacts()
        self.mentions = MentionList()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._build_bar())
        layout.addWidget(self._build_scroll_area(), 1)
        self.note.note_edited.connect(self.note_edited)
        self.note.cursor_moved.connect(self._on_cursor_moved)
        self.mentions.mention_activated.connect(self.mention_activated)
        self.mentions.next_mention_requested.connect(self.next_mention_requested)
        self.mentions.previous_mention_requested.connect(self.previous_mention_requested)
        self.mentions.mention_marked.connect(self.question.set_has_mention)
        self.question.entity_requested.connect(self.entity_requested)
        self.question.pick_requested.connect(self._on_pick_requested)
        self.question.pick_taken_back.connect(self.pick_taken_back)
        self.facts.wikidata_edited.connect(self.wikidata_edited)
        self.facts.page_requested.connect(self.page_requested)
        self._retranslate()

    @property
    def entity_id(self) -> str | None:
        """Return the id of the entity that is shown; None for none."""
        return self._details.entity.id if self._details is not None else None

    @property
    def entity(self) -> Entity | None:
        """Return the entity that is shown; None for none."""
        return self._details.entity if self._details is not None else None

    @property
    def is_named_here(self) -> bool:
        """Return whether the open article mentions the entity that is shown."""
        return self._details is not None and bool(self._details.mentions)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self.head.set_theme(theme)
        self.back_button.setIcon(icon("back", theme))
        self.mentions.set_theme(theme)
        self.facts.set_theme(theme)
        self._article_delegate.set_theme(theme)
        self.article_rows.viewport().update()

    def show_entity(self, details: EntityDetails) -> None:
        """Show an entity; a refresh of the same one leaves note, cursor and scroll position."""
        entity = details.entity
        is_other = entity.id != self.entity_id
        # First, as it hands on what was typed on the entity that was shown until now.
        self.note.show_note(entity.id, entity.name, details.note)
        self.facts.show_entity(entity)
        self._details = details
        self.head.show_entity(entity)
        self.question.show_details(details)
        self.page_button.setVisible(not entity.candidates)  # else it isn't known of whom
        if is_other:
            self.mentions.mark(None)
        count = details.mention_count or len(details.mentions)
        self.mentions.set_mentions(details.mentions, count=count, demonyms=details.demonym_count)
        self._articles.set_rows(details.other_articles)
        self._article_part.setVisible(bool(details.other_articles))
        if is_other:
            self._scroll.verticalScrollBar().setValue(0)

    def clear(self) -> None:
        """Hand on what was typed and show no entity."""
        self.head.clear()
        self.note.clear()
        self.facts.clear()
        self._details = None
        self.mentions.set_mentions((), count=0)
        self._articles.set_rows(())

    def set_current_mention(self, start: int | None) -> None:
        """Mark the snippet of the mention that starts at `start`; None for none."""
        layout = self._content.layout()
        if layout is not None:
            layout.activate()  # the card may never have been laid out at the present width
        rect = self.mentions.mark(start)
        if rect is not None:
            middle = self.mentions.mapTo(self._content, rect.center()).y()
            self._scroll.ensureVisible(0, middle, 0, rect.height())

    def current_mention(self) -> int | None:
        """Return the start of the mention that is marked; None for none."""
        return self.mentions.current()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _build_bar(self) -> QHBoxLayout:
        self.back_button = QToolButton()
        self.back_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.back_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.back_button.clicked.connect(self._on_back_clicked)
        bar = QHBoxLayout()
        bar.setContentsMargins(PANEL_MARGIN - 7, 6, PANEL_MARGIN, 2)
        self.page_button = QToolButton()
        self.page_button.setProperty("role", "link")
        self.page_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.page_button.clicked.connect(self._on_page_clicked)
        bar.addWidget(self.back_button)
        bar.addStretch()
        bar.addWidget(self.page_button)
        return bar

    def _build_scroll_area(self) -> QScrollArea:
        self._content = QWidget()
        self._content.setObjectName("card")
        layout = QVBoxLayout(self._content)
        layout.setContentsMargins(0, 0, 0, 16)
        layout.setSpacing(0)
        layout.addLayout(self._build_head())
        layout.addWidget(self.mentions)
        layout.addWidget(self._build_articles())
        layout.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._content)
        return self._scroll

    def _build_head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setContentsMargins(PANEL_MARGIN, 2, PANEL_MARGIN, 0)
        head.setSpacing(6)
        head.addWidget(self.head)
        head.addWidget(self.question)
        head.addSpacing(8)
        head.addWidget(self.note)
        head.addWidget(self.facts)
        return head

    def _build_articles(self) -> QWidget:
        self._article_title = QLabel()
        self._article_title.setProperty("role", "section")
        self._article_title.setContentsMargins(PANEL_MARGIN, 0, PANEL_MARGIN, 0)
        self._articles = ArticleModel(self)
        self._article_delegate = ArticleDelegate(self)
        self.article_rows = RowList()
        self.article_rows.setModel(self._articles)
        self.article_rows.setItemDelegate(self._article_delegate)
        self.article_rows.row_chosen.connect(self._on_article_chosen)
        self._article_part = QWidget()
        layout = QVBoxLayout(self._article_part)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._article_title)
        layout.addWidget(self.article_rows)
        return self._article_part

    def set_page_keys(self, keys: str) -> None:
        """Name the keys that lead to the entity's page."""
        self._page_keys = keys
        self._retranslate()

    def _retranslate(self) -> None:
        self.back_button.setText(self.tr("All names"))
        self.back_button.setAccessibleName(self.tr("Back to all names"))
        self.back_button.setToolTip(self.tr("Back to all names (Esc)"))
        self.page_button.setText(self.tr("In the whole library"))
        self.page_button.setToolTip(
            with_keys(
                self.tr("Every mention in the library, over time, and who appears with it"),
                self._page_keys,
            )
        )
        self._article_title.setText(self.tr("In other articles"))
        self.article_rows.setAccessibleName(self.tr("In other articles"))

    def _on_cursor_moved(self, cursor: QRect) -> None:
        point = self.note.mapTo(self._content, cursor.center())
        self._scroll.ensureVisible(0, point.y(), 0, 2 * cursor.height())

    def _on_back_clicked(self) -> None:
        self.back_requested.emit()

    def _on_page_clicked(self) -> None:
        if self.entity_id is not None:
            self.entity_page_requested.emit(self.entity_id)

    def _on_pick_requested(self, entity_id: str, only_here: bool) -> None:
        self.pick_requested.emit(entity_id, self.current_mention() if only_here else None)

    def _on_article_chosen(self, row: int) -> None:
        self.article_activated.emit(self._articles.row(row)[0])

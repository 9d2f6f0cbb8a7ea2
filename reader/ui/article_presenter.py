"""The open article between its views: text, panel, legend and the small bars over the text.

The views know nothing of each other; everything that passes between them is wired here.
"""

from bisect import bisect_left, bisect_right

from PySide6.QtCore import QObject, Signal

from reader.core.document import Document
from reader.core.mentions import Mention
from reader.ui.annotation_book import AnnotationBook
from reader.ui.annotation_presenter import AnnotationPresenter
from reader.ui.article_controller import ArticleController
from reader.ui.article_rows import (
    byline,
    entity_details,
    entity_rows,
    has_origin,
    kind_counts,
    reading_time,
)
from reader.ui.hover_presenter import HoverPresenter
from reader.ui.legend import Legend
from reader.ui.link_book import LinkBook
from reader.ui.link_presenter import LinkPresenter
from reader.ui.opened_article import EntityRecord, OpenedArticle, RecognizedArticle
from reader.ui.panel.panel_data import EntityDetails
from reader.ui.panel.side_panel import SidePanel
from reader.ui.reading.view import Heading, ReadingView


class ArticlePresenter(QObject):
    """Show the controller's article in the views, and turn what hands do there into wishes."""

    panel_needed = Signal()  # something is to be seen in the panel, which may be folded away
    undoable_done = Signal(str)  # a sentence on what was done, which undo takes back

    def __init__(
        self,
        *,
        controller: ArticleController,
        book: AnnotationBook,
        view: ReadingView,
        panel: SidePanel,
        legend: Legend,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._book = book
        self._view = view
        self._panel = panel
        self._legend = legend
        self.hover = HoverPresenter(controller=controller, view=view, parent=self)
        self.selection_bar, self.hover_card = self.hover.bar, self.hover.card
        self.annotations = AnnotationPresenter(
            book=book, view=view, panel=panel, selection_bar=self.selection_bar, parent=self
        )
        self._current: Mention | None = None
        self._words = 0  # of the open article
        self._entity_id: str | None = None
        self._articles: list[tuple[str, str, str]] = []
        self._wire()
        links = LinkBook(controller, book.undo_stack, self)
        self._links = LinkPresenter(controller=controller, book=links, panel=panel, parent=self)
        self._links.entity_decided.connect(self.show_entity)
        for part in (self._links, self.annotations):
            part.undoable_done.connect(self.undoable_done)
        self.annotations.panel_needed.connect(self.panel_needed)

    def _wire(self) -> None:
        controller, view, panel = self._controller, self._view, self._panel
        controller.article_closing.connect(self.finish_edits)
        controller.article_opened.connect(self._on_article_opened)
        controller.metadata_changed.connect(self._on_metadata_changed)
        controller.spans_found.connect(view.add_found)
        controller.recognition_changed.connect(self._on_recognition_changed)
        controller.recognition_progressed.connect(panel.set_recognizing)
        controller.recognition_ended.connect(lambda: panel.set_recognizing(None, None))
        controller.notes_changed.connect(lambda _notes: self._show_rows())
        controller.entity_read.connect(self._on_entity_read)
        controller.note_saved.connect(panel.set_note_saved)
        controller.note_failed.connect(panel.set_note_failed)
        controller.note_saved.connect(lambda *_: self._refresh_card())  # perhaps on its page
        controller.note_joined.connect(lambda _entity_id: self._refresh_card())
        view.mention_clicked.connect(self._on_mention_clicked)
        view.reading_offset_changed.connect(controller.note_position)
        panel.entity_selected.connect(self.show_entity)
        panel.entity_closed.connect(lambda: self._select(None))
        panel.note_edited.connect(controller.save_note)
        panel.mention_activated.connect(self._on_mention_activated)
        panel.next_mention_requested.connect(lambda: self.walk_mentions(1, same_entity=True))
        panel.previous_mention_requested.connect(lambda: self.walk_mentions(-1, same_entity=True))
        panel.article_activated.connect(controller.open_article)
        self._legend.hidden_kinds_changed.connect(view.set_hidden_kinds)
        self._legend.hidden_kinds_changed.connect(panel.set_hidden_kinds)

    @property
    def entity_id(self) -> str | None:
        """Return the id of the entity that was chosen, or walked to; None for none."""
        return self._entity_id or (self._current.entity_id if self._current else None)

    @property
    def current_mention(self) -> Mention | None:
        """Return the mention that was walked to or clicked, as it is now; None for none."""
        recognition, last = self._controller.recognition, self._current
        if recognition is None or last is None:
            return None
        index = bisect_right(recognition.mentions, last.start, key=lambda each: each.end)
        there = recognition.mentions[index : index + 1]
        return next((each for each in there if each.start < last.end), None)

    # ---- the article

    def finish_edits(self) -> None:
        """Hand on what is being typed and where one reads, before the article goes."""
        self._panel.flush()
        if self._controller.document is not None:
            self._controller.note_position(self._view.reading_offset())

    def _on_article_opened(self, article: OpenedArticle) -> None:
        document = article.document
        self._words = article.words
        self._current = None
        self._entity_id = None
        self.annotations.forget_current()
        self.hover.hide()
        self._panel.show_list()
        self._view.select_entity(None)
        self._view.set_document(document, heading=self._heading(document), offset=article.offset)
        recognized = article.recognized
        self._view.set_mentions(recognized.recognition.mentions if recognized else ())
        self._book.show_document(document, article.annotations)
        self._show_rows()

    def _heading(self, document: Document) -> Heading | None:
        line = byline(document, reading_time(self._words))
        if document.block_text(document.blocks[0]) != document.title:
            return Heading(document.title, line)
        # The title is not shown twice; where it comes from stands above it.
        return Heading("", line) if has_origin(document) else None

    def _on_metadata_changed(self, document: Document) -> None:
        """Show another title or origin above the text; the text and the place stay."""
        offset = self._view.reading_offset()
        self._view.set_document(document, heading=self._heading(document), offset=offset)
        recognition = self._controller.recognition
        self._view.set_mentions(recognition.mentions if recognition else ())
        self._view.set_annotations(self._book.annotations())
        self._view.select_entity(self._entity_id)

    def _on_recognition_changed(self, article: RecognizedArticle) -> None:
        recognition = article.recognition
        self._view.set_mentions(recognition.mentions, complete=recognition.complete)
        self._current = self.current_mention or self._current  # where the walk goes on
        self._view.set_current_mention(self._current)
        self._show_rows()
        self._refresh_card()

    def _show_rows(self) -> None:
        recognized = self._controller.recognized
        rows = entity_rows(recognized) if recognized else []
        self._panel.set_entities(rows)
        self._legend.set_counts(kind_counts(rows), demonyms=sum(row.demonyms for row in rows))

    # ---- entities

    def show_entity(self, entity_id: str) -> None:
        """Show an entity's card, and have its mentions stand out."""
        self.show_card(entity_id)
        self.panel_needed.emit()

    def show_card(self, entity_id: str) -> None:
        """Do the same, but leave the panel folded if it is."""
        self._select(entity_id)
        self._articles = []
        self._show_card(entity_id)
        self._controller.read_entity(entity_id)

    def close_card(self) -> None:
        """Show the list in place of a card."""
        self._entity_id = None
        self._view.select_entity(None)
        self._panel.show_list()

    def go_to(self, mention: Mention) -> None:
        """Go to a mention, without its card."""
        self._current = mention
        self._view.set_current_mention(mention)
        self._view.ensure_visible(mention.start, mention.end)
        self._panel.set_current_mention(mention.start)

    def visible_mentions(self, entity_id: str | None = None) -> list[Mention]:
        """Return the mentions of the kinds that are shown, of one entity or of all."""
        recognition = self._controller.recognition
        hidden = self._legend.hidden_kinds()
        return [
            mention
            for mention in (recognition.mentions if recognition else ())
            if mention.kind not in hidden and entity_id in (None, mention.entity_id)
        ]

    def walk_mentions(self, step: int, *, same_entity: bool = False) -> None:
        """Go to the next mention (`step` 1) or the previous one (-1), round the end."""
        mentions = self.visible_mentions(self._entity_id if same_entity else None)
        if not mentions:
            return
        starts = [mention.start for mention in mentions]
        if self._current is not None:
            at = self._current.start
            index = bisect_right(starts, at) if step > 0 else bisect_left(starts, at) - 1
        else:
            at = self._view.reading_offset()
            index = bisect_left(starts, at) if step > 0 else bisect_left(starts, at) - 1
        self.go_to(mentions[index % len(mentions)])

    def open_card(self) -> None:
        """Show the card of the mention that was walked to, ready for a note."""
        mention = self._current
        if mention is not None:
            self.show_entity(mention.entity_id)
            self._panel.set_current_mention(mention.start)
            self._panel.card.note.focus_end()

    def _select(self, entity_id: str | None) -> None:
        self._entity_id = entity_id
        self._view.select_entity(entity_id)
        if entity_id is None:
            self._current = None
            self._view.set_current_mention(None)

    def _show_card(self, entity_id: str) -> None:
        details = self._details(entity_id)
        if details is not None:
            self._panel.show_entity(details)

    def _refresh_card(self) -> None:
        """Show what has become of the card's entity, without bringing the card to the front."""
        details = self._details(self._entity_id) if self._entity_id is not None else None
        if details is not None:
            self._panel.refresh_entity(details)

    def _details(self, entity_id: str) -> EntityDetails | None:
        document, recognition = self._controller.document, self._controller.recognition
        recognized = self._controller.recognized
        if document is None or recognition is None:
            return None
        return entity_details(
            document,
            recognition,
            entity_id,
            note=self._controller.notes.get(entity_id),
            other_articles=self._articles,
            choices=recognized.choices if recognized else (),
        )

    def _on_entity_read(self, record: EntityRecord) -> None:
        if record.entity.id == self._entity_id and record.articles:
            self._articles = record.articles
            self._refresh_card()

    def _on_mention_clicked(self, mention: Mention) -> None:
        self.hover_card.hide()
        self.show_entity(mention.entity_id)
        self._current = mention
        self._view.set_current_mention(mention)
        self._panel.set_current_mention(mention.start)

    def _on_mention_activated(self, start: int) -> None:
        mentions = self.visible_mentions()
        index = bisect_left([mention.start for mention in mentions], start)
        if index < len(mentions) and mentions[index].start == start:
            self.go_to(mentions[index])
        else:  # its kind is switched off
            self._view.ensure_visible(start, start + 1)
            self._panel.set_current_mention(start)

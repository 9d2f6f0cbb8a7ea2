"""Open names and identifiers between the panel and the library."""

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from reader.core.choices import LinkChoice
from reader.core.entities import Entity
from reader.core.identifiers import WIKIDATA
from reader.ui.article_controller import ArticleController
from reader.ui.link_book import LinkBook
from reader.ui.opened_article import RecognizedArticle
from reader.ui.panel.panel_data import Pick
from reader.ui.panel.side_panel import SidePanel
from reader.ui.plain_text import one_line


class LinkPresenter(QObject):
    """Turn what the user decides on an entity's card into edits, and say what was done."""

    entity_decided = Signal(str)  # the entity's id: the name whose card was open means it now
    undoable_done = Signal(str)  # a sentence on what was done, which undo takes back

    def __init__(
        self, *, controller: ArticleController, book: LinkBook, panel: SidePanel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._book = book
        self._panel = panel
        self._decided: tuple[str, str] | None = None  # the open name's id, and whom it means now
        controller.recognition_changed.connect(self._on_recognition_changed)
        controller.article_closing.connect(self._forget)
        panel.pick_requested.connect(self._on_pick_requested)
        panel.pick_taken_back.connect(self._on_pick_taken_back)
        panel.wikidata_edited.connect(self._on_wikidata_edited)
        panel.page_requested.connect(self._on_page_requested)

    def _on_pick_requested(self, entity_id: str, start: int | None) -> None:
        document, recognition = self._controller.document, self._controller.recognition
        question = self._entity(self._panel.shown_entity_id)
        meant = self._entity(entity_id)
        if document is None or recognition is None or question is None or meant is None:
            return
        name, span = question.name, None
        for mention in recognition.mentions:
            if mention.entity_id == question.id and mention.start == start:
                span = (mention.start, mention.end)
                name = document.text[mention.start : mention.end]
        if start is not None and span is None:
            return  # what was marked is no longer there
        self._decided = question.id, meant.id
        self._book.choose(LinkChoice(document.id, question.kind, name, meant.id, span))
        template = (
            self.tr("“{0}” means {1} in this article.")
            if span is None
            else self.tr("“{0}” means {1} in this mention.")
        )
        self.undoable_done.emit(template.format(one_line(name), one_line(meant.name)))

    def _on_pick_taken_back(self, pick: Pick) -> None:
        self._book.take_back(pick.choices)
        self.undoable_done.emit(
            self.tr("What “{0}” means is open again.").format(one_line(pick.name))
        )

    def _on_wikidata_edited(self, entity_id: str, identifier: str) -> None:
        entity = self._entity(entity_id)
        before = entity.identifiers.get(WIKIDATA, "") if entity else ""
        self._book.set_wikidata(entity_id, identifier, before=before)

    def _on_page_requested(self, address: str) -> None:
        QDesktopServices.openUrl(QUrl(address))

    def _on_recognition_changed(self, article: RecognizedArticle) -> None:
        """Go on to whom a name means, where nothing of the question on its card is left."""
        if self._decided is None:
            return
        question, meant = self._decided
        self._decided = None
        if question == self._panel.shown_entity_id and question not in article.named:
            self.entity_decided.emit(meant)

    def _forget(self) -> None:
        self._decided = None

    def _entity(self, entity_id: str | None) -> Entity | None:
        recognition = self._controller.recognition
        entities = recognition.entities if recognition else ()
        return next((entity for entity in entities if entity.id == entity_id), None)

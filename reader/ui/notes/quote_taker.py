"""Quote what is selected in the article in a note."""

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from reader.core.notes import NoteTarget, TargetKind
from reader.ui.article_controller import ArticleController
from reader.ui.notes.chooser import NoteChooser
from reader.ui.notes.desk import NoteDesk
from reader.ui.notes.quoting import quotation
from reader.ui.panel.side_panel import SidePanel
from reader.ui.reading.view import ReadingView
from reader.ui.theme import Theme

_MOST_OFFERED = 30


class QuoteTaker(QObject):
    """Quote in the note on the card that is open, else on whom the passage names, else ask."""

    told = Signal(str)  # a sentence

    def __init__(
        self,
        desk: NoteDesk,
        *,
        controller: ArticleController,
        view: ReadingView,
        panel: SidePanel,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._controller = controller
        self._view = view
        self._panel = panel
        self._theme: Theme | None = None

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._theme = theme

    def quote(self) -> None:
        """Quote the selected passage."""
        document, span = self._controller.document, self._view.selected_span()
        if document is None or span is None or not document.text[slice(*span)].strip():
            self.told.emit(self.tr("Select the passage to quote first."))
            return
        text = quotation(document, *span)
        shown = self._panel.shown_entity_id
        named = self._named(span)
        known = {each.id: each for each in self._targets()}
        if shown is not None and shown in known:
            self._desk.append(known[shown], text)
        elif len(named) == 1:
            self._desk.append(named[0], text)
        else:
            self._ask(named or self._targets()[:_MOST_OFFERED], text)

    def _ask(self, first: list[NoteTarget], text: str) -> None:
        chooser = NoteChooser(self._view.window(), first=first, theme=self._theme)

        def complete(typed: str) -> None:
            def done(found: list[NoteTarget]) -> None:
                if isValid(chooser):  # it may have been closed before the library answered
                    chooser.show_targets(typed, found)

            self._desk.complete(typed, done)

        chooser.typed.connect(complete)
        chooser.target_chosen.connect(lambda target: self._desk.append(target, text))
        chooser.open()
        complete("")

    def _named(self, span: tuple[int, int]) -> list[NoteTarget]:
        """Return whom the article names in a span, in reading order."""
        recognition = self._controller.recognition
        known = {each.id: each for each in self._targets()}
        ids = [
            mention.entity_id
            for mention in (recognition.mentions if recognition else ())
            if mention.start < span[1] and span[0] < mention.end
        ]
        return [known[each] for each in dict.fromkeys(ids) if each in known]

    def _targets(self) -> list[NoteTarget]:
        recognition = self._controller.recognition
        return [
            NoteTarget(TargetKind.ENTITY, entity.id, entity.name, entity.kind)
            for entity in (recognition.entities if recognition else ())
            if not entity.candidates
        ]

"""All that the window does with notes on entities, made in one place."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.ui.article_controller import ArticleController
from reader.ui.background import LibraryThread
from reader.ui.jumps import Jumps
from reader.ui.library.undoable import LibraryChanges
from reader.ui.notes.desk import NoteDesk
from reader.ui.notes.links import NoteLinks
from reader.ui.notes.quote_taker import QuoteTaker
from reader.ui.panel.annotation_editor import AnnotationEditor
from reader.ui.panel.side_panel import SidePanel
from reader.ui.reading.view import ReadingView
from reader.ui.theme import Theme


class Notes(QObject):
    """Serve the editors of notes, follow their links, and quote passages in them."""

    undoable_done = Signal(str)  # a sentence on what was done, which undo takes back
    told = Signal(str)  # a sentence
    failed = Signal(object)  # ReaderError

    def __init__(
        self,
        window: QWidget,
        *,
        controller: ArticleController,
        library: LibraryThread,
        changes: LibraryChanges,
        jumps: Jumps,
        open_article: Callable[[str], None],
        view: ReadingView,
        panel: SidePanel,
    ) -> None:
        super().__init__(window)
        self.links = NoteLinks(
            window, library=library, jumps=jumps, open_article=open_article, parent=self
        )
        self.desk = NoteDesk(
            window,
            controller=controller,
            library=library,
            changes=changes,
            links=self.links,
            parent=self,
        )
        self.quotes = QuoteTaker(
            self.desk, controller=controller, view=view, panel=panel, parent=self
        )
        panel.when_made("card", lambda card: self.desk.add(card.note))
        self._serve_comments(panel.annotation_list.editor)
        self.desk.undoable_done.connect(self.undoable_done)
        for part in (self.desk, self.links):
            part.failed.connect(self.failed)
        for part in (self.quotes, self.links):
            part.told.connect(self.told)

    def _serve_comments(self, editor: AnnotationEditor) -> None:
        """Complete the links in comments, and follow them."""
        comment = editor.comment

        def follow_name(name: str) -> None:
            annotation = editor.annotation
            annotation_id = annotation.id if annotation is not None else ""
            self.links.follow_name("", name, annotation_id=annotation_id)

        comment.completion_wanted.connect(
            lambda typed: self.desk.complete(typed, lambda found: comment.offer(typed, found))
        )
        comment.name_followed.connect(follow_name)
        comment.address_followed.connect(
            lambda address, at: self.links.follow_address(address, at, note=comment.text())
        )

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self.desk.set_theme(theme)
        self.quotes.set_theme(theme)

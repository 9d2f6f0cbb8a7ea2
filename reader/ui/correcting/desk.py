"""Correcting names in the article: menu, keys and lines, wired in one place."""

from PySide6.QtCore import QObject, Signal

from reader.ui.article_controller import ArticleController
from reader.ui.article_presenter import ArticlePresenter
from reader.ui.correcting.book import CorrectionBook, Done
from reader.ui.library.undoable import LibraryChanges
from reader.ui.panel.side_panel import SidePanel


class CorrectingDesk(QObject):
    """Let hands correct the names of the open article."""

    undoable_done = Signal(str)  # a sentence on what was done, which undo takes back

    def __init__(
        self,
        *,
        controller: ArticleController,
        presenter: ArticlePresenter,
        panel: SidePanel,
        changes: LibraryChanges,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._presenter = presenter
        self._panel = panel
        self.book = CorrectionBook(
            controller, changes, shown=lambda: panel.shown_entity_id, parent=self
        )
        self.book.starting.connect(panel.flush)
        self.book.entity_decided.connect(presenter.show_entity)
        self.book.entity_gone.connect(panel.show_list)
        self.book.undoable_done.connect(self.undoable_done)
        self.book.rescopable_done.connect(self._on_rescopable_done)

    def _on_rescopable_done(self, done: Done) -> None:
        self.undoable_done.emit(done.sentence)

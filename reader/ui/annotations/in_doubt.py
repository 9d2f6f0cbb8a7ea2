"""How many annotations of the open article have lost their place, told on the panel."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.core.placing import How
from reader.ui.annotation_book import AnnotationBook
from reader.ui.annotations.panel_page import AnnotationPage
from reader.ui.article_controller import ArticleController
from reader.ui.background import LibraryThread
from reader.ui.library.undoable import LibraryChanges

if TYPE_CHECKING:
    from reader.store.library import Library


class InDoubt(QObject):
    """Count the annotations without a place whenever there may be others."""

    failed = Signal(object)  # ReaderError

    def __init__(
        self,
        *,
        controller: ArticleController,
        library: LibraryThread,
        book: AnnotationBook,
        changes: LibraryChanges,
        panel_page: AnnotationPage,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._library = library
        self._panel_page = panel_page
        controller.article_opened.connect(lambda _article: self._count())
        changes.changed.connect(self._count)
        book.saved.connect(self._count)

    def _count(self) -> None:
        document = self._controller.document
        if document is None:
            return

        def read(library: "Library") -> tuple[int, int]:
            lost = library.anchors.in_doubt(document.id)
            in_doubt = sum(each.placing.how is How.REVIEW for each in lost)
            return in_doubt, len(lost) - in_doubt

        def done(counts: tuple[int, int]) -> None:
            if self._controller.document is not None and (
                self._controller.document.id == document.id
            ):
                self._panel_page.set_in_doubt(*counts)

        self._library.call(read, done=done, failed=self.failed.emit)

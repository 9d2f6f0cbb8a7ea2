"""What is said where an article is read that is in the trash."""

from PySide6.QtCore import QObject

from reader.ui.article_controller import ArticleController
from reader.ui.background import LibraryThread
from reader.ui.library.article_book import ArticleBook
from reader.ui.library.undoable import Chosen, LibraryChanges
from reader.ui.notice_bar import Choice, NoticeBar


class TrashNotice(QObject):
    """Say of the open article that it is in the trash, as long as it is, with the way out."""

    def __init__(
        self,
        controller: ArticleController,
        library: LibraryThread,
        notices: NoticeBar,
        *,
        articles: ArticleBook,
        changes: LibraryChanges,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._library = library
        self._notices = notices
        self._articles = articles
        self._told: set[str] = set()
        controller.article_opened.connect(lambda _article: self._look())
        changes.changed.connect(self._look)

    def _look(self) -> None:
        document = self._controller.document
        if document is None:
            return
        document_id = document.id
        self._library.call(
            lambda library: library.shelf.standing([document_id]),
            done=lambda standing: self._tell(
                document_id, standing.get(document_id, ("", False))[1]
            ),
            failed=lambda _error: None,  # what can't be read is told where it is wanted
        )

    def _tell(self, document_id: str, is_trashed: bool) -> None:
        if not is_trashed:
            if document_id in self._told:
                self._told.remove(document_id)
                self._notices.forget(document_id)
        elif document_id not in self._told:
            self._told.add(document_id)
            self._notices.ask(
                self.tr("This article is in the trash."),
                first=Choice(
                    self.tr("Restore"),
                    lambda: self._articles.restore(Chosen(ids=(document_id,))),
                ),
                place=document_id,
            )

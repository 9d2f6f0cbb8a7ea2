"""What the user is told of an article that was added: that it was there, or that it has changed."""

from PySide6.QtCore import QObject, Signal

from reader.core.document import Parsed
from reader.core.shelf import Added, Outcome, Updated
from reader.ui.article_controller import ArticleController
from reader.ui.background import LibraryThread
from reader.ui.notice_bar import NoticeBar


class AddedNotice(QObject):
    """Say what became of an added article, and offer what can be done about it."""

    failed = Signal(object)  # ReaderError

    def __init__(
        self,
        controller: ArticleController,
        library: LibraryThread,
        notices: NoticeBar,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._library = library
        self._notices = notices
        controller.article_added.connect(self._on_article_added)

    def offer_update(self, document_id: str, parsed: Parsed) -> None:
        """Offer to give an article the text that is newer."""
        self._notices.ask(
            self.tr("This article has changed since it was kept."),
            button=self.tr("Update"),
            action=lambda: self._update(document_id, parsed),
            other=self.tr("Keep both"),
            other_action=lambda: self._keep_both(parsed),
        )

    def _on_article_added(self, added: Added, parsed: Parsed, shown: bool) -> None:
        if not shown:
            return
        if added.outcome is Outcome.CHANGED:
            self.offer_update(added.document_id, parsed)
        elif parsed.doubt is not None:
            return  # what was said of it matters more
        elif added.outcome is Outcome.THERE:
            self._notices.tell(self.tr("This article was in the library already."))
        elif added.outcome is Outcome.RESTORED:
            self._notices.tell(self.tr("This article was in the trash, and was taken out of it."))
        elif added.copy_count:
            self._notices.tell(
                self.tr("The library has this text from %Ln more outlet(s).", "", added.copy_count)
            )

    def _update(self, document_id: str, parsed: Parsed) -> None:
        """Give the article its new text; it is flushed first, as what is typed belongs to the old.

        The notice says how the annotations fared, and takes it back.
        """
        self._controller.article_closing.emit()

        def done(updated: Updated) -> None:
            self._controller.open_article(document_id, anew=True)
            lost = len(updated.orphans)
            said = self.tr("The article was updated.")
            if updated.placed_count:
                kept = updated.placed_count
                said += " " + self.tr("%Ln annotation(s) kept their place.", "", kept)
            if lost:
                said += " " + self.tr("%Ln lost it, and are kept.", "", lost)
            self._notices.tell(
                said, button=self.tr("Undo"), action=lambda: self._restore(document_id)
            )

        self._library.call(
            lambda library: library.shelf.update(document_id, parsed),
            done=done,
            failed=self.failed.emit,
        )

    def _restore(self, document_id: str) -> None:
        """Give the article the text that it had before."""
        self._controller.article_closing.emit()
        self._library.call(
            lambda library: library.shelf.restore_version(
                document_id, library.shelf.versions(document_id)[1].number
            ),
            done=lambda _updated: self._controller.open_article(document_id, anew=True),
            failed=self.failed.emit,
        )

    def _keep_both(self, parsed: Parsed) -> None:
        self._library.call(
            lambda library: library.shelf.add(parsed, separately=True),
            done=lambda added: self._controller.open_article(added.document_id),
            failed=self.failed.emit,
        )

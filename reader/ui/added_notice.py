"""What the user is told of an article that was added: that it was there, or that it has changed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.core.document import Parsed
from reader.core.errors import ReaderError
from reader.core.shelf import Added, Outcome, Updated
from reader.ui.article_controller import ArticleController
from reader.ui.background import LibraryThread
from reader.ui.library.undoable import LibraryChanges
from reader.ui.notice_bar import Choice, NoticeBar

if TYPE_CHECKING:
    from reader.store.library import Library


class AddedNotice(QObject):
    """Say what became of an added article, and offer what can be done about it.

    All of it belongs to the article: it is said where that is shown.
    """

    failed = Signal(object)  # ReaderError

    def __init__(
        self,
        controller: ArticleController,
        library: LibraryThread,
        notices: NoticeBar,
        parent: QObject,
        *,
        changes: LibraryChanges,
        sentence: Callable[[ReaderError], str],
    ) -> None:
        super().__init__(parent)
        self._changes = changes
        self._sentence = sentence
        self._controller = controller
        self._library = library
        self._notices = notices
        controller.article_added.connect(self._on_article_added)

    def offer_update(self, document_id: str, parsed: Parsed) -> None:
        """Offer to give an article the text that is newer."""
        self._notices.ask(
            self.tr("This article has changed since it was kept."),
            first=Choice(self.tr("Update"), lambda: self._update(document_id, parsed)),
            other=Choice(self.tr("Keep both"), lambda: self._keep_both(parsed)),
            place=document_id,
        )

    def _on_article_added(self, added: Added, parsed: Parsed, shown: bool) -> None:
        if not shown:
            if parsed.doubt is not None:
                self.failed.emit(parsed.doubt)
            return
        place = added.document_id
        if added.outcome is Outcome.CHANGED:
            self.offer_update(place, parsed)
        elif parsed.doubt is not None:
            self._notices.tell_error(self._sentence(parsed.doubt), place=place)
        elif added.outcome is Outcome.THERE:
            self._notices.tell(self.tr("This article was in the library already."), place=place)
        elif added.outcome is Outcome.RESTORED:
            self._notices.tell(
                self.tr("This article was in the trash, and was taken out of it."), place=place
            )
        elif added.copy_count:
            self._notices.tell(
                self.tr("The library has this text from %Ln more outlet(s).", "", added.copy_count),
                place=place,
            )

    def _update(self, document_id: str, parsed: Parsed) -> None:
        """Give the article its new text; it is flushed first, as what is typed belongs to the old.

        The notice says how the annotations fared; undo gives it the text that it had before.
        """
        self._controller.article_closing.emit()

        def update(library: "Library") -> tuple[Updated, int]:
            before = library.shelf.versions(document_id)[0].number
            return library.shelf.update(document_id, parsed), before

        def restore(library: "Library", outcome: tuple[Updated, int]) -> None:
            library.shelf.restore_version(document_id, outcome[1])

        self._changes.do(
            self.tr("update of an article"),
            update,
            restore,
            lambda outcome: self._changes.undoable_done.emit(self._said(outcome[0])),
            after=lambda: self._controller.open_article(document_id, anew=True),
        )

    def _said(self, updated: Updated) -> str:
        said = self.tr("The article was updated.")
        if updated.placed_count:
            said += " " + self.tr("%Ln annotation(s) kept their place.", "", updated.placed_count)
        if updated.orphans:
            said += " " + self.tr("%Ln lost it, and are kept.", "", len(updated.orphans))
        return said

    def _keep_both(self, parsed: Parsed) -> None:
        self._library.call(
            lambda library: library.shelf.add(parsed, separately=True),
            done=lambda added: self._controller.open_article(added.document_id),
            failed=self.failed.emit,
        )

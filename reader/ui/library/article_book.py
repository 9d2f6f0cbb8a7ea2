"""What the user does with articles: every change is undoable, but for emptying the trash."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from reader.core.shelf import Field
from reader.ui.library.undoable import Chosen, LibraryChanges


class ArticleBook(QObject):
    """Delete and restore articles, say what was read, and change what is said of them."""

    metadata_changed = Signal(str)  # of this article
    articles_deleted = Signal(object)  # list of ids

    def __init__(self, changes: LibraryChanges, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._changes = changes

    def delete(self, chosen: Chosen) -> None:
        """Put articles into the trash."""

        def done(ids: list[str]) -> None:
            self.articles_deleted.emit(ids)
            said = self.tr("%Ln article(s) moved to the trash.", "", len(ids))
            self._changes.undoable_done.emit(said)

        self._changes.do(
            self.tr("delete articles"),
            lambda library: library.shelf.delete(chosen.resolve(library)),
            lambda library, ids: library.shelf.restore(ids),
            done,
        )

    def restore(self, chosen: Chosen) -> None:
        """Take articles out of the trash."""
        self._changes.do(
            self.tr("restore articles"),
            lambda library: library.shelf.restore(chosen.resolve(library)),
            lambda library, ids: library.shelf.delete(ids),
            lambda ids: self._changes.undoable_done.emit(
                self.tr("%Ln article(s) back in the library.", "", len(ids))
            ),
        )

    def mark_read(self, chosen: Chosen, *, read: bool) -> None:
        """Say that articles were read, or weren't."""

        def done(ids: list[str]) -> None:
            count = len(ids)
            said = (
                self.tr("%Ln article(s) marked as read.", "", count)
                if read
                else self.tr("%Ln article(s) marked as unread.", "", count)
            )
            self._changes.undoable_done.emit(said)

        self._changes.do(
            self.tr("mark as read") if read else self.tr("mark as unread"),
            lambda library: library.shelf.mark_read(chosen.resolve(library), read=read),
            lambda library, ids: library.shelf.mark_read(ids, read=not read),
            done,
        )

    def edit_metadata(
        self,
        document_id: str,
        changes: Mapping[Field, str | None],
        *,
        done: Callable[[], None] | None = None,
    ) -> None:
        """Keep what the user says of an article; `done` is called once it is kept."""

        def on_done(_undoing: object) -> None:
            if done is not None:
                done()
            self._changes.undoable_done.emit(self.tr("The article's details were changed."))

        self._changes.do(
            self.tr("change the article's details"),
            lambda library: library.shelf.edit_metadata(document_id, changes),
            lambda library, undoing: library.shelf.edit_metadata(document_id, undoing),
            on_done,
            after=lambda: self.metadata_changed.emit(document_id),
        )

    def empty_trash(self, chosen: Chosen | None = None) -> None:
        """Destroy what is in the trash, None for all; the user has been asked."""
        self._changes.do_for_good(
            lambda library: library.shelf.empty_trash(chosen and chosen.resolve(library))
        )

"""The pages of annotations in the middle of the window: all of them, and those to review."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.ui.annotation_book import AnnotationBook
from reader.ui.annotations.desk import AnnotationDesk
from reader.ui.annotations.review_desk import ReviewDesk
from reader.ui.article_controller import ArticleController
from reader.ui.background import LibraryThread
from reader.ui.centre import Centre
from reader.ui.jumps import Jumps
from reader.ui.library.undoable import LibraryChanges
from reader.ui.reading.view import ReadingView
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.ui.annotations.all_desk import AllAnnotationsDesk

_ALL = "annotations:"
_REVIEW = "review:"


class AnnotationPages(QObject):
    """Bring the pages of annotations to the middle; that of all is made when first needed."""

    failed = Signal(object)  # ReaderError

    def __init__(
        self,
        *,
        centre: Centre,
        controller: ArticleController,
        library: LibraryThread,
        book: AnnotationBook,
        changes: LibraryChanges,
        desk: AnnotationDesk,
        view: ReadingView,
        jumps: Jumps,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._centre = centre
        self._library = library
        self._book = book
        self._changes = changes
        self._desk = desk
        self._jumps = jumps
        self._theme: Theme | None = None
        self._all: AllAnnotationsDesk | None = None
        self.review = ReviewDesk(
            controller=controller,
            library=library,
            book=book,
            changes=changes,
            view=view,
            jumps=jumps,
            parent=self,
        )
        centre.add_place(_REVIEW, self.review.page, self.review.open)
        self.review.ready.connect(lambda: centre.arrive_at(_REVIEW))
        self.review.left.connect(self._on_left)
        self.review.failed.connect(self.failed)

    @property
    def all(self) -> "AllAnnotationsDesk":
        """Return what is behind the page of all annotations."""
        if self._all is None:
            # Here, since the window can be seen sooner without.
            from reader.ui.annotations.all_desk import AllAnnotationsDesk

            self._all = AllAnnotationsDesk(self._library, self._book, self._desk, self)
            if self._theme is not None:
                self._all.page.set_theme(self._theme)
            self._centre.add_place(_ALL, self._all.page, self.open_all)
            self._all.ready.connect(lambda: self._centre.arrive_at(_ALL))
            self._all.annotation_requested.connect(self._jumps.to_annotation)
            self._all.article_requested.connect(self._centre.open_article)
            self._all.review_requested.connect(self.review.open)
            self._all.failed.connect(self.failed)
            self._changes.changed.connect(self._all.refresh)
        return self._all

    def open_all(self) -> None:
        """Show the annotations of all articles."""
        self.all.open()

    def review_article(self) -> None:
        """Show the annotations of the open article that have lost their place."""
        self.review.open_for_article()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._theme = theme
        self.review.page.set_theme(theme)
        if self._all is not None:
            self._all.page.set_theme(theme)

    def _on_left(self) -> None:
        if self._centre.can_go(-1):
            self._centre.go(-1)
        else:
            self._centre.show_article()

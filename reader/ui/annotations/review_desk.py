"""Annotations that lost their place: shown side by side, placed again, all of it undoable."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.core.placing import Candidate, How, Standing
from reader.core.review import ReviewCase
from reader.ui.annotation_book import AnnotationBook
from reader.ui.annotations.place_bar import PlaceBar
from reader.ui.annotations.review_page import ReviewPage
from reader.ui.article_controller import ArticleController
from reader.ui.background import LibraryThread
from reader.ui.jumps import Jumps
from reader.ui.library.undoable import LibraryChanges
from reader.ui.opened_article import OpenedArticle
from reader.ui.plain_text import one_line
from reader.ui.reading.view import ReadingView

if TYPE_CHECKING:
    from reader.store.library import Library

_LONGEST = 60


class ReviewDesk(QObject):
    """Do what the user says of the places of annotations."""

    ready = Signal()  # the page shows what is to be reviewed
    moved = Signal(str)  # the id of an annotation with another place, or none
    left = Signal()
    failed = Signal(object)  # ReaderError

    def __init__(
        self,
        *,
        controller: ArticleController,
        library: LibraryThread,
        book: AnnotationBook,
        changes: LibraryChanges,
        view: ReadingView,
        jumps: Jumps,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._library = library
        self._book = book
        self._changes = changes
        self._view = view
        self._jumps = jumps
        self._article: str | None = None  # whose annotations are reviewed; None: of all
        self._by_hand: ReviewCase | None = None
        self.page = ReviewPage()
        self.bar = PlaceBar()
        self._wire()

    def _wire(self) -> None:
        page, bar = self.page, self.bar
        page.accepted.connect(self.accept)
        page.refused.connect(self.refuse)
        page.hand_requested.connect(self.begin_by_hand)
        page.show_requested.connect(self._on_show_requested)
        page.delete_requested.connect(self._on_delete_requested)
        page.leave_requested.connect(self.left)
        bar.placed.connect(self.place_here)
        bar.cancelled.connect(self.cancel_by_hand)
        self._view.selectionChanged.connect(self._on_selection_changed)
        self._controller.article_opened.connect(self._on_article_opened)
        self._changes.changed.connect(self._on_changed)
        self._book.saved.connect(self._on_changed)

    def open(self, annotation_id: str = "", *, article: str | None = None) -> None:
        """Read what is to be reviewed, of one article or of all, from one annotation on."""
        self._article = article

        def done(cases: list[ReviewCase]) -> None:
            self.page.show_cases(cases, annotation_id)
            self.ready.emit()

        self._library.call(self._read, done=done, failed=self.failed.emit)

    def open_for_article(self) -> None:
        """Read what is to be reviewed of the open article."""
        document = self._controller.document
        if document is not None:
            self.open(article=document.id)

    # ---- what the user says

    def accept(self, case: ReviewCase, candidate: Candidate) -> None:
        """Place an annotation where it may be."""
        self._do(
            case,
            self.tr("place the annotation"),
            self.tr("“{quote}” has its place again."),
            lambda library: library.anchors.accept(case.id, candidate),
        )

    def refuse(self, case: ReviewCase) -> None:
        """Say that an annotation is none of its candidates."""
        self._do(
            case,
            self.tr("leave the annotation without a place"),
            self.tr("“{quote}” is kept without a place."),
            lambda library: library.anchors.refuse(case.id),
        )

    def begin_by_hand(self, case: ReviewCase) -> None:
        """Ask for the passage in the article."""
        self._by_hand = case
        self.bar.ask(case.placed.annotation.quote)
        candidates = case.placed.placing.candidates
        start, end = (candidates[0].start, candidates[0].end) if candidates else (0, 0)
        self._jumps.to_passage(case.document_id, start, end)

    def place_here(self) -> None:
        """Place the annotation at what is selected in its article."""
        case, span = self._by_hand, self._view.selected_span()
        document = self._controller.document
        if case is None or span is None or document is None or document.id != case.document_id:
            return
        self.cancel_by_hand()
        start, end = span
        self._do(
            case,
            self.tr("place the annotation"),
            self.tr("“{quote}” has its place again."),
            lambda library: library.anchors.place(case.id, start, end),
        )

    def cancel_by_hand(self) -> None:
        """Ask for no passage any more."""
        self._by_hand = None
        self.bar.hide()

    def _do(
        self,
        case: ReviewCase,
        text: str,
        said: str,
        apply: "Callable[[Library], Standing]",
    ) -> None:
        quote = one_line(case.placed.annotation.quote)
        shown = quote if len(quote) <= _LONGEST else f"{quote[: _LONGEST - 1]}…"

        def take_back(library: "Library", before: Standing) -> None:
            library.anchors.restore(before)

        self._changes.do(
            text,
            apply,
            take_back,
            lambda _before: self._changes.undoable_done.emit(said.format(quote=shown)),
            after=lambda: self.moved.emit(case.id),
        )

    # ---- what happens

    def _read(self, library: "Library") -> list[ReviewCase]:
        cases = library.anchors.cases(self._article)
        # What may be somewhere first: that can be done with.
        return sorted(cases, key=lambda case: case.placed.placing.how is not How.REVIEW)

    def _on_changed(self) -> None:
        if self.page.isVisible():
            self._library.call(self._read, done=self.page.show_cases, failed=self.failed.emit)

    def _on_selection_changed(self) -> None:
        if self._by_hand is not None:
            self.bar.set_selected(is_selected=self._view.selected_span() is not None)

    def _on_article_opened(self, article: OpenedArticle) -> None:
        if self._by_hand is not None and self._by_hand.document_id != article.document.id:
            self.cancel_by_hand()

    def _on_show_requested(self, case: ReviewCase, candidate: Candidate) -> None:
        self._jumps.to_passage(case.document_id, candidate.start, candidate.end)

    def _on_delete_requested(self, case: ReviewCase) -> None:
        self._book.know_titles({case.document_id: case.title})
        self._book.delete_each([case.placed.annotation])
        self._changes.undoable_done.emit(self.tr("The annotation was deleted."))

"""How far one has read, for the status bar."""

from PySide6.QtCore import QObject

from reader.ui.annotation_book import AnnotationBook
from reader.ui.article_controller import ArticleController
from reader.ui.reading.view import ReadingView
from reader.ui.status_line import StatusLine
from reader.ui.timers import single_shot

_EVERY_MS = 120


class ReadingProgress(QObject):
    """Tell the status bar how far the page is scrolled, and how much is marked."""

    def __init__(
        self,
        controller: ArticleController,
        book: AnnotationBook,
        view: ReadingView,
        status: StatusLine,
        *,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._book = book
        self._bar = view.verticalScrollBar()
        self._status = status
        self._timer = single_shot(self, _EVERY_MS, self._tell)
        for changed in (view.page_moved, controller.article_opened):
            changed.connect(self._start)
        self._bar.rangeChanged.connect(self._start)
        controller.recognition_changed.connect(self._tell_counts)
        controller.article_opened.connect(self._tell_counts)
        book.annotations_changed.connect(self._tell_counts)

    def _start(self, *_args: object) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _tell(self) -> None:
        value, most = self._bar.value(), self._bar.maximum()
        self._status.set_progress(value / most if most > 0 else None)

    def _tell_counts(self, *_args: object) -> None:
        recognition = self._controller.recognition
        names = len(recognition.entities) if recognition else 0
        self._status.set_counts(names, len(self._book.annotations()))

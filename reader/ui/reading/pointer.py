"""What the mouse does in the reading view: rest on mentions, click marks, links and pictures."""

from typing import Protocol

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from reader.core.annotations import Annotation
from reader.core.document import Picture, Run
from reader.core.mentions import Mention

_REST_MS = 300


class _Marked(Protocol):
    def mention_at(self, pos: QPoint) -> Mention | None: ...
    def annotations_at(self, pos: QPoint) -> list[Annotation]: ...
    def run_at(self, pos: QPoint) -> Run | None: ...
    def picture_at(self, pos: QPoint) -> Picture | None: ...
    def say(self, run: Run | None) -> None: ...
    def is_over_text(self, pos: QPoint) -> bool: ...
    def mention_rect(self, mention: Mention, pos: QPoint) -> QRect: ...


class ReadingPointer(QObject):
    """Turn movements and clicks over a viewport into facts about what is there.

    Where several things lie on each other, the smallest is meant; of equal ones a mention before a
    link before an annotation.
    """

    mention_clicked = Signal(object)
    annotation_clicked = Signal(str)
    mention_hovered = Signal(object, QRect)
    run_clicked = Signal(object, QPoint, bool)
    """A `Run` that can be followed, where it was clicked, and whether at once."""
    picture_clicked = Signal(object)

    def __init__(self, view: _Marked, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._view = view
        self._viewport = viewport
        self._pos = QPoint()
        self._pressed: QPoint | None = None
        self._hovered: Mention | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._on_rested)
        viewport.setMouseTracking(True)

    def press(self, pos: QPoint) -> None:
        """Note where the left button went down."""
        self._pressed = pos
        self.leave()

    def move(self, pos: QPoint, *, dragging: bool) -> None:
        """Show what a click would do, and start waiting for the mouse to rest."""
        self._pos = pos
        if dragging:
            return
        mention, run = self._view.mention_at(pos), self._view.run_at(pos)
        self._view.say(run)
        marked = mention is not None or bool(self._view.annotations_at(pos))
        if marked or run is not None or self._view.picture_at(pos) is not None:
            self._set_cursor(Qt.CursorShape.PointingHandCursor)
        elif self._view.is_over_text(pos):
            self._set_cursor(Qt.CursorShape.IBeamCursor)
        else:
            self._set_cursor(Qt.CursorShape.ArrowCursor)
        if mention != self._hovered:
            self._end_hover()
        if mention is not None and self._hovered is None:
            self._rest.start()
        else:
            self._rest.stop()

    def release(self, pos: QPoint, *, selected: bool, at_once: bool = False) -> None:
        """Click what is under the mouse, unless it was dragged or has `selected` text.

        `at_once` means a link, whatever else is there.
        """
        pressed, self._pressed = self._pressed, None
        if pressed is None or selected:
            return
        if (pos - pressed).manhattanLength() >= QApplication.startDragDistance():
            return
        run = self._view.run_at(pos)
        if run is not None and at_once:
            self.run_clicked.emit(run, pos, True)
            return
        mention = self._view.mention_at(pos)
        annotation = next(iter(self._view.annotations_at(pos)), None)
        there = [thing for thing in (mention, run, annotation) if thing is not None]
        meant = min(there, key=lambda thing: thing.end - thing.start, default=None)
        if isinstance(meant, Mention):
            self.mention_clicked.emit(meant)
        elif isinstance(meant, Run):
            self.run_clicked.emit(meant, pos, False)
        elif meant is not None:
            self.annotation_clicked.emit(meant.id)
        elif (picture := self._view.picture_at(pos)) is not None:
            self.picture_clicked.emit(picture)

    def leave(self) -> None:
        """Forget the mention under the mouse: it left, pressed or scrolled."""
        self._rest.stop()
        self._view.say(None)
        self._end_hover()

    def _on_rested(self) -> None:
        mention = self._view.mention_at(self._pos)
        if mention is not None:
            self._hovered = mention
            self.mention_hovered.emit(mention, self._view.mention_rect(mention, self._pos))

    def _end_hover(self) -> None:
        if self._hovered is not None:
            self._hovered = None
            self.mention_hovered.emit(None, QRect())

    def _set_cursor(self, shape: Qt.CursorShape) -> None:
        if self._viewport.cursor().shape() is not shape:
            self._viewport.setCursor(shape)

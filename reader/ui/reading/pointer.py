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
    def marks_at(self, pos: QPoint) -> list[Mention | Annotation]: ...
    def has_knob_at(self, pos: QPoint) -> bool: ...
    def say(self, run: Run | None) -> None: ...
    def is_over_text(self, pos: QPoint) -> bool: ...
    def mark_rect(self, mark: Mention | Annotation, pos: QPoint) -> QRect: ...


class ReadingPointer(QObject):
    """Turn movements and clicks over a viewport into facts about what is there.

    Where several things lie on each other, the smallest is meant; of equal ones a mention before a
    link before an annotation. Another click on the same spot means the next one out.
    """

    mention_clicked = Signal(object)
    annotation_clicked = Signal(str)
    mention_hovered = Signal(object, QRect)
    annotations_hovered = Signal(object, QRect)
    """The list of annotations that the mouse rests on, innermost first; empty when that ends."""
    stack_clicked = Signal(object, int)
    """All that lies where one has clicked, innermost first, and the number of what is meant."""
    run_clicked = Signal(object, QPoint, bool)
    """A `Run` that can be followed, where it was clicked, and whether at once."""
    picture_clicked = Signal(object)

    def __init__(self, view: _Marked, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._view = view
        self._viewport = viewport
        self._pos = QPoint()
        self._pressed: QPoint | None = None
        self._hovered: list[Mention] | list[Annotation] = []
        self._clicked: tuple[QPoint, list[str], int] | None = None
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
        annotations = self._view.annotations_at(pos)
        marked = mention is not None or bool(annotations)
        if self._view.has_knob_at(pos):
            self._set_cursor(Qt.CursorShape.SplitHCursor)
        elif marked or run is not None or self._view.picture_at(pos) is not None:
            self._set_cursor(Qt.CursorShape.PointingHandCursor)
        elif self._view.is_over_text(pos):
            self._set_cursor(Qt.CursorShape.IBeamCursor)
        else:
            self._set_cursor(Qt.CursorShape.ArrowCursor)
        under = annotations if mention is None else [mention]
        if under != self._hovered:
            self._end_hover()
        if under and not self._hovered:
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
        marks = self._view.marks_at(pos)
        if run is not None and not (marks and _is_before(marks[0], run)):
            self.run_clicked.emit(run, pos, False)
        elif marks:
            self._click(marks, pos)
        elif (picture := self._view.picture_at(pos)) is not None:
            self.picture_clicked.emit(picture)

    def _click(self, marks: list[Mention | Annotation], pos: QPoint) -> None:
        """Click the innermost of several marks, or the one beyond that which was clicked here."""
        keys, number = [_key(mark) for mark in marks], 0
        if self._clicked is not None:
            before, there, last = self._clicked
            if (
                there == keys
                and (pos - before).manhattanLength() < QApplication.startDragDistance()
            ):
                number = (last + 1) % len(marks)
        self._clicked = (pos, keys, number)
        meant = marks[number]
        if isinstance(meant, Mention):
            self.mention_clicked.emit(meant)
        else:
            self.annotation_clicked.emit(meant.id)
        self.stack_clicked.emit(marks, number)

    def leave(self) -> None:
        """Forget the mention under the mouse: it left, pressed or scrolled."""
        self._rest.stop()
        self._view.say(None)
        self._end_hover()

    def _on_rested(self) -> None:
        mention = self._view.mention_at(self._pos)
        annotations = self._view.annotations_at(self._pos)
        if mention is not None:
            self._hovered = [mention]
            self.mention_hovered.emit(mention, self._view.mark_rect(mention, self._pos))
        elif annotations:
            self._hovered = annotations
            rect = self._view.mark_rect(annotations[0], self._pos)
            self.annotations_hovered.emit(annotations, rect)

    def _end_hover(self) -> None:
        hovered, self._hovered = self._hovered, []
        if hovered and isinstance(hovered[0], Mention):
            self.mention_hovered.emit(None, QRect())
        elif hovered:
            self.annotations_hovered.emit([], QRect())

    def _set_cursor(self, shape: Qt.CursorShape) -> None:
        if self._viewport.cursor().shape() is not shape:
            self._viewport.setCursor(shape)


def _is_before(mark: Mention | Annotation, run: Run) -> bool:
    """Return whether a click on a mark and a link means the mark."""
    length, other = mark.end - mark.start, run.end - run.start
    return length < other or (length == other and isinstance(mark, Mention))


def _key(mark: Mention | Annotation) -> str:
    return f"{mark.start} {mark.end}" if isinstance(mark, Mention) else mark.id

"""Drag the ends of the current annotation to where it shall begin and end."""

from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, QPointF, QTimer, Signal
from PySide6.QtWidgets import QTextEdit

from reader.core.annotations import Annotation
from reader.ui.reading.highlights import HANDLE
from reader.ui.reading.layout import ReadingLayout
from reader.ui.reading.marks import Marks
from reader.ui.reading.place import nearest_offset, span_boxes
from reader.ui.reading.selection import trimmed

_REACH = HANDLE + 4  # pixels around a knob's centre
_SCROLL_MS = 30


class Stretch(QObject):
    """Let an end of the current annotation follow the mouse; tell where it was let go."""

    stretched = Signal(str, int, int)
    """An annotation's id, and where it begins and ends now."""

    def __init__(self, view: QTextEdit, marks: Marks) -> None:
        super().__init__(view)
        self._view = view
        self._marks = marks
        self._layout: ReadingLayout | None = None
        self._held: tuple[Annotation, int] | None = None  # with the end that stays
        self._pos = QPoint()
        self._scroll = QTimer(self)
        self._scroll.setInterval(_SCROLL_MS)
        self._scroll.timeout.connect(self._on_scroll)

    @property
    def is_held(self) -> bool:
        """Return whether the mouse holds an end."""
        return self._held is not None

    def is_at(self, layout: ReadingLayout, pos: QPoint) -> bool:
        """Return whether there is a knob at a point of the viewport."""
        return self._fixed_end(layout, pos) is not None

    def press(self, layout: ReadingLayout, pos: QPoint) -> bool:
        """Take hold of the knob at a point of the viewport, if there is one; return whether."""
        annotation, fixed = self._current(), self._fixed_end(layout, pos)
        if annotation is None or fixed is None:
            return False
        self._layout, self._held, self._pos = layout, (annotation, fixed), pos
        return True

    def drag(self, pos: QPoint) -> bool:
        """Move the end that is held to a point of the viewport; return whether one is."""
        if self._held is None or self._layout is None:
            return False
        annotation, fixed = self._held
        self._pos = pos
        offset = nearest_offset(self._layout, self._scrolled(pos))
        if offset is not None and offset != fixed:
            start, end = sorted((offset, fixed))
            self._marks.stretched = replace(annotation, start=start, end=end)
            self._view.viewport().update()
        is_beyond = not 0 <= pos.y() <= self._view.viewport().height()
        if is_beyond and not self._scroll.isActive():
            self._scroll.start()
        elif not is_beyond:
            self._scroll.stop()
        return True

    def release(self) -> bool:
        """Let the end go where it is; return whether one was held."""
        held, stretched = self._held, self._marks.stretched
        self.cancel()
        document = None if self._layout is None else self._layout.paragraphs.document
        if stretched is not None and document is not None:
            span = trimmed(document, (stretched.start, stretched.end))
            if span is not None:
                self.stretched.emit(stretched.id, *span)
        return held is not None

    def cancel(self) -> bool:
        """Let the end go back to where it was; return whether one was held."""
        was_held, self._held, self._marks.stretched = self._held is not None, None, None
        self._scroll.stop()
        self._view.viewport().update()
        return was_held

    def _current(self) -> Annotation | None:
        annotation_id = self._marks.annotation_id
        return None if annotation_id is None else self._marks.annotation(annotation_id)

    def _fixed_end(self, layout: ReadingLayout, pos: QPoint) -> int | None:
        """Return the end that stays if the knob at a point is dragged; None for no knob."""
        annotation = self._current()
        if annotation is None:
            return None
        point, height = QPointF(self._scrolled(pos)), self._view.viewport().height()
        top = self._view.verticalScrollBar().value()
        for start, is_begin in ((annotation.start, True), (annotation.end - 1, False)):
            for box in span_boxes(layout, start, start + 1, top - 40, top + height + 40):
                knob = box.topLeft() if is_begin else box.bottomRight()
                if (knob - point).manhattanLength() <= _REACH:
                    return annotation.end if is_begin else annotation.start
        return None

    def _scrolled(self, pos: QPoint) -> QPoint:
        return pos + QPoint(0, self._view.verticalScrollBar().value())

    def _on_scroll(self) -> None:
        bar, height = self._view.verticalScrollBar(), self._view.viewport().height()
        beyond = self._pos.y() if self._pos.y() < 0 else self._pos.y() - height
        bar.setValue(bar.value() + max(-bar.singleStep(), min(bar.singleStep(), beyond)))
        self.drag(self._pos)

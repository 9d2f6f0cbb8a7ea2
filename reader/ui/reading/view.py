"""The reading view: an article's text with everything that is marked in it."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from reader.core.annotations import Annotation
from reader.core.document import Document, Run
from reader.core.mentions import Kind, Mention
from reader.ui.kinds import colour_name, kind_name
from reader.ui.reading.caret_canvas import CaretCanvas
from reader.ui.reading.focus_line import FocusLine
from reader.ui.reading.paragraphs import Heading
from reader.ui.reading.place import margin_annotations, offset_at
from reader.ui.reading.pointer import ReadingPointer
from reader.ui.reading.stretch import Stretch
from reader.ui.reading.style import ReadingStyle

__all__ = ["Heading", "ReadingStyle", "ReadingView"]

_CONTROL = Qt.KeyboardModifier.ControlModifier


class ReadingView(CaretCanvas):
    """Show a document with its marks. Offsets are code points into its text.

    Give it a style first. New marks cost one repaint of the visible page, however many there are.
    """

    mention_clicked = Signal(object)
    """A `Mention`."""
    annotation_clicked = Signal(str)
    """An annotation's id."""
    annotations_hovered = Signal(object, QRect)
    """The annotations that the mouse rests on, innermost first, and the box of the first one in
    the viewport; an empty list when that ends."""
    stack_clicked = Signal(object, int)
    """The mentions and annotations that lie where one has clicked, innermost first, and the number
    of the one that is meant: another click there means the next one out."""
    marks_changed = Signal()
    """Other mentions or annotations are marked, or another entity's mentions stand out."""
    annotation_stretched = Signal(str, int, int)
    """An annotation's id, and where its ends were dragged to."""
    mention_hovered = Signal(object, QRect)
    """The `Mention` that the mouse rests on, and its box in the viewport; None when that ends."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._focus_line = FocusLine(self)
        self._pointer = ReadingPointer(self, self.viewport())
        self._pointer.mention_clicked.connect(self.mention_clicked)
        self._pointer.annotation_clicked.connect(self.annotation_clicked)
        self._pointer.mention_hovered.connect(self.mention_hovered)
        self._pointer.annotations_hovered.connect(self.annotations_hovered)
        self._pointer.stack_clicked.connect(self.stack_clicked)
        self._stretch = Stretch(self, self._marks)
        self._stretch.stretched.connect(self.annotation_stretched)
        self._pointer.run_clicked.connect(
            lambda run, pos, at_once: self.follow(run, pos, at_once=at_once)
        )
        self._pointer.picture_clicked.connect(self.load_picture)

    def set_document(
        self, document: Document | None, *, heading: Heading | None = None, offset: int = 0
    ) -> None:
        """Show a document from `offset` on; nothing for None. Marks of the one before are gone."""
        self._pointer.leave()
        self._stretch.cancel()
        super().set_document(document, heading=heading, offset=offset)

    # Marks

    def set_mentions(self, mentions: Sequence[Mention], *, complete: bool = True) -> None:
        """Mark mentions, sorted and not overlapping; they replace those before.

        The complete ones of a document also replace all that was found provisionally.
        """
        self._marks.set_mentions(mentions, complete=complete)
        self._on_marks_changed()

    def add_found(self, spans: Sequence[tuple[int, int, Kind]]) -> None:
        """Mark more spans provisionally (start, end, kind), until `set_mentions`."""
        self._marks.add_found(spans)
        self.viewport().update()

    def set_hidden_kinds(self, kinds: Collection[Kind]) -> None:
        """Show the mentions of every kind but these."""
        self._marks.set_hidden_kinds(kinds)
        self._on_marks_changed()

    def select_entity(self, entity_id: str | None) -> None:
        """Let an entity's mentions stand out; None for no entity's."""
        self._marks.entity_id = entity_id
        self._on_marks_changed()

    def set_current_mention(self, mention: Mention | None) -> None:
        """Draw a ring around one mention; scrolling to it is `ensure_visible`'s business."""
        document = self._document()
        if mention is not None and mention != self._marks.mention and document is not None:
            surface = document.text[mention.start : mention.end]
            self._announce(f"{surface}, {kind_name(mention.kind)}")
        self._marks.mention = mention
        self._meant = None if mention is None else (mention.start, mention.end)
        self.viewport().update()

    def set_annotations(self, annotations: Sequence[Annotation]) -> None:
        """Mark annotations, which may overlap, nest and cross blocks."""
        self._marks.set_annotations(annotations)
        self._on_marks_changed()

    def set_current_annotation(self, annotation_id: str | None) -> None:
        """Let an annotation stand out; None for none."""
        self._marks.annotation_id = annotation_id
        annotation = None if annotation_id is None else self._marks.annotation(annotation_id)
        if annotation is not None:
            self._meant = (annotation.start, annotation.end)
            said = (colour_name(annotation.colour), annotation.quote, annotation.comment)
            self._announce(", ".join(each for each in said if each))
        self.viewport().update()

    @property
    def annotation_id(self) -> str | None:
        """Return the id of the current annotation; None for none."""
        return self._marks.annotation_id

    def selected_mentions(self) -> list[Mention]:
        """Return the mentions that stand out, in reading order."""
        entity_id = self._marks.entity_id
        shown = self._marks.mentions if entity_id is not None else ()
        hidden = self._marks.hidden_kinds
        return [m for m in shown if m.entity_id == entity_id and m.kind not in hidden]

    def annotation_marks(self) -> list[Annotation]:
        """Return the annotations that are marked, in no order."""
        return self._marks.all_annotations()

    def marks_over(self, start: int, end: int) -> list[Mention | Annotation]:
        """Return all that is marked in a span of the text, the shortest first."""
        found = [
            *self._marks.mentions_in(start, end),
            *self._marks.annotations_in(start, end)[::-1],
        ]
        return sorted(found, key=lambda mark: mark.end - mark.start)

    def mention_at(self, pos: QPoint) -> Mention | None:
        """Return the shown mention at a point of the viewport; None for none."""
        offset = self._offset_at(pos)
        return None if offset is None else self._marks.mention_at(offset)

    def annotations_at(self, pos: QPoint) -> list[Annotation]:
        """Return the annotations at a point of the viewport, innermost first.

        A mark in the margin counts for its annotation.
        """
        offset = self._offset_at(pos)
        if offset is not None:
            return self._marks.annotations_at(offset)
        return [] if self._layout is None else margin_annotations(self._layout, self._scrolled(pos))

    def marks_at(self, pos: QPoint) -> list[Mention | Annotation]:
        """Return all that is marked at a point of the viewport, innermost first."""
        mention = self.mention_at(pos)
        found = [*([] if mention is None else [mention]), *self.annotations_at(pos)]
        return sorted(found, key=lambda mark: mark.end - mark.start)

    def has_knob_at(self, pos: QPoint) -> bool:
        """Return whether an end of the current annotation can be dragged from a point."""
        return self._layout is not None and self._stretch.is_at(self._layout, pos)

    def mark_rect(self, mark: Mention | Annotation, pos: QPoint) -> QRect:
        """Return a mark's box on the line at `pos`, in the viewport."""
        for box in self._visible_boxes(mark.start, mark.end):
            if box.top() <= pos.y() < box.bottom():
                return box.toAlignedRect()
        return self.span_rect(mark.start, mark.end)

    def line_rect(self, offset: int) -> QRect:
        """Return the box of an offset's line in the column; a null one if it is out of sight."""
        box = self.span_rect(offset, offset + 1)
        if self._layout is None or box.isNull():
            return QRect()
        column = self._layout.column
        return QRect(column.left, box.top(), column.width, box.height())

    def is_over_text(self, pos: QPoint) -> bool:
        """Return whether a point of the viewport is in the column, where text can be selected."""
        if self._layout is None:
            return False
        column = self._layout.column
        table = self._sideways.table_at(self._layout, self._scrolled(pos))
        return 0 <= pos.x() - column.left <= (column.width if table is None else table.room)

    # Qt's

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where a click begins."""
        self._keys.glide.stop()
        self._show_caret(shown=self.caret_mode)
        if event.button() is Qt.MouseButton.LeftButton:
            pos = event.position().toPoint()
            if self._layout is not None and self._sideways.hold(self._layout, self._scrolled(pos)):
                return
            if self._layout is not None and self._stretch.press(self._layout, pos):
                self._pointer.leave()
                return
            self._pointer.press(pos)
            self._meant = None
            self._is_dragging = True
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Begin to select words."""
        self._is_dragging = event.button() is Qt.MouseButton.LeftButton
        super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select, or show what a click would do."""
        pos = event.position().toPoint()
        if self._sideways.drag(pos) or self._stretch.drag(pos):
            return
        super().mouseMoveEvent(event)
        dragging = event.buttons() != Qt.MouseButton.NoButton
        if not dragging:
            self._end_drag()  # whose release went elsewhere, as when text is dragged out
        self._pointer.move(pos, dragging=dragging)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a selection, or click."""
        if self._sideways.release() or self._stretch.release():
            return
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._end_drag()
        selected = self.textCursor().hasSelection()
        at_once = bool(event.modifiers() & _CONTROL)
        self._pointer.release(event.position().toPoint(), selected=selected, at_once=at_once)

    def leaveEvent(self, event: QEvent) -> None:
        """End a hover."""
        self._pointer.leave()
        super().leaveEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll; the mention under the mouse is another one now."""
        if not self._position.is_held:
            self._pointer.leave()
        super().scrollContentsBy(dx, dy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Call off what the mouse drags, or do what the key means."""
        if event.key() == Qt.Key.Key_Escape and self._stretch.cancel():
            event.accept()
        else:
            super().keyPressEvent(event)

    # Inside

    def _on_marks_changed(self) -> None:
        self.viewport().update()
        self.marks_changed.emit()

    def _offset_at(self, pos: QPoint) -> int | None:
        return None if self._layout is None else offset_at(self._layout, self._scrolled(pos))

    def _told_at(self, pos: QPoint) -> Run | None:
        """Return the run to tell of at a point: where a mention is, its card says more."""
        return self.run_at(pos) if self.mention_at(pos) is None else None

    def _end_drag(self) -> None:
        if self._is_dragging:
            self._is_dragging = False
            self._announce_selection()

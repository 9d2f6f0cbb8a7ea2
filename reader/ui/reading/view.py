"""The reading view: an article's text with everything that is marked in it."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from reader.core.annotations import Annotation
from reader.core.document import Document, Run
from reader.core.mentions import Kind, Mention
from reader.ui.reading.paragraphs import Heading
from reader.ui.reading.place import margin_annotations, offset_at
from reader.ui.reading.pointer import ReadingPointer
from reader.ui.reading.selection import clipboard_data, selected_data, spanned, trimmed
from reader.ui.reading.structure import StructuredCanvas
from reader.ui.reading.style import ReadingStyle

__all__ = ["Heading", "ReadingStyle", "ReadingView"]

_CONTROL = Qt.KeyboardModifier.ControlModifier
_MOVES: frozenset[int] = frozenset(
    {
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
    }
)


class ReadingView(StructuredCanvas):
    """Show a document with its marks. Offsets are code points into its text.

    Give it a style first. New marks cost one repaint of the visible page, however many there are.
    """

    mention_clicked = Signal(object)
    """A `Mention`."""
    annotation_clicked = Signal(str)
    """An annotation's id."""
    mention_hovered = Signal(object, QRect)
    """The `Mention` that the mouse rests on, and its box in the viewport; None when that ends."""
    selection_span_changed = Signal(object)
    """What `selected_span` returns; not while the mouse still drags."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_dragging = False
        self._announced_span: tuple[int, int] | None = None
        self._pointer = ReadingPointer(self, self.viewport())
        self._pointer.mention_clicked.connect(self.mention_clicked)
        self._pointer.annotation_clicked.connect(self.annotation_clicked)
        self._pointer.mention_hovered.connect(self.mention_hovered)
        self._pointer.run_clicked.connect(
            lambda run, pos, at_once: self.follow(run, pos, at_once=at_once)
        )
        self._pointer.picture_clicked.connect(self.load_picture)
        self.selectionChanged.connect(self._announce_selection)

    def set_document(
        self, document: Document | None, *, heading: Heading | None = None, offset: int = 0
    ) -> None:
        """Show a document from `offset` on; nothing for None. Marks of the one before are gone."""
        self._pointer.leave()
        super().set_document(document, heading=heading, offset=offset)
        self._announce_selection()

    # Marks

    def set_mentions(self, mentions: Sequence[Mention], *, complete: bool = True) -> None:
        """Mark mentions, sorted and not overlapping; they replace those before.

        The complete ones of a document also replace all that was found provisionally.
        """
        self._marks.set_mentions(mentions, complete=complete)
        self.viewport().update()

    def add_found(self, spans: Sequence[tuple[int, int, Kind]]) -> None:
        """Mark more spans provisionally (start, end, kind), until `set_mentions`."""
        self._marks.add_found(spans)
        self.viewport().update()

    def set_hidden_kinds(self, kinds: Collection[Kind]) -> None:
        """Show the mentions of every kind but these."""
        self._marks.set_hidden_kinds(kinds)
        self.viewport().update()

    def select_entity(self, entity_id: str | None) -> None:
        """Let an entity's mentions stand out; None for no entity's."""
        self._marks.entity_id = entity_id
        self.viewport().update()

    def set_current_mention(self, mention: Mention | None) -> None:
        """Draw a ring around one mention; scrolling to it is `ensure_visible`'s business."""
        self._marks.mention = mention
        self.viewport().update()

    def set_annotations(self, annotations: Sequence[Annotation]) -> None:
        """Mark annotations, which may overlap, nest and cross blocks."""
        self._marks.set_annotations(annotations)
        self.viewport().update()

    def set_current_annotation(self, annotation_id: str | None) -> None:
        """Let an annotation stand out; None for none."""
        self._marks.annotation_id = annotation_id
        self.viewport().update()

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

    def mention_rect(self, mention: Mention, pos: QPoint) -> QRect:
        """Return a mention's box on the line at `pos`, in the viewport."""
        for box in self._visible_boxes(mention.start, mention.end):
            if box.top() <= pos.y() < box.bottom():
                return box.toAlignedRect()
        return self.span_rect(mention.start, mention.end)

    def is_over_text(self, pos: QPoint) -> bool:
        """Return whether a point of the viewport is in the column, where text can be selected."""
        if self._layout is None:
            return False
        column = self._layout.column
        table = self._sideways.table_at(self._layout, self._scrolled(pos))
        return 0 <= pos.x() - column.left <= (column.width if table is None else table.room)

    # Selection

    def select_span(self, start: int, end: int) -> None:
        """Select text, without scrolling to it and without announcing it."""
        if self._layout is None or self._layout.paragraphs.document is None:
            return
        cursor = self._text_cursor(start, end)
        self.selectionChanged.disconnect(self._announce_selection)
        with self._position.held():
            self.setTextCursor(cursor)
        self.selectionChanged.connect(self._announce_selection)
        self._announced_span = self.selected_span()

    def selectAll(self) -> None:
        """Select everything, the heading too."""
        if self._text is not None:
            self._text.fill(float("inf"))
        super().selectAll()

    def selected_span(self) -> tuple[int, int] | None:
        """Return the selection without white space at its ends; None for none.

        What it holds of the heading is left out.
        """
        cursor = self.textCursor()
        document = None if self._layout is None else self._layout.paragraphs.document
        if document is None or self._text is None or not cursor.hasSelection():
            return None
        return trimmed(
            document, spanned(self._text, cursor.selectionStart(), cursor.selectionEnd())
        )

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the selection as the article has it, no-break spaces and structure and all."""
        cursor = self.textCursor()
        if self._layout is None or self._text is None:
            return clipboard_data("")
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        return selected_data(self._text, self._layout.paragraphs, start, end)

    # Qt's

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where a click begins."""
        self._keys.glide.stop()
        self._show_caret(shown=False)
        if event.button() is Qt.MouseButton.LeftButton:
            pos = event.position().toPoint()
            if self._layout is not None and self._sideways.hold(self._layout, self._scrolled(pos)):
                return
            self._pointer.press(pos)
            self._is_dragging = True
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Begin to select words."""
        self._is_dragging = event.button() is Qt.MouseButton.LeftButton
        super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select, or show what a click would do."""
        if self._sideways.drag(event.position().toPoint()):
            return
        super().mouseMoveEvent(event)
        dragging = event.buttons() != Qt.MouseButton.NoButton
        if not dragging:
            self._end_drag()  # whose release went elsewhere, as when text is dragged out
        self._pointer.move(event.position().toPoint(), dragging=dragging)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a selection, or click."""
        if self._sideways.release():
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

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the caret."""
        self._show_caret(shown=False)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll, select or copy."""
        selects = event.modifiers() & Qt.KeyboardModifier.ShiftModifier and event.key() in _MOVES
        if self._text is not None and (selects or event.modifiers() & _CONTROL):
            self._text.fill(float("inf"))
        if selects:
            self._bring_caret()
            self._show_caret(shown=True)
        super().keyPressEvent(event)

    # Inside

    def _offset_at(self, pos: QPoint) -> int | None:
        return None if self._layout is None else offset_at(self._layout, self._scrolled(pos))

    def _told_at(self, pos: QPoint) -> Run | None:
        """Return the run to tell of at a point: where a mention is, its card says more."""
        return self.run_at(pos) if self.mention_at(pos) is None else None

    def _bring_caret(self) -> None:
        """Put the caret on the page, at its first whole line, unless it is there or selects."""
        assert self._text is not None
        visible = self.viewport().rect().intersects(self.cursorRect())
        if visible or self.textCursor().hasSelection():
            return
        cursor = QTextCursor(self._text)
        cursor.setPosition(self._text.position_at(self.reading_offset()))
        self.setTextCursor(cursor)

    def _show_caret(self, *, shown: bool) -> None:
        if self._layout is not None and self._layout.caret_shown is not shown:
            self._layout.caret_shown = shown
            self.viewport().update()

    def _end_drag(self) -> None:
        if self._is_dragging:
            self._is_dragging = False
            self._announce_selection()

    def _announce_selection(self) -> None:
        if self._is_dragging:
            return
        span = self.selected_span()
        if span != self._announced_span:
            self._announced_span = span
            self.selection_span_changed.emit(span)

"""Select in an article: what is selected is a span of its text."""

from PySide6.QtCore import QMimeData, QPoint, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QWidget

from reader.core.document import Document
from reader.ui.reading.kept_place import KeptPlace
from reader.ui.reading.layout import ReadingLayout
from reader.ui.reading.paragraphs import Heading
from reader.ui.reading.place import offset_at, offsets_by_height
from reader.ui.reading.selection import clipboard_data, selected_data, spanned, trimmed
from reader.ui.reading.structure import StructuredCanvas


class SelectingCanvas(StructuredCanvas):
    """Show a document in which text can be selected. Offsets are code points into it."""

    selection_span_changed = Signal(object)
    """What `selected_span` returns; not while the mouse still drags."""
    menu_requested = Signal(object, QPoint)
    """Where a menu is wished, and the place on the screen: the offset of the character there, -1
    beside the text, None for what the keyboard has come to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_dragging = False
        self._announced_span: tuple[int, int] | None = None
        self.selectionChanged.connect(self._announce_selection)

    def set_document(
        self, document: Document | None, *, heading: Heading | None = None, offset: int = 0
    ) -> None:
        """Show a document from `offset` on; nothing for None. Marks of the one before are gone."""
        super().set_document(document, heading=heading, offset=offset)
        self._announce_selection()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Wish for a menu of what is under the mouse, or of what the keyboard has come to."""
        layout = self._layout
        offset = None if layout is None else offset_at(layout, self._scrolled(event.pos()))
        is_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        place = -1 if offset is None else offset
        self.menu_requested.emit(None if is_key else place, event.globalPos())
        event.accept()

    # The place

    def reading_place(self) -> KeptPlace | None:
        """Return where one reads, to the pixel; None for no document."""
        self._keys.glide.stop()
        return self._position.place

    def go_to_place(self, place: KeptPlace) -> None:
        """Bring the line of a place to where it stood."""
        self._position.go_to(place)
        self.viewport().update()
        self.page_moved.emit()

    # Selection

    def select_span(self, start: int, end: int) -> None:
        """Select text, without scrolling to it and without announcing it."""
        if self._layout is None or self._layout.paragraphs.document is None:
            return
        self.selectionChanged.disconnect(self._announce_selection)
        self._set_cursor(start, end)
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
        cursor, document = self.textCursor(), self._document()
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

    # Beside the page

    def offsets_by_height(self, rows: int) -> list[int]:
        """Return the offsets, about, at which `rows` equal parts of the whole height begin and end.

        Empty where there is no text. It lays nothing out, and costs the same for any length.
        """
        layout = self._laid_out()
        if layout is None or rows <= 0:
            return []
        return offsets_by_height(layout, rows, self.viewport().height())

    def set_side(self, width: int) -> None:
        """Leave room for something between the page and its scroll bar."""
        self.setViewportMargins(0, 0, width, 0)

    # Inside

    def _document(self) -> Document | None:
        return None if self._layout is None else self._layout.paragraphs.document

    def _laid_out(self) -> ReadingLayout | None:
        """Return the layout if there is text for a caret."""
        layout = self._layout
        if layout is None or len(layout.paragraphs) <= layout.paragraphs.heading_count:
            return None
        return layout

    def _set_cursor(self, anchor: int, offset: int) -> None:
        cursor = self._text_cursor(anchor, offset)
        with self._position.held():
            self.setTextCursor(cursor)
        self.viewport().update()

    def _announce_selection(self) -> None:
        if self._is_dragging:
            return
        span = self.selected_span()
        if span != self._announced_span:
            self._announced_span = span
            self.selection_span_changed.emit(span)

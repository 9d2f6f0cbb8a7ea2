"""A caret in the article, for those who have no mouse: it goes where the keys say, and selects."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleTextCursorEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from reader.core.document import Document
from reader.core.sentences import sentence_at
from reader.ui.reading.caret import Caret, Unit, move_of
from reader.ui.reading.paragraphs import Heading
from reader.ui.reading.selection import trimmed
from reader.ui.reading.walking import WalkingCanvas

_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CaretCanvas(WalkingCanvas):
    """Show a document in which the keys select. Offsets are code points into it.

    With Shift, the keys that move in a text select from what is current or from the page's begin.
    In caret mode they move a caret that is seen.
    """

    caret_mode_changed = Signal(bool)
    """Whether there is a caret that the keys move."""
    comment_requested = Signal()
    """Enter was pressed on what was selected by keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.caret_mode = False
        self._caret = Caret()
        self._meant: tuple[int, int] | None = None  # what became current since the caret moved

    def set_document(
        self, document: Document | None, *, heading: Heading | None = None, offset: int = 0
    ) -> None:
        """Show a document from `offset` on; nothing for None. Marks of the one before are gone."""
        self._meant = None
        super().set_document(document, heading=heading, offset=offset)
        if self.caret_mode:
            self._place_caret()

    def set_caret_mode(self, *, on: bool) -> None:
        """Show a caret that the keys move, or let them scroll again."""
        if on is self.caret_mode:
            return
        self.caret_mode = on
        if on:
            self.setFocus()
            self._place_caret()
        elif self._text is not None:
            self._set_cursor(self.caret_offset(), self.caret_offset())
        self._show_caret(shown=on)
        self.caret_mode_changed.emit(on)

    def caret_offset(self) -> int:
        """Return where the caret is, seen or not; the text's begin while it is in the heading."""
        return 0 if self._text is None else self._text.offset_at(self.textCursor().position())

    def move_caret(self, unit: Unit, direction: int, *, selects: bool) -> None:
        """Move the caret on (1) or back (-1); select what it passes, or let the selection go."""
        layout = self._laid_out()
        if layout is None or self._text is None:
            return
        cursor = self.textCursor()
        anchor, offset = self._text.offset_at(cursor.anchor()), self.caret_offset()
        if selects and anchor == offset and not self.caret_mode:
            anchor, offset = self._origin(direction)
        if unit is Unit.CHARACTER and not selects and anchor != offset:
            offset = max(anchor, offset) if direction > 0 else min(anchor, offset)
        else:
            page = self.viewport().height() - 2 * self.verticalScrollBar().singleStep()
            offset = self._caret.moved(layout, offset, unit, direction, page=page)
        self._set_cursor(anchor if selects else offset, offset)
        self._meant = None
        self._reveal(offset)
        self._show_caret(shown=True)
        if QAccessible.isActive():
            position = self.textCursor().position()
            QAccessible.updateAccessibility(QAccessibleTextCursorEvent(self, position))

    def moved(self, offset: int, unit: Unit, direction: int) -> int:
        """Return where a caret goes from an offset that a key moves on (1) or back (-1)."""
        layout = self._laid_out()
        return offset if layout is None else Caret().moved(layout, offset, unit, direction, page=0)

    def current_span(self) -> tuple[int, int] | None:
        """Return the span of what became current last, seen or not; None once the caret moved."""
        return self._meant

    def select_around(self) -> None:
        """Select the sentence of what is selected, current or read; if it is, its paragraph."""
        layout, document = self._laid_out(), self._document()
        if layout is None or document is None or not document.text:
            return
        here = min(self._start(), len(document.text) - 1)  # the caret may stand behind the text
        start, end = self.selected_span() or (here, here + 1)
        paragraphs = layout.paragraphs
        first, last = paragraphs.span(paragraphs.at(start)), paragraphs.span(paragraphs.at(end - 1))
        begin, _ = sentence_at(document.text, start, *first)
        _, stop = sentence_at(document.text, end - 1, *last)
        wider = trimmed(document, (min(begin, start), max(stop, end)))
        if wider == self.selected_span():
            wider = trimmed(document, (first[0], last[1]))
        if wider is not None:
            self._set_cursor(*wider)
            self.ensure_visible(*wider)
            self._show_caret(shown=True)
            self._announced_span = None  # it may be the same again, whose bar was closed
            self._announce_selection()

    # Qt's

    def event(self, event: QEvent) -> bool:
        """Keep the keys of caret mode from those who have them as shortcuts."""
        is_asked = event.type() is QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and self._is_for_caret(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the caret, select, or leave the key to others."""
        move = move_of(event)
        selects = bool(event.modifiers() & _SHIFT)
        if move is not None and (selects or self.caret_mode):
            self.move_caret(*move, selects=selects)
        elif self._marks.focus is None and self._is_for_caret(event):
            if event.key() == Qt.Key.Key_Escape:
                self._leave_caret()
            else:
                self.comment_requested.emit()
        else:
            if self._text is not None and event.modifiers() & _CONTROL:
                self._text.fill(float("inf"))
            super().keyPressEvent(event)
            return
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the caret of caret mode."""
        super().focusInEvent(event)
        self._show_caret(shown=self.caret_mode)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the caret."""
        self._show_caret(shown=False)
        super().focusOutEvent(event)

    # Inside

    def _is_for_caret(self, event: QKeyEvent) -> bool:
        """Return whether a key means the caret, or what was selected by keys."""
        if self.caret_mode and move_of(event) is not None:
            return True
        if event.modifiers() & ~(_SHIFT | Qt.KeyboardModifier.KeypadModifier):
            return False
        is_selected = self._is_caret_shown() and self.selected_span() is not None
        if event.key() in _ENTER:
            return is_selected
        return event.key() == Qt.Key.Key_Escape and (is_selected or self.caret_mode)

    def _is_caret_shown(self) -> bool:
        return self._layout is not None and self._layout.caret_shown

    def _leave_caret(self) -> None:
        """Let a selection go that was made by keys, and leave caret mode."""
        if self.caret_mode:
            self.set_caret_mode(on=False)
        else:
            self._set_cursor(self.caret_offset(), self.caret_offset())
            self._show_caret(shown=False)

    def _current(self) -> tuple[int, int] | None:
        """Return the span of the current mention or annotation, if it is on the page."""
        span = self._meant
        return None if span is None or self.span_rect(*span).isNull() else span

    def _start(self) -> int:
        """Return where a caret comes to the page."""
        if self.caret_mode:
            return self.caret_offset()
        return (self._current() or (self.reading_offset(),))[0]

    def _origin(self, direction: int) -> tuple[int, int]:
        """Return anchor and caret of a selection that begins: around what is current."""
        current = self._current()
        if current is not None:
            return current if direction > 0 else (current[1], current[0])
        offset = self.caret_offset() if self._is_caret_here() else self.reading_offset()
        return offset, offset

    def _is_caret_here(self) -> bool:
        """Return whether the caret, seen or not, is on the page."""
        offset = self.caret_offset()
        first, last = self._position.extent(offset, offset + 1)
        top = self.verticalScrollBar().value()
        return first < top + self.viewport().height() and last > top

    def _place_caret(self) -> None:
        """Bring the caret to the page, unless it selects something there."""
        if self._text is None or self._laid_out() is None:
            return
        cursor = self.textCursor()
        if cursor.hasSelection() and self._is_caret_here():
            return
        start = (self._current() or (self.reading_offset(),))[0]
        self._set_cursor(start, start)
        self._show_caret(shown=self.hasFocus())

    def _reveal(self, offset: int) -> None:
        """Scroll as little as is needed for the caret's line, and one beside it, to be seen."""
        layout, bar = self._layout, self.verticalScrollBar()
        assert layout is not None
        height, air = self.viewport().height(), bar.singleStep()
        self._keys.glide.stop()
        target = bar.value()
        for _ in range(2):  # what comes into sight may be higher than was thought
            top, bottom = self._position.extent(offset, offset + 1)
            target = max(0, min(max(bar.value(), bottom + air - height), top - air))
            layout.measure(target, target + height)
        self._position.follow()
        bar.setValue(target)
        self._sideways.show_span(layout, offset, offset + 1)

    def _show_caret(self, *, shown: bool) -> None:
        if self._layout is not None and self._layout.caret_shown is not shown:
            self._layout.caret_shown = shown
            self.viewport().update()

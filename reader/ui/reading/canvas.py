"""The text of the reading view: shown at once at any length, scrolled calmly, kept in place."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QKeyEvent,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from reader.core.document import Document
from reader.ui.reading.document import ReadingDocument
from reader.ui.reading.hyphens import Hyphenation
from reader.ui.reading.idle import IdleWork
from reader.ui.reading.keys import ReadingKeys
from reader.ui.reading.layout import ReadingLayout
from reader.ui.reading.marks import Marks
from reader.ui.reading.paragraphs import Heading, Paragraphs
from reader.ui.reading.pictures import Pictures
from reader.ui.reading.place import place_at, place_offset, span_boxes
from reader.ui.reading.position import ReadingPosition
from reader.ui.reading.style import ReadingStyle, Role, Typography
from reader.ui.scroll_bar import keep_bar

_OFFSET_EVERY_MS = 200
_LANDING = 3  # a span that is scrolled to stands at a third of the height
_MARGIN = 8  # pixels that a visible span keeps from the upper and lower edge


class ReadingCanvas(QTextEdit):
    """Show a document's text, read-only. Offsets are code points into it.

    It is fast at any size for what it does not do: only paragraphs on screen are laid out
    (`ReadingLayout`), marks never enter Qt's text but are painted beneath it (`Marks`), and Qt's
    text itself is filled in after the first paint (`ReadingDocument`).
    """

    first_painted = Signal()
    """The document's first page is on the screen."""
    reading_offset_changed = Signal(int)
    """What `reading_offset` returns; at most every 200 ms."""
    page_moved = Signal()
    """What is shown stands elsewhere: it was scrolled, resized, restyled or replaced."""
    zoom_requested = Signal(int)
    """Steps, negative for smaller."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = Marks()
        self._pictures = Pictures(self)
        self.hyphenation = Hyphenation(self)
        self.hyphenation.changed.connect(self._on_hyphens_changed)
        self._typography: Typography | None = None
        self._text: ReadingDocument | None = None
        self._layout: ReadingLayout | None = None
        self._painted = True
        self._wheel = 0
        self._set_up_widget()
        self._position = ReadingPosition(self)
        self._keys = ReadingKeys(self, self._position)
        steps = (self._prepare_near, self._fill, self._measure_rest, self._place_blocks)
        self._idle = IdleWork(steps, self)
        self._paint_timer = QTimer(self)
        self._paint_timer.setSingleShot(True)
        self._paint_timer.timeout.connect(self.first_painted)
        self._offset_timer = QTimer(self)
        self._offset_timer.setSingleShot(True)
        self._offset_timer.setInterval(_OFFSET_EVERY_MS)
        self._offset_timer.timeout.connect(self._on_offset_due)
        self.verticalScrollBar().sliderReleased.connect(self._idle.start)

    def set_document(
        self, document: Document | None, *, heading: Heading | None = None, offset: int = 0
    ) -> None:
        """Show a document from `offset` on; nothing for None. Marks of the one before are gone."""
        assert self._typography is not None, "set a style first"
        self._idle.stop()
        self._keys.glide.stop()
        self._marks.clear()
        paragraphs = Paragraphs(document, heading)
        text = ReadingDocument(paragraphs, self._typography, self)
        width = self.viewport().width()
        self._pictures.clear()
        self.hyphenation.set_document(document)
        layout = ReadingLayout(
            *(text, paragraphs, self._typography, self._marks, self._pictures, width),
            hyphens=self.hyphenation.hyphens(),
        )
        text.setDocumentLayout(layout)
        before, self._text, self._layout = self._text, text, layout
        with self._position.held():
            self.setDocument(text)  # which asks where its caret is, at the text's begin
            layout.is_taken = True
            self._position.open(layout, offset)
        if before is not None:
            before.deleteLater()
        self._painted = False
        self._refresh()

    def set_style(self, style: ReadingStyle) -> None:
        """Show the text in another way; the line that is being read stays where it is."""
        before, self._typography = self._typography, Typography(style)
        self._keys.glide.is_wanted = style.glides
        self._set_colours(style)
        if self._layout is None or self._text is None or before is None:
            self.set_document(None)
            return
        if replace(before.style, theme=style.theme, glides=style.glides) == style:
            self._layout.set_theme(self._typography)
            self.viewport().update()
            return
        with self._position.held():
            self._text.setDefaultFont(self._typography.font)
            self._layout.set_typography(self._typography)
        self._refresh()

    def ensure_visible(self, offset: int, end: int | None = None) -> None:
        """Scroll to a span unless all of it is visible: its first line to a third from the top."""
        layout = self._layout
        if layout is None or layout.paragraphs.document is None:
            return
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top, bottom = self._position.extent(offset, offset + 1 if end is None else end)
        value = bar.value() + self._keys.glide.rest
        if value + _MARGIN <= top and bottom <= value + height - _MARGIN:
            return
        target = max(0, top - height // _LANDING)
        layout.measure(target, target + height)
        top, _ = self._position.extent(offset, offset + 1)
        self._position.follow()
        value = bar.value() + self._keys.glide.rest
        self._keys.glide.by(min(max(0, top - height // _LANDING), bar.maximum()) - value)

    def reading_offset(self) -> int:
        """Return the offset of the first line that is wholly visible; 0 for no document."""
        layout = self._layout
        place = None if layout is None else place_at(layout, self.verticalScrollBar().value())
        return 0 if layout is None or place is None else place_offset(layout, place)

    def span_rect(self, start: int, end: int) -> QRect:
        """Return the box of a span's visible part in the viewport; a null one for none."""
        box = QRectF()
        for part in self._visible_boxes(start, end):
            box = box.united(part)
        return box.toAlignedRect() & self.viewport().rect()

    # Qt's

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint; what is not urgent begins after the first time."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self._paint_timer.start()
            self._idle.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Stay at the line that is being read: the first time, QTextEdit goes to its cursor."""
        with self._position.held():
            super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break lines anew where the measure changes; the line that is being read stays."""
        if self._layout is None:
            super().resizeEvent(event)
            return
        with self._position.held():
            self._layout.set_viewport_width(self.viewport().width())
            super().resizeEvent(event)
        self._refresh()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Measure what appears before it is painted."""
        if self._position.is_held:
            return
        if self._position.scrolled(dy):
            super().scrollContentsBy(dx, dy)
        else:
            self.viewport().update()
        self.page_moved.emit()
        self._idle.start()
        if not self._offset_timer.isActive():
            self._offset_timer.start()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the document's font, which QTextEdit would take from the widget."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self._text is not None:
            assert self._typography is not None
            self._text.setDefaultFont(self._typography.font)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll, or leave the key to QTextEdit."""
        if self._layout is not None and self._keys.handle(event, self._layout):
            event.accept()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or with Ctrl ask for a larger or smaller font."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._keys.glide.stop()
            super().wheelEvent(event)
            return
        self._wheel += event.angleDelta().y()
        steps = int(self._wheel / 120)  # eighths of a degree, 15 degrees a notch
        self._wheel -= steps * 120
        if steps:
            self.zoom_requested.emit(steps)
        event.accept()

    # Inside

    def _set_up_widget(self) -> None:
        flag = Qt.TextInteractionFlag
        self.setReadOnly(True)
        self.setTextInteractionFlags(flag.TextSelectableByMouse | flag.TextSelectableByKeyboard)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)  # what is dropped is the window's to open
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # One that came and went would move the column sideways.
        keep_bar(self)

    def _set_colours(self, style: ReadingStyle) -> None:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, style.theme.base)
        palette.setColor(QPalette.ColorRole.Text, style.theme.text)
        palette.setColor(QPalette.ColorRole.Highlight, style.theme.selection)
        palette.setColor(QPalette.ColorRole.HighlightedText, style.theme.selection_text)
        self.setPalette(palette)

    def _refresh(self) -> None:
        assert self._typography is not None
        line = self._typography.look(Role.PARAGRAPH, 0).line_height
        self.verticalScrollBar().setSingleStep(line)
        self.viewport().update()
        self.page_moved.emit()
        if self._painted:
            self._idle.start()

    def _on_hyphens_changed(self) -> None:
        if self._layout is not None:
            with self._position.held():
                self._layout.set_hyphens(self.hyphenation.hyphens())
            self._refresh()

    def _visible_boxes(self, start: int, end: int) -> list[QRectF]:
        if self._layout is None:
            return []
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        boxes = span_boxes(self._layout, start, end, top, top + height)
        return [box.translated(0, -top) for box in boxes]

    def _prepare_near(self, deadline: float) -> bool:
        return self._position.prepare_near(deadline)

    def _fill(self, deadline: float) -> bool:
        return self._text is None or self._text.fill(deadline)

    def _measure_rest(self, deadline: float) -> bool:
        if self._layout is None or self.verticalScrollBar().isSliderDown():
            return True  # `sliderReleased` goes on: the slider must not run from the hand
        done = self._layout.measure_some(deadline)
        self._position.follow()
        return done

    def _place_blocks(self, _deadline: float) -> bool:
        if self._layout is not None and QAccessible.isActive():
            top = self.verticalScrollBar().value()
            self._layout.place_blocks(top, top + self.viewport().height())
        return True

    def _on_offset_due(self) -> None:
        self.reading_offset_changed.emit(self.reading_offset())

    def _text_cursor(self, start: int, end: int) -> QTextCursor:
        """Return a cursor that selects a span; fills Qt's text as far as needed."""
        assert self._text is not None
        first, last = self._text.position_at(start), self._text.position_at(end)
        cursor = QTextCursor(self._text)
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        return cursor

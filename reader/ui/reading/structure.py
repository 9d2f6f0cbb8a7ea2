"""What can be touched in an article besides its text: links, notes, pictures and wide tables."""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QStatusTipEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from reader.core.document import Document, Picture, Run
from reader.ui.plain_text import plain_tooltip
from reader.ui.reading.canvas import ReadingCanvas
from reader.ui.reading.furniture import button_text
from reader.ui.reading.hearing import Hearing, announce
from reader.ui.reading.links import ReadingLinks
from reader.ui.reading.paragraphs import Heading
from reader.ui.reading.pictures import is_remote
from reader.ui.reading.place import offset_at, paragraph_at
from reader.ui.reading.sideways import Sideways
from reader.ui.reading.walk import Target, step, targets

_CONTROL = Qt.KeyboardModifier.ControlModifier
_FOLLOW = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_QUEUED = Qt.ConnectionType.QueuedConnection


class StructuredCanvas(ReadingCanvas):
    """Show a document whose links can be followed, and whose pictures are loaded when seen.

    Where a file comes from is not its business: it asks for one, and `set_picture` answers.
    """

    resource_requested = Signal(str)
    """The key of a picture that belongs to the article and is to be seen."""
    picture_requested = Signal(str)
    """The address of a picture that the user wants to have fetched."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._links = ReadingLinks(self)
        self._links.jump_wanted.connect(self._on_jump_wanted)
        self._links.flash_ended.connect(self._on_flash_ended)
        # Asked for while painting: whoever answers at once must not change what is being painted.
        self._pictures.file_wanted.connect(self._on_file_wanted, _QUEUED)
        self._pictures.changed.connect(self._on_picture_changed, _QUEUED)
        self._sideways = Sideways(self)
        self._said = ""
        self._hearing = Hearing(self._links)
        self.cursorPositionChanged.connect(self._on_cursor_moved)

    def set_document(
        self, document: Document | None, *, heading: Heading | None = None, offset: int = 0
    ) -> None:
        """Show a document from `offset` on; nothing for None. Marks of the one before are gone."""
        self._sideways.release()
        self._links.set_document(document)
        self._hearing = Hearing(self._links)
        super().set_document(document, heading=heading, offset=offset)

    # Pictures

    def set_picture(self, source: str, data: bytes | None) -> None:
        """Give the file of a picture by its source; None says that there is none.

        The source is `resource:` and the key that was asked for, or the address.
        """
        self._pictures.give(source, data)

    def picture_file(self, source: str) -> bytes | None:
        """Return the file of a picture that was loaded and is still at hand; else None."""
        return self._pictures.file(source)

    def picture_at(self, pos: QPoint) -> Picture | None:
        """Return the picture at a point of the viewport that a click would load; else None."""
        found = None if self._layout is None else paragraph_at(self._layout, self._scrolled(pos))
        if self._layout is None or found is None or found[1].composed.frame is None:
            return None
        picture = self._layout.paragraphs.picture(found[0])
        inside = QRect(found[1].composed.frame).contains(found[2].toPoint())
        return picture if picture is not None and inside and self._can_load(picture) else None

    def load_picture(self, picture: Picture) -> None:
        """Ask for a remote picture."""
        if is_remote(picture.source) and self._pictures.ask(picture.source):
            self.picture_requested.emit(picture.source)

    # Links

    def run_at(self, pos: QPoint) -> Run | None:
        """Return the innermost run at a point of the viewport that can be followed, or None."""
        offset = None if self._layout is None else offset_at(self._layout, self._scrolled(pos))
        if offset is None or self._layout is None:
            return None
        runs = self._layout.paragraphs.runs(self._layout.paragraphs.at(offset))
        here = [run for run in runs if run.start <= offset < run.end]
        here = [run for run in here if self._links.leads_somewhere(run)]
        return min(here, key=lambda run: run.end - run.start, default=None)

    def follow(self, run: Run, pos: QPoint, *, at_once: bool) -> None:
        """Go where a run leads that was clicked at a point of the viewport."""
        self._links.follow(run, self.viewport().mapToGlobal(pos), at_once=at_once)

    def say(self, run: Run | None) -> None:
        """Tell the window's status line where a run leads; None empties it."""
        words = "" if run is None else self._links.says(run)
        if words != self._said:
            self._said = words
            QApplication.sendEvent(self, QStatusTipEvent(words))

    # What the keys and the wheel do

    def ensure_visible(self, offset: int, end: int | None = None) -> None:
        """Scroll to a span unless all of it is visible, in a wide table sideways too."""
        super().ensure_visible(offset, end)
        if self._layout is not None and len(self._layout.paragraphs):
            self._sideways.show_span(self._layout, offset, end or offset + 1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll a wide table sideways, or the page."""
        at = self._scrolled(event.position().toPoint())
        if self._layout is not None and self._sideways.wheel(event, self._layout, at):
            self.page_moved.emit()
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow what the Tab key came to, scroll a wide table, or leave the key to others."""
        if self._marks.focus is not None and event.key() in _FOLLOW:
            self._follow_focus(at_once=bool(event.modifiers() & _CONTROL))
        elif self._marks.focus is not None and event.key() == Qt.Key.Key_Escape:
            self._set_focus(None)
        elif self._layout is not None and self._sideways.key(event, self._layout):
            self.page_moved.emit()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go on to the next link or picture on the page, and from the last one out of the view."""
        layout = self._layout
        if layout is None:
            return super().focusNextPrevChild(forward)
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        there = targets(
            layout, top, bottom, leads=self._links.leads_somewhere, loads=self._can_load
        )
        self._set_focus(step(self._marks, list(there), 1 if forward else -1))
        return self._marks.focus is not None or super().focusNextPrevChild(forward)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Forget what the Tab key came to."""
        self._set_focus(None)
        super().mousePressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep the key that follows a link from those who have it as a shortcut."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = (*_FOLLOW, Qt.Key.Key_Escape)
            if self._marks.focus is not None and event.key() in keys:
                event.accept()
                return True
        return super().event(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll; what the Tab key came to may be out of sight now."""
        if not self._position.is_held:
            self._marks.focus = None
        super().scrollContentsBy(dx, dy)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget what the Tab key came to, unless it is a menu that opened."""
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._set_focus(None)
        super().focusOutEvent(event)

    # Qt's

    def viewportEvent(self, event: QEvent) -> bool:
        """Show where a link leads, or what a footnote says."""
        if event.type() is not QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().viewportEvent(event)
        run = self._told_at(event.pos())
        if run is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(event.globalPos(), plain_tooltip(self._links.says(run)), self)
        return True

    # Inside

    def _told_at(self, pos: QPoint) -> Run | None:
        return self.run_at(pos)

    def _scrolled(self, pos: QPoint) -> QPoint:
        return pos + QPoint(0, self.verticalScrollBar().value())

    def _can_load(self, picture: Picture) -> bool:
        return bool(button_text(picture.source, self._pictures.state(picture.source)))

    def _set_focus(self, target: Target | None) -> None:
        self._marks.focus = target
        self.viewport().update()
        self.say(target if isinstance(target, Run) else None)
        if isinstance(target, Run):
            words = self._links.words(target)
            self._announce(f"{words}: {self._links.says(target)}")
        elif target is not None:
            state = self._pictures.state(target.source)
            self._announce(f"{target.alt}: {button_text(target.source, state)}")

    def _announce(self, words: str) -> None:
        announce(self, words)

    def _on_cursor_moved(self) -> None:
        """Say what the cursor came into: a heading, say, or a link."""
        if not QAccessible.isActive() or self._layout is None or self._text is None:
            return
        position = self.textCursor().position()
        number, _ = self._text.paragraph_at(position)
        if 0 <= number < len(self._layout.paragraphs):
            offset = self._text.offset_at(position)
            self._announce(self._hearing.words_at(self._layout.paragraphs, number, offset))

    def _follow_focus(self, *, at_once: bool) -> None:
        target = self._marks.focus
        if isinstance(target, Run):
            self.follow(
                target, self.span_rect(target.start, target.end).bottomLeft(), at_once=at_once
            )
        elif target is not None:
            self.load_picture(target)

    def _on_file_wanted(self, source: str) -> None:
        self.resource_requested.emit(source.removeprefix("resource:"))

    def _on_picture_changed(self, source: str) -> None:
        if self._layout is None:
            return
        for number in self._layout.paragraphs.with_picture(source):
            self._layout.lay_out_anew(number)
        self._position.follow()
        self.viewport().update()
        self._idle.start()

    def _on_jump_wanted(self, start: int, end: int) -> None:
        self._marks.flash = (start, end)
        self.ensure_visible(start)
        self.viewport().update()

    def _on_flash_ended(self) -> None:
        self._marks.flash = None
        self.viewport().update()

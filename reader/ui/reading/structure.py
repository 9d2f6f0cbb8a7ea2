"""What can be touched in an article besides its text: links, notes, pictures and wide tables."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QStatusTipEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from reader.core.document import Document, Picture, Run
from reader.ui.plain_text import plain_tooltip
from reader.ui.reading.canvas import ReadingCanvas
from reader.ui.reading.furniture import THUMB, button_text, thumb
from reader.ui.reading.laid import LaidParagraph
from reader.ui.reading.links import ReadingLinks
from reader.ui.reading.paragraphs import Heading
from reader.ui.reading.pictures import is_remote
from reader.ui.reading.place import offset_at
from reader.ui.reading.style import Role
from reader.ui.reading.tables import Table

_REACH = 5  # pixels around a table's bar that count for it
_STEP = 60  # pixels that a key scrolls a table by
_WHEEL = 0.5  # pixels an eighth of a degree
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
        self._held_bar: tuple[Table, float] | None = None
        self._said = ""

    def set_document(
        self, document: Document | None, *, heading: Heading | None = None, offset: int = 0
    ) -> None:
        """Show a document from `offset` on; nothing for None. Marks of the one before are gone."""
        self._held_bar = None
        self._links.set_document(document)
        super().set_document(document, heading=heading, offset=offset)

    # Pictures

    def set_picture(self, source: str, data: bytes | None) -> None:
        """Give the file of a picture by its source; None says that there is none.

        The source is `resource:` and the key that was asked for, or the address.
        """
        self._pictures.give(source, data)

    def picture_at(self, pos: QPoint) -> Picture | None:
        """Return the picture at a point of the viewport that a click would load; else None."""
        number, laid, at = self._paragraph_at(pos)
        if self._layout is None or laid is None or laid.composed.frame is None:
            return None
        picture = self._layout.paragraphs.picture(number)
        if picture is None or not QRect(laid.composed.frame).contains(at.toPoint()):
            return None
        state = self._pictures.state(picture.source)
        return picture if button_text(picture.source, state) else None

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

    # Wide tables

    def ensure_visible(self, offset: int, end: int | None = None) -> None:
        """Scroll to a span unless all of it is visible, in a wide table sideways too."""
        super().ensure_visible(offset, end)
        layout = self._layout
        if layout is None or layout.paragraphs.document is None or not len(layout.paragraphs):
            return
        number = layout.paragraphs.at(offset)
        if layout.paragraphs.role(number)[0] is not Role.TABLE_ROW:
            return
        laid = layout.laid(number)
        first = layout.paragraphs.local(number, offset, laid.utf16)
        last = layout.paragraphs.local(number, end or offset + 1, laid.utf16)
        left, right = laid.reach(first, last)
        table = laid.composed.table
        if table is not None and not table.shift <= left <= right <= table.shift + table.room:
            self._shift_table(table, round((left + right - table.room) / 2))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll a wide table sideways, or the page."""
        across = event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            across = across or event.angleDelta().y()
        table = self._table_at(event.position().toPoint()) if across else None
        if table is None:
            super().wheelEvent(event)
            return
        self._shift_table(table, table.shift - round(across * _WHEEL))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll the wide table on the page sideways, or leave the key to others."""
        steps = {Qt.Key.Key_Left: -_STEP, Qt.Key.Key_Right: _STEP}
        step = steps.get(Qt.Key(event.key()), 0)
        table = self._widest_table() if step and not event.modifiers() else None
        if table is None:
            super().keyPressEvent(event)
            return
        self._shift_table(table, table.shift + step)
        event.accept()

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

    def _paragraph_at(self, pos: QPoint) -> tuple[int, LaidParagraph | None, QPointF]:
        """Return the paragraph at a point of the viewport, and the point in it."""
        layout = self._layout
        if layout is None or not len(layout.paragraphs):
            return 0, None, QPointF()
        at = self._scrolled(pos)
        number, rest = layout.locate(at.y())
        return number, layout.laid(number), QPointF(at.x() - layout.column.left, rest)

    def _table_at(self, pos: QPoint) -> Table | None:
        _, laid, at = self._paragraph_at(pos)
        table = None if laid is None else laid.composed.table
        inside = table is not None and 0 <= at.x() <= table.room
        return table if inside and table is not None and table.overflow else None

    def _widest_table(self) -> Table | None:
        """Return the wide table on the page, the first of several."""
        layout = self._layout
        if layout is None or not len(layout.paragraphs):
            return None
        number, rest = layout.locate(self.verticalScrollBar().value())
        y = -rest
        while number < len(layout.paragraphs) and y < self.viewport().height():
            laid = layout.laid(number)
            if laid.composed.table is not None and laid.composed.table.overflow:
                return laid.composed.table
            y += laid.height
            number += 1
        return None

    def _shift_table(self, table: Table, shift: int) -> None:
        shift = min(max(0, shift), table.overflow)
        if shift != table.shift:
            table.shift = shift
            self.viewport().update()
            self.page_moved.emit()

    def _hold_bar(self, pos: QPoint) -> bool:
        """Take hold of a wide table's bar, if there is one at a point; return whether."""
        _, laid, at = self._paragraph_at(pos)
        bar = None if laid is None else thumb(laid)
        if laid is None or bar is None or laid.composed.table is None:
            return False
        if not bar.adjusted(0, -_REACH, 0, _REACH + THUMB).contains(at):
            return False
        table = laid.composed.table
        scale = table.overflow / max(1.0, table.room - bar.width())
        self._held_bar = (table, table.shift - pos.x() * scale)
        return True

    def _drag_bar(self, pos: QPoint) -> bool:
        """Move the bar that is held to a point; return whether one is."""
        if self._held_bar is None:
            return False
        table, origin = self._held_bar
        scale = table.overflow / max(1.0, table.room - table.room * table.room / table.width)
        self._shift_table(table, round(origin + pos.x() * scale))
        return True

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

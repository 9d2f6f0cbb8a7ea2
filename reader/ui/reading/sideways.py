"""Tables that are wider than the page: scrolled sideways by wheel, keys or their bar."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QTextEdit

from reader.ui.reading.furniture import THUMB, thumb
from reader.ui.reading.layout import ReadingLayout
from reader.ui.reading.place import paragraph_at, paragraphs_between
from reader.ui.reading.style import Role
from reader.ui.reading.tables import Table

_REACH = 5  # pixels around a table's bar that count for it
_STEP = 60  # pixels that a key scrolls a table by
_WHEEL = 0.5  # pixels an eighth of a degree
_KEYS: dict[int, int] = {Qt.Key.Key_Left: -_STEP, Qt.Key.Key_Right: _STEP}


class Sideways:
    """Scroll the wide tables of a view."""

    def __init__(self, view: QTextEdit) -> None:
        self._view = view
        self._held: tuple[Table, float, float] | None = None

    @property
    def is_held(self) -> bool:
        """Return whether the mouse holds a table's bar."""
        return self._held is not None

    def table_at(self, layout: ReadingLayout, point: QPoint) -> Table | None:
        """Return the wide table at a point of the layout; None for none."""
        found = paragraph_at(layout, point)
        table = None if found is None else found[1].composed.table
        if found is None or table is None or not table.overflow:
            return None
        return table if 0 <= found[2].x() <= table.room else None

    def wheel(self, event: QWheelEvent, layout: ReadingLayout, point: QPoint) -> bool:
        """Scroll the table at a point, if the wheel is turned sideways; return whether it was."""
        across = event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            across = across or event.angleDelta().y()
        table = self.table_at(layout, point) if across else None
        return table is not None and self.scroll(table, table.shift - round(across * _WHEEL))

    def key(self, event: QKeyEvent, layout: ReadingLayout) -> bool:
        """Scroll the first wide table on the page, if that is what a key means."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers or event.key() not in _KEYS:
            return False
        top = self._view.verticalScrollBar().value()
        for _, laid in paragraphs_between(layout, top, top + self._view.viewport().height()):
            table = laid.composed.table
            if table is not None and table.overflow:
                return self.scroll(table, table.shift + _KEYS[event.key()])
        return False

    def scroll(self, table: Table, shift: int) -> bool:
        """Scroll a table to `shift` pixels, or as far as it goes; return true."""
        table.shift = min(max(0, shift), table.overflow)
        self._view.viewport().update()
        return True

    def show_span(self, layout: ReadingLayout, start: int, end: int) -> None:
        """Scroll the table of a span of the document to it, if that is needed."""
        number = layout.paragraphs.at(start)
        if layout.paragraphs.role(number)[0] is not Role.TABLE_ROW:
            return
        laid = layout.laid(number)
        first = layout.paragraphs.local(number, start, laid.utf16)
        last = layout.paragraphs.local(number, end, laid.utf16)
        left, right = laid.reach(first, last)
        table = laid.composed.table
        if table is not None and not table.shift <= left <= right <= table.shift + table.room:
            self.scroll(table, round((left + right - table.room) / 2))

    def hold(self, layout: ReadingLayout, point: QPoint) -> bool:
        """Take hold of a table's bar, if there is one at a point; return whether."""
        found = paragraph_at(layout, point)
        if found is None:
            return False
        _, laid, at = found
        table, bar = laid.composed.table, thumb(laid)
        if table is None or not bar.adjusted(0, -_REACH, 0, _REACH + THUMB).contains(at):
            return False
        scale = table.overflow / max(1.0, table.room - bar.width())
        self._held = (table, table.shift - point.x() * scale, scale)
        return True

    def drag(self, point: QPoint) -> bool:
        """Move the bar that is held to a point; return whether one is."""
        if self._held is None:
            return False
        table, origin, scale = self._held
        return self.scroll(table, round(origin + point.x() * scale))

    def release(self) -> bool:
        """Let the bar go; return whether one was held."""
        was_held, self._held = self._held is not None, None
        return was_held

"""What the keys do in the reading view: scroll calmly."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTextEdit

from reader.ui.reading.layout import ReadingLayout
from reader.ui.reading.position import ReadingPosition
from reader.ui.reading.scroll import Glide

_LINES_A_STEP = 2
_AIR = 4  # pixels above the line that a page begins with
_STEPS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PAGES: dict[int, int] = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_ENDS: dict[int, int] = {Qt.Key.Key_Home: -1, Qt.Key.Key_End: 1}
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class ReadingKeys:
    """Scroll a view: by lines, by pages (the space bar too), to the ends."""

    def __init__(self, view: QTextEdit, position: ReadingPosition) -> None:
        self._view = view
        self._position = position
        self._bar = view.verticalScrollBar()
        self.glide = Glide(self._bar, view)

    def handle(self, event: QKeyEvent, layout: ReadingLayout) -> bool:
        """Scroll if that is what a key means; return whether it was."""
        key, modifiers = event.key(), event.modifiers() & ~_KEYPAD
        if key == Qt.Key.Key_Space and modifiers in (_SHIFT, Qt.KeyboardModifier.NoModifier):
            self.page(-1 if modifiers else 1, layout)
        elif key in _PAGES and not modifiers:
            self.page(_PAGES[key], layout)
        elif key in _STEPS and not modifiers:
            self.glide.by(_STEPS[key] * _LINES_A_STEP * self._bar.singleStep())
        elif key in _ENDS and not modifiers & ~_CONTROL:
            self.end(_ENDS[key])
        else:
            return False
        return True

    def end(self, direction: int) -> None:
        """Go to the begin (-1) or the end (1) of the document."""
        self.glide.stop()
        if direction > 0:
            self._position.measure_end()
        self._bar.setValue(self._bar.maximum() if direction > 0 else 0)

    def page(self, direction: int, layout: ReadingLayout) -> None:
        """Scroll by what was read: down, the last whole line becomes the first."""
        if not len(layout.paragraphs):
            return
        height, line = self._view.viewport().height(), self._bar.singleStep()
        value = self._bar.value() + self.glide.rest
        if direction < 0:
            self.glide.by(-max(line, height - 2 * line))
            return
        layout.measure(value, value + height)
        self.glide.by(max(line, _last_whole_line(layout, value + height) - _AIR - value))


def _last_whole_line(layout: ReadingLayout, bottom: int) -> int:
    """Return the top of the last line that ends above `bottom`."""
    number, rest = layout.locate(bottom)
    top = bottom - rest
    while True:
        whole = [line for line in layout.laid(number).lines if line.top + line.height <= rest]
        if whole or number == 0:
            return top + max((line.top for line in whole), default=0)
        number -= 1
        rest = layout.laid(number).height
        top -= rest

"""Where the focus goes in a part of the window that has several controls."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget


def lead_focus(part: QWidget, first: QWidget) -> None:
    """Let the focus that a part is given go to one of its controls.

    With Qt's focus proxy, the Tab key would never come to the part's other controls.
    """
    part.installEventFilter(_Lead(part, first))


class _Lead(QObject):
    def __init__(self, part: QWidget, first: QWidget) -> None:
        super().__init__(part)
        self._first = first

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn and isinstance(event, QFocusEvent):
            self._first.setFocus(event.reason())
            return True
        return False

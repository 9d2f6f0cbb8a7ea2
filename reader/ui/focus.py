"""Where the focus goes in a part of the window that has several controls."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

_BY_KEY = (
    *(Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason),
    Qt.FocusReason.ShortcutFocusReason,
)
_PASSING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


def lead_focus(part: QWidget, first: QWidget) -> None:
    """Let the focus that a part is given go to one of its controls.

    With Qt's focus proxy, the Tab key would never come to the part's other controls.
    """
    part.installEventFilter(_Lead(part, first))


def ring_by_keyboard(widget: QWidget) -> None:
    """Let a large widget show a ring only where the keyboard brought the focus to it.

    The property "ring" says so to its style; around a whole page a ring would be too much for one
    who clicked into it, and its own rows say where they are.
    """
    widget.installEventFilter(_Ring(widget))


class _Ring(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            return False
        if isinstance(watched, QWidget) and isinstance(event, QFocusEvent):
            if event.reason() in _PASSING:  # what was before comes back
                return False
            has_ring = kind is QEvent.Type.FocusIn and event.reason() in _BY_KEY
            if has_ring != bool(watched.property("ring")):
                watched.setProperty("ring", has_ring)
                watched.style().unpolish(watched)
                watched.style().polish(watched)
                watched.update()
        return False


class _Lead(QObject):
    def __init__(self, part: QWidget, first: QWidget) -> None:
        super().__init__(part)
        self._first = first

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn and isinstance(event, QFocusEvent):
            self._first.setFocus(event.reason())
            return True
        return False

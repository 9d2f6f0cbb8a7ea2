"""Keys that a widget keeps for itself while it has the focus."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def claims(event: QEvent, keys: Collection[Qt.Key] | Callable[[], Collection[Qt.Key]]) -> bool:
    """Accept `event` and return true where it asks whether one of `keys` is a shortcut.

    Without that, a window-wide shortcut on a bare key, such as Enter, takes it from a list that
    has its own use for it. With Ctrl, Alt or Meta it stays the window's. A function as `keys` is
    only asked where it matters.
    """
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    bare = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    if callable(keys):
        keys = keys()
    if event.modifiers() & ~bare or event.key() not in keys:
        return False
    event.accept()
    return True

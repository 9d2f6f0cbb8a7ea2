"""Open rows of a list in new tabs: middle click, Ctrl+click, Ctrl+Enter, or by a menu."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from reader.ui.keys import ENTER
from reader.ui.tabs.tab import Goal

_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_MOUSE = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
)


class Asides(QObject):
    """Take from a list what is meant for a new tab; with Shift, too, the tab is shown.

    `goal_of` says where a row leads, None for nowhere; `keys` is the widget that has the keyboard.
    In a list that selects several rows, Ctrl+click goes on doing that.
    """

    def __init__(
        self,
        view: QAbstractItemView,
        goal_of: Callable[[QModelIndex], Goal | None],
        open_goal: Callable[[Goal, bool], None],
        *,
        keys: QWidget | None = None,
        has_menu: bool = True,
    ) -> None:
        super().__init__(view)
        self._view = view
        self._goal_of = goal_of
        self._open = open_goal
        self._keys = keys or view
        self._has_menu = has_menu
        several = QAbstractItemView.SelectionMode.ExtendedSelection
        self._with_control = view.selectionMode() != several
        self.menu: QMenu | None = None  # the last one
        view.viewport().installEventFilter(self)
        self._keys.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take clicks and keys that mean a new tab."""
        # What it is comes first: while the window goes, there are events of what is gone already.
        if isinstance(event, QKeyEvent):
            return watched is self._keys and self._takes_key(event)
        if isinstance(event, QMouseEvent) and event.type() in _MOUSE:
            return watched is self._view.viewport() and self._takes_mouse(event)
        if isinstance(event, QContextMenuEvent) and self._has_menu:
            return watched is self._view.viewport() and self._show_menu(event)
        return False

    def _takes_key(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() not in ENTER or modifiers not in (_CONTROL, _CONTROL | _SHIFT):
            return False
        goal = self._goal_at(self._view.currentIndex())
        if goal is None:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self._open(goal, bool(modifiers & _SHIFT))
        return True

    def _takes_mouse(self, event: QMouseEvent) -> bool:
        is_left = event.button() == Qt.MouseButton.LeftButton
        with_control = is_left and self._with_control and event.modifiers() & _CONTROL
        if event.button() != Qt.MouseButton.MiddleButton and not with_control:
            return False
        goal = self._goal_at(self._view.indexAt(event.position().toPoint()))
        if goal is None:
            return False
        if event.type() == QEvent.Type.MouseButtonRelease:
            self._open(goal, bool(event.modifiers() & _SHIFT))
        return True

    def _show_menu(self, event: QContextMenuEvent) -> bool:
        index = self._view.indexAt(event.pos())
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            index = self._view.currentIndex()
        goal = self._goal_at(index)
        if goal is None:
            return False
        self.menu = QMenu(self._view)
        self.menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu.addAction(self.tr("Open in a new tab"), lambda: self._open(goal, False))
        spot = self._view.visualRect(index).center()
        is_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        at: QPoint = self._view.viewport().mapToGlobal(spot) if is_key else event.globalPos()
        self.menu.popup(at)
        return True

    def add_to(self, menu: QMenu, index: QModelIndex) -> None:
        """Add what opens a row in a new tab to another menu, where the row leads somewhere."""
        goal = self._goal_at(index)
        if goal is not None:
            menu.addAction(self.tr("Open in a new tab"), lambda: self._open(goal, False))

    def _goal_at(self, index: QModelIndex) -> Goal | None:
        return self._goal_of(index) if index.isValid() else None

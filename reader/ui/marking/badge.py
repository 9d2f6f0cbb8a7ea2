"""The small sign beside marks that lie over each other: which of how many one has clicked."""

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from reader.ui.shortcuts.told import with_keys

_GAP = 8


class StackBadge(QToolButton):
    """Say “1/3”; a click on it opens the list of them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("stackBadge")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._number, self._count = 0, 0
        self._keys = ""
        self.hide()

    def set_keys(self, keys: str) -> None:
        """Name the keys that open the list."""
        self._keys = keys
        self._retranslate()

    def show_place(self, number: int, count: int, rect: QRect) -> None:
        """Say number `number` (from 0) of `count`, in the margin beside a line's box."""
        self._number, self._count = number, count
        self.setText(f"{number + 1}/{count}")
        self._retranslate()
        self.ensurePolished()
        self.resize(self.sizeHint())
        self.place_beside(rect)
        self.show()
        self.raise_()

    def place_beside(self, rect: QRect) -> None:
        """Stand behind a line's box, inside the parent; hide without one."""
        parent = self.parentWidget()
        if rect.isNull() or parent is None:
            self.hide()
            return
        x = min(rect.right() + _GAP, parent.width() - self.width() - 1)
        self.move(x, rect.center().y() - self.height() // 2)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        text = self.tr("%n mark(s) lie here: choose one", "", self._count)
        text = with_keys(text, self._keys)
        self.setToolTip(text)
        self.setAccessibleName(text)

"""The small sign beside marks that lie over each other: which of how many one has clicked."""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtWidgets import QToolButton, QWidget

_GAP = 2


class StackBadge(QToolButton):
    """Say “1/3”; a click on it opens the list of them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("stackBadge")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._number, self._count = 0, 0
        self.hide()

    def show_place(self, number: int, count: int, rect: QRect) -> None:
        """Say number `number` (from 0) of `count`, behind a box in the parent."""
        self._number, self._count = number, count
        self.setText(f"{number + 1}/{count}")
        self._retranslate()
        self.ensurePolished()
        self.resize(self.sizeHint())
        self.place_beside(rect)
        self.show()
        self.raise_()

    def place_beside(self, rect: QRect) -> None:
        """Stand behind the upper right corner of a box, inside the parent; hide without one."""
        if rect.isNull():
            self.hide()
            return
        at = rect.topRight() + QPoint(_GAP, -self.height() // 2)
        parent = self.parentWidget()
        assert parent is not None
        inside = parent.rect().adjusted(0, 0, -self.width(), -self.height())
        self.move(
            max(inside.left(), min(at.x(), inside.right())),
            max(inside.top(), min(at.y(), inside.bottom())),
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        text = self.tr("%n mark(s) lie here: choose one (O)", "", self._count)
        self.setToolTip(text)
        self.setAccessibleName(text)

"""A layout that breaks its widgets into lines, as a paragraph does its words."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem


class FlowLayout(QLayout):
    """Lay widgets out in lines from left to right; the last one takes what is left of its line."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 4) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Put an item behind the others."""
        self._items.append(item)

    def addWidget(self, widget: QWidget, /) -> None:
        """Put a widget behind the others."""
        self.insert_widget(len(self._items), widget)

    def insert_widget(self, place: int, widget: QWidget) -> None:
        """Put a widget before the one that is at `place` now."""
        self.addChildWidget(widget)
        # Qt deletes the item with the widget, and doesn't tell Python where it made it itself:
        # what stands at its address later would be taken for it. Of this one both know.
        self._items.insert(place, QWidgetItem(widget))
        self.invalidate()

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        """Return an item; None where there is none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        """Take an item out and return it; None where there is none."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Return that the layout takes no more height than it needs."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Return true: the narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at a width."""
        return self._arrange(QRect(0, 0, width, 0), is_for_good=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put each widget in its place."""
        super().setGeometry(rect)
        self._arrange(rect, is_for_good=True)

    def sizeHint(self) -> QSize:
        """Return the least size; the height follows from the width."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the widget that needs most."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, is_for_good: bool) -> int:
        lines: list[list[tuple[QLayoutItem, int]]] = [[]]  # items and their widths
        x = 0
        shown = self._shown()
        for item in shown:
            width = min(item.sizeHint().width(), rect.width())
            if item is shown[-1]:  # the field to type in: as narrow as it may be before it breaks
                width = min(item.minimumSize().width(), rect.width())
            if x > 0 and x + width > rect.width():
                lines.append([])
                x = 0
            if item is shown[-1]:
                width = rect.width() - x
            lines[-1].append((item, width))
            x += width + self._gap
        y = rect.y()
        for line in lines:
            height = max((item.sizeHint().height() for item, _ in line), default=0)
            if is_for_good:
                _place(line, QRect(rect.x(), y, rect.width(), height), self._gap)
            y += height + self._gap
        return y - self._gap - rect.y()


def _place(line: list[tuple[QLayoutItem, int]], rect: QRect, gap: int) -> None:
    """Put items beside each other, each in the middle of the line's height."""
    x = rect.x()
    for item, width in line:
        height = item.sizeHint().height()
        item.setGeometry(QRect(x, rect.y() + (rect.height() - height) // 2, width, height))
        x += width + gap

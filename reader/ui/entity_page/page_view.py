"""The scrolling part of an entity's page: a head of widgets, and any number of rows below it."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from reader.ui.entity_page.page_delegate import PageDelegate
from reader.ui.entity_page.page_rows import PageRows, RelatedRow
from reader.ui.keys import ENTER, claims
from reader.ui.page_column import column
from reader.ui.theme import Theme

_KEYS = (*ENTER, Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Right)


class PageView(QListView):
    """Show a head and rows that scroll together; only the rows on screen are ever painted."""

    row_chosen = Signal(int)  # by a click or Enter
    row_unfolded = Signal(int)  # by a click beside a name, space, ← or →

    def __init__(self, rows: PageRows, head: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._head = head
        self._delegate = PageDelegate(self)
        self.setObjectName("entityRows")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setModel(rows)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.verticalScrollBar().setSingleStep(24)
        head.setParent(self.viewport())
        head.installEventFilter(self)
        self._place_head()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._delegate.set_theme(theme)
        self.viewport().update()

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the rows from the window's shortcuts."""
        return claims(event, _KEYS) or super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the head's height."""
        if watched is self._head and event.type() == QEvent.Type.LayoutRequest:
            self._place_head()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the head the width of the rows."""
        super().resizeEvent(event)
        self._place_head()

    def updateGeometries(self) -> None:
        """Keep the head above the first row."""
        super().updateGeometries()
        self._head.move(self._head.x(), -self.verticalOffset())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the current row with Enter; unfold it with space or →, fold it with ←."""
        index, key = self.currentIndex(), event.key()
        if key in ENTER and index.isValid():
            self.row_chosen.emit(index.row())
        elif key in _KEYS and index.isValid():
            row = self._rows.row(index.row())
            wanted = {Qt.Key.Key_Left: True, Qt.Key.Key_Right: False}.get(Qt.Key(key))
            if isinstance(row, RelatedRow) and wanted in (None, row.is_open):
                self.row_unfolded.emit(index.row())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose a row; a related entity is unfolded unless its name is clicked."""
        super().mouseReleaseEvent(event)
        spot = event.position().toPoint()
        index = self.indexAt(spot)
        if event.button() != Qt.MouseButton.LeftButton or not _can_be_chosen(index):
            return
        row = self._rows.row(index.row())
        if isinstance(row, RelatedRow) and not self._delegate.name_rect(
            self.visualRect(index), self.font(), row
        ).contains(spot):
            self.row_unfolded.emit(index.row())
        else:
            self.row_chosen.emit(index.row())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what can be clicked."""
        super().mouseMoveEvent(event)
        clickable = _can_be_chosen(self.indexAt(event.position().toPoint()))
        shape = Qt.CursorShape.PointingHandCursor if clickable else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def _place_head(self) -> None:
        area = column(self.viewport().rect(), self)
        layout = self._head.layout()
        width = max(area.width(), 100)
        height = self._head.sizeHint().height()
        if layout is not None and layout.hasHeightForWidth():
            height = layout.totalHeightForWidth(width)
        self._head.setGeometry(area.left(), -self.verticalOffset(), width, height)
        if height != self._delegate.head_height:
            self._delegate.head_height = height
            self.scheduleDelayedItemsLayout()


def _can_be_chosen(index: QModelIndex) -> bool:
    return index.isValid() and bool(index.flags() & Qt.ItemFlag.ItemIsSelectable)

"""The rows of an article's entities."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from reader.ui.keys import ENTER, claims


class EntityView(QListView):
    """The rows; Enter or a click opens one, ↑ on the first one leaves."""

    row_opened = Signal(QModelIndex)
    menu_requested = Signal(QPoint)  # of the selected rows, at a place of the screen
    renaming_requested = Signal()
    left_upwards = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.clicked.connect(self._on_clicked)

    def event(self, event: QEvent) -> bool:
        """Keep Enter from the window's shortcuts."""
        return claims(event, ENTER) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current row with Enter; leave upwards from the first one."""
        key = event.key()
        if key == Qt.Key.Key_F2:
            self.renaming_requested.emit()
            return
        if key in ENTER:
            self._on_clicked(self.currentIndex())
            return
        before = self.currentIndex().row()
        super().keyPressEvent(event)
        if key == Qt.Key.Key_Up and self.currentIndex().row() == before:
            self.left_upwards.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the selected rows, which the one that was clicked is among."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            rect = self.visualRect(self.currentIndex())
            self.menu_requested.emit(self.viewport().mapToGlobal(rect.bottomLeft()))
        elif self.indexAt(event.pos()).isValid():
            self.menu_requested.emit(event.globalPos())

    def _on_clicked(self, index: QModelIndex) -> None:
        modifiers = QGuiApplication.keyboardModifiers()
        is_choosing = modifiers & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if is_choosing or not index.isValid():
            return
        if index.flags() & Qt.ItemFlag.ItemIsSelectable:
            self.row_opened.emit(index)

"""The window itself, as bare as can be: it is shown before the rest of the program is imported."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow

_SIZE = QSize(1280, 840)
_FRAME = QSize(16, 56)  # what the system's frame adds, about


class Window(QMainWindow):
    """A frame that remembers where it was, takes files that are dropped, and asks before closing.

    What is in it is the workbench's business.
    """

    painted = Signal()  # for the first time
    files_dropped = Signal(object)  # list[Path]
    close_requested = Signal(QCloseEvent)  # ignore the event to stay open
    closed = Signal()

    def __init__(self, state: QSettings) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle("Reader")
        self.setAcceptDrops(True)
        self.state = state
        self._painted = False
        available = self.screen().availableSize()
        self.resize(_SIZE.boundedTo(available - _FRAME))
        # The page's colour of last time, so that a dark room isn't lit up by a white frame.
        background = state.value("background")
        if isinstance(background, str):
            self.setStyleSheet(f"#mainWindow {{ background: {QColor(background).name()} }}")
        geometry = state.value("geometry")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)

    def set_background(self, colour: QColor) -> None:
        """Take the colour that the frame shall have the next time; now the workbench covers it."""
        self.state.setValue("background", colour.name())
        self.setStyleSheet("")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame, and tell of the first time once that is over."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that are dragged over the window."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on the files that were dropped."""
        urls = event.mimeData().urls()
        self.files_dropped.emit([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])
        event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close unless the workbench has something left to save."""
        event.accept()
        self.close_requested.emit(event)
        if event.isAccepted():
            self.state.setValue("geometry", self.saveGeometry())
            self.closed.emit()

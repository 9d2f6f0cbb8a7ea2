"""What is dragged onto the window: shown that it will be taken, and handed on when dropped."""

from typing import cast

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWindow,
)
from PySide6.QtWidgets import QWidget

from reader.ui.importing.offered import Offered, offered
from reader.ui.theme import Theme

_MARGIN = 14
_RADIUS = 12
_VEIL = 246  # of 255: how much of what is below is hidden


class DropOverlay(QWidget):
    """A frame over the whole window that says what will happen to what is dragged."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme: Theme | None = None
        self._words = ""
        self._hint = ""
        self.hide()

    @property
    def words(self) -> str:
        """Return what is said."""
        return self._words

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.update()

    def fit(self) -> None:
        """Cover the window at its present size."""
        self.setGeometry(self._window.rect())

    def say(self, words: str, hint: str = "") -> None:
        """Cover the window, and say in large letters what a drop will do."""
        self._words, self._hint = words, hint
        self.fit()
        self.setAccessibleName(words)
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the veil, the frame and the words."""
        theme = self._theme
        if theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(theme.base)
        veil.setAlpha(_VEIL)
        painter.fillRect(self.rect(), veil)
        frame = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        pen = QPen(theme.accent, 2.5, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRoundedRect(frame, _RADIUS, _RADIUS)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.9)
        painter.setFont(font)
        painter.setPen(theme.text)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        middle = frame.adjusted(40, 0, -40, -30 if self._hint else 0)
        painter.drawText(middle, flags, self._words)
        if self._hint:
            painter.setFont(self.font())
            painter.setPen(theme.muted)
            painter.drawText(frame.adjusted(40, 50, -40, 30), flags, self._hint)


class Drops(QObject):
    """Watch what is dragged over a window; its own fields take text that is dropped on them.

    Files are never text: they are taken before a field can write their addresses down.
    """

    dropped = Signal(object)  # Offered

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.overlay = DropOverlay(window)
        self._window = window
        self._frame: QWindow | None = None
        self._has_files = False  # what is over the window now
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        self._watch_frame()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the window's events of dragging; all others go their way."""
        if watched is self._frame:
            return self._on_frame_event(event)
        match event.type():
            case QEvent.Type.Show | QEvent.Type.WinIdChange:
                self._watch_frame()
            case QEvent.Type.DragEnter:
                return self._on_entered(cast("QDragEnterEvent", event))
            case QEvent.Type.DragMove:
                cast("QDragMoveEvent", event).acceptProposedAction()
                return True
            case QEvent.Type.DragLeave:
                self.overlay.hide()
            case QEvent.Type.Drop:
                return self._on_dropped(cast("QDropEvent", event))
            case QEvent.Type.Resize:
                self.overlay.fit()
        return super().eventFilter(watched, event)

    def _watch_frame(self) -> None:
        """Watch the system's window, too: what is dragged comes there before it is anyone's."""
        frame = self._window.windowHandle()
        if frame is not None and frame is not self._frame:
            self._frame = frame
            frame.installEventFilter(self)

    def _on_frame_event(self, event: QEvent) -> bool:
        """Take files, wherever in the window they are."""
        match event.type():
            case QEvent.Type.DragEnter:
                entered = cast("QDragEnterEvent", event)
                self._has_files = bool(offered(entered.mimeData()).paths)
                return self._has_files and self._on_entered(entered)
            case QEvent.Type.DragMove if self._has_files:
                cast("QDragMoveEvent", event).acceptProposedAction()
                return True
            case QEvent.Type.DragLeave if self._has_files:
                self._has_files = False
                self.overlay.hide()
                return True
            case QEvent.Type.Drop if self._has_files:
                self._has_files = False
                return self._on_dropped(cast("QDropEvent", event))
        return False

    def _on_entered(self, event: QDragEnterEvent) -> bool:
        offer = offered(event.mimeData())
        if not offer or isinstance(event.source(), QWidget):
            event.ignore()  # what is dragged inside of the program comes from there already
            return True
        self.overlay.say(*self._words(offer))
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        return True

    def _on_dropped(self, event: QDropEvent) -> bool:
        self.overlay.hide()
        offer = offered(event.mimeData())
        if offer:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(offer)
        else:
            event.ignore()
        return True

    def _words(self, offer: Offered) -> tuple[str, str]:
        if len(offer.paths) == 1 and not offer.paths[0].is_dir():
            return self.tr("Drop the file to open it"), offer.paths[0].name
        if len(offer.paths) == 1:
            return self.tr("Drop the folder to import its articles"), offer.paths[0].name
        if offer.paths:
            return self.tr("Drop %Ln file(s) to import them", "", len(offer.paths)), ""
        if offer.address:
            return self.tr("Drop the link to open its page"), offer.address[:120]
        return self.tr("Drop the text to keep it as an article"), ""

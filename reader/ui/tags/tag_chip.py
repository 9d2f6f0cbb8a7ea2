"""One tag, with a cross that takes it away."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from reader.ui.keys import claims
from reader.ui.plain_text import one_line, plain_tooltip
from reader.ui.theme import Theme

_PADDING = 8
_CROSS = 8  # width of the cross
_MOST = 200  # pixels of a name, behind which it is elided
_REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TagChip(QAbstractButton):
    """Show a tag's name; a click on its cross, Delete or Backspace asks to take it away.

    To a screen reader it is a button that does so.
    """

    removal_requested = Signal(str)  # the name
    neighbour_requested = Signal(int)  # an arrow key: -1 for the one before, 1 for the next

    def __init__(self, name: str, theme: Theme | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._theme = theme
        self._is_on_cross = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setToolTip(plain_tooltip(name))
        self.setAccessibleName(one_line(name))
        self.clicked.connect(lambda: self.removal_requested.emit(self.name))
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the name with the cross behind it."""
        metrics = self.fontMetrics()
        name = min(metrics.horizontalAdvance(one_line(self.name)), _MOST)
        return QSize(2 * _PADDING + name + 8 + _CROSS, metrics.height() + 6)

    def minimumSizeHint(self) -> QSize:
        """Return the size of a few letters."""
        return QSize(min(60, self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint name and cross."""
        theme = self._theme
        if theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = theme.accent if self.hasFocus() else theme.border
        painter.setPen(QPen(edge, 1.0))
        painter.setBrush(theme.hover)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(theme.text)
        room = self.width() - 2 * _PADDING - 6 - _CROSS
        text = self.fontMetrics().elidedText(one_line(self.name), Qt.TextElideMode.ElideRight, room)
        place = QRectF(_PADDING, 0, room + 1, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        is_strong = self._is_on_cross or self.hasFocus()
        painter.setPen(QPen(theme.text if is_strong else theme.muted, 1.4))
        centre = QPointF(self.width() - _PADDING - _CROSS / 2, self.height() / 2)
        half = QPointF(_CROSS / 2 - 1, _CROSS / 2 - 1)
        mirrored = QPointF(half.x(), -half.y())
        painter.drawLine(centre - half, centre + half)
        painter.drawLine(centre - mirrored, centre + mirrored)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Wait for the release: only the cross is a button to the mouse."""
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that the cross can be clicked."""
        self._hover(is_on_cross=event.position().x() >= self._cross_left())

    def leaveEvent(self, event: QEvent) -> None:
        """Show the cross as it is."""
        super().leaveEvent(event)
        self._hover(is_on_cross=False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask to take the tag away where the cross was clicked; else take the keyboard."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if event.position().x() >= self._cross_left() and self.rect().contains(
            event.position().toPoint()
        ):
            self.removal_requested.emit(self.name)
        else:
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def event(self, event: QEvent) -> bool:
        """Claim the keys of this chip before the window's shortcuts get them."""
        return claims(event, _REMOVING) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the tag away, or go to the next one."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in _REMOVING:
            self.removal_requested.emit(self.name)
        elif event.key() in steps:
            self.neighbour_requested.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QEvent) -> None:  # type: ignore[override]
        """Show the frame."""
        super().focusInEvent(event)  # type: ignore[arg-type]
        self.update()

    def focusOutEvent(self, event: QEvent) -> None:  # type: ignore[override]
        """Hide the frame."""
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleDescription(self.tr("Tag; Delete takes it away"))

    def _cross_left(self) -> float:
        return self.width() - _PADDING - _CROSS - 4

    def _hover(self, *, is_on_cross: bool) -> None:
        if is_on_cross != self._is_on_cross:
            self._is_on_cross = is_on_cross
            cross = Qt.CursorShape.PointingHandCursor
            self.setCursor(cross if is_on_cross else Qt.CursorShape.ArrowCursor)
            self.update()

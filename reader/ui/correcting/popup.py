"""A small form over the text, beside what it is about."""

from PySide6.QtCore import QEvent, QRect, Qt, SignalInstance
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from reader.ui.placing import beside
from reader.ui.plain_text import PlainLabel

_BARE = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class Popup(QFrame):
    """Have the keyboard while shown; gone with Escape, or when the keyboard goes elsewhere.

    `back_to` gets the keyboard again.
    """

    def __init__(self, title: str, *, back_to: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("correctingPopup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(title)
        self._back_to = back_to
        heading = PlainLabel(max_lines=2)
        heading.setProperty("role", "strong")
        heading.setText(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 10, 12, 12)
        self.column.setSpacing(7)
        self.column.addWidget(heading)

    def open_beside(self, rect: QRect, bounds: QRect, *, width: int) -> None:
        """Show the form `width` wide beside `rect`, inside `bounds`, and give it the keyboard."""
        self.setFixedWidth(min(width, bounds.width() - 16))
        self.ensurePolished()
        self.adjustSize()
        inner = bounds.adjusted(8, 8, -8, -8)
        room = max(rect.top() - inner.top(), inner.bottom() - rect.bottom()) - 8
        if rect.isValid() and self.height() > room:  # it would cover what it is about
            self.reduce(self.height() - room)
            self.adjustSize()
        self.setGeometry(beside(rect if rect.isValid() else inner, inner, self.size()))
        self.show()
        self.raise_()
        self.first_focus().setFocus(Qt.FocusReason.PopupFocusReason)

    def first_focus(self) -> QWidget:
        """Return what the keyboard goes to."""
        return self

    def reduce(self, height: int) -> None:
        """Do with so much less height, as far as that is possible."""

    def event(self, event: QEvent) -> bool:
        """Keep the window's bare keys out."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_bare = not event.modifiers() & ~_BARE
            if is_bare:
                event.accept()
                return True
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the keyboard from now on."""
        super().showEvent(event)
        if not event.spontaneous():  # as by a window that is no longer minimized
            self._focus_changed().connect(self._on_focus_changed)

    def hideEvent(self, event: QHideEvent) -> None:
        """Follow the keyboard no more: the program outlives the form."""
        if not event.spontaneous():
            self._focus_changed().disconnect(self._on_focus_changed)
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape; no other key goes to the text below."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep clicks from the text below."""
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Keep the text below still."""
        event.accept()

    def leave(self) -> None:
        """Close the form, and give the keyboard back."""
        if not self.isHidden():
            self.hide()
            self._back_to.setFocus(Qt.FocusReason.PopupFocusReason)
            self.close()
            self.deleteLater()

    def _focus_changed(self) -> SignalInstance:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        return application.focusChanged

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if not isValid(self):  # it is destroyed while it has the keyboard
            return
        if self.isVisible() and now is not None and now is not self and not self.isAncestorOf(now):
            self.hide()
            self.deleteLater()

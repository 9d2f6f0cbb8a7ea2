"""A button that reads like a link: plain text, shortened where there is no room for all of it."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from reader.ui.plain_text import one_line, plain_tooltip

_PADDING = 8  # of the style sheet, on both sides together
_SLACK = 4  # so that what is measured surely fits


class LinkButton(QToolButton):
    """Show a text that is never wider than its place."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._hint = ""
        self.setProperty("role", "link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    @property
    def full_text(self) -> str:
        """Return the whole text, however much of it is seen."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show `text`, literally."""
        self._text = one_line(text)
        self.setAccessibleName(self._text)
        self._elide()
        self.updateGeometry()

    def set_hint(self, hint: str) -> None:
        """Say in a tooltip what it does, where the whole text needs none."""
        self._hint = hint
        self._elide()

    def sizeHint(self) -> QSize:
        """Return the size of the whole text."""
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self._text) + _PADDING + _SLACK
        return QSize(width, metrics.height() + 8)

    def minimumSizeHint(self) -> QSize:
        """Return the size of a few letters."""
        return QSize(60, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the text as there is room for."""
        super().resizeEvent(event)
        self._elide()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._elide()
            self.updateGeometry()

    def _elide(self) -> None:
        room = max(0, self.width() - _PADDING)
        shown = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, room)
        # An ampersand in a button's text would make the next letter its shortcut.
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(plain_tooltip(self._text) if shown != self._text else self._hint)

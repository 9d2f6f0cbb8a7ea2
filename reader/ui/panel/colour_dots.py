"""Six dots, one for each colour of the highlighter."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from reader.core.annotations import Colour
from reader.ui.kinds import colour_name
from reader.ui.plain_text import plain_tooltip
from reader.ui.theme import Theme

_DOT = 14
_BUTTON = QSize(22, 22)


class ColourDot(QAbstractButton):
    """A round button in one colour; checked, it wears a ring."""

    colour_clicked = Signal(object)  # Colour

    def __init__(self, colour: Colour, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = colour
        self._number = number
        self._theme: Theme | None = None
        self._name = ""
        self.setCheckable(True)
        self.setFixedSize(_BUTTON)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._on_clicked)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._theme = theme
        self.update()

    def set_name(self, name: str) -> None:
        """Show what the user calls the colour; "" for its own name."""
        self._name = name
        self._retranslate()

    def sizeHint(self) -> QSize:
        """Return the button's size, larger than the dot so that it is easy to hit."""
        return _BUTTON

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dot, its ring, and the focus."""
        if self._theme is None:
            return
        colours = self._theme.annotations[self._colour]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = _DOT + 2 if self.underMouse() else _DOT
        dot = QRectF(0, 0, size, size)
        dot.moveCenter(QRectF(self.rect()).center())
        painter.setPen(QPen(colours.mark, 1.5))
        painter.setBrush(colours.mark if self._theme.dark else colours.fill)
        painter.drawEllipse(dot)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.isChecked():
            painter.setPen(QPen(self._theme.text, 1.5))
            painter.drawEllipse(dot.adjusted(-2.5, -2.5, 2.5, 2.5))
        if self.hasFocus():
            painter.setPen(QPen(self._theme.accent, 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        own = colour_name(self._colour)
        name = f"{self._name} · {own.lower()}" if self._name else own
        self.setAccessibleName(name)
        words = f"{name} ({self._number})"  # the number is its key
        self.setToolTip(plain_tooltip(words) if self._name else words)

    def _on_clicked(self) -> None:
        self.colour_clicked.emit(self._colour)


class ColourDots(QWidget):
    """Offer the six colours in their order; ←/→ move between them."""

    colour_chosen = Signal(object)  # Colour

    def __init__(
        self, parent: QWidget | None = None, *, takes_focus: bool = True, checkable: bool = True
    ) -> None:
        super().__init__(parent)
        self._checkable = checkable
        self._dots: Mapping[Colour, ColourDot] = {
            colour: ColourDot(colour, number) for number, colour in enumerate(Colour, start=1)
        }
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for dot in self._dots.values():
            dot.setFocusPolicy(Qt.FocusPolicy.TabFocus if takes_focus else Qt.FocusPolicy.NoFocus)
            dot.setCheckable(checkable)
            dot.colour_clicked.connect(self._on_colour_clicked)
            layout.addWidget(dot)
        self._current: Colour | None = None

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        for dot in self._dots.values():
            dot.set_theme(theme)

    def set_names(self, names: Mapping[Colour, str]) -> None:
        """Show what the user calls the colours."""
        for colour, dot in self._dots.items():
            dot.set_name(names.get(colour, ""))

    def dot(self, colour: Colour) -> ColourDot:
        """Return the button of one colour."""
        return self._dots[colour]

    def set_current(self, colour: Colour | None) -> None:
        """Put the ring around one colour, or none."""
        self._current = colour
        for own, dot in self._dots.items():
            dot.setChecked(own is colour)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between the dots."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        dots = list(self._dots.values())
        focused = next((i for i, dot in enumerate(dots) if dot.hasFocus()), None)
        if event.key() in steps and focused is not None:
            step = steps[Qt.Key(event.key())]
            dots[(focused + step) % len(dots)].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def _on_colour_clicked(self, colour: Colour) -> None:
        if self._checkable:
            self.set_current(colour)
        self.colour_chosen.emit(colour)

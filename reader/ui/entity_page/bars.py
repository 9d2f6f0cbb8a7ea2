"""A small chart of bars, one a period.

Painted here rather than by a plotting library: pyqtgraph would bring numpy into the window's
process, which does without it, and some 150 ms of imports for one row of bars.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QLineF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.core.mentions import Kind
from reader.ui.entity_page.periods import Period
from reader.ui.keys import claims
from reader.ui.plain_text import scaled_font
from reader.ui.theme import Theme

_HEIGHT = 92
_WIDEST_BAR = 46.0
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Home: -(10**6),
    Qt.Key.Key_End: 10**6,
}


class Bars(QWidget):
    """Draw periods as bars; hover or ← and → tell one apart."""

    current_changed = Signal(object)  # Period, or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._periods: Sequence[Period] = ()
        self._kind = Kind.PERSON
        self._theme: Theme | None = None
        self._current: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def current(self) -> Period | None:
        """Return the period that is told apart; None for none."""
        return None if self._current is None else self._periods[self._current]

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._theme = theme
        self.update()

    def set_periods(self, periods: Sequence[Period], kind: Kind) -> None:
        """Draw `periods` in the colour of `kind`, none of them told apart."""
        self._periods, self._kind = tuple(periods), kind
        self._go_to(None)
        self.update()

    def describe(self, text: str) -> None:
        """Say for those who don't see it what is told apart."""
        self.setAccessibleDescription(text)
        event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(event)

    def bar(self, place: int) -> QRectF:
        """Return where the bar of a period is, in pixels, from the base line up."""
        area, width = self._area(), self._width()
        most = max((period.mention_count for period in self._periods), default=0) or 1
        count = self._periods[place].mention_count
        height = area.height() * count / most
        if count:
            height = max(height, 2.0)  # a single mention is seen beside thousands
        gap = min(max(width * 0.18, 0.0), 4.0)
        left = area.left() + place * width + gap / 2
        return QRectF(left, area.bottom() - height, max(width - gap, 1.0), height)

    def sizeHint(self) -> QSize:
        """Return one height for every chart."""
        return QSize(300, _HEIGHT)

    def event(self, event: QEvent) -> bool:
        """Keep the arrows from the window's shortcuts."""
        return claims(event, tuple(_STEPS)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the neighbour with ← and →, to the ends with Home and End."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or not self._periods:
            super().keyPressEvent(event)
            return
        last = len(self._periods) - 1
        start = self._current if self._current is not None else (last + 1 if step < 0 else -1)
        self._go_to(min(max(start + step, 0), last))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the period apart that the pointer is over."""
        place = int((event.position().x() - self._area().left()) // max(self._width(), 0.01))
        self._go_to(place if 0 <= place < len(self._periods) else None)

    def leaveEvent(self, event: QEvent) -> None:
        """Tell none apart any more."""
        super().leaveEvent(event)
        self._go_to(None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint bars, base line, the highest number and the years."""
        theme = self._theme
        if theme is None or not self._periods:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area, small = self._area(), scaled_font(self.font(), 0.85)
        painter.setFont(small)
        most = max(period.mention_count for period in self._periods)
        painter.setPen(QPen(theme.border, 1))
        painter.drawLine(QLineF(area.left(), area.top() - 0.5, area.right(), area.top() - 0.5))
        painter.drawLine(QLineF(area.left(), area.bottom(), area.right(), area.bottom()))
        painter.setPen(theme.muted)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        side = QRectF(0, area.top() - 10, area.left() - 6, 20)
        painter.drawText(side, right, str(most))
        self._paint_names(painter, QFontMetrics(small))
        colours = theme.kinds[self._kind]
        painter.setPen(Qt.PenStyle.NoPen)
        for place in range(len(self._periods)):
            painter.setBrush(theme.accent if place == self._current else colours.line)
            painter.drawRoundedRect(self.bar(place), 1.5, 1.5)
        if self.hasFocus():
            painter.setPen(QPen(theme.accent, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()

    def _paint_names(self, painter: QPainter, metrics: QFontMetrics) -> None:
        """Write the years below their first bar, as far as there is room."""
        free = -1.0
        for place, period in enumerate(self._periods):
            if place and period.month > 1:
                continue
            text = str(period.year)
            left = self.bar(place).center().x() - (
                metrics.horizontalAdvance(text) / 2 if not period.month else 0
            )
            width = metrics.horizontalAdvance(text)
            left = min(max(left, 0), self.width() - width - 1)
            if left > free:
                painter.drawText(int(left), self.height() - 5, text)
                free = left + width + 10

    def _area(self) -> QRectF:
        metrics = QFontMetrics(scaled_font(self.font(), 0.85))
        most = max((period.mention_count for period in self._periods), default=0)
        left = metrics.horizontalAdvance(str(most)) + 12
        below = metrics.height() + 5
        return QRectF(left, 10, max(self.width() - left - 4, 1), self.height() - 10 - below)

    def _width(self) -> float:
        return min(self._area().width() / max(len(self._periods), 1), _WIDEST_BAR)

    def _go_to(self, place: int | None) -> None:
        if place != self._current:
            self._current = place
            self.current_changed.emit(self.current)
            self.update()

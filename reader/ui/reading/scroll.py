"""Calm scrolling by keys: where a page ends, and how one gets there."""

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation
from PySide6.QtWidgets import QScrollBar, QStyle, QWidget

_GLIDE_MS = 140
_LONGEST_GLIDE = 2.0  # pages; further is a jump, over which the eye can't follow anyway


class Glide(QObject):
    """Move a scroll bar smoothly.

    Only differences are added to its value: others, who keep the reader's place while heights
    become known, may move it at the same time.
    """

    def __init__(self, bar: QScrollBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._bar = bar
        self._widget = parent
        self._distance = 0
        self._done = 0
        self.is_wanted = True
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setDuration(_GLIDE_MS)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._on_progress)

    @property
    def rest(self) -> int:
        """Return how many pixels are still to go."""
        running = self._animation.state() is QVariantAnimation.State.Running
        return self._distance - self._done if running else 0

    def by(self, distance: int) -> None:
        """Scroll down by `distance` pixels from where the glide under way will end."""
        distance += self.rest
        self.stop()
        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        calm = self._widget.style().styleHint(hint, None, self._widget) > 0
        if not (calm and self.is_wanted) or abs(distance) > _LONGEST_GLIDE * self._bar.pageStep():
            self._bar.setValue(self._bar.value() + distance)
            return
        self._distance, self._done = distance, 0
        self._animation.start()

    def stop(self) -> None:
        """Stop where it is."""
        self._animation.stop()

    def _on_progress(self, progress: object) -> None:
        assert isinstance(progress, float)
        due = round(progress * self._distance)
        self._bar.setValue(self._bar.value() + due - self._done)
        self._done = due

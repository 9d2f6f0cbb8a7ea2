"""Work done in slices while the event loop has nothing else to do."""

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

SLICE_MS = 4
"""How long one slice may last; the events that came in meanwhile are handled before the next."""


class IdleWork(QObject):
    """Run steps in slices, each step once the ones before it say that they are done.

    A step takes the slice's deadline (of `time.perf_counter`) and returns whether it is done. A
    step that found new work to do is served again after `start`.
    """

    def __init__(
        self, steps: Sequence[Callable[[float], bool]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._steps = steps
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def is_running(self) -> bool:
        """Return whether there is work left."""
        return self._timer.isActive()

    def start(self) -> None:
        """Go on, as soon as the event loop is idle."""
        if not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Rest until the next `start`."""
        self._timer.stop()

    def _on_timeout(self) -> None:
        deadline = time.perf_counter() + SLICE_MS / 1000
        for step in self._steps:
            if not step(deadline):
                return
        self._timer.stop()

"""Keep Python's longest collections of garbage away from the user's hands.

A full one looks at every object there is: with the window, its modules and a book open it holds the
window up for 50 to 150 ms, at any time, in the middle of scrolling. What one would find is little,
as nearly everything is freed when nobody needs it any more.
"""

import gc

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

_NEVER = 1_000_000
_AFTER_MS = 2_000
_AT_THE_LATEST_MS = 20 * 60_000


class Collecting(QObject):
    """Collect everything only while another program's window is used, or after a long time.

    What is there when this is made is for good, and never looked at again.
    """

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        self._timer = QTimer(self)
        self._timer.setInterval(_AT_THE_LATEST_MS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()
        young, old, _ = gc.get_threshold()
        gc.set_threshold(young, old, _NEVER)
        gc.freeze()
        application.applicationStateChanged.connect(self._on_state_changed)

    def _on_state_changed(self, state: Qt.ApplicationState) -> None:
        """Wait a moment: who only passes by another window is soon back."""
        is_away = state is not Qt.ApplicationState.ApplicationActive
        self._timer.start(_AFTER_MS if is_away else _AT_THE_LATEST_MS)

    def _collect(self) -> None:
        gc.collect()
        self._timer.start(_AT_THE_LATEST_MS)

"""The strip under the page that says what is being done, and how far it is."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from reader.ui.timers import single_shot

_PATIENCE_MS = 400
"""How long a task may take before it is shown that it is under way."""


class ProgressStrip(QFrame):
    """One sentence and a progress bar, for others to lay out; hidden until there is a task."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("taskBar")
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.progress = QProgressBar()
        self.progress.setObjectName("taskProgress")
        self.progress.setTextVisible(False)
        self.hide()

    @property
    def words(self) -> str:
        """Return what is said; "" while nothing is shown."""
        return self.label.text() if not self.isHidden() else ""

    def set_words(self, words: str) -> None:
        """Say what is being done, or what came of it."""
        self.label.setText(words)
        self.label.setAccessibleName(words)

    def set_busy(self) -> None:
        """Show that it is under way, but not how far."""
        self.progress.setRange(0, 0)

    def set_done(self, done: int, total: int) -> None:
        """Show how far it is."""
        self.progress.setRange(0, max(total, 1))
        self.progress.setValue(done)

    def set_error(self, is_error: bool) -> None:
        """Look like something that went wrong, or not."""
        if self.property("error") != is_error:
            self.setProperty("error", is_error)
            self.style().unpolish(self)
            self.style().polish(self)


@dataclass(frozen=True)
class TaskWords:
    """What is said of a task: as it begins, with {done} and {total}, and to a screen reader."""

    begun: str
    under_way: str
    progress: str


class WaitingStrip(ProgressStrip):
    """Show a task that ends by itself, if it takes long, with a button to stop it.

    `words` returns what is said of it in the language that is now installed.
    """

    cancel_requested = Signal()

    def __init__(self, words: Callable[[], TaskWords], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task_words = words
        self.cancel_button = QPushButton()
        self.cancel_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves it in the text
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self.label)
        row.addWidget(self.progress, 1)
        row.addWidget(self.cancel_button)
        self._timer = single_shot(self, _PATIENCE_MS, self.show)
        self.cancel_button.clicked.connect(self.cancel_requested)
        self._retranslate()

    def begin(self) -> None:
        """Get ready for a task."""
        self.set_busy()
        self.set_words(self._task_words().begun)
        self._timer.start()

    def show_progress(self, done: int, total: int) -> None:
        """Show how far it is."""
        number = QLocale().toString
        self.set_done(done, total)
        said = self._task_words().under_way
        self.set_words(said.format(done=number(done), total=number(total)))

    def end(self) -> None:
        """Hide, as the task is over."""
        self._timer.stop()
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.cancel_button.setText(self.tr("Stop"))
        self.progress.setAccessibleName(self._task_words().progress)

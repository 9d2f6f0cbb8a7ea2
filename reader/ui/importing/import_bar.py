"""The strip that shows an import: how far it is, and afterwards what came of it."""

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.imports import Progress
from reader.ui.progress_strip import ProgressStrip

_MINUTE_S = 60.0
_HOUR_S = 3600.0


class ImportBar(ProgressStrip):
    """Show an import's progress with its buttons; hidden while there is nothing to show."""

    pause_requested = Signal()
    resume_requested = Signal()
    cancel_requested = Signal()
    report_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label.setWordWrap(True)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._remaining = QLabel()
        self._remaining.setProperty("role", "muted")
        self.pause_button = QPushButton()
        self.cancel_button = QPushButton()
        self.report_button = QPushButton()
        self.close_button = QToolButton()
        self.close_button.setText("✕")
        self.close_button.setAutoRaise(True)
        for button in (self.pause_button, self.cancel_button, self.report_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves it in the text
        self._is_paused = False
        self._is_stuck = False
        self._lay_out()
        self.pause_button.clicked.connect(self._on_pause_clicked)
        self.cancel_button.clicked.connect(self.cancel_requested)
        self.report_button.clicked.connect(self.report_requested)
        self.close_button.clicked.connect(self.hide)
        self.retranslate()

    @property
    def remaining(self) -> str:
        """Return how long it still takes, in words."""
        return self._remaining.text()

    def retranslate(self) -> None:
        """Take the words of the buttons from the language that is now installed."""
        self.progress.setAccessibleName(self.tr("Progress of the import"))
        self.cancel_button.setText(self.tr("Stop"))
        self.report_button.setText(self.tr("Report…"))
        self.close_button.setToolTip(self.tr("Close"))
        self.close_button.setAccessibleName(self.tr("Close"))
        self._show_pause()

    def show_progress(self, progress: Progress, remaining_s: float | None) -> None:
        """Show how far the import is."""
        self.set_error(False)
        self._show_buttons(running=True)
        number = QLocale().toString
        self._remaining.setText("" if self._is_paused else self._left(remaining_s))
        if progress.is_counting:
            self.set_busy()
            self.set_words(
                self.tr("Looking for articles… {count}").format(count=number(progress.total))
            )
            return
        self.set_done(progress.done, progress.total)
        said = self.tr("Importing: {done} of {total}").format(
            done=number(progress.done), total=number(progress.total)
        )
        if progress.failed:
            said += " · " + self.tr("failed: {count}").format(count=number(progress.failed))
        if self._is_paused:
            said += " · " + self.tr("paused")
        self.set_words(said)

    def set_paused(self, paused: bool) -> None:
        """Show whether the import is paused."""
        self._is_paused, self._is_stuck = paused, False
        self._remaining.setText("")
        self._show_pause()

    def show_stuck(self, sentence: str) -> None:
        """Show why the import can't go on, and offer to try again."""
        self._is_paused = self._is_stuck = True
        self._show_pause()
        self._show_buttons(running=True)
        self._remaining.setText("")
        self.set_words(sentence)
        self.set_error(True)

    def show_result(self, summary: str, *, is_error: bool = False, has_report: bool = True) -> None:
        """Show what came of the import until it is closed."""
        self._is_paused = self._is_stuck = False
        self._show_pause()
        self._show_buttons(running=False)
        self.report_button.setVisible(has_report)
        self._remaining.setText("")
        self.set_words(summary)
        self.set_error(is_error)

    def _lay_out(self) -> None:
        words = QHBoxLayout()
        words.setSpacing(12)
        words.addWidget(self.label, 1)
        words.addWidget(self._remaining)
        left = QVBoxLayout()
        left.setSpacing(7)
        left.addLayout(words)
        left.addWidget(self.progress)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(8)
        row.addLayout(left, 1)
        for button in (
            self.pause_button,
            self.cancel_button,
            self.report_button,
            self.close_button,
        ):
            row.addWidget(button)

    def _show_buttons(self, *, running: bool) -> None:
        for part in (self.progress, self.pause_button, self.cancel_button):
            part.setVisible(running)
        for part in (self.report_button, self.close_button):
            part.setVisible(not running)
        self.show()

    def _show_pause(self) -> None:
        again = self.tr("Try again") if self._is_stuck else self.tr("Go on")
        self.pause_button.setText(again if self._is_paused else self.tr("Pause"))

    def _left(self, seconds: float | None) -> str:
        """Return how long the rest takes, as one would say it; "" where that is unknown."""
        if seconds is None:
            return ""
        if seconds < _MINUTE_S:
            return self.tr("less than a minute left")
        minutes, hours = round(seconds / _MINUTE_S), round(seconds / _HOUR_S)
        if seconds < _HOUR_S:
            return self.tr("about %Ln minute(s) left", "", minutes)
        return self.tr("about %Ln hour(s) left", "", hours)

    def _on_pause_clicked(self) -> None:
        if self._is_paused:
            self.resume_requested.emit()
        else:
            self.pause_requested.emit()

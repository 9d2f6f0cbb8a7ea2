"""The strip that shows how far printing is."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from reader.ui.timers import single_shot

_PATIENCE_MS = 400
"""How long printing may take before it is shown that it is under way."""


class PrintBar(QFrame):
    """Show the progress of printing, if it takes long; hidden while there is none."""

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("taskBar")
        self._label = QLabel()
        self.progress = QProgressBar()
        self.progress.setObjectName("taskProgress")
        self.progress.setTextVisible(False)
        self.cancel_button = QPushButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self._label)
        row.addWidget(self.progress, 1)
        row.addWidget(self.cancel_button)
        self._timer = single_shot(self, _PATIENCE_MS, self.show)
        self.cancel_button.clicked.connect(self.cancel_requested)
        self._retranslate()
        self.hide()

    def begin(self) -> None:
        """Get ready."""
        self.progress.setRange(0, 0)  # drawn as busy
        self._timer.start()

    def show_progress(self, done: int, total: int) -> None:
        """Show how far it is."""
        self.progress.setRange(0, max(total, 1))
        self.progress.setValue(done)

    def end(self) -> None:
        """Hide, as printing is over."""
        self._timer.stop()
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._label.setText(self.tr("Setting the pages…"))
        self.cancel_button.setText(self.tr("Stop"))
        self.progress.setAccessibleName(self.tr("Progress of printing"))

"""What stands in the place of a list without annotations."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget


class NothingThere(QWidget):
    """Say why there are no annotations; where a filter leaves none, let the user remove it."""

    clearing_requested = Signal()

    def __init__(self, top: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel()
        self._label.setProperty("role", "muted")
        self._label.setWordWrap(True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = QToolButton()
        self.button.setProperty("role", "link")
        self.button.clicked.connect(lambda _checked=False: self.clearing_requested.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(24, top, 24, 24)
        column.setSpacing(8)
        column.addWidget(self._label)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        self._retranslate()

    def say(self, words: str, *, is_filtered: bool) -> None:
        """Show a sentence, with the button where a filter is why nothing is there."""
        self._label.setText(words)
        self.button.setVisible(is_filtered)

    def text(self) -> str:
        """Return the sentence."""
        return self._label.text()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.button.setText(self.tr("Remove the filters"))

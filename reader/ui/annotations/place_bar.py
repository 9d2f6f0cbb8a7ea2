"""The line that asks for a passage in the article, to give an annotation its place by hand."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from reader.ui.plain_text import one_line, plain_tooltip

_LONGEST = 90


class PlaceBar(QFrame):
    """Say what is to be selected; the button works once something is."""

    placed = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noticeBar")
        self._quote = ""
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.place_button = QPushButton()
        self.place_button.setProperty("role", "primary")
        self.cancel_button = QPushButton()
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 6, 10, 6)
        line.addWidget(self._label, 1)
        line.addWidget(self.place_button)
        line.addWidget(self.cancel_button)
        self.place_button.clicked.connect(lambda _checked=False: self.placed.emit())
        self.cancel_button.clicked.connect(lambda _checked=False: self.cancelled.emit())
        self._retranslate()
        self.hide()

    def ask(self, quote: str) -> None:
        """Ask for the place of a quote."""
        self._quote = one_line(quote)
        self._label.setToolTip(plain_tooltip(quote))
        self.set_selected(is_selected=False)
        self._retranslate()
        self.show()

    def set_selected(self, *, is_selected: bool) -> None:
        """Let the button work while something is selected."""
        self.place_button.setEnabled(is_selected)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Cancel with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        quote = self._quote
        shown = quote if len(quote) <= _LONGEST else f"{quote[: _LONGEST - 1]}…"
        self._label.setText(
            self.tr("Select in the article where “{quote}” belongs.").format(quote=shown)
        )
        self.place_button.setText(self.tr("Place here"))
        self.cancel_button.setText(self.tr("Cancel"))

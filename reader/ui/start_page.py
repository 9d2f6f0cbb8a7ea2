"""What the middle of the window shows while no article is open: an invitation."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget


class StartPage(QWidget):
    """Invite to open a file or to read the sample."""

    open_requested = Signal()
    sample_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("startPage")
        self._title = QLabel()
        self._title.setObjectName("startTitle")
        font = self._title.font()
        font.setPointSizeF(font.pointSizeF() * 1.8)
        self._title.setFont(font)
        self._hint = QLabel()
        self._hint.setObjectName("startHint")
        self._hint.setWordWrap(True)
        for label in (self._title, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._open = QPushButton()
        self._open.setDefault(True)
        self._sample = QPushButton()
        self._sample.setFlat(True)
        invitation = QWidget()
        invitation.setMaximumWidth(460)
        column = QVBoxLayout(invitation)
        column.setSpacing(14)
        column.addStretch(2)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addSpacing(8)
        column.addWidget(self._open, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._sample, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(invitation)
        self._open.clicked.connect(self.open_requested)
        self._sample.clicked.connect(self.sample_requested)
        self.retranslate()

    def retranslate(self) -> None:
        """Take every word from the language that is now installed."""
        self._title.setText(self.tr("Open an article"))
        self._hint.setText(
            self.tr(
                "Its people, countries, places and organizations light up, and what you note on "
                "them stays with you, on this computer.\nDrop a file here, or open one."
            )
        )
        self._open.setText(self.tr("Open a file…"))
        self._sample.setText(self.tr("Read the sample articles"))

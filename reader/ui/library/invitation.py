"""What the library pane shows in the place of a list: an invitation, or why there is nothing."""

from PySide6.QtCore import SIGNAL, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget


class Invitation(QWidget):
    """Say why the list is empty; where the library is, invite to fill it."""

    open_requested = Signal()
    paste_requested = Signal()  # its button is there once something listens
    sample_requested = Signal()
    reset_requested = Signal()  # of the filters

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLabel()
        self._words.setProperty("role", "muted")
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.open_button = QPushButton()
        self.paste_button = QPushButton()
        self.sample_button = QPushButton()
        self.reset_button = QPushButton()
        self._inviting = (self.open_button, self.paste_button, self.sample_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 32, 20, 16)
        column.setSpacing(8)
        column.addWidget(self._words)
        column.addSpacing(8)
        for button in (*self._inviting, self.reset_button):
            column.addWidget(button)
        column.addStretch()
        self.open_button.clicked.connect(self.open_requested)
        self.paste_button.clicked.connect(self.paste_requested)
        self.sample_button.clicked.connect(self.sample_requested)
        self.reset_button.clicked.connect(self.reset_requested)
        self.retranslate()

    @property
    def words(self) -> str:
        """Return what is said."""
        return self._words.text()

    def retranslate(self) -> None:
        """Take every word from the language that is now installed."""
        self.open_button.setText(self.tr("Open files…"))
        self.paste_button.setText(self.tr("Paste an article"))
        self.sample_button.setText(self.tr("Read the sample articles"))
        self.reset_button.setText(self.tr("Remove the filters"))

    def invite(self) -> None:
        """Invite to fill an empty library."""
        self._words.setText(
            self.tr("The articles that you open stay here. Open some, or drop them anywhere.")
        )
        self._show_buttons(invites=True, resets=False)

    def say_nothing_matches(self) -> None:
        """Say that the filters leave nothing."""
        self._words.setText(self.tr("No article matches the filter."))
        self._show_buttons(invites=False, resets=True)

    def say_trash_is_empty(self) -> None:
        """Say that nothing is in the trash."""
        self._words.setText(self.tr("The trash is empty."))
        self._show_buttons(invites=False, resets=False)

    def say_shelf_is_empty(self) -> None:
        """Say that nothing is under a collection or tag, and how something gets there."""
        self._words.setText(self.tr("Nothing here yet. Drag articles onto the name above."))
        self._show_buttons(invites=False, resets=False)

    def say_all_is_read(self) -> None:
        """Say that no article is unread."""
        self._words.setText(self.tr("Everything has been read."))
        self._show_buttons(invites=False, resets=False)

    def _show_buttons(self, *, invites: bool, resets: bool) -> None:
        for button in self._inviting:
            button.setVisible(invites)
        can_paste = self.receivers(SIGNAL("paste_requested()")) > 0
        self.paste_button.setVisible(invites and can_paste)
        self.reset_button.setVisible(resets)

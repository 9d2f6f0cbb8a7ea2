"""The dialog in which one gives a web address, and sees the page come."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.document import Parsed
from reader.core.errors import ReaderError
from reader.ui.dialog_margins import DIALOG_MARGINS
from reader.ui.importing.fetching import Fetching
from reader.ui.preferences.task_bar import megabytes

_STEPS = 1000


class AddressDialog(QDialog):
    """Fetch the page at an address when the user says so; closing it stops that.

    A page that may not be the article is asked about: keep it, paste the text, or open a saved
    page in its place.
    """

    fetched = Signal(object)  # Parsed
    paste_requested = Signal(object)  # Parsed: the page whose article is pasted
    file_requested = Signal()

    def __init__(
        self,
        fetching: Fetching,
        *,
        sentence_of: Callable[[ReaderError], str],
        address: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("addressDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Open an address"))
        self.setMinimumWidth(520)
        self._fetching = fetching
        self._sentence_of = sentence_of
        self._doubtful: Parsed | None = None
        self.edit = QLineEdit(address)
        self.edit.setPlaceholderText("https://")
        self.edit.setClearButtonEnabled(True)
        self._label = QLabel(self.tr("Address of the article"))
        self._label.setBuddy(self.edit)
        self._hint = QLabel()
        self._hint.setProperty("role", "muted")
        self._hint.setWordWrap(True)
        self.message = QLabel()
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setWordWrap(True)
        self.message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.progress = QProgressBar()
        self.progress.setObjectName("taskProgress")
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress of fetching"))
        self.keep_button = QPushButton(self.tr("Keep it as it is"))
        self.paste_button = QPushButton(self.tr("Paste the text"))
        self.file_button = QPushButton(self.tr("Open a saved page…"))
        self.fetch_button = QPushButton(self.tr("Fetch"))
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self._lay_out()
        self._wire()
        self._show_waiting()
        self.edit.selectAll()
        self.edit.setFocus()

    def begin(self) -> None:
        """Fetch what is in the field."""
        address = self.edit.text().strip()
        if not address or self._fetching.is_busy:
            return
        self._doubtful = None
        self._show_running()
        self._fetching.begin(address)

    def done(self, result: int) -> None:
        """Close, by Escape too: what is being fetched is stopped."""
        self._leave()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close: what is being fetched is stopped."""
        self._leave()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.keep_button, self.paste_button, self.file_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        pair = QDialogButtonBox()  # in the order that the system has for them
        pair.addButton(self.fetch_button, QDialogButtonBox.ButtonRole.AcceptRole)
        pair.addButton(self.cancel_button, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addWidget(pair)
        self.fetch_button.setDefault(True)
        self.cancel_button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(*DIALOG_MARGINS)
        column.setSpacing(10)
        for part in (self._label, self.edit, self._hint, self.progress, self.message):
            column.addWidget(part)
        column.addStretch(1)
        column.addLayout(buttons)

    def _wire(self) -> None:
        fetching = self._fetching
        self.edit.textChanged.connect(lambda _text: self._show_waiting())
        self.fetch_button.clicked.connect(self.begin)
        self.cancel_button.clicked.connect(self._on_cancel_clicked)
        self.keep_button.clicked.connect(self._on_keep_clicked)
        self.paste_button.clicked.connect(self._on_paste_clicked)
        self.file_button.clicked.connect(self._on_file_clicked)
        fetching.progressed.connect(self._on_progressed)
        fetching.arrived.connect(self._on_arrived)
        fetching.fetched.connect(self._on_fetched)
        fetching.failed.connect(self._on_failed)
        fetching.cancelled.connect(self._show_waiting)

    def _leave(self) -> None:
        self._fetching.disconnect(self)
        self._fetching.cancel()

    # ---- what is shown

    def _show_waiting(self) -> None:
        if self._fetching.is_busy:
            return
        self._hint.setText(
            self.tr("Only this page is fetched, and only now; it is kept with the article.")
        )
        self._show(running=False, doubtful=False, message="")

    def _show_running(self) -> None:
        self._hint.setText(self.tr("Connecting…"))
        self.progress.setRange(0, 0)  # drawn as busy
        self._show(running=True, doubtful=False, message="")
        self.cancel_button.setFocus()

    def _show(self, *, running: bool, doubtful: bool, message: str, is_error: bool = False) -> None:
        self.edit.setEnabled(not running)
        self.progress.setVisible(running)
        self._hint.setVisible(not doubtful and not is_error)
        self.message.setText(message)
        self.message.setAccessibleName(message)
        self.message.setVisible(bool(message))
        self.message.setProperty("role", "danger" if is_error else "")
        self.message.style().unpolish(self.message)
        self.message.style().polish(self.message)
        for button in (self.keep_button, self.paste_button, self.file_button):
            button.setVisible(doubtful)
        self.fetch_button.setVisible(not doubtful and not running)
        self.fetch_button.setEnabled(bool(self.edit.text().strip()))
        self.cancel_button.setText(self.tr("Stop") if running else self.tr("Cancel"))
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self.resize(self.size().expandedTo(self.minimumSizeHint()))  # for more, or longer, buttons

    # ---- what happens

    def _on_progressed(self, come: int, total: int | None) -> None:
        if total:
            self.progress.setRange(0, _STEPS)
            self.progress.setValue(min(_STEPS, _STEPS * come // total))
            said = self.tr("Fetching… {done} of {total}")
            self._hint.setText(said.format(done=megabytes(come), total=megabytes(total)))
        else:
            self._hint.setText(self.tr("Fetching… {done}").format(done=megabytes(come)))

    def _on_arrived(self) -> None:
        self.progress.setRange(0, 0)
        self._hint.setText(self.tr("Looking for the article in the page…"))

    def _on_fetched(self, parsed: Parsed) -> None:
        if parsed.doubt is None:
            self._finish_with(parsed)
            return
        self._doubtful = parsed
        self._show(running=False, doubtful=True, message=self._sentence_of(parsed.doubt))
        self.paste_button.setFocus()

    def _on_failed(self, error: ReaderError) -> None:
        self._show(running=False, doubtful=False, message=self._sentence_of(error), is_error=True)
        self.edit.setFocus()
        self.edit.selectAll()

    def _on_cancel_clicked(self) -> None:
        if self._fetching.is_busy:
            self._fetching.cancel()
            self._hint.setText(self.tr("Stopping…"))
        else:
            self.reject()

    def _on_keep_clicked(self) -> None:
        if self._doubtful is not None:
            self._finish_with(self._doubtful)

    def _on_paste_clicked(self) -> None:
        parsed = self._doubtful
        if parsed is not None:
            self.accept()
            self.paste_requested.emit(parsed)

    def _on_file_clicked(self) -> None:
        self.accept()
        self.file_requested.emit()

    def _finish_with(self, parsed: Parsed) -> None:
        self.accept()
        self.fetched.emit(parsed)

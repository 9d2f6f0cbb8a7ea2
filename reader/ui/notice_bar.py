"""The one road to the user: a quiet line above the status bar, with a way to act on it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QWidget,
)

SHOWN_MS = 8000
"""How long a line that only reports stays; an error stays until it is closed."""


_MOST_FOR_BUTTONS = 0.55
"""How much of the width the buttons may take beside the sentence."""

MOST_ERRORS = 5
"""How many sentences about errors are shown at once, the newest of all."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something more to do about what is told: the button's words, and what it does."""

    words: str
    action: Callable[[], object]


class NoticeBar(QFrame):
    """Show one sentence, and maybe a button; the newest sentence replaces the one before.

    The sentence is plain text: it may quote file names and articles.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noticeBar")
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.action_button = QToolButton()
        self.other_button = QToolButton()
        for button in (self.action_button, self.other_button):
            button.setObjectName("noticeAction")
        self._close = QToolButton()
        self._close.setText("✕")
        self._close.setAutoRaise(True)
        self.choice_buttons: list[QToolButton] = []
        self._buttons = QWidget()
        self._row = QHBoxLayout(self._buttons)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.action_button)
        self._row.addWidget(self.other_button)
        self._content = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._content.addWidget(self._label)
        self._content.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignRight)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(14, 6, 8, 6)
        whole.addLayout(self._content)
        whole.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        self._close.clicked.connect(self.dismiss)
        self.action_button.clicked.connect(lambda: self._on_button_clicked(self._action))
        self.other_button.clicked.connect(lambda: self._on_button_clicked(self._other))
        self._errors: list[str] = []
        self._action: Callable[[], object] | None = None
        self._other: Callable[[], object] | None = None
        self.retranslate()
        self.hide()

    @property
    def sentence(self) -> str:
        """Return the sentence that is shown; "" while there is none."""
        return self._label.text() if not self.isHidden() else ""

    def retranslate(self) -> None:
        """Take the words of the bar itself from the language that is now installed."""
        self._close.setToolTip(self.tr("Close this message"))
        self._close.setAccessibleName(self.tr("Close this message"))

    def tell(
        self,
        sentence: str,
        *,
        button: str = "",
        action: Callable[[], object] | None = None,
        choices: Sequence[Choice] = (),
    ) -> None:
        """Report what was done; the line goes by itself. The choices stand before the button."""
        self._errors = []
        self._show(sentence, button, action, is_error=False)
        for choice in choices:
            self._add_choice(choice)
        self._timer.start(SHOWN_MS)

    def ask(
        self,
        sentence: str,
        *,
        button: str,
        action: Callable[[], object],
        other: str,
        other_action: Callable[[], object],
    ) -> None:
        """Offer two things to do; the line stays until it is closed, or something else is told."""
        self._timer.stop()
        self._errors = []
        self._show(sentence, button, action, is_error=False)
        self._other = other_action
        self.other_button.setText(other)
        self.other_button.show()

    def tell_error(
        self,
        sentence: str,
        *,
        button: str = "",
        action: Callable[[], object] | None = None,
        choices: Sequence[Choice] = (),
    ) -> None:
        """Report what went wrong; it stays until it is closed, and errors that follow join it."""
        self._timer.stop()
        if self.isHidden():
            self._errors = []
        if sentence in self._errors:
            self._errors.remove(sentence)
        self._errors = [*self._errors, sentence][-MOST_ERRORS:]
        self._show("\n".join(self._errors), button, action, is_error=True)
        for choice in choices:
            self._add_choice(choice)

    def dismiss(self) -> None:
        """Take the line away."""
        self._timer.stop()
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def _show(
        self, sentence: str, button: str, action: Callable[[], object] | None, *, is_error: bool
    ) -> None:
        self._action, self._other = action, None
        self.other_button.hide()
        self._clear_choices()
        self._label.setText(sentence)
        self._label.setAccessibleName(sentence)
        self.action_button.setText(button)
        self.action_button.setVisible(bool(button))
        if self.property("error") != is_error:
            self.setProperty("error", is_error)
            self.style().unpolish(self)
            self.style().polish(self)
        self.show()
        self._place_buttons()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the sentence where they would leave it next to no room."""
        super().resizeEvent(event)
        self._place_buttons()

    def _place_buttons(self) -> None:
        is_narrow = self._row.sizeHint().width() > self.width() * _MOST_FOR_BUTTONS
        direction = QBoxLayout.Direction
        self._content.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)

    def _add_choice(self, choice: Choice) -> None:
        button = QToolButton()
        button.setObjectName("noticeAction")
        button.setText(choice.words)
        button.clicked.connect(lambda: self._on_button_clicked(choice.action))
        self._row.insertWidget(len(self.choice_buttons), button)
        self.choice_buttons.append(button)
        self._place_buttons()

    def _clear_choices(self) -> None:
        for button in self.choice_buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.choice_buttons = []

    def _on_button_clicked(self, action: Callable[[], object] | None) -> None:
        self._action = self._other = None
        self.dismiss()
        if action is not None:
            action()

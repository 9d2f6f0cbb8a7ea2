"""The bar below the models: one question, one task under way, or what came of it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from reader.ui.progress_strip import ProgressStrip

Choice = tuple[str, Callable[[], object]]
"""A button's words and what it does."""

_BAR_STEPS = 1000


class TaskBar(ProgressStrip):
    """Say one sentence, with a progress bar or not, and buttons under it; hidden when idle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label.setWordWrap(True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._amount = QLabel()
        self._amount.setProperty("role", "muted")
        self._shown_buttons: list[QPushButton] = []
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.progress, 1)
        line.addWidget(self._amount)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 14, 24, 14)
        layout.setSpacing(10)
        layout.addWidget(self.label)
        layout.addLayout(line)
        layout.addLayout(self._buttons)
        self._dismissable = False
        self._before: QWidget | None = None  # what had the focus when a question came
        self.retranslate()

    @property
    def amount(self) -> str:
        """Return how far the task is, in words."""
        return self._amount.text()

    def buttons(self) -> list[QPushButton]:
        """Return the buttons, the first of them for what was proposed."""
        return list(self._shown_buttons)

    def retranslate(self) -> None:
        """Take the bar's own words from the language that is now installed."""
        self.progress.setAccessibleName(self.tr("Progress of the installation"))

    def ask(self, question: str, choices: Sequence[Choice]) -> None:
        """Ask something; the last choice is to leave all as it is, and Escape takes it.

        The focus comes here, and goes back to where it was.
        """
        if not self._has_focus():
            self._before = self.window().focusWidget()
        self._show(question, choices, is_error=False)
        self._dismissable = True
        self.buttons()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, sentence: str, choices: Sequence[Choice]) -> None:
        """Tell what came of it."""
        self._show(sentence, choices, is_error=False)
        self._dismissable = True

    def tell_error(self, sentence: str, choices: Sequence[Choice]) -> None:
        """Tell what went wrong."""
        self._show(sentence, choices, is_error=True)
        self._dismissable = True

    def begin(self, sentence: str, cancel: Choice) -> None:
        """Tell of a task that begins; `show_progress` follows."""
        self._show(sentence, [cancel], is_error=False)
        self._dismissable = False
        self.set_busy()
        self.progress.show()
        self._amount.setText("")
        self._amount.show()
        self.buttons()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_progress(self, done: int, total: int | None) -> None:
        """Show how many bytes of how many are done."""
        if total:
            self.set_done(_BAR_STEPS * done // total, _BAR_STEPS)
            share = QLocale().toString(100 * done // total)
            self._amount.setText(
                self.tr("{done} of {total} · {share} %").format(
                    done=megabytes(done), total=megabytes(total), share=share
                )
            )
        else:
            self._amount.setText(megabytes(done))

    def say(self, sentence: str) -> None:
        """Change what is said of the task under way; how long the rest takes is unknown."""
        self.set_words(sentence)
        self.set_busy()
        self._amount.setText("")

    def dismiss(self) -> bool:
        """Take away what isn't under way; return whether there was such a thing."""
        if self.isHidden() or not self._dismissable:
            return False
        had_focus = self._has_focus()
        self.hide()
        before, self._before = self._before, None
        # What had the focus may have gone with the model that it was about.
        if had_focus and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _show(self, sentence: str, choices: Sequence[Choice], *, is_error: bool) -> None:
        had_focus = self._has_focus()
        self.set_words(sentence)
        self.progress.hide()
        self._amount.hide()
        self._clear_buttons()
        self._buttons.addStretch(1)
        for number, (text, chosen) in enumerate(choices):
            button = QPushButton(text)
            button.setAutoDefault(False)
            if number == 0 and len(choices) > 1:
                button.setProperty("role", "primary")
            button.clicked.connect(chosen)
            self._buttons.addWidget(button)
            self._shown_buttons.append(button)
        self.set_error(is_error)
        self.show()
        if had_focus:  # it isn't lost with the button that had it
            self.buttons()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _has_focus(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _clear_buttons(self) -> None:
        self._shown_buttons = []
        while (item := self._buttons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def megabytes(size_bytes: int) -> str:
    """Return a size in words, in units of a million bytes."""
    size = size_bytes / 1_000_000
    digits = 0 if size >= 100 else 1
    return f"{QLocale().toString(size, 'f', digits)}\N{NO-BREAK SPACE}MB"

"""The slim bar below the text: what to find, how many there are, and the ways through them."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from reader.core.finding import LONGEST_QUERY, Query
from reader.ui.icons import icon
from reader.ui.keys import ENTER, claims
from reader.ui.theme import Theme
from reader.ui.timers import single_shot

TYPING_MS = 90
"""How long after a key the search begins; the next key puts it off again."""


class FindEdit(QLineEdit):
    """The field: Enter goes on, Shift+Enter back, Escape leaves."""

    step_requested = Signal(int)
    leave_requested = Signal()

    def event(self, event: QEvent) -> bool:
        """Keep Enter and Escape from the window's shortcuts."""
        return claims(event, (*ENTER, Qt.Key.Key_Escape)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through what was found, leave, or type."""
        if event.key() in ENTER:
            is_back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step_requested.emit(-1 if is_back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.leave_requested.emit()
        else:
            super().keyPressEvent(event)


class FindBar(QFrame):
    """Take what is looked for and how, and show what came of it; it finds nothing itself."""

    query_changed = Signal(object)
    """The `Query`, soon after the last key."""
    step_requested = Signal(int)
    """1 for the next one, -1 for the previous one."""
    leave_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self._counts = (0, 0)
        self._is_done, self._is_round = True, 0
        self.edit = FindEdit()
        self.edit.setMaxLength(LONGEST_QUERY)
        self.edit.setMinimumWidth(90)
        self.edit.setMaximumWidth(420)
        self.count = QLabel()
        self.previous_button, self.next_button = _button(), _button()
        self.exact_button, self.whole_button, self.any_button = _button(), _button(), _button()
        self.close_button = _button()
        self._build()
        self._timer = single_shot(self, TYPING_MS, self._announce_query)
        self._connect()
        self._retranslate()
        self.hide()

    def query(self) -> Query:
        """Return what is looked for."""
        return Query(
            text=self.edit.text(),
            exact=self.exact_button.isChecked(),
            whole_words=self.whole_button.isChecked(),
            any_word=self.any_button.isChecked(),
        )

    def set_words(self, words: str, *, any_word: bool = False) -> None:
        """Look for other words; the query is not announced."""
        for widget in (self.edit, self.any_button):
            widget.blockSignals(True)
        self.edit.setText(words)
        self.any_button.setChecked(any_word)
        for widget in (self.edit, self.any_button):
            widget.blockSignals(False)

    def set_found(self, number: int, count: int, *, done: bool, round_the_end: int = 0) -> None:
        """Show at which match of how many one is, 0 for none.

        `done` says that all are known; `round_the_end` is 1 or -1 where the text's end or begin
        was passed on the way.
        """
        self._counts, self._is_done, self._is_round = (number, count), done, round_the_end
        self._show_count()
        for button in (self.previous_button, self.next_button):
            button.setEnabled(count > 0)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self.previous_button.setIcon(icon("previous", theme))
        self.next_button.setIcon(icon("next", theme))
        self.close_button.setIcon(icon("close", theme))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # Inside

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 6, 4)
        row.setSpacing(2)
        row.addWidget(self.edit, 1)
        row.addWidget(self.previous_button)
        row.addWidget(self.next_button)
        row.addSpacing(4)
        row.addWidget(self.count)
        row.addStretch()
        for button in (self.exact_button, self.whole_button, self.any_button):
            button.setCheckable(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            row.addWidget(button)
        row.addSpacing(4)
        row.addWidget(self.close_button)
        self.count.setProperty("role", "muted")

    def _connect(self) -> None:
        self.edit.textChanged.connect(lambda _text: self._timer.start())
        self.edit.step_requested.connect(self._on_step_requested)
        self.edit.leave_requested.connect(self.leave_requested)
        for button in (self.exact_button, self.whole_button, self.any_button):
            button.toggled.connect(lambda _on: self._announce_query())
        self.previous_button.clicked.connect(lambda: self._on_step_requested(-1))
        self.next_button.clicked.connect(lambda: self._on_step_requested(1))
        self.close_button.clicked.connect(self.leave_requested)

    def _on_step_requested(self, step: int) -> None:
        if self._timer.isActive():
            self._announce_query()  # which leads to the first one
        else:
            self.step_requested.emit(step)

    def _announce_query(self) -> None:
        self._timer.stop()
        self.query_changed.emit(self.query())

    def _retranslate(self) -> None:
        self.edit.setPlaceholderText(self.tr("Find in the article"))
        self.edit.setAccessibleName(self.tr("Find in the article"))
        self.exact_button.setText(self.tr("Aá"))
        self.whole_button.setText(self.tr("“word”"))
        self.any_button.setText(self.tr("a | b"))
        for button, words in (
            (self.previous_button, self.tr("Previous one (Shift+Enter)")),
            (self.next_button, self.tr("Next one (Enter)")),
            (self.exact_button, self.tr("Capitals and accents count")),
            (self.whole_button, self.tr("Whole words only")),
            (self.any_button, self.tr("Any of the words")),
            (self.close_button, self.tr("Close (Esc)")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)
        self._show_count()

    def _show_count(self) -> None:
        (number, count), locale = self._counts, self.locale()
        shown, total = locale.toString(number), locale.toString(count)
        if not self.edit.text().strip():
            words = ""
        elif not count:
            words = self.tr("Not found") if self._is_done else self.tr("Searching…")
        elif not self._is_done:
            words = self.tr("{count}…").format(count=total)
        elif number:
            words = self.tr("{number} of {count}").format(number=shown, count=total)
        else:
            words = self.tr("%Ln place(s)", "", count)
        if self._is_round and number:
            sign = self.tr("from the beginning") if self._is_round > 0 else self.tr("from the end")
            words = f"{words} · {sign}"
        if words != self.count.text():
            self.count.setText(words)
            self.count.setAccessibleName(words)
            if self._is_done and words and QAccessible.isActive():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.edit, words))


def _button() -> QToolButton:
    button = QToolButton()
    button.setAutoRaise(True)
    button.setIconSize(QSize(18, 18))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button

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


@dataclass(frozen=True, slots=True)
class _Notice:
    """What is told, and what can be done about it; `place` is where it belongs, "" everywhere."""

    sentence: str
    first: Choice | None = None
    other: Choice | None = None
    choices: tuple[Choice, ...] = ()
    is_error: bool = False
    place: str = ""


class NoticeBar(QFrame):
    """Show one sentence, and maybe a button; the newest sentence replaces the one before.

    The sentence is plain text: it may quote file names and articles. What belongs to a place goes
    when that is left; where it is more than a report, it comes back with the place.
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
        self._timer.timeout.connect(self._on_time_over)
        self._close.clicked.connect(self._on_closed)
        self.action_button.clicked.connect(lambda: self._on_clicked(self._shown.first))
        self.other_button.clicked.connect(lambda: self._on_clicked(self._shown.other))
        self._errors: list[str] = []
        self._shown = _Notice("")
        self._place = ""
        self._held: dict[str, _Notice] = {}  # by place: what comes back with it
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

    def go_to(self, place: str) -> None:
        """Show what belongs to a place that one has come to, and no more what doesn't."""
        if place == self._place:
            return
        self._place = place
        if self._shown.place not in ("", place):
            self._hide()
        self._show_held()

    def tell(
        self,
        sentence: str,
        *,
        button: str = "",
        action: Callable[[], object] | None = None,
        choices: Sequence[Choice] = (),
        place: str = "",
    ) -> None:
        """Report what was done; the line goes by itself. The choices stand before the button."""
        self._errors = []
        first = _choice(button, action)
        self._show(_Notice(sentence, first, choices=tuple(choices), place=place))
        self._timer.start(SHOWN_MS)

    def ask(
        self, sentence: str, *, first: Choice, other: Choice | None = None, place: str = ""
    ) -> None:
        """Offer one or two things to do; the line stays until one is done or it is closed.

        What was told for a while of anything else stays that long, where this belongs to a place.
        """
        notice = _Notice(sentence, first, other, place=place)
        if place and self._timer.isActive() and self._shown.place != place:
            self._held[place] = notice
        else:
            self._tell_until_closed(notice)

    def forget(self, place: str) -> None:
        """Take away what was to stay at a place: it no longer holds."""
        held = self._held.pop(place, None)
        if held is not None and self._shown is held:
            self._on_time_over()

    def tell_error(
        self,
        sentence: str,
        *,
        button: str = "",
        action: Callable[[], object] | None = None,
        choices: Sequence[Choice] = (),
        place: str = "",
    ) -> None:
        """Report what went wrong; it stays until it is closed, and errors that follow join it.

        Those that belong to a place are told one at a time.
        """
        first = _choice(button, action)
        if place:
            notice = _Notice(sentence, first, None, tuple(choices), is_error=True, place=place)
            self._tell_until_closed(notice)
            return
        if self.isHidden():
            self._errors = []
        if sentence in self._errors:
            self._errors.remove(sentence)
        errors = [*self._errors, sentence][-MOST_ERRORS:]
        self._tell_until_closed(
            _Notice("\n".join(errors), first, None, tuple(choices), is_error=True)
        )
        self._errors = errors

    def dismiss(self) -> None:
        """Take away what is told everywhere; what belongs to a place stays there."""
        if not self._shown.place:
            self._hide()
            self._show_held()

    def _tell_until_closed(self, notice: _Notice) -> None:
        self._errors = []
        if notice.place:
            self._held[notice.place] = notice
        if notice.place in ("", self._place):
            self._timer.stop()
            self._show(notice)

    def _hide(self) -> None:
        self._timer.stop()
        self._shown = _Notice("")
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def _show_held(self) -> None:
        held = self._held.get(self._place)
        if held is not None and self.isHidden():
            self._show(held)

    def _show(self, notice: _Notice) -> None:
        self._shown = notice
        self._clear_choices()
        self._label.setText(notice.sentence)
        self._label.setAccessibleName(notice.sentence)
        for button, choice in (
            (self.action_button, notice.first),
            (self.other_button, notice.other),
        ):
            button.setText(choice.words if choice else "")
            button.setVisible(choice is not None)
        for choice in notice.choices:
            self._add_choice(choice)
        if self.property("error") != notice.is_error:
            self.setProperty("error", notice.is_error)
            self.style().unpolish(self)
            self.style().polish(self)
        self.show()
        self._place_buttons()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the sentence where they would leave it next to no room."""
        super().resizeEvent(event)
        self._place_buttons()

    def _place_buttons(self) -> None:
        place_buttons(self._content, self._buttons, self.width())

    def _add_choice(self, choice: Choice) -> None:
        button = QToolButton()
        button.setObjectName("noticeAction")
        button.setText(choice.words)
        button.clicked.connect(lambda: self._on_clicked(choice))
        self._row.insertWidget(len(self.choice_buttons), button)
        self.choice_buttons.append(button)
        self._place_buttons()

    def _clear_choices(self) -> None:
        for button in self.choice_buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.choice_buttons = []

    def _on_time_over(self) -> None:
        self._hide()
        self._show_held()

    def _on_closed(self) -> None:
        if self._held.get(self._shown.place) is self._shown:
            del self._held[self._shown.place]
        self._on_time_over()

    def _on_clicked(self, choice: Choice | None) -> None:
        self._on_closed()
        if choice is not None:
            choice.action()


def place_buttons(line: QBoxLayout, buttons: QWidget, width: int) -> None:
    """Put the buttons of a line below its sentence where they would leave it next to no room."""
    is_narrow = buttons.sizeHint().width() > width * _MOST_FOR_BUTTONS
    direction = QBoxLayout.Direction
    line.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)


def _choice(words: str, action: Callable[[], object] | None) -> Choice | None:
    return Choice(words, action or bool) if words else None

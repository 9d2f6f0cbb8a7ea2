"""Two fields for the first and the last day of something."""

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from reader.ui.library.dates import iso_date
from reader.ui.timers import single_shot

_TYPING_MS = 150
_DOUBT_MS = 700
"""How long what was typed may be no date before that is said: it may be half of one."""


class DateRange(QWidget):
    """Ask for two days, months or years, either of which may be missing; say what is no date."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.date_from, self.date_to = QLineEdit(), QLineEdit()
        self._wrong = QLabel()
        self._wrong.setProperty("role", "danger")
        self._wrong.setWordWrap(True)
        self._wrong.hide()
        self._timer = single_shot(self, _TYPING_MS, self._on_settled)
        self._doubt_timer = single_shot(self, _DOUBT_MS, self._tell_wrong)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        for edit in (self.date_from, self.date_to):
            edit.setMinimumWidth(60)
            edit.setClearButtonEnabled(True)
            edit.textChanged.connect(lambda _text: self._timer.start())
            line.addWidget(edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self._wrong)
        self._retranslate()

    def dates(self) -> tuple[str, str]:
        """Return both in ISO 8601; "" for none, and for what is no date."""
        return iso_date(self.date_from.text()) or "", iso_date(self.date_to.text()) or ""

    @property
    def is_right(self) -> bool:
        """Return whether both can be understood."""
        return None not in (iso_date(self.date_from.text()), iso_date(self.date_to.text()))

    def set_dates(self, date_from: str, date_to: str) -> None:
        """Show two dates in ISO 8601; what says the same stays as it was typed."""
        if (date_from, date_to) == self.dates():
            return
        with QSignalBlocker(self.date_from), QSignalBlocker(self.date_to):
            self.date_from.setText(date_from)
            self.date_to.setText(date_to)
        self._tell_wrong()

    def begin(self) -> None:
        """Take the keyboard in the first field."""
        self.date_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self.date_from.selectAll()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        for edit, placeholder, name in (
            (self.date_from, self.tr("from"), self.tr("Date from")),
            (self.date_to, self.tr("until"), self.tr("Date until")),
        ):
            edit.setPlaceholderText(placeholder)
            edit.setAccessibleName(name)
            edit.setToolTip(self.tr("A day, a month or a year: 2026-11-23, 23/11/2026, 2026-11"))
        self._wrong.setText(
            self.tr("That is no date: write a day, a month or a year, as in 23/11/2026.")
        )

    def _on_settled(self) -> None:
        if self.is_right:
            self._tell_wrong()
        else:
            self._doubt_timer.start()
        self.changed.emit()

    def _tell_wrong(self) -> None:
        self._doubt_timer.stop()
        self._wrong.setVisible(not self.is_right)

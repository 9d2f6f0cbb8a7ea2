"""When something was: the days that one asks for most, or a first and a last one to be typed."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from reader.ui.annotations.days import days_before
from reader.ui.drop_down import DropDown
from reader.ui.library.dates import iso_date
from reader.ui.timers import single_shot

_WEEK, _MONTH = 7, 30
_TYPING_MS = 150
_FRAME_PX = 20  # of a field, on both sides of its text together
_DOUBT_MS = 700
"""How long what was typed may be no date before that is said: it may be half of one."""


def offered_days(today: date) -> Sequence[tuple[str, str]]:
    """Return the words for stretches of days that end today, and the first day of each, ISO 8601.

    The first of them is any day at all: "".
    """
    translate = QCoreApplication.translate
    return (
        (translate("DateRange", "Any date"), ""),
        (translate("DateRange", "Today"), today.isoformat()),
        (translate("DateRange", "Last 7 days"), days_before(today, _WEEK)),
        (translate("DateRange", "Last 30 days"), days_before(today, _MONTH)),
        (translate("DateRange", "This year"), today.replace(month=1, day=1).isoformat()),
    )


def own_days() -> str:
    """Return the words for days that are typed."""
    return QCoreApplication.translate("DateRange", "From… until…")


class DateRange(QWidget):
    """Ask for two days, months or years, either of which may be missing; say what is no date.

    With `days`, a choice of those that one asks for most, the fields show for any others alone.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, has_days: bool = True) -> None:
        super().__init__(parent)
        self._has_days = has_days
        self.days = DropDown()
        self.days.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.days.setMinimumContentsLength(6)
        self.days.activated.connect(self._on_chosen)
        self.date_from, self.date_to = QLineEdit(), QLineEdit()
        self._wrong = QLabel()
        self._wrong.setProperty("role", "danger")
        self._wrong.setWordWrap(True)
        self._wrong.hide()
        self._timer = single_shot(self, _TYPING_MS, self._on_settled)
        self._doubt_timer = single_shot(self, _DOUBT_MS, self._tell_wrong)
        self._fields = QWidget()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._fields)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(6)
        for edit in (self.date_from, self.date_to):
            edit.setMinimumWidth(60)
            edit.textChanged.connect(lambda _text: self._timer.start())
            self._line.addWidget(edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.days, self._fields, self._wrong):
            column.addWidget(part)
        (self._fields if has_days else self.days).hide()
        self._retranslate()

    @property
    def is_right(self) -> bool:
        """Return whether both can be understood."""
        return None not in (iso_date(self.date_from.text()), iso_date(self.date_to.text()))

    def dates(self) -> tuple[str, str]:
        """Return both in ISO 8601; "" for none, and for what is no date."""
        return iso_date(self.date_from.text()) or "", iso_date(self.date_to.text()) or ""

    def set_dates(self, date_from: str, date_to: str) -> None:
        """Show two dates in ISO 8601; what says the same stays as it was typed."""
        if (date_from, date_to) != self.dates():
            self._fill(date_from, date_to)
            self._show_days()

    def clear(self) -> None:
        """Ask for any day, whatever was typed."""
        self._fill("", "")
        self._show_days()

    def begin(self) -> None:
        """Take the keyboard in the first field."""
        self._fields.show()
        self.date_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self.date_from.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put one field below the other where a date would be cut off."""
        super().resizeEvent(event)
        metrics = self.date_from.fontMetrics()
        needed = 2 * (metrics.horizontalAdvance("2000-00-00") + _FRAME_PX) + self._line.spacing()
        direction = QBoxLayout.Direction
        is_narrow = self.width() < needed
        self._line.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _fill(self, date_from: str, date_to: str) -> None:
        self._timer.stop()
        with QSignalBlocker(self.date_from), QSignalBlocker(self.date_to):
            self.date_from.setText(date_from)
            self.date_to.setText(date_to)
        self._tell_wrong()

    def _show_days(self) -> None:
        """Show which of the offered days these are, or else the fields."""
        if not self._has_days:
            return
        begins = [(begin, "") for _words, begin in offered_days(date.today())]
        dates = self.dates()
        self.days.setCurrentIndex(begins.index(dates) if dates in begins else len(begins))
        self._fields.setVisible(dates not in begins)

    def _on_chosen(self, place: int) -> None:
        offered = offered_days(date.today())
        if place == len(offered):
            self.begin()
            return
        self._fill(offered[place][1], "")
        self._fields.hide()
        self.changed.emit()

    def _retranslate(self) -> None:
        place = max(self.days.currentIndex(), 0)
        self.days.clear()
        self.days.addItems([*(words for words, _begin in offered_days(date.today())), own_days()])
        self.days.setCurrentIndex(place)
        self.days.setAccessibleName(self.tr("Date"))
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

"""The one way to ask for days."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from reader.ui.date_range import DateRange

OWN = 5


class Watch(QObject):
    """Takes note of what is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self.shown.append(watched)
        return False


@pytest.fixture
def dates(qtbot: QtBot) -> DateRange:
    dates = DateRange()
    qtbot.addWidget(dates)
    dates.show()
    qtbot.waitExposed(dates)
    return dates


def choose(qtbot: QtBot, box: QComboBox, place: int) -> None:
    box.setFocus()
    for _ in range(place - box.currentIndex()):
        qtbot.keyClick(box, Qt.Key.Key_Down)


def test_date_range_offers_the_days_that_one_asks_for_most(dates: DateRange) -> None:
    offered = [dates.days.itemText(place) for place in range(dates.days.count())]
    assert offered == [
        *("Any date", "Today", "Last 7 days", "Last 30 days", "This year"),
        "From… until…",
    ]
    assert not dates.date_from.isVisible()


def test_date_range_asks_for_this_year_by_the_keyboard(qtbot: QtBot, dates: DateRange) -> None:
    asked = QSignalSpy(dates.changed)
    choose(qtbot, dates.days, 4)
    assert dates.dates() == (f"{date.today().year}-01-01", "")
    assert asked.count() == 4
    assert not dates.date_from.isVisible()


def test_date_range_has_fields_for_other_days(qtbot: QtBot, dates: DateRange) -> None:
    choose(qtbot, dates.days, OWN)
    qtbot.waitUntil(dates.date_from.hasFocus)
    with qtbot.waitSignal(dates.changed):
        dates.date_from.clear()
        qtbot.keyClicks(dates.date_from, "23/11/2026")
    assert dates.dates() == ("2026-11-23", "")


def test_date_range_shows_what_it_is_given(dates: DateRange) -> None:
    dates.set_dates("2020-01", "2020-06")
    assert (dates.days.currentIndex(), dates.date_to.isVisible()) == (OWN, True)
    dates.set_dates(date.today().isoformat(), "")
    assert (dates.days.currentText(), dates.date_to.isVisible()) == ("Today", False)


def test_date_range_forgets_what_is_no_date(qtbot: QtBot, dates: DateRange) -> None:
    choose(qtbot, dates.days, OWN)
    qtbot.keyClicks(dates.date_from, "nunca")
    assert not dates.is_right
    dates.clear()
    assert (dates.date_from.text(), dates.days.currentIndex()) == ("", 0)
    assert dates.is_right


def test_date_range_opens_no_window_of_its_own(qtbot: QtBot) -> None:
    watch = Watch()
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(watch)
    for has_days in (True, False):
        qtbot.addWidget(DateRange(has_days=has_days))
    application.removeEventFilter(watch)
    assert watch.shown == []


@pytest.mark.parametrize("width", [140, 400])
def test_date_range_cuts_no_date_off(dates: DateRange, width: int) -> None:
    dates.set_dates("2020-01-30", "2020-06-30")
    dates.resize(width, 120)
    QApplication.processEvents()
    edit = dates.date_to
    assert edit.width() > edit.fontMetrics().horizontalAdvance(edit.text()) + 8
    assert (edit.y() > dates.date_from.y()) is (width < 200)

"""Mentions over time: periods, bars and the table."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader import paths
from reader.core.mentions import Kind
from reader.core.pages import MonthCount
from reader.ui.entity_page.over_time import OverTime
from reader.ui.entity_page.periods import by_month, by_year
from reader.ui.theme import load_theme

COUNTS = (MonthCount("2024-11", 2, 5), MonthCount("2025-02", 1, 9))


@pytest.fixture
def chart(qtbot: QtBot) -> OverTime:
    chart = OverTime()
    qtbot.addWidget(chart)
    chart.set_theme(load_theme(paths.resources() / "themes", "light"))
    chart.resize(500, 160)
    chart.show()
    chart.set_counts(COUNTS, Kind.PERSON)
    return chart


def test_periods_leave_no_month_out() -> None:
    periods = by_month(COUNTS)
    assert [(p.year, p.month) for p in periods] == [(2024, 11), (2024, 12), (2025, 1), (2025, 2)]
    assert [p.mention_count for p in periods] == [5, 0, 0, 9]


def test_periods_of_years_add_up() -> None:
    counts = (*COUNTS, MonthCount("2027-00", 1, 3))
    assert [(p.year, p.mention_count) for p in by_year(counts)] == [
        (2024, 5),
        (2025, 9),
        (2026, 0),
        (2027, 3),
    ]


def test_periods_of_nothing_are_none() -> None:
    assert by_month(()) == by_year(()) == []


def test_chart_tells_the_value_under_the_pointer(qtbot: QtBot, chart: OverTime) -> None:
    spot = chart.bars.bar(3).center().toPoint()
    QTest.mouseMove(chart.bars, QPoint(1, 1))
    QTest.mouseMove(chart.bars, spot)
    assert "9" in chart.value.text()
    assert "2025" in chart.value.text()


def test_chart_is_walked_with_the_arrows(qtbot: QtBot, chart: OverTime) -> None:
    QTest.keyClick(chart.bars, Qt.Key.Key_Right)
    assert "2024" in chart.value.text()
    assert "5" in chart.bars.accessibleDescription()
    QTest.keyClick(chart.bars, Qt.Key.Key_End)
    assert chart.bars.current is not None
    assert chart.bars.current.mention_count == 9


def test_chart_bars_are_as_high_as_their_values(qtbot: QtBot, chart: OverTime) -> None:
    heights = [chart.bars.bar(place).height() for place in range(4)]
    assert heights[1] == heights[2] == 0
    assert heights[0] / heights[3] == pytest.approx(5 / 9)


def test_chart_table_has_the_same_values(qtbot: QtBot, chart: OverTime) -> None:
    chart.table_button.click()
    assert chart.table.isVisible()
    texts = [
        [item.text() for column in range(3) if (item := chart.table.item(row, column))]
        for row in range(chart.table.rowCount())
    ]
    assert [row[1:] for row in texts] == [["9", "1"], ["5", "2"]]  # the newest first


def test_chart_goes_over_to_years(qtbot: QtBot, chart: OverTime) -> None:
    chart.years_button.click()
    assert [period.year for period in chart.periods()] == [2024, 2025]


def test_chart_of_many_years_begins_with_years(qtbot: QtBot, chart: OverTime) -> None:
    chart.set_counts([MonthCount("2001-01", 1, 1), MonthCount("2026-01", 1, 1)], Kind.PLACE)
    assert len(chart.periods()) == 26


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ([MonthCount("2026-03", 2, 5)], "In March 2026: 5 mention(s) · 2 article(s)"),
        ([MonthCount("2026-00", 1, 3)], "In 2026: 3 mention(s) · 1 article(s)"),
        (
            [MonthCount("2026-00", 1, 3), MonthCount("2026-01", 1, 1)],
            "In 2026: 4 mention(s) · 2 article(s)",
        ),
    ],
)
def test_chart_of_one_month_is_a_sentence(
    chart: OverTime, counts: list[MonthCount], words: str
) -> None:
    chart.table_button.click()
    chart.set_counts(counts, Kind.PERSON)
    assert chart.value.text() == words
    hidden = (chart.bars, chart.table, chart.table_button, chart.months_button, chart.years_button)
    assert not any(part.isVisible() for part in hidden)
    chart.set_counts(COUNTS, Kind.PERSON)
    assert chart.value.text() == ""
    assert all(part.isVisible() for part in hidden)


def test_chart_of_two_months_of_one_year_is_one_of_months(chart: OverTime) -> None:
    chart.set_counts([MonthCount("2026-03", 2, 5), MonthCount("2026-04", 2, 5)], Kind.PERSON)
    assert chart.bars.isVisible()
    assert chart.table_button.isVisible()
    assert not chart.years_button.isVisible()
    assert len(chart.periods()) == 2


def test_periods_of_a_year_alone_add_to_its_first_month() -> None:
    counts = (MonthCount("2026-00", 1, 3), MonthCount("2026-01", 1, 1), MonthCount("2026-02", 1, 1))
    assert [p.mention_count for p in by_month(counts)] == [4, 1]


def test_chart_without_dates_is_not_there(qtbot: QtBot, chart: OverTime) -> None:
    chart.set_counts((), Kind.PERSON)
    assert not chart.isVisible()

from pathlib import Path

import pytest

from reader.core.imports import Fate, Item, Pace, Report


def test_report_counts_what_is_new_in_the_library() -> None:
    items = tuple(Item(Path(fate), fate) for fate in Fate)
    report = Report(items)
    assert report.kept == 3
    assert [item.fate for item in report.of(Fate.FAILED, Fate.ADDED)] == [Fate.ADDED, Fate.FAILED]


def test_pace_says_nothing_before_it_knows() -> None:
    pace = Pace()
    pace.step(0.0, 0)
    pace.step(1.0, 1)
    assert pace.remaining_s(1, 100) is None


def test_pace_tells_the_rest_at_a_steady_speed() -> None:
    pace = Pace()
    for second in range(30):
        pace.step(second, 2 * second)
    assert pace.remaining_s(58, 158) == pytest.approx(50.0)


def test_pace_forgets_how_fast_it_was_at_first() -> None:
    pace = Pace()
    for second in range(20):
        pace.step(second, 10 * second)
    for second in range(200):
        pace.step(20 + second, 190 + second)
    remaining = pace.remaining_s(390, 490)
    assert remaining is not None
    assert 90 < remaining < 110


def test_pace_a_pause_takes_no_time() -> None:
    pace = Pace()
    for second in range(10):
        pace.step(second, second)
    pace.pause()
    for second in range(1000, 1010):
        pace.step(second, second - 990)
    assert pace.remaining_s(19, 39) == pytest.approx(20.0, rel=0.2)

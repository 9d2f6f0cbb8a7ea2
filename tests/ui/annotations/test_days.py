"""Days of the user's own zone as the moments that the library keeps."""

import time
from collections.abc import Iterator
from datetime import date

import pytest

from reader.ui.annotations.days import days_before, first_moment, last_moment


@pytest.fixture
def in_madrid(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Madrid")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("in_madrid")
@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2026-01-01", "2025-12-31T23:00:00", "2026-01-01T22:59:59"),
        ("2026-03", "2026-02-28T23:00:00", "2026-03-31T21:59:59"),  # summer time begins
        ("2024", "2023-12-31T23:00:00", "2024-12-31T22:59:59"),
        ("2026-05-04T10:30", "2026-05-04T08:30:00", "2026-05-04T08:30:00"),
        ("9999-12-31", "9999-12-30T23:00:00", "9999-12-31"),
        ("", "", ""),
    ],
)
def test_days_begin_and_end_with_the_clock_here(typed: str, first: str, last: str) -> None:
    assert (first_moment(typed), last_moment(typed)) == (first, last)


def test_days_before_count_today() -> None:
    assert days_before(date(2026, 3, 2), 7) == "2026-02-24"

import pytest

from reader.ui.library.dates import iso_date


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", ""),
        ("  ", ""),
        ("2026", "2026"),
        ("2026-11", "2026-11"),
        ("2026-1-5", "2026-01-05"),
        ("23/11/2026", "2026-11-23"),
        ("3.2.2026", "2026-02-03"),
        ("2026-11-23T10:00:00Z", "2026-11-23T10:00:00Z"),
        ("29/02/2024", "2024-02-29"),
    ],
)
def test_dates_are_taken_as_one_types_them(typed: str, meant: str) -> None:
    assert iso_date(typed) == meant


@pytest.mark.parametrize("typed", ["31/02/2026", "2026-13", "ayer", "23/11", "0000", "2026-11-23x"])
def test_dates_that_are_none_are_told_apart(typed: str) -> None:
    assert iso_date(typed) is None

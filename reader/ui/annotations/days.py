"""Days here as the moments of UTC that the library keeps, and the last ones of today."""

import contextlib
from datetime import UTC, date, datetime, timedelta

_ONE = timedelta(seconds=1)


def first_moment(day: str) -> str:
    """Return the first second of a day, month or year here, in ISO 8601, UTC; "" for none.

    A moment stays one. Without a zone, so that it is the beginning of what the library has.
    """
    if not day:
        return ""
    with contextlib.suppress(OverflowError):  # years that the clock here doesn't reach
        return _utc(datetime.fromisoformat(day) if _is_moment(day) else _begin(day))
    return day


def last_moment(day: str) -> str:
    """Return the last second of a day, month or year here, as `first_moment` does."""
    if not day:
        return ""
    with contextlib.suppress(OverflowError):
        if _is_moment(day):
            return _utc(datetime.fromisoformat(day))
        return _utc(_end(day) - _ONE)
    return day


def days_before(today: date, count: int) -> str:
    """Return the first of the last `count` days in ISO 8601."""
    return (today - timedelta(days=count - 1)).isoformat()


def _begin(day: str) -> datetime:
    return datetime.fromisoformat((day + "-01-01")[:10])


def _end(day: str) -> datetime:
    """Return the first moment behind a day, month or year."""
    later = _begin(day) + timedelta(days={4: 366, 7: 31}.get(len(day), 1))
    if len(day) == 4:
        return later.replace(month=1, day=1)
    return later.replace(day=1) if len(day) == 7 else later


def _is_moment(day: str) -> bool:
    return len(day) > len("2026-11-23")


def _utc(moment: datetime) -> str:
    """Return a moment here, or one with a zone, in UTC."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds")

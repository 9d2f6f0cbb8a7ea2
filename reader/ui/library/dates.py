"""Dates as one types them."""

import re
from datetime import date, datetime

_DAY_FIRST = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def iso_date(text: str) -> str | None:
    """Return what was typed in ISO 8601; "" for nothing, None for what is no date.

    A year, a month (`2026-11`) or a day will do, and a day as `23/11/2026`. A moment stays one.
    """
    text = " ".join(text.split())
    if not text:
        return ""
    if found := _DAY_FIRST.fullmatch(text):
        day, month, year = found.groups()
    elif found := _YEAR_FIRST.fullmatch(text):
        year, month, day = found.groups()
    else:
        return _moment(text)
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return "-".join([f"{int(year):04}", *(f"{int(part):02}" for part in (month, day) if part)])


def _moment(text: str) -> str | None:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return None
    return text if re.match(r"\d{4}-\d\d-\d\d", text) else None

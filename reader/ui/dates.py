"""Dates for people to read."""

from PySide6.QtCore import QDate, QLocale, Qt


def readable_date(date: str) -> str:
    """Return an ISO 8601 date as the user's country writes it; `date` itself if it is none."""
    parsed = QDate.fromString(date[:10], Qt.DateFormat.ISODate)
    return QLocale().toString(parsed, "d MMM yyyy") if parsed.isValid() else date

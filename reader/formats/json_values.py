"""Values of parsed JSON of which nothing is known, as what they should be."""

from datetime import datetime
from typing import Any


def text_of(value: Any) -> str:
    """Return a text as it is; "" for what is none."""
    return value if isinstance(value, str) else ""


def time_of(value: Any) -> str:
    """Return a time in ISO 8601 as it is; "" for none, and for what is none."""
    try:
        datetime.fromisoformat(text_of(value))
    except ValueError:
        return ""
    return text_of(value)

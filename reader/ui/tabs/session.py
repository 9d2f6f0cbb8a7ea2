"""The tabs of last time as a text; nothing is taken of a damaged one."""

import json
from dataclasses import asdict, dataclass
from typing import Any

from reader.ui.history import History
from reader.ui.reading.kept_place import KeptPlace
from reader.ui.tabs.tab import Spot, Tab

_MOST_PLACES = 30
"""Places of a tab's history that are kept."""

_MOST_TITLE = 300


@dataclass(frozen=True, slots=True)
class Session:
    """Tabs, and the number of the one that is shown."""

    tabs: list[Tab]
    active: int


def to_text(session: Session) -> str:
    """Return a text that `from_text` makes the same tabs of."""
    tabs = [_plain(tab) for tab in session.tabs]
    return json.dumps({"tabs": tabs, "active": session.active}, ensure_ascii=True)


def from_text(text: object) -> Session | None:
    """Return the tabs that `to_text` wrote; None where there are none or the text is damaged."""
    if not isinstance(text, str):
        return None
    try:
        data = json.loads(text)
        tabs = [_tab(each) for each in data["tabs"]]
        active = _number(data["active"])
    except (ValueError, TypeError, KeyError, IndexError, RecursionError):
        return None
    return Session(tabs, min(active, len(tabs) - 1)) if tabs else None


def _plain(tab: Tab) -> dict[str, Any]:
    history = tab.history
    first = max(0, history.place - _MOST_PLACES + 1)
    return {
        "title": tab.title[:_MOST_TITLE],
        "places": history.places[first : first + _MOST_PLACES],
        "at": history.place - first,
        "spot": None if tab.spot is None else asdict(tab.spot),
    }


def _tab(data: dict[str, Any]) -> Tab:
    places = [_text(place) for place in data["places"]]
    at = _number(data["at"])
    if not places[at]:
        raise ValueError("an empty place")
    spot = data["spot"]
    return Tab(History.of(places, at), _text(data["title"]), spot and _spot(spot))


def _spot(data: dict[str, Any]) -> Spot:
    place, selection = data["place"], data["selection"]
    if selection is not None:
        start, end = map(_number, selection)
        selection = (start, end)
    return Spot(
        KeptPlace(
            _number(place["offset"]),
            _number(place["paragraph"]),
            _number(place["inside"], least=-1),
            _number(place["shift"], least=-100_000),
        ),
        selection,
        _text(data["entity_id"]),
        data["shows_annotations"] is True,
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _number(value: object, *, least: int = 0) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value < 2**31:
        raise ValueError(value)
    return value

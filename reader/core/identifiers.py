"""Identifiers of entities elsewhere: read what a user types or pastes, and name their pages."""

import re

WIKIDATA = "wikidata"
"""The scheme of Wikidata's items; such an identifier is always the user's own."""

_ITEM = re.compile(r"(?:wd:)?(Q[1-9][0-9]{0,11})", re.IGNORECASE)
_PAGE = re.compile(
    r"(?:https?://)?(?:[a-z]+\.)*wikidata\.org/"
    r"(?:wiki/|entity/)(?:Special:EntityPage/|Special:EntityData/)?"
    r"(Q[1-9][0-9]{0,11})(?:\.[a-z]+)?(?:[/?#].*)?",
    re.IGNORECASE,
)
_DEGREES = r"([-+]?[0-9]{1,3}(?:\.[0-9]+)?)"
_COORDINATES = re.compile(rf"\s*{_DEGREES}\s*,\s*{_DEGREES}\s*")


def wikidata_id(text: str) -> str | None:
    """Return the Wikidata identifier, such as "Q42", that a text is or that it is the address of.

    None for a text that is neither.
    """
    text = text.strip()
    found = _ITEM.fullmatch(text) or _PAGE.fullmatch(text)
    return found[1].upper() if found else None


def coordinates(text: str) -> tuple[float, float] | None:
    """Return latitude and longitude, in degrees, of "40.42,-3.70"; None where it is none."""
    found = _COORDINATES.fullmatch(text)
    if found is None:
        return None
    latitude, longitude = float(found[1]), float(found[2])
    return (latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else None


def page_address(scheme: str, identifier: str) -> str | None:
    """Return the address of the page on what has this identifier; None where there is none."""
    if scheme == WIKIDATA and _ITEM.fullmatch(identifier):
        return f"https://www.wikidata.org/wiki/{identifier}"
    if scheme == "geonames" and identifier.isascii() and identifier.isdecimal():
        return f"https://www.geonames.org/{identifier}"
    return None

"""Names of files that every system takes, that links can hold, and of which no two are the same."""

import re
import unicodedata
from collections.abc import Iterable

LONGEST = 96
"""Bytes of a name; with its suffix it stays below 100."""

_ROOM = 24  # bytes that what tells two apart may take

_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\[\]#^{}%`$~\u2028\u2029]+')
_RESERVED = frozenset(
    (
        *("con", "prn", "aux", "nul", "conin$", "conout$"),
        *(f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³"),
    )
)
"""Names that Windows keeps for devices, whatever their suffix."""

_JOINER = "\u200d"  # parts of many an emoji


def page_name(title: str, *, otherwise: str) -> str:
    """Return a title as the name of a file and a page; `otherwise` where nothing is left of it."""
    name = unicodedata.normalize("NFC", re.sub("[\ud800-\udfff]", "", title))
    name = _FORBIDDEN.sub(" ", name)
    # Invisible signs would make two names look the same, or one read backwards.
    name = "".join(c for c in name if c == _JOINER or unicodedata.category(c) != "Cf")
    name = re.sub(r"([=%&_!])(?=\1)", "", " ".join(name.split()))
    name = cut(name.strip(" ._-"), LONGEST).rstrip(" ._-")
    if name.partition(".")[0].strip().casefold() in _RESERVED:
        name = f"({cut(name, LONGEST - 2)})"
    return name or otherwise


def cut(name: str, most: int) -> str:
    """Return as much of a name as fits into that many bytes."""
    while len(name.encode()) > most:
        name = name[:-1]
    return name.rstrip(_JOINER)


def key_of(name: str) -> str:
    """Return the form under which two names are one file on some system."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFD", name).casefold()).casefold()


class PageNames:
    """Give out names, no two the same; `taken` are the names of other files."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {key_of(name) for name in taken}

    def take(self, title: str, *, apart_by: Iterable[str] = (), otherwise: str) -> str:
        """Return a free name for a title; what tells it apart is tried in turn, then numbers."""
        name = page_name(title, otherwise=otherwise)
        short = cut(name, LONGEST - _ROOM).rstrip()
        for each in ("", *apart_by):
            told = page_name(each, otherwise="") if each else ""
            candidate = f"{short} ({cut(told, _ROOM - 3)})" if told else name
            if key_of(candidate) not in self._taken and (told or not each):
                break
        else:
            number = 2
            while key_of(candidate := f"{short} {number}") in self._taken:
                number += 1
        self._taken.add(key_of(candidate))
        return candidate

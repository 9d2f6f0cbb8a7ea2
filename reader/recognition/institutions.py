"""Institutions whose names have their seat in them: "Museo de Bellas Artes de Murcia"."""

import re
from collections.abc import Iterator

from reader.core.entities import normalize_name
from reader.core.mentions import Kind
from reader.recognition.gazetteer import Gazetteer
from reader.recognition.spans import Found
from reader.recognition.words import PARTICLES, SEATED, WORD

_GAP = re.compile(r"(?: (?:número|núm\.|nº|n\.º) \d+)? de ")
_STATE = re.compile(r" (?:de|del) (?=[^ ]*\w)")


def is_seated(name: str) -> bool:
    """Return whether a name begins as those of institutions with a seat: museums, courts, towns."""
    return normalize_name(name.partition(" ")[0]) in SEATED and name[:1].isupper()


def join_seats(text: str, found: list[Found], offset: int, gazetteer: Gazetteer) -> list[Found]:
    """Return the mentions, institutions made one with the place behind, which is their seat.

    Only those of common words: "Instituto Pasteur" names one of its own, wherever that is.
    """
    joined: list[Found] = []
    for mention in found:
        last = joined[-1] if joined else None
        if last is not None and mention.kind is Kind.PLACE and _has_seat(last, gazetteer):
            gap = text[last.end - offset : mention.start - offset]
            if _GAP.fullmatch(gap):
                surface = f"{last.surface}{gap}{mention.surface}"
                joined[-1] = Found(last.start, mention.end, surface, Kind.ORGANIZATION)
                continue
        joined.append(mention)
    return joined


def _has_seat(mention: Found, gazetteer: Gazetteer) -> bool:
    if mention.kind not in (Kind.ORGANIZATION, Kind.PLACE) or not is_seated(mention.surface):
        return False
    words = [w for w in WORD.findall(mention.surface) if w not in PARTICLES]
    known = gazetteer.likeliest(mention.surface)
    return known is None and all(gazetteer.is_common_word(word) or word.isdigit() for word in words)


def split_state(text: str, start: int, end: int, gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """Yield a known organization and the state that it is said to be of; else the span itself.

    The usual name of "Reserva Federal de Estados Unidos" is complete without the state.
    """
    for of in _STATE.finditer(text, start, end):
        head = gazetteer.likeliest(text[start : of.start()])
        state = gazetteer.likeliest(text[of.end() : end])
        # A company's "Telefónica de Argentina" is another company.
        if head is None or state is None or not head.safe or " " not in text[start : of.start()]:
            continue
        if head.kind is Kind.ORGANIZATION and state.kind is Kind.COUNTRY:
            yield from ((start, of.start()), (of.end(), end))
            return
    yield start, end

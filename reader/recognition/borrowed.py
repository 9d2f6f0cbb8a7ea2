"""Names of several words that begin as a state's or continent's does, and are another's.

"Israel Vallarta" is a man, "América de Cali" a club, "México, D. F." a city.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.core.mentions import Kind
from reader.recognition.gazetteer import Gazetteer
from reader.recognition.spans import KINDS, BlockSpans, RawSpan

_CAPITAL = r"[A-ZÁÉÍÓÚÑÜÇŠŽŁØÖÄ][\w'’-]*"
_GIVEN = "Israel|India|Kenia|Italia|Irlanda|Argentina|África|América"
"""States and continents that people are christened after."""

_NAMED = re.compile(rf"\b(?:{_GIVEN}) (?P<surname>{_CAPITAL}(?: {_CAPITAL})?)(?! {_CAPITAL})")
_CLUB = re.compile(rf"\bAmérica de (?P<town>{_CAPITAL}(?: {_CAPITAL})?)")
_THE = re.compile(r"\b(?:[Ll]a|[Tt]oda) $")
_CAPITAL_BEFORE = re.compile(rf"{_CAPITAL} $")
_CAPITAL_CITY = re.compile(r"\bM[eé][xj]ico, ?(?:D\. ?F\.|DF\b)")


def with_borrowed_names(blocks: Sequence[BlockSpans], gazetteer: Gazetteer) -> list[BlockSpans]:
    """Return the blocks with such names whole, as the person's, club's or city's that they are."""
    return [_mended(block, gazetteer) if block.spans else block for block in blocks]


def _mended(block: BlockSpans, gazetteer: Gazetteer) -> BlockSpans:
    text, spans = block.text, block.spans
    new = [
        *(RawSpan(*match.span(), "LOC") for match in _CAPITAL_CITY.finditer(text)),
        *_clubs(text, gazetteer),
        *_people(text, spans, gazetteer),
    ]
    if not new:
        return block
    kept = [s for s in spans if not any(s.start < n.end and n.start < s.end for n in new)]
    return replace(block, spans=tuple(sorted([*kept, *new], key=lambda s: s.start)))


def _clubs(text: str, gazetteer: Gazetteer) -> Iterator[RawSpan]:
    """Yield the clubs "América de Cali" and the like; "la América de Trump" is none."""
    for match in _CLUB.finditer(text):
        if _THE.search(text, max(0, match.start() - 6), match.start()):
            continue
        for town in dict.fromkeys((match["town"], match["town"].split()[0])):
            known = gazetteer.likeliest(town)
            if known is not None and known.kind is Kind.PLACE and known.listed:
                yield RawSpan(match.start(), match.start("town") + len(town), "ORG")
                break


def _people(text: str, spans: Sequence[RawSpan], gazetteer: Gazetteer) -> Iterator[RawSpan]:
    """Yield the people that the model takes for a place: "Israel Vallarta"."""
    for match in _NAMED.finditer(text):
        start, end = match.span()
        touched = [s for s in spans if s.start < end and s.end > start]
        inside = all(start <= s.start and s.end <= end for s in touched)
        if not touched or not inside or _CAPITAL_BEFORE.search(text, max(0, start - 20), start):
            continue
        kinds = {KINDS.get(span.label) for span in touched}
        whole = any((s.start, s.end) == (start, end) for s in touched)
        known = gazetteer.likeliest(match.group())
        if kinds <= {Kind.PLACE, Kind.PERSON} and known is None:
            words = match["surname"].split()
            if all(_may_be_surname(word, gazetteer, whole=whole) for word in words):
                yield RawSpan(start, end, "PER")


def _may_be_surname(word: str, gazetteer: Gazetteer, *, whole: bool) -> bool:
    """Return whether a word may be a surname; a town's too where the model has the name `whole`."""
    if gazetteer.is_common_word(word) or word.casefold() in gazetteer.demonyms or word.isupper():
        return False
    known = gazetteer.likeliest(word)
    if known is None:
        return True
    return known.kind is Kind.PLACE and (whole or not known.safe)

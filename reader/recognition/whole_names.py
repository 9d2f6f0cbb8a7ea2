"""Names that the model cuts short or takes together: made whole, or parted, before all else.

What this brought is in the table of `detect`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.core.entities import normalize_name
from reader.core.mentions import Kind
from reader.recognition.acronyms import is_acronym_of, may_stand_for
from reader.recognition.spans import KINDS, BlockSpans, RawSpan
from reader.recognition.words import GIVEN_NAMES, MEXICAN_STATES

_CAPITAL = r"[A-ZÁÉÍÓÚÑÜÇŠŽŁØÖÄ][\w'’-]*"
_BRACKET = re.compile(r" \((?P<short>[A-ZÁÉÍÓÚÑ][\w.&-]{1,11})\)")
_GOES_ON = re.compile(
    rf"(?:,? (?:{_CAPITAL}|de|del|la|las|los|el|y|e|en|a|al|para|por|con|contra|sobre|entre|i|"
    r"d'\w+|of|and|for|the|do|da|dos|das|et|des|du))*"
)
_LONGEST = 160
"""Code points before an acronym in brackets in which its name may begin."""

_QUOTE = re.compile("[«“\"‘']")
_NICKNAME = re.compile(
    rf"{_CAPITAL}(?: {_CAPITAL})? [«“\"‘'](?:[Ee]l |[Ll]a )?{_CAPITAL}(?: \w+)?[»”\"’']"
    rf"(?: {_CAPITAL}(?: (?:(?:de|del|la|y) )*{_CAPITAL})?)"
)
_ALIAS = re.compile(
    r"\b(?:alias|apodad[oa])[ ,]*"
    rf"(?P<quote>[«“\"‘'])?(?:el |la |los |las )?"
    rf"(?P<name>(?:(?:El|La|Los|Las) )?{_CAPITAL}(?: (?:(?:de|del|la) )*{_CAPITAL})*)"
)
_DATELINE = re.compile(
    rf"[A-ZÁÉÍÓÚÑ][A-ZÁÉÍÓÚÑ .]{{3,}}, (?P<state>(?:{MEXICAN_STATES})\.)(?=[,;]? ?[-–—(.])"
)
"""A Mexican town in capitals and its state, as an article begins: "MORELIA, Mich. — Ayer"."""

_COUPLE = re.compile(rf"(?P<one>{_CAPITAL}) [ye] (?P<other>{_CAPITAL})")
_NUMBER = re.compile(r"-\d{1,3}\b")
_FAMOUS = frozenset(("Ramón y Cajal", "Ortega y Gasset", "Pi y Margall", "Pi i Margall"))


def with_whole_names(blocks: Sequence[BlockSpans]) -> list[BlockSpans]:
    """Return the blocks, their spans as long as the names in them are."""
    people = {
        block.text[span.start : span.end]
        for block in blocks
        for span in block.spans
        if KINDS.get(span.label) is Kind.PERSON
    }
    return [_whole(block, people) if block.spans else block for block in blocks]


def _whole(block: BlockSpans, people: set[str]) -> BlockSpans:
    text = block.text
    spans = [part for span in block.spans for part in _parted(text, _numbered(text, span), people)]
    if "(" in text:
        for start, end in _spelled_out(text, spans):
            spans = _put(spans, RawSpan(start, end, "ORG"))
    for start, end in _nicknamed(text, spans) if _QUOTE.search(text) else ():
        spans = _put(spans, RawSpan(start, end, "PER"))
    dateline = _DATELINE.match(text)
    if dateline:
        spans = _put(spans, RawSpan(*dateline.span("state"), "LOC"))
    for match in _ALIAS.finditer(text) if "alias" in text or "apodad" in text else ():
        spans = _put(spans, RawSpan(*match.span("name"), "PER"))
    return replace(block, spans=tuple(spans))


def _put(spans: list[RawSpan], new: RawSpan) -> list[RawSpan]:
    """Return the spans with a new one in the place of those that it touches."""
    kept = [s for s in spans if s.end <= new.start or s.start >= new.end]
    return sorted([*kept, new], key=lambda s: s.start)


def _parted(text: str, span: RawSpan, people: set[str]) -> Iterator[RawSpan]:
    """Yield two people of one word each, "Anaya y Robles", that the model takes for one.

    Not where the article names one person so: "Santiago Ramón y Cajal".
    """
    name = text[span.start : span.end]
    couple = _COUPLE.fullmatch(name) if KINDS.get(span.label) is Kind.PERSON else None
    longer = any(name in other and name != other for other in people)
    if couple is None or longer or name in _FAMOUS:
        yield span
        return
    for part in ("one", "other"):
        start, end = couple.span(part)
        yield RawSpan(span.start + start, span.start + end, span.label)


def _numbered(text: str, span: RawSpan) -> RawSpan:
    """Return an acronym's span with the number that belongs to it, as in "MS-13"."""
    name = text[span.start : span.end]
    number = _NUMBER.match(text, span.end)
    if number is None or not name.isupper() or not name.isalpha() or len(name) > 4:
        return span
    return replace(span, end=number.end()) if span.label == "ORG" else span


def _spelled_out(text: str, spans: Sequence[RawSpan]) -> Iterator[tuple[int, int]]:
    """Yield where the names are that an acronym in brackets behind them spells.

    The model may see but "Organización para la Seguridad" before "y la Cooperación (OSC)".
    """
    for bracket in _BRACKET.finditer(text):
        short, end = bracket["short"], bracket.start()
        if sum(c.isupper() for c in short) < 2:
            continue
        near = [s for s in spans if end - _LONGEST < s.start < end and s.label != "PER"]
        last = next((s for s in near if s.end == end), None)
        if last is not None and _fits(short, text[last.start : end]):
            continue
        for span in near:
            between = _GOES_ON.fullmatch(text, span.end, end)
            if between is not None and _fits(short, text[span.start : end]):
                yield span.start, end
                break


def _fits(short: str, name: str) -> bool:
    return is_acronym_of(short, name) or may_stand_for(short, name)


def _nicknamed(text: str, spans: Sequence[RawSpan]) -> Iterator[tuple[int, int]]:
    """Yield where people are with a nickname in the midst of their name: "Eva «Lula» Sanz"."""
    for match in _NICKNAME.finditer(text):
        first = match.group().split()[0]
        given = normalize_name(first) in GIVEN_NAMES
        touched = [s for s in spans if s.start < match.end() and s.end > match.start()]
        people = [s for s in touched if KINDS.get(s.label) is Kind.PERSON]
        if people and (given or len(people) == len(touched)):
            end = max(match.end(), people[-1].end)
            yield min(match.start(), people[0].start), end

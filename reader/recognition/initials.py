"""People who are known by their initials: "Andrés Manuel López Obrador (AMLO)"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.core.entities import normalize_name
from reader.core.mentions import Kind
from reader.recognition.acronyms import initials
from reader.recognition.gazetteer import Gazetteer
from reader.recognition.spans import KINDS, BlockSpans, RawSpan
from reader.recognition.words import TITLES, WORD

_LETTERS = r"(?P<short>[A-ZÁÉÍÓÚÑ]{3,5})"
_BEHIND = re.compile(rf" ?\([«“\"']?{_LETTERS}[»”\"']?\)")
_BEFORE = re.compile(rf"\b{_LETTERS} \([^()]{{0,20}}$")
_INSIDE = re.compile(rf"(?P<name>[^()]+) \({_LETTERS}\)?")
_SHOUTED = re.compile(r"(?<![\w.@#-])[A-ZÁÉÍÓÚÑ]{3,5}(?![\w@-])")
_FEWEST = 3
"""Names of somebody from which on the initials are used as a name."""

_TELLING = 4
"""Letters from which on initials are somebody's wherever they stand, without brackets beside."""


def with_initials(blocks: Sequence[BlockSpans], gazetteer: Gazetteer) -> list[BlockSpans]:
    """Return the blocks, the initials of their people marked as these people's.

    They stand in brackets beside the full name, or are of four letters or more. An organization of
    the lists is never taken for them, nor is one whose initials they are in the article.
    """
    told: set[str] = set()
    people: set[str] = set()
    bodies: set[str] = set()
    for block in blocks:
        for span in block.spans:
            kind, name = KINDS.get(span.label), block.text[span.start : span.end]
            if kind is Kind.PERSON and not block.text.isupper():
                told.update(_beside(block.text, span))
                people |= _initials_of(name)
            elif kind is Kind.ORGANIZATION:
                bodies |= initials(name)
    called = {short for short in told if not _is_anothers(short, bodies, gazetteer)}
    if not people:
        return list(blocks)
    return [_marked(block, called, people, bodies, gazetteer) for block in blocks]


def _beside(text: str, span: RawSpan) -> Iterator[str]:
    """Yield the letters in brackets beside a person's name, or the other way round, that fit it."""
    name = text[span.start : span.end]
    inside = _INSIDE.fullmatch(name)
    behind = inside or _BEHIND.match(text, span.end)
    before = None
    if text[span.end : span.end + 1] == ")":
        before = _BEFORE.search(text, max(0, span.start - 30), span.start)
    for match in (behind, before):
        if match and normalize_name(match["short"]) in _initials_of(
            inside["name"] if inside else name
        ):
            yield match["short"]


def _initials_of(name: str) -> set[str]:
    """Return the initials of a person's name, without a title in front; of three names or more."""
    words = name.split()
    while words and words[0].casefold().rstrip(".") in TITLES:
        words = words[1:]
    return {letters for letters in initials(" ".join(words)) if len(letters) >= _FEWEST}


def _is_anothers(short: str, bodies: set[str], gazetteer: Gazetteer) -> bool:
    """Return whether letters are an organization's or state's, by the lists or the article."""
    if short in gazetteer.codes or normalize_name(short) in bodies:
        return True
    return any(e.kind is Kind.ORGANIZATION or e.safe for e in gazetteer.lookup(short))


def _marked(
    block: BlockSpans,
    called: set[str],
    people: set[str],
    bodies: set[str],
    gazetteer: Gazetteer,
) -> BlockSpans:
    """Return a block with a person's span for each of the initials in it."""
    text = block.text
    spans = list(block.spans)
    for match in () if text.isupper() else _SHOUTED.finditer(text):
        short = match.group()
        mine = short in called or (
            len(short) >= _TELLING
            and normalize_name(short) in people
            and not _is_anothers(short, bodies, gazetteer)
        )
        touched = [s for s in spans if s.start < match.end() and s.end > match.start()]
        if not mine or any(not _gives_way(text, s, match.group()) for s in touched):
            continue
        parted = [
            replace(s, end=_name_end(text, s)) for s in touched if "(" in text[s.start : s.end]
        ]
        kept = [s for s in spans if s not in touched]
        spans = [*kept, *parted, RawSpan(*match.span(), "PER")]
    if len(spans) == len(block.spans) and set(spans) == set(block.spans):
        return block
    return replace(block, spans=tuple(sorted(spans, key=lambda s: s.start)))


def _gives_way(text: str, span: RawSpan, short: str) -> bool:
    """Return whether a span is but the letters, or a person's name with them in brackets."""
    words = WORD.findall(text[span.start : span.end])
    person = KINDS.get(span.label) is Kind.PERSON
    return words == [short] or (person and _INSIDE.match(text, span.start, span.end) is not None)


def _name_end(text: str, span: RawSpan) -> int:
    return text.index("(", span.start) - 1

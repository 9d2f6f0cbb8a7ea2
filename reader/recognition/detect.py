"""From a model's spans to mentions: clean boundaries, kinds, and names that the model missed."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from reader.core.entities import normalize_name
from reader.core.mentions import FoundBy, Kind
from reader.recognition.boundaries import clean
from reader.recognition.gazetteer import Entry, Gazetteer
from reader.recognition.words import (
    GIVEN_NAMES,
    MINISTERS,
    OFFICIALS,
    ORGANIZATION_WORDS,
    PARTICLES,
    PORTFOLIOS,
    TITLES,
    WORD,
    is_capitalized,
    is_function_word,
    is_opener,
    opens_sentence,
)

KINDS = {
    "PER": Kind.PERSON,
    "PERSON": Kind.PERSON,
    "LOC": Kind.PLACE,
    "GPE": Kind.PLACE,
    "ORG": Kind.ORGANIZATION,
    "FAC": Kind.PLACE,
}
"""What a model's labels mean; MISC and any other mean nothing by themselves."""

_QUOTES = tuple("\"'“”‘’«»")
_NEXT_CAPITAL = re.compile(r" (?:[A-ZÁÉÍÓÚÑÜÇŠŽŁØÖÄ][^\W\dA-Z_][\w'’-]*(?<![-'’])|[IVX]+\b)")
_HYPHENS = ("-", "–", "—", "/")
_LEAD = re.compile(
    r"(?P<word>[^\W_]+)[ \u00a0]"
    r"(?P<of>(?:de|del|do|da|of)[ \u00a0](?:(?:la|las|los|el)[ \u00a0])?)?$",
    re.IGNORECASE,
)

LONGEST_NAME = 8
"""Words of the longest name that is looked for in the lists."""


@dataclass(frozen=True, slots=True)
class RawSpan:
    """A model's span, half-open code points into its block's text, with the model's label."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Found:
    """A mention before it is linked: half-open code points into the document's text."""

    start: int
    end: int
    surface: str
    kind: Kind
    found_by: FoundBy = FoundBy.MODEL


@dataclass(frozen=True, slots=True)
class BlockSpans:
    """A block's text on one line, its offset in the document, and the model's spans in it."""

    offset: int
    text: str
    spans: tuple[RawSpan, ...]


def detect(blocks: Sequence[BlockSpans], gazetteer: Gazetteer) -> list[Found]:
    """Return the mentions of the blocks in reading order."""
    blocks = [_without_fragments(block, gazetteer) for block in blocks]
    singles = _whole_names(blocks)
    found = [_from_model(block, gazetteer, singles) for block in blocks]
    _vote(blocks, found, gazetteer)
    repeated = _Names(zip(blocks, found, strict=True))
    everything: list[Found] = []
    for block, mentions in zip(blocks, found, strict=True):
        added = _missed(block, mentions, repeated, gazetteer)
        everything += sorted([*mentions, *added], key=lambda m: m.start)
    return everything


def _without_fragments(block: BlockSpans, gazetteer: Gazetteer) -> BlockSpans:
    """Return the block without spans that are but parts of a longer name of the lists.

    The model may see "República Islámica" in "República Islámica de Irán".
    """
    text = block.text
    words = [(m.start(), m.group(), len(text)) for m in WORD.finditer(text)] if block.spans else []
    kept = list(block.spans)
    for index, (start, word, _) in enumerate(words):
        if not is_capitalized(word) or not any(s.start <= start + 30 for s in kept):
            continue
        hit = _listed(text, words, index, gazetteer)
        if hit is None or " " not in text[start : hit[0]]:
            continue
        end = hit[0]
        touched = [s for s in kept if s.start < end and s.end > start]
        inside = all(start <= s.start and s.end <= end for s in touched)
        if touched and inside and (start, end) != (touched[0].start, touched[0].end):
            kept = [s for s in kept if s not in touched]
    return replace(block, spans=tuple(kept)) if len(kept) < len(block.spans) else block


def _whole_names(blocks: Iterable[BlockSpans]) -> frozenset[str]:
    """Return the names of people and places that are whole spans of the model's.

    Organizations are left out: "BNP-Paribas" is one, though its halves are names too.
    """
    return frozenset(
        block.text[span.start : span.end]
        for block in blocks
        for span in block.spans
        if KINDS.get(span.label) in (Kind.PERSON, Kind.PLACE)
    )


def _from_model(block: BlockSpans, gazetteer: Gazetteer, singles: frozenset[str]) -> list[Found]:
    mentions: list[Found] = []
    last = 0
    spans = sorted(block.spans, key=lambda s: (s.start, -s.end))
    for span, following in zip_longest(spans, spans[1:]):
        limit = following.start if following else len(block.text)
        stop = whole_name(block.text, span, limit)
        for start, end in clean(
            block.text, span.start, stop, span.label, gazetteer, singles.__contains__
        ):
            kind = kind_of(block.text, start, end, span.label, gazetteer)
            if kind is Kind.ORGANIZATION and is_portfolio(block.text, start, end):
                continue
            if kind is not None and start >= last:
                surface = block.text[start:end]
                mentions.append(Found(block.offset + start, block.offset + end, surface, kind))
                last = end
    return mentions


def whole_name(text: str, span: RawSpan, limit: int) -> int:
    """Return the end of a person's name: the model may leave out words in capitals at its end."""
    end = span.end
    while span.label in ("PER", "PERSON") and (match := _NEXT_CAPITAL.match(text, end, limit)):
        end = match.end()
    return end


def is_portfolio(text: str, start: int, end: int) -> bool:
    """Return whether a span is what an office is about, as in "ministra de Defensa"."""
    before = text[max(0, start - 60) : start]
    words = [w for w in WORD.findall(text[start:end]) if is_capitalized(w)]
    if MINISTERS.search(before):
        return not text[start:end].isupper()
    named = all(w.casefold() in PORTFOLIOS for w in words)
    return named and OFFICIALS.search(before) is not None


def kind_of(text: str, start: int, end: int, label: str, gazetteer: Gazetteer) -> Kind | None:
    """Return the kind of a model's span, corrected by the gazetteer; None where it is no entity."""
    place = gazetteer.likeliest(text[start:end])
    kind = KINDS.get(label)
    if place is None:
        return _by_its_words(text[start:end], kind)
    if place.kind is Kind.ORGANIZATION:
        return place.kind if place.safe else kind
    if kind in (Kind.PLACE, Kind.ORGANIZATION) and is_club(text, start, end, place):
        return Kind.ORGANIZATION
    if kind is Kind.PLACE:
        return place.kind
    if not place.listed:
        return kind
    if kind is Kind.ORGANIZATION:
        # The Kremlin "says" what a government does.
        return kind if place.type == "landmark" else place.kind
    if not place.safe or _title_before(text, start):
        return kind
    if kind is None and is_quoted(text, start, end):
        return None
    return place.kind


def is_club(text: str, start: int, end: int, place: Entry) -> bool:
    """Return whether a city's name with a masculine article is its club's: "el Valencia"."""
    of_old = text[end : end + 4] == " de "  # "el Madrid de los Austrias" is the city
    return place.type == "city" and _article_before(text, start) and not of_old


def _article_before(text: str, start: int) -> bool:
    before = text[max(0, start - 5) : start].split(" ")
    return len(before) > 1 and not before[-1] and before[-2].casefold() in ("el", "al", "del")


def _by_its_words(surface: str, kind: Kind | None) -> Kind | None:
    """Return the kind that a name's words tell, as in "Delta Airlines" or "Pedro Lima"."""
    words = WORD.findall(surface.casefold())
    if kind is None or len(words) < 2:
        return kind
    if ORGANIZATION_WORDS.intersection(words[1:]):
        return Kind.ORGANIZATION
    first = normalize_name(words[0])
    if first in GIVEN_NAMES and all(is_capitalized(w) for w in surface.split()):
        return Kind.PERSON
    return kind


def _title_before(text: str, start: int) -> bool:
    before = WORD.findall(text[max(0, start - 30) : start])
    return bool(before) and before[-1].casefold() in TITLES


def _vote(blocks: Sequence[BlockSpans], found: list[list[Found]], gazetteer: Gazetteer) -> None:
    """Give every mention of one name the kind that most of them have, in place.

    A surname is a person's wherever it stands. Names of the gazetteer are left alone: a city and
    its club may share an article.
    """
    votes: defaultdict[str, Counter[Kind]] = defaultdict(Counter)
    surnames: set[str] = set()
    for mentions in found:
        for mention in mentions:
            votes[mention.surface][mention.kind] += 1
            words = mention.surface.split()
            if mention.kind is Kind.PERSON and len(words) > 1 and len(words[-1]) > 2:
                surnames.update((words[-1], " ".join(words[-2:])))
    for block, mentions in zip(blocks, found, strict=True):
        for index, mention in enumerate(mentions):
            place = gazetteer.likeliest(mention.surface)
            if place is not None and place.listed:
                continue
            counts = votes[mention.surface]
            kind = counts.most_common(1)[0][0]
            start = mention.start - block.offset
            if mention.surface in surnames and not _article_before(block.text, start):
                kind = Kind.PERSON
            elif counts[kind] == counts[mention.kind]:
                kind = mention.kind
            mentions[index] = replace(mention, kind=kind)


class _Names:
    """The names that were found in the article, to be looked for by their first word."""

    def __init__(self, found: Iterable[tuple[BlockSpans, list[Found]]]) -> None:
        by_first: defaultdict[str, dict[str, Kind]] = defaultdict(dict)
        self._chosen: set[str] = set()
        for block, mentions in found:
            for mention in mentions:
                word = WORD.match(mention.surface)
                if word is None or len(mention.surface) < 2:
                    continue
                by_first[word.group()].setdefault(mention.surface, mention.kind)
                if not opens_sentence(block.text, mention.start - block.offset):
                    self._chosen.add(mention.surface)
        self._sorted = {
            first: sorted(names.items(), key=lambda n: -len(n[0]))
            for first, names in by_first.items()
        }

    def at(self, text: str, start: int, stop: int, first: str) -> tuple[int, Kind] | None:
        """Return end and kind of the longest known name from `start` to `stop`; None if none."""
        for surface, kind in self._sorted.get(first, ()):
            end = start + len(surface)
            whole = not text[end : end + 1].isalnum()
            if end <= stop and whole and text.startswith(surface, start):
                # Where the name was only seen to open a sentence, its capital proves little.
                chosen = surface in self._chosen or " " in surface or surface.isupper()
                opens = opens_sentence(text, start)
                sure = chosen and not (opens and is_function_word(surface))
                return (end, kind) if sure else None
        return None


def _missed(
    block: BlockSpans, mentions: list[Found], repeated: _Names, gazetteer: Gazetteer
) -> list[Found]:
    """Return the names outside of the block's mentions that the article or the lists know."""
    text = block.text
    added: list[Found] = []
    words = list(_free_words(block, mentions))
    past = 0
    for index, (start, word, stop) in enumerate(words):
        if start < past or not is_capitalized(word):
            continue
        by = FoundBy.REPETITION
        hit = repeated.at(text, start, stop, word)
        listed = _listed(text, words, index, gazetteer)
        if listed is not None and (hit is None or listed[0] > hit[0]):
            by, hit = FoundBy.LIST, listed
        if hit is None or not _stands_free(text, start, hit[0], gazetteer):
            continue
        end, kind = hit
        if kind is Kind.ORGANIZATION and is_portfolio(text, start, end):
            continue
        past = end
        added.append(Found(block.offset + start, block.offset + end, text[start:end], kind, by))
    return added


def _free_words(block: BlockSpans, mentions: list[Found]) -> Iterator[tuple[int, str, int]]:
    """Yield start and text of the words outside of all spans, and where the next span starts.

    What the model takes for a name of another sort, such as "Copa de Europa", names no place.
    """
    text = block.text
    taken = {(m.start - block.offset, m.end - block.offset) for m in mentions}
    inside = [(s.start, s.end) for s in block.spans]
    position = 0
    for start, end in [*sorted({*taken, *inside}), (len(text), len(text))]:
        for match in WORD.finditer(text, position, max(position, start)):
            yield match.start(), match.group(), start
        position = max(position, end)


def _listed(
    text: str, words: list[tuple[int, str, int]], index: int, gazetteer: Gazetteer
) -> tuple[int, Kind] | None:
    """Return end and kind of the longest name of the lists at a word; None if none is sure."""
    start, _, stop = words[index]
    ends: list[int] = []
    for position, word, limit in words[index : index + LONGEST_NAME]:
        if limit != stop:
            break
        gap = text[ends[-1] : position] if ends else ""
        if ends and not (gap.isspace() or gap in ("-", ". ")):
            break
        if not is_capitalized(word) and not (word in PARTICLES and ends):
            break
        ends.append(position + len(word))
    for end in reversed(ends):
        # The dot of an abbreviation is its own, though the tokens leave it out.
        dotted = text[end : end + 1] == "." and "." in text[start:end]
        for stop in (end + 1, end) if dotted else (end,):
            entry = _safe_entry(text[start:stop], gazetteer)
            if entry is not None:
                return stop, entry.kind
    return None


def _safe_entry(name: str, gazetteer: Gazetteer) -> Entry | None:
    place = gazetteer.likeliest(name)
    if place is None or not place.safe:
        return None
    # An article in front is no part of the name, and a list knows "La Habana" with its own.
    first = name.partition(" ")[0].casefold()
    if first in ("el", "la", "los", "las") and not gazetteer.has_article(name):
        return None
    return place


def _stands_free(text: str, start: int, end: int, gazetteer: Gazetteer) -> bool:
    """Return whether a name is no part of a longer one that nothing knows, as "Radio Moscú"."""
    if is_quoted(text, start, end):
        return False
    return _free_before(text, start, gazetteer) and _free_after(text, end, gazetteer)


def is_quoted(text: str, start: int, end: int) -> bool:
    """Return whether quotes enclose just this: a ship, a newspaper, a nickname of that name."""
    return start > 0 and text[start - 1] in _QUOTES and text[end : end + 1] in _QUOTES


def _free_before(text: str, start: int, gazetteer: Gazetteer) -> bool:
    before = text[max(0, start - 60) : start]
    if before.endswith(_HYPHENS):
        words = WORD.findall(before[:-1])
        return not before[-2:-1].isalnum() or (bool(words) and _known(words[-1], gazetteer))
    lead = _LEAD.search(before)
    if lead is None:
        return True
    word = lead.group("word")
    if not is_capitalized(word):
        return True
    opens = opens_sentence(text, start - len(before) + lead.start("word"))
    if lead.group("of"):
        # "El Gobierno de España" has a name inside, "Copa de Europa" is one.
        return word.casefold() in TITLES or (opens and is_opener(word))
    return word.casefold() in TITLES or is_function_word(word) or (opens and is_opener(word))


def _free_after(text: str, end: int, gazetteer: Gazetteer) -> bool:
    after = text[end : end + 40]
    word = WORD.match(after, 1)
    if after.startswith(_HYPHENS) and after[1:2].isalnum():
        return word is not None and _known(word.group(), gazetteer)
    if after[:1] not in (" ", "\u00a0") or word is None:
        return True
    return not is_capitalized(word.group()) or is_function_word(word.group())


def _known(name: str, gazetteer: Gazetteer) -> bool:
    place = gazetteer.likeliest(name)
    return place is not None and place.listed and is_capitalized(name)

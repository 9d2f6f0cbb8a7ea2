"""Names that the model missed: known from elsewhere in the article, or from the lists."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from reader.core.mentions import FoundBy, Kind
from reader.recognition.article import Article
from reader.recognition.context import (
    is_club,
    is_governed,
    is_persons,
    is_street,
    is_venue,
    is_verb_of_going,
    sea_start,
    state_or_place,
)
from reader.recognition.gazetteer import ARTICLES, Entry, Gazetteer
from reader.recognition.kinds import is_portfolio
from reader.recognition.spans import BlockSpans, Found
from reader.recognition.words import (
    GOVERNMENTS,
    PARTICLES,
    TITLES,
    WORD,
    is_capitalized,
    is_function_word,
    is_opener,
    is_quoted,
    opens_sentence,
)

_HYPHENS = ("-", "–", "—", "/")
_LEAD = re.compile(
    r"(?P<word>[^\W_]+)[ \u00a0]"
    r"(?P<of>(?:de|del|do|da|of)[ \u00a0](?:(?:la|las|los|el)[ \u00a0])?)?$",
    re.IGNORECASE,
)

_TURN = re.compile(r"(?:[^\W\d_]\. ?)+[^\W\d_]\.(?=\s?[—–:-])")

_ELIDED = re.compile(r"[dl]['’][^\W\d_a-z]")

_LONG_NAME = 4
"""Words from which on a state's name may have common words in it."""

LONGEST_NAME = 10
"""Words of the longest name that is looked for in the lists."""


class Names:
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


def missed(
    block: BlockSpans,
    mentions: list[Found],
    repeated: Names,
    gazetteer: Gazetteer,
    article: Article,
) -> list[Found]:
    """Return the names outside of the block's mentions that the article or the lists know."""
    text = block.text
    added = _turn(block, article)
    past = added[0].end - block.offset if added else 0
    if added and mentions and mentions[0].start < added[0].end:
        added, past = [], 0
    words = list(_free_words(block, mentions))
    for index, (start, word, stop) in enumerate(words):
        if start < past or not is_capitalized(word):
            continue
        again = repeated.at(text, start, stop, word)
        hit = _hit_at(text, words, index, again, gazetteer)
        if hit is None or is_verb_of_going(text, start, hit[0], article):
            continue
        by = FoundBy.REPETITION if hit == again else FoundBy.LIST
        end, kind = hit
        if kind in (Kind.PLACE, Kind.COUNTRY):
            kind = _kind_here(text, start, end, kind, article, gazetteer)
        if kind is Kind.ORGANIZATION and is_portfolio(text, start, end):
            continue
        begin = start
        if kind in (Kind.PLACE, Kind.COUNTRY):
            begin = max(past, sea_start(text, start))
            kind = kind if begin == start else Kind.PLACE
        past = end
        added.append(Found(block.offset + begin, block.offset + end, text[begin:end], kind, by))
    return added


def _hit_at(
    text: str,
    words: list[tuple[int, str, int]],
    index: int,
    again: tuple[int, Kind] | None,
    gazetteer: Gazetteer,
) -> tuple[int, Kind] | None:
    """Return end and kind of the name at a word; `again` is one that the article has elsewhere."""
    start, _, stop = words[index]
    hit = again
    listed = listed_at(text, words, index, gazetteer)
    if listed is not None and (hit is None or listed[0] > hit[0]):
        hit = listed
    if hit is None and is_street(text, start):
        hit = (_street_end(text, start, stop), Kind.PLACE)
    if hit is not None and _stands_free(text, start, hit[0], gazetteer):
        return hit
    return _governed_at(text, words, index, gazetteer)


def _turn(block: BlockSpans, article: Article) -> list[Found]:
    """Return the initials before a turn of an interview, if they are those of a full name."""
    turn = _TURN.match(block.text)
    if turn is None:
        return []
    letters = "".join(c for c in turn.group() if c.isalpha())
    if letters not in article.initials:
        return []
    end = block.offset + turn.end()
    return [Found(block.offset, end, turn.group(), Kind.PERSON, FoundBy.REPETITION)]


def _street_end(text: str, start: int, stop: int) -> int:
    """Return the end of the name of a street, square or beach that begins at `start`."""
    end = last = start
    for match in WORD.finditer(text, start, stop):
        word = match.group()
        if match.start() > end + 1 or (end > start and text[end] != " "):
            break
        if is_capitalized(word):
            last = match.end()
        elif word not in PARTICLES:
            break
        end = match.end()
    return last


def _kind_here(
    text: str, start: int, end: int, kind: Kind, article: Article, gazetteer: Gazetteer
) -> Kind:
    """Return what a name of the lists is here: somebody's, a club's, a state's or a place's."""
    place = gazetteer.likeliest(text[start:end])
    if is_persons(text, start, end, article, labelled=False):
        return Kind.PERSON
    if place is not None and is_club(text, start, end, place):
        return Kind.ORGANIZATION
    if kind is Kind.COUNTRY and is_venue(text, start):
        return Kind.PLACE
    return state_or_place(text, start, end, gazetteer, article) or kind


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


def listed_at(
    text: str, words: list[tuple[int, str, int]], index: int, gazetteer: Gazetteer
) -> tuple[int, Kind] | None:
    """Return end and kind of the longest name of the lists at a word; None if none is sure."""
    start, first, stop = words[index]
    if not gazetteer.starts(first) and f"{first.casefold()} " not in ARTICLES:
        return None
    ends: list[int] = []
    for position, word, limit in words[index : index + LONGEST_NAME]:
        if limit != stop:
            break
        end = position + len(word)
        gap = text[ends[-1] : position] if ends else " "
        listing = gap == ", " and gazetteer.starts(text[start:end])
        if not (gap.isspace() or gap in ("-", ". ") or listing):
            break
        if not is_capitalized(word) and not (
            ends and (_goes_on(word, gazetteer) or gazetteer.starts(text[start:end]))
        ):
            break
        ends.append(end)
    for end in reversed(ends):
        # The dot of an abbreviation is its own, though the tokens leave it out.
        dotted = text[end : end + 1] == "." and "." in text[start:end]
        for stop in (end + 1, end) if dotted else (end,):
            entry = _safe_entry(text[start:stop], gazetteer)
            if entry is not None and _is_cased(text[start:stop], entry, gazetteer):
                return stop, entry.kind
    return None


def _is_cased(name: str, entry: Entry, gazetteer: Gazetteer) -> bool:
    """Return whether a name has its capitals: "El país" is no newspaper.

    Only long names of states have common words in them: "Islas menores alejadas de EE. UU.".
    """
    words = WORD.findall(name)
    if all(is_capitalized(word) or _goes_on(word, gazetteer) for word in words):
        return True
    return entry.kind is Kind.COUNTRY and len(words) >= _LONG_NAME


def _governed_at(
    text: str, words: list[tuple[int, str, int]], index: int, gazetteer: Gazetteer
) -> tuple[int, Kind] | None:
    """Return end and kind of a state that shares its name, behind its minister; None if none.

    "Mauricio" is one in "la ministra de Finanzas de Mauricio".
    """
    start, _, stop = words[index]
    if not is_governed(text, start):
        return None
    for position, word, limit in reversed(words[index : index + 4]):
        name = text[start : position + len(word)]
        end = position + len(word)
        state = limit == stop and any(e.kind is Kind.COUNTRY for e in gazetteer.lookup(name))
        if state and _free_after(text, end, gazetteer):
            return end, Kind.COUNTRY
    return None


def _goes_on(word: str, gazetteer: Gazetteer) -> bool:
    """Return whether a word in lower case may stand in a name: "de", "d'Ivoire", "francesa"."""
    return word in PARTICLES or word in gazetteer.demonyms or _ELIDED.match(word) is not None


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
        low = word.casefold()
        return low in TITLES or low in GOVERNMENTS or (opens and is_opener(word))
    return word.casefold() in TITLES or is_function_word(word) or (opens and is_opener(word))


def _free_after(text: str, end: int, gazetteer: Gazetteer) -> bool:
    after = text[end : end + 40]
    word = WORD.match(after, 1)
    if after.startswith(_HYPHENS) and after[1:2].isalnum():
        words = after[1:].split(" ")
        return any(_known(" ".join(words[:n]).rstrip(".,;:)"), gazetteer) for n in (1, 2, 3))
    if after[:1] not in (" ", "\u00a0") or word is None:
        return True
    return not is_capitalized(word.group()) or is_function_word(word.group())


def _known(name: str, gazetteer: Gazetteer) -> bool:
    place = gazetteer.likeliest(name)
    return place is not None and place.listed and is_capitalized(name)

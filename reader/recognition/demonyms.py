"""Demonyms: words such as "rusa" or "norcoreanos", which name a state by its people or things."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reader.core.mentions import FoundBy, Kind
from reader.recognition.article import Article
from reader.recognition.gazetteer import Demonym, Gazetteer
from reader.recognition.languages import LANGUAGES, is_language, list_goes_on, names_someone
from reader.recognition.set_phrases import is_set_phrase
from reader.recognition.spans import BlockSpans, Found
from reader.recognition.words import is_capitalized, is_function_word, opens_sentence

_WORD = re.compile(r"[^\W\d_]+")
_HYPHENS = ("-", "–")
_SECOND = re.compile(r"[ \u00a0-][^\W\d_]+")
_PREFIXES = frozenset("luso germano galo heleno nipón".split())
"""What before a hyphen is but a prefix, as "hispano" and "franco" are, which are no demonyms."""

_BESIDE = re.compile(r"(?:,| y| e| o| ni)(?: (?:el|la|los|las|un|una|unos|unas|dos|tres|al|del))? ")
_SHORTEST = 3
_REACH = 40
_NOUN_PHRASE = re.compile(r"\b(?:LA|UNA|SU|ESTA|ESA|CADA|NUEVA|PRIMERA) (?P<noun>[^\W\d_]{3,}) $")


@dataclass(frozen=True, slots=True)
class _Hit:
    """A demonym in a block: half-open code points into its text, and what the lists know of it."""

    start: int
    end: int
    demonym: Demonym


def with_demonyms(
    blocks: Sequence[BlockSpans],
    found: Sequence[list[Found]],
    gazetteer: Gazetteer,
    article: Article,
) -> list[list[Found]]:
    """Return the mentions of each block with its demonyms among them, in reading order.

    A word that means something else too counts only where the article speaks of the state.
    """
    names = [
        list(_make_room(block, mentions, gazetteer, article))
        for block, mentions in zip(blocks, found, strict=True)
    ]
    hits = [
        list(_hits(block, mentions, gazetteer, article))
        for block, mentions in zip(blocks, names, strict=True)
    ]
    if any(hit.demonym.unsure for some in hits for hit in some):
        spoken_of = _states_spoken_of(names, hits, gazetteer)
        hits = [
            [h for h in some if _is_sure(block.text, h, some, spoken_of)]
            for block, some in zip(blocks, hits, strict=True)
        ]
    return [
        sorted([*mentions, *_mentions(block, some)], key=lambda m: m.start) if some else mentions
        for block, mentions, some in zip(blocks, names, hits, strict=True)
    ]


def _is_sure(text: str, hit: _Hit, hits: list[_Hit], spoken_of: set[str]) -> bool:
    """Return whether a word is a demonym here, though it means something else too.

    So it is where the article speaks of the state; beside another demonym, "indios y chinos"; or
    where somebody's name stands behind and the paragraph has another demonym.
    """
    if not hit.demonym.unsure or spoken_of.intersection(hit.demonym.codes):
        return True
    others = [other for other in hits if not other.demonym.unsure]
    if any(_BESIDE.fullmatch(_between(text, hit, other)) for other in others):
        return True
    among_others = bool(others)
    return among_others and names_someone(text, hit.end)


def _between(text: str, one: _Hit, other: _Hit) -> str:
    return text[min(one.end, other.end) : max(one.start, other.start)]


def _mentions(block: BlockSpans, hits: list[_Hit]) -> Iterator[Found]:
    for hit in hits:
        surface = block.text[hit.start : hit.end]
        where = (block.offset + hit.start, block.offset + hit.end)
        yield Found(*where, surface, Kind.DEMONYM, FoundBy.LIST)


def _states_spoken_of(
    names: Sequence[list[Found]], hits: Sequence[list[_Hit]], gazetteer: Gazetteer
) -> set[str]:
    """Return the codes of the states that the article names, or places or clear demonyms of.

    But not of one that shares its name with a place of the article, as Granada does.
    """
    codes: set[str] = set()
    shared: set[str] = set()
    for mentions in names:
        for mention in mentions:
            if mention.kind in (Kind.COUNTRY, Kind.PLACE):
                entries = gazetteer.lookup(mention.surface)
                place = next((e for e in entries if e.kind is mention.kind), None)
                if place is not None and (place.listed or place.kind is Kind.COUNTRY):
                    codes.add(place.country or place.id.partition(":")[2])
                if mention.kind is Kind.PLACE:
                    shared.update(e.country for e in entries if e.kind is Kind.COUNTRY)
    for some in hits:
        for hit in some:
            if not hit.demonym.unsure:
                codes.update(hit.demonym.codes)
    return codes - shared


def _hits(
    block: BlockSpans, mentions: list[Found], gazetteer: Gazetteer, article: Article
) -> Iterator[_Hit]:
    """Yield the demonyms outside of a block's mentions."""
    text = block.text
    taken = [(m.start - block.offset, m.end - block.offset) for m in mentions]
    after_language = after_hit = -1
    past = 0
    for match in _WORD.finditer(text):
        start, word = match.start(), match.group()
        form = word.lower()
        demonym = gazetteer.demonym(word)
        if (demonym is None and form not in LANGUAGES) or start < past:
            continue
        end = match.end()
        if demonym is not None:
            end, demonym = _longest(text, start, end, demonym, gazetteer)
        if word.islower() and (
            (after_language >= 0 and list_goes_on(text, after_language, start))
            or is_language(text, start, end, form, masculine=demonym is None or demonym.masculine)
        ):
            after_language = past = end
            continue
        if demonym is None or _overlaps(taken, start, end):
            continue
        if not _is_written_as_one(text, start, end, gazetteer, article):
            continue
        if is_set_phrase(text, start, end) or _is_compound(text, start, end, after_hit, gazetteer):
            continue
        after_hit = past = end
        yield _Hit(start, end, demonym)


def _longest(
    text: str, start: int, end: int, demonym: Demonym, gazetteer: Gazetteer
) -> tuple[int, Demonym]:
    """Return end and meaning of a demonym of two words, as "alemanes orientales", if it is one."""
    second = _SECOND.match(text, end)
    if second is None:
        return end, demonym
    longer = gazetteer.demonyms.get(text[start : second.end()].lower().replace("\u00a0", " "))
    return (second.end(), longer) if longer is not None else (end, demonym)


def _overlaps(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    """Return whether a passage touches one of some that are sorted and apart."""
    index = bisect_left(taken, (end, 0))
    return index > 0 and taken[index - 1][1] > start


def _is_written_as_one(
    text: str, start: int, end: int, gazetteer: Gazetteer, article: Article
) -> bool:
    """Return whether a word has the capitals of a demonym: none, those due, or nothing else.

    "Siria" is the state wherever it has one; "Ruso" inside a sentence is a part of a name.
    """
    word = text[start:end]
    if word.islower():
        return True
    if word.isupper() and len(word) >= _SHORTEST:
        return not _is_state(word, gazetteer) or _ends_noun_phrase(text, start)
    if not opens_sentence(text, start) or {word} & (article.chosen | article.people):
        return False
    before_name = text[end : end + 1] in (" ", "\u00a0") and text[end + 1 : end + 2].isupper()
    return not before_name and not _is_state(word, gazetteer)


def _is_state(word: str, gazetteer: Gazetteer) -> bool:
    return any(entry.kind is Kind.COUNTRY for entry in gazetteer.lookup(word))


def _is_compound(text: str, start: int, end: int, after_hit: int, gazetteer: Gazetteer) -> bool:
    """Return whether a hyphen joins the word to what is no demonym, as in "hispano-ruso".

    In "ruso-ucraniano" both are.
    """
    word, known = text[start:end].lower(), gazetteer.demonyms
    if text[start - 1 : start] in _HYPHENS and start > 1 and text[start - 2].isalnum():
        return after_hit != start - 1
    if text[end : end + 1] not in _HYPHENS:
        return False
    second = _WORD.match(text, end + 1)
    if second is None:
        return False
    return word in _PREFIXES or second.group().lower() not in known


# Names that give way


def _make_room(
    block: BlockSpans, mentions: list[Found], gazetteer: Gazetteer, article: Article
) -> Iterator[Found]:
    """Yield a block's mentions without demonyms that were taken for names or for a part of one."""
    for mention in mentions:
        start = mention.start - block.offset
        if mention.kind is Kind.COUNTRY and _is_adjective(block.text, start, mention, gazetteer):
            continue
        if mention.found_by is not FoundBy.MODEL or mention.kind is Kind.COUNTRY:
            yield mention
        elif not _is_demonym_alone(block.text, start, mention, gazetteer, article):
            yield _without_adjective(mention, gazetteer)


def _is_adjective(text: str, start: int, mention: Found, gazetteer: Gazetteer) -> bool:
    """Return whether a state's name in capitals is an adjective, as in "LA ECONOMÍA CHINA"."""
    surface = mention.surface
    adjective = surface.isupper() and surface.lower() in gazetteer.demonyms
    return adjective and _ends_noun_phrase(text, start)


def _ends_noun_phrase(text: str, start: int) -> bool:
    """Return whether a feminine article and a noun, in capitals, stand before."""
    phrase = _NOUN_PHRASE.search(text, max(0, start - _REACH), start)
    return phrase is not None and not is_function_word(phrase["noun"])


def _is_demonym_alone(
    text: str, start: int, mention: Found, gazetteer: Gazetteer, article: Article
) -> bool:
    """Return whether the model took a demonym for a name, for the capital that was due."""
    surface = mention.surface
    demonym = gazetteer.demonyms.get(surface.lower())
    if demonym is None or demonym.unsure or gazetteer.likeliest(surface) is not None:
        return False
    if {surface, surface.capitalize()} & (article.chosen | article.people):
        return False
    return surface.islower() or surface.isupper() or opens_sentence(text, start)


def _without_adjective(mention: Found, gazetteer: Gazetteer) -> Found:
    """Return the mention without the demonym behind the name: "Policía Nacional colombiana"."""
    rest, _, last = mention.surface.rpartition(" ")
    demonym = gazetteer.demonyms.get(last) if rest else None
    if demonym is None or demonym.unsure or gazetteer.lookup(mention.surface):
        return mention
    if not is_capitalized(rest.rpartition(" ")[2]):
        return mention
    return replace(mention, end=mention.start + len(rest), surface=rest)

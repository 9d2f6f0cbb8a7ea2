"""Which kind of entity a name is: a model's label, corrected by lists, words and the article."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from reader.core.entities import normalize_name
from reader.core.mentions import Kind
from reader.recognition.apposition import noun_says, said_behind
from reader.recognition.article import Article
from reader.recognition.context import (
    article_before,
    has_title,
    is_club,
    is_governed,
    is_persons,
    is_street,
    is_venue,
    is_where,
    state_or_place,
)
from reader.recognition.gazetteer import Entry, Gazetteer
from reader.recognition.institutions import is_seated
from reader.recognition.spans import KINDS, BlockSpans, Found
from reader.recognition.words import (
    GIVEN_NAMES,
    MINISTERS,
    OFFICIALS,
    ORGANIZATION_HEADS,
    ORGANIZATION_WORDS,
    PORTFOLIOS,
    TITLES,
    WORD,
    is_capitalized,
    is_quoted,
)

_ABBREVIATION = 4
"""Letters of the longest title that is written with a dot."""


_NOUN_WEIGHT = 4
"""How many of a name's other mentions the one counts whose kind a noun says."""


def is_portfolio(text: str, start: int, end: int) -> bool:
    """Return whether a span is what an office is about, as in "ministra de Defensa"."""
    before = text[max(0, start - 60) : start]
    words = [w for w in WORD.findall(text[start:end]) if is_capitalized(w)]
    if MINISTERS.search(before):
        return not text[start:end].isupper()
    named = all(w.casefold() in PORTFOLIOS for w in words)
    return named and OFFICIALS.search(before) is not None


def is_named_portfolio(text: str, start: int, end: int) -> bool:
    """Return whether a span is one of the usual portfolios, behind the office that holds it."""
    before = text[max(0, start - 60) : start]
    words = [w for w in WORD.findall(text[start:end]) if is_capitalized(w)]
    named = bool(words) and all(w.casefold() in PORTFOLIOS for w in words)
    return named and bool(MINISTERS.search(before) or OFFICIALS.search(before))


def kind_of(
    text: str, start: int, end: int, label: str, gazetteer: Gazetteer, article: Article
) -> Kind | None:
    """Return the kind of a model's span, corrected by the gazetteer; None where it is no entity."""
    place = gazetteer.likeliest(text[start:end])
    kind = KINDS.get(label)
    told = _told(text, start, end, kind, place, article)
    if told is not None:
        return told
    listed = place is not None and place.listed
    noun = noun_says(text, start, kind) or said_behind(text, start, end, kind, listed=listed)
    if noun is not None and (place is None or place.kind is Kind.PLACE):
        return noun
    if place is None:
        return _by_its_words(text[start:end], kind)
    if place.kind is Kind.ORGANIZATION:
        is_name = kind is Kind.PERSON and text[start:end] not in article.people
        return place.kind if place.safe or is_name else kind
    if place.kind is Kind.COUNTRY and kind is not Kind.PERSON and is_governed(text, start):
        return Kind.COUNTRY
    if kind in (Kind.PLACE, Kind.ORGANIZATION):
        told = state_or_place(text, start, end, gazetteer, article)
    if told is not None or kind is Kind.PLACE:
        return told or place.kind
    return _listed_kind(text, start, end, kind, place)


def _listed_kind(text: str, start: int, end: int, kind: Kind | None, place: Entry) -> Kind | None:
    """Return the kind of a place's name that the model takes for something else."""
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


def _told(
    text: str, start: int, end: int, kind: Kind | None, place: Entry | None, article: Article
) -> Kind | None:
    """Return the kind that the words around a name tell; None where they don't."""
    if kind is None:
        return None
    single = " " not in text[start:end]
    if single and has_title(text, start) and kind is not Kind.ORGANIZATION:
        return Kind.PERSON
    if kind is not Kind.ORGANIZATION and is_street(text, start):
        return Kind.PLACE
    if place is not None and place.kind is Kind.COUNTRY and is_venue(text, start):
        return Kind.PLACE
    if place is None or place.kind is Kind.ORGANIZATION:
        return None
    if is_persons(text, start, end, article, labelled=kind is Kind.PERSON):
        return Kind.PERSON
    known = kind is not Kind.PERSON or text[start:end] not in article.people
    return Kind.ORGANIZATION if known and is_club(text, start, end, place) else None


def _by_its_words(surface: str, kind: Kind | None) -> Kind | None:
    """Return the kind that a name's words tell, as in "Delta Airlines" or "Pedro Lima"."""
    words = WORD.findall(surface.casefold())
    if kind is None or len(words) < 2:
        return kind
    if kind is Kind.PLACE and is_seated(surface):
        return Kind.ORGANIZATION
    if ORGANIZATION_WORDS.intersection(words[1:]) or words[0] in ORGANIZATION_HEADS:
        return Kind.ORGANIZATION
    first = normalize_name(words[0])
    if first in GIVEN_NAMES and all(is_capitalized(w) for w in surface.split()):
        return Kind.PERSON
    return kind


def _title_before(text: str, start: int) -> bool:
    before = text[max(0, start - 30) : start]
    words = WORD.findall(before)
    ended = bool(words) and len(words[-1]) > _ABBREVIATION and before.rstrip().endswith(".")
    return bool(words) and not ended and words[-1].casefold() in TITLES


def vote(blocks: Sequence[BlockSpans], found: list[list[Found]], gazetteer: Gazetteer) -> None:
    """Give every mention of one name the kind that most of them have, in place.

    A surname is a person's wherever it stands. Names of the gazetteer are left alone: a city and
    its club may share an article.
    """
    votes: defaultdict[str, Counter[Kind]] = defaultdict(Counter)
    surnames: set[str] = set()
    for block, mentions in zip(blocks, found, strict=True):
        for mention in mentions:
            start, end = mention.start - block.offset, mention.end - block.offset
            noun = noun_says(block.text, start, mention.kind)
            noun = noun or said_behind(block.text, start, end, mention.kind)
            votes[mention.surface][mention.kind] += _NOUN_WEIGHT if noun else 1
            words = mention.surface.split()
            if mention.kind is Kind.PERSON and len(words) > 1 and len(words[-1]) > 2:
                surnames.update((words[-1], " ".join(words[-2:])))
                if len(words) > 2 and _is_first_surname(words[-2]):
                    surnames.add(words[-2])
    for block, mentions in zip(blocks, found, strict=True):
        for index, mention in enumerate(mentions):
            place = gazetteer.likeliest(mention.surface)
            start = mention.start - block.offset
            sure = mention.kind is Kind.PLACE and is_street(block.text, start)
            if sure or (place is not None and place.listed):
                continue
            surname = mention.surface in surnames and not article_before(block.text, start)
            if mention.kind is Kind.PLACE and is_where(block.text, start):
                surname = False
            kind = Kind.PERSON if surname else _elected(mention.kind, votes[mention.surface])
            mentions[index] = replace(mention, kind=kind)


def _is_first_surname(word: str) -> bool:
    """Return whether the last but one word of a full name is a surname: of "Ana Higa Gil"."""
    given = normalize_name(word) in GIVEN_NAMES
    return word[0].isupper() and len(word) > 2 and not given


def _elected(kind: Kind, counts: Counter[Kind]) -> Kind:
    """Return the kind that a name has most often; `kind` itself where that ties."""
    if kind is Kind.PLACE and counts[Kind.COUNTRY]:
        return Kind.COUNTRY
    likeliest = counts.most_common(1)[0][0]
    return kind if counts[likeliest] == counts[kind] else likeliest

"""What an article as a whole tells of its words: their case, and the names of its people."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.core.entities import normalize_name
from reader.core.mentions import Kind
from reader.recognition.gazetteer import Gazetteer
from reader.recognition.spans import KINDS, BlockSpans
from reader.recognition.words import (
    GIVEN_NAMES,
    INSTITUTION_HEADS,
    PORTFOLIOS,
    TITLES,
    WORD,
    is_function_word,
    opens_sentence,
)

_ACRONYM_LENGTH = 4
"""Letters above which a word in capitals is hardly an acronym."""

_VERBS = tuple("ó í aron ieron aba aban ía ían íamos ará arán erá erán irá irán ando iendo".split())
"""Endings of verbs that no noun or adjective in the list of common words has in numbers."""


@dataclass(frozen=True, slots=True)
class Article:
    """The words of an article by their case, and the words of its people's full names.

    `lower` holds those in lower case, `chosen` those with a capital where none was due; `initials`
    the first letters of each full name.
    """

    lower: frozenset[str]
    chosen: frozenset[str]
    people: frozenset[str]
    initials: frozenset[str]


def article_of(blocks: Sequence[BlockSpans]) -> Article:
    """Return what the blocks tell of their words."""
    lower: set[str] = set()
    chosen: set[str] = set()
    people: set[str] = set()
    initials: set[str] = set()
    for block in blocks:
        text = block.text
        if not text.isupper():
            for match in WORD.finditer(text):
                word = match.group()
                if word[0].islower():
                    lower.add(word)
                elif word not in chosen and not opens_sentence(text, match.start()):
                    chosen.add(word)
        for span in block.spans:
            if KINDS.get(span.label) is Kind.PERSON:
                words = text[span.start : span.end].split()
                words = [w for w in words if w[0].isupper() and w.casefold() not in TITLES]
                if len(words) > 1:
                    people.update(words)
                    initials.add("".join(w[0] for w in words))
    return Article(frozenset(lower), frozenset(chosen), frozenset(people), frozenset(initials))


def is_verb(word: str, gazetteer: Gazetteer) -> bool:
    """Return whether a word is a verb by its ending, and in the list of common words."""
    low = word.casefold()
    known = low.endswith(_VERBS) and normalize_name(low) not in GIVEN_NAMES
    return known and gazetteer.is_common_word(low)


_OF_STATE = re.compile(
    r"\b(?:golpes?|jef[ea]s?|jefaturas?|(?:sub)?secretar\w+|hombres?|mujer(?:es)?|razón|ministr\w+|"
    r"asuntos?|visitas?|terrorismo|política|funeral(?:es)?|abogac\w+|consejer\w+) de $",
    re.IGNORECASE,
)


def is_of_state(text: str, start: int, end: int) -> bool:
    """Return whether "Estado" only belongs to an office or deed, as in "secretario de Estado"."""
    return (
        text[start:end] == "Estado"
        and _OF_STATE.search(text, max(0, start - 40), start) is not None
    )


def is_mere_word(
    text: str, start: int, end: int, kind: Kind | None, article: Article, gazetteer: Gazetteer
) -> bool:
    """Return whether a name of one word has its capital only since it opens a sentence."""
    word = text[start:end]
    low = word.casefold()
    shouted = word.isupper() and len(word) > _ACRONYM_LENGTH
    if not word.isalpha() or not (shouted or opens_sentence(text, start)):
        return False
    if word.isupper() != shouted or normalize_name(low) in GIVEN_NAMES:
        return False
    if {word, word.capitalize()} & (article.chosen | article.people):
        return False
    place = gazetteer.likeliest(word)
    if place is not None and (place.listed or place.kind is not Kind.PLACE):
        return False
    if not gazetteer.is_common_word(low):
        return False
    if is_verb(word, gazetteer) or is_function_word(word):
        return True
    if kind is Kind.ORGANIZATION:
        # "Congreso" and "Interior" do open sentences, as institutions.
        return low in article.lower and normalize_name(low) not in INSTITUTION_HEADS | PORTFOLIOS
    return kind is not Kind.PERSON or shouted or low in article.lower

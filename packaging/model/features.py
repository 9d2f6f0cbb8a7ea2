"""Fill the model's word table with which name lists each word stands in."""

from __future__ import annotations

import random
import unicodedata

import numpy as np
import spacy
from names import big_cities, cities, countries, people, press_spelling, provinces, words
from numpy.typing import NDArray
from spacy.language import Language
from spacy.strings import get_string_id
from spacy.vectors import Vectors

# One column for each kind of list.
KINDS = (
    "given", "surname", "city", "town", "country", "demonym", "institution", "company",
    "function", "role",
)  # fmt: skip
_FUNCTION = "de la del los las el y e o san santa nueva al the of"


_INSTITUTIONS = (
    "heads m", "heads f", "fields", "portfolios", "agencies", "adjectives m", "adjectives f",
)  # fmt: skip


def word_kinds() -> dict[str, set[str]]:
    """Return the lower-case words of each kind, function words kept out of the name kinds."""
    stop = set(spacy.blank("es").Defaults.stop_words) | set(_FUNCTION.split())
    entries = {
        "given": [n for given, _ in people().values() for n in given],
        "surname": [n for _, family in people().values() for n in family],
        "city": cities()[0] + big_cities(),
        "town": [n for group in (*cities()[1:], provinces()) for n in group if " " not in n],
        "country": countries()[0] + words("regions"),
        "demonym": words("demonyms m") + words("demonyms f"),
        "institution": [e for key in _INSTITUTIONS for e in words(key)],
        "company": words("company tails") + words("company heads") + words("english bodies"),
        "function": words("openers"),
        "role": words("roles"),
    }
    kinds: dict[str, set[str]] = {}
    for kind, names in entries.items():
        found = {w.strip(",.'").lower() for n in names for w in n.replace("-", " ").split()}
        found |= {press_spelling(w) for w in found}
        kinds[kind] = {w for w in found if len(w) > 1 and w not in stop}
    kinds["function"] |= stop
    return kinds


def written_forms(word: str, kinds: NDArray[np.float32]) -> set[str]:
    """Return a word as headlines and running text write it, names never in small letters.

    The table looks words up as written, and old wire headlines leave the accents of capitals out.
    """
    bare = "".join(unicodedata.normalize("NFD", c)[0] for c in word).upper()
    forms = {word.upper(), bare, word[0].upper() + word[1:]}
    return forms | {word} if kinds[KINDS.index("demonym") :].any() else forms


def set_word_table(nlp: Language, share: float, rng: random.Random) -> None:
    """Give the vocabulary a table of kinds that holds a share (0 to 1) of the words.

    A part of the lists keeps the model from trusting them to be complete.
    """
    kinds = word_kinds()
    rows: dict[tuple[bool, ...], int] = {}
    keys: dict[str, int] = {}
    for word in sorted(set().union(*kinds.values())):
        pattern = tuple(word in kinds[k] for k in KINDS)
        if rng.random() < share or pattern[KINDS.index("function")]:
            keys[word] = rows.setdefault(pattern, len(rows))
    data = np.array(sorted(rows, key=rows.__getitem__), dtype="float32")
    table = Vectors(strings=nlp.vocab.strings, data=data, name="name_lists")
    for word, row in keys.items():
        for form in written_forms(word, data[row]):
            table.add(get_string_id(form), row=row)
    nlp.vocab.vectors = table

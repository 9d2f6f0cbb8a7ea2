"""Fill the model's word table: which name lists a word stands in, and which Brown cluster."""

from __future__ import annotations

import random
import unicodedata

import numpy as np
import spacy
from clusters import word_clusters
from names import (
    big_cities,
    cities,
    countries,
    known,
    people,
    press_spelling,
    provinces,
    words,
)
from numpy.typing import NDArray
from spacy.language import Language
from spacy.strings import get_string_id
from spacy.vectors import Vectors

# One column for each kind of list; those of the clusters follow.
KINDS = (
    "given", "surname", "city", "town", "country", "feature", "firm", "club", "medium", "body",
    "demonym", "institution", "company", "function", "role",
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
        "firm": known("companies"),
        "club": known("clubs"),
        "medium": known("media"),
        "body": known("bodies"),
        "feature": known("geography"),
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
    """Give the vocabulary a table of kinds, for a share (0 to 1) of the words, and of clusters.

    A part of the lists keeps the model from trusting them to be complete.
    """
    kinds = word_kinds()
    patterns: dict[str, tuple[bool, ...]] = {}
    for word in sorted(set().union(*kinds.values())):
        pattern = tuple(word in kinds[k] for k in KINDS)
        if rng.random() < share or pattern[KINDS.index("function")]:
            patterns |= dict.fromkeys(written_forms(word, np.array(pattern, "float32")), pattern)
    clusters = word_clusters()
    nothing = (False,) * len(KINDS)
    rows: dict[tuple[tuple[bool, ...], int | None], int] = {}
    keys: dict[str, int] = {}
    for form in sorted({*patterns, *clusters}):
        look = (patterns.get(form, nothing), clusters.get(form))
        keys[form] = rows.setdefault(look, len(rows))
    data = np.zeros((len(rows), len(KINDS) + max(clusters.values()) + 1), "float32")
    for (pattern, cluster), row in rows.items():
        data[row, : len(KINDS)] = pattern
        if cluster is not None:
            data[row, len(KINDS) + cluster] = 1.0
    table = Vectors(strings=nlp.vocab.strings, data=data, name="word_table")
    for form, row in keys.items():
        table.add(get_string_id(form), row=row)
    nlp.vocab.vectors = table

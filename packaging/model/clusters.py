"""Read Brown clusters of Spanish words: which words are used like which, learnt from raw text.

The clusters come with the package spacy-lookups-data (MIT): a million words as written, each with
the path of its cluster in a binary tree, the bits nearest to the root lowest.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import Any

# How many of the most frequent words take part: names hide among the capitalized ones, the rest
# is what stands around them.
CAPITALIZED, LOWER = 200_000, 20_000
# A cluster of fewer words shares a column with those that branch off the tree beside it.
OWN_COLUMN = 150
SHARED_BITS = 4
# So many of the most frequent capitalized words are looked up in capitals too.
IN_CAPITALS = 20_000


@cache
def _table(name: str) -> dict[str, Any]:
    path = files("spacy_lookups_data").joinpath("data", f"es_lexeme_{name}.json.gz")
    return json.loads(gzip.decompress(path.read_bytes()))


def word_clusters() -> dict[str, int]:
    """Return the column (0, 1, …) of each word as written, the most frequent words first."""
    clusters, chance = _table("cluster"), _table("prob")
    ranked = sorted(clusters, key=lambda word: -chance.get(word, -99.0))
    capitalized = [word for word in ranked if word[0].isupper()][:CAPITALIZED]
    chosen = capitalized + [word for word in ranked if word[0].islower()][:LOWER]
    sizes = Counter(clusters[word] for word in chosen)
    names: dict[str, str] = {}
    for word in chosen:
        cluster = clusters[word]
        own = sizes[cluster] >= OWN_COLUMN
        names[word] = f"{cluster}" if own else f"near {cluster % 2**SHARED_BITS}"
    for word in capitalized[:IN_CAPITALS]:
        names.setdefault(word.upper(), names[word])
    columns = {name: n for n, name in enumerate(sorted(set(names.values())))}
    return {word: columns[name] for word, name in names.items()}

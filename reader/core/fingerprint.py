"""Tell by their words alone whether two texts are the same, or nearly so.

Nearly the same is an agency's text in several outlets: cut, with another headline, a byline added.
Each text has a signature (MinHash with one permutation: Li, Owen and Zhang 2012, "One Permutation
Hashing"), whose bands two texts are likely to share when much of them is the same.
"""

import hashlib
from array import array
from collections.abc import Iterator, Sequence

_BINS = 63
_ROWS = 3  # a band is three bins: texts of which a half is the same share one nine times in ten
_EMPTY = 0xFFFFFFFF
_MASK = (1 << 64) - 1
_LEAST = 24
"""Shingles that a text must have to be compared: a caption is the same for many pictures."""

NEARLY = 0.62
"""How much of the shorter text must be in the longer one for both to be the same text."""

NEARLY_OF_BOTH = 0.4
"""How much of both texts together must be in both."""


def fingerprint(words: Sequence[str]) -> str:
    """Return what identifies a text by its folded words, 32 hexadecimal digits; "" for none."""
    if not words:
        return ""
    return hashlib.sha256(" ".join(words).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def shingles(words: Sequence[str]) -> frozenset[int]:
    """Return the hashes of each run of four words."""
    numbers: dict[str, int] = {}
    hashed: list[int] = []
    for word in words:
        number = numbers.get(word)
        if number is None:
            digest = hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()
            number = numbers[word] = int.from_bytes(digest, "big")
        hashed.append(number)
    return frozenset(_runs(hashed))


def _runs(hashed: Sequence[int]) -> Iterator[int]:
    for a, b, c, d in zip(hashed, hashed[1:], hashed[2:], hashed[3:], strict=False):
        mixed = (a * 0x9E3779B97F4A7C15 + b * 0xC2B2AE3D27D4EB4F + c * 0x165667B19E3779F9 + d) & (
            _MASK
        )
        mixed ^= mixed >> 29
        yield (mixed * 0xBF58476D1CE4E5B9 & _MASK) >> 8


def signature(of: frozenset[int]) -> bytes:
    """Return the signature of a text's shingles; empty where there are too few to compare."""
    if len(of) < _LEAST:
        return b""
    least = [_EMPTY] * _BINS
    for value in of:
        place, rest = value % _BINS, value // _BINS & 0xFFFFFFFE
        if rest < least[place]:
            least[place] = rest
    # An empty bin borrows from the next that isn't (Shrivastava and Li 2014, "Densifying").
    filled = [place for place, value in enumerate(least) if value != _EMPTY]
    following = [*filled[1:], filled[0] + _BINS]
    for place, after in zip(filled, following, strict=True):
        for empty in range(place + 1, after):
            lent = least[after % _BINS] + (after - empty) * 0x9E3779B1
            least[empty % _BINS] = lent & 0xFFFFFFFE
    return array("I", least).tobytes()


def bands(signed: bytes) -> list[int]:
    """Return the bands of a signature as whole numbers of 62 bits, each with its place in it."""
    size = 4 * _ROWS
    return [
        (
            int.from_bytes(hashlib.blake2b(signed[i : i + size], digest_size=7).digest(), "big")
            << 6
            | i // size
        )
        & ((1 << 62) - 1)
        for i in range(0, len(signed), size)
    ]


def similarity(one: frozenset[int], other: frozenset[int]) -> float:
    """Return how much of two texts' shingles together is in both, from 0 to 1."""
    union = len(one | other)
    return len(one & other) / union if union else 0.0


def is_nearly_the_same(one: frozenset[int], other: frozenset[int]) -> bool:
    """Return whether two texts are one text that somebody cut, headed or signed anew."""
    shorter = min(len(one), len(other))
    if shorter < _LEAST:
        return False
    common = len(one & other)
    return common >= NEARLY * shorter and common >= NEARLY_OF_BOTH * len(one | other)

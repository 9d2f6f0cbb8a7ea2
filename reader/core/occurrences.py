"""Where names stand in a text."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain, filterfalse

_WORD = re.compile(r"\w+")
_LETTERS = 4  # of a word that are looked for; by more of them the pattern would be slower


def occurrences(
    text: str, names: Collection[str], *, known: Iterable[int] = ()
) -> list[tuple[int, int]]:
    """Return where names stand as whole words, as they are written; half-open, in reading order.

    Where two begin at one place, the longer one alone. Those that begin at one of the `known`
    places are left out.
    """
    by_word: dict[str, list[tuple[str, int]]] = {}
    for name in sorted(set(names), key=len, reverse=True):
        first = _WORD.search(name)
        if first is not None:
            by_word.setdefault(first[0], []).append((name, first.start()))
    if not by_word:
        return []
    found: list[tuple[int, int]] = []
    passed = frozenset(known)
    end = 0
    for first in _unknown(text, by_word, passed):
        word = _WORD.match(text, first)
        for name, shift in by_word.get(word[0], ()) if word else ():
            start = first - shift
            if start >= end and start not in passed and _stands_at(text, name, start):
                end = start + len(name)
                found.append((start, end))
                break
    return found


def _unknown(
    text: str, by_word: Mapping[str, Sequence[tuple[str, int]]], known: Collection[int]
) -> Iterable[int]:
    """Return where words may stand, but for the known places.

    Most of what there is of a name is known, and a book has thousands of it.
    """
    places = map(re.Match.start, re.finditer(_beginnings(by_word), text))
    is_shifted = any(shift for _, shift in chain(*by_word.values()))  # a sign is before the word
    return places if is_shifted else filterfalse(known.__contains__, places)


def _beginnings(words: Iterable[str], letters: int = _LETTERS) -> str:
    """Return a pattern of the words that begin with the same few letters as any of these.

    It passes over most of a text, in which few words begin so, ten times as fast as one that finds
    every word.
    """
    following: dict[str, set[str]] = {}
    for word in words:
        following.setdefault(word[0], set()).add(word[1:])
    if letters == 1:
        return f"[{''.join(sorted(map(re.escape, following)))}]\\w*"
    return "|".join(
        re.escape(first) + (r"\w*" if "" in rest else f"(?:{_beginnings(rest, letters - 1)})")
        for first, rest in sorted(following.items())
    )


def _stands_at(text: str, name: str, start: int) -> bool:
    end = start + len(name)
    if start < 0 or not text.startswith(name, start):
        return False
    is_cut_before = start > 0 and name[0].isalnum() and text[start - 1].isalnum()
    return not is_cut_before and not (
        name[-1].isalnum() and end < len(text) and text[end].isalnum()
    )

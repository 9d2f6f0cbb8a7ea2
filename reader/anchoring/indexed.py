"""A text with the places of its words, so that a passage is looked for where it may be."""

import re
from collections import defaultdict
from functools import cached_property
from itertools import islice

from reader.core.anchoring import occurrences

_ANY_WORD = re.compile(r"\w+")
_WORD = re.compile(r"\w{4,}")
_KEY = 4
_SENTENCE = re.compile(r"[^\n]+?(?:[.!?…][»”\"’)]*(?=\s)|(?=\n)|\Z)")
_COMMON = 100
"""A beginning or end of words that stands more often says too little of where."""
_SEEDS = 24
_HITS = 150

# One sign for another, so that offsets stay: formats differ in these.
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("\n\t\u00a0\u2002\u2003\u2007\u2009\u202f", " "),
        **dict.fromkeys("«»“”„‟", '"'),
        **dict.fromkeys("‘’‚‛`´", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
    }
)


class Indexed:
    """A text; its indexes are made when they are first asked for. Offsets are code points."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._known: dict[str, list[int]] = {}

    @cached_property
    def folded(self) -> str:
        """Return the text of the same length without what differs from format to format."""
        return fold(self.text)

    @cached_property
    def sentences(self) -> dict[str, int]:
        """Return where each sentence begins; -1 for what stands more than once."""
        found: dict[str, int] = {}
        for match in _SENTENCE.finditer(self.text):
            sentence = match.group()
            found[sentence] = -1 if sentence in found else match.start()
        return found

    @cached_property
    def sentence_spans(self) -> list[tuple[int, int]]:
        """Return the spans of the sentences in their order."""
        return [match.span() for match in _SENTENCE.finditer(self.text)]

    def edges(self, first: int, last: int) -> tuple[list[int], list[int]]:
        """Return where words begin, and where they end, from the first to the last offset."""
        spans = [match.span() for match in _ANY_WORD.finditer(self.folded, first, last + 1)]
        starts = [start for start, _ in spans if not start or not _is_word(self.folded[start - 1])]
        return [start for start in starts if start <= last], [
            end for _, end in spans if end <= last
        ]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Return where the words begin that say something of where one is."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for match in _WORD.finditer(self.folded):
            places[match.group()].append(match.start())
        return places

    @cached_property
    def _words(self) -> dict[str, list[str]]:
        """Return the words of each beginning and end, as letters of a word may have changed."""
        words: defaultdict[str, list[str]] = defaultdict(list)
        for word in self._places:
            words[word[:_KEY]].append(word)
            words["-" + word[-_KEY:]].append(word)
        return words

    def _having(self, key: str) -> list[int]:
        """Return where a beginning or end of words stands; nothing where that is too common."""
        found = self._known.get(key)
        if found is None:
            words = self._words.get(key, ())
            shift = key[0] == "-"
            if sum(len(self._places[word]) for word in words) > _COMMON:
                words = ()
            found = self._known[key] = [
                place + (len(word) - _KEY) * shift for word in words for place in self._places[word]
            ]
        return found

    def occurrences(self, quote: str, *, limit: int, is_whole: bool = False) -> list[int]:
        """Return where a quote begins in the text, `limit` places at the most.

        One `is_whole` that begins and ends with a word, which isn't looked for within others.
        """
        folded = fold(quote)
        # A word inside of the quote is a whole word wherever the quote is.
        inside = [
            match
            for match in _WORD.finditer(folded)
            if is_whole or (match.start() and match.end() < len(quote))
        ]
        if not inside:
            return occurrences(quote, self.text, limit=limit)
        rarest = min(inside, key=lambda match: len(self._places.get(match.group(), ())))
        shift = rarest.start()
        found = (
            place - shift
            for place in self._places.get(rarest.group(), ())
            if self.text.startswith(quote, place - shift) and place >= shift
        )
        return list(islice(found, limit))

    def shared(self, passage: str) -> list[tuple[int, int, float]]:
        """Return where a folded passage's words, or their beginnings and ends, are in this text.

        They are pairs of an offset into the passage and one into the text, each with a weight; the
        rarest come first, and they are limited.
        """
        seeds: list[tuple[list[int], int]] = []
        for match in _WORD.finditer(passage):
            word, start = match.group(), match.start()
            places = self._places.get(word)
            if places is not None:
                if len(places) <= _COMMON:
                    seeds.append((places, start))
                continue
            # Of a word that has changed, the beginning or the end may be as it was.
            for key, offset in ((word[:_KEY], start), ("-" + word[-_KEY:], match.end() - _KEY)):
                places = self._having(key)
                if places:
                    seeds.append((places, offset))
        seeds.sort(key=lambda seed: len(seed[0]))
        found: list[tuple[int, int, float]] = []
        for places, offset in seeds[:_SEEDS]:
            weight = 1 / (4 + len(places))
            found += [(offset, place, weight) for place in places]
            if len(found) > _HITS:
                break
        return found


def _is_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def fold(text: str) -> str:
    """Return a text of the same length without what differs from format to format."""
    signs = text.translate(_SIGNS)
    lower = signs.lower()
    if len(lower) == len(signs):
        return lower
    return "".join(sign if len(sign.lower()) > 1 else sign.lower() for sign in signs)

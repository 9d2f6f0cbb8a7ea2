"""Fold case and accents, so that what is typed and what is printed are compared as one.

ñ stays apart from n, as Spanish counts it a letter of its own.
"""

import re
import unicodedata

WORD = re.compile(r"[^\W_]+")
"""A word of a folded text."""

_ENYE = "ɲ"
"""What ñ becomes: a letter that no tokenizer takes for an n with a mark on it."""

_LATIN = {"ñ": _ENYE, "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "s", "æ": "a", "œ": "o"}
"""Letters that don't come apart into a letter and its mark; one for one, so that lengths stay."""

_MARK = re.compile(r"[\u0300-\u036f]")
_MARKED = re.compile(r"\w?[\u0300-\u036f]+")


class _Table(dict[int, str]):
    """Fold one character to one character; remembers those that it was asked for."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        lower = character.lower()
        folded = _LATIN.get(lower)
        if folded is None:
            decomposed = unicodedata.normalize("NFKD", lower)
            plain = [c for c in decomposed if not unicodedata.combining(c)]
            folded = plain[0] if len(plain) == 1 else (lower if len(lower) == 1 else lower[0])
        self[code] = folded
        return folded


class Folder:
    """Fold texts; it remembers the characters that it met, so keep one for many texts."""

    def __init__(self) -> None:
        self._table = _Table()

    def fold(self, text: str) -> str:
        """Return the folded text."""
        return self.with_offsets(text)[0]

    def with_offsets(self, text: str) -> tuple[str, list[int] | None]:
        """Return the folded text, and for each of its characters the offset into `text`.

        None for the offsets where they are the same.
        """
        if text.isascii():
            return text.lower(), None
        if _MARK.search(text) is None:
            return text.translate(self._table), None
        parts: list[str] = []
        offsets: list[int] = []
        end = 0
        for match in _MARKED.finditer(text):
            parts.append(text[end : match.start()].translate(self._table))
            offsets += range(end, match.start())
            composed = unicodedata.normalize("NFC", match[0])
            marks = "".join(c for c in composed if not unicodedata.combining(c)) or " "
            parts.append(marks.translate(self._table))
            offsets += [match.start()] * len(marks)
            end = match.end()
        parts.append(text[end:].translate(self._table))
        offsets += range(end, len(text))
        return "".join(parts), offsets

    def words(self, text: str) -> list[str]:
        """Return the words of a text, folded."""
        return WORD.findall(self.fold(text))

    def sort_key(self, text: str) -> str:
        """Return what texts are sorted by: words alone, and ñ between n and o."""
        return " ".join(self.words(text)).replace(_ENYE, "n~")

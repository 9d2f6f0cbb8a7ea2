"""Lines of text -> running text, with words that were hyphenated whole again."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from reader.formats.pdf.elements import Look, Piece
from reader.formats.pdf.glyphs import merge

HYPHENS = "-\u00ad\u2010"
_SOFT = "\u00ad"
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_LAST_WORD = re.compile(r"([^\W_]+)[-\u2010]$")
_FIRST_WORD = re.compile(r"[-\u2010]?([^\W_]+)")
_NATIONS = frozenset(
    "afro anglo árabe austro balcano chino euro franco galo germano greco hispano indo ibero italo "
    "ítalo judeo luso nipo norte palestino polaco ruso serbo sino sud turco vasco".split()
)
"""First halves of names such as franco-alemán, which keep their hyphen."""

_OF_NATION = re.compile(r"(?:an[oa]|[eé]s|esa|[aá]n|ana|ense|eñ[oa]|in[oa]|ic[oa]|ac[oa])(?:e?s)?")
_FIRST_ADJECTIVE = re.compile(r"(?:ic|iv|ari|ori)o$")
_ADJECTIVE = re.compile(r"(?:(?:ic|iv|ari|ori|ad)[oa]s?|al(?:es)?|istas?)$")
_PLAIN = Look()


class Words:
    """The words of a document, by which a hyphen at a line's end is judged."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._counts: Counter[str] = Counter()
        was_broken = False
        for line in lines:
            words = _WORD.findall(line.lower().replace("\u2010", "-").replace(_SOFT, ""))
            is_broken = line.rstrip().endswith(tuple(HYPHENS))
            self._counts.update(words[was_broken : len(words) - is_broken])
            was_broken = is_broken

    def starts_alone(self, letter: str, text: str) -> bool:
        """Return whether an initial is a word of its own, as in "A las ocho"."""
        word = _WORD.match(text)
        if word is None or not letter[-1:].isalpha():
            return False
        if letter not in tuple("AEOUY"):
            return False
        rest = word[0].lower()
        return self._counts[rest] > max(1, self._counts[letter.lower() + rest])  # 1 is this one

    def keeps_hyphen(self, left: str, right: str) -> bool:
        """Return whether two halves of a word that a line's end parts belong to a compound."""
        if not (left[-1].isalpha() and right[0].isalpha()):
            return True
        if right[0].isupper() and not (left.isupper() and right.isupper() and len(left) > 1):
            return True
        left, right = left.lower(), right.lower()
        joined, compound = self._counts[left + right], self._counts[f"{left}-{right}"]
        if joined != compound:
            return compound > joined
        if left in _NATIONS and _OF_NATION.search(right[-5:]) and len(right) > 4:
            return True
        # Compounds of adjectives, as in político-económico: the first is a word elsewhere, too.
        is_compound = _FIRST_ADJECTIVE.search(left) and _ADJECTIVE.search(right)
        return is_compound is not None and self._counts[left] > 0


def join_lines(lines: Sequence[Sequence[Piece]], words: Words) -> list[Piece]:
    """Return the text of lines as one, its soft hyphens and those of line ends gone."""
    joined: list[Piece] = []
    for line in lines:
        pieces = _stripped(line)
        if not pieces:
            continue
        if joined:
            _join(joined, pieces, words)
        joined += pieces
    return merge(piece._replace(text=piece.text.replace(_SOFT, "")) for piece in joined)


def _join(joined: list[Piece], pieces: list[Piece], words: Words) -> None:
    """Make the end of what is there, and the start of what follows, fit together."""
    last, first = joined[-1], pieces[0]
    if last.text.endswith(_SOFT):
        return
    before = _LAST_WORD.search("".join(piece.text for piece in joined[-2:]))
    after = _FIRST_WORD.match("".join(piece.text for piece in pieces[:2]))
    is_hyphen = last.text[-1] in HYPHENS and last.text[-2:-1].strip() != ""
    if is_hyphen and not before:  # a sign before a number
        return
    if not before or not after or not is_hyphen:
        look = last.look if last.look == first.look else _PLAIN
        link = last.look.link if last.look.link == first.look.link else ""
        bold, italic = last.look.bold and first.look.bold, last.look.italic and first.look.italic
        look = look if look != _PLAIN else Look(bold, italic, False, link)
        joined.append(Piece(" ", look))
        return
    if first.text[0] in HYPHENS:  # as Spanish writes a hyphen that falls on a line's end
        pieces[0] = first._replace(text=first.text[1:])
    elif not words.keeps_hyphen(before[1], after[1]):
        joined[-1] = last._replace(text=last.text[:-1])


def _stripped(line: Sequence[Piece]) -> list[Piece]:
    pieces = [piece for piece in line if piece.text]
    while pieces and not pieces[0].text.strip():
        pieces.pop(0)
    while pieces and not pieces[-1].text.strip():
        pieces.pop()
    if pieces:
        pieces[0] = pieces[0]._replace(text=pieces[0].text.lstrip())
        pieces[-1] = pieces[-1]._replace(text=pieces[-1].text.rstrip())
    return pieces

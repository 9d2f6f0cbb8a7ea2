"""How well what is typed fits a name; whatever case, accents and order of words."""

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum

_WORD = re.compile(r"\w+")
_LEAST_LOOSE = 3
"""Letters that a word needs to be looked for with letters left out; of fewer, all would be found"""


class Fit(IntEnum):
    """How typed words fit a text, the best first."""

    BEGIN = 0  # the text begins with all that was typed
    WORDS = 1  # words of it begin with the typed ones
    BESIDE = 2  # some of these are in what stands beside it: its menu, its keys, another language
    INSIDE = 3  # some are inside of words
    LOOSE = 4  # letters were left out


@dataclass(frozen=True, slots=True)
class Text:
    """A text to be found, folded once: what it says, and the words that stand beside it."""

    name: str
    words: tuple[str, ...]
    beside: tuple[str, ...]


def text(name: str, *beside: str) -> Text:
    """Return a text to be found by its name and by what stands beside that."""
    plain = folded(name)
    return Text(plain, tuple(words(plain)), tuple(words(folded(" ".join(beside)))))


def folded(text: str) -> str:
    """Return `text` in small letters without accents; ñ becomes n, as on a keyboard without it."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def words(text: str) -> list[str]:
    """Return the words of a folded text."""
    return _WORD.findall(text)


def fit(typed: list[str], sought: Text) -> Fit | None:
    """Return how the typed words, folded, fit a text; None where they don't."""
    if sought.name.startswith(" ".join(typed)):
        return Fit.BEGIN
    worst = Fit.BEGIN
    for word in typed:
        found = _fit_of_word(word, sought)
        if found is None:
            return None
        worst = max(worst, found)
    return worst


def _fit_of_word(word: str, sought: Text) -> Fit | None:
    if any(each.startswith(word) for each in sought.words):
        return Fit.WORDS
    if any(each.startswith(word) for each in sought.beside):
        return Fit.BESIDE
    if word in sought.name:
        return Fit.INSIDE
    if len(word) >= _LEAST_LOOSE and any(_has_letters(each, word) for each in sought.words):
        return Fit.LOOSE
    return None


def _has_letters(word: str, letters: str) -> bool:
    """Return whether `word` begins with the first of the letters and has the others in order."""
    rest = iter(word)
    return word[0] == letters[0] and all(letter in rest for letter in letters)

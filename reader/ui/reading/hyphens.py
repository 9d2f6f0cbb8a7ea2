"""Where words may be parted at the end of a line, and whether a line's end is worth it.

Offsets are code points into the text of one paragraph, unless said otherwise.

Measured on 4,200 words of Spanish news, in Noto Serif, the last lines of paragraphs not counted:

| line width, characters | 68 | 45 | 30 |
| --- | --: | --: | --: |
| lines short by more than 6 characters, no word parted | 19 % | 20 % | 21 % |
| the same, words parted | 11 % | 11 % | 11 % |
| standard deviation of the line widths, before and now | 2.6, 2.3 | 2.8, 2.5 | 2.8, 2.4 |
| lines that end in a hyphen | 9 % | 9 % | 11 % |

Without the zone, in which a line may stay short, and with words of six letters too, there were
twice as many hyphens and 2 % less of short lines. What is left are lines before names, which stay
whole: they are what is looked for in the text.
`tests/benchmarks/ragging.py` measures it anew.
"""

import re
from collections import Counter
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from reader.core.document import Document
from reader.ui.background import BackgroundThread

ZONE = 6
"""Average characters that a line may be short before a word is parted for it."""
MOST_IN_A_ROW = 2
"""Lines that may end in a hyphen one below another."""
_LEAST = (2, 3)  # letters of a word before a hyphen and behind it
_SHORTEST = 7
_MOST_WORDS = 4_000
_TOKEN = re.compile(r"\S+")
_OPENING, _CLOSING = "«“‘\"'([¡¿—–", "»”’\"'.,;:!?…)]—–"
_CAPITAL_NOUNS = frozenset({"de"})
_VARIETIES = {"en": "en_US", "pt": "pt_BR", "de": "de_DE", "no": "nb_NO", "sr": "sr_Latn"}
# What is short, frequent and of one language alone tells that fastest.
_FUNCTION_WORDS = {
    "es": "el los las y del en con por una que se su para como más al es lo fue",
    "pt": "os as e do da em com por uma que não se para como mais ao é foi dos das",
    "fr": "le les et du des en avec par une que il au pour dans est sur qui pas ce",
    "it": "il gli e di in con per una che si della del non più è sono nel alla dei",
    "ca": "el els les i del en amb per una que es seu més al és dels ha va són",
    "en": "the and of to in is that for with on was it as by at from be his are",
    "de": "der die das und den dem ein eine zu von mit ist im nicht auf für des sich",
}
_SAMPLE = 4_000
_LEAST_FOUND = 4
_CLEARLY = 1.4


class Hyphens:
    """The places where the words of one language may be parted."""

    def __init__(self, positions: Callable[[str], list[int]], *, capitals: bool = False) -> None:
        """`positions` returns those in a word; `capitals` says that not only names have them."""
        self._positions = positions
        self._capitals = capitals
        self._known: dict[str, tuple[int, ...]] = {}

    def places(self, text: str, start: int) -> tuple[int, tuple[int, ...]]:
        """Return where the word in `text[start:]` begins, and where it may be parted, the last
        place first.

        None in a name, an acronym, a number, an address, a word of several parts, nor in the last
        word of a paragraph, which would leave a stump on a line of its own.
        """
        token = _TOKEN.match(text, start)
        if token is None or not text[token.end() : token.end() + 2].strip():
            return start, ()
        bare = token.group().lstrip(_OPENING)
        first = token.end() - len(bare)
        word = bare.rstrip(_CLOSING)
        if len(word) < _SHORTEST or not word.isalpha():
            return first, ()
        if not (word.islower() or (self._capitals and word[1:].islower())):
            return first, ()
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= _MOST_WORDS:
                self._known.clear()
            least, most = _LEAST[0], len(word) - _LEAST[1]
            places = reversed(self._positions(word.lower()))
            found = self._known[word] = tuple(p for p in places if least <= p <= most)
        return first, found


class HyphenBook(QObject):
    """Have the patterns of languages ready, each read once, in a thread: it may take a while."""

    loaded = Signal(str)
    """A language."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = BackgroundThread("hyphens", self)
        self._hyphens: dict[str, Hyphens | None] = {}
        self._asked: set[str] = set()

    def hyphens(self, language: str) -> Hyphens | None:
        """Return those of a language (ISO 639); None where it has none, or they aren't read yet."""
        if language and language not in self._asked:
            self._asked.add(language)
            self._thread.call(
                partial(load_hyphens, language), done=partial(self._on_loaded, language)
            )
        return self._hyphens.get(language)

    def finish(self) -> None:
        """End the thread."""
        self._thread.finish()

    def _on_loaded(self, language: str, hyphens: Hyphens | None) -> None:
        self._hyphens[language] = hyphens
        if hyphens is not None:
            self.loaded.emit(language)


class Hyphenation(QObject):
    """Say where the words of the shown document may be parted."""

    changed = Signal()
    """Elsewhere than before: their language is another, or has been read now."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._book: HyphenBook | None = None
        self._language = ""

    def use(self, book: HyphenBook) -> None:
        """Take all languages from `book`; without one, no word is parted."""
        self._book = book
        book.loaded.connect(self._on_loaded)

    def set_document(self, document: Document | None) -> None:
        """Take the language of a document, or the one that it seems to be in."""
        text = "" if document is None else document.text
        given = "" if document is None else document.language
        self._language = given.partition("-")[0].lower() or likely_language(text)

    def set_language(self, language: str) -> None:
        """Take what the document turned out to be in; "" says nothing."""
        if language and language != self._language:
            self._language = language
            self.changed.emit()

    def hyphens(self) -> Hyphens | None:
        """Return the places; None where nobody knows them, or not yet."""
        return None if self._book is None else self._book.hyphens(self._language)

    def _on_loaded(self, language: str) -> None:
        if language == self._language:
            self.changed.emit()


def likely_language(text: str) -> str:
    """Return in which language a text seems to begin; "" where that isn't clear.

    That is enough for hyphens until one knows it: recognition tells it for sure, but later.
    """
    words = Counter(re.findall(r"[^\W\d_]+", text[:_SAMPLE].lower()))
    scores = Counter(
        {
            language: sum(words[word] for word in known.split())
            for language, known in _FUNCTION_WORDS.items()
        }
    )
    (best, score), (_, second) = scores.most_common(2)
    return best if score >= _LEAST_FOUND and score >= _CLEARLY * second else ""


def load_hyphens(language: str) -> Hyphens | None:
    """Read the patterns of a language; None where there are none."""
    import pyphen  # takes longer than a frame

    name = pyphen.language_fallback(_VARIETIES.get(language, language))
    if name is None:
        return None
    patterns = pyphen.Pyphen(lang=name).hd

    def positions(word: str) -> list[int]:
        found = patterns.positions(word)
        patterns.cache.clear()  # which has no limit; `Hyphens` has one
        return [int(each) for each in found if each.data is None]  # else letters would change

    return Hyphens(positions, capitals=language in _CAPITAL_NOUNS)

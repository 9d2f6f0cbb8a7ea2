"""Articles in other languages, as far as a Spanish model and Spanish lists can read them."""

import importlib.util
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from reader.core.document import Document
from reader.core.mentions import Kind
from reader.recognition.gazetteer import Gazetteer
from reader.recognition.spans import BlockSpans, Found, RawSpan
from reader.recognition.words import WORD, opens_sentence

_NEIGHBOURS = {"gl": "pt"}
"""Languages that spaCy has no words of, and the one whose words come closest."""

_CAPITALIZED = {
    "en": "monday tuesday wednesday thursday friday saturday sunday january february march april "
    "june july august september october november december",
}
"""Common words that a language writes in capitals, so that these are no sign of a name."""

_CAPITAL_NOUNS = frozenset(("de", "lb"))
_LINKS = frozenset(
    "of for de du des da do dos das di del della delle dei la le les van von".split()
)
"""Common words that stand inside names."""

_ELIDING = frozenset(("ca", "fr", "it", "oc"))
_ELISION = re.compile(r"\b(?:[dlmnst]|qu|[dnsc]?[eau]ll)['’](?=[^\W\d_])", re.IGNORECASE)
"""An article or a preposition that is joined to the word behind it, as in "d'Oran"."""


class ForeignWords:
    """What of a foreign article looks like a name to a Spanish model and is none.

    `language` is a code as in ISO 639.
    """

    def __init__(self, language: str, document: Document) -> None:
        self._words = _stop_words(language) | set(_CAPITALIZED.get(language, "").split())
        self._nouns = language in _CAPITAL_NOUNS
        self._elides = language in _ELIDING
        texts = [document.block_text(block) for block in document.blocks]
        self._chosen = {
            match.group()
            for text in texts
            for match in WORD.finditer(text)
            if not opens_sentence(text, match.start())
        }

    def names(self, block: BlockSpans, gazetteer: Gazetteer) -> BlockSpans:
        """Return a block whose spans are names, without common words before, between and behind.

        In its text what is joined to a word by an apostrophe is blank, each character for itself.
        """
        text = self._without_elisions(block.text)
        spans = tuple(
            replace(span, start=start, end=end)
            for span in block.spans
            for start, end in self._parts(text, span)
            if self._is_name(text, start, end, gazetteer)
        )
        return replace(block, text=text, spans=spans)

    def keep(self, found: Sequence[Found]) -> list[Found]:
        """Return what was found without the language's own common words."""
        return [
            mention
            for mention in found
            if mention.surface.casefold() not in self._words or mention.surface.isupper()
        ]

    def _without_elisions(self, text: str) -> str:
        def blank(match: re.Match[str]) -> str:
            joined = match.group()
            # "D'Alema" is a name, but for the start of a sentence.
            common = joined[0].islower() or opens_sentence(text, match.start())
            return " " * len(joined) if common else joined

        return _ELISION.sub(blank, text) if self._elides else text

    def _parts(self, text: str, span: RawSpan) -> Iterator[tuple[int, int]]:
        """Yield start and end of the stretches between a span's common words."""
        start = end = -1
        for match in WORD.finditer(text, span.start, span.end):
            word = match.group()
            common = word.casefold() in self._words
            link = word in _LINKS
            lead = start < 0 and opens_sentence(text, match.start())
            if common and not link and (word[0].islower() or lead):
                if start >= 0:
                    yield start, end
                start = -1
            elif word[0].isupper() or not word[0].isalpha():
                start, end = match.start() if start < 0 else start, match.end()
        if start >= 0:
            yield start, end

    def _is_name(self, text: str, start: int, end: int, gazetteer: Gazetteer) -> bool:
        name = text[start:end]
        if " " in name or (name.isupper() and len(name) > 1):
            return True
        place = gazetteer.likeliest(name)
        if place is not None and place.kind is Kind.COUNTRY:
            return True
        if self._nouns and (place is None or not place.listed):
            return False
        chosen = name in self._chosen or not opens_sentence(text, start)
        return chosen and name.casefold() not in self._words


def states_in(language: str, folder: Path) -> dict[str, str]:
    """Return what a language calls the states, and their Spanish names; both folded.

    `folder` is the gazetteer's. There is nothing for most languages.
    """
    lines = (folder / "abroad.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line.startswith(f"{language}\t"))
    return {name: spanish for _, name, spanish in rows}


def _stop_words(language: str) -> set[str]:
    """Return spaCy's list for a language, without the package around it, which may take seconds."""
    spacy = importlib.util.find_spec("spacy")
    assert spacy is not None
    assert spacy.origin is not None
    code = _NEIGHBOURS.get(language, language)
    path = Path(spacy.origin).parent / "lang" / code / "stop_words.py"
    spec = importlib.util.spec_from_file_location(f"stop_words_{code}", path)
    if spec is None or spec.loader is None or not path.is_file():
        return set()
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return set(module.STOP_WORDS)

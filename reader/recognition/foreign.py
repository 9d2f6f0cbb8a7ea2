"""Articles in other languages, as far as a Spanish model and Spanish lists can read them."""

import importlib
from collections.abc import Sequence

from reader.core.document import Document
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


class ForeignWords:
    """What of a foreign article looks like a name to a Spanish model and is none.

    `language` is a code as in ISO 639. Imports a little of spaCy.
    """

    def __init__(self, language: str, document: Document) -> None:
        self._words = _stop_words(language) | set(_CAPITALIZED.get(language, "").split())
        self._nouns = language in _CAPITAL_NOUNS
        texts = [document.block_text(block) for block in document.blocks]
        self._chosen = {
            match.group()
            for text in texts
            for match in WORD.finditer(text)
            if not opens_sentence(text, match.start())
        }

    def names(self, block: BlockSpans, gazetteer: Gazetteer) -> tuple[RawSpan, ...]:
        """Return a block's spans without those that are no names, and without words before one."""
        kept = (self._name(block.text, span, gazetteer) for span in block.spans)
        return tuple(span for span in kept if span is not None)

    def keep(self, found: Sequence[Found]) -> list[Found]:
        """Return what was found without the language's own common words."""
        return [mention for mention in found if mention.surface.casefold() not in self._words]

    def _name(self, text: str, span: RawSpan, gazetteer: Gazetteer) -> RawSpan | None:
        words = list(WORD.finditer(text, span.start, span.end))
        while words and self._is_lead(text, words[0].group(), words[0].start()):
            words.pop(0)
        if not words or all(word.group().casefold() in self._words for word in words):
            return None
        start, name = words[0].start(), text[words[0].start() : span.end]
        if len(words) == 1 and not name.isupper() and gazetteer.likeliest(name) is None:
            opens = opens_sentence(text, start) and name not in self._chosen
            if opens or self._nouns:
                return None
        return RawSpan(start, span.end, span.label)

    def _is_lead(self, text: str, word: str, start: int) -> bool:
        common = word.casefold() in self._words
        return common and (word[:1].islower() or opens_sentence(text, start))


def _stop_words(language: str) -> set[str]:
    name = f"spacy.lang.{_NEIGHBOURS.get(language, language)}.stop_words"
    try:
        return set(importlib.import_module(name).STOP_WORDS)
    except ImportError:
        return set()

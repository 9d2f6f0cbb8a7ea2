"""In which language an article is; said only where it is sure.

py3langid (BSD, 5 MB, naive Bayes over bytes, 140 languages, the same answer each time) takes half a
second to unpack, so what is plainly Spanish is told by its commonest words. Compared: langdetect
(drawn by lot, last released in 2021), lingua (96 MB).
"""

import importlib
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from reader.core.document import Document
from reader.recognition.model import LANGUAGE

SHORTEST = 250
"""Code points below which nothing is said."""

_SAMPLE = 8_000
_CHUNK = 250
_SURE = 0.85  # probability of a chunk's language
_MAJORITY = 0.75  # of the text
_VARIETIES = {"ext": "es", "an": "es", "pcm": "en"}
"""What is taken for these is nearly always a list of names in the other one."""

_SPANISH = frozenset("y el los las del una por".split())
_SPANISH_SHARE = 0.06
_TELLING = ("y", "el")
_TELLING_SHARE = 0.005
_LEAST_SHARE = 0.02
"""Shares of an article's words, the last one of each stretch's. Of 307 Spanish articles 87 % have
more; Catalan and French have no "y" to speak of, Galician, Portuguese and Italian neither that nor
"el"."""


class LanguageDetector:
    """Tell articles' languages; what that takes is loaded when it is first needed."""

    def __init__(self) -> None:
        self._identifier: Any = None

    def detect(self, document: Document) -> str:
        """Return the code of an article's language (ISO 639); "" where it is not sure.

        A short text has none, nor has one of which a quarter is in another language.
        """
        chunks = list(_chunks(document))
        if sum(map(len, chunks)) < SHORTEST:
            return ""
        if is_plain_spanish(chunks):
            return LANGUAGE
        votes: Counter[str] = Counter()
        for chunk in chunks:
            votes[self._identify(chunk)] += len(chunk)
        language, size = votes.most_common(1)[0]
        return language if size >= _MAJORITY * votes.total() else ""

    def _identify(self, text: str) -> str:
        if self._identifier is None:
            # Through the class: the module's own functions keep theirs for the whole process.
            langid = importlib.import_module("py3langid.langid")
            identifier = langid.LanguageIdentifier
            self._identifier = identifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
        language: str
        language, probability = self._identifier.classify(text)
        return _VARIETIES.get(language, language) if probability >= _SURE else ""


def is_plain_spanish(chunks: Sequence[str]) -> bool:
    """Return whether the commonest words say that a text is Spanish, all of its stretches."""
    stretches = [chunk.casefold().split() for chunk in chunks]
    counts = [Counter(word for word in words if word in _SPANISH) for words in stretches]
    total = sum(map(len, stretches))
    telling = all(sum(c[word] for c in counts) >= _TELLING_SHARE * total for word in _TELLING)
    share = sum(c.total() for c in counts) >= _SPANISH_SHARE * total
    each = all(c.total() >= _LEAST_SHARE * len(w) for c, w in zip(counts, stretches, strict=True))
    return telling and share and each


def _chunks(document: Document) -> Iterator[str]:
    """Yield stretches of an article, from all over it where it is long."""
    blocks = [document.block_text(block) for block in document.blocks]
    step = max(1, sum(map(len, blocks)) // _SAMPLE)
    chunk = ""
    for text in blocks[::step]:
        chunk = f"{chunk} {text[:_SAMPLE]}".strip()
        if len(chunk) >= _CHUNK:
            yield chunk
            chunk = ""
    if chunk:
        yield chunk

"""The whole of recognition: from a document to its mentions and entities."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader import paths
from reader.core.document import Block, Document
from reader.core.entities import Recognition
from reader.recognition.detect import detect
from reader.recognition.gazetteer import Gazetteer
from reader.recognition.linking import link
from reader.recognition.model import BUILT_IN, ModelInfo, find_model, load
from reader.recognition.spans import BlockSpans, Found, RawSpan

if TYPE_CHECKING:
    from spacy.language import Language

PIPELINE_VERSION = 2
"""Raised when the rules or lists change what is found, so that cached mentions are renewed."""

BATCH_BLOCKS = 16
_SURROGATES = re.compile("[\ud800-\udfff]")
LONGEST_PIECE = 12_000
"""Code points, about 2,000 words, above which a block reaches the model in pieces."""


def built_in_model() -> Path:
    """Return the folder of the model that ships with the program."""
    return paths.resources() / "models" / BUILT_IN


def gazetteer_folder() -> Path:
    """Return the folder of the gazetteer's tables."""
    return paths.resources() / "gazetteer"


def model_key(model: str | None = None) -> str:
    """Return the key under which what a model finds is cached: name, version, rules' version.

    `model` is a folder's path or a package's name; None means the built-in one. No spaCy is loaded.

    :raises ModelError: where there is no such model.
    """
    return key_of(find_model(model or str(built_in_model())))


def key_of(info: ModelInfo) -> str:
    """Return the cache key of a model that was found."""
    return f"{info.label}+{PIPELINE_VERSION}"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a block that reaches the model at once: half-open code points of the text."""

    start: int
    end: int


def pieces(document: Document, block: Block) -> list[Piece]:
    """Return a block's stretches, cut at the end of a sentence or word where it is too long."""
    cut: list[Piece] = []
    start = block.start
    text = document.text
    while block.end - start > LONGEST_PIECE:
        window = start + LONGEST_PIECE
        end = max(text.rfind(mark, start, window) for mark in (". ", ".\n", "? ", "! ")) + 1
        if end <= start:
            end = max(text.rfind(" ", start, window), text.rfind("\n", start, window))
        if end <= start:
            end = window
        cut.append(Piece(start, end))
        start = end
    cut.append(Piece(start, block.end))
    return cut


def _readable(text: str) -> str:
    """Return a text of the same length that spaCy can take: on one line, no lone surrogates."""
    return _SURROGATES.sub("\ufffd", text.replace("\n", " "))


class Recognizer:
    """A loaded model and gazetteer, for as many documents as there are."""

    def __init__(self, nlp: "Language", gazetteer: Gazetteer, *, model: str) -> None:
        self.nlp = nlp
        self._gazetteer = gazetteer
        self.model = model

    @classmethod
    def from_model(cls, model: str | None = None) -> "Recognizer":
        """Load a model (a folder's path or a package's name; None: the built-in one).

        :raises ModelError: where it can't be used.
        """
        info = find_model(model or str(built_in_model()))
        return cls(load(info), Gazetteer.from_folder(gazetteer_folder()), model=key_of(info))

    def recognize(self, document: Document) -> Recognition:
        """Return a document's mentions and entities."""
        stretches = [piece for block in document.blocks for piece in pieces(document, block)]
        return self.recognition(document, self.read(document, stretches))

    def read(self, document: Document, stretches: Sequence[Piece]) -> Iterator[BlockSpans]:
        """Yield what the model finds in stretches of a document, in their order."""
        texts = [_readable(document.text[p.start : p.end]) for p in stretches]
        docs = self.nlp.pipe(texts, batch_size=BATCH_BLOCKS)
        for piece, text, doc in zip(stretches, texts, docs, strict=True):
            spans = tuple(RawSpan(e.start_char, e.end_char, e.label_) for e in doc.ents)
            yield BlockSpans(piece.start, text, spans)

    def highlights(self, blocks: Sequence[BlockSpans]) -> list[Found]:
        """Return the mentions of some blocks, as far as these alone tell."""
        return detect(blocks, self._gazetteer)

    def recognition(
        self, document: Document, blocks: Iterable[BlockSpans], *, complete: bool = True
    ) -> Recognition:
        """Return what the blocks that the model has read come to."""
        ordered = sorted(blocks, key=lambda b: b.offset)
        found = detect(ordered, self._gazetteer)
        mentions, entities = link(document.text, found, self._gazetteer)
        return Recognition(document.id, self.model, mentions, entities, complete)


def recognize_document(document: Document, *, model: str | None = None) -> Recognition:
    """Return a document's mentions and entities; loads the model each time.

    :raises ModelError: where the model can't be used.
    """
    return Recognizer.from_model(model).recognize(document)

"""The whole of recognition: from a document to its mentions and entities."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader import paths
from reader.core.document import Block, Document
from reader.core.entities import Recognition
from reader.recognition.choice import Models, models_of
from reader.recognition.combined import combine, is_unsure
from reader.recognition.detect import detect
from reader.recognition.foreign import ForeignWords
from reader.recognition.gazetteer import Gazetteer
from reader.recognition.linking import link
from reader.recognition.model import BUILT_IN, load
from reader.recognition.spans import LABELS, BlockSpans, Found, RawSpan
from reader.recognition.truecase import lacks_accents, lacks_capitals, truecased, with_accents

if TYPE_CHECKING:
    from spacy.language import Language

Mend = Callable[[str, Gazetteer], str]
"""From a text to one of the same length."""

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
    """A loaded model and gazetteer, for as many documents as there are.

    `second` is a model that is asked where the first is unsure; `foreign` what is known of the
    language of the article, where the model is not of that language.
    """

    def __init__(
        self,
        nlp: "Language",
        gazetteer: Gazetteer,
        *,
        model: str,
        second: "Language | None" = None,
        foreign: ForeignWords | None = None,
    ) -> None:
        self.nlp = nlp
        self.gazetteer = gazetteer
        self.model = model
        self._second = second
        self._foreign = foreign
        self._judged: tuple[str, list[Mend]] = ("", [])

    @classmethod
    def from_models(
        cls, models: Models, gazetteer: Callable[[], Gazetteer] | None = None
    ) -> "Recognizer":
        """Load the models; `gazetteer` gives the lists, None loads the program's own.

        :raises ModelError: where one can't be loaded.
        """
        first = load(models.first)
        second = None if models.second is None else load(models.second)
        lists = gazetteer() if gazetteer else Gazetteer.from_folder(gazetteer_folder())
        return cls(first, lists, model=models.key, second=second)

    @classmethod
    def from_model(cls, choice: str = BUILT_IN) -> "Recognizer":
        """Load the models of a choice: a folder's path, a name, or `AUTOMATIC`.

        :raises ModelError: where it can't be used.
        """
        return cls.from_models(models_of(choice))

    def reading(self, foreign: ForeignWords, gazetteer: Gazetteer) -> "Recognizer":
        """Return this recognizer as it reads an article in another language than its model's.

        `gazetteer` knows names in that language.
        """
        return Recognizer(
            self.nlp, gazetteer, model=self.model, second=self._second, foreign=foreign
        )

    def recognize(self, document: Document) -> Recognition:
        """Return a document's mentions and entities."""
        stretches = [piece for block in document.blocks for piece in pieces(document, block)]
        return self.recognition(document, self.read(document, stretches))

    def read(self, document: Document, stretches: Sequence[Piece]) -> list[BlockSpans]:
        """Return what the models find in stretches of a document, in their order."""
        texts = [_readable(document.text[p.start : p.end]) for p in stretches]
        for mend in self._mends(document):
            texts = [mend(text, self.gazetteer) for text in texts]
        docs = self.nlp.pipe(texts, batch_size=BATCH_BLOCKS)
        blocks = [
            BlockSpans(piece.start, text, _spans(doc))
            for piece, text, doc in zip(stretches, texts, docs, strict=True)
        ]
        if self._second is not None:
            unsure = [n for n, block in enumerate(blocks) if is_unsure(block, self.gazetteer)]
            others = self._second.pipe((texts[n] for n in unsure), batch_size=BATCH_BLOCKS)
            for n, doc in zip(unsure, others, strict=True):
                blocks[n] = combine(blocks[n], _spans(doc), self.gazetteer)
        if self._foreign is not None:
            blocks = [self._foreign.names(block, self.gazetteer) for block in blocks]
        return blocks

    def _mends(self, document: Document) -> list[Mend]:
        """Return what a document's text needs before it is read; kept, as books take long."""
        if self._judged[0] != document.id:
            mends: list[Mend] = []
            if self._foreign is None and lacks_accents(document.text):
                mends.append(with_accents)
            if self._foreign is None and lacks_capitals(document.text, self.gazetteer):
                mends.append(truecased)
            self._judged = (document.id, mends)
        return self._judged[1]

    def highlights(self, blocks: Sequence[BlockSpans]) -> list[Found]:
        """Return the mentions of some blocks, as far as these alone tell."""
        found = detect(blocks, self.gazetteer)
        return found if self._foreign is None else self._foreign.keep(found)

    def recognition(
        self, document: Document, blocks: Iterable[BlockSpans], *, complete: bool = True
    ) -> Recognition:
        """Return what the blocks that the model has read come to."""
        found = self.highlights(sorted(blocks, key=lambda b: b.offset))
        mentions, entities = link(document.text, found, self.gazetteer)
        return Recognition(document.id, self.model, mentions, entities, complete)


def _spans(doc: Any) -> tuple[RawSpan, ...]:
    found: list[tuple[int, int, str]] = [(e.start_char, e.end_char, e.label_) for e in doc.ents]
    return tuple(RawSpan(start, end, LABELS.get(label, label)) for start, end, label in found)


def recognize_document(document: Document, *, model: str = BUILT_IN) -> Recognition:
    """Return a document's mentions and entities; loads the model each time.

    :raises ModelError: where the model can't be used.
    """
    return Recognizer.from_model(model).recognize(document)

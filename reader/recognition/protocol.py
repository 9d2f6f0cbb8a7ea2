"""What the window's process and the recognition process say to each other.

Mentions travel as packed integers: a long article has tens of thousands, and unpickling as many
objects would hold the window's process up.
"""

from array import array
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from reader.core.document import Block, Document
from reader.core.entities import Entity, Recognition
from reader.core.errors import ModelError
from reader.core.mentions import FoundBy, Kind, LinkedBy, Mention

if TYPE_CHECKING:
    from reader.recognition.spans import Found

KINDS = tuple(Kind)
FOUND_BY = tuple(FoundBy)
LINKED_BY = tuple(LinkedBy)
_MENTION_FIELDS = 6


class Read(NamedTuple):
    """Ask for a document's mentions; a later one supersedes it."""

    job: int
    document_id: str
    text: str
    blocks: bytes
    first_block: int
    language: str


class Show(NamedTuple):
    """Tell that the user has gone to another block of what is being read: it goes first now."""

    job: int
    block: int


class Cancel(NamedTuple):
    """Call a job off."""

    job: int


class Ready(NamedTuple):
    """Tell that the model is loaded; `model` is its cache key."""

    model: str


class Unusable(NamedTuple):
    """Tell that a model can't be used; `final` where the built-in one can't be either."""

    template: str
    values: dict[str, str]
    final: bool


class Language(NamedTuple):
    """Tell which language a document is in ("" where that is not sure), and which model reads it.

    `model` is the cache key.
    """

    job: int
    language: str
    model: str


class Highlights(NamedTuple):
    """Give the mentions of some blocks: start, end, kind of each."""

    job: int
    mentions: bytes


class Progress(NamedTuple):
    """Tell how many words of how many the model has read."""

    job: int
    done: int
    total: int


class Result(NamedTuple):
    """Give a document's mentions and entities."""

    job: int
    document_id: str
    model: str
    mentions: bytes
    entities: list[Entity]
    complete: bool


class Failed(NamedTuple):
    """Tell that a job met an error of the program's own; `reason` is its last line."""

    job: int
    reason: str


Question = Read | Show | Cancel
Answer = Ready | Unusable | Language | Highlights | Progress | Result | Failed


def ask(job: int, document: Document, first_block: int) -> Read:
    """Return the question for a document's mentions."""
    blocks = array("i")
    for block in document.blocks:
        blocks.extend((block.start, block.end))
    return Read(job, document.id, document.text, blocks.tobytes(), first_block, document.language)


def document_of(question: Read) -> Document:
    """Return what recognition needs of the asked document: text, blocks and language."""
    numbers = _integers(question.blocks)
    blocks = tuple(
        Block(start, end) for start, end in zip(numbers[::2], numbers[1::2], strict=True)
    )
    return Document(question.document_id, "", question.text, blocks, language=question.language)


def pack_highlights(found: Iterable["Found"]) -> bytes:
    """Return start, end and kind of each mention, packed."""
    packed = array("i")
    for mention in found:
        packed.extend((mention.start, mention.end, KINDS.index(mention.kind)))
    return packed.tobytes()


def unpack_highlights(packed: bytes) -> tuple[tuple[int, int, Kind], ...]:
    """Return start, end and kind of each mention."""
    numbers = _integers(packed)
    triples = zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True)
    return tuple((start, end, KINDS[kind]) for start, end, kind in triples)


def pack_result(job: int, recognition: Recognition) -> Result:
    """Return a recognition with its mentions packed."""
    numbers = {entity.id: number for number, entity in enumerate(recognition.entities)}
    packed = array("i")
    for mention in recognition.mentions:
        packed.extend(
            (
                mention.start,
                mention.end,
                KINDS.index(mention.kind),
                numbers[mention.entity_id],
                FOUND_BY.index(mention.found_by),
                LINKED_BY.index(mention.linked_by),
            )
        )
    return Result(
        job,
        recognition.document_id,
        recognition.model,
        packed.tobytes(),
        list(recognition.entities),
        recognition.complete,
    )


def unpack_result(result: Result) -> Recognition:
    """Return the recognition that was packed."""
    numbers = _integers(result.mentions)
    columns = [numbers[n::_MENTION_FIELDS] for n in range(_MENTION_FIELDS)]
    mentions = tuple(
        Mention(
            start,
            end,
            KINDS[kind],
            result.entities[entity].id,
            FOUND_BY[found_by],
            LINKED_BY[linked_by],
        )
        for start, end, kind, entity, found_by, linked_by in zip(*columns, strict=True)
    )
    return Recognition(
        result.document_id, result.model, mentions, tuple(result.entities), result.complete
    )


def error_of(answer: Unusable) -> ModelError:
    """Return the error that the recognition process told of."""
    return ModelError(answer.template, **answer.values)


def _integers(packed: bytes) -> "array[int]":
    numbers = array("i")
    numbers.frombytes(packed)
    return numbers

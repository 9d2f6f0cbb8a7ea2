"""What the recognition service tells: answers, and what becomes of its process."""

from dataclasses import dataclass

from reader.core.entities import Recognition
from reader.core.errors import ReaderError
from reader.core.mentions import Kind


@dataclass(frozen=True, slots=True)
class ModelReady:
    """The model is loaded; `model` is its name, version and rules' version, a cache key."""

    model: str


@dataclass(frozen=True, slots=True)
class ModelUnusable:
    """The chosen model can't be used; the built-in one goes on."""

    error: ReaderError


@dataclass(frozen=True, slots=True)
class LanguageFound:
    """A document's language (ISO 639, "" where that is not sure), and the model that reads it.

    `model` is a cache key; for a language without a model of its own it is that of `ModelReady`.
    """

    job: int
    document_id: str
    language: str
    model: str


@dataclass(frozen=True, slots=True)
class MentionsFound:
    """Some more blocks have been read: start, end (half-open code points) and kind of each mention.

    They are for showing at once, before the whole document is known; those of a block come once.
    """

    job: int
    document_id: str
    mentions: tuple[tuple[int, int, Kind], ...]


@dataclass(frozen=True, slots=True)
class Progressed:
    """The model has read `done` of `total` words."""

    job: int
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class DocumentRecognized:
    """All that is known of a document; `recognition.complete` says whether more will come."""

    job: int
    recognition: Recognition


@dataclass(frozen=True, slots=True)
class WorkerRestarted:
    """The recognition process had ended or hung and was started again; its work goes on."""

    reason: str


@dataclass(frozen=True, slots=True)
class RecognitionFailed:
    """A document can't be recognized."""

    job: int
    error: ReaderError


Event = (
    ModelReady
    | ModelUnusable
    | LanguageFound
    | MentionsFound
    | Progressed
    | DocumentRecognized
    | WorkerRestarted
    | RecognitionFailed
)

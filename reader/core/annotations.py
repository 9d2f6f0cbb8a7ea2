"""Annotations: passages that the user marked, with colour and comment."""

from dataclasses import dataclass
from enum import StrEnum

from reader.core.document import Document

CONTEXT_LENGTH = 32
"""Code points of context kept on each side of a quote, as Hypothesis and others keep."""


class Colour(StrEnum):
    """The colours of a highlighter; how each looks is the theme's business."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"
    ORANGE = "orange"
    PURPLE = "purple"


@dataclass(frozen=True, slots=True)
class Annotation:
    """A half-open span of code points into a document's text, with what the user says of it.

    `quote`, `prefix` and `suffix` are the W3C Web Annotation model's text quote selector
    (https://www.w3.org/TR/annotation-model/#text-quote-selector), `start` and `end` its text
    position selector. `comment` is Markdown, `tags` are names, and `entity_ids` those that the user
    linked it to. Times are ISO 8601, UTC.
    """

    id: str
    document_id: str
    start: int
    end: int
    quote: str
    prefix: str
    suffix: str
    colour: Colour
    comment: str = ""
    created: str = ""
    modified: str = ""
    tags: tuple[str, ...] = ()
    entity_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnnotationVersion:
    """What an annotation said before; `saved` is when, in ISO 8601, UTC."""

    colour: Colour
    comment: str
    tags: tuple[str, ...]
    entity_ids: tuple[str, ...]
    saved: str


def annotate(
    document: Document, start: int, end: int, *, annotation_id: str, colour: Colour, now: str
) -> Annotation:
    """Return a new annotation of `document.text[start:end]` with its quote and context.

    :raises ValueError: where the span is empty or outside of the text.
    """
    text = document.text
    if not 0 <= start < end <= len(text):
        raise ValueError(f"span {start}–{end} is not inside a text of {len(text)} characters")
    return Annotation(
        id=annotation_id,
        document_id=document.id,
        start=start,
        end=end,
        quote=text[start:end],
        prefix=text[max(0, start - CONTEXT_LENGTH) : start],
        suffix=text[end : end + CONTEXT_LENGTH],
        colour=colour,
        created=now,
        modified=now,
    )

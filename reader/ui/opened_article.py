"""What is read of an article and of an entity, in the threads of files and of the library."""

import contextlib
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.core.annotations import Annotation
from reader.core.choices import LinkChoice
from reader.core.directory import Standing
from reader.core.document import Document
from reader.core.entities import Entity, Note, Recognition
from reader.core.errors import LibraryError
from reader.core.mentions import Kind

if TYPE_CHECKING:
    from reader.store.library import Library


@dataclass(frozen=True, slots=True)
class Named:
    """How often an article mentions an entity, and where first (code points).

    `count` is of names; `demonyms` is how often a demonym stands for a country.
    """

    count: int
    first: int
    demonyms: int = 0


@dataclass(frozen=True, slots=True)
class RecognizedArticle:
    """A recognition with the library's entities, what is counted in it, and the notes on them.

    `choices` are the user's picks in the article, in the order in which they were made.
    """

    recognition: Recognition
    named: dict[str, Named]  # by entity
    notes: dict[str, Note]  # by entity
    choices: tuple[LinkChoice, ...] = ()

    def is_still(self, shown: Recognition | None) -> bool:
        """Return whether this is of the same document and model as what is shown."""
        own = self.recognition
        return shown is not None and (
            (own.document_id, own.model) == (shown.document_id, shown.model)
        )


@dataclass(frozen=True, slots=True)
class OpenedArticle:
    """An article with what is kept of it; `offset` is where reading stopped.

    `recognized` is None where the cache has nothing of this model.
    """

    document: Document
    words: int
    offset: int
    annotations: list[Annotation]
    recognized: RecognizedArticle | None


@dataclass(frozen=True, slots=True)
class EntityRecord:
    """An entity, the ids, titles and dates of other articles that name it, and how it stands."""

    entity: Entity
    articles: list[tuple[str, str, str]]
    standing: Standing = field(default_factory=Standing)


def block_at(document: Document, offset: int) -> int:
    """Return the index of the block that holds the code point at `offset`, or follows it."""
    index = bisect_right(document.blocks, offset, key=lambda block: block.end)
    return index if index < len(document.blocks) else 0


def read_article(library: "Library", document: Document, *, model: str) -> OpenedArticle:
    """Return what the library knows of a document that is in it, and note that it was opened."""
    with contextlib.suppress(LibraryError):  # a library that can't be written can still be read
        library.document_opened(document.id)
    recognition = library.recognition(document.id, model)
    return OpenedArticle(
        document=document,
        words=sum(len(document.block_text(block).split()) for block in document.blocks),
        offset=library.position(document.id),
        annotations=library.annotations(document.id),
        recognized=None if recognition is None else counted(library, recognition),
    )


def counted(library: "Library", recognition: Recognition) -> RecognizedArticle:
    """Return a recognition with what the views need of it, so that they needn't count."""
    named: dict[str, Named] = {}
    for mention in recognition.mentions:
        before = named.get(mention.entity_id) or Named(0, mention.start)
        demonyms = int(mention.kind is Kind.DEMONYM)
        named[mention.entity_id] = Named(
            before.count + 1 - demonyms, before.first, before.demonyms + demonyms
        )
    notes = library.notes(entity.id for entity in recognition.entities)
    choices = tuple(library.link_choices(recognition.document_id))
    return RecognizedArticle(recognition, named, notes, choices)


def read_entity(library: "Library", entity_id: str, *, current: str) -> EntityRecord | None:
    """Return what the library knows of an entity, `current` left out of its articles."""
    entity = library.entity(entity_id)
    if entity is None:
        return None
    articles = [
        (summary.id, summary.title, summary.date or summary.added[:10])
        for summary in library.articles_naming(entity_id)
        if summary.id != current
    ]
    return EntityRecord(entity, articles, library.directory.standing(entity_id))

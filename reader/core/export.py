"""What the library holds on one article, as plain data for an export."""

from collections.abc import Mapping
from dataclasses import dataclass

from reader.core.annotations import Annotation
from reader.core.document import Document
from reader.core.entities import Entity, Note


@dataclass(frozen=True, slots=True)
class ExportedEntity:
    """An entity: how often the article names it, and how often it uses a demonym instead."""

    entity: Entity
    mention_count: int
    demonym_count: int = 0


@dataclass(frozen=True, slots=True)
class ArticleExport:
    """An article with all that the user wrote on it.

    `entities` are in the order of `Kind`, then of their first mention; `notes` are by entity id;
    `annotations` are in reading order.
    """

    document: Document
    entities: tuple[ExportedEntity, ...]
    notes: Mapping[str, Note]
    annotations: tuple[Annotation, ...]

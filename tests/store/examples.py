"""Articles and what is found in them, for the tests of the library."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from reader.core.annotations import Annotation, Colour, annotate
from reader.core.document import Block, BlockKind, Document, Parsed, document_id
from reader.core.entities import Entity, Recognition
from reader.core.mentions import Kind, Mention
from reader.store.library import Library


def article(text: str = "Serguéi Lavrov visitó Kursk.", *, title: str = "Título") -> Document:
    """Return a document of one paragraph."""
    blocks = (Block(0, len(text), BlockKind.PARAGRAPH),)
    return Document(document_id(text), title, text, blocks, source="/a/b.txt", language="es")


def kept(library: Library, document_id: str) -> Document:
    """Return a document that is in the library."""
    document = library.document(document_id)
    assert document is not None
    return document


def news(*paragraphs: str, title: str = "Título", **metadata: str) -> Parsed:
    """Return what is read from a file: a document of some paragraphs."""
    text = "\n\n".join(paragraphs)
    blocks: list[Block] = []
    for paragraph in paragraphs:
        start = blocks[-1].end + 2 if blocks else 0
        blocks.append(Block(start, start + len(paragraph)))
    document = Document(document_id(text), title, text, tuple(blocks))
    return Parsed(replace(document, **metadata))


def naming(document: Document, *entities: Entity, model: str = "m1") -> Recognition:
    """Return a recognition of every place where the text has an entity's name or an alias."""
    mentions = [
        Mention(match.start(), match.end(), entity.kind, entity.id)
        for entity in entities
        for name in (entity.name, *entity.aliases)
        for match in re.finditer(re.escape(name), document.text)
    ]
    mentions.sort(key=lambda mention: mention.start)
    named = {mention.entity_id for mention in mentions}
    return Recognition(
        document.id, model, tuple(mentions), tuple(e for e in entities if e.id in named)
    )


def person(name: str, *aliases: str) -> Entity:
    """Return a person whose id follows from the name, as recognition makes it."""
    return Entity(f"person:{name.lower().replace(' ', '-')}", name, Kind.PERSON, aliases)


def place(name: str, *aliases: str, geonames: str = "") -> Entity:
    """Return a place."""
    identifiers = {"geonames": geonames} if geonames else {}
    return Entity(f"place:{name.lower()}{geonames}", name, Kind.PLACE, aliases, identifiers)


def country(name: str, *aliases: str, code: str = "") -> Entity:
    """Return a country."""
    identifiers = {"iso3166": code} if code else {}
    return Entity(f"country:{code or name.lower()}", name, Kind.COUNTRY, aliases, identifiers)


def organization(name: str, *aliases: str) -> Entity:
    """Return an organization."""
    return Entity(f"organization:{name.lower()}", name, Kind.ORGANIZATION, aliases)


def found(document: Document, *entities: Entity, model: str = "m1") -> Recognition:
    """Return a recognition that mentions each entity once."""
    mentions = tuple(Mention(i, i + 1, entity.kind, entity.id) for i, entity in enumerate(entities))
    return Recognition(document.id, model, mentions, entities)


def annotation(document: Document, annotation_id: str = "a1", start: int = 0) -> Annotation:
    """Return an annotation of seven characters."""
    return annotate(
        document,
        start,
        start + 7,
        annotation_id=annotation_id,
        colour=Colour.GREEN,
        now="2026-01-01T00:00:00Z",
    )


def clock() -> Callable[[], str]:
    """Return a clock that goes on by a second at each look."""
    ticks: Iterator[int] = iter(range(3600))

    def now() -> str:
        tick = next(ticks)
        return f"2026-11-23T12:{tick // 60:02}:{tick % 60:02}Z"

    return now

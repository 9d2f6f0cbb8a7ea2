"""What an export holds as rows of plain values, for spreadsheets and for JSON."""

from collections.abc import Iterator
from typing import Any

from reader.core.export import Export, ExportedArticle
from reader.core.links import LinkTarget, ReaderLink, link_address

Row = dict[str, Any]

ANNOTATION_COLUMNS = tuple(
    "id article_id title outlet author date url start end quote comment colour colour_name tags "
    "entities created modified is_orphan link".split()
)
ENTITY_COLUMNS = tuple(
    "id kind name aliases iso3166 geonames wikidata state tags note note_modified article_count "
    "mention_count first_date last_date link".split()
)
MENTION_COLUMNS = tuple(
    "article_id title date url start end text kind entity_id entity state found_by linked_by "
    "link".split()
)


def annotation_rows(export: Export) -> Iterator[Row]:
    """Yield the annotations; `start` and `end` are half-open code points, `entities` are names.

    Those of orphans are of the text that they were in.
    """
    for article in export.articles:
        for each in article.annotations:
            it = each.annotation
            yield {
                "id": it.id,
                "article_id": it.document_id,
                **_source(article),
                "start": it.start,
                "end": it.end,
                "quote": it.quote,
                "comment": it.comment,
                "colour": it.colour.value,
                "colour_name": export.colour_names.get(it.colour, ""),
                "tags": list(it.tags),
                "entities": [
                    export.known_entities[entity_id].name
                    for entity_id in it.entity_ids
                    if entity_id in export.known_entities
                ],
                "created": it.created,
                "modified": it.modified,
                "is_orphan": each.is_orphan,
                "link": link_address(ReaderLink(LinkTarget.ANNOTATION, it.id)),
            }


def entity_rows(export: Export) -> Iterator[Row]:
    """Yield the entities with their notes."""
    for each in export.entities:
        it = each.entity
        yield {
            "id": it.id,
            "kind": it.kind.value,
            "name": it.name,
            "aliases": list(it.aliases),
            **{name: it.identifiers.get(name, "") for name in ("iso3166", "geonames", "wikidata")},
            "state": each.state.value,
            "tags": list(each.tags),
            "note": each.note.text if each.note else "",
            "note_modified": each.note.modified if each.note else "",
            "article_count": each.totals.article_count,
            "mention_count": each.totals.mention_count,
            "first_date": each.totals.first_date,
            "last_date": each.totals.last_date,
            "link": link_address(ReaderLink(LinkTarget.ENTITY, it.id)),
        }


def mention_rows(export: Export) -> Iterator[Row]:
    """Yield the mentions; `start` and `end` are half-open code points."""
    for article in export.articles:
        source = _source(article)
        names = {each.entity.id: each.entity.name for each in article.entities}
        for each in article.mentions:
            it = each.mention
            span = (it.start, it.end)
            link = ReaderLink(LinkTarget.ARTICLE, article.document.id, span)
            yield {
                "article_id": article.document.id,
                **{name: source[name] for name in ("title", "date", "url")},
                "start": it.start,
                "end": it.end,
                "text": each.text,
                "kind": it.kind.value,
                "entity_id": it.entity_id,
                "entity": names.get(it.entity_id, ""),
                "state": each.state.value,
                "found_by": it.found_by.value,
                "linked_by": it.linked_by.value,
                "link": link_address(link),
            }


def _source(article: ExportedArticle) -> dict[str, str]:
    it = article.document
    names = ("title", "outlet", "author", "date", "url")
    return {name: getattr(it, name) for name in names}

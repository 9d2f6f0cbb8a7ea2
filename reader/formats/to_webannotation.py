"""Write annotations as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), in JSON-LD.

An annotation's target is its article's address, or `reader://article/ID` where it has none, with a
text quote and a text position selector; both count code points of the article's text, as the model
asks. Comment, tags and entities are bodies. What the model has no word for has one of Reader's own.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from reader.core.annotations import Annotation
from reader.core.entities import Entity
from reader.core.export import ArticleReference, Export
from reader.core.links import LinkTarget, ReaderLink, link_address

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
OWN_CONTEXT = {"reader": "reader://ns/"}
"""Reader's own words; the context of the model itself is named, and never fetched."""


def to_webannotation(export: Export) -> str:
    """Return the annotations of an export as an AnnotationCollection of one page."""
    items = [
        annotation_json(
            each.annotation, article.reference, export.known_entities, is_orphan=each.is_orphan
        )
        for article in export.articles
        for each in article.annotations
    ]
    return collection_json(items, label=export.title, made=export.made)


def collection_json(items: Iterable[dict[str, Any]], *, label: str, made: str) -> str:
    """Return annotations as a collection."""
    items = list(items)
    collection: dict[str, Any] = {
        "@context": [CONTEXT, OWN_CONTEXT],
        "id": "reader://annotations/",
        "type": "AnnotationCollection",
        "label": label or "Reader",
        "generated": made,
        "total": len(items),
        "first": {
            "id": "reader://annotations/?page=1",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    }
    # Escapes, so that half an emoji is kept, and the file is UTF-8 all the same.
    return json.dumps(collection, indent=1) + "\n"


def annotation_json(
    annotation: Annotation,
    article: ArticleReference,
    entities: Mapping[str, Entity],
    *,
    is_orphan: bool = False,
) -> dict[str, Any]:
    """Return an annotation of an article; `entities` are by their ids.

    An orphan's selectors are of the text that it was in.
    """
    bodies = [*_comment(annotation), *_tags(annotation), *_entities(annotation, entities)]
    found: dict[str, Any] = {
        "id": link_address(ReaderLink(LinkTarget.ANNOTATION, annotation.id)),
        "type": "Annotation",
        "motivation": "commenting" if annotation.comment else "highlighting",
        "created": annotation.created,
        "modified": annotation.modified,
        "body": bodies,
        "target": _target(annotation, article),
        "reader:colour": annotation.colour.value,
        "reader:orphan": is_orphan,
    }
    return {name: value for name, value in found.items() if value not in ("", [], False)}


def _comment(annotation: Annotation) -> list[dict[str, Any]]:
    if not annotation.comment:
        return []
    return [
        {
            "type": "TextualBody",
            "purpose": "commenting",
            "format": "text/markdown",
            "value": annotation.comment,
        }
    ]


def _tags(annotation: Annotation) -> list[dict[str, Any]]:
    return [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in annotation.tags]


def _entities(annotation: Annotation, entities: Mapping[str, Entity]) -> list[dict[str, Any]]:
    bodies: list[dict[str, Any]] = []
    for entity_id in annotation.entity_ids:
        source = {"id": link_address(ReaderLink(LinkTarget.ENTITY, entity_id))}
        known = entities.get(entity_id)
        if known is not None:
            source |= {"label": known.name, "reader:kind": known.kind.value}
        bodies.append({"type": "SpecificResource", "purpose": "identifying", "source": source})
    return bodies


def _target(annotation: Annotation, article: ArticleReference) -> dict[str, Any]:
    own = link_address(ReaderLink(LinkTarget.ARTICLE, article.id))
    quote: dict[str, Any] = {"type": "TextQuoteSelector", "exact": annotation.quote}
    quote |= {"prefix": annotation.prefix} if annotation.prefix else {}
    quote |= {"suffix": annotation.suffix} if annotation.suffix else {}
    position = {
        "type": "TextPositionSelector",
        "start": annotation.start,
        "end": annotation.end,
    }
    target: dict[str, Any] = {
        "type": "SpecificResource",
        "source": article.url or own,
        "styleClass": annotation.colour.value,
        "reader:article": own,
        "reader:title": article.title,
        "selector": [quote, position],
    }
    return {name: value for name, value in target.items() if value}

"""Read W3C Web Annotations (https://www.w3.org/TR/annotation-model/) from JSON-LD.

The context is not fetched: the words are those of the model, as any file has them that follows it.
What Reader has no place for is counted, by its name.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from reader.core.annotations import Colour
from reader.core.foreign import (
    ForeignAnnotation,
    ForeignAnnotations,
    ForeignEntity,
    storable_id,
)
from reader.core.links import LinkTarget, parse_link
from reader.formats.json_values import text_of, time_of

_COLLECTIONS = {"AnnotationCollection", "AnnotationPage", "Annotation"}
_TAGGING = "tagging"
_IDENTIFYING = ("identifying", "classifying", "linking")
_KNOWN = frozenset(
    "@context id type motivation created modified body bodyValue target reader:colour".split()
)
_KNOWN_OF_BODY = frozenset("type purpose format value source".split())
_KNOWN_OF_TARGET = frozenset("type source selector styleClass reader:article reader:title".split())
_KNOWN_OF_SELECTOR = frozenset("type exact prefix suffix start end".split())
_MOTIVATIONS = ("commenting", "highlighting")


def is_webannotation(content: Any) -> bool:
    """Return whether parsed JSON is annotations of this model."""
    if isinstance(content, list):
        return bool(content) and all(is_webannotation(each) for each in content[:20])
    if not isinstance(content, dict):
        return False
    return not _COLLECTIONS.isdisjoint(_types(content))


def from_webannotation(content: Any, *, source: str) -> ForeignAnnotations:
    """Return the annotations of parsed JSON: a collection, a page, a list or a single one.

    :raises ValueError: where it is nothing of that kind.
    """
    left_out: Counter[str] = Counter()
    found = tuple(_annotation(each, left_out) for each in _items(content, left_out))
    return ForeignAnnotations(source, found, left_out)


def _items(content: Any, left_out: Counter[str]) -> Iterator[dict[str, Any]]:
    """Yield the annotations; those on pages elsewhere aren't fetched."""
    if isinstance(content, list):
        for each in content:
            yield from _items(each, left_out)
        return
    if not isinstance(content, dict):
        raise ValueError("no annotation")
    types = _types(content)
    if "Annotation" in types:
        yield content
    elif "AnnotationPage" in types:
        yield from _items(_list(content.get("items")), left_out)
        yield from _page(content, "next", left_out)
    elif "AnnotationCollection" in types:
        yield from _items(_list(content.get("items")), left_out)
        yield from _page(content, "first", left_out)
    else:
        raise ValueError("no annotation")


def _page(content: dict[str, Any], name: str, left_out: Counter[str]) -> Iterator[dict[str, Any]]:
    """Yield the annotations of a page; one elsewhere isn't fetched, and counted."""
    page = content.get(name)
    if isinstance(page, dict) and "items" in page:
        yield from _items(page, left_out)
    elif page is not None:
        left_out[name] += 1


def _annotation(item: dict[str, Any], left_out: Counter[str]) -> ForeignAnnotation:
    _count(item, _KNOWN, "", left_out)
    comments, tags, entities = _bodies(item, left_out)
    targets = _list(item.get("target"))
    left_out["target"] += max(0, len(targets) - 1)
    target = targets[0] if targets else {}
    target = {"source": target} if isinstance(target, str) else target
    if not isinstance(target, dict):
        raise ValueError("a target that is none")
    _count(target, _KNOWN_OF_TARGET, "target.", left_out)
    motivations = [each for each in _list(item.get("motivation")) if isinstance(each, str)]
    left_out["motivation"] += len([each for each in motivations if each not in _MOTIVATIONS])
    quote, span = _selected(target, left_out)
    source = _iri(target.get("source", target))
    article = parse_link(text_of(target.get("reader:article")) or source)
    is_own = article is not None and article.target is LinkTarget.ARTICLE
    return ForeignAnnotation(
        id=_own_id(_iri(item), item),
        article_id=article.id if is_own and article is not None else "",
        address=source if source.startswith(("http:", "https:")) else "",
        title=text_of(target.get("reader:title")),
        quote=text_of(quote.get("exact")),
        prefix=text_of(quote.get("prefix")),
        suffix=text_of(quote.get("suffix")),
        span=span,
        colour=_colour(item, target),
        comment="\n\n".join(comments),
        tags=tuple(dict.fromkeys(tags)),
        entities=tuple(entities),
        created=time_of(item.get("created")),
        modified=time_of(item.get("modified")),
    )


def _bodies(
    item: dict[str, Any], left_out: Counter[str]
) -> tuple[list[str], list[str], list[ForeignEntity]]:
    """Return the comments, tags and entities of an annotation."""
    comments: list[str] = [text_of(item["bodyValue"])] if item.get("bodyValue") else []
    tags: list[str] = []
    entities: list[ForeignEntity] = []
    for body in _list(item.get("body")):
        if not isinstance(body, dict):
            left_out["body"] += 1
            continue
        purposes = _list(body.get("purpose"))
        value = body.get("value")
        if isinstance(value, str) and _TAGGING in purposes:
            tags.append(value)
        elif isinstance(value, str):
            comments.append(value)
            known = {"commenting", "describing", "replying", *_MOTIVATIONS}
            left_out["body.purpose"] += len([each for each in purposes if each not in known])
        elif body.get("source") and not set(purposes).isdisjoint(_IDENTIFYING):
            entity = _entity(body["source"])
            if entity is None:
                left_out["body"] += 1
            else:
                entities.append(entity)
        else:
            left_out["body"] += 1
            continue
        _count(body, _KNOWN_OF_BODY, "body.", left_out)
        if body.get("format") not in (None, "text/markdown", "text/plain"):
            left_out["body.format"] += 1
    return comments, tags, entities


def _entity(source: Any) -> ForeignEntity | None:
    link = parse_link(_iri(source))
    own_id = link.id if link is not None and link.target is LinkTarget.ENTITY else ""
    if not isinstance(source, dict):
        return ForeignEntity(own_id) if own_id else None
    entity = ForeignEntity(own_id, text_of(source.get("label")), text_of(source.get("reader:kind")))
    return entity if entity.id or (entity.name and entity.kind) else None


def _selected(
    target: dict[str, Any], left_out: Counter[str]
) -> tuple[dict[str, Any], tuple[int, int] | None]:
    """Return the quote selector, and the span of the position selector, of a target."""
    quote: dict[str, Any] = {}
    span: tuple[int, int] | None = None
    for selector in _flat(target.get("selector")):
        types = _types(selector)
        if "TextQuoteSelector" in types and not quote:
            quote = selector
        elif "TextPositionSelector" in types and span is None:
            span = _span(selector)
        else:
            left_out["target.selector"] += 1
            continue
        _count(selector, _KNOWN_OF_SELECTOR | {"refinedBy"}, "target.selector.", left_out)
    return quote, span


def _flat(selectors: Any, *, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Yield selectors, and those that refine them: the innermost says the most, and comes first."""
    for each in _list(selectors):
        if isinstance(each, dict) and depth < 8:  # nobody refines that often
            if "refinedBy" in each:
                yield from _flat(each["refinedBy"], depth=depth + 1)
            yield each


def _span(selector: dict[str, Any]) -> tuple[int, int] | None:
    start, end = selector.get("start"), selector.get("end")
    if type(start) is int and type(end) is int and 0 <= start < end < 1 << 53:
        return start, end
    return None


def _colour(item: dict[str, Any], target: dict[str, Any]) -> Colour | None:
    for value in (item.get("reader:colour"), target.get("styleClass")):
        if isinstance(value, str) and value in {colour.value for colour in Colour}:
            return Colour(value)
    return None


def _own_id(iri: str, item: dict[str, Any]) -> str:
    """Return the id of an annotation in a library: Reader's own, or one that follows from its."""
    link = parse_link(iri)
    if link is not None and link.target is LinkTarget.ANNOTATION:
        return storable_id(link.id)
    known = iri or json.dumps(item, sort_keys=True)
    return hashlib.sha256(known.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _count(item: dict[str, Any], known: frozenset[str], path: str, left_out: Counter[str]) -> None:
    for name in item:
        if name not in known and name not in ("@id", "@type", "id"):
            left_out[f"{path}{name}"] += 1


def _types(item: dict[str, Any]) -> list[str]:
    types = [*_list(item.get("type")), *_list(item.get("@type"))]
    return [each.removeprefix("oa:").removeprefix("as:") for each in types if isinstance(each, str)]


def _iri(value: Any) -> str:
    if isinstance(value, dict):
        return text_of(value.get("id", value.get("@id")))
    return text_of(value)


def _list(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]

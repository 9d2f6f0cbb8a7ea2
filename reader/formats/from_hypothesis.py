"""Read the annotations that Hypothesis exports as JSON (https://h.readthedocs.io/en/latest/api/).

Its client writes `{"export_date": …, "annotations": […]}`, its API `{"total": …, "rows": […]}`.
"""

from collections import Counter
from typing import Any

from reader.core.foreign import ForeignAnnotation, ForeignAnnotations, storable_id
from reader.formats.json_values import text_of, time_of

_KNOWN = frozenset("id created updated uri text tags target document".split())
_OF_THE_SERVICE = frozenset(
    "user user_info group permissions links flagged hidden moderation is_authority references "
    "mentions actions moderation_status".split()
)
"""What says nothing on the passage: who wrote it where, and who may read it there."""


def is_hypothesis(content: Any) -> bool:
    """Return whether parsed JSON is such an export."""
    items = _items(content)
    return items is not None and all(
        isinstance(each, dict) and isinstance(each.get("uri"), str) and "target" in each
        for each in items[:20]
    )


def from_hypothesis(content: Any, *, source: str) -> ForeignAnnotations:
    """Return the annotations of parsed JSON; answers to others are left out, and counted.

    :raises ValueError: where it is nothing of that kind.
    """
    left_out: Counter[str] = Counter()
    found: list[ForeignAnnotation] = []
    for item in _items(content) or ():
        if not isinstance(item, dict):
            raise ValueError("no annotation")
        if item.get("references"):
            left_out["references"] += 1
            continue
        for name in item.keys() - _KNOWN - _OF_THE_SERVICE:
            left_out[name] += 1
        found.append(_annotation(item))
    return ForeignAnnotations(source, tuple(found), left_out)


def _items(content: Any) -> list[Any] | None:
    if isinstance(content, dict):
        content = content.get("annotations", content.get("rows"))
    return content if isinstance(content, list) and content else None


def _annotation(item: dict[str, Any]) -> ForeignAnnotation:
    """Return an annotation; its positions are left out, as they count in the page's own text."""
    quote: dict[str, Any] = {}
    for target in _dicts(item.get("target")):
        for selector in _dicts(target.get("selector")):
            if selector.get("type") == "TextQuoteSelector" and not quote:
                quote = selector
    document = item.get("document")
    titles = document.get("title") if isinstance(document, dict) else None
    tags = item.get("tags")
    names = [each for each in tags if isinstance(each, str)] if isinstance(tags, list) else []
    return ForeignAnnotation(
        id=storable_id(f"hypothesis-{text_of(item.get('id')) or text_of(item.get('created'))}"),
        address=text_of(item.get("uri")),
        title=text_of(titles[0]) if isinstance(titles, list) and titles else "",
        quote=text_of(quote.get("exact")),
        prefix=text_of(quote.get("prefix")),
        suffix=text_of(quote.get("suffix")),
        comment=text_of(item.get("text")),
        tags=tuple(dict.fromkeys(names)),
        created=time_of(item.get("created")),
        modified=time_of(item.get("updated")),
    )


def _dicts(values: Any) -> list[dict[str, Any]]:
    return [each for each in values if isinstance(each, dict)] if isinstance(values, list) else []

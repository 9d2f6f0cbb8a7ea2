"""The filters of templates, each of which a template's writer finds in resources/templates."""

import json
import re
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any

from jinja2.filters import FILTERS as JINJA
from jinja2.runtime import Undefined

from reader.core.document import normalize_newlines
from reader.exporting.template_values import Address, Raw, Record, link_target, markdown_of
from reader.formats.to_markdown import escaped_lines, one_line, writable, yaml_value

_LONGEST_INDENT = 40


def raw(value: object) -> Raw:
    """Return a value as Markdown, not escaped."""
    return Raw(text_of(value))


def text(value: object) -> Raw:
    """Return a value as it would be printed, to be joined with Markdown."""
    return markdown_of(value)


def quoted(value: object, mark: str = "> ") -> Raw:
    """Return the lines of a text, each after a mark of quotation."""
    lines = [f"{mark}{line}".rstrip() for line in escaped_lines(writable(text_of(value)))]
    return Raw("\n".join(lines))


def lines(value: object) -> Raw:
    """Return a text with its line breaks."""
    return Raw("\n".join(escaped_lines(writable(text_of(value)))))


def nested(value: object, width: int = 4) -> Raw:
    """Return Markdown as further paragraphs of a list item, after an empty line; "" for none."""
    body = indented(value, width, first=True)
    return Raw(f"\n\n{body}" if body.strip() else "")


def indented(value: object, width: int = 4, first: bool = False) -> Raw:
    """Return Markdown with its lines, but for the first, shifted to the right."""
    space = " " * max(0, min(int(width), _LONGEST_INDENT))
    body = normalize_newlines(markdown_of(value)).split("\n")
    shifted = [space + line if line else "" for line in body]
    return Raw("\n".join(shifted if first else [body[0], *shifted[1:]]))


def yaml(value: object) -> Raw:
    """Return a value for front matter: a list as a list, all else as a text in quotes or a day."""
    if isinstance(value, list | tuple):
        return Raw("[" + ", ".join(yaml_value(text_of(each)) for each in value) + "]")
    if isinstance(value, bool | int | float):
        return Raw(json.dumps(value))
    return Raw(yaml_value(text_of(value)))


def link(value: object, address: object) -> Raw:
    """Return a link that shows a value; the value alone where there is no address."""
    # An address that is shown is text like any other.
    shown = markdown_of(str(value) if isinstance(value, Address) else value)
    target = link_target(text_of(address))
    return Raw(f"[{shown}]({target})" if target else shown)


def hashtag(value: object) -> Raw:
    """Return a tag as Obsidian and Logseq write it: one word after a number sign; or several."""
    if isinstance(value, list | tuple):
        return Raw(" ".join(tag for each in value if (tag := hashtag(each))))
    word = re.sub(r"[^\w/\-]+", "-", one_line(text_of(value))).strip("-")
    word = word.replace("_", "-")  # two of them would be emphasis elsewhere
    if not word:
        return Raw("")
    return Raw(f"#{word}" if not word.isdecimal() else f"#{word}-")


def joined(values: Iterable[object], separator: object = "", attribute: str | None = None) -> Raw:
    """Return values one after another, each as it would be printed."""
    chosen = [_field(each, attribute) if attribute else each for each in values]
    shown = [markdown_of(each) for each in chosen]
    # What stands between them is the template's own word.
    return Raw(str(separator).join(str(part) for part in shown if part))


def list_of(values: Iterable[object], separator: str = ", ") -> str:
    """Return values as one text, which is escaped as a whole when it is printed."""
    return str(separator).join(one_line(text_of(each)) for each in values)


def first(values: Any, count: int | None = None) -> Any:
    """Return the first of some values, or the first `count` of them."""
    if count is not None:
        return list(islice(values, max(0, int(count))))
    return next(iter(values), "")


def shortened(value: object, length: int = 80) -> str:
    """Return a text cut between words, with an ellipsis where something is missing."""
    whole = one_line(text_of(value))
    if len(whole) <= length:
        return whole
    cut = whole[: max(1, int(length) - 1)]
    return f"{cut.rpartition(' ')[0] or cut}…"


def selected(values: Iterable[object], attribute: str, wanted: object = True) -> list[object]:
    """Return those whose field has a value, or is anything at all."""
    found = [(each, _field(each, attribute)) for each in values]
    if wanted is True:
        return [each for each, has in found if has]
    return [each for each, has in found if has == wanted]


def rejected(values: Iterable[object], attribute: str, unwanted: object = True) -> list[object]:
    """Return those whose field hasn't a value, or is empty."""
    chosen = selected(values, attribute, unwanted)
    return [each for each in values if not any(each is other for other in chosen)]


def ordered(values: Iterable[object], attribute: str = "", reverse: bool = False) -> list[object]:
    """Return values, or records by a field, in alphabetical or numerical order."""

    def key(each: object) -> tuple[int, float, str]:
        value = _field(each, attribute) if attribute else each
        if isinstance(value, bool | int | float):
            return (0, float(value), "")
        return (1, 0.0, str(value).casefold())

    return sorted(values, key=key, reverse=bool(reverse))


def grouped(values: Iterable[object], attribute: str) -> list[Record]:
    """Return records with `name` and `items`, one for each value of a field, in their order."""
    groups: dict[str, list[object]] = {}
    for each in values:
        groups.setdefault(text_of(_field(each, attribute)), []).append(each)
    return [Record({"name": name, "items": members}) for name, members in groups.items()]


def fields(values: Iterable[object], attribute: str) -> list[object]:
    """Return one field of each record."""
    return [_field(each, attribute) for each in values]


def _field(value: object, attribute: str) -> Any:
    for part in attribute.split("."):
        if not isinstance(value, Record) or part not in value:
            raise LookupError(f"there is no “{attribute}”")
        value = value[part]
    return value


def text_of(value: object) -> str:
    """Return a value as a text; a list is none.

    :raises ValueError: where it is a list.
    """
    if isinstance(value, list | tuple | dict):
        raise ValueError("a list where a text is expected")
    if isinstance(value, Undefined):
        str(value)  # raises
    return "" if value is None else str(value)


def lower(value: object) -> str:
    """Return a text in small letters."""
    return text_of(value).lower()


def upper(value: object) -> str:
    """Return a text in capitals."""
    return text_of(value).upper()


_OF_JINJA = ("default", "length", "last", "reverse", "list")

FILTERS: dict[str, Callable[..., Any]] = {name: JINJA[name] for name in _OF_JINJA} | {
    "lower": lower,
    "upper": upper,
    "raw": raw,
    "text": text,
    "quote": quoted,
    "lines": lines,
    "nested": nested,
    "indent": indented,
    "yaml": yaml,
    "link": link,
    "hashtag": hashtag,
    "join": joined,
    "list_of": list_of,
    "first": first,
    "shorten": shortened,
    "select": selected,
    "reject": rejected,
    "sort": ordered,
    "group": grouped,
    "fields": fields,
}
"""What a template can call after a `|`."""

TESTS = (
    *("defined", "undefined", "none", "true", "false", "even", "odd", "number", "string"),
    *("in", "eq", "==", "ne", "!=", "lt", "<", "le", "<=", "gt", ">", "ge", ">="),
    *("equalto", "greaterthan", "lessthan", "divisibleby", "iterable", "sequence", "mapping"),
)
"""What a template can ask after an `is`."""

"""The values that templates see, and what becomes of each when it is printed."""

import re
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import quote, urlsplit

from jinja2 import Undefined
from markupsafe import Markup

from reader.formats.to_markdown import escape_line, one_line, tame, writable

_SCHEMES = ("http", "https", "reader", "mailto")


class Raw(Markup):
    """Markdown, which is printed as it is.

    It is jinja's own kind of safe text, so that what a macro returns is not escaped twice.
    """

    __slots__ = ()


class Address(str):
    """An address; printed so that it can stand in a link, and "" where it leads to no page."""

    __slots__ = ()


class UserMarkdown(str):
    """What the user wrote as Markdown; printed as such, but kept from reaching what follows it."""

    __slots__ = ()


class Record(Mapping[str, object]):
    """Fields that a template reads by their names.

    A field that is a function is called when it is read, once.
    """

    __slots__ = ("_fields",)

    def __init__(self, fields: Mapping[str, object | Callable[[], object]]) -> None:
        self._fields = dict(fields)

    def __getitem__(self, name: str) -> object:
        value = self._fields[name]
        if callable(value):
            value = self._fields[name] = value()
        return value

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)

    def __str__(self) -> str:
        return str(self["name"] if "name" in self._fields else self._fields.get("title", ""))


def markdown_of(value: object) -> Raw:
    """Return what is printed of a value: text escaped on one line, Markdown as it is."""
    if isinstance(value, Markup):
        return Raw(value)
    if value is None:
        return Raw("")
    if isinstance(value, bool | int | float):
        return Raw(str(value))
    if isinstance(value, Address):
        return Raw(link_target(value))
    if isinstance(value, UserMarkdown):
        return Raw(tame(writable(value)).strip("\n"))
    if isinstance(value, list | tuple):
        flat = (each for each in value if not isinstance(each, list | tuple))
        return Raw(", ".join(markdown_of(each) for each in flat))
    if isinstance(value, Undefined):
        str(value)  # raises
    if not isinstance(value, str | Record):
        return Raw("")  # a part of the machinery, which is nobody's business
    return Raw(escape_line(one_line(writable(str(value)))))


def link_target(address: str) -> str:
    """Return an address that can stand between a link's parentheses; "" for one of a script."""
    address = address.strip()
    try:
        if urlsplit(address).scheme.lower() not in _SCHEMES:
            return ""
    except ValueError:
        return ""
    # What is percent-encoded already stays; all that Markdown or HTML could read otherwise goes.
    return re.sub(
        r"[^A-Za-z0-9\-._~:/?#@!$&,;=+%]",
        lambda match: quote(match[0], safe="", errors="replace"),
        address,
    )

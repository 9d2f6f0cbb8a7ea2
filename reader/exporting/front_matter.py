"""The front matter of a page that is also the user's: some keys are ours, all else stays."""

import re
from collections.abc import Mapping, Sequence

import yaml

from reader.formats.to_markdown import yaml_value

Value = str | Sequence[str]

ID = "reader"
"""The key that says what a page is of."""

_FENCED = re.compile(r"\A(\ufeff?---[ \t]*\n)(.*?)(^(?:---|\.\.\.)[ \t]*(?:\n|\Z))", re.S | re.M)
_KEY = re.compile(r"""^(?:"([^"\n]+)"|'([^'\n]+)'|([^\s#"'\-:\[{][^:\n]*?))\s*:(?=\s|$)""")
# Logseq makes `key:: value` of what it edits.
_PAGE_ID = re.compile(r"""^(?:-[ \t]*)?reader::?[ \t]*["']?([^\s"']+)["']?[ \t]*$""", re.M)
_LISTS = frozenset(("aliases", "tags"))
"""Keys to whose values the user may add."""

_LARGEST = 64 * 1024


class Unreadable(Exception):  # noqa: N818 (as ExportCancelled)
    """Raised where front matter is not YAML that can be brought up to date."""


def page_id(text: str) -> str:
    """Return what a page says that it is of; "" where it says nothing."""
    match = _FENCED.match(text)
    found = _PAGE_ID.search(match[2] if match else text[:2000])
    return found[1] if found else ""


def written(known: Mapping[str, Value]) -> str:
    """Return new front matter; what is empty is left out."""
    lines = [_line(key, value) for key, value in known.items() if value]
    return "\n".join(["---", *lines, "---", ""])


def merged(text: str, known: Mapping[str, Value]) -> str:
    """Return a page with our keys brought up to date in its front matter.

    Keys of which we know nothing stay as they are, and lists keep what the user added.

    :raises Unreadable: where it isn't YAML.
    """
    match = _FENCED.match(text)
    if match is None:
        return text  # Logseq's own form, or none: the page is found by its id all the same
    entries = _entries(match[2])
    values = _values(match[2])
    for key, value in known.items():
        if not value or (key in values and _is_same(key, values[key], value)):
            continue
        there = _items(values.get(key)) if key in _LISTS else []
        both = [*there, *(each for each in value if each not in there)] if there else value
        entries[key] = _line(key, both) + "\n"
    return match[1] + "".join(entries.values()) + match[3] + text[match.end() :]


def _entries(body: str) -> dict[str, str]:
    """Return the lines of each key; those before the first are under ""."""
    entries: dict[str, str] = {}
    key = ""
    for line in body.splitlines(keepends=True):
        found = _KEY.match(line)
        if found:
            key = next(group for group in found.groups() if group).strip()
            if key in entries:
                raise Unreadable
        entries[key] = entries.get(key, "") + line
    return entries


def _values(body: str) -> dict[str, object]:
    try:
        found = yaml.safe_load(body) if len(body) <= _LARGEST else None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise Unreadable from error
    if found is None and not body.strip():
        return {}
    if not isinstance(found, dict):
        raise Unreadable
    return {str(key): value for key, value in found.items()}


def _is_same(key: str, there: object, ours: Value) -> bool:
    if isinstance(ours, str):
        return str(there) == ours and not isinstance(there, list)
    items = _items(there)
    return all(each in items for each in ours) if key in _LISTS else items == list(ours)


def _items(value: object) -> list[str]:
    """Return a value as a list of texts; "a, b" is what Logseq makes of a list."""
    if isinstance(value, list):
        return [str(each) for each in value if each is not None]
    return [part.strip() for part in str(value).split(",") if part.strip()] if value else []


def _line(key: str, value: Value) -> str:
    if isinstance(value, str):
        return f"{key}: {yaml_value(value)}"
    return f"{key}: [{', '.join(yaml_value(each) for each in value)}]"

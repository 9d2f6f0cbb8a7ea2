"""The libraries that the program is made of, and under which licence each of them is."""

import importlib.metadata
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_FILES = re.compile(r"(^|/)(licen[cs]e|copying|notice|authors)[^/]*$", re.IGNORECASE)
_LONGEST_NAME = 60  # of a licence; what is longer is its text


@dataclass(frozen=True, slots=True)
class Library:
    """A library with its version, the name of its licence, and that one's text, "" for unknown."""

    name: str
    version: str
    licence: str
    text: str


def libraries(root: str = "reader") -> list[Library]:
    """Return what `root` needs, directly or by another one, in the order of names.

    Those are left out that this system doesn't need, or that aren't there.
    """
    found: dict[str, Library] = {}
    waiting = deque([root])
    while waiting:
        name = waiting.popleft()
        key = _key(name)
        if key in found:
            continue
        try:
            distribution = importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError:
            continue
        found[key] = _library(distribution)
        waiting.extend(_needed(distribution))
    found.pop(_key(root), None)
    return sorted(found.values(), key=lambda library: library.name.lower())


def _needed(distribution: importlib.metadata.Distribution) -> Iterator[str]:
    """Yield what a library needs; what an extra of it needs isn't among that."""
    for requirement in distribution.requires or ():
        name = _NAME.match(requirement)
        if name is not None and "extra ==" not in requirement:
            yield name.group()


def _library(distribution: importlib.metadata.Distribution) -> Library:
    metadata = distribution.metadata
    texts = [
        path.read_binary().decode("utf-8", "replace").strip()
        for path in distribution.files or ()
        if _FILES.search(str(path)) and path.suffix not in (".py", ".pyc") and _is_there(path)
    ]
    return Library(
        metadata["Name"],
        distribution.version,
        _licence(distribution),
        "\n\n———\n\n".join(dict.fromkeys(texts)),
    )


def _is_there(path: importlib.metadata.PackagePath) -> bool:
    try:
        return path.locate().is_file()  # type: ignore[attr-defined]  # a Path, as it turns out
    except OSError:
        return False


def _licence(distribution: importlib.metadata.Distribution) -> str:
    """Return the name of a licence, as a library's metadata have it in one of three places."""
    metadata = distribution.metadata
    named = metadata.get_all("License-Expression")
    if named:
        return named[0]
    classified = [
        value.rpartition("::")[2].strip()
        for value in metadata.get_all("Classifier") or ()
        if value.startswith("License ::")
    ]
    if classified:
        return ", ".join(classified)
    told = "".join(metadata.get_all("License") or ()).strip()
    return told if len(told) <= _LONGEST_NAME else told[:_LONGEST_NAME].partition("\n")[0]


def _key(name: str) -> str:
    """Return a name as PyPI compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()

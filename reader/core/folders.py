"""The files of articles in folders, with their subfolders, whatever else lies there."""

import os
import stat
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reader.core.errors import QT_TRANSLATE_NOOP, DocumentError

MOST_FILES = 200_000
"""How many files are taken at once."""

MOST_LEVELS = 64
"""How deep in subfolders files are looked for."""

_PAGES = (".html", ".htm", ".xhtml")
_PARTS = ("_files", "_archivos", "_ficheros", "_fichiers", "_dateien", ".files")
"""What browsers append to a saved page's name for the folder of its pictures and scripts."""


@dataclass(slots=True)
class Skipped:
    """How much of the folders was left out: `hidden` files and folders, files of an `unsupported`
    format, `links` to folders, `parts` of saved pages, files `beyond` what is taken at once.
    """

    hidden: int = 0
    unsupported: int = 0
    links: int = 0
    parts: int = 0
    beyond: int = 0

    @property
    def total(self) -> int:
        """Return how much it is in all."""
        return self.hidden + self.unsupported + self.links + self.parts + self.beyond


@dataclass(slots=True)
class Found:
    """The files that were found, in the order of their names, and what was left out.

    `failures` are folders that can't be looked into.
    """

    files: list[Path] = field(default_factory=list)
    skipped: Skipped = field(default_factory=Skipped)
    failures: list[tuple[Path, DocumentError]] = field(default_factory=list)


def find_files(
    paths: Iterable[Path],
    *,
    suffixes: Collection[str],
    most: int = MOST_FILES,
    go_on: Callable[[int], bool] = lambda _count: True,
) -> Found:
    """Return the files of `suffixes` (in small letters) in folders; a file itself always counts.

    Links to folders aren't followed, so that one that leads back, or out to the whole disk, does no
    harm. `go_on` is told how many files there are so far, and stops the search by returning False.
    """
    found = Found()
    taken: set[Path] = set()
    for path in paths:
        if not path.is_dir():
            _take(found, [path], taken, most)
            continue
        for files in _walk(path, suffixes, found):
            _take(found, files, taken, most)
            if not go_on(len(found.files)):
                return found
    return found


def _take(found: Found, files: Iterable[Path], taken: set[Path], most: int) -> None:
    for path in files:
        whole = path.absolute()
        if whole in taken:
            continue
        if len(found.files) >= most:
            found.skipped.beyond += 1
            continue
        taken.add(whole)
        found.files.append(path)


def _walk(top: Path, suffixes: Collection[str], found: Found) -> Iterator[list[Path]]:
    """Yield the files of each folder, those of a folder before those of its subfolders."""
    waiting = [(top, 0)]
    while waiting:
        folder, level = waiting.pop()
        try:
            with os.scandir(folder) as entries:
                listed = sorted(entries, key=lambda entry: (entry.name.casefold(), entry.name))
        except OSError as error:
            found.failures.append((folder, _closed(folder, error)))
            continue
        pages = {_stem(e.name) for e in listed if e.name.casefold().endswith(_PAGES)}
        files: list[Path] = []
        folders: list[Path] = []
        for entry in listed:
            _sort(entry, suffixes, pages, files, folders, found.skipped)
        if level < MOST_LEVELS:
            waiting += [(inner, level + 1) for inner in reversed(folders)]
        else:
            found.skipped.beyond += len(folders)
        yield files


def _sort(
    entry: "os.DirEntry[str]",
    suffixes: Collection[str],
    pages: Collection[str],
    files: list[Path],
    folders: list[Path],
    skipped: Skipped,
) -> None:
    name = entry.name.casefold()
    if _is_hidden(entry):
        skipped.hidden += 1
    elif _is_folder(entry):
        if _is_link(entry):
            skipped.links += 1
        elif any(name.endswith(part) and name[: -len(part)] in pages for part in _PARTS):
            skipped.parts += 1
        else:
            folders.append(Path(entry.path))
    elif name.endswith(tuple(suffixes)) and not _is_device(entry):
        files.append(Path(entry.path))
    else:
        skipped.unsupported += 1


def _stem(name: str) -> str:
    return name.rpartition(".")[0].casefold()


def _is_hidden(entry: "os.DirEntry[str]") -> bool:
    if entry.name.startswith((".", "~$")):
        return True
    try:
        attributes = getattr(entry.stat(follow_symlinks=False), "st_file_attributes", 0)
    except OSError:
        return False
    return bool(attributes & stat.FILE_ATTRIBUTE_HIDDEN)


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads in a circle: reading it says so
        return False


def _is_link(entry: "os.DirEntry[str]") -> bool:
    is_junction = getattr(entry, "is_junction", lambda: False)  # from Python 3.12 on
    return entry.is_symlink() or is_junction()


def _is_device(entry: "os.DirEntry[str]") -> bool:
    """Return whether it is there and no file; what can't be looked at is for the reading to say."""
    try:
        mode = entry.stat().st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode)


def _closed(folder: Path, error: OSError) -> DocumentError:
    if isinstance(error, FileNotFoundError):
        return DocumentError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The folder “{path}” is no longer there: check whether it was moved or deleted.",
            ),
            path=folder,
        )
    return DocumentError(
        QT_TRANSLATE_NOOP(
            "errors",
            "The folder “{path}” can't be looked into ({reason}): check its permissions and the "
            "disk.",
        ),
        path=folder,
        reason=error.strerror or type(error).__name__,
    )

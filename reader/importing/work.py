"""Files with someone's work rather than an article: annotations, and whole libraries."""

import json
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from reader.core.backups import Reason
from reader.core.errors import DocumentError
from reader.core.files import read_bytes
from reader.core.foreign import Arrivals, ForeignAnnotations
from reader.core.transfer import Merged, damaged, not_known
from reader.formats.from_hypothesis import from_hypothesis, is_hypothesis
from reader.formats.from_library import LibraryFile, is_library
from reader.formats.from_webannotation import from_webannotation, is_webannotation
from reader.store.backups import make_backup
from reader.store.library import Library
from reader.store.schema import SCHEMA_VERSION

MAX_BYTES = 256 * 1024 * 1024
_SUFFIXES = (".readerlib", ".jsonld", ".json")
_HEAD = 64  # bytes in which JSON has begun


class WorkKind(StrEnum):
    """What sort of work a file holds."""

    ANNOTATIONS = "annotations"
    LIBRARY = "library"


def kind_of_work(path: Path) -> WorkKind | None:
    """Return what work a file holds, by its content; None where it may be an article.

    A file that is named like one with work counts as one, so that it is told what is wrong with it.
    """
    if not path.is_file():
        return None
    if is_library(path) or path.suffix.lower() == _SUFFIXES[0]:
        return WorkKind.LIBRARY
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD).removeprefix(b"\xef\xbb\xbf").lstrip()
    except OSError:
        return None
    is_json = head.startswith((b"{", b"[")) and not head.startswith(b"{\\rtf")
    if path.suffix.lower() in _SUFFIXES and (is_json or path.suffix.lower() == ".jsonld"):
        return WorkKind.ANNOTATIONS
    if not is_json:
        return None
    try:
        content = _parsed(path)
    except (ValueError, RecursionError, DocumentError):
        return None
    is_work = is_webannotation(content) or is_hypothesis(content)
    return WorkKind.ANNOTATIONS if is_work else None


def read_annotations(path: Path) -> ForeignAnnotations:
    """Return the annotations in a file.

    :raises TransferError: where there are none, or it is damaged.
    :raises DocumentError: where it can't be read.
    """
    try:
        content = _parsed(path)
        if is_webannotation(content):
            return from_webannotation(content, source=str(path))
        if is_hypothesis(content):
            return from_hypothesis(content, source=str(path))
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise damaged(str(path)) from error
    raise not_known(str(path))


def take_in(library: Library, path: Path) -> Merged | Arrivals:
    """Take the work in a file into a library; return what became of it.

    Before another library comes in, a backup of this one is made.

    :raises ReaderError: where it can't be; the library is as it was then.
    """
    if kind_of_work(path) is WorkKind.LIBRARY:
        with LibraryFile(path, schema=SCHEMA_VERSION) as file:
            before = make_backup(library.path, Reason.BY_HAND) if library.path else None
            merged = library.transfer.take_in(file)
            return replace(merged, before=before.path if before else None)
    return library.transfer.take_in_annotations(read_annotations(path))


def _parsed(path: Path) -> Any:
    return json.loads(read_bytes(path, max_bytes=MAX_BYTES).decode("utf-8-sig"))

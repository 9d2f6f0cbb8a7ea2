"""One's own work on its way from one library to another: what was taken in, and what can't be."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol

from reader.core.errors import QT_TRANSLATE_NOOP, ReaderError

Row = dict[str, Any]
"""A row of a table by its columns' names: texts, numbers and None, as JSON has them."""


class TransferError(ReaderError):
    """Raised where a file with someone's work can't be taken in; the library is as it was."""


class Part(StrEnum):
    """What a library consists of, as a report lists it."""

    ARTICLES = "articles"
    ENTITIES = "entities"
    NOTES = "notes"
    ANNOTATIONS = "annotations"
    CORRECTIONS = "corrections"
    LABELS = "labels"  # collections and tags


@dataclass(frozen=True, slots=True)
class Apart:
    """Two of one name that were not taken for one, as something speaks against it.

    `entity_id` was here before, `other_id` came in.
    """

    name: str
    entity_id: str
    other_id: str


@dataclass(frozen=True, slots=True)
class Merged:
    """What became of a library that was taken in.

    `added` is what wasn't there, `updated` what was there and older (what it said before is kept
    as a version), `there` what was there and as new, or newer. `apart` are namesakes who were kept
    apart. `before` is a backup of the library as it was, None where there is none.
    """

    added: Counter[Part] = field(default_factory=Counter)
    updated: Counter[Part] = field(default_factory=Counter)
    there: Counter[Part] = field(default_factory=Counter)
    apart: list[Apart] = field(default_factory=list)
    before: Path | None = None


class LibraryRows(Protocol):
    """A library in a file, table by table."""

    source: str
    """The file's path, for messages."""

    def rows(self, table: str) -> Iterator[Row]:
        """Yield the rows of a table in their order; none for a table that isn't there."""
        ...

    def resource(self, key: str) -> bytes:
        """Return a file that came with articles.

        :raises TransferError: where it isn't there.
        """
        ...


def damaged(source: str) -> TransferError:
    """Return the error for a file that doesn't hold what it should."""
    return TransferError(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{path}” is damaged or cut short, so nothing of it was taken into the library: get a "
            "fresh copy of it.",
        ),
        path=source,
    )


def newer(source: str) -> TransferError:
    """Return the error for a file that a later version wrote."""
    return TransferError(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{path}” was made by a newer version of Reader: update Reader to take it in.",
        ),
        path=source,
    )


def too_large(source: str) -> TransferError:
    """Return the error for a file that unpacks to more than it can rightly hold."""
    return TransferError(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{path}” was not taken in: packed into it is far more than any library holds, as in "
            "a file made to do harm.",
        ),
        path=source,
    )


def not_known(source: str) -> TransferError:
    """Return the error for a file that holds nobody's work."""
    return TransferError(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{path}” holds neither annotations nor a library that Reader knows: choose a file of "
            "W3C annotations (JSON-LD), an export of Hypothesis, or a library exported by Reader.",
        ),
        path=source,
    )

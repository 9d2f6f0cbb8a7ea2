"""A library in a folder that can be taken away, as a disk is."""

import sys
from pathlib import Path

import pytest

from reader.store.library import Library
from tests.store.examples import article, found, person

ENTITY = "person:serguéi-lavrov"
"""Whom its one note is about."""

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="files that are open stay")


def library_on_disk(folder: Path) -> Path:
    """Return the path of a library with an article and a note, closed, below `folder`."""
    path = folder / "disk" / "library.sqlite"
    with Library.open(path) as library:
        library.add_document(article())
        library.store_recognition(found(article(), person("Serguéi Lavrov")))
        library.save_note(ENTITY, "nota")
    return path


def note_in(path: Path) -> str:
    """Return the note as it is in a library that must be there; "" for none."""
    with Library.open(path, make=False) as library:
        note = library.note(ENTITY)
        return note.text if note is not None else ""

"""Libraries that are taken into each other, and one article that several of them have."""

import tempfile
from pathlib import Path

from reader.core.transfer import Merged
from reader.store.library import Library
from tests.store.examples import country, naming, news, person, place
from tests.store.libraries import exported, opened, ticking

LAVROV = person("Serguéi Lavrov", "Lavrov")
TORRES = person("Ana Torres")
KURSK = place("Kursk")
RUSSIA = country("Rusia", code="RU")


def in_memory(day: int) -> Library:
    """Return an empty library whose clock is that of a day of November 2026."""
    times = ticking(day)
    return Library.open(None, now=lambda: next(times))


def with_all_four(day: int) -> Library:
    """Return a library of that day with an article that names everybody of this file."""
    library = in_memory(day)
    document = news("Serguéi Lavrov y Ana Torres, en Kursk, Rusia.").document
    library.add_document(document)
    library.store_recognition(naming(document, LAVROV, TORRES, KURSK, RUSSIA))
    return library


def take(source: Library, into: Library) -> Merged:
    """Take a library into another, by way of a file."""
    with (
        tempfile.TemporaryDirectory() as folder,
        opened(Path(folder, "a.readerlib"), exported(source)) as file,
    ):
        return into.transfer.take_in(file)


def text_of(library: Library, entity_id: str) -> str:
    """Return the note on somebody; "" for none."""
    note = library.note(entity_id)
    return "" if note is None else note.text

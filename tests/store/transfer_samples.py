"""Libraries of one article that are taken into each other."""

from reader.core.entities import Entity
from reader.store.library import Library
from tests.store.examples import naming, news
from tests.store.test_transfer import in_memory


def filled(day: int, text: str, *entities: Entity) -> Library:
    """Return a library of that day with an article that names these."""
    library = in_memory(day)
    document = news(text).document
    library.add_document(document)
    library.store_recognition(naming(document, *entities))
    return library


def text_of(library: Library, entity_id: str) -> str:
    """Return the note on somebody; "" for none."""
    note = library.note(entity_id)
    return "" if note is None else note.text

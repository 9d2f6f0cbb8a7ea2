"""Annotations: inserted, replaced, deleted and brought back."""

import sqlite3
from dataclasses import replace

import pytest

from reader.core.annotations import Colour
from reader.core.document import Document
from reader.core.errors import LibraryError
from reader.store.library import Library
from tests.store.examples import annotation, article


@pytest.fixture
def document(library: Library) -> Document:
    document = article()
    library.add_document(document)
    return document


def test_annotations_are_returned_in_reading_order(library: Library, document: Document) -> None:
    marked = [annotation(document, f"a{start}", start) for start in (9, 2, 12, 0)]
    for each in marked:
        library.save_annotation(each)
    assert library.annotations(document.id) == sorted(marked, key=lambda each: each.start)


def test_annotations_are_replaced_by_id(library: Library, document: Document) -> None:
    first = annotation(document)
    library.save_annotation(first)
    changed = replace(first, colour=Colour.PINK, comment="**no**", modified="2026-02-02T00:00:00Z")
    library.save_annotation(changed)
    assert library.annotations(document.id) == [changed]


@pytest.mark.parametrize("text", ["\ud83d", "a\0b", "😀\u00a0", "\r\n"])
def test_annotations_round_trip_odd_characters(
    library: Library, document: Document, text: str
) -> None:
    odd = replace(annotation(document), quote=text, prefix=text, suffix=text, comment=text)
    library.save_annotation(odd)
    assert library.annotations(document.id) == [odd]


def test_annotations_are_deleted(library: Library, document: Document) -> None:
    library.save_annotation(annotation(document))
    library.delete_annotation("a1")
    library.delete_annotation("a1")
    library.delete_annotation("no")
    assert library.annotations(document.id) == []


def test_annotations_are_brought_back_by_saving(library: Library, document: Document) -> None:
    marked = annotation(document)
    library.save_annotation(marked)
    library.delete_annotation(marked.id)
    library.save_annotation(marked)
    assert library.annotations(document.id) == [marked]


def test_annotations_get_the_times_that_they_lack(library: Library, document: Document) -> None:
    timeless = replace(annotation(document), created="", modified="")
    library.save_annotation(timeless)
    (first,) = library.annotations(document.id)
    assert first.created == first.modified > "2026-11-23"
    library.save_annotation(timeless)
    (second,) = library.annotations(document.id)
    assert second.created == first.created < second.modified


def test_annotations_of_an_unknown_document_say_so(library: Library) -> None:
    with pytest.raises(LibraryError, match="article is no longer in the library"):
        library.save_annotation(annotation(article("desconocido")))


def test_annotations_that_lack_something_are_a_bug(library: Library, document: Document) -> None:
    nowhere = replace(annotation(document), start=None)  # type: ignore[arg-type]
    with pytest.raises(sqlite3.IntegrityError):
        library.save_annotation(nowhere)


def test_annotations_outlive_the_cache(library: Library, document: Document) -> None:
    library.save_annotation(annotation(document))
    library.clear_cache()
    assert library.annotations(document.id) == [annotation(document)]

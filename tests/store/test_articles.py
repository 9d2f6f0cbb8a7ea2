"""Articles: kept once, listed by when they were opened."""

from dataclasses import replace

import pytest

from reader.core.document import Block, BlockKind
from reader.store.library import Library
from tests.store.examples import annotation, article, found, person, place


def test_articles_return_a_document_as_it_was(library: Library) -> None:
    document = replace(
        article("Uno\n\nDos 😀\u00a0tres"),
        blocks=(Block(0, 3, BlockKind.HEADING, 2), Block(5, 15, BlockKind.LIST_ITEM, 1)),
        outlet="El País",
        author="Ana",
        date="2026-01-02",
        url="https://a.es/?b=c",
    )
    library.add_document(document)
    assert library.document(document.id) == document


def test_articles_know_nothing_of_an_unknown_document(library: Library) -> None:
    assert library.document("no") is None
    assert library.position("no") == 0
    assert library.annotations("no") == []
    assert library.recognition("no", "m1") is None


@pytest.mark.parametrize("text", ["medio emoji \ud83d", "\udfff", "cero\0uno", "\ufeffa\u2028b"])
def test_articles_round_trip_odd_characters(library: Library, text: str) -> None:
    document = replace(article(text, title=text), outlet=text, author=text)
    library.add_document(document)
    assert library.document(document.id) == document


def test_articles_keep_what_is_known_and_fill_in_the_rest(library: Library) -> None:
    library.add_document(article(title="Primero"))
    later = replace(article(title="Segundo"), source="/otra.txt", outlet="El Diario")
    library.add_document(later)
    (summary,) = library.documents()
    assert (summary.title, summary.source, summary.outlet) == ("Primero", "/a/b.txt", "El Diario")


def test_articles_keep_the_language_that_was_found(library: Library) -> None:
    document = replace(article(), language="en")
    library.add_document(document)
    library.set_language(document.id, "es")
    library.set_language("no", "fr")
    library.add_document(document)
    assert library.document(document.id) == replace(document, language="es")


def test_articles_remember_when_they_were_added_and_opened(library: Library) -> None:
    library.add_document(article())
    library.add_document(article())
    (summary,) = library.documents()
    assert (summary.added, summary.opened) == ("2026-11-23T12:00:00Z", "2026-11-23T12:00:01Z")


def test_articles_are_opened_without_being_added(library: Library) -> None:
    document = article()
    library.add_document(document)
    library.add_document(article("otro"))
    library.document_opened(document.id)
    library.document_opened("no")
    first, _ = library.documents()
    assert (first.id, first.opened) == (document.id, "2026-11-23T12:00:02Z")
    assert first.added == "2026-11-23T12:00:00Z"


def test_articles_are_listed_by_when_they_were_opened(library: Library) -> None:
    for text in ("uno", "dos", "tres", "uno"):
        library.add_document(article(text, title=text))
    assert [summary.title for summary in library.documents()] == ["uno", "tres", "dos"]


def test_articles_count_words_annotations_and_notes(library: Library) -> None:
    document, other = article("Lavrov visitó  Kursk ayer"), article("otro")
    for each in (document, other):
        library.add_document(each)
        for model in ("m1", "m2"):  # two models that found the same must not count twice
            library.store_recognition(found(each, person("Lavrov"), place("Kursk"), model=model))
    library.save_note("person:lavrov", "nota")
    library.save_note("place:kursk", "nota")
    library.save_note("place:kursk", "")
    library.save_annotation(annotation(document, "a1"))
    library.save_annotation(annotation(document, "a2"))
    library.delete_annotation("a2")
    counts = {s.id: (s.words, s.annotation_count, s.note_count) for s in library.documents()}
    assert counts == {document.id: (4, 1, 1), other.id: (1, 0, 1)}
    assert library.articles_naming("person:lavrov") == library.documents()


def test_articles_remember_the_reading_position(library: Library) -> None:
    document = article()
    library.add_document(document)
    assert library.position(document.id) == 0
    library.save_position(document.id, 7)
    library.add_document(document)
    assert library.position(document.id) == 7


def test_articles_naming_an_entity_are_found_once(library: Library) -> None:
    for text in ("uno", "dos"):
        library.add_document(article(text, title=text))
        for model in ("m1", "m2"):
            library.store_recognition(found(article(text), person("Lavrov"), model=model))
    library.add_document(article("tres"))
    naming = library.articles_naming("person:lavrov")
    assert [summary.title for summary in naming] == ["dos", "uno"]
    assert library.articles_naming("person:nadie") == []

"""What is gathered for an export."""

from dataclasses import replace

import pytest

from reader.core.errors import LibraryError
from reader.core.mentions import Kind, Mention
from reader.store.export import export_of
from reader.store.library import Library
from tests.store.examples import annotation, article, country, found, person, place


def test_export_orders_entities_by_kind_and_first_mention(library: Library) -> None:
    document = article()
    library.add_document(document)
    entities = (place("Kursk"), person("Ana"), country("Rusia"), person("Luis"), person("Nadie"))
    order = [3, 2, 0, 1, 0, 3]
    mentions = tuple(
        Mention(i, i + 1, entities[n].kind, entities[n].id) for i, n in enumerate(order)
    )
    library.store_recognition(replace(found(document, *entities), mentions=mentions))
    exported = export_of(library, document.id)
    assert [(each.entity.name, each.mention_count) for each in exported.entities] == [
        ("Luis", 2),
        ("Ana", 1),
        ("Nadie", 0),
        ("Rusia", 1),
        ("Kursk", 2),
    ]


def test_export_counts_names_and_demonyms_apart(library: Library) -> None:
    document = article()
    library.add_document(document)
    entities = (person("Ana"), country("Rusia"), country("Ucrania"))
    kinds = [Kind.DEMONYM, Kind.PERSON, Kind.DEMONYM, Kind.COUNTRY, Kind.DEMONYM]
    mentions = tuple(
        Mention(i, i + 1, kind, entities[n].id)
        for i, (n, kind) in enumerate(zip([2, 0, 1, 1, 1], kinds, strict=True))
    )
    library.store_recognition(replace(found(document, *entities), mentions=mentions))
    counts = [
        (each.entity.name, each.mention_count, each.demonym_count)
        for each in export_of(library, document.id).entities
    ]
    assert counts == [("Ana", 1, 0), ("Ucrania", 0, 1), ("Rusia", 1, 2)]


def test_export_has_the_notes_and_annotations(library: Library) -> None:
    document = article()
    library.add_document(document)
    library.store_recognition(found(document, place("Kursk"), person("Ana")))
    note = library.save_note("place:kursk", "nota")
    library.save_annotation(annotation(document))
    exported = export_of(library, document.id)
    assert exported.document == document
    assert exported.notes == {"place:kursk": note}
    assert exported.annotations == (annotation(document),)


def test_export_takes_the_model_that_it_is_told(library: Library) -> None:
    document = article()
    library.add_document(document)
    library.store_recognition(found(document, place("Kursk"), model="m1"))
    library.store_recognition(found(document, place("Moscú"), model="m2"))
    names = {
        model: [each.entity.name for each in export_of(library, document.id, model).entities]
        for model in ("m1", None, "m3")
    }
    assert names == {"m1": ["Kursk"], None: ["Moscú"], "m3": []}


def test_export_has_every_note_whatever_model_found_its_entity(library: Library) -> None:
    document = article()
    library.add_document(document)
    library.store_recognition(found(document, place("Kursk"), person("Ana"), model="m1"))
    note = library.save_note("place:kursk", "nota")
    library.store_recognition(found(document, model="m2"))
    for model in ("m1", "m2", "m3", None):
        exported = export_of(library, document.id, model)
        assert exported.notes == {"place:kursk": note}
        kursk = next(each for each in exported.entities if each.entity.id == "place:kursk")
        assert kursk.mention_count == (model == "m1")


def test_export_of_an_unread_article_has_no_entities(library: Library) -> None:
    library.add_document(article())
    assert export_of(library, article().id).entities == ()


def test_export_of_an_unknown_article_says_so(library: Library) -> None:
    with pytest.raises(LibraryError, match="not in the library"):
        export_of(library, "no")

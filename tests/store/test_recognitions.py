"""The recognition cache: by document and model, joined with the library's entities."""

import time
from dataclasses import replace

import pytest

from reader.core.entities import Entity, Recognition
from reader.core.errors import LibraryError
from reader.core.mentions import FoundBy, Kind, LinkedBy, Mention
from reader.store.library import Library
from tests.store.examples import article, country, found, person, place


def test_recognitions_are_returned_as_they_were(library: Library) -> None:
    document = article()
    library.add_document(document)
    recognition = Recognition(
        document.id,
        "m1",
        (
            Mention(0, 14, Kind.PERSON, "person:serguéi-lavrov"),
            Mention(8, 14, Kind.PERSON, "person:serguéi-lavrov", FoundBy.LIST, LinkedBy.PART),
            Mention(22, 27, Kind.ORGANIZATION, "place:kursk", FoundBy.USER, LinkedBy.USER),
        ),
        (place("Kursk"), person("Serguéi Lavrov", "Lavrov")),
        complete=False,
    )
    assert library.store_recognition(recognition) == recognition
    assert library.recognition(document.id, "m1") == recognition


def test_recognitions_replace_the_earlier_one_of_their_model(library: Library) -> None:
    document = article()
    library.add_document(document)
    library.store_recognition(found(document, place("Kursk")))
    other = library.store_recognition(found(document, place("Kursk"), model="m2"))
    newer = library.store_recognition(found(document, country("Rusia")))
    assert library.recognition(document.id, "m1") == newer
    assert library.recognition(document.id, "m2") == other
    assert library.recognition(document.id, "m3") is None


def test_recognitions_return_the_entities_of_the_library(library: Library) -> None:
    uno, dos = article("uno"), article("dos")
    library.add_document(uno)
    library.add_document(dos)
    library.store_recognition(found(uno, country("Rusia", code="RU")))
    named = replace(country("Federación de Rusia", code="RU"), id="country:otra")
    stored = library.store_recognition(found(dos, named))
    (russia,) = stored.entities
    assert (russia.id, russia.name) == ("country:RU", "Rusia")
    assert [mention.entity_id for mention in stored.mentions] == ["country:RU"]
    assert library.recognition(dos.id, "m1") == stored


def test_recognitions_join_entities_that_are_the_same(library: Library) -> None:
    uno, dos = article("uno"), article("dos")
    library.add_document(uno)
    library.add_document(dos)
    library.store_recognition(found(uno, person("Serguéi Lavrov")))
    stored = library.store_recognition(
        found(dos, person("Lavrov"), place("Kursk"), person("Serguéi Lavrov"))
    )
    assert [entity.name for entity in stored.entities] == ["Serguéi Lavrov", "Kursk"]
    assert [mention.entity_id for mention in stored.mentions] == [
        "person:serguéi-lavrov",
        "place:kursk",
        "person:serguéi-lavrov",
    ]
    assert library.recognition(dos.id, "m1") == stored


def test_recognitions_see_what_was_learnt_of_their_entities(library: Library) -> None:
    uno, dos = article("uno"), article("dos")
    library.add_document(uno)
    library.add_document(dos)
    library.store_recognition(found(uno, country("Rusia", code="RU")))
    library.store_recognition(found(dos, country("Federación Rusa", code="RU")))
    recognition = library.recognition(uno.id, "m1")
    assert recognition is not None
    assert recognition.entities[0].aliases == ("Federación Rusa",)


def test_recognitions_refuse_a_mention_of_nobody_and_keep_the_earlier(library: Library) -> None:
    document = article()
    library.add_document(document)
    earlier = library.store_recognition(found(document, place("Kursk")))
    stray = Mention(0, 1, Kind.PERSON, "person:nadie")
    with pytest.raises(ValueError, match="person:nadie"):
        library.store_recognition(replace(found(document, place("Moscú")), mentions=(stray,)))
    assert library.recognition(document.id, "m1") == earlier
    assert library.entity("place:moscú") is None


def test_recognitions_of_an_unknown_document_say_so(library: Library) -> None:
    with pytest.raises(LibraryError, match="no longer in the library"):
        library.store_recognition(found(article("desconocido"), person("Lavrov")))
    assert library.entity("person:lavrov") is None


def test_recognitions_tell_the_latest_model_that_finished(library: Library) -> None:
    document = article()
    library.add_document(document)
    assert library.latest_model(document.id) is None
    for model, complete in (("m1", True), ("m2", True), ("m3", False)):
        library.store_recognition(replace(found(document, model=model), complete=complete))
    assert library.latest_model(document.id) == "m2"


def test_recognitions_of_a_book_take_less_than_a_second(library: Library) -> None:
    document = article("palabra " * 48_000)
    library.add_document(document)
    kinds = list(Kind)
    entities = tuple(
        Entity(f"e{i}", f"Nombre{i} Apellido{i}", kinds[i % 4], (f"Apellido{i}",))
        for i in range(5_000)
    )
    mentions = tuple(
        Mention(8 * i, 8 * i + 7, kinds[i % 5_000 % 4], f"e{i % 5_000}") for i in range(48_000)
    )
    started = time.process_time()  # not the time that other programs take
    stored = library.store_recognition(Recognition(document.id, "m1", mentions, entities))
    assert library.recognition(document.id, "m1") == stored
    assert time.process_time() - started < 4  # 0.5 s here; a machine may be slow, and busy

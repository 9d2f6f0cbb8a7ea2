"""A whole library goes out and comes in again, into an empty library and into others."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from reader.core.corrections import Scope, Target
from reader.core.mentions import Kind
from reader.core.shelf import ArticleQuery, LabelKind
from reader.core.transfer import Part
from reader.core.wikilinks import rewritten
from reader.store.library import Library
from reader.store.transfer_tables import NOT_THE_USERS, TABLES
from tests.store.examples import annotation, naming, news, person, place
from tests.store.libraries import exported, fill, rows_of
from tests.store.test_derived import check
from tests.store.transfer_samples import LAVROV, in_memory, take

MANY = settings(
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # to shrink a library takes minutes
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.fixture
def other() -> Iterator[Library]:
    """Return another empty library, whose clock is that of a later day."""
    with in_memory(24) as library:
        yield library


def with_article(library: Library, **metadata: str) -> str:
    document = news("Serguéi Lavrov visitó Kursk y volvió a Moscú.", **metadata).document
    library.add_document(document)
    library.store_recognition(naming(document, LAVROV, place("Kursk")))
    return document.id


def test_transfer_knows_every_table(library: Library) -> None:
    tables = {name for name in library._db.table_names() if not name.startswith(("search_", "_"))}
    assert tables == {table.name for table in TABLES} | NOT_THE_USERS


@settings(MANY, max_examples=25)
@given(st.data())
def test_transfer_into_an_empty_library_and_out_again_is_the_same_to_the_byte(data: Any) -> None:
    with in_memory(23) as library, in_memory(24) as empty:
        fill(library, data.draw)
        take(library, empty)
        assert rows_of(empty) == rows_of(library)
        assert exported(empty) == exported(library)


@settings(MANY, max_examples=25)
@given(st.data())
def test_transfer_a_second_time_changes_nothing(data: Any) -> None:
    with in_memory(23) as library, in_memory(24) as target:
        fill(library, data.draw, most=8)
        fill(target, data.draw, most=8)
        take(library, target)
        once = rows_of(target)
        merged = take(library, target)
        assert not merged.added
        assert not merged.updated
        assert rows_of(target) == once


@settings(MANY, max_examples=25)
@given(st.data())
def test_transfer_loses_nothing_of_either(data: Any) -> None:
    with in_memory(23) as library, in_memory(24) as target:
        fill(library, data.draw, most=8)
        fill(target, data.draw, most=8)
        before, came = rows_of(target), rows_of(library)
        take(library, target)
        after = rows_of(target)
        for rows in (before, came):
            assert ids(rows, "documents") <= ids(after, "documents")
            assert ids(rows, "annotations") <= ids(after, "annotations")
            assert words_of_notes(rows) <= words_of_notes(after)
            assert texts(rows) <= texts(after)
            assert changes(rows) <= changes(after)
            assert comments(rows) <= comments(after)


def ids(rows: dict[str, list[dict[str, Any]]], table: str) -> set[str]:
    return {row["id"] for row in rows[table]}


def texts(rows: dict[str, list[dict[str, Any]]]) -> set[tuple[str, str]]:
    every = [*rows["texts"], *rows["text_versions"]]
    return {(row["document_id"], row["text"]) for row in every}


def words_of_notes(rows: dict[str, list[dict[str, Any]]]) -> set[str]:
    every = [*rows["notes"], *rows["note_versions"]]
    # A link is called as its target is called here.
    texts = [rewritten(row["text"], lambda _number, _link: "·") for row in every]
    return {part for text in texts for part in text.split("\n\n---\n\n")}


def comments(rows: dict[str, list[dict[str, Any]]]) -> set[tuple[str, str]]:
    now = {(row["id"], row["comment"]) for row in rows["annotations"]}
    return now | {(row["annotation_id"], row["comment"]) for row in rows["annotation_versions"]}


def changes(rows: dict[str, list[dict[str, Any]]]) -> set[str]:
    return {row["change_id"] for row in rows["corrections"]}


def test_transfer_tells_what_was_added_and_what_was_there(library: Library, other: Library) -> None:
    with_article(library)
    library.save_note(LAVROV.id, "Ministro.")
    with_article(other)
    merged = take(library, other)
    assert merged.there[Part.ARTICLES] == 1
    assert merged.added[Part.NOTES] == 1
    assert merged.added[Part.ANNOTATIONS] == 0


def _marked(library: Library, document_id: str, annotation_id: str = "a1"):
    document = library.document(document_id)
    assert document is not None
    return annotation(document, annotation_id)


def test_transfer_of_a_newer_comment_keeps_the_older_as_a_version(
    library: Library, other: Library
) -> None:
    document_id = with_article(library)
    with_article(other)
    marked = _marked(library, document_id)
    library.save_annotation(replace(marked, comment="antes", modified="2026-02-01T00:00:00Z"))
    other.save_annotation(replace(marked, comment="después", modified="2026-03-01T00:00:00Z"))
    assert take(other, library).updated[Part.ANNOTATIONS] == 1
    (now,) = library.annotations(document_id)
    assert now.comment == "después"
    assert ("a1", "antes") in comments(rows_of(library))


def test_transfer_of_an_older_comment_leaves_the_newer(library: Library, other: Library) -> None:
    document_id = with_article(library)
    with_article(other)
    marked = _marked(library, document_id)
    library.save_annotation(replace(marked, comment="antes", modified="2026-02-01T00:00:00Z"))
    other.save_annotation(replace(marked, comment="después", modified="2026-03-01T00:00:00Z"))
    assert take(library, other).there[Part.ANNOTATIONS] == 1
    assert other.annotations(document_id)[0].comment == "después"
    assert ("a1", "antes") in comments(rows_of(other))


def test_transfer_does_not_bring_back_what_was_deleted_since(
    library: Library, other: Library
) -> None:
    document_id = with_article(library)
    with_article(other)
    library.save_annotation(_marked(library, document_id))
    other.save_annotation(_marked(library, document_id))
    other.delete_annotation("a1")
    take(library, other)
    assert other.annotations(document_id) == []


def test_transfer_deletes_what_was_deleted_there_since(library: Library, other: Library) -> None:
    document_id = with_article(library)
    with_article(other)
    library.save_annotation(_marked(library, document_id))
    other.save_annotation(_marked(library, document_id))
    library.delete_annotation("a1")
    take(library, other)
    assert other.annotations(document_id) == []


def test_transfer_finds_the_place_of_annotations_in_another_text(
    library: Library, other: Library
) -> None:
    before = news("Serguéi Lavrov visitó Kursk y volvió a Moscú.")
    after = news("Última hora.", "Serguéi Lavrov visitó Kursk y volvió a Moscú.")
    library.shelf.add(before)
    document_id = before.document.id
    library.save_annotation(_marked(library, document_id))
    other.shelf.add(before)
    other.shelf.update(document_id, after)
    take(library, other)
    (there,) = other.annotations(document_id)
    assert there.quote == "Serguéi"
    assert there.start == len("Última hora.\n\n")


def test_transfer_of_a_newer_text_makes_it_the_articles_text(
    library: Library, other: Library
) -> None:
    before = news("Serguéi Lavrov visitó Kursk y volvió a Moscú.")
    after = news("Última hora.", "Serguéi Lavrov visitó Kursk y volvió a Moscú.")
    library.shelf.add(before)
    document_id = before.document.id
    library.save_annotation(_marked(library, document_id))
    other.shelf.add(before)
    other.shelf.update(document_id, after)
    take(other, library)
    document = library.document(document_id)
    assert document is not None
    assert document.text == after.document.text
    assert library.annotations(document_id)[0].start == len("Última hora.\n\n")
    assert [each.number for each in library.shelf.versions(document_id)] == [3, 2, 1]


def test_transfer_joins_the_notes_on_one_person_with_two_ids(
    library: Library, other: Library
) -> None:
    document_id = with_article(library)
    library.save_note(LAVROV.id, "Ministro.")
    document = news("Otra noticia: Serguéi Lavrov habló.").document
    other.add_document(document)
    twin = person("Serguéi Lavrov")
    twin = type(twin)("person:otra-persona", twin.name, twin.kind)
    other.store_recognition(naming(document, twin))
    other.save_note("person:otra-persona", "De viaje.")
    library.save_identifier(LAVROV.id, "wikidata", "Q58217")  # else they would be kept apart
    other.save_identifier("person:otra-persona", "wikidata", "Q58217")
    take(library, other)
    note = other.note("person:otra-persona")
    assert note is not None
    assert note.text == "De viaje.\n\n---\n\nMinistro."
    assert other.entity(LAVROV.id) is None
    assert other.document(document_id) is not None


def test_transfer_keeps_two_places_of_one_name_apart(library: Library, other: Library) -> None:
    for each, number in ((library, "1"), (other, "2")):
        document = news(f"Córdoba, noticia {number}, con más palabras.").document
        each.add_document(document)
        cordoba = place("Córdoba", geonames=number)
        cordoba = type(cordoba)("place:córdoba", "Córdoba", Kind.PLACE, (), {"geonames": number})
        each.store_recognition(naming(document, cordoba))
        each.save_note("place:córdoba", f"Nota {number}")
    take(library, other)
    assert [note.text for note in other.notes(["place:córdoba", "place:córdoba-2"]).values()] == [
        "Nota 2",
        "Nota 1",
    ]


def test_transfer_does_not_double_a_tag_of_the_same_name(library: Library, other: Library) -> None:
    document_id = with_article(library)
    library.labels.assign(library.labels.create(LabelKind.TAG, "Ucrania").id, [document_id])
    tag = other.labels.create(LabelKind.TAG, "UCRANIA")
    take(library, other)
    assert other.labels.labels(LabelKind.TAG) == [type(tag)(tag.id, tag.kind, "UCRANIA", 1)]


def test_transfer_of_corrections_lets_the_later_hold(library: Library, other: Library) -> None:
    document_id = with_article(library)
    with_article(other)
    target = Target(document_id, 22, 27, Scope.EVERYWHERE, Kind.PLACE)
    library.corrections.reject(target)  # on the 23rd
    other.corrections.mark(target, Kind.ORGANIZATION)  # on the 24th
    take(library, other)
    found = other.recognition(document_id, "m1")
    assert found is not None
    assert [m.kind for m in found.mentions if m.start == 22] == [Kind.ORGANIZATION]
    assert len(other.corrections.all()) == 2


def test_transfer_lets_the_articles_be_found(library: Library, other: Library) -> None:
    document_id = with_article(library)
    take(library, other)
    assert [each.id for each in other.shelf.articles(ArticleQuery(text="kursk"))] == [document_id]


@settings(MANY, max_examples=25)
@given(st.data())
def test_transfer_keeps_what_is_derived_in_step(data: Any) -> None:
    with in_memory(23) as library, in_memory(24) as target:
        fill(library, data.draw, most=8)
        fill(target, data.draw, most=8)
        take(library, target)
        check(target)

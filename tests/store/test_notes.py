"""Notes: the user's own, whatever becomes of what was derived."""

import pytest

from reader.core.entities import Note
from reader.core.errors import LibraryError
from reader.store.library import Library
from tests.store.examples import article, found, person, place


@pytest.fixture
def entity_id(library: Library) -> str:
    document = article()
    library.add_document(document)
    stored = library.store_recognition(found(document, person("Serguéi Lavrov"), place("Kursk")))
    return stored.entities[0].id


@pytest.mark.parametrize(
    "text",
    ["# Ministro\r\n\n- uno", "😀", " ", "medio \ud83d", "cero\0uno", "'); DROP TABLE notes"],
)
def test_notes_return_the_text_as_it_was(library: Library, entity_id: str, text: str) -> None:
    saved = library.save_note(entity_id, f"a{text}z")
    assert saved.text == f"a{text}z"
    assert library.note(entity_id) == saved


def test_notes_are_found_for_several_entities(library: Library, entity_id: str) -> None:
    note = library.save_note(entity_id, "nota")
    assert library.notes([entity_id, "place:kursk", "person:nadie"]) == {entity_id: note}


@pytest.mark.parametrize("text", ["", " \n\t"])
def test_notes_without_content_are_removed(library: Library, entity_id: str, text: str) -> None:
    library.save_note(entity_id, "nota")
    assert library.save_note(entity_id, text).text == ""
    assert library.note(entity_id) is None
    assert library.entity(entity_id) is not None


def test_notes_come_back_after_a_removal(library: Library, entity_id: str) -> None:
    for text in ("uno", "", "dos"):
        library.save_note(entity_id, text)
    note = library.note(entity_id)
    assert note is not None
    assert note.text == "dos"


def test_notes_keep_their_date_while_unchanged(library: Library, entity_id: str) -> None:
    first = library.save_note(entity_id, "nota")
    assert library.save_note(entity_id, "nota") == first
    assert library.save_note(entity_id, "nota.").modified > first.modified


def test_notes_on_an_unknown_entity_say_so(library: Library) -> None:
    with pytest.raises(LibraryError, match="no longer in the library"):
        library.save_note("person:nadie", "nota")


def test_notes_outlive_the_cache(library: Library, entity_id: str) -> None:
    note = library.save_note(entity_id, "nota")
    library.clear_cache()
    assert library.note(entity_id) == note
    assert library.entity("place:kursk") is None
    document = article()
    assert library.recognition(document.id, "m1") is None
    again = library.store_recognition(found(document, person("Serguéi Lavrov")))
    assert library.notes(entity.id for entity in again.entities) == {entity_id: note}


def test_notes_that_were_removed_keep_their_entity(library: Library, entity_id: str) -> None:
    library.save_note(entity_id, "nota")
    library.save_note(entity_id, "")
    library.clear_cache()
    assert library.save_note(entity_id, "otra") == Note(
        entity_id, "otra", library.notes([entity_id])[entity_id].modified
    )


@pytest.mark.parametrize(
    ("mine", "kept"), [("mía", "mía\n\n---\n\nsuya"), ("suya", "suya"), ("", "suya")]
)
def test_notes_written_by_another_window_meanwhile_are_kept(
    library: Library, entity_id: str, mine: str, kept: str
) -> None:
    library.save_note(entity_id, "suya")
    saved = library.save_note(entity_id, mine, based_on="")
    assert saved.text == kept
    note = library.note(entity_id)
    assert note is not None
    assert note.text == kept


def test_notes_based_on_the_latest_replace_it(library: Library, entity_id: str) -> None:
    first = library.save_note(entity_id, "una", based_on="")
    second = library.save_note(entity_id, "otra", based_on=first.modified)
    assert second.text == "otra"

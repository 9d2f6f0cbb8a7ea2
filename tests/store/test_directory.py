"""Entities by their names, and those that the user made by hand."""

from pathlib import Path

import pytest

from reader.core.corrections import State
from reader.core.errors import LibraryError
from reader.core.mentions import Kind
from reader.store.library import Library
from tests.store.examples import clock, kept, naming, news, organization, person, place

LAVROV, IVAN = person("Serguéi Lavrov"), person("Iván Lavrov")
OTAN, KURSK = organization("OTAN"), place("Kursk")


def add(library: Library, text: str) -> str:
    document = kept(library, library.shelf.add(news(text, title=text[:9])).document_id)
    library.store_recognition(naming(document, LAVROV, IVAN, OTAN, KURSK))
    return document.id


@pytest.fixture
def ids(library: Library) -> list[str]:
    return [
        add(library, "Iván Lavrov habló de la OTAN, y de la OTAN."),
        add(library, "Serguéi Lavrov visitó Kursk."),
        add(library, "Serguéi Lavrov calló en Moscú y en Tula, y nadie más supo de aquello."),
    ]


def names(library: Library, text: str, document_id: str = "") -> list[str]:
    return [each.entity.name for each in library.directory.find(text, document_id=document_id)]


def test_directory_finds_by_the_beginning_of_any_word(library: Library, ids: list[str]) -> None:
    assert names(library, "lav") == ["Serguéi Lavrov", "Iván Lavrov"]  # two articles, one
    assert names(library, "nadie") == []


def test_directory_has_those_of_the_open_article_first(library: Library, ids: list[str]) -> None:
    assert names(library, "lav", ids[0]) == ["Iván Lavrov", "Serguéi Lavrov"]
    assert names(library, "", ids[0])[:2] == ["OTAN", "Iván Lavrov"]
    assert set(names(library, "", ids[0])) == {"OTAN", "Iván Lavrov", "Serguéi Lavrov", "Kursk"}


def test_directory_says_what_tells_namesakes_apart(library: Library, ids: list[str]) -> None:
    library.save_note(IVAN.id, "\n## Primo del ministro\nY más.")
    (listed,) = library.directory.find("iván", document_id=ids[0])
    assert (listed.article_count, listed.count_here) == (1, 1)
    assert listed.note_line == "Primo del ministro"


def test_directory_finds_of_some_kinds_alone(library: Library, ids: list[str]) -> None:
    found = library.directory.find("", kinds=[Kind.PLACE])
    assert [each.entity.name for each in found] == ["Kursk"]


def test_directory_leaves_out_what_was_merged(library: Library, ids: list[str]) -> None:
    library.corrections.merge(LAVROV.id, [IVAN.id])
    assert names(library, "iván") == ["Serguéi Lavrov"]
    assert names(library, "", ids[0])[:2] == ["OTAN", "Serguéi Lavrov"]


def test_directory_lists_what_was_merged_into_an_entity(library: Library, ids: list[str]) -> None:
    library.corrections.merge(LAVROV.id, [IVAN.id])
    standing = library.directory.standing(IVAN.id)  # of the one that it is one with
    assert [each.name for each in standing.merged] == ["Iván Lavrov"]
    assert standing.state is State.CONFIRMED
    library.corrections.split(IVAN.id)
    assert library.directory.standing(LAVROV.id).merged == ()


def test_directory_makes_an_entity_that_is_found_without_a_mention(library: Library) -> None:
    made = library.directory.make("  Rosa   Pérez ", Kind.PERSON)
    assert (made.name, made.kind) == ("Rosa Pérez", Kind.PERSON)
    library.save_note(made.id, "Fuente.")
    assert names(library, "rosa") == ["Rosa Pérez"]
    (group,) = library.search.find("rosa perez")
    assert [hit.title.text for hit in group.hits] == ["Rosa Pérez"]
    standing = library.directory.standing(made.id)
    assert (standing.is_own, standing.state) == (True, State.CONFIRMED)
    assert library.corrections.states([made.id]) == {made.id: State.CONFIRMED}


def test_directory_makes_another_one_of_the_same_name(library: Library, ids: list[str]) -> None:
    made = library.directory.make("Serguéi Lavrov", Kind.PERSON)
    assert made.id != LAVROV.id
    assert names(library, "serguéi lavrov") == ["Serguéi Lavrov"] * 2


@pytest.mark.parametrize("name", ["", " . ", "\n"])
def test_directory_makes_none_without_a_name(library: Library, name: str) -> None:
    with pytest.raises(LibraryError, match="needs a name"):
        library.directory.make(name, Kind.PERSON)


def test_directory_deletes_what_was_made_with_its_note_and_brings_both_back(
    library: Library,
) -> None:
    made = library.directory.make("Rosa Pérez", Kind.PERSON)
    library.save_note(made.id, "Fuente.")
    library.directory.delete(made.id)
    assert names(library, "rosa") == []
    assert library.note(made.id) is None
    assert library.directory.own() == []
    library.directory.restore(made.id)
    assert names(library, "rosa") == ["Rosa Pérez"]
    note = library.note(made.id)
    assert note is not None
    assert note.text == "Fuente."
    assert [each.id for each in library.directory.own()] == [made.id]


def test_directory_deletes_no_note_on_what_articles_name(library: Library) -> None:
    made = library.directory.make("Serguéi Lavrov", Kind.PERSON)
    library.save_note(made.id, "Ministro.")
    add(library, "Serguéi Lavrov visitó Kursk.")
    library.directory.delete(made.id)
    assert names(library, "lavrov") == ["Serguéi Lavrov"]
    assert library.note(made.id) is not None


def test_directory_entity_made_by_hand_is_meant_by_articles_to_come(library: Library) -> None:
    made = library.directory.make("Serguéi Lavrov", Kind.PERSON)
    document_id = add(library, "Serguéi Lavrov visitó Kursk.")
    found = library.recognition(document_id, "m1")
    assert found is not None
    assert made.id in {mention.entity_id for mention in found.mentions}


def test_directory_entity_made_by_hand_survives_another_model_and_a_restart(
    tmp_path: Path,
) -> None:
    path = tmp_path / "library.sqlite"
    with Library.open(path, now=clock()) as library:
        made = library.directory.make("Rosa Pérez", Kind.PERSON)
        library.save_note(made.id, "Fuente.")
        library.clear_cache()
        library.search.rebuild()
    with Library.open(path, now=clock()) as library:
        assert names(library, "rosa") == ["Rosa Pérez"]
        note = library.note(made.id)
        assert note is not None
        assert note.text == "Fuente."

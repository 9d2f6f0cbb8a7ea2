"""Names of entities by the user's word; two made one, and apart again as they were."""

from dataclasses import replace

import pytest

from reader.core.choices import LinkChoice
from reader.core.corrections import Change, Scope, Target, Wanted
from reader.core.document import Document
from reader.core.entities import Entity
from reader.core.errors import LibraryError
from reader.core.mentions import Kind
from reader.core.search import HitKind
from reader.store.library import Library
from tests.store.examples import annotation, naming, person, place
from tests.store.test_corrections import brief, read, stored
from tests.store.test_derived import check, state

PUTIN, ZAR, LAVROV = person("Vladímir Putin"), person("Zar"), person("Serguéi Lavrov")
PEOPLE = (PUTIN, ZAR, LAVROV)
TEXT = "Vladímir Putin calla. El Zar habla con Serguéi Lavrov. El Zar ríe."
P, Z, L = "Vladímir Putin", "Zar", "Serguéi Lavrov"


@pytest.fixture
def one(library: Library) -> Document:
    read(library, "El Zar duerme en su palacio de invierno.", entities=PEOPLE)
    return read(library, TEXT, entities=PEOPLE)


def entity(library: Library, entity_id: str) -> Entity:
    found = library.entity(entity_id)
    assert found is not None
    return found


def names(library: Library, document: Document) -> list[str]:
    return [each.split("=")[1].removesuffix(" person") for each in brief(library, document)]


def found_by(library: Library, text: str) -> list[str]:
    groups = library.search.find(text, kinds=[HitKind.ENTITY])
    return [hit.title.text for group in groups for hit in group.hits]


def text_of(library: Library, entity_id: str) -> str | None:
    note = library.note(entity_id)
    return note.text if note else None


def snapshot(library: Library, document: Document) -> list[object]:
    """Return all that a user sees of the three people."""
    ids = [each.id for each in PEOPLE]
    return [
        stored(library, document),
        [library.entity(each) for each in ids],
        library.notes(ids),
        [library.pages.totals(each) for each in ids],
        [library.pages.related(each) for each in ids],
        [[s.id for s in library.articles_naming(each)] for each in ids],
        library.pages.network(),
        [found_by(library, each) for each in ("putin", "zar", "lavrov", "nota")],
        library.link_choices(document.id),
        library.annotations(document.id),
        library.documents(),
        state(library),
    ]


# Names


def test_rename_holds_everywhere_and_keeps_the_earlier_name(
    library: Library, one: Document
) -> None:
    before = snapshot(library, one)
    change = library.corrections.rename(ZAR.id, "Nicolás II")
    assert names(library, one) == [P, "Nicolás II", L, "Nicolás II"]
    assert entity(library, ZAR.id).aliases == ("Zar",)
    assert found_by(library, "nicolas") == found_by(library, "zar") == ["Nicolás II"]
    assert "Nicolás II" in [node.name for node in library.pages.network().nodes]
    again = library.store_recognition(naming(one, *PEOPLE, model="m2"))
    assert [each.name for each in again.entities] == [P, "Nicolás II", L]
    check(library)
    library.store_recognition(naming(one, *PEOPLE, model="m1"))
    library.corrections.undo(change.id)
    assert snapshot(library, one)[1:10] == before[1:10]


def test_rename_is_known_to_articles_that_come_later(library: Library, one: Document) -> None:
    library.corrections.rename(ZAR.id, "Nicolás II")
    later = read(library, "Aquí reina Nicolás II.", entities=(person("Nicolás II"),))
    assert [each.id for each in stored(library, later).entities] == [ZAR.id]
    check(library)


def test_rename_twice_is_undone_in_any_order(library: Library, one: Document) -> None:
    first = library.corrections.rename(ZAR.id, "Nicolás II")
    second = library.corrections.rename(ZAR.id, "Nicolás")
    library.corrections.undo(first.id)
    assert (entity(library, ZAR.id).name, entity(library, ZAR.id).aliases) == ("Nicolás", ("Zar",))
    library.corrections.undo(second.id)
    assert (entity(library, ZAR.id).name, entity(library, ZAR.id).aliases) == ("Zar", ())


def test_rename_needs_a_name(library: Library, one: Document) -> None:
    with pytest.raises(LibraryError, match="needs a name"):
        library.corrections.rename(ZAR.id, " . ")


def test_alias_that_is_added_is_the_entity(library: Library, one: Document) -> None:
    before = snapshot(library, one)
    change = library.corrections.add_alias(PUTIN.id, "Zar")
    assert names(library, one) == [P, P, L, P]
    assert entity(library, PUTIN.id).aliases == ("Zar",)
    assert library.pages.totals(PUTIN.id).article_count == 2
    assert P in found_by(library, "zar")
    check(library)
    library.corrections.undo(change.id)
    assert snapshot(library, one) == before


def test_alias_that_is_removed_stays_away(library: Library, one: Document) -> None:
    known = replace(PUTIN, aliases=("Vladímir",))
    library.store_recognition(naming(one, known, ZAR, LAVROV))
    change = library.corrections.remove_alias(PUTIN.id, "vladimir")
    library.store_recognition(naming(one, known, ZAR, LAVROV, model="m2"))
    assert entity(library, PUTIN.id).aliases == ()
    check(library)
    library.corrections.undo(change.id)
    assert entity(library, PUTIN.id).aliases == ("Vladímir",)


# Merging


def test_merge_makes_two_one(library: Library, one: Document) -> None:
    library.corrections.merge(PUTIN.id, [ZAR.id])
    assert names(library, one) == [P, P, L, P]
    assert [each.name for each in stored(library, one).entities] == [P, L]
    assert entity(library, ZAR.id) == entity(library, PUTIN.id)
    assert entity(library, PUTIN.id).aliases == ("Zar",)
    totals = library.pages.totals(PUTIN.id)
    assert (totals.article_count, totals.mention_count) == (2, 4)
    assert library.pages.totals(ZAR.id).article_count == 0
    assert found_by(library, "zar") == [P]
    assert {node.name for node in library.pages.network().nodes} == {P, L}
    again = library.store_recognition(naming(one, *PEOPLE, model="m2"))
    assert {each.name for each in again.entities} == {P, L}
    check(library)


def test_merge_loses_nothing_that_the_user_made(library: Library, one: Document) -> None:
    library.save_note(PUTIN.id, "Nota de Putin.")
    library.save_note(ZAR.id, "Nota del Zar.")
    library.save_identifier(PUTIN.id, "wikidata", "Q7747")
    library.save_identifier(ZAR.id, "viaf", "12")
    library.save_link_choice(LinkChoice(one.id, Kind.PERSON, "Serguéi Lavrov", ZAR.id))
    library.save_annotation(annotation(one))
    library.corrections.merge(PUTIN.id, [ZAR.id])
    assert text_of(library, PUTIN.id) == "Nota de Putin.\n\n---\n\nNota del Zar."
    assert entity(library, PUTIN.id).identifiers == {"wikidata": "Q7747", "viaf": "12"}
    assert names(library, one) == [P, P, f"{P} person!", P]
    assert library.annotations(one.id) == [annotation(one)]
    check(library)


def made(library: Library) -> None:
    library.save_note(PUTIN.id, "Nota de Putin.")
    library.save_note(ZAR.id, "Nota del Zar.")
    library.save_note(LAVROV.id, "Nota de Lavrov.")
    library.save_identifier(ZAR.id, "viaf", "12")


def test_merge_is_undone_exactly(library: Library, one: Document) -> None:
    made(library)
    before = snapshot(library, one)
    change = library.corrections.merge(PUTIN.id, [ZAR.id, LAVROV.id])
    after = snapshot(library, one)
    library.corrections.undo(change.id)
    assert snapshot(library, one) == before
    library.corrections.redo(change.id)
    assert snapshot(library, one)[0] == after[0]
    assert text_of(library, PUTIN.id) == "\n\n---\n\n".join(
        ["Nota de Putin.", "Nota del Zar.", "Nota de Lavrov."]
    )
    library.corrections.undo(change.id)
    assert snapshot(library, one) == before


def test_merge_is_split_one_by_one(library: Library, one: Document) -> None:
    made(library)
    library.corrections.merge(PUTIN.id, [ZAR.id, LAVROV.id])
    change = library.corrections.split(ZAR.id)
    assert names(library, one) == [P, Z, P, Z]
    assert text_of(library, PUTIN.id) == "Nota de Putin.\n\n---\n\nNota de Lavrov."
    assert text_of(library, ZAR.id) == "Nota del Zar."
    library.corrections.redo(change.id)
    assert names(library, one) == [P, P, P, P]
    check(library)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_merges_are_undone_in_any_order(
    library: Library, one: Document, order: tuple[int, int]
) -> None:
    made(library)
    before = [text_of(library, each.id) for each in PEOPLE]
    changes: list[Change] = [
        library.corrections.merge(PUTIN.id, [ZAR.id]),
        library.corrections.merge(PUTIN.id, [LAVROV.id]),
    ]
    for number in order:
        library.corrections.undo(changes[number].id)
    assert [text_of(library, each.id) for each in PEOPLE] == before
    assert names(library, one) == [P, Z, L, Z]
    check(library)


def test_merge_keeps_what_was_written_since(library: Library, one: Document) -> None:
    made(library)
    change = library.corrections.merge(PUTIN.id, [ZAR.id])
    library.save_note(PUTIN.id, "Nota de Putin, ampliada.\n\n---\n\nNota del Zar.")
    library.corrections.undo(change.id)
    assert text_of(library, PUTIN.id) == "Nota de Putin, ampliada."
    assert text_of(library, ZAR.id) == "Nota del Zar."
    library.corrections.redo(change.id)
    library.save_note(ZAR.id, "Todo nuevo.")  # from a window that has not seen the merge
    assert text_of(library, PUTIN.id) == "Todo nuevo."
    library.corrections.undo(change.id)
    assert text_of(library, PUTIN.id) == "Todo nuevo."
    assert text_of(library, ZAR.id) == "Nota del Zar."


def test_merge_without_a_note_takes_the_others(library: Library, one: Document) -> None:
    library.save_note(ZAR.id, "Nota del Zar.")
    change = library.corrections.merge(PUTIN.id, [ZAR.id])
    assert text_of(library, PUTIN.id) == "Nota del Zar."
    library.corrections.undo(change.id)
    assert (text_of(library, PUTIN.id), text_of(library, ZAR.id)) == (None, "Nota del Zar.")
    check(library)


def test_merges_go_on_into_another(library: Library, one: Document) -> None:
    first = library.corrections.merge(PUTIN.id, [ZAR.id])
    second = library.corrections.merge(LAVROV.id, [PUTIN.id])
    assert names(library, one) == [L] * 4
    with pytest.raises(LibraryError, match="split that one first"):
        library.corrections.undo(first.id)
    assert names(library, one) == [L] * 4
    library.corrections.undo(second.id)
    library.corrections.undo(first.id)
    assert names(library, one) == [P, Z, L, Z]
    check(library)


def test_merge_that_stands_against_another_says_so(library: Library, one: Document) -> None:
    first = library.corrections.merge(PUTIN.id, [ZAR.id])
    with pytest.raises(LibraryError, match="split these first"):
        library.corrections.merge(ZAR.id, [PUTIN.id])
    library.corrections.undo(first.id)
    library.corrections.merge(ZAR.id, [PUTIN.id])
    with pytest.raises(LibraryError, match="split these first"):
        library.corrections.redo(first.id)
    assert [each.entity_id for each in library.corrections.all()] == [ZAR.id]
    with pytest.raises(LibraryError, match="correct it anew"):
        library.corrections.merge(PUTIN.id, ["person:nadie"])


def test_kind_changed_everywhere_takes_the_note_along(library: Library, one: Document) -> None:
    library.save_note(ZAR.id, "Es un hotel.")
    before = names(library, one), snapshot(library, one)[1:4]
    start = one.text.index("Zar")
    target = Target(one.id, start, start + 3, Scope.EVERYWHERE, Kind.PERSON, ZAR.id)
    change = library.corrections.change_kind(target, Kind.PLACE)
    assert library.corrections.all(Wanted(entity_id=change.entity_id))
    assert text_of(library, change.entity_id) == "Es un hotel."
    found = library.store_recognition(naming(one, place("Zar"), PUTIN, LAVROV, model="m2"))
    assert {(each.id, each.kind) for each in found.entities if each.name == "Zar"} == {
        (change.entity_id, Kind.PLACE)
    }
    library.store_recognition(naming(one, *PEOPLE))
    library.corrections.undo(change.id)
    assert (names(library, one), snapshot(library, one)[1:4]) == before
    check(library)


def test_merging_kind_of_an_entity_takes_everything_with_it(
    library: Library, one: Document
) -> None:
    library.save_note(LAVROV.id, "Es un barco.")
    before = library.recognition(one.id, "m1")
    change = library.corrections.change_entity_kind(LAVROV.id, Kind.ORGANIZATION)
    changed = entity(library, LAVROV.id)
    assert (changed.id, changed.kind) == (change.entity_id, Kind.ORGANIZATION)
    note = library.note(changed.id)
    assert note is not None
    assert note.text == "Es un barco."
    found = library.recognition(one.id, "m1")
    assert found is not None
    assert {m.kind for m in found.mentions if m.entity_id == changed.id} == {Kind.ORGANIZATION}
    library.corrections.undo(change.id)
    assert library.recognition(one.id, "m1") == before
    assert library.note(LAVROV.id) is not None

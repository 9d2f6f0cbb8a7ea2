"""The list of all that the user said of names."""

import pytest

from reader.core.corrections import Action, Scope, Target, Wanted
from reader.core.errors import LibraryError
from reader.core.mentions import Kind
from reader.store.library import Library
from tests.store.examples import kept, naming, news, organization, person, place

LAVROV, OTAN, KURSK = person("Serguéi Lavrov"), organization("OTAN"), place("Kursk")
TEXT = "Serguéi Lavrov visitó Kursk. La OTAN calla ante Minsk, y Serguéi Lavrov también."


@pytest.fixture
def document_id(library: Library) -> str:
    document = kept(library, library.shelf.add(news(TEXT, title="Visita")).document_id)
    library.store_recognition(naming(document, LAVROV, OTAN, KURSK))
    return document.id


def target(
    document_id: str, name: str, scope: Scope = Scope.MENTION, entity_id: str = ""
) -> Target:
    start = TEXT.index(name)
    return Target(document_id, start, start + len(name), scope, None, entity_id)


def test_correction_list_has_what_was_said_at_once_as_one(
    library: Library, document_id: str
) -> None:
    found = library.recognition(document_id, "m1")
    assert found is not None
    library.corrections.confirm(
        [
            Target(document_id, each.start, each.end, Scope.MENTION, each.kind, each.entity_id)
            for each in found.mentions
        ]
    )
    library.corrections.merge(LAVROV.id, [OTAN.id, KURSK.id])
    merged, confirmed = library.corrections.changes()
    assert [each.action for each in merged.corrections] == [Action.MERGE, Action.MERGE]
    assert merged.names == {each.id: each.name for each in (LAVROV, OTAN, KURSK)}
    assert (confirmed.count, confirmed.title) == (4, "Visita")


def test_correction_list_shows_the_first_few_of_very_many(
    library: Library, document_id: str
) -> None:
    each = target(document_id, "Serguéi Lavrov", entity_id=LAVROV.id)
    library.corrections.confirm([each] * 50)
    (change,) = library.corrections.changes()
    assert (change.count, len(change.corrections)) == (50, 4)


def test_correction_list_comes_in_windows(library: Library, document_id: str) -> None:
    made = [library.corrections.rename(LAVROV.id, f"Lavrov {n}").id for n in range(7)]
    first = library.corrections.changes(limit=4)
    rest = library.corrections.changes(offset=4, limit=4)
    assert [each.id for each in first + rest] == made[::-1]


def test_correction_list_is_filtered(library: Library, document_id: str) -> None:
    mark = library.corrections.mark(target(document_id, "Minsk"), Kind.PLACE).id
    rename = library.corrections.rename(OTAN.id, "Alianza Atlántica").id
    reject = library.corrections.reject(target(document_id, "Kursk", Scope.EVERYWHERE)).id

    def ids(**wanted: object) -> list[str]:
        return [each.id for each in library.corrections.changes(Wanted(**wanted))]  # type: ignore[arg-type]

    assert ids() == [reject, rename, mark]
    assert ids(text="atlantica") == [rename]
    assert ids(text="OTAN") == [rename]  # by the name that the machine knows
    assert ids(actions=[Action.MARK, Action.REJECT]) == [reject, mark]
    assert ids(scopes=[Scope.EVERYWHERE]) == [reject]
    assert ids(document_id=document_id) == [mark]
    assert ids(entity_id=OTAN.id) == [rename]
    library.corrections.undo(rename)
    assert ids() == [reject, mark]
    assert ids(undone=True) == [rename]


def test_correction_list_has_a_split_among_what_was_taken_back(
    library: Library, document_id: str
) -> None:
    change = library.corrections.merge(LAVROV.id, [OTAN.id, KURSK.id]).id
    library.corrections.split(OTAN.id)
    (holding,) = library.corrections.changes()
    (undone,) = library.corrections.changes(Wanted(undone=True))
    assert (holding.id, undone.id) == (change, change)
    assert [each.other_id for each in holding.corrections] == [KURSK.id]
    assert [each.other_id for each in undone.corrections] == [OTAN.id]


def test_correction_list_taken_back_and_done_again_leaves_what_was_split_before(
    library: Library, document_id: str
) -> None:
    change = library.corrections.merge(LAVROV.id, [OTAN.id, KURSK.id]).id
    library.corrections.split(OTAN.id)
    held = library.corrections.undo(change)
    assert library.corrections.changes() == []
    library.corrections.redo(change, only=held)
    (again,) = library.corrections.changes()
    assert [each.other_id for each in again.corrections] == [KURSK.id]


def test_correction_list_takes_back_several_or_none(library: Library, document_id: str) -> None:
    first = library.corrections.merge(OTAN.id, [KURSK.id]).id
    second = library.corrections.merge(LAVROV.id, [OTAN.id]).id
    with pytest.raises(LibraryError, match="split that one first"):
        library.corrections.undo(first, second)  # the second depends on the first
    assert [each.id for each in library.corrections.changes()] == [second, first]
    library.corrections.undo(second, first)
    assert library.corrections.changes() == []


def test_correction_list_name_is_confirmed_everywhere_but_for_namesakes(
    library: Library, document_id: str
) -> None:
    library.corrections.confirm_name(LAVROV.id)
    assert library.pages.totals(LAVROV.id, confirmed=True).mention_count == 2
    library.directory.make("Kursk", Kind.ORGANIZATION)
    with pytest.raises(LibraryError, match="Another entity is called “Kursk”"):
        library.corrections.confirm_name(KURSK.id)

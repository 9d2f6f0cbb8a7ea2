"""Whatever is done and taken back again, in whatever order, the start is as it was."""

import random
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reader.core.corrections import Change, Scope, Target
from reader.core.errors import LibraryError
from reader.core.mentions import ENTITY_KINDS
from reader.store.library import Library
from tests.store.examples import clock, naming, news, organization, person, place
from tests.store.test_derived import check, state

PEOPLE = (person("Serguéi Lavrov"), organization("OTAN"), place("Kursk"))
TEXTS = (
    "Serguéi Lavrov visitó Kursk. La OTAN calla ante Minsk.",
    "En Kursk la OTAN habla de Serguéi Lavrov y de Minsk.",
)
WORDS = ("Serguéi Lavrov", "OTAN", "Kursk", "Minsk", "La OTAN")


def target(library: Library, one: int, other: int) -> Target:
    """Return a word of an article with what stands there, if anything does."""
    document = library.documents()[one % 2]
    text = library.document(document.id)
    recognition = library.recognition(document.id, "m1")
    assert text is not None
    assert recognition is not None
    word = WORDS[other % len(WORDS)]
    start = max(text.text.find(word), 0)
    found = [m for m in recognition.mentions if m.start <= start < m.end]
    return Target(
        document.id,
        start,
        start + len(word),
        list(Scope)[one % 3],
        found[0].kind if found else None,
        found[0].entity_id if found else "",
    )


def mark(library: Library, one: int, other: int) -> Change:
    return library.corrections.mark(target(library, one, other), ENTITY_KINDS[one % 4])


def kind(library: Library, one: int, other: int) -> Change:
    return library.corrections.change_kind(target(library, one, other), ENTITY_KINDS[one % 4])


def bounds(library: Library, one: int, other: int) -> Change:
    found = target(library, one, other)
    return library.corrections.change_bounds(found, found.start, found.end - 1)


def reject(library: Library, one: int, other: int) -> Change:
    return library.corrections.reject(target(library, one, other))


def link(library: Library, one: int, other: int) -> Change:
    return library.corrections.link(target(library, one, other), PEOPLE[one % 3].id)


def confirm(library: Library, one: int, other: int) -> Change:
    return library.corrections.confirm([target(library, one, other)])


def rename(library: Library, one: int, other: int) -> Change:
    return library.corrections.rename(PEOPLE[one % 3].id, WORDS[other % len(WORDS)])


def alias(library: Library, one: int, other: int) -> Change:
    return library.corrections.add_alias(PEOPLE[one % 3].id, WORDS[other % len(WORDS)])


def no_alias(library: Library, one: int, other: int) -> Change:
    return library.corrections.remove_alias(PEOPLE[one % 3].id, WORDS[other % len(WORDS)])


def merge(library: Library, one: int, other: int) -> Change:
    return library.corrections.merge(PEOPLE[one % 3].id, [PEOPLE[other % 3].id])


ACTIONS: dict[str, Callable[[Library, int, int], Change]] = {
    each.__name__: each
    for each in (mark, kind, bounds, reject, link, confirm, rename, alias, no_alias, merge)
}


def filled(library: Library) -> None:
    for text in TEXTS:
        document = library.document(library.shelf.add(news(text, title=text[:8])).document_id)
        assert document is not None
        library.store_recognition(naming(document, *PEOPLE))
    for each in PEOPLE[:2]:
        library.save_note(each.id, f"Nota sobre {each.name}.")


def view(library: Library) -> list[object]:
    """Return all that a user sees."""
    ids = [each.id for each in PEOPLE]
    documents, mentions, counts, *search = state(library)
    return [
        [library.recognition(each.id, "m1") for each in library.documents()],
        [library.entity(each) for each in ids],
        {each: note.text for each, note in library.notes(ids).items()},
        library.pages.network(),
        documents,
        mentions,
        [row for row in counts if row[1]],
        [groups for text in ("lavrov", "otan", "kursk", "nota") for groups in find(library, text)],
        search[:2],
        search[-1],
    ]


def find(library: Library, text: str) -> list[list[tuple[str, str]]]:
    groups = library.search.find(text)
    return [sorted((hit.title.text, hit.snippet.text) for hit in group.hits) for group in groups]


Steps = list[tuple[str, int, int]]
STEPS = st.lists(
    st.tuples(st.sampled_from(sorted(ACTIONS)), st.integers(0, 11), st.integers(0, 11)),
    min_size=1,
    max_size=8,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS, st.integers(0, 99))
@example(steps=[("alias", 1, 0), ("rename", 0, 1)], seed=0)
def test_corrections_that_are_all_undone_leave_the_start(steps: Steps, seed: int) -> None:
    with Library.open(None, now=clock()) as library:
        filled(library)
        start = view(library)
        changes: list[str] = []
        for name, one, other in steps:
            try:
                changes.append(ACTIONS[name](library, one, other).id)
            except (LibraryError, ValueError) as error:  # nobody is there, or it is done already
                assert any(  # noqa: PT017
                    words in str(error)
                    for words in ("correct it anew", "split these first", "neither a kind", "span")
                )
        check(library)
        done = view(library)
        for change in reversed(changes):
            library.corrections.undo(change)
        assert view(library) == start
        for change in changes:
            library.corrections.redo(change)
        assert view(library) == done
        undo_in_any_order(library, changes, random.Random(seed))
        assert view(library) == start
        check(library)


def undo_in_any_order(library: Library, changes: list[str], chance: random.Random) -> None:
    """Undo all; one that others stand in the way of, after these."""
    left = list(changes)
    chance.shuffle(left)
    while left:
        refused: list[str] = []
        for change in left:
            try:
                library.corrections.undo(change)
            except LibraryError as error:
                assert "split that one first" in str(error)  # noqa: PT017
                refused.append(change)
        assert len(refused) < len(left)
        left = refused


def test_corrections_are_there_after_reopening(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with Library.open(path, now=clock()) as library:
        filled(library)
        start = view(library)
        changes = [ACTIONS[name](library, 1, 2).id for name in ("kind", "rename", "merge")]
        done = view(library)
    with Library.open(path, now=clock()) as library:
        assert view(library) == done
        for change in changes:
            library.corrections.undo(change)
        assert view(library) == start

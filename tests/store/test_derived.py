"""What is derived is the same whether it was kept in step or is made anew."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from reader.core.choices import LinkChoice
from reader.core.errors import LibraryError
from reader.core.mentions import Kind
from reader.core.shelf import Field
from reader.store.library import Library
from tests.store.examples import annotation, clock, naming, news, organization, person, place

NAMES = (person("Serguéi Lavrov", "Lavrov"), organization("OTAN"), place("Kursk"))
LONG = " ".join(f"palabra{number} dicha" for number in range(20))
TEXTS = (
    "Serguéi Lavrov visitó Kursk.",
    f"Lavrov habló de la OTAN. {LONG}",
    f"Titular. Lavrov habló de la OTAN. {LONG}",
    f"{LONG} En Kursk.",
    "La OTAN calla en Kursk; Lavrov no.",
)

Step = tuple[str, int, int]


def add(library: Library, one: int, other: int) -> None:
    library.shelf.add(news(TEXTS[one], title=f"Título {other}", date=f"202{other}-01-01"))


def recognize(library: Library, one: int, other: int) -> None:
    document = library.document(nth(library, one))
    if document is not None:
        library.store_recognition(naming(document, *NAMES[: other % 3 + 1], model=f"m{other % 2}"))


def update(library: Library, one: int, other: int) -> None:
    library.shelf.update(nth(library, one), news(TEXTS[other], title=f"Versión {other}"))


def note(library: Library, one: int, other: int) -> None:
    library.save_note(NAMES[one % 3].id, "nota" if other % 2 else "")


def mark(library: Library, one: int, other: int) -> None:
    document = library.document(nth(library, one))
    if document is not None:
        library.save_annotation(annotation(document, f"a{other}", other))


def unmark(library: Library, one: int, other: int) -> None:
    library.delete_annotation(f"a{other}")


def edit(library: Library, one: int, other: int) -> None:
    changes = {Field.TITLE: f"Mío {other}", Field.DATE: "2020-05-05" if other % 2 else None}
    library.shelf.edit_metadata(nth(library, one), changes)


def pick(library: Library, one: int, other: int) -> None:
    library.save_link_choice(
        LinkChoice(nth(library, one), Kind.PERSON, "Lavrov", NAMES[other % 3].id)
    )


def delete(library: Library, one: int, other: int) -> None:
    library.shelf.delete([nth(library, one)])


def restore(library: Library, one: int, other: int) -> None:
    library.shelf.restore([nth(library, one)])


def empty(library: Library, one: int, other: int) -> None:
    library.shelf.empty_trash()


def nth(library: Library, number: int) -> str:
    """Return the id of an article by its number, in the trash or not; "" where there are none."""
    rows = library._db.execute("SELECT id FROM documents ORDER BY rowid").fetchall()
    return rows[number % len(rows)][0] if rows else ""


STEPS: dict[str, Callable[[Library, int, int], None]] = {
    each.__name__: each
    for each in (
        add,
        recognize,
        update,
        note,
        mark,
        unmark,
        edit,
        pick,
        delete,
        restore,
        empty,
    )
}

QUERIES = (
    """
    SELECT d.id, a.fingerprint, a.kinds, d.annotation_count, d.note_count, d.title_key,
        d.outlet_key, d.length, d.words
    FROM documents d JOIN article_index a ON a.document_id = d.id ORDER BY 1
    """,
    """
    SELECT e.entity_id, a.document_id, m.moment, m.names, m.demonyms, m.blocks, m.spans
    FROM entity_mentions m JOIN entity_index e ON e.key = m.entity
    JOIN article_index a ON a.key = m.article WHERE m.blocks != 0 ORDER BY 1, 2
    """,
    # Which article of a story counts may differ, but it is one for each entity and story.
    """
    SELECT e.entity_id, e.articles, (
        SELECT count(*) FROM entity_mentions m WHERE m.entity = e.key AND m.counted)
    FROM entity_index e ORDER BY 1
    """,
    "SELECT text FROM search_notes ORDER BY 1",
    "SELECT quote, comment FROM search_annotations ORDER BY 1, 2",
    "SELECT name, aliases FROM search_entities ORDER BY 1, 2",
    "SELECT count(*) FROM outdated",
    """
    SELECT e.entity_id, a.document_id, m.names, m.demonyms, m.blocks, m.spans, m.counted
    FROM entity_mentions_confirmed m JOIN entity_index e ON e.key = m.entity
    JOIN article_index a ON a.key = m.article ORDER BY 1, 2
    """,
)


def state(library: Library) -> list[list[tuple]]:
    return [library._db.execute(query).fetchall() for query in QUERIES]


def check(library: Library) -> None:
    for index in ("articles", "notes", "annotations", "entities"):
        library._db.execute(
            f"INSERT INTO search_{index} (search_{index}) VALUES ('integrity-check')"
        )
    assert library._db.execute("PRAGMA foreign_key_check").fetchall() == []
    found = {
        text: [{hit.document_id for hit in group.hits} for group in library.search.find(text)]
        for text in ("lavrov", "titulo", "mio", "version", "kursk otan")
    }
    before = state(library)
    library.search.rebuild()
    assert state(library) == before
    again = {
        text: [{hit.document_id for hit in group.hits} for group in library.search.find(text)]
        for text in found
    }
    assert again == found


@example(
    # The article that a story is named by leaves it.
    [("update", 0, 1), ("update", 1, 0), ("recognize", 0, 0), ("recognize", 1, 0)]
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(st.sampled_from(sorted(STEPS)), st.integers(0, 4), st.integers(0, 4)),
        min_size=3,
        max_size=14,
    )
)
def test_derived_is_kept_in_step(steps: list[Step]) -> None:
    with Library.open(None, now=clock()) as library:
        for number in (0, 1):
            add(library, number, number)
            recognize(library, number, 2)
        for name, one, other in steps:
            try:
                STEPS[name](library, one, other)
            except LibraryError as error:  # what isn't there can't be changed
                assert "no longer in the library" in str(error)  # noqa: PT017
        check(library)


def test_derived_is_undone_with_what_it_is_derived_from(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(library, 0, 0)
    before = state(library)

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("reader.store.derived.retitle", fail)
    with pytest.raises(KeyboardInterrupt):
        edit(library, 0, 1)
    assert state(library) == before
    assert library.documents()[0].title == "Título 0"

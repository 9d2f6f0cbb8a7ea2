"""Collections and tags."""

import pytest

from reader.core.errors import LibraryError
from reader.core.shelf import LabelKind
from reader.store.library import Library
from tests.store.examples import news


@pytest.fixture
def ids(library: Library) -> list[str]:
    return [library.shelf.add(news(text)).document_id for text in ("uno", "dos", "tres")]


def names(library: Library, kind: LabelKind) -> list[tuple[str, int]]:
    return [(each.name, each.article_count) for each in library.labels.labels(kind)]


def test_labels_are_made_once(library: Library) -> None:
    tag = library.labels.create(LabelKind.TAG, "  Elecciones   2026 ")
    assert library.labels.create(LabelKind.TAG, "ELECCIONES 2026") == tag
    assert library.labels.create(LabelKind.COLLECTION, "Elecciones 2026").id != tag.id
    library.labels.create(LabelKind.TAG, "C")
    library.labels.create(LabelKind.TAG, "C++")
    assert len(names(library, LabelKind.TAG)) == 3


def test_labels_are_in_alphabetical_order(library: Library) -> None:
    for name in ("ñu", "nube", "Ábaco", "obra"):
        library.labels.create(LabelKind.TAG, name)
    assert [name for name, _ in names(library, LabelKind.TAG)] == ["Ábaco", "nube", "ñu", "obra"]


def test_labels_are_assigned_to_many_and_undone(library: Library, ids: list[str]) -> None:
    tag = library.labels.create(LabelKind.TAG, "uno")
    assert library.labels.assign(tag.id, [ids[0]]) == [ids[0]]
    new = library.labels.assign(tag.id, [*ids, "no", ids[1]])
    assert new == ids[1:]
    assert names(library, LabelKind.TAG) == [("uno", 3)]
    assert library.labels.unassign(tag.id, new) == new
    assert library.labels.unassign(tag.id, new) == []
    assert [each.name for each in library.labels.of(ids[0])] == ["uno"]
    assert library.labels.of(ids[1]) == []
    assert library.labels.assign("no", ids) == []


def test_labels_are_renamed(library: Library, ids: list[str]) -> None:
    tag = library.labels.create(LabelKind.TAG, "uno")
    library.labels.assign(tag.id, ids)
    assert library.labels.rename(tag.id, "Úno") == "uno"
    library.labels.create(LabelKind.TAG, "dos")
    with pytest.raises(LibraryError, match="another “DOS” already"):
        library.labels.rename(tag.id, "DOS")
    assert names(library, LabelKind.TAG) == [("dos", 0), ("Úno", 3)]


@pytest.mark.parametrize("name", ["", " \t"])
def test_labels_need_a_name(library: Library, name: str) -> None:
    with pytest.raises(LibraryError, match="needs a name"):
        library.labels.create(LabelKind.TAG, name)


def test_labels_that_are_gone_say_so(library: Library) -> None:
    with pytest.raises(LibraryError, match="is gone"):
        library.labels.rename("no", "x")


def test_labels_are_deleted_and_brought_back_with_their_articles(
    library: Library, ids: list[str]
) -> None:
    series = library.labels.create(LabelKind.COLLECTION, "serie")
    library.labels.assign(series.id, ids)
    library.labels.delete(series.id)
    assert names(library, LabelKind.COLLECTION) == []
    assert library.labels.of(ids[0]) == []
    assert len(library.documents()) == 3
    library.labels.restore(series.id)
    assert names(library, LabelKind.COLLECTION) == [("serie", 3)]
    library.labels.delete(series.id)
    library.labels.create(LabelKind.COLLECTION, "SERIE")
    with pytest.raises(LibraryError, match="another “serie” already"):
        library.labels.restore(series.id)


def test_labels_do_not_count_the_trash(library: Library, ids: list[str]) -> None:
    tag = library.labels.create(LabelKind.TAG, "uno")
    library.labels.assign(tag.id, ids)
    library.shelf.delete(ids[:1])
    assert names(library, LabelKind.TAG) == [("uno", 2)]
    library.shelf.restore(ids[:1])
    assert names(library, LabelKind.TAG) == [("uno", 3)]

"""The shelf where the disk is full, the file can't be written, or another program writes."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from reader.core.document import resource_of
from reader.core.errors import LibraryError
from reader.core.shelf import ArticleQuery, Field, LabelKind
from reader.store.library import Library
from tests.store.examples import annotation, naming, news, person

FIRST = news("Serguéi Lavrov visitó Kursk.", title="Uno", source="/a.txt")
ARTICLE = FIRST.document.id
BIG = "x" * 200_000

WRITES: list[Callable[[Library], object]] = [
    lambda library: library.shelf.add(news(f"Otro texto. {BIG}")),
    lambda library: library.shelf.add(
        replace(news("Otro."), original=resource_of(BIG.encode(), "image/png"))
    ),
    lambda library: library.shelf.update(ARTICLE, news(f"Lavrov. {BIG}")),
    lambda library: library.shelf.edit_metadata(ARTICLE, {Field.TITLE: BIG}),
    lambda library: library.labels.create(LabelKind.TAG, BIG),
    lambda library: library.search.rebuild(),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        library.shelf.add(FIRST)
        library.store_recognition(naming(FIRST.document, person("Serguéi Lavrov")))
        library.save_annotation(annotation(FIRST.document))
        library.save_note("person:serguéi-lavrov", "nota")
    return path


def what_is_there(library: Library) -> list[object]:
    return [
        library.documents(),
        library.document(ARTICLE),
        library.annotations(ARTICLE),
        library.shelf.versions(ARTICLE),
        library.labels.labels(LabelKind.TAG),
        library.search.find("lavrov"),
        library.search.find("nota"),
        library.pages.articles("person:serguéi-lavrov"),
        library.pages.network(),
    ]


@pytest.mark.parametrize("write", WRITES[:-1])
def test_shelf_on_a_full_disk_says_so_and_stays_as_it_is(
    path: Path, write: Callable[[Library], object]
) -> None:
    with Library.open(path) as library:
        before = what_is_there(library)
        pages = library._db.execute("PRAGMA page_count").fetchone()[0]
        library._db.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(LibraryError, match="no room"):
            write(library)
        assert what_is_there(library) == before


@pytest.mark.parametrize("write", WRITES)
def test_shelf_that_can_not_be_written_is_read_all_the_same(
    path: Path, write: Callable[[Library], object]
) -> None:
    with Library.open(path) as library:
        before = what_is_there(library)
        library._db.execute("PRAGMA query_only = ON")
        with pytest.raises(LibraryError, match="can't be written"):
            write(library)
        assert what_is_there(library) == before


@pytest.mark.parametrize("write", WRITES)
def test_shelf_waits_in_vain_for_another_program(
    path: Path, write: Callable[[Library], object]
) -> None:
    with (
        Library.open(path, busy_timeout_ms=1) as library,
        closing(sqlite3.connect(path, isolation_level=None)) as other,
    ):
        before = what_is_there(library)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryError, match="in use by another program"):
            write(library)
        assert what_is_there(library) == before
        other.execute("ROLLBACK")
        write(library)


def test_shelf_lists_do_not_read_texts_and_resources(path: Path) -> None:
    """A damaged text stops nobody from seeing the list."""
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE texts SET blocks = 'x'")
        db.execute("UPDATE texts SET text = CAST(x'ff' AS TEXT)")
    with Library.open(path) as library:
        (summary,) = library.shelf.articles(ArticleQuery())
        assert summary.title == "Uno"
        with pytest.raises(LibraryError, match="is damaged"):
            library.document(ARTICLE)


def test_shelf_outlives_a_vacuum(path: Path) -> None:
    """Rows without a number of their own get another one."""
    with Library.open(path) as library:
        for number in range(5):
            library.shelf.add(news(f"Relleno {number}."))
        library.shelf.delete([each.id for each in library.documents() if each.title != "Uno"])
        library.shelf.empty_trash()
        before = what_is_there(library)
        library._db.execute("VACUUM")
        assert what_is_there(library) == before

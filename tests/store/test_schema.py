"""A library of an earlier schema becomes one of today, with everything that the user made."""

import os
import sqlite3
import stat
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from reader.core.choices import LinkChoice
from reader.core.document import Parsed
from reader.core.errors import LibraryError
from reader.core.mentions import Kind
from reader.core.search import HitKind
from reader.core.shelf import ArticleQuery, Outcome, Sort
from reader.store.library import Library
from reader.store.schema import SCHEMA_VERSION, migrations
from tests.store.examples import annotation, article, country, person, place
from tests.store.test_derived import check

LAVROV = "person:serguéi-lavrov"


@pytest.fixture(params=range(1, SCHEMA_VERSION))
def path(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """Return the path of a library that an earlier schema's program made."""
    return make(tmp_path / "library.sqlite", request.param)


def make(path: Path, schema: int) -> Path:
    with closing(sqlite3.connect(path)) as db:
        db.executescript((Path(__file__).parent / f"schema_{schema}.sql").read_text("utf-8"))
    return path


def structure(path: Path) -> dict[str, set[tuple[object, ...]]]:
    """Return the columns of each table and view."""
    with closing(sqlite3.connect(path)) as db:
        names = [row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE sql NOT NULL")]
        return {name: set(db.execute(f"PRAGMA table_xinfo('{name}')")) for name in names}


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as db:
        return db.execute("PRAGMA user_version").fetchone()[0]


def test_schema_of_an_old_library_becomes_that_of_a_new_one(path: Path, tmp_path: Path) -> None:
    for each in (path, tmp_path / "new.sqlite"):
        Library.open(each).close()
        assert version(each) == SCHEMA_VERSION
    assert structure(path) == structure(tmp_path / "new.sqlite")


def test_schema_loses_nothing_of_an_old_library(path: Path) -> None:
    document = article()
    with Library.open(path) as library:
        assert library.document(document.id) == document
        assert library.position(document.id) == 3
        assert library.annotations(document.id) == [annotation(document)]
        note = library.note(LAVROV)
        assert note is not None
        assert note.text == "Ministro desde **2004**."
        recognition = library.recognition(document.id, "m1")
        assert recognition is not None
        lavrov = person("Serguéi Lavrov", "Lavrov")
        assert recognition.entities == (
            replace(lavrov, identifiers=recognition.entities[0].identifiers),
            place("Kursk", geonames="538560"),
            country("Rusia", "Federación de Rusia", code="RU"),
        )
        assert len(recognition.mentions) == 3


def test_schema_derives_what_an_old_library_lacks(path: Path) -> None:
    document = article()
    with Library.open(path) as library:
        (summary,) = library.shelf.articles(ArticleQuery(sort=Sort.TITLE))
        assert (summary.annotation_count, summary.note_count, summary.length) == (1, 1, 28)
        assert not summary.is_unread
        assert [(each.number, each.since) for each in library.shelf.versions(document.id)] == [
            (1, summary.added)
        ]
        kinds = {text: [g.kind for g in library.search.find(text)] for text in ("kursk", "2004")}
        assert kinds == {
            "kursk": [HitKind.ENTITY, HitKind.ARTICLE],
            "2004": [HitKind.NOTE],
        }
        (listed,) = library.pages.articles(LAVROV)
        assert listed.document_id == document.id
        assert library.shelf.add(Parsed(document)).outcome is Outcome.THERE
        again = replace(document, text=document.text + " Más.")
        assert library.shelf.changed_version_of(Parsed(again)) is not None


def test_schema_2_keeps_what_the_user_said_of_links(tmp_path: Path) -> None:
    document = article()
    with Library.open(make(tmp_path / "library.sqlite", 2)) as library:
        (choice,) = library.link_choices(document.id)
        assert (choice.name, choice.span, choice.entity_id) == ("Lavrov", (8, 14), LAVROV)
        entity = library.entity(LAVROV)
        assert entity is not None
        assert entity.identifiers == {"wikidata": "Q58217"}


def test_schema_of_an_old_library_takes_what_is_new(path: Path) -> None:
    document = article()
    choice = LinkChoice(document.id, Kind.PERSON, "Lavrov", LAVROV, (8, 14), "2027")
    with Library.open(path) as library:
        library.save_link_choice(choice)
        library.save_identifier(LAVROV, "wikidata", "Q58217")
    with Library.open(path) as library:
        assert library.link_choices(document.id) == [choice]
        entity = library.entity(LAVROV)
        assert entity is not None
        assert entity.identifiers == {"wikidata": "Q58217"}


def test_schema_change_keeps_a_copy_of_the_old_library(path: Path) -> None:
    old = version(path)
    with closing(sqlite3.connect(path)) as db:
        before = sorted(db.iterdump())
    Library.open(path).close()
    copy = path.with_name(f"library.schema-{old}.sqlite")
    with closing(sqlite3.connect(copy)) as db:
        assert sorted(db.iterdump()) == before
    assert version(copy) == old
    assert sorted(each.name for each in path.parent.iterdir()) == [copy.name, path.name]
    Library.open(copy).close()  # it can be opened as any library can
    if sys.platform != "win32":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_schema_change_leaves_an_earlier_copy_alone(path: Path) -> None:
    copy = path.with_name(f"library.schema-{version(path)}.sqlite")
    copy.write_text("de antes")
    Library.open(path).close()
    assert copy.read_text() == "de antes"
    assert version(path) == SCHEMA_VERSION


def test_schema_change_that_fails_changes_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()

    def fail(db: object) -> None:
        raise sqlite3.OperationalError("full")

    monkeypatch.setattr(migrations._migrations[-1], "fn", fail)
    with pytest.raises(sqlite3.OperationalError):
        Library.open(path)
    assert path.read_bytes() == before


def test_schema_change_without_a_copy_is_none(path: Path) -> None:
    name = f"library.schema-{version(path)}.sqlite.{os.getpid()}"
    before = path.read_bytes()
    (path.parent / name).mkdir()  # in the copy's way
    with pytest.raises(LibraryError, match="There can't be a library"):
        Library.open(path)
    assert path.read_bytes() == before


def test_schema_of_an_old_library_derives_all_as_if_made_anew(path: Path) -> None:
    with Library.open(path) as library:
        check(library)


SAID = """
    INSERT INTO corrections (change_id, action, scope, document_id, "start", "end", name, name_key,
        prefix, suffix, kind, entity_id, other_id, value, shift, made)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', '', ?, ?, ?, '', 0, '2026-11-23T12:00:00Z')
"""


def say(path: Path, *said: tuple[object, ...]) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("DELETE FROM link_choices")
        db.executemany(SAID, said)


@pytest.mark.parametrize("schema", [4, 5])
def test_schema_of_an_old_library_knows_what_the_user_confirmed(
    tmp_path: Path, schema: int
) -> None:
    path = make(tmp_path / "library.sqlite", schema)
    mention = (article().id, 0, 1, "S", "s", "person", LAVROV, None)
    say(path, ("c1", "confirm", "mention", *mention))
    with Library.open(path) as library:
        assert library.pages.totals(LAVROV, confirmed=True).mention_count == 1
        assert library.pages.totals("country:RU", confirmed=True).mention_count == 0
        check(library)


@pytest.mark.parametrize("schema", [4, 5])
def test_schema_of_an_old_library_knows_what_the_user_confirmed_everywhere(
    tmp_path: Path, schema: int
) -> None:
    path = make(tmp_path / "library.sqlite", schema)
    kursk, russia = "place:kursk538560", "country:RU"
    say(
        path,
        ("c1", "confirm", "everywhere", *[None] * 3, "e", "e", "place", kursk, None),
        ("c2", "merge", "entity", *[None] * 3, "", "", None, russia, kursk),
    )
    with closing(sqlite3.connect(path)) as db, db:  # as the program of then kept it in step
        db.execute("INSERT INTO merged_entities VALUES (?, ?)", [kursk, russia])
        db.execute("DELETE FROM entity_mentions WHERE entity = 2")
        db.execute("UPDATE entity_mentions SET names = 2, spans = '[[1,2],[2,3]]' WHERE entity = 3")
        db.execute("DELETE FROM search_entities WHERE name = 'kursk'")
        db.execute("UPDATE search_entities SET aliases = 'federacion de rusia kursk' WHERE rowid=3")
        db.execute("DELETE FROM outdated")
    with Library.open(path) as library:
        assert library.pages.totals(russia, confirmed=True).mention_count == 1
        check(library)

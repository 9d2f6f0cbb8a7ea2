"""What a library does by itself is what the program has it do, whoever the file came from."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reader.store.backups import holdings_of
from reader.store.library import Library
from reader.store.machinery import DIGEST, digest, own_machinery
from reader.store.opening import open_database


def changed(path: Path, script: str) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.executescript(script)


def parts(path: Path) -> list[tuple[str, str, str]]:
    with closing(sqlite3.connect(path)) as db:
        query = "SELECT type, name, sql FROM sqlite_schema WHERE type IN ('view', 'trigger')"
        return sorted(db.execute(query))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "library.sqlite"
    Library.open(path).close()
    return path


def test_machinery_digest_is_of_the_schema() -> None:
    with closing(open_database(None, busy_timeout_ms=0)) as db:
        assert digest(db) == DIGEST


@pytest.mark.parametrize(
    "script",
    [
        "CREATE TRIGGER evil AFTER INSERT ON documents BEGIN DELETE FROM notes; END",
        'CREATE TRIGGER "e""; DROP TABLE notes" AFTER DELETE ON labels BEGIN SELECT 1; END',
        "DROP TRIGGER notes_insert; CREATE TRIGGER notes_insert AFTER INSERT ON notes BEGIN "
        "DELETE FROM annotations; END",
        "DROP VIEW entities_in_use; CREATE VIEW entities_in_use AS WITH RECURSIVE "
        "n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT id AS entity_id FROM n",
        "CREATE VIEW other AS SELECT 1",
        "DROP TRIGGER annotations_insert",
    ],
    ids=["trigger", "name", "changed trigger", "endless view", "view", "missing trigger"],
)
def test_machinery_of_someone_else_is_replaced(path: Path, script: str) -> None:
    own = parts(path)
    changed(path, script)
    assert parts(path) != own
    Library.open(path).close()
    assert parts(path) == own


def test_machinery_that_is_right_is_left_alone(path: Path) -> None:
    with closing(open_database(path, busy_timeout_ms=0)) as db:
        before = db.execute("PRAGMA schema_version").fetchone()
        assert not own_machinery(db)
        assert db.execute("PRAGMA schema_version").fetchone() == before


def test_machinery_files_can_not_be_reached_from_a_library(path: Path, tmp_path: Path) -> None:
    """A function that reads or loads files is none that a library's own statements can call."""
    changed(
        path,
        "DROP TABLE IF EXISTS x; ALTER TABLE labels RENAME TO labels_before;"
        "CREATE VIEW labels AS SELECT load_extension('/nowhere') AS name",
    )
    assert holdings_of(path) is not None
    with closing(sqlite3.connect(path)) as db, pytest.raises(sqlite3.Error):
        db.execute("SELECT * FROM labels").fetchall()

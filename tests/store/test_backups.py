"""A library can be copied while in use, and put back."""

import os
import sqlite3
import stat
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reader.core.backups import Holdings, Reason
from reader.core.errors import LibraryError
from reader.store import backups
from reader.store.backups import (
    backups_of,
    check_backup,
    folder_of,
    make_backup,
    restore_backup,
)
from reader.store.library import Library
from tests.store.examples import annotation, news
from tests.store.test_schema import make


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the path of a library with an article and an annotation."""
    path = tmp_path / "li[b] ñ.sqlite"
    with Library.open(path) as library:
        added = library.shelf.add(news("Serguéi Lavrov viajó a Pyongyang."))
        document = library.document(added.document_id)
        assert document is not None
        library.save_annotation(annotation(document, "Lavrov"))
    return path


def titles(path: Path) -> list[str]:
    with Library.open(path) as library:
        return sorted(each.title for each in library.documents())


def add(path: Path, title: str) -> None:
    with Library.open(path) as library:
        library.shelf.add(news(f"{title}: otro texto.", title=title))


def test_backups_hold_what_the_library_holds(path: Path) -> None:
    made = make_backup(path, Reason.BY_HAND)
    assert made.holdings == Holdings(articles=1, annotations=1, notes=0, corrections=0)
    assert backups_of(path) == [made]
    assert made.path.parent == folder_of(path)
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder_of(path).stat().st_mode) == 0o700
    assert [each.name for each in folder_of(path).iterdir()] == [made.path.name]
    assert titles(made.path) == titles(path)


def test_backups_are_made_while_the_library_is_written(path: Path) -> None:
    with Library.open(path) as library, library._session.writing() as db:
        db.execute("UPDATE documents SET title = 'a medias'")
        made = make_backup(path, Reason.SCHEDULED)
    assert "a medias" not in titles(made.path)
    assert titles(path) == ["a medias"]


def test_backups_put_back_what_was_there(path: Path) -> None:
    before = titles(path)
    made = make_backup(path, Reason.BY_HAND)
    add(path, "Nueva")
    replaced = restore_backup(path, made.path)
    assert titles(path) == before
    assert replaced is not None
    assert replaced.reason is Reason.BEFORE_RESTORE
    restore_backup(path, replaced.path)
    assert titles(path) == sorted([*before, "Nueva"])


def test_backups_are_put_back_under_an_open_library(path: Path) -> None:
    made = make_backup(path, Reason.BY_HAND)
    add(path, "Nueva")
    with Library.open(path) as library:
        assert len(library.documents()) == 2
        restore_backup(path, made.path)
        assert len(library.documents()) == 1
        library.shelf.add(news("Y se puede seguir."))
        assert len(library.documents()) == 2


def test_backups_take_the_place_of_a_damaged_library(path: Path) -> None:
    before = titles(path)
    made = make_backup(path, Reason.SCHEDULED)
    data = bytearray(path.read_bytes())
    data[100:9000] = bytes(8900)
    path.write_bytes(data)
    with pytest.raises(LibraryError):
        Library.open(path)
    assert restore_backup(path, made.path) is None
    assert titles(path) == before
    aside = [each for each in path.parent.iterdir() if ".damaged-" in each.name]
    assert [each.read_bytes() for each in aside if each.suffix == ".sqlite"] == [bytes(data)]


def test_backups_put_back_a_library_that_is_gone(path: Path) -> None:
    before = titles(path)
    made = make_backup(path, Reason.SCHEDULED)
    path.unlink()
    assert restore_backup(path, made.path) is None
    assert titles(path) == before
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("damage", ["cut", "zeroes", "other", "newer", "text"])
def test_backups_that_are_bad_change_nothing(path: Path, tmp_path: Path, damage: str) -> None:
    bad = tmp_path / "bad.sqlite"
    data = make_backup(path, Reason.BY_HAND).path.read_bytes()
    if damage == "cut":
        bad.write_bytes(data[: len(data) // 2])
    elif damage == "zeroes":
        bad.write_bytes(data[:8192] + bytes(len(data) - 8192))
    elif damage == "text":
        bad.write_text("not a database " * 999)
    else:
        bad.write_bytes(data)
        pragma = "application_id = 5" if damage == "other" else "user_version = 9999"
        with closing(sqlite3.connect(bad)) as db:
            db.execute(f"PRAGMA {pragma}")
    before = path.read_bytes()
    with pytest.raises(LibraryError):
        restore_backup(path, bad)
    assert path.read_bytes() == before
    with pytest.raises(LibraryError):
        check_backup(bad)


def test_backups_of_a_damaged_library_are_not_made(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2 :] = bytes(len(data) - len(data) // 2)
    path.write_bytes(data)
    with pytest.raises(LibraryError):
        make_backup(path, Reason.SCHEDULED)
    assert list(folder_of(path).iterdir()) == []


def test_backups_that_are_too_old_go(path: Path) -> None:
    now = datetime(2026, 11, 23, 12, tzinfo=UTC)
    for days in range(40, -1, -1):
        make_backup(path, Reason.SCHEDULED, now=now - timedelta(days=days))
    ages = [(now - each.made).days for each in backups_of(path)]
    assert ages[:7] == list(range(7))
    assert len(ages) <= 7 + 4 + 6


def test_backups_before_a_restore_are_there_whatever_the_clock_was(path: Path) -> None:
    """Those from the future were made before the clock was set right; they look newer for ever."""
    now = datetime.now(UTC)
    future = [
        make_backup(path, Reason.BY_HAND, now=now + timedelta(days=99 + n)) for n in range(12)
    ]
    add(path, "La última")
    before = restore_backup(path, future[-1].path)
    assert "La última" not in titles(path)
    assert before is not None
    restore_backup(path, before.path)
    assert "La última" in titles(path)


def test_backups_of_a_linked_library_lie_beside_the_file(path: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "library.sqlite"
    link.symlink_to(path)
    made = make_backup(link, Reason.BY_HAND)
    assert made.path.parent == path.parent / "backups"
    add(link, "Nueva")
    restore_backup(link, made.path)
    assert link.is_symlink()
    assert "Nueva" not in titles(path)


def test_backups_that_were_cut_off_are_swept_away(path: Path) -> None:
    make_backup(path, Reason.BY_HAND)
    old, new = (folder_of(path) / f".library.x.scheduled.sqlite.{pid}" for pid in (1, 2))
    for each in (old, new):
        each.write_bytes(b"half")
    os.utime(old, (0, 0))
    make_backup(path, Reason.BY_HAND)
    assert not old.exists()
    assert new.exists()
    assert len(backups_of(path)) == 2


def test_backups_from_before_an_update_are_listed(tmp_path: Path) -> None:
    path = make(tmp_path / "library.sqlite", 1)
    Library.open(path).close()
    (made,) = backups_of(path)
    assert made.reason is Reason.BEFORE_UPDATE
    assert made.holdings is not None
    assert made.holdings.articles > 0
    add(path, "Nueva")
    restore_backup(path, made.path)
    assert "Nueva" not in titles(path)


def test_backups_of_a_library_that_is_locked_are_given_up(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = make_backup(path, Reason.BY_HAND)
    monkeypatch.setattr(backups, "_TRIES", 1)
    monkeypatch.setattr(backups, "BUSY_TIMEOUT_S", 0)
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM annotations")
        with pytest.raises(LibraryError, match="another program"):
            restore_backup(path, made.path)
        other.rollback()
    assert not any(".damaged-" in each.name for each in path.parent.iterdir())
    with Library.open(path) as library:
        assert len(library.annotations(library.documents()[0].id)) == 1


def test_backups_need_room(path: Path) -> None:
    folder_of(path).write_text("no folder")
    with pytest.raises(LibraryError, match="There can't be a backup"):
        make_backup(path, Reason.BY_HAND)

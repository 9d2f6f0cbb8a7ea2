"""A library that is gone is never made anew by itself, and nothing is written where it isn't."""

import shutil
from pathlib import Path

import pytest

from reader.core.backups import Reason
from reader.core.errors import LibraryError, MissingLibraryError, ReplacedLibraryError
from reader.store.backups import backups_of, make_backup
from reader.store.library import Library
from tests.store.taken_away import ENTITY, POSIX, library_on_disk, note_in


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the path of a library with a note, closed, in a folder of its own."""
    return library_on_disk(tmp_path)


def test_presence_of_a_library_that_was_there_is_asked_for(path: Path) -> None:
    shutil.rmtree(path.parent)
    with pytest.raises(MissingLibraryError, match="not there any more"):
        Library.open(path, make=False)
    assert not path.parent.exists()


@pytest.mark.parametrize("trace", ["backup", "log"])
def test_presence_shows_in_what_a_library_leaves_behind(path: Path, trace: str) -> None:
    if trace == "backup":
        make_backup(path, Reason.BY_HAND)
    else:
        path.with_name(f"{path.name}-wal").write_bytes(b"log")
    path.unlink()
    with pytest.raises(MissingLibraryError):
        Library.open(path)
    assert not path.exists()
    with Library.open(path, make=True) as library:  # as the user says so
        assert library.documents() == []


@POSIX
def test_presence_is_looked_at_before_something_counts_as_saved(path: Path) -> None:
    with Library.open(path) as library:
        aside = path.parent.with_name("aside")
        path.parent.rename(aside)
        with pytest.raises(MissingLibraryError):
            library.save_note(ENTITY, "otra")
        assert not path.parent.exists()
        aside.rename(path.parent)
        library.save_note(ENTITY, "otra")
    assert note_in(path) == "otra"


@POSIX
def test_presence_of_another_file_is_noticed_and_what_was_open_kept(path: Path) -> None:
    other = path.with_name("other.sqlite")
    shutil.copy(path, other)
    with Library.open(path) as library:
        library.save_note(ENTITY, "sólo en la primera")
        other.replace(path)
        with pytest.raises(ReplacedLibraryError):
            library.save_note(ENTITY, "otra")
        library.keep_aside()
    assert note_in(path) == "nota"
    (kept,) = backups_of(path)
    assert note_in(kept.path) == "sólo en la primera"


@POSIX
def test_presence_comes_back_with_what_is_still_open(path: Path) -> None:
    with Library.open(path) as library:
        library.save_note(ENTITY, "lo último")
        for each in path.parent.glob("library.sqlite*"):
            each.unlink()
        library.save_anew()
    assert note_in(path) == "lo último"


@POSIX
def test_presence_never_overwrites_what_has_come_in_its_place(path: Path) -> None:
    with Library.open(path) as library:
        path.unlink()
        path.write_text("de otro")
        with pytest.raises(LibraryError):
            library.save_anew()
    assert path.read_text() == "de otro"
    assert not list(path.parent.glob(".library*"))

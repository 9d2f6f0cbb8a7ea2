"""Each write, when the disk, the file or another program stands in its way: no loss, one sentence.

The writes are those of `writes`, which has one for every method that writes.
"""

import os
import random
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from reader.core.errors import ReaderError
from reader.store.backups import is_whole
from reader.store.library import Library
from tests.durability.driver import Clock, prepare, state_of
from tests.durability.writes import WRITES, writing_methods
from tests.store.test_derived import check

NO_WRITER = "save_position"  # which gives up at once while another writes, and says so by False
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="files that are open stay")


@dataclass
class Place:
    """A library's path, and how it was before anything was tried."""

    path: Path
    before: str

    def open(self, *, now: Callable[[], str] | None = None) -> Library:
        library = Library.open(self.path, busy_timeout_ms=1, now=now or Clock(10**6))
        library.folder_of_files = str(self.path.parent)  # type: ignore[attr-defined]
        return library


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a library that has something for every write, closed."""
    path = tmp_path_factory.mktemp("model") / "library.sqlite"
    prepare(path, seed=2)
    return path


@pytest.fixture
def place(model: Path, tmp_path: Path) -> Iterator[Place]:
    """Return a copy of the library; it is whole at the end of the test, whatever was tried."""
    path = tmp_path / "library.sqlite"
    shutil.copy(model, path)
    place = Place(path, state_of(path))
    yield place
    if path.exists():
        assert is_whole(path)


def refused(library: Library, name: str) -> str:
    """Return the sentence with which a write is refused; "" where it had nothing to do."""
    try:
        result = WRITES[name](library, random.Random(4))
    except ReaderError as error:
        assert "\n" not in str(error)  # noqa: PT017
        return str(error)
    return "" if name != NO_WRITER or result else "in use by another program"


def test_faults_every_method_that_writes_has_an_example() -> None:
    with Library.open(None) as library:
        assert sorted(WRITES) == sorted(set(writing_methods(library)))


@pytest.mark.parametrize("name", WRITES)
def test_faults_a_full_disk_at_any_page_of_a_write(place: Place, name: str) -> None:
    """Let the disk be full after each number of further pages, until the write goes through.

    SQLite meets its own limit where the system would say that there is no more room.
    """
    for pages in range(0, 200, 7):
        with place.open() as library:
            size = library._db.execute("PRAGMA page_count").fetchone()[0]
            library._db.execute(f"PRAGMA max_page_count = {size + pages}")
            library._db.execute("PRAGMA cache_size = 1")
            said = refused(library, name)
            library._db.execute("PRAGMA max_page_count = 1000000")
            if "no room" not in said:
                check(library)
                return
        # Some examples take several writes, the last of which failed; each of them is whole.
        with place.open() as library:
            check(library)
    pytest.fail("it never goes through")


@pytest.mark.parametrize("name", WRITES)
def test_faults_a_write_while_another_program_writes(place: Place, name: str) -> None:
    with (
        place.open() as library,
        closing(sqlite3.connect(place.path, isolation_level=None)) as other,
    ):
        other.execute("BEGIN IMMEDIATE")
        assert "in use by another program" in refused(library, name)
        assert state_of(place.path) == place.before
        other.execute("ROLLBACK")
        refused(library, name)
        check(library)


@pytest.mark.parametrize("name", WRITES)
def test_faults_a_library_that_turned_read_only(place: Place, name: str) -> None:
    with place.open() as library:
        library._db.execute("PRAGMA query_only = ON")
        assert "can't be written" in refused(library, name)
        assert library.documents() != []
    assert state_of(place.path) == place.before


@POSIX
@pytest.mark.parametrize("name", ["save_note", "shelf.add", "corrections.merge"])
def test_faults_a_folder_that_vanishes_with_the_library(place: Place, name: str) -> None:
    """A mount that goes away takes file and log with it; what is open goes on, or says so.

    Nothing is made anew in its place, which would look like an empty library.
    """
    with place.open() as library:
        library.documents()
        aside = place.path.parent.with_name(f"aside-{name}")
        place.path.parent.rename(aside)
        said = refused(library, name)
        assert said == "" or "library" in said
        assert not place.path.parent.exists()
        aside.rename(place.path.parent)
    with place.open() as library:
        check(library)


@POSIX
def test_faults_a_file_that_is_replaced_while_it_is_open(place: Place, model: Path) -> None:
    """As a program that syncs a folder does: neither of the two files is harmed."""
    with place.open() as library:
        library.documents()
        other = place.path.with_name("other.sqlite")
        shutil.copy(model, other)
        os.replace(other, place.path)
        refused(library, "save_note")
    assert is_whole(place.path)
    with place.open() as library:
        check(library)


@pytest.mark.parametrize("jump_s", [-10 * 86_400, 10 * 86_400])
@pytest.mark.parametrize("name", WRITES)
def test_faults_a_clock_that_jumps(place: Place, name: str, jump_s: int) -> None:
    clock = Clock(20 * 86_400)
    with place.open(now=clock) as library:
        refused(library, name)
        clock.seconds += jump_s
        refused(library, name)
        check(library)
        notes = [each.entity.id for each in library.directory.find("")]
        for entity_id in notes[:1]:
            clock.seconds += jump_s
            assert library.notebook.save(entity_id, "lo último").text == "lo último"
            kept = library.notebook.note(entity_id)
            assert kept is not None
            assert kept.text == "lo último"

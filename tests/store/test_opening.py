"""A library file is opened, or refused in one sentence and left as it was."""

import os
import sqlite3
import stat
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from reader import paths
from reader.core.errors import LibraryError
from reader.store import opening
from reader.store.library import Library
from reader.store.schema import APPLICATION_ID, SCHEMA_VERSION, migrations
from tests.store.examples import article, found, person

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the path of a library with a note, closed."""
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        library.add_document(article())
        library.store_recognition(found(article(), person("Serguéi Lavrov")))
        library.save_note("person:serguéi-lavrov", "nota")
    return path


def refusal(path: Path) -> str:
    """Return the sentence with which a library is refused."""
    with pytest.raises(LibraryError) as caught:
        Library.open(path, busy_timeout_ms=1).close()
    return str(caught.value)


def files(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}


def test_opening_makes_a_library_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "ñandú" / "a b #%3F?" / "library.sqlite"
    with Library.open(path) as library:
        assert library.path == path
        assert library.documents() == []
    assert path.is_file()


@POSIX
@pytest.mark.parametrize("is_there", [False, True])
def test_opening_makes_the_users_folder_for_the_user_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_there: bool
) -> None:
    monkeypatch.setattr("platformdirs.user_data_dir", lambda *_, **__: str(tmp_path / "x" / "app"))
    folder = paths.data_folder()
    if is_there:
        folder.mkdir(parents=True)
        folder.chmod(0o750)  # as the user wants it
    with Library.open(paths.default_library()):
        mode = stat.S_IMODE(folder.stat().st_mode)
    assert mode == (0o750 if is_there else 0o700)


@POSIX
def test_opening_makes_files_for_the_user_alone(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        library.add_document(article())
        modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in tmp_path.iterdir()}
    names = ("library.sqlite", "library.sqlite-wal", "library.sqlite-shm")
    assert modes == dict.fromkeys(names, 0o600)


def test_opening_again_finds_everything(path: Path) -> None:
    with Library.open(path) as library:
        assert library.document(article().id) == article()
        assert library.notes(["person:serguéi-lavrov"])["person:serguéi-lavrov"].text == "nota"


def test_opening_takes_an_empty_file_for_a_new_library(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    path.touch()
    with Library.open(path) as library:
        assert library.documents() == []


@POSIX
def test_opening_follows_a_link_to_a_file_that_is_not_there_yet(tmp_path: Path) -> None:
    link = tmp_path / "link.sqlite"
    link.symlink_to(tmp_path / "elsewhere" / "library.sqlite")
    Library.open(link).close()
    assert link.is_symlink()
    assert (tmp_path / "elsewhere" / "library.sqlite").is_file()


def test_opening_changes_nothing_in_a_library_of_today(path: Path) -> None:
    before = files(path.parent)
    Library.open(path).close()
    assert files(path.parent) == before


def test_opening_syncs_every_commit_and_checks_foreign_keys(path: Path) -> None:
    with closing(opening.open_database(path, busy_timeout_ms=1)) as db:
        pragmas = {
            name: db.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "fullfsync")
        }
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "fullfsync": 1}


def foreign_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode = wal")
        other.execute("CREATE TABLE notes (text)")


def newer_library(path: Path) -> None:
    Library.open(path).close()
    with closing(sqlite3.connect(path)) as other:
        other.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")


def truncated_library(path: Path) -> None:
    Library.open(path).close()
    path.write_bytes(path.read_bytes()[:9000])


def overwritten_library(path: Path) -> None:
    Library.open(path).close()
    data = bytearray(path.read_bytes())
    data[100:8192] = os.urandom(8092)
    path.write_bytes(data)


def library_without_a_table(path: Path) -> None:
    Library.open(path).close()
    with closing(sqlite3.connect(path)) as other:
        other.execute("DROP TABLE notes")


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda path: path.write_bytes(b"texto, no una base de datos\n" * 99), "is not a library"),
        (lambda path: path.write_bytes(b"x"), "is not a library"),
        (foreign_database, "is not a library"),
        (newer_library, "newer version"),
        (truncated_library, "is damaged"),
        (overwritten_library, "is damaged"),
        (library_without_a_table, "is damaged"),
        (Path.mkdir, "is a folder"),
    ],
)
def test_opening_refuses_what_is_no_good_library(
    tmp_path: Path, make: Callable[[Path], object], sentence: str
) -> None:
    path = tmp_path / "library.sqlite"
    make(path)
    before = files(tmp_path)
    assert sentence in refusal(path)
    assert str(path) in refusal(path)
    assert files(tmp_path) == before


@POSIX
def test_opening_refuses_a_pipe(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    assert "is not a library" in refusal(path)


@POSIX
def test_opening_refuses_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "There can't be a library" in refusal(tmp_path / "file" / "library.sqlite")


@POSIX
def test_opening_refuses_a_loop_of_links(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert "There can't be a library" in refusal(tmp_path / "a")


@contextmanager
def without_privileges(folder: Path) -> Iterator[None]:
    """Act as a user whom permissions bind, if we are the one whom they don't."""
    if os.geteuid() != 0:
        yield
        return
    for each in (folder, *folder.parents):
        if each.stat().st_uid == 0 and each.parts[-1:] != ("tmp",):
            each.chmod(each.stat().st_mode | 0o055)
        if each.parts[-1:] == ("tmp",):
            break
    for each in (folder, *folder.iterdir()):
        os.chown(each, 65534, 65534)
    os.setresuid(65534, 65534, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@POSIX
@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o400, 0o700), (0o600, 0o500), (0, 0o700)])
def test_opening_refuses_what_it_may_not_write(
    path: Path, file_mode: int, folder_mode: int
) -> None:
    before = files(path.parent)
    with without_privileges(path.parent):
        path.chmod(file_mode)
        path.parent.chmod(folder_mode)
        try:
            assert "can't be written" in refusal(path)
        finally:
            path.parent.chmod(0o700)
            path.chmod(0o600)
    assert files(path.parent) == before


@POSIX
def test_opening_refuses_to_make_a_library_where_it_may_not(tmp_path: Path) -> None:
    with without_privileges(tmp_path):
        tmp_path.chmod(0o500)
        try:
            assert "can't be written" in refusal(tmp_path / "library.sqlite")
        finally:
            tmp_path.chmod(0o700)


def test_opening_says_that_a_library_is_locked(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = exclusive")
        other.execute("BEGIN IMMEDIATE")
        assert "in use by another program" in refusal(path)


@POSIX
def test_opening_leaves_the_locks_of_another_connection_alone(path: Path) -> None:
    """Closing any descriptor of a file takes this process's locks on it away.

    Another program would then believe to be the last one, and delete the log that is in use.
    """
    code = (
        "import sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1])\n"
        "c.execute('SELECT * FROM notes').fetchall()\n"
        "c.close()"
    )
    with Library.open(path) as first:
        first.save_position(article().id, 3)
        Library.open(path).close()
        assert os.spawnl(os.P_WAIT, sys.executable, sys.executable, "-c", code, str(path)) == 0
        assert path.with_name("library.sqlite-wal").exists()


def test_opening_at_once_from_several_threads_makes_one_library(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    failures: list[BaseException] = []
    together = threading.Barrier(4)

    def make() -> None:
        together.wait()
        try:
            Library.open(path).close()
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=make) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def test_opening_marks_the_file_as_a_library(path: Path) -> None:
    header = path.read_bytes()[:100]
    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID
    assert int.from_bytes(header[60:64], "big") == SCHEMA_VERSION


def test_opening_makes_nothing_of_a_migration_that_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "library.sqlite"
    path.touch()

    def fail(db: object) -> None:
        raise sqlite3.OperationalError("full")

    monkeypatch.setattr(migrations._migrations[-1], "fn", fail)
    with pytest.raises(sqlite3.OperationalError):
        Library.open(path)
    assert path.read_bytes() == b""


def test_opening_counts_the_migrations() -> None:
    assert len(migrations._migrations) == SCHEMA_VERSION


def test_opening_needs_no_numpy() -> None:
    code = "import sys, reader.store.library; sys.exit('numpy' in sys.modules)"
    assert os.spawnl(os.P_WAIT, sys.executable, sys.executable, "-c", code) == 0

"""Writes are whole or not at all, and what fails is told in one sentence."""

import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from reader.core.choices import LinkChoice
from reader.core.errors import LibraryError
from reader.core.mentions import Kind
from reader.store.library import Library, utc_now
from tests.store.examples import annotation, article, found, person

CHOICE = LinkChoice(article().id, Kind.PERSON, "Lavrov", "person:lavrov")
WRITES: list[Callable[[Library], object]] = [
    lambda library: library.add_document(article("otro")),
    lambda library: library.document_opened(article().id),
    lambda library: library.store_recognition(found(article())),
    lambda library: library.save_note("person:lavrov", "otra"),
    lambda library: library.save_annotation(annotation(article())),
    lambda library: library.delete_annotation("a1"),
    lambda library: library.save_link_choice(CHOICE),
    lambda library: library.delete_link_choice(CHOICE),
    lambda library: library.save_identifier("person:lavrov", "wikidata", "Q58217"),
    lambda library: library.clear_cache(),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        library.add_document(article())
        library.store_recognition(found(article(), person("Lavrov")))
        library.save_note("person:lavrov", "nota")
    return path


@pytest.mark.parametrize("write", WRITES)
def test_library_says_that_another_program_is_writing(
    path: Path, write: Callable[[Library], object]
) -> None:
    with (
        Library.open(path, busy_timeout_ms=1) as library,
        closing(sqlite3.connect(path, isolation_level=None)) as other,
    ):
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryError, match="in use by another program"):
            write(library)
        assert library.documents() != []  # reading goes on
        other.execute("ROLLBACK")
        write(library)


def test_library_leaves_out_a_position_while_another_program_is_writing(path: Path) -> None:
    with (
        Library.open(path, busy_timeout_ms=120_000) as library,
        closing(sqlite3.connect(path, isolation_level=None)) as db,
    ):
        db.execute("BEGIN IMMEDIATE")
        started = time.perf_counter()
        assert not library.save_position(article().id, 3)
        assert time.perf_counter() - started < 30  # the others wait for two minutes
        db.execute("ROLLBACK")
        assert library.position(article().id) == 0
        assert library.save_position(article().id, 3)
        assert library.position(article().id) == 3


def test_library_waits_as_long_as_ever_after_a_position(path: Path) -> None:
    with Library.open(path, busy_timeout_ms=1234) as library:
        library.save_position(article().id, 3)
        assert library._db.execute("PRAGMA busy_timeout").fetchone() == (1234,)
        library._db.execute("PRAGMA query_only = ON")
        with pytest.raises(LibraryError, match="can't be written"):
            library.save_position(article().id, 4)
        assert library._db.execute("PRAGMA busy_timeout").fetchone() == (1234,)


def test_library_waits_for_another_program(path: Path) -> None:
    with Library.open(path) as library:
        other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        other.execute("BEGIN IMMEDIATE")
        timer = threading.Timer(0.05, other.execute, ["COMMIT"])
        timer.start()
        assert library.save_note("person:lavrov", "otra").text == "otra"
        timer.join()
        other.close()


def test_library_sees_what_another_program_wrote(path: Path) -> None:
    with Library.open(path) as first, Library.open(path) as second:
        first.save_note("person:lavrov", "de la primera")
        note = second.note("person:lavrov")
        assert note is not None
        assert note.text == "de la primera"


def test_library_says_that_the_disk_is_full(path: Path) -> None:
    with Library.open(path) as library:
        pages = library._db.execute("PRAGMA page_count").fetchone()[0]
        library._db.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(LibraryError, match="no room"):
            library.save_note("person:lavrov", "x" * 100_000)
        note = library.note("person:lavrov")
        assert note is not None
        assert note.text == "nota"


def test_library_says_that_it_is_damaged_where_it_is(path: Path) -> None:
    documents = [article(f"{number} " * 1_000) for number in range(100)]
    with Library.open(path) as library:
        for document in documents:
            library.add_document(document)
    data = bytearray(path.read_bytes())
    half = len(data) // 2 // 4096 * 4096
    data[half:] = b"\xff" * (len(data) - half)
    path.write_bytes(data)
    with pytest.raises(LibraryError, match="is damaged"), Library.open(path) as library:
        [library.document(document.id) for document in documents]


def test_library_takes_what_makes_no_sense_for_damage(path: Path) -> None:
    data = path.read_bytes()
    assert data.count("Título".encode()) == 1
    path.write_bytes(data.replace("Título".encode(), b"T\xff\xfftulo"))
    with Library.open(path) as library, pytest.raises(LibraryError, match="is damaged"):
        library.documents()


def test_library_belongs_to_one_thread(library: Library) -> None:
    raised: list[BaseException] = []

    def read() -> None:
        try:
            library.documents()
        except sqlite3.ProgrammingError as error:
            raised.append(error)

    thread = threading.Thread(target=read)
    thread.start()
    thread.join()
    assert len(raised) == 1


def test_library_undoes_a_write_that_fails_halfway(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.add_document(article())

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("reader.store.recognitions._places", fail)
    with pytest.raises(KeyboardInterrupt):
        library.store_recognition(found(article(), person("Lavrov")))
    assert library.entity("person:lavrov") is None
    assert library.latest_model(article().id) is None


def test_library_can_be_closed_twice(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library.sqlite")
    library.close()
    library.close()


def test_library_times_sort_as_texts() -> None:
    times = [utc_now() for _ in range(100)]
    assert times == sorted(times)
    assert all(len(time) == 27 and time.endswith("Z") for time in times)

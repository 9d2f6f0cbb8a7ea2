"""A backup that is put back while others read and write the library: nothing breaks."""

import random
import threading
from pathlib import Path

import pytest

from reader.core.backups import Reason
from reader.core.errors import LibraryError
from reader.core.export import ExportFilter, ExportScope, ScopeKind
from reader.exporting.registry import format_of
from reader.exporting.run import ExportTask, run_export
from reader.store.backups import is_whole, make_backup, restore_backup
from reader.store.library import Library
from tests.durability.driver import prepare, state_of
from tests.durability.writes import PEOPLE
from tests.store.examples import naming, news
from tests.store.test_derived import check


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the path of a library that has something of all, closed."""
    path = tmp_path / "library.sqlite"
    prepare(path, seed=2)
    return path


def test_restore_in_use_leaves_a_reader_what_it_reads(path: Path) -> None:
    backup = make_backup(path, Reason.BY_HAND)
    then = state_of(path)
    with Library.open(path) as reader:
        reader.shelf.add(news("Otra cosa.", title="Después"))
        with reader._session.reading() as db:
            before = db.execute("SELECT count(*) FROM documents").fetchone()[0]
            restore_backup(path, backup.path)
            assert db.execute("SELECT count(*) FROM documents").fetchone()[0] == before
        assert len(reader.documents()) == before - 1
        assert state_of(path) == then
        reader.shelf.add(news("Una más.", title="Al final"))
        check(reader)
    assert is_whole(path)


@pytest.mark.parametrize("seed", range(3))
def test_restore_in_use_and_an_import_that_writes(path: Path, seed: int) -> None:
    backup = make_backup(path, Reason.BY_HAND)
    ended = threading.Event()
    failures: list[BaseException] = []
    written: list[int] = []

    def write() -> None:
        chance = random.Random(seed)
        with Library.open(path) as library:
            while not ended.is_set():
                try:
                    parsed = news(f"Ana Torres dijo {chance.randrange(10**9)}.", title="Llega")
                    added = library.shelf.add(parsed)
                    written.append(1)
                    library.store_recognition(naming(parsed.document, *PEOPLE, model="m1"))
                    library.shelf.mark_read([added.document_id], read=True)
                except LibraryError as error:  # the article has gone with what was put back
                    assert "\n" not in str(error)  # noqa: PT017
                except BaseException as error:
                    failures.append(error)
                    return

    writer = threading.Thread(target=write)
    writer.start()
    for _ in range(4):
        restore_backup(path, backup.path)
    ended.set()
    writer.join()
    assert failures == []
    assert written
    assert is_whole(path)
    with Library.open(path) as library:
        check(library)


@pytest.mark.parametrize("format_id", ["markdown", "vault", "json"])
@pytest.mark.parametrize("at", [0, 1, 3])
def test_restore_in_use_and_an_export_that_reads(
    path: Path, tmp_path: Path, format_id: str, at: int
) -> None:
    """The export is of what there still is when it comes to it, and breaks nowhere."""
    backup = make_backup(path, Reason.BY_HAND)
    with Library.open(path) as library:
        for number in range(3):
            parsed = news(f"Ana Torres y Eva Paz en {number}, ayer.", title=f"Nueva {number}")
            added = library.shelf.add(parsed)
            library.store_recognition(naming(parsed.document, *PEOPLE, model="m1"))
            library.notebook.save(PEOPLE[1].id, f"Nota {number} [[Eva Paz]]")
            assert added.document_id
        steps: list[int] = []

        def step(_done: int, _total: int) -> None:
            steps.append(1)
            if len(steps) == at + 1:
                restore_backup(path, backup.path)

        made = format_of(format_id)
        scope = ExportScope(ScopeKind.LIBRARY)
        target = tmp_path / "out"
        run_export(library, ExportTask(scope, ExportFilter(), made, target), step=step)
        assert len(steps) > at
        check(library)
    assert target.exists()
    assert state_of(path) == state_of(backup.path)

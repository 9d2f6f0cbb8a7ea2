"""A disk that is really full, at any moment of a write: no loss, one sentence, and it goes on.

The disk is a small one in memory, which only the system's administrator may make: elsewhere these
are skipped, and `test_faults` has SQLite alone meet the same.
"""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.core.backups import Reason
from reader.core.errors import ReaderError
from reader.core.files import write_atomically
from reader.store.backups import backups_of, is_whole, make_backup, restore_backup
from reader.store.library import Library
from reader.ui.background import LibraryThread, SaveState
from tests.durability.driver import Clock, prepare, state_of
from tests.durability.writes import WRITES
from tests.store.test_derived import check

SIZE = 8 << 20
LEFT = (0, 4096, 16_384, 65_536, 262_144)
"""Bytes that are left on the disk when something is written."""

SOME = ("save_note", "shelf.add", "shelf.keep_picture", "corrections.merge", "shelf.update")


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a library that has something for every write, closed."""
    path = tmp_path_factory.mktemp("model") / "library.sqlite"
    prepare(path, seed=2)
    return path


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Return the folder of a small disk of its own; skip where none can be made."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("only the administrator may make a disk")
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE},mode=700", "tmpfs", str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("no disk can be made here")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.fixture
def path(disk: Path, model: Path) -> Path:
    """Return the path of a library on the small disk."""
    return Path(shutil.copy(model, disk / "library.sqlite"))


def fill(disk: Path, left: int) -> None:
    """Let `left` bytes be free."""
    free = shutil.disk_usage(disk).free
    (disk / "ballast").write_bytes(bytes(max(0, free - left)))


def free(disk: Path) -> None:
    (disk / "ballast").unlink(missing_ok=True)


@pytest.mark.parametrize("left", LEFT)
@pytest.mark.parametrize("name", SOME)
def test_full_disk_refuses_a_write_as_a_whole(disk: Path, path: Path, name: str, left: int) -> None:
    with Library.open(path, now=Clock(10**6)) as library:
        library.documents()
        fill(disk, left)
        before = state_of(path)
        try:
            WRITES[name](library, random.Random(4))
        except ReaderError as error:
            assert "no room" in str(error)  # noqa: PT017
            assert state_of(path) == before
            free(disk)
            WRITES[name](library, random.Random(4))
        assert state_of(path) != before
        free(disk)
        check(library)
    assert is_whole(path)


@pytest.mark.parametrize("left", LEFT)
def test_full_disk_opens_a_library_or_says_why_not(disk: Path, path: Path, left: int) -> None:
    before = state_of(path)
    fill(disk, left)
    try:
        with Library.open(path) as library:
            assert library.documents() != []
    except ReaderError as error:
        assert "\n" not in str(error)  # noqa: PT017
    free(disk)
    assert state_of(path) == before


def test_full_disk_keeps_what_is_typed_until_there_is_room(
    qtbot: QtBot, disk: Path, path: Path
) -> None:
    with Library.open(path) as library:
        entity_id = library.directory.find("")[0].entity.id
    thread = LibraryThread(path)
    read: list[object] = []
    thread.call(lambda library: library.documents(), done=read.append)
    qtbot.waitUntil(lambda: read != [])
    fill(disk, 0)
    told: list[ReaderError] = []
    long = "largo " * 20_000
    thread.save(
        "note",
        lambda library: library.save_note(entity_id, long),
        text=long,
        failed=told.append,
    )
    qtbot.waitUntil(lambda: thread.state is SaveState.FAILED)
    thread.retry()
    qtbot.waitUntil(lambda: thread.state is SaveState.FAILED)
    assert len(told) == 1
    assert thread.unsaved_texts() == [long]
    free(disk)
    thread.retry()
    qtbot.waitUntil(lambda: thread.state is SaveState.SAVED)
    thread.finish()
    with Library.open(path) as library:
        note = library.note(entity_id)
        assert note is not None
        assert note.text.strip() == long.strip()


@pytest.mark.parametrize("left", LEFT)
def test_full_disk_has_no_half_backups(disk: Path, path: Path, left: int) -> None:
    fill(disk, left)
    with pytest.raises(ReaderError, match="room"):
        make_backup(path, Reason.BY_HAND)
    assert backups_of(path) == []
    assert not list((disk / "backups").glob("*"))
    free(disk)
    assert is_whole(make_backup(path, Reason.BY_HAND).path)


@pytest.mark.parametrize("left", LEFT)
def test_full_disk_puts_a_backup_back_as_a_whole_or_not(
    disk: Path, path: Path, tmp_path: Path, left: int
) -> None:
    """The backup lies elsewhere, and is larger than what there is room for."""
    backup = make_backup(path, Reason.BY_HAND)
    elsewhere = Path(shutil.move(backup.path, tmp_path / "backup.sqlite"))
    with Library.open(path) as library:
        library.save_note(library.directory.find("")[0].entity.id, "después de la copia")
    before = state_of(path)
    fill(disk, left)
    try:
        restore_backup(path, elsewhere)
    except ReaderError as error:
        assert "\n" not in str(error)  # noqa: PT017
    free(disk)
    assert state_of(path) in (before, state_of(elsewhere))
    assert is_whole(path)


@pytest.mark.parametrize("left", LEFT)
def test_full_disk_leaves_an_earlier_export_whole(disk: Path, left: int) -> None:
    target = disk / "export.md"
    target.write_text("la anterior")
    fill(disk, left)
    with pytest.raises((ReaderError, OSError)):
        write_atomically(target, b"x" * (SIZE // 2))
    assert target.read_text() == "la anterior"
    assert sorted(each.name for each in disk.iterdir()) == ["ballast", "export.md"]

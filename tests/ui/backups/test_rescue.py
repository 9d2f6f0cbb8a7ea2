"""What can't be saved outlives the program, though it is killed."""

import stat
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.core.errors import ReaderError
from reader.store.library import Library
from reader.ui.background import LibraryThread, SaveState
from reader.ui.backups.rescue import Rescue

TYPED = "Lo que sé de él: ñ 🙂"


@pytest.fixture
def library(tmp_path: Path) -> LibraryThread:
    return LibraryThread(tmp_path / "library.sqlite")


def refuse(_library: Library) -> None:
    raise ReaderError("There is no room.")


def type_in_vain(qtbot: QtBot, library: LibraryThread, text: str = TYPED) -> None:
    library.save("note", refuse, text=text, failed=lambda _error: None)
    qtbot.waitUntil(lambda: library.state is SaveState.FAILED)


def test_rescue_keeps_what_could_not_be_saved_for_the_next_start(
    qtbot: QtBot, library: LibraryThread, tmp_path: Path
) -> None:
    folder = tmp_path / "state"
    rescue = Rescue(library, folder)
    type_in_vain(qtbot, library)
    kept = folder / "unsaved.txt"
    assert kept.read_text("utf-8") == TYPED
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    library.finish()  # as if it were killed: nothing is taken away
    del rescue
    again = LibraryThread(tmp_path / "library.sqlite")
    later = Rescue(again, folder)
    with qtbot.waitSignal(later.told) as told:
        again.call(lambda library: library.documents())
    assert told.args is not None
    (found,) = folder.glob("unsaved-*.txt")
    assert str(found) in told.args[0]
    assert found.read_text("utf-8") == TYPED
    assert not kept.exists()
    again.finish()


def test_rescue_takes_its_file_away_once_all_is_saved(
    qtbot: QtBot, library: LibraryThread, tmp_path: Path
) -> None:
    rescue = Rescue(library, tmp_path)
    type_in_vain(qtbot, library)
    assert (tmp_path / "unsaved.txt").exists()
    library.save("note", lambda library: library.documents(), text=TYPED, failed=print)
    qtbot.waitUntil(lambda: library.state is SaveState.SAVED)
    assert not (tmp_path / "unsaved.txt").exists()
    library.finish()
    rescue.deleteLater()


def test_rescue_goes_elsewhere_where_there_can_be_no_file(
    qtbot: QtBot, library: LibraryThread, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "state").write_text("no folder")
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    rescue = Rescue(library, tmp_path / "state")
    type_in_vain(qtbot, library)
    (found,) = (tmp_path / "tmp").rglob("unsaved.txt")
    assert found.read_text("utf-8") == TYPED
    library.finish()
    rescue.deleteLater()

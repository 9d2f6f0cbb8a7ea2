import stat
import sys
from pathlib import Path

import pytest

from reader.core.errors import DocumentError
from reader.logbook import Logbook


def text(log: Logbook) -> str:
    return log.path.read_text("utf-8")


def test_logbook_tells_of_errors_without_what_the_user_reads(tmp_path: Path) -> None:
    log = Logbook(tmp_path / "log")
    log.started()
    log.told(DocumentError("“{path}” is empty.", path="/home/ana/Montero dimite.txt"))
    try:
        {}["María Jesús Montero dimite"]
    except KeyError as error:
        log.bug(KeyError, error, error.__traceback__)
    log.ended()
    written = text(log)
    assert "started: Reader" in written
    assert "DocumentError: “{path}” is empty." in written
    assert "builtins.KeyError" in written
    assert "test_logbook.py:" in written
    assert "ended" in written
    assert "Montero" not in written
    assert "/home" not in written


def test_logbook_does_not_grow_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.logbook.MAX_BYTES", 2000)
    log = Logbook(tmp_path)
    for _ in range(400):
        log.told(DocumentError("Something was wrong with it."))
    log.ended()
    files = list(tmp_path.iterdir())
    assert len(files) == 4
    assert sum(file.stat().st_size for file in files) < 10_000


@pytest.mark.skipif(sys.platform == "win32", reason="modes of files")
def test_logbook_is_the_users_alone(tmp_path: Path) -> None:
    log = Logbook(tmp_path / "log")
    log.started()
    log.ended()
    assert stat.S_IMODE(log.path.stat().st_mode) == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")
def test_logbook_makes_the_users_folder_for_the_user_alone(tmp_path: Path) -> None:
    """It is the first to need the folder, when the program starts for the first time."""
    Logbook(tmp_path / "reader" / "log")
    assert stat.S_IMODE((tmp_path / "reader").stat().st_mode) == 0o700


def test_logbook_does_without_a_file(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("no folder")
    log = Logbook(tmp_path / "log")
    log.started()
    log.ended()
    assert (tmp_path / "log").read_text() == "no folder"

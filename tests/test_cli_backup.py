"""The commands `backup` and `doctor` on a real library."""

import re
from pathlib import Path

import pytest

from reader.cli import run
from reader.store.backups import backups_of
from reader.store.library import Library
from tests.store.examples import news


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        library.shelf.add(news("Serguéi Lavrov viajó a Pyongyang."))
    return path


def backup(library: Path, *arguments: str | Path) -> int:
    return run(["backup", "--library", str(library), *map(str, arguments)])


def titles(library: Path) -> list[str]:
    with Library.open(library) as opened:
        return sorted(each.title for each in opened.documents())


def test_cli_backup_makes_lists_and_restores(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert backup(library, "create") == 0
    (made,) = backups_of(library)
    assert capsys.readouterr().out == f"{made.path}\n"
    with Library.open(library) as opened:
        opened.shelf.add(news("Otra noticia.", title="Otra"))
    assert backup(library, "restore", "1") == 0
    assert titles(library) == ["Título"]
    assert "before-restore" in capsys.readouterr().out
    assert backup(library, "list") == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert "before a restore" in lines[0]
    assert "2 articles" in lines[0]
    assert "by hand" in lines[1]
    assert "1 articles" in lines[1]
    assert backup(library, "restore", backups_of(library)[0].path.name) == 0
    assert titles(library) == ["Otra", "Título"]


def test_cli_backup_knows_what_it_was_asked_for(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = library.read_bytes()
    assert backup(library, "restore", "7") == 1
    assert "There is no backup “7”" in capsys.readouterr().err
    assert library.read_bytes() == before
    assert backup(tmp_path / "no.sqlite", "create") == 1
    assert "There is no library" in capsys.readouterr().err
    assert backup(tmp_path / "no.sqlite", "list") == 0


def test_cli_backup_saves_what_can_be_read(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved = tmp_path / "saved.sqlite"
    assert backup(library, "save", saved) == 0
    out = capsys.readouterr().out
    assert "1 articles" in out
    assert re.search(r"^  documents +1$", out, re.MULTILINE)
    assert titles(saved) == ["Título"]


def test_cli_doctor_tells_of_a_healthy_library(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    backup(library, "create")
    assert run(["doctor", "--library", str(library)]) == 0
    out = capsys.readouterr().out
    for expected in ("Reader ", "SQLite ", "whole", "1 articles", "Backups      1", "Model"):
        assert expected in out
    assert "Lavrov" not in out
    assert "Título" not in out


def test_cli_doctor_says_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "Dropbox" / "library.sqlite"
    path.parent.mkdir()
    Library.open(path).close()
    path.chmod(0o644)
    data = bytearray(path.read_bytes())
    data[8192:12288] = bytes(4096)
    path.write_bytes(data)
    assert run(["doctor", "--library", str(path)]) == 1
    out = capsys.readouterr().out
    assert "Dropbox" in out
    assert "damaged" in out
    assert "chmod 600" in out


def test_cli_doctor_does_without_a_library(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["doctor", "--library", str(tmp_path / "no" / "library.sqlite")]) == 0
    assert "(not there)" in capsys.readouterr().out
    assert not (tmp_path / "no").exists()

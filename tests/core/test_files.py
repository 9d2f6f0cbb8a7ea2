import os
import stat
from pathlib import Path

import pytest

from reader.core.errors import DocumentError, ExportError
from reader.core.files import make_private, read_bytes, write_atomically


def test_files_read_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"hola")
    assert read_bytes(tmp_path / "a.txt") == b"hola"


def test_files_missing_says_so(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="There is no file"):
        read_bytes(tmp_path / "nada.txt")


def test_files_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="is a folder"):
        read_bytes(tmp_path)


def test_files_below_a_file_says_that_it_is_missing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"hola")
    with pytest.raises(DocumentError, match="There is no file"):
        read_bytes(tmp_path / "a.txt" / "b.txt")


def test_files_empty_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    with pytest.raises(DocumentError, match="is empty"):
        read_bytes(tmp_path / "a.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_files_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(DocumentError, match="a device or a pipe"):
        read_bytes(tmp_path / "pipe")


def test_files_too_large_says_how_large(tmp_path: Path) -> None:
    with open(tmp_path / "a.txt", "wb") as file:
        file.truncate(200_000_000)  # sparse: takes no room on the disk
    with pytest.raises(DocumentError, match="is 200 MB"):
        read_bytes(tmp_path / "a.txt")


def test_files_unreadable_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Whoever runs the tests as root may read everything, so the system's refusal is played.
    def refuse(*_args: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(DocumentError, match="no permission"):
        read_bytes(tmp_path / "a.txt")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_files_without_permission_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"hola")
    (tmp_path / "a.txt").chmod(0)
    with pytest.raises(DocumentError, match="no permission"):
        read_bytes(tmp_path / "a.txt")


def test_files_failing_disk_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object) -> int:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "open", fail)
    with pytest.raises(DocumentError, match=r"could not be read \(Input/output error\)"):
        read_bytes(tmp_path / "a.txt")


def test_files_write_replaces_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    write_atomically(path, "uno\n")
    write_atomically(path, "dós\n")
    assert path.read_bytes() == "dós\n".encode()
    assert list(tmp_path.iterdir()) == [path]


def test_files_write_keeps_mode_and_link(tmp_path: Path) -> None:
    target = tmp_path / "target.md"
    target.write_text("uno")
    target.chmod(0o640)
    link = tmp_path / "link.md"
    link.symlink_to(target)
    write_atomically(link, "dos")
    assert link.is_symlink()
    assert target.read_text() == "dos"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_files_failed_write_leaves_the_earlier_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.md"
    write_atomically(path, "uno")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportError, match="No space left on device"):
        write_atomically(path, "dos")
    assert path.read_text() == "uno"
    assert list(tmp_path.iterdir()) == [path]


def test_files_write_into_missing_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="could not be written"):
        write_atomically(tmp_path / "nada" / "a.md", "uno")


def modes(folder: Path, *below: str) -> list[int]:
    found: list[int] = []
    for name in below:
        folder /= name
        found.append(stat.S_IMODE(folder.stat().st_mode))
    return found


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_files_folders_are_made_for_the_user_alone(tmp_path: Path) -> None:
    (tmp_path / "share").mkdir()
    (tmp_path / "share").chmod(0o755)
    make_private(tmp_path / "share" / "reader" / "models")
    make_private(tmp_path / "share" / "reader" / "models")
    assert modes(tmp_path, "share", "reader", "models") == [0o755, 0o700, 0o700]


def test_files_folder_below_a_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(NotADirectoryError):
        make_private(tmp_path / "file" / "folder")
    with pytest.raises(FileExistsError):
        make_private(tmp_path / "file")

"""Installing: a model is there whole, or everything is as it was before."""

import errno
import hashlib
import io
import json
import os
import stat
import threading
import time
from collections import namedtuple
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from email.message import Message
from pathlib import Path

import pytest

from reader.core.errors import ModelError
from reader.recognition.catalogue import Release
from reader.recognition.download import Response
from reader.recognition.install import (
    NOTE,
    check_published,
    install_release,
    install_wheel,
    is_intact,
    remove_model,
)
from reader.recognition.model import find_model, load
from reader.recognition.progress import InstallCancelledError
from reader.recognition.wheel import read_wheel
from tests.recognition.wheels import LABEL, files_of, write_wheel

Open = Callable[[str], AbstractContextManager[Response]]


class Sent(io.BytesIO):
    """What a server sent."""

    headers = Message()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "models"


@pytest.fixture
def wheel(ruler_model: Path, tmp_path: Path) -> Path:
    """Return the path of a sound wheel."""
    return write_wheel(tmp_path / f"{LABEL}-py3-none-any.whl", files_of(ruler_model))


@pytest.fixture
def release(wheel: Path) -> Release:
    """Return the release whose file is the sound wheel."""
    data = wheel.read_bytes()
    name, version = LABEL.split("-")
    return Release(
        name, version, len(data), "MIT", hashlib.sha256(data).hexdigest(), url="https://x"
    )


@pytest.fixture
def sends(wheel: Path) -> Open:
    """Return an opener of any address that answers with the sound wheel."""
    return lambda url: closing(Sent(wheel.read_bytes()))


def refuses(url: str) -> AbstractContextManager[Response]:
    """Fail as where there is no network, and as where it shouldn't be asked."""
    raise OSError(errno.ENETUNREACH, "Network is unreachable")


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_install_puts_a_release_where_it_is_found(
    release: Release, folder: Path, sends: Open
) -> None:
    installed = install_release(release, folder, open_url=sends)
    assert (installed.was_there, installed.published) == (False, True)
    assert installed.info == find_model("es_prueba", installed=folder)
    assert [path.name for path in folder.iterdir()] == [LABEL]
    assert load(installed.info).pipe_names == ["entity_ruler"]


def test_install_puts_a_file_where_it_is_found(wheel: Path, folder: Path) -> None:
    installed = install_wheel(wheel, folder)
    assert (installed.was_there, installed.published) == (False, False)
    assert find_model(LABEL, installed=folder).folder == folder / LABEL
    assert is_intact(folder / LABEL)
    assert not list(folder.rglob("*.py"))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_install_makes_its_folder_for_the_user_alone(wheel: Path, tmp_path: Path) -> None:
    install_wheel(wheel, tmp_path / "reader" / "models")
    made = (tmp_path / "reader", tmp_path / "reader" / "models")
    assert [stat.S_IMODE(each.stat().st_mode) for each in made] == [0o700, 0o700]


def test_install_of_a_published_file_says_so(wheel: Path, release: Release, folder: Path) -> None:
    assert install_wheel(wheel, folder, catalogue=(release,)).published
    assert check_published(read_wheel(wheel), (release,))


def test_install_refuses_a_file_that_only_pretends_to_be_published(
    wheel: Path, release: Release, folder: Path, ruler_model: Path
) -> None:
    write_wheel(wheel, {**files_of(ruler_model), "es_prueba/more.py": b""})
    with pytest.raises(ModelError, match="is not the file published under this name"):
        install_wheel(wheel, folder, catalogue=(release,))
    assert not folder.exists()


def test_install_of_what_is_there_already_says_so(
    wheel: Path, release: Release, folder: Path, sends: Open
) -> None:
    install_release(release, folder, open_url=sends)
    again = install_release(release, folder, open_url=refuses)
    assert (again.was_there, again.published) == (True, True)
    assert install_wheel(wheel, folder).was_there


def test_install_of_what_pip_has_installed_says_so(
    ruler_model: Path,
    release: Release,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, data in files_of(ruler_model).items():
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_bytes(data)
    monkeypatch.syspath_prepend(tmp_path / "site")
    there = install_release(release, folder, open_url=refuses)
    assert (there.was_there, there.published) == (True, False)
    assert not folder.exists()


@pytest.mark.parametrize("damage", ["changed", "missing", "no note"])
def test_install_mends_a_damaged_model(
    release: Release, folder: Path, sends: Open, damage: str
) -> None:
    whole = install_release(release, folder, open_url=sends).info.folder
    before = contents(folder)
    if damage == "changed":
        (whole / "tokenizer").write_bytes(b"x")
    else:
        (whole / ("tokenizer" if damage == "missing" else NOTE)).unlink()
    assert not is_intact(whole)
    assert not install_release(release, folder, open_url=sends).was_there
    assert contents(folder) == before


def test_install_replaces_another_build_of_the_same_version(
    wheel: Path, folder: Path, ruler_model: Path
) -> None:
    install_wheel(wheel, folder)
    write_wheel(wheel, files_of(ruler_model, meta={"license": "CC0"}))
    assert install_wheel(wheel, folder).info.licence == "CC0"
    assert [path.name for path in folder.iterdir()] == [LABEL]


def test_install_goes_on_from_a_model_that_is_there(
    wheel: Path, folder: Path, ruler_model: Path, tmp_path: Path
) -> None:
    install_wheel(wheel, folder)
    other = write_wheel(tmp_path / "other.whl", files_of(ruler_model, version="1.10.0"))
    install_wheel(other, folder)
    assert find_model("es_prueba", installed=folder).version == "1.10.0"
    assert find_model(LABEL, installed=folder).version == "1.2.0"


@pytest.mark.parametrize("data", [b"", b"half a file", b"<html>Sign in to this network</html>"])
def test_install_of_something_else_leaves_nothing(
    release: Release, folder: Path, data: bytes
) -> None:
    with pytest.raises(ModelError, match="is not the published file"):
        install_release(release, folder, open_url=lambda url: closing(Sent(data)))
    assert list(folder.iterdir()) == []


def test_install_offline_leaves_nothing(release: Release, folder: Path) -> None:
    with pytest.raises(ModelError, match="Network is unreachable"):
        install_release(release, folder, open_url=refuses)
    assert list(folder.iterdir()) == []


def test_install_of_a_release_that_is_hostile_leaves_nothing(
    wheel: Path, release: Release, folder: Path, ruler_model: Path, sends: Open
) -> None:
    data = write_wheel(wheel, {**files_of(ruler_model), "../../escaped": b"x"}).read_bytes()
    named = Release(release.name, release.version, len(data), "MIT",
                    hashlib.sha256(data).hexdigest(), url="https://x")  # fmt: skip
    with pytest.raises(ModelError, match="leads elsewhere"):
        install_release(named, folder, open_url=sends)
    assert list(folder.iterdir()) == []
    assert not list(folder.parent.parent.rglob("escaped"))


class CalledOff:
    """Is called off the `asked`th time that it is asked."""

    def __init__(self, asked: int) -> None:
        self.left = asked

    def is_set(self) -> bool:
        self.left -= 1
        return self.left < 0


@pytest.mark.parametrize("asked", range(0, 12, 3))
def test_install_called_off_anywhere_leaves_what_was_there(
    wheel: Path, folder: Path, asked: int, release: Release, sends: Open
) -> None:
    install_wheel(wheel, folder)
    (folder / LABEL / "tokenizer").write_bytes(b"damaged")
    before = contents(folder)
    with pytest.raises(InstallCancelledError):
        install_release(release, folder, open_url=sends, cancel=CalledOff(asked))
    assert contents(folder) == before


def test_install_can_be_called_off_by_an_event(wheel: Path, folder: Path) -> None:
    event = threading.Event()
    with pytest.raises(InstallCancelledError):
        install_wheel(wheel, folder, cancel=event, progress=lambda *_: event.set())
    assert list(folder.iterdir()) == []


def test_install_interrupted_leaves_nothing(
    release: Release, folder: Path, sends: Open, wheel: Path
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        install_release(release, folder, open_url=sends, progress=interrupt)
    with pytest.raises(KeyboardInterrupt):
        install_wheel(wheel, folder, progress=interrupt)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(errno.EIO, "Input/output error")])
def test_install_interrupted_at_the_last_step_keeps_the_earlier_model(
    wheel: Path,
    folder: Path,
    ruler_model: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
) -> None:
    install_wheel(wheel, folder)
    before = contents(folder)
    write_wheel(wheel, files_of(ruler_model, meta={"license": "CC0"}))
    rename = Path.rename

    def fail(self: Path, target: Path) -> Path:
        if self.name == "model":
            raise error
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises((KeyboardInterrupt, ModelError)):
        install_wheel(wheel, folder)
    assert contents(folder) == before


def test_install_sweeps_what_a_killed_one_left_but_not_one_under_way(
    wheel: Path, folder: Path
) -> None:
    killed, running = folder / ".install-killed", folder / ".install-running"
    for left in (killed, running):
        left.mkdir(parents=True)
        (left / "part").write_bytes(b"x")
    two_days_ago = time.time() - 2 * 24 * 60 * 60
    os.utime(killed, (two_days_ago, two_days_ago))
    install_wheel(wheel, folder)
    assert {path.name for path in folder.iterdir()} == {LABEL, ".install-running"}


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "too little room on the disk"),
        (errno.EACCES, "no permission to write in"),
        (errno.EROFS, "no permission to write in"),
        (errno.EIO, "could not be written in .* \\(Input/output error\\)"),
    ],
)
def test_install_says_why_it_can_not_write(
    wheel: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    def fail(descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(ModelError, match=words):
        install_wheel(wheel, folder)
    assert list(folder.iterdir()) == []


def test_install_looks_for_room_first(
    release: Release, folder: Path, sends: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")(0, 0, release.size_bytes - 1)
    monkeypatch.setattr("shutil.disk_usage", lambda path: usage)
    with pytest.raises(ModelError, match=f"too little room on the disk of {folder}"):
        install_release(release, folder, open_url=sends)
    assert list(folder.iterdir()) == []


def test_install_into_what_is_a_file_says_so(wheel: Path, folder: Path) -> None:
    folder.parent.mkdir()
    folder.write_bytes(b"x")
    with pytest.raises(ModelError, match="could not be written in"):
        install_wheel(wheel, folder)
    assert folder.read_bytes() == b"x"


@pytest.mark.parametrize("note", ["", "[]", '{"files": 3}', '{"files": {"\\u0000": 1}}', "{}"])
def test_install_takes_a_model_with_a_broken_note_for_damaged(
    wheel: Path, folder: Path, note: str
) -> None:
    install_wheel(wheel, folder)
    (folder / LABEL / NOTE).write_text(note)
    assert not is_intact(folder / LABEL)
    assert not install_wheel(wheel, folder).was_there
    assert json.loads((folder / LABEL / NOTE).read_text("utf-8"))["file"] == wheel.name


def test_install_by_two_at_once_gives_one_whole_model_and_no_error(
    wheel: Path, folder: Path
) -> None:
    ready = threading.Barrier(4)
    failed: list[BaseException] = []

    def install() -> None:
        def wait_for_the_others(done: int, total: int | None) -> None:
            if done == total:
                ready.wait(10)

        try:
            install_wheel(wheel, folder, progress=wait_for_the_others)
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=install) for _ in range(ready.parties)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert [path.name for path in folder.iterdir()] == [LABEL]
    assert is_intact(folder / LABEL)


def test_install_that_another_one_overtakes_in_the_last_moment_is_content(
    wheel: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename, overtaken = Path.rename, threading.Event()

    def overtake(self: Path, target: Path) -> Path:
        if self.name == "model" and not overtaken.is_set():
            overtaken.set()
            install_wheel(wheel, folder)
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", overtake)
    assert install_wheel(wheel, folder).info.folder == folder / LABEL
    assert overtaken.is_set()
    assert [path.name for path in folder.iterdir()] == [LABEL]
    assert is_intact(folder / LABEL)


def test_remove_leaves_nothing_of_a_model_and_all_of_another(
    wheel: Path, folder: Path, ruler_model: Path, tmp_path: Path
) -> None:
    install_wheel(wheel, folder)
    install_wheel(write_wheel(tmp_path / "o.whl", files_of(ruler_model, version="2.0")), folder)
    remove_model("es_prueba-2.0", folder)
    assert [path.name for path in folder.iterdir()] == [LABEL]
    assert is_intact(folder / LABEL)


@pytest.mark.parametrize("label", [LABEL, "../elsewhere", "..", "."])
def test_remove_of_what_is_not_installed_does_nothing(
    wheel: Path, folder: Path, label: str
) -> None:
    install_wheel(wheel, folder).info.folder.rename(folder / "other-1.0")
    (folder.parent / "elsewhere").mkdir()
    before = contents(folder.parent)
    remove_model(label, folder)
    assert contents(folder.parent) == before
    assert (folder.parent / "elsewhere").is_dir()


def test_remove_that_fails_leaves_the_model(
    wheel: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install_wheel(wheel, folder)

    def fail(self: Path, target: Path) -> Path:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(ModelError, match=r"was not removed: .* \(Permission denied\)"):
        remove_model(LABEL, folder)
    assert is_intact(folder / LABEL)
    assert [path.name for path in folder.iterdir()] == [LABEL]

"""Where programs of one user meet is that user's alone."""

import os
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from reader.ui import instance
from reader.ui.instance import Instance

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="has no folders of that kind")


@pytest.fixture(autouse=True)
def public(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return the folder of temporary files of a system that gives the user none of their own."""
    with tempfile.TemporaryDirectory() as folder:
        monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _location: "")
        monkeypatch.setattr(tempfile, "tempdir", folder)
        yield Path(folder)


def open_to_all(folder: Path) -> None:
    folder.mkdir()
    folder.chmod(0o777)


def link(folder: Path) -> None:
    other = folder.with_name("other")
    other.mkdir(mode=0o700)
    folder.symlink_to(other)


def test_instance_folder_is_made_private_and_kept(public: Path) -> None:
    folder = instance._folder()
    assert folder.parent == public
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert instance._folder() == folder


@pytest.mark.parametrize("make", [open_to_all, link])
def test_instance_folder_of_someone_else_is_not_used(
    public: Path, make: Callable[[Path], None]
) -> None:
    theirs = public / f"reader-{os.getuid()}"
    make(theirs)
    folder = instance._folder()
    assert folder.resolve() != theirs.resolve()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert list(theirs.iterdir()) == []


def test_instance_folder_of_another_user_is_not_used(
    public: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = instance._folder()
    monkeypatch.setattr(instance, "_user", lambda: str(folder.name.removeprefix("reader-")))
    monkeypatch.setattr(os, "getuid", lambda: folder.stat().st_uid + 1)
    assert instance._folder() != folder


def test_instance_drops_who_sends_what_no_environment_can_hold(
    qtbot: QtBot, tmp_path: Path
) -> None:
    first = Instance(tmp_path / "library.sqlite")
    first.hand_over([])
    first.listen()
    asked: list[object] = []
    first.asked.connect(asked.append)
    socket = QLocalSocket()
    socket.connectToServer(first._socket_name)
    with qtbot.waitSignal(socket.disconnected, timeout=10_000):
        socket.write(b'{"open": ["/a"], "environment": {"DESKTOP_STARTUP_ID": "a\\u0000b"}}\n')
    assert asked == []
    first.close()

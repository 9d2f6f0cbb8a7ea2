"""A second program hands its files to the first."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.ui import instance
from reader.ui.instance import Instance


@pytest.fixture(autouse=True)
def own_folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:  # the path of a socket has 107 bytes at most
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield Path(folder)


@pytest.fixture
def first(tmp_path: Path) -> Iterator[Instance]:
    first = Instance(tmp_path / "library.sqlite")
    assert first.hand_over([]) is False
    first.listen()
    yield first
    first.close()


LATER = """
import sys
from pathlib import Path
from reader.ui.instance import Instance
later = Instance(Path(sys.argv[1]))
sys.exit(0 if later.hand_over(sys.argv[2:]) else 5)
"""


def later(library: Path, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", LATER, str(library), *arguments])


def ended(qtbot: QtBot, process: subprocess.Popen[bytes]) -> int:
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=30_000)
    return process.returncode


def test_instance_takes_what_a_later_one_was_started_with(
    qtbot: QtBot, first: Instance, tmp_path: Path
) -> None:
    wanted = ["/home/ana/año «1».txt", "reader://article/abc?start=1&end=5"]
    with qtbot.waitSignal(first.asked, timeout=30_000) as asked:
        process = later(tmp_path / "library.sqlite", *wanted)
    assert asked.args == [wanted]
    assert ended(qtbot, process) == 0


def test_instance_of_another_library_is_its_own(
    qtbot: QtBot, first: Instance, tmp_path: Path
) -> None:
    with qtbot.assertNotEmitted(first.asked):
        assert ended(qtbot, later(tmp_path / "other.sqlite", "a.txt")) == 5


def test_instance_is_free_again_once_the_first_has_ended(
    qtbot: QtBot, first: Instance, tmp_path: Path
) -> None:
    first.close()
    assert ended(qtbot, later(tmp_path / "library.sqlite", "a.txt")) == 5


HELD = """
import sys, time
from pathlib import Path
from reader.ui.instance import Instance
first = Instance(Path(sys.argv[1]))
assert not first.hand_over([])
print("held", flush=True)
time.sleep(600)
"""


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_instance_is_free_again_once_the_first_was_killed(qtbot: QtBot, tmp_path: Path) -> None:
    library = tmp_path / "library.sqlite"
    process = subprocess.Popen([sys.executable, "-c", HELD, str(library)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    free = Instance(library)
    assert free.hand_over(["a.txt"]) is False
    free.listen()
    with qtbot.waitSignal(free.asked, timeout=30_000) as asked:
        again = later(library, "b.txt")
    assert asked.args == [["b.txt"]]
    assert ended(qtbot, again) == 0
    free.close()


def test_instance_that_does_not_answer_is_not_waited_for_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(instance, "TRIES_S", 0.3)
    silent = Instance(tmp_path / "library.sqlite")
    assert silent.hand_over([]) is False  # has the lock, and never listens
    begun = time.monotonic()
    assert Instance(tmp_path / "library.sqlite").hand_over(["a.txt"]) is False
    assert time.monotonic() - begun < 60  # not for ever, however busy the machine
    silent.close()


@pytest.mark.parametrize(
    "message", [b"[]\n", b"{\n", b'{"open": 5, "environment": {}}\n', b"\xff\n"]
)
def test_instance_takes_nothing_else(
    qtbot: QtBot, first: Instance, tmp_path: Path, message: bytes
) -> None:
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(first._socket_name)
    assert socket.waitForConnected(5000)
    with qtbot.assertNotEmitted(first.asked):
        socket.write(message)
        socket.flush()
        qtbot.waitUntil(
            lambda: socket.state() == QLocalSocket.LocalSocketState.UnconnectedState, timeout=10_000
        )


@pytest.mark.skipif(os.name != "posix", reason="modes of files")
def test_instance_listens_to_its_user_alone(first: Instance) -> None:
    assert Path(first._socket_name).stat().st_mode & 0o077 == 0

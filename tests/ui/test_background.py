"""What runs behind the window, and what goes first."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.core.document import Parsed
from reader.core.errors import ReaderError
from reader.formats.isolation import IsolatedReader
from reader.ui.background import BackgroundThread, LibraryThread
from reader.ui.file_reading import MOST_AT_ONCE, FileReading


@pytest.fixture
def held() -> threading.Event:
    """Return what the first call waits for, so that others come behind it."""
    return threading.Event()


def run_behind(
    qtbot: QtBot, thread: BackgroundThread, held: threading.Event, *calls: Callable[[], None]
) -> None:
    """Ask for calls while the thread is busy, and wait until all have run."""
    thread.call(lambda: held.wait(60))
    for call in calls:
        call()
    held.set()
    thread.finish()
    qtbot.wait(0)


def test_background_what_was_called_for_later_lets_others_go_first(
    qtbot: QtBot, held: threading.Event
) -> None:
    thread, ran = BackgroundThread("test"), []
    run_behind(
        qtbot,
        thread,
        held,
        lambda: thread.call(lambda: ran.append("file 2"), later=True),
        lambda: thread.call(lambda: ran.append("file 3"), later=True),
        lambda: thread.call(lambda: ran.append("pasted")),
    )
    assert ran == ["pasted", "file 2", "file 3"]


def test_background_what_settles_waits_for_what_was_called_for_later(
    qtbot: QtBot, held: threading.Event
) -> None:
    thread, ran = BackgroundThread("test"), []
    run_behind(
        qtbot,
        thread,
        held,
        lambda: thread.call(lambda: ran.append("file"), later=True),
        thread.settle,
        lambda: thread.call(lambda: ran.append("close")),
    )
    assert ran == ["file", "close"]


def test_background_tells_of_what_came_first_first(qtbot: QtBot, held: threading.Event) -> None:
    thread, told = BackgroundThread("test"), []
    thread.call(lambda: held.wait(60))
    thread.call(lambda: 1, done=told.append, later=True)
    thread.call(lambda: 2, done=told.append)
    held.set()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == [2, 1]
    thread.finish()


def test_library_thread_closes_a_library_once_all_is_in_it(qtbot: QtBot, tmp_path: Path) -> None:
    library, held, paths = LibraryThread(tmp_path / "one.sqlite"), threading.Event(), []
    with qtbot.waitSignal(library.opened):
        library.call(lambda _library: held.wait(60))
    library.call(lambda open_one: paths.append(open_one.path), later=True)
    library.use(tmp_path / "two.sqlite")
    library.call(lambda open_one: paths.append(open_one.path))
    held.set()
    library.finish()
    assert [path.name for path in paths] == ["one.sqlite", "two.sqlite"]
    assert library._library is None


def test_file_reading_doesnt_wait_behind_a_long_file(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, article_path: Path
) -> None:
    long_ones, released = [tmp_path / "largo.txt", tmp_path / "otro.txt"], threading.Event()
    read = IsolatedReader.read

    def slow(reader: IsolatedReader, path: Path) -> Parsed:
        if path in long_ones:
            released.wait(60)
        return read(reader, path)

    monkeypatch.setattr(IsolatedReader, "read", slow)
    for path in long_ones:
        path.write_text("Un artículo muy largo. " * 9, "utf-8")
    reading, done = FileReading(), []
    failed: list[ReaderError] = []
    reading.read(long_ones[0], done=done.append, failed=failed.append)
    reading.read(article_path, done=done.append, failed=failed.append)
    qtbot.waitUntil(lambda: len(done) == 1)
    assert "Lavrov" in done[0].document.text
    reading.read(long_ones[1], done=done.append, failed=failed.append)
    reading.read(article_path, done=done.append, failed=failed.append)
    assert len(reading._lanes) == MOST_AT_ONCE
    released.set()
    qtbot.waitUntil(lambda: len(done) == 4)
    reading.finish()
    assert not failed

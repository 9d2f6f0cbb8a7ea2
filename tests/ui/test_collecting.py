"""When garbage is collected."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.ui.collecting import Collecting

_ACTIVE = Qt.ApplicationState.ApplicationActive
_AWAY = Qt.ApplicationState.ApplicationInactive


class _Knot:
    """Garbage that only a collection finds."""

    freed = 0

    def __init__(self) -> None:
        self.self = self

    def __del__(self) -> None:
        _Knot.freed += 1


@pytest.fixture
def application(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[QGuiApplication]:
    monkeypatch.setattr("reader.ui.collecting._AFTER_MS", 1)
    before = gc.get_threshold()
    yield qapp
    gc.set_threshold(*before)
    gc.unfreeze()


def test_collecting_waits_until_the_window_is_left(
    qtbot: QtBot, application: QGuiApplication
) -> None:
    collecting = Collecting(application)
    gc.disable()  # the young are collected at any time
    try:
        _Knot.freed = 0
        _Knot()
        application.applicationStateChanged.emit(_ACTIVE)
        assert collecting._timer.interval() > 60_000
        assert _Knot.freed == 0
        application.applicationStateChanged.emit(_AWAY)
        qtbot.waitUntil(lambda: _Knot.freed == 1)
    finally:
        gc.enable()
        collecting.deleteLater()


def test_collecting_leaves_what_is_there_alone(application: QGuiApplication) -> None:
    frozen = gc.get_freeze_count()
    collecting = Collecting(application)
    assert gc.get_freeze_count() > frozen + 1000
    assert gc.get_threshold()[2] > 100_000
    collecting.deleteLater()

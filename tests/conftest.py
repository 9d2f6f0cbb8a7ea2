"""What every test shares: no screen, no user's folders, patience, and the user's article."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

# Set before Qt is imported: a test needs no screen, and shows none that is there.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

PATIENCE_MS = 60_000
"""How long a test waits for what comes in no time, unless the machine is busy with others."""

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the tests away from the settings and the library of whoever runs them."""
    home = tmp_path_factory.mktemp("home")
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.delenv("LANGUAGE", raising=False)  # it would choose the language of messages


class PatientBot(QtBot):
    """Waits for longer than pytest-qt does of itself; a test that says how long knows why."""

    def waitUntil(self, callback: Callable, *, timeout: int = PATIENCE_MS) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE_MS, **options: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **options)

    def waitSignals(self, signals: list, *, timeout: int = PATIENCE_MS, **options: Any) -> Any:
        return super().waitSignals(signals, timeout=timeout, **options)


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> QtBot:
    """Return what works the widgets, as pytest-qt's does, and waits while the machine is busy."""
    return PatientBot(request)


@pytest.fixture
def article_path() -> Path:
    """Return the path of the user's article."""
    return SEEDS / "rusia-corea-del-norte.txt"

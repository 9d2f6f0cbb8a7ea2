"""What every test shares: no screen, no user's folders, and the user's article."""

import os
from pathlib import Path

import pytest

# Set before Qt is imported: a test needs no screen, and shows none that is there.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the tests away from the settings and the library of whoever runs them."""
    home = tmp_path_factory.mktemp("home")
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.delenv("LANGUAGE", raising=False)  # it would choose the language of messages


@pytest.fixture
def article_path() -> Path:
    """Return the path of the user's article."""
    return SEEDS / "rusia-corea-del-norte.txt"

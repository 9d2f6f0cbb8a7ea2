"""A few windows that are killed; `python -m tests.durability.kill --window` does more."""

import sys
from pathlib import Path

import pytest

from tests.durability.driver import Report
from tests.durability.kill import LostError
from tests.durability.window_kills import WindowKills

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")


def test_window_kills_lose_nothing_that_was_shown_as_saved(tmp_path: Path) -> None:
    kills = WindowKills(tmp_path, seed=3)
    for _ in range(2):
        kills.round()
    assert kills.count["saved"] > 0


def test_window_kills_notice_what_is_lost(tmp_path: Path) -> None:
    """The check itself fails where a note isn't there that was shown as saved."""
    kills = WindowKills(tmp_path, seed=3)
    kills._prepare()
    reports = [Report("shown", "note", '["person:ana-crawford", "una nota"]')]
    with pytest.raises(LostError, match="a note that was shown as saved"):
        kills._check_shown(reports)
    with pytest.raises(LostError, match="neither what was saved"):
        kills._check("0", [])

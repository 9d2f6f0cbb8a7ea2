"""A few rounds of the harness that kills; `python -m tests.durability.kill` does a thousand."""

import sys
from pathlib import Path

import pytest

from tests.durability.kill import Kills


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and fork are POSIX")
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_rounds_lose_nothing_and_leave_nothing_by_halves(tmp_path: Path) -> None:
    kills = Kills(tmp_path, seed=4)
    for _ in range(8):
        kills.round()
    assert kills.count["saved"] > 0

"""Random doings in the window; `monkey.py` says what they are. More of them by hand, by seed."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("seed", [3])
def test_monkey_whatever_is_done_nothing_breaks(seed: int) -> None:
    ended = subprocess.run(
        [
            *(sys.executable, "-m", "tests.durability.monkey"),
            *("--steps", "150", "--seed", str(seed)),
        ],
        check=False,
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert f"seed {seed}: 0 wrong" in ended.stdout

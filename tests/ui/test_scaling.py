"""No words are cut off on scaled screens, in the smallest window and on a 4K screen."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(("scale", "language"), [("1.25", "es"), ("1.5", "en"), ("2", "es")])
def test_scaling_cuts_no_words_off(scale: str, language: str) -> None:
    """In a process of its own, as Qt reads the scale when it begins."""
    ended = subprocess.run(
        [sys.executable, "-m", "tests.ui.scaled", language],
        cwd=Path(__file__).parents[2],
        env=os.environ | {"QT_SCALE_FACTOR": scale},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr[-3000:]
    told = json.loads(ended.stdout.splitlines()[-1])
    assert told["ratio"] == float(scale)
    assert {"article", "card", "filters", "preferences 1", "export"} <= set(told["seen"])
    assert told["problems"] == []

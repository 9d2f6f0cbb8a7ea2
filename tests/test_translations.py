"""Every text of the interface is translated, and the compiled files are those of the sources."""

import subprocess
import sys
from pathlib import Path

UPDATE = Path(__file__).parent.parent / "packaging" / "translations" / "update.py"


def test_translations_are_complete() -> None:
    ended = subprocess.run(
        [sys.executable, str(UPDATE), "--check"], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr

"""Walk the program's main states on a scaled screen, and print what is cut off, as JSON.

A process of its own, as Qt reads the scale when it begins: `python -m tests.ui.scaled LANGUAGE`,
with `QT_SCALE_FACTOR` set.
"""

import json
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QSize

from reader.app import Application, make_qapplication
from reader.settings import Settings
from tests import stages
from tests.looks import clipped, outside

_STATES = 25
"""Those of the reading room, the pages, the preferences and the first dialogs."""
_SIZES = (QSize(900, 600), QSize(1920, 1080))
"""Logical pixels: the smallest window, and what a 4K screen has at 200 %."""


def main(language: str) -> None:
    """Print the screen's ratio, the states that were seen, and what was cut off in each."""
    make_qapplication()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        program = Application(
            library=place / "library.sqlite",
            settings_file=place / "settings.toml",
            state_file=place / "window.ini",
        )
        program.open(())
        stages.wait_until(lambda: program.workbench is not None, "the window")
        bench = program.workbench
        assert bench is not None
        bench.set_settings(Settings(language=language))
        seen: list[str] = []
        problems: list[str] = []
        for stage in stages.stages(bench):
            seen.append(stage.name)
            whole = stage.widget is bench.window
            for size in _SIZES if whole else (stage.widget.size(),):
                if whole:
                    stage.widget.resize(size)
                    stages.settle(3)
                found = clipped(stage.widget) | outside(stage.widget)
                problems += [f"{stage.name} at {size.width()}: {each}" for each in sorted(found)]
            if len(seen) >= _STATES:
                break
        ratio = bench.window.devicePixelRatioF()
        print(json.dumps({"ratio": ratio, "seen": seen, "problems": problems}), flush=True)
        program.window.close()
        stages.wait_until(lambda: not program.window.isVisible(), "the end")
        program.finish()


if __name__ == "__main__":
    main(sys.argv[1])

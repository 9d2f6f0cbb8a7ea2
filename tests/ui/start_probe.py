"""Start the program on an article, and print what was imported by the time its names are shown.

`python -m tests.ui.start_probe FOLDER ARTICLE`; printed is a JSON list of modules.
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from reader.app import Application, make_qapplication


def main(folder: Path, article: Path) -> None:
    """Start, wait for the names, print, and end."""
    qt = make_qapplication()
    program = Application(
        library=folder / "library.sqlite",
        settings_file=folder / "settings.toml",
        state_file=folder / "window.ini",
    )

    def tell() -> None:
        print(json.dumps(sorted(sys.modules)), flush=True)
        program.window.close()
        qt.quit()

    def watch() -> None:
        assert program.workbench is not None
        program.workbench.controller.spans_found.connect(lambda _: QTimer.singleShot(0, tell))

    program.built.connect(watch)
    program.open([article])
    qt.exec()
    program.finish()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

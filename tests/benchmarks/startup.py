"""Time the start: `python tests/benchmarks/startup.py [--runs N]`.

Each run is a process of its own, on a warm disk, timed from its spawning: a bare PySide6 window
with a menu and a line of text, and the program on the sample article with a new library. The two
take turns, so that a machine that drifts touches both alike. Printed are medians, in ms, and the
ratio of the two windows. `QT_QPA_PLATFORM=offscreen` where there is no screen.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ARTICLE = Path(__file__).resolve().parent.parent.parent / "seeds" / "rusia-corea-del-norte.txt"

BARE = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, done)

def done():
    print(f"window {time.time()}", flush=True)
    app.quit()

app = QApplication(sys.argv)
window = Window()
window.menuBar().addMenu("File").addAction("Open")
window.setCentralWidget(QLabel("Texto"))
window.resize(1280, 840)
window.show()
app.exec()
"""

PROGRAM = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
from reader.app import Application, make_qapplication

folder, article = Path(sys.argv[1]), Path(sys.argv[2])

def tell(what):
    print(f"{what} {time.time()}", flush=True)

class Paints(QObject):
    waiting = None
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and self.waiting:
            what, self.waiting = self.waiting, None
            QTimer.singleShot(0, lambda: self.done(what))
        return False
    def done(self, what):
        tell(what)
        if what == "highlights":
            program.window.close()
            qt.quit()

qt = make_qapplication()
program = Application(
    library=folder / "library.sqlite", settings_file=folder / "s.toml", state_file=folder / "w.ini"
)
window, paints = Paints(), Paints()
window.waiting = "window"
program.window.installEventFilter(window)

def wait_for(what):
    paints.waiting = what
    program.workbench.view.viewport().update()

def watch():
    controller = program.workbench.controller
    program.workbench.view.viewport().installEventFilter(paints)
    controller.article_opened.connect(lambda _: wait_for("text"))
    controller.spans_found.connect(lambda _: wait_for("highlights"))

program.built.connect(watch)
program.open([article])
qt.exec()
program.finish()
leaked = sorted({"spacy", "thinc", "numpy"} & set(sys.modules))
print(f"leaked {','.join(leaked) or '-'}", flush=True)
"""


def run(script: str, *arguments: str) -> dict[str, float]:
    """Run a script in a process of its own; return the ms from its spawning to each thing it told.

    :raises RuntimeError: where recognition's libraries reached the window's process.
    """
    import time

    environment = dict(os.environ)
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled
    start = time.time()
    ended = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=60,
        env=environment,
    )
    told = dict(line.split() for line in ended.stdout.splitlines())
    if told.pop("leaked", "-") != "-":
        raise RuntimeError("recognition's libraries were imported in the window's process")
    return {what: (float(at) - start) * 1000 for what, at in told.items()}


def main() -> None:
    """Print the medians of some runs."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen" if "DISPLAY" not in os.environ else "xcb")
    bare: list[float] = []
    program: list[dict[str, float]] = []
    for counted in range(-1, options.runs):  # the first warms the disk
        with tempfile.TemporaryDirectory() as folder:
            bare_run, program_run = run(BARE), run(PROGRAM, folder, str(ARTICLE))
        if counted >= 0:
            bare.append(bare_run["window"])
            program.append(program_run)
    ratios = [ours["window"] / theirs for ours, theirs in zip(program, bare, strict=True)]
    print(f"platform {os.environ['QT_QPA_PLATFORM']}, {options.runs} runs, ms from spawning")
    print(f"bare window        {statistics.median(bare):7.0f}")
    for what in ("window", "text", "highlights"):
        values = [ours[what] for ours in program]
        spread = f"{min(values):.0f}–{max(values):.0f}"
        print(f"Reader: {what:<10} {statistics.median(values):7.0f}   ({spread})")
    print(f"window, ratio      {statistics.median(ratios):7.2f}   (target ≤ 1.5)")


if __name__ == "__main__":
    main()

"""Time the start: `python tests/benchmarks/startup.py [--runs N]`.

Each run is a process of its own, on a warm disk, timed from its spawning: a bare PySide6 window
with a menu and a line of text, and the program on the sample article with a new library. The two
take turns, so that a machine that drifts touches both alike. Printed are medians, in ms, of the
clock and of the window's process's own processor time, which a busy machine touches less; and the
ratio of the two windows. `--root FOLDER` times another checkout of the program, in turns with this
one. `QT_QPA_PLATFORM=offscreen` where there is no screen.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
ARTICLE = ROOT / "seeds" / "rusia-corea-del-norte.txt"

BARE = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, done)

def done():
    print(f"window {time.time()} {time.process_time()}", flush=True)
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
    print(f"{what} {time.time()} {time.process_time()}", flush=True)

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
print(f"leaked 0 {','.join(leaked) or '-'}", flush=True)
"""


@dataclass(frozen=True, slots=True)
class Moment:
    """When something was there: ms by the clock, from the spawning, and of processor time."""

    clock: float
    processor: float


def run(script: str, *arguments: str, root: Path) -> dict[str, Moment]:
    """Run a script in a process of its own; return when each thing was there that it told.

    :raises RuntimeError: where recognition's libraries reached the window's process.
    """
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
        cwd=root,
    )
    told = [line.split() for line in ended.stdout.splitlines()]
    if any(what == "leaked" and which != "-" for what, _, which in told):
        raise RuntimeError("recognition's libraries were imported in the window's process")
    return {
        what: Moment((float(at) - start) * 1000, float(used) * 1000)
        for what, at, used in told
        if what != "leaked"
    }


def main() -> None:
    """Print the medians of some runs."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--root", type=Path, action="append", default=[])
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen" if "DISPLAY" not in os.environ else "xcb")
    bare: list[Moment] = []
    programs: dict[Path, list[dict[str, Moment]]] = {each: [] for each in (*options.root, ROOT)}
    for counted in range(-1, options.runs):  # the first warms the disk
        bare_run = run(BARE, root=ROOT)["window"]
        for root, runs in programs.items():
            with tempfile.TemporaryDirectory() as folder:
                program_run = run(PROGRAM, folder, str(ARTICLE), root=root)
            if counted >= 0:
                runs.append(program_run)
        if counted >= 0:
            bare.append(bare_run)
    print(f"platform {os.environ['QT_QPA_PLATFORM']}, {options.runs} runs, ms from spawning")
    print(f"{'bare window':<19} {said(bare)}")
    for root, runs in programs.items():
        print(root)
        for what in ("window", "text", "highlights"):
            print(f"Reader: {what:<11} {said([ours[what] for ours in runs])}")
        ratios = [ours["window"].clock / b.clock for ours, b in zip(runs, bare, strict=True)]
        print(f"window, ratio       {statistics.median(ratios):7.2f}   (target ≤ 1.1)")


def said(moments: list[Moment]) -> str:
    """Return the median by the clock, the least and the most, and that of processor time."""
    clock = [moment.clock for moment in moments]
    spread = f"({min(clock):.0f}–{max(clock):.0f})"
    used = statistics.median(moment.processor for moment in moments)
    return f"{statistics.median(clock):7.0f}   {spread:<12} processor {used:5.0f}"


if __name__ == "__main__":
    main()

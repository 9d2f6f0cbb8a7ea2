"""How long it takes from a click on a tab to its text: python tests/benchmarks/tabs.py

The window and the library are the real ones; names come from the cache. With the time that the
clock says stands the processor's, which a busy machine changes less.
"""

import argparse
import statistics
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication

from reader.app import Application, make_qapplication
from reader.ui.recognizer import Recognizer
from reader.ui.tabs.tab import Goal
from reader.ui.workbench import Workbench
from tests.ui.tabs.conftest import fill

_WORDS_IN_PARAGRAPH = 34
_REST_MS = 700


def main() -> None:
    """Print the times for an article of 1,000 words and for books."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int, nargs="+", default=[1_000, 100_000])
    parser.add_argument("--switches", type=int, default=12)
    arguments = parser.parse_args()
    for name in ("start", "stop", "recognize"):
        setattr(Recognizer, name, lambda *_args, **_options: None)
    setattr(Recognizer, "model_key", lambda _self, _language: "m")  # noqa: B010 (as above)
    application = make_qapplication()
    for words in arguments.words:
        with tempfile.TemporaryDirectory() as folder:
            times = switches(application, Path(folder), words, arguments.switches)
        clock, cpu = zip(*times, strict=True)
        print(
            f"{words:>9,} words: median {statistics.median(clock):.0f} ms, worst {max(clock):.0f}; "
            f"processor {statistics.median(cpu):.0f} ms, worst {max(cpu):.0f}"
        )


def switches(
    application: QApplication, folder: Path, words: int, count: int
) -> list[tuple[float, float]]:
    """Return the milliseconds of each switch to another tab, by the clock and the processor."""
    fill(folder / "library.sqlite", "Uno", "Dos", paragraphs=words // _WORDS_IN_PARAGRAPH)
    program = Application(
        library=folder / "library.sqlite",
        settings_file=folder / "settings.toml",
        state_file=folder / "window.ini",
    )
    program.open([])
    while program.workbench is None or program.workbench.library_pane.model.article(1) is None:
        wait(application, 20)
    workbench = program.workbench
    articles = [workbench.library_pane.model.article(row) for row in range(2)]
    workbench.show_article(articles[0].id)  # type: ignore[union-attr]
    wait(application, _REST_MS)
    workbench.tabs.open(Goal(articles[1].id))  # type: ignore[union-attr]
    times = []
    for number in range(count):
        bar = workbench.view.verticalScrollBar()
        bar.setValue(bar.maximum() * (number % 5 + 1) // 6)
        wait(application, _REST_MS)
        times.append(switched(application, workbench))
    program.window.close()
    wait(application, _REST_MS)
    program.finish()
    return times


def switched(application: QApplication, workbench: Workbench) -> tuple[float, float]:
    """Switch to the other tab, and return how long it took until its text was painted."""
    painted = []
    slot = workbench.view.first_painted.connect(lambda: painted.append(True))
    clock, cpu = time.perf_counter(), time.process_time()
    workbench.tabs.walk(1)
    while not painted:
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)
    took = (time.perf_counter() - clock) * 1000, (time.process_time() - cpu) * 1000
    workbench.view.first_painted.disconnect(slot)
    return took


def wait(application: QApplication, milliseconds: int) -> None:
    """Let the window live for a while."""
    deadline = QDeadlineTimer(milliseconds)
    while not deadline.hasExpired():
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 10)


if __name__ == "__main__":
    main()

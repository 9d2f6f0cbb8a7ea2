"""Measure how the library pane scrolls: `python tests/benchmarks/library_list.py LIBRARY.sqlite`.

The library is one of those that `library.py --folder` leaves; it is opened, and not written to. The
list is scrolled by a fifth of a screen a frame for 300 frames, dragged to 200 places all over, and
walked to its end in 100 jumps of one screen. Printed are the time of a frame (what the window's
thread does from one frame to the next, painting included; p50, p95, worst; 16.7 ms are 60 frames a
second), how long after a jump its rows are there, and the time to read and lay out the whole list.
Without a screen, run it with QT_QPA_PLATFORM=offscreen.
"""

import argparse
import random
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from reader import paths
from reader.app import make_qapplication
from reader.ui.background import LibraryThread
from reader.ui.library.article_model import ARTICLE_ROLE
from reader.ui.library.feed import LibraryFeed
from reader.ui.library.library_pane import LibraryPane
from reader.ui.theme import load_theme

_PATIENCE_S = 20


def main() -> int:
    """Scroll, print, and return the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("library", type=Path)
    options = parser.parse_args()
    application = make_qapplication()
    window = QWidget()
    window.resize(280, 900)
    owner = QObject()
    library = LibraryThread(options.library, owner)
    pane = LibraryPane(window)
    pane.resize(280, 900)
    pane.set_theme(load_theme(paths.resources() / "themes", "light"))
    feed = LibraryFeed(library, pane.model, pane.query, owner)
    feed.shelves_read.connect(pane.set_shelves)
    feed.listing_read.connect(pane.set_listing)
    pane.view.rows_moved_to.connect(feed.look_at)
    window.show()
    began = time.perf_counter()
    feed.refresh()
    _until(application, lambda: pane.count() > 0)
    print(f"{pane.count()} articles are there after {_ms(began):.0f} ms, opening included")
    scroll(application, pane)
    library.finish()
    return 0


def scroll(application: QApplication, pane: LibraryPane) -> None:
    """Scroll in three ways, and print how long the frames took."""
    bar, view = pane.view.verticalScrollBar(), pane.view
    chance = random.Random(1)
    page = bar.pageStep()
    steady = [number * page // 5 for number in range(300)]
    dragged = [chance.randrange(bar.maximum()) for _ in range(200)]
    last = [bar.maximum() - number * page for number in range(100)][::-1]
    for name, places in (("steady", steady), ("dragged", dragged), ("screens", last)):
        frames: list[float] = []
        for place in places:
            began = time.perf_counter()
            bar.setValue(place)
            view.viewport().repaint()
            application.processEvents()
            frames.append(_ms(began))
        print(f"{name}: a frame {_figures(frames)}")
    waits: list[float] = []
    for place in (chance.randrange(bar.maximum()) for _ in range(50)):
        began = time.perf_counter()
        bar.setValue(place)
        view.viewport().repaint()
        _until(application, lambda: _is_filled(pane))
        waits.append(_ms(began))
    print(f"rows after a jump: {_figures(waits)}")


def _is_filled(pane: LibraryPane) -> bool:
    first, last = pane.view.rows_on_screen()
    rows = range(first, min(last, pane.count()))
    return all(pane.model.index(row).data(ARTICLE_ROLE) is not None for row in rows)


def _until(application: QApplication, condition) -> None:
    end = time.perf_counter() + _PATIENCE_S
    while not condition() and time.perf_counter() < end:
        application.processEvents()
        time.sleep(0.001)


def _figures(taken: list[float]) -> str:
    ordered = sorted(taken)
    p50, p95 = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
    return f"p50 {p50:.1f} ms, p95 {p95:.1f} ms, worst {ordered[-1]:.1f} ms"


def _ms(since: float) -> float:
    return (time.perf_counter() - since) * 1000


if __name__ == "__main__":
    sys.exit(main())

"""Measure how soon the page of a frequent entity shows its first rows, and how it scrolls.

`python tests/benchmarks/entity_page.py [--articles N] [--library FILE]`.

The library is one of `library.py`, made unless FILE is there; its first entity is named in 10,000
articles at the most, twice in each. Printed are, in ms, the time from the wish to the painted page,
median and worst of ten, in turn with another entity's; and the time to paint one frame, median and
p95, while some thousand rows are scrolled through.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from reader import paths
from reader.ui.background import LibraryThread
from reader.ui.entity_page.page import EntityPage
from reader.ui.entity_page.presenter import EntityPagePresenter
from reader.ui.theme import load_theme
from tests.benchmarks.library import Generator, generate

FRAMES = 120


def shown_after(presenter: EntityPagePresenter, page: EntityPage, entity_id: str) -> float:
    """Return how long it takes until the first rows of an entity's page are painted."""
    loop = QEventLoop()
    presenter.shown.connect(loop.quit)
    began = time.perf_counter()
    presenter.open(entity_id)
    loop.exec()
    page.grab()
    return (time.perf_counter() - began) * 1000


def wait(ms: int) -> None:
    """Let the window work."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def frames(page: EntityPage, *, rows: int = 3000) -> list[float]:
    """Return how long each frame takes to paint, in ms, once so many rows are there."""
    before = 0
    while before < page.rows.rowCount() < rows:
        before = page.rows.rowCount()
        page.view.scrollToBottom()
        wait(60)
    bar = page.view.verticalScrollBar()
    taken: list[float] = []
    for frame in range(FRAMES):
        bar.setValue(bar.maximum() * frame // FRAMES)
        began = time.perf_counter()
        page.view.viewport().grab()
        taken.append((time.perf_counter() - began) * 1000)
    return sorted(taken)


def measure(path: Path, articles: int) -> None:
    """Print what is measured of the library at `path`."""
    application = QApplication([])
    library = LibraryThread(path)
    page = EntityPage()
    page.set_theme(load_theme(paths.resources() / "themes", "light"))
    page.resize(800, 900)
    page.show()
    presenter = EntityPagePresenter(page, library, learn_note=lambda *_: None, parent=page)
    often, seldom = (entity.id for entity in Generator(articles, 1).entities[:2])
    shown_after(presenter, page, seldom)  # opens the library
    taken: list[float] = []
    for _ in range(10):
        wait(300)  # what is read behind the first rows
        taken.append(shown_after(presenter, page, often))
        shown_after(presenter, page, seldom)
    shown_after(presenter, page, often)
    print(f"first rows   {statistics.median(taken):6.1f} ms median, {max(taken):.1f} ms worst")
    painted = frames(page)
    print(
        f"one frame    {statistics.median(painted):6.1f} ms median, "
        f"{painted[int(len(painted) * 0.95)]:.1f} ms p95, of {page.rows.rowCount()} rows"
    )
    library.finish()
    application.quit()


def main() -> None:
    """Make the library unless it is there, and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--library", type=Path, help="keep the library there, and use it again")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = arguments.library or Path(folder) / "library.sqlite"
        if not path.exists():
            generate(path, arguments.articles)
        measure(path, arguments.articles)


if __name__ == "__main__":
    main()

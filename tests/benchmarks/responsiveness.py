"""How long a book holds the window up: `python tests/benchmarks/responsiveness.py [--words N]`.

The whole program opens a generated text of `--words` words with a new library. A timer of 1 ms
beats in the window's thread; a gap between two beats is a stall. Printed are the stalls above 33 ms
by phase (opening, recognizing, the end), next to the same beat in an idle window of this machine,
which is the floor. `QT_QPA_PLATFORM=offscreen` where there is no screen.
"""

import argparse
import os
import random
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer

from reader.app import Application, collect_when_away, make_qapplication

STALL_MS = 33
PLACES = ("Lima", "Bogotá", "Buenos Aires", "Sevilla", "Moscú", "Nairobi", "Chile", "Francia")
PEOPLE = ("Ana Ruiz", "Luis Prado", "Marta Gil", "Omar Haddad", "Irina Petrova", "Hugo Paz")
WORDS = (
    "gobierno acuerdo reunión anuncio mercado precio ciudad puerto ley voto jornada semana parte "
    "tras según sobre entre desde hasta contra una los las por con sin más menos nuevo último"
).split()


class Beat:
    """Record the gaps between the beats of a timer in the window's thread."""

    def __init__(self) -> None:
        self.gaps: dict[str, list[float]] = {}
        self.phase = "opening"
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._on_beat)

    def start(self, phase: str) -> None:
        """Count from now on for `phase`."""
        self.phase = phase
        self._last = time.perf_counter()
        self._timer.start()

    def _on_beat(self) -> None:
        now = time.perf_counter()
        self.gaps.setdefault(self.phase, []).append((now - self._last) * 1000)
        self._last = now


def make_text(words: int) -> str:
    """Return a text of about `words` words, one in twenty of them a name."""
    chance = random.Random(7)
    paragraphs, written = [], 0
    while written < words:
        sentence = [
            chance.choice(PLACES + PEOPLE) if chance.random() < 0.05 else chance.choice(WORDS)
            for _ in range(80)
        ]
        paragraphs.append(" ".join(sentence).capitalize() + ".")
        written += len(sentence)
    return "\n".join(paragraphs)


def wait(milliseconds: int) -> None:
    """Let the event loop run."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main() -> None:
    """Open a book and print the stalls."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--words", type=int, default=100_000)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "xcb" if "DISPLAY" in os.environ else "offscreen")
    application = make_qapplication()
    beat = Beat()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        book = folder / "book.txt"
        book.write_text(make_text(options.words), encoding="utf-8")
        program = Application(
            library=folder / "library.sqlite",
            settings_file=folder / "settings.toml",
            state_file=folder / "window.ini",
        )
        loop = QEventLoop()
        program.built.connect(loop.quit)
        program.built.connect(lambda: collect_when_away(application))
        program.open([])
        loop.exec()
        wait(3000)  # the model loads meanwhile
        beat.start("idle window")
        wait(2000)
        assert program.workbench is not None
        controller = program.workbench.controller
        controller.article_opened.connect(lambda _: beat.start("recognizing"))
        ended = QEventLoop()
        controller.recognition_ended.connect(ended.quit)
        beat.start("opening")
        program.workbench.open_files([book])
        ended.exec()
        beat.start("afterwards")
        wait(3000)
        program.window.close()
        application.processEvents()
        program.finish()
    print(f"{options.words} words, platform {os.environ['QT_QPA_PLATFORM']}; stalls in ms")
    for phase, gaps in beat.gaps.items():
        stalls = sorted((gap for gap in gaps if gap > STALL_MS), reverse=True)
        longest = ", ".join(f"{gap:.0f}" for gap in stalls[:6]) or "none"
        print(
            f"{phase:<12} longest {max(gaps):5.0f}   above {STALL_MS}: {len(stalls):3}  {longest}"
        )


if __name__ == "__main__":
    sys.exit(main())

"""Time the bundle's start against the source's: `python packaging/bundle/startup.py [--runs N]`.

Run it with the Python of the environment that the bundle was built in, where `Xvfb` is installed.
Each run opens the sample article in a new library on a screen of its own, whose picture is looked
at: when is there a window, and when is there text in it? The two take turns, so that a machine that
drifts touches both alike. Printed are medians by the clock and of the process's own time, in
seconds, and their ratio.
"""

import argparse
import contextlib
import os
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

PROJECT = Path(__file__).parents[2]
ARTICLE = PROJECT / "seeds" / "rusia-corea-del-norte.txt"

WIDTH, HEIGHT = 1400, 900
TEXT = 3000  # dark pixels in the middle of the window; a bare one has none there
DARK = 110
LIMIT_S = 120
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Reached:
    """When something was to be seen: seconds by the clock, and of the process's own time."""

    clock_s: float
    own_s: float


class Screen:
    """A screen without a monitor; its picture is a file (https://www.x.org/wiki/, xwd)."""

    def __init__(self, folder: Path) -> None:
        command = ["Xvfb", "-displayfd", "1", "-screen", "0", f"{WIDTH}x{HEIGHT}x24"]
        command += ["-nolisten", "tcp", "-fbdir", str(folder)]
        self._server = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        assert self._server.stdout is not None
        self.name = f":{self._server.stdout.readline().strip()}"
        self._picture = folder / "Xvfb_screen0"

    def grey(self) -> np.ndarray:
        """Return the brightness of each pixel, 0 to 255, in rows."""
        data = self._picture.read_bytes()
        header, colours = struct.unpack_from(">I", data)[0], struct.unpack_from(">I", data, 76)[0]
        pixels = np.frombuffer(data, "<u4", WIDTH * HEIGHT, header + 12 * colours)
        blue, green, red = ((pixels >> shift) & 255 for shift in (0, 8, 16))
        return ((red + green + blue) // 3).reshape(HEIGHT, WIDTH)

    def close(self) -> None:
        """End it."""
        self._server.terminate()
        self._server.wait()


@contextlib.contextmanager
def screen() -> Iterator[Screen]:
    """Yield a screen that is empty."""
    with tempfile.TemporaryDirectory() as folder:
        made = Screen(Path(folder))
        try:
            yield made
        finally:
            made.close()


def start(program: list[str]) -> dict[str, Reached]:
    """Start the program and return when there was a window, and when there was text."""
    with screen() as shown, tempfile.TemporaryDirectory() as home:
        environment = os.environ | {"DISPLAY": shown.name, "HOME": home, "QT_QPA_PLATFORM": "xcb"}
        environment |= {f"XDG_{name}_HOME": home for name in ("DATA", "CONFIG", "CACHE", "STATE")}
        environment["XDG_RUNTIME_DIR"] = home
        os.chmod(home, 0o700)
        # The screen is not to be looked at before it is there.
        shown.grey()
        began = time.monotonic()
        process = subprocess.Popen(
            [*program, str(ARTICLE)], env=environment, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        try:
            return _watched(process, shown, began)
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _watched(process: subprocess.Popen[bytes], shown: Screen, began: float) -> dict[str, Reached]:
    found: dict[str, Reached] = {}
    while len(found) < 2:
        grey = shown.grey()
        reached = Reached(time.monotonic() - began, own_time_s(process.pid))
        if grey.any():
            found.setdefault("window", reached)
            middle = grey[HEIGHT // 4 : HEIGHT * 3 // 4, WIDTH // 3 : WIDTH * 2 // 3]
            if int(((middle > 0) & (middle < DARK)).sum()) > TEXT:
                found.setdefault("text", reached)
        if process.poll() is not None or reached.clock_s > LIMIT_S:
            sys.exit(f"{process.args}: no text after {reached.clock_s:.0f} s")
        time.sleep(0.01)
    return found


def own_time_s(process: int) -> float:
    """Return the processor time that a process has taken."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def main() -> None:
    """Print the medians of some runs."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--bundle", type=Path, default=PROJECT / "dist" / "reader" / "reader")
    options = parser.parse_args()
    programs = {
        "source": [str(Path(sys.executable).with_name("reader"))],
        "bundle": [str(options.bundle.absolute())],
    }
    runs: dict[str, list[dict[str, Reached]]] = {name: [] for name in programs}
    for counted in range(-1, options.runs):  # the first warms the disk
        for name, program in programs.items():
            reached = start(program)
            if counted >= 0:
                runs[name].append(reached)
    for what in ("window", "text"):
        for kind in ("clock_s", "own_s"):
            medians = {
                name: statistics.median(getattr(run[what], kind) for run in each)
                for name, each in runs.items()
            }
            said = ", ".join(f"{name} {value:.2f}" for name, value in medians.items())
            ratio = medians["bundle"] / medians["source"]
            print(f"{what:7} {kind:8} {said}, ratio {ratio:.2f}")


if __name__ == "__main__":
    main()

"""Rounds in which the whole window is killed; what it showed as saved must be there afterwards."""

import contextlib
import json
import os
import random
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from reader.store.library import Library
from tests.durability.driver import Report
from tests.durability.kill import Kills, LostError
from tests.ui.correcting.correcting_samples import fill_two

ROOT = Path(__file__).resolve().parents[2]
_LONGEST_S = 12.0
"""How long a window is driven, unless it kills itself in the middle of something."""

_STARTS_WITHIN_S = 240.0


class WindowKills(Kills):
    """Rounds on one library after the other, each with a window of its own."""

    rounds_a_library = 10

    def __init__(self, folder: Path, *, seed: int) -> None:
        super().__init__(folder, seed=seed)
        self.count["shown"] = 0

    def _prepare(self) -> None:
        fill_two(self._path)

    def _killed(self) -> list[Report]:
        seed = self._seed * 1_000_003 + self._round
        chance = random.Random(seed)
        ours, theirs = os.pipe()
        command = [sys.executable, "-m", "tests.durability.window", str(self._path)]
        errors = self._path.with_name("window.log")
        with errors.open("wb") as log:
            process = subprocess.Popen(
                [*command, "--seed", str(seed), "--pipe", str(theirs)],
                cwd=ROOT,
                env=self._environment(),
                pass_fds=[theirs],
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        os.close(theirs)
        try:
            heard = _Heard(ours)
            heard.wait(lambda: heard.has("ready"), _STARTS_WITHIN_S)
            heard.wait(lambda: False, chance.uniform(0, _LONGEST_S))
        finally:
            process.kill()
            process.wait()
        heard.wait(lambda: False, 5)  # what it wrote before it died
        os.close(ours)
        _end_group(process.pid)
        if process.returncode != -signal.SIGKILL:
            said = errors.read_text(errors="replace")[-3000:]
            raise LostError(f"the window ended by itself: {process.returncode}\n{said}")
        return heard.reports

    def _environment(self) -> dict[str, str]:
        folders = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
        home = {name: str(self._path.with_name(name.lower())) for name in folders}
        return {**os.environ, "QT_QPA_PLATFORM": "offscreen", **home}

    def _check(self, before: str, reports: list[Report]) -> None:
        troubles = [each.state for each in reports if each.what == "trouble"]
        told = [each for each in reports if each.what in ("next", "saved")]
        super()._check(before, told)
        self._check_shown(reports)
        if troubles:
            raise LostError("\n".join(troubles))

    def _check_shown(self, reports: list[Report]) -> None:
        """Check what was shown as saved and not touched any more since."""
        while reports and reports[-1].what not in ("shown", "next"):
            reports = reports[:-1]
        commits = [each.what for each in reports if each.what in ("next", "saved")]
        if not reports or reports[-1].what != "shown" or commits[-1:] == ["next"]:
            return
        self.count["shown"] += 1
        with Library.open(self._path) as library:
            said = json.loads(reports[-1].state)
            if reports[-1].name == "note":
                note = library.notebook.note(said[0])
                # One of nothing but blanks is none.
                if said[1].strip() not in (note.text if note is not None else ""):
                    raise LostError(f"a note that was shown as saved is not there: {said}")
            else:
                kept = {each.id: each.comment for each in library.annotations(said[0])}
                if not said[1].items() <= kept.items():
                    raise LostError(f"annotations that were shown as saved: {said}, {kept}")


class _Heard:
    """What comes through a pipe, line by line."""

    def __init__(self, pipe: int) -> None:
        self.reports: list[Report] = []
        self._pipe = pipe
        self._rest = b""
        self._is_over = False
        os.set_blocking(pipe, False)

    def has(self, what: str) -> bool:
        """Return whether something of a kind was reported, or nothing can come any more."""
        return self._is_over or any(each.what == what for each in self.reports)

    def wait(self, is_enough: Callable[[], bool], limit_s: float) -> None:
        """Take in what comes, until it is enough, the other end is closed or time is up."""
        deadline = time.monotonic() + limit_s
        while not self._is_over and not is_enough() and time.monotonic() < deadline:
            self._read(deadline)

    def _read(self, deadline: float) -> None:
        ready, _, _ = select.select([self._pipe], [], [], max(deadline - time.monotonic(), 0))
        if not ready:
            return
        data = os.read(self._pipe, 1 << 16)
        self._is_over = not data
        *lines, self._rest = (self._rest + data).split(b"\n")
        self.reports += [Report(*json.loads(line)) for line in lines]


def _end_group(group: int) -> None:
    """End what a window that was killed had started, and that doesn't notice by itself."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(group, signal.SIGKILL)

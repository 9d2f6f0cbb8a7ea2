"""Kill the program at random moments: `python -m tests.durability.kill --rounds 1000 --seed 1`.

With `--window` it is the whole window, in which the monkey does what a user may do.

In each round a process does random things to the library of the round before, and is killed by
SIGKILL at a random moment. Afterwards the library must open, be sound, be as it was after the last
thing that was reported as saved, or after the whole of the next one, and what is derived in it must
be what making it anew gives.
"""

import argparse
import hashlib
import multiprocessing
import os
import random
import signal
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from multiprocessing.connection import Connection
from pathlib import Path

from reader.store.backups import backups_of, is_whole
from reader.store.library import Library
from tests.durability.driver import Driver, Report, prepare, remove, state_of
from tests.store.test_derived import check

_LONGEST_S = 0.25
"""How long a process may go on after it has reported the first thing."""

_DAY = 86_400


class LostError(AssertionError):
    """Raised where something that was saved is not there, or something is there by halves."""


class Kills:
    """Rounds on one library after the other; each follows from the seed, but for the time."""

    rounds_a_library = 25

    def __init__(self, folder: Path, *, seed: int) -> None:
        self._path = folder / "library.sqlite"
        self._seed = seed
        self._round = 0
        self._export = ""
        self.count: dict[str, int] = {"saved": 0, "in the middle": 0, "next": 0}

    def round(self) -> None:
        """Do one round.

        :raises LostError: where something is wrong afterwards.
        """
        if self._round % self.rounds_a_library == 0:
            remove(self._path)
            self._prepare()
        self._round += 1
        before = state_of(self._path)
        reports = self._killed()
        self._check(before, reports)

    def _prepare(self) -> None:
        prepare(self._path, seed=self._seed + self._round)

    def _killed(self) -> list[Report]:
        seed = self._seed * 1_000_003 + self._round
        chance = random.Random(seed)
        context = multiprocessing.get_context("fork")  # no time goes by with imports
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(
            target=_drive, args=(self._path, seed, self._round * _DAY, theirs), daemon=True
        )
        process.start()
        theirs.close()
        reports = _received(ours, wanted=1, limit_s=30)
        reports += _received(ours, wanted=10**9, limit_s=chance.uniform(0, _LONGEST_S))
        process.kill()
        reports += _received(ours, wanted=10**9, limit_s=30)
        process.join()
        if process.exitcode != -signal.SIGKILL:
            raise LostError(f"the process ended by itself: {process.exitcode}")
        return reports

    def _check(self, before: str, reports: list[Report]) -> None:
        saved, announced, under_way = _ends(before, reports)
        self.count["saved"] += sum(report.what == "saved" for report in reports)
        with Library.open(self._path) as library:
            _check_soundness(library)
            found = state_of(self._path)
            if found not in (saved, *announced.split()):
                raise LostError(f"neither what was saved nor what came next: {under_way}")
            self.count["next" if found != saved else "in the middle"] += bool(under_way)
            check(library)
            if state_of(self._path) != found:
                raise LostError("making anew what is derived changed what is not")
        self._check_files(reports)

    def _check_files(self, reports: list[Report]) -> None:
        exports = [report for report in reports if report.name == "export"]
        saved = [each.state for each in exports if each.what == "saved"]
        self._export = saved[-1] if saved else self._export
        path = self._path.with_name("export.bin")
        found = hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else ""
        announced = exports[-1].state if exports else ""
        if found not in (self._export, announced):
            raise LostError("an export is there by halves")
        self._export = found
        for backup in backups_of(self._path):
            if not is_whole(backup.path):
                raise LostError(f"half a backup: {backup.path}")


def _ends(before: str, reports: list[Report]) -> tuple[str, str, str]:
    """Return the state saved last, the one announced after it, and what was under way, or ""."""
    saved = announced = before
    under_way = ""
    for report in reports:
        if report.name in ("export", "backup"):
            continue
        if report.what == "next":
            announced, under_way = report.state, report.name
        else:
            saved, under_way = announced.split()[-1], ""
    return saved, announced, under_way


def _check_soundness(library: Library) -> None:
    assert library.path is not None
    with closing(sqlite3.connect(library.path)) as database:
        found = database.execute("PRAGMA integrity_check").fetchall()
        if found != [("ok",)] or database.execute("PRAGMA foreign_key_check").fetchall():
            raise LostError(f"the file is damaged: {found}")


def _received(ours: Connection, *, wanted: int, limit_s: float) -> list[Report]:
    """Return what comes through a pipe up to a limit, or its end."""
    deadline = time.monotonic() + limit_s
    found: list[Report] = []
    try:
        while len(found) < wanted and ours.poll(max(deadline - time.monotonic(), 0)):
            found.append(ours.recv())
    except (EOFError, OSError):
        pass
    return found


def _drive(path: Path, seed: int, start: int, pipe: Connection) -> None:
    Driver(path, seed=seed, start=start, tell=pipe.send).run()


def _kind(*, window: bool) -> type[Kills]:
    if not window:
        return Kills
    from tests.durability.window_kills import WindowKills  # which needs Qt

    return WindowKills


def _folder() -> str | None:
    """Return a folder in memory where there is one: what a process wrote outlives it there, too."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def main() -> int:
    """Do the rounds that the command line asks for; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.durability.kill", description=__doc__)
    parser.add_argument("--rounds", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--window", action="store_true", help="kill the whole window")
    options = parser.parse_args()
    os.nice(5)
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="kill", dir=_folder()) as folder:
        kills = _kind(window=options.window)(Path(folder), seed=options.seed)
        failed = done = 0
        for number in range(options.rounds):
            try:
                kills.round()
            except KeyboardInterrupt:  # enough
                break
            except Exception as error:
                failed += 1
                print(f"round {number + 1}: {type(error).__name__}: {error}", flush=True)
            done += 1
    said = ", ".join(f"{count} {what}" for what, count in kills.count.items())
    took_s = time.monotonic() - started
    print(f"{done} rounds in {took_s:.0f} s, {failed} failed; {said}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

"""Reads mutated files one after the other and tells what went wrong."""

import contextlib
import hashlib
import os
import random
import secrets
import select
import socket
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reader.core.document import Parsed
from reader.core.errors import ReaderError
from reader.formats.isolation import LIMIT_S, MEMORY_MB, SMALL_TEXT, IsolatedReader
from reader.formats.refusals import TAKES_TOO_LONG, TAKES_TOO_MUCH
from reader.store.library import Library
from tests.fuzzing.guard import read_guarded, read_small_text_guarded
from tests.fuzzing.mutation import Bait, Mutator
from tests.fuzzing.outcome import error_flaws, flaws, stored_flaws

_GRACE_S = 10.0


@dataclass(frozen=True, slots=True)
class Finding:
    """A file that something went wrong with; it is made again from the format, seed and number."""

    kind: str
    seed: int
    number: int
    flaw: str
    data: bytes


@dataclass(slots=True)
class Tally:
    """What became of the files of a format."""

    outcomes: Counter[str] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)
    slowest_s: float = 0.0
    slowest: int = 0  # the number of that file
    most_mb: int = 0


class Range:
    """A place to read in: a folder to watch, an address that listens, a file not to be read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "watched"
        self._folder.mkdir()
        secret_file = folder / "secret.txt"
        secret = f"SECRETO{secrets.token_hex(8)}"
        secret_file.write_text(secret)
        self._server = socket.create_server(("127.0.0.1", 0))
        port = self._server.getsockname()[1]
        self.bait = Bait(f"http://127.0.0.1:{port}/x", secret_file.as_uri(), secret)
        self.bait_is_whole = lambda: secret_file.read_text() == secret

    def __enter__(self) -> "Range":
        return self

    def __exit__(self, *_error: object) -> None:
        self._server.close()

    @contextlib.contextmanager
    def entered(self) -> Iterator[Path]:
        """Make the folder the current one, that of temporary files, and home, meanwhile."""
        before = dict(os.environ)
        with contextlib.chdir(self._folder):
            os.environ.update(TMPDIR=str(self._folder), HOME=str(self._folder))
            try:
                yield self._folder
            finally:
                os.environ.clear()
                os.environ.update(before)

    def flaws(self, path: Path) -> Iterator[str]:
        """Yield what was done in it that mustn't be; it is as before afterwards."""
        for other in self._folder.iterdir():
            if other != path:
                yield f"wrote {other.name}"
        if not self.bait_is_whole():
            yield "wrote the other file"
        while select.select([self._server], [], [], 0)[0]:
            self._server.accept()[0].close()
            yield "connected to the network"


class Campaign:
    """Reads files of a format in the program's own way, with its limits."""

    def __init__(self, place: Range, *, limit_s: float = LIMIT_S) -> None:
        self._place = place
        self._limit_s = limit_s
        self._reader = IsolatedReader(limit_s=limit_s)
        self._library = Library.open(None)

    def close(self) -> None:
        """End the process."""
        self._reader.close()
        self._library.close()

    def run(self, kind: str, *, seed: int, numbers: range) -> Tally:
        """Read the files of these numbers; each follows from format, seed and number alone."""
        tally = Tally()
        with self._place.entered() as folder:
            for number in numbers:
                data = made(kind, seed, number, self._place.bait)
                path = folder / f"nota.{kind}"
                before = tally.slowest_s
                for flaw in self.read(path, data, tally):
                    tally.findings.append(Finding(kind, seed, number, flaw, data))
                if tally.slowest_s > before:
                    tally.slowest = number
        return tally

    def read(self, path: Path, data: bytes, tally: Tally) -> list[str]:
        """Read one file; return what went wrong."""
        path.write_bytes(data)
        started = time.monotonic()
        found: list[str] = []
        try:
            parsed = self._parsed(path)
        except ReaderError as error:
            found += error_flaws(error)
            given_up = error.template in (TAKES_TOO_LONG, TAKES_TOO_MUCH)
            tally.outcomes["given up" if given_up else "refused"] += 1
        except Exception as error:
            found.append(f"the program itself: {error!r}")
        else:
            tally.outcomes["read"] += 1
            found += flaws(parsed, self._place.bait)
            found += self._stored(parsed)
        took_s = time.monotonic() - started
        tally.slowest_s = max(tally.slowest_s, took_s)
        if took_s > self._limit_s + _GRACE_S:
            found.append(f"over the limit: {took_s:.1f} s")
        found += self._place.flaws(path)
        tally.most_mb = max(tally.most_mb, self._memory_mb())
        if tally.most_mb > MEMORY_MB:
            found.append(f"memory: {tally.most_mb} MB")
        path.unlink()
        return found

    def _parsed(self, path: Path) -> Parsed:
        small = read_small_text_guarded(path, max_bytes=SMALL_TEXT)
        return small or self._reader.call(read_guarded, path, name=str(path))

    def _stored(self, parsed: Parsed) -> list[str]:
        try:
            return list(stored_flaws(self._library, parsed))
        except Exception as error:
            self._library.close()
            self._library = Library.open(None)
            return [f"the library: {error!r}"]

    def _memory_mb(self) -> int:
        """Return the most that the reading process has held so far; 0 where it isn't running."""
        try:
            status = Path(f"/proc/{self._reader.process_id}/status").read_text()
        except OSError:
            return 0
        peak = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")]
        return int(peak[0]) // 1024 if peak else 0


def made(kind: str, seed: int, number: int, bait: Bait) -> bytes:
    """Return the file of a format, seed and number."""
    key = hashlib.sha256(f"{kind} {seed} {number}".encode()).digest()
    return Mutator(kind, random.Random(key), bait).file()


def run_portion(portion: tuple[str, int, range]) -> Tally:
    """Read the files of a format, a seed and some numbers in a folder of their own."""
    kind, seed, numbers = portion
    with tempfile.TemporaryDirectory(prefix="fuzzing") as folder, Range(Path(folder)) as place:
        campaign = Campaign(place)
        try:
            return campaign.run(kind, seed=seed, numbers=numbers)
        finally:
            campaign.close()

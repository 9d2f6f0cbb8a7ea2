"""Read mutated files of every format: `python -m tests.fuzzing --files 10000 [--format pdf]`.

Each is read in the program's own way, in its process with its limits. What goes wrong is told with
the seed and number that make the file again, and kept in `--keep`; the exit code is then 1.
"""

import argparse
import multiprocessing
import os
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from pathlib import Path

from tests.fuzzing.campaign import Finding, Tally, run_portion
from tests.fuzzing.corpus import FORMATS

_PORTION = 250


def main() -> int:
    """Read the files that the command line asks for; return the exit code."""
    options = _options()
    os.nice(10)
    is_fine = True
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(options.jobs, mp_context=context) as pool:
        for kind in options.format or FORMATS:
            is_fine &= _one_format(pool, kind, options)
    return 0 if is_fine else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzzing", description=__doc__)
    parser.add_argument("--files", type=int, default=10_000, help="how many of each format")
    parser.add_argument("--format", action="append", choices=FORMATS, help="of this one alone")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="the number to start at")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", type=Path, help="a folder for the files that went wrong")
    return parser.parse_args()


def _one_format(pool: Executor, kind: str, options: argparse.Namespace) -> bool:
    started = time.monotonic()
    total = Tally()
    for tally in pool.map(run_portion, _portions(kind, options)):
        total.outcomes += tally.outcomes
        if tally.slowest_s > total.slowest_s:
            total.slowest_s, total.slowest = tally.slowest_s, tally.slowest
        total.most_mb = max(total.most_mb, tally.most_mb)
        for finding in tally.findings:
            total.findings.append(finding)
            _tell(finding, options.keep)
    said = ", ".join(f"{count} {what}" for what, count in sorted(total.outcomes.items()))
    print(
        f"{kind}: {total.outcomes.total()} files in {time.monotonic() - started:.0f} s: {said}; "
        f"slowest {total.slowest_s:.1f} s (number {total.slowest}), most {total.most_mb} MB, "
        f"{len(total.findings)} findings",
        flush=True,
    )
    return not total.findings


def _portions(kind: str, options: argparse.Namespace) -> Iterator[tuple[str, int, range]]:
    last = options.first + options.files
    for first in range(options.first, last, _PORTION):
        yield kind, options.seed, range(first, min(first + _PORTION, last))


def _tell(finding: Finding, folder: Path | None) -> None:
    name = f"{finding.kind} --seed {finding.seed} --first {finding.number} --files 1"
    print(f"--format {name}\n    {finding.flaw}", flush=True)
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{finding.seed}-{finding.number}.{finding.kind}"
        path.write_bytes(finding.data)


if __name__ == "__main__":
    sys.exit(main())

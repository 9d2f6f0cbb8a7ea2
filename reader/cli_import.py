"""The command `import`: many files and whole folders into a library, without the window."""

import argparse
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader import paths
from reader.cli_options import add_library
from reader.core.errors import LibraryError, ReaderError
from reader.core.imports import Changed, Fate, Progress
from reader.messages import tell

if TYPE_CHECKING:
    from reader.store.library import Library


def run_import(arguments: Sequence[str]) -> int:
    """Import what `arguments` name, and print what became of it; return the exit status.

    0 where every file is in the library now, 1 where one failed, 130 where it was broken off.
    """
    options = _parser().parse_args(arguments)

    from reader.importing.engine import Importer
    from reader.settings import load_settings
    from reader.store.library import Library
    from reader.ui.importing.words import report_text
    from reader.ui.translation import load_translator, system_language

    model = load_settings(paths.settings_file()).model if options.recognize else None
    with Library.open(options.library) as library:
        articles, failed = _take_work(library, options.paths)
        if not articles:
            return 1 if failed else 0

        def give_up(error: LibraryError) -> None:
            tell(error)
            importer.cancel()

        importer = Importer(library, model=model, progressed=_Line().show, stuck=give_up)
        before = signal.signal(signal.SIGINT, lambda *_: importer.cancel())
        try:
            report = importer.run(articles, changed=Changed(options.changed))
            importer.finish_names()
        finally:
            signal.signal(signal.SIGINT, before)
            importer.close()
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    print(report_text(report, load_translator(system_language())), end="")
    if failed or report.of(Fate.FAILED):
        return 1
    return 130 if report.left or (importer.was_cancelled and importer.unnamed) else 0


def _take_work(library: "Library", given: Sequence[Path]) -> tuple[list[Path], bool]:
    """Take in files with annotations or a library; return the others, and whether one failed."""
    from reader.importing.work import kind_of_work, take_in
    from reader.ui.importing.work_words import report
    from reader.ui.translation import load_translator, system_language

    articles: list[Path] = []
    failed = False
    for path in given:
        if kind_of_work(path) is None:
            articles.append(path)
            continue
        try:
            outcome = take_in(library, path)
        except ReaderError as error:
            tell(error)
            failed = True
            continue
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
        print(report(path, outcome, load_translator(system_language())), end="")
    return articles, failed


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="reader import",
        description="Import into the library: articles from files, and folders with their "
        "subfolders; annotations as W3C JSON-LD or from Hypothesis; a whole library that Reader "
        "exported, after a backup. "
        "Hidden files and those of other kinds are left out of folders. An article that is there "
        "already stays as it is.",
    )
    parser.add_argument(
        "paths", metavar="PATH", nargs="+", type=Path, help="file or folder to import"
    )
    parser.add_argument(
        "--recognize",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="find the names in the articles too; the window does so later otherwise",
    )
    parser.add_argument(
        "--changed",
        choices=[each.value for each in Changed],
        default=Changed.LEAVE.value,
        help="what to do with a file whose article is in the library with another text: leave it "
        "as it is, update it (annotations keep their place), or keep both separate (default: "
        "%(default)s)",
    )
    add_library(parser)
    return parser


class _Line:
    """One line of a terminal that shows how far the import is; nothing where there is none."""

    def show(self, progress: Progress) -> None:
        if not sys.stderr.isatty():
            return
        waiting = f" (+{progress.unnamed})" if progress.unnamed else ""
        is_over = progress.path is None and not progress.unnamed and progress.done
        line = "" if is_over else f"{progress.done}/{progress.total}{waiting}"
        sys.stderr.write(f"\r\x1b[K{line}")
        sys.stderr.flush()

"""The command `backup`: the library's backups listed, one made, one put back."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from reader.cli_options import add_library
from reader.core.backups import Backup, Reason
from reader.core.errors import QT_TRANSLATE_NOOP, LibraryError
from reader.messages import tell

_REASONS = {
    Reason.SCHEDULED: "scheduled",
    Reason.BY_HAND: "by hand",
    Reason.BEFORE_UPDATE: "before an update",
    Reason.BEFORE_RESTORE: "before a restore",
}


def run_backup(arguments: Sequence[str]) -> int:
    """List, make or put back backups, as `arguments` say; return the exit status.

    :raises ReaderError: where it can't be done; the library is as it was then.
    """
    options = _parser().parse_args(arguments)
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    library: Path = options.library
    if options.command == "create":
        return _create(library)
    if options.command == "restore":
        return _restore(library, options.backup)
    if options.command == "save":
        return _save(library, options.output)
    return _list(library)


def _list(library: Path) -> int:
    from reader.store.backups import backups_of

    for number, backup in enumerate(backups_of(library), 1):
        print(f"{number:>3}  {line(backup)}")
    return 0


def _create(library: Path) -> int:
    from reader.store.backups import make_backup

    print(make_backup(_there(library), Reason.BY_HAND).path)
    return 0


def _restore(library: Path, chosen: str) -> int:
    from reader.store.backups import restore_backup

    before = restore_backup(library, _chosen(library, chosen))
    if before is not None:
        print(f"What the library held is in {before.path}")
    return 0


def _save(library: Path, output: Path) -> int:
    from reader.store.salvage import salvage

    saved = salvage(_there(library), output)
    held = saved.holdings
    print(
        f"{output}: {held.articles} articles, {held.annotations} annotations, {held.notes} notes, "
        f"{held.corrections} corrections"
    )
    for table, count in sorted(saved.rows.items()):
        print(f"  {table:<22} {count:>9,}")
    if saved.lost:
        tell(
            LibraryError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "Some of the library “{path}” could not be read: compare what was saved with "
                    "the newest backup.",
                ),
                path=library,
            )
        )
    return 0


def line(backup: Backup) -> str:
    """Return what `reader backup list` prints of one: date, reason, size, what it holds, name."""
    held = backup.holdings
    holds = (
        f"{held.articles} articles, {held.annotations} annotations, {held.notes} notes"
        if held is not None
        else "damaged"
    )
    made = backup.made.astimezone().strftime("%Y-%m-%d %H:%M")
    return (
        f"{made}  {_REASONS[backup.reason]:<16}  {backup.size / 1e6:8.1f} MB  {holds}  "
        f"{backup.path.name}"
    )


def _there(library: Path) -> Path:
    if not library.exists():
        raise LibraryError(
            QT_TRANSLATE_NOOP(
                "errors", "There is no library “{path}”: name another one with --library."
            ),
            path=library,
        )
    return library


def _chosen(library: Path, chosen: str) -> Path:
    """Return the backup that is meant by its number in the list, its name, or its path."""
    from reader.store.backups import backups_of

    backups = backups_of(library)
    if chosen.isdecimal() and 0 < int(chosen) <= len(backups):
        return backups[int(chosen) - 1].path
    for backup in backups:
        if backup.path.name == chosen:
            return backup.path
    if Path(chosen).is_file():
        return Path(chosen)
    raise LibraryError(
        QT_TRANSLATE_NOOP(
            "errors", "There is no backup “{name}”: `reader backup list` prints those there are."
        ),
        name=chosen,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="reader backup",
        description="List, make and put back backups of the library. They are in the folder "
        "“backups” beside it.",
    )
    add_library(parser)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    commands.add_parser("list", help="print the backups, the newest first")
    commands.add_parser("create", help="make one now")
    restore = commands.add_parser(
        "restore", help="put one in the library's place; what that holds is backed up first"
    )
    restore.add_argument("backup", metavar="NUMBER|NAME|FILE", help="as `reader backup list` says")
    save = commands.add_parser(
        "save", help="copy what can still be read of a damaged library into a new one"
    )
    save.add_argument("output", metavar="FILE.sqlite", type=Path, help="the new library")
    return parser

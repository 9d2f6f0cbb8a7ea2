"""Backups of a library: what one holds, and which are kept as they grow older."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path


class Reason(StrEnum):
    """Why a backup was made."""

    SCHEDULED = "scheduled"
    BY_HAND = "by-hand"
    BEFORE_UPDATE = "before-update"  # of the library to a newer version of the program
    BEFORE_RESTORE = "before-restore"  # of what a restore replaced


@dataclass(frozen=True, slots=True)
class Holdings:
    """How much of what the user made or collected a library holds; the trash doesn't count."""

    articles: int
    annotations: int
    notes: int
    corrections: int


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup file: when it was made (UTC), its size in bytes, and what it holds.

    `holdings` is None where it can't be read.
    """

    path: Path
    made: datetime
    reason: Reason
    size: int
    holdings: Holdings | None


EVERY = timedelta(days=1)
"""How old the newest backup may be before another is due."""

DAYS, WEEKS, MONTHS = 7, 4, 6
"""Of so many days, weeks and months in which there is one, the newest is kept."""

BY_HAND = 10
"""So many that were asked for, or replaced by another, are kept, whatever their age."""


def is_due(backups: Iterable[Backup], now: datetime) -> bool:
    """Return whether a backup should be made now.

    One from the future, made before a clock was set right, doesn't put it off for long.
    """
    return all(abs(now - backup.made) >= EVERY for backup in backups)


def superfluous(backups: Iterable[Backup], now: datetime) -> list[Backup]:
    """Return the backups that needn't be kept.

    The newest of each of the last days, weeks and months stays, and so do the last ones that were
    asked for or replaced by another, and all from before an update of the library. Those from the
    future, made before a clock was set right, stay too, and take the place of no other.
    """
    known = [backup for backup in backups if backup.made < now + EVERY]
    newest_first = sorted(known, key=lambda backup: backup.made, reverse=True)
    usual = [b for b in newest_first if b.reason is Reason.SCHEDULED]
    by_hand = [b for b in newest_first if b.reason in (Reason.BY_HAND, Reason.BEFORE_RESTORE)]
    kept: set[Path] = {backup.path for backup in by_hand[:BY_HAND]}
    for form, most in (("%Y-%m-%d", DAYS), ("%G-%V", WEEKS), ("%Y-%m", MONTHS)):
        periods: dict[str, Path] = {}
        for backup in usual:
            periods.setdefault(backup.made.strftime(form), backup.path)
        kept |= set(list(periods.values())[:most])
    return [backup for backup in (*usual, *by_hand) if backup.path not in kept]

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reader.core.backups import Backup, Reason, is_due, superfluous

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def backup(ago: timedelta, reason: Reason = Reason.SCHEDULED) -> Backup:
    return Backup(Path(f"{ago}-{reason}"), NOW - ago, reason, 1, None)


@pytest.mark.parametrize(
    ("ages", "expected"),
    [
        ([], True),
        ([timedelta(hours=23)], False),
        ([timedelta(hours=25)], True),
        ([timedelta(days=9), timedelta(minutes=1)], False),
        ([timedelta(days=-400)], True),  # made while the clock was wrong
    ],
)
def test_backups_are_due_once_a_day(ages: list[timedelta], expected: bool) -> None:
    assert is_due(map(backup, ages), NOW) is expected


def test_backups_thin_out_as_they_grow_older() -> None:
    made = [backup(timedelta(days=day, hours=hour)) for day in range(400) for hour in (0, 6)]
    gone = superfluous(made, NOW)
    kept = [(NOW - b.made).days for b in made if b not in gone]
    assert kept[:7] == [0, 1, 2, 3, 4, 5, 6]
    assert len(kept) == len(set(kept)) <= 7 + 4 + 6
    assert max(kept) > 120
    assert superfluous([b for b in made if b not in gone], NOW) == []


def test_backups_that_were_asked_for_and_from_before_an_update_stay() -> None:
    by_hand = [backup(timedelta(days=500 + n), Reason.BY_HAND) for n in range(12)]
    update = [backup(timedelta(days=900), Reason.BEFORE_UPDATE)]
    assert superfluous(by_hand + update, NOW) == by_hand[10:]


@pytest.mark.parametrize("reason", [Reason.SCHEDULED, Reason.BY_HAND])
def test_backups_from_the_future_drive_out_no_other(reason: Reason) -> None:
    future = [backup(timedelta(days=-300 - 20 * n), reason) for n in range(30)]
    made = [backup(timedelta(days=n), reason) for n in range(5)]
    assert superfluous(future + made, NOW) == []

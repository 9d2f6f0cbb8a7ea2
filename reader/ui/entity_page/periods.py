"""Mentions over time: one number a month or a year, none left out between the first and last."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QDate, QLocale

from reader.core.pages import MonthCount

MOST_MONTHS = 60
"""How many months are told one by one before years are easier to read."""


@dataclass(frozen=True, slots=True)
class Period:
    """How often something is named in a month, or in a whole year where `month` is 0."""

    year: int
    month: int
    mention_count: int
    article_count: int

    @property
    def name(self) -> str:
        """Return the month or the year, in the language of the interface."""
        if not self.month:
            return str(self.year)
        date = QLocale().toString(QDate(self.year, self.month, 1), "MMMM yyyy")
        return date[:1].upper() + date[1:]


def by_month(counts: Sequence[MonthCount]) -> list[Period]:
    """Return every month from the first that counts to the last."""
    known = {_month(count.month): count for count in counts}
    if not known:
        return []
    return [
        Period(
            number // 12,
            number % 12 + 1,
            known[number].mention_count if number in known else 0,
            known[number].article_count if number in known else 0,
        )
        for number in range(min(known), max(known) + 1)
    ]


def by_year(counts: Sequence[MonthCount]) -> list[Period]:
    """Return every year from the first that counts to the last."""
    mentions: dict[int, int] = {}
    articles: dict[int, int] = {}
    for count in counts:
        year = _month(count.month) // 12
        mentions[year] = mentions.get(year, 0) + count.mention_count
        articles[year] = articles.get(year, 0) + count.article_count
    if not mentions:
        return []
    years = range(min(mentions), max(mentions) + 1)
    return [Period(year, 0, mentions.get(year, 0), articles.get(year, 0)) for year in years]


def _month(text: str) -> int:
    """Return a month ("2026-11") as a number; of a year alone ("2026-00") its first month."""
    year, _, month = text.partition("-")
    return int(year) * 12 + max(int(month or 1), 1) - 1

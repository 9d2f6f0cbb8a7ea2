"""Mentions over time: one number a month or a year, none left out between the first and last."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

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
    mentions: Counter[int] = Counter()
    articles: Counter[int] = Counter()
    for count in counts:
        month = _month(count.month)
        mentions[month] += count.mention_count
        articles[month] += count.article_count
    if not mentions:
        return []
    return [
        Period(number // 12, number % 12 + 1, mentions[number], articles[number])
        for number in range(min(mentions), max(mentions) + 1)
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


def only_one(counts: Sequence[MonthCount]) -> Period | None:
    """Return the one month that counts, or the year where no more is known; None for several."""
    months = by_month(counts)
    if len(months) != 1:
        return None
    is_month = all(_has_month(count.month) for count in counts)
    return months[0] if is_month else replace(months[0], month=0)


def _has_month(text: str) -> bool:
    return int(text.partition("-")[2] or 0) > 0


def _month(text: str) -> int:
    """Return a month ("2026-11") as a number; of a year alone ("2026-00") its first month."""
    year, _, month = text.partition("-")
    return int(year) * 12 + max(int(month or 1), 1) - 1

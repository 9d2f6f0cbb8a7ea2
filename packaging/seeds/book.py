"""Compose the sample of a book's length: a lighthouse keeper's diary of a year, day by day."""

import random
import re
from datetime import date, timedelta
from pathlib import Path

TITLE = "Cuaderno del faro de Punta Lindero"
AUTHOR = "Amparo Salcedo (editora)"
YEAR = 1926
SEED = 1926

_MONTHS = (
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
).split()
_DAYS = "lunes martes miércoles jueves viernes sábado domingo".split()
_MIDDAY = (
    *("puerto", "mercantes", "vecinos", "trabajo", "cartas", "naturaleza"),
    *("comidas", "memoria", "noticias"),
)
_CLOSING = ("lecturas", "memoria", "vecinos", "comidas")
_STORM = 0.08  # of the days, more in winter
_SLOT = re.compile(r"\{(\w+?)(2?)\}")


class Composer:
    """Draw sentences and words; each is drawn again only when all of its kind had their turn."""

    def __init__(self, source: Path) -> None:
        self._random = random.Random(SEED)  # noqa: S311 (no secret: the same book each time)
        self._lists = _read(source)
        self._decks: dict[str, list[str]] = {}

    def chance(self, probability: float) -> bool:
        """Return True with a probability."""
        return self._random.random() < probability

    def choose(self, names: tuple[str, ...], count: int) -> list[str]:
        """Return some of the names, in any order."""
        return self._random.sample(names, count)

    def paragraph(self, *groups: str) -> str:
        """Return a paragraph with a sentence of each group."""
        return " ".join(self._sentence(group) for group in groups)

    def _sentence(self, group: str) -> str:
        used: dict[str, str] = {}

        def fill(match: re.Match[str]) -> str:
            name, second = match.groups()
            word = self._draw(name)
            while second and word == used.get(name):
                word = self._draw(name)
            used[name] = word
            return word

        text = _SLOT.sub(fill, self._draw(f"[{group}]"))
        text = re.sub(r"\b([Dd]e|[Aa]) el (?=\S)", _contracted, text)
        return text[0].upper() + text[1:]

    def _draw(self, name: str) -> str:
        deck = self._decks.setdefault(name, [])
        if not deck:
            deck += self._random.sample(self._lists[name], len(self._lists[name]))
        return deck.pop()


def compose(source: Path) -> str:
    """Return the book as Markdown: a chapter a month, a section a day."""
    composer = Composer(source)
    day = date(YEAR, 1, 1)
    parts: list[str] = []
    while day.year == YEAR:
        if day.day == 1:
            parts.append(f"# {_MONTHS[day.month - 1].capitalize()}")
        weekday = _DAYS[day.weekday()].capitalize()
        parts.append(f"## {weekday}, {day.day} de {_MONTHS[day.month - 1]}")
        parts += _day(composer, day)
        day += timedelta(days=1)
    return "\n\n".join(parts) + "\n"


def _day(composer: Composer, day: date) -> list[str]:
    is_winter = day.month in (11, 12, 1, 2, 3)
    if composer.chance(_STORM * (2 if is_winter else 0.5)):
        middle = [
            composer.paragraph("temporal", "temporal", "temporal"),
            composer.paragraph("temporal", "vecinos", "puerto"),
        ]
    else:
        groups = composer.choose(_MIDDAY, 6)
        middle = [composer.paragraph(*groups[:3]), composer.paragraph(*groups[3:])]
    closing = composer.choose(_CLOSING, 2)
    return [
        composer.paragraph("amanecer", "puerto"),
        *middle,
        composer.paragraph(*closing, "anochecer"),
    ]


def _contracted(match: re.Match[str]) -> str:
    return {"de": "del ", "De": "Del ", "a": "al ", "A": "Al "}[match[1]]


def _read(source: Path) -> dict[str, list[str]]:
    lists: dict[str, list[str]] = {}
    current: list[str] = []
    for line in source.read_text("utf-8").splitlines():
        if line.startswith("="):
            current = lists.setdefault(line[1:], [])
        elif line.startswith("["):
            current = lists.setdefault(line, [])
        elif line and not line.startswith("#"):
            current.append(line)
    return lists

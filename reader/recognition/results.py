"""Sports results and tables: what stands beside a score is a team, be it called by its town."""

import re
from collections.abc import Iterator, Sequence

from reader.core.entities import normalize_name
from reader.core.mentions import Kind
from reader.recognition.article import Article
from reader.recognition.gazetteer import Gazetteer
from reader.recognition.spans import BlockSpans, Found
from reader.recognition.words import GIVEN_NAMES

_WORD = r"[A-ZÁÉÍÓÚÑÜÇ][\w.'’]*(?<!\.)"
_NAME = rf"{_WORD}(?: (?:(?:de|del|la|los|las|el) )?(?:{_WORD}|\d\d\b)){{0,4}}"
_DASH = r"(?: [-–—] |[-–—])"
_GOALS = r"\d{1,3}"
_SETS = rf"(?!,? ?{_GOALS} ?[-–/] ?\d)"
_PAIR = re.compile(
    rf"(?P<home>{_NAME}){_DASH}(?P<away>{_NAME}),?:? {_GOALS} ?[-–] ?{_GOALS}\b{_SETS}"
)
_APART = re.compile(
    rf"(?P<home>{_NAME}),?:? {_GOALS}(?: [-–—] |[-–—]|, )"
    rf"(?P<away>{_NAME}),?:? {_GOALS}\b(?!\.? ?\d)"
)
_PLAIN = rf"(?:U\. (?:de )?)?{_WORD}(?: (?:(?:de|del|la|los|las|el) )?(?:{_WORD}|0\d\b)){{0,4}}"
_PLACE = re.compile(
    rf"(?:^|[\s(])\d{{1,2}}[.ºª][ \u00a0](?P<home>{_PLAIN}),? \(?\d{{1,3}}\b(?![.:'’]\d)"
)
_ITEM = re.compile(
    rf"(?:^|(?<=[.;:…] )|(?<=\d ))(?P<home>{_PLAIN}), (?P<points>\d{{1,3}})(?=[;. ]|$)"
)
_LEAST_ITEMS = 4
_ROW = re.compile(
    r"(?:\d{1,2}[.ºª)]{0,2} )?(?P<home>(?:[A-ZÁÉÍÓÚÑÜÇ]|\d{1,2} de [A-Z])[^\d,:;()]*?),?:? "
    r"(?P<points>\d{1,3})(?: [\d ]+)?(?: (?:puntos|pts?)\.?)?[.;]?"
)
_LONGEST_ROW = 45
_SCORERS = re.compile(rf"\b{_GOALS} ?[-–] ?{_GOALS},? \((?P<names>[^()\n]{{2,300}})\)")
_SCORER = re.compile(rf"(?:^|(?<=[(,;:] )|(?<=[(])|(?<=y ))(?P<name>{_NAME})(?=,? ?\d|[,;)]| y |$)")
_LEAST_PLACES = 3
_SPORT = frozenset(
    """
    gol goles partido partidos delantero portero arquero guardameta centrocampista penalti penal
    penales tanto tantos marcador empate derrota goleada torneo campeonato clasificación descenso
    ascenso hinchada hinchas técnico entrenador baloncesto balonmano fútbol voleibol rugby waterpolo
    béisbol hockey jornada temporada canasta rebotes triples jugadores equipo equipos estadio
    pabellón cancha afición vestuario banquillo tabla posiciones zaga lateral
    """.split()
)
_FEWEST = 4
"""Words of sport from which on an article tells of matches."""


def is_of_sport(article: Article) -> bool:
    """Return whether an article tells of matches."""
    return len(_SPORT & article.lower) >= _FEWEST


def with_results(
    text: str,
    mentions: list[Found],
    offset: int,
    gazetteer: Gazetteer,
    article: Article,
    *,
    row: tuple[int, int] | None = None,
) -> list[Found]:
    """Return a block's mentions with the teams of its results and tables; `offset` is the block's.

    `row` is where a team stands if the whole block is a row of a table.

    States stay states, and people stay people: tennis has results too.
    """
    teams = [row] if row else list(_teams(text, sport=is_of_sport(article)))
    if not teams:
        return mentions
    kept = list(mentions)
    for start, end in teams:
        touching = [m for m in kept if m.start < offset + end and m.end > offset + start]
        if any(m.kind is Kind.PERSON and _is_persons(m.surface, article) for m in touching):
            continue
        name = text[start:end]
        known = gazetteer.likeliest(name)
        is_state = known is not None and known.kind is Kind.COUNTRY and known.listed
        kind = Kind.COUNTRY if is_state else Kind.ORGANIZATION
        # A wider one, as of the model's "Inter - Génova", goes too.
        kept = [m for m in kept if m not in touching]
        kept.append(Found(offset + start, offset + end, name, kind))
    for start, end in _scorers(text):
        touching = [m for m in kept if m.start < offset + end and m.end > offset + start]
        kept = [m for m in kept if m not in touching]
        kept.append(Found(offset + start, offset + end, text[start:end], Kind.PERSON))
    return sorted(kept, key=lambda m: m.start)


def rows_of_tables(blocks: Sequence[BlockSpans], article: Article) -> dict[int, tuple[int, int]]:
    """Return where the teams are in the blocks that are rows of tables, by the blocks' offset.

    Rows follow each other, and nobody has more points than who stands above.
    """
    found: dict[int, tuple[int, int]] = {}
    if not is_of_sport(article):
        return found
    run: list[tuple[int, tuple[int, int]]] = []
    past = 0
    for block in blocks:
        text = block.text.strip()
        row = _ROW.fullmatch(block.text) if len(text) <= _LONGEST_ROW else None
        points = int(row["points"]) if row else 0
        ends = row is None or (bool(run) and points > past)
        if ends and len(text) > len("[…]"):  # which leaves some rows out
            run = []
        if row is not None:
            run.append((block.offset, row.span("home")))
            past = points
            if len(run) >= _LEAST_ITEMS:
                found.update(run)
    return found


def _is_persons(name: str, article: Article) -> bool:
    """Return whether a name is that of somebody named in full, or begins with a given name."""
    words = name.split()
    return normalize_name(words[0]) in GIVEN_NAMES or bool(article.people.intersection(words))


def _scorers(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the names in brackets behind a score are, as in "0-1 (Bowen 2, Asensio)"."""
    for match in _SCORERS.finditer(text):
        for name in _SCORER.finditer(text, match.start("names"), match.end("names")):
            yield name.span("name")


def _teams(text: str, *, sport: bool) -> Iterator[tuple[int, int]]:
    """Yield where the names beside scores are, half-open, none twice.

    What has the form of "Burgos, 62; Lugo, 61" is a table in an article of `sport` only.
    """
    if not any(c.isdigit() for c in text):
        return
    past = 0
    found: list[tuple[int, int]] = []
    for pattern in (_PAIR, _APART):
        for match in pattern.finditer(text):
            found += [match.span("home"), match.span("away")]
    places = [match.span("home") for match in _PLACE.finditer(text)]
    if len(places) >= _LEAST_PLACES:
        found += places
    items = [match.span("home") for match in _ITEM.finditer(text)] if sport else []
    if len(items) >= _LEAST_ITEMS:
        found += items
    for start, end in sorted(found):
        if start >= past:
            past = end
            yield start, end

"""Sports results and tables: what stands beside a score is a team, be it called by its town."""

import re
from collections.abc import Iterator

from reader.core.entities import normalize_name
from reader.core.mentions import Kind
from reader.recognition.article import Article
from reader.recognition.gazetteer import Gazetteer
from reader.recognition.spans import Found
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
_PLACE = re.compile(
    rf"(?:^|[\s(])\d{{1,2}}[.ºª][ \u00a0](?P<home>{_NAME}),? \(?\d{{1,3}}\b(?![.:'’]\d)"
)
_SCORERS = re.compile(rf"\b{_GOALS} ?[-–] ?{_GOALS},? \((?P<names>[^()\n]{{2,300}})\)")
_SCORER = re.compile(rf"(?:^|(?<=[(,;:] )|(?<=[(])|(?<=y ))(?P<name>{_NAME})(?=,? ?\d|[,;)]| y |$)")
_LEAST_PLACES = 3


def with_results(
    text: str, mentions: list[Found], offset: int, gazetteer: Gazetteer, article: Article
) -> list[Found]:
    """Return a block's mentions with the teams of its results and tables; `offset` is the block's.

    States stay states, and people stay people: tennis has results too.
    """
    teams = list(_teams(text))
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


def _is_persons(name: str, article: Article) -> bool:
    """Return whether a name is that of somebody named in full, or begins with a given name."""
    words = name.split()
    return normalize_name(words[0]) in GIVEN_NAMES or bool(article.people.intersection(words))


def _scorers(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the names in brackets behind a score are, as in "0-1 (Bowen 2, Asensio)"."""
    for match in _SCORERS.finditer(text):
        for name in _SCORER.finditer(text, match.start("names"), match.end("names")):
            yield name.span("name")


def _teams(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the names beside scores are, half-open, none twice."""
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
    for start, end in sorted(found):
        if start >= past:
            past = end
            yield start, end

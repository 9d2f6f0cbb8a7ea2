"""Towns that play: "Cuenca ganó al Logroño", where an article tells of matches.

Only names that stand as a rival or as the subject of a match count, and those that open a sentence
where the same name does so elsewhere in the article. States stay states. Where an article is not
clearly of sport, a score or a club's name beside tells. "América" is the club all through an
article that calls it so once, but for what is said of the continent.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.core.mentions import Kind
from reader.recognition.article import Article
from reader.recognition.context import article_before, is_where
from reader.recognition.gazetteer import Gazetteer
from reader.recognition.results import is_of_sport
from reader.recognition.spans import BlockSpans, Found
from reader.recognition.words import opens_sentence

_SCORE = r"(?:,? ?(?:por )?(?:un )?\(?\d{1,3} ?[-–] ?\d{1,3}\)?)"
_BEAT = (
    r"(?:gan(?:ó|aron|a|an|ar)|venc(?:ió|ieron|e|en|er)|gole(?:ó|aron|a|an|ar)|derrot(?:ó|aron|a|ar)|"
    r"super(?:ó|aron|a|ar)|elimin(?:ó|aron|a|ar)|bat(?:ió|ieron|e|ir)|tumb(?:ó|aron|a|ar)|"
    r"arroll(?:ó|aron|a|ar)|recib(?:ió|e|ir)|visit(?:ó|a|ar))"
)
_MET = (
    r"(?:empat\w{1,4}|perd(?:ió|ieron|er|ía)|pierden?|ca(?:yó|yeron|er|e)|se impuso|se mid\w{1,4}|"
    r"gan(?:ó|aron|a|an|ar)|jug(?:ó|ará|ar)|debut(?:ó|ará|ar)|triunf\w{1,4}|victoria|derrota|empate|"
    r"partido|duelo|choque|final|semifinal|penales|penaltis|le ganó|enfrent\w{1,5})"
)
_AGAIN = r"(?: (?:anoche|ayer|hoy|en casa|a domicilio|fuera|por penales|por penaltis|también))?"
_RIVAL = re.compile(
    rf"\b(?:{_BEAT}{_AGAIN}{_SCORE}?{_AGAIN} a|golear a|(?:enfrentará|medirá|midió|enfrentó) a|"
    rf"{_MET}{_AGAIN}{_SCORE}?{_AGAIN} (?:con|ante|contra|frente a|a)|"
    r"(?:hinchas?|aficionad[oa]s?|seguidor(?:es)?|simpatizantes?|barras?) de) $",
    re.IGNORECASE,
)
_BY_TEAMS = re.compile(
    rf"\b(?:goleó{_AGAIN}{_SCORE}? a|golear a|empat\w{{1,4}}{_AGAIN}{_SCORE}?{_AGAIN} con|"
    r"(?:hinchas?|aficionad[oa]s?|seguidor(?:es)?|simpatizantes?|barras?) de) $",
    re.IGNORECASE,
)
"""What is said of teams alone: a tennis player too is beaten."""

_PLAYS = re.compile(
    r" (?:(?:no|ya|se|le|lo|también) ){0,2}(?:ganó|venció|goleó|empató|perdió|cayó|derrotó|remontó|"
    r"descendió|ascendió|arrolló|encajó|tumbó|sucumbió|lidera|golea|pierde|empata|desciende|"
    r"impuso|salvó|despierta|eliminó|firmó|sumó)\b"
)
_DID = re.compile(
    r"\b(?:descendió|ascendió|respiró|ganó|venció|empató|perdió|cayó|sorprendió|sube|baja|"
    r"desciende|asciende) $"
)
_REACH = 70
_ENDS = r"(?= (?:al?|ante|contra|con|en|y|frente|por)\b|[,.;:)]|$)"
_SCORED = re.compile(
    rf" (?:(?:no|ya|se|le|lo|también) ){{0,2}}(?:{_BEAT}|{_MET}){_AGAIN}{_SCORE}{_ENDS}"
)
_SCORED_RIVAL = re.compile(
    rf"\b(?:{_BEAT}|{_MET}){_AGAIN}{_SCORE}{_AGAIN} (?:con|ante|contra|frente a|a) $"
)
_BEAT_BY_CLUB = re.compile(
    rf" (?:(?:no|ya|se|le|lo|también) ){{0,2}}(?:{_BEAT}|{_MET}){_AGAIN}{_SCORE}?{_AGAIN}"
    r" (?:con|ante|contra|frente a|a) "
)
_CONTINENTS = frozenset(("continent", "world region"))
_OF_CONTINENT = re.compile(
    r"\b(?:continente|países|pueblos|naciones|historia|conquista|descubrimiento|gobiernos|resto|"
    r"norte|sur|centro|capital|Cumbre|Copa|tod[ao]|a|hacia|por) (?:de )?(?:[Ll]a )?$"
)
"""What stands before a continent's name and hardly before its club's."""


def with_teams(
    blocks: Sequence[BlockSpans],
    found: Sequence[list[Found]],
    article: Article,
    gazetteer: Gazetteer,
) -> None:
    """Make the towns that are named as teams organizations, in place."""
    told = _named_as_teams if is_of_sport(article) else _named_beside_scores
    teams = set(told(blocks, found, article, gazetteer))
    for block, mentions in zip(blocks, found, strict=True):
        for index, mention in enumerate(mentions):
            start = mention.start - block.offset
            town = mention.kind is Kind.PLACE and mention.surface.casefold() in teams
            unknown = mention.kind is Kind.PERSON and mention.surface in teams
            stands = _may_be_team(block.text, start) or _is_rival(block.text, start)
            if (town or unknown) and stands:
                mentions[index] = replace(mention, kind=Kind.ORGANIZATION)
    _with_continents_clubs(blocks, found, gazetteer)


def _with_continents_clubs(
    blocks: Sequence[BlockSpans], found: Sequence[list[Found]], gazetteer: Gazetteer
) -> None:
    """Make a continent's name that of the club that the article calls so, in place."""
    names = {m.surface for mentions in found for m in mentions if m.kind is Kind.ORGANIZATION}
    clubs: set[str] = set()
    for head, _, town in (name.partition(" de ") for name in names):
        place = gazetteer.likeliest(head)
        if place is not None and place.type in _CONTINENTS:
            seat = gazetteer.likeliest(town) if town else place
            clubs |= {head} if seat is not None and seat.kind is Kind.PLACE else set()
    for block, mentions in zip(blocks, found, strict=True) if clubs else ():
        for index, mention in enumerate(mentions):
            start = mention.start - block.offset
            if mention.kind is not Kind.PLACE or mention.surface not in clubs:
                continue
            before = _OF_CONTINENT.search(block.text, max(0, start - _REACH), start)
            rival = _is_rival(block.text, start)
            if rival or not (before or is_where(block.text, start)):
                mentions[index] = replace(mention, kind=Kind.ORGANIZATION)


def _named_beside_scores(
    blocks: Sequence[BlockSpans],
    found: Sequence[list[Found]],
    _article: Article,
    gazetteer: Gazetteer,
) -> Iterator[str]:
    """Yield the folded names of places that stand beside a score, or as rivals of "el Valencia"."""
    for block, mentions in zip(blocks, found, strict=True):
        text, past = block.text, None
        for mention in mentions:
            start, end = mention.start - block.offset, mention.end - block.offset
            if mention.kind is Kind.PLACE:
                beats = _may_be_team(text, start) and _SCORED.match(text, end)
                loses = _SCORED_RIVAL.search(text, max(0, start - _REACH), start)
                beaten = past is not None and _BEAT_BY_CLUB.fullmatch(text, past, start)
                if beats or loses or beaten:
                    yield mention.surface.casefold()
            club = mention.kind is Kind.ORGANIZATION and article_before(text, start)
            place = gazetteer.likeliest(mention.surface) if club else None
            past = end if place is not None and place.kind is Kind.PLACE else None


def _named_as_teams(
    blocks: Sequence[BlockSpans],
    found: Sequence[list[Found]],
    article: Article,
    gazetteer: Gazetteer,
) -> Iterator[str]:
    """Yield the names that stand where a team's does: as they are, and folded for places."""
    yield from _named_beside_scores(blocks, found, article, gazetteer)
    for block, mentions in zip(blocks, found, strict=True):
        for mention in mentions:
            single = " " not in mention.surface
            person = mention.kind is Kind.PERSON and single
            if mention.kind is Kind.ORGANIZATION:
                yield mention.surface.casefold()
            if mention.kind is not Kind.PLACE and not person:
                continue
            if person and mention.surface in article.people:
                continue
            start, end = mention.start - block.offset, mention.end - block.offset
            if person:
                named = _BY_TEAMS.search(block.text, max(0, start - _REACH), start) is not None
            else:
                plays = _may_be_team(block.text, start) and _PLAYS.match(block.text, end)
                named = bool(plays) or _is_rival(block.text, start)
            if named:
                yield mention.surface
                yield mention.surface.casefold()


def _is_rival(text: str, start: int) -> bool:
    return _RIVAL.search(text, max(0, start - _REACH), start) is not None


def _may_be_team(text: str, start: int) -> bool:
    """Return whether a name opens a sentence or clause, so that it may do what a team does."""
    if is_where(text, start):
        return False
    if _DID.search(text, max(0, start - 20), start):
        return True
    before = text[max(0, start - 4) : start]
    return opens_sentence(text, start) or before.endswith((" y ", ", ", "— ", ") ", "El ", "el "))

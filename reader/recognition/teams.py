"""Towns that play: "Cuenca ganó al Logroño", where an article tells of matches.

Only names that stand as a rival or as the subject of a match count, and those that open a sentence
where the same name does so elsewhere in the article. States stay states.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.core.mentions import Kind
from reader.recognition.article import Article
from reader.recognition.context import is_where
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


def with_teams(
    blocks: Sequence[BlockSpans], found: Sequence[list[Found]], article: Article
) -> None:
    """Make the towns that are named as teams organizations, in place."""
    if not is_of_sport(article):
        return
    teams = set(_named_as_teams(blocks, found, article))
    for block, mentions in zip(blocks, found, strict=True):
        for index, mention in enumerate(mentions):
            start = mention.start - block.offset
            town = mention.kind is Kind.PLACE and mention.surface.casefold() in teams
            unknown = mention.kind is Kind.PERSON and mention.surface in teams
            stands = _may_be_team(block.text, start) or _is_rival(block.text, start)
            if (town or unknown) and stands:
                mentions[index] = replace(mention, kind=Kind.ORGANIZATION)


def _named_as_teams(
    blocks: Sequence[BlockSpans], found: Sequence[list[Found]], article: Article
) -> Iterator[str]:
    """Yield the names that stand where a team's does: as they are, and folded for places."""
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

"""People: which full name a surname, a first name or initials belong to."""

from collections import defaultdict

from reader.core.entities import normalize_name
from reader.core.mentions import Kind, LinkedBy
from reader.recognition.groups import Group, Groups, name_key
from reader.recognition.spans import Found
from reader.recognition.words import HYPOCORISTICS, PARTICLES, TITLES, WORD

_ROLE_REACH = 40
"""Code points before and behind a name in which its bearer's role is looked for."""


def link_people(text: str, found: list[Found], groups: Groups) -> dict[int, Group]:
    """Link surnames, first names and initials to the one full name that they fit.

    A name that fits several stays its own, but for the mentions that a role makes certain: these
    come back, by their place in `found`.
    """
    people = list({id(g): g for g in groups.values() if g.kind is Kind.PERSON}.values())
    tokens = {id(g): g.key.split() for g in people}
    by_token: defaultdict[str, list[Group]] = defaultdict(list)
    for group in people:
        for token in set(tokens[id(group)]):
            by_token[token].append(group)
            by_token[token[0]].append(group)
    unclear: dict[int, list[Group]] = {}
    for group in people:
        own = tokens[id(group)]
        last = HYPOCORISTICS.get(own[-1], own[-1]) if len(own) == 1 else own[-1]
        near = {id(g): g for token in {own[-1], last} for g in by_token[token]}
        fuller = [g for g in near.values() if _is_part(own, tokens[id(g)])]
        tops = _longest(fuller, tokens)
        if len(tops) == 1:
            group.join(tops[0], LinkedBy.PART)
        elif tops:
            unclear[id(group)] = tops
    return _certain(text, found, groups, unclear) if unclear else {}


def _longest(groups: list[Group], tokens: dict[int, list[str]]) -> list[Group]:
    """Return the groups whose names are no part of another's."""
    return [g for g in groups if not any(_is_part(tokens[id(g)], tokens[id(o)]) for o in groups)]


def _is_part(short: list[str], full: list[str]) -> bool:
    """Return whether the words of `short` stand in `full` in order; an initial fits its word."""
    initials = all(len(word) == 1 for word in short)
    if initials:
        # "J. L." is for "José Luis Gil" neither too much nor in the midst of it.
        named = [w for w in full if w not in PARTICLES]
        return 1 < len(short) <= len(named) and _fits(short[0], named[0]) and _runs(short, named)
    # Of one length are "Paco Bellido" or "F. Bellido" and "Francisco Bellido".
    if len(short) > len(full) or short == full or short[-1] in PARTICLES:
        return False
    return _runs(short, full)


def _runs(short: list[str], full: list[str]) -> bool:
    position = 0
    for word in short:
        while position < len(full) and not _fits(word, full[position]):
            position += 1
        if position == len(full):
            return False
        position += 1
    return True


def _fits(word: str, other: str) -> bool:
    if word == other or HYPOCORISTICS.get(word) == other:
        return True
    return len(word) == 1 and len(other) > 1 and other.startswith(word)


def _certain(
    text: str, found: list[Found], groups: Groups, unclear: dict[int, list[Group]]
) -> dict[int, Group]:
    """Return the mentions of unclear names whose role or sex only one of the candidates has."""
    roles: defaultdict[int, set[str]] = defaultdict(set)
    for mention in found:
        group = groups[mention.kind, mention.surface]
        if mention.kind is Kind.PERSON and id(group) not in unclear:
            roles[id(group.root())] |= _roles_before(text, mention) | _roles_behind(text, mention)
    chosen: dict[int, Group] = {}
    for index, mention in enumerate(found):
        candidates = unclear.get(id(groups[mention.kind, mention.surface]))
        before = _roles_before(text, mention) if candidates else set()
        if not candidates or not before:
            continue
        stems = {_stem(role) for role in before}
        same = [g for g in candidates if stems & {_stem(r) for r in roles[id(g.root())]}]
        if len(same) == 1:
            chosen[index] = same[0].root()
            continue
        sexes = [_sex(g.key) for g in candidates]
        wanted = {role[-1] for role in before if role[-1] in "ao"}
        fitting = [g for g, sex in zip(candidates, sexes, strict=True) if sex in wanted]
        if len(wanted) == len(fitting) == 1 and all(sexes):
            chosen[index] = fitting[0].root()
    return chosen


def _roles_before(text: str, mention: Found) -> set[str]:
    before = text[max(0, mention.start - _ROLE_REACH) : mention.start]
    words = [w.casefold() for w in WORD.findall(before)]
    return {w for w in words[-1:] if w in TITLES} | _own_title(mention.surface)


def _own_title(surface: str) -> set[str]:
    first = surface.partition(" ")[0].casefold()
    return {first} if name_key(surface, Kind.PERSON) != normalize_name(surface) else set()


def _roles_behind(text: str, mention: Found) -> set[str]:
    """Return the roles in an apposition, as in "Ana Torres, jueza de Soria,"."""
    behind = text[mention.end : mention.end + _ROLE_REACH]
    if not behind.startswith(", "):
        return set()
    words = [w.casefold() for w in WORD.findall(behind)[:3]]
    return {w for w in words if w in TITLES}


def _stem(role: str) -> str:
    """Return what a role's masculine and feminine have in common."""
    return role[:-1] if role[-1] in "aoe" else role


def _sex(key: str) -> str:
    """Return the ending of a given name that tells its bearer's sex; else an empty string."""
    last = key.partition(" ")[0][-1]
    return last if last in "ao" else ""

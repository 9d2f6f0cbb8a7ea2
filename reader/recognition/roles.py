"""Roles and sexes: which of several people of one name "la jueza Torres" is."""

from collections import defaultdict

from reader.core.mentions import Kind
from reader.recognition.groups import Group, Groups
from reader.recognition.spans import Found
from reader.recognition.words import HONORIFICS, TITLES, WORD

_REACH = 40
"""Code points before and behind a name in which its bearer's role is looked for."""


class Roles:
    """The roles that an article gives its people, beside their names."""

    def __init__(
        self, text: str, found: list[Found], groups: Groups, unclear: dict[int, list[Group]]
    ) -> None:
        self._text = text
        self._roles: defaultdict[int, set[str]] = defaultdict(set)
        for mention in found:
            group = groups[mention.kind, mention.surface]
            if mention.kind is Kind.PERSON and id(group) not in unclear:
                self._roles[id(group.root())] |= self._before(mention) | self._behind(mention)

    def only_one(self, mention: Found, candidates: list[Group]) -> Group | None:
        """Return the only candidate who has the mention's role or sex; None where none tells."""
        before = self._before(mention)
        if not before:
            return None
        stems = {_stem(role) for role in before}
        same = [g for g in candidates if stems & {_stem(r) for r in self._roles[id(g.root())]}]
        if len(same) == 1:
            return same[0]
        sexes = [_sex(g.key) for g in candidates]
        wanted = {role[-1] for role in before if role[-1] in "ao"}
        fitting = [g for g, sex in zip(candidates, sexes, strict=True) if sex in wanted]
        return fitting[0] if len(wanted) == len(fitting) == 1 and all(sexes) else None

    def _before(self, mention: Found) -> set[str]:
        before = self._text[max(0, mention.start - _REACH) : mention.start]
        words = [w.casefold() for w in WORD.findall(before)]
        own = mention.surface.partition(" ")[0].casefold()
        return {w for w in words[-1:] if w in TITLES} | ({own} & HONORIFICS)

    def _behind(self, mention: Found) -> set[str]:
        """Return the roles in an apposition, as in "Ana Torres, jueza de Soria,"."""
        behind = self._text[mention.end : mention.end + _REACH]
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

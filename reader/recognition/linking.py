"""Which entity each mention means: names, official names, surnames, acronyms."""

import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import pairwise

from reader.core.entities import Entity, normalize_name
from reader.core.mentions import Kind, LinkedBy, Mention
from reader.recognition.gazetteer import Entry, Gazetteer
from reader.recognition.spans import Found
from reader.recognition.words import GENERIC_HEADS, HONORIFICS, PARTICLES, WORD

_BRACKET = re.compile(r"\s*[(\[]\s*[\"'“«]?")
_CLOSE = re.compile(r"[\"'”»]?\s*[)\],;]")
_ACRONYM = re.compile(r"[A-ZÁÉÍÓÚÑÜ0-9][\w.&-]{1,11}")
_CITY_RANK = 3
CONTEXT_WEIGHT = 2.7
"""How much the country that the article names most outweighs size: here, 10 ** 2.7 times."""
CLEAR_LEAD = 1.5
"""By how much a place must lead its namesakes to tell, unseen, which country is spoken of."""

SPANISH_PRIOR = 0.7
"""How much a city of Spain outweighs a namesake of which nothing in the article speaks."""

REGION_SIZE = 6.0
"""What a state or province counts as in log10 of inhabitants, which the lists don't tell."""


@dataclass
class _Group:
    """The mentions of one name: those of one kind that are equal but for case and accents."""

    key: str
    kind: Kind
    surfaces: Counter[str] = field(default_factory=Counter)
    entry: Entry | None = None
    target: "_Group | None" = None
    linked_by: LinkedBy = LinkedBy.NAME

    def root(self) -> "_Group":
        """Return the group that this one means in the end."""
        group = self
        while group.target is not None:
            group = group.target
        return group

    @property
    def surface(self) -> str:
        """Return the commonest spelling, the first among equals."""
        return self.surfaces.most_common(1)[0][0]

    @property
    def entity_id(self) -> str:
        """Return the id of the entity that the group stands for by itself."""
        return self.entry.id if self.entry else f"{self.kind}:{slug(self.key)}"


_Groups = dict[tuple[Kind, str], _Group]
"""The group of each kind and spelling; several spellings share one group."""


def link(
    text: str, found: list[Found], gazetteer: Gazetteer
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Return the mentions with their entities, both in the order in which they appear."""
    groups = _group(found)
    unique = list({id(group): group for group in groups.values()}.values())
    _choose_entries(unique, gazetteer)
    _link_acronyms(text, found, groups)
    _link_people([g for g in unique if g.kind is Kind.PERSON])
    for kind in (Kind.PLACE, Kind.ORGANIZATION):
        _link_short_forms([g for g in unique if g.kind is kind])
    return _resolve(found, groups)


def _group(found: list[Found]) -> _Groups:
    groups: _Groups = {}
    by_key: _Groups = {}
    for mention in found:
        spelling = (mention.kind, mention.surface)
        if spelling not in groups:
            key = name_key(mention.surface, mention.kind)
            groups[spelling] = by_key.setdefault((mention.kind, key), _Group(key, mention.kind))
        groups[spelling].surfaces[mention.surface] += 1
    return groups


def name_key(name: str, kind: Kind) -> str:
    """Return what makes two spellings one name; a person's goes without "Don" or "Reina"."""
    key = normalize_name(name)
    while kind is Kind.PERSON and key.partition(" ")[0] in HONORIFICS and " " in key:
        key = key.partition(" ")[2]
    return key


def _choose_entries(groups: list[_Group], gazetteer: Gazetteer) -> None:
    """Give every name the likeliest entry of the gazetteer, if any; namesakes need the article."""
    namesakes: list[tuple[_Group, list[Entry]]] = []
    context: Counter[str] = Counter()
    for group in groups:
        entries = [e for e in gazetteer.lookup(group.surface) if e.kind is group.kind]
        if not entries or (group.kind is Kind.ORGANIZATION and not entries[0].safe):
            continue
        group.entry = entries[0]
        if group.kind is Kind.PLACE and len(entries) > 1 and entries[0].rank >= _CITY_RANK:
            namesakes.append((group, entries))
            first, second, *_ = sorted((_likelihood(e) for e in entries), reverse=True)
            if first - second < CLEAR_LEAD:
                continue
        context[group.entry.country] += group.surfaces.total()
    del context[""]
    most = max(context.values(), default=1)
    for group, entries in namesakes:
        group.entry = max(entries, key=lambda e: _likelihood(e, context[e.country] / most))


def _likelihood(entry: Entry, share: float = 0.0) -> float:
    """Return how likely a place is meant; `share`: of its country among those that are named."""
    prior = SPANISH_PRIOR if entry.country == "ES" else 0.0
    return (entry.size or REGION_SIZE) - entry.rank + prior + CONTEXT_WEIGHT * share


def _link_acronyms(text: str, found: list[Found], groups: _Groups) -> None:
    """Join an organization's acronym with the name beside it in brackets, in either order."""
    for first, second in pairwise(found):
        if not first.kind is second.kind is Kind.ORGANIZATION:
            continue
        between = text[first.end : second.start]
        if not _BRACKET.fullmatch(between) or not _CLOSE.match(text, second.end):
            continue
        a, b = (groups[m.kind, m.surface].root() for m in (first, second))
        if a is b:
            continue
        for short, full in ((b, a), (a, b)):
            if is_acronym_of(short.surface, full.surface):
                short.target, short.linked_by = full, LinkedBy.ACRONYM
                break


def is_acronym_of(short: str, full: str) -> bool:
    """Return whether `short` may be made of the letters that start the words of `full`."""
    if not _ACRONYM.fullmatch(short) or sum(c.isupper() for c in short) < 2:
        return False
    letters = [c for c in normalize_name(short) if c.isalnum()]
    words = [normalize_name(w) for w in WORD.findall(full)]
    if len(words) < 2 or len(letters) >= len(normalize_name(full)):
        return False
    return _spells(letters, words, first=True)


def _spells(letters: list[str], words: list[str], *, first: bool = False) -> bool:
    """Return whether the letters are taken in order from the starts of the words."""
    if not letters:
        return all(w in PARTICLES for w in words) or len(words) <= 2
    if not words:
        return False
    word = words[0]
    for taken in range(min(len(letters), len(word), 4), 0, -1):
        if letters[:taken] == list(word[:taken]) and _spells(letters[taken:], words[1:]):
            return True
    return (not first or word in PARTICLES) and _spells(letters, words[1:], first=first)


def _link_people(people: list[_Group]) -> None:
    """Link surnames and first names to the one full name that they fit."""
    tokens = {id(g): g.key.split() for g in people}
    by_token: defaultdict[str, list[_Group]] = defaultdict(list)
    for group in people:
        for token in set(tokens[id(group)]):
            by_token[token].append(group)
    for group in people:
        own = tokens[id(group)]
        fuller = [
            other
            for other in by_token[own[-1]]
            if len(tokens[id(other)]) > len(own) and _is_part(own, tokens[id(other)])
        ]
        tops = [
            g
            for g in fuller
            if not any(o is not g and _is_part(tokens[id(g)], tokens[id(o)]) for o in fuller)
        ]
        if len(tops) == 1:
            group.target, group.linked_by = tops[0], LinkedBy.PART


def _is_part(short: list[str], full: list[str]) -> bool:
    """Return whether the words of `short` stand in `full` in order; an initial fits its word."""
    if len(short) >= len(full) or short[-1] in PARTICLES:
        return False
    position = 0
    for word in short:
        while position < len(full) and not _fits(word, full[position]):
            position += 1
        if position == len(full):
            return False
        position += 1
    return True


def _fits(word: str, other: str) -> bool:
    return word == other or (len(word) == 1 and other.startswith(word))


def _link_short_forms(groups: list[_Group]) -> None:
    """Link how a name begins ("Nordwind", "La Línea") to the one longer name that fits.

    What the lists know by itself, and what many names begin with, means itself.
    """
    longer: defaultdict[str, list[_Group]] = defaultdict(list)
    for group in groups:
        if group.target is None and " " in group.key:
            longer[group.key.partition(" ")[0]].append(group)
    for group in groups:
        if group.target is not None or group.entry is not None or group.key in GENERIC_HEADS:
            continue
        fitting = [g for g in longer[group.key.partition(" ")[0]] if _begins(group.key, g.key)]
        if len(fitting) == 1:
            group.target, group.linked_by = fitting[0], LinkedBy.PART


def _begins(short: str, full: str) -> bool:
    return full.startswith(short + " ")


def _resolve(found: list[Found], groups: _Groups) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    members: dict[str, list[_Group]] = {}
    ids: dict[int, str] = {}
    for group in groups.values():
        if id(group) not in ids:
            ids[id(group)] = group.root().entity_id
            members.setdefault(ids[id(group)], []).append(group)
    entities = {identity: _entity(identity, same) for identity, same in members.items()}
    reasons = {id(g): _linked_by(g, entities[ids[id(g)]]) for g in groups.values()}
    mentions: list[Mention] = []
    for mention in found:
        group = id(groups[mention.kind, mention.surface])
        where = (mention.start, mention.end, mention.kind)
        mentions.append(Mention(*where, ids[group], mention.found_by, reasons[group]))
    return tuple(mentions), tuple(entities.values())


def _linked_by(group: _Group, entity: Entity) -> LinkedBy:
    if group.target is not None:
        return group.linked_by
    return LinkedBy.NAME if name_key(entity.name, entity.kind) == group.key else LinkedBy.ALIAS


def slug(name: str) -> str:
    """Return a name in lower case without accents, its words joined by hyphens; ñ stays ñ."""
    kept = unicodedata.normalize("NFC", normalize_name(name))
    return "-".join(re.findall(r"[^\W_]+", kept)) or "?"


def _entity(identity: str, groups: list[_Group]) -> Entity:
    root = groups[0].root()
    name = root.entry.name if root.entry else root.surface
    seen = [surface for group in groups for surface in group.surfaces]
    if root.entry and root.entry.official:
        seen.append(root.entry.official)
    aliases = tuple(dict.fromkeys(s for s in seen if s != name))
    identifiers = root.entry.identifiers if root.entry else {}
    return Entity(identity, name, root.kind, aliases, identifiers)

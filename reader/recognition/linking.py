"""Which entity each mention means: names, official names, surnames, acronyms."""

from collections import Counter, defaultdict

from reader.core.entities import Entity
from reader.core.mentions import Kind, LinkedBy, Mention
from reader.recognition.acronyms import link_acronyms
from reader.recognition.gazetteer import Entry, Gazetteer
from reader.recognition.groups import Group, Groups, name_key
from reader.recognition.people import link_people
from reader.recognition.short_forms import link_short_forms
from reader.recognition.spans import Found

_CITY_RANK = 3
CONTEXT_WEIGHT = 2.7
"""How much the country that the article names most outweighs size: here, 10 ** 2.7 times."""
CLEAR_LEAD = 1.5
"""By how much a place must lead its namesakes to tell, unseen, which country is spoken of."""

SPANISH_PRIOR = 0.7
"""How much a city of Spain outweighs a namesake of which nothing in the article speaks."""

REGION_SIZE = 6.0
"""What a state or province counts as in log10 of inhabitants, which the lists don't tell."""


def link(
    text: str, found: list[Found], gazetteer: Gazetteer
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Return the mentions with their entities, both in the order in which they appear."""
    groups = _group(found)
    unique = list({id(group): group for group in groups.values()}.values())
    _choose_entries(unique, gazetteer)
    _confirm_organizations(unique, gazetteer)
    link_acronyms(text, found, groups)
    chosen = link_people(text, found, groups)
    chosen |= link_short_forms(text, found, groups)
    return _resolve(found, groups, chosen)


def _group(found: list[Found]) -> Groups:
    groups: Groups = {}
    by_key: Groups = {}
    for mention in found:
        spelling = (mention.kind, mention.surface)
        if spelling not in groups:
            key = name_key(mention.surface, mention.kind)
            groups[spelling] = by_key.setdefault((mention.kind, key), Group(key, mention.kind))
        groups[spelling].surfaces[mention.surface] += 1
    return groups


def _choose_entries(groups: list[Group], gazetteer: Gazetteer) -> None:
    """Give every name the likeliest entry of the gazetteer, if any; namesakes need the article."""
    namesakes: list[tuple[Group, list[Entry]]] = []
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
        elif group.kind is Kind.COUNTRY and len(entries) > 1:
            namesakes.append((group, entries))
            continue
        context[group.entry.country] += group.surfaces.total()
    del context[""]
    most = max(context.values(), default=1)
    for group, entries in namesakes:
        if group.kind is Kind.COUNTRY:
            group.entry = _country(entries, context)
        else:
            group.entry = max(entries, key=lambda e: _likelihood(e, context[e.country] / most))


def _country(entries: list[Entry], context: Counter[str]) -> Entry | None:
    """Return which of several states a name such as "Corea" means; None where both are named."""
    spoken_of = [e for e in entries if context[e.country]]
    if len(spoken_of) > 1:
        return None
    return spoken_of[0] if spoken_of else entries[0]


def _confirm_organizations(groups: list[Group], gazetteer: Gazetteer) -> None:
    """Give names that also mean something else the entry that another name in the article has."""
    bearers: defaultdict[str, list[tuple[Group, Entry]]] = defaultdict(list)
    for group in groups:
        if group.kind is Kind.ORGANIZATION:
            for entry in gazetteer.lookup(group.surface):
                bearers[entry.id].append((group, entry))
    for same in bearers.values():
        for group, entry in same if len(same) > 1 else ():
            group.entry = group.entry or entry


def _likelihood(entry: Entry, share: float = 0.0) -> float:
    """Return how likely a place is meant; `share`: of its country among those that are named."""
    prior = SPANISH_PRIOR if entry.country == "ES" else 0.0
    return (entry.size or REGION_SIZE) - entry.rank + prior + CONTEXT_WEIGHT * share


def _resolve(
    found: list[Found], groups: Groups, chosen: dict[int, Group]
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Return mentions and entities; `chosen` has the mentions that mean another than their name."""
    meant = [
        chosen.get(index, groups[mention.kind, mention.surface].root())
        for index, mention in enumerate(found)
    ]
    ids = {i: root.entity_id for i, root in {id(root): root for root in meant}.items()}
    members: dict[str, dict[int, Group]] = {}
    for mention, root in zip(found, meant, strict=True):
        group = groups[mention.kind, mention.surface]
        members.setdefault(ids[id(root)], {id(root): root})[id(group)] = group
    entities = {identity: _entity(identity, list(same.values()))
                for identity, same in members.items()}  # fmt: skip
    mentions: list[Mention] = []
    for index, (mention, root) in enumerate(zip(found, meant, strict=True)):
        group = groups[mention.kind, mention.surface]
        reason = LinkedBy.PART if index in chosen else _linked_by(group, entities[ids[id(root)]])
        where = (mention.start, mention.end, mention.kind)
        mentions.append(Mention(*where, ids[id(root)], mention.found_by, reason))
    return tuple(mentions), tuple(entities.values())


def _linked_by(group: Group, entity: Entity) -> LinkedBy:
    if group.target is not None:
        return group.linked_by
    return LinkedBy.NAME if name_key(entity.name, entity.kind) == group.key else LinkedBy.ALIAS


def _entity(identity: str, groups: list[Group]) -> Entity:
    """Return the entity of some groups, the first of which is what they mean."""
    root = groups[0]
    name = root.entry.name if root.entry else root.surface
    seen = [surface for group in groups for surface in group.surfaces]
    if root.entry and root.entry.official:
        seen.append(root.entry.official)
    aliases = tuple(dict.fromkeys(s for s in seen if s != name))
    identifiers = root.entry.identifiers if root.entry else {}
    return Entity(identity, name, root.kind, aliases, identifiers)

"""Which entity each mention means: names, official names, surnames, acronyms, demonyms."""

from collections.abc import Iterable

from reader.core.entities import Entity
from reader.core.mentions import Kind, LinkedBy, Mention
from reader.recognition.acronyms import link_acronyms
from reader.recognition.gazetteer import Gazetteer
from reader.recognition.groups import Chosen, Group, Groups, name_key
from reader.recognition.namesakes import choose_entries, confirm_organizations
from reader.recognition.people import link_people
from reader.recognition.short_forms import link_short_forms
from reader.recognition.spans import Found
from reader.recognition.spellings import spelling


def link(
    text: str, found: list[Found], gazetteer: Gazetteer
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Return the mentions with their entities, both in the order in which they appear.

    A name that may mean several of them has an entity of its own, with these for candidates.
    """
    groups = _group(found, gazetteer)
    unique = list({id(group): group for group in groups.values()}.values())
    choose_entries(unique, gazetteer)
    confirm_organizations(unique, gazetteer)
    link_acronyms(text, found, groups)
    chosen = link_people(text, found, groups)
    chosen |= link_short_forms(text, found, groups)
    return _resolve(found, groups, chosen)


def _group(found: list[Found], gazetteer: Gazetteer) -> Groups:
    groups: Groups = {}
    by_key: Groups = {}
    for mention in found:
        kind = mention.kind
        if (kind, mention.surface) not in groups:
            if kind is Kind.DEMONYM:
                key = same = _state_of(mention.surface, gazetteer)
            else:
                key = same = name_key(mention.surface, kind)
            if kind is Kind.PERSON:
                same = " ".join(map(spelling, key.split()))
            groups[kind, mention.surface] = by_key.setdefault((kind, same), Group(key, kind))
        groups[kind, mention.surface].surfaces[mention.surface] += 1
    return groups


def _state_of(surface: str, gazetteer: Gazetteer) -> str:
    """Return the name of a demonym's state, or the one that its states share."""
    demonym = gazetteer.demonym(surface)
    if demonym is None:
        return surface
    return demonym.name or gazetteer.state(demonym.codes[0]).name


def _resolve(
    found: list[Found], groups: Groups, chosen: Chosen
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Return mentions and entities; `chosen` has the mentions that mean another than their name."""
    named = [groups[mention.kind, mention.surface] for mention in found]
    meant = [
        chosen[index][0].root() if index in chosen else group.root()
        for index, group in enumerate(named)
    ]
    ids = {i: root.entity_id for i, root in {id(root): root for root in meant}.items()}
    members: dict[str, dict[int, Group]] = {}
    for group, root in zip(named, meant, strict=True):
        members.setdefault(ids[id(root)], {id(root): root})[id(group)] = group
    entities = {
        identity: _entity(identity, list(same.values()), members)
        for identity, same in members.items()
    }
    mentions: list[Mention] = []
    for index, (mention, group, root) in enumerate(zip(found, named, meant, strict=True)):
        entity = entities[ids[id(root)]]
        reason = chosen[index][1] if index in chosen else _linked_by(mention, group, entity)
        where = (mention.start, mention.end, mention.kind)
        mentions.append(Mention(*where, entity.id, mention.found_by, reason))
    return tuple(mentions), tuple(entities.values())


def _linked_by(mention: Found, group: Group, entity: Entity) -> LinkedBy:
    if group.root().is_open:
        return LinkedBy.OPEN
    if mention.kind is Kind.DEMONYM:
        return LinkedBy.DEMONYM
    if group.target is not None:
        return group.linked_by
    if group.told:
        return LinkedBy.CONTEXT
    key = name_key(mention.surface, mention.kind)
    return LinkedBy.NAME if name_key(entity.name, entity.kind) == key else LinkedBy.ALIAS


def _entity(identity: str, groups: list[Group], present: Iterable[str]) -> Entity:
    """Return the entity of some groups, the first of which is what they mean.

    `present` has the ids of all entities in the order in which they appear.
    """
    root = groups[0]
    names = [group for group in groups if group.kind is not Kind.DEMONYM]
    if root.entry:
        name = root.entry.name
    elif root.kind is Kind.DEMONYM:
        name = names[0].surface if names else root.key
    else:
        name = root.surface
    kind = Kind.COUNTRY if root.kind is Kind.DEMONYM else root.kind
    seen = [surface for group in names for surface in group.surfaces]
    if root.entry and root.entry.official:
        seen.append(root.entry.official)
    aliases = tuple(dict.fromkeys(s for s in seen if s != name))
    identifiers = root.entry.identifiers if root.entry else {}
    candidates: tuple[str, ...] = ()
    if root.is_open:
        candidates = tuple(known for known in present if known in root.candidate_ids)
    return Entity(identity, name, kind, aliases, identifiers, candidates)

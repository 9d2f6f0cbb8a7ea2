"""Which of its namesakes in the gazetteer a name means, by what else the article names."""

from collections import Counter, defaultdict

from reader.core.mentions import Kind
from reader.recognition.gazetteer import Entry, Gazetteer
from reader.recognition.groups import Group

_CITY_RANK = 3
CONTEXT_WEIGHT = 2.7
"""How much the country that the article names most outweighs size: here, 10 ** 2.7 times."""
CLEAR_LEAD = 1.5
"""By how much a place must lead its namesakes to tell, unseen, which country is spoken of."""

SPANISH_PRIOR = 0.7
"""How much a city of Spain outweighs a namesake of which nothing in the article speaks."""

REGION_SIZE = 6.0
"""What a state or province counts as in log10 of inhabitants, which the lists don't tell."""


def choose_entries(groups: list[Group], gazetteer: Gazetteer) -> None:
    """Give every name the likeliest entry of the gazetteer, if any; namesakes need the article."""
    namesakes: list[tuple[Group, list[Entry]]] = []
    context: Counter[str] = Counter()
    for group in groups:
        entries = _entries(group, gazetteer)
        if not entries:
            continue
        group.entry = entries[0]
        if group.kind is Kind.PLACE and len(entries) > 1 and entries[0].rank >= _CITY_RANK:
            namesakes.append((group, entries))
            if _lead(entries) < CLEAR_LEAD:
                continue
        elif group.kind in (Kind.COUNTRY, Kind.DEMONYM) and len(entries) > 1:
            namesakes.append((group, entries))
            continue
        context[group.entry.country] += group.surfaces.total()
    del context[""]
    most = max(context.values(), default=1)
    for group, entries in namesakes:
        if group.kind is Kind.PLACE:
            _choose_place(group, entries, context, most)
        else:
            _choose_state(group, entries, context)


def _entries(group: Group, gazetteer: Gazetteer) -> list[Entry]:
    """Return what a group's name may mean, the likeliest first."""
    if group.kind is Kind.DEMONYM:
        demonym = gazetteer.demonym(next(iter(group.surfaces)))
        return [gazetteer.state(code) for code in demonym.codes] if demonym else []
    entries = [e for e in gazetteer.lookup(group.surface) if e.kind is group.kind]
    if not entries and group.kind is Kind.COUNTRY and group.surface in gazetteer.codes:
        return [gazetteer.state(gazetteer.codes[group.surface])]
    unsure = group.kind is Kind.ORGANIZATION and entries and not entries[0].safe
    return [] if unsure else entries


def _choose_place(group: Group, entries: list[Entry], context: Counter[str], most: int) -> None:
    group.entry = max(entries, key=lambda e: _likelihood(e, context[e.country] / most))
    unseen = max(entries, key=_likelihood)
    close = _lead(entries) < CLEAR_LEAD and context[group.entry.country] > 0
    group.told = group.entry is not unseen or close


def _choose_state(group: Group, entries: list[Entry], context: Counter[str]) -> None:
    """Choose which of several states a name such as "Corea" means; none where both are named."""
    spoken_of = [e for e in entries if context[e.country]]
    if len(spoken_of) > 1:
        group.entry, group.entries = None, tuple(spoken_of)
    elif spoken_of:
        group.entry, group.told = spoken_of[0], True


def _lead(entries: list[Entry]) -> float:
    """Return by how much the likeliest of several places leads the next, in log10."""
    first, second, *_ = sorted((_likelihood(e) for e in entries), reverse=True)
    return first - second


def _likelihood(entry: Entry, share: float = 0.0) -> float:
    """Return how likely a place is meant; `share`: of its country among those that are named."""
    prior = SPANISH_PRIOR if entry.country == "ES" else 0.0
    return (entry.size or REGION_SIZE) - entry.rank + prior + CONTEXT_WEIGHT * share


def confirm_organizations(groups: list[Group], gazetteer: Gazetteer) -> None:
    """Give names that also mean something else the entry that another name in the article has."""
    bearers: defaultdict[str, list[tuple[Group, Entry]]] = defaultdict(list)
    for group in groups:
        if group.kind is Kind.ORGANIZATION:
            for entry in gazetteer.lookup(group.surface):
                bearers[entry.id].append((group, entry))
    for same in bearers.values():
        for group, entry in same if len(same) > 1 else ():
            group.entry = group.entry or entry

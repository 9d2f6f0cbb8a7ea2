"""Short forms of places and organizations: "Nordwind", "la Fiscalía", "el Sevilla"."""

import re
from collections import defaultdict

from reader.core.mentions import Kind, LinkedBy
from reader.recognition.groups import Chosen, Group, Groups, name_key
from reader.recognition.spans import Found
from reader.recognition.words import CLUB_WORDS, GENERIC_HEADS, INSTITUTION_HEADS

_OFFICE = re.compile(
    r"(?:ministerio|consejeria|conselleria|secretaria|departamento|cartera)"
    r" (?:de|del|para) (?:(?:la|las|los|el) )?"
)
_CITY_OF = re.compile(r"ciudad (?:de )?")
_HEAD = re.compile(
    r"(?:(?:estadio|hospital|universidad|instituto|banco|museo|teatro|palacio|torre|hotel|aeropuerto|auditorio|mercado|puente"
    r"|grupo|diario|periodico|revista|agencia|cadena|editorial|partido|coalicion|movimiento|club"
    r"|empresa|aerolinea|naviera|constructora|farmaceutica|plataforma|cartel|clan|milicia"
    r"|colegio|clinica|bodegas?|banda) (?:del |de la |de los |de las )?)"
)
"""What a name begins with that may go without it: "Museo del Prado", but not "Museo de Soria"."""

_ByShort = defaultdict[str, list[Group]]


def link_short_forms(text: str, found: list[Found], groups: Groups) -> Chosen:
    """Link short forms to the one longer name of the article that they fit.

    Where several fit, the name is open between them, but for the mentions in whose paragraph just
    one of these stands before: they come back.
    """
    unclear: dict[int, list[Group]] = {}
    for kind in (Kind.PLACE, Kind.ORGANIZATION):
        same = list({id(g): g for g in groups.values() if g.kind is kind}.values())
        here, listed = _by_short_form(same)
        for group in same:
            fitting = _fitting(group, here) or _fitting(group, listed)
            if len(fitting) == 1:
                group.join(fitting[0], LinkedBy.SHORT_FORM)
            elif fitting:
                group.entry, group.candidates = None, tuple(fitting)
                unclear[id(group)] = fitting
    return _nearest(text, found, groups, unclear) if unclear else {}


def _by_short_form(groups: list[Group]) -> tuple[_ByShort, _ByShort]:
    """Return the groups that each short form may mean: of their names here, and in the lists."""
    here: _ByShort = defaultdict(list)
    listed: _ByShort = defaultdict(list)
    for group in groups:
        if " " in group.key:
            for short in _short_forms(group.key, group.kind):
                here[short].append(group)
        if group.kind is Kind.ORGANIZATION and group.entry is not None:
            names = {name_key(n, group.kind) for n in (group.entry.name, group.entry.official)}
            for name in names - {group.key}:
                # "Partido Socialista" where the article has "PSOE".
                for short in _short_forms(name, group.kind):
                    if " " in short:
                        listed[short].append(group)
    return here, listed


def _short_forms(key: str, kind: Kind) -> set[str]:
    words = key.split()
    forms = {" ".join(words[:size]) for size in range(1, len(words))}
    if kind is Kind.PLACE:
        forms.add(_CITY_OF.sub("", key, count=1))
    else:
        forms.add(_OFFICE.sub("", key, count=1))
        forms.add(" ".join(w for w in words if w not in CLUB_WORDS))
        if words and words[0] == "universidad":
            forms.add("u")
    forms.add(_HEAD.sub("", key, count=1))
    return forms - {key, ""}


def _fitting(group: Group, by_short: _ByShort) -> list[Group]:
    """Return what a name may be short for, each entity once; empty where it means itself."""
    if group.target is not None or (group.entry is not None and not _is_weak(group)):
        return []
    if group.key in GENERIC_HEADS and group.key not in INSTITUTION_HEADS:
        return []
    fitting = [g for g in by_short[group.key] if g is not group]
    if group.entry is not None:
        # What the lists know is only another's short form if that is called after it.
        fitting = [g for g in fitting if _names_the_same(group.key, g.key)]
    roots = {id(g.root()): g.root() for g in fitting}
    roots.pop(id(group), None)
    return list(roots.values())


def _is_weak(group: Group) -> bool:
    """Return whether a place's entry is but a guess among namesakes."""
    entry = group.entry
    if entry is None or group.kind is not Kind.PLACE:
        return False
    return not entry.safe and entry.type == "city"


def _names_the_same(short: str, full: str) -> bool:
    return full.startswith((short + " de ", short + " del ")) or _CITY_OF.sub("", full) == short


def _nearest(
    text: str, found: list[Found], groups: Groups, unclear: dict[int, list[Group]]
) -> Chosen:
    """Return the mentions before which just one of the candidates stands in the paragraph."""
    chosen: Chosen = {}
    named: dict[int, Group] = {}
    past = 0
    for index, mention in enumerate(found):
        if "\n" in text[past : mention.start]:
            named = {}
        past = mention.start
        group = groups[mention.kind, mention.surface]
        if id(group) not in unclear:
            named[id(group.root())] = group.root()
            continue
        near = [g for g in unclear[id(group)] if id(g.root()) in named]
        if len(near) == 1:
            chosen[index] = (near[0].root(), LinkedBy.CONTEXT)
    return chosen

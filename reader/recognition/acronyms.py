"""Acronyms: which name one is short for."""

import re
from collections import Counter
from itertools import pairwise

from reader.core.entities import normalize_name
from reader.core.mentions import Kind, LinkedBy
from reader.recognition.groups import Group, Groups
from reader.recognition.spans import Found
from reader.recognition.words import PARTICLES, WORD

_IN = r"(?:siglas |acrónimo )?en (?:inglés|francés|portugués|alemán|catalán|gallego|euskera|ruso)"
_BRACKET = re.compile(
    r",?\s*[(\[]\s*(?P<told>(?:conocid[oa] (?:como|por)|(?:por )?(?:sus )?siglas:?|"
    rf"(?:por |con )?(?:sus |las )?{_IN}(?: de)?[,:]?) )?(?:el |la )?[\"'“«]?"
)
_CLOSE = re.compile(
    rf"[\"'”»]?,?\s*(?P<told>(?:(?:por|según|en) (?:sus|su) siglas|por su acrónimo|{_IN})"
    rf"(?: {_IN})?)?\s*[)\],;]"
)
_ACRONYM = re.compile(r"[A-ZÁÉÍÓÚÑÜ0-9][\w.&-]{1,11}")


def link_acronyms(text: str, found: list[Found], groups: Groups) -> None:
    """Join organizations' acronyms with their names: those in brackets beside, then the rest."""
    for first, second in pairwise(found):
        if not first.kind is second.kind is Kind.ORGANIZATION:
            continue
        between = _BRACKET.fullmatch(text, first.end, second.start)
        close = _CLOSE.match(text, second.end)
        if between is None or close is None:
            continue
        told = bool(between["told"] or close["told"])
        a, b = (groups[m.kind, m.surface] for m in (first, second))
        for short, full in ((b, a), (a, b)):
            letters, name = short.surface, full.surface
            beside = short is b and may_stand_for(letters, name, told=told)
            if beside or is_acronym_of(letters, name):
                short.join(full, LinkedBy.ACRONYM)
                break
    _link_elsewhere([g for (kind, _), g in groups.items() if kind is Kind.ORGANIZATION])


def _link_elsewhere(organizations: list[Group]) -> None:
    """Join acronyms with the one name of the article whose initials they are."""
    by_letters: dict[str, dict[int, Group]] = {}
    for group in organizations:
        for letters in initials(group.surface):
            by_letters.setdefault(letters, {})[id(group.root())] = group.root()
    for group in organizations:
        surface = group.surface
        if group.target is not None or group.entry is not None or not surface.isupper():
            continue
        fitting = by_letters.get(normalize_name(surface), {})
        if len(fitting) == 1 and " " not in surface:
            group.join(next(iter(fitting.values())), LinkedBy.ACRONYM)


def initials(name: str) -> set[str]:
    """Return the folded initials of a name's words: of all, of those that count, of capitals.

    Empty for one word.
    """
    words = WORD.findall(name)
    telling = [w for w in words if w.casefold() not in PARTICLES]
    if len(telling) < 2 or not name[:1].isupper():
        return set()
    capitals = [w for w in words if w[:1].isupper()]
    some = (words, telling, capitals if len(capitals) > 1 else telling)
    return {"".join(normalize_name(w)[:1] for w in each) for each in some}


def may_stand_for(short: str, full: str, *, told: bool = False) -> bool:
    """Return whether a word in brackets behind a name is short for it in some way.

    `told`: the text calls it so, "por sus siglas en inglés", and any acronym will do.
    "EMA" has the initials of "Agencia Europea de Medicamentos" in another order, as acronyms of
    other languages do; "Fiocruz" has letters from the whole of "Fundación Oswaldo Cruz".
    """
    if not _ACRONYM.fullmatch(short) or len(WORD.findall(full)) < 2:
        return False
    if told and sum(c.isupper() for c in short) > 1:
        return True
    letters = [c for c in normalize_name(short) if c.isalnum()]
    if any(Counter(letters) == Counter(known) for known in initials(full)):
        return True
    rest = iter(normalize_name(full))
    return normalize_name(full)[0] == letters[0] and all(c in rest for c in letters)


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

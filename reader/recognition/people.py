"""People: which full name a surname, a first name, initials or an alias belong to."""

import re
from collections import defaultdict
from itertools import pairwise

from reader.core.mentions import Kind, LinkedBy
from reader.recognition.groups import Chosen, Group, Groups
from reader.recognition.roles import Roles
from reader.recognition.spans import Found
from reader.recognition.spellings import spelling
from reader.recognition.words import GIVEN_NAMES, HYPOCORISTICS, PARTICLES

_ALIAS = re.compile(
    r",? \(?(?:alias|apodad[oa]|(?:más )?conocid[oa] (?:como|por)|llamad[oa])"
    r" (?:el |la |los |las )?[«\"“‘']?(?:El |La )?"
)
_LONGEST_ACRONYM = 5
_JUNIORS = ("jr", "junior", "hijo", "filho")

Tokens = dict[int, list[str]]
"""The words of each group's name, in the form that all their spellings share."""


def link_people(text: str, found: list[Found], groups: Groups) -> Chosen:
    """Link surnames, first names, initials and aliases to the one full name that they fit.

    A name that fits several stays its own and is open between them, but for the mentions that a
    role or the text before makes certain: these come back.
    """
    people = list({id(g): g for g in groups.values() if g.kind is Kind.PERSON}.values())
    tokens = {id(g): [spelling(word) for word in g.key.split()] for g in people}
    by_token: defaultdict[str, list[Group]] = defaultdict(list)
    for group in people:
        for token in set(tokens[id(group)]):
            by_token[token].append(group)
            by_token[token[0]].append(group)
        for letters in _initials(tokens[id(group)]):
            by_token[letters].append(group)
    unclear: dict[int, list[Group]] = {}
    for group in people:
        own = tokens[id(group)]
        last = HYPOCORISTICS.get(own[-1], own[-1]) if len(own) == 1 else own[-1]
        near = {id(g): g for token in {own[-1], last} for g in by_token[token]}
        fuller = [g for g in near.values() if _is_short_for(group, g, tokens)]
        tops = _longest(fuller, tokens)
        if len(tops) == 1:
            by_letters = not _is_part(own, tokens[id(tops[0])])
            group.join(tops[0], LinkedBy.ACRONYM if by_letters else LinkedBy.PART)
        elif tops:
            unclear[id(group)] = tops
    for group in people:
        if id(group) in unclear:
            _settle(group, unclear, people, tokens)
    _link_aliases(text, found, groups)
    return _certain(text, found, groups, unclear, tokens) if unclear else {}


def _settle(
    group: Group, unclear: dict[int, list[Group]], people: list[Group], tokens: Tokens
) -> None:
    """Make a name open between its candidates, or that of the one whom it is left to, in place.

    Who is called by the first surname in the article isn't meant by the second.
    """
    own = tokens[id(group)]
    candidates = unclear[id(group)]
    called = {
        id(other.root()): tokens[id(other)][0]
        for other in people
        if other.target is not None and len(tokens[id(other)]) == len(own) == 1
        if tokens[id(other)][0] not in GIVEN_NAMES
    }
    left = [
        c
        for c in candidates
        if (first := called.get(id(c.root()))) is None
        or tokens[id(c)].index(first) > _place(own[0], tokens[id(c)])
    ]
    if len(left) == 1:
        del unclear[id(group)]
        group.join(left[0], LinkedBy.CONTEXT)
    else:
        group.candidates = tuple(candidates)


def _place(word: str, words: list[str]) -> int:
    return words.index(word) if word in words else 0


def _initials(words: list[str]) -> set[str]:
    """Return what a person of several names may be called by the initials, as "AMLO" is."""
    some = [words, [w for w in words if w not in PARTICLES]]
    return {"".join(w[0] for w in each) for each in some if 2 < len(each) <= _LONGEST_ACRONYM}


def _is_short_for(group: Group, other: Group, tokens: Tokens) -> bool:
    own, full = tokens[id(group)], tokens[id(other)]
    if group.surface.isupper() and len(own) == 1 and own[0] in _initials(full):
        return True
    return _is_part(own, full)


def _longest(groups: list[Group], tokens: Tokens) -> list[Group]:
    """Return the groups whose names are no part of another's; "Jr." only where all have it."""
    longest = [g for g in groups if not any(_is_part(tokens[id(g)], tokens[id(o)]) for o in groups)]
    return [g for g in longest if tokens[id(g)][-1] not in _JUNIORS] or longest


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
    # "Donald Trump" and "Donald Trump Jr." are father and son.
    if len(short) > 1 and full[-1] in _JUNIORS and short[-1] not in _JUNIORS:
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


def _link_aliases(text: str, found: list[Found], groups: Groups) -> None:
    """Join what somebody is said to be called too: "Joaquín Guzmán, alias «El Chapo»"."""
    for first, second in pairwise(found):
        if not first.kind is second.kind is Kind.PERSON:
            continue
        alias = groups[second.kind, second.surface]
        known = groups[first.kind, first.surface]
        if alias.target is None and not alias.candidates and not known.is_open:
            between = text[first.end : second.start]
            if _ALIAS.fullmatch(between):
                alias.join(known, LinkedBy.ALIAS)


def _certain(
    text: str,
    found: list[Found],
    groups: Groups,
    unclear: dict[int, list[Group]],
    tokens: Tokens,
) -> Chosen:
    """Return the mentions of unclear names that only one candidate can be meant by.

    The role or sex tells it, or that no other has been named in full up to there.
    """
    roles = Roles(text, found, groups, unclear)
    chosen: Chosen = {}
    named: dict[int, Group] = {}
    for index, mention in enumerate(found):
        if mention.kind is not Kind.PERSON:
            continue
        group = groups[mention.kind, mention.surface]
        candidates = unclear.get(id(group))
        if candidates is None:
            named[id(group)] = group
            continue
        one = roles.only_one(mention, candidates)
        known = _named_in_full(group, candidates, named, tokens)
        if one is not None:
            chosen[index] = (one.root(), LinkedBy.ROLE)
        elif len(known) == 1:
            chosen[index] = (known[0].root(), LinkedBy.CONTEXT)
    return chosen


def _named_in_full(
    group: Group, candidates: list[Group], named: dict[int, Group], tokens: Tokens
) -> list[Group]:
    """Return which candidates are among those named, by more than the unclear name itself."""
    own = tokens[id(group)]
    return [
        candidate
        for candidate in candidates
        if any(
            g.root() is candidate.root() and _is_part(own, tokens[id(g)]) for g in named.values()
        )
    ]

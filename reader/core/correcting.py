"""Apply the user's corrections to what a model found.

What is said of one mention outweighs what is said of a name in its article, and that what is said
of the name everywhere; of two on the same place the newer holds.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from operator import attrgetter

from reader.core.corrections import Action, Correction, CorrectionSet, Scope
from reader.core.entities import Entity, Recognition, normalize_name
from reader.core.mentions import FoundBy, Kind, LinkedBy, Mention, user_mention
from reader.core.occurrences import occurrences

_POSITIVE = frozenset((Action.KIND, Action.BOUNDS, Action.MARK, Action.LINK, Action.CONFIRM))


@dataclass(frozen=True, slots=True)
class Corrected:
    """A recognition in which the user's word holds, and the mentions that they rejected."""

    recognition: Recognition
    rejected: tuple[Mention, ...] = ()


def corrected(recognition: Recognition, text: str, said: CorrectionSet) -> Recognition:
    """Return a recognition of a text as the user corrected it."""
    return apply(recognition, text, said).recognition


def apply(recognition: Recognition, text: str, said: CorrectionSet) -> Corrected:
    """Return a recognition of a text as the user corrected it, and what they rejected.

    Entities that are mentioned no more are left out, unless they are `kept`; those that are
    mentioned now come last.
    """
    if not said.corrections and not said.merged:
        return Corrected(recognition)
    work = _Work(recognition, text, said)
    work.fix()
    work.walk()
    work.add_missed()
    mentions = work.in_order()
    entities = _entities(recognition, mentions, said)
    return Corrected(
        replace(recognition, mentions=mentions, entities=entities), tuple(work.rejected)
    )


@dataclass(frozen=True, slots=True)
class _Rule:
    """What is said of a name; `entity` is None where it is nobody.

    `only_as_name`: of mentions whose entity is called just so, and no other.
    """

    correction: Correction
    entity: Entity | None
    becomes: str = ""
    shift: int = 0
    only_as_name: bool = False

    @property
    def is_plain(self) -> bool:
        """Return whether it says no more than whom a name means."""
        return self.entity is not None and not self.becomes and not self.only_as_name


@dataclass(slots=True)
class _Work:
    """One recognition while it is corrected."""

    recognition: Recognition
    text: str
    said: CorrectionSet
    kept: list[Mention] = field(default_factory=list)
    rejected: list[Mention] = field(default_factory=list)
    _fixed: list[Mention] = field(default_factory=list)
    _grown: list[Mention] = field(default_factory=list)
    _strong: list[Mention] = field(default_factory=list)  # both of these, in order
    _missed: list[Mention] = field(default_factory=list)
    _rejects: list[tuple[int, int]] = field(default_factory=list)
    _written: set[str] = field(default_factory=set)
    _rules: dict[str, _Rule] = field(default_factory=dict)

    # What is said of single mentions

    def fix(self) -> None:
        """Find out what is said of single mentions, and of names."""
        singles = [
            each
            for each in self.said.corrections
            if each.scope is Scope.MENTION and each.span is not None and not each.is_orphan
        ]
        rejects = _Spans(
            (each.span, each.number)
            for each in singles
            if each.action is Action.REJECT and each.span
        )
        starts: list[int] = []
        for each in reversed(singles):
            assert each.span is not None
            at = bisect_left(starts, each.span[0])
            is_free = (at == 0 or self._fixed[at - 1].end <= each.span[0]) and (
                at == len(starts) or starts[at] >= each.span[1]
            )
            if not is_free or each.span[1] > len(self.text):
                continue
            if each.action is Action.REJECT:
                self._rejects.append(each.span)
            elif not rejects.hold(each.span, since=each.number):
                mention = self._meant(each)
                if mention is not None:
                    starts.insert(at, each.span[0])
                    self._fixed.insert(at, mention)
        self._read_rules()

    def _meant(self, each: Correction) -> Mention | None:
        entity = self._entity(each.entity_id)
        if entity is None or each.span is None:
            return None
        kind = Kind.DEMONYM if each.kind is Kind.DEMONYM else entity.kind
        return Mention(*each.span, kind, entity.id, FoundBy.USER, LinkedBy.USER)

    def _entity(self, entity_id: str) -> Entity | None:
        return self.said.entities.get(self.said.merged.get(entity_id, entity_id))

    # What is said of names

    def _read_rules(self) -> None:
        for scope in (Scope.ENTITY, Scope.EVERYWHERE, Scope.ARTICLE):
            for each in self.said.corrections:
                if each.scope is scope:
                    self._read_rule(each)

    def _read_rule(self, each: Correction) -> None:
        entity = self._entity(each.entity_id)
        if each.action is Action.ADD_ALIAS and entity is not None:
            self._rules[normalize_name(each.value)] = _Rule(each, entity, only_as_name=True)
        elif each.action is Action.REMOVE_ALIAS:
            rule = self._rules.get(normalize_name(each.value))
            if rule is not None and rule.only_as_name and rule.entity == entity:
                del self._rules[normalize_name(each.value)]
        elif each.action is Action.REJECT:
            self._rules[normalize_name(each.name)] = _Rule(each, None)
        elif each.action in _POSITIVE and entity is not None:
            written = each.name
            if each.action is Action.BOUNDS:
                self._rules[normalize_name(written)] = _Rule(each, entity, each.value, each.shift)
                written = each.value
            self._rules[normalize_name(written)] = _Rule(each, entity)
            if each.action is Action.MARK or each.scope is Scope.ARTICLE:
                self._written.add(written)

    def walk(self) -> None:
        """Go through what was found, and keep what the user says of it."""
        found, merged = self.recognition.mentions, self.said.merged
        says = _Says(self._rules)
        kept, others = _vouched_plainly(found, self.text, says, merged)
        taken, rejected = self._said_of_single(found, longest=max(map(len, says), default=0))
        own_names = self._own_names()
        others |= taken | rejected
        for n in sorted(others):
            mention = found[n]
            surface = self.text[mention.start : mention.end]
            rule = says.rules.get(surface)
            if n in taken:
                kept[n] = None
            elif n in rejected:
                self.rejected.append(mention)
                kept[n] = None
            elif rule is not None:
                kept[n] = self._applied(rule, mention, surface, own_names)
            else:
                kept[n] = self._merged(mention)
        for n in _reached(self._grown, found, longest=max(map(len, says), default=0)):
            kept[n] = None
        self.kept = [mention for mention in kept if mention is not None]
        self._strong = sorted([*self._grown, *self._fixed], key=_start)

    def _said_of_single(
        self, found: Sequence[Mention], *, longest: int
    ) -> tuple[set[int], set[int]]:
        """Return which mentions give way to others, and which are rejected one by one."""
        rejected: set[int] = set()
        taken = _reached(self._fixed, found, longest=longest)
        for start, end in self._rejects:
            first = bisect_left(found, start, key=_start)
            last = bisect_left(found, end, key=_start)
            rejected.update(n for n in range(first, last) if found[n].end <= end)
        return taken, rejected - taken

    def _own_names(self) -> Mapping[str, str]:
        if not any(rule.only_as_name for rule in self._rules.values()):
            return {}
        return {each.id: normalize_name(each.name) for each in self.recognition.entities}

    def _applied(
        self, rule: _Rule, mention: Mention, surface: str, own_names: Mapping[str, str]
    ) -> Mention | None:
        """Return what a rule makes of a mention; None where that is gone or grows."""
        if rule.entity is None:
            self.rejected.append(mention)
            return None
        if rule.only_as_name:
            if own_names.get(mention.entity_id) == normalize_name(surface):
                mention = _linked(mention, rule.entity, LinkedBy.ALIAS)
            return self._merged(mention)
        is_picked = mention.linked_by is LinkedBy.USER
        if is_picked and rule.correction.scope is Scope.EVERYWHERE:
            return self._merged(mention)
        if rule.becomes:
            return self._grown_from(rule, mention)
        return _vouched(mention, rule.entity)

    def _grown_from(self, rule: _Rule, mention: Mention) -> Mention | None:
        """Give a mention the boundaries that its name has now, where the text has that name.

        Return it as it is where it hasn't, None otherwise.
        """
        start = mention.start + rule.shift
        end = start + len(rule.becomes)
        target = self._rules.get(normalize_name(rule.becomes), rule).entity
        is_there = start >= 0 and self.text.startswith(rule.becomes, start)
        if not is_there or target is None or (self._grown and self._grown[-1].end > start):
            return self._merged(mention)
        grown = Mention(start, end, target.kind, target.id, FoundBy.USER, LinkedBy.USER)
        at = bisect_right(self._fixed, start, key=_start)
        is_free = (at == 0 or self._fixed[at - 1].end <= start) and (
            at == len(self._fixed) or self._fixed[at].start >= end
        )
        if is_free:
            self._grown.append(grown)
        return None

    def _merged(self, mention: Mention) -> Mention:
        entity = self.said.entities.get(self.said.merged.get(mention.entity_id, ""))
        return mention if entity is None else _linked(mention, entity, mention.linked_by)

    # What the machine missed

    def add_missed(self) -> None:
        """Add the names that the user marked, where nothing else is."""
        if not self._written:
            return
        known = chain(map(_start, self.kept), map(_start, self._strong))
        rejects = _Spans((span, 0) for span in self._rejects)
        for start, end in occurrences(self.text, self._written, known=known):
            if _overlaps(self.kept, start, end) or _overlaps(self._strong, start, end):
                continue
            rule = self._rules.get(normalize_name(self.text[start:end]))
            if rule is None or rule.entity is None or rule.becomes or rejects.hold((start, end)):
                continue
            entity = rule.entity
            mention = Mention(start, end, entity.kind, entity.id, FoundBy.USER, LinkedBy.USER)
            self._missed.append(mention)

    def in_order(self) -> tuple[Mention, ...]:
        """Return all mentions that there are now, in reading order."""
        if not self._strong and not self._missed:
            return tuple(self.kept)
        return tuple(sorted([*self.kept, *self._strong, *self._missed], key=_start))


class _Says(dict[str, "tuple[str, Kind] | bool"]):
    """What is said of names as they are written: nothing (False), or whom they mean.

    True where more is said than that, which `rules` has.
    """

    def __init__(self, rules: Mapping[str, _Rule]) -> None:
        super().__init__()
        self._rules = rules
        self.rules: dict[str, _Rule] = {}

    def __missing__(self, surface: str) -> "tuple[str, Kind] | bool":
        rule = self._rules.get(normalize_name(surface))
        said: tuple[str, Kind] | bool = False
        if rule is not None:
            self.rules[surface] = rule
            said = (rule.entity.id, rule.entity.kind) if rule.is_plain and rule.entity else True
        self[surface] = said
        return said


class _Spans:
    """Numbered spans, asked for whether one holds another."""

    def __init__(self, spans: Iterable[tuple[tuple[int, int] | None, int]]) -> None:
        ordered = sorted((span, number) for span, number in spans if span is not None)
        self._ordered = ordered
        self._starts = [span[0] for span, _ in ordered]
        self._furthest: list[int] = []
        for (_, end), _ in ordered:
            self._furthest.append(max(end, self._furthest[-1]) if self._furthest else end)

    def hold(self, span: tuple[int, int], *, since: int = -1) -> bool:
        """Return whether any with a higher number than `since` holds a span."""
        at = bisect_right(self._starts, span[0])
        if not at or self._furthest[at - 1] < span[1]:
            return False
        return since < 0 or any(
            each[1] >= span[1] and number > since for each, number in self._ordered[:at]
        )


_start, _entity_id = attrgetter("start"), attrgetter("entity_id")


def _vouched_plainly(
    found: Sequence[Mention], text: str, says: _Says, merged: Mapping[str, str]
) -> tuple[list[Mention | None], set[int]]:
    """Return mentions with whom they mean where that is all that is said of them.

    And the places of those of which more is said, that the user picked, or that are demonyms.
    """
    # Most of what is said is no more than that, and a book has thousands of mentions: in such a
    # loop to look up members of enumerations takes as long as all the rest.
    kept: list[Mention | None] = []
    others: set[int] = set()
    add, make, by_user, demonym = kept.append, user_mention, LinkedBy.USER, Kind.DEMONYM
    for mention in found:
        start, end = mention.start, mention.end
        said = says[text[start:end]]
        if said is False:
            if mention.entity_id in merged:
                others.add(len(kept))
            add(mention)
        elif said is True or mention.linked_by is by_user or mention.kind is demonym:
            others.add(len(kept))
            add(mention)
        else:
            add(make(start, end, said[1], said[0]))
    return kept, others


def _linked(mention: Mention, entity: Entity, linked_by: LinkedBy) -> Mention:
    kind = mention.kind if mention.kind is Kind.DEMONYM else entity.kind
    return Mention(mention.start, mention.end, kind, entity.id, mention.found_by, linked_by)


def _vouched(mention: Mention, entity: Entity) -> Mention:
    """Return a mention of which the user says whom it means; demonyms are of countries alone."""
    is_demonym = mention.kind is Kind.DEMONYM and entity.kind is Kind.COUNTRY
    kind = Kind.DEMONYM if is_demonym else entity.kind
    return Mention(mention.start, mention.end, kind, entity.id, FoundBy.USER, LinkedBy.USER)


def _reached(strong: Iterable[Mention], found: Sequence[Mention], *, longest: int) -> set[int]:
    """Return the places of what overlaps with any of the strong ones; none is a longer one."""
    reached: set[int] = set()
    for each in strong:
        first = bisect_right(found, each.start - longest, key=_start)
        last = bisect_left(found, each.end, key=_start)
        reached.update(n for n in range(first, last) if found[n].end > each.start)
    return reached


def _overlaps(mentions: Sequence[Mention], start: int, end: int) -> bool:
    """Return whether one of the mentions, in order, reaches into a span."""
    at = bisect_left(mentions, start, key=_start)
    return bool(at and mentions[at - 1].end > start) or (
        at < len(mentions) and mentions[at].start < end
    )


def _entities(
    recognition: Recognition, mentions: Sequence[Mention], said: CorrectionSet
) -> tuple[Entity, ...]:
    has = dict.fromkeys(map(_entity_id, mentions))
    merged, listed = said.merged, dict[str, Entity]()
    out = {each.id for each in recognition.entities if merged.get(each.id, each.id) not in has}
    had = out.intersection(map(_entity_id, recognition.mentions)) if out else out
    for entity in recognition.entities:
        entity_id = entity.id
        root = merged.get(entity_id, entity_id)
        if root in has or root in said.kept or entity_id not in had:
            other = said.entities.get(root, entity) if root != entity_id else entity
            listed.setdefault(root, other)
    for each in has:
        if each not in listed:
            listed[each] = said.entities[each]
    return tuple(
        _with_candidates(entity, listed, merged) if entity.candidates else entity
        for entity in listed.values()
    )


def _with_candidates(entity: Entity, listed: Collection[str], merged: Mapping[str, str]) -> Entity:
    """Return an open name with those candidates that are still among the entities."""
    roots = dict.fromkeys(merged.get(each, each) for each in entity.candidates)
    left = tuple(each for each in roots if each in listed)
    return entity if left == entity.candidates else replace(entity, candidates=left)

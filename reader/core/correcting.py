"""Apply the user's corrections to what a model found.

What is said of one mention outweighs what is said of a name in its article, and that what is said
of the name everywhere; of two on the same place the newer holds.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter

from reader.core.corrections import Action, Correction, CorrectionSet, Scope
from reader.core.entities import Entity, Recognition, normalize_name
from reader.core.mentions import FoundBy, Kind, LinkedBy, Mention
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
    mentions = tuple(sorted(work.mentions, key=_start))
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
    mentions: list[Mention] = field(default_factory=list)
    rejected: list[Mention] = field(default_factory=list)
    _fixed: list[Mention] = field(default_factory=list)
    _grown: list[Mention] = field(default_factory=list)
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
        found = self.recognition.mentions
        text, merged = self.text, self.said.merged
        surfaces = [text[mention.start : mention.end] for mention in found]
        rules = self._rules_of(surfaces)
        own_names = self._own_names()
        taken, rejected = self._said_of_single(found)
        touched = {n for n, surface in enumerate(surfaces) if surface in rules} if rules else set()
        if merged:
            touched.update(n for n, mention in enumerate(found) if mention.entity_id in merged)
        touched |= taken | rejected
        # Most of what is said is simply whom a name means, and a book has thousands of it: in such
        # a loop to look up members of enumerations takes as long as all the rest.
        meant = {surface: rule.entity for surface, rule in rules.items() if rule.is_plain}
        by_user, said_by_user, demonym = LinkedBy.USER, FoundBy.USER, Kind.DEMONYM
        kinds = {each.id: each.kind for each in meant.values() if each is not None}
        kept: list[Mention | None] = list(found)
        for n in sorted(touched):
            mention = found[n]
            entity = meant.get(surfaces[n])
            if n in taken:
                kept[n] = None
            elif n in rejected:
                self.rejected.append(mention)
                kept[n] = None
            elif entity is not None and mention.linked_by is not by_user:
                kind = kinds[entity.id]
                if mention.kind is demonym:
                    kind = _vouched(mention, entity).kind
                kept[n] = Mention(
                    mention.start, mention.end, kind, entity.id, said_by_user, by_user
                )
            elif surfaces[n] in rules:
                kept[n] = self._applied(rules[surfaces[n]], mention, surfaces[n], own_names)
            else:
                kept[n] = self._merged(mention)
        left = [mention for mention in kept if mention is not None]
        self.mentions = [*_without_overlaps(left, self._grown), *self._fixed]

    def _rules_of(self, surfaces: Sequence[str]) -> dict[str, _Rule]:
        if not self._rules:
            return {}
        rules = ((each, self._rules.get(normalize_name(each))) for each in set(surfaces))
        return {surface: rule for surface, rule in rules if rule is not None}

    def _said_of_single(self, found: Sequence[Mention]) -> tuple[set[int], set[int]]:
        """Return which mentions give way to others, and which are rejected one by one."""
        taken: set[int] = set()
        rejected: set[int] = set()
        if not self._fixed and not self._rejects:
            return taken, rejected
        starts = [mention.start for mention in found]
        longest = max((mention.end - mention.start for mention in found), default=0)
        for each in self._fixed:
            first = bisect_right(starts, each.start - longest)
            last = bisect_left(starts, each.end)
            taken.update(n for n in range(first, last) if found[n].end > each.start)
        for start, end in self._rejects:
            first, last = bisect_left(starts, start), bisect_left(starts, end)
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
        ordered = sorted(self.mentions, key=_start)
        starts = [mention.start for mention in ordered]
        rejects = _Spans((span, 0) for span in self._rejects)
        for start, end in occurrences(self.text, self._written, known=starts):
            at = bisect_left(starts, start)
            if (at and ordered[at - 1].end > start) or (at < len(starts) and starts[at] < end):
                continue
            rule = self._rules.get(normalize_name(self.text[start:end]))
            if rule is None or rule.entity is None or rule.becomes or rejects.hold((start, end)):
                continue
            kind = rule.entity.kind
            self.mentions.append(
                Mention(start, end, kind, rule.entity.id, FoundBy.USER, LinkedBy.USER)
            )


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


_start = attrgetter("start")


def _linked(mention: Mention, entity: Entity, linked_by: LinkedBy) -> Mention:
    kind = mention.kind if mention.kind is Kind.DEMONYM else entity.kind
    return Mention(mention.start, mention.end, kind, entity.id, mention.found_by, linked_by)


def _vouched(mention: Mention, entity: Entity) -> Mention:
    """Return a mention of which the user says whom it means; demonyms are of countries alone."""
    is_demonym = mention.kind is Kind.DEMONYM and entity.kind is Kind.COUNTRY
    kind = Kind.DEMONYM if is_demonym else entity.kind
    return Mention(mention.start, mention.end, kind, entity.id, FoundBy.USER, LinkedBy.USER)


def _without_overlaps(mentions: Sequence[Mention], strong: Sequence[Mention]) -> list[Mention]:
    """Return mentions in which the strong ones, which don't overlap, take the place of others."""
    if not strong:
        return list(mentions)
    ordered = sorted(strong, key=_start)
    kept: list[Mention] = []
    place = 0
    for mention in mentions:
        while place < len(ordered) and ordered[place].end <= mention.start:
            place += 1
        if place == len(ordered) or ordered[place].start >= mention.end:
            kept.append(mention)
    return [*kept, *ordered]


def _entities(
    recognition: Recognition, mentions: Sequence[Mention], said: CorrectionSet
) -> tuple[Entity, ...]:
    has = dict.fromkeys(mention.entity_id for mention in mentions)
    listed: dict[str, Entity] = {}
    out = {each.id for each in recognition.entities if said.merged.get(each.id, each.id) not in has}
    had = {each.entity_id for each in recognition.mentions if each.entity_id in out}
    for entity in recognition.entities:
        root = said.merged.get(entity.id, entity.id)
        is_listed = root in has or root in said.kept or entity.id not in had
        if is_listed:
            listed.setdefault(
                root, said.entities.get(root, entity) if root != entity.id else entity
            )
    for each in has:
        if each not in listed:
            listed[each] = said.entities[each]
    return tuple(_with_candidates(entity, listed, said.merged) for entity in listed.values())


def _with_candidates(entity: Entity, listed: Collection[str], merged: Mapping[str, str]) -> Entity:
    """Return an open name with those candidates that are still among the entities."""
    if not entity.candidates:
        return entity
    roots = dict.fromkeys(merged.get(each, each) for each in entity.candidates)
    left = tuple(each for each in roots if each in listed)
    return entity if left == entity.candidates else replace(entity, candidates=left)

"""Whom a name may mean: the article's entities first, each with what speaks for it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject

from reader.core.entities import Entity, Recognition, normalize_name
from reader.core.mentions import Kind
from reader.core.search import Hit
from reader.ui.countries import country_name
from reader.ui.kinds import kind_name, mention_count
from reader.ui.opened_article import Named

MOST = 40
"""Candidates that are listed; who looks for another types more of the name."""

_SHORT = 2  # words of so few letters are particles, and say nothing


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that may be meant; `reason` is what speaks for it, in the interface's language."""

    entity_id: str
    name: str
    kind: Kind
    reason: str


class _Counts(QObject):
    """Numbers in words: Qt's tools find the plurals in an object's `tr` alone."""

    def articles(self, count: int) -> str:
        """Say how many articles name an entity."""
        return self.tr("in %Ln article(s) of the library", "", count)


def of_article(
    recognition: Recognition,
    named: Mapping[str, Named],
    *,
    name: str,
    about: Entity | None,
    typed: str = "",
) -> list[Candidate]:
    """Return the article's entities that a name may mean, but for the one that it means.

    `about` is that one: those whom it may be, where it is open, come first; then those that share
    a word with the name, then the others of its kind, the most named first. With something `typed`,
    those alone that are called so.
    """
    wanted, words = normalize_name(typed), _words(name)
    ranked: list[tuple[tuple[int, int, int], Candidate]] = []
    for entity in recognition.entities:
        is_same = about is not None and entity.id == about.id
        if is_same or entity.candidates or not _matches(entity, wanted):
            continue
        counted = named.get(entity.id, Named(0, 0))
        shared = _shared(entity, words)
        is_asked = about is not None and entity.id in about.candidates
        rank = 0 if is_asked else 1 if shared else 2
        other_kind = int(about is not None and entity.kind is not about.kind)
        reason = _reason(shared, counted, is_asked=is_asked)
        candidate = Candidate(entity.id, entity.name, entity.kind, reason)
        ranked.append(((rank, other_kind, -counted.count - counted.demonyms), candidate))
    return [candidate for _, candidate in sorted(ranked, key=lambda each: each[0])][:MOST]


def of_library(
    hits: Iterable[Hit], entities: Mapping[str, Entity], listed: Iterable[str]
) -> list[Candidate]:
    """Return the library's entities that a search found, but for those that are listed already."""
    taken = set(listed)
    found: list[Candidate] = []
    for hit in hits:
        entity = entities.get(hit.entity_id)
        if entity is None or entity.id in taken or entity.candidates:
            continue
        reason = [_Counts().articles(hit.article_count)]
        country = entity.identifiers.get("country", "")
        if country:
            reason.insert(0, country_name(country))
        if entity.aliases:
            reason.append(entity.aliases[0])
        found.append(Candidate(entity.id, entity.name, entity.kind, " · ".join(reason)))
    return found[:MOST]


def spoken(candidate: Candidate) -> str:
    """Return what a screen reader says of a candidate."""
    return ", ".join((candidate.name, kind_name(candidate.kind), candidate.reason))


def _reason(shared: Sequence[str], named: Named, *, is_asked: bool) -> str:
    parts: list[str] = []
    if is_asked:
        parts.append(QCoreApplication.translate("correcting", "may be meant"))
    if shared:
        template = QCoreApplication.translate("correcting", "also “{0}”")
        parts.append(template.format(" ".join(shared)))
    parts.append(mention_count(named.count, named.demonyms))
    return " · ".join(parts)


def _words(name: str) -> list[str]:
    return [word for word in name.split() if len(word) > _SHORT]


def _shared(entity: Entity, words: Sequence[str]) -> list[str]:
    own = {each for name in (entity.name, *entity.aliases) for each in normalize_name(name).split()}
    return [word for word in words if normalize_name(word) in own]


def _matches(entity: Entity, wanted: str) -> bool:
    return not wanted or any(
        wanted in normalize_name(name) for name in (entity.name, *entity.aliases)
    )

"""Gather what the library holds for an export."""

import json
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from reader.core.annotations import Annotation
from reader.core.corrections import State, state_of
from reader.core.document import Document
from reader.core.entities import Entity, Note, Recognition
from reader.core.export import (
    ArticleEntity,
    Export,
    ExportedAnnotation,
    ExportedArticle,
    ExportedEntity,
    ExportedMention,
    ExportFilter,
    ExportScope,
    Gathered,
    NamedIn,
)
from reader.core.folding import Folder
from reader.core.mentions import Kind, Mention
from reader.core.pages import Passage
from reader.core.shelf import LabelKind
from reader.store.export_plan import NamingSpans, Plan
from reader.store.library import Library

MOST_ARTICLES = 500
"""How many articles a dossier has passages of; of those beyond it tells the number."""

MOST_RELATED = 20


def gather(library: Library, scope: ExportScope, asked: ExportFilter | None = None) -> Export:
    """Return what the library holds of `scope`, as far as a filter lets it through.

    Articles come newest first, those that were asked for one by one as they were. Articles and
    entities are read while they are walked, each as it is then, in the library's thread.

    :raises LibraryError: where an article or entity that was asked for is not in the library.
    """
    asked = asked or ExportFilter()
    plan = library.exports.plan(scope, asked)
    return Export(
        scope=scope,
        filter=asked,
        made=library.exports.now(),
        articles=Gathered(list(plan.articles), lambda key: _article(library, plan, asked, key)),
        entities=Gathered(plan.entities, lambda key: _entity(library, plan, asked, key)),
        title=plan.title,
        colour_names=plan.colour_names,
        article_references=plan.articles,
        known_entities=plan.known,
        whole=library.transfer.outgoing,
    )


# Articles


def _article(
    library: Library, plan: Plan, asked: ExportFilter, document_id: str
) -> ExportedArticle | None:
    """Return an article with what is exported of it; None where it has gone."""
    document = library.document(document_id)
    if document is None:
        return None
    labels = library.labels.of(document_id)
    tags = tuple(label.name for label in labels if label.kind is LabelKind.TAG)
    found = _Found(_recognition(library, document_id))
    annotations = [
        each for each in _annotations(library, document_id) if _is_asked(each, tags, found, asked)
    ]
    speaking = [each.annotation for each in annotations]
    entities = _entities_of(library, plan, asked, found.recognition, speaking)
    there = {each.entity.id for each in entities}
    return ExportedArticle(
        document=document,
        annotations=tuple(
            replace(each, named_ids=tuple(e for e in found.named_in(each) if e in there))
            for each in annotations
        ),
        entities=entities,
        mentions=_mentions(document, found.recognition, asked),
        collections=tuple(each.name for each in labels if each.kind is LabelKind.COLLECTION),
        tags=tags,
        added=library.exports.added(document_id),
    )


class _Found:
    """What was found in an article, asked for what a passage names."""

    def __init__(self, recognition: Recognition) -> None:
        self.recognition = recognition
        self._starts = [mention.start for mention in recognition.mentions]
        self._ends = [mention.end for mention in recognition.mentions]

    def named_in(self, each: ExportedAnnotation) -> list[str]:
        """Return the ids of the entities that an annotation's passage names, each once."""
        if each.is_orphan:
            return []
        annotation = each.annotation
        first = bisect_right(self._ends, annotation.start)
        last = bisect_left(self._starts, annotation.end)
        some = self.recognition.mentions[first:last]
        return list(dict.fromkeys(mention.entity_id for mention in some))


def _annotations(library: Library, document_id: str) -> list[ExportedAnnotation]:
    """Return an article's annotations in reading order, then its orphans."""
    placed = map(ExportedAnnotation, library.annotations(document_id))
    orphans = library.exports.orphans(document_id)
    return [*placed, *(ExportedAnnotation(each, is_orphan=True) for each in orphans)]


def _recognition(library: Library, document_id: str) -> Recognition:
    """Return what the last model found in an article; without one, whom the user worked on."""
    model = library.latest_model(document_id)
    found = library.recognition(document_id, model) if model else None
    if found is not None:
        return found
    return Recognition(document_id, "", (), tuple(library.entities_worked_on(document_id)))


def _is_asked(
    each: ExportedAnnotation, article_tags: Sequence[str], found: _Found, asked: ExportFilter
) -> bool:
    """Return whether a filter lets an annotation through."""
    annotation = each.annotation
    if asked.colours and annotation.colour not in asked.colours:
        return False
    if asked.tags:
        fold = Folder().fold
        has = {fold(tag) for tag in (*annotation.tags, *article_tags)}
        if has.isdisjoint({fold(tag) for tag in asked.tags}):
            return False
    if asked.entity_ids:
        speaks_of = {*annotation.entity_ids, *found.named_in(each)}
        return not speaks_of.isdisjoint(asked.entity_ids)
    return True


def _mentions(
    document: Document, recognition: Recognition, asked: ExportFilter
) -> tuple[ExportedMention, ...]:
    wanted = asked.states or {State.CONFIRMED}
    return tuple(
        ExportedMention(mention, document.text[mention.start : mention.end], state)
        for mention in recognition.mentions
        if (state := state_of(mention)) in wanted
        and (not asked.entity_ids or mention.entity_id in asked.entity_ids)
    )


def _entities_of(
    library: Library,
    plan: Plan,
    asked: ExportFilter,
    recognition: Recognition,
    annotations: Sequence[Annotation],
) -> tuple[ArticleEntity, ...]:
    """Return an article's entities, by kind, then by first mention, those never mentioned last."""
    mentions = [each for each in recognition.mentions if _is_counted(each, asked)]
    vouched = {each.entity_id for each in mentions if state_of(each) is State.CONFIRMED}
    listed = {entity.id: entity for entity in recognition.entities}
    for entity_id in (entity for each in annotations for entity in each.entity_ids):
        if entity_id in plan.known:
            listed.setdefault(entity_id, plan.known[entity_id])
    chosen = [
        entity
        for entity in listed.values()
        if plan.takes(entity.id, asked) or (entity.id in vouched and not asked.entity_ids)
    ]
    notes = library.notes(entity.id for entity in chosen)
    tags = library.exports.tags([entity.id for entity in chosen])
    names = Counter(each.entity_id for each in mentions if each.kind is not Kind.DEMONYM)
    demonyms = Counter(each.entity_id for each in mentions if each.kind is Kind.DEMONYM)
    return tuple(
        ArticleEntity(
            entity,
            names[entity.id],
            demonyms[entity.id],
            State.CONFIRMED if entity.id in vouched else plan.state(entity.id),
            notes.get(entity.id),
            tags.get(entity.id, ()),
        )
        for entity in _in_order(chosen, mentions)
    )


def _is_counted(mention: Mention, asked: ExportFilter) -> bool:
    return asked.states != {State.CONFIRMED} or state_of(mention) is State.CONFIRMED


def _in_order(entities: Sequence[Entity], mentions: Sequence[Mention]) -> list[Entity]:
    mentioned = dict.fromkeys(mention.entity_id for mention in mentions)
    first = {entity_id: place for place, entity_id in enumerate(mentioned)}
    kinds = list(Kind)
    return sorted(
        entities, key=lambda entity: (kinds.index(entity.kind), first.get(entity.id, len(first)))
    )


# Entities


def _entity(
    library: Library, plan: Plan, asked: ExportFilter, entity_id: str
) -> ExportedEntity | None:
    """Return an entity's dossier; None where it has gone."""
    entity = library.entity(entity_id)
    if entity is None:
        return None
    naming = {each.document_id: each for each in library.exports.naming(entity.id, plan.articles)}
    linked = set(library.exports.annotated(entity.id))
    wanted = [each for each in plan.articles if each in naming or each in linked]
    related = library.pages.related(entity.id, limit=MOST_RELATED)
    if asked.states == {State.CONFIRMED}:
        related = [each for each in related if each.entity.id in plan.confirmed]
    articles = [
        each
        for document_id in wanted[:MOST_ARTICLES]
        if (each := _named_in(library, plan, asked, entity, document_id, naming.get(document_id)))
    ]
    note: Note | None = library.note(entity.id)
    return ExportedEntity(
        entity=entity,
        state=plan.state(entity.id),
        note=note,
        tags=library.exports.tags([entity.id]).get(entity.id, ()),
        totals=library.pages.totals(entity.id),
        articles=tuple(articles),
        articles_left_out=max(0, len(wanted) - MOST_ARTICLES),
        related=tuple(related),
    )


def _named_in(
    library: Library,
    plan: Plan,
    asked: ExportFilter,
    entity: Entity,
    document_id: str,
    naming: NamingSpans | None,
) -> NamedIn | None:
    """Return the passages of an article that name an entity, and the annotations that do."""
    spans = [] if naming is None else json.loads(naming.spans)
    found: _Found | None = None
    if asked.states == {State.CONFIRMED}:
        found = _Found(_recognition(library, document_id))
        spans = [
            (each.start, each.end)
            for each in found.recognition.mentions
            if each.entity_id == entity.id and state_of(each) is State.CONFIRMED
        ]
    every = [
        replace(each, named_ids=(entity.id,)) if _holds(each, spans) else each
        for each in _annotations(library, document_id)
    ]
    annotations = [
        each for each in every if each.named_ids or entity.id in each.annotation.entity_ids
    ]
    if asked.is_of_annotations and annotations:
        found = found or _Found(_recognition(library, document_id))
        labels = library.labels.of(document_id)
        tags = [label.name for label in labels if label.kind is LabelKind.TAG]
        annotations = [each for each in annotations if _is_asked(each, tags, found, asked)]
    passages: list[Passage] = []
    if spans:
        passages = library.exports.passages(document_id, json.dumps(spans))
    if not passages and not annotations:
        return None
    return NamedIn(plan.articles[document_id], tuple(passages), tuple(annotations))


def _holds(each: ExportedAnnotation, spans: Sequence[tuple[int, int]]) -> bool:
    it = each.annotation
    return not each.is_orphan and any(start < it.end and end > it.start for start, end in spans)

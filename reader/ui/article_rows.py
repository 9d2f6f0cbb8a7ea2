"""What the panel shows of an article, made from what was recognized in it."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from reader.core.choices import LinkChoice
from reader.core.document import Document
from reader.core.entities import Entity, Note, Recognition, normalize_name
from reader.core.mentions import Kind, LinkedBy, Mention
from reader.ui.dates import readable_date
from reader.ui.opened_article import Named, RecognizedArticle
from reader.ui.panel.panel_data import EntityDetails, EntityRow, Pick, Snippet
from reader.ui.reasons import Reason, reasons

CONTEXT = 60
"""Code points shown on each side of a mention in its snippet."""

MAX_SNIPPETS = 500
"""Mentions listed on a card; a book names some people thousands of times."""

WORDS_PER_MINUTE = 230
"""Silent reading of Spanish and English prose; Brysbaert 2019 found 238 for English."""


def entity_rows(article: RecognizedArticle) -> list[EntityRow]:
    """Return a row for each entity; one with a note stays, even where nothing names it now."""
    never = Named(0, 0)
    return [
        EntityRow(
            entity,
            count=named.count,
            demonyms=named.demonyms,
            first=named.first,
            has_note=entity.id in article.notes,
        )
        for entity in article.recognition.entities
        for named in (article.named.get(entity.id, never),)
        if named.count or named.demonyms or entity.id in article.notes
    ]


def kind_counts(rows: list[EntityRow]) -> dict[Kind, int]:
    """Return how many entities there are of each kind, and how many countries have demonyms."""
    counts = Counter(row.entity.kind for row in rows)
    counts[Kind.DEMONYM] = sum(row.demonyms > 0 for row in rows)
    return {kind: counts[kind] for kind in Kind}


def entity_details(
    document: Document,
    recognition: Recognition,
    entity_id: str,
    *,
    note: Note | None,
    other_articles: list[tuple[str, str, str]],
    choices: Sequence[LinkChoice] = (),
) -> EntityDetails | None:
    """Return what an entity's card shows; None for an entity that the article doesn't name."""
    entity = next((entity for entity in recognition.entities if entity.id == entity_id), None)
    if entity is None:
        return None
    mentions = [mention for mention in recognition.mentions if mention.entity_id == entity_id]
    listed = mentions[:MAX_SNIPPETS]
    why = reasons(document, recognition, entity, listed)
    return EntityDetails(
        entity,
        note=note,
        mentions=[_snippet(document, mention, why[i]) for i, mention in enumerate(listed)],
        mention_count=len(mentions),
        demonym_count=sum(mention.kind is Kind.DEMONYM for mention in mentions),
        other_articles=other_articles,
        candidates=candidates(recognition, entity),
        picks=_picks(document, mentions, choices),
    )


def candidates(recognition: Recognition, entity: Entity) -> list[Entity]:
    """Return the entities that an open name may mean; none for one that isn't open."""
    by_id = {each.id: each for each in recognition.entities} if entity.candidates else {}
    return [by_id[candidate] for candidate in entity.candidates if candidate in by_id]


def _picks(
    document: Document, mentions: Sequence[Mention], choices: Sequence[LinkChoice]
) -> list[Pick]:
    """Return what the user said of an entity's mentions, by the names that they said it of."""
    spelt = Counter(
        normalize_name(document.text[mention.start : mention.end])
        for mention in mentions
        if mention.linked_by is LinkedBy.USER
    )
    found: dict[str, list[LinkChoice]] = {}
    for choice in choices:
        key = normalize_name(choice.name)
        if spelt[key] and choice.entity_id == mentions[0].entity_id:
            found.setdefault(key, []).append(choice)
    return [
        Pick(
            same[0].name,
            tuple(same),
            mentions=spelt[key],
            everywhere=any(choice.span is None for choice in same),
        )
        for key, same in found.items()
    ]


def byline(document: Document, reading_time: str) -> str:
    """Return the muted line under the title: what is known of the article's origin."""
    origin = (document.outlet, document.author, readable_date(document.date), document.url)
    parts = (*origin, reading_time)
    return " · ".join(part for part in parts if part)


def has_origin(document: Document) -> bool:
    """Return whether anything is known of where an article comes from."""
    return any((document.outlet, document.author, document.date, document.url))


def reading_time(words: int) -> str:
    """Return how long an article of `words` words takes, a minute at least, in words."""
    hours, minutes = divmod(max(1, round(words / WORDS_PER_MINUTE)), 60)
    if hours:
        template = QCoreApplication.translate("reading", "{hours} h {minutes} min")
        return template.format(hours=hours, minutes=minutes)
    return QCoreApplication.translate("reading", "{minutes} min").format(minutes=minutes)


def _snippet(document: Document, mention: Mention, reason: Reason) -> Snippet:
    text = document.text
    start = max(0, mention.start - CONTEXT)
    before = text[start : mention.start]
    after = text[mention.end : mention.end + CONTEXT]
    # A snippet stays inside its paragraph and begins and ends with whole words.
    before = before.rpartition("\n")[2]
    after = after.partition("\n")[0]
    if mention.start - len(before) > 0 and text[mention.start - len(before) - 1] != "\n":
        before = "…" + before.partition(" ")[2]
    end = mention.end + len(after)
    if end < len(text) and text[end] != "\n":
        after = after.rpartition(" ")[0] + "…"
    return Snippet(
        mention.start,
        mention.end,
        before,
        text[mention.start : mention.end],
        after,
        is_demonym=mention.kind is Kind.DEMONYM,
        reason=reason,
    )

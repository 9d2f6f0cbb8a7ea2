"""What links to an entity or an article: notes, and comments of annotations."""

from collections.abc import Callable, Collection, Iterator

from reader.core.entities import normalize_name
from reader.core.folding import Folder
from reader.core.notes import Backlink
from reader.core.search import Snippet
from reader.core.snippets import snippet_of
from reader.core.wikilinks import WikiLink, plain_text, wikilinks
from reader.store.entities import entities, family, root
from reader.store.note_links import (
    COMMENTS,
    NOTES,
    Linking,
    LinkRow,
    link_rows,
    linked_to_article,
    linked_to_entities,
)
from reader.store.sqlite import Database, rows_in

_MOST = 200
"""How many notes, and how many annotations, are listed at the most."""


def backlinks_to_entity(db: Database, entity_id: str) -> list[Backlink]:
    """Return the passages that link to an entity by one of its names."""
    entity_id = root(db, entity_id)
    entity = entities(db, [entity_id]).get(entity_id)
    if entity is None:
        return []
    members = family(db, entity_id)
    keys = {normalize_name(name) for name in (entity.name, *entity.aliases)}

    def linking(of: Linking) -> set[str]:
        return {*linked_to_entities(db, members, of=of), *_open(db, keys, of)}

    def leads_here(row: LinkRow) -> bool:
        return row.entity_id in members or (row.is_open and normalize_name(row.name) in keys)

    query = "SELECT annotation_id FROM annotation_entities WHERE entity_id IN {}"
    linked = {row[0] for row in rows_in(db, query, members)}
    found = _of_notes(db, sorted(linking(NOTES) - members), leads_here)
    return [*found, *_of_comments(db, linking(COMMENTS) | linked, leads_here, linked)]


def backlinks_to_article(db: Database, document_id: str) -> list[Backlink]:
    """Return the passages of notes and comments that link to an article, notes first."""

    def leads_here(row: LinkRow) -> bool:
        return row.document_id == document_id

    found = _of_notes(db, linked_to_article(db, document_id), leads_here)
    comments = linked_to_article(db, document_id, of=COMMENTS)
    return [*found, *_of_comments(db, comments, leads_here)]


def _open(db: Database, keys: set[str], of: Linking) -> set[str]:
    """Return the texts with a link to a name that was nobody's when they were saved."""
    rows = db.execute(
        f"""
        SELECT {of.key}, name FROM {of.links}
        WHERE target_entity IS NULL AND target_document IS NULL
        """  # noqa: S608
    )
    return {text_id for text_id, name in rows if normalize_name(name) in keys}


def _of_notes(
    db: Database, notes: list[str], leads_here: Callable[[LinkRow], bool]
) -> list[Backlink]:
    query = "SELECT entity_id, text FROM notes WHERE deleted_at IS NULL AND entity_id IN {}"
    rows = list(rows_in(db, query, notes[:_MOST]))
    known = entities(db, [row[0] for row in rows])
    found: list[Backlink] = []
    for entity_id, text in rows:
        link = _first_link(text, link_rows(db, entity_id), leads_here)
        if link is not None:
            entity = known[entity_id]
            found.append(
                Backlink(entity.name, _passage(text, link), entity_id, entity_kind=entity.kind)
            )
    order = Folder()
    return sorted(found, key=lambda each: order.sort_key(each.title))


def _of_comments(
    db: Database,
    annotation_ids: Collection[str],
    leads_here: Callable[[LinkRow], bool],
    linked: Collection[str] = (),
) -> Iterator[Backlink]:
    """Yield the annotations whose comment leads here, or that the user `linked` to it."""
    for annotation_id, document_id, quote, comment, title in rows_in(
        db, _ANNOTATIONS, sorted(annotation_ids)[:_MOST]
    ):
        link = _first_link(comment, link_rows(db, annotation_id, of=COMMENTS), leads_here)
        if link is not None:
            snippet = _passage(comment, link)
        elif annotation_id in linked:
            snippet = snippet_of(quote, [], around=0)
        else:
            continue
        yield Backlink(title, snippet, document_id=document_id, annotation_id=annotation_id)


def _first_link(
    text: str, kept: list[LinkRow], leads_here: Callable[[LinkRow], bool]
) -> WikiLink | None:
    links = wikilinks(text)
    if len(kept) != len(links):
        return None
    return next((link for link, row in zip(links, kept, strict=True) if leads_here(row)), None)


def _passage(text: str, link: WikiLink) -> Snippet:
    """Return the paragraph of a link, without the marks of Markdown, with its words marked."""
    start = text.rfind("\n\n", 0, link.start) + 1
    end = text.find("\n\n", link.end)
    paragraph = plain_text(text[start : len(text) if end < 0 else end]).strip()
    before = plain_text(text[start : link.start]).lstrip()
    shown = link.shown or link.name
    at = paragraph.find(shown, max(len(before) - 2, 0))
    at = paragraph.find(shown) if at < 0 else at
    spans = [(at, at + len(shown))] if at >= 0 else []
    return snippet_of(paragraph, spans, around=max(at, 0))


_ANNOTATIONS = """
    SELECT a.id, a.document_id, a.quote, a.comment, d.title FROM annotations a
    JOIN documents d ON d.id = a.document_id
    WHERE a.deleted_at IS NULL AND d.deleted_at IS NULL AND a.id IN {}
    ORDER BY a.created
"""

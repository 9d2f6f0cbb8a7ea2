"""What links to an entity or an article: notes, and comments of annotations."""

from collections.abc import Callable, Iterator

from reader.core.entities import Entity, normalize_name
from reader.core.folding import Folder
from reader.core.notes import Backlink
from reader.core.search import Snippet
from reader.core.snippets import snippet_of
from reader.core.wikilinks import WikiLink, plain_text, wikilinks
from reader.store.entities import entities, family, root
from reader.store.note_links import LinkRow, link_rows
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
    query = "SELECT DISTINCT entity_id FROM note_links WHERE target_entity IN {}"
    notes = {row[0] for row in rows_in(db, query, members)}
    notes |= _open_notes(db, keys)

    def leads_here(row: LinkRow) -> bool:
        return row.entity_id in members or (row.is_open and normalize_name(row.name) in keys)

    found = _of_notes(db, sorted(notes - members), leads_here)
    return [*found, *_of_comments(db, entity, keys, members)]


def backlinks_to_article(db: Database, document_id: str) -> list[Backlink]:
    """Return the passages of notes that link to an article."""
    query = "SELECT DISTINCT entity_id FROM note_links WHERE target_document = ?"
    notes = sorted(row[0] for row in db.execute(query, [document_id]))
    return _of_notes(db, notes, lambda row: row.document_id == document_id)


def _open_notes(db: Database, keys: set[str]) -> set[str]:
    """Return the notes with a link to a name that was nobody's when they were saved."""
    rows = db.execute(
        """
        SELECT entity_id, name FROM note_links
        WHERE target_entity IS NULL AND target_document IS NULL
        """
    )
    return {note for note, name in rows if normalize_name(name) in keys}


def _of_notes(
    db: Database, notes: list[str], leads_here: Callable[[LinkRow], bool]
) -> list[Backlink]:
    query = "SELECT entity_id, text FROM notes WHERE deleted_at IS NULL AND entity_id IN {}"
    rows = list(rows_in(db, query, notes[:_MOST]))
    known = entities(db, [row[0] for row in rows])
    found: list[Backlink] = []
    for entity_id, text in rows:
        kept = link_rows(db, entity_id)
        links = wikilinks(text)
        if len(kept) != len(links):
            continue
        link = next((link for link, row in zip(links, kept, strict=True) if leads_here(row)), None)
        if link is not None:
            entity = known[entity_id]
            found.append(
                Backlink(entity.name, _passage(text, link), entity_id, entity_kind=entity.kind)
            )
    order = Folder()
    return sorted(found, key=lambda each: order.sort_key(each.title))


def _of_comments(
    db: Database, entity: Entity, keys: set[str], members: set[str]
) -> Iterator[Backlink]:
    """Yield the annotations whose comment links to an entity, or that the user linked to it."""
    folder = Folder()
    phrases = [" ".join(folder.words(name)) for name in (entity.name, *entity.aliases)]
    match = " OR ".join(f'comment : "{phrase}"' for phrase in phrases if phrase)
    ids = {row[0] for row in db.execute(_COMMENTED, [match, _MOST])} if match else set[str]()
    query = "SELECT annotation_id FROM annotation_entities WHERE entity_id IN {}"
    linked = {row[0] for row in rows_in(db, query, members)}
    for annotation_id, document_id, quote, comment, title in rows_in(
        db, _ANNOTATIONS, sorted(ids | linked)[:_MOST]
    ):
        link = next((x for x in wikilinks(comment) if normalize_name(x.name) in keys), None)
        if link is not None:
            snippet = _passage(comment, link)
        elif annotation_id in linked:
            snippet = snippet_of(quote, [], around=0)
        else:
            continue
        yield Backlink(title, snippet, document_id=document_id, annotation_id=annotation_id)


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


_COMMENTED = """
    SELECT i.annotation_id FROM search_annotations s
    CROSS JOIN annotation_index i ON i.key = s.rowid
    WHERE search_annotations MATCH ? LIMIT ?
"""
_ANNOTATIONS = """
    SELECT a.id, a.document_id, a.quote, a.comment, d.title FROM annotations a
    JOIN documents d ON d.id = a.document_id
    WHERE a.deleted_at IS NULL AND d.deleted_at IS NULL AND a.id IN {}
    ORDER BY a.created
"""

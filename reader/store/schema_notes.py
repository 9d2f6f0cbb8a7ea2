"""The sixth schema, first half: versions, links and tags of notes, and entities made by hand."""

STRUCTURE = """
-- What a note said before, the oldest first; today's text is in `notes`.
CREATE TABLE note_versions (
    entity_id TEXT NOT NULL REFERENCES entities(id),
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    saved TEXT NOT NULL,
    PRIMARY KEY (entity_id, number)
) STRICT;

-- Whom and what the `[[links]]` of a note mean: one of both ids, none for a name that is nobody's.
CREATE TABLE note_links (
    entity_id TEXT NOT NULL REFERENCES entities(id),
    name TEXT NOT NULL,
    target_entity TEXT REFERENCES entities(id),
    target_document TEXT REFERENCES documents(id),
    PRIMARY KEY (entity_id, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX note_links_by_entity ON note_links(target_entity);
CREATE INDEX note_links_by_document ON note_links(target_document);

-- The tags of entities; they are the same as those of articles and annotations.
CREATE TABLE entity_tags (
    entity_id TEXT NOT NULL REFERENCES entities(id),
    label_id TEXT NOT NULL REFERENCES labels(id),
    made TEXT NOT NULL,
    PRIMARY KEY (entity_id, label_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_tags_by_label ON entity_tags(label_id);

-- Entities that the user made, which need no mention.
CREATE TABLE own_entities (
    entity_id TEXT NOT NULL PRIMARY KEY REFERENCES entities(id),
    made TEXT NOT NULL,
    deleted_at TEXT
) STRICT, WITHOUT ROWID;
"""

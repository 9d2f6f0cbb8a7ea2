"""The sixth schema, first half: versions, links and tags of notes, and entities made by hand."""

from reader.store.schema_links import table_of_links

STRUCTURE = f"""
-- What a note said before, the oldest first; today's text is in `notes`. It was written at `saved`
-- and stood there until `kept`, "" for unknown.
CREATE TABLE note_versions (
    entity_id TEXT NOT NULL REFERENCES entities(id),
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    saved TEXT NOT NULL,
    kept TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (entity_id, number)
) STRICT;

-- The `[[links]]` of a note in their order, and whom or what each means: one of both ids, none for
-- a name that is nobody's. `own` where it is written with what its target is called, and follows
-- when that is called otherwise; 0 for another of its names. Those of a deleted note stay with it.
{table_of_links("note_links", "entity_id", "entities(id)")}
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

"""The sixth schema, second half: tags, entities and versions of annotations, names of colours."""

from reader.store.schema_links import table_of_links

STRUCTURE = f"""
-- The tags of annotations, which are the same as those of articles and entities, in their order.
CREATE TABLE annotation_tags (
    annotation_id TEXT NOT NULL REFERENCES annotations(id) ON DELETE CASCADE,
    label_id TEXT NOT NULL REFERENCES labels(id),
    place INTEGER NOT NULL,
    made TEXT NOT NULL,
    PRIMARY KEY (annotation_id, label_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX annotation_tags_by_label ON annotation_tags(label_id);

CREATE TABLE annotation_entities (
    annotation_id TEXT NOT NULL REFERENCES annotations(id) ON DELETE CASCADE,
    entity_id TEXT NOT NULL REFERENCES entities(id),
    place INTEGER NOT NULL,
    made TEXT NOT NULL,
    PRIMARY KEY (annotation_id, entity_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX annotation_entities_by_entity ON annotation_entities(entity_id);

-- What an annotation said before, the oldest first; `tags` and `entities` are JSON lists.
CREATE TABLE annotation_versions (
    annotation_id TEXT NOT NULL REFERENCES annotations(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    colour TEXT NOT NULL,
    comment TEXT NOT NULL,
    tags TEXT NOT NULL,
    entities TEXT NOT NULL,
    saved TEXT NOT NULL,
    PRIMARY KEY (annotation_id, number)
) STRICT;

-- The `[[links]]` of comments, as `note_links` has those of notes.
{table_of_links("comment_links", "annotation_id", "annotations(id) ON DELETE CASCADE")}
-- A tag is found by the search, with the annotations that have it.
CREATE TRIGGER annotation_tags_insert AFTER INSERT ON annotation_tags BEGIN
    INSERT OR IGNORE INTO outdated VALUES ('annotation', NEW.annotation_id, NULL);
END;
CREATE TRIGGER annotation_tags_delete AFTER DELETE ON annotation_tags BEGIN
    INSERT OR IGNORE INTO outdated VALUES ('annotation', OLD.annotation_id, NULL);
END;
CREATE TRIGGER labels_of_annotations AFTER UPDATE OF name, deleted_at ON labels BEGIN
    INSERT OR IGNORE INTO outdated
    SELECT 'annotation', t.annotation_id, NULL FROM annotation_tags t WHERE t.label_id = NEW.id;
END;

-- Lists of all articles' annotations, the newest first.
CREATE INDEX annotations_by_date ON annotations(created) WHERE deleted_at IS NULL;

-- What the user calls the colours; one without a row has its own name.
CREATE TABLE colour_names (
    colour TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Whatever is the user's own and speaks of an entity: no later reading takes such an entity away.
CREATE VIEW worked_on_entities AS
SELECT entity_id FROM notes WHERE deleted_at IS NULL
UNION ALL SELECT entity_id FROM own_entities WHERE deleted_at IS NULL
UNION ALL SELECT entity_id FROM entity_tags
UNION ALL SELECT target_entity FROM note_links WHERE target_entity IS NOT NULL
UNION ALL SELECT target_entity FROM comment_links WHERE target_entity IS NOT NULL
UNION ALL SELECT entity_id FROM annotation_entities
UNION ALL SELECT entity_id FROM own_identifiers
UNION ALL SELECT entity_id FROM link_choices
UNION ALL SELECT entity_id FROM corrected_entities;

-- The same with what was deleted or undone, and can be brought back: these can't be deleted.
CREATE VIEW held_entities AS
SELECT entity_id FROM worked_on_entities
UNION ALL SELECT entity_id FROM notes
UNION ALL SELECT entity_id FROM note_versions
UNION ALL SELECT entity_id FROM note_links
UNION ALL SELECT entity_id FROM own_entities
UNION ALL SELECT entity_id FROM corrections WHERE entity_id IS NOT NULL
UNION ALL SELECT other_id FROM corrections WHERE other_id IS NOT NULL;

DROP VIEW entities_in_use;
CREATE VIEW entities_in_use AS
SELECT e.id, e.kind, e.name_key FROM entities e
WHERE e.document_id IS NULL AND (
    EXISTS (SELECT 1 FROM notes n WHERE n.entity_id = e.id)
    OR EXISTS (SELECT 1 FROM worked_on_entities w WHERE w.entity_id = e.id)
    OR EXISTS (SELECT 1 FROM recognized_entities r WHERE r.entity_id = e.id)
);
"""  # noqa: S608

"""The fourth schema: the user's corrections."""

STRUCTURE = """
-- What the user said against the machine, one row each; what was taken back stays, to be redone.
-- `start` and `end` are of a correction of one mention, which `name` between `prefix` and `suffix`
-- finds again in another text; `orphaned_at` where it doesn't. `kept` is a merge's: the notes as
-- they were, in JSON.
CREATE TABLE corrections (
    number INTEGER PRIMARY KEY,
    change_id TEXT NOT NULL,
    action TEXT NOT NULL,
    scope TEXT NOT NULL,
    document_id TEXT REFERENCES documents(id),
    "start" INTEGER,
    "end" INTEGER,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    kind TEXT,
    entity_id TEXT REFERENCES entities(id),
    other_id TEXT REFERENCES entities(id),
    value TEXT NOT NULL,
    shift INTEGER NOT NULL,
    kept TEXT NOT NULL DEFAULT '{}',
    made TEXT NOT NULL,
    undone_at TEXT,
    orphaned_at TEXT
) STRICT;
CREATE INDEX corrections_by_change ON corrections(change_id);
CREATE INDEX corrections_by_document ON corrections(document_id) WHERE undone_at IS NULL;
CREATE INDEX corrections_by_scope ON corrections(scope) WHERE undone_at IS NULL;
CREATE INDEX corrections_by_entity ON corrections(entity_id);
CREATE INDEX corrections_by_other ON corrections(other_id);

-- Derived from the merges: of each entity that is one with another, which that is.
CREATE TABLE merged_entities (
    entity_id TEXT NOT NULL PRIMARY KEY REFERENCES entities(id),
    into_id TEXT NOT NULL REFERENCES entities(id)
) STRICT, WITHOUT ROWID;
CREATE INDEX merged_entities_by_into ON merged_entities(into_id);

-- What the user said of an entity binds it, as a note does.
CREATE VIEW corrected_entities AS
SELECT entity_id FROM corrections WHERE undone_at IS NULL AND entity_id IS NOT NULL
UNION ALL SELECT other_id FROM corrections WHERE undone_at IS NULL AND other_id IS NOT NULL;

DROP VIEW entities_in_use;
CREATE VIEW entities_in_use AS
SELECT e.id, e.kind, e.name_key FROM entities e
WHERE e.document_id IS NULL AND (
    EXISTS (SELECT 1 FROM notes n WHERE n.entity_id = e.id)
    OR EXISTS (SELECT 1 FROM own_identifiers o WHERE o.entity_id = e.id)
    OR EXISTS (SELECT 1 FROM link_choices c WHERE c.entity_id = e.id)
    OR EXISTS (SELECT 1 FROM recognized_entities r WHERE r.entity_id = e.id)
    OR EXISTS (
        SELECT 1 FROM corrections k
        WHERE k.undone_at IS NULL AND (k.entity_id = e.id OR k.other_id = e.id)
    )
);
"""

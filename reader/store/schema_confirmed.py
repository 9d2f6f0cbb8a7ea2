"""The sixth schema, too: the mentions that the user vouches for, derived as all mentions are."""

STRUCTURE = """
-- As `entity_mentions` is, of the mentions alone that the user vouches for.
CREATE TABLE confirmed_mentions (
    article INTEGER NOT NULL,
    entity INTEGER NOT NULL,
    names INTEGER NOT NULL,
    demonyms INTEGER NOT NULL,
    blocks INTEGER NOT NULL,
    spans TEXT NOT NULL,
    PRIMARY KEY (article, entity)
) STRICT, WITHOUT ROWID;
CREATE INDEX confirmed_mentions_by_entity ON confirmed_mentions(entity, article);

-- In the place of `entity_mentions`: of one story the first article counts that has any.
CREATE VIEW entity_mentions_confirmed AS
SELECT m.entity, m.moment, m.article, c.names, c.demonyms, c.blocks, c.spans,
    d.deleted_at IS NULL AND NOT EXISTS (
        SELECT 1 FROM article_index b
        CROSS JOIN confirmed_mentions other ON other.article = b.key AND other.entity = c.entity
        CROSS JOIN documents o ON o.id = b.document_id
        WHERE b.story = a.story AND b.key < a.key AND o.deleted_at IS NULL
    ) AS counted
FROM confirmed_mentions c
CROSS JOIN article_index a ON a.key = c.article
CROSS JOIN documents d ON d.id = a.document_id
CROSS JOIN entity_mentions m ON m.article = c.article AND m.entity = c.entity;

-- What was said before there was this table.
INSERT OR IGNORE INTO outdated
SELECT 'mentions', document_id, NULL FROM link_choices
UNION SELECT 'mentions', document_id, NULL FROM corrections
    WHERE undone_at IS NULL AND document_id IS NOT NULL
UNION SELECT 'mentions', a.document_id, NULL
    FROM corrections c
    LEFT JOIN merged_entities g ON g.entity_id = c.entity_id
    JOIN entity_index e ON e.entity_id IN (c.entity_id, g.into_id)
    JOIN entity_mentions m ON m.entity = e.key
    JOIN article_index a ON a.key = m.article
    WHERE c.undone_at IS NULL AND c.scope = 'everywhere';
"""

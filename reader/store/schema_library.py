"""The third schema: structure, versions, labels, trash, and what makes 100,000 articles quick."""

STRUCTURE = """
-- Files that came with articles, once however many use them; `packed` ones are zlib's.
CREATE TABLE resources (
    key TEXT NOT NULL PRIMARY KEY,
    media_type TEXT NOT NULL,
    packed INTEGER NOT NULL,
    data BLOB NOT NULL
) STRICT;
CREATE TABLE article_resources (
    document_id TEXT NOT NULL REFERENCES documents(id),
    key TEXT NOT NULL REFERENCES resources(key),
    PRIMARY KEY (document_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_resources_by_key ON article_resources(key);

ALTER TABLE texts ADD COLUMN runs TEXT NOT NULL DEFAULT '[]';
ALTER TABLE texts ADD COLUMN pictures TEXT NOT NULL DEFAULT '[]';
ALTER TABLE texts ADD COLUMN number INTEGER NOT NULL DEFAULT 1;
ALTER TABLE texts ADD COLUMN since TEXT NOT NULL DEFAULT '';

-- The texts that an article had before, and the picks as they were; they are never thrown away.
CREATE TABLE text_versions (
    document_id TEXT NOT NULL REFERENCES documents(id),
    number INTEGER NOT NULL,
    text_id TEXT NOT NULL,
    text TEXT NOT NULL,
    blocks TEXT NOT NULL,
    runs TEXT NOT NULL,
    pictures TEXT NOT NULL,
    source TEXT NOT NULL,
    since TEXT NOT NULL,
    choices TEXT NOT NULL,
    PRIMARY KEY (document_id, number)
) STRICT;
CREATE INDEX text_versions_by_text ON text_versions(text_id);

-- `id` is the content hash of the first text, and stays; `text_id` is that of today's. The keys and
-- counts are derived; `day` is when the article is from, as far as is known.
ALTER TABLE documents ADD COLUMN text_id TEXT NOT NULL DEFAULT '';
ALTER TABLE documents ADD COLUMN original TEXT REFERENCES resources(key);
ALTER TABLE documents ADD COLUMN deleted_at TEXT;
ALTER TABLE documents ADD COLUMN unread INTEGER NOT NULL DEFAULT 0;
ALTER TABLE documents ADD COLUMN length INTEGER NOT NULL DEFAULT 0;
ALTER TABLE documents ADD COLUMN title_key TEXT NOT NULL DEFAULT '';
ALTER TABLE documents ADD COLUMN outlet_key TEXT NOT NULL DEFAULT '';
ALTER TABLE documents ADD COLUMN annotation_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE documents ADD COLUMN note_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE documents ADD COLUMN is_copy INTEGER NOT NULL DEFAULT 0;
ALTER TABLE documents ADD COLUMN day TEXT GENERATED ALWAYS AS
    (CASE date WHEN '' THEN added ELSE date END) VIRTUAL;
ALTER TABLE documents ADD COLUMN progress INTEGER GENERATED ALWAYS AS
    (CASE length WHEN 0 THEN 0 ELSE min(1000, position * 1000 / length) END) VIRTUAL;
CREATE INDEX documents_by_text ON documents(text_id);
CREATE INDEX documents_in_trash ON documents(deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX documents_by_title ON documents(title_key) WHERE deleted_at IS NULL;
CREATE INDEX documents_by_outlet ON documents(outlet_key, day) WHERE deleted_at IS NULL;
CREATE INDEX documents_by_day ON documents(day) WHERE deleted_at IS NULL;
CREATE INDEX documents_by_added ON documents(added) WHERE deleted_at IS NULL;
CREATE INDEX documents_by_opened ON documents(opened) WHERE deleted_at IS NULL;
CREATE INDEX documents_by_length ON documents(words) WHERE deleted_at IS NULL;
CREATE INDEX documents_by_progress ON documents(progress) WHERE deleted_at IS NULL;
CREATE INDEX documents_by_annotations ON documents(annotation_count) WHERE deleted_at IS NULL;
CREATE INDEX documents_unread ON documents(unread) WHERE deleted_at IS NULL;
CREATE INDEX documents_by_notes ON documents(note_count) WHERE deleted_at IS NULL;

-- Where an article was had from: files and, without tracking, addresses.
CREATE TABLE origins (
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    document_id TEXT NOT NULL REFERENCES documents(id),
    PRIMARY KEY (kind, value, document_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX origins_by_document ON origins(document_id);

-- What the user said of an article; `found` is what the source says.
CREATE TABLE edited_metadata (
    document_id TEXT NOT NULL REFERENCES documents(id),
    field TEXT NOT NULL,
    found TEXT NOT NULL,
    PRIMARY KEY (document_id, field)
) STRICT, WITHOUT ROWID;

-- Collections and tags; a deleted one keeps its articles, so that it can be brought back.
CREATE TABLE labels (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    made TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX labels_by_name ON labels(kind, name_key) WHERE deleted_at IS NULL;
CREATE TABLE labelled (
    label_id TEXT NOT NULL REFERENCES labels(id),
    document_id TEXT NOT NULL REFERENCES documents(id),
    made TEXT NOT NULL,
    PRIMARY KEY (label_id, document_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX labelled_by_document ON labelled(document_id);

-- An annotation whose passage is no more in the text: since when, and in which text it was.
ALTER TABLE annotations ADD COLUMN orphaned_at TEXT;
ALTER TABLE annotations ADD COLUMN text_number INTEGER;
CREATE INDEX annotations_orphaned ON annotations(document_id) WHERE orphaned_at IS NOT NULL;
"""

DERIVED = """
-- All below is derived from the rest, and can be made anew.

-- `story` is the same for all articles with nearly the same text: the key of the first of them.
-- `kinds` has a bit for each kind of entity that the article names.
CREATE TABLE article_index (
    key INTEGER PRIMARY KEY,
    document_id TEXT NOT NULL UNIQUE REFERENCES documents(id),
    fingerprint TEXT NOT NULL,
    signature BLOB NOT NULL,
    story INTEGER NOT NULL,
    kinds INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX article_index_by_fingerprint ON article_index(fingerprint);
CREATE INDEX article_index_by_story ON article_index(story);
CREATE TABLE story_bands (
    band INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (band, article)
) STRICT, WITHOUT ROWID;

-- `articles` is how many articles name the entity, the same text counted once.
CREATE TABLE entity_index (
    key INTEGER PRIMARY KEY,
    entity_id TEXT NOT NULL UNIQUE REFERENCES entities(id) ON DELETE CASCADE,
    articles INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX entity_index_by_articles ON entity_index(articles);
CREATE TABLE annotation_index (
    key INTEGER PRIMARY KEY,
    annotation_id TEXT NOT NULL UNIQUE REFERENCES annotations(id) ON DELETE CASCADE
) STRICT;

-- `moment` is the article's `day` as YYYYMMDDhhmm. `counted` is 0 where another article of the same
-- story counts, or it is in the trash. `blocks` has a bit for each paragraph (its index modulo 63);
-- `spans` is a JSON list of [start, end]. An entity that the article names no more, and on which
-- the user has worked, has a count of 0.
CREATE TABLE entity_mentions (
    entity INTEGER NOT NULL,
    moment INTEGER NOT NULL,
    article INTEGER NOT NULL,
    counted INTEGER NOT NULL,
    names INTEGER NOT NULL,
    demonyms INTEGER NOT NULL,
    blocks INTEGER NOT NULL,
    spans TEXT NOT NULL,
    PRIMARY KEY (entity, moment, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_mentions_by_article ON entity_mentions(article, entity, counted, blocks);

-- What a transaction has changed and has to bring up to date before it ends.
CREATE TABLE outdated (
    what TEXT NOT NULL,
    id TEXT NOT NULL,
    before TEXT,
    PRIMARY KEY (what, id)
) STRICT, WITHOUT ROWID;
"""

SEARCH = """
-- Folded words. The articles' isn't kept twice, so whoever changes one has to know what it was.
CREATE VIRTUAL TABLE search_articles USING fts5(
    title, body, content='', prefix='2 3', tokenize='unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE search_notes USING fts5(text, tokenize='unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE search_annotations USING fts5(
    quote, comment, tokenize='unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE search_entities USING fts5(
    name, aliases, tokenize='unicode61 remove_diacritics 0');
"""

# None touches a table of FTS5: an untrusted schema must not (https://sqlite.org/src/doc/latest/doc/trusted-schema.md).
TRIGGERS = """
-- The entities that a model found in an article and that its latest recognition doesn't list.
CREATE VIEW unlisted_entities AS
SELECT e.entity_id, r.document_id FROM recognized_entities e
CROSS JOIN recognitions r ON r.id = e.recognition_id
CROSS JOIN article_index a ON a.document_id = r.document_id
WHERE NOT EXISTS (
    SELECT 1 FROM entity_mentions m JOIN entity_index i ON i.key = m.entity
    WHERE m.article = a.key AND i.entity_id = e.entity_id
);

CREATE TRIGGER documents_title AFTER UPDATE OF title, outlet ON documents
WHEN OLD.title IS NOT NEW.title OR OLD.outlet IS NOT NEW.outlet BEGIN
    INSERT OR IGNORE INTO outdated VALUES ('title', NEW.id, OLD.title);
END;
CREATE TRIGGER documents_date AFTER UPDATE OF date, added ON documents
WHEN OLD.day IS NOT NEW.day BEGIN
    INSERT OR IGNORE INTO outdated VALUES ('moment', NEW.id, NULL);
END;

CREATE TRIGGER annotations_insert AFTER INSERT ON annotations BEGIN
    UPDATE documents SET annotation_count = annotation_count + 1
    WHERE id = NEW.document_id AND NEW.deleted_at IS NULL;
    INSERT OR IGNORE INTO outdated VALUES ('annotation', NEW.id, NULL);
END;
CREATE TRIGGER annotations_count AFTER UPDATE OF document_id, deleted_at ON annotations
WHEN OLD.document_id IS NOT NEW.document_id
    OR (OLD.deleted_at IS NULL) IS NOT (NEW.deleted_at IS NULL) BEGIN
    UPDATE documents SET annotation_count = annotation_count - 1
    WHERE id = OLD.document_id AND OLD.deleted_at IS NULL;
    UPDATE documents SET annotation_count = annotation_count + 1
    WHERE id = NEW.document_id AND NEW.deleted_at IS NULL;
END;
CREATE TRIGGER annotations_update AFTER UPDATE OF quote, comment, deleted_at ON annotations
WHEN OLD.quote IS NOT NEW.quote OR OLD.comment IS NOT NEW.comment
    OR OLD.deleted_at IS NOT NEW.deleted_at BEGIN
    INSERT OR IGNORE INTO outdated VALUES ('annotation', NEW.id, NULL);
END;
CREATE TRIGGER annotations_delete AFTER DELETE ON annotations BEGIN
    UPDATE documents SET annotation_count = annotation_count - 1
    WHERE id = OLD.document_id AND OLD.deleted_at IS NULL;
END;
CREATE TRIGGER annotation_index_delete AFTER DELETE ON annotation_index BEGIN
    INSERT OR IGNORE INTO outdated VALUES ('annotation gone', OLD.key, NULL);
END;

CREATE TRIGGER entities_insert AFTER INSERT ON entities BEGIN
    INSERT INTO entity_index (entity_id) VALUES (NEW.id);
    INSERT OR IGNORE INTO outdated VALUES ('entity', NEW.id, NULL);
END;
CREATE TRIGGER entities_update AFTER UPDATE OF name, kind ON entities
WHEN OLD.name IS NOT NEW.name OR OLD.kind IS NOT NEW.kind BEGIN
    INSERT OR IGNORE INTO outdated VALUES ('entity', NEW.id, NULL);
    INSERT OR IGNORE INTO outdated SELECT 'kind', NEW.id, NULL WHERE OLD.kind IS NOT NEW.kind;
END;
CREATE TRIGGER aliases_insert AFTER INSERT ON aliases BEGIN
    INSERT OR IGNORE INTO outdated VALUES ('entity', NEW.entity_id, NULL);
END;
CREATE TRIGGER aliases_update AFTER UPDATE OF entity_id, name ON aliases BEGIN
    INSERT OR IGNORE INTO outdated VALUES ('entity', OLD.entity_id, NULL);
    INSERT OR IGNORE INTO outdated VALUES ('entity', NEW.entity_id, NULL);
END;
CREATE TRIGGER aliases_delete AFTER DELETE ON aliases BEGIN
    INSERT OR IGNORE INTO outdated VALUES ('entity', OLD.entity_id, NULL);
END;
CREATE TRIGGER entity_index_delete AFTER DELETE ON entity_index BEGIN
    INSERT OR IGNORE INTO outdated VALUES ('entity gone', OLD.key, NULL);
END;

CREATE TRIGGER notes_insert AFTER INSERT ON notes BEGIN
    INSERT OR IGNORE INTO outdated VALUES ('note', NEW.entity_id, NULL);
END;
CREATE TRIGGER notes_update AFTER UPDATE ON notes BEGIN
    INSERT OR IGNORE INTO outdated VALUES ('note', NEW.entity_id, NULL);
END;
CREATE TRIGGER notes_delete AFTER DELETE ON notes BEGIN
    INSERT OR IGNORE INTO outdated VALUES ('note', OLD.entity_id, NULL);
END;
-- What the user works on stays on the lists of articles in which another model found it.
CREATE TRIGGER notes_begin AFTER INSERT ON notes WHEN NEW.deleted_at IS NULL BEGIN
    INSERT OR IGNORE INTO outdated SELECT 'mentions', x.document_id, NULL
    FROM unlisted_entities x WHERE x.entity_id = NEW.entity_id;
    UPDATE documents SET note_count = note_count + 1 WHERE id IN (
        SELECT a.document_id FROM entity_index e
        JOIN entity_mentions m ON m.entity = e.key JOIN article_index a ON a.key = m.article
        WHERE e.entity_id = NEW.entity_id
    );
END;
CREATE TRIGGER notes_change AFTER UPDATE OF deleted_at ON notes
WHEN (OLD.deleted_at IS NULL) IS NOT (NEW.deleted_at IS NULL) BEGIN
    INSERT OR IGNORE INTO outdated SELECT 'mentions', x.document_id, NULL
    FROM unlisted_entities x WHERE x.entity_id = NEW.entity_id AND NEW.deleted_at IS NULL;
    UPDATE documents
    SET note_count = note_count + CASE WHEN NEW.deleted_at IS NULL THEN 1 ELSE -1 END
    WHERE id IN (
        SELECT a.document_id FROM entity_index e
        JOIN entity_mentions m ON m.entity = e.key JOIN article_index a ON a.key = m.article
        WHERE e.entity_id = NEW.entity_id
    );
END;

CREATE TRIGGER link_choices_insert AFTER INSERT ON link_choices BEGIN
    INSERT OR IGNORE INTO outdated VALUES ('mentions', NEW.document_id, NULL);
END;
CREATE TRIGGER link_choices_delete AFTER DELETE ON link_choices BEGIN
    INSERT OR IGNORE INTO outdated VALUES ('mentions', OLD.document_id, NULL);
END;

-- Two entities turn out to be one.
CREATE TRIGGER recognized_entities_update AFTER UPDATE OF entity_id ON recognized_entities
WHEN OLD.entity_id IS NOT NEW.entity_id BEGIN
    INSERT OR IGNORE INTO outdated
    SELECT 'mentions', r.document_id, NULL FROM recognitions r WHERE r.id = NEW.recognition_id;
END;

CREATE TRIGGER entity_mentions_insert AFTER INSERT ON entity_mentions WHEN NEW.counted BEGIN
    UPDATE entity_index SET articles = articles + 1 WHERE key = NEW.entity;
END;
CREATE TRIGGER entity_mentions_update AFTER UPDATE OF counted ON entity_mentions
WHEN OLD.counted IS NOT NEW.counted BEGIN
    UPDATE entity_index SET articles = articles + NEW.counted - OLD.counted WHERE key = NEW.entity;
END;
CREATE TRIGGER entity_mentions_delete AFTER DELETE ON entity_mentions WHEN OLD.counted BEGIN
    UPDATE entity_index SET articles = articles - 1 WHERE key = OLD.entity;
END;
"""

-- A library of the fifth schema: as of the fourth, as SQL.
PRAGMA application_id = 1380270404;
PRAGMA user_version = 5;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'reader','001_first','2026-11-23 16:46:27.361026+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'reader','002_links','2026-11-23 16:46:27.365761+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'reader','003_library','2026-11-23 16:46:27.405531+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'reader','004_corrections','2026-11-23 17:00:06.735844+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'reader','005_anchors','2026-11-23 18:04:07.210689+00:00');
CREATE TABLE aliases (
    entity_id TEXT NOT NULL REFERENCES entities(id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    short INTEGER NOT NULL,
    PRIMARY KEY (entity_id, name_key)
) STRICT;
INSERT INTO "aliases" VALUES('person:serguéi-lavrov','Lavrov','lavrov',1);
INSERT INTO "aliases" VALUES('country:RU','Federación de Rusia','federacion de rusia',0);
CREATE TABLE annotation_index (
    key INTEGER PRIMARY KEY,
    annotation_id TEXT NOT NULL UNIQUE REFERENCES annotations(id) ON DELETE CASCADE
) STRICT;
INSERT INTO "annotation_index" VALUES(1,'a1');
CREATE TABLE annotation_places (
    annotation_id TEXT NOT NULL REFERENCES annotations(id) ON DELETE CASCADE,
    text_id TEXT NOT NULL,
    "start" INTEGER,
    "end" INTEGER,
    how TEXT NOT NULL,
    score REAL NOT NULL,
    candidates TEXT NOT NULL,
    made TEXT NOT NULL,
    PRIMARY KEY (annotation_id, text_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE annotations (
    id TEXT NOT NULL PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES documents(id),
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    colour TEXT NOT NULL,
    comment TEXT NOT NULL,
    created TEXT NOT NULL,
    modified TEXT NOT NULL,
    deleted_at TEXT
, orphaned_at TEXT, text_number INTEGER) STRICT;
INSERT INTO "annotations" VALUES('a1','709a100ed94ea1131fc736c04057166b',0,7,'Serguéi','',' Lavrov visitó Kursk.','green','','2026-01-01T00:00:00Z','2026-01-01T00:00:00Z',NULL,NULL,NULL);
CREATE TABLE article_index (
    key INTEGER PRIMARY KEY,
    document_id TEXT NOT NULL UNIQUE REFERENCES documents(id),
    fingerprint TEXT NOT NULL,
    signature BLOB NOT NULL,
    story INTEGER NOT NULL,
    kinds INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO "article_index" VALUES(1,'709a100ed94ea1131fc736c04057166b','305a486ec1361f82036c8cd45d916965',X'',1,7);
CREATE TABLE article_resources (
    document_id TEXT NOT NULL REFERENCES documents(id),
    key TEXT NOT NULL REFERENCES resources(key),
    PRIMARY KEY (document_id, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE documents (
    id TEXT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,
    source TEXT NOT NULL,
    outlet TEXT NOT NULL,
    author TEXT NOT NULL,
    date TEXT NOT NULL,
    url TEXT NOT NULL,
    language TEXT NOT NULL,
    words INTEGER NOT NULL,
    added TEXT NOT NULL,
    opened TEXT NOT NULL,
    position INTEGER NOT NULL DEFAULT 0
, text_id TEXT NOT NULL DEFAULT '', original TEXT REFERENCES resources(key), deleted_at TEXT, unread INTEGER NOT NULL DEFAULT 0, length INTEGER NOT NULL DEFAULT 0, title_key TEXT NOT NULL DEFAULT '', outlet_key TEXT NOT NULL DEFAULT '', annotation_count INTEGER NOT NULL DEFAULT 0, note_count INTEGER NOT NULL DEFAULT 0, is_copy INTEGER NOT NULL DEFAULT 0, day TEXT GENERATED ALWAYS AS
    (CASE date WHEN '' THEN added ELSE date END) VIRTUAL, progress INTEGER GENERATED ALWAYS AS
    (CASE length WHEN 0 THEN 0 ELSE min(1000, position * 1000 / length) END) VIRTUAL) STRICT;
INSERT INTO "documents" VALUES('709a100ed94ea1131fc736c04057166b','Título','/a/b.txt','','','','','es',4,'2026-11-23T12:00:00Z','2026-11-23T12:00:04Z',3,'709a100ed94ea1131fc736c04057166b',NULL,NULL,0,28,'titulo','',1,1,0);
CREATE TABLE edited_metadata (
    document_id TEXT NOT NULL REFERENCES documents(id),
    field TEXT NOT NULL,
    found TEXT NOT NULL,
    PRIMARY KEY (document_id, field)
) STRICT, WITHOUT ROWID;
CREATE TABLE entities (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    added TEXT NOT NULL
, document_id TEXT REFERENCES documents(id)) STRICT;
INSERT INTO "entities" VALUES('person:serguéi-lavrov','person','Serguéi Lavrov','serguei lavrov','2026-11-23T12:00:01Z',NULL);
INSERT INTO "entities" VALUES('place:kursk538560','place','Kursk','kursk','2026-11-23T12:00:01Z',NULL);
INSERT INTO "entities" VALUES('country:RU','country','Rusia','rusia','2026-11-23T12:00:01Z',NULL);
CREATE TABLE entity_index (
    key INTEGER PRIMARY KEY,
    entity_id TEXT NOT NULL UNIQUE REFERENCES entities(id) ON DELETE CASCADE,
    articles INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO "entity_index" VALUES(1,'person:serguéi-lavrov',1);
INSERT INTO "entity_index" VALUES(2,'place:kursk538560',1);
INSERT INTO "entity_index" VALUES(3,'country:RU',1);
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
INSERT INTO "entity_mentions" VALUES(1,202611231200,1,1,1,0,1,'[[0,1]]');
INSERT INTO "entity_mentions" VALUES(2,202611231200,1,1,1,0,1,'[[1,2]]');
INSERT INTO "entity_mentions" VALUES(3,202611231200,1,1,1,0,1,'[[2,3]]');
CREATE TABLE identifiers (
    entity_id TEXT NOT NULL REFERENCES entities(id) ON DELETE CASCADE,
    scheme TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (entity_id, scheme)
) STRICT;
INSERT INTO "identifiers" VALUES('place:kursk538560','geonames','538560');
INSERT INTO "identifiers" VALUES('country:RU','iso3166','RU');
CREATE TABLE labelled (
    label_id TEXT NOT NULL REFERENCES labels(id),
    document_id TEXT NOT NULL REFERENCES documents(id),
    made TEXT NOT NULL,
    PRIMARY KEY (label_id, document_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE labels (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    made TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE TABLE link_choices (
    document_id TEXT NOT NULL REFERENCES documents(id),
    kind TEXT NOT NULL,
    name_key TEXT NOT NULL,
    "start" INTEGER,
    "end" INTEGER,
    name TEXT NOT NULL,
    entity_id TEXT NOT NULL REFERENCES entities(id),
    made TEXT NOT NULL
) STRICT;
INSERT INTO "link_choices" VALUES('709a100ed94ea1131fc736c04057166b','person','lavrov',8,14,'Lavrov','person:serguéi-lavrov','2026-11-23T12:00:05Z');
CREATE TABLE name_words (
    word TEXT NOT NULL,
    entity_id TEXT NOT NULL REFERENCES entities(id) ON DELETE CASCADE,
    PRIMARY KEY (word, entity_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "name_words" VALUES('lavrov','person:serguéi-lavrov');
INSERT INTO "name_words" VALUES('serguei','person:serguéi-lavrov');
CREATE TABLE notes (
    entity_id TEXT NOT NULL PRIMARY KEY REFERENCES entities(id),
    text TEXT NOT NULL,
    created TEXT NOT NULL,
    modified TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
INSERT INTO "notes" VALUES('person:serguéi-lavrov','Ministro desde **2004**.','2026-11-23T12:00:02Z','2026-11-23T12:00:02Z',NULL);
CREATE TABLE origins (
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    document_id TEXT NOT NULL REFERENCES documents(id),
    PRIMARY KEY (kind, value, document_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "origins" VALUES('file','/a/b.txt','709a100ed94ea1131fc736c04057166b');
CREATE TABLE outdated (
    what TEXT NOT NULL,
    id TEXT NOT NULL,
    before TEXT,
    PRIMARY KEY (what, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE own_identifiers (
    entity_id TEXT NOT NULL REFERENCES entities(id),
    scheme TEXT NOT NULL,
    value TEXT NOT NULL,
    made TEXT NOT NULL,
    PRIMARY KEY (entity_id, scheme)
) STRICT;
INSERT INTO "own_identifiers" VALUES('person:serguéi-lavrov','wikidata','Q58217','2026-11-23T12:00:06Z');
CREATE TABLE recognitions (
    id INTEGER PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES documents(id),
    model TEXT NOT NULL,
    complete INTEGER NOT NULL,
    stored TEXT NOT NULL,
    UNIQUE (document_id, model)
) STRICT;
INSERT INTO "recognitions" VALUES(1,'709a100ed94ea1131fc736c04057166b','m1',1,'2026-11-23T12:00:01Z');
CREATE TABLE recognized_entities (
    recognition_id INTEGER NOT NULL REFERENCES recognitions(id),
    ordinal INTEGER NOT NULL,
    entity_id TEXT NOT NULL REFERENCES entities(id),
    PRIMARY KEY (recognition_id, ordinal)
) STRICT, WITHOUT ROWID;
INSERT INTO "recognized_entities" VALUES(1,2,'country:RU');
INSERT INTO "recognized_entities" VALUES(1,0,'person:serguéi-lavrov');
INSERT INTO "recognized_entities" VALUES(1,1,'place:kursk538560');
CREATE TABLE recognized_mentions (
    recognition_id INTEGER NOT NULL PRIMARY KEY REFERENCES recognitions(id),
    mentions TEXT NOT NULL
, candidates TEXT NOT NULL DEFAULT '{}') STRICT;
INSERT INTO "recognized_mentions" VALUES(1,'[[0,1,"person",0,"model","name"],[1,2,"place",1,"model","name"],[2,3,"country",2,"model","name"]]','{}');
CREATE TABLE resources (
    key TEXT NOT NULL PRIMARY KEY,
    media_type TEXT NOT NULL,
    packed INTEGER NOT NULL,
    data BLOB NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search_annotations USING fts5(
    quote, comment, tokenize='unicode61 remove_diacritics 0');
INSERT INTO "search_annotations" VALUES('serguei','');
CREATE VIRTUAL TABLE search_articles USING fts5(
    title, body, content='', prefix='2 3', tokenize='unicode61 remove_diacritics 0');
INSERT INTO "search_articles" (rowid, title, body) VALUES(1,'titulo','serguei lavrov visito kursk');
CREATE VIRTUAL TABLE search_entities USING fts5(
    name, aliases, tokenize='unicode61 remove_diacritics 0');
INSERT INTO "search_entities" VALUES('serguei lavrov','lavrov');
INSERT INTO "search_entities" VALUES('kursk','');
INSERT INTO "search_entities" VALUES('rusia','federacion de rusia');
CREATE VIRTUAL TABLE search_notes USING fts5(text, tokenize='unicode61 remove_diacritics 0');
INSERT INTO "search_notes" VALUES('ministro desde 2004');
CREATE TABLE story_bands (
    band INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (band, article)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE texts (
    document_id TEXT NOT NULL PRIMARY KEY REFERENCES documents(id),
    text TEXT NOT NULL,
    blocks TEXT NOT NULL
, runs TEXT NOT NULL DEFAULT '[]', pictures TEXT NOT NULL DEFAULT '[]', number INTEGER NOT NULL DEFAULT 1, since TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "texts" VALUES('709a100ed94ea1131fc736c04057166b','Serguéi Lavrov visitó Kursk.','[[0,28,"paragraph",0]]','[]','[]',1,'2026-11-23T12:00:00Z');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX annotations_by_document ON annotations(document_id, "start");
CREATE INDEX entities_by_name ON entities(name_key, kind);
CREATE INDEX aliases_by_name ON aliases(name_key);
CREATE INDEX identifiers_by_value ON identifiers(scheme, value);
CREATE INDEX name_words_by_entity ON name_words(entity_id);
CREATE UNIQUE INDEX recognized_entities_by_entity ON recognized_entities(entity_id, recognition_id);
CREATE UNIQUE INDEX link_choices_by_name
    ON link_choices(document_id, kind, name_key, coalesce("start", -1), coalesce("end", -1));
CREATE INDEX link_choices_by_entity ON link_choices(entity_id);
CREATE INDEX article_resources_by_key ON article_resources(key);
CREATE INDEX text_versions_by_text ON text_versions(text_id);
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
CREATE INDEX origins_by_document ON origins(document_id);
CREATE UNIQUE INDEX labels_by_name ON labels(kind, name_key) WHERE deleted_at IS NULL;
CREATE INDEX labelled_by_document ON labelled(document_id);
CREATE INDEX annotations_orphaned ON annotations(document_id) WHERE orphaned_at IS NOT NULL;
CREATE INDEX article_index_by_fingerprint ON article_index(fingerprint);
CREATE INDEX article_index_by_story ON article_index(story);
CREATE INDEX entity_index_by_articles ON entity_index(articles);
CREATE INDEX entity_mentions_by_article ON entity_mentions(article, entity, counted, blocks);
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
CREATE TABLE merged_entities (
    entity_id TEXT NOT NULL PRIMARY KEY REFERENCES entities(id),
    into_id TEXT NOT NULL REFERENCES entities(id)
) STRICT, WITHOUT ROWID;
CREATE INDEX corrections_by_change ON corrections(change_id);
CREATE INDEX corrections_by_document ON corrections(document_id) WHERE undone_at IS NULL;
CREATE INDEX corrections_by_scope ON corrections(scope) WHERE undone_at IS NULL;
CREATE INDEX corrections_by_entity ON corrections(entity_id);
CREATE INDEX corrections_by_other ON corrections(other_id);
CREATE INDEX merged_entities_by_into ON merged_entities(into_id);
CREATE VIEW corrected_entities AS
SELECT entity_id FROM corrections WHERE undone_at IS NULL AND entity_id IS NOT NULL
UNION ALL SELECT other_id FROM corrections WHERE undone_at IS NULL AND other_id IS NOT NULL;
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
COMMIT;

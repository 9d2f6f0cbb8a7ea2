-- A library of the second schema: as of the first, with a pick and an identifier, as SQL.
PRAGMA application_id = 1380270404;
PRAGMA user_version = 2;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'reader','001_first','2026-11-23 15:34:09.189523+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'reader','002_links','2026-11-23 15:34:09.192121+00:00');
CREATE TABLE aliases (
    entity_id TEXT NOT NULL REFERENCES entities(id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    short INTEGER NOT NULL,
    PRIMARY KEY (entity_id, name_key)
) STRICT;
INSERT INTO "aliases" VALUES('person:serguéi-lavrov','Lavrov','lavrov',1);
INSERT INTO "aliases" VALUES('country:RU','Federación de Rusia','federacion de rusia',0);
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
) STRICT;
INSERT INTO "annotations" VALUES('a1','709a100ed94ea1131fc736c04057166b',0,7,'Serguéi','',' Lavrov visitó Kursk.','green','','2026-01-01T00:00:00Z','2026-01-01T00:00:00Z',NULL);
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
) STRICT;
INSERT INTO "documents" VALUES('709a100ed94ea1131fc736c04057166b','Título','/a/b.txt','','','','','es',4,'2026-11-23T12:00:00Z','2026-11-23T12:00:00Z',3);
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
CREATE TABLE identifiers (
    entity_id TEXT NOT NULL REFERENCES entities(id) ON DELETE CASCADE,
    scheme TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (entity_id, scheme)
) STRICT;
INSERT INTO "identifiers" VALUES('place:kursk538560','geonames','538560');
INSERT INTO "identifiers" VALUES('country:RU','iso3166','RU');
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
INSERT INTO "link_choices" VALUES('709a100ed94ea1131fc736c04057166b','person','lavrov',8,14,'Lavrov','person:serguéi-lavrov','2026-11-23T12:00:04Z');
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
CREATE TABLE own_identifiers (
    entity_id TEXT NOT NULL REFERENCES entities(id),
    scheme TEXT NOT NULL,
    value TEXT NOT NULL,
    made TEXT NOT NULL,
    PRIMARY KEY (entity_id, scheme)
) STRICT;
INSERT INTO "own_identifiers" VALUES('person:serguéi-lavrov','wikidata','Q58217','2026-11-23T12:00:05Z');
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
CREATE TABLE texts (
    document_id TEXT NOT NULL PRIMARY KEY REFERENCES documents(id),
    text TEXT NOT NULL,
    blocks TEXT NOT NULL
) STRICT;
INSERT INTO "texts" VALUES('709a100ed94ea1131fc736c04057166b','Serguéi Lavrov visitó Kursk.','[[0,28,"paragraph",0]]');
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
CREATE VIEW entities_in_use AS
SELECT e.id, e.kind, e.name_key FROM entities e
WHERE e.document_id IS NULL AND (
    EXISTS (SELECT 1 FROM notes n WHERE n.entity_id = e.id)
    OR EXISTS (SELECT 1 FROM own_identifiers o WHERE o.entity_id = e.id)
    OR EXISTS (SELECT 1 FROM link_choices c WHERE c.entity_id = e.id)
    OR EXISTS (SELECT 1 FROM recognized_entities r WHERE r.entity_id = e.id)
);
COMMIT;

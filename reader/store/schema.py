"""The library's tables, and how an older library file becomes one of today.

What the user made (`notes`, `annotations`, `link_choices`, `own_identifiers`, `corrections`, and
the tables of `schema_notes` and `schema_annotations`) hangs on nothing that can be derived again:
the recognition cache refers to entities, never the other way round, and an entity on which the user
has worked can't be deleted. `documents` and `texts` are what was opened.
What is derived from all of these (`schema_library.DERIVED`) is kept up to date by each transaction.
"""

import os
from pathlib import Path

from reader.store import (
    schema_anchors,
    schema_annotations,
    schema_confirmed,
    schema_corrections,
    schema_library,
    schema_notes,
)
from reader.store.derived import bring_up_to_date, rebuild
from reader.store.note_links import store_all_links
from reader.store.sqlite import Database, Migrations

APPLICATION_ID = 0x52454144
"""Marks a SQLite file as a library of this program; "READ" in ASCII."""

SCHEMA_VERSION = 6
"""How many migrations there are; a file's `user_version` says how many it has seen."""

migrations = Migrations("reader")
"""Every change of the schema since the first; a released one is never edited."""

_FIRST = """
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

-- Apart from `documents`, so that listing ten thousand articles doesn't read their texts.
CREATE TABLE texts (
    document_id TEXT NOT NULL PRIMARY KEY REFERENCES documents(id),
    text TEXT NOT NULL,
    blocks TEXT NOT NULL
) STRICT;

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
CREATE INDEX annotations_by_document ON annotations(document_id, "start");

CREATE TABLE entities (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    added TEXT NOT NULL
) STRICT;
CREATE INDEX entities_by_name ON entities(name_key, kind);

-- `short`: a part of a person's name or initials, shown but not trusted to tell two persons apart.
CREATE TABLE aliases (
    entity_id TEXT NOT NULL REFERENCES entities(id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    short INTEGER NOT NULL,
    PRIMARY KEY (entity_id, name_key)
) STRICT;
CREATE INDEX aliases_by_name ON aliases(name_key);

CREATE TABLE identifiers (
    entity_id TEXT NOT NULL REFERENCES entities(id) ON DELETE CASCADE,
    scheme TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (entity_id, scheme)
) STRICT;
CREATE INDEX identifiers_by_value ON identifiers(scheme, value);

-- Who else bears this surname? Persons only.
CREATE TABLE name_words (
    word TEXT NOT NULL,
    entity_id TEXT NOT NULL REFERENCES entities(id) ON DELETE CASCADE,
    PRIMARY KEY (word, entity_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_words_by_entity ON name_words(entity_id);

CREATE TABLE notes (
    entity_id TEXT NOT NULL PRIMARY KEY REFERENCES entities(id),
    text TEXT NOT NULL,
    created TEXT NOT NULL,
    modified TEXT NOT NULL,
    deleted_at TEXT
) STRICT;

-- The cache: all below may be emptied at any time.
CREATE TABLE recognitions (
    id INTEGER PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES documents(id),
    model TEXT NOT NULL,
    complete INTEGER NOT NULL,
    stored TEXT NOT NULL,
    UNIQUE (document_id, model)
) STRICT;

CREATE TABLE recognized_entities (
    recognition_id INTEGER NOT NULL REFERENCES recognitions(id),
    ordinal INTEGER NOT NULL,
    entity_id TEXT NOT NULL REFERENCES entities(id),
    PRIMARY KEY (recognition_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX recognized_entities_by_entity ON recognized_entities(entity_id, recognition_id);

-- A JSON list of [start, end, kind, entity, found by, linked by], `entity` an ordinal from above.
-- They are only ever read together, and as rows would take several times as long.
CREATE TABLE recognized_mentions (
    recognition_id INTEGER NOT NULL PRIMARY KEY REFERENCES recognitions(id),
    mentions TEXT NOT NULL
) STRICT;

-- An entity that nothing refers to is left over from an earlier reading of some article: its id may
-- be used again, but it must not draw to itself what other articles name.
CREATE VIEW entities_in_use AS
SELECT e.id, e.kind, e.name_key FROM entities e
WHERE EXISTS (SELECT 1 FROM notes n WHERE n.entity_id = e.id)
    OR EXISTS (SELECT 1 FROM recognized_entities r WHERE r.entity_id = e.id);
"""


@migrations(name="001_first")
def _first(db: Database) -> None:
    db.executescript(_FIRST)


_SECOND = """
-- Which entity a name means in a document, as the user said; of one mention where there is a span.
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
CREATE UNIQUE INDEX link_choices_by_name
    ON link_choices(document_id, kind, name_key, coalesce("start", -1), coalesce("end", -1));
CREATE INDEX link_choices_by_entity ON link_choices(entity_id);

-- The identifiers that the user gave; one of these outweighs what was derived.
CREATE TABLE own_identifiers (
    entity_id TEXT NOT NULL REFERENCES entities(id),
    scheme TEXT NOT NULL,
    value TEXT NOT NULL,
    made TEXT NOT NULL,
    PRIMARY KEY (entity_id, scheme)
) STRICT;

-- Of an open name, which may mean several: the one article that it is of. Others don't see it.
ALTER TABLE entities ADD COLUMN document_id TEXT REFERENCES documents(id);

-- The cache again: a JSON object of the entities that open names may mean, all as ordinals.
ALTER TABLE recognized_mentions ADD COLUMN candidates TEXT NOT NULL DEFAULT '{}';

DROP VIEW entities_in_use;
CREATE VIEW entities_in_use AS
SELECT e.id, e.kind, e.name_key FROM entities e
WHERE e.document_id IS NULL AND (
    EXISTS (SELECT 1 FROM notes n WHERE n.entity_id = e.id)
    OR EXISTS (SELECT 1 FROM own_identifiers o WHERE o.entity_id = e.id)
    OR EXISTS (SELECT 1 FROM link_choices c WHERE c.entity_id = e.id)
    OR EXISTS (SELECT 1 FROM recognized_entities r WHERE r.entity_id = e.id)
);
"""


@migrations(name="002_links")
def _second(db: Database) -> None:
    db.executescript(_SECOND)


@migrations(name="003_library")
def _third(db: Database) -> None:
    db.executescript(schema_library.STRUCTURE)
    db.execute(
        """
        UPDATE documents SET text_id = id,
            length = (SELECT length(t.text) FROM texts t WHERE t.document_id = documents.id)
        """
    )
    db.execute(
        "UPDATE texts SET since = (SELECT d.added FROM documents d WHERE d.id = texts.document_id)"
    )
    db.executescript(schema_library.DERIVED)
    db.executescript(schema_library.SEARCH)
    db.executescript(schema_library.TRIGGERS)


@migrations(name="004_corrections")
def _fourth(db: Database) -> None:
    db.executescript(schema_corrections.STRUCTURE)


@migrations(name="005_anchors")
def _fifth(db: Database) -> None:
    db.executescript(schema_anchors.STRUCTURE)


@migrations(name="006_own_work")
def _sixth(db: Database) -> None:
    db.executescript(schema_notes.STRUCTURE)
    db.executescript(schema_annotations.STRUCTURE)
    db.executescript(schema_confirmed.STRUCTURE)
    db.executescript(_LIBRARY_AGAIN)


_LIBRARY_AGAIN = """
-- What filters offer is counted along these, without a look at the articles.
CREATE INDEX documents_outlets ON documents(outlet) WHERE deleted_at IS NULL;
CREATE INDEX documents_languages ON documents(language) WHERE deleted_at IS NULL;

-- Remote pictures that the user had fetched: of each address the file, which the article has too.
CREATE TABLE fetched_pictures (
    document_id TEXT NOT NULL REFERENCES documents(id),
    source TEXT NOT NULL,
    key TEXT NOT NULL REFERENCES resources(key),
    PRIMARY KEY (document_id, source)
) STRICT, WITHOUT ROWID;
"""


_DERIVED_ANEW = 3
"""Libraries of an earlier schema have what is derived from them made anew."""

_LINKS_KEPT = 6
"""In libraries of an earlier schema nothing says whom the links of notes and comments mean."""


def migrate(db: Database) -> None:
    """Bring a library (or an empty file) to today's schema, in one transaction or not at all.

    The one place where the schema of the user's file changes. A library of an earlier schema is
    copied first: `library.sqlite` to `library.schema-1.sqlite` beside it.
    """
    version = _version(db)
    if version == SCHEMA_VERSION:
        return
    if version:
        _copy(db, version)
    db.execute("BEGIN IMMEDIATE")
    try:
        # Asked again inside of the transaction: another process may have been faster.
        if _version(db) < SCHEMA_VERSION:
            migrations.apply(db)
            if 0 < version < _DERIVED_ANEW:
                rebuild(db)
            if 0 < version < _LINKS_KEPT:
                store_all_links(db)
            bring_up_to_date(db)
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    except BaseException:
        db.rollback()
        raise
    db.commit()


def _copy(db: Database, version: int) -> None:
    """Copy the library as it is, unless another process has just done so; a copy is whole or not.

    :raises OSError: where there can be no such file.
    """
    path = Path(db.execute("PRAGMA database_list").fetchone()[2])
    copy = path.with_name(f"{path.stem}.schema-{version}{path.suffix}")
    if copy.exists():
        return
    unfinished = copy.with_name(f"{copy.name}.{os.getpid()}")
    # It is the user's alone, as the library is.
    os.close(os.open(unfinished, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600))
    try:
        db.execute("VACUUM INTO ?", [str(unfinished)])
        unfinished.replace(copy)
    finally:
        unfinished.unlink(missing_ok=True)


def _version(db: Database) -> int:
    return db.execute("PRAGMA user_version").fetchone()[0]

"""What can still be read of a damaged library, in a new one beside it."""

import contextlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.core.backups import Holdings
from reader.core.document import Block, Document
from reader.core.errors import QT_TRANSLATE_NOOP, LibraryError
from reader.store.backups import holdings_of
from reader.store.derived import rebuild
from reader.store.opening import open_database
from reader.store.sqlite import Database, storable, storable_all
from reader.store.texts import structure

_DERIVED = frozenset(
    "article_index story_bands entity_index annotation_index entity_mentions outdated "
    "merged_entities".split()
)
_DERIVED_PREFIXES = ("search_", "sqlite_", "_sqlite_")
_STEP = 512  # rows passed over at once where none can be read
_MOST_STEPS = 20_000
_FAR = 2**40  # rowids beyond are nobody's


@dataclass(frozen=True, slots=True)
class Salvaged:
    """A library that was made of a damaged one, and what it holds; `lost` are unreadable places."""

    path: Path
    holdings: Holdings
    lost: int


def salvage(library: Path, target: Path) -> Salvaged:
    """Copy every row that can be read of a damaged library into a new one at `target`.

    The damaged file isn't touched. What hangs on a row that is lost is lost with it; what is
    derived is made anew.

    :raises LibraryError: where nothing can be read, or `target` is there or can't be written.
    """
    if target.exists():
        raise LibraryError(
            QT_TRANSLATE_NOOP(
                "errors", "“{path}” is there already: choose another name for what is saved."
            ),
            path=target,
        )
    with tempfile.TemporaryDirectory(prefix="reader-") as folder:
        copy = Path(folder) / "damaged.sqlite"
        try:
            for end in ("", "-wal"):
                source = library.with_name(library.name + end)
                if source.exists():
                    shutil.copyfile(source, copy.with_name(copy.name + end))
        except OSError as error:
            raise _nothing(library) from error
        unfinished = target.with_name(f".{target.name}.unfinished")
        unfinished.unlink(missing_ok=True)
        try:
            lost = _copied(library, copy, unfinished)
            unfinished.replace(target)
        finally:
            for end in ("", "-wal", "-shm"):
                unfinished.with_name(unfinished.name + end).unlink(missing_ok=True)
    holdings = holdings_of(target)
    assert holdings is not None
    return Salvaged(target, holdings, lost)


def _copied(library: Path, copy: Path, target: Path) -> int:
    """Copy what can be read; return how many places couldn't be."""
    db = open_database(target, busy_timeout_ms=1000)
    try:
        db.execute("PRAGMA foreign_keys = OFF")
        with contextlib.closing(sqlite3.connect(copy)) as damaged:
            damaged.execute("PRAGMA trusted_schema = OFF")
            damaged.text_factory = lambda data: data.decode("utf-8", "surrogatepass")
            db.execute("BEGIN IMMEDIATE")
            lost = sum(_copy_table(damaged, db, table) for table in _tables(db))
        if not db.execute("SELECT count(*) FROM documents").fetchone()[0]:
            raise _nothing(library)
        _drop_dangling(db)
        _give_titles_for_texts(db)
        rebuild(db)
        db.commit()
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        db.execute("PRAGMA journal_mode = DELETE")
    finally:
        db.close()
    return lost


def _tables(db: Database) -> list[str]:
    """Return the tables of what isn't derived."""
    names = [row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    return [
        name for name in names if name not in _DERIVED and not name.startswith(_DERIVED_PREFIXES)
    ]


def _copy_table(damaged: sqlite3.Connection, db: Database, table: str) -> int:
    """Copy the rows of a table; return how many places couldn't be read."""
    columns = [row[1] for row in db.execute(f"PRAGMA table_xinfo({table})") if row[6] == 0]
    try:
        there = {row[1] for row in damaged.execute(f"PRAGMA table_xinfo({table})")}
    except sqlite3.Error:
        return 1
    shared = [f'"{column}"' for column in columns if column in there]
    if not shared:  # of a later schema, or its definition is gone
        return 0
    places = ", ".join("?" * len(shared))
    insert = f"INSERT OR IGNORE INTO {table} ({', '.join(shared)}) VALUES ({places})"  # noqa: S608
    lost = 0
    for row in _rows(damaged, table, shared):
        if row is None:
            lost += 1
            continue
        try:
            db.execute(insert, [_storable(value) for value in row])
        except sqlite3.Error:  # of a wrong type: no row of ours
            lost += 1
    return lost


def _rows(
    damaged: sqlite3.Connection, table: str, columns: list[str]
) -> Iterator[tuple[object, ...] | None]:
    """Yield the rows of a table, and None for each place where some can't be read."""
    try:
        damaged.execute(f"SELECT rowid FROM {table} LIMIT 0")  # noqa: S608
    except sqlite3.Error:
        yield from _rows_both_ways(damaged, table, columns)
        return
    query = f"SELECT rowid, {', '.join(columns)} FROM {table} WHERE rowid > ? ORDER BY rowid"  # noqa: S608
    last, step = -1, 1
    for _ in range(_MOST_STEPS):
        try:
            for rowid, *values in damaged.execute(query, [last]):
                last, step = rowid, 1
                yield tuple(values)
        except (sqlite3.Error, UnicodeDecodeError):
            yield None
            last, step = last + step, min(step * 2, _STEP * 2**20)
            if last > _FAR:
                return
        else:
            return


def _rows_both_ways(
    damaged: sqlite3.Connection, table: str, columns: list[str]
) -> Iterator[tuple[object, ...] | None]:
    """Yield the rows of a table without rowids, from its beginning and from its end."""
    key = ", ".join(
        f'"{row[1]}"'
        for row in sorted(damaged.execute(f"PRAGMA table_xinfo({table})"), key=lambda row: row[5])
        if row[5]
    )
    listed = ", ".join(columns)
    for direction in ("", " DESC"):
        order = ", ".join(f"{column}{direction}" for column in key.split(", "))
        try:
            yield from damaged.execute(f"SELECT {listed} FROM {table} ORDER BY {order}")  # noqa: S608
        except (sqlite3.Error, UnicodeDecodeError):
            yield None
        else:
            return


def _drop_dangling(db: Database) -> None:
    """Delete the rows that refer to something that is lost, until there are none."""
    while dangling := db.execute("PRAGMA foreign_key_check").fetchall():
        for table, rowid, _, _ in dangling:
            if rowid is not None:
                db.execute(f"DELETE FROM {table} WHERE rowid = ?", [rowid])  # noqa: S608
        for table in {table for table, rowid, _, _ in dangling if rowid is None}:
            _drop_dangling_keys(db, table)


def _drop_dangling_keys(db: Database, table: str) -> None:
    """Delete the rows of a table without rowids that refer to something that is lost."""
    for _, _, parent, column, key, *_ in db.execute(f"PRAGMA foreign_key_list({table})").fetchall():
        db.execute(
            f'DELETE FROM {table} WHERE "{column}" IS NOT NULL '  # noqa: S608
            f'AND "{column}" NOT IN (SELECT "{key}" FROM {parent})'
        )


def _give_titles_for_texts(db: Database) -> None:
    """Give articles whose text is lost their title for one; their annotations are orphans then."""
    lost = db.execute(
        """
        SELECT id, title FROM documents
        WHERE NOT EXISTS (SELECT 1 FROM texts t WHERE t.document_id = documents.id)
        """
    ).fetchall()
    for document_id, title in lost:
        text = title.strip() or "…"
        structured = structure(Document("", "", text, (Block(0, len(text)),)))
        db.execute(
            "INSERT INTO texts (document_id, text, blocks, runs, pictures) VALUES (?, ?, ?, ?, ?)",
            [document_id, *storable_all([text, *structured])],
        )
        db.execute(
            """
            UPDATE annotations SET orphaned_at = modified, text_number = 0
            WHERE document_id = ? AND orphaned_at IS NULL
            """,
            [document_id],
        )


def _storable(value: object) -> object:
    return storable(value) if isinstance(value, str) else value


def _nothing(library: Path) -> LibraryError:
    return LibraryError(
        QT_TRANSLATE_NOOP(
            "errors",
            "Nothing could be saved of the damaged library “{path}”: put a backup in its place.",
        ),
        path=library,
    )

"""What can still be read of a damaged library, in a new one beside it."""

import contextlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.core.annotations import Colour
from reader.core.backups import Holdings, Reason
from reader.core.document import Block, Document
from reader.core.errors import QT_TRANSLATE_NOOP, LibraryError
from reader.core.mentions import Kind
from reader.core.shelf import LabelKind
from reader.store.backups import backups_of, holdings_of
from reader.store.btrees import PAGE_SIZE
from reader.store.derived import rebuild
from reader.store.grafting import Piece, Roots, forms_of, graft, roots_of
from reader.store.opening import open_database
from reader.store.sqlite import Database, storable, storable_all
from reader.store.texts import structure

_DERIVED = frozenset(
    "article_index story_bands entity_index annotation_index entity_mentions outdated "
    "merged_entities confirmed_mentions".split()
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
    rows: Mapping[str, int]  # how many were saved of each table that has any


def salvage(library: Path, target: Path) -> Salvaged:
    """Copy every row that can be read of a damaged library into a new one at `target`.

    The damaged file isn't touched. What hangs on a row that is lost is lost with it; what is
    derived is made anew. Tables are found also where the schema, which says where they begin, is
    damaged.

    :raises LibraryError: where nothing can be read, or `target` is there or can't be written.
    """
    library = library.resolve()  # the log lies beside the file itself, not beside a link to it
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
            lost, rows = _copied(library, copy, unfinished)
            unfinished.replace(target)
        finally:
            for end in ("", "-wal", "-shm"):
                unfinished.with_name(unfinished.name + end).unlink(missing_ok=True)
    holdings = holdings_of(target)
    assert holdings is not None
    return Salvaged(target, holdings, lost, rows)


def _copied(library: Path, copy: Path, target: Path) -> tuple[int, dict[str, int]]:
    """Copy what can be read; return how many places couldn't be, and the rows of each table."""
    db = open_database(target, busy_timeout_ms=1000)
    try:
        db.execute("PRAGMA foreign_keys = OFF")
        pieces = _grafted(library, copy, db)
        with contextlib.closing(sqlite3.connect(copy)) as damaged:
            damaged.execute("PRAGMA trusted_schema = OFF")
            damaged.text_factory = lambda data: data.decode("utf-8", "surrogatepass")
            db.execute("BEGIN IMMEDIATE")
            lost = sum(_copy_table(damaged, db, table, table) for table in _tables(db))
            lost += _copy_pieces(damaged, db, pieces)
        if not db.execute("SELECT count(*) FROM documents").fetchone()[0]:
            raise _nothing(library)
        _drop_dangling(db)
        _give_titles_for_texts(db)
        rebuild(db)
        db.commit()
        rows = {table: _count(db, table) for table in _tables(db)}
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        db.execute("PRAGMA journal_mode = DELETE")
    finally:
        db.close()
    return lost, {table: count for table, count in rows.items() if count}


def _grafted(library: Path, copy: Path, db: Database) -> list[Piece]:
    """Make the copy one that SQLite can read; return what hangs on no table of it."""
    if copy.stat().st_size < PAGE_SIZE:
        raise _nothing(library)
    try:
        return graft(copy, forms_of(db.conn), _likely(library, db))
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise _nothing(library) from error


def _likely(library: Path, db: Database) -> Iterator[Roots]:
    """Yield where tables may begin: where they do in a backup, and in any new library."""
    for backup in backups_of(library):
        if backup.reason is not Reason.BEFORE_UPDATE:  # whose pages have other numbers
            with contextlib.suppress(sqlite3.Error, UnicodeDecodeError):
                uri = f"{backup.path.absolute().as_uri()}?mode=ro"
                with contextlib.closing(sqlite3.connect(uri, uri=True)) as kept:
                    roots = roots_of(kept)
                yield roots
    yield roots_of(db.conn)


def _copy_pieces(damaged: sqlite3.Connection, db: Database, pieces: Sequence[Piece]) -> int:
    """Copy what hangs on no table; return how many places couldn't be read.

    What others refer to goes first, as that is what tells whether the others are what they seem.
    """
    lost = 0
    left = list(pieces)
    order = [*_FIRST, *(table for table in _tables(db) if table not in _FIRST)]
    for table in order:
        for piece in [each for each in left if table in each.names]:
            shares = {
                name: _share(damaged, db, name, at)
                for name, at in piece.names.items()
                if name == table or name not in _FIRST
            }
            best = max(shares, key=lambda name: shares[name])
            if best == table and shares[best][0] > _LEAST_SHARE:
                left.remove(piece)
                lost += _copy_table(damaged, db, table, piece.names[table])
    return lost


_FIRST = ("documents", "entities", "labels", "resources", "annotations")
_LEAST_SHARE = 0.5
_SAMPLE = 50
_SAID = {
    "entities": ("kind", frozenset(Kind)),
    "labels": ("kind", frozenset(LabelKind)),
    "colour_names": ("colour", frozenset(Colour)),
    "annotations": ("colour", frozenset(Colour)),
}
"""Columns that tell tables apart, as they hold nothing but these."""


def _share(damaged: sqlite3.Connection, db: Database, table: str, at: str) -> tuple[float, int]:
    """Return how many of the rows at a place refer to what is there, if they are of a table.

    The second number is how much of a row that was asked of.
    """
    if table.startswith(_DERIVED_PREFIXES):
        return 0.0, 0
    refers = {row[3]: (row[2], row[4]) for row in db.execute(f"PRAGMA foreign_key_list({table})")}
    said = _SAID.get(table)
    columns = [*refers, *([said[0]] if said is not None else [])]
    if not columns:
        return (1.0 if table in ("documents", "resources") else 0.0), 0
    listed = ", ".join(f'"{column}"' for column in columns)
    rows: list[tuple[object, ...]] = []
    with contextlib.suppress(sqlite3.Error, UnicodeDecodeError):
        rows = damaged.execute(f"SELECT {listed} FROM {at} LIMIT {_SAMPLE}").fetchall()  # noqa: S608
    good = 0
    for row in rows:
        found = dict(zip(columns, row, strict=True))
        is_said = said is None or found[said[0]] in said[1]
        good += is_said and all(
            found[column] is None or _is_there(db, *parent, found[column])
            for column, parent in refers.items()
        )
    return (good / len(rows) if rows else 0.0), len(columns)


def _is_there(db: Database, table: str, key: str, value: object) -> bool:
    query = f'SELECT 1 FROM {table} WHERE "{key}" = ?'  # noqa: S608
    return db.execute(query, [_storable(value)]).fetchone() is not None


def _count(db: Database, table: str) -> int:
    return db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608


def _tables(db: Database) -> list[str]:
    """Return the tables of what isn't derived."""
    names = [row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    return [
        name for name in names if name not in _DERIVED and not name.startswith(_DERIVED_PREFIXES)
    ]


def _copy_table(damaged: sqlite3.Connection, db: Database, table: str, at: str) -> int:
    """Copy the rows of a table from where they are; return how many places couldn't be read."""
    columns = [row[1] for row in db.execute(f"PRAGMA table_xinfo({table})") if row[6] == 0]
    try:
        there = {row[1] for row in damaged.execute(f"PRAGMA table_xinfo({at})")}
    except sqlite3.Error:
        return 1
    shared = [f'"{column}"' for column in columns if column in there]
    if not shared:  # of a later schema, or its definition is gone
        return 0
    places = ", ".join("?" * len(shared))
    insert = f"INSERT OR IGNORE INTO {table} ({', '.join(shared)}) VALUES ({places})"  # noqa: S608
    lost = 0
    for row in _rows(damaged, at, shared):
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

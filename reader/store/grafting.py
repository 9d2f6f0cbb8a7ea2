"""A schema for a library whose own is damaged, so that SQLite can read what its pages hold.

Which page a table begins at is told by what is left of the schema, by a backup, or by a library as
it is made anew, as all of these begin at the same pages. What hangs on none of these, as the page
above it is damaged, is a piece: the types of its rows tell of which table it may be.
"""

import contextlib
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.store.btrees import MAGIC, Pages

Roots = Mapping[str, int]
"""Of tables and indices by name: the page, numbered from 1, that each begins at."""

_REMAINS = "remains"
_KINDS = ("table", "index", "view", "trigger")


@dataclass(frozen=True, slots=True)
class Form:
    """What the rows of a table look like; each of `columns` has the types that it may have.

    One with "-" may lack, as the row may be older than the column; no table that is an index has
    got any later.
    """

    name: str
    is_index: bool
    columns: tuple[str, ...]
    definition: str  # without constraints, to be put behind a name

    def fits(self, types: Sequence[str], *, is_index: bool) -> bool:
        """Return whether rows of these types are all of this table."""
        return is_index is self.is_index and all(map(self._fits, types))

    def _fits(self, row: str) -> bool:
        lacking = self.columns[len(row) :]  # added to the table after the row was written
        return (
            len(row) <= len(self.columns)
            and all(kind in allowed for kind, allowed in zip(row, self.columns, strict=False))
            and all("-" in allowed for allowed in lacking)
        )


@dataclass(frozen=True, slots=True)
class Piece:
    """Rows that hang on no table; of each table that they may be of, the name to read them by."""

    names: Mapping[str, str]


def forms_of(db: sqlite3.Connection) -> dict[str, Form]:
    """Return what the rows of a library's ordinary tables look like, by their names."""
    listed = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").fetchall()
    return {name: _form(db, name, sql) for name, sql in listed if "VIRTUAL" not in sql[:20]}


def roots_of(db: sqlite3.Connection) -> dict[str, int]:
    """Return where a library's tables and indices begin."""
    return dict(db.execute("SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0"))


def graft(copy: Path, forms: Mapping[str, Form], likely: Iterable[Roots]) -> list[Piece]:
    """Give a copy of a damaged library a schema, and return the pieces beside it.

    `likely` are guesses of where the tables begin, the best first; they are only asked where the
    schema can't be read.
    """
    _apply_log(copy)
    roots = _readable_roots(copy)
    pages = Pages(copy.read_bytes())
    rows: list[tuple[str, int, str]] = []
    if not roots:
        _begin_anew(copy, pages)
        roots = _found_roots(copy, pages, forms, likely)
        rows += [
            (name, roots[name], form.definition) for name, form in forms.items() if name in roots
        ]
    pieces: list[Piece] = []
    for root in pages.roots:
        if root not in roots.values() and (piece := _piece(pages, root, forms)) is not None:
            pieces.append(piece)
            rows += [(name, root, forms[of].definition) for of, name in piece.names.items()]
    _insert(copy, rows)
    return pieces


def _form(db: sqlite3.Connection, name: str, sql: str) -> Form:
    found = db.execute(f"PRAGMA table_xinfo('{name}')").fetchall()
    stored = [row for row in found if row[6] != 2]  # 2: generated, and not stored
    keys = [row[1] for row in sorted(stored, key=lambda row: row[5]) if row[5]]
    is_index = "WITHOUT ROWID" in sql
    is_alias = len(keys) == 1 and not is_index
    columns: dict[str, str] = {}
    said: list[str] = []
    for _, column, kind, is_needed, default, key, _ in stored:
        types = {"INTEGER": "I", "REAL": "RI", "TEXT": "T", "BLOB": "B"}.get(kind, "IRTB")
        types += "" if is_needed or (key and is_index) else "N"
        if key and is_alias and kind == "INTEGER":  # a name of the rowid, and not in the row
            columns[column] = "N"
            said.append(f'"{column}" INTEGER PRIMARY KEY')
            continue
        may_lack = not is_index and (default is not None or "N" in types)
        columns[column] = types + ("-" if may_lack else "")
        said.append(f'"{column}"' + (f" DEFAULT {default}" if default is not None else ""))
    order = [*keys, *(each for each in columns if each not in keys)] if is_index else [*columns]
    if is_index:
        listed = ", ".join(f'"{key}"' for key in keys)
        said.append(f"PRIMARY KEY ({listed})")
    end = " WITHOUT ROWID" if is_index else ""
    return Form(name, is_index, tuple(columns[each] for each in order), f"({', '.join(said)}){end}")


def _piece(pages: Pages, root: int, forms: Mapping[str, Form]) -> Piece | None:
    page, types = pages.page(root), pages.types(root)
    if page is None or not types:
        return None
    fitting = [form.name for form in forms.values() if form.fits(types, is_index=page.is_index)]
    return Piece({name: f"{name}_at_{root}" for name in fitting}) if fitting else None


def _apply_log(copy: Path) -> None:
    """Have SQLite bring the log into the file, for which it needs the head of the first page."""
    log = copy.with_name(copy.name + "-wal")
    with copy.open("rb+") as file:
        if file.read(16) != MAGIC and log.exists():
            file.seek(0)
            file.write(_first_page(Pages(copy.read_bytes()), keeps_log=True))
    with contextlib.suppress(sqlite3.Error), contextlib.closing(sqlite3.connect(copy)) as db:
        db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    # Closing it was the last that was needed of the log.
    for end in ("-wal", "-shm"):
        copy.with_name(copy.name + end).unlink(missing_ok=True)


def _readable_roots(copy: Path) -> dict[str, int]:
    """Return what the file's own schema says; nothing where any of it can't be read."""
    try:
        with contextlib.closing(sqlite3.connect(copy)) as db:
            found = roots_of(db)
    except (sqlite3.Error, UnicodeDecodeError):
        return {}
    return found if "documents" in found else {}


def _found_roots(
    copy: Path, pages: Pages, forms: Mapping[str, Form], likely: Iterable[Roots]
) -> dict[str, int]:
    remains = _remains(copy, pages)
    roots = {name: root for name, root in remains.items() if _may_be(pages, root, forms.get(name))}
    for guess in likely:
        is_same = all(roots.get(name, root) == root for name, root in guess.items())
        if is_same and all(_may_be(pages, root, forms.get(name)) for name, root in guess.items()):
            return {**guess, **roots}
    return roots


def _may_be(pages: Pages, root: int, form: Form | None) -> bool:
    """Return whether nothing speaks against a table's beginning at a page; damage doesn't."""
    page = pages.page(root)
    if page is None or form is None:
        return True
    return not pages.is_below_another(root) and form.fits(pages.types(root), is_index=page.is_index)


def _remains(copy: Path, pages: Pages) -> dict[str, int]:
    """Return what the pages that are left of the schema say."""
    schema = Form(_REMAINS, False, ("T", "T", "T", "I", "TN"), "(type, name, tbl_name, root, sql)")
    places = [root for root in pages.roots if schema.fits(pages.types(root), is_index=False)]
    names = {f"{_REMAINS}_at_{root}": root for root in places if pages.types(root)}
    _insert(copy, [(name, root, schema.definition) for name, root in names.items()])
    found: dict[str, int] = {}
    with contextlib.closing(sqlite3.connect(copy)) as db:
        for name in names:
            with contextlib.suppress(sqlite3.Error, UnicodeDecodeError):
                query = f"SELECT type, name, root FROM {name} WHERE root > 0"  # noqa: S608
                for kind, of, root in db.execute(query):
                    if kind in _KINDS:
                        found.setdefault(of, root)
    return found


def _begin_anew(copy: Path, pages: Pages) -> None:
    """Write a first page that says of no table."""
    with copy.open("rb+") as file:
        file.write(_first_page(pages))
        file.truncate(pages.count * pages.size)


def _first_page(pages: Pages, *, keeps_log: bool = False) -> bytes:
    with contextlib.closing(sqlite3.connect(":memory:")) as db:
        db.execute(f"PRAGMA page_size = {pages.size}")
        db.execute("PRAGMA user_version = 1")  # so that there is a page
        page = bytearray(db.serialize()[: pages.size])
    page[18:20] = b"\2\2" if keeps_log else b"\1\1"
    page[28:32] = pages.count.to_bytes(4)
    return bytes(page)


def _insert(copy: Path, rows: Collection[tuple[str, int, str]]) -> None:
    """Put tables into the schema, each by its name, the page it begins at and its definition."""
    with copy.open("rb+") as file:  # no page is taken for the schema that may not be free
        file.seek(32)
        file.write(bytes(8))
    with contextlib.closing(sqlite3.connect(copy)) as db:
        db.execute("PRAGMA writable_schema = ON")
        with db:
            db.executemany(
                "INSERT INTO sqlite_schema VALUES ('table', ?1, ?1, ?2, ?3)",
                [(name, root, f"CREATE TABLE {name} {columns}") for name, root, columns in rows],
            )

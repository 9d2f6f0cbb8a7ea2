"""What the parts of a library that comes in have in common."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reader.core.transfer import Merged, Row
from reader.store.note_links import Linking, LinkRow
from reader.store.sqlite import Database
from reader.store.transfer_articles import Texts
from reader.store.transfer_people import Names, Rows
from reader.store.transfer_tables import insert


@dataclass(slots=True)
class Taking:
    """A library that is being taken in: its articles, entities and labels are here already.

    `there` are the articles that were here before, by their id.
    """

    db: Database
    rows: Rows
    names: Names
    merged: Merged
    there: Mapping[str, Texts]
    now: str
    _moved: dict[str, bool] = field(default_factory=dict)

    def has_moved(self, article: str) -> bool:
        """Return whether an article was here before, and has another text here than there."""
        if article not in self.there:
            return False
        moved = self._moved.get(article)
        if moved is None:
            query = "SELECT text_id FROM documents WHERE id = ?"
            (text_id,) = self.db.execute(query, [article]).fetchone()
            moved = self._moved[article] = text_id != self.there[article].text_id
        return moved

    def take_as_they_are(self, table: str) -> None:
        """Take in rows that aren't here."""
        for row in self.rows(table):
            insert(self.db, table, self.names.mapped(row), verb="INSERT OR IGNORE")


def links_of(taking: Taking, of: Linking) -> dict[str, list[LinkRow]]:
    """Return the links of notes or comments that came in, by the id there of what has them."""
    links: dict[str, list[LinkRow]] = {}
    for row in sorted(taking.rows(of.links), key=lambda row: row["number"]):
        mapped = taking.names.mapped(row)
        links.setdefault(row[of.key], []).append(
            LinkRow(
                row["name"],
                bool(row.get("own", 1)),
                mapped.get("target_entity"),
                mapped.get("target_document"),
            )
        )
    return links


def stamp(row: Row) -> str:
    """Return when something was written or deleted last."""
    return max(row["modified"], row["deleted_at"] or "")


def all_of(db: Database, query: str, *parameters: object) -> list[Row]:
    """Return the rows of a query by its columns' names."""
    cursor = db.execute(query, list(parameters))
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def first_of(db: Database, query: str, *parameters: object) -> Row | None:
    """Return the first row of a query by its columns' names; None for none."""
    return next(iter(all_of(db, query, *parameters)), None)


def take_versions(db: Database, table: str, key: str, rows: list[Row]) -> None:
    """Add the versions of something that aren't known, in the order of their making.

    `key` is the column that says of what they are, the same in all of them.
    """
    if not rows:
        return
    owner = rows[0][key]
    known = all_of(db, f"SELECT * FROM {table} WHERE {key} = ? ORDER BY number", owner)  # noqa: S608
    contents = [_content(row) for row in known]
    new = [row for row in rows if _content(row) not in contents]
    if not new:
        return
    if known:
        ordered = sorted([*known, *new], key=lambda row: row["saved"])
        new = [row | {"number": number} for number, row in enumerate(ordered, 1)]
        db.execute(f"DELETE FROM {table} WHERE {key} = ?", [owner])  # noqa: S608
    for number, row in enumerate(new, 1):
        insert(db, table, {"number": number, **row})


def _content(row: Row) -> Row:
    return {name: value for name, value in row.items() if name != "number"}

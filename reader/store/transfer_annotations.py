"""Annotations that come in from another library: the newer holds, the older becomes a version.

What was deleted stays deleted where that is newer than what it was deleted in.
"""

import json

from reader.core.annotations import Annotation
from reader.core.transfer import Part, Row
from reader.store.annotations import annotation_of, save_annotation
from reader.store.note_links import COMMENTS, LinkRow, called_now, store_links
from reader.store.sqlite import storable
from reader.store.transfer_tables import insert
from reader.store.transfer_taking import Taking, first_of, links_of, stamp, take_versions


class Annotations:
    """Takes in annotations, with their places, tags, entities, links and versions.

    What their comments link to is called as it is called here.
    """

    def __init__(self, taking: Taking) -> None:
        self._taking = taking
        self._db = taking.db

    def take_in(self) -> None:
        """Take in the annotations."""
        extra: dict[str, dict[str, list[Row]]] = {}
        tables = ("annotation_places", "annotation_tags", "annotation_entities")
        for table in (*tables, "annotation_versions"):
            for row in self._taking.rows(table):
                mapped = self._taking.names.mapped(row)
                if table == "annotation_versions":
                    entities = self._taking.names.known_entities(json.loads(row["entities"]))
                    mapped["entities"] = json.dumps(entities)
                extra.setdefault(row["annotation_id"], {}).setdefault(table, []).append(mapped)
        came = {row["id"]: row for row in self._taking.rows("annotations")}
        links = links_of(self._taking, COMMENTS)
        if (extra.keys() | links.keys()) - came.keys():
            raise ValueError("parts of annotations that aren't there")
        called = called_now(
            self._db, {each: (row["comment"], links.get(each, [])) for each, row in came.items()}
        )
        for each, row in came.items():
            comment, rows = called[each]
            said = row | {"comment": comment}
            self._take_annotation(said, extra.get(each, {}), tables, rows)

    def _take_annotation(
        self,
        row: Row,
        extra: dict[str, list[Row]],
        tables: tuple[str, ...],
        links: list[LinkRow],
    ) -> None:
        here = first_of(self._db, "SELECT * FROM annotations WHERE id = ?", row["id"])
        if here is None:
            self._add_annotation(row)
            for table in tables:
                for each in extra.get(table, ()):
                    insert(self._db, table, each, verb="INSERT OR IGNORE")
            store_links(self._db, row["id"], row["comment"], of=COMMENTS, before=links)
            self._taking.merged.added[Part.ANNOTATIONS] += 1
        elif here["document_id"] != row["document_id"]:
            raise ValueError("an annotation of another article")
        elif stamp(row) > stamp(here):
            self._keep_annotation(self._version(here))
            self._overwrite(row, extra)
            store_links(self._db, row["id"], row["comment"], of=COMMENTS, before=links)
            self._taking.merged.updated[Part.ANNOTATIONS] += 1
        else:
            if stamp(row) < stamp(here):
                self._keep_annotation(_version_of(row, self._names_of(extra), _entities(extra)))
            self._taking.merged.there[Part.ANNOTATIONS] += 1
        take_versions(
            self._db, "annotation_versions", "annotation_id", extra.get("annotation_versions", [])
        )

    def _add_annotation(self, row: Row) -> None:
        article = row["document_id"]
        if not self._taking.has_moved(article):
            number = row.get("text_number")
            if number is not None and article in self._taking.there:
                row = row | {"text_number": self._number_here(article, number)}
            insert(self._db, "annotations", row)
            self._check_place(row)
            return
        save_annotation(self._db, _annotation(row), now=self._taking.now)
        self._db.execute(
            "UPDATE annotations SET deleted_at = ? WHERE id = ?", [row["deleted_at"], row["id"]]
        )

    def _check_place(self, row: Row) -> None:
        """Refuse an annotation that is said to be where its article has no text.

        :raises ValueError: where that is so.
        """
        if row.get("orphaned_at") is not None:
            return
        query = "SELECT length(text) FROM texts WHERE document_id = ?"
        length = self._db.execute(query, [row["document_id"]]).fetchone()
        if length is None or row["end"] > length[0]:
            raise ValueError("an annotation outside of its text")

    def _number_here(self, article: str, number: int) -> int | None:
        """Return the number here of a text that had that number there."""
        query = "SELECT max(number) FROM text_versions WHERE document_id = ? AND text_id = ?"
        text_id = self._taking.there[article].numbers.get(number, "")
        return self._db.execute(query, [article, text_id]).fetchone()[0]

    def _overwrite(self, row: Row, extra: dict[str, list[Row]]) -> None:
        """Give an annotation what was said there; its place stays that of here."""
        self._db.execute(
            """
            UPDATE annotations SET colour = ?, comment = CAST(? AS TEXT), created = ?,
                modified = ?, deleted_at = ? WHERE id = ?
            """,
            [
                *(row["colour"], storable(row["comment"]), row["created"], row["modified"]),
                *(row["deleted_at"], row["id"]),
            ],
        )
        for table in ("annotation_tags", "annotation_entities"):
            self._db.execute(f"DELETE FROM {table} WHERE annotation_id = ?", [row["id"]])  # noqa: S608
            for each in extra.get(table, ()):
                insert(self._db, table, each, verb="INSERT OR IGNORE")

    def _version(self, here: Row) -> Row:
        tags = """
            SELECT l.name FROM annotation_tags t JOIN labels l ON l.id = t.label_id
            WHERE t.annotation_id = ? AND l.deleted_at IS NULL ORDER BY t.place
        """
        entities = (
            "SELECT entity_id FROM annotation_entities WHERE annotation_id = ? ORDER BY place"
        )
        values = [
            [row[0] for row in self._db.execute(query, [here["id"]])] for query in (tags, entities)
        ]
        return _version_of(here, *values)

    def _names_of(self, extra: dict[str, list[Row]]) -> list[str]:
        rows = sorted(extra.get("annotation_tags", ()), key=lambda each: each.get("place", 0))
        query = "SELECT name FROM labels WHERE id = ? AND deleted_at IS NULL"
        names = [self._db.execute(query, [each["label_id"]]).fetchone() for each in rows]
        return [name[0] for name in names if name is not None]

    def _keep_annotation(self, version: Row) -> None:
        take_versions(self._db, "annotation_versions", "annotation_id", [version])


def _annotation(row: Row) -> Annotation:
    names = "id document_id start end quote prefix suffix colour comment created modified"
    return annotation_of([row[name] for name in names.split()])


def _version_of(row: Row, tags: list[str], entities: list[str]) -> Row:
    """Return what an annotation says as a version of it."""
    return {
        "annotation_id": row["id"],
        "colour": row["colour"],
        "comment": row["comment"],
        "tags": json.dumps(tags),
        "entities": json.dumps(entities),
        "saved": row["modified"],
    }


def _entities(extra: dict[str, list[Row]]) -> list[str]:
    rows = sorted(extra.get("annotation_entities", ()), key=lambda each: each.get("place", 0))
    return [each["entity_id"] for each in rows]

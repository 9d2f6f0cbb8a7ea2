"""Articles that come in from another library, with their texts of earlier days."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from reader.core.document import Document, Resource, document_id, resource_of
from reader.core.shelf import Field
from reader.core.transfer import LibraryRows, Merged, Part, Row
from reader.store import versions
from reader.store.article_index import index_article
from reader.store.articles import fill_in
from reader.store.resources import keep_resource
from reader.store.sqlite import Database, storable
from reader.store.texts import document_of
from reader.store.transfer_people import Names, Rows
from reader.store.transfer_tables import insert


@dataclass(slots=True)
class Texts:
    """What is known of an article that was there already, and of the one that came in.

    `texts` are those that came in and aren't known here, oldest first; `text_id` and `text` is
    what came in as today's, since `since`.
    """

    text_id: str = ""
    text: str = ""
    since: str = ""
    numbers: dict[int, str] = field(default_factory=dict)
    texts: list[Row] = field(default_factory=list)


class Articles:
    """Takes articles in; those that were there already keep what is known of them."""

    def __init__(
        self, db: Database, incoming: LibraryRows, rows: Rows, merged: Merged, *, now: str
    ) -> None:
        self._db = db
        self._incoming = incoming
        self._rows = rows
        self._merged = merged
        self._now = now
        self._documents: dict[str, Row] = {}
        self.there: dict[str, Texts] = {}

    def take_in(self) -> None:
        """Take in the articles with their texts; what is of those that were there is noted."""
        for row in self._rows("resources"):
            self._take_resource(row)
        for row in self._rows("documents"):
            self._documents[row["id"]] = row
        self._known()
        texts = 0
        for row in self._rows("texts"):
            texts += 1
            self._take_text(row)
        if texts != len(self._documents):
            raise ValueError("articles without a text")
        for row in self._rows("text_versions"):
            self._take_version(row)
        self._take_metadata()
        for table in ("origins", "article_resources", "fetched_pictures"):
            for row in self._rows(table):
                insert(self._db, table, row, verb="INSERT OR IGNORE")

    def _take_resource(self, row: Row) -> None:
        query = "SELECT 1 FROM resources WHERE key = ?"
        if self._db.execute(query, [row["key"]]).fetchone() is not None:
            return
        resource = resource_of(self._incoming.resource(row["key"]), row["media_type"])
        if resource.key != row["key"]:
            raise ValueError(f"resource {row['key']} holds something else")
        keep_resource(self._db, Resource(resource.key, row["media_type"], resource.data))

    def _known(self) -> None:
        for article in self._documents:
            query = "SELECT 1 FROM documents WHERE id = ?"
            if self._db.execute(query, [article]).fetchone() is not None:
                self.there[article] = Texts()
                self._merged.there[Part.ARTICLES] += 1
            else:
                self._merged.added[Part.ARTICLES] += 1

    def _take_text(self, row: Row) -> None:
        row.setdefault("number", 1)
        document = self._documents.get(row["document_id"])
        if document is None:
            raise ValueError("a text without its article")
        parsed = _parsed(document, row)
        there = self.there.get(parsed.id)
        if there is None:
            self._add(document, row, parsed)
            return
        there.text_id = document_id(parsed.text)
        there.text = parsed.text
        there.since = row.get("since") or ""
        there.numbers[row["number"]] = there.text_id
        if not self._has_text(parsed.id, there.text_id):
            there.texts.append({**row, "text_id": there.text_id, "source": document["source"]})

    def _add(self, document: Row, row: Row, parsed: Document) -> None:
        text = parsed.text
        derived = {
            "text_id": document_id(text),
            "words": len(text.split()),
            "length": len(text),
        }
        insert(self._db, "documents", document | derived)
        insert(self._db, "texts", row)
        index_article(self._db, parsed.id, document["title"], text)

    def _take_version(self, row: Row) -> None:
        document = self._documents.get(row["document_id"])
        if document is None:
            raise ValueError("a version without its article")
        parsed = _parsed(document, row)
        row["text_id"] = document_id(parsed.text)
        there = self.there.get(parsed.id)
        if there is None:
            insert(self._db, "text_versions", row)
            return
        there.numbers[row["number"]] = row["text_id"]
        is_listed = any(each["text_id"] == row["text_id"] for each in there.texts)
        if not is_listed and not self._has_text(parsed.id, row["text_id"]):
            there.texts.append(row)

    def _has_text(self, article: str, text_id: str) -> bool:
        query = """
            SELECT 1 FROM documents WHERE id = :id AND text_id = :text
            UNION ALL SELECT 1 FROM text_versions WHERE document_id = :id AND text_id = :text
        """
        return self._db.execute(query, {"id": article, "text": text_id}).fetchone() is not None

    def _take_metadata(self) -> None:
        said: dict[str, dict[str, Row]] = {}
        for row in self._rows("edited_metadata"):
            if row["document_id"] in self.there:
                said.setdefault(row["document_id"], {})[row["field"]] = row
            else:
                insert(self._db, "edited_metadata", row)
        for article in self.there:
            self._merge_metadata(article, self._documents[article], said.get(article, {}))

    def _merge_metadata(self, article: str, row: Row, said: Mapping[str, Row]) -> None:
        """Fill in what is unknown; what the user said there holds where nothing was said here."""
        fields = ("title", "source", "outlet", "author", "date", "url", "language")
        found = {name: row[name] for name in fields if name not in said}
        fill_in(self._db, article, Document(article, found.pop("title", ""), "", (), **found))
        for name in map(Field, said):
            query = "SELECT 1 FROM edited_metadata WHERE document_id = ? AND field = ?"
            if self._db.execute(query, [article, name.value]).fetchone() is None:
                insert(self._db, "edited_metadata", said[name.value])
                self._db.execute(
                    f"UPDATE documents SET {name.value} = CAST(? AS TEXT) WHERE id = ?",  # noqa: S608
                    [storable(row[name.value]), article],
                )
        self._db.execute(
            """
            UPDATE documents SET opened = max(opened, :opened), unread = min(unread, :unread),
                original = coalesce(original, :original),
                position = CASE WHEN :opened > opened THEN min(:position, length) ELSE position END
            WHERE id = :id
            """,
            {
                "id": article,
                "opened": row["opened"],
                "unread": row.get("unread", 0),
                "position": row.get("position", 0),
                "original": row.get("original"),
            },
        )

    def take_versions(self, names: Names, choices: Mapping[str, list[list[object]]]) -> None:
        """Keep the texts that came in; the newest of an article's texts is its text now.

        `choices` are the picks that came in, by article.
        """
        for article, there in self.there.items():
            for row in sorted(there.texts, key=lambda each: each["number"]):
                kept = json.loads(row.get("choices", "[]"))
                if row["text_id"] == there.text_id:
                    kept = choices.get(article, [])
                self._keep(article, row, names.in_choices(kept))
            since, text_id = self._db.execute(
                """
                SELECT t.since, d.text_id FROM texts t JOIN documents d ON d.id = t.document_id
                WHERE d.id = ?
                """,
                [article],
            ).fetchone()
            if text_id != there.text_id and there.since > since:
                self._make_current(article, there.text_id)

    def _keep(self, article: str, row: Row, choices: list[list[object]]) -> None:
        """Keep a text as the version before today's, whose number goes up by one."""
        query = "SELECT number FROM texts WHERE document_id = ?"
        (number,) = self._db.execute(query, [article]).fetchone()
        self._db.execute("UPDATE texts SET number = number + 1 WHERE document_id = ?", [article])
        names = ("text_id", "text", "blocks", "runs", "pictures", "source", "since")
        kept = {name: row[name] for name in names}
        version = {"document_id": article, "number": number, "choices": json.dumps(choices)}
        insert(self._db, "text_versions", kept | version)

    def _make_current(self, article: str, text_id: str) -> None:
        query = "SELECT max(number) FROM text_versions WHERE document_id = ? AND text_id = ?"
        (number,) = self._db.execute(query, [article, text_id]).fetchone()
        versions.restore(self._db, article, number, now=self._now)
        self._merged.there[Part.ARTICLES] -= 1
        self._merged.updated[Part.ARTICLES] += 1


def _parsed(document: Row, row: Row) -> Document:
    """Return an article with one of its texts.

    :raises ValueError: where its structure isn't that of its text.
    """
    structured = [row["blocks"], row.get("runs", "[]"), row.get("pictures", "[]")]
    if not all(isinstance(json.loads(each), list) for each in structured):
        raise ValueError("a structure that is no list")
    fields = ("source", "outlet", "author", "date", "url", "language")
    parsed = document_of(
        document["id"],
        document["title"],
        row["text"],
        structured,
        [document[name] for name in fields],
    )
    _check_blocks(parsed)
    for run in parsed.runs:
        if not _are_numbers(run.start, run.end) or not isinstance(run.target, str):
            raise ValueError("a run of something else")
        if not 0 <= run.start <= run.end <= len(parsed.text):
            raise ValueError("a run outside of its text")
    for each in parsed.pictures:
        if not _are_numbers(each.block, each.width, each.height):
            raise ValueError("a picture without a size")
        if not isinstance(each.source, str) or not isinstance(each.alt, str):
            raise ValueError("a picture of something else")
        if not 0 <= each.block < len(parsed.blocks):
            raise ValueError("a picture without its block")
    return parsed


def _check_blocks(parsed: Document) -> None:
    """Refuse blocks that aren't those of a text.

    :raises ValueError: where one is so.
    """
    end = 0
    for block in parsed.blocks:
        if not _are_numbers(block.start, block.end, block.level) or block.level < 0:
            raise ValueError("a block of something else")
        if not end <= block.start <= block.end <= len(parsed.text):
            raise ValueError("a block outside of its text")
        end = block.end


def _are_numbers(*values: object) -> bool:
    return all(isinstance(value, int) and not isinstance(value, bool) for value in values)

"""The places that annotations had in the texts of their article, and finding them in another."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.core.annotations import CONTEXT_LENGTH, Annotation
from reader.core.placing import Candidate, How, Placing
from reader.store.sqlite import Database

if TYPE_CHECKING:
    from reader.anchoring.finder import Finder


class Search:
    """Looks for annotations of an article in one text; the texts they were in are read once."""

    def __init__(self, db: Database, article: str, text: str) -> None:
        self._db = db
        self._article = article
        # Only where it is needed: a start doesn't wait for it.
        from reader.anchoring.indexed import Indexed

        self._text = Indexed(text)
        self._finders: dict[int, Finder] = {}

    def find(self, annotation: Annotation, *, number: int) -> Placing:
        """Return the place of an annotation that was last in the text of that number.

        Where that is not known, its own quote and context have to do.
        """
        finder = self._finders.get(number)
        if finder is None:
            finder = self._finders[number] = self._finder(self._text_of(number))
        start, end = annotation.start, annotation.end
        if finder.before.text[start:end] != annotation.quote:
            known = annotation.prefix + annotation.quote + annotation.suffix
            finder = self._finder(known)
            start = len(annotation.prefix)
            end = start + len(annotation.quote)
        if start == end:
            return Placing(How.ORPHAN)
        return finder.find(start, end)

    def _finder(self, before: str) -> "Finder":
        from reader.anchoring.finder import Finder
        from reader.anchoring.indexed import Indexed

        return Finder(Indexed(before), self._text)

    def _text_of(self, number: int) -> str:
        row = self._db.execute(
            """
            SELECT text FROM text_versions WHERE document_id = :id AND number = :number
            UNION ALL SELECT text FROM texts WHERE document_id = :id AND number = :number
            """,
            {"id": self._article, "number": number},
        ).fetchone()
        return row[0] if row else ""


def place_in(db: Database, annotation_id: str, text_id: str) -> Placing | None:
    """Return how an annotation has, or had, its place in a text; None where that isn't kept."""
    row = db.execute(
        """
        SELECT "start", "end", how, score, candidates FROM annotation_places
        WHERE annotation_id = ? AND text_id = ?
        """,
        [annotation_id, text_id],
    ).fetchone()
    return None if row is None else placing_of(row)


def placing_of(row: tuple) -> Placing:
    """Return what is kept: start, end, how, score, and the candidates as JSON."""
    start, end, how, score, candidates = row
    return Placing(
        How(how),
        score,
        None if start is None else (start, end),
        tuple(Candidate(*each) for each in json.loads(candidates)),
    )


def places_in(db: Database, article: str, text_id: str) -> dict[str, Placing]:
    """Return how an article's annotations have, or had, their places in a text, by their ids."""
    rows = db.execute(
        """
        SELECT a.id, p."start", p."end", p.how, p.score, p.candidates FROM annotations a
        JOIN annotation_places p ON p.annotation_id = a.id AND p.text_id = ?
        WHERE a.document_id = ?
        """,
        [text_id, article],
    )
    return {row[0]: placing_of(row[1:]) for row in rows}


def keep_place(
    db: Database, annotation_id: str, text_id: str, placing: Placing, *, now: str
) -> None:
    """Keep how an annotation has its place in a text, instead of what was kept of that."""
    keep_places(db, text_id, {annotation_id: placing}, now=now)


def keep_places(db: Database, text_id: str, places: Mapping[str, Placing], *, now: str) -> None:
    """Keep how annotations, by their ids, have their places in a text."""
    db.conn.executemany(
        """
        INSERT OR REPLACE INTO annotation_places
            (annotation_id, text_id, "start", "end", how, score, candidates, made)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
            (
                annotation_id,
                text_id,
                *(placing.span or (None, None)),
                placing.how.value,
                placing.score,
                json.dumps([[c.start, c.end, c.score] for c in placing.candidates]),
                now,
            )
            for annotation_id, placing in places.items()
        ],
    )


def forget_place(db: Database, annotation_id: str, text_id: str) -> None:
    """Forget how an annotation came to its place in a text."""
    db.execute(
        "DELETE FROM annotation_places WHERE annotation_id = ? AND text_id = ?",
        [annotation_id, text_id],
    )


def moved(annotation: Annotation, text: str, span: tuple[int, int]) -> Annotation:
    """Return an annotation at a span of a text, with what is quoted there."""
    start, end = span
    return replace(
        annotation,
        start=start,
        end=end,
        quote=text[start:end],
        prefix=text[max(0, start - CONTEXT_LENGTH) : start],
        suffix=text[end : end + CONTEXT_LENGTH],
    )

"""How annotations move to the next text of their article, and what the user says to that."""

from reader.core.annotations import Annotation
from reader.core.document import document_id
from reader.core.errors import QT_TRANSLATE_NOOP, LibraryError
from reader.core.placing import Candidate, How, Placed, Placing, Standing
from reader.core.review import ReviewCase
from reader.core.shelf import Updated
from reader.store.annotation_links import with_links
from reader.store.annotations import COLUMNS, annotation_of
from reader.store.places import (
    Search,
    forget_place,
    keep_place,
    keep_places,
    moved,
    place_in,
    places_in,
    placing_of,
)
from reader.store.review import review_case
from reader.store.session import Session
from reader.store.sqlite import Database, storable_all

_EXACT = Placing(How.EXACT, 1.0)


class Anchors:
    """How the annotations came to their places, for the thread that opened the library alone.

    Each method that writes does so in one transaction. Any of them raises LibraryError where the
    file can't be read or written.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def placed(self, article: str | None = None) -> list[Placed]:
        """Return the annotations with how they came to their places; None: of all articles.

        Those whose passage has not moved since they were made are EXACT.
        """
        with self._session.reading() as db:
            return _placed(db, article, only_in_doubt=False)

    def in_doubt(self, article: str | None = None) -> list[Placed]:
        """Return the annotations without a place: those to be reviewed, and orphans."""
        with self._session.reading() as db:
            return _placed(db, article, only_in_doubt=True)

    def cases(self, article: str | None = None) -> list[ReviewCase]:
        """Return what `in_doubt` does, each with the text that it was in, and today's."""
        with self._session.reading() as db:
            found = (review_case(db, each) for each in _placed(db, article, only_in_doubt=True))
            return [case for case in found if case is not None]

    def place(self, annotation_id: str, start: int, end: int) -> Standing:
        """Give an annotation a place in today's text, by hand; return what undoes it.

        :raises LibraryError: where it or its article is gone, or the span isn't in today's text.
        """
        with self._session.writing() as db:
            return _place(db, annotation_id, start, end, now=self._session.now())

    def accept(self, annotation_id: str, candidate: Candidate) -> Standing:
        """Place an annotation where it may be; return what undoes it.

        :raises LibraryError: where the candidate isn't one for today's text.
        """
        with self._session.writing() as db:
            before, _ = _standing(db, annotation_id)
            if candidate not in before.placing.candidates:
                raise _changed()
            start, end = candidate.start, candidate.end
            return _place(db, annotation_id, start, end, now=self._session.now())

    def refuse(self, annotation_id: str) -> Standing:
        """Say that an annotation is none of its candidates; return what undoes it.

        It is an orphan then. One that has a place keeps it.
        """
        with self._session.writing() as db:
            before, _ = _standing(db, annotation_id)
            if before.orphaned_at is not None:
                orphan = Placing(How.ORPHAN)
                keep_place(db, annotation_id, before.text_id, orphan, now=self._session.now())
            return before

    def restore(self, standing: Standing) -> Standing:
        """Take back what was said of a place; return what undoes that again.

        :raises LibraryError: where the annotation is gone or its article has another text by now.
        """
        with self._session.writing() as db:
            annotation_id = standing.annotation.id
            before, _ = _standing(db, annotation_id)
            if before.text_id != standing.text_id:
                raise _changed()
            _move(db, standing.annotation, standing.orphaned_at, standing.text_number)
            if standing.placing == _EXACT:
                forget_place(db, annotation_id, standing.text_id)
            else:
                now = self._session.now()
                keep_place(db, annotation_id, standing.text_id, standing.placing, now=now)
            return before


def _place(db: Database, annotation_id: str, start: int, end: int, *, now: str) -> Standing:
    before, text = _standing(db, annotation_id)
    if not 0 <= start < end <= len(text):
        raise _changed()
    _move(db, moved(before.annotation, text, (start, end)))
    placing = Placing(How.HAND, 1.0, (start, end))
    keep_place(db, annotation_id, before.text_id, placing, now=now)
    return before


def move_all(
    db: Database, article: str, before: str, after: str, number: int, *, now: str
) -> Updated:
    """Find the annotations of an article in its new text; deleted ones and orphans too.

    `number` is that of the text before, which is among the versions by now.
    """
    rows = db.execute(
        f"SELECT {COLUMNS}, text_number, deleted_at FROM annotations WHERE document_id = ?",  # noqa: S608
        [article],
    ).fetchall()
    old_id, new_id = document_id(before), document_id(after)
    search = Search(db, article, after)
    was, known = places_in(db, article, old_id), places_in(db, article, new_id)
    earlier: dict[str, Placing] = {}
    found: dict[str, Placing] = {}
    placed: list[Placed] = []
    annotations = with_links(db, map(annotation_of, rows))
    for annotation, (text_number, deleted_at) in zip(
        annotations, (r[-2:] for r in rows), strict=True
    ):
        span = (annotation.start, annotation.end)
        there = was.get(annotation.id)
        if text_number is None and (there is None or there.span != span):
            earlier[annotation.id] = Placing(How.EXACT, 1.0, span)
        placing = known.get(annotation.id)
        if placing is None or placing.span is None:
            placing = search.find(annotation, number=text_number or number)
            found[annotation.id] = placing
        if placing.span is not None:
            after_it = moved(annotation, after, placing.span)
            _move(db, after_it)
        else:
            after_it = annotation
            _leave(db, annotation.id, number, now=now)
        if deleted_at is None:
            placed.append(Placed(after_it, placing, annotation.quote))
    keep_places(db, old_id, earlier, now=now)
    keep_places(db, new_id, found, now=now)
    orphans = tuple(each.annotation for each in placed if each.placing.span is None)
    return Updated(article, len(placed) - len(orphans), orphans, tuple(placed))


def _leave(db: Database, annotation_id: str, number: int, *, now: str) -> None:
    """Leave an annotation without a place; it was last in the text of that number."""
    db.execute(
        """
        UPDATE annotations SET orphaned_at = ?, text_number = ?
        WHERE id = ? AND orphaned_at IS NULL
        """,
        [now, number, annotation_id],
    )


def _move(
    db: Database,
    annotation: Annotation,
    orphaned_at: str | None = None,
    text_number: int | None = None,
) -> None:
    db.execute(
        """
        UPDATE annotations SET "start" = ?, "end" = ?, quote = CAST(? AS TEXT),
            prefix = CAST(? AS TEXT), suffix = CAST(? AS TEXT), orphaned_at = ?, text_number = ?
        WHERE id = ?
        """,
        [
            annotation.start,
            annotation.end,
            *storable_all([annotation.quote, annotation.prefix, annotation.suffix]),
            orphaned_at,
            text_number,
            annotation.id,
        ],
    )


def _standing(db: Database, annotation_id: str) -> tuple[Standing, str]:
    """Return how an annotation stands today, and today's text of its article."""
    columns = ", ".join(f"a.{each.strip()}" for each in COLUMNS.split(","))
    row = db.execute(
        f"""
        SELECT {columns}, a.orphaned_at, a.text_number, d.text_id, t.text FROM annotations a
        JOIN documents d ON d.id = a.document_id JOIN texts t ON t.document_id = d.id
        WHERE a.id = ? AND a.deleted_at IS NULL
        """,  # noqa: S608
        [annotation_id],
    ).fetchone()
    if row is None:
        raise _changed()
    orphaned_at, text_number, text_id, text = row[-4:]
    placing = place_in(db, annotation_id, text_id)
    if placing is None:
        placing = _EXACT if orphaned_at is None else Placing(How.ORPHAN)
    (annotation,) = with_links(db, [annotation_of(row)])
    return Standing(annotation, text_id, orphaned_at, text_number, placing), text


def _placed(db: Database, article: str | None, *, only_in_doubt: bool) -> list[Placed]:
    columns = ", ".join(f"a.{each.strip()}" for each in COLUMNS.split(","))
    rows = db.execute(
        f"""
        SELECT {columns}, a.orphaned_at, p."start", p."end", p.how, p.score, p.candidates, (
            SELECT substr(v.text, q."start" + 1, q."end" - q."start") FROM annotation_places q
            JOIN text_versions v ON v.document_id = a.document_id AND v.text_id = q.text_id
            WHERE q.annotation_id = a.id AND q."start" IS NOT NULL ORDER BY v.number LIMIT 1
        )
        FROM annotations a JOIN documents d ON d.id = a.document_id
        LEFT JOIN annotation_places p ON p.annotation_id = a.id AND p.text_id = d.text_id
        WHERE a.deleted_at IS NULL AND d.deleted_at IS NULL
            AND (:article IS NULL OR a.document_id = :article)
            AND (a.orphaned_at IS NOT NULL OR NOT :only_in_doubt)
        ORDER BY a.document_id, a."start", a."end", a.created, a.id
        """,  # noqa: S608
        {"article": article, "only_in_doubt": only_in_doubt},
    ).fetchall()
    found: list[Placed] = []
    for annotation, row in zip(with_links(db, map(annotation_of, rows)), rows, strict=True):
        orphaned_at, quote = row[11], row[17]
        span = None if orphaned_at is not None else (annotation.start, annotation.end)
        placing = Placing(How.ORPHAN) if span is None else Placing(How.EXACT, 1.0, span)
        if row[14] is not None:
            known = placing_of(row[12:17])
            placing = known if known.span == span else placing
        found.append(Placed(annotation, placing, quote or annotation.quote))
    return found


def _changed() -> LibraryError:
    return LibraryError(
        QT_TRANSLATE_NOOP(
            "errors",
            "The annotation was not placed, because it or its article has changed meanwhile: open "
            "the article again and place it anew.",
        )
    )

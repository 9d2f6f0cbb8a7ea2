"""What the user needs to see to give an annotation its place again."""

from reader.core.placing import Placed
from reader.core.review import ReviewCase
from reader.store.sqlite import Database


def review_case(db: Database, placed: Placed) -> ReviewCase | None:
    """Return an annotation with the text that it was in, and today's; None where it is gone."""
    annotation = placed.annotation
    row = db.execute(
        """
        SELECT d.title, d.outlet, d.date, t.text, v.text FROM annotations a
        JOIN documents d ON d.id = a.document_id JOIN texts t ON t.document_id = d.id
        LEFT JOIN text_versions v ON v.document_id = d.id AND v.number = a.text_number
        WHERE a.id = ?
        """,
        [annotation.id],
    ).fetchone()
    if row is None:
        return None
    title, outlet, date, today, before = row
    span = (annotation.start, annotation.end)
    if before is None or before[slice(*span)] != annotation.quote:
        before = annotation.prefix + annotation.quote + annotation.suffix
        span = (len(annotation.prefix), len(annotation.prefix) + len(annotation.quote))
    return ReviewCase(placed, title, outlet, date, before, span, today)

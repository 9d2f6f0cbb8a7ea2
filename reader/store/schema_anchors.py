"""The fifth schema: the places of annotations in each text of their article."""

STRUCTURE = """
-- There is none for an annotation in a text that it was made in, until the article gets another.
-- Without a span it had no place; `candidates` is a JSON list of [start, end, score].
CREATE TABLE annotation_places (
    annotation_id TEXT NOT NULL REFERENCES annotations(id) ON DELETE CASCADE,
    text_id TEXT NOT NULL,
    "start" INTEGER,
    "end" INTEGER,
    how TEXT NOT NULL,
    score REAL NOT NULL,
    candidates TEXT NOT NULL,
    made TEXT NOT NULL,
    PRIMARY KEY (annotation_id, text_id)
) STRICT, WITHOUT ROWID;
"""

"""The entities of a library that have certain words in their names, the best first."""

from reader.store.sqlite import Database

# Whoever is named in many articles is meant rather than a namesake, unless the words say otherwise.
_MATCHING = """
    SELECT e.id, i.articles
    FROM (
        SELECT rowid AS key, bm25(search_entities, 4.0, 1.0) AS relevance
        FROM search_entities WHERE search_entities MATCH :match
    ) s
    CROSS JOIN entity_index i ON i.key = s.key
    CROSS JOIN entities e ON e.id = i.entity_id
    WHERE (
        i.articles > 0
        OR EXISTS (SELECT 1 FROM worked_on_entities w WHERE w.entity_id = e.id)
        OR EXISTS (SELECT 1 FROM merged_entities m WHERE m.into_id = e.id)
    ) AND (
        :with_merged OR NOT EXISTS (SELECT 1 FROM merged_entities m WHERE m.entity_id = e.id)
    )
    ORDER BY s.relevance * (1.0 + 2.0 * i.articles / (i.articles + 20)), s.key LIMIT :limit
"""


def matching_entities(
    db: Database, match: str, *, limit: int, with_merged: bool = True
) -> list[tuple[str, int]]:
    """Return the ids of entities, each with the number of articles that name it.

    `match` is an expression of FTS5. Listed is whom an article names or the user worked on;
    `with_merged` also who was merged into another by the user, and worked on before.
    """
    return db.execute(
        _MATCHING, {"match": match, "with_merged": with_merged, "limit": limit}
    ).fetchall()

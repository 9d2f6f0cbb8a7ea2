"""The network of entities of an article, a collection, around an entity, or of all articles."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations, groupby
from operator import itemgetter

from reader.core.mentions import Kind
from reader.core.pages import Network, NetworkEdge, NetworkNode
from reader.store.entities import entities
from reader.store.sqlite import Database

_Row = tuple[int, str, int, int]  # key, id, weight, how many there are

CONFIRMED = "entity_mentions_confirmed"
"""What to ask in the place of `entity_mentions` for what the user vouches for."""

WITH_CONFIRMED = "AND a.key IN (SELECT article FROM confirmed_mentions)"
"""Of the articles `a` of a story the first alone in which the user vouches for anything."""


def network(
    db: Database,
    *,
    document_id: str,
    collection: str,
    around: str,
    kinds: Sequence[Kind],
    limit: int,
    confirmed: bool,
) -> Network:
    """Return the heaviest entities of these kinds, and what connects them.

    `confirmed` lets the mentions alone count that the user vouches for.
    """
    kinds_in = ", ".join("?" * len(kinds))
    wanted = [kind.value for kind in kinds]
    scoped = _ARTICLES_OF[bool(collection)].format(WITH_CONFIRMED if confirmed else "")
    if document_id:
        query, scope = _OF_ARTICLE, [document_id]
    elif collection or around:
        query, scope = _OF_SOME.format(scoped), [collection or around]
    else:
        query, scope = _OF_ALL_CONFIRMED if confirmed else _OF_ALL, []
    named = CONFIRMED if confirmed else "entity_mentions"
    nodes: list[_Row] = db.execute(
        query.replace("KINDS", kinds_in).replace("entity_mentions", named),
        [*scope, *wanted, limit],
    ).fetchall()
    places = {key: place for place, (key, *_) in enumerate(nodes)}
    blocks = _BLOCKS.format(", ".join(map(str, places)), _within(document_id, scope, scoped))
    rows = db.execute(blocks.replace("entity_mentions", named), scope)
    known = entities(db, [row[1] for row in nodes])
    return Network(
        tuple(
            NetworkNode(each, known[each].name, known[each].kind, weight)
            for _, each, weight, _ in nodes
        ),
        _edges(rows, places, by_paragraph=bool(document_id)),
        name_count=nodes[0][3] if nodes else 0,
    )


def _within(document_id: str, scope: Sequence[str], scoped: str) -> str:
    """Return the condition of mentions in the articles of a network."""
    if document_id:
        return "m.article = (SELECT key FROM article_index WHERE document_id = ?)"
    return f"m.article IN ({scoped})" if scope else "m.counted"


def _edges(
    rows: Iterable[tuple[int, int, int]], places: dict[int, int], *, by_paragraph: bool
) -> tuple[NetworkEdge, ...]:
    weights: Counter[tuple[int, int]] = Counter()
    for _, group in groupby(rows, key=itemgetter(0)):
        named = sorted((places[entity], blocks) for _, entity, blocks in group)
        for (one, blocks), (other, others) in combinations(named, 2):
            both = blocks & others
            if both:
                weights[one, other] += both.bit_count() if by_paragraph else 1
    ordered = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    return tuple(NetworkEdge(*pair, weight) for pair, weight in ordered)


# Article, entity and paragraphs of each mention of the nodes, article by article.
_BLOCKS = """
    SELECT m.article, m.entity, m.blocks FROM entity_mentions m
    WHERE m.entity IN ({}) AND m.blocks != 0 AND {} ORDER BY m.article
"""
_OF_ARTICLE = """
    SELECT i.key, e.id, m.names + m.demonyms AS weight, count(*) OVER ()
    FROM article_index a CROSS JOIN entity_mentions m ON m.article = a.key
    CROSS JOIN entity_index i ON i.key = m.entity CROSS JOIN entities e ON e.id = i.entity_id
    WHERE a.document_id = ? AND m.blocks != 0 AND e.document_id IS NULL AND e.kind IN (KINDS)
    ORDER BY weight DESC, i.key LIMIT ?
"""
_OF_SOME = """
    SELECT i.key, e.id, m.weight, count(*) OVER ()
    FROM (
        SELECT entity, count(*) AS weight FROM entity_mentions
        WHERE article IN ({}) AND blocks != 0 GROUP BY entity
    ) m
    CROSS JOIN entity_index i ON i.key = m.entity CROSS JOIN entities e ON e.id = i.entity_id
    WHERE e.document_id IS NULL AND e.kind IN (KINDS)
    ORDER BY m.weight DESC, i.key LIMIT ?
"""
_OF_ALL = """
    SELECT i.key, e.id, i.articles, count(*) OVER ()
    FROM entity_index i CROSS JOIN entities e ON e.id = i.entity_id
    WHERE i.articles > 0 AND e.document_id IS NULL AND e.kind IN (KINDS)
    ORDER BY i.articles DESC, i.key LIMIT ?
"""
_OF_ALL_CONFIRMED = """
    SELECT i.key, e.id, m.weight, count(*) OVER ()
    FROM (SELECT entity, count(*) AS weight FROM entity_mentions WHERE counted GROUP BY entity) m
    CROSS JOIN entity_index i ON i.key = m.entity CROSS JOIN entities e ON e.id = i.entity_id
    WHERE e.document_id IS NULL AND e.kind IN (KINDS)
    ORDER BY m.weight DESC, i.key LIMIT ?
"""
# Of one story the first article alone, by whether it is a collection's.
_ARTICLES_OF = {
    True: """
        SELECT min(a.key) FROM labelled l CROSS JOIN documents d ON d.id = l.document_id
        CROSS JOIN article_index a ON a.document_id = d.id
        WHERE l.label_id = ? AND d.deleted_at IS NULL {} GROUP BY a.story
    """,
    False: """
        SELECT m.article FROM entity_index e CROSS JOIN entity_mentions m ON m.entity = e.key
        WHERE e.entity_id = ? AND m.counted
    """,
}

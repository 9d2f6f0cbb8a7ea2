"""Names that stay open: in an article that names two Crawfords in full, a bare "Crawford".

Such a name is an entity of its article's own. Another article's Crawford is somebody else, and it
is none of those whom the library knows, but one of the article's own candidates.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from reader.core.entities import Entity
from reader.store.entities import Found
from reader.store.sqlite import Database, rows_in, storable


def keep_open_names(
    db: Database, document_id: str, open_names: Sequence[Found], *, now: str
) -> dict[str, str]:
    """Keep the open names of an article; return the library's id of each, by incoming id."""
    ids: dict[str, str] = {}
    for found in open_names:
        entity = found.entity
        # Whatever recognition calls it: the same name in the same article is the same question.
        wanted = f"{entity.kind.value}:?{found.key}@{document_id}"
        entity_id = ids[entity.id] = wanted.encode("utf-8", "replace").decode()
        db.execute(
            """
            INSERT INTO entities (id, kind, name, name_key, added, document_id)
            VALUES (?, ?, CAST(? AS TEXT), CAST(? AS TEXT), ?, ?)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name
            """,
            [
                entity_id,
                entity.kind.value,
                storable(entity.name),
                storable(found.key),
                now,
                document_id,
            ],
        )
    return ids


def candidates_json(
    open_names: Sequence[Found], resolved: Mapping[str, str], places: Mapping[str, int]
) -> str:
    """Return the candidates of each open name as JSON, all as places among the entities."""
    rows: dict[int, list[int]] = {}
    for found in open_names:
        own = places[resolved[found.entity.id]]
        meant = (resolved.get(candidate) for candidate in found.entity.candidates)
        kept = dict.fromkeys(places[each] for each in meant if each is not None)
        rows[own] = [place for place in kept if place != own]
    return json.dumps(rows, separators=(",", ":"))


def with_candidates(
    found: Mapping[str, Entity], rows: str, entity_ids: Mapping[int, str]
) -> dict[str, Entity]:
    """Return entities by id, those that are open with their candidates.

    `rows` is what `candidates_json` returned, `entity_ids` are by place.
    """
    result = dict(found)
    for own, places in json.loads(rows).items():
        entity_id = entity_ids[int(own)]
        meant = tuple(entity_ids[place] for place in places)
        result[entity_id] = replace(result[entity_id], candidates=meant)
    return result


def open_ids(db: Database, entity_ids: Collection[str]) -> set[str]:
    """Return those of these ids that are an article's own open names."""
    query = "SELECT id FROM entities WHERE document_id IS NOT NULL AND id IN {}"
    return {row[0] for row in rows_in(db, query, entity_ids)}

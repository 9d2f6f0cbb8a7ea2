"""The entities of a library by their names, and those that the user made by hand."""

from collections.abc import Collection, Mapping

from reader.core.corrections import State
from reader.core.directory import Listed, Standing
from reader.core.entities import Entity, normalize_name
from reader.core.errors import QT_TRANSLATE_NOOP, LibraryError
from reader.core.mentions import ENTITY_KINDS, Kind
from reader.store.correction_changes import make_entity
from reader.store.entities import entities, root
from reader.store.entity_search import matching_entities
from reader.store.query import match_of, terms_of
from reader.store.session import Session
from reader.store.sqlite import Database, rows_in
from reader.store.vouching import vouched

MOST_MATCHES = 300
"""How many entities are weighed against each other; who types goes on typing."""


class Directory:
    """The entities of a library, for the thread that opened it alone."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def find(
        self, text: str, *, document_id: str = "", kinds: Collection[Kind] = (), limit: int = 40
    ) -> list[Listed]:
        """Return the entities whose names have all words of a text, those of an article first.

        The last word may go on. Without a word, those that the article names most often, and after
        them those that most articles name. `kinds` are those of interest, none for all.
        """
        wanted = frozenset(kinds or ENTITY_KINDS)
        with self._session.reading() as db:
            here = _named_in(db, document_id) if document_id else {}
            terms = terms_of(text)
            if terms:
                counts = dict(matching_entities(db, match_of(terms), limit=MOST_MATCHES))
            else:
                most_named = dict(db.execute(_MOST_NAMED, [MOST_MATCHES]).fetchall())
                counts = dict.fromkeys(here, 0) | most_named
            known = entities(db, counts.keys())
            places = {each: place for place, each in enumerate(counts)}
            ordered = sorted(
                (each for each in known.values() if each.kind in wanted and each.id in counts),
                key=lambda each: (
                    terms and normalize_name(each.name) != normalize_name(text),
                    -here.get(each.id, 0),
                    places[each.id],
                ),
            )[:limit]
            return _listed(db, ordered, here)

    def standing(self, entity_id: str) -> Standing:
        """Return what the user said of an entity, or of the one that it is one with."""
        with self._session.reading() as db:
            entity_id = root(db, entity_id)
            is_own = db.execute(_IS_OWN, [entity_id]).fetchone() is not None
            merged = [row[0] for row in db.execute(_MERGED, [entity_id])]
            known = entities(db, merged)
            return Standing(
                State.CONFIRMED if vouched(db, [entity_id]) else State.FOUND,
                tuple(known[each] for each in merged if each in known),
                is_own,
            )

    # Made by hand

    def make(self, name: str, kind: Kind) -> Entity:
        """Make an entity that no article names yet; one of the same name is another one.

        :raises LibraryError: for a name without a letter.
        :raises ValueError: for a kind of which there are no entities.
        """
        if kind not in ENTITY_KINDS:
            raise ValueError(f"there are no entities of kind {kind}")
        name = " ".join(name.split())
        if not normalize_name(name):
            raise LibraryError(QT_TRANSLATE_NOOP("errors", "An entity needs a name: type one."))
        now = self._session.now()
        with self._session.writing() as db:
            entity_id = make_entity(db, name, kind, now=now)
            db.execute(
                """
                INSERT INTO own_entities (entity_id, made) VALUES (?, ?)
                ON CONFLICT (entity_id) DO UPDATE SET made = excluded.made, deleted_at = NULL
                """,
                [entity_id, now],
            )
            return entities(db, [entity_id])[entity_id]

    def delete(self, entity_id: str) -> None:
        """Delete an entity that was made by hand, with the note on it; nothing for any other.

        Where an article names it, it stays there, and so does the note.
        """
        now = self._session.now()
        with self._session.writing() as db:
            deleted = db.execute(
                """
                UPDATE own_entities SET deleted_at = ?
                WHERE entity_id = ? AND deleted_at IS NULL
                """,
                [now, entity_id],
            )
            if deleted.rowcount:
                db.execute(_DELETE_NOTE, [now, entity_id])

    def restore(self, entity_id: str) -> None:
        """Bring back an entity that was made by hand and deleted, with the note on it."""
        with self._session.writing() as db:
            row = db.execute(
                "SELECT deleted_at FROM own_entities WHERE entity_id = ?", [entity_id]
            ).fetchone()
            if row is None or row[0] is None:
                return
            db.execute("UPDATE own_entities SET deleted_at = NULL WHERE entity_id = ?", [entity_id])
            db.execute(
                "UPDATE notes SET deleted_at = NULL WHERE entity_id = ? AND deleted_at = ?",
                [entity_id, row[0]],
            )

    def own(self) -> list[Entity]:
        """Return the entities that were made by hand, the last one first."""
        query = """
            SELECT entity_id FROM own_entities WHERE deleted_at IS NULL
            ORDER BY made DESC, entity_id
        """
        with self._session.reading() as db:
            ids = [row[0] for row in db.execute(query)]
            known = entities(db, ids)
            return [known[each] for each in ids]


def _named_in(db: Database, document_id: str) -> dict[str, int]:
    """Return how often an article names each of its entities, the most often named first."""
    return dict(db.execute(_HERE, [document_id]).fetchall())


def _listed(db: Database, ordered: Collection[Entity], here: Mapping[str, int]) -> list[Listed]:
    ids = [each.id for each in ordered]
    articles = dict(rows_in(db, _ARTICLES, ids))
    notes = dict(rows_in(db, _NOTES, ids))
    return [
        Listed(
            each,
            articles.get(each.id, 0),
            here.get(each.id, 0),
            _first_line(notes.get(each.id, "")),
        )
        for each in ordered
    ]


def _first_line(text: str) -> str:
    return next((line.strip(" #>*-\t") for line in text.splitlines() if line.strip(" #>*-\t")), "")


_ARTICLES = "SELECT entity_id, articles FROM entity_index WHERE entity_id IN {}"
_NOTES = "SELECT entity_id, text FROM notes WHERE deleted_at IS NULL AND entity_id IN {}"
_MOST_NAMED = """
    SELECT e.id, i.articles FROM entity_index i CROSS JOIN entities e ON e.id = i.entity_id
    WHERE e.document_id IS NULL AND i.articles > 0 ORDER BY i.articles DESC, i.key LIMIT ?
"""
_HERE = """
    SELECT e.id, m.names + m.demonyms
    FROM article_index a CROSS JOIN entity_mentions m ON m.article = a.key
    CROSS JOIN entity_index i ON i.key = m.entity CROSS JOIN entities e ON e.id = i.entity_id
    WHERE a.document_id = ? AND e.document_id IS NULL ORDER BY 2 DESC, i.key
"""
_IS_OWN = "SELECT 1 FROM own_entities WHERE deleted_at IS NULL AND entity_id = ?"
_MERGED = """
    SELECT other_id FROM corrections
    WHERE entity_id = ? AND action = 'merge' AND undone_at IS NULL ORDER BY number
"""
_DELETE_NOTE = """
    UPDATE notes SET deleted_at = ? WHERE entity_id = ? AND deleted_at IS NULL AND NOT EXISTS (
        SELECT 1 FROM entity_index i JOIN entity_mentions m ON m.entity = i.key
        WHERE i.entity_id = notes.entity_id AND m.names + m.demonyms > 0
    )
"""

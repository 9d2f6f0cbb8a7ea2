"""Annotations from a file come to their passages; what is in doubt waits for the user."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from reader.core.annotations import CONTEXT_LENGTH, Annotation, Colour
from reader.core.entities import normalize_name
from reader.core.foreign import (
    Arrival,
    Arrivals,
    Fate,
    ForeignAnnotation,
    ForeignAnnotations,
    ForeignEntity,
)
from reader.core.mentions import Kind
from reader.core.placing import Candidate, How, Placing
from reader.store.adding import with_address
from reader.store.annotations import annotation as stored
from reader.store.annotations import save_annotation
from reader.store.entities import root
from reader.store.places import Search, forget_place, keep_place, moved
from reader.store.sqlite import Database, storable, storable_all
from reader.store.transfer_taking import take_versions

_EXACT = Placing(How.EXACT, 1.0)


class _Article:
    """An article while annotations are placed in its text."""

    def __init__(self, db: Database, article: str) -> None:
        self.id = article
        self.text, self.number, self.text_id = db.execute(
            """
            SELECT t.text, t.number, d.text_id FROM texts t JOIN documents d
            ON d.id = t.document_id WHERE d.id = ?
            """,
            [article],
        ).fetchone()
        self._db = db
        self._search: Search | None = None

    def find(self, foreign: ForeignAnnotation) -> Placing:
        """Return where a passage is in today's text: where it says, with its quote and context.

        A position alone is none to rely on, as nobody knows in which text it counts.
        """
        start, end = foreign.span or (0, 0)
        if not foreign.quote:
            may_be = (Candidate(start, end, 0.5),) if end <= len(self.text) else ()
            return Placing(How.REVIEW if may_be else How.ORPHAN, candidates=may_be)
        if self._is_there(foreign, start, end):
            return _EXACT
        if self._search is None:
            self._search = Search(self._db, self.id, self.text)
        asked = Annotation(
            foreign.id,
            self.id,
            start,
            end,
            foreign.quote,
            foreign.prefix[-CONTEXT_LENGTH:],
            foreign.suffix[:CONTEXT_LENGTH],
            Colour.YELLOW,
        )
        was_in = self._was_in(foreign)
        return self._without_guess(self._search.find(asked, number=was_in), asked, was_in)

    def _without_guess(self, placing: Placing, asked: Annotation, was_in: int) -> Placing:
        """Return a place as it is, or as a question where the words there are others.

        Without the text that it was made in, nobody can say whether a passage has changed, or is
        another one that is like it. White space alone may differ: a page's isn't an article's.
        """
        if placing.span is None or was_in:
            return placing
        start, end = placing.span
        if "".join(self.text[start:end].split()) == "".join(asked.quote.split()):
            return placing
        return Placing(How.REVIEW, candidates=(Candidate(start, end, placing.score),))

    def _is_there(self, foreign: ForeignAnnotation, start: int, end: int) -> bool:
        """Return whether a quote stands at a span, with what is around it on one side."""
        if self.text[start:end] != foreign.quote:
            return False
        prefix, suffix = foreign.prefix[-CONTEXT_LENGTH:], foreign.suffix[:CONTEXT_LENGTH]
        before = self.text[max(0, start - len(prefix)) : start] == prefix
        after = self.text[end : end + len(suffix)] == suffix
        has_context = bool(prefix or suffix)
        return (before and bool(prefix)) or (after and bool(suffix)) or not has_context

    def _was_in(self, foreign: ForeignAnnotation) -> int:
        """Return the number of the last text with the quote where it says; 0 for none."""
        if foreign.span is None:
            return 0
        start, end = foreign.span
        rows = self._db.execute(
            """
            SELECT number, substr(text, ?, ?) FROM text_versions WHERE document_id = ?
            ORDER BY number DESC
            """,
            [start + 1, end - start, self.id],
        )
        return next((number for number, part in rows if part == foreign.quote), 0)


class Foreign:
    """Takes in annotations from a file, inside of one transaction."""

    def __init__(self, db: Database, found: ForeignAnnotations, *, now: str) -> None:
        self._db = db
        self._found = found
        self._now = now
        self._articles: dict[str, _Article] = {}
        self._left_out = Counter(found.left_out)
        self._added: list[str] = []
        self._before: list[Annotation] = []

    def take_in(self) -> Arrivals:
        """Take in all of them; return what became of each."""
        items = tuple(self._take(each) for each in self._found.annotations)
        return Arrivals(
            self._found.source,
            items,
            tuple(self._added),
            tuple(self._before),
            +self._left_out,
        )

    def _take(self, foreign: ForeignAnnotation) -> Arrival:
        article = self._article_of(foreign)
        if not foreign.quote and foreign.span is None:
            return Arrival(foreign, Fate.NO_PASSAGE, article or "")
        query = "SELECT document_id, modified, deleted_at FROM annotations WHERE id = ?"
        there = self._db.execute(query, [foreign.id]).fetchone()
        if there is not None:
            return self._meet(foreign, *there)
        if article is None:
            return Arrival(foreign, Fate.NO_ARTICLE)
        return self._add(foreign, article)

    def _article_of(self, foreign: ForeignAnnotation) -> str | None:
        query = "SELECT 1 FROM documents WHERE id = ? AND deleted_at IS NULL"
        own = foreign.article_id
        if own and self._db.execute(query, [storable(own)]).fetchone() is not None:
            return own
        return with_address(self._db, foreign.address)

    def _meet(
        self, foreign: ForeignAnnotation, article: str, modified: str, deleted_at: str | None
    ) -> Arrival:
        """Let the newer of an annotation that is here already and of a file's hold."""
        here = stored(self._db, foreign.id)
        if deleted_at is not None or here is None or foreign.modified <= modified:
            return Arrival(foreign, Fate.THERE, article)
        entities = self._entities(foreign)
        after = replace(
            here,
            colour=foreign.colour or here.colour,
            comment=foreign.comment,
            tags=foreign.tags,
            entity_ids=entities,
            modified=foreign.modified,
        )
        if replace(after, modified=here.modified) == here:
            return Arrival(foreign, Fate.THERE, article)
        self._before.append(here)
        save_annotation(self._db, after, now=self._now)
        version = {
            "annotation_id": here.id,
            "colour": here.colour.value,
            "comment": here.comment,
            "tags": json.dumps(here.tags),
            "entities": json.dumps(here.entity_ids),
            "saved": here.modified,
        }
        take_versions(self._db, "annotation_versions", "annotation_id", [version])
        return Arrival(foreign, Fate.UPDATED, article)

    def _add(self, foreign: ForeignAnnotation, article_id: str) -> Arrival:
        article = self._articles.get(article_id)
        if article is None:
            article = self._articles[article_id] = _Article(self._db, article_id)
        placing = article.find(foreign)
        span = foreign.span if placing == _EXACT else placing.span
        start, end = span or foreign.span or (0, max(1, len(foreign.quote)))
        made = Annotation(
            foreign.id,
            article_id,
            start,
            end,
            foreign.quote,
            foreign.prefix[-CONTEXT_LENGTH:],
            foreign.suffix[:CONTEXT_LENGTH],
            foreign.colour or Colour.YELLOW,
            foreign.comment,
            foreign.created or foreign.modified or self._now,
            foreign.modified or foreign.created or self._now,
            foreign.tags,
            self._entities(foreign),
        )
        if span is not None:
            made = moved(made, article.text, span)
        save_annotation(self._db, made, now=self._now)
        self._added.append(made.id)
        if span is None:
            self._leave(made, article, placing)
            return Arrival(foreign, Fate.IN_DOUBT, article_id)
        if placing != _EXACT and placing.how is not How.EXACT:
            keep_place(self._db, made.id, article.text_id, placing, now=self._now)
        return Arrival(foreign, Fate.ADDED, article_id)

    def _leave(self, made: Annotation, article: _Article, placing: Placing) -> None:
        """Leave an annotation without a place, with what it may be, as the file has it."""
        self._db.execute(
            """
            UPDATE annotations SET "start" = ?, "end" = ?, quote = CAST(? AS TEXT),
                prefix = CAST(? AS TEXT), suffix = CAST(? AS TEXT), orphaned_at = ?,
                text_number = ? WHERE id = ?
            """,
            [
                *(made.start, made.end, *storable_all([made.quote, made.prefix, made.suffix])),
                *(self._now, article.number, made.id),
            ],
        )
        forget_place(self._db, made.id, article.text_id)
        keep_place(self._db, made.id, article.text_id, placing, now=self._now)

    # Entities

    def _entities(self, foreign: ForeignAnnotation) -> tuple[str, ...]:
        found = [self._entity(each) for each in foreign.entities]
        self._left_out["entity"] += found.count(None)
        return tuple(dict.fromkeys(each for each in found if each is not None))

    def _entity(self, foreign: ForeignEntity) -> str | None:
        """Return whom a file means: by id where kind or name is the same, else by the name alone.

        None where that is nobody, or may be several.
        """
        query = "SELECT kind, name_key FROM entities WHERE id = ?"
        here = self._db.execute(query, [storable(foreign.id)]).fetchone() if foreign.id else None
        key = normalize_name(foreign.name)
        if here is not None and (not foreign.name or here == (foreign.kind, key)):
            return root(self._db, foreign.id)
        if here is not None and here[0] == foreign.kind and self._is_called(foreign.id, key):
            return root(self._db, foreign.id)
        if not key or foreign.kind not in {kind.value for kind in Kind}:
            return None
        query = """
            SELECT id FROM entities
            WHERE name_key = CAST(? AS TEXT) AND kind = ? AND document_id IS NULL LIMIT 2
        """
        rows: Sequence[tuple[str]] = self._db.execute(
            query, [storable(key), foreign.kind]
        ).fetchall()
        return root(self._db, rows[0][0]) if len(rows) == 1 else None

    def _is_called(self, entity_id: str, key: str) -> bool:
        query = """
            SELECT 1 FROM aliases WHERE entity_id = :id AND name_key = CAST(:key AS TEXT)
            UNION ALL SELECT 1 FROM corrections WHERE entity_id = :id AND undone_at IS NULL
                AND action = 'rename' AND name_key = CAST(:key AS TEXT)
        """
        asked = {"id": entity_id, "key": storable(key)}
        return self._db.execute(query, asked).fetchone() is not None


def undo(db: Database, arrivals: Arrivals, *, now: str) -> None:
    """Take annotations from a file out again, and give others back what they said."""
    for annotation_id in arrivals.added:
        db.execute("DELETE FROM annotations WHERE id = ?", [annotation_id])
    for before in arrivals.before:
        save_annotation(db, before, now=now)

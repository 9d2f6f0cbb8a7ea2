"""The notes on entities with their versions, links and tags."""

from collections.abc import Collection, Mapping

from reader.core.entities import Note
from reader.core.errors import QT_TRANSLATE_NOOP, LibraryError
from reader.core.notes import Backlink, NoteTarget, NoteVersion
from reader.store import entity_tags
from reader.store.backlinks import backlinks_to_article, backlinks_to_entity
from reader.store.entities import root
from reader.store.entity_tags import TagRow
from reader.store.note_completion import completions
from reader.store.note_links import COMMENTS, link_rows, named, target
from reader.store.note_versions import keep_version, versions
from reader.store.notes import notes, save_note
from reader.store.session import Session


class Notebook:
    """The notes of a library, for the thread that opened it alone.

    Each method that writes does so in one transaction. Any of them raises LibraryError where the
    file can't be read or written, or the entity is not in the library.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    # Texts

    def note(self, entity_id: str) -> Note | None:
        """Return the note on an entity, or on the one that it is one with; None for none."""
        with self._session.reading() as db:
            entity_id = root(db, entity_id)
            return notes(db, [entity_id]).get(entity_id)

    def save(
        self,
        entity_id: str,
        text: str,
        *,
        based_on: str | None = None,
        chosen: Mapping[str, NoteTarget] | None = None,
    ) -> Note:
        """Save what is being written, as `Library.save_note` does; whoever the links name is kept.

        `chosen` says of names in links whom they mean, where the user chose among several.
        """
        with self._session.writing() as db:
            now = self._session.now()
            return save_note(db, entity_id, text, based_on=based_on, now=now, chosen=chosen)

    def replace(self, entity_id: str, text: str) -> tuple[Note, str]:
        """Put another text in place of a note, whose own is surely kept as a version.

        Return the note, without content where `text` has none, and the text that it had.
        """
        with self._session.writing() as db:
            entity_id, now = root(db, entity_id), self._session.now()
            before = notes(db, [entity_id]).get(entity_id)
            keep_version(db, entity_id, now=now, surely=before is not None and before.text != text)
            note = save_note(db, entity_id, text, now=now)
            return note, before.text if before is not None else ""

    def append(self, entity_id: str, text: str) -> tuple[Note, str]:
        """Add a paragraph to a note; return the note, and the text that it had."""
        with self._session.writing() as db:
            entity_id, now = root(db, entity_id), self._session.now()
            note = notes(db, [entity_id]).get(entity_id)
            before = note.text if note is not None else ""
            whole = f"{before.rstrip()}\n\n{text}" if before.strip() else text
            return save_note(db, entity_id, whole, now=now), before

    # Versions

    def versions(self, entity_id: str) -> list[NoteVersion]:
        """Return what the note on an entity said before, the newest first."""
        with self._session.reading() as db:
            return versions(db, root(db, entity_id))

    def restore(self, entity_id: str, number: int) -> tuple[Note, str]:
        """Give a note again the text of a version; return the note, and the text that it had.

        :raises LibraryError: where there is no such version, too.
        """
        wanted = next((each for each in self.versions(entity_id) if each.number == number), None)
        if wanted is None:
            raise LibraryError(
                QT_TRANSLATE_NOOP(
                    "errors", "This version of the note is no longer there: choose another one."
                )
            )
        return self.replace(entity_id, wanted.text)

    # Links

    def links(self, entity_id: str) -> list[NoteTarget | None]:
        """Return what the links of a note lead to, in their order; None for a name of nobody."""
        with self._session.reading() as db:
            return [target(db, row) for row in link_rows(db, root(db, entity_id))]

    def leads_to(
        self, name: str, *, entity_id: str = "", annotation_id: str = ""
    ) -> NoteTarget | None:
        """Return what a link of that name leads to, in a note, in a comment, or anywhere."""
        with self._session.reading() as db:
            rows = link_rows(db, root(db, entity_id)) if entity_id else []
            rows += link_rows(db, annotation_id, of=COMMENTS) if annotation_id else []
            row = next((row for row in rows if row.name == name and not row.is_open), None)
            return target(db, row) if row is not None else named(db, name)

    def complete(self, typed: str, *, limit: int = 9) -> list[NoteTarget]:
        """Return the entities and articles whose names have the typed words, the best first.

        For nothing typed these are those that were worked on last.
        """
        with self._session.reading() as db:
            return completions(db, typed, limit=limit)

    def backlinks(self, entity_id: str) -> list[Backlink]:
        """Return the passages of notes and comments that link to an entity, notes first."""
        with self._session.reading() as db:
            return backlinks_to_entity(db, entity_id)

    def backlinks_to_article(self, document_id: str) -> list[Backlink]:
        """Return the passages of notes and comments that link to an article, notes first."""
        with self._session.reading() as db:
            return backlinks_to_article(db, document_id)

    def annotated_article(self, annotation_id: str) -> str | None:
        """Return the id of the article that an annotation is in; None where either is gone."""
        with self._session.reading() as db:
            row = db.execute(
                """
                SELECT d.id FROM annotations a JOIN documents d ON d.id = a.document_id
                WHERE a.id = ? AND a.deleted_at IS NULL AND d.deleted_at IS NULL
                """,
                [annotation_id],
            ).fetchone()
            return row[0] if row is not None else None

    # Tags

    def tags(self, entity_id: str) -> list[str]:
        """Return the tags of an entity, in alphabetical order."""
        with self._session.reading() as db:
            return entity_tags.tags(db, entity_id)

    def tags_of(self, entity_ids: Collection[str]) -> dict[str, list[str]]:
        """Return the tags of entities by their ids; those without any are left out."""
        with self._session.reading() as db:
            return entity_tags.tags_of(db, entity_ids)

    def set_tags(self, entity_id: str, names: Collection[str]) -> list[TagRow]:
        """Give an entity these tags alone; return what `put_tags_back` undoes it with.

        A tag is made where there is none of the name; case and accents don't count.
        """
        with self._session.writing() as db:
            return entity_tags.set_tags(db, entity_id, names, now=self._session.now())

    def put_tags_back(self, entity_id: str, rows: Collection[TagRow]) -> None:
        """Give an entity the tags that it had."""
        with self._session.writing() as db:
            entity_tags.put_back(db, entity_id, rows)

    def known_tags(self) -> list[tuple[str, int]]:
        """Return every tag with how many entities have it, the most used first."""
        with self._session.reading() as db:
            return entity_tags.known_tags(db)

    def tagged(self, name: str) -> list[str]:
        """Return the ids of the entities under a tag; case and accents don't count."""
        with self._session.reading() as db:
            return entity_tags.tagged(db, name)

"""Collections and tags: what the user puts articles under."""

import contextlib
import sqlite3
import uuid
from collections.abc import Collection, Generator

from reader.core.errors import QT_TRANSLATE_NOOP, LibraryError
from reader.core.folding import Folder
from reader.core.shelf import Label, LabelKind
from reader.store.session import Session
from reader.store.sqlite import Database, rows_in, storable


class Labels:
    """The collections and tags of a library, for the thread that opened it alone."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def labels(self, kind: LabelKind) -> list[Label]:
        """Return the labels of a kind with the number of their articles, in alphabetical order."""
        with self._session.reading() as db:
            return _labels(db, "l.kind = ?", kind.value)

    def of(self, document_id: str) -> list[Label]:
        """Return the labels of an article, collections first, each in alphabetical order."""
        with self._session.reading() as db:
            return _labels(
                db, "l.id IN (SELECT label_id FROM labelled WHERE document_id = ?)", document_id
            )

    def create(self, kind: LabelKind, name: str) -> Label:
        """Return the label of that name, made if there is none; case and accents don't count.

        :raises LibraryError: where the name is empty.
        """
        with self._session.writing() as db:
            return make_label(db, kind, name, now=self._session.now())

    def rename(self, label_id: str, name: str) -> str:
        """Give a label another name, and return the one that it had.

        :raises LibraryError: where the name is empty or another of the kind has it, or the label
            is gone.
        """
        name, key = _named(name)
        with self._session.writing() as db:
            found = _labels(db, "l.id = ?", label_id)
            if not found:
                raise LibraryError(
                    QT_TRANSLATE_NOOP(
                        "errors",
                        "The label “{name}” is gone: make a new one.",
                    ),
                    name=name,
                )
            with _refusing_twins(name):
                db.execute(
                    """
                    UPDATE labels SET name = CAST(? AS TEXT), name_key = CAST(? AS TEXT)
                    WHERE id = ?
                    """,
                    [storable(name), storable(key), label_id],
                )
            return found[0].name

    def delete(self, label_id: str) -> None:
        """Delete a label; its articles stay, and `restore` brings it back with them."""
        with self._session.writing() as db:
            db.execute(
                "UPDATE labels SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL",
                [self._session.now(), label_id],
            )

    def restore(self, label_id: str) -> None:
        """Bring a deleted label back, with its articles.

        :raises LibraryError: where another one has its name meanwhile.
        """
        with self._session.writing() as db:
            row = db.execute("SELECT name FROM labels WHERE id = ?", [label_id]).fetchone()
            with _refusing_twins(row[0] if row else ""):
                db.execute("UPDATE labels SET deleted_at = NULL WHERE id = ?", [label_id])

    def assign(self, label_id: str, document_ids: Collection[str]) -> list[str]:
        """Put articles under a label; return those that weren't, to undo it."""
        with self._session.writing() as db:
            if not _labels(db, "l.id = ?", label_id):
                return []
            there = _labelled(db, label_id, document_ids)
            known = {
                row[0]
                for row in rows_in(db, "SELECT id FROM documents WHERE id IN {}", document_ids)
            }
            new = [each for each in dict.fromkeys(document_ids) if each in known - there]
            now = self._session.now()
            db.conn.executemany(
                "INSERT INTO labelled (label_id, document_id, made) VALUES (?, ?, ?)",
                [(label_id, each, now) for each in new],
            )
            return new

    def unassign(self, label_id: str, document_ids: Collection[str]) -> list[str]:
        """Take articles from under a label; return those that were there, to undo it."""
        with self._session.writing() as db:
            there = _labelled(db, label_id, document_ids)
            gone = [each for each in dict.fromkeys(document_ids) if each in there]
            db.conn.executemany(
                "DELETE FROM labelled WHERE label_id = ? AND document_id = ?",
                [(label_id, each) for each in gone],
            )
            return gone


def make_label(db: Database, kind: LabelKind, name: str, *, now: str) -> Label:
    """Return the label of that name, made if there is none; case and accents don't count.

    :raises LibraryError: where the name is empty.
    """
    name, key = _named(name)
    condition = "l.kind = ? AND l.name_key = CAST(? AS TEXT)"
    if not _labels(db, condition, kind.value, key):
        db.execute(
            """
            INSERT INTO labels (id, kind, name, name_key, made)
            VALUES (?, ?, CAST(? AS TEXT), CAST(? AS TEXT), ?)
            """,
            [uuid.uuid4().hex, kind.value, storable(name), storable(key), now],
        )
    return _labels(db, condition, kind.value, key)[0]


def _named(name: str) -> tuple[str, str]:
    """Return a name as it is kept, and the form under which two are the same."""
    name = " ".join(name.split())
    key = Folder().fold(name)
    if not name:
        raise LibraryError(
            QT_TRANSLATE_NOOP("errors", "A collection or tag needs a name: type one.")
        )
    return name, key


@contextlib.contextmanager
def _refusing_twins(name: str) -> Generator[None]:
    """Tell in a sentence that another label has the name."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_CONSTRAINT_UNIQUE:
            raise
        raise LibraryError(
            QT_TRANSLATE_NOOP(
                "errors", "There is another “{name}” already: choose a different name."
            ),
            name=name,
        ) from error


def _labels(db: Database, condition: str, *parameters: str) -> list[Label]:
    """Return the labels that meet a condition on `l`, sorted, with their articles counted."""
    rows = db.execute(
        f"""
        SELECT l.id, l.kind, l.name, (
            SELECT count(*) FROM labelled a JOIN documents d ON d.id = a.document_id
            WHERE a.label_id = l.id AND d.deleted_at IS NULL
        )
        FROM labels l WHERE l.deleted_at IS NULL AND {condition}
        """,  # noqa: S608
        [storable(each) for each in parameters],
    )
    folder = Folder()
    found = [Label(row[0], LabelKind(row[1]), row[2], row[3]) for row in rows]
    order = list(LabelKind)
    return sorted(found, key=lambda each: (order.index(each.kind), folder.sort_key(each.name)))


def _labelled(db: Database, label_id: str, document_ids: Collection[str]) -> set[str]:
    """Return which of the articles are under a label."""
    under = {
        row[0]
        for row in db.execute("SELECT document_id FROM labelled WHERE label_id = ?", [label_id])
    }
    return under & set(document_ids)

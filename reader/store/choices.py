"""What the user said of links: which entity an open name means, and identifiers of entities."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reader.core.choices import LinkChoice
from reader.core.entities import Recognition, normalize_name
from reader.core.errors import QT_TRANSLATE_NOOP, LibraryError
from reader.core.mentions import Kind, LinkedBy, Mention
from reader.store.entities import entities, root
from reader.store.notes import notes
from reader.store.sqlite import Database, storable, told_if_gone

_Name = tuple[Kind, str]


def link_choices(db: Database, document_id: str) -> list[LinkChoice]:
    """Return the picks of a document in the order in which they were made."""
    rows = db.execute(
        """
        SELECT kind, name, entity_id, "start", "end", made FROM link_choices
        WHERE document_id = ? ORDER BY made, rowid
        """,
        [document_id],
    )
    return [
        LinkChoice(
            document_id,
            Kind(kind),
            name,
            entity_id,
            None if start is None else (start, end),
            made,
        )
        for kind, name, entity_id, start, end, made in rows
    ]


def save_link_choice(db: Database, choice: LinkChoice, *, now: str) -> None:
    """Keep a pick, in place of an earlier one for the same name and span.

    :raises LibraryError: where its document or its entity is not in the library.
    """
    delete_link_choice(db, choice)
    gone = LibraryError(
        QT_TRANSLATE_NOOP(
            "errors",
            "Which entity the name means was not kept, because it is no longer in the "
            "library: open the article again and choose anew.",
        )
    )
    with told_if_gone(gone):
        db.execute(
            """
            INSERT INTO link_choices
                (document_id, kind, name_key, "start", "end", name, entity_id, made)
            VALUES (?, ?, CAST(? AS TEXT), ?, ?, CAST(? AS TEXT), ?, ?)
            """,
            [*_place(choice), storable(choice.name), choice.entity_id, choice.made or now],
        )


def delete_link_choice(db: Database, choice: LinkChoice) -> None:
    """Take back what was said of a name and span; nothing where nothing was."""
    db.execute(
        """
        DELETE FROM link_choices
        WHERE document_id = ? AND kind = ? AND name_key = CAST(? AS TEXT)
            AND "start" IS ? AND "end" IS ?
        """,
        _place(choice),
    )


def save_identifier(db: Database, entity_id: str, scheme: str, value: str, *, now: str) -> None:
    """Keep an identifier that the user gives an entity; "" takes it away again.

    :raises LibraryError: where the library has no such entity.
    """
    entity_id = root(db, entity_id)
    if not value:
        db.execute(
            "DELETE FROM own_identifiers WHERE entity_id = ? AND scheme = ?", [entity_id, scheme]
        )
        return
    gone = LibraryError(
        QT_TRANSLATE_NOOP(
            "errors",
            "The identifier was not saved, because its entity is no longer in the library: "
            "open the article again and type it anew.",
        )
    )
    with told_if_gone(gone):
        db.execute(
            """
            INSERT INTO own_identifiers (entity_id, scheme, value, made)
            VALUES (?, ?, CAST(? AS TEXT), ?)
            ON CONFLICT (entity_id, scheme) DO UPDATE SET value = excluded.value
            """,
            [entity_id, scheme, storable(value), now],
        )


def with_choices(db: Database, recognition: Recognition) -> Recognition:
    """Return a recognition in which names mean what the user said, whatever the model made of them.

    An entity that was picked is among its entities, last where the model didn't find it. A question
    that is answered everywhere is not, unless there is a note on it.
    """
    choices = link_choices(db, recognition.document_id)
    if not choices:
        return recognition
    for_all = {_name(c): c.entity_id for c in choices if c.span is None}
    for_one: dict[_Name, list[LinkChoice]] = {}
    for choice in choices:
        if choice.span is not None:
            for_one.setdefault(_name(choice), []).append(choice)
    names = _Names(db, recognition)
    mentions = tuple(
        _chosen(mention, names.of(mention), for_all, for_one) for mention in recognition.mentions
    )
    meant = dict.fromkeys(mention.entity_id for mention in mentions)
    answered = {e.id for e in recognition.entities if e.candidates and e.id not in meant}
    answered -= notes(db, answered).keys()
    kept = [entity for entity in recognition.entities if entity.id not in answered]
    listed = {entity.id for entity in kept}
    also = [entity_id for entity_id in meant if entity_id not in listed]
    found = entities(db, also)
    return replace(
        recognition,
        mentions=mentions,
        entities=(*kept, *(found[entity_id] for entity_id in also)),
    )


class _Names:
    """The normalised names of mentions: as it stands in the text, and the open entity's own."""

    def __init__(self, db: Database, recognition: Recognition) -> None:
        query = "SELECT text FROM texts WHERE document_id = ?"
        row = db.execute(query, [recognition.document_id]).fetchone()
        self._text = row[0] if row else ""
        self._open = {e.id: normalize_name(e.name) for e in recognition.entities if e.candidates}
        self._normalized: dict[str, str] = {}

    def of(self, mention: Mention) -> tuple[_Name, ...]:
        """Return the names, each with its kind, under which a mention may have been picked."""
        surface = self._text[mention.start : mention.end]
        key = self._normalized.get(surface)
        if key is None:
            key = self._normalized[surface] = normalize_name(surface)
        return (mention.kind, key), (mention.kind, self._open.get(mention.entity_id, key))


def _chosen(
    mention: Mention,
    names: Sequence[_Name],
    for_all: Mapping[_Name, str],
    for_one: Mapping[_Name, list[LinkChoice]],
) -> Mention:
    """Return a mention as it is, or with the entity that was picked for it.

    A role beside one mention says more of it than what was said of the name everywhere.
    """
    here = [c.entity_id for name in names for c in for_one.get(name, ()) if _overlap(c, mention)]
    everywhere = [for_all[name] for name in names if name in for_all]
    if not here and (not everywhere or mention.linked_by is LinkedBy.ROLE):
        return mention
    return replace(mention, entity_id=(here or everywhere)[0], linked_by=LinkedBy.USER)


def _overlap(choice: LinkChoice, mention: Mention) -> bool:
    assert choice.span is not None
    return choice.span[0] < mention.end and mention.start < choice.span[1]


def _name(choice: LinkChoice) -> _Name:
    return choice.kind, normalize_name(choice.name)


def _place(choice: LinkChoice) -> list[str | bytes | int | None]:
    start, end = choice.span or (None, None)
    key = storable(normalize_name(choice.name))
    return [choice.document_id, choice.kind.value, key, start, end]

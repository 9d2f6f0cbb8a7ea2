"""Entities: the people, countries, places and organizations that articles name."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from reader.core.mentions import Kind, Mention


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, country, place or organization.

    `id` is opaque: it stays the same when the name changes. `aliases` are other names, without the
    name itself. `identifiers` maps a scheme ("iso3166" for countries, two letters; "geonames") to
    the entity's identifier there. `candidates` is empty but where the name is open in the article:
    then it has the ids of the entities, of the same recognition, that may be meant.
    """

    id: str
    name: str
    kind: Kind
    aliases: tuple[str, ...] = ()
    identifiers: Mapping[str, str] = field(default_factory=dict)
    candidates: tuple[str, ...] = ()

    @property
    def country_code(self) -> str | None:
        """Return the ISO 3166-1 alpha-2 code of a country; None for everything else."""
        return self.identifiers.get("iso3166") if self.kind is Kind.COUNTRY else None


@dataclass(frozen=True, slots=True)
class Recognition:
    """What one model found in one document: mentions in reading order, and their entities.

    `complete` is false while the rest of the document is still being read.
    """

    document_id: str
    model: str
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Note:
    """What the user wrote on an entity, in Markdown; `modified` in ISO 8601, UTC."""

    entity_id: str
    text: str
    modified: str


def normalize_name(name: str) -> str:
    """Return the form under which two spellings of one name are equal.

    Case, accents, the dots of abbreviations and the width of white space are folded; ñ stays apart
    from n, as Spanish counts it a letter of its own.
    """
    if name.isascii():  # many times as fast, and a book names thousands
        return " ".join(name.lower().replace(".", "").split())
    kept = unicodedata.normalize("NFC", name).casefold().replace("ñ", "\0")
    decomposed = unicodedata.normalize("NFKD", kept)
    plain = "".join(c for c in decomposed if not unicodedata.combining(c) and c != ".")
    return " ".join(plain.replace("\0", "ñ").split())

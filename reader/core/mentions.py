"""A mention: a passage of a document that names an entity."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of entity, in the order in which the interface lists them."""

    PERSON = "person"
    COUNTRY = "country"
    PLACE = "place"
    ORGANIZATION = "organization"


class FoundBy(StrEnum):
    """Why a passage counts as a mention."""

    MODEL = "model"
    LIST = "list"  # a gazetteer knows the name
    REPETITION = "repetition"  # the same name was found elsewhere in the article
    USER = "user"


class LinkedBy(StrEnum):
    """Why a mention is taken to mean its entity."""

    NAME = "name"  # it is the entity's name, but for case and accents
    ALIAS = "alias"  # it is another known name of the entity
    PART = "part"  # a surname or first name of a person who is named in full in the article
    ACRONYM = "acronym"
    USER = "user"


@dataclass(frozen=True, slots=True)
class Mention:
    """A half-open span of code points into its document's text, with the entity that it names."""

    start: int
    end: int
    kind: Kind
    entity_id: str
    found_by: FoundBy = FoundBy.MODEL
    linked_by: LinkedBy = LinkedBy.NAME

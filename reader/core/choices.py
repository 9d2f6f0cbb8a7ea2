"""The user's picks: which entity an open name means."""

from dataclasses import dataclass

from reader.core.mentions import Kind


@dataclass(frozen=True, slots=True)
class LinkChoice:
    """That a name means an entity, in one document: in one mention or wherever it stands.

    `name` is the name as it is written there; its case and accents don't count. `span` is the
    half-open span of code points of the one mention, None for all of them; what is said of one
    mention outweighs what is said of all. `made` in ISO 8601, UTC; "" for not yet kept.
    """

    document_id: str
    kind: Kind
    name: str
    entity_id: str
    span: tuple[int, int] | None = None
    made: str = ""

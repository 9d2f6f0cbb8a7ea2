"""What the side panel is given to show."""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.core.entities import Entity, Note


@dataclass(frozen=True, slots=True)
class EntityRow:
    """An entity in the list: how often the article names it, and where it is first mentioned.

    `first` is in code points; `demonyms` is how often a demonym stands for it, a country.
    """

    entity: Entity
    count: int
    first: int
    has_note: bool = False
    demonyms: int = 0


@dataclass(frozen=True, slots=True)
class Snippet:
    """One mention with the text around it; `start` and `end` are its span in the document.

    `before`, `text` and `after` are plain strings of one line; `text` is the mention itself, which
    is a name or, for a country, a demonym.
    """

    start: int
    end: int
    before: str
    text: str
    after: str
    is_demonym: bool = False


@dataclass(frozen=True, slots=True)
class EntityDetails:
    """What an entity's card shows; `other_articles` are (document id, title, date) each.

    `mention_count` is the number of mentions where `mentions` holds only the first of them; 0 for
    as many as there are in it. `demonym_count` of them are demonyms.
    """

    entity: Entity
    note: Note | None = None
    mentions: Sequence[Snippet] = ()
    other_articles: Sequence[tuple[str, str, str]] = ()
    mention_count: int = 0
    demonym_count: int = 0

"""What the side panel is given to show."""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.core.choices import LinkChoice
from reader.core.entities import Entity, Note
from reader.ui.reasons import Reason


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
    reason: Reason | None = None  # why it means the entity


@dataclass(frozen=True, slots=True)
class Pick:
    """That a name means the entity because the user said so, in `mentions` places here.

    `everywhere` is false where it was said of single mentions alone.
    """

    name: str
    choices: tuple[LinkChoice, ...]
    mentions: int
    everywhere: bool


@dataclass(frozen=True, slots=True)
class EntityDetails:
    """What an entity's card shows; `other_articles` are (document id, title, date) each.

    `mention_count` is the number of mentions where `mentions` holds only the first of them; 0 for
    as many as there are in it. `demonym_count` of them are demonyms. `candidates` are those whom an
    open name may mean, `picks` the names that mean the entity because the user said so.
    """

    entity: Entity
    note: Note | None = None
    mentions: Sequence[Snippet] = ()
    other_articles: Sequence[tuple[str, str, str]] = ()
    mention_count: int = 0
    demonym_count: int = 0
    candidates: Sequence[Entity] = ()
    picks: Sequence[Pick] = ()

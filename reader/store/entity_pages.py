"""What the whole library knows of an entity, and the network of entities."""

from collections.abc import Collection

from reader.core.mentions import Kind
from reader.core.pages import (
    EntityTotals,
    MonthCount,
    NamingArticle,
    Network,
    Passage,
    Related,
)
from reader.store.session import Session


class EntityPages:
    """The entities of a library across its articles, for the thread that opened it alone.

    Articles in the trash don't count, and the same text in several outlets counts once.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def totals(self, entity_id: str) -> EntityTotals:
        """Return how often the library names an entity."""
        raise NotImplementedError

    def articles(
        self, entity_id: str, *, offset: int = 0, limit: int = 20, passages: int = 3
    ) -> list[NamingArticle]:
        """Return a window of the articles that name an entity, newest first.

        Each comes with its first passages, `passages` at the most.
        """
        raise NotImplementedError

    def passages(self, entity_id: str, document_id: str) -> list[Passage]:
        """Return every passage of an article that names an entity, in reading order."""
        raise NotImplementedError

    def related(
        self, entity_id: str, *, kinds: Collection[Kind] = (), limit: int = 20
    ) -> list[Related]:
        """Return the entities that appear with one, those most often in one paragraph first.

        `kinds` are those of interest, none for all.
        """
        raise NotImplementedError

    def passages_together(
        self, entity_id: str, other_id: str, *, offset: int = 0, limit: int = 20
    ) -> list[Passage]:
        """Return the paragraphs that name both entities, newest article first, in reading order."""
        raise NotImplementedError

    def months(self, entity_id: str) -> list[MonthCount]:
        """Return how often an entity is named in each month, by the articles' dates."""
        raise NotImplementedError

    def network(
        self,
        *,
        document_id: str = "",
        collection: str = "",
        around: str = "",
        kinds: Collection[Kind] = (),
        limit: int = 50,
    ) -> Network:
        """Return the entities that matter most, `limit` at the most, and what connects them.

        Of one article, of a collection (the label's id), around one entity (its id; the articles
        that name it), or of the whole library where none is given.
        """
        raise NotImplementedError

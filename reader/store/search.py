"""Search in the whole library as one types."""

from collections.abc import Collection

from reader.core.search import HitGroup, HitKind
from reader.store.session import Session


class Search:
    """The search of a library, for the thread that opened it alone."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def find(
        self, text: str, *, kinds: Collection[HitKind] = tuple(HitKind), limit: int = 20
    ) -> list[HitGroup]:
        """Return what has all the words of `text`, up to `limit` of each kind, none without hits.

        Case and accents don't count, but ñ is not n; words in quotes are a phrase; the last word
        may go on, unless a space or a quote follows it. Nothing that is typed is an error.
        """
        raise NotImplementedError

    def rebuild(self) -> None:
        """Make the index anew from what the library holds."""
        raise NotImplementedError

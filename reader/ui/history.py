"""The way back: which articles were open, in order."""

from collections.abc import Sequence


class History:
    """A list of article ids with a place in it, as in a browser."""

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._place = -1

    @classmethod
    def of(cls, places: Sequence[str], place: int) -> "History":
        """Return a history that stands at one of these places."""
        history = cls()
        history._ids = list(places)
        history._place = min(max(place, 0), len(places) - 1)
        return history

    @property
    def places(self) -> tuple[str, ...]:
        """Return all places, the oldest first."""
        return tuple(self._ids)

    @property
    def place(self) -> int:
        """Return the number of the present place; -1 for none."""
        return self._place

    @property
    def current(self) -> str:
        """Return the present place; "" for none."""
        return self._ids[self._place] if self._ids else ""

    def visit(self, document_id: str) -> None:
        """Put `document_id` after the present place, and forget what came after; go there."""
        if self._place >= 0 and self._ids[self._place] == document_id:
            return
        self._ids[self._place + 1 :] = [document_id]
        self._place += 1

    def can_go(self, step: int) -> bool:
        """Tell whether there is an article `step` places on (negative: back)."""
        return 0 <= self._place + step < len(self._ids)

    def at(self, step: int) -> str:
        """Return the article `step` places on.

        :raises IndexError: where there is none.
        """
        if not self.can_go(step):
            raise IndexError(f"no article {step} places from {self._place}")
        return self._ids[self._place + step]

    def arrive(self, document_id: str, step: int) -> None:
        """Note that an article was opened, `step` places on if that is where it stands."""
        if step and self.can_go(step) and self.at(step) == document_id:
            self._place += step
        else:
            self.visit(document_id)

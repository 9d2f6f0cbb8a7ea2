"""The way back: which articles were open, in order."""


class History:
    """A list of article ids with a place in it, as in a browser."""

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._place = -1

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

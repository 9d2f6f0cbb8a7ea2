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

    def go(self, step: int) -> str:
        """Move `step` places on and return the article there.

        :raises IndexError: where there is none.
        """
        if not self.can_go(step):
            raise IndexError(f"no article {step} places from {self._place}")
        self._place += step
        return self._ids[self._place]

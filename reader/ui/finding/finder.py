"""Find in a text while the window stays awake: a slice at a time, from where one reads."""

import re
import time

from PySide6.QtCore import QObject, Signal

from reader.core.finding import Matches, Query, SearchedText
from reader.ui.reading.idle import IdleWork

_TELL_S = 0.1


class Finder(QObject):
    """Look for a query in a text, first from an offset to the end, then before it."""

    changed = Signal()
    """More has been found, or all of it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._text = SearchedText("")
        self._query: Query | None = None
        self._pattern: re.Pattern[str] | None = None
        self._origin = 0
        self._piece = 0  # to be searched next
        self._left = 0  # pieces
        self._after, self._before = Matches(), Matches()
        self._all: Matches | None = None
        self._told = 0.0
        self._was_hit = False  # what stands first behind the origin is known
        self._work = IdleWork((self._search,), self)

    @property
    def is_done(self) -> bool:
        """Return whether the whole text has been searched."""
        return self._left == 0

    @property
    def matches(self) -> Matches:
        """Return what has been found until now."""
        if self._all is None:
            self._all = self._before.followed_by(self._after)
        return self._all

    def set_text(self, text: str) -> None:
        """Search another text; nothing is looked for until `find`."""
        self.stop()
        if text != self._text.text:
            self._text = SearchedText(text)

    def stop(self) -> None:
        """Look for nothing."""
        self._work.stop()
        self._query, self._left, self._all = None, 0, None
        self._after, self._before = Matches(), Matches()

    def find(self, query: Query, origin: int) -> None:
        """Begin to look for a query; the piece of text at `origin` is searched at once."""
        self.stop()
        self._query, self._origin = query, origin
        self._pattern = None if query.is_empty else self._text.pattern(query)
        self._piece, self._was_hit = self._text.piece_at(origin), False
        self._told = time.perf_counter()
        if self._pattern is None:
            self.changed.emit()
            return
        self._left = len(self._text)
        self._find_piece()
        self.changed.emit()
        if self._left:
            self._work.start()

    def first(self) -> int | None:
        """Return the number of the match behind the origin, or else of the first; None for none.

        None also while it is not known yet which one that is.
        """
        if not len(self.matches):
            return None
        index = self.matches.index_from(self._origin)
        if index < len(self.matches):
            return index
        return 0 if self.is_done else None

    def _search(self, deadline: float) -> bool:
        while self._left and time.perf_counter() < deadline:
            self._find_piece()
        now = time.perf_counter()
        is_hit = not self._was_hit and self._is_hit()
        if is_hit or not self._left or now - self._told > _TELL_S:
            self._was_hit = self._was_hit or is_hit
            self._told = now
            self.changed.emit()
        return not self._left

    def _find_piece(self) -> None:
        assert self._query is not None
        assert self._pattern is not None
        is_behind = self._piece >= self._text.piece_at(self._origin)
        found = self._after if is_behind else self._before
        self._text.find(self._piece, self._pattern, self._query, found)
        self._all = None
        self._left -= 1
        self._piece = (self._piece + 1) % len(self._text)

    def _is_hit(self) -> bool:
        return self._after.index_from(self._origin) < len(self._after)

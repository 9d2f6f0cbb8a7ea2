"""What the pages of the preferences have in common: a title, rows, and a search among them."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from reader.ui.palette.matching import folded

MARGIN = 24
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Row:
    """A part of a page that a search shows or hides, and all the words that it is found by."""

    words: str
    show: Callable[[bool], object]


class Page(QWidget):
    """A title over what `body` holds, which scrolls; `rows` says what can be searched for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel()
        self.title.setProperty("role", "title")
        content = QWidget()
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(MARGIN, MARGIN - 4, MARGIN, MARGIN)
        self.body.setSpacing(12)
        self.body.addWidget(self.title)
        self.scroll_area = QScrollArea()
        self.scroll_area.setWidget(content)
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.scroll_area, 1)
        self.scroll_area.verticalScrollBar().rangeChanged.connect(self._on_scroll_range_changed)

    def rows(self) -> list[Row]:
        """Return the parts of the page that can be searched for."""
        raise NotImplementedError

    def filter(self, wanted: str) -> int:
        """Show only the rows that `matches` finds; return how many these are.

        A page whose title is meant is shown whole.
        """
        rows = self.rows()
        if matches(wanted, self.title.text()):
            for row in rows:
                row.show(True)
            return len(rows)
        found = 0
        for row in rows:
            is_found = matches(wanted, row.words)
            row.show(is_found)
            found += is_found
        return found

    def _on_scroll_range_changed(self, _least: int, most: int) -> None:
        """Keep the right edge where it is while there is a scroll bar."""
        bar = self.scroll_area.verticalScrollBar()
        taken = bar.sizeHint().width() if most > 0 else 0
        self.body.setContentsMargins(MARGIN, MARGIN - 4, max(MARGIN - taken, 0), MARGIN)


def matches(wanted: str, text: str) -> bool:
    """Return whether a word of `text` begins with each of `wanted`, whatever case and accents."""
    words = _WORDS.findall(folded(text))
    return all(
        any(word.startswith(beginning) for word in words)
        for beginning in _WORDS.findall(folded(wanted))
    )

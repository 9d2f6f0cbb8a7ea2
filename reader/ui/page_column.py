"""What the pages in the middle of the window share: their column, and the title above it."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reader.ui.plain_text import PlainLabel, scaled_font

COLUMN = 820
"""The most pixels that a page's column is wide."""

MARGIN = 24
"""The fewest pixels between the column and the edges."""

TOP = 20
"""Pixels above a page's title."""

GAP = 8
"""Pixels between a page's title, its lines of controls and what they are about."""

EMPTY_TOP = 40
"""Pixels above the sentence that stands in the place of a list."""

TITLE_SCALE = 1.9
"""The size of a page's title, measured by the window's font."""

_SPILL = 13  # pixels that a row goes beyond the column, to its ground's edge and what is around it
_BESIDE = 10  # pixels between the title and what stands beside it


def column(rect: QRect, view: QWidget | None = None) -> QRect:
    """Return the part of `rect` that a page uses.

    It lies in the middle of `view`, where that is given: a scroll bar does not move it.
    """
    whole = rect.width() if view is None else view.width()
    width = max(min(whole - 2 * MARGIN, COLUMN), 0)
    return QRect(rect.left() + (whole - width) // 2, rect.top(), width, rect.height())


def row_option(option: QStyleOptionViewItem) -> QStyleOptionViewItem:
    """Return what a row's ground is painted with: it is a little wider than the column."""
    framed = QStyleOptionViewItem(option)
    framed.rect = column(option.rect, option.widget).adjusted(-_SPILL, 0, _SPILL, 0)
    return framed


class ColumnLayout(QVBoxLayout):
    """Lay widgets out in a page's column, in the middle of `view` where that is given."""

    def __init__(
        self, parent: QWidget | None = None, *, top: int = 0, view: QWidget | None = None
    ) -> None:
        if parent is None:
            super().__init__()
        else:
            super().__init__(parent)
        self._view = view
        self.setContentsMargins(MARGIN, top, MARGIN, 0)
        self.setSpacing(GAP)

    def setGeometry(self, rect: QRect) -> None:
        """Leave what is beside the column free."""
        super().setGeometry(column(rect, self._view).adjusted(-MARGIN, 0, MARGIN, 0))

    def heightForWidth(self, width: int) -> int:
        """Return the height in a column of that width, or of the widest."""
        return super().heightForWidth(min(width, COLUMN + 2 * MARGIN))


class EmptySentence(QLabel):
    """Say, in the place of a list, why nothing is there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "muted")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setContentsMargins(MARGIN, EMPTY_TOP, MARGIN, MARGIN)


class PageTitle(QWidget):
    """Say what a page is; beside it, on the same line, how much there is, and its buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.detail = PlainLabel(max_lines=1)
        self.detail.setProperty("role", "muted")
        self._beneath = QVBoxLayout()
        self._beneath.setSpacing(0)
        self._beneath.addStretch()
        self._beneath.addWidget(self.detail)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(2)
        self._line.addWidget(self.label, 0, Qt.AlignmentFlag.AlignBottom)
        self._line.addSpacing(_BESIDE)
        self._line.addLayout(self._beneath, 1)
        self._fit()

    def add_button(self, button: QWidget) -> None:
        """Put a button at the end of the line."""
        self._line.addWidget(button)

    def sizeHint(self) -> QSize:
        """Return one height for the titles of all pages, whatever buttons they have."""
        return QSize(super().sizeHint().width(), self.label.fontMetrics().height())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window's font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """Have the title in its size, and what is beside it on its base line."""
        self.label.setFont(scaled_font(self.font(), TITLE_SCALE, bold=True))
        below = self.label.fontMetrics().descent() - self.detail.fontMetrics().descent()
        self._beneath.setContentsMargins(0, 0, 0, max(below, 0))

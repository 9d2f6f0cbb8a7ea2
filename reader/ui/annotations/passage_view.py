"""A passage in its context, with the words marked that another text has not."""

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from reader.core.annotations import Colour
from reader.core.review import Excerpt
from reader.ui.theme import Theme


class PassageView(QTextEdit):
    """Show an excerpt as plain text, as high as it needs; it can be selected but not edited.

    What went is struck through, what came is underlined twice: colour is never the only sign.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._excerpt: Excerpt | None = None
        self._colour = Colour.YELLOW
        self._is_old = False
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setObjectName("passageView")
        self.document().setDocumentMargin(0)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._theme = theme
        self._show()

    def set_excerpt(self, excerpt: Excerpt, colour: Colour, *, is_old: bool) -> None:
        """Show an excerpt, its passage in an annotation's colour."""
        self._excerpt, self._colour, self._is_old = excerpt, colour, is_old
        self._show()

    def sizeHint(self) -> QSize:
        """Return the height of the whole text at the present width."""
        self.document().setTextWidth(self.viewport().width())
        return QSize(200, int(self.document().size().height() + 1) + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        """Return the same height; the width may be any."""
        return QSize(120, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _show(self) -> None:
        excerpt, theme = self._excerpt, self._theme
        if excerpt is None or theme is None:
            return
        self.clear()
        cursor = QTextCursor(self.document())
        around = QTextCharFormat()
        around.setForeground(theme.muted)
        passage = QTextCharFormat()
        passage.setForeground(theme.text)
        passage.setBackground(theme.annotations[self._colour].fill)
        changed = QTextCharFormat(passage)
        if self._is_old:
            changed.setFontStrikeOut(True)
        else:
            changed.setFontWeight(700)
            changed.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        cursor.insertText(_lines(excerpt.before), around)
        at = 0
        for start, end in excerpt.changed:
            cursor.insertText(_lines(excerpt.passage[at:start]), passage)
            cursor.insertText(_lines(excerpt.passage[start:end]), changed)
            at = end
        cursor.insertText(_lines(excerpt.passage[at:]), passage)
        cursor.insertText(_lines(excerpt.after), around)
        self.updateGeometry()


def _lines(text: str) -> str:
    """Return a text with one line break between paragraphs."""
    return re.sub(r"\n{2,}", "\n", text)

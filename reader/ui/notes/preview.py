"""A note as it reads: its Markdown laid out, and nothing fetched or run."""

import re
from typing import Any
from urllib.parse import quote, unquote

from PySide6.QtCore import QPoint, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QCursor,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from reader.core.wikilinks import wikilinks
from reader.ui.theme import Theme

_NAME = "note:"
_SPECIAL = re.compile(r"[\\`*_\[\]{}<>()#+\-.!|~&]")
_INDENT = 18
_QUOTE_LEVEL = QTextFormat.Property.BlockQuoteLevel.value
_FEATURES = (
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub
    | QTextDocument.MarkdownFeature.MarkdownNoHTML
)


class NotePreview(QTextBrowser):
    """Show a note laid out, as high as it is; HTML in it stays text, pictures stay away."""

    name_followed = Signal(str)  # whom a link names
    address_followed = Signal(str, QPoint)  # an address, and where on the screen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note = ""
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(6)
        self.document().setIndentWidth(_INDENT)
        self.anchorClicked.connect(self._on_anchor_clicked)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        sheet = f"a {{ color: {theme.accent.name()}; }}"
        self.document().setDefaultStyleSheet(sheet)
        self.show_note(self._note)

    def show_note(self, text: str) -> None:
        """Show a note's text."""
        self._note = text
        self.document().setMarkdown(with_links(text), _FEATURES)
        self._space()
        self.updateGeometry()

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Load nothing, from nowhere."""
        return None

    def sizeHint(self) -> QSize:
        """Return the height of the whole note."""
        self.document().setTextWidth(self.viewport().width())
        return QSize(200, int(self.document().size().height()) + 2 * self.frameWidth() + 4)

    def minimumSizeHint(self) -> QSize:
        """Return the least size; the height is the text's."""
        return QSize(60, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _space(self) -> None:
        """Give the lines of the panel's narrow column some air."""
        block = self.document().begin()
        while block.isValid():
            cursor = QTextCursor(block)
            spacing = QTextBlockFormat()
            spacing.setLineHeight(118, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            if block.blockFormat().hasProperty(_QUOTE_LEVEL):
                spacing.setLeftMargin(_INDENT)
                cursor.movePosition(
                    QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
                )
                self._mute(cursor)
            cursor.mergeBlockFormat(spacing)
            block = block.next()

    def _mute(self, cursor: QTextCursor) -> None:
        """Set a quotation apart from the user's own words; links in it stay links."""
        position, end = cursor.selectionStart(), cursor.selectionEnd()
        muted = QTextCharFormat()
        muted.setForeground(self.palette().color(QPalette.ColorRole.PlaceholderText))
        while position < end:
            cursor.setPosition(position)
            cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
            if not cursor.charFormat().isAnchor():
                cursor.mergeCharFormat(muted)
            position += 1

    def _on_anchor_clicked(self, url: QUrl) -> None:
        address = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        if address.startswith(_NAME):
            self.name_followed.emit(unquote(address.removeprefix(_NAME)))
        else:
            self.address_followed.emit(address, QCursor.pos())


def with_links(text: str) -> str:
    """Return a note in which `[[links]]` are links of plain Markdown."""
    parts: list[str] = []
    end = 0
    for link in wikilinks(text):
        shown = _SPECIAL.sub(r"\\\g<0>", link.shown or link.name)
        parts += [text[end : link.start], f"[{shown}]({_NAME}{quote(link.name, safe='')})"]
        end = link.end
    return "".join([*parts, text[end:]])

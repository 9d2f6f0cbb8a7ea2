"""What a note said before: compare it with today's, and bring it back."""

import difflib
import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from reader.core.notes import NoteVersion
from reader.ui.plain_text import PlainLabel, one_line
from reader.ui.theme import Theme

_WORD = re.compile(r"\s+|\w+|[^\w\s]")
_NUMBER_ROLE = Qt.ItemDataRole.UserRole
_MOST_WORDS = 6000
"""Words up to which two texts are compared word by word; beyond, line by line."""


class VersionsDialog(QDialog):
    """List the versions of a note with their dates; show in each what differs from today's."""

    restore_requested = Signal(int)  # the version's number

    def __init__(
        self,
        parent: QWidget,
        *,
        name: str,
        current: str,
        versions: Sequence[NoteVersion],
        theme: Theme,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("History of the note on {0}").format(one_line(name)))
        self._current = current
        self._theme = theme
        self._versions = {version.number: version for version in versions}
        self.list = QListWidget()
        self.list.setObjectName("pages")
        self.list.setAccessibleName(self.tr("Versions"))
        self.text = QTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("The version, with what differs from now"))
        self.text.document().setDocumentMargin(10)
        self.legend = QLabel()
        self.legend.setTextFormat(Qt.TextFormat.RichText)  # our own words alone
        self._none = PlainLabel()
        self._none.setProperty("role", "muted")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.setText(
            self.tr(
                "There is no earlier version yet: one is kept every ten minutes of writing, and "
                "before each deletion, merge and restoring."
            )
        )
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.restore_button = QPushButton(self.tr("Restore this version"))
        self._buttons.addButton(self.restore_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        self._fill(versions)
        self.list.currentItemChanged.connect(lambda item, _before: self._show(item))
        self.restore_button.clicked.connect(self._on_restore)
        self._buttons.rejected.connect(self.reject)
        self.list.setCurrentRow(0)
        self.resize(760, 480)

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text, 1)
        column.addWidget(self.legend)
        splitter = QSplitter()
        splitter.addWidget(self.list)
        splitter.addWidget(right)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([210, 550])
        splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 14, 12)
        layout.setSpacing(10)
        layout.addWidget(self._none)
        layout.addWidget(splitter, 1)
        row = QHBoxLayout()
        row.addWidget(self._buttons)
        layout.addLayout(row)
        self._splitter = splitter

    def _fill(self, versions: Sequence[NoteVersion]) -> None:
        self._none.setVisible(not versions)
        self._splitter.setVisible(bool(versions))
        self.restore_button.setVisible(bool(versions))
        for version in versions:
            words = len(version.text.split())
            item = QListWidgetItem(
                "\n".join((when(version.saved), self.tr("%n word(s)", "", words))), self.list
            )
            item.setData(_NUMBER_ROLE, version.number)
        gone, added = _colours(self._theme)
        self.legend.setText(
            f'<span style="background:{gone.name()}"><s>&nbsp;'
            + self.tr("only in this version")
            + f'&nbsp;</s></span> &nbsp; <span style="background:{added.name()}"><u>&nbsp;'
            + self.tr("only in today's note")
            + "&nbsp;</u></span>"
        )

    def _show(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        version = self._versions[item.data(_NUMBER_ROLE)]
        gone, added = _colours(self._theme)
        self.text.clear()
        cursor = QTextCursor(self.text.document())
        first: int | None = None
        for words, where in differences(version.text, self._current):
            look = QTextCharFormat()
            look.setForeground(self._theme.text)
            if where < 0:
                look.setBackground(gone)
                look.setFontStrikeOut(True)
            elif where > 0:
                look.setBackground(added)
                look.setFontUnderline(True)
            if where and first is None:
                first = cursor.position()
            cursor.insertText(words, look)
        cursor.setPosition(first or 0)
        self.text.setTextCursor(cursor)
        self.text.ensureCursorVisible()
        self.restore_button.setEnabled(version.text != self._current)

    def _on_restore(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.restore_requested.emit(item.data(_NUMBER_ROLE))
            self.accept()


def differences(before: str, now: str) -> Iterator[tuple[str, int]]:
    """Yield the pieces of two texts: -1 only of the first, 1 of the second, 0 of both."""
    pieces, others = _WORD.findall(before), _WORD.findall(now)
    if max(len(pieces), len(others)) > _MOST_WORDS:
        pieces, others = before.splitlines(keepends=True), now.splitlines(keepends=True)
    matcher = difflib.SequenceMatcher(None, pieces, others, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            yield "".join(pieces[i:j]), 0
            continue
        if i < j:
            yield "".join(pieces[i:j]), -1
        if k < m:
            yield "".join(others[k:m]), 1


def when(saved: str) -> str:
    """Return a time in words, in the user's own zone: day and hour."""
    moment = datetime.fromisoformat(saved)
    stamp = QDateTime.fromMSecsSinceEpoch(int(moment.timestamp() * 1000))
    locale = QLocale()
    date = locale.toString(stamp.date(), "d MMM yyyy")
    return f"{date}, {locale.toString(stamp.time(), QLocale.FormatType.ShortFormat)}"


def _colours(theme: Theme) -> tuple[QColor, QColor]:
    """Return the backgrounds of what is gone and what was added; lines tell them apart too."""
    return (
        (QColor("#5b2b2b"), QColor("#24492f"))
        if theme.dark
        else (QColor("#f8d7d3"), QColor("#cdebd3"))
    )

"""What a note or an annotation said before: compare it with today's, and bring it back."""

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QTextCharFormat, QTextCursor
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

from reader.ui.dialog_margins import DIALOG_MARGINS
from reader.ui.plain_text import PlainLabel, plain_tooltip
from reader.ui.theme import Theme

_WORD = re.compile(r"\s+|\w+|[^\w\s]")
_NUMBER_ROLE = Qt.ItemDataRole.UserRole
_MOST_WORDS = 6000
"""Words up to which two texts are compared word by word; beyond, line by line."""


@dataclass(frozen=True, slots=True)
class Part:
    """A text, compared word by word, or several values, each compared whole; with its heading."""

    said: str | tuple[str, ...]
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """What was said until something else took its place; `saved` in ISO 8601, UTC, "" for unknown.

    Its parts are those of today, in the same order. `detail` stands below its date.
    """

    number: int
    saved: str
    parts: tuple[Part, ...]
    detail: str = ""
    icon: QIcon = field(default_factory=QIcon)


class VersionsDialog(QDialog):
    """List versions with their dates, the newest first; show in each what differs from today's.

    `none` says why there is none yet.
    """

    restore_requested = Signal(int)  # the version's number

    def __init__(
        self,
        parent: QWidget,
        *,
        title: str,
        current: Sequence[Part],
        versions: Sequence[Version],
        none: str,
        theme: Theme,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._current = tuple(current)
        self._theme = theme
        self._versions = {version.number: version for version in versions}
        self.list = QListWidget()
        self.list.setObjectName("pages")
        self.list.setAccessibleName(self.tr("Versions"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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
        self._none.setText(none)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.button(QDialogButtonBox.StandardButton.Close).setProperty("role", "close")
        self.restore_button = QPushButton(self.tr("Restore this version"))
        self._buttons.addButton(self.restore_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        self._fill(versions)
        self.list.currentItemChanged.connect(lambda item, _before: self._show(item))
        self.restore_button.clicked.connect(self._on_restore)
        self._buttons.rejected.connect(self.reject)
        self.list.setCurrentRow(0)
        self.resize(760, 480) if versions else self.resize(520, self.sizeHint().height())

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(8, 0, 0, 0)
        column.addWidget(self.text, 1)
        column.addWidget(self.legend)
        splitter = QSplitter()
        splitter.addWidget(self.list)
        splitter.addWidget(right)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([250, 510])
        splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*DIALOG_MARGINS)
        layout.setSpacing(10)
        layout.addWidget(self._none)
        layout.addWidget(splitter, 1)
        row = QHBoxLayout()
        row.addWidget(self._buttons)
        layout.addLayout(row)
        self._splitter = splitter

    def _fill(self, versions: Sequence[Version]) -> None:
        self._none.setVisible(not versions)
        self._splitter.setVisible(bool(versions))
        self.restore_button.setVisible(bool(versions))
        for version in versions:
            said = when(version.saved) or self.tr("Date unknown")
            item = QListWidgetItem(f"{said}\n{version.detail}", self.list)
            item.setData(_NUMBER_ROLE, version.number)
            item.setIcon(version.icon)
            item.setToolTip(plain_tooltip(version.detail))
        gone, added = _colours(self._theme)
        self.legend.setText(
            f'<span style="background:{gone.name()}"><s>&nbsp;'
            + self.tr("only in this version")
            + f'&nbsp;</s></span> &nbsp; <span style="background:{added.name()}"><u>&nbsp;'
            + self.tr("only in today's")
            + "&nbsp;</u></span>"
        )

    def _show(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        version = self._versions[item.data(_NUMBER_ROLE)]
        self.text.clear()
        cursor = QTextCursor(self.text.document())
        first: int | None = None
        for before, now in zip(version.parts, self._current, strict=True):
            if not before.said and not now.said:
                continue
            if before.heading:
                self._begin_part(cursor, before.heading)
            for words, where in part_differences(before, now):
                if where and first is None:
                    first = cursor.position()
                cursor.insertText(words, self._look(where))
        cursor.setPosition(first or 0)
        self.text.setTextCursor(cursor)
        self.text.ensureCursorVisible()
        self.restore_button.setEnabled(version.parts != self._current)

    def _begin_part(self, cursor: QTextCursor, heading: str) -> None:
        if cursor.position():
            cursor.insertBlock()
        look = QTextCharFormat()
        look.setForeground(self._theme.muted)
        cursor.insertText(f"{heading}: ", look)

    def _look(self, where: int) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setForeground(self._theme.text)
        gone, added = _colours(self._theme)
        if where < 0:
            look.setBackground(gone)
            look.setFontStrikeOut(True)
        elif where > 0:
            look.setBackground(added)
            look.setFontUnderline(True)
        return look

    def _on_restore(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.restore_requested.emit(item.data(_NUMBER_ROLE))
            self.accept()


def part_differences(before: Part, now: Part) -> Iterator[tuple[str, int]]:
    """Yield the pieces of two parts: -1 only of the first, 1 of the second, 0 of both."""
    if isinstance(before.said, str) and isinstance(now.said, str):
        yield from differences(before.said, now.said)
        return
    is_first = True
    for values, where in _compared(tuple(before.said), tuple(now.said)):
        for value in values:
            if not is_first:
                yield ", ", 0
            yield value, where
            is_first = False


def differences(before: str, now: str) -> Iterator[tuple[str, int]]:
    """Yield the pieces of two texts: -1 only of the first, 1 of the second, 0 of both."""
    pieces, others = _WORD.findall(before), _WORD.findall(now)
    if max(len(pieces), len(others)) > _MOST_WORDS:
        pieces, others = before.splitlines(keepends=True), now.splitlines(keepends=True)
    for some, where in _compared(pieces, others):
        yield "".join(some), where


def _compared(before: Sequence[str], now: Sequence[str]) -> Iterator[tuple[Sequence[str], int]]:
    matcher = difflib.SequenceMatcher(None, before, now, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            yield before[i:j], 0
            continue
        if i < j:
            yield before[i:j], -1
        if k < m:
            yield now[k:m], 1


def when(saved: str) -> str:
    """Return a time in words, in the user's own zone: day and hour; "" for an unknown one."""
    if not saved:
        return ""
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

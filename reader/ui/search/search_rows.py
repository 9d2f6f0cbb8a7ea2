"""The rows of a search's results: groups with their counts, and what is in them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QCoreApplication,
    QLocale,
    Qt,
)

from reader.core.errors import QT_TRANSLATE_NOOP
from reader.core.search import Hit, HitGroup, HitKind, Snippet
from reader.ui.kinds import kind_name
from reader.ui.library.article_words import article_count, short_date
from reader.ui.panel.row_delegate import AnyIndex
from reader.ui.panel.rows_model import RowsModel
from reader.ui.plain_text import one_line


@dataclass(frozen=True, slots=True)
class GroupRow:
    """The heading of the hits of one kind."""

    kind: HitKind
    count: int
    has_more: bool


@dataclass(frozen=True, slots=True)
class MoreRow:
    """Asks for more hits of a kind."""

    kind: HitKind


Row = GroupRow | MoreRow | Hit


class HitModel(RowsModel):
    """List groups of hits, one below the other: a `GroupRow`, a `MoreRow` or a `Hit` each."""

    def set_groups(self, groups: Sequence[HitGroup]) -> None:
        """List other results."""
        self.beginResetModel()
        self._rows = []
        for group in groups:
            self._rows.append(GroupRow(group.kind, len(group.hits), group.has_more))
            self._rows += group.hits
            if group.has_more:
                self._rows.append(MoreRow(group.kind))
        self.endResetModel()

    def hits(self) -> list[Hit]:
        """Return all hits in their order."""
        return [row for row in self._rows if isinstance(row, Hit)]

    def next_row(self, row: int, step: int) -> int | None:
        """Return the next row that can be chosen, `step` 1 or -1; None for none."""
        row += step
        while 0 <= row < len(self._rows):
            if not isinstance(self._rows[row], GroupRow):
                return row
            row += step
        return None

    def text_of(self, row: Row) -> str:
        """Return what a row says."""
        return words_of(row)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Return that headings can't be chosen."""
        if index.isValid() and isinstance(self._rows[index.row()], GroupRow):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def words_of(row: Row) -> str:
    """Return what a row says, on one line."""
    if isinstance(row, GroupRow):
        return f"{group_name(row.kind)} ({group_count(row)})"
    if isinstance(row, MoreRow):
        return QCoreApplication.translate("search", "Show more")
    parts = (row.title.text, detail(row), row.snippet.text)
    return one_line(" · ".join(part for part in parts if part))


def group_name(kind: HitKind) -> str:
    """Return the heading of a group."""
    names = {
        HitKind.ENTITY: QT_TRANSLATE_NOOP("search", "People, places and organizations"),
        HitKind.ARTICLE: QT_TRANSLATE_NOOP("search", "Articles"),
        HitKind.NOTE: QT_TRANSLATE_NOOP("search", "Notes"),
        HitKind.ANNOTATION: QT_TRANSLATE_NOOP("search", "Annotations"),
    }
    return QCoreApplication.translate("search", names[kind])


def group_count(row: GroupRow) -> str:
    """Return how many hits a group has, as far as is known."""
    return QLocale().toString(row.count) + ("+" if row.has_more else "")


def detail(hit: Hit) -> str:
    """Return the muted words beside a hit's title."""
    if hit.kind in (HitKind.ENTITY, HitKind.NOTE):
        kind = kind_name(hit.entity_kind) if hit.entity_kind else ""
        count = article_count(hit.article_count) if hit.article_count else ""
        return " · ".join(part for part in (kind, count) if part)
    return " · ".join(part for part in (one_line(hit.outlet), short_date(hit.date)) if part)


def with_dots(snippet: Snippet) -> Snippet:
    """Return a snippet that shows where it was cut."""
    before = "… " if snippet.is_cut_before else ""
    after = " …" if snippet.is_cut_after else ""
    shift = len(before)
    matches = tuple((start + shift, end + shift) for start, end in snippet.matches)
    return Snippet(f"{before}{snippet.text}{after}", matches)

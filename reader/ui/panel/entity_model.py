"""The entities of one article as a list model: filtered, sorted, grouped by kind."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from reader.core.entities import normalize_name
from reader.core.mentions import ENTITY_KINDS, Kind
from reader.ui.kinds import kind_name, kind_plural, mention_count
from reader.ui.panel.panel_data import EntityRow
from reader.ui.plain_text import plain_tooltip

ROW_ROLE = Qt.ItemDataRole.UserRole
HIDDEN_ROLE = Qt.ItemDataRole.UserRole + 1
"""The kinds that are switched off, a frozenset: the same for each row."""
CONFIRMED_ROLE = Qt.ItemDataRole.UserRole + 2
"""Whether the user vouched for the entity, or for any mention of it."""

AnyIndex = QModelIndex | QPersistentModelIndex


class EntitySort(StrEnum):
    """What the entities of one kind are sorted by."""

    COUNT = "count"
    APPEARANCE = "appearance"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading over the entities of one kind: how many of them are listed."""

    kind: Kind
    count: int


def is_dimmed(item: Heading | EntityRow, hidden: Collection[Kind]) -> bool:
    """Return whether nothing of `item` shows in the text while `hidden` kinds are switched off.

    A country whose demonyms are shown is not dimmed with the other countries.
    """
    if isinstance(item, Heading):
        return item.kind in hidden
    if item.demonyms and Kind.DEMONYM not in hidden:
        return False
    only_demonyms = item.demonyms > 0 and item.count == 0
    return only_demonyms or item.entity.kind in hidden


def name_key(normalized: str) -> str:
    """Return what sorts a normalized name as Spanish does: ñ between n and o."""
    return normalized.replace("ñ", "n\uffff")


def arrange(
    rows: Iterable[EntityRow],
    sort: EntitySort,
    names: Mapping[str, str],
    *,
    with_demonyms: bool = True,
) -> list[Heading | EntityRow]:
    """Return `rows` grouped by kind, each group under its heading and sorted by `sort`.

    `names` maps each entity's name to its normalized form. A kind without rows has no heading.
    Demonyms count as mentions, unless they are left out.
    """
    keys: Mapping[EntitySort, Callable[[EntityRow], tuple[Any, ...]]] = {
        EntitySort.COUNT: lambda row: (
            -row.count - row.demonyms * with_demonyms,
            name_key(names[row.entity.name]),
        ),
        EntitySort.APPEARANCE: lambda row: (row.first, name_key(names[row.entity.name])),
        EntitySort.NAME: lambda row: (name_key(names[row.entity.name]),),
    }
    groups: dict[Kind, list[EntityRow]] = {kind: [] for kind in ENTITY_KINDS}
    for row in rows:
        groups[row.entity.kind].append(row)
    result: list[Heading | EntityRow] = []
    for kind, group in groups.items():
        if group:
            result.append(Heading(kind, len(group)))
            result.extend(sorted(group, key=keys[sort]))
    return result


class EntityModel(QAbstractListModel):
    """List headings and entities; headings are disabled, so the keyboard steps over them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[EntityRow] = ()
        self._items: list[Heading | EntityRow] = []
        self._row_of: dict[str, int] = {}
        self._names: dict[str, str] = {}
        self._filter = ""
        self._sort = EntitySort.COUNT
        self._hidden: frozenset[Kind] = frozenset()
        self._confirmed: frozenset[str] = frozenset()
        self._only_confirmed = False

    @property
    def sort_by(self) -> EntitySort:
        """Return what the entities of one kind are sorted by."""
        return self._sort

    @property
    def hidden_kinds(self) -> frozenset[Kind]:
        """Return the kinds that are switched off."""
        return self._hidden

    @property
    def is_filtered(self) -> bool:
        """Return whether a filter is set."""
        return self._filter != "" or self._only_confirmed

    @property
    def only_confirmed(self) -> bool:
        """Return whether the confirmed entities alone are listed."""
        return self._only_confirmed

    @property
    def total(self) -> int:
        """Return how many entities there are without the filter."""
        return len(self._all)

    def set_rows(self, rows: Sequence[EntityRow]) -> None:
        """List `rows` from now on."""
        self._all = tuple(rows)
        known = self._names
        # Only the names of these rows are kept, and each is normalized once.
        self._names = {}
        for row in rows:
            for name in (row.entity.name, *row.entity.aliases):
                normalized = known.get(name)
                self._names[name] = normalize_name(name) if normalized is None else normalized
        self._update()

    def set_hidden_kinds(self, kinds: Collection[Kind]) -> None:
        """Dim the rows of which nothing is shown while `kinds` are switched off.

        The number of mentions that rows are sorted by leaves demonyms out while they are.
        """
        self._hidden = frozenset(kinds)
        self._update()

    def set_confirmed(self, entity_ids: Collection[str]) -> None:
        """Sign the entities that the user vouched for, or for any mention of them."""
        if frozenset(entity_ids) != self._confirmed:
            self._confirmed = frozenset(entity_ids)
            self._update()

    def set_only_confirmed(self, *, on: bool) -> None:
        """List the confirmed entities alone, or all."""
        self._only_confirmed = on
        self._update()

    def set_filter(self, text: str) -> None:
        """List only entities one of whose names contains `text`, case and accents aside."""
        normalized = normalize_name(text)
        if normalized != self._filter:
            self._filter = normalized
            self._update()

    def set_sort(self, sort: EntitySort) -> None:
        """Sort the entities of each kind by `sort`."""
        if sort is not self._sort:
            self._sort = sort
            self._update()

    def row_of(self, entity_id: str) -> int | None:
        """Return the row of an entity; None where it isn't listed."""
        return self._row_of.get(entity_id)

    def entity_row(self, index: AnyIndex) -> EntityRow | None:
        """Return what is listed at `index`; None for a heading or an invalid index."""
        item = self._items[index.row()] if index.isValid() else None
        return item if isinstance(item, EntityRow) else None

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of headings and entities."""
        return 0 if parent.isValid() else len(self._items)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Return that entities can be selected and headings can't."""
        if self.entity_row(index) is None:
            return Qt.ItemFlag.NoItemFlags
        never_children = Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | never_children

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row's name, its tooltip, what a screen reader says, or the row itself."""
        if not index.isValid():
            return None
        item = self._items[index.row()]
        if role == ROW_ROLE:
            return item
        if role == HIDDEN_ROLE:
            return self._hidden
        if role == Qt.ItemDataRole.DisplayRole:
            return kind_plural(item.kind) if isinstance(item, Heading) else item.entity.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(
                item,
                hidden=is_dimmed(item, self._hidden),
                confirmed=isinstance(item, EntityRow) and self._is_confirmed(item),
            )
        if role == CONFIRMED_ROLE:
            return isinstance(item, EntityRow) and self._is_confirmed(item)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(item, EntityRow):
            counts = [mention_count(item.count, item.demonyms)] if item.demonyms else []
            return plain_tooltip("\n".join([item.entity.name, *item.entity.aliases, *counts]))
        return None

    def _update(self) -> None:
        matching = [
            row
            for row in self._all
            if (not self._filter or self._matches(row))
            and (not self._only_confirmed or self._is_confirmed(row))
        ]
        with_demonyms = Kind.DEMONYM not in self._hidden
        items = arrange(matching, self._sort, self._names, with_demonyms=with_demonyms)
        if [_key(item) for item in items] == [_key(item) for item in self._items]:
            # The same rows at the same places: the view keeps everything as it is.
            self._items = items
            if items:
                self.dataChanged.emit(self.index(0), self.index(len(items) - 1))
            return
        self.beginResetModel()
        self._items = items
        self._row_of = {
            item.entity.id: row for row, item in enumerate(items) if isinstance(item, EntityRow)
        }
        self.endResetModel()

    def _is_confirmed(self, row: EntityRow) -> bool:
        return row.entity.id in self._confirmed and not row.entity.candidates

    def _matches(self, row: EntityRow) -> bool:
        names = (row.entity.name, *row.entity.aliases)
        return any(self._filter in self._names[name] for name in names)


def _key(item: Heading | EntityRow) -> tuple[Kind, str]:
    return (item.kind, "") if isinstance(item, Heading) else (item.entity.kind, item.entity.id)


def _spoken(item: Heading | EntityRow, *, hidden: bool, confirmed: bool = False) -> str:
    if isinstance(item, Heading):
        parts = [kind_plural(item.kind), str(item.count)]
    else:
        mentions = mention_count(item.count, item.demonyms)
        parts = [item.entity.name, kind_name(item.entity.kind), mentions]
        if item.entity.candidates:
            parts.append(QCoreApplication.translate("EntityModel", "open question"))
        if confirmed:
            parts.append(QCoreApplication.translate("EntityModel", "confirmed"))
        if item.has_note:
            parts.append(QCoreApplication.translate("EntityModel", "has a note"))
    if hidden:
        parts.append(QCoreApplication.translate("EntityModel", "hidden in the text"))
    return ", ".join(parts)

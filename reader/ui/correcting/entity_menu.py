"""The menu of one or several names of the article's list."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from reader.core.entities import Entity
from reader.core.mentions import ENTITY_KINDS
from reader.ui.correcting import entity_words
from reader.ui.kind_sample import kind_icon
from reader.ui.kinds import kind_name
from reader.ui.plain_text import one_line
from reader.ui.theme import Theme

_MOST_NAMES = 8  # into which others may be merged


class EntityMenu(QMenu):
    """Offer what can be done to the selected names."""

    card_requested = Signal(str)  # the entity's id
    confirm_requested = Signal(object)  # list[str]: ids
    rename_requested = Signal(str)
    kind_requested = Signal(object, object)  # Entity, Kind
    merge_requested = Signal(object)  # Entity
    merge_into_requested = Signal(str, object)  # the one that stays, the ids of all
    said_requested = Signal(str)

    def __init__(self, chosen: Sequence[Entity], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        if len(chosen) == 1:
            self._fill_for_one(chosen[0], theme)
        else:
            self._fill_for_several(chosen)

    def _fill_for_one(self, entity: Entity, theme: Theme) -> None:
        self.addAction(self.tr("Open the card"), lambda: self.card_requested.emit(entity.id))
        self.addAction(self.tr("Confirm"), lambda: self.confirm_requested.emit([entity.id]))
        self.addSeparator()
        self.addAction(self.tr("Rename…"), lambda: self.rename_requested.emit(entity.id))
        kinds = self.addMenu(self.tr("Kind"))
        for kind in ENTITY_KINDS:
            action = kinds.addAction(
                kind_icon(kind, theme),
                kind_name(kind),
                lambda kind=kind: self.kind_requested.emit(entity, kind),
            )
            action.setEnabled(kind is not entity.kind)
        self.addAction(self.tr("Merge with…"), lambda: self.merge_requested.emit(entity))
        self.addSeparator()
        self.addAction(self.tr("What was said of it…"), lambda: self.said_requested.emit(entity.id))

    def _fill_for_several(self, chosen: Sequence[Entity]) -> None:
        ids = [each.id for each in chosen]
        title = self.addAction(entity_words.Counts().selected(len(chosen)))
        title.setEnabled(False)
        self.addAction(self.tr("Confirm"), lambda: self.confirm_requested.emit(ids))
        merge = self.addMenu(self.tr("Merge into"))
        for each in chosen[:_MOST_NAMES]:
            merge.addAction(
                one_line(each.name).replace("&", "&&"),
                lambda entity_id=each.id: self.merge_into_requested.emit(entity_id, ids),
            )

"""The names that the filter offers for what is typed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.core.entities import Entity
from reader.core.search import HitKind
from reader.ui.background import LibraryThread
from reader.ui.library.filter_panel import FilterPanel

if TYPE_CHECKING:
    from reader.store.library import Library

_MOST = 8


class EntityOffer(QObject):
    """Look names up for a filter panel; what is no longer typed there is dropped."""

    failed = Signal(object)  # ReaderError

    def __init__(self, panel: FilterPanel, library: LibraryThread, parent: QObject) -> None:
        super().__init__(parent)
        self._panel = panel
        self._library = library
        self._typed = ""
        panel.entities_wanted.connect(self._on_wanted)

    def _on_wanted(self, text: str) -> None:
        self._typed = text

        def find(library: "Library") -> list[Entity]:
            groups = library.search.find(text, kinds=[HitKind.ENTITY], limit=_MOST)
            hits = [hit for group in groups for hit in group.hits]
            found = (library.entity(hit.entity_id) for hit in hits)
            return [entity for entity in found if entity is not None]

        def done(entities: list[Entity]) -> None:
            if text == self._typed:
                self._panel.offer_entities(entities)

        self._library.call(find, done=done, failed=self.failed.emit)

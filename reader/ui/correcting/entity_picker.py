"""Choose an entity of the article or of the library, beside a mention."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidgetItem, QWidget

from reader.core.entities import Entity
from reader.core.search import Hit, HitKind
from reader.ui.background import LibraryThread
from reader.ui.correcting.candidate_form import CANDIDATE, ROWS, CandidateForm
from reader.ui.correcting.candidates import Candidate, of_library
from reader.ui.correcting.scoped_menu import ScopeRow
from reader.ui.plain_text import one_line
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.store.library import Library


class EntityPicker(CandidateForm):
    """Type, go down, press Enter; what the article names comes before the library's others.

    `of_article` returns the article's candidates for what is typed.
    """

    entity_chosen = Signal(str)  # its id

    def __init__(
        self,
        title: str,
        *,
        of_article: Callable[[str], list[Candidate]],
        without: str,
        library: LibraryThread,
        theme: Theme,
        back_to: QWidget,
        parent: QWidget,
    ) -> None:
        super().__init__(title, library=library, theme=theme, back_to=back_to, parent=parent)
        self._of_article = of_article
        self._without = without
        self.scopes: ScopeRow | None = None
        self.edit.textChanged.connect(self._fill)
        self._fill("")
        self._row_height = self.list.sizeHintForRow(0) if self.list.count() else 40
        self.list.setFixedHeight(max(3, min(ROWS, self.list.count())) * self._row_height + 2)

    def add_scopes(self, scopes: ScopeRow) -> None:
        """Let it be said here, too, how far the choice reaches."""
        self.scopes = scopes
        self.column.insertWidget(1, scopes)

    def reduce(self, height: int) -> None:
        """List fewer rows, but two."""
        left = max(2 * self._row_height, self.list.height() - height)
        self.list.setFixedHeight(left)

    def shown(self) -> list[Candidate]:
        """Return the candidates that are listed."""
        return [self.list.item(row).data(CANDIDATE) for row in range(self.list.count())]

    def choose(self, item: QListWidgetItem) -> None:
        """Choose an entity."""
        candidate: Candidate = item.data(CANDIDATE)
        self.leave()
        self.entity_chosen.emit(candidate.entity_id)

    def _fill(self, typed: str) -> None:
        typed = one_line(typed)
        self.list.clear()
        self._add(self._of_article(typed))
        if typed:
            self._search(typed)

    def _add(self, candidates: Sequence[Candidate]) -> None:
        for candidate in candidates:
            self.add(candidate, f"{candidate.name}\n{candidate.reason}")
        self.show_added()

    def _search(self, typed: str) -> None:
        def find(library: "Library") -> tuple[list[Hit], dict[str, Entity]]:
            groups = library.search.find(typed, kinds=[HitKind.ENTITY], limit=20)
            hits = [hit for group in groups for hit in group.hits]
            found = (library.entity(hit.entity_id) for hit in hits)
            return hits, {entity.id: entity for entity in found if entity is not None}

        def show(found: tuple[list[Hit], dict[str, Entity]]) -> None:
            listed = [self._without, *(each.entity_id for each in self.shown())]
            self._add(of_library(*found, listed))

        self.read(find, show)

"""Choose another entity of the article or of the library, with what tells it from its namesakes."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QListWidgetItem, QWidget

from reader.core.directory import Listed
from reader.core.mentions import Kind
from reader.ui.background import LibraryThread
from reader.ui.correcting import entity_words
from reader.ui.correcting.candidate_form import ROWS, CandidateForm
from reader.ui.correcting.candidates import Candidate
from reader.ui.plain_text import PlainLabel, one_line
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.store.library import Library

_LISTED = Qt.ItemDataRole.UserRole + 1


class EntityChooser(CandidateForm):
    """Type, go down, press Enter; those of the open article come first.

    `without` are those that can't be chosen. `says` returns what choosing one
    will do, by whether its name is the one that stays.
    """

    entity_chosen = Signal(object, bool)  # Listed; whether its name is to be kept

    def __init__(
        self,
        title: str,
        *,
        library: LibraryThread,
        theme: Theme,
        document_id: str,
        without: Sequence[str],
        says: Callable[[Listed, bool], str],
        kind: Kind | None = None,
        back_to: QWidget,
        parent: QWidget,
    ) -> None:
        super().__init__(title, library=library, theme=theme, back_to=back_to, parent=parent)
        self._document_id = document_id
        self._without = frozenset(without)
        self._says = says
        self._kind = kind  # of which those come first that are alike
        row_height = 2 * self.fontMetrics().height() + 9
        self.list.setFixedHeight(ROWS * row_height + 2)
        self.outcome = PlainLabel(max_lines=4)
        self.outcome.setProperty("role", "muted")
        # So that nothing moves while one walks the list.
        self.outcome.setFixedHeight(4 * self.fontMetrics().lineSpacing() + 2)
        self.outcome.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.keeps_other = QCheckBox(self.tr("Keep the other one's name"))
        self.keeps_other.toggled.connect(lambda _on: self._say(self.list.currentItem()))
        for part in (self.outcome, self.keeps_other):
            self.column.addWidget(part)
        self.edit.textChanged.connect(self._find)
        self.list.currentItemChanged.connect(lambda now, _before: self._say(now))
        self._find("")

    def shown(self) -> list[Listed]:
        """Return what is listed."""
        return [self.list.item(row).data(_LISTED) for row in range(self.list.count())]

    def choose(self, item: QListWidgetItem) -> None:
        """Choose an entity."""
        listed: Listed = item.data(_LISTED)
        self.leave()
        self.entity_chosen.emit(listed, self.keeps_other.isChecked())

    def _find(self, typed: str) -> None:
        def find(library: "Library") -> list[Listed]:
            return library.directory.find(one_line(typed), document_id=self._document_id)

        self.read(find, self._fill)

    def _fill(self, found: Sequence[Listed]) -> None:
        self.list.clear()
        others = [each for each in found if each.entity.id not in self._without]
        for listed in sorted(others, key=lambda each: each.entity.kind is not self._kind):
            entity = listed.entity
            reason = entity_words.told_apart(listed)
            tooltip = "\n".join([entity.name, *entity.aliases[:8], reason])
            candidate = Candidate(entity.id, entity.name, entity.kind, reason)
            self.add(candidate, tooltip).setData(_LISTED, listed)
        self.show_added()
        self._say(self.list.currentItem())

    def _say(self, item: QListWidgetItem | None) -> None:
        keeps_other = self.keeps_other.isChecked()
        self.outcome.setText(
            self._says(item.data(_LISTED), keeps_other) if item is not None else ""
        )
        self.keeps_other.setEnabled(item is not None)

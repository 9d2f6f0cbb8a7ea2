"""What the user says of names: every change is undoable, and saved by itself."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand, QUndoStack

from reader.core.choices import LinkChoice
from reader.core.entities import normalize_name
from reader.core.identifiers import WIKIDATA
from reader.core.mentions import Kind
from reader.ui.article_controller import ArticleController

if TYPE_CHECKING:
    from reader.store.library import Library

_Place = tuple[str, Kind, str, tuple[int, int] | None]


class LinkBook(QObject):
    """Put picks and identifiers on the undo stack, and keep the library abreast."""

    def __init__(
        self, controller: ArticleController, undo_stack: QUndoStack, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._undo_stack = undo_stack

    def choose(self, choice: LinkChoice) -> None:
        """Let a name mean an entity; one mention, or everywhere, what was said before is gone."""
        taken = [each for each in self._choices() if _outweighs(choice, each)]
        self._push(self.tr("choose who is meant"), taken, [choice])

    def take_back(self, choices: Sequence[LinkChoice]) -> None:
        """Leave open again what was decided."""
        self._push(self.tr("leave it open"), choices, [])

    def set_wikidata(self, entity_id: str, identifier: str, *, before: str) -> None:
        """Give an entity a Wikidata id, "" for none; `before` is the one that it has."""
        if identifier != before:
            self._undo_stack.push(
                _Change(
                    self.tr("change the Wikidata id"),
                    lambda: self._save_wikidata(entity_id, identifier),
                    lambda: self._save_wikidata(entity_id, before),
                )
            )

    def _choices(self) -> Sequence[LinkChoice]:
        recognized = self._controller.recognized
        return recognized.choices if recognized else ()

    def _push(self, text: str, gone: Sequence[LinkChoice], made: Sequence[LinkChoice]) -> None:
        self._undo_stack.push(
            _Change(text, lambda: self._save(gone, made), lambda: self._save(made, gone))
        )

    def _save(self, gone: Sequence[LinkChoice], made: Sequence[LinkChoice]) -> None:
        """Take picks back and make others, in one go for the views."""

        def write(library: "Library") -> None:
            for choice in gone:
                library.delete_link_choice(choice)
            for choice in made:
                library.save_link_choice(choice)

        places = sorted(map(str, {_place(choice) for choice in (*gone, *made)}))
        self._controller.save_links(f"links {places}", write)

    def _save_wikidata(self, entity_id: str, identifier: str) -> None:
        self._controller.save_links(
            f"wikidata {entity_id}",
            lambda library: library.save_identifier(entity_id, WIKIDATA, identifier),
            text=identifier,
        )


class _Change(QUndoCommand):
    def __init__(self, text: str, redo: Callable[[], None], undo: Callable[[], None]) -> None:
        super().__init__(text)
        self._redo = redo
        self._undo = undo

    def redo(self) -> None:
        self._redo()

    def undo(self) -> None:
        self._undo()


def _outweighs(choice: LinkChoice, other: LinkChoice) -> bool:
    """Return whether one pick leaves nothing of another: of the same name, for as much or more."""
    same_name = _place(replace(choice, span=None)) == _place(replace(other, span=None))
    return same_name and choice.span in (None, other.span)


def _place(choice: LinkChoice) -> _Place:
    return choice.document_id, choice.kind, normalize_name(choice.name), choice.span

"""The notes' part in the one undo: a spell of writing is one step."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand, QUndoStack

Put = Callable[[str, str], None]
"""Called with an entity's id and the text that its note is to have."""


class NoteUndo(QObject):
    """Remember what notes said before each spell of writing, restoring or quoting."""

    def __init__(self, stack: QUndoStack, put: Put, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stack = stack
        self._put = put
        self._writing: _Change | None = None  # the spell that goes on
        self._is_own = False  # what moves the stack

    def write(self, entity_id: str, before: str, after: str) -> None:
        """Take note that a note was written on; it goes with what was written there just now."""
        spell = self._writing
        if spell is not None and spell.entity_id == entity_id and spell.after == before:
            spell.after = after
            return
        if before != after:
            self._writing = self._push(self.tr("write on the note"), entity_id, before, after)

    def replace(self, text: str, entity_id: str, before: str, after: str) -> None:
        """Take note that a note was changed at one go; `text` says how, for the menu."""
        self.end_spell()
        if before != after:
            self._push(text, entity_id, before, after)

    def end_spell(self) -> None:
        """What is written from now on is another step."""
        self._writing = None

    def on_order_changed(self) -> None:
        """End the spell where something else was done, or undone, meanwhile."""
        if not self._is_own:
            self.end_spell()

    def _push(self, text: str, entity_id: str, before: str, after: str) -> "_Change":
        change = _Change(text, entity_id, before, after, self._put)
        self._is_own = True
        self._stack.push(change)
        self._is_own = False
        return change


class _Change(QUndoCommand):
    """A note's text before and after; it was written already when this is pushed."""

    def __init__(self, text: str, entity_id: str, before: str, after: str, put: Put) -> None:
        super().__init__(text)
        self.entity_id = entity_id
        self.before = before
        self.after = after
        self._put = put
        self._is_pushed = False

    def redo(self) -> None:
        if self._is_pushed:
            self._put(self.entity_id, self.after)
        self._is_pushed = True

    def undo(self) -> None:
        self._put(self.entity_id, self.before)

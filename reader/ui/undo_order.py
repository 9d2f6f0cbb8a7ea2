"""One undo for the whole window, over several undo stacks: what was done last is undone first."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QUndoStack
from shiboken6 import isValid


class UndoOrder(QObject):
    """Remember in which order things were done on which stack.

    Annotations have a stack, the library has one, and the user knows one Ctrl+Z.
    """

    changed = Signal()  # what would be undone is another thing now

    def __init__(self, *stacks: QUndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_action = QAction(self)
        self.redo_action = QAction(self)
        self._done: list[QUndoStack] = []  # one for each command, the last one last
        self._undone: list[QUndoStack] = []
        self._places = {stack: stack.index() for stack in stacks}
        for stack in stacks:
            stack.indexChanged.connect(lambda _index, stack=stack: self._on_moved(stack))
            stack.undoTextChanged.connect(self._on_reworded)
        self.undo_action.triggered.connect(self.undo)
        self.redo_action.triggered.connect(self.redo)
        self.retranslate()

    def undo(self) -> None:
        """Take back what was done last."""
        if self._done:
            self._done[-1].undo()

    def redo(self) -> None:
        """Do again what was taken back last."""
        if self._undone:
            self._undone[-1].redo()

    def clear(self) -> None:
        """Forget all of it: what it would change is gone."""
        for stack in list(self._places):
            stack.clear()

    def retranslate(self) -> None:
        """Take every word from the language that is now installed."""
        done = self._done[-1].undoText() if self._done else ""
        undone = self._undone[-1].redoText() if self._undone else ""
        self.undo_action.setText(
            self.tr("&Undo: {what}").format(what=done) if done else self.tr("&Undo")
        )
        self.redo_action.setText(
            self.tr("&Redo: {what}").format(what=undone) if undone else self.tr("&Redo")
        )
        self.undo_action.setEnabled(bool(self._done))
        self.redo_action.setEnabled(bool(self._undone))

    def _on_reworded(self) -> None:
        if all(map(isValid, self._places)):  # as below
            self.retranslate()

    def _on_moved(self, stack: QUndoStack) -> None:
        if not isValid(stack):  # a stack empties itself while it is being destroyed
            return
        step = stack.index() - self._places[stack]
        self._places[stack] = stack.index()
        if step == 1:
            self._done.append(stack)
        elif step == -1:
            self._undone.append(stack)
        self._match(stack)
        self.retranslate()
        self.changed.emit()

    def _match(self, stack: QUndoStack) -> None:
        """Drop what the stack no longer has: it was undone or redone, or the stack was emptied."""
        for stacks, count in (
            (self._done, stack.index()),
            (self._undone, stack.count() - stack.index()),
        ):
            while stacks.count(stack) > count:
                del stacks[len(stacks) - 1 - stacks[::-1].index(stack)]

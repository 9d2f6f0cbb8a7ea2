from PySide6.QtGui import QUndoCommand, QUndoStack
from PySide6.QtWidgets import QApplication

from reader.ui.undo_order import UndoOrder


class _Noted(QUndoCommand):
    def __init__(self, text: str, log: list[str]) -> None:
        super().__init__(text)
        self._log = log

    def redo(self) -> None:
        self._log.append(self.text())

    def undo(self) -> None:
        self._log.append(f"not {self.text()}")


def test_undo_order_takes_back_what_was_done_last_on_whatever_stack(qapp: QApplication) -> None:
    log: list[str] = []
    one, other = QUndoStack(), QUndoStack()
    order = UndoOrder(one, other)
    one.push(_Noted("a", log))
    other.push(_Noted("b", log))
    one.push(_Noted("c", log))
    for _ in range(4):
        order.undo_action.trigger()
    assert log[3:] == ["not c", "not b", "not a"]
    for _ in range(4):
        order.redo_action.trigger()
    assert log[6:] == ["a", "b", "c"]


def test_undo_order_forgets_a_stack_that_was_emptied(qapp: QApplication) -> None:
    log: list[str] = []
    one, other = QUndoStack(), QUndoStack()
    order = UndoOrder(one, other)
    one.push(_Noted("a", log))
    other.push(_Noted("b", log))
    other.clear()
    assert order.undo_action.text().endswith("a")
    order.undo()
    assert log == ["a", "b", "not a"]
    assert not order.undo_action.isEnabled()


def test_undo_order_something_new_takes_the_place_of_what_was_undone(qapp: QApplication) -> None:
    log: list[str] = []
    one = QUndoStack()
    order = UndoOrder(one)
    one.push(_Noted("a", log))
    order.undo()
    one.push(_Noted("b", log))
    assert not order.redo_action.isEnabled()
    order.undo()
    order.redo()
    assert log == ["a", "not a", "b", "not b", "b"]

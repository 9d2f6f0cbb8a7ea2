import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.panel.autosave_edit import AutosaveEdit


@pytest.fixture
def edit(qtbot: QtBot) -> AutosaveEdit:
    page = QWidget()
    edit = AutosaveEdit(max_lines=5)
    layout = QVBoxLayout(page)
    layout.addWidget(edit)
    layout.addWidget(QLineEdit())
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    edit.page = page  # type: ignore[attr-defined] (kept alive as long as the field)
    return edit


def texts(spy: QSignalSpy) -> list[str]:
    return [spy.at(i)[0] for i in range(spy.count())]


def test_autosave_edit_hands_on_once_after_the_last_key(edit: AutosaveEdit, qtbot: QtBot) -> None:
    spy = QSignalSpy(edit.text_settled)
    with qtbot.waitSignal(edit.text_settled):
        qtbot.keyClicks(edit, "hola")
    assert texts(spy) == ["hola"]


def test_autosave_edit_hands_on_at_once_when_flushed(edit: AutosaveEdit, qtbot: QtBot) -> None:
    spy = QSignalSpy(edit.text_settled)
    qtbot.keyClicks(edit, "hola")
    edit.flush()
    assert texts(spy) == ["hola"]


def test_autosave_edit_hands_on_again_until_the_text_is_kept(
    edit: AutosaveEdit, qtbot: QtBot
) -> None:
    spy = QSignalSpy(edit.text_settled)
    qtbot.keyClicks(edit, "hola")
    edit.flush()
    edit.flush()
    edit.mark_kept("hola")
    edit.flush()
    assert texts(spy) == ["hola", "hola"]


def test_autosave_edit_hands_on_a_text_that_was_taken_back(
    edit: AutosaveEdit, qtbot: QtBot
) -> None:
    edit.load("antes")
    spy = QSignalSpy(edit.text_settled)
    qtbot.keyClicks(edit, "x")
    edit.flush()
    edit.undo()
    edit.flush()
    assert texts(spy) == ["xantes", "antes"]


def test_autosave_edit_hands_on_when_left(edit: AutosaveEdit, qtbot: QtBot) -> None:
    spy = QSignalSpy(edit.text_settled)
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    qtbot.keyClicks(edit, "hola")
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert not edit.hasFocus()
    assert texts(spy) == ["hola"]


def test_autosave_edit_hands_on_when_hidden(edit: AutosaveEdit, qtbot: QtBot) -> None:
    spy = QSignalSpy(edit.text_settled)
    qtbot.keyClicks(edit, "hola")
    edit.hide()
    assert texts(spy) == ["hola"]


@pytest.mark.parametrize(
    "text", ["", "una nota", "dos\nlíneas", "con\u00a0espacio\u202ffijo", "😀"]
)
def test_autosave_edit_gives_back_what_it_was_given(edit: AutosaveEdit, text: str) -> None:
    spy = QSignalSpy(edit.text_settled)
    edit.load(text)
    edit.flush()
    assert edit.text() == text
    assert spy.count() == 0


def test_autosave_edit_replaces_the_text_without_moving_the_cursor(edit: AutosaveEdit) -> None:
    edit.load("uno dos")
    cursor = edit.textCursor()
    cursor.setPosition(3)
    edit.setTextCursor(cursor)
    edit.replace("uno dos tres")
    assert (edit.text(), edit.textCursor().position()) == ("uno dos tres", 3)
    assert not edit.is_pending


def test_autosave_edit_can_undo_a_replacement(edit: AutosaveEdit) -> None:
    edit.load("uno")
    edit.replace("dos")
    edit.undo()
    assert edit.text() == "uno"


def test_autosave_edit_keeps_its_undo_steps_when_given_the_same_text(
    edit: AutosaveEdit, qtbot: QtBot
) -> None:
    qtbot.keyClicks(edit, "hola")
    edit.replace("hola")
    edit.undo()
    assert edit.text() == ""


def test_autosave_edit_grows_with_its_text_up_to_its_limit(edit: AutosaveEdit) -> None:
    heights = []
    for lines in (1, 3, 5, 50):
        edit.load("\n".join("línea" for _ in range(lines)))
        heights.append(edit.sizeHint().height())
    line = edit.fontMetrics().lineSpacing()
    assert heights[1] - heights[0] == pytest.approx(2 * line, abs=3)
    assert heights[2] == pytest.approx(heights[3], abs=3)


def test_autosave_edit_counts_the_lines_that_a_long_paragraph_takes(edit: AutosaveEdit) -> None:
    edit.load("palabra")
    one_line = edit.sizeHint().height()
    edit.load("palabra " * 200)
    assert edit.sizeHint().height() > 3 * one_line - 30

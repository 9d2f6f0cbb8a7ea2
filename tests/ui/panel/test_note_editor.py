import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from reader.core.entities import Note
from reader.ui.panel.note_editor import NoteEditor


@pytest.fixture
def editor(qtbot: QtBot) -> NoteEditor:
    editor = NoteEditor()
    qtbot.addWidget(editor)
    editor.show()
    qtbot.waitExposed(editor)
    return editor


def note(text: str, modified: str = "1") -> Note:
    return Note("e1", text, modified)


def edited(spy: QSignalSpy) -> list[tuple[str, str]]:
    return [(spy.at(i)[0], spy.at(i)[1]) for i in range(spy.count())]


@pytest.mark.parametrize(("saved", "state"), [("hola", "Saved ✓"), ("hol", "Saving…")])
def test_note_editor_says_saved_only_of_the_present_text(
    editor: NoteEditor, qtbot: QtBot, saved: str, state: str
) -> None:
    editor.show_note("e1", "Rusia", None)
    qtbot.keyClicks(editor.edit, "hola")
    editor.set_saved("e1", saved)
    assert editor.state_text == state


def test_note_editor_says_nothing_of_a_note_that_was_only_read(editor: NoteEditor) -> None:
    editor.show_note("e1", "Rusia", note("hola"))
    editor.show_note("e1", "Rusia", note("hola"))
    assert editor.state_text == ""


@pytest.mark.parametrize("arriving", [None, note("otra", "9")])
def test_note_editor_keeps_what_is_being_typed_when_refreshed(
    editor: NoteEditor, qtbot: QtBot, arriving: Note | None
) -> None:
    editor.show_note("e1", "Rusia", note("antes"))
    qtbot.keyClicks(editor.edit, "hola ")
    editor.show_note("e1", "Rusia", arriving)
    assert editor.edit.text() == "hola antes"


def test_note_editor_keeps_cursor_and_undo_when_its_saved_text_comes_back(
    editor: NoteEditor, qtbot: QtBot
) -> None:
    editor.show_note("e1", "Rusia", note("antes"))
    qtbot.keyClicks(editor.edit, "hola ")
    position = editor.edit.textCursor().position()
    editor.flush()
    editor.set_saved("e1", "hola antes")
    editor.show_note("e1", "Rusia", note("hola antes", "2"))
    assert editor.edit.textCursor().position() == position
    editor.edit.undo()
    assert editor.edit.text() == "antes"


def test_note_editor_takes_a_change_from_elsewhere_while_nothing_is_typed(
    editor: NoteEditor,
) -> None:
    editor.show_note("e1", "Rusia", note("antes"))
    editor.show_note("e1", "Rusia", note("después", "2"))
    assert editor.edit.text() == "después"


def test_note_editor_ignores_a_late_older_state_while_the_user_is_in_it(
    editor: NoteEditor, qtbot: QtBot
) -> None:
    editor.show_note("e1", "Rusia", note("antes", "1"))
    editor.edit.setFocus()
    qtbot.waitUntil(editor.edit.hasFocus)
    qtbot.keyClicks(editor.edit, "x")
    editor.flush()
    editor.set_saved("e1", "xantes")
    editor.show_note("e1", "Rusia", note("antes", "1"))
    assert editor.edit.text() == "xantes"


def test_note_editor_hands_on_the_old_entitys_note_before_showing_another(
    editor: NoteEditor, qtbot: QtBot
) -> None:
    spy = QSignalSpy(editor.note_edited)
    editor.show_note("e1", "Rusia", None)
    qtbot.keyClicks(editor.edit, "hola")
    editor.show_note("e2", "Ucrania", None)
    assert edited(spy) == [("e1", "hola")]
    assert editor.edit.text() == ""


def test_note_editor_shows_again_what_is_not_known_to_be_saved(
    editor: NoteEditor, qtbot: QtBot
) -> None:
    editor.show_note("e1", "Rusia", note("antes"))
    qtbot.keyClicks(editor.edit, "hola ")
    editor.show_note("e2", "Ucrania", None)
    editor.show_note("e1", "Rusia", note("antes"))
    assert (editor.edit.text(), editor.state_text) == ("hola antes", "Saving…")


def test_note_editor_shows_the_saved_note_once_it_is_saved(
    editor: NoteEditor, qtbot: QtBot
) -> None:
    editor.show_note("e1", "Rusia", None)
    qtbot.keyClicks(editor.edit, "hola")
    editor.show_note("e2", "Ucrania", None)
    editor.set_saved("e1", "hola")
    editor.show_note("e1", "Rusia", note("de otro sitio", "3"))
    assert editor.edit.text() == "de otro sitio"


def test_note_editor_hands_on_again_what_could_not_be_saved(
    editor: NoteEditor, qtbot: QtBot
) -> None:
    editor.show_note("e1", "Rusia", None)
    qtbot.keyClicks(editor.edit, "hola")
    editor.show_note("e2", "Ucrania", None)
    editor.set_failed("e1")
    spy = QSignalSpy(editor.note_edited)
    editor.flush()
    assert edited(spy) == [("e1", "hola")]


def test_note_editor_says_that_a_note_could_not_be_saved(editor: NoteEditor, qtbot: QtBot) -> None:
    editor.show_note("e1", "Rusia", None)
    qtbot.keyClicks(editor.edit, "hola")
    editor.flush()
    editor.set_failed("e1")
    assert editor.state_text == "Not saved"


def test_note_editor_names_the_entity_to_screen_readers(editor: NoteEditor) -> None:
    editor.show_note("e1", "Rusia", None)
    assert editor.edit.accessibleName() == "Note on Rusia"

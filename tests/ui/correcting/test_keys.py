"""Names corrected from the keyboard."""

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.core.corrections import State, state_of
from reader.core.mentions import Kind, LinkedBy
from reader.store.library import Library
from reader.ui.correcting.entity_picker import EntityPicker
from reader.ui.correcting.rename_popup import RenamePopup
from reader.ui.correcting.scoped_menu import ScopedMenu
from tests.ui.correcting.conftest import Press
from tests.ui.correcting.correcting_samples import (
    DOCUMENT,
    OTHER,
    OTHER_TEXT,
    Program,
    marked,
    mention,
    other_recognition,
)
from tests.ui.link_samples import TEXT, recognition

_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


def go_to(program: Program, name: str, number: int = 0) -> None:
    program.workbench.presenter.go_to(mention(program, name, number))


def open_other(qtbot: QtBot, program: Program) -> None:
    with qtbot.waitSignal(program.controller.article_opened):
        program.controller.open_article(OTHER.id)


Form = TypeVar("Form", EntityPicker, RenamePopup)


def form(program: Program, kind: type[Form]) -> Form:
    (found,) = program.workbench.view.viewport().findChildren(kind)
    return found


def test_keys_reject_undo_and_redo(qtbot: QtBot, program: Program, press: Press) -> None:
    before = marked(program)
    go_to(program, "Madrid")
    press(Qt.Key.Key_X)
    assert marked(program) == [name for name in before if name != "Madrid"]
    sentence = program.workbench.notices.sentence
    assert sentence == "“Madrid” is no longer a name in this article."
    press(Qt.Key.Key_Z, _CONTROL)
    assert marked(program) == before
    assert program.workbench.notices.sentence == ""
    press(Qt.Key.Key_Z, _CONTROL | _SHIFT)
    assert "Madrid" not in marked(program)


def test_keys_walk_goes_on_behind_what_was_rejected(program: Program, press: Press) -> None:
    go_to(program, "Madrid")
    press(Qt.Key.Key_X)
    assert program.workbench.presenter.current_mention is None
    program.workbench.actions["next_mention"].trigger()
    current = program.workbench.presenter.current_mention
    assert current is not None
    assert TEXT[current.start : current.end] == "CSAV"


def test_keys_correct_everywhere_what_was_corrected_here(
    qtbot: QtBot, program: Program, press: Press
) -> None:
    go_to(program, "Madrid")
    press(Qt.Key.Key_X)
    qtbot.keyClick(program.workbench.view, Qt.Key.Key_W)
    qtbot.waitUntil(lambda: "any article" in program.workbench.notices.sentence)
    open_other(qtbot, program)
    assert marked(program) == ["Ana Crawford", "Santiago", "Santiago"]
    press(Qt.Key.Key_Z, _CONTROL)  # whatever article is open
    assert marked(program).count("Madrid") == OTHER_TEXT.count("Madrid")


def test_keys_correction_of_this_article_leaves_the_other(
    qtbot: QtBot, program: Program, press: Press
) -> None:
    go_to(program, "Madrid")
    press(Qt.Key.Key_X)
    open_other(qtbot, program)
    assert marked(program).count("Madrid") == OTHER_TEXT.count("Madrid")


@pytest.mark.parametrize("model", ["m1", "m2"])
def test_keys_rejected_stays_so_whatever_model_reads_the_article(
    qtbot: QtBot, program: Program, press: Press, path: Path, model: str
) -> None:
    go_to(program, "Madrid")
    press(Qt.Key.Key_X)
    program.finish()
    with Library.open(path) as library:
        library.store_recognition(recognition(model))
        library.store_recognition(other_recognition(model))
    again = Program(path)
    again.recognizer.model_key = lambda _language="": model  # type: ignore[method-assign]
    with qtbot.waitSignal(again.controller.article_opened):
        again.controller.open_article(DOCUMENT.id)
    found = again.controller.recognition
    assert found is not None
    assert found.model == model
    assert "Madrid" not in marked(again)
    assert "Santiago" in marked(again)
    again.finish()


def test_keys_confirm_a_name_in_the_article(program: Program, press: Press) -> None:
    go_to(program, "Ana Torres")
    press(Qt.Key.Key_E)
    assert state_of(mention(program, "Ana Torres")) is State.CONFIRMED
    assert state_of(mention(program, "Torres")) is State.FOUND  # another name of hers
    current = program.workbench.presenter.current_mention
    assert current == mention(program, "Ana Torres")


def test_keys_confirm_one_meaning_of_a_name_that_has_several(
    program: Program, press: Press
) -> None:
    go_to(program, "Crawford", 1)  # Ana, by her role
    press(Qt.Key.Key_E)
    states = [(state_of(mention(program, "Crawford", n))) for n in range(3)]
    assert states == [State.FOUND, State.CONFIRMED, State.FOUND]
    assert mention(program, "Crawford", 0).linked_by is LinkedBy.OPEN


def test_keys_confirm_on_an_open_question_asks_whom_it_means(
    qtbot: QtBot, program: Program
) -> None:
    go_to(program, "Crawford", 0)
    qtbot.keyClick(program.workbench.view, Qt.Key.Key_E)
    picker = form(program, EntityPicker)
    assert [each.name for each in picker.shown()][:2] == ["Ana Crawford", "Jorge Crawford"]
    assert picker.shown()[0].reason.startswith("may be meant · also “Crawford”")
    with qtbot.waitSignal(program.controller.recognition_changed):
        qtbot.keyClick(picker.edit, Qt.Key.Key_Return)
    assert mention(program, "Crawford", 0).entity_id == "person:ana-crawford"


def test_keys_confirm_all_that_is_visible_but_for_open_questions(
    program: Program, press: Press
) -> None:
    press(Qt.Key.Key_E, _SHIFT)
    found = program.controller.recognition
    assert found is not None
    left = [TEXT[m.start : m.end] for m in found.mentions if state_of(m) is State.FOUND]
    assert left == ["Crawford", "Crawford", "CRAWFORD"]
    assert program.workbench.notices.sentence == "14 mentions confirmed."
    press(Qt.Key.Key_Z, _CONTROL)
    found = program.controller.recognition
    assert found is not None
    assert all(state_of(m) is State.FOUND for m in found.mentions)


def test_keys_confirm_visible_leaves_what_is_not_seen(
    qtbot: QtBot, program: Program, press: Press
) -> None:
    program.workbench.hints.bar.hide()  # it takes room from so low a window
    program.window.resize(900, 330)
    view = program.workbench.view
    qtbot.waitUntil(lambda: view.span_rect(*_span(program, "CRAWFORD")).isNull())
    press(Qt.Key.Key_E, _SHIFT)
    assert state_of(mention(program, "Jorge Crawford")) is State.CONFIRMED
    assert state_of(mention(program, "chilenos")) is State.FOUND


def _span(program: Program, name: str) -> tuple[int, int]:
    found = mention(program, name)
    return found.start, found.end


def test_keys_confirm_every_mention_of_an_entity(program: Program, press: Press) -> None:
    go_to(program, "Ana Torres")
    press(Qt.Key.Key_E, _CONTROL | _SHIFT)
    found = program.controller.recognition
    assert found is not None
    confirmed = [TEXT[m.start : m.end] for m in found.mentions if state_of(m) is State.CONFIRMED]
    assert confirmed == ["Torres", "Ana Torres", "Ana"]


def test_keys_reject_in_the_article_reaches_what_was_confirmed_one_by_one(
    program: Program, press: Press
) -> None:
    press(Qt.Key.Key_E, _SHIFT)
    go_to(program, "Madrid")
    press(Qt.Key.Key_X)
    assert "Madrid" not in marked(program)


def test_keys_change_kind_everywhere(qtbot: QtBot, program: Program) -> None:
    go_to(program, "Madrid")
    qtbot.keyClick(program.workbench.view, Qt.Key.Key_T)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, ScopedMenu)
    qtbot.keyClick(menu, Qt.Key.Key_Right)
    with qtbot.waitSignal(program.controller.recognition_changed):
        qtbot.keyClicks(menu, "4")
    sentence = program.workbench.notices.sentence
    assert sentence == "“Madrid” is an organization everywhere now."
    assert "Madrid" in marked(program, Kind.ORGANIZATION)
    open_other(qtbot, program)
    names = marked(program, Kind.ORGANIZATION)
    assert names == ["Madrid"] * OTHER_TEXT.count("Madrid")
    with qtbot.waitSignal(program.controller.recognition_changed):
        program.workbench.undo_order.undo()
    assert marked(program, Kind.ORGANIZATION) == []


def test_keys_mark_a_missed_name_and_then_all_of_it(
    qtbot: QtBot, program: Program, press: Press
) -> None:
    open_other(qtbot, program)
    workbench = program.workbench
    start = OTHER_TEXT.index("Zuleta")
    workbench.view.select_span(start, start + 6)
    qtbot.keyClick(workbench.view, Qt.Key.Key_T)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, ScopedMenu)
    with qtbot.waitSignal(program.controller.recognition_changed):
        qtbot.keyClicks(menu, "1")
    assert marked(program, Kind.PERSON) == ["Ana Crawford", "Zuleta"]
    sentence = workbench.notices.sentence
    assert sentence == "“Zuleta” is a person here now. It stands 2 more times in this article."
    mark_all = workbench.notices.choice_buttons[0]
    assert mark_all.text() == "Mark all"
    mark_all.click()
    qtbot.waitUntil(lambda: marked(program).count("Zuleta") == 3)
    press(Qt.Key.Key_Z, _CONTROL)
    assert marked(program).count("Zuleta") == 0


def test_keys_bounds_grow_by_words_as_one_change(
    qtbot: QtBot, program: Program, press: Press
) -> None:
    go_to(program, "Santiago")
    with qtbot.waitSignal(program.controller.recognition_changed):
        qtbot.keyClicks(program.workbench.view, "]]")  # the second while the first is on its way
    qtbot.waitUntil(lambda: "Santiago el reparto" in marked(program))
    assert program.workbench.undo_order.undo_action.isEnabled()
    assert program.workbench.desk.undo_stack.count() == 1
    qtbot.keyClicks(program.workbench.view, "}")
    qtbot.waitUntil(lambda: "Santiago el" in marked(program))
    press(Qt.Key.Key_Z, _CONTROL)
    qtbot.waitUntil(lambda: "Santiago" in marked(program))


def test_keys_bounds_of_a_name_wherever_the_text_has_it(program: Program, press: Press) -> None:
    go_to(program, "Crawford", 1)
    press(Qt.Key.Key_unknown, text="[")
    assert "presidenta Crawford" in marked(program)
    assert marked(program).count("Crawford") == 2  # before which stands another word


def test_keys_rename_with_the_old_name_kept(qtbot: QtBot, program: Program) -> None:
    go_to(program, "CSAV")
    qtbot.keyClick(program.workbench.view, Qt.Key.Key_R)
    rename = form(program, RenamePopup)
    assert rename.edit.text() == "Compañía Sudamericana de Vapores"
    assert rename.edit.selectedText() == rename.edit.text()
    qtbot.keyClicks(rename.edit, "Sudamericana")
    with qtbot.waitSignal(program.controller.recognition_changed):
        qtbot.keyClick(rename.edit, Qt.Key.Key_Return)
    found = program.controller.recognition
    assert found is not None
    (entity,) = [each for each in found.entities if each.name == "Sudamericana"]
    assert "Compañía Sudamericana de Vapores" in entity.aliases


def test_keys_merge_with_one_of_the_library(qtbot: QtBot, program: Program) -> None:
    open_other(qtbot, program)
    go_to(program, "Ana Crawford")
    qtbot.keyClick(program.workbench.view, Qt.Key.Key_M)
    picker = form(program, EntityPicker)
    qtbot.keyClicks(picker.edit, "jorge")
    qtbot.waitUntil(lambda: [each.name for each in picker.shown()] == ["Jorge Crawford"])
    assert picker.shown()[0].reason.startswith("in 1 article of the library")
    with qtbot.waitSignal(program.controller.recognition_changed):
        qtbot.keyClick(picker.edit, Qt.Key.Key_Return)
    assert mention(program, "Ana Crawford").entity_id == "person:jorge-crawford"


def test_keys_without_a_name_at_hand_say_what_to_do(qtbot: QtBot, program: Program) -> None:
    qtbot.keyClick(program.workbench.view, Qt.Key.Key_X)
    assert program.workbench.notices.sentence.startswith("Go to a name first")
    assert program.workbench.desk.undo_stack.count() == 0


def test_keys_typed_into_the_note_correct_nothing(qtbot: QtBot, program: Program) -> None:
    go_to(program, "Madrid")
    program.workbench.presenter.open_card()
    edit = program.workbench.panel.card.note.edit
    edit.setFocus()
    qtbot.keyClicks(edit, "exe")
    assert edit.toPlainText() == "exe"
    assert "Madrid" in marked(program)


def test_keys_escape_leaves_a_form_and_gives_the_keyboard_back(
    qtbot: QtBot, program: Program
) -> None:
    go_to(program, "Madrid")
    view = program.workbench.view
    qtbot.keyClick(view, Qt.Key.Key_L)
    picker = form(program, EntityPicker)
    assert QApplication.focusWidget() is picker.edit
    qtbot.keyClick(picker.edit, Qt.Key.Key_Escape)
    assert picker.isHidden()
    assert QApplication.focusWidget() is view

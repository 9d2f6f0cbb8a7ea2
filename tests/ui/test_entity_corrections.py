"""Entities corrected on their card, in the list and on the page of corrections."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from reader.app import make_qapplication
from reader.core.corrections import Action, State
from reader.core.entities import Entity
from reader.core.mentions import Kind
from reader.store.library import Library
from reader.ui.correcting.entity_chooser import EntityChooser
from reader.ui.correcting.new_entity import NewEntityPopup
from reader.ui.panel.card_head import CardHead
from tests.ui.link_samples import ANA, CSAV, DOCUMENT, JORGE, MADRID, TEXT, TORRES, Program, fill


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "library.sqlite"
    fill(path)
    with Library.open(path) as library:
        library.save_note(ANA.id, "Heredera.")
        library.save_note(TORRES.id, "Abogada.")
    return path


@pytest.fixture
def program(qtbot: QtBot, path: Path) -> Iterator[Program]:
    make_qapplication()
    program = Program(path)
    with qtbot.waitSignal(program.controller.article_opened):
        program.controller.open_article(DOCUMENT.id)
    yield program
    program.finish()


def head_of(qtbot: QtBot, program: Program, entity: Entity) -> CardHead:
    """Open an entity's card, and wait until it is known what was said of it."""
    with qtbot.waitSignal(program.controller.entity_read):
        program.workbench.presenter.show_entity(entity.id)
    return program.workbench.panel.card.head


def after_change(qtbot: QtBot, program: Program, act: Callable[[], object]) -> None:
    """Do something, and wait until the views show it."""
    with qtbot.waitSignals(
        [program.controller.recognition_changed, program.controller.entity_read]
    ):
        act()


def undo(qtbot: QtBot, program: Program) -> None:
    with qtbot.waitSignal(program.controller.recognition_changed):
        program.workbench.undo_order.undo()


def redo(qtbot: QtBot, program: Program) -> None:
    with qtbot.waitSignal(program.controller.recognition_changed):
        program.workbench.undo_order.redo()


def found(program: Program, entity_id: str) -> Entity | None:
    recognition = program.controller.recognition
    assert recognition is not None
    return next((each for each in recognition.entities if each.id == entity_id), None)


def note(program: Program, entity_id: str) -> str:
    kept = program.controller.notes.get(entity_id)
    return kept.text if kept else ""


def chooser(qtbot: QtBot, program: Program) -> EntityChooser:
    desk = program.workbench.entity_desk

    def is_filled() -> bool:
        form = desk.popup
        return isinstance(form, EntityChooser) and isValid(form) and form.list.count() > 0

    qtbot.waitUntil(is_filled)
    assert isinstance(desk.popup, EntityChooser)
    return desk.popup


def choose(qtbot: QtBot, form: EntityChooser, entity: Entity) -> None:
    form.edit.setText(entity.name)
    qtbot.waitUntil(lambda: [each.entity.id for each in form.shown()][:1] == [entity.id])
    qtbot.keyClick(form.edit, Qt.Key.Key_Return)


def merge(qtbot: QtBot, program: Program, kept: Entity, other: Entity) -> None:
    head = head_of(qtbot, program, kept)
    head.merge_button.click()
    form = chooser(qtbot, program)
    after_change(qtbot, program, lambda: choose(qtbot, form, other))


# Names


def test_corrections_name_is_changed_in_place_and_undone(qtbot: QtBot, program: Program) -> None:
    head = head_of(qtbot, program, TORRES)
    qtbot.mouseClick(head.name, Qt.MouseButton.LeftButton)
    assert head.name_edit.hasFocus()
    qtbot.keyClicks(head.name_edit, "Ana Luz Torres")  # all of it is selected

    def enter() -> None:
        qtbot.keyClick(head.name_edit, Qt.Key.Key_Return)

    after_change(qtbot, program, enter)
    assert head.name.text() == "Ana Luz Torres"
    assert head.aliases.names[0] == "Ana Torres"
    assert "Ana Luz Torres" in program.workbench.notices.sentence
    undo(qtbot, program)
    assert head.name.text() == "Ana Torres"
    redo(qtbot, program)
    assert head.name.text() == "Ana Luz Torres"


def test_corrections_name_stays_after_escape(qtbot: QtBot, program: Program) -> None:
    head = head_of(qtbot, program, TORRES)
    head.begin_renaming()
    qtbot.keyClicks(head.name_edit, "Nadie")
    qtbot.keyClick(head.name_edit, Qt.Key.Key_Escape)
    assert head.name_edit.isHidden()
    assert head.name.text() == "Ana Torres"
    assert not program.workbench.undo_order.undo_action.isEnabled()
    assert program.workbench.panel.shown_entity_id == TORRES.id  # the card stays open


def test_corrections_other_names_are_added_and_removed_undoably(
    qtbot: QtBot, program: Program
) -> None:
    head = head_of(qtbot, program, CSAV)
    assert head.aliases.names == ["CSAV"]
    head.aliases.adder.button.click()
    qtbot.keyClicks(head.aliases.adder.edit, "La naviera")
    after_change(qtbot, program, lambda: qtbot.keyClick(head.aliases.adder.edit, Qt.Key.Key_Return))
    assert head.aliases.names == ["CSAV", "La naviera"]
    head.aliases.chips[0].setFocus()
    after_change(qtbot, program, lambda: qtbot.keyClick(head.aliases.chips[0], Qt.Key.Key_Delete))
    assert head.aliases.names == ["La naviera"]
    undo(qtbot, program)
    assert head.aliases.names == ["CSAV", "La naviera"]
    undo(qtbot, program)
    assert head.aliases.names == ["CSAV"]


def test_corrections_many_other_names_are_folded(qtbot: QtBot, program: Program) -> None:
    head = program.workbench.panel.card.head
    names = tuple(f"Nombre {number}" for number in range(12))
    head.show_entity(Entity("e", "Largo " * 10, Kind.PERSON, names))
    assert len(head.aliases.names) == 8
    assert head.aliases.more_button.full_text == "4 more"
    head.aliases.more_button.click()
    assert head.aliases.names == list(names)


def test_corrections_kind_is_changed_whole_and_undone(qtbot: QtBot, program: Program) -> None:
    head = head_of(qtbot, program, TORRES)
    place = next(each for each in head.kind_menu.actions() if each.data() == Kind.PLACE)
    after_change(qtbot, program, place.trigger)
    card = program.workbench.panel.card
    assert card.entity is not None
    assert (card.entity.name, card.entity.kind) == ("Ana Torres", Kind.PLACE)
    assert note(program, card.entity.id) == "Abogada."
    undo(qtbot, program)
    qtbot.waitUntil(lambda: program.workbench.panel.shown_entity_id == TORRES.id)
    assert note(program, TORRES.id) == "Abogada."


def test_corrections_open_question_is_nobody_to_correct(qtbot: QtBot, program: Program) -> None:
    recognition = program.controller.recognition
    assert recognition is not None
    question = next(each for each in recognition.entities if each.candidates)
    program.workbench.presenter.show_entity(question.id)
    head = program.workbench.panel.card.head
    assert not head.kind_button.isEnabled()
    assert head.merge_button.isHidden()
    head.begin_renaming()
    assert head.name_edit.isHidden()


def test_corrections_confirm_on_the_card_is_for_every_mention_here(
    qtbot: QtBot, program: Program
) -> None:
    head = head_of(qtbot, program, CSAV)
    assert head.state_button.text() == "Confirm"
    after_change(qtbot, program, head.state_button.click)
    qtbot.waitUntil(lambda: head.state_button.text() == "Confirmed")
    recognition = program.controller.recognition
    assert recognition is not None
    assert {
        mention.found_by.value for mention in recognition.mentions if mention.entity_id == CSAV.id
    } == {"user"}
    with qtbot.waitSignal(program.controller.entity_read):
        program.workbench.undo_order.undo()
    qtbot.waitUntil(lambda: head.state_button.text() == "Confirm")


# Merging


def test_corrections_merge_says_what_it_will_do(qtbot: QtBot, program: Program) -> None:
    head = head_of(qtbot, program, ANA)
    head.merge_button.click()
    form = chooser(qtbot, program)
    shown = form.shown()
    assert shown[0].entity.id in (JORGE.id, TORRES.id)  # people first
    assert ANA.id not in [each.entity.id for each in shown]
    qtbot.keyClicks(form.edit, "torres")
    qtbot.waitUntil(lambda: [each.entity.id for each in form.shown()] == [TORRES.id])
    (item,) = [form.list.item(0)]
    assert item.data(Qt.ItemDataRole.AccessibleTextRole).endswith(
        "Person · 3 times here · in 1 article · Abogada."
    )
    assert "the two notes are joined" in form.outcome.text()
    assert form.outcome.text().startswith("“Ana Torres” becomes another name of Ana Crawford")
    form.keeps_other.setChecked(True)
    assert form.outcome.text().startswith("“Ana Crawford” becomes another name of Ana Torres")


def test_corrections_merge_joins_and_undo_brings_both_back(
    qtbot: QtBot, program: Program, path: Path
) -> None:
    before = program.controller.recognition
    merge(qtbot, program, ANA, TORRES)
    assert found(program, TORRES.id) is None
    head = program.workbench.panel.card.head
    assert program.workbench.panel.shown_entity_id == ANA.id
    assert note(program, ANA.id) == "Heredera.\n\n---\n\nAbogada."
    assert program.workbench.panel.card.note.edit.toPlainText() == note(program, ANA.id)
    qtbot.waitUntil(lambda: len(head.split_buttons) == 1)
    undo(qtbot, program)
    assert program.controller.recognition == before
    assert (note(program, ANA.id), note(program, TORRES.id)) == ("Heredera.", "Abogada.")
    redo(qtbot, program)
    assert found(program, TORRES.id) is None
    program.finish()
    with Library.open(path) as library:
        kept = library.note(ANA.id)
    assert kept is not None
    assert kept.text == "Heredera.\n\n---\n\nAbogada."


def test_corrections_merge_may_keep_the_other_name(qtbot: QtBot, program: Program) -> None:
    head = head_of(qtbot, program, TORRES)
    head.merge_button.click()
    form = chooser(qtbot, program)
    form.keeps_other.setChecked(True)
    after_change(qtbot, program, lambda: choose(qtbot, form, ANA))
    assert found(program, TORRES.id) is None
    qtbot.waitUntil(lambda: program.workbench.panel.shown_entity_id == ANA.id)


def test_corrections_split_much_later_parts_the_notes(
    qtbot: QtBot, program: Program, path: Path
) -> None:
    merge(qtbot, program, ANA, TORRES)
    program.finish()
    again = Program(path)
    with qtbot.waitSignal(again.controller.article_opened):
        again.controller.open_article(DOCUMENT.id)
    head = head_of(qtbot, again, ANA)
    qtbot.waitUntil(lambda: len(head.split_buttons) == 1)
    after_change(qtbot, again, head.split_buttons[0].click)
    assert (note(again, ANA.id), note(again, TORRES.id)) == ("Heredera.", "Abogada.")
    assert found(again, TORRES.id) is not None
    qtbot.waitUntil(lambda: head.split_buttons == [])
    undo(qtbot, again)
    assert found(again, TORRES.id) is None
    again.finish()


# The list


def select_rows(program: Program, *entities: Entity) -> None:
    names = program.workbench.panel.entity_list
    names.view.clearSelection()
    for entity in entities:
        row = names.model.row_of(entity.id)
        assert row is not None
        flag = QItemSelectionModel.SelectionFlag.Select
        names.view.selectionModel().select(names.model.index(row), flag)


def list_menu(program: Program) -> QMenu:
    names = program.workbench.panel.entity_list
    names.view.menu_requested.emit(QPoint(10, 10))
    menu = program.workbench.entity_desk.menu
    assert menu is not None
    return menu


def named(menu: QMenu, text: str) -> QMenu:
    action = next(each for each in menu.actions() if each.text() == text)
    submenu = action.menu()
    assert isinstance(submenu, QMenu)
    return submenu


def test_corrections_several_rows_are_merged(qtbot: QtBot, program: Program) -> None:
    select_rows(program, JORGE, ANA, TORRES)
    menu = list_menu(program)
    into = next(each for each in named(menu, "Merge into").actions() if each.text() == ANA.name)
    with qtbot.waitSignal(program.controller.recognition_changed):
        into.trigger()
    menu.close()
    assert (found(program, JORGE.id), found(program, TORRES.id)) == (None, None)
    undo(qtbot, program)
    assert found(program, JORGE.id) is not None
    assert found(program, TORRES.id) is not None


def test_corrections_several_rows_are_confirmed(qtbot: QtBot, program: Program, path: Path) -> None:
    select_rows(program, MADRID, CSAV)
    menu = list_menu(program)
    with qtbot.waitSignal(program.controller.recognition_changed):
        next(each for each in menu.actions() if each.text() == "Confirm").trigger()
    menu.close()
    program.finish()
    with Library.open(path) as library:
        states = library.corrections.states([MADRID.id, CSAV.id, JORGE.id])
    assert states == {
        MADRID.id: State.CONFIRMED,
        CSAV.id: State.CONFIRMED,
        JORGE.id: State.FOUND,
    }


# Made by hand


def new_entity(qtbot: QtBot, program: Program) -> NewEntityPopup:
    program.workbench.actions["new_entity"].trigger()
    form = program.workbench.entity_desk.popup
    assert isinstance(form, NewEntityPopup)
    return form


def test_corrections_entity_made_by_hand_keeps_its_note_over_a_restart(
    qtbot: QtBot, program: Program, path: Path
) -> None:
    form = new_entity(qtbot, program)
    qtbot.keyClicks(form.edit, "Rosa Soler")
    with qtbot.waitSignal(program.workbench.centre.moved):
        qtbot.keyClick(form.edit, Qt.Key.Key_Return)
    page = program.workbench.centre.entity_page
    assert page.entity_name == "Rosa Soler"
    assert page.head.card._standing.is_own
    with qtbot.waitSignal(program.controller.note_saved):
        qtbot.keyClicks(page.head.note.edit, "Fuente en la naviera.")
    program.finish()
    with Library.open(path) as library:
        (listed,) = library.directory.find("rosa")
    assert (listed.entity.name, listed.note_line) == ("Rosa Soler", "Fuente en la naviera.")


def test_corrections_entity_made_by_hand_is_undone_and_made_again(
    qtbot: QtBot, program: Program
) -> None:
    form = new_entity(qtbot, program)
    qtbot.keyClicks(form.edit, "Rosa Soler")
    with qtbot.waitSignal(program.workbench.centre.moved):
        qtbot.keyClick(form.edit, Qt.Key.Key_Return)
    undo(qtbot, program)
    assert listed(qtbot, program, "rosa") == []
    redo(qtbot, program)
    assert listed(qtbot, program, "rosa") == ["Rosa Soler"]


def listed(qtbot: QtBot, program: Program, text: str) -> list[str]:
    names: list[list[str]] = []
    program.library.call(
        lambda library: [each.entity.name for each in library.directory.find(text)],
        done=names.append,
    )
    qtbot.waitUntil(lambda: bool(names))
    return names[0]


def test_corrections_selected_passage_means_a_new_entity(qtbot: QtBot, program: Program) -> None:
    start = TEXT.index("la abogada")
    program.workbench.view.select_span(start, start + len("la abogada"))
    form = new_entity(qtbot, program)
    assert form.edit.text() == "la abogada"
    assert form.means.isChecked()
    form.edit.setText("Rosa Soler")
    with qtbot.waitSignal(program.controller.recognition_changed):
        form.button.click()
    recognition = program.controller.recognition
    assert recognition is not None
    (mention,) = [each for each in recognition.mentions if each.start == start]
    meant = found(program, mention.entity_id)
    assert meant is not None
    assert meant.name == "Rosa Soler"
    qtbot.waitUntil(lambda: program.workbench.panel.shown_entity_id == mention.entity_id)
    undo(qtbot, program)
    assert found(program, mention.entity_id) is None


def test_corrections_new_entity_offers_the_one_there_is(qtbot: QtBot, program: Program) -> None:
    form = new_entity(qtbot, program)
    qtbot.keyClicks(form.edit, "madrid")
    qtbot.waitUntil(lambda: len(form.alike) == 1)
    with qtbot.waitSignal(program.workbench.centre.moved):
        form.alike[0].click()
    assert program.workbench.centre.entity_page.entity_id == MADRID.id


# The page of corrections


def said(qtbot: QtBot, program: Program) -> QWidget:
    with qtbot.waitSignal(program.workbench.centre.moved):
        program.workbench.actions["corrections"].trigger()
    return program.workbench.said.page


def test_corrections_list_takes_one_back_and_does_it_again(qtbot: QtBot, program: Program) -> None:
    workbench = program.workbench
    for name in ("Jorge Primero", "Jorge Segundo"):
        with qtbot.waitSignal(program.controller.recognition_changed):
            workbench.correcting.book.rename(JORGE.id, name)
    said(qtbot, program)
    page = workbench.said.page
    sentences = [page.rows.data(page.rows.index(row)) for row in range(page.rows.rowCount())]
    assert sentences == [
        "Jorge Crawford is called “Jorge Segundo”",
        "Jorge Crawford is called “Jorge Primero”",
    ]
    page.view.setCurrentIndex(page.rows.index(1))  # the older one first
    with qtbot.waitSignal(page.rows.modelReset):
        page.undo_button.click()
    assert page.rows.rowCount() == 1
    now = found(program, JORGE.id)
    assert now is not None
    assert (now.name, "Jorge Primero" in now.aliases) == ("Jorge Segundo", False)
    with qtbot.waitSignal(page.rows.modelReset):
        workbench.undo_order.undo()
    assert page.rows.rowCount() == 2
    page.undone_button.click()
    qtbot.waitUntil(lambda: not page._nothing.isHidden())
    with qtbot.waitSignal(page.rows.modelReset):
        workbench.undo_order.redo()
    qtbot.waitUntil(lambda: page.rows.rowCount() == 1)
    with qtbot.waitSignal(program.controller.recognition_changed):
        page.undo_button.click()  # do again
    qtbot.waitUntil(lambda: page.rows.rowCount() == 0)


def test_corrections_list_has_buttons_only_where_something_is_listed(
    qtbot: QtBot, program: Program
) -> None:
    said(qtbot, program)
    page = program.workbench.said.page
    buttons = (page.open_button, page.undo_button)
    assert page._nothing.isVisible()
    assert not any(button.isVisible() for button in buttons)
    with qtbot.waitSignal(page.rows.modelReset):
        program.workbench.correcting.book.rename(JORGE.id, "Jorge Primero")
    qtbot.waitUntil(lambda: page.rows.rowCount() == 1)
    assert all(button.isVisible() for button in buttons)
    page.filter_edit.setText("nobody at all")
    qtbot.waitUntil(lambda: page.rows.rowCount() == 0)
    assert not any(button.isVisible() for button in buttons)


def test_corrections_list_is_filtered_by_name_and_leads_to_the_place(
    qtbot: QtBot, program: Program
) -> None:
    workbench = program.workbench
    merge(qtbot, program, ANA, TORRES)
    recognition = program.controller.recognition
    assert recognition is not None
    workbench.entity_desk.verbs.confirm([MADRID.id])
    qtbot.waitSignal(program.controller.recognition_changed).wait()
    said(qtbot, program)
    page = workbench.said.page
    assert page.rows.rowCount() == 2
    with qtbot.waitSignal(page.rows.modelReset):
        qtbot.keyClicks(page.filter_edit, "madr")
    qtbot.waitUntil(lambda: page.rows.rowCount() == 1)
    (change,) = page.chosen()
    assert change.corrections[0].action is Action.CONFIRM
    page.filter_edit.clear()
    qtbot.waitUntil(lambda: page.rows.rowCount() == 2)
    box = page.kinds_box
    box.setCurrentIndex(box.findText("Confirmed"))
    with qtbot.waitSignal(page.rows.modelReset):
        box.activated.emit(box.currentIndex())
    assert page.rows.rowCount() == 1
    with qtbot.waitSignal(workbench.centre.moved):
        page.open_button.click()
    start = TEXT.index("Madrid")
    assert workbench.view.selected_span() == (start, start + len("Madrid"))
    with qtbot.waitSignal(workbench.centre.moved):
        workbench.actions["back"].trigger()
    assert page.isVisible()


def test_corrections_list_tells_why_one_cannot_be_taken_back(
    qtbot: QtBot, program: Program
) -> None:
    workbench = program.workbench
    merge(qtbot, program, ANA, TORRES)
    merge(qtbot, program, JORGE, ANA)
    said(qtbot, program)
    page = workbench.said.page
    page.view.setCurrentIndex(page.rows.index(1))
    page.undo_button.click()
    qtbot.waitUntil(lambda: "split that one first" in workbench.notices.sentence)
    assert page.rows.rowCount() == 2


# On the page of an entity


def test_corrections_entity_page_renames_and_shows_the_confirmed_alone(
    qtbot: QtBot, program: Program
) -> None:
    workbench = program.workbench
    with qtbot.waitSignal(workbench.centre.moved):
        workbench.centre.open_entity(CSAV.id)
    page = workbench.centre.entity_page
    card = page.head.card
    card.begin_renaming()
    qtbot.keyClicks(card.name_edit, "Vapores")
    qtbot.keyClick(card.name_edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: card.name.text() == "Vapores")
    assert page.rows.rowCount() > 2
    page.head.confirmed_only.click()
    qtbot.waitUntil(lambda: "None of its mentions is confirmed." in _texts(page.rows))
    assert card.state_button.text() == "Confirm the rest"  # it was only renamed
    undo(qtbot, program)  # the article has another name
    card.state_button.click()
    qtbot.waitUntil(lambda: "Sudamericana de Vapores, firmaron" in _texts(page.rows))
    assert "la CSAV abrirá" not in _texts(page.rows)


def _texts(rows: object) -> str:
    return str(rows.rows())  # type: ignore[attr-defined]

"""Names corrected by the mouse: menu, bar beside the selection, list in the panel."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from reader.core.corrections import Scope, State, state_of
from reader.core.mentions import Kind
from reader.ui.correcting.entity_picker import EntityPicker
from reader.ui.correcting.scoped_menu import ScopedMenu
from tests.ui.correcting.conftest import Press
from tests.ui.correcting.correcting_samples import (
    OTHER,
    OTHER_TEXT,
    Program,
    marked,
    mention,
)
from tests.ui.link_samples import ANA, TEXT, span


def menu_at(program: Program, start: int, end: int) -> ScopedMenu:
    """Return the menu that a right click in the middle of a passage opens."""
    view = program.workbench.view
    pos = view.span_rect(start, end).center()
    place = view.viewport().mapToGlobal(pos)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, pos, place)
    QApplication.sendEvent(view.viewport(), event)
    return shown_menu()


def shown_menu() -> ScopedMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, ScopedMenu)
    return menu


def words(menu: ScopedMenu) -> list[str]:
    """Return what a menu offers, without keys."""
    return [action.text().partition("\t")[0] for action in menu.actions() if action.text()]


def choose(qtbot: QtBot, program: Program, menu: ScopedMenu, text: str) -> None:
    """Click an entry, and wait for what it corrects."""
    with qtbot.waitSignal(program.controller.recognition_changed):
        click(qtbot, menu, text)


def click(qtbot: QtBot, menu: ScopedMenu, text: str) -> None:
    action: QAction = next(
        each for each in menu.actions() if each.text().partition("\t")[0] == text
    )
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def test_menu_of_a_mention_says_what_it_is_and_what_can_be_said(program: Program) -> None:
    menu = menu_at(program, *span("Torres"))
    offered = words(menu)
    menu.close()
    assert offered[:3] == ["“Torres” → Ana Torres · Person", "Confirm", "Not a name"]
    assert offered[3:6] == ["Is: Country", "Is: Place", "Is: Organization"]
    assert offered[6] == "Means someone or something else…"
    current = program.workbench.presenter.current_mention
    assert current == mention(program, "Torres")


def test_menu_rejects_as_far_as_its_head_says_and_remembers_it(
    qtbot: QtBot, program: Program, press: Press
) -> None:
    menu = menu_at(program, *span("Madrid"))
    assert menu.row is not None
    qtbot.mouseClick(menu.row.button(Scope.EVERYWHERE), Qt.MouseButton.LeftButton)
    assert menu.isVisible()
    choose(qtbot, program, menu, "Not a name")
    assert program.workbench.notices.sentence == "“Madrid” is no longer a name in any article."
    program.workbench.presenter.go_to(mention(program, "Santiago"))
    press(Qt.Key.Key_X)
    assert program.workbench.notices.sentence == "“Santiago” is no longer a name in any article."


def test_menu_of_one_mention_alone_leaves_the_others(qtbot: QtBot, program: Program) -> None:
    menu = menu_at(program, *span("Crawford", 4))  # Ana, by her role
    assert menu.row is not None
    menu.row.button(Scope.MENTION).click()
    choose(qtbot, program, menu, "Not a name")
    assert marked(program).count("Crawford") == 2
    assert "CRAWFORD" in marked(program)


def test_menu_confirms_and_says_so_when_asked_again(qtbot: QtBot, program: Program) -> None:
    choose(qtbot, program, menu_at(program, *span("Madrid")), "Confirm")
    assert state_of(mention(program, "Madrid")) is State.CONFIRMED
    menu = menu_at(program, *span("Madrid"))
    confirmed = menu.actions()[2]
    assert (confirmed.text(), confirmed.isEnabled()) == ("Confirmed\tE", False)
    menu.close()


def test_menu_leads_to_another_meaning(qtbot: QtBot, program: Program) -> None:
    menu = menu_at(program, *span("Crawford", 4))
    click(qtbot, menu, "Means someone or something else…")
    view = program.workbench.view
    qtbot.waitUntil(lambda: bool(view.viewport().findChildren(EntityPicker)))
    (picker,) = view.viewport().findChildren(EntityPicker)
    assert picker.shown()[0].name == "Jorge Crawford"
    assert ANA.id not in {each.entity_id for each in picker.shown()}
    rect = picker.list.visualItemRect(picker.list.item(0))
    with qtbot.waitSignal(program.controller.recognition_changed):
        qtbot.mouseClick(picker.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert mention(program, "Crawford", 1).entity_id == "person:jorge-crawford"
    assert program.workbench.notices.sentence.startswith("“Crawford” means Jorge Crawford in this")


def test_menu_copies_the_name(qtbot: QtBot, program: Program) -> None:
    click(qtbot, menu_at(program, *span("Torres")), "Copy the name")
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "Ana Torres")


def test_menu_of_the_keyboard_is_of_the_name_at_hand(program: Program) -> None:
    program.workbench.presenter.go_to(mention(program, "Chile"))
    view = program.workbench.view
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(3, 3), QPoint(3, 3))
    QApplication.sendEvent(view.viewport(), event)
    menu = shown_menu()
    assert words(menu)[0] == "“Chile” · Country"
    menu.close()


def test_menu_over_a_missed_name_takes_all_of_its_words(qtbot: QtBot, program: Program) -> None:
    with qtbot.waitSignal(program.controller.article_opened):
        program.controller.open_article(OTHER.id)
    start = OTHER_TEXT.index("Zuleta y Compañía")
    menu = menu_at(program, start, start + 6)
    assert words(menu)[0] == "“Zuleta y Compañía”"
    choose(qtbot, program, menu, "Mark as: Organization")
    assert marked(program, Kind.ORGANIZATION) == ["Zuleta y Compañía"]


def test_menu_gives_a_name_the_boundaries_of_the_selection(qtbot: QtBot, program: Program) -> None:
    start, end = span("presidenta Crawford")
    program.workbench.view.select_span(start, end)
    choose(qtbot, program, menu_at(program, start, start + 5), "Is the whole name")
    assert mention(program, "presidenta Crawford").entity_id == ANA.id
    assert program.workbench.view.selected_span() is None


def test_menu_bar_beside_the_selection_marks_a_kind(qtbot: QtBot, program: Program) -> None:
    start = TEXT.index("naviera")
    program.workbench.view.select_span(start, start + 7)
    bar = program.workbench.presenter.selection_bar
    assert bar.kind_buttons[Kind.ORGANIZATION].toolTip() == "Mark as: Organization"
    with qtbot.waitSignal(program.controller.recognition_changed):
        bar.kind_buttons[Kind.ORGANIZATION].click()
    assert "naviera" in marked(program, Kind.ORGANIZATION)


def test_menu_selection_of_a_name_changes_its_kind(qtbot: QtBot, program: Program) -> None:
    program.workbench.view.select_span(*span("Madrid"))
    with qtbot.waitSignal(program.controller.recognition_changed):
        program.workbench.presenter.selection_bar.kind_buttons[Kind.PERSON].click()
    assert "Madrid" in marked(program, Kind.PERSON)


def rows(program: Program) -> list[str]:
    model = program.workbench.panel.entity_list.model
    found = (model.entity_row(model.index(row)) for row in range(model.rowCount()))
    return [row.entity.name for row in found if row is not None]


def test_menu_list_gets_a_rejected_name_back(qtbot: QtBot, program: Program, press: Press) -> None:
    foot = program.workbench.correcting.foot
    assert foot.rejected_button.isHidden()
    program.workbench.presenter.go_to(mention(program, "Madrid"))
    press(Qt.Key.Key_X)
    qtbot.waitUntil(lambda: not foot.rejected_button.isHidden())
    assert foot.rejected_button.text() == "1 rejected"
    assert "Madrid" not in rows(program)
    foot.rejected_button.click()
    assert [foot.list.item(0).text()] == ["Madrid · Place · 1 mention"]
    rect = foot.list.visualItemRect(foot.list.item(0))
    with qtbot.waitSignal(program.controller.recognition_changed):
        qtbot.mouseClick(foot.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert "Madrid" in rows(program)
    assert program.workbench.notices.sentence == "“Madrid” is a name again in this article."
    qtbot.waitUntil(foot.rejected_button.isHidden)
    with qtbot.waitSignal(program.controller.recognition_changed):
        program.workbench.undo_order.undo()
    assert "Madrid" not in rows(program)


def test_menu_list_shows_the_confirmed_alone(qtbot: QtBot, program: Program, press: Press) -> None:
    names = program.workbench.panel.entity_list
    foot = program.workbench.correcting.foot
    foot.confirmed_box.click()
    assert rows(program) == []
    assert names.message() == "You have confirmed no such name in this article yet."
    program.workbench.presenter.go_to(mention(program, "Madrid"))
    press(Qt.Key.Key_E)
    qtbot.waitUntil(lambda: rows(program) == ["Madrid"])
    spoken = names.model.data(names.model.index(1), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Madrid, Place, 1 mention, confirmed"
    foot.confirmed_box.click()
    assert len(rows(program)) == 9


def test_menu_goes_with_the_article_that_it_is_about(qtbot: QtBot, program: Program) -> None:
    menu = menu_at(program, *span("Ana Torres"))
    jorge = mention(program, "Jorge Crawford")
    with qtbot.waitSignal(program.controller.article_opened):
        program.controller.open_article(OTHER.id)
    qtbot.waitUntil(lambda: not isValid(menu) or menu.isHidden())
    before = marked(program)
    program.workbench.correcting.menu.reject_requested.emit(
        jorge
    )  # chosen just before the article came
    with qtbot.waitSignal(program.controller.recognition_changed):
        program.controller.reread_recognition()
    assert marked(program) == before
    assert not program.workbench.undo_order.undo_action.isEnabled()

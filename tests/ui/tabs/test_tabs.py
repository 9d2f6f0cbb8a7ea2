"""Several articles open: tabs in the whole program."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.ui.entity_page.page_rows import PassageRow
from reader.ui.workbench import Workbench
from tests.ui.conftest import READING_MS
from tests.ui.tabs.conftest import (
    CONTROL,
    LAVROV,
    LEFT,
    MIDDLE,
    click,
    line_on_screen,
    open_aside,
    row_of,
    scroll,
    show,
    title,
    titles,
    wait_for_title,
)


def test_tabs_are_hidden_while_there_is_one_article(qtbot: QtBot, workbench: Workbench) -> None:
    assert not workbench.tabs.strip.isVisible()
    click(workbench, "Noticia Dos")
    wait_for_title(qtbot, workbench, "Noticia Dos")
    assert not workbench.tabs.strip.isVisible()
    click(workbench, "Noticia Tres", MIDDLE)
    assert workbench.tabs.strip.isVisible()


def test_tabs_middle_click_opens_behind_and_reads_nothing(
    qtbot: QtBot, workbench: Workbench
) -> None:
    with qtbot.assertNotEmitted(workbench.controller.article_opened):
        click(workbench, "Noticia Dos", MIDDLE)
        click(workbench, "Noticia Tres", MIDDLE)
    assert titles(workbench) == ["Noticia Uno", "Noticia Dos", "Noticia Tres"]
    assert title(workbench) == "Noticia Uno"


def test_tabs_of_an_article_that_has_one_are_not_doubled(
    qtbot: QtBot, workbench: Workbench
) -> None:
    click(workbench, "Noticia Dos", MIDDLE)
    click(workbench, "Noticia Dos", MIDDLE)
    assert titles(workbench) == ["Noticia Uno", "Noticia Dos"]


def test_tabs_control_and_enter_on_a_row_open_behind(qtbot: QtBot, workbench: Workbench) -> None:
    click(workbench, "Noticia Dos")
    wait_for_title(qtbot, workbench, "Noticia Dos")
    view = workbench.library_pane.view
    view.setFocus()
    index = workbench.library_pane.model.index(row_of(workbench, "Noticia Uno"))
    view.setCurrentIndex(index)
    QTest.keyClick(view, Qt.Key.Key_Return, CONTROL)
    assert titles(workbench) == ["Noticia Dos", "Noticia Uno"]
    assert workbench.view.isVisible()  # and not the page of a name, whose key it is elsewhere


def test_tabs_come_back_to_the_pixel(qtbot: QtBot, workbench: Workbench) -> None:
    before = scroll(workbench, 1237)
    open_aside(qtbot, workbench, "Noticia Dos")
    second = scroll(workbench, 777)
    show(qtbot, workbench, 0)
    assert title(workbench) == "Noticia Uno"
    assert line_on_screen(workbench) == before
    show(qtbot, workbench, 1)
    assert line_on_screen(workbench) == second


def test_tabs_come_back_to_the_pixel_in_the_heading(qtbot: QtBot, workbench: Workbench) -> None:
    workbench.view.verticalScrollBar().setValue(7)
    open_aside(qtbot, workbench, "Noticia Dos")
    show(qtbot, workbench, 0)
    assert workbench.view.verticalScrollBar().value() == 7


def test_tabs_keep_selection_and_way_back(qtbot: QtBot, workbench: Workbench) -> None:
    workbench.view.select_span(100, 140)
    open_aside(qtbot, workbench, "Noticia Dos")
    with qtbot.waitSignal(workbench.centre.moved, timeout=READING_MS):
        click(workbench, "Noticia Tres")
    assert workbench.actions["back"].isEnabled()
    show(qtbot, workbench, 0)
    assert workbench.view.selected_span() == (100, 140)
    assert not workbench.actions["back"].isEnabled()
    show(qtbot, workbench, 1)
    assert titles(workbench) == ["Noticia Uno", "Noticia Tres"]
    with qtbot.waitSignal(workbench.centre.moved, timeout=READING_MS):
        workbench.actions["back"].trigger()
    assert titles(workbench) == ["Noticia Uno", "Noticia Dos"]


def test_tabs_are_walked_by_key_and_closed(qtbot: QtBot, workbench: Workbench) -> None:
    click(workbench, "Noticia Dos", MIDDLE)
    click(workbench, "Noticia Tres", MIDDLE)
    window = workbench.window
    for key, modifiers, expected in (
        (Qt.Key.Key_Tab, CONTROL, "Noticia Dos"),
        (Qt.Key.Key_PageDown, CONTROL, "Noticia Tres"),
        (Qt.Key.Key_Tab, CONTROL, "Noticia Uno"),
        (Qt.Key.Key_PageUp, CONTROL, "Noticia Tres"),
        (Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier, "Noticia Dos"),
    ):
        with qtbot.waitSignal(workbench.centre.moved, timeout=READING_MS):
            QTest.keyClick(workbench.view, key, modifiers)
        assert title(workbench) == expected
    with qtbot.waitSignal(workbench.centre.moved, timeout=READING_MS):
        QTest.keyClick(window, Qt.Key.Key_W, CONTROL)
    assert titles(workbench) == ["Noticia Uno", "Noticia Tres"]
    assert title(workbench) == "Noticia Tres"
    with qtbot.waitSignal(workbench.centre.moved, timeout=READING_MS):
        QTest.keyClick(window, Qt.Key.Key_T, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert titles(workbench) == ["Noticia Uno", "Noticia Dos", "Noticia Tres"]
    assert title(workbench) == "Noticia Dos"


def test_tabs_middle_click_on_one_closes_it(qtbot: QtBot, workbench: Workbench) -> None:
    click(workbench, "Noticia Dos", MIDDLE)
    bar = workbench.tabs.strip.bar
    QTest.mouseClick(bar, MIDDLE, pos=bar.tabRect(1).center())
    assert not workbench.tabs.strip.isVisible()
    assert title(workbench) == "Noticia Uno"
    assert not workbench.actions["close_tab"].isEnabled()


def test_tabs_can_be_moved(qtbot: QtBot, workbench: Workbench) -> None:
    click(workbench, "Noticia Dos", MIDDLE)
    workbench.tabs.strip.bar.moveTab(0, 1)
    assert titles(workbench) == ["Noticia Dos", "Noticia Uno"]
    show(qtbot, workbench, 0)
    assert title(workbench) == "Noticia Dos"


def test_tabs_switched_quickly_end_at_the_last(qtbot: QtBot, workbench: Workbench) -> None:
    before = scroll(workbench, 1237)
    click(workbench, "Noticia Dos", MIDDLE)
    click(workbench, "Noticia Tres", MIDDLE)
    for number in (1, 2, 1, 2):
        workbench.tabs.strip.bar.setCurrentIndex(number)
    wait_for_title(qtbot, workbench, "Noticia Tres")
    show(qtbot, workbench, 0)
    assert line_on_screen(workbench) == before
    assert titles(workbench) == ["Noticia Uno", "Noticia Dos", "Noticia Tres"]
    assert [tab.history.places for tab in workbench.tabs.tabs if len(tab.history.places) > 1] == []


def test_tabs_of_articles_in_the_trash_close_and_come_back(
    qtbot: QtBot, workbench: Workbench
) -> None:
    open_aside(qtbot, workbench, "Noticia Dos")
    before = scroll(workbench, 900)
    qtbot.waitUntil(lambda: workbench.tabs.tab.is_trashed is False, timeout=READING_MS)
    with qtbot.waitSignal(workbench.centre.moved, timeout=READING_MS):
        workbench.actions["delete_articles"].trigger()
    assert titles(workbench) == ["Noticia Uno"]
    qtbot.waitUntil(workbench.undo_order.undo_action.isEnabled, timeout=READING_MS)
    with qtbot.waitSignal(workbench.centre.moved, timeout=READING_MS):
        workbench.undo_order.undo_action.trigger()
    assert titles(workbench) == ["Noticia Uno", "Noticia Dos"]
    wait_for_title(qtbot, workbench, "Noticia Dos")
    assert line_on_screen(workbench) == before


def test_tabs_last_one_stays(qtbot: QtBot, workbench: Workbench) -> None:
    workbench.tabs.close()
    assert title(workbench) == "Noticia Uno"
    assert workbench.view.isVisible()


def test_tabs_hits_of_the_search_open_behind(qtbot: QtBot, workbench: Workbench) -> None:
    workbench.actions["search"].trigger()
    page = workbench.search.page
    page.edit.setText('"párrafo 30"')
    qtbot.waitUntil(lambda: page.model.rowCount() >= 4, timeout=READING_MS)
    rows = [page.model.index(row) for row in range(page.model.rowCount())]
    hit = next(index for index in rows if "Dos" in str(index.data()))
    spot = page.view.visualRect(hit).center()
    QTest.mouseClick(page.view.viewport(), LEFT, CONTROL, spot)
    assert page.isVisible()
    assert titles(workbench) == ["Noticia Uno", "Noticia Dos"]
    show(qtbot, workbench, 1)
    qtbot.waitUntil(lambda: workbench.view.selected_span() is not None, timeout=READING_MS)
    span = workbench.view.selected_span()
    assert span is not None
    document = workbench.controller.document
    assert document is not None
    assert "párrafo" in document.text[slice(*span)]


def test_tabs_typing_is_saved_on_switching(qtbot: QtBot, workbench: Workbench) -> None:
    workbench.presenter.show_entity(LAVROV.id)
    note = workbench.panel.card.note
    click(workbench, "Noticia Dos", MIDDLE)
    note.edit.insertPlainText("a medias")
    show(qtbot, workbench, 1)
    show(qtbot, workbench, 0)
    assert workbench.controller.notes[LAVROV.id].text == "a medias"
    assert workbench.panel.card.entity_id == LAVROV.id  # its card is open again
    assert note.edit.text() == "a medias"


def test_tabs_page_of_a_name_is_a_tab_too(qtbot: QtBot, workbench: Workbench) -> None:
    click(workbench, "Noticia Dos", MIDDLE)
    with qtbot.waitSignal(workbench.centre.moved, timeout=READING_MS):
        workbench.centre.open_entity(LAVROV.id)
    assert titles(workbench) == ["Serguéi Lavrov", "Noticia Dos"]
    page = workbench.centre.entity_page
    other = next(tab.place for tab in workbench.tabs.tabs if tab.title == "Noticia Dos")
    rows = (page.rows.row(number) for number in range(1, page.rows.rowCount()))
    number, passage = next(
        (number, row.passage)
        for number, row in enumerate(rows, start=1)
        if isinstance(row, PassageRow) and row.passage.document_id == other
    )
    page.view.setCurrentIndex(page.rows.index(number))
    QTest.keyClick(page.view, Qt.Key.Key_Return, CONTROL)
    assert titles(workbench) == ["Serguéi Lavrov", "Noticia Dos"]  # which has a tab already
    show(qtbot, workbench, 1)
    assert workbench.view.selected_span() == (passage.offset, passage.end)
    show(qtbot, workbench, 0)
    assert page.isVisible()
    assert page.entity_id == LAVROV.id


def test_tabs_link_of_a_note_is_followed_into_a_new_one(qtbot: QtBot, workbench: Workbench) -> None:
    workbench.presenter.show_entity(LAVROV.id)
    edit = workbench.panel.card.note.edit
    edit.insertPlainText("Véase [[Noticia Dos]]")
    for _ in range(4):
        edit.moveCursor(edit.textCursor().MoveOperation.Left)
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_Return, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: titles(workbench) == ["Noticia Uno", "Noticia Dos"], timeout=READING_MS)
    assert title(workbench) == "Noticia Uno"


def test_tabs_line_stays_through_resize_zoom_theme_and_names(
    qtbot: QtBot, workbench: Workbench
) -> None:
    offset, top = scroll(workbench, 1237)
    open_aside(qtbot, workbench, "Noticia Dos")
    show(qtbot, workbench, 0)
    width = workbench.window.width()
    workbench.window.resize(width - 150, workbench.window.height())
    workbench.keeper.zoom(1)
    workbench.set_settings(replace(workbench.settings, theme="dark"))
    recognized = workbench.controller.recognized
    workbench.controller.recognition_changed.emit(recognized)
    rect = workbench.view.span_rect(offset, offset + 1)
    assert abs(rect.top() - top) <= rect.height()  # the line is another one, of the same words
    workbench.keeper.zoom(0)
    workbench.window.resize(width, workbench.window.height())
    assert line_on_screen(workbench) == (offset, top)


def test_tabs_many_have_a_list(qtbot: QtBot, workbench: Workbench) -> None:
    click(workbench, "Noticia Dos", MIDDLE)
    click(workbench, "Noticia Tres", MIDDLE)
    strip = workbench.tabs.strip
    strip.list_button.click()
    assert strip.menu is not None
    actions = strip.menu.actions()
    assert [action.text() for action in actions] == titles(workbench)
    assert [action.isChecked() for action in actions] == [True, False, False]
    with qtbot.waitSignal(workbench.centre.moved, timeout=READING_MS):
        actions[2].trigger()
    strip.menu.close()
    assert title(workbench) == "Noticia Tres"


def test_tabs_card_is_peeked_at_by_key_with_the_librarys_count(
    qtbot: QtBot, workbench: Workbench
) -> None:
    card = workbench.presenter.hover_card
    workbench.actions["next_mention"].trigger()
    QTest.keyClick(workbench.view, Qt.Key.Key_I)
    assert card.isVisible()
    assert "Lavrov" in card.accessibleName()
    qtbot.waitUntil(lambda: "3" in card.accessibleDescription(), timeout=READING_MS)
    QTest.keyClick(workbench.view, Qt.Key.Key_I)
    assert not card.isVisible()


def test_tabs_the_window_is_called_as_what_is_in_its_middle(
    qtbot: QtBot, workbench: Workbench
) -> None:
    assert workbench.window.windowTitle() == "Noticia Uno — Reader"
    with qtbot.waitSignal(workbench.centre.moved, timeout=READING_MS):
        workbench.centre.open_entity(LAVROV.id)
    assert workbench.window.windowTitle() == "Serguéi Lavrov — Reader"
    with qtbot.waitSignal(workbench.centre.moved, timeout=READING_MS):
        workbench.centre.go(-1)
    assert workbench.window.windowTitle() == "Noticia Uno — Reader"

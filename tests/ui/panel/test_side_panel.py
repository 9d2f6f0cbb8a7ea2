import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from reader.ui.legend import Legend
from reader.ui.panel.side_panel import SidePanel
from tests.ui.panel.panel_samples import annotation, details, row, theme


@pytest.fixture
def panel(qtbot: QtBot) -> SidePanel:
    panel = SidePanel()
    qtbot.addWidget(panel)
    panel.set_theme(theme())
    panel.resize(320, 600)
    panel.show()
    qtbot.waitExposed(panel)
    panel.set_entities([row("Ana"), row("Luis")])
    return panel


def focus(qtbot: QtBot, widget: QWidget) -> None:
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)


def test_side_panel_selects_the_entity_that_is_opened_in_the_list(
    panel: SidePanel, qtbot: QtBot
) -> None:
    panel.entity_list.focus_rows()
    with qtbot.waitSignal(panel.entity_selected) as selected:
        qtbot.keyClick(panel.entity_list.view, Qt.Key.Key_Return)
    assert selected.args == ["person:Ana"]


def test_side_panel_puts_the_keyboard_into_the_note_of_what_was_opened_in_the_list(
    panel: SidePanel, qtbot: QtBot
) -> None:
    focus(qtbot, panel.entity_list.view)
    panel.show_entity(details(note="hola"))
    assert panel.card.note.edit.hasFocus()
    assert panel.card.note.edit.textCursor().atEnd()


def test_side_panel_leaves_the_keyboard_where_it_is_when_the_text_was_clicked(
    panel: SidePanel, qtbot: QtBot
) -> None:
    focus(qtbot, panel.entities_button)
    panel.show_entity(details())
    assert panel.entities_button.hasFocus()


def test_side_panel_knows_the_entity_whose_card_is_open(panel: SidePanel) -> None:
    shown = [panel.shown_entity_id]
    panel.show_entity(details())
    shown.append(panel.shown_entity_id)
    panel.show_annotations()
    shown.append(panel.shown_entity_id)
    panel.show_list()
    shown.append(panel.shown_entity_id)
    assert shown == [None, "e1", "e1", None]


@pytest.mark.parametrize("way", ["escape", "button", "segment"])
def test_side_panel_goes_back_to_the_list(panel: SidePanel, qtbot: QtBot, way: str) -> None:
    panel.show_entity(details())
    closed = QSignalSpy(panel.entity_closed)
    if way == "escape":
        qtbot.keyClick(panel.card.note.edit, Qt.Key.Key_Escape)
    elif way == "button":
        panel.card.back_button.click()
    else:
        panel.entities_button.click()
    assert closed.count() == 1
    assert panel.shown_entity_id is None
    assert panel.entity_list.isVisible()


def test_side_panel_hands_on_the_note_when_going_back(panel: SidePanel, qtbot: QtBot) -> None:
    panel.show_entity(details())
    edited = QSignalSpy(panel.note_edited)
    qtbot.keyClicks(panel.card.note.edit, "hola")
    qtbot.keyClick(panel.card.note.edit, Qt.Key.Key_Escape)
    assert [edited.at(i) for i in range(edited.count())] == [["e1", "hola"]]


def test_side_panel_is_silent_when_told_to_show_the_list(panel: SidePanel) -> None:
    panel.show_entity(details())
    closed = QSignalSpy(panel.entity_closed)
    panel.show_list()
    assert closed.count() == 0


def test_side_panel_returns_to_the_open_card_from_the_annotations(panel: SidePanel) -> None:
    panel.show_entity(details())
    panel.annotations_button.click()
    panel.entities_button.click()
    assert panel.card.isVisible()


@pytest.mark.parametrize(("refresh", "visible"), [(True, False), (False, True)])
def test_side_panel_leaves_the_annotations_for_a_card_but_not_for_its_refresh(
    panel: SidePanel, refresh: bool, visible: bool
) -> None:
    panel.show_entity(details())
    panel.show_annotations()
    if refresh:
        panel.refresh_entity(details(mentions=9))
    else:
        panel.show_entity(details(mentions=9))
    assert panel.card.isVisible() is visible


def test_side_panel_refreshes_only_the_open_card(panel: SidePanel) -> None:
    panel.refresh_entity(details())
    assert panel.shown_entity_id is None


@pytest.mark.parametrize(("count", "title"), [(0, "Annotations"), (3, "Annotations (3)")])
def test_side_panel_counts_the_annotations(panel: SidePanel, count: int, title: str) -> None:
    panel.set_annotations([annotation(f"a{i}", i) for i in range(count)])
    assert panel.annotations_button.text() == title


def test_side_panel_puts_the_cursor_into_a_comment(panel: SidePanel, qtbot: QtBot) -> None:
    panel.set_annotations([annotation("a"), annotation("b", 9, comment="hola")])
    panel.edit_annotation_comment("b")
    qtbot.waitUntil(panel.annotation_list.editor.comment.hasFocus)
    assert panel.annotation_list.editor.comment.text() == "hola"


def test_side_panel_flushes_note_and_comment(panel: SidePanel, qtbot: QtBot) -> None:
    panel.show_entity(details())
    panel.set_annotations([annotation("a")])
    panel.set_current_annotation("a")
    panel.card.note.edit.insertPlainText("hola ")
    panel.annotation_list.editor.comment.insertPlainText("sí")
    edited, changed = QSignalSpy(panel.note_edited), QSignalSpy(panel.annotation_changed)
    panel.flush()
    assert edited.at(0) == ["e1", "hola "]
    assert changed.at(0)[0].comment == "sí"


def test_side_panel_flushes_when_hidden(panel: SidePanel, qtbot: QtBot) -> None:
    panel.show_entity(details())
    qtbot.keyClicks(panel.card.note.edit, "hola")
    edited = QSignalSpy(panel.note_edited)
    panel.hide()
    assert edited.count() >= 1
    assert edited.at(0) == ["e1", "hola"]


@pytest.mark.parametrize(("saved", "state"), [("hola", "Saved ✓"), ("ho", "Saving…")])
def test_side_panel_passes_on_that_a_note_is_saved(
    panel: SidePanel, qtbot: QtBot, saved: str, state: str
) -> None:
    panel.show_entity(details())
    qtbot.keyClicks(panel.card.note.edit, "hola")
    panel.set_note_saved("e1", saved)
    assert panel.card.note.state_text == state


def test_side_panel_clears_for_no_article(panel: SidePanel) -> None:
    panel.show_entity(details())
    panel.set_annotations([annotation("a")])
    panel.clear()
    assert panel.shown_entity_id is None
    assert panel.annotations_button.text() == "Annotations"
    assert panel.entity_list.message() != ""


def test_side_panel_clears_the_filter_with_escape_from_anywhere(
    panel: SidePanel, qtbot: QtBot
) -> None:
    panel.entity_list.filter_edit.setText("lu")
    qtbot.keyClick(panel.entity_list.view, Qt.Key.Key_Escape)
    assert panel.entity_list.filter_edit.text() == ""


def test_side_panel_fits_into_280_pixels(panel: SidePanel) -> None:
    panel.show_entity(details(name="Comisión Económica para América Latina y el Caribe"))
    panel.set_annotations([annotation("a")])
    panel.set_current_annotation("a")
    assert panel.minimumSizeHint().width() <= 280


def test_side_panel_names_every_control(panel: SidePanel) -> None:
    panel.show_entity(details())
    panel.set_annotations([annotation("a")])
    panel.set_current_annotation("a")
    kinds = (QAbstractButton, QAbstractItemView, QLineEdit, QPlainTextEdit)
    nameless = [
        control
        for kind in kinds
        for control in panel.findChildren(kind)
        if not control.accessibleName()
        and not (isinstance(control, QAbstractButton) and control.text())
        and not isinstance(control.parent(), QLineEdit)  # its actions name themselves
    ]
    assert nameless == []


def test_side_panel_retranslates_itself(panel: SidePanel) -> None:
    panel.entities_button.setText("")
    panel.entity_list.filter_edit.setPlaceholderText("")
    QCoreApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    assert panel.entities_button.text() == "Entities"
    assert panel.entity_list.filter_edit.placeholderText() == "Filter names"


@pytest.mark.parametrize("kind", [SidePanel, Legend])
def test_side_panel_and_legend_are_freed(
    qtbot: QtBot, kind: type[SidePanel] | type[Legend]
) -> None:
    widget = kind()
    widget.set_theme(theme())
    child = widget.findChildren(QWidget)[0]
    alive = weakref.ref(widget)
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(child)
    del widget, child
    gc.collect()
    assert alive() is None

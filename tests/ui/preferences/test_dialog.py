"""The dialog: each setting at once, found by searching, and all of it by keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from reader.settings import Settings
from reader.ui.preferences.page import matches
from tests.ui.preferences.conftest import Shown

Show = Callable[..., Shown]


def pages(shown: Shown) -> list[str]:
    """Return the titles of the pages in the list."""
    items = (shown.dialog.list.item(n) for n in range(shown.dialog.list.count()))
    return [item.text() for item in items if not item.isHidden()]


def test_dialog_reading_has_effect_at_once_and_shows_what_is_set_elsewhere(show: Show) -> None:
    shown = show()
    shown.dialog.reading.form.stepper("line_width").stepUp()
    assert shown.settings.line_width == 70
    shown.dialog.show_settings(Settings(line_width=90))
    assert shown.dialog.reading.form.stepper("line_width").text().startswith("90")
    assert len(shown.changes) == 1


def test_dialog_usual_look_leaves_the_other_settings(show: Show) -> None:
    mine = Settings(theme="sepia", leading=2.0, language="es", model="x", annotation_colour="blue")
    shown = show(mine)
    button = shown.dialog.reading.usual_button
    assert button.isEnabled()
    button.click()
    assert shown.settings == Settings(language="es", model="x", annotation_colour="blue")
    assert not button.isEnabled()


@pytest.mark.parametrize("language", ["es", "en", "system"])
def test_dialog_language_is_chosen_with_a_click(show: Show, language: str) -> None:
    shown = show(Settings(language="es" if language != "es" else "en"))
    shown.dialog.language.choice(language).click()
    assert shown.settings.language == language
    assert shown.dialog.language.choice(language).isChecked()


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("line", ["Reading"]),
        ("spacing LINE", ["Reading"]),
        ("typeface", ["Reading"]),
        ("espanol", ["Language"]),
        ("es_reader", ["Recognition"]),
        ("download", ["Recognition"]),
        ("folder", ["Recognition"]),
        ("recognition", ["Recognition"]),
        ("xyz", []),
        ("tabs", ["Start"]),
        ("  ", ["Reading", "Language", "Start", "Recognition"]),
    ],
)
def test_dialog_search_shows_the_pages_with_what_is_wanted(
    show: Show, wanted: str, found: list[str]
) -> None:
    shown = show()
    shown.dialog.search.setText(wanted)
    assert pages(shown) == found


def test_dialog_search_shows_only_the_rows_that_are_wanted(show: Show) -> None:
    shown = show()
    form = shown.dialog.reading.form
    shown.dialog.search.setText("spacing")
    assert shown.dialog.reading.isVisible()
    assert form.stepper("leading").isVisible()
    assert not form.stepper("line_width").isVisible()
    shown.dialog.search.clear()
    assert form.stepper("line_width").isVisible()


@pytest.mark.parametrize(
    ("wanted", "text", "found"),
    [
        ("dia", "Diseño día", True),
        ("DÍA", "de noche y de dia", True),
        ("tema", "El del sistema", False),
        ("dis no", "Diseño nocturno", True),
        ("", "", True),
    ],
)
def test_matches_takes_beginnings_of_words(wanted: str, text: str, found: bool) -> None:
    assert matches(wanted, text) is found


def test_dialog_every_control_has_a_name_and_is_reached_with_tab(qtbot: QtBot, show: Show) -> None:
    shown = show()
    dialog = shown.dialog
    for page in (dialog.reading, dialog.language, dialog.recognition):
        dialog.show_page(page)
        qtbot.waitUntil(page.isVisible)
        controls = {
            widget
            for widget in page.findChildren(QWidget)
            if isinstance(widget, QAbstractButton | QComboBox)
            and widget.isVisible()
            and widget.isEnabled()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        }
        assert controls
        reached: set[QWidget | None] = set()
        dialog.list.setFocus()
        for _ in range(60):
            qtbot.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Tab)
            reached.add(dialog.focusWidget())
        for control in controls:
            named = isinstance(control, QAbstractButton) and control.text()
            assert named or control.accessibleName(), control
            group = control.group() if isinstance(control, QAbstractButton) else None
            members = set(group.buttons()) if group is not None else {control}
            assert members & reached, control


def test_dialog_escape_clears_the_search_then_closes(qtbot: QtBot, show: Show) -> None:
    shown = show()
    shown.dialog.search.setFocus()
    qtbot.keyClicks(shown.dialog.search, "tema")
    qtbot.keyClick(shown.dialog.search, Qt.Key.Key_Escape)
    assert shown.dialog.search.text() == ""
    assert shown.dialog.isVisible()
    with qtbot.waitSignal(shown.dialog.closed):
        qtbot.keyClick(shown.dialog.search, Qt.Key.Key_Escape)
    assert not shown.dialog.isVisible()


def test_dialog_enter_presses_nothing_but_the_button_that_has_the_focus(
    qtbot: QtBot, show: Show
) -> None:
    shown = show(Settings(leading=2.0))
    shown.dialog.show_page(shown.dialog.reading)
    field = shown.dialog.reading.form.stepper("leading").findChild(QLineEdit)
    assert field is not None
    for widget in (shown.dialog.search, shown.dialog.list, field):
        widget.setFocus()
        qtbot.keyClick(widget, Qt.Key.Key_Return)
    assert shown.changes == []
    assert shown.dialog.isVisible()
    shown.dialog.reading.usual_button.setFocus()
    qtbot.keyClick(shown.dialog.reading.usual_button, Qt.Key.Key_Return)
    assert shown.settings == Settings()


def test_dialog_tabs_of_last_time_are_switched_off_with_a_click(show: Show) -> None:
    shown = show()
    assert shown.dialog.opening.restore_box.isChecked()
    shown.dialog.opening.restore_box.click()
    assert not shown.settings.restore_tabs

"""Keys: changed, told where they clash, kept, reset, and shown on the sheet."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF, QRect, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.app import Application
from reader.settings import load_settings
from reader.ui.preferences.shortcuts_page import ShortcutsPage
from reader.ui.shortcuts.book import ShortcutBook, is_usable
from reader.ui.workbench import Workbench
from tests.ui.conftest import bench, close

pytestmark = pytest.mark.model

Start = Callable[..., Application]
_README = Path(__file__).parents[3] / "README.md"


def page_of(workbench: Workbench, name: str) -> ShortcutsPage:
    """Open the page of keys at an action."""
    workbench.preferences.show_shortcuts()
    dialog = workbench.preferences.dialog
    assert dialog is not None
    assert dialog.shortcuts is not None
    dialog.shortcuts.choose(name)
    return dialog.shortcuts


def press(page: ShortcutsPage, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
    """Press a key in the field for new ones."""
    page.key_edit.setFocus()
    QTest.keyClick(page.key_edit, key, modifiers or Qt.KeyboardModifier.NoModifier)


def keys(book: ShortcutBook, name: str) -> list[str]:
    return [key.toString(QKeySequence.SequenceFormat.PortableText) for key in book.keys(name)]


_CONTROL = Qt.KeyboardModifier.ControlModifier


def test_shortcuts_new_key_works_at_once_beside_the_others_and_after_a_restart(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    program = start()
    workbench = bench(program)
    page = page_of(workbench, "filter_articles")
    press(page, Qt.Key.Key_J, _CONTROL)
    assert keys(workbench.commands.book, "filter_articles") == ["Ctrl+Shift+L", "Ctrl+J"]
    assert [button.text()[:6] for button in page.key_buttons] == ["Ctrl+S", "Ctrl+J"]
    assert load_settings(tmp_path / "settings.toml").shortcuts == (
        "filter_articles = Ctrl+Shift+L; Ctrl+J",
    )
    workbench.window.activateWindow()
    with qtbot.waitSignal(workbench.actions["filter_articles"].triggered):
        QTest.keyClick(workbench.window, Qt.Key.Key_J, _CONTROL)
    close(qtbot, program)
    again = bench(start())
    assert keys(again.commands.book, "filter_articles") == ["Ctrl+Shift+L", "Ctrl+J"]
    with qtbot.waitSignal(again.actions["filter_articles"].triggered):
        QTest.keyClick(again.window, Qt.Key.Key_J, _CONTROL)


def test_shortcuts_tell_who_else_has_a_key_and_take_it_away_there(start: Start) -> None:
    workbench = bench(start())
    page, book = page_of(workbench, "filter_articles"), workbench.commands.book
    press(page, Qt.Key.Key_E, _CONTROL)
    assert page.said() == "Also: Export (Ctrl+E)."
    assert keys(book, "filter_articles") == ["Ctrl+Shift+L"]  # not before it is settled
    page.take_button.click()
    assert keys(book, "filter_articles") == ["Ctrl+Shift+L", "Ctrl+E"]
    assert keys(book, "export") == []
    assert page.said() == ""


def test_shortcuts_leave_a_key_where_it_is(start: Start) -> None:
    workbench = bench(start())
    page, book = page_of(workbench, "filter_articles"), workbench.commands.book
    press(page, Qt.Key.Key_E, _CONTROL)
    page.leave_button.click()
    assert keys(book, "filter_articles") == ["Ctrl+Shift+L"]
    assert keys(book, "export") == ["Ctrl+E"]
    assert not page.take_button.isVisible()


def test_shortcuts_go_back_to_the_usual_keys_one_by_one_and_all(start: Start) -> None:
    workbench = bench(start())
    book = workbench.commands.book
    usual = {each.name: keys(book, each.name) for each in book.listed()}
    page = page_of(workbench, "filter_articles")
    press(page, Qt.Key.Key_E, _CONTROL)
    page.take_button.click()
    page.choose("search")
    page.key_buttons[0].click()
    assert keys(book, "search") == []
    page.reset_button.click()
    assert keys(book, "search") == ["Ctrl+Shift+F"]
    page.choose("export")
    page.reset_button.click()  # its usual key is another's now
    assert page.said() == "Also: Filter articles (Ctrl+Shift+L, Ctrl+E)."
    page.take_button.click()
    assert keys(book, "filter_articles") == ["Ctrl+Shift+L"]
    page.choose("search")
    page.key_buttons[0].click()
    page.reset_all_button.click()
    assert {each.name: keys(book, each.name) for each in book.listed()} == usual
    assert workbench.settings.shortcuts == ()
    assert not page.reset_all_button.isEnabled()


def test_shortcuts_single_letter_stays_a_letter_in_a_field(qtbot: QtBot, start: Start) -> None:
    workbench = bench(start())
    page = page_of(workbench, "filter_articles")
    press(page, Qt.Key.Key_B)
    assert keys(workbench.commands.book, "filter_articles")[-1] == "B"
    assert workbench.preferences.dialog is not None
    workbench.preferences.dialog.close()
    workbench.window.activateWindow()
    workbench.search.begin()
    went: list[bool] = []
    workbench.actions["filter_articles"].triggered.connect(lambda: went.append(True))
    QTest.keyClicks(workbench.search.page.edit, "bb")
    assert workbench.search.page.edit.text() == "bb"
    assert went == []
    workbench.window.setFocus()
    QTest.keyClick(workbench.window, Qt.Key.Key_B)
    qtbot.waitUntil(lambda: went == [True])


@pytest.mark.parametrize(
    ("key", "usable"),
    [("Esc", False), ("Space", False), ("Shift+Tab", False), ("Down", False), ("Ctrl+Down", True),
     ("B", True), ("F6", True), ("Alt+Space", True), ("", False)],
)  # fmt: skip
def test_is_usable_leaves_what_one_reads_and_types_with(key: str, usable: bool) -> None:
    assert is_usable(QKeySequence(key)) is usable


def test_shortcuts_keys_needed_for_reading_are_refused_in_words(start: Start) -> None:
    workbench = bench(start())
    page = page_of(workbench, "filter_articles")
    press(page, Qt.Key.Key_Down)
    assert page.said().startswith("Down is needed for typing and reading")
    assert keys(workbench.commands.book, "filter_articles") == ["Ctrl+Shift+L"]


def test_apply_gives_a_key_to_one_action_alone_and_ignores_what_it_does_not_know(
    start: Start,
) -> None:
    book = bench(start()).commands.book
    book.apply(["search = Ctrl+E", "no_such_action = Ctrl+J", "rubbish", "quit = Esc", "copy ="])
    assert keys(book, "search") == ["Ctrl+E"]
    assert keys(book, "export") == []
    assert keys(book, "quit") == []
    assert keys(book, "copy") == []


def test_no_two_actions_have_the_same_usual_key(start: Start) -> None:
    book = bench(start()).commands.book
    double = {
        each.name: [other.name for key in book.keys(each.name)
                    for other in book.users_of(key, besides=each.name)]
        for each in book.listed()
    }  # fmt: skip
    assert {name: others for name, others in double.items() if others} == {}


def test_page_groups_by_menu_and_is_found_by_words_keys_and_synonyms(start: Start) -> None:
    workbench = bench(start())
    page = page_of(workbench, "search")
    dialog = workbench.preferences.dialog
    assert dialog is not None
    top = (page.tree.topLevelItem(n) for n in range(page.tree.topLevelItemCount()))
    groups = [group for group in top if group is not None]
    assert [group.text(0) for group in groups][:2] == ["File", "Edit"]
    for wanted in ("dossier", "ctrl shift d"):
        dialog.search.setText(wanted)
        assert [n for n, item in page.tree.items.items() if not item.isHidden()] == ["copy_dossier"]
        assert [g.text(0) for g in groups if not g.isHidden()] == ["Edit"]
        assert page.current() == "copy_dossier"
    dialog.search.setText("hotkey")
    assert page.isVisible()
    assert not any(item.isHidden() for item in page.tree.items.values())


@pytest.mark.parametrize("wanted", ["atajo", "teclas", "ctrl shift d", "ctrl mayus d"])
def test_page_is_found_in_spanish_and_by_the_english_names_of_keys(
    start: Start, tmp_path: Path, wanted: str
) -> None:
    (tmp_path / "settings.toml").write_text('language = "es"\n', "utf-8")
    workbench = bench(start())
    page = page_of(workbench, "search")
    dialog = workbench.preferences.dialog
    assert dialog is not None
    dialog.search.setText(wanted)
    assert page.isVisible()
    assert not page.tree.items["copy_dossier"].isHidden()
    workbench.actions["shortcuts"].trigger()
    sheet = workbench.commands.sheet
    assert sheet is not None
    if "d" in wanted.split():
        sheet.search.setText(wanted)
        assert sheet.text.toPlainText().count("Copiar la ficha") == 1


def test_sheet_opens_with_its_keys_and_follows_changes(qtbot: QtBot, start: Start) -> None:
    workbench = bench(start())
    workbench.window.activateWindow()
    QTest.keyClick(workbench.window, Qt.Key.Key_F1, _CONTROL)
    sheet = workbench.commands.sheet
    assert sheet is not None
    assert sheet.isVisible()
    assert "Ctrl+Shift+F" in sheet.text.toPlainText()
    press(page_of(workbench, "search"), Qt.Key.Key_J, _CONTROL)
    assert "Ctrl+Shift+F, Ctrl+J" in sheet.text.toPlainText()
    sheet.copy_button.click()
    assert "- Search the library: Ctrl+Shift+F, Ctrl+J\n" in QGuiApplication.clipboard().text()
    sheet.search.setText("ctrl j")
    assert "Search the library" in sheet.text.toPlainText()
    assert "Export" not in sheet.text.toPlainText()


def test_sheet_is_opened_by_a_question_mark_too(start: Start) -> None:
    workbench = bench(start())
    workbench.window.activateWindow()
    workbench.window.setFocus()
    QTest.keyClick(workbench.window, Qt.Key.Key_Question)
    assert workbench.commands.sheet is not None
    assert workbench.commands.sheet.isVisible()


def test_sheet_is_printed_whole(start: Start, tmp_path: Path) -> None:
    workbench = bench(start())
    workbench.actions["shortcuts"].trigger()
    sheet = workbench.commands.sheet
    assert sheet is not None
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "keys.pdf"))
    printer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF()
        )
    )
    sheet.print_button.click()
    dialog = sheet.findChild(QPrintDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.reject()
    sheet.search.setText("ctrl j")  # what is searched for doesn't count on paper
    sheet.print_to(printer)
    assert (tmp_path / "keys.pdf").read_bytes().count(b"/Type /Page\n") >= 2


README_KEYS = {
    "Ctrl+O": "open", "Ctrl+V": "paste_article", "Ctrl+L": "open_address", "F9": "show_library",
    "Ctrl+Shift+L": "filter_articles", "Ctrl+T": "label_articles", "Ctrl+Z": "undo",
    "Ctrl+Shift+F": "search", "J": "next_mention", "K": "previous_mention",
    "Ctrl+Shift+Q": "quote_in_note", "C": "comment", "1": "annotate_yellow", "N": "next_annotation",
    "P": "previous_annotation", "O": "choose_here", "[": "start_earlier", "]": "end_later",
    "{": "start_later", "}": "end_earlier", "F7": "caret", "S": "select_sentence",
    "Ctrl+Enter": "entity_page", "Ctrl+G": "network", "Ctrl+E": "export",
    "Ctrl+Shift+D": "copy_dossier", "F10": "show_panel", "Ctrl+,": "preferences",
    "Ctrl+K": "palette", "?": "shortcuts", "Ctrl+F1": "shortcuts",
}  # fmt: skip
_NOT_ACTIONS = {"F2", "Shift+Enter"}
"""Keys of lists and fields, which aren't changed."""
_KEY = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)+(?:F\d+|Enter|[A-Z](?![a-z])|,|\d)|\bF\d+\b")


def test_readme_names_the_usual_keys(start: Start) -> None:
    book = bench(start()).commands.book
    usual = {key: book.usual(name) for key, name in README_KEYS.items()}
    wrong = {key for key, keys in usual.items() if _sequence(key) not in keys}
    assert wrong == set()
    tour = _README.read_text("utf-8").split("## A tour")[1].split("## Where things live")[0]
    named = set(_KEY.findall(tour))
    assert {key for key in README_KEYS if _KEY.fullmatch(key)} <= named
    everyones = [key for each in book.listed() for key in book.usual(each.name)]
    assert {key for key in named if _sequence(key) not in everyones} <= _NOT_ACTIONS


def _sequence(key: str) -> QKeySequence:
    return QKeySequence(key.replace("Enter", "Return"))


def test_shortcuts_tooltips_and_menus_name_the_keys_that_hold(start: Start) -> None:
    workbench = bench(start())
    lines = ("quote_in_note = Ctrl+J", "choose_here =", "entity_page = F12", "copy = F11")
    workbench.set_settings(
        replace(workbench.settings, language="en", shortcuts=(*lines, "full_screen ="))
    )
    assert workbench.presenter.selection_bar.quote_button.toolTip() == "Quote in the note (Ctrl+J)"
    assert workbench.panel.card.page_button.toolTip().endswith("appears with it (F12)")
    assert workbench.correcting.menu.copy_keys == "F11"
    workbench.marking.badge.show_place(0, 2, QRect(0, 0, 10, 10))
    assert workbench.marking.badge.toolTip() == "2 marks lie here: choose one"
    workbench.set_settings(replace(workbench.settings, shortcuts=()))
    assert workbench.marking.badge.toolTip() == "2 marks lie here: choose one (O)"


def test_shortcuts_are_named_as_they_are_printed_on_spanish_keyboards(start: Start) -> None:
    workbench = bench(start())
    workbench.set_settings(replace(workbench.settings, language="es"))
    words = {each.name: each.keys for each in workbench.commands.book.listed()}
    assert words["open_folder"] == "Ctrl+Mayús+O"
    assert words["delete_annotation"] == "Ctrl+Supr"
    assert "Control" not in " ".join(words.values())

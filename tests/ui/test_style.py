import re

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
)
from pytestqt.qtbot import QtBot

from reader.ui.style import style_sheet
from tests.ui.panel.panel_samples import theme

THEMES = ["light", "sepia", "dark", "contrast", "contrast-dark"]


@pytest.mark.parametrize("name", THEMES)
def test_style_fills_every_blank(name: str) -> None:
    sheet = style_sheet(theme(name))
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}") > 30


@pytest.mark.parametrize("name", THEMES)
def test_style_is_understood_by_qt(qtbot: QtBot, qapp: QApplication, name: str) -> None:
    # Qt warns of a sheet that it can't parse, and a warning fails the test.
    edit = QLineEdit()
    qtbot.addWidget(edit)
    edit.setStyleSheet(style_sheet(theme(name)))
    edit.grab()
    assert edit.styleSheet()


@pytest.mark.parametrize("name", THEMES)
def test_style_shows_the_keyboard_focus_in_the_accent(qtbot: QtBot, name: str) -> None:
    chosen = theme(name)
    button = QToolButton()
    qtbot.addWidget(button)
    button.setStyleSheet(style_sheet(chosen))
    button.resize(60, 40)
    button.show()
    qtbot.waitExposed(button)
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    assert button.grab().toImage().pixelColor(30, 0).name() == chosen.accent.name()


@pytest.mark.parametrize("field", [QLineEdit, QPlainTextEdit])
@pytest.mark.parametrize("name", THEMES)
def test_style_says_what_belongs_in_a_field_as_clearly_as_other_muted_text(
    qtbot: QtBot, name: str, field: type[QLineEdit | QPlainTextEdit]
) -> None:
    edit = field()
    qtbot.addWidget(edit)
    edit.setStyleSheet(style_sheet(theme(name)))
    edit.ensurePolished()
    assert edit.palette().color(QPalette.ColorRole.PlaceholderText) == theme(name).muted


@pytest.mark.parametrize("name", THEMES)
def test_style_names_files_that_exist(name: str) -> None:
    urls = re.findall(r'url\("([^"]+)"\)', style_sheet(theme(name)))
    assert urls
    for url in urls:
        with open(url, encoding="utf-8") as file:
            assert file.read().startswith("<svg")


@pytest.mark.parametrize("name", THEMES)
def test_style_closing_by_enter_does_not_look_like_what_a_dialog_is_for(
    qtbot: QtBot, name: str
) -> None:
    chosen = theme(name)
    dialog, button = QDialog(), QPushButton()
    qtbot.addWidget(dialog)
    QVBoxLayout(dialog).addWidget(button)
    button.setProperty("role", "close")
    button.setDefault(True)
    dialog.setStyleSheet(style_sheet(chosen))
    dialog.show()
    qtbot.waitExposed(dialog)
    ground = button.grab().toImage().pixelColor(button.rect().center())
    assert ground.name() == chosen.raised.name()

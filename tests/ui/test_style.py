import re
from itertools import takewhile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
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


def edge(widget: QWidget, colour: QColor) -> int:
    """Return how many pixels of a colour lie on each other at the middle of the left edge."""
    image = widget.grab().toImage()
    row = (image.pixelColor(x, image.height() // 2) for x in range(image.width()))
    return len(list(takewhile(lambda pixel: pixel == colour, row)))


@pytest.mark.parametrize("kind", [QPushButton, QLineEdit, QPlainTextEdit, QSpinBox, QComboBox])
@pytest.mark.parametrize("name", ["contrast", "contrast-dark"])
def test_style_of_contrast_shows_the_keyboard_focus_by_a_thicker_border(
    qtbot: QtBot, name: str, kind: type[QWidget]
) -> None:
    """The accent alone is not told from a border that is as bright as the text."""
    chosen = theme(name)
    around = QWidget()
    qtbot.addWidget(around)
    layout = QVBoxLayout(around)
    control, other = kind(), kind()
    layout.addWidget(control)
    layout.addWidget(other)
    around.setStyleSheet(style_sheet(chosen))
    around.show()
    qtbot.waitExposed(around)
    control.setFocus()
    qtbot.waitUntil(control.hasFocus)
    assert edge(control, chosen.accent) == 2
    assert edge(other, chosen.border) == 1
    assert control.sizeHint() == other.sizeHint()


@pytest.mark.parametrize("name", ["contrast", "contrast-dark"])
def test_style_of_contrast_shows_a_button_that_is_on_by_a_thicker_border(
    qtbot: QtBot, name: str
) -> None:
    chosen = theme(name)
    button = QPushButton("Solo aquí")
    qtbot.addWidget(button)
    button.setStyleSheet(style_sheet(chosen))
    button.setCheckable(True)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.show()
    qtbot.waitExposed(button)
    off = edge(button, chosen.border)
    button.setChecked(True)
    assert (off, edge(button, chosen.border)) == (1, 2)


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

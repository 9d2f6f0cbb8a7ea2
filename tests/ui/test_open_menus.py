"""A menu that is open keeps nothing else from going on.

A button that opens a menu waits in Qt until that is closed. Had an override of the button's own led
there, Python would stand still in all threads meanwhile: what is typed would not be saved.
"""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from reader.app import make_qapplication
from reader.ui.appearance_menu import AppearanceMenu
from tests.ui.link_samples import DOCUMENT, JORGE, Program, fill

LEADING_TO_A_MENU = {"event", "mousePressEvent", "mouseReleaseEvent", "keyPressEvent"}


def overrides(widget: QWidget) -> set[str]:
    """Return which of a widget's methods that may open its menu are Python's."""
    own = (kind for kind in type(widget).__mro__ if not kind.__module__.startswith("PySide6"))
    return LEADING_TO_A_MENU & {name for kind in own for name in vars(kind)}


def test_menus_are_opened_by_qt_alone(qtbot: QtBot, tmp_path: Path) -> None:
    make_qapplication()
    fill(tmp_path / "library.sqlite")
    program = Program(tmp_path / "library.sqlite")
    with qtbot.waitSignal(program.controller.article_opened):
        program.controller.open_article(DOCUMENT.id)
    with qtbot.waitSignal(program.controller.entity_read):
        program.workbench.presenter.show_entity(JORGE.id)
    instant = QToolButton.ToolButtonPopupMode.InstantPopup
    found = program.window.findChildren(QToolButton)
    buttons = [each for each in found if each.popupMode() is instant]
    overridden = {type(each).__name__: overrides(each) for each in buttons if overrides(each)}
    has_own_kind = any(isinstance(each, AppearanceMenu) for each in buttons)
    program.finish()
    assert has_own_kind
    assert overridden == {}


@pytest.mark.parametrize("name", sorted(LEADING_TO_A_MENU))
def test_menus_an_override_would_be_found(qtbot: QtBot, name: str) -> None:
    kind = type("Button", (QToolButton,), {name: getattr(QToolButton, name)})
    button = kind()
    qtbot.addWidget(button)
    assert overrides(button) == {name}

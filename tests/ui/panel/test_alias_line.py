"""The field for one more name of an entity."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.ui.panel.alias_line import AliasLine


@pytest.fixture
def line(qtbot: QtBot) -> AliasLine:
    """Return a line of no names, in whose field one is being typed."""
    line = AliasLine()
    qtbot.addWidget(line)
    line.show_aliases([], is_other=True)
    with qtbot.waitExposed(line):
        line.show()
    line.adder.begin()
    qtbot.keyClicks(line.adder.edit, "Lavrov")
    return line


def test_alias_line_adds_what_is_entered(qtbot: QtBot, line: AliasLine) -> None:
    with qtbot.waitSignal(line.alias_added) as added:
        qtbot.keyClick(line.adder.edit, Qt.Key.Key_Return)
    assert added.args == ["Lavrov"]
    assert line.adder.edit.isHidden()


def test_alias_line_drops_what_escape_calls_off(qtbot: QtBot, line: AliasLine) -> None:
    with qtbot.assertNotEmitted(line.alias_added):
        qtbot.keyClick(line.adder.edit, Qt.Key.Key_Escape)
    assert line.adder.edit.isHidden()


def test_alias_line_adds_what_is_typed_where_its_field_is_left(
    qtbot: QtBot, line: AliasLine
) -> None:
    with qtbot.waitSignal(line.alias_added) as added:
        line.adder.edit.left.emit()
    assert added.args == ["Lavrov"]

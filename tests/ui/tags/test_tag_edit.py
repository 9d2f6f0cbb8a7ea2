"""The field for tags."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.ui.tags.tag_chip import TagChip
from reader.ui.tags.tag_edit import TagEdit


@pytest.fixture
def edit(qtbot: QtBot) -> TagEdit:
    """Return a field with two tags, and three that are known."""
    edit = TagEdit()
    qtbot.addWidget(edit)
    edit.set_known(["Elecciones 2024", "Energía", "Sanción"])
    edit.set_tags(["Rusia", "Armas"])
    edit.resize(300, 80)
    edit.show()
    qtbot.waitExposed(edit)
    edit.activateWindow()
    edit.field.setFocus()
    return edit


@pytest.fixture
def edited(edit: TagEdit) -> list[tuple[str, ...]]:
    """Return what the field reports, as it comes."""
    reported: list[tuple[str, ...]] = []
    edit.tags_edited.connect(reported.append)
    return reported


def test_tag_edit_shows_tags_without_reporting_them(
    edit: TagEdit, edited: list[tuple[str, ...]]
) -> None:
    edit.set_tags(["Uno", "Dos"])
    assert edit.tags() == ("Uno", "Dos")
    assert edited == []


@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Comma])
def test_tag_edit_adds_what_is_typed(
    qtbot: QtBot, edit: TagEdit, edited: list[tuple[str, ...]], end: Qt.Key
) -> None:
    qtbot.keyClicks(edit.field, "Misiles")
    qtbot.keyClick(edit.field, end)
    assert edited == [("Rusia", "Armas", "Misiles")]
    assert edit.field.text() == ""


def test_tag_edit_takes_the_known_spelling(
    qtbot: QtBot, edit: TagEdit, edited: list[tuple[str, ...]]
) -> None:
    qtbot.keyClicks(edit.field, "energia")
    qtbot.keyClick(edit.field, Qt.Key.Key_Return)
    assert edited == [("Rusia", "Armas", "Energía")]


def test_tag_edit_refuses_the_same_tag_twice(
    qtbot: QtBot, edit: TagEdit, edited: list[tuple[str, ...]]
) -> None:
    qtbot.keyClicks(edit.field, "RUSIA")
    qtbot.keyClick(edit.field, Qt.Key.Key_Return)
    assert edit.tags() == ("Rusia", "Armas")
    assert edited == []


def test_tag_edit_completes_the_chosen_tag(
    qtbot: QtBot, edit: TagEdit, edited: list[tuple[str, ...]]
) -> None:
    qtbot.keyClicks(edit.field, "sanc")
    popup = edit.completer.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    with qtbot.waitSignal(edit.tags_edited):
        qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: edit.field.text() == "")
    assert edited == [("Rusia", "Armas", "Sanción")]


def test_tag_edit_removes_with_backspace_twice(
    qtbot: QtBot, edit: TagEdit, edited: list[tuple[str, ...]]
) -> None:
    qtbot.keyClick(edit.field, Qt.Key.Key_Backspace)
    chip = edit.findChildren(TagChip)[-1]
    qtbot.waitUntil(chip.hasFocus)
    qtbot.keyClick(chip, Qt.Key.Key_Backspace)
    assert edited == [("Rusia",)]
    assert edit.field.hasFocus()


def test_tag_edit_removes_by_the_cross(
    qtbot: QtBot, edit: TagEdit, edited: list[tuple[str, ...]]
) -> None:
    chip = edit.findChildren(TagChip)[0]
    right = chip.rect().center()
    right.setX(chip.width() - 8)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=right)
    assert edited == [("Armas",)]


def test_tag_edit_breaks_chips_into_lines(edit: TagEdit) -> None:
    low = edit.heightForWidth(300)
    edit.set_tags([f"Una etiqueta larga {number}" for number in range(6)])
    assert edit.heightForWidth(300) > 2 * low

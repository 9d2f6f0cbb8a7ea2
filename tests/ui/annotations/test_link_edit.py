"""The field for linked names, which walks and completes as that for tags does."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.core.annotation_list import LinkedEntity
from reader.core.mentions import Kind
from reader.ui.annotations.link_edit import LinkEdit

ANA, EVA, KURSK = (
    LinkedEntity("ana", "Ana Gil", Kind.PERSON),
    LinkedEntity("eva", "Eva Paz", Kind.PERSON),
    LinkedEntity("kursk", "Kursk", Kind.PLACE),
)


@pytest.fixture
def edit(qtbot: QtBot) -> LinkEdit:
    edit = LinkEdit()
    qtbot.addWidget(edit)
    edit.set_offered([ANA, EVA, KURSK])
    edit.show()
    qtbot.waitExposed(edit)
    return edit


def press(key: Qt.Key) -> None:
    """Press a key where the keyboard is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key)


def test_link_edit_links_to_the_one_name_that_fits(qtbot: QtBot, edit: LinkEdit) -> None:
    qtbot.keyClicks(edit.field, "kur")
    with qtbot.waitSignal(edit.links_edited) as linked:
        qtbot.keyClick(edit.field, Qt.Key.Key_Return)
    assert linked.args == [("kursk",)]


def test_link_edit_is_walked_and_emptied_with_the_keyboard(qtbot: QtBot, edit: LinkEdit) -> None:
    edit.set_linked([ANA, EVA])
    edit.field.setFocus()
    qtbot.waitUntil(edit.field.hasFocus)
    QTest.keyClick(edit.field, Qt.Key.Key_Backspace)
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Delete)
    assert edit.linked_ids() == ("eva",)
    press(Qt.Key.Key_Delete)
    assert edit.linked_ids() == ()
    assert edit.field.hasFocus()


def test_link_edit_says_of_a_chip_that_it_is_a_name_in_each_language(edit: LinkEdit) -> None:
    edit.set_linked([ANA])
    QApplication.sendEvent(edit._chips[0], QEvent(QEvent.Type.LanguageChange))
    assert "Linked name" in edit._chips[0].accessibleDescription()

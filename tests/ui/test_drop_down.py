from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.drop_down import DropDown
from reader.ui.style import style_sheet
from tests.ui.panel.panel_samples import theme

WORDS = ("Todos", "El faro de Punta Lindero vuelve a encenderse tras treinta y ocho años")


def test_drop_down_has_a_list_as_wide_as_its_words(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    around.setStyleSheet(style_sheet(theme()))
    box = DropDown()
    box.setFixedWidth(120)
    box.addItems(WORDS)
    QVBoxLayout(around).addWidget(box)
    around.show()
    qtbot.waitExposed(around)
    box.showPopup()
    qtbot.waitUntil(box.view().isVisible)
    needed = box.view().fontMetrics().horizontalAdvance(WORDS[1])
    assert needed > box.width()
    assert box.view().viewport().width() >= needed
    box.hidePopup()

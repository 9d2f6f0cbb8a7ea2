from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from reader.ui.scroll_bar import keep_bar


def test_scroll_bar_keeps_its_room_and_works_only_where_there_is_more(qtbot: QtBot) -> None:
    area = QPlainTextEdit()
    qtbot.addWidget(area)
    keep_bar(area)
    area.resize(200, 120)
    area.show()
    qtbot.waitExposed(area)
    bar = area.verticalScrollBar()
    assert bar.isVisible()
    assert not bar.isEnabled()
    area.setPlainText("línea\n" * 90)
    qtbot.waitUntil(bar.isEnabled)
    area.clear()
    qtbot.waitUntil(lambda: not bar.isEnabled())
    assert bar.isVisible()

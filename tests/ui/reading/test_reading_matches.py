"""Matches of a search in the text: when the page is painted anew."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.core.finding import Matches

from .reading_samples import long_document, settle, show


def test_view_paints_anew_only_for_matches_on_its_page(qtbot: QtBot) -> None:
    text = long_document(20_000)
    view = show(qtbot)
    view.set_document(text)
    settle(qtbot, view)
    painted: list[bool] = []
    view.viewport().installEventFilter(watch := _Paints(painted))
    near, more, other = Matches(), Matches(), Matches()
    for found in (near, more):
        found.add(3, 9)
    more.add(len(text.text) - 40, len(text.text) - 35)
    other.add(30, 34)
    for found, is_painted in ((near, True), (more, False), (other, True)):
        painted.clear()
        view.set_matches(found, current=None)
        QApplication.processEvents()
        assert bool(painted) is is_painted
    view.viewport().removeEventFilter(watch)


class _Paints(QObject):
    def __init__(self, seen: list[bool]) -> None:
        super().__init__()
        self._seen = seen

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self._seen.append(True)
        return super().eventFilter(watched, event)

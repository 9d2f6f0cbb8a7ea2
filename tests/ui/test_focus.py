"""Where a large widget shows that it has the keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.network.canvas import NetworkCanvas


@pytest.fixture
def canvas(qtbot: QtBot) -> Iterator[NetworkCanvas]:
    window, canvas, other = QWidget(), NetworkCanvas(), QWidget()
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    layout = QVBoxLayout(window)
    layout.addWidget(other)
    layout.addWidget(canvas)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    yield canvas
    window.close()


@pytest.mark.parametrize(
    ("reason", "has_ring"),
    [
        (Qt.FocusReason.TabFocusReason, True),
        (Qt.FocusReason.BacktabFocusReason, True),
        (Qt.FocusReason.ShortcutFocusReason, True),
        (Qt.FocusReason.MouseFocusReason, False),
        (Qt.FocusReason.OtherFocusReason, False),
    ],
)
def test_focus_of_a_large_widget_has_a_ring_where_a_key_brought_it(
    canvas: NetworkCanvas, reason: Qt.FocusReason, has_ring: bool
) -> None:
    canvas.setFocus(reason)
    assert bool(canvas.property("ring")) == has_ring
    canvas.clearFocus()
    assert not canvas.property("ring")


def test_focus_ring_comes_back_from_a_popup(canvas: NetworkCanvas) -> None:
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    for kind in (QEvent.Type.FocusOut, QEvent.Type.FocusIn):
        QApplication.sendEvent(canvas, QFocusEvent(kind, Qt.FocusReason.PopupFocusReason))
        assert canvas.property("ring")

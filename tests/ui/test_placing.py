import pytest
from PySide6.QtCore import QRect, QSize

from reader.ui.placing import beside

BOUNDS = QRect(0, 0, 400, 300)
SIZE = QSize(100, 40)


def test_placing_prefers_above_and_centred() -> None:
    assert beside(QRect(150, 200, 100, 20), BOUNDS, SIZE, gap=6) == QRect(149, 154, 100, 40)


def test_placing_goes_below_where_there_is_no_room_above() -> None:
    assert beside(QRect(150, 10, 100, 20), BOUNDS, SIZE, gap=6).top() == 36


@pytest.mark.parametrize(
    "rect",
    [
        QRect(0, 100, 10, 20),
        QRect(395, 100, 10, 20),
        QRect(0, 0, 400, 300),
        QRect(-500, -50, 10, 10),
        QRect(900, 900, 10, 10),
    ],
)
def test_placing_stays_inside(rect: QRect) -> None:
    assert BOUNDS.contains(beside(rect, BOUNDS, SIZE))


def test_placing_is_never_larger_than_its_bounds() -> None:
    assert beside(QRect(5, 5, 5, 5), BOUNDS, QSize(900, 900)) == BOUNDS

"""The strip along the scroll bar: where marks are, and what a click and the mouse at rest do."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from reader.core.document import BlockKind, Document
from reader.ui.reading.overview import WIDTH, Layer, OverviewStrip, _boxes, _Marked
from reader.ui.reading.view import ReadingView
from tests.ui.reading.reading_samples import STYLE, document, long_document, settle, show

BLUE, RED = QColor("#0000ff"), QColor("#ff0000")


def stripped(qtbot: QtBot, text: Document | None) -> tuple[ReadingView, OverviewStrip]:
    view = show(qtbot)
    strip = OverviewStrip(view)
    strip.set_theme(STYLE.theme)
    view.set_side(WIDTH)
    strip.show()
    view.set_document(text)
    settle(qtbot, view)
    qtbot.waitUntil(lambda: not strip._timer.isActive())
    return view, strip


def colours_at(strip: OverviewStrip, y: int) -> set[str]:
    image = strip.grab().toImage()
    ratio = strip.devicePixelRatio()
    return {image.pixelColor(round(x * ratio), round(y * ratio)).name() for x in range(WIDTH)}


def move(strip: OverviewStrip, y: int) -> None:
    pos = QPointF(5, y)
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove, pos, strip.mapToGlobal(pos), none, none, Qt.KeyboardModifier(0)
    )
    QApplication.sendEvent(strip, event)


def test_reading_overview_stands_between_page_and_scroll_bar(qtbot: QtBot) -> None:
    view, strip = stripped(qtbot, long_document(2_000))
    page, bar = view.viewport().geometry(), view.verticalScrollBar()
    assert strip.geometry().left() == page.right() + 1
    assert strip.mapTo(view, QPoint(WIDTH, 0)).x() <= bar.mapTo(view, QPoint(0, 0)).x()
    view.resize(500, 300)
    assert strip.height() == view.viewport().height()
    assert strip.geometry().left() == view.viewport().geometry().right() + 1


@pytest.mark.parametrize("part", [0.05, 0.5, 0.95])
def test_reading_overview_marks_where_the_text_is(qtbot: QtBot, part: float) -> None:
    text = long_document(5_000)
    view, strip = stripped(qtbot, text)
    offset = round(len(text.text) * part)
    strip.set_layer(Layer.ANNOTATIONS, [offset], [BLUE])
    y = strip.row_of(offset)
    assert BLUE.name() in colours_at(strip, y)
    assert BLUE.name() not in colours_at(strip, y - 20)
    layout = view._layout
    assert layout is not None
    top, _ = view._position.extent(offset, offset + 1)
    height = layout.documentSize().height()
    assert abs(y / strip.height() - top / height) < 0.02


def test_reading_overview_knows_that_headings_are_higher(qtbot: QtBot) -> None:
    texts = ["Título"] * 20 + ["palabra " * 400]
    plain = document(*texts)
    blocks = tuple(
        type(block)(block.start, block.end, BlockKind.HEADING) if number < 20 else block
        for number, block in enumerate(plain.blocks)
    )
    text = Document(plain.id, "", plain.text, blocks)
    view, strip = stripped(qtbot, text)
    offset = text.blocks[19].start
    layout = view._layout
    assert layout is not None
    expected = view._position.extent(offset, offset + 1)[0] / layout.documentSize().height()
    assert expected > 0.3  # where by letters alone it would be at 0.04
    assert abs(strip.row_of(offset) / strip.height() - expected) < 0.02


def test_reading_overview_shows_layers_beside_each_other(qtbot: QtBot) -> None:
    text = long_document(5_000)
    _, strip = stripped(qtbot, text)
    strip.set_layer(Layer.MENTIONS, [9_000], RED)
    strip.set_layer(Layer.ANNOTATIONS, [9_000], [BLUE])
    assert {RED.name(), BLUE.name()} <= colours_at(strip, strip.row_of(9_000))


def test_reading_overview_click_goes_to_the_mark(qtbot: QtBot) -> None:
    text = long_document(5_000)
    _, strip = stripped(qtbot, text)
    strip.set_layer(Layer.ANNOTATIONS, [9_000, 20_000], [BLUE, RED])
    with qtbot.waitSignal(strip.mark_clicked) as clicked:
        at = QPoint(6, strip.row_of(20_000) + 3)
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=at)
    assert clicked.args == [Layer.ANNOTATIONS, 20_000]


def test_reading_overview_click_where_nothing_is_goes_to_the_place(qtbot: QtBot) -> None:
    text = long_document(5_000)
    _, strip = stripped(qtbot, text)
    with qtbot.waitSignal(strip.place_clicked) as clicked:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(6, strip.height() // 2))
    assert clicked.args is not None
    assert abs(clicked.args[0] - len(text.text) // 2) < len(text.text) // 50


def test_reading_overview_tells_what_is_under_the_mouse(qtbot: QtBot) -> None:
    _, strip = stripped(qtbot, long_document(5_000))
    strip.set_layer(Layer.MENTIONS, [9_000], RED)
    strip.preview = lambda layer, offset: f"{layer.name} <b>{offset}</b>"
    move(strip, strip.row_of(9_000))
    assert "MENTIONS" in QToolTip.text()
    assert "<b>" not in QToolTip.text()
    assert strip.cursor().shape() is Qt.CursorShape.PointingHandCursor
    move(strip, strip.row_of(9_000) + 40)
    assert strip.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_reading_overview_is_drawn_once_and_then_only_copied(qtbot: QtBot) -> None:
    text = long_document(20_000)
    view, strip = stripped(qtbot, text)
    offsets = range(0, len(text.text), 2)
    strip.set_layer(Layer.MENTIONS, offsets, RED)
    strip.grab()
    drawn = strip.drawn
    for value in range(0, 4_000, 400):
        view.verticalScrollBar().setValue(value)
        strip.grab()
    assert strip.drawn == drawn
    strip.set_layer(Layer.MENTIONS, offsets[::2], RED)
    strip.grab()
    assert strip.drawn == drawn + 1


def test_reading_overview_looks_up_rows_not_marks(qtbot: QtBot) -> None:
    class Counted(list[int]):
        looked = 0

        def __getitem__(self, index: int) -> int:  # type: ignore[override]
            Counted.looked += 1
            return super().__getitem__(index)

    text = long_document(50_000)
    _, strip = stripped(qtbot, text)
    strip.set_layer(Layer.MENTIONS, Counted(range(0, 48_000 * 6, 6)), RED)
    Counted.looked = 0
    strip.grab()
    assert 0 < Counted.looked < 25 * strip.height()


def test_reading_overview_lays_nothing_out(qtbot: QtBot) -> None:
    text = long_document(50_000)
    view, strip = stripped(qtbot, text)
    layout = view._layout
    assert layout is not None
    before = layout.layouts_made
    strip._forget_rows()
    strip.grab()
    assert layout.layouts_made == before


def test_reading_overview_says_what_it_is(qtbot: QtBot) -> None:
    _, strip = stripped(qtbot, long_document(500))
    strip.set_layer(Layer.ANNOTATIONS, [1, 2, 3], BLUE)
    assert strip.accessibleName()
    assert "3" in strip.accessibleDescription()
    assert strip.focusPolicy() is Qt.FocusPolicy.NoFocus


@pytest.mark.parametrize("empty", [None, document()])
def test_reading_overview_of_nothing_is_empty(qtbot: QtBot, empty: Document | None) -> None:
    _, strip = stripped(qtbot, empty)
    strip.set_layer(Layer.ANNOTATIONS, [], BLUE)
    move(strip, 10)
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(6, 10))
    assert colours_at(strip, 10) == {STYLE.theme.base.name()}


def test_reading_overview_looks_up_anew_only_the_layer_that_changed(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _view, strip = stripped(qtbot, long_document(5_000))
    strip.set_layer(Layer.ANNOTATIONS, [100, 9_000], [BLUE, RED])
    strip.set_layer(Layer.MATCHES, [500], RED)
    strip.grab()
    looked_up: list[Sequence[int]] = []

    def boxes(marked: _Marked, *rest: Any) -> list[tuple[QColor, list[QRect]]]:
        looked_up.append(marked.offsets)
        return _boxes(marked, *rest)

    monkeypatch.setattr("reader.ui.reading.overview._boxes", boxes)
    strip.set_layer(Layer.MATCHES, [500, 700], RED)
    strip.grab()
    assert looked_up == [[500, 700]]
    assert BLUE.name() in colours_at(strip, strip.row_of(100))


@given(
    st.lists(st.integers(0, 400), max_size=60).map(sorted),
    st.lists(st.integers(0, 400), min_size=2, max_size=40).map(sorted),
    st.data(),
)
def test_reading_overview_boxes_cover_what_each_mark_alone_would(
    offsets: list[int], rows: list[int], data: st.DataObject
) -> None:
    colours = data.draw(st.lists(st.sampled_from([BLUE, RED]), min_size=len(offsets)))
    found = _boxes(_Marked(offsets, colours), rows, 1, 5)
    expected: dict[str, set[int]] = {}
    for y in range(len(rows) - 1):
        index = bisect_left(offsets, rows[y])
        if index < len(offsets) and offsets[index] < rows[y + 1]:
            expected.setdefault(colours[index].name(), set()).update(range(y - 1, y + 2))
    covered = {
        colour.name(): {y for box in boxes for y in range(box.top(), box.bottom() + 1)}
        for colour, boxes in found
    }
    assert covered == expected

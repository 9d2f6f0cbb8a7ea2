from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.core.document import BlockKind, Document, RowLevel
from reader.core.mentions import Kind
from reader.formats.builder import DocumentBuilder
from reader.ui.opened_article import block_at
from reader.ui.reading.furniture import thumb
from reader.ui.reading.laid import LaidParagraph
from reader.ui.reading.tables import Table
from reader.ui.reading.view import ReadingView
from tests.ui.reading.reading_samples import (
    SENTENCE,
    STYLE,
    annotation,
    centre,
    drag,
    mention,
    mouse,
    settle,
    show,
)
from tests.ui.reading.structure_samples import TRADE, WIDE, add_table, table

Key = Qt.Key


@pytest.fixture
def view(qtbot: QtBot) -> ReadingView:
    return show(qtbot, width=900)


def laid(view: ReadingView, number: int) -> LaidParagraph:
    assert view._layout is not None
    return view._layout.laid(number)


def grid(view: ReadingView, number: int) -> Table:
    found = laid(view, number).composed.table
    assert found is not None
    return found


def box(view: ReadingView, document: Document, words: str) -> tuple[int, int, int, int]:
    start = document.text.index(words)
    found = view.span_rect(start, start + len(words))
    return found.left(), found.top(), found.width(), found.height()


def test_reading_tables_set_cells_side_by_side(view: ReadingView) -> None:
    document = table(TRADE)
    view.set_document(document)
    names = ["Perú", "El Callao", "1.204,5", "Crece"]
    lefts = [box(view, document, name)[0] for name in names]
    tops = [box(view, document, name)[1] for name in names]
    assert lefts == sorted(set(lefts))
    assert len(set(tops)) == 1


def test_reading_tables_give_every_row_the_same_columns(view: ReadingView) -> None:
    document = table(TRADE)
    view.set_document(document)
    lefts = [box(view, document, name)[0] for name in ("Puerto", "El Callao", "San", "Vladi")]
    assert len(set(lefts)) == 1


def test_reading_tables_set_numbers_flush_right(view: ReadingView) -> None:
    document = table(TRADE)
    view.set_document(document)
    assert grid(view, 1).numeric == (False, False, True, True, False)
    rights = [sum(box(view, document, name)[::2]) for name in ("1.204,5", "980,0", "71,3")]
    assert max(rights) - min(rights) <= 1


def test_reading_tables_wrap_cells(view: ReadingView) -> None:
    document = table([["Uno", "Dos"], ["breve", SENTENCE * 3]])
    view.set_document(document)
    cells = [line.cell for line in laid(view, 1).lines]
    assert cells.count(0) == 1
    assert cells.count(1) >= 3
    heights = [line.height for line in laid(view, 1).lines if line.cell == 1]
    assert laid(view, 1).height >= sum(heights)


def test_reading_tables_set_the_header_apart(view: ReadingView) -> None:
    view.set_document(table(TRADE))
    assert [laid(view, number).look.bold for number in range(3)] == [True, False, False]


def test_reading_tables_in_a_row_have_columns_of_their_own(view: ReadingView) -> None:
    builder = DocumentBuilder()
    add_table(builder, [["a", "b"], ["c", "d"]])
    add_table(builder, [["una celda bastante más larga", "b"]], header=False)
    builder.open_block(BlockKind.TABLE_ROW, level=RowLevel.HEADER)
    builder.text("otra")
    view.set_document(builder.document())
    found = [(grid(view, i).first, grid(view, i).last) for i in range(4)]
    assert found == [(0, 1), (0, 1), (2, 2), (3, 3)]


def test_reading_tables_show_rows_that_have_more_or_fewer_cells(view: ReadingView) -> None:
    document = table([["a", "b"], ["c"], ["d", "", "f", "g"], ["", "h"]])
    view.set_document(document)
    for name in "abcdfgh":
        start = document.text.index(name)
        at = centre(view, start, start + 1)
        assert view._offset_at(at) == start


def test_reading_tables_are_measured_from_a_sample(qtbot: QtBot, view: ReadingView) -> None:
    rows = [[str(i), f"fila {i}", "x" * (i % 7)] for i in range(20_000)]
    view.set_document(table(rows, header=False))
    measured = grid(view, 19_000)
    assert (measured.first, measured.last) == (0, 19_999)
    assert grid(view, 3) is measured
    assert measured.numeric[:2] == (True, False)


# What lies in cells


def test_reading_tables_know_the_character_under_the_mouse(view: ReadingView) -> None:
    document = table([["Uno dos", "tres 😀 cuatro"], [SENTENCE, "12"]])
    view.set_document(document)
    for offset, character in enumerate(document.text):
        if not character.isspace():
            assert view._offset_at(centre(view, offset, offset + 1)) == offset


def test_reading_tables_are_clicked_in_their_cells(qtbot: QtBot, view: ReadingView) -> None:
    document = table(TRADE)
    view.set_document(document)
    marked = [mention(document, "El Callao"), mention(document, "Rusia", Kind.COUNTRY)]
    view.set_mentions(marked)
    for one in marked:
        with qtbot.waitSignal(view.mention_clicked) as clicked:
            pos = centre(view, one.start, one.end)
            mouse(view, QEvent.Type.MouseButtonPress, pos, pressed=True)
            mouse(view, QEvent.Type.MouseButtonRelease, pos, pressed=False)
        assert clicked.args == [one]


def test_reading_tables_have_annotations_over_several_cells(view: ReadingView) -> None:
    document = table(TRADE)
    view.set_document(document)
    plain = view.grab().toImage()
    view.set_annotations([annotation(document, "Chile", "980,0", "a")])
    filled = STYLE.theme.annotations[annotation(document, "Chile", "Chile", "b").colour].fill
    for words in ("Chile", "San Antonio", "980,0"):
        x, y, _, height = box(view, document, words)
        image = view.viewport().grab().toImage()
        assert image.pixelColor(x + 6, y + height - 2).name() == filled.name()
        start = document.text.index(words)
        found = view.annotations_at(centre(view, start, start + len(words)))
        assert [one.id for one in found] == ["a"]
    assert view.grab().toImage() != plain


def test_reading_tables_are_selected_by_dragging(view: ReadingView) -> None:
    document = table(TRADE)
    view.set_document(document)
    start = document.text.index("El Callao")
    x, y, width, height = box(view, document, "El Callao")
    middle = y + height // 2
    drag(view, QPoint(x, middle), QPoint(x + width + 3, middle))
    assert view.selected_span() == (start, start + len("El Callao"))


def test_reading_tables_are_copied_with_tabs(view: ReadingView) -> None:
    view.set_document(table(TRADE, before="Antes"))
    view.selectAll()
    view.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "Antes\n\n" + "\n".join("\t".join(row) for row in TRADE)
    assert "<td>El Callao</td><td>1.204,5</td>" in data.html()


def test_reading_tables_give_carets_the_lines_that_are_painted(view: ReadingView) -> None:
    document = table([*TRADE, ["", SENTENCE, "", "1"]])
    view.set_document(document)
    layout = view._layout
    assert layout is not None
    view.selectAll()  # which fills everything in
    for number in range(len(TRADE) + 1):
        block = view.document().findBlockByNumber(number)
        layout.blockBoundingRect(block)
        painted = layout.laid(number).layout
        assert block.layout().lineCount() == painted.lineCount()
        for i in range(painted.lineCount()):
            own, line = block.layout().lineAt(i), painted.lineAt(i)
            assert (own.textStart(), own.x()) == (line.textStart(), line.x())
            if line.naturalTextWidth():  # of an empty cell Qt's own has another font's height
                assert own.y() == line.y()


def test_reading_tables_put_the_caret_into_a_cell(view: ReadingView) -> None:
    document = table(TRADE)
    view.set_document(document)
    start = document.text.index("San Antonio")
    cursor = QTextCursor(view.document())
    cursor.setPosition(start)
    view.setTextCursor(cursor)
    x, y, _, height = box(view, document, "San Antonio")
    caret = view.cursorRect()
    assert abs(caret.left() - x) <= 2
    assert y <= caret.center().y() <= y + height


# Wide ones


def wheel(view: ReadingView, pos: QPoint, across: int, down: int = 0) -> None:
    none = Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        QPointF(pos), QPointF(view.viewport().mapToGlobal(pos)), QPoint(), QPoint(across, down),
        Qt.MouseButton.NoButton, none, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


def test_reading_tables_leave_the_column_where_they_are_crowded(qtbot: QtBot) -> None:
    view = show(qtbot, width=1600)
    view.set_document(table([["a" * 12] * 7, ["b" * 12] * 7]))
    layout = view._layout
    assert layout is not None
    found = grid(view, 0)
    assert layout.column.width < found.width <= found.room
    assert found.overflow == 0
    for width in (600, 700, 800, 900, 1250):
        view.resize(width, 500)
        assert grid(view, 0).room == layout.column.room
    assert grid(view, 0).room < found.room


def test_reading_tables_shrink_before_they_are_scrolled(view: ReadingView) -> None:
    view.set_document(table([["Uno", "Dos"], [SENTENCE, SENTENCE]]))
    layout = view._layout
    assert layout is not None
    assert grid(view, 0).width <= layout.column.width


def test_reading_tables_move_closer_before_they_are_scrolled(view: ReadingView) -> None:
    view.set_document(table(TRADE))
    wide = grid(view, 0)
    view.resize(600, 500)
    narrow = grid(view, 0)
    assert narrow.overflow == 0
    assert narrow.lefts[1] - narrow.widths[0] < wide.lefts[1] - wide.widths[0]


def test_reading_tables_wider_than_the_page_are_scrolled(qtbot: QtBot, view: ReadingView) -> None:
    document = table(WIDE)
    view.resize(600, 500)
    view.set_document(document)
    last = document.text.index("Trimestre 14")
    assert view.span_rect(last, last + 12).isNull()
    first = document.text.index("Ministerio")
    before = box(view, document, "Ministerio")[0]
    wheel(view, centre(view, first, first + 5), -60)
    assert box(view, document, "Trimestre 1")[0] < before + grid(view, 0).lefts[1]
    qtbot.keyClick(view, Key.Key_Right)
    assert grid(view, 0).shift == 30 + 60
    for _ in range(60):
        qtbot.keyClick(view, Key.Key_Right)
    assert not view.span_rect(last, last + 12).isNull()
    assert view._offset_at(centre(view, last, last + 1)) == last
    assert view.span_rect(first, first + 5).isNull()


def test_reading_tables_are_scrolled_to_what_is_looked_for(view: ReadingView) -> None:
    document = table(WIDE)
    view.resize(600, 500)
    view.set_document(document)
    start = document.text.index("Trimestre 9")
    view.ensure_visible(start, start + 11)
    assert not view.span_rect(start, start + 11).isNull()


def test_reading_tables_are_scrolled_by_their_bar(view: ReadingView) -> None:
    view.resize(600, 500)
    view.set_document(table(WIDE))
    layout = view._layout
    assert layout is not None
    number = len(WIDE) - 1
    at = thumb(laid(view, number)).center().toPoint()
    at += QPoint(layout.column.left, layout.top(number) - view.verticalScrollBar().value())
    drag(view, at, at + QPoint(1000, 0))
    assert grid(view, 0).shift == grid(view, 0).overflow
    assert view.selected_span() is None


def test_reading_tables_paint_nothing_beside_the_page(view: ReadingView) -> None:
    view.resize(600, 500)
    view.set_document(table(WIDE))
    layout = view._layout
    assert layout is not None
    view._sideways.scroll(grid(view, 0), 100)
    image = view.viewport().grab().toImage()
    right = layout.column.left + grid(view, 0).room + 2
    for x in (layout.column.left - 3, right):
        colours = {image.pixelColor(x, y).name() for y in range(image.height())}
        assert colours == {STYLE.theme.base.name()}


def test_reading_tables_keep_the_line_on_resize_and_zoom(qtbot: QtBot, view: ReadingView) -> None:
    rows = [[str(i), f"fila {i}", SENTENCE] for i in range(400)]
    document = table(rows, header=False)
    start = document.text.index("fila 200")
    view.set_document(document, offset=start)
    settle(qtbot, view)
    row = block_at(document, view.reading_offset())
    for width in (500, 1200, 900):
        view.resize(width, 500)
        settle(qtbot, view)
    view.set_style(replace(STYLE, size_pt=18))
    settle(qtbot, view)
    view.set_style(STYLE)
    settle(qtbot, view)
    assert block_at(document, view.reading_offset()) == row

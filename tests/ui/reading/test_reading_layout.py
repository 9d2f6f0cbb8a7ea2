import pytest
from PySide6.QtGui import QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from reader.core.document import BlockKind
from tests.ui.reading.reading_samples import (
    HEADING,
    SENTENCE,
    document,
    long_document,
    settle,
    show,
)

PARITY = {
    "plain": SENTENCE * 6,
    "emoji": "Un 😀 emoji 👍🏽 y 👨‍👩‍👧 familia " * 12,
    "arabic": "قال وزير الخارجية الروسي سيرغي لافروف في موسكو إن بلاده تشكر " * 5,
    "mixed": "Lavrov dijo السلام عليكم en Moscú y שלום en Kursk " * 8,
    "combining": "cafe\u0301 n\u0303andu\u0301 cigu\u0308en\u0303a " * 20,
    "long words": "breve " + "x" * 300 + " y " + "ñ" * 200 + " fin",
    "no-break": "10\u00a0000\u00a0km " * 30,
    "tabs": "uno\tdos\ttres " * 20,
}


@pytest.mark.parametrize("text", PARITY.values(), ids=PARITY.keys())
@pytest.mark.parametrize("width", [430, 700])
def test_reading_layout_breaks_lines_as_qt_does(qtbot: QtBot, text: str, width: int) -> None:
    view = show(qtbot, width=width)
    view.set_document(document(text))
    settle(qtbot, view)
    layout = view._layout
    assert layout is not None
    qts = QTextDocument()
    qts.setDocumentMargin(0)
    qts.setDefaultFont(view.document().defaultFont())
    option = qts.defaultTextOption()
    option.setWrapMode(option.WrapMode.WrapAtWordBoundaryOrAnywhere)
    qts.setDefaultTextOption(option)
    QTextCursor(qts).insertText(text)
    qts.setTextWidth(layout.column.width)
    qts.documentLayout().documentSize()
    native = qts.firstBlock().layout()
    expected = [native.lineAt(i).textStart() for i in range(native.lineCount())]
    assert [line.start for line in layout.laid(0).lines] == expected
    assert len(expected) > 1


@pytest.mark.parametrize("kind", list(BlockKind))
def test_reading_layout_gives_carets_the_lines_that_are_painted(
    qtbot: QtBot, kind: BlockKind
) -> None:
    view = show(qtbot)
    view.set_document(document(SENTENCE * 5, kind=kind), heading=HEADING)
    settle(qtbot, view)
    layout = view._layout
    assert layout is not None
    for number in range(3):
        block = view.document().findBlockByNumber(number)
        layout.blockBoundingRect(block)
        own, laid = block.layout(), layout.laid(number)
        assert own.lineCount() == len(laid.lines)
        for i, line in enumerate(laid.lines):
            assert own.lineAt(i).textStart() == line.start
            assert own.lineAt(i).position() == laid.layout.lineAt(i).position()


def test_reading_layout_paints_long_documents_without_laying_them_out(qtbot: QtBot) -> None:
    view = show(qtbot)
    with qtbot.waitSignal(view.first_painted):
        view.set_document(long_document(100_000))
        assert view.document().blockCount() < 100
    layout = view._layout
    assert layout is not None
    assert layout.layouts_made < 60  # the page, the ones above and below, a slice's worth


def test_reading_layout_measures_the_rest_when_idle(qtbot: QtBot) -> None:
    view = show(qtbot)
    view.set_document(long_document(5_000))
    settle(qtbot, view)
    layout = view._layout
    assert layout is not None
    assert layout.heights.next_unmeasured(0) == -1
    assert view.document().blockCount() == len(layout.paragraphs)
    heights = sum(layout.laid(i).height for i in range(len(layout.paragraphs)))
    bar = view.verticalScrollBar()
    expected = heights + sum(layout._padding)
    assert bar.maximum() + view.viewport().height() == expected


def test_reading_layout_keeps_line_breaks_where_only_margins_change(qtbot: QtBot) -> None:
    view = show(qtbot, width=1000)
    view.set_document(document(SENTENCE * 5))
    settle(qtbot, view)
    layout = view._layout
    assert layout is not None
    made, left = layout.layouts_made, layout.column.left
    view.resize(1300, 500)
    settle(qtbot, view)
    assert layout.layouts_made == made
    assert layout.column.left > left


def test_reading_layout_has_the_next_page_ready_before_one_goes_there(qtbot: QtBot) -> None:
    view = show(qtbot)
    view.set_document(long_document(5_000))
    settle(qtbot, view)
    layout, bar = view._layout, view.verticalScrollBar()
    assert layout is not None
    for step in (bar.pageStep(), bar.pageStep(), -bar.pageStep()):
        made = layout.layouts_made
        bar.setValue(bar.value() + step)
        view.viewport().repaint()
        assert layout.layouts_made == made
        settle(qtbot, view)


def test_reading_layout_keeps_no_more_than_it_can_where_paragraphs_are_tiny(qtbot: QtBot) -> None:
    view = show(qtbot, height=2_000)
    view.resize(700, 9_000)
    view.set_document(document(*["Sí."] * 3_000))
    settle(qtbot, view)
    assert view._layout is not None
    assert view._layout.heights.next_unmeasured(0) == -1

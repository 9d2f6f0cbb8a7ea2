"""Line breaks and heights are Qt's own, for texts of every kind: scripts, emoji, mixed fonts."""

from dataclasses import replace
from math import ceil

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from tests.ui.reading.reading_samples import STYLE, document, settle, show
from tests.ui.reading.test_reading_layout import PARITY


def native(view_document: QTextDocument, text: str, width: int) -> QTextDocument:
    """Return a document of Qt's own with a paragraph laid out."""
    qts = QTextDocument()
    qts.setDocumentMargin(0)
    qts.setDefaultFont(view_document.defaultFont())
    option = qts.defaultTextOption()
    option.setWrapMode(option.WrapMode.WrapAtWordBoundaryOrAnywhere)
    qts.setDefaultTextOption(option)
    QTextCursor(qts).insertText(text)
    qts.setTextWidth(width)
    return qts


@pytest.mark.parametrize("text", PARITY.values(), ids=PARITY.keys())
@pytest.mark.parametrize("width", [430, 700])
def test_reading_parity_lines_are_as_high_as_qts(qtbot: QtBot, text: str, width: int) -> None:
    view = show(qtbot, width=width)
    view.set_style(replace(STYLE, leading=1.0))  # a line is then as high as its characters
    view.set_document(document(text))
    settle(qtbot, view)
    layout = view._layout
    assert layout is not None
    qts = native(view.document(), text, layout.column.width)
    qts.documentLayout().documentSize()
    block = qts.firstBlock().layout()
    lines = layout.laid(0).lines
    expected = [ceil(block.lineAt(i).height()) for i in range(block.lineCount())]
    assert [line.height for line in lines] == expected
    assert sum(expected) > 0
    mine = lines[-1].top + lines[-1].height - lines[0].top
    whole = qts.documentLayout().blockBoundingRect(qts.firstBlock()).height()
    assert whole <= mine <= whole + len(lines)  # every line begins on a whole pixel

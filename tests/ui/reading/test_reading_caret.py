"""The caret: what the keys select, and where they go."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.core.document import BlockKind
from reader.ui.reading.view import ReadingView
from tests.ui.reading.reading_samples import (
    HEADING,
    SENTENCE,
    annotation,
    document,
    long_document,
    mention,
    settle,
    show,
)
from tests.ui.reading.structure_samples import table

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier

TEXT = document(
    "El Sr. Lavrov viajó a Kursk. Habló con 😀 la prensa. Volvió ayer.",
    "Otro párrafo de dos frases. La segunda es ésta.",
)


@pytest.fixture
def view(qtbot: QtBot) -> ReadingView:
    return show(qtbot)


def press(qtbot: QtBot, view: ReadingView, *keys: tuple[Key, Qt.KeyboardModifier]) -> list[int]:
    """Press keys in caret mode; return where the caret is after each."""
    places = []
    for key, modifiers in keys:
        qtbot.keyClick(view, key, modifiers)
        places.append(view.caret_offset())
    return places


def selected(view: ReadingView) -> str:
    span = view.selected_span()
    shown = view._document()
    assert shown is not None
    return "" if span is None else shown.text[slice(*span)]


def test_reading_caret_goes_by_letters_over_emoji_and_into_the_next_paragraph(
    qtbot: QtBot, view: ReadingView
) -> None:
    text = document("a😀́b", "c")
    view.set_document(text, heading=HEADING)
    view.set_caret_mode(on=True)
    right, left = [(Key.Key_Right, NONE)] * 5, [(Key.Key_Left, NONE)] * 5
    there = press(qtbot, view, *right)
    assert there == [1, 3, 4, text.text.index("c"), text.text.index("c") + 1]
    assert press(qtbot, view, *left) == [*there[3::-1], 0]


def test_reading_caret_goes_to_ends_and_begins_of_words(qtbot: QtBot, view: ReadingView) -> None:
    view.set_document(document("Uno, «dos»", "tres"))
    view.set_caret_mode(on=True)
    assert press(qtbot, view, *[(Key.Key_Right, CONTROL)] * 5) == [3, 9, 10, 12, 16]
    assert press(qtbot, view, *[(Key.Key_Left, CONTROL)] * 4) == [12, 10, 6, 0]


def test_reading_caret_goes_by_sentences_and_paragraphs(qtbot: QtBot, view: ReadingView) -> None:
    view.set_document(TEXT)
    view.set_caret_mode(on=True)
    starts = [TEXT.text.index(words) for words in ("Habló", "Volvió", "Otro", "La segunda")]
    end = len(TEXT.text)
    assert press(qtbot, view, *[(Key.Key_Down, ALT)] * 5) == [*starts, end]
    assert press(qtbot, view, *[(Key.Key_Up, ALT)] * 6) == [*starts[::-1], 0, 0]
    assert press(qtbot, view, *[(Key.Key_Down, CONTROL)] * 2) == [starts[2], end]
    assert press(qtbot, view, *[(Key.Key_Up, CONTROL)] * 2) == [starts[2], 0]


def test_reading_caret_goes_down_in_its_column(qtbot: QtBot, view: ReadingView) -> None:
    text = document(SENTENCE * 6, SENTENCE * 2)
    view.set_document(text)
    view.set_caret_mode(on=True)
    press(qtbot, view, *[(Key.Key_Right, CONTROL)] * 3)
    boxes = [view.span_rect(view.caret_offset(), view.caret_offset() + 1)]
    for _ in range(8):
        press(qtbot, view, (Key.Key_Down, NONE))
        boxes.append(view.span_rect(view.caret_offset(), view.caret_offset() + 1))
    assert all(after.top() > before.top() for before, after in pairwise(boxes))
    assert max(abs(box.left() - boxes[0].left()) for box in boxes) < 20
    for expected in boxes[-2::-1]:
        press(qtbot, view, (Key.Key_Up, NONE))
        assert view.span_rect(view.caret_offset(), view.caret_offset() + 1) == expected


def test_reading_caret_goes_down_in_a_table_cell_by_cell(qtbot: QtBot, view: ReadingView) -> None:
    text = table([["uno", "dos"], ["tres", "cuatro"], ["cinco", "seis"]])
    view.set_document(text)
    view.set_caret_mode(on=True)
    press(qtbot, view, *[(Key.Key_Right, NONE)] * 4)
    assert text.text[view.caret_offset() :].startswith("dos")
    press(qtbot, view, (Key.Key_Down, NONE))
    assert text.text[view.caret_offset() :].startswith("cuatro")
    press(qtbot, view, (Key.Key_Down, SHIFT))
    assert selected(view) == text.text[text.text.index("cuatro") : text.text.index("seis")].rstrip()


def test_reading_caret_goes_to_the_ends_of_lines_and_of_all(
    qtbot: QtBot, view: ReadingView
) -> None:
    text = document(SENTENCE * 3)
    view.set_document(text)
    view.set_caret_mode(on=True)
    (end,) = press(qtbot, view, (Key.Key_End, NONE))
    assert text.text[end] == " "
    assert view.span_rect(0, end).height() == view.span_rect(0, 1).height()
    assert press(qtbot, view, (Key.Key_Home, NONE)) == [0]
    assert press(qtbot, view, (Key.Key_End, CONTROL)) == [len(text.text)]
    assert press(qtbot, view, (Key.Key_Home, CONTROL)) == [0]


def test_reading_caret_stays_in_sight(qtbot: QtBot, view: ReadingView) -> None:
    text = long_document(20_000)
    view.set_document(text)
    view.set_caret_mode(on=True)
    for key in (Key.Key_PageDown, Key.Key_PageDown, Key.Key_Down, Key.Key_PageUp):
        press(qtbot, view, (key, NONE))
        assert not view.span_rect(view.caret_offset(), view.caret_offset() + 1).isNull()
    press(qtbot, view, (Key.Key_End, CONTROL))
    assert not view.span_rect(len(text.text) - 1, len(text.text)).isNull()
    press(qtbot, view, *[(Key.Key_Up, NONE)] * 30)
    assert not view.span_rect(view.caret_offset(), view.caret_offset() + 1).isNull()


def test_reading_caret_lays_out_no_more_than_it_passes(qtbot: QtBot, view: ReadingView) -> None:
    view.set_document(long_document(50_000))
    settle(qtbot, view)
    view.set_caret_mode(on=True)
    assert view._layout is not None
    before = view._layout.layouts_made
    press(qtbot, view, *[(Key.Key_Down, NONE)] * 40)
    assert view._layout.layouts_made - before < 40


def test_reading_caret_selects_with_shift_over_paragraphs(qtbot: QtBot, view: ReadingView) -> None:
    view.set_document(TEXT)
    view.set_caret_mode(on=True)
    press(qtbot, view, (Key.Key_Down, ALT), (Key.Key_Down, ALT))
    with qtbot.waitSignal(view.selection_span_changed):
        press(qtbot, view, *[(Key.Key_Right, SHIFT | CONTROL)] * 6)
    assert selected(view) == "Volvió ayer.\n\nOtro párrafo"
    press(qtbot, view, (Key.Key_Right, NONE))
    assert view.selected_span() is None
    assert TEXT.text[: view.caret_offset()].endswith("párrafo")


def test_reading_caret_extends_the_current_mention(qtbot: QtBot, view: ReadingView) -> None:
    view.set_document(TEXT)
    marked = mention(TEXT, "Lavrov")
    view.set_mentions([marked])
    view.set_current_mention(marked)
    press(qtbot, view, (Key.Key_Right, SHIFT | CONTROL))
    assert selected(view) == "Lavrov viajó"
    view.select_span(0, 0)
    view.set_current_mention(marked)
    press(qtbot, view, *[(Key.Key_Left, SHIFT | CONTROL)] * 2)
    assert selected(view) == "El Sr. Lavrov"


def test_reading_caret_extends_the_current_annotation(qtbot: QtBot, view: ReadingView) -> None:
    view.set_document(TEXT)
    view.set_annotations([annotation(TEXT, "Habló", "con", "a")])
    view.set_current_annotation("a")
    press(qtbot, view, (Key.Key_Down, SHIFT | ALT))
    assert selected(view) == "Habló con 😀 la prensa."


def test_reading_view_selects_the_sentence_around_then_the_paragraph(
    qtbot: QtBot, view: ReadingView
) -> None:
    view.set_document(TEXT)
    marked = mention(TEXT, "prensa")
    view.set_mentions([marked])
    view.set_current_mention(marked)
    with qtbot.waitSignal(view.selection_span_changed):
        view.select_around()
    assert selected(view) == "Habló con 😀 la prensa."
    view.select_around()
    assert selected(view) == TEXT.text[: TEXT.text.index("\n")]


def test_reading_view_selects_the_last_sentence_from_behind_it(
    qtbot: QtBot, view: ReadingView
) -> None:
    view.set_document(TEXT)
    view.set_caret_mode(on=True)
    assert press(qtbot, view, (Key.Key_End, CONTROL)) == [len(TEXT.text)]
    view.select_around()
    assert TEXT.text.endswith(selected(view))
    assert selected(view) != ""


def test_reading_view_selects_all_sentences_that_are_touched(view: ReadingView) -> None:
    view.set_document(TEXT)
    view.select_span(TEXT.text.index("ayer"), TEXT.text.index("párrafo"))
    view.select_around()
    assert selected(view) == "Volvió ayer.\n\nOtro párrafo de dos frases."


def test_reading_caret_mode_is_left_with_escape(qtbot: QtBot, view: ReadingView) -> None:
    view.set_document(TEXT)
    assert view._layout is not None
    view.set_caret_mode(on=True)
    assert view._layout.caret_shown
    with qtbot.waitSignal(view.caret_mode_changed) as changed:
        qtbot.keyClick(view, Key.Key_Escape)
    assert changed.args == [False]
    assert not view._layout.caret_shown


def test_reading_caret_mode_asks_for_a_comment_on_enter(qtbot: QtBot, view: ReadingView) -> None:
    view.set_document(TEXT)
    view.set_caret_mode(on=True)
    press(qtbot, view, (Key.Key_Right, SHIFT | CONTROL))
    with qtbot.waitSignal(view.comment_requested):
        qtbot.keyClick(view, Key.Key_Return)


def test_reading_caret_begins_at_the_page_that_is_read(qtbot: QtBot, view: ReadingView) -> None:
    text = long_document(20_000)
    view.set_document(text, offset=text.blocks[100].start)
    offset = view.reading_offset()
    view.set_caret_mode(on=True)
    assert view.caret_offset() == offset


@pytest.mark.parametrize("kind", [BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.QUOTE])
def test_reading_caret_selects_in_every_kind_of_block(
    qtbot: QtBot, view: ReadingView, kind: BlockKind
) -> None:
    view.set_document(document("Uno dos", "tres", kind=kind))
    view.set_caret_mode(on=True)
    press(qtbot, view, (Key.Key_Down, SHIFT), (Key.Key_End, SHIFT))
    assert selected(view) == "Uno dos\n\ntres"


def test_reading_caret_goes_the_way_that_is_seen_from_right_to_left(
    qtbot: QtBot, view: ReadingView
) -> None:
    view.set_document(document("قال لافروف"))
    view.set_caret_mode(on=True)
    assert press(qtbot, view, *[(Key.Key_Left, NONE)] * 2, (Key.Key_Right, NONE)) == [1, 2, 1]
    assert press(qtbot, view, (Key.Key_Left, CONTROL)) == [3]


@pytest.mark.parametrize("empty", [None, document()])
def test_reading_caret_in_an_empty_document(qtbot: QtBot, view: ReadingView, empty: None) -> None:
    view.set_document(empty, heading=HEADING)
    view.set_caret_mode(on=True)
    view.select_around()
    assert press(qtbot, view, (Key.Key_Right, SHIFT), (Key.Key_Down, NONE)) == [0, 0]
    assert view.selected_span() is None


def test_reading_caret_what_was_selected_by_keys_is_commented_or_let_go(
    qtbot: QtBot, view: ReadingView
) -> None:
    view.set_document(TEXT)
    press(qtbot, view, (Key.Key_Right, SHIFT | CONTROL))
    with qtbot.waitSignal(view.comment_requested):
        qtbot.keyClick(view, Key.Key_Return)
    qtbot.keyClick(view, Key.Key_Escape)
    assert view.selected_span() is None
    with qtbot.assertNotEmitted(view.comment_requested):
        qtbot.keyClick(view, Key.Key_Return)

"""Annotations over each other: seen, picked one by one, told of in the margin, and stretched."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from pytestqt.qtbot import QtBot

from reader.core.annotations import Annotation, Colour
from reader.core.document import BlockKind, Document
from reader.ui.reading.margin import Bar
from reader.ui.reading.view import ReadingView
from tests.ui.reading.reading_samples import (
    SENTENCE,
    STYLE,
    annotation,
    centre,
    document,
    drag,
    long_document,
    mention,
    mouse,
    show,
)
from tests.ui.reading.structure_samples import table

TEXT = document("Lavrov viajó a Kursk ayer por la tarde", "y volvió a Moscú", SENTENCE * 4)
WIDE = annotation(TEXT, "Lavrov", "tarde", "wide")
NARROW = annotation(TEXT, "Kursk", "ayer", "narrow")


@pytest.fixture
def view(qtbot: QtBot) -> ReadingView:
    return show(qtbot)


def click(view: ReadingView, pos: QPoint) -> None:
    mouse(view, QEvent.Type.MouseButtonPress, pos, pressed=True)
    mouse(view, QEvent.Type.MouseButtonRelease, pos, pressed=False)


def bars(view: ReadingView, number: int = 0) -> list[Bar]:
    layout = view._layout
    assert layout is not None
    return layout.painter.bars(number, layout.laid(number), layout.column)


def corner(view: ReadingView, offset: int, *, begin: bool) -> QPoint:
    box = view.span_rect(offset, offset + 1)
    return box.topLeft() if begin else box.bottomRight() + QPoint(1, 1)


# Seen


def test_reading_layers_of_one_colour_are_told_apart(view: ReadingView) -> None:
    view.set_document(TEXT)
    view.set_annotations([WIDE])
    alone = view.grab().toImage()
    view.set_annotations([WIDE, NARROW])
    both = view.grab().toImage()
    changed = {
        (x, y)
        for y in range(both.height())
        for x in range(both.width())
        if both.pixelColor(x, y) != alone.pixelColor(x, y)
    }
    box = view.span_rect(NARROW.start, NARROW.end)
    inside = [pos for pos in changed if box.contains(QPoint(*pos))]
    assert {x for x, _ in inside} >= {box.left() + 1, box.right() - 1}  # both its edges
    assert len(inside) > 2 * box.width()  # and a line above and below


def test_reading_layers_keep_the_texts_contrast(view: ReadingView) -> None:
    view.set_document(TEXT)
    deep = [replace(WIDE, id=str(n), colour=colour) for n, colour in enumerate(Colour)]
    view.set_annotations(deep)
    image = view.grab().toImage()
    box = view.span_rect(WIDE.start, WIDE.end)
    fills = {STYLE.theme.annotations[colour].fill.name() for colour in Colour}
    middle = {image.pixelColor(x, box.center().y()).name() for x in range(box.left(), box.right())}
    assert len(middle & fills) == 1  # opaque: they don't darken one another


# Picked


def test_reading_layers_are_clicked_from_the_innermost_out_and_round(
    qtbot: QtBot, view: ReadingView
) -> None:
    view.set_document(TEXT)
    marked = mention(TEXT, "Kursk")
    view.set_mentions([marked])
    view.set_annotations([WIDE, NARROW])
    pos = centre(view, marked.start, marked.end)
    clicked: list[object] = []
    view.mention_clicked.connect(clicked.append)
    view.annotation_clicked.connect(clicked.append)
    places: list[tuple[int, int]] = []
    view.stack_clicked.connect(lambda marks, number: places.append((number, len(marks))))
    for _ in range(4):
        click(view, pos)
    assert clicked == [marked, "narrow", "wide", marked]
    assert places == [(0, 3), (1, 3), (2, 3), (0, 3)]


def test_reading_layers_clicked_elsewhere_begin_with_the_innermost(view: ReadingView) -> None:
    view.set_document(TEXT)
    view.set_annotations([WIDE, NARROW])
    clicked: list[str] = []
    view.annotation_clicked.connect(clicked.append)
    at = TEXT.text.index("ayer")
    click(view, centre(view, NARROW.start, NARROW.start + 5))
    click(view, centre(view, at, at + 4))
    click(view, centre(view, 0, 6))
    assert clicked == ["narrow", "narrow", "wide"]


def test_reading_layers_of_the_very_same_span_are_both_reached(view: ReadingView) -> None:
    view.set_document(TEXT)
    view.set_annotations([NARROW, replace(NARROW, id="twin", created="2026")])
    clicked: list[str] = []
    view.annotation_clicked.connect(clicked.append)
    pos = centre(view, NARROW.start, NARROW.end)
    click(view, pos)
    click(view, pos)
    assert clicked == ["twin", "narrow"]


def test_reading_layers_over_a_span_are_listed_the_shortest_first(view: ReadingView) -> None:
    view.set_document(TEXT)
    marked = mention(TEXT, "Kursk")
    view.set_mentions([marked])
    view.set_annotations([WIDE, NARROW])
    assert view.marks_over(marked.start, marked.start + 1) == [marked, NARROW, WIDE]
    assert view.marks_over(0, 1) == [WIDE]


# The margin


def test_reading_margin_puts_bars_of_one_line_side_by_side(view: ReadingView) -> None:
    view.set_document(TEXT)
    view.set_annotations([NARROW, WIDE])
    outer, inner = bars(view)
    assert [outer.annotation.id, inner.annotation.id] == ["wide", "narrow"]
    assert inner.box.right() < outer.box.left() < 0


def test_reading_margin_uses_one_lane_for_what_shares_no_line(view: ReadingView) -> None:
    text = document(SENTENCE * 6)
    view.set_document(text)
    last = text.text.rindex("prensa")
    first = annotation(text, "delegación", "llegó", "a")
    view.set_annotations([first, replace(first, id="b", start=last, end=last + 6)])
    assert len({bar.box.left() for bar in bars(view)}) == 1


def test_reading_margin_bar_goes_on_through_the_gap_between_paragraphs(view: ReadingView) -> None:
    view.set_document(TEXT)
    over = annotation(TEXT, "tarde", "Moscú", "over")
    view.set_annotations([over])
    layout = view._layout
    assert layout is not None
    (above,), (below,) = bars(view, 0), bars(view, 1)
    assert above.box.bottom() == layout.laid(0).height
    assert below.box.top() == 0


def test_reading_margin_signs_stand_where_a_comment_begins(view: ReadingView) -> None:
    view.set_document(TEXT)
    over = annotation(TEXT, "tarde", "Moscú", "over", comment="¿Seguro?")
    view.set_annotations([over, NARROW])
    signs = [bar.annotation.id for bar in bars(view) if not bar.sign.isNull()]
    assert signs == ["over"]
    assert all(bar.sign.isNull() for bar in bars(view, 1))


@pytest.mark.parametrize("width", [320, 700])
def test_reading_margin_stays_inside_the_page(qtbot: QtBot, width: int) -> None:
    view = show(qtbot, width=width)
    view.set_document(TEXT)
    many = [replace(WIDE, id=str(n), end=WIDE.end - n, comment="x") for n in range(8)]
    view.set_annotations(many)
    layout = view._layout
    assert layout is not None
    left = -layout.column.left
    assert all(left <= bar.box.left() and left <= bar.sign.left() for bar in bars(view))


def test_reading_margin_bar_is_clicked(qtbot: QtBot, view: ReadingView) -> None:
    view.set_document(TEXT)
    view.set_annotations([WIDE, NARROW])
    left, top = view.span_rect(0, 1).left(), view.span_rect(0, 1).center().y()
    for bar, name in zip(bars(view), ("wide", "narrow"), strict=True):
        with qtbot.waitSignal(view.annotation_clicked) as clicked:
            click(view, QPoint(round(left + bar.box.center().x()), top))
        assert clicked.args == [name]


def test_reading_margin_at_rest_tells_of_its_annotation(qtbot: QtBot, view: ReadingView) -> None:
    noted = replace(WIDE, comment="¿Seguro?")
    view.set_document(TEXT)
    view.set_annotations([noted])
    line = view.span_rect(0, 1)
    with qtbot.waitSignal(view.annotations_hovered) as hovered:
        over = QPoint(line.left() - 10, line.center().y())
        mouse(view, QEvent.Type.MouseMove, over, pressed=False)
    assert hovered.args is not None
    assert hovered.args[0] == [noted]
    with qtbot.waitSignal(view.annotations_hovered) as hovered:
        away = QPoint(line.left() + 200, line.bottom() + 200)
        mouse(view, QEvent.Type.MouseMove, away, pressed=False)
    assert hovered.args is not None
    assert hovered.args[0] == []


# Ends


@pytest.mark.parametrize("begin", [True, False])
def test_reading_stretch_follows_the_mouse(qtbot: QtBot, view: ReadingView, begin: bool) -> None:
    view.set_document(TEXT)
    view.set_annotations([NARROW])
    view.set_current_annotation("narrow")
    knob = corner(view, NARROW.start if begin else NARROW.end - 1, begin=begin)
    word = TEXT.text.index("viajó" if begin else "tarde")
    target = view.span_rect(word, word + 5)
    to = QPoint(target.left() if begin else target.right() + 1, target.center().y())
    with qtbot.waitSignal(view.annotation_stretched) as stretched:
        drag(view, knob, to)
    start, end = (word, NARROW.end) if begin else (NARROW.start, word + 5)
    assert stretched.args == ["narrow", start, end]
    assert view.selected_span() is None


def test_reading_stretch_goes_over_into_another_paragraph(qtbot: QtBot, view: ReadingView) -> None:
    view.set_document(TEXT)
    view.set_annotations([NARROW])
    view.set_current_annotation("narrow")
    word = TEXT.text.index("Moscú")
    target = view.span_rect(word, word + 5)
    with qtbot.waitSignal(view.annotation_stretched) as stretched:
        drag(view, corner(view, NARROW.end - 1, begin=False), target.topRight() + QPoint(1, 5))
    assert stretched.args == ["narrow", NARROW.start, word + 5]


def test_reading_stretch_over_the_other_end_turns_round(qtbot: QtBot, view: ReadingView) -> None:
    view.set_document(TEXT)
    view.set_annotations([NARROW])
    view.set_current_annotation("narrow")
    target = view.span_rect(0, 6)
    with qtbot.waitSignal(view.annotation_stretched) as stretched:
        drag(view, corner(view, NARROW.end - 1, begin=False), target.topLeft() + QPoint(0, 5))
    assert stretched.args == ["narrow", 0, NARROW.start - 1]


def test_reading_stretch_is_shown_and_called_off(qtbot: QtBot, view: ReadingView) -> None:
    view.set_document(TEXT)
    view.set_annotations([NARROW])
    view.set_current_annotation("narrow")
    target = view.span_rect(TEXT.text.index("tarde"), TEXT.text.index("tarde") + 5).center()
    knob = corner(view, NARROW.end - 1, begin=False)
    mouse(view, QEvent.Type.MouseButtonPress, knob, pressed=True)
    mouse(view, QEvent.Type.MouseMove, target, pressed=True)
    assert [each.id for each in view.annotations_at(target - QPoint(20, 0))] == ["narrow"]
    heard: list[object] = []
    view.annotation_stretched.connect(lambda *said: heard.append(said))
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.annotations_at(target - QPoint(20, 0)) == []
    mouse(view, QEvent.Type.MouseButtonRelease, target, pressed=False)
    assert not heard


def test_reading_stretch_needs_the_current_annotation(view: ReadingView) -> None:
    view.set_document(TEXT)
    view.set_annotations([NARROW])
    assert not view.has_knob_at(corner(view, NARROW.start, begin=True))
    view.set_current_annotation("narrow")
    assert view.has_knob_at(corner(view, NARROW.start, begin=True))
    assert not view.has_knob_at(centre(view, NARROW.start, NARROW.end))


# In every block


@pytest.mark.parametrize(
    "kind", [BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.PREFORMATTED]
)
def test_reading_layers_cross_blocks_of_any_kind(view: ReadingView, kind: BlockKind) -> None:
    text = document("Uno dos", "tres cuatro", "cinco seis", kind=kind)
    view.set_document(text)
    view.set_annotations([annotation(text, "dos", "cinco", "a")])
    marked = [
        offset
        for offset, character in enumerate(text.text)
        if not character.isspace() and view.annotations_at(centre(view, offset, offset + 1))
    ]
    first, last = text.text.index("dos"), text.text.index("cinco") + 4
    assert (marked[0], marked[-1]) == (first, last)
    assert all(bars(view, number) for number in range(3))


def test_reading_layers_cross_a_table(view: ReadingView) -> None:
    text = table(
        [["País", "Año"], ["Chile", "1999"], ["Perú", "2004"]], before="Antes", after="Fin"
    )
    view.set_document(text)
    view.set_annotations([annotation(text, "Antes", "Fin", "a")])
    for word in ("Antes", "País", "1999", "Perú", "Fin"):
        start = text.text.index(word)
        assert view.annotations_at(centre(view, start, start + len(word)))


# Many


def many_annotations(text: Document, count: int) -> list[Annotation]:
    step = len(text.text) // count
    whole = Annotation("whole", text.id, 0, len(text.text), "", "", "", Colour.PINK, "Todo")
    return [whole] + [
        Annotation(
            str(n), text.id, n * step, n * step + 60, "", "", "", Colour.BLUE, "x" if n % 2 else ""
        )
        for n in range(count)
    ]


def test_reading_layers_look_at_no_more_than_the_page_has(
    view: ReadingView, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = long_document(100_000)
    view.set_document(text, offset=len(text.text) // 2)
    view.set_annotations(many_annotations(text, 10_000))
    looked: list[int] = []
    spans = view._marks._annotations
    whole = spans.reaching

    def counted(start: int, end: int) -> list[Annotation]:
        found = list(whole(start, end))
        near = sum(
            len(there)
            for (level, number), there in spans._bins.items()
            if start >> (10 + 3 * level) <= number <= (end - 1) >> (10 + 3 * level)
        )
        looked.append(near)
        return found

    monkeypatch.setattr(spans, "reaching", counted)
    view.grab()
    assert looked
    assert max(looked) < 400  # of 10,001, one of which is over the whole text


def test_reading_layers_lay_out_only_what_is_on_the_page(view: ReadingView) -> None:
    text = long_document(100_000)
    view.set_document(text)
    layout = view._layout
    assert layout is not None
    before = layout.layouts_made
    view.set_annotations(many_annotations(text, 10_000))
    view.grab()
    assert layout.layouts_made - before < 30

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from pytestqt.qtbot import QtBot

from reader.core.document import normalize_newlines
from reader.core.mentions import Kind
from reader.ui.reading.view import ReadingView
from reader.ui.theme import load_theme
from tests.ui.reading.reading_samples import (
    HEADING,
    SENTENCE,
    STYLE,
    THEMES,
    annotation,
    centre,
    document,
    drag,
    long_document,
    mention,
    mouse,
    settle,
    show,
)

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(qtbot: QtBot) -> ReadingView:
    return show(qtbot)


def click(view: ReadingView, pos: QPoint) -> None:
    mouse(view, QEvent.Type.MouseButtonPress, pos, pressed=True)
    mouse(view, QEvent.Type.MouseButtonRelease, pos, pressed=False)


# Offsets


EMOJI = document(
    normalize_newlines("Antes 😀👍🏽 de Lima\r\ny después"),
    "Luego 👨‍👩‍👧 en Quito 😀",
    "Al fin Cuzco",
)


@pytest.mark.parametrize("name", ["Lima", "Quito", "Cuzco", "😀", "después"])
def test_reading_view_offsets_are_code_points(view: ReadingView, name: str) -> None:
    view.set_document(EMOJI, heading=HEADING)
    start = EMOJI.text.index(name)
    view.select_span(start, start + len(name))
    assert view.selected_span() == (start, start + len(name))
    assert view.textCursor().selectedText() == name


@pytest.mark.parametrize("name", ["Lima", "Quito", "Cuzco"])
def test_reading_view_finds_mentions_behind_emoji_where_they_are_painted(
    view: ReadingView, name: str
) -> None:
    view.set_document(EMOJI)
    marked = mention(EMOJI, name)
    view.set_mentions([marked])
    assert view.mention_at(centre(view, marked.start, marked.end)) == marked
    before = view.span_rect(marked.start - 1, marked.start).center()
    assert view.mention_at(before) is None


@pytest.mark.parametrize("text", ["قال لافروف في موسكو إن", "Dijo لافروف en árabe", "a לברוב b"])
def test_reading_view_finds_mentions_from_right_to_left(view: ReadingView, text: str) -> None:
    shown = document(text)
    name = next(word for word in text.split() if word in ("لافروف", "לברוב"))
    view.set_document(shown)
    marked = mention(shown, name, Kind.PERSON)
    view.set_mentions([marked])
    hits = [
        view.mention_at(centre(view, i, i + 1)) == marked
        for i in range(len(text))
        if not text[i].isspace()
    ]
    expected = [marked.start <= i < marked.end for i in range(len(text)) if not text[i].isspace()]
    assert hits == expected


def test_reading_view_selects_over_several_blocks(view: ReadingView) -> None:
    text = document("Uno dos", "tres cuatro", "cinco seis")
    view.set_document(text)
    start, end = text.text.index("dos"), text.text.index("seis") - 1
    view.select_span(start, end)
    assert view.selected_span() == (start, end)


def test_reading_view_trims_a_selection(view: ReadingView) -> None:
    text = document("Uno dos", "tres")
    view.set_document(text)
    view.select_span(3, text.text.index("tres") + 1)
    assert view.selected_span() == (4, text.text.index("tres") + 1)
    view.select_span(7, 9)
    assert view.selected_span() is None


def test_reading_view_clamps_a_selection_that_begins_in_the_heading(view: ReadingView) -> None:
    view.set_document(document("Uno dos"), heading=HEADING)
    view.selectAll()
    assert view.selected_span() == (0, 7)


def test_reading_view_has_no_span_where_only_the_heading_is_selected(view: ReadingView) -> None:
    view.set_document(document("Uno dos"), heading=HEADING)
    cursor = view.textCursor()
    cursor.setPosition(4, cursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    assert view.selected_span() is None


# Copying


def copied(view: ReadingView) -> str:
    view.copy()
    return QGuiApplication.clipboard().text()


def test_reading_view_copies_what_the_article_has(view: ReadingView) -> None:
    text = document("10\u00a0000\u202f€ \u202ex\u202c", "dos\ntres 😀")
    view.set_document(text)
    view.selectAll()
    assert copied(view) == text.text


def test_reading_view_copies_the_heading_too(view: ReadingView) -> None:
    view.set_document(document("Uno dos"), heading=HEADING)
    view.selectAll()
    assert copied(view) == f"{HEADING.title}\n{HEADING.byline}\n\nUno dos"


def test_reading_view_copies_a_part_of_the_heading(view: ReadingView) -> None:
    view.set_document(document("Uno dos"), heading=HEADING)
    cursor = view.textCursor()
    cursor.setPosition(3)
    cursor.setPosition(len(HEADING.title), cursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    assert copied(view) == HEADING.title[3:]


# Mouse


def test_reading_view_click_on_a_mention_is_told(qtbot: QtBot, view: ReadingView) -> None:
    text = document("Lavrov viajó a Kursk")
    view.set_document(text, heading=HEADING)
    marked = mention(text, "Kursk")
    view.set_mentions([marked])
    with qtbot.waitSignal(view.mention_clicked) as clicked:
        click(view, centre(view, marked.start, marked.end))
    assert clicked.args == [marked]


def test_reading_view_click_on_a_hidden_kind_is_not_told(qtbot: QtBot, view: ReadingView) -> None:
    text = document("Lavrov viajó a Kursk")
    view.set_document(text)
    marked = mention(text, "Kursk", Kind.PLACE)
    view.set_mentions([marked])
    view.set_hidden_kinds({Kind.PLACE})
    with qtbot.assertNotEmitted(view.mention_clicked):
        click(view, centre(view, marked.start, marked.end))
    view.set_hidden_kinds(())
    with qtbot.waitSignal(view.mention_clicked):
        click(view, centre(view, marked.start, marked.end))


def colours_of(view: ReadingView, start: int, end: int) -> set[str]:
    """Return the colours in a span's box and under it."""
    image = view.viewport().grab(view.span_rect(start, end)).toImage()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(x, y).name() for x, y in points}


def test_reading_view_underlines_a_demonym_without_a_tint(view: ReadingView) -> None:
    text = document("Los soldados rusos callaron")
    view.set_document(text)
    marked = mention(text, "rusos", Kind.DEMONYM, entity="country:RU")
    plain = colours_of(view, marked.start, marked.end)
    view.set_mentions([marked])
    colours = STYLE.theme.kinds[Kind.DEMONYM]
    assert colours_of(view, marked.start, marked.end) == plain | {colours.line.name()}


def test_reading_view_underlines_a_demonym_as_soon_as_it_is_found(view: ReadingView) -> None:
    text = document("Los soldados rusos callaron")
    view.set_document(text)
    start = text.text.index("rusos")
    plain = colours_of(view, start, start + 5)
    view.add_found([(start, start + 5, Kind.DEMONYM)])
    found = colours_of(view, start, start + 5)
    view.set_hidden_kinds({Kind.DEMONYM})
    assert len(found - plain) == 1  # the faint line alone
    assert STYLE.theme.base.name() in found
    assert colours_of(view, start, start + 5) == plain


def test_reading_view_shows_the_demonyms_of_the_selected_country(view: ReadingView) -> None:
    text = document("Los soldados rusos y las tropas ucranianas")
    view.set_document(text)
    russian = mention(text, "rusos", Kind.DEMONYM, entity="country:RU")
    ukrainian = mention(text, "ucranianas", Kind.DEMONYM, entity="country:UA")
    view.set_mentions([russian, ukrainian])
    view.select_entity("country:RU")
    strong = STYLE.theme.kinds[Kind.DEMONYM].strong.name()
    shown = [strong in colours_of(view, m.start, m.end) for m in (russian, ukrainian)]
    assert shown == [True, False]


def test_reading_view_drag_over_a_mention_selects_it(qtbot: QtBot, view: ReadingView) -> None:
    text = document("Lavrov viajó a Kursk ayer")
    view.set_document(text)
    marked = mention(text, "Kursk")
    view.set_mentions([marked])
    box = view.span_rect(marked.start, marked.end)
    middle = box.center().y()
    with (
        qtbot.assertNotEmitted(view.mention_clicked),
        qtbot.waitSignal(view.selection_span_changed) as changed,
    ):
        drag(view, QPoint(box.left(), middle), QPoint(box.right() + 2, middle))
    assert changed.args == [(marked.start, marked.end)]
    assert view.selected_span() == (marked.start, marked.end)


def test_reading_view_tells_a_selection_once_the_mouse_is_released(
    qtbot: QtBot, view: ReadingView
) -> None:
    text = document(SENTENCE)
    view.set_document(text)
    start, end = centre(view, 2, 3), centre(view, 30, 31)
    with qtbot.assertNotEmitted(view.selection_span_changed):
        mouse(view, QEvent.Type.MouseButtonPress, start, pressed=True)
        mouse(view, QEvent.Type.MouseMove, end, pressed=True)
    with qtbot.waitSignal(view.selection_span_changed):
        mouse(view, QEvent.Type.MouseButtonRelease, end, pressed=False)


@pytest.mark.parametrize(
    ("first", "last", "clicked"),
    [("viajó", "Kursk ayer", "mention"), ("Kurs", "Kurs", "annotation")],
)
def test_reading_view_click_takes_the_smaller_of_mention_and_annotation(
    qtbot: QtBot, view: ReadingView, first: str, last: str, clicked: str
) -> None:
    text = document("Lavrov viajó a Kursk ayer")
    view.set_document(text)
    marked = mention(text, "Kursk")
    view.set_mentions([marked])
    view.set_annotations([annotation(text, first, last, "a")])
    seen: list[str] = []
    view.mention_clicked.connect(lambda _: seen.append("mention"))
    view.annotation_clicked.connect(lambda _: seen.append("annotation"))
    click(view, centre(view, marked.start, marked.start + 1))
    assert seen == [clicked]


def test_reading_view_lists_overlapping_annotations_innermost_first(view: ReadingView) -> None:
    text = document("Lavrov viajó a Kursk ayer", "y volvió")
    view.set_document(text)
    view.set_annotations(
        [annotation(text, "Lavrov", "volvió", "outer"), annotation(text, "viajó", "ayer", "inner")]
    )
    at = text.text.index("Kursk")
    assert [a.id for a in view.annotations_at(centre(view, at, at + 5))] == ["inner", "outer"]


def test_reading_view_margin_mark_counts_for_its_annotation(
    qtbot: QtBot, view: ReadingView
) -> None:
    text = document(SENTENCE * 3)
    view.set_document(text)
    view.set_annotations([annotation(text, "Moscú", "prensa", "a", comment="¿Seguro?")])
    line = view.span_rect(0, 1)
    with qtbot.waitSignal(view.annotation_clicked) as clicked:
        click(view, QPoint(line.left() - 12, line.center().y()))
    assert clicked.args == ["a"]


def test_reading_view_mouse_at_rest_on_a_mention_is_told(qtbot: QtBot, view: ReadingView) -> None:
    text = document("Lavrov viajó a Kursk ayer")
    view.set_document(text)
    marked = mention(text, "Kursk")
    view.set_mentions([marked])
    with qtbot.waitSignal(view.mention_hovered) as hovered:
        mouse(view, QEvent.Type.MouseMove, centre(view, marked.start, marked.end), pressed=False)
    assert hovered.args == [marked, view.span_rect(marked.start, marked.end)]
    with qtbot.waitSignal(view.mention_hovered) as hovered:
        mouse(view, QEvent.Type.MouseMove, centre(view, 0, 6), pressed=False)
    assert hovered.args == [None, QRect()]


def test_reading_view_cursor_shows_what_a_click_would_do(view: ReadingView) -> None:
    text = document("Lavrov viajó a Kursk ayer")
    view.set_document(text)
    view.set_mentions([mention(text, "Kursk")])
    view.set_annotations([annotation(text, "viajó", "viajó", "a")])
    shapes = []
    for name in ("Lavrov", "viajó", "Kursk", "ayer"):
        at = text.text.index(name)
        mouse(view, QEvent.Type.MouseMove, centre(view, at, at + len(name)), pressed=False)
        shapes.append(view.viewport().cursor().shape())
    hand, beam = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.IBeamCursor
    assert shapes == [beam, hand, hand, beam]


def test_reading_view_mention_over_a_line_break_has_a_box_on_each_line(view: ReadingView) -> None:
    text = document("palabra " * 5 + "República Popular Democrática de Corea fin")
    view.set_document(text)
    marked = mention(text, "República Popular Democrática de Corea", Kind.COUNTRY)
    view.set_mentions([marked])
    boxes = view._visible_boxes(marked.start, marked.end)
    assert len(boxes) == 2
    assert all(view.mention_at(box.center().toPoint()) == marked for box in boxes)


# Place


def test_reading_view_opens_at_an_offset(qtbot: QtBot, view: ReadingView) -> None:
    text = long_document(20_000)
    offset = text.blocks[150].start
    view.set_document(text, heading=HEADING, offset=offset)
    assert view.reading_offset() == offset
    settle(qtbot, view)
    assert view.reading_offset() == offset


def test_reading_view_opens_at_the_heading(qtbot: QtBot, view: ReadingView) -> None:
    view.set_document(document("Uno dos"), heading=HEADING)
    assert view.verticalScrollBar().value() == 0
    assert view.reading_offset() == 0


def line_distance(view: ReadingView, offset: int) -> float:
    """Return how many lines below the top the line of `offset` stands."""
    layout = view._layout
    assert layout is not None
    top, bottom = view._position.extent(offset, offset + 1)
    return (top - view.verticalScrollBar().value()) / (bottom - top)


@pytest.mark.parametrize("width", [420, 560, 1100])
def test_reading_view_resize_keeps_the_line(qtbot: QtBot, view: ReadingView, width: int) -> None:
    text = long_document(20_000)
    view.set_document(text)
    settle(qtbot, view)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    offset = view.reading_offset()
    for size in (width, 700, width):
        view.resize(size, 500)
    assert -1 <= line_distance(view, offset) <= 1
    settle(qtbot, view)
    assert -1 <= line_distance(view, offset) <= 1
    view.resize(700, 500)
    assert view.reading_offset() == offset


@pytest.mark.parametrize(
    "style",
    [
        replace(STYLE, size_pt=19),
        replace(STYLE, family="DejaVu Sans", leading=2.0),
        replace(STYLE, line_width=45),
        replace(STYLE, theme=load_theme(THEMES, "dark")),
    ],
    ids=["size", "font", "measure", "theme"],
)
def test_reading_view_style_keeps_the_line(qtbot: QtBot, view: ReadingView, style: object) -> None:
    text = long_document(20_000)
    view.set_document(text, heading=HEADING)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 3)
    offset = view.reading_offset()
    assert isinstance(style, type(STYLE))
    view.set_style(style)
    assert -1 <= line_distance(view, offset) <= 1
    settle(qtbot, view)
    assert -1 <= line_distance(view, offset) <= 1


def test_reading_view_measuring_does_not_move_the_page(qtbot: QtBot, view: ReadingView) -> None:
    text = long_document(30_000)
    view.set_document(text)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() * 3 // 4)
    offset, box = view.reading_offset(), view.span_rect(view.reading_offset(), len(text.text))
    with (
        qtbot.assertNotEmitted(view.page_moved),
        qtbot.assertNotEmitted(view.verticalScrollBar().valueChanged),
    ):
        settle(qtbot, view)
    assert view.reading_offset() == offset
    assert view.span_rect(offset, len(text.text)) == box


def test_reading_view_scrolling_up_into_the_unknown_does_not_jump(view: ReadingView) -> None:
    text = long_document(30_000)
    view.set_document(text, offset=text.blocks[200].start)
    bar = view.verticalScrollBar()
    for _ in range(30):
        start = view.reading_offset()
        before = view.span_rect(start, start + 1).top()
        bar.setValue(bar.value() - 40)
        assert view.span_rect(start, start + 1).top() == before + 40


def test_reading_view_scrolls_to_a_span_that_is_outside(qtbot: QtBot, view: ReadingView) -> None:
    text = long_document(20_000)
    view.set_document(text)
    start = text.blocks[120].start
    assert view.span_rect(start, start + 5).isNull()
    view.ensure_visible(start, start + 5)
    box = view.span_rect(start, start + 5)
    assert abs(box.top() - view.viewport().height() // 3) <= 2
    view.ensure_visible(start + 20, start + 25)
    settle(qtbot, view)
    assert view.span_rect(start, start + 5) == box


def test_reading_view_tells_the_reading_offset_after_scrolling(
    qtbot: QtBot, view: ReadingView
) -> None:
    view.set_document(long_document(5_000))
    with qtbot.waitSignal(view.reading_offset_changed) as changed:
        view.verticalScrollBar().setValue(1_000)
    assert changed.args == [view.reading_offset()]
    assert view.reading_offset() > 0


@pytest.mark.parametrize(
    "move",
    [
        lambda view: view.verticalScrollBar().setValue(100),
        lambda view: view.resize(500, 400),
        lambda view: view.set_style(replace(STYLE, size_pt=20)),
        lambda view: view.set_document(None),
    ],
    ids=["scroll", "resize", "style", "document"],
)
def test_reading_view_tells_when_the_page_moves(
    qtbot: QtBot, view: ReadingView, move: Callable[[ReadingView], None]
) -> None:
    view.set_document(long_document(3_000))
    settle(qtbot, view)
    with qtbot.waitSignal(view.page_moved):
        move(view)


# Keys


@pytest.mark.parametrize("key", [Key.Key_Down, Key.Key_PageDown, Key.Key_Space])
def test_reading_view_keys_scroll_down_and_up(qtbot: QtBot, view: ReadingView, key: Key) -> None:
    view.set_document(long_document(5_000))
    settle(qtbot, view)
    bar = view.verticalScrollBar()
    qtbot.keyClick(view, key)
    qtbot.waitUntil(lambda: not view._keys.glide.rest and bar.value() > 0)
    up = {Key.Key_Down: Key.Key_Up, Key.Key_PageDown: Key.Key_PageUp, Key.Key_Space: Key.Key_Space}
    modifier = SHIFT if key is Key.Key_Space else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(view, up[key], modifier)
    qtbot.waitUntil(lambda: not view._keys.glide.rest)
    assert bar.value() < view.viewport().height() // 4


def test_reading_view_page_down_begins_with_the_last_whole_line(
    qtbot: QtBot, view: ReadingView
) -> None:
    text = long_document(5_000)
    view.set_document(text)
    settle(qtbot, view)
    layout = view._layout
    assert layout is not None
    whole = [
        offset
        for offset in range(6_000)
        if 0 < view.span_rect(offset, offset + 1).bottom() < view.viewport().height() - 1
    ]
    qtbot.keyClick(view, Key.Key_PageDown)
    qtbot.waitUntil(lambda: not view._keys.glide.rest)
    last = view._position.extent(whole[-1], whole[-1] + 1)
    assert view._position.extent(view.reading_offset(), view.reading_offset() + 1) == last


def test_reading_view_end_and_home(qtbot: QtBot, view: ReadingView) -> None:
    text = long_document(50_000)
    view.set_document(text)
    qtbot.keyClick(view, Key.Key_End)
    assert not view.span_rect(len(text.text) - 4, len(text.text)).isNull()
    settle(qtbot, view)
    assert not view.span_rect(len(text.text) - 4, len(text.text)).isNull()
    qtbot.keyClick(view, Key.Key_Home)
    assert view.verticalScrollBar().value() == 0


def test_reading_view_keys_select(qtbot: QtBot, view: ReadingView) -> None:
    view.set_document(document("Uno dos tres"))
    with qtbot.waitSignal(view.selection_span_changed) as changed:
        qtbot.keyClick(view, Key.Key_Right, SHIFT | CONTROL)
    assert changed.args == [(0, 3)]


def test_reading_view_keys_select_from_the_page_that_is_read(
    qtbot: QtBot, view: ReadingView
) -> None:
    text = long_document(20_000)
    view.set_document(text, offset=text.blocks[100].start)
    offset = view.reading_offset()
    qtbot.keyClick(view, Key.Key_Right, SHIFT)
    assert view.selected_span() == (offset, offset + 1)


def test_reading_view_keys_select_and_copy_all(qtbot: QtBot, view: ReadingView) -> None:
    text = long_document(3_000)
    view.set_document(text)
    qtbot.keyClick(view, Key.Key_A, CONTROL)
    qtbot.keyClick(view, Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == text.text


# Documents come and go


def test_reading_view_replaced_document_leaves_nothing_behind(
    qtbot: QtBot, view: ReadingView
) -> None:
    first, second = document("Lavrov viajó a Kursk"), document("Otro artículo entero")
    view.set_document(first)
    view.set_mentions([mention(first, "Lavrov")])
    view.add_found([(15, 20, Kind.PLACE)])
    view.set_annotations([annotation(first, "Lavrov", "Kursk", "a")])
    view.select_span(0, 6)
    with qtbot.waitSignal(view.selection_span_changed) as changed:
        view.set_document(second)
    assert changed.args == [None]
    pos = centre(view, 0, 3)
    assert view.mention_at(pos) is None
    assert view.annotations_at(pos) == []
    assert view.selected_span() is None
    settle(qtbot, view)
    assert view.document().firstBlock().text() == "Otro artículo entero"


@pytest.mark.parametrize("empty", [None, document(), document("")], ids=["none", "no block", ""])
def test_reading_view_shows_an_empty_document(qtbot: QtBot, view: ReadingView, empty: None) -> None:
    view.set_document(empty)
    settle(qtbot, view)
    view.selectAll()
    view.select_span(0, 0)
    view.ensure_visible(0, 1)
    for key in (Key.Key_End, Key.Key_PageDown, Key.Key_Down):
        qtbot.keyClick(view, key)
    qtbot.keyClick(view, Key.Key_Right, SHIFT)
    click(view, QPoint(200, 100))
    view.resize(400, 300)
    view.set_style(replace(STYLE, size_pt=20))
    assert view.grab().width() == 400 * view.devicePixelRatio()
    assert (view.reading_offset(), view.selected_span()) == (0, None)
    assert view.span_rect(0, 1).isNull()


def test_reading_view_paints_every_mark(qtbot: QtBot, view: ReadingView) -> None:
    text = document("Ana y Luis 😀 en Lima con la ONU, قال وزير الخارجية", SENTENCE * 2)
    view.set_document(text, heading=HEADING)
    plain = view.grab().toImage()
    ana = mention(text, "Ana", Kind.PERSON, entity="ana")
    view.set_mentions([ana, mention(text, "Lima"), mention(text, "ONU", Kind.ORGANIZATION)])
    view.add_found([(text.text.index("وزير"), text.text.index("وزير") + 4, Kind.COUNTRY)])
    seen = [plain, view.grab().toImage()]
    for change in (
        lambda: view.select_entity("ana"),
        lambda: view.set_current_mention(ana),
        lambda: view.set_annotations([annotation(text, "Luis", "Lima", "a")]),
        lambda: view.set_current_annotation("a"),
        lambda: view.select_span(0, 9),
        lambda: view.set_hidden_kinds([Kind.PLACE]),
    ):
        change()
        seen.append(view.grab().toImage())
    assert all(image != other for i, image in enumerate(seen) for other in seen[:i])


def test_reading_view_text_is_spoken(qtbot: QtBot, view: ReadingView) -> None:
    view.setAccessibleName("Artículo")
    view.set_document(document("Uno 😀 dos", "tres"), heading=HEADING)
    settle(qtbot, view)
    interface = QAccessible.queryAccessibleInterface(view)
    text = interface.textInterface()
    assert text is not None
    spoken = text.text(0, text.characterCount())
    assert spoken == f"{HEADING.title}\n{HEADING.byline}\nUno 😀 dos\ntres"
    assert interface.text(QAccessible.Text.Name) == "Artículo"

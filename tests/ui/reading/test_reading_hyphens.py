"""Words parted at the ends of lines."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.core.document import Document, Run, RunKind
from reader.ui.reading.breaking import HYPHEN
from reader.ui.reading.hyphens import HyphenBook, Hyphens, likely_language, load_hyphens
from reader.ui.reading.laid import LaidParagraph
from reader.ui.reading.view import ReadingView

from .reading_samples import STYLE, document, settle, show

LONG = (
    "Los responsables extraordinarios investigaban administraciones internacionales porque las "
    "telecomunicaciones constitucionales desestabilizaban considerablemente organizaciones "
    "gubernamentales y representaciones parlamentarias, según comprobaron especialistas. "
)
TEXT = LONG * 3 + "Así fue."


@pytest.fixture
def book(qapp: QApplication) -> Iterator[HyphenBook]:
    made = HyphenBook()
    yield made
    made.finish()


@pytest.fixture(scope="module")
def spanish() -> Hyphens:
    found = load_hyphens("es")
    assert found is not None
    return found


def shown(qtbot: QtBot, book: HyphenBook, *texts: str, width: int = 420) -> ReadingView:
    """Return a view with a Spanish document, when its words can be parted."""
    view = show(qtbot, width=width)
    view.hyphenation.use(book)
    if book.hyphens("es") is None:
        with qtbot.waitSignal(book.loaded):
            pass
    view.set_document(spanish_document(*texts))
    settle(qtbot, view)
    return view


def spanish_document(*texts: str) -> Document:
    return replace(document(*texts), language="es")


def laid(view: ReadingView, number: int = 0) -> LaidParagraph:
    assert view._layout is not None
    return view._layout.laid(number)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("administraciones de hoy", (13, 10, 7, 4, 2)),
        ("«administraciones», de hoy", (13, 10, 7, 4, 2)),
        ("Administraciones de hoy", ()),  # a name, or the begin of a sentence
        ("ADMINISTRACIONES de hoy", ()),
        ("franco-administraciones de hoy", ()),
        ("administraciones.es/hoy de hoy", ()),
        ("admin2024straciones de hoy", ()),
        ("poetas de hoy", ()),
        ("administraciones", ()),  # the last word of the paragraph
        ("administraciones.", ()),
    ],
)
def test_hyphens_stand_in_words_alone(spanish: Hyphens, text: str, places: tuple[int, ...]) -> None:
    assert spanish.places(text, 0)[1] == places


def test_hyphens_part_capital_nouns_in_german_only() -> None:
    german = Hyphens(lambda _: [4, 7], capitals=True)
    assert german.places("Regierungen sind", 0)[1] == (7, 4)
    assert Hyphens(lambda _: [4, 7]).places("Regierungen sind", 0)[1] == ()


def test_hyphens_leave_what_would_change_letters_out() -> None:
    hungarian = load_hyphens("hu")
    assert hungarian is not None
    # Parted behind its second letter, it would have to be written “asz-szonyok”.
    assert hungarian.places("asszonyok voltak", 0)[1] == (5,)


def test_hyphens_of_an_unknown_language_are_none() -> None:
    assert load_hyphens("xx") is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("El presidente de la nación y los ministros que se reunieron con él.", "es"),
        ("The president of the nation and the ministers who met with him in May.", "en"),
        (
            "Le président de la nation et les ministres qui ont été reçus par lui dans l’île.",
            "fr",
        ),
        ("O presidente da nação e os ministros que não se reuniram com ele em São Paulo.", "pt"),
        (
            "Der Präsident und die Minister sind mit dem Auto in Berlin gewesen, das war es.",
            "de",
        ),
        ("Reuters", ""),
        ("", ""),
    ],
)
def test_likely_language_is_that_of_the_small_words(text: str, language: str) -> None:
    assert likely_language(text) == language


def test_view_parts_words_and_leaves_no_character_out(qtbot: QtBot, book: HyphenBook) -> None:
    view = shown(qtbot, book, TEXT)
    lines = laid(view).lines
    assert any(line.hyphen is not None for line in lines)
    assert lines[0].start == 0
    assert lines[-1].end == len(TEXT)
    assert all(above.end == below.start for above, below in pairwise(lines))


def test_view_parts_words_only_where_the_hyphen_has_room(qtbot: QtBot, book: HyphenBook) -> None:
    view = shown(qtbot, book, TEXT)
    assert view._layout is not None
    look, width = laid(view).look, view._layout.column.width
    hyphens = [line.hyphen for line in laid(view).lines if line.hyphen is not None]
    assert len(hyphens) > 3
    assert max(hyphens) + look.metrics.horizontalAdvance(HYPHEN) <= width + 1


def test_view_has_no_more_than_two_hyphens_below_each_other(qtbot: QtBot, book: HyphenBook) -> None:
    view = shown(qtbot, book, TEXT, width=320)
    ends = "".join("-" if line.hyphen is not None else "." for line in laid(view).lines)
    assert "--" in ends
    assert "---" not in ends


def test_view_selects_and_copies_parted_words_whole(qtbot: QtBot, book: HyphenBook) -> None:
    view = shown(qtbot, book, TEXT)
    view.selectAll()
    view.copy()
    assert QApplication.clipboard().text() == TEXT
    parted = next(line for line in laid(view).lines if line.hyphen is not None)
    view.select_span(parted.end - 2, parted.end + 2)
    view.copy()
    assert QApplication.clipboard().text() == TEXT[parted.end - 2 : parted.end + 2]


def test_view_breaks_the_lines_of_screen_readers_alike(qtbot: QtBot, book: HyphenBook) -> None:
    view = shown(qtbot, book, TEXT)
    assert view._layout is not None
    block = view.document().firstBlock()
    view._layout.blockBoundingRect(block)
    theirs = [block.layout().lineAt(i).textStart() for i in range(block.layout().lineCount())]
    assert theirs == [line.start for line in laid(view).lines]
    assert block.text() == TEXT


def test_view_paints_a_hyphen_behind_the_parted_word(qtbot: QtBot, book: HyphenBook) -> None:
    view = shown(qtbot, book, TEXT)
    layout, found = view._layout, laid(view)
    assert layout is not None
    line = next(line for line in found.lines if line.hyphen is not None)
    image = view.viewport().grab().toImage()
    left = layout.column.left + round(line.hyphen or 0)
    top = layout.top(0) + line.top
    width = round(found.look.metrics.horizontalAdvance(HYPHEN))
    ink = [
        QColor(image.pixel(x, y)).lightness()
        for x in range(left, left + width)
        for y in range(top, top + line.height)
    ]
    assert min(ink) < 120


def test_view_parts_no_code(qtbot: QtBot, book: HyphenBook) -> None:
    view = shown(qtbot, book, TEXT)
    before = [line.end for line in laid(view).lines if line.hyphen is not None]
    coded = replace(spanish_document(TEXT), runs=(Run(0, len(TEXT), RunKind.CODE),))
    view.set_document(coded)
    settle(qtbot, view)
    assert before
    assert all(line.hyphen is None for line in laid(view).lines)


def test_view_parts_bold_words_that_fit(qtbot: QtBot, book: HyphenBook) -> None:
    view = shown(qtbot, book, TEXT)
    view.set_document(replace(spanish_document(TEXT), runs=(Run(0, len(TEXT), RunKind.BOLD),)))
    settle(qtbot, view)
    assert view._layout is not None
    hyphens = [line.hyphen for line in laid(view).lines if line.hyphen is not None]
    assert hyphens
    advance = laid(view).look.metrics.horizontalAdvance(HYPHEN)
    assert max(hyphens) + advance <= view._layout.column.width + 1


def test_view_counts_emoji_before_a_parted_word(qtbot: QtBot, book: HyphenBook) -> None:
    text = "🙂🙂 " + TEXT
    view = shown(qtbot, book, text)
    found = laid(view)
    parted = [found.utf16.to_code_points(line.end) for line in found.lines if line.hyphen]
    assert parted
    assert all(text[at - 1].isalpha() and text[at].isalpha() for at in parted)


def test_view_parts_a_word_that_is_longer_than_its_line(qtbot: QtBot, book: HyphenBook) -> None:
    view = shown(qtbot, book, "Una extraordinariamente larga palabra fue.", width=180)
    view.set_style(replace(STYLE, size_pt=18))
    settle(qtbot, view)
    ends = laid(view).lines[:-1]
    assert any(line.hyphen is not None for line in ends)
    text = laid(view).composed.text
    assert all(
        line.hyphen is not None for line in ends if text[line.end - 1 : line.end + 1].isalpha()
    )


def test_view_parts_no_words_where_that_is_not_wanted(qtbot: QtBot, book: HyphenBook) -> None:
    view = shown(qtbot, book, TEXT)
    view.set_style(replace(STYLE, hyphenates=False))
    settle(qtbot, view)
    assert all(line.hyphen is None for line in laid(view).lines)


def test_view_keeps_its_line_when_the_language_is_found(qtbot: QtBot, book: HyphenBook) -> None:
    view = shown(qtbot, book, *(f"{n}. {TEXT}" for n in range(40)))
    view.set_document(replace(document(*(f"{n}. {TEXT}" for n in range(40))), language="xx"))
    settle(qtbot, view)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    settle(qtbot, view)
    before = view.reading_offset()
    line = view.span_rect(before, before + 1).top()
    assert view._layout is not None
    number = view._layout.paragraphs.at(before)
    view.hyphenation.set_language("es")
    settle(qtbot, view)
    assert any(line.hyphen is not None for line in laid(view, number).lines)
    assert view.span_rect(before, before + 1).top() == pytest.approx(line, abs=2 * STYLE.size_pt)


def test_view_parts_words_once_their_language_is_read(qtbot: QtBot, book: HyphenBook) -> None:
    view = show(qtbot, width=420)
    view.hyphenation.use(book)
    with qtbot.waitSignal(book.loaded):
        view.set_document(spanish_document(TEXT))
        assert all(line.hyphen is None for line in laid(view).lines)
    assert any(line.hyphen is not None for line in laid(view).lines)

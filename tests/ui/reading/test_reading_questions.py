"""An open name has a sign behind it, and the text stays where it is."""

from dataclasses import replace
from statistics import median

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from reader.core.mentions import ENTITY_KINDS, FoundBy, Kind, LinkedBy, Mention
from reader.ui.reading.view import ReadingStyle, ReadingView
from reader.ui.theme import load_theme
from tests.ui.reading.reading_samples import THEMES, document, mention, settle, show

TEXT = document("Dijo Crawford que sí, y nadie más habló en toda la tarde.")
SURE = mention(TEXT, "Crawford", Kind.PERSON)
OPEN = replace(SURE, linked_by=LinkedBy.OPEN)


def picture(qtbot: QtBot, view: ReadingView, marked: Mention) -> QImage:
    view.set_mentions([marked])
    settle(qtbot, view)
    return view.viewport().grab().toImage()


def difference(one: QImage, other: QImage) -> QRect:
    """Return the box around all pixels in which two pictures differ."""
    found = QRect()
    for y in range(one.height()):
        for x in range(one.width()):
            if one.pixel(x, y) != other.pixel(x, y):
                found = found.united(QRect(x, y, 1, 1))
    return found


@pytest.mark.parametrize("theme", ["light", "sepia", "dark"])
def test_reading_questions_have_a_small_sign_above_the_line(qtbot: QtBot, theme: str) -> None:
    view = show(qtbot, height=200)
    view.set_style(ReadingStyle(load_theme(THEMES, theme), "Noto Serif"))
    view.set_document(TEXT)
    box = view.span_rect(SURE.start, SURE.end)
    sign = difference(picture(qtbot, view, SURE), picture(qtbot, view, OPEN))
    assert not sign.isNull()
    assert sign.left() >= box.right() - 2
    assert sign.width() < box.height() * 0.5
    assert sign.bottom() < box.center().y() + 3
    assert sign.top() >= box.top()


def test_reading_questions_leave_the_text_where_it_is(qtbot: QtBot) -> None:
    view = show(qtbot, height=200)
    view.set_document(TEXT)
    places = []
    for marked in (SURE, OPEN):
        picture(qtbot, view, marked)
        places.append([view.span_rect(i, i + 1) for i in range(len(TEXT.text))])
    assert places[0] == places[1]


def test_reading_questions_answered_have_no_sign(qtbot: QtBot) -> None:
    view = show(qtbot, height=200)
    view.set_document(TEXT)
    answered = replace(OPEN, linked_by=LinkedBy.USER)
    confirmed = replace(SURE, found_by=FoundBy.USER)
    assert picture(qtbot, view, confirmed) == picture(qtbot, view, answered)


@pytest.mark.parametrize("theme", ["light", "sepia", "dark"])
@pytest.mark.parametrize("kind", ENTITY_KINDS)
def test_reading_questions_confirmed_has_more_colour(qtbot: QtBot, theme: str, kind: Kind) -> None:
    view = show(qtbot, height=200)
    style = ReadingStyle(load_theme(THEMES, theme), "Noto Serif")
    view.set_style(style)
    view.set_document(TEXT)
    found = replace(SURE, kind=kind)
    box = view.span_rect(found.start, found.end)
    faint = picture(qtbot, view, found)
    full = picture(qtbot, view, replace(found, found_by=FoundBy.USER))
    # The tint reaches beyond the letters; the letter before may reach into it here and there.
    beside = [QPoint(box.left() - 1, y) for y in range(box.top() + 3, box.bottom() - 5)]

    def tint(image: QImage) -> float:
        return median(_distance(image.pixelColor(each), style.theme.base) for each in beside)

    assert tint(full) > 1.4 * tint(faint) > 0


def _distance(one: QColor, other: QColor) -> int:
    return sum(
        abs(a - b)
        for a, b in zip(one.getRgb(), other.getRgb(), strict=True)  # type: ignore[arg-type]
    )

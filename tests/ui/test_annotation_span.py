"""An annotation's ends are moved: its quote is made anew, and undo brings back what it was."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.core.annotations import Colour
from tests.ui.test_annotation_book import TEXTS, Desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path / "library.sqlite")
    yield desk
    desk.thread.finish()


def test_annotation_span_is_quoted_anew_with_its_context(desk: Desk) -> None:
    added = desk.book.add(3, 11, Colour.PINK)
    desk.book.change(replace(added, comment="Falso", tags=("guerra",)))
    desk.book.change_span(added.id, 3, 17)
    (kept,) = desk.kept(0)
    assert (kept.start, kept.end, kept.quote) == (3, 17, "ministro habló")
    assert (kept.prefix, kept.suffix) == (TEXTS[0][:3], TEXTS[0][17:])
    assert (kept.comment, kept.tags, kept.colour) == ("Falso", ("guerra",), Colour.PINK)
    assert kept.created == added.created


def test_annotation_span_is_undone_and_redone(desk: Desk) -> None:
    added = desk.book.add(3, 11, Colour.PINK)
    desk.book.change_span(added.id, 0, 11)
    desk.book.undo_stack.undo()
    assert [(each.start, each.quote) for each in desk.kept(0)] == [(3, "ministro")]
    desk.book.undo_stack.redo()
    assert [(each.start, each.quote) for each in desk.kept(0)] == [(0, "El ministro")]


def test_annotation_span_is_undone_from_another_article(desk: Desk) -> None:
    added = desk.book.add(3, 11, Colour.PINK)
    desk.book.change_span(added.id, 0, 11)
    desk.open(1)
    desk.book.undo_stack.undo()
    assert [(each.start, each.quote) for each in desk.kept(0)] == [(3, "ministro")]
    desk.open(0)
    assert [(each.start, each.quote) for each in desk.book.annotations()] == [(3, "ministro")]


def test_annotation_span_that_stays_is_no_step(desk: Desk) -> None:
    added = desk.book.add(3, 11, Colour.PINK)
    steps = desk.book.undo_stack.count()
    desk.book.change_span(added.id, 3, 11)
    desk.book.change_span("gone", 0, 5)
    assert desk.book.undo_stack.count() == steps

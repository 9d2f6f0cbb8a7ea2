"""Annotations are undone in whichever article they were made, and saved by themselves."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.core.annotations import Annotation, Colour
from reader.core.document import Block, Document, Parsed, document_id
from reader.core.shelf import LabelKind
from reader.store.library import Library
from reader.ui.annotation_book import AnnotationBook
from reader.ui.background import LibraryThread, SaveState

WAIT_MS = 60_000
TEXTS = ("El ministro habló de la guerra.", "La presidenta calló sobre el acuerdo.")


def document(number: int) -> Document:
    text = TEXTS[number]
    return Document(
        document_id(text), f"Título {number}", text, (Block(0, len(text)),), language="es"
    )


class Desk:
    """A book over a library of two articles."""

    def __init__(self, qtbot: QtBot, path: Path) -> None:
        self.path = path
        with Library.open(path) as library:
            for number in range(2):
                library.shelf.add(Parsed(document(number)))
        self.thread = LibraryThread(path)
        self.book = AnnotationBook(self.thread)
        self._qtbot = qtbot
        self.open(0)

    def open(self, number: int) -> None:
        shown = document(number)
        self.settle()
        self.book.show_document(shown, self.kept(number))

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: self.thread.state is SaveState.SAVED, timeout=WAIT_MS)

    def kept(self, number: int) -> list[Annotation]:
        self.settle()
        with Library.open(self.path) as library:
            return library.annotations(document(number).id)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path / "library.sqlite")
    yield desk
    desk.thread.finish()


def test_annotation_book_undoes_in_an_article_that_is_not_open(desk: Desk) -> None:
    added = desk.book.add(3, 11, Colour.PINK)
    desk.book.change(replace(added, comment="Falso", tags=("guerra",)))
    desk.open(1)
    desk.book.undo_stack.undo()
    (kept,) = desk.kept(0)
    assert (kept.comment, kept.tags) == ("", ())
    desk.book.undo_stack.undo()
    assert desk.kept(0) == []
    desk.book.undo_stack.redo()
    desk.book.undo_stack.redo()
    (kept,) = desk.kept(0)
    assert (kept.comment, kept.tags) == ("Falso", ("guerra",))
    assert desk.book.annotations() == []  # of the article that is open


def test_annotation_book_shows_what_was_undone_elsewhere_on_coming_back(desk: Desk) -> None:
    desk.book.add(3, 11, Colour.PINK)
    desk.open(1)
    desk.book.undo_stack.undo()
    desk.open(0)
    assert desk.book.annotations() == []
    desk.book.undo_stack.redo()
    assert [each.colour for each in desk.book.annotations()] == [Colour.PINK]


def test_annotation_book_says_where_a_step_was_made(desk: Desk) -> None:
    desk.book.add(3, 11, Colour.PINK)
    here = desk.book.undo_stack.undoText()
    assert "Título" not in here
    desk.open(1)
    assert desk.book.undo_stack.undoText() == f"{here} in “Título 0”"
    desk.open(0)
    assert desk.book.undo_stack.undoText() == here


def test_annotation_book_deletes_several_in_one_step(desk: Desk) -> None:
    made = [desk.book.add(start, start + 3, Colour.BLUE) for start in (0, 3, 8)]
    steps = desk.book.undo_stack.count()
    desk.book.delete_each(made[:2])
    assert [each.id for each in desk.kept(0)] == [made[2].id]
    assert desk.book.undo_stack.count() == steps + 1
    desk.book.undo_stack.undo()
    assert desk.kept(0) == desk.book.annotations() == sorted(made, key=lambda each: each.start)


def test_annotation_book_changes_several_of_several_articles_in_one_step(desk: Desk) -> None:
    first = desk.book.add(3, 11, Colour.BLUE)
    desk.open(1)
    second = desk.book.add(3, 13, Colour.BLUE)
    done = desk.book.change_each([first, second], lambda each: replace(each, colour=Colour.GREEN))
    assert done == 2
    assert [each.colour for number in range(2) for each in desk.kept(number)] == [Colour.GREEN] * 2
    desk.book.undo_stack.undo()
    assert [each.colour for number in range(2) for each in desk.kept(number)] == [Colour.BLUE] * 2
    assert [each.colour for each in desk.book.annotations()] == [Colour.BLUE]


def test_annotation_book_leaves_what_is_the_same(desk: Desk) -> None:
    added = desk.book.add(3, 11, Colour.BLUE)
    assert desk.book.change_each([added], lambda each: replace(each, colour=Colour.BLUE)) == 0
    assert desk.book.undo_stack.count() == 1


def test_annotation_book_keeps_a_place_that_was_found_anew(desk: Desk) -> None:
    """What is undone is what was said, not where the passage was in an earlier text."""
    added = desk.book.add(3, 11, Colour.BLUE)
    desk.book.change(replace(added, comment="Falso"))
    moved = replace(added, start=0, end=11, quote="El ministro", comment="Falso")
    desk.settle()
    desk.book.show_document(document(0), [moved])
    desk.book.undo_stack.undo()
    (shown,) = desk.book.annotations()
    assert (shown.comment, shown.quote) == ("", "El ministro")
    assert desk.kept(0)[0].quote == "El ministro"


def test_annotation_book_reads_tags_that_were_renamed(desk: Desk, qtbot: QtBot) -> None:
    added = desk.book.add(3, 11, Colour.BLUE)
    desk.book.change(replace(added, tags=("guerra",)))
    desk.settle()
    with Library.open(desk.path) as library:
        (label,) = library.labels.labels(LabelKind.TAG)
        library.labels.rename(label.id, "conflicto")
    with qtbot.waitSignal(desk.book.annotations_changed, timeout=WAIT_MS):
        desk.book.refresh()
    (shown,) = desk.book.annotations()
    assert shown.tags == ("conflicto",)
    desk.book.change(replace(shown, colour=Colour.PINK))
    assert [each.tags for each in desk.kept(0)] == [("conflicto",)]


def test_annotation_book_changes_what_has_no_place_without_showing_it(desk: Desk) -> None:
    added = desk.book.add(3, 11, Colour.BLUE)
    desk.settle()
    desk.book.show_document(document(0), [])  # the article's text has it no more
    desk.book.change_each([added], lambda each: replace(each, tags=("guerra",)))
    assert desk.book.annotations() == []
    assert [each.tags for each in desk.kept(0)] == [("guerra",)]


def test_annotation_book_changes_what_is_there_by_now(desk: Desk) -> None:
    shown = desk.book.add(3, 11, Colour.BLUE)
    desk.book.change(replace(shown, comment="Tecleado mientras tanto"))
    desk.book.change_each([shown], lambda each: replace(each, colour=Colour.PINK))
    (kept,) = desk.kept(0)
    assert (kept.comment, kept.colour) == ("Tecleado mientras tanto", Colour.PINK)

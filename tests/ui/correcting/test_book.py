"""Corrections kept by the book, on a library file with the whole window."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from reader.app import make_qapplication
from reader.core.corrections import Scope, Target
from reader.core.mentions import Kind
from tests.ui.link_samples import ANA, CSAV, DOCUMENT, JORGE, TEXT, Program, fill, span


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    make_qapplication()
    path = tmp_path / "library.sqlite"
    fill(path)
    program = Program(path)
    with qtbot.waitSignal(program.controller.article_opened):
        program.controller.open_article(DOCUMENT.id)
    yield program
    program.finish()


def surfaces(program: Program, kind: Kind | None = None) -> list[str]:
    """Return what is marked in the open article, of one kind or of all."""
    found = program.controller.recognition
    assert found is not None
    return [TEXT[m.start : m.end] for m in found.mentions if kind in (None, m.kind)]


def target(passage: str, scope: Scope = Scope.ARTICLE, *, number: int = 0) -> Target:
    """Return the target of the mention of a passage."""
    return Target(DOCUMENT.id, *span(passage, number), scope)


def test_book_rejects_everywhere_in_place_of_here_as_one_step(
    qtbot: QtBot, program: Program
) -> None:
    book, stack = program.workbench.correcting.book, program.workbench.desk.undo_stack
    with qtbot.waitSignal(book.rescopable_done) as told:
        book.reject(target("Madrid"))
    assert told.args is not None
    done = told.args[0]
    assert (done.sentence, done.target.scope) == (
        "“Madrid” is no longer a name in this article.",
        Scope.ARTICLE,
    )
    with qtbot.waitSignal(book.rescopable_done) as told:
        done.again(Scope.EVERYWHERE)
    assert told.args is not None
    assert told.args[0].sentence == "“Madrid” is no longer a name in any article."
    qtbot.waitUntil(lambda: "Madrid" not in surfaces(program))
    assert stack.count() == 1
    stack.undo()
    qtbot.waitUntil(lambda: "Madrid" in surfaces(program))


def test_book_leads_the_card_to_whom_an_entity_was_merged_into(
    qtbot: QtBot, program: Program
) -> None:
    book, panel = program.workbench.correcting.book, program.workbench.panel
    program.workbench.presenter.show_entity(JORGE.id)
    with qtbot.waitSignal(book.entity_decided):
        book.merge(ANA.id, [JORGE.id])
    assert panel.shown_entity_id == ANA.id
    assert program.workbench.notices.sentence == "Jorge Crawford and Ana Crawford are one now."
    with qtbot.waitSignal(program.controller.recognition_changed):
        book.split(JORGE.id)
    assert "Jorge Crawford" in {each.name for each in entities(program)}


def entities(program: Program) -> list[Any]:
    found = program.controller.recognition
    assert found is not None
    return list(found.entities)


def test_book_leads_the_card_back_when_a_change_of_kind_is_undone(
    qtbot: QtBot, program: Program
) -> None:
    workbench = program.workbench
    book, panel = workbench.correcting.book, workbench.panel
    workbench.presenter.show_entity(CSAV.id)
    start, end = span("Compañía Sudamericana de Vapores")
    target = Target(DOCUMENT.id, start, end, Scope.EVERYWHERE, CSAV.kind, CSAV.id)
    with qtbot.waitSignal(book.entity_decided):
        book.change_kind(target, Kind.PLACE)
    assert panel.shown_entity_id != CSAV.id
    assert "CSAV" in surfaces(program, Kind.PLACE)  # its other names with it
    with qtbot.waitSignal(book.entity_decided):
        workbench.undo_order.undo()
    assert panel.shown_entity_id == CSAV.id


def test_book_takes_back_a_correction_of_whatever_time(qtbot: QtBot, program: Program) -> None:
    book, stack = program.workbench.correcting.book, program.workbench.desk.undo_stack
    for name in ("Madrid", "Chile"):
        with qtbot.waitSignal(program.controller.recognition_changed):
            book.reject(target(name))
    first = corrections(program)[-1]
    assert first.name == "Madrid"
    with qtbot.waitSignal(program.controller.recognition_changed):
        book.take_back(first.change_id)
    assert "Madrid" in surfaces(program)
    assert "Chile" not in surfaces(program)
    with qtbot.waitSignal(program.controller.recognition_changed):
        stack.undo()
    assert "Madrid" not in surfaces(program)


def corrections(program: Program) -> list[Any]:
    from reader.store.library import Library

    assert program.library.path is not None
    with Library.open(program.library.path) as library:
        return library.corrections.all()


def test_book_offers_to_overrule_what_another_article_says(qtbot: QtBot, program: Program) -> None:
    from reader.store.library import Library
    from tests.store.examples import naming, news, place

    book, notices = program.workbench.correcting.book, program.workbench.notices
    assert program.library.path is not None
    with Library.open(program.library.path) as library:
        other = news("Madrid amanece nevada.").document
        library.add_document(other)
        (found,) = library.store_recognition(naming(other, place("Madrid"))).mentions
        library.corrections.confirm([Target(other.id, 0, 6, Scope.ARTICLE, None, found.entity_id)])
    with qtbot.waitSignal(book.rescopable_done):
        book.reject(target("Madrid", Scope.EVERYWHERE))
    assert notices.sentence == (
        "“Madrid” is no longer a name in any article. "
        "You said otherwise in 1 other article, which stays so."
    )
    (there,) = [each for each in notices.choice_buttons if each.text() == "There, too"]
    with qtbot.waitSignal(book.undoable_done) as told:
        there.click()
    assert told.args == ["It holds in 1 more article now."]
    with Library.open(program.library.path) as library:
        assert [each.exceptions for each in library.corrections.changes()][:2] == [0, 0]
    program.workbench.undo_order.undo()
    with qtbot.waitSignal(book.changed):
        pass
    with Library.open(program.library.path) as library:
        assert library.corrections.changes()[0].exceptions == 1

"""Open names and identifiers in the whole window, on a library file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.app import make_qapplication
from reader.core.mentions import LinkedBy, Mention
from reader.store.library import Library
from tests.ui.link_samples import ANA, DOCUMENT, JORGE, SANTIAGO, TEXT, Program, fill, recognition

ONES = ["Jorge Crawford", "Ana Crawford", "Crawford", "Crawford", "Crawford", "CRAWFORD"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "library.sqlite"
    fill(path)
    return path


@pytest.fixture
def program(qtbot: QtBot, path: Path) -> Iterator[Program]:
    make_qapplication()
    program = Program(path)
    with qtbot.waitSignal(program.controller.article_opened):
        program.controller.open_article(DOCUMENT.id)
    yield program
    program.finish()


def crawfords(program: Program) -> list[tuple[str, str, LinkedBy]]:
    """Return the mentions of a Crawford: how it is written, whom it means, and why."""
    found = program.controller.recognition
    assert found is not None
    names = {entity.id: entity.name for entity in found.entities}
    return [
        (TEXT[m.start : m.end], names[m.entity_id], m.linked_by)
        for m in found.mentions
        if "crawford" in TEXT[m.start : m.end].casefold()
    ]


def meant(program: Program) -> list[str]:
    return [name for _, name, _ in crawfords(program)]


def entity_id(program: Program, name: str) -> str:
    found = program.controller.recognition
    assert found is not None
    return next(entity.id for entity in found.entities if entity.name == name)


def listed(program: Program) -> list[str]:
    model = program.workbench.panel.entity_list.model
    rows = (model.entity_row(model.index(row)) for row in range(model.rowCount()))
    return [row.entity.name for row in rows if row is not None]


def choose(qtbot: QtBot, program: Program, candidate: int, *, only_here: bool) -> None:
    """Pick the nth candidate on the card of the open name."""
    question = program.workbench.panel.card.question
    with qtbot.waitSignal(program.controller.recognition_changed):
        question.menus[candidate].actions()[only_here].trigger()


OPEN = ["Jorge Crawford", "Ana Crawford", "Crawford", "Ana Crawford", "Crawford", "Crawford"]
DECIDED = ["Jorge Crawford", *["Ana Crawford"] * 5]


def test_links_open_name_is_listed_with_its_sign(program: Program) -> None:
    assert [surface for surface, _, _ in crawfords(program)] == ONES
    assert meant(program) == OPEN
    model = program.workbench.panel.entity_list.model
    row = model.row_of(entity_id(program, "Crawford"))
    assert row is not None
    spoken = model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Crawford, Person, 3 mentions, open question"


def test_links_hover_card_says_whom_a_name_may_mean(program: Program) -> None:
    workbench = program.workbench
    mention = next(m for m in mentions(program) if m.linked_by is LinkedBy.OPEN)
    workbench.view.mention_hovered.emit(mention, workbench.view.rect())
    card = workbench.presenter.hover_card
    assert card._candidates.text() == "May be: Jorge Crawford · Ana Crawford"
    assert "Open: nothing says which one" in card.accessibleDescription()


def mentions(program: Program) -> tuple[Mention, ...]:
    assert program.controller.recognition is not None
    return program.controller.recognition.mentions


def test_links_hover_card_says_why(program: Program) -> None:
    workbench = program.workbench
    mention = next(m for m in mentions(program) if m.entity_id == SANTIAGO.id)
    workbench.view.mention_hovered.emit(mention, workbench.view.rect())
    reason = workbench.presenter.hover_card._reason.text()
    assert reason.startswith("By the context: the article speaks of ")
    assert workbench.presenter.hover_card._candidates.isHidden()


def test_links_candidate_is_shown_with_its_mentions(qtbot: QtBot, program: Program) -> None:
    panel = program.workbench.panel
    program.workbench.presenter.show_entity(entity_id(program, "Crawford"))
    panel.card.question.candidate_buttons[0].click()
    assert panel.shown_entity_id == JORGE.id


def test_links_choice_for_the_article_is_made_undone_and_made_again(
    qtbot: QtBot, program: Program
) -> None:
    workbench = program.workbench
    workbench.presenter.show_entity(entity_id(program, "Crawford"))
    choose(qtbot, program, 1, only_here=False)
    assert meant(program) == DECIDED
    assert [why for _, _, why in crawfords(program)][2] is LinkedBy.USER
    assert "Crawford" not in listed(program)
    assert workbench.panel.shown_entity_id == ANA.id  # of the question nothing is left
    assert workbench.notices.sentence == "“Crawford” means Ana Crawford in this article."
    with qtbot.waitSignal(program.controller.recognition_changed):
        workbench.notices.action_button.click()
    assert meant(program) == OPEN
    assert "Crawford" in listed(program)
    with qtbot.waitSignal(program.controller.recognition_changed):
        workbench.book.undo_stack.redo()
    assert meant(program) == DECIDED


def test_links_choice_for_one_mention_leaves_the_others_open(
    qtbot: QtBot, program: Program
) -> None:
    workbench = program.workbench
    question = entity_id(program, "Crawford")
    workbench.presenter.show_entity(question)
    workbench.presenter.walk_mentions(1, same_entity=True)
    choose(qtbot, program, 0, only_here=True)
    assert meant(program) == [*OPEN[:2], "Jorge Crawford", *OPEN[3:]]
    assert workbench.panel.shown_entity_id == question
    assert workbench.panel.card.mentions.title == "2 mentions"


def test_links_choice_is_taken_back_on_the_card(qtbot: QtBot, program: Program) -> None:
    workbench = program.workbench
    workbench.presenter.show_entity(entity_id(program, "Crawford"))
    choose(qtbot, program, 1, only_here=False)
    (button,) = workbench.panel.card.question.take_back_buttons
    with qtbot.waitSignal(program.controller.recognition_changed):
        button.click()
    assert meant(program) == OPEN
    assert workbench.panel.card.question.take_back_buttons == []
    with qtbot.waitSignal(program.controller.recognition_changed):
        workbench.book.undo_stack.undo()
    assert meant(program) == DECIDED


def test_links_choice_for_the_article_outweighs_those_before(
    qtbot: QtBot, program: Program
) -> None:
    workbench = program.workbench
    workbench.presenter.show_entity(entity_id(program, "Crawford"))
    workbench.presenter.walk_mentions(1, same_entity=True)
    choose(qtbot, program, 0, only_here=True)
    choose(qtbot, program, 1, only_here=False)
    assert meant(program) == DECIDED
    with qtbot.waitSignal(program.controller.recognition_changed):
        workbench.book.undo_stack.undo()
    assert meant(program) == [*OPEN[:2], "Jorge Crawford", *OPEN[3:]]


def test_links_choice_survives_reopening_and_another_reading(
    qtbot: QtBot, program: Program, path: Path
) -> None:
    program.workbench.presenter.show_entity(entity_id(program, "Crawford"))
    choose(qtbot, program, 1, only_here=False)
    program.finish()
    with Library.open(path) as library:
        library.store_recognition(recognition("m1"))
    again = Program(path)
    with qtbot.waitSignal(again.controller.article_opened):
        again.controller.open_article(DOCUMENT.id)
    assert meant(again) == DECIDED
    again.workbench.presenter.show_entity(ANA.id)
    (button,) = again.workbench.panel.card.question.take_back_buttons
    with qtbot.waitSignal(again.controller.recognition_changed):
        button.click()
    assert meant(again) == OPEN
    again.finish()


def test_links_choice_that_cannot_be_saved_is_told_and_tried_again(
    qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reader.core.errors import LibraryError

    def fail(*_: object) -> None:
        raise LibraryError("full")

    workbench = program.workbench
    workbench.presenter.show_entity(entity_id(program, "Crawford"))
    with monkeypatch.context() as context:
        context.setattr(Library, "save_link_choice", fail)
        with qtbot.waitSignal(program.controller.failed):
            workbench.panel.card.question.menus[1].actions()[0].trigger()
    assert "full" in workbench.notices.sentence
    assert meant(program) == OPEN
    with qtbot.waitSignal(program.controller.recognition_changed):
        program.library.retry()
    assert meant(program) == DECIDED


def test_links_wikidata_id_is_saved_undone_and_found_again(
    qtbot: QtBot, program: Program, path: Path
) -> None:
    workbench = program.workbench
    workbench.presenter.show_entity(ANA.id)
    field = workbench.panel.card.facts.wikidata.field
    with qtbot.waitSignal(program.controller.recognition_changed):
        qtbot.keyClicks(field, "Q42")
    with Library.open(path) as library:
        saved = library.entity(ANA.id)
    assert saved is not None
    assert saved.identifiers == {"wikidata": "Q42"}
    with qtbot.waitSignal(program.controller.recognition_changed):
        workbench.book.undo_stack.undo()
    assert field.text() == ""
    with qtbot.waitSignal(program.controller.recognition_changed):
        workbench.book.undo_stack.redo()
    assert field.text() == "Q42"
    program.finish()
    again = Program(path)
    with qtbot.waitSignal(again.controller.article_opened):
        again.controller.open_article(DOCUMENT.id)
    again.workbench.presenter.show_entity(ANA.id)
    assert again.workbench.panel.card.facts.wikidata.field.text() == "Q42"
    again.finish()


def test_links_wikidata_id_typed_last_is_saved_on_closing(
    qtbot: QtBot, program: Program, path: Path
) -> None:
    program.workbench.presenter.show_entity(ANA.id)
    qtbot.keyClicks(program.workbench.panel.card.facts.wikidata.field, "Q42")
    program.finish()
    with Library.open(path) as library:
        saved = library.entity(ANA.id)
    assert saved is not None
    assert saved.identifiers == {"wikidata": "Q42"}


def test_links_pages_are_opened_on_a_click_alone(
    qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr("reader.ui.link_presenter.QDesktopServices.openUrl", open_url)
    program.workbench.presenter.show_entity(SANTIAGO.id)
    QApplication.processEvents()
    assert opened == []
    program.workbench.panel.card.facts.facts["geonames"].open_button.click()
    assert opened == ["https://www.geonames.org/3871336"]

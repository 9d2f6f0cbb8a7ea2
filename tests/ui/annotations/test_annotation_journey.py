"""Annotations in the whole program: tags, lists, colours' names, and places that were lost."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.app import Application
from reader.core.annotations import Annotation, Colour, annotate
from reader.core.document import Block, Document, Parsed, document_id
from reader.core.placing import How
from reader.core.shelf import Field, LabelKind
from reader.exporting.templates import user_folder
from reader.store.library import Library
from reader.ui.workbench import Workbench
from tests.ui.conftest import READING_MS, bench

pytestmark = pytest.mark.model

Start = Callable[..., Application]

FIRST = (
    "La alcaldesa de Vigo presentó ayer el presupuesto del puerto.",
    "Según fuentes del puerto, la obra del muelle prevé el trabajo de doscientos obreros en enero.",
    "Nadie preguntó por el coste de la ampliación.",
)
CHANGED = (
    FIRST[0],
    "Fuentes del puerto aseguran que la obra del muelle prevé el empleo de trescientos obreros "
    "desde enero.",
    "Otras fuentes del puerto dicen que la obra del muelle prevé el trabajo de cien peones ayer.",
)
SECOND = ("El ministro de Cultura visitó Lugo.", "La muralla de Lugo cumple dos mil años.")


def document(*paragraphs: str, title: str) -> Document:
    text = "\n\n".join(paragraphs)
    blocks: list[Block] = []
    for paragraph in paragraphs:
        start = blocks[-1].end + 2 if blocks else 0
        blocks.append(Block(start, start + len(paragraph)))
    return Document(document_id(text), title, text, tuple(blocks), outlet="Faro", language="es")


PORT, WALL = document(*FIRST, title="El puerto"), document(*SECOND, title="La muralla")


def mark(library: Library, article: Document, words: str, **said: object) -> None:
    start = article.text.index(words)
    made = annotate(
        article,
        start,
        start + len(words),
        annotation_id=words.split()[-1],
        colour=Colour.YELLOW,
        now="2026-05-01T10:00:00Z",
    )
    library.save_annotation(replace(made, **said))  # type: ignore[arg-type]


@pytest.fixture
def library_path(tmp_path: Path) -> Path:
    """Return the path of a library with annotations in two articles."""
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        for article in (PORT, WALL):
            library.shelf.add(Parsed(article))
        mark(library, PORT, "alcaldesa de Vigo", tags=("política",), comment="**Ojo**")
        mark(library, PORT, FIRST[1], colour=Colour.PINK, comment="Cifra dudosa")
        mark(library, PORT, "el coste de la ampliación.")
        mark(library, WALL, "dos mil años", tags=("historia",))
    return path


@pytest.fixture
def workbench(qtbot: QtBot, start: Start, library_path: Path) -> Workbench:
    return bench(start(library=library_path))


def open_article(qtbot: QtBot, workbench: Workbench, article: Document) -> None:
    with qtbot.waitSignal(workbench.controller.article_opened, timeout=READING_MS):
        workbench.centre.open_article(article.id)


def on_disk(qtbot: QtBot, path: Path, annotation_id: str, *, meets: Callable[..., bool]) -> None:
    """Wait until the library has an annotation that is like that."""

    def is_so() -> bool:
        with Library.open(path) as library:
            found = library.annotation_list.annotation(annotation_id)
            return meets(found)

    qtbot.waitUntil(is_so, timeout=READING_MS)


def shown_ids(workbench: Workbench) -> list[str]:
    return [each.id for each in workbench.annotation_pages.all.page.model.annotations()]


def open_all(qtbot: QtBot, workbench: Workbench) -> None:
    with qtbot.waitSignal(workbench.annotation_pages.all.ready, timeout=READING_MS):
        workbench.actions["all_annotations"].trigger()


def test_annotation_journey_a_tag_is_typed_kept_and_undone(
    qtbot: QtBot, workbench: Workbench, library_path: Path
) -> None:
    open_article(qtbot, workbench, PORT)
    workbench.presenter.annotations.show("Vigo")
    field = workbench.panel.annotation_list.editor.tags.field
    qtbot.keyClicks(field, "presupuesto")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    tagged = ("política", "presupuesto")
    on_disk(qtbot, library_path, "Vigo", meets=lambda found: found.tags == tagged)
    workbench.undo_order.undo()
    on_disk(qtbot, library_path, "Vigo", meets=lambda found: found.tags == ("política",))
    assert workbench.panel.annotation_list.editor.tags.tags() == ("política",)


def test_annotation_journey_several_are_deleted_and_come_back_with_one_undo(
    qtbot: QtBot, workbench: Workbench, library_path: Path
) -> None:
    open_article(qtbot, workbench, PORT)
    workbench.panel.show_annotations()
    rows = workbench.panel.annotation_list
    rows.choose_all()
    assert [each.id for each in rows.chosen()] == ["Vigo", "enero.", "ampliación."]
    qtbot.keyClick(rows, Qt.Key.Key_Delete)
    assert workbench.book.annotations() == []
    assert workbench.notices.sentence == "3 annotations deleted."
    open_article(qtbot, workbench, WALL)
    workbench.undo_order.undo()  # in an article that isn't open any more
    for each in ("Vigo", "enero.", "ampliación."):
        on_disk(qtbot, library_path, each, meets=lambda found: found is not None)
    open_article(qtbot, workbench, PORT)
    assert len(workbench.book.annotations()) == 3


def test_annotation_journey_all_are_listed_filtered_and_lead_to_their_passage(
    qtbot: QtBot, workbench: Workbench
) -> None:
    open_article(qtbot, workbench, PORT)
    open_all(qtbot, workbench)
    page = workbench.annotation_pages.all.page
    assert page.isVisible()
    assert set(shown_ids(workbench)) == {"Vigo", "enero.", "ampliación.", "años"}
    page.filter_line.edit.setText("MURALLA")
    qtbot.waitUntil(lambda: page.message != "", timeout=READING_MS)
    page.filter_line.edit.setText("anos")  # ñ is not n
    qtbot.waitUntil(lambda: page.message != "", timeout=READING_MS)
    page.filter_line.edit.setText("historia")
    qtbot.waitUntil(lambda: shown_ids(workbench) == ["años"], timeout=READING_MS)
    row = page.model.row_of("años")
    assert row is not None
    with qtbot.waitSignal(workbench.jumps.arrived, timeout=READING_MS):
        page.view.setCurrentIndex(page.model.index(row))
        qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert workbench.view.isVisible()
    assert workbench.panel.annotation_list.current_id == "años"
    workbench.centre.go(-1)
    qtbot.waitUntil(page.isVisible, timeout=READING_MS)


def test_annotation_journey_annotations_of_other_articles_are_changed_in_the_list(
    qtbot: QtBot, workbench: Workbench, library_path: Path
) -> None:
    open_article(qtbot, workbench, PORT)
    open_all(qtbot, workbench)
    page = workbench.annotation_pages.all.page
    page.view.selectAll()
    page.several.dots.dot(Colour.BLUE).click()
    for each in ("Vigo", "años"):
        on_disk(qtbot, library_path, each, meets=lambda found: found.colour is Colour.BLUE)
    qtbot.waitUntil(
        lambda: {each.colour for each in page.model.annotations()} == {Colour.BLUE},
        timeout=READING_MS,
    )
    workbench.undo_order.undo()
    on_disk(qtbot, library_path, "años", meets=lambda found: found.colour is Colour.YELLOW)
    assert workbench.book.annotation("enero.").colour is Colour.PINK  # type: ignore[union-attr]


def test_annotation_journey_a_colour_gets_a_name_that_can_be_undone(
    qtbot: QtBot, workbench: Workbench, library_path: Path
) -> None:
    workbench.annotating.name_colours()
    dialog = workbench.annotating.colour_dialog
    assert dialog is not None
    dot = workbench.presenter.selection_bar.dots.dot(Colour.PINK)
    qtbot.keyClicks(dialog.field(Colour.PINK), "Por comprobar")
    qtbot.keyClick(dialog.field(Colour.PINK), Qt.Key.Key_Return)
    named = "Por comprobar · pink"
    qtbot.waitUntil(lambda: dot.accessibleName() == named, timeout=READING_MS)
    workbench.undo_order.undo()
    qtbot.waitUntil(lambda: dot.accessibleName() == "Pink", timeout=READING_MS)
    assert dialog.field(Colour.PINK).text() == ""
    dialog.close()


def test_annotation_journey_annotations_are_copied_as_markdown(
    qtbot: QtBot, workbench: Workbench
) -> None:
    open_article(qtbot, workbench, PORT)
    rows = workbench.panel.annotation_list
    with qtbot.waitSignal(workbench.annotating.done, timeout=READING_MS):
        rows.wishes.copy_wanted.emit([each for each in rows.all() if each.id == "Vigo"])
    assert QApplication.clipboard().text() == (
        "> alcaldesa de Vigo\n\n"
        "-   **Yellow** · #política · [Reader](reader://annotation/Vigo) · El puerto · Faro\n\n"
        "    **Ojo**\n"
    )


def test_annotation_journey_copies_have_the_shape_of_the_users_template(
    qtbot: QtBot, workbench: Workbench
) -> None:
    folder = user_folder()
    folder.mkdir(parents=True)
    (folder / "annotation-quote.md.j2").write_text("{{ article.title }}: {{ annotation.quote }}\n")
    open_all(qtbot, workbench)
    page = workbench.annotation_pages.all.page
    wanted = [each for each in page.model.annotations() if each.id in ("Vigo", "años")]
    with qtbot.waitSignal(workbench.annotating.done, timeout=READING_MS):
        page.view.wishes.copy_wanted.emit(wanted)
    copied = QApplication.clipboard().text().split("\n\n")
    assert sorted(each.strip() for each in copied) == [
        "El puerto: alcaldesa de Vigo",
        "La muralla: dos mil años",
    ]


def test_annotation_journey_a_reading_of_the_list_reads_tags_and_colours_once(
    qtbot: QtBot, workbench: Workbench, library_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads: list[str] = []
    of_library = Library.colour_names

    def counted(library: Library) -> dict[Colour, str]:
        reads.append("read")
        return of_library(library)

    qtbot.waitUntil(lambda: "historia" in workbench.annotating.known.tags, timeout=READING_MS)
    monkeypatch.setattr(Library, "colour_names", counted)
    for _ in range(2):
        with qtbot.waitSignal(workbench.desk.library_read, timeout=READING_MS):
            workbench.controller.refresh_articles()
    settled(qtbot, workbench)
    assert reads == []
    with Library.open(library_path) as library:  # as another window does
        library.labels.create(LabelKind.TAG, "zeta")
    with qtbot.waitSignal(workbench.annotating.known_changed, timeout=READING_MS):
        workbench.controller.refresh_articles()
    assert "zeta" in workbench.annotating.known.tags
    assert reads == ["read"]


def settled(qtbot: QtBot, workbench: Workbench) -> None:
    """Wait until the library has done all that it was asked for."""
    done: list[None] = []
    workbench.library.call(lambda _library: None, done=done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=READING_MS)


# ---- places that were lost


def update(qtbot: QtBot, workbench: Workbench, path: Path) -> None:
    """Give the article another text, as an import of a changed version does, and open it."""
    changed = document(*CHANGED, title="El puerto")
    with Library.open(path) as library:
        library.shelf.update(PORT.id, Parsed(changed))
        found = {each.annotation.id: each.placing.how for each in library.anchors.in_doubt()}
    assert found == {"enero.": How.REVIEW, "ampliación.": How.ORPHAN}
    open_article(qtbot, workbench, PORT)


def kept(path: Path, annotation_id: str) -> Annotation:
    with Library.open(path) as library:
        found = library.annotation_list.annotation(annotation_id)
        assert found is not None
        return found


def is_placed(path: Path, annotation_id: str) -> bool:
    with Library.open(path) as library:
        return annotation_id in {each.id for each in library.annotations(PORT.id)}


def review(qtbot: QtBot, workbench: Workbench) -> None:
    line = workbench.panel.annotation_page.review_line
    workbench.panel.show_annotations()
    qtbot.waitUntil(line.isVisible, timeout=READING_MS)
    with qtbot.waitSignal(workbench.annotation_pages.review.ready, timeout=READING_MS):
        line.button.click()


def test_annotation_journey_a_lost_place_is_shown_side_by_side_accepted_and_undone(
    qtbot: QtBot, workbench: Workbench, library_path: Path
) -> None:
    update(qtbot, workbench, library_path)
    review(qtbot, workbench)
    page = workbench.annotation_pages.review.page
    assert page.isVisible()
    assert page.case is not None
    assert page.case.id == "enero."
    assert FIRST[1] in page.old.toPlainText()
    best = page.cards[0]
    assert "trescientos obreros" in best.passage.toPlainText()
    assert not is_placed(library_path, "enero.")  # nothing moves before the user says so
    best.accept_button.click()
    qtbot.waitUntil(lambda: is_placed(library_path, "enero."), timeout=READING_MS)
    assert kept(library_path, "enero.").quote in CHANGED[1]
    qtbot.waitUntil(lambda: workbench.book.annotation("enero.") is not None, timeout=READING_MS)
    placed = "has its place again."
    qtbot.waitUntil(lambda: workbench.notices.sentence.endswith(placed), timeout=READING_MS)
    workbench.undo_order.undo()
    qtbot.waitUntil(lambda: not is_placed(library_path, "enero."), timeout=READING_MS)
    qtbot.waitUntil(lambda: workbench.book.annotation("enero.") is None, timeout=READING_MS)
    assert kept(library_path, "enero.").quote == FIRST[1]


def test_annotation_journey_none_of_the_candidates_leaves_an_orphan(
    qtbot: QtBot, workbench: Workbench, library_path: Path
) -> None:
    update(qtbot, workbench, library_path)
    review(qtbot, workbench)
    page = workbench.annotation_pages.review.page
    page.refuse_button.click()

    def hows() -> set[How]:
        return {case.placed.placing.how for case in page.cases}

    qtbot.waitUntil(lambda: hows() == {How.ORPHAN}, timeout=READING_MS)
    assert len(page.cases) == 2
    workbench.undo_order.undo()
    qtbot.waitUntil(lambda: How.REVIEW in hows(), timeout=READING_MS)


def test_annotation_journey_an_orphan_is_placed_by_hand(
    qtbot: QtBot, workbench: Workbench, library_path: Path
) -> None:
    update(qtbot, workbench, library_path)
    review(qtbot, workbench)
    desk = workbench.annotation_pages.review
    desk.page.next_button.click()
    assert desk.page.case is not None
    assert desk.page.case.id == "ampliación."
    assert desk.page.cards == []
    desk.page.hand_button.click()
    assert workbench.view.isVisible()
    assert desk.bar.isVisible()
    assert not desk.bar.place_button.isEnabled()
    assert workbench.controller.document is not None
    start = workbench.controller.document.text.index("cien peones")
    workbench.view.select_span(start, start + len("cien peones"))
    qtbot.waitUntil(desk.bar.place_button.isEnabled, timeout=READING_MS)
    desk.bar.place_button.click()
    qtbot.waitUntil(lambda: is_placed(library_path, "ampliación."), timeout=READING_MS)
    assert kept(library_path, "ampliación.").quote == "cien peones"
    assert not desk.bar.isVisible()
    placed = "has its place again."
    qtbot.waitUntil(lambda: workbench.notices.sentence.endswith(placed), timeout=READING_MS)
    workbench.undo_order.undo()
    qtbot.waitUntil(lambda: not is_placed(library_path, "ampliación."), timeout=READING_MS)


def test_annotation_journey_the_list_of_all_leads_to_the_review(
    qtbot: QtBot, workbench: Workbench, library_path: Path
) -> None:
    update(qtbot, workbench, library_path)
    open_all(qtbot, workbench)
    page = workbench.annotation_pages.all.page
    row = page.model.row_of("ampliación.")
    assert row is not None
    with qtbot.waitSignal(workbench.annotation_pages.review.ready, timeout=READING_MS):
        page.view.setCurrentIndex(page.model.index(row))
        qtbot.keyClick(page.view, Qt.Key.Key_Return)
    case = workbench.annotation_pages.review.page.case
    assert case is not None
    assert case.id == "ampliación."


# ---- when they were made


def choose_date(workbench: Workbench, words: str) -> None:
    """Choose an entry of the menu of days."""
    line = workbench.annotation_pages.all.page.filter_line
    line._fill_dates()
    next(each for each in line.date_button.menu().actions() if each.text() == words).trigger()


def test_annotation_journey_a_day_that_is_being_typed_stays(
    qtbot: QtBot, workbench: Workbench
) -> None:
    open_article(qtbot, workbench, WALL)
    open_all(qtbot, workbench)
    line = workbench.annotation_pages.all.page.filter_line
    choose_date(workbench, "From… until…")
    qtbot.keyClicks(line.dates.date_to, "2026-05")
    line._show()  # as when tags or colours have changed meanwhile
    assert line.dates.date_to.text() == "2026-05"
    qtbot.waitUntil(lambda: line.filter.date_to == "2026-05", timeout=READING_MS)
    line.clear()
    assert line.dates.date_to.text() == ""


def test_annotation_journey_all_are_filtered_by_when_they_were_made(
    qtbot: QtBot, workbench: Workbench
) -> None:
    open_article(qtbot, workbench, WALL)
    new = workbench.book.add(3, 8, Colour.BLUE)  # the others are of May 2026
    open_all(qtbot, workbench)
    line = workbench.annotation_pages.all.page.filter_line
    choose_date(workbench, "Today")
    qtbot.waitUntil(lambda: shown_ids(workbench) == [new.id], timeout=READING_MS)
    assert line.date_button.isChecked()
    assert "today" in line.date_button.toolTip().lower()
    choose_date(workbench, "From… until…")
    qtbot.waitUntil(line.dates.date_from.hasFocus, timeout=READING_MS)
    line.dates.date_from.clear()
    qtbot.keyClicks(line.dates.date_to, "05/2026")
    assert not line.dates.is_right
    line.dates.date_to.clear()
    qtbot.keyClicks(line.dates.date_to, "2026-05")
    qtbot.waitUntil(lambda: len(shown_ids(workbench)) == 4, timeout=READING_MS)
    assert new.id not in shown_ids(workbench)
    qtbot.keyClicks(line.edit, "zzz")
    nothing = workbench.annotation_pages.all.page.nothing
    qtbot.waitUntil(nothing.button.isVisible, timeout=READING_MS)
    nothing.button.click()
    qtbot.waitUntil(lambda: len(shown_ids(workbench)) == 5, timeout=READING_MS)
    assert line.dates.isHidden()
    choose_date(workbench, "This year")
    choose_date(workbench, "Any date")
    qtbot.waitUntil(lambda: len(shown_ids(workbench)) == 5, timeout=READING_MS)
    assert line.dates.date_to.text() == ""
    assert not line.date_button.isChecked()


# ---- links in comments


def test_annotation_journey_a_link_is_completed_in_a_comment_and_followed(
    qtbot: QtBot, workbench: Workbench, library_path: Path
) -> None:
    open_article(qtbot, workbench, PORT)
    workbench.presenter.annotations.show("ampliación.")
    comment = workbench.panel.annotation_list.editor.comment
    comment.setFocus()
    qtbot.waitUntil(comment.hasFocus, timeout=READING_MS)
    qtbot.keyClicks(comment, "Como en [[mural")
    qtbot.waitUntil(comment._is_offering, timeout=READING_MS)
    qtbot.keyClick(comment, Qt.Key.Key_Return)
    assert comment.text() == "Como en [[La muralla]]"
    on_disk(
        qtbot,
        library_path,
        "ampliación.",
        meets=lambda found: found.comment == "Como en [[La muralla]]",
    )
    cursor = comment.textCursor()
    cursor.setPosition(12)
    comment.setTextCursor(cursor)
    with qtbot.waitSignal(workbench.controller.article_opened, timeout=READING_MS):
        qtbot.keyClick(comment, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    document = workbench.controller.document
    assert document is not None
    assert document.id == WALL.id


def test_annotation_journey_a_comment_follows_a_retitled_article_and_its_undo(
    qtbot: QtBot, workbench: Workbench, library_path: Path
) -> None:
    with Library.open(library_path) as library:
        (first,) = [each for each in library.annotations(PORT.id) if each.id == "Vigo"]
        changed = replace(first, comment="Véase [[La muralla]].")
        library.annotation_list.save([(first, changed)])
    open_article(qtbot, workbench, PORT)
    workbench.presenter.annotations.show("Vigo")
    comment = workbench.panel.annotation_list.editor.comment
    workbench.desk.changes.do(
        "rename",
        lambda library: library.shelf.edit_metadata(WALL.id, {Field.TITLE: "El muro"}),
        lambda library, before: library.shelf.edit_metadata(WALL.id, before),
        lambda _before: None,
    )
    qtbot.waitUntil(lambda: comment.text() == "Véase [[El muro]].", timeout=READING_MS)
    workbench.undo_order.undo()
    qtbot.waitUntil(lambda: comment.text() == "Véase [[La muralla]].", timeout=READING_MS)

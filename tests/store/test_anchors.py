"""How annotations moved to another text can be seen, and the user has the last word."""

from dataclasses import replace

import pytest

from reader.core.annotations import Annotation, Colour, annotate
from reader.core.document import Document
from reader.core.errors import LibraryError
from reader.core.placing import Candidate, How, Placed
from reader.core.search import HitKind
from reader.store.library import Library
from tests.store.examples import kept, news

FIRST = "El ministro Serguéi Lavrov visitó ayer Pyongyang, según la agencia estatal."
SECOND = "El líder le agradeció abiertamente el respaldo militar que su país había brindado."
ALPHA = "La empresa Alfa presentó ayer sus cuentas: perdió doce millones de euros en un año."
BETA = "La empresa Beta presentó ayer sus cuentas: perdió trece millones de euros en un año."
NEW = "Actualización: la delegación partió de madrugada rumbo a Moscú."


@pytest.fixture
def document(library: Library) -> Document:
    added = library.shelf.add(news(FIRST, ALPHA, SECOND, BETA, source="/a.txt"))
    return kept(library, added.document_id)


def mark(library: Library, document: Document, quote: str, name: str = "a1") -> Annotation:
    start = document.text.index(quote)
    made = annotate(
        document,
        start,
        start + len(quote),
        annotation_id=name,
        colour=Colour.BLUE,
        now="2026-01-01T00:00:00Z",
    )
    library.save_annotation(made)
    return made


def only(library: Library, document: Document) -> Placed:
    (placed,) = library.anchors.placed(document.id)
    return placed


def marked(library: Library, document: Document) -> list[str]:
    """Return what the annotations with a place mark in today's text."""
    text = kept(library, document.id).text
    return [text[each.start : each.end] for each in library.annotations(document.id)]


def test_anchors_say_how_each_came_to_its_place(library: Library, document: Document) -> None:
    mark(library, document, "visitó ayer Pyongyang", "a1")
    mark(library, document, "respaldo militar que su país", "a2")
    mark(library, document, BETA, "a3")
    mark(library, document, ALPHA, "a4")
    changed = SECOND.replace("militar", "militár").replace("país", "nación")
    updated = library.shelf.update(document.id, news(NEW, FIRST, changed, BETA))
    found = {each.annotation.id: each for each in library.anchors.placed(document.id)}
    assert {name: each.placing.how for name, each in found.items()} == {
        "a1": How.EXACT,
        "a2": How.APPROXIMATE,
        "a3": How.EXACT,
        "a4": How.REVIEW,
    }
    assert found["a2"].annotation.quote == "respaldo militár que su nación"
    assert found["a2"].quote == "respaldo militar que su país"
    assert {each.annotation.id: each for each in updated.placed} == found


def test_anchors_of_what_was_never_moved_are_exact(library: Library, document: Document) -> None:
    made = mark(library, document, ALPHA)
    placed = only(library, document)
    assert (placed.annotation, placed.quote) == (made, ALPHA)
    assert (placed.placing.how, placed.placing.span) == (How.EXACT, (made.start, made.end))
    assert library.anchors.in_doubt() == []


def test_anchors_of_what_was_cut_never_move_to_what_looks_alike(
    library: Library, document: Document
) -> None:
    made = mark(library, document, ALPHA)
    library.shelf.update(document.id, news(FIRST, SECOND, BETA))
    assert library.annotations(document.id) == []
    (placed,) = library.anchors.in_doubt(document.id)
    assert placed.placing.how is How.REVIEW
    text = kept(library, document.id).text
    shown = [text[each.start : each.end] for each in placed.placing.candidates]
    assert shown[0].startswith("La empresa Beta")
    assert placed.annotation == made


def test_anchors_accept_a_candidate_and_take_it_back(library: Library, document: Document) -> None:
    made = mark(library, document, ALPHA)
    library.shelf.update(document.id, news(FIRST, SECOND, BETA))
    review = only(library, document)
    undo = library.anchors.accept("a1", review.placing.candidates[0])
    assert marked(library, document)[0].startswith("La empresa Beta")
    assert only(library, document).placing.how is How.HAND
    assert only(library, document).quote == ALPHA
    assert library.shelf.orphans() == []
    redo = library.anchors.restore(undo)
    assert only(library, document) == review
    assert library.shelf.orphans() == [made]
    library.anchors.restore(redo)
    assert marked(library, document)[0].startswith("La empresa Beta")


def test_anchors_place_by_hand_and_take_it_back(library: Library, document: Document) -> None:
    made = mark(library, document, "Pyongyang")
    start = document.text.index("Lavrov")
    undo = library.anchors.place("a1", start, start + 6)
    assert marked(library, document) == ["Lavrov"]
    assert [each.placing.how for each in library.anchors.placed()] == [How.HAND]
    assert library.search.find("Lavrov", kinds=[HitKind.ANNOTATION])
    library.anchors.restore(undo)
    assert library.annotations(document.id) == [made]
    assert only(library, document).placing.how is How.EXACT


def test_anchors_refuse_every_candidate(library: Library, document: Document) -> None:
    mark(library, document, ALPHA)
    library.shelf.update(document.id, news(FIRST, SECOND, BETA))
    undo = library.anchors.refuse("a1")
    placing = only(library, document).placing
    assert (placing.how, placing.candidates) == (How.ORPHAN, ())
    library.anchors.restore(undo)
    assert only(library, document).placing.how is How.REVIEW


def test_anchors_come_back_with_the_text_that_they_were_in(
    library: Library, document: Document
) -> None:
    made = [mark(library, document, "Lavrov", "a1"), mark(library, document, ALPHA, "a2")]
    library.shelf.update(document.id, news(NEW))
    library.anchors.place("a1", 0, 13)
    assert marked(library, document) == ["Actualización"]
    library.shelf.restore_version(document.id, 1)
    assert library.annotations(document.id) == made
    library.shelf.restore_version(document.id, 2)
    assert marked(library, document) == ["Actualización"]


def test_anchors_of_orphans_are_found_when_their_passage_returns_changed(
    library: Library, document: Document
) -> None:
    mark(library, document, SECOND)
    library.shelf.update(document.id, news(NEW))
    assert only(library, document).placing.how is How.ORPHAN
    again = SECOND.replace("abiertamente", "abiértamente")
    library.shelf.update(document.id, news(NEW, again))
    assert marked(library, document) == [again]
    assert only(library, document).placing.how is How.APPROXIMATE


def test_anchors_of_what_is_saved_as_it_was_before_the_update(
    library: Library, document: Document
) -> None:
    """The comment's change is undone, say, after the text's."""
    made = mark(library, document, "respaldo militar que su país")
    changed = SECOND.replace("militar", "militár")
    library.shelf.update(document.id, news(NEW, FIRST, changed))
    library.save_annotation(replace(made, comment="Ojo"))
    assert marked(library, document) == ["respaldo militár que su país"]
    assert library.annotations(document.id)[0].comment == "Ojo"
    assert only(library, document).placing.how is How.APPROXIMATE


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (4, 4), (0, 10_000)])
def test_anchors_are_in_the_text(
    library: Library, document: Document, start: int, end: int
) -> None:
    made = mark(library, document, ALPHA)
    with pytest.raises(LibraryError, match="was not placed"):
        library.anchors.place("a1", start, end)
    assert library.annotations(document.id) == [made]


def test_anchors_of_another_text_are_refused(library: Library, document: Document) -> None:
    mark(library, document, ALPHA)
    undo = library.anchors.place("a1", 0, 5)
    with pytest.raises(LibraryError, match="was not placed"):
        library.anchors.accept("a1", Candidate(0, 3, 0.9))
    with pytest.raises(LibraryError, match="was not placed"):
        library.anchors.place("nadie", 0, 5)
    library.shelf.update(document.id, news(NEW, FIRST))
    with pytest.raises(LibraryError, match="was not placed"):
        library.anchors.restore(undo)


def test_anchors_go_with_their_article(library: Library, document: Document) -> None:
    mark(library, document, ALPHA)
    library.shelf.update(document.id, news(FIRST, SECOND, BETA))
    library.shelf.delete([document.id])
    assert library.anchors.in_doubt() == []
    assert library.shelf.empty_trash() == 1
    assert library.anchors.placed() == []


def test_anchors_cases_have_the_passage_in_both_texts(library: Library) -> None:
    before = "Introducción del artículo. El ministro de Exteriores negó ayer las acusaciones. Fin."
    after = "Introducción del artículo. Nada de eso queda hoy en este texto, que es otro."
    article = library.shelf.add(news(before, title="Titular", outlet="Diario")).document_id
    document = kept(library, article)
    start = before.index("El ministro")
    marked = annotate(
        document, start, start + 40, annotation_id="a1", colour=Colour.PINK, now="2026-01-01"
    )
    library.save_annotation(marked)
    library.shelf.update(article, news(after, title="Titular", outlet="Diario"))
    (case,) = library.anchors.cases(article)
    assert (case.title, case.outlet, case.after) == ("Titular", "Diario", after)
    assert case.before == before
    assert case.before[slice(*case.span)] == case.placed.annotation.quote
    assert library.anchors.cases("otro") == []

"""What is said of a name everywhere, and what was said of it in single articles before."""

import pytest

from reader.core.corrections import Scope
from reader.core.document import Document
from reader.core.mentions import Kind
from reader.store.library import Library
from tests.store.test_corrections import KURSK, ONE, SOL, TWO, at, on, other_of, read, stored


@pytest.fixture
def one(library: Library) -> Document:
    document = read(library, ONE)
    read(library, TWO)
    return document


def kinds(library: Library, document: Document, name: str) -> list[Kind]:
    text = document.text
    found = stored(library, document).mentions
    return [each.kind for each in found if text[each.start : each.end] == name]


def test_exceptions_are_what_other_articles_say_otherwise(library: Library, one: Document) -> None:
    other = other_of(library, one)
    library.corrections.change_kind(on(library, other, "Kursk", Scope.ARTICLE), Kind.PERSON)
    library.corrections.reject(on(library, other, "Sol", Scope.MENTION))
    place = on(library, one, "Kursk", Scope.EVERYWHERE)
    wide = library.corrections.change_kind(place, Kind.PLACE)
    (exception,) = library.corrections.exceptions(wide.id)
    assert (exception.document_id, exception.name) == (other.id, "Kursk")
    assert library.corrections.changes()[0].exceptions == 1
    assert kinds(library, other, "Kursk") == [Kind.PERSON] * 2


def test_exceptions_are_none_where_the_same_was_said_last(library: Library, one: Document) -> None:
    other = other_of(library, one)
    library.corrections.reject(on(library, other, "Kursk", Scope.ARTICLE))
    library.corrections.link(at(other, "Kursk", Scope.ARTICLE), SOL.id)
    wide = library.corrections.link(at(one, "Kursk", Scope.EVERYWHERE), SOL.id)
    assert library.corrections.exceptions(wide.id) == []
    assert library.corrections.changes()[0].exceptions == 0


def test_exceptions_in_the_trash_do_not_count(library: Library, one: Document) -> None:
    other = other_of(library, one)
    library.corrections.reject(on(library, other, "Kursk", Scope.ARTICLE))
    wide = library.corrections.confirm([on(library, one, "Kursk", Scope.EVERYWHERE)])
    library.shelf.delete([other.id])
    assert library.corrections.exceptions(wide.id) == []


def test_overrule_says_it_in_the_exceptions_too_and_is_undone(
    library: Library, one: Document
) -> None:
    other = other_of(library, one)
    library.corrections.mark(at(other, "Banco Central", Scope.ARTICLE), Kind.ORGANIZATION)
    library.corrections.change_kind(on(library, other, "Kursk", Scope.MENTION), Kind.PERSON)
    before = stored(library, other)
    wide = library.corrections.change_kind(on(library, one, "Kursk", Scope.EVERYWHERE), Kind.PLACE)
    assert kinds(library, other, "Kursk") == [Kind.PERSON, Kind.PLACE]
    change = library.corrections.overrule(wide.id)
    assert kinds(library, other, "Kursk") == [Kind.PLACE] * 2
    assert library.corrections.exceptions(wide.id) == []
    library.corrections.undo(change.id)
    assert kinds(library, other, "Kursk") == [Kind.PERSON, Kind.PLACE]
    library.corrections.undo(wide.id)
    assert stored(library, other) == before
    library.corrections.redo(wide.id)
    library.corrections.redo(change.id)
    assert kinds(library, other, "Kursk") == [Kind.PLACE] * 2


def test_overrule_of_a_name_that_was_marked_keeps_it_marked(
    library: Library, one: Document
) -> None:
    other = other_of(library, one)
    library.corrections.mark(at(other, "Minsk", Scope.MENTION), Kind.PERSON)
    wide = library.corrections.mark(at(one, "Minsk", Scope.EVERYWHERE), Kind.PLACE)
    library.corrections.overrule(wide.id)
    assert kinds(library, other, "Minsk") == [Kind.PLACE]


def test_overrule_rejects_where_the_name_is_nobody_everywhere(
    library: Library, one: Document
) -> None:
    other = other_of(library, one)
    library.corrections.confirm([on(library, other, "Kursk", Scope.ARTICLE)])
    wide = library.corrections.reject(on(library, one, "Kursk", Scope.EVERYWHERE))
    assert kinds(library, other, "Kursk") == [KURSK.kind] * 2
    library.corrections.overrule(wide.id)
    assert kinds(library, other, "Kursk") == []

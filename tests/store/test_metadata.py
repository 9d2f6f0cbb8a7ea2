"""What the user says of an article outlives an import, and can be taken back."""

import pytest

from reader.core.search import HitKind
from reader.core.shelf import ArticleQuery, Field, Sort
from reader.store.library import Library
from tests.store.examples import kept, naming, news, person


@pytest.fixture
def article(library: Library) -> str:
    parsed = news("Serguéi Lavrov viajó.", title="Viejo", date="2026-01-02", url="https://a.es/1")
    added = library.shelf.add(parsed)
    library.store_recognition(naming(parsed.document, person("Serguéi Lavrov")))
    return added.document_id


def test_metadata_is_edited_and_taken_back(library: Library, article: str) -> None:
    undo = library.shelf.edit_metadata(article, {Field.TITLE: "Mío", Field.OUTLET: "El País"})
    document = kept(library, article)
    assert (document.title, document.outlet) == ("Mío", "El País")
    assert library.shelf.edited_fields(article) == {Field.TITLE, Field.OUTLET}
    redo = library.shelf.edit_metadata(article, undo)
    document = kept(library, article)
    assert (document.title, document.outlet) == ("Viejo", "")
    assert library.shelf.edited_fields(article) == frozenset()
    library.shelf.edit_metadata(article, redo)
    assert kept(library, article).title == "Mío"


def test_metadata_edited_twice_is_undone_step_by_step(library: Library, article: str) -> None:
    first = library.shelf.edit_metadata(article, {Field.AUTHOR: "Ana"})
    second = library.shelf.edit_metadata(article, {Field.AUTHOR: "Eva"})
    library.shelf.edit_metadata(article, second)
    assert kept(library, article).author == "Ana"
    library.shelf.edit_metadata(article, first)
    assert kept(library, article).author == ""


def test_metadata_of_the_user_wins_over_a_later_import(library: Library, article: str) -> None:
    library.shelf.edit_metadata(article, {Field.OUTLET: "", Field.AUTHOR: "", Field.LANGUAGE: "gl"})
    library.shelf.add(news("Serguéi Lavrov viajó.", outlet="Efe", author="Eva", language="es"))
    library.set_language(article, "es")
    document = kept(library, article)
    assert (document.outlet, document.author, document.language) == ("", "", "gl")
    library.shelf.edit_metadata(article, {Field.OUTLET: None})
    assert kept(library, article).outlet == "Efe"


def test_metadata_is_searched_and_sorted_at_once(library: Library, article: str) -> None:
    library.shelf.add(news("otro", title="Medio"))
    library.shelf.edit_metadata(article, {Field.TITLE: "Zaguán"})

    def hits(text: str) -> int:
        return len(library.search.find(text, kinds=[HitKind.ARTICLE]))

    assert (hits("viejo"), hits("zaguan"), hits("viajo")) == (0, 1, 1)
    listed = library.shelf.articles(ArticleQuery(sort=Sort.TITLE, descending=False))
    assert [each.title for each in listed] == ["Medio", "Zaguán"]


def test_metadata_dates_move_mentions(library: Library, article: str) -> None:
    assert [each.month for each in library.pages.months("person:serguéi-lavrov")] == ["2026-01"]
    library.shelf.edit_metadata(article, {Field.DATE: "2025-12-31"})
    assert [each.month for each in library.pages.months("person:serguéi-lavrov")] == ["2025-12"]


def test_metadata_addresses_are_known(library: Library, article: str) -> None:
    library.shelf.edit_metadata(article, {Field.URL: "https://b.es/2"})
    assert library.shelf.with_address("https://b.es/2?utm_source=x") == article


def test_metadata_of_an_unknown_article_is_nothing(library: Library) -> None:
    assert library.shelf.edit_metadata("no", {Field.TITLE: "x"}) == {}


def test_metadata_tells_what_was_marked_as_read(library: Library, article: str) -> None:
    other = library.shelf.add(news("otro"), opened=False).document_id
    assert library.shelf.mark_read([article, other, "no"]) == [other]
    assert library.shelf.mark_read([article], read=False) == [article]
    unread = library.shelf.articles(ArticleQuery(unread=True))
    assert [each.id for each in unread] == [article]

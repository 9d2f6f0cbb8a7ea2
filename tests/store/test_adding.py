"""Articles are added once, whatever their file, format or address."""

from dataclasses import replace
from pathlib import Path

import pytest

from reader.core.document import (
    Block,
    BlockKind,
    Document,
    Parsed,
    Picture,
    document_id,
    resource_of,
)
from reader.core.shelf import ArticleQuery, Outcome
from reader.store.library import Library
from tests.store.examples import annotation, article, kept, news

LONG = " ".join(f"palabra{number} dicha" for number in range(120))
OTHER = " ".join(f"vocablo{number} escrito" for number in range(120))


def titles(library: Library) -> list[str]:
    return [summary.title for summary in library.documents()]


def test_adding_keeps_an_article_unread_until_it_is_opened(library: Library) -> None:
    added = library.shelf.add(news("Uno"), opened=False)
    assert added.outcome is Outcome.ADDED
    (summary,) = library.shelf.articles(ArticleQuery())
    assert (summary.is_unread, summary.opened) == (True, "")
    library.document_opened(added.document_id)
    (summary,) = library.shelf.articles(ArticleQuery())
    assert not summary.is_unread
    assert summary.opened > summary.added


@pytest.mark.parametrize(
    "text",
    [
        "El Niño llegó: 3,5 % más.",
        "EL NIÑO LLEGÓ:\n\n3,5 % más",
        "«El nin\u0303o» llego — 3,5 % mas",
    ],
)
def test_adding_knows_the_same_words_in_another_format(library: Library, text: str) -> None:
    first = library.shelf.add(news("El Niño llegó: 3,5 % más.", title="", source="/a.txt"))
    again = library.shelf.add(news(text, title="Niño", source="/b.pdf", outlet="El País"))
    assert (again.document_id, again.outcome) == (first.document_id, Outcome.THERE)
    (summary,) = library.documents()
    assert (summary.title, summary.outlet, summary.source) == ("Niño", "El País", "/a.txt")
    assert kept(library, first.document_id).text == "El Niño llegó: 3,5 % más."


def test_adding_keeps_texts_apart_that_differ_in_a_word(library: Library) -> None:
    library.shelf.add(news("cumplió un año"))
    assert library.shelf.add(news("cumplió un ano")).outcome is Outcome.ADDED


def test_adding_keeps_pictures_without_words_apart(library: Library) -> None:
    library.shelf.add(news("…"))
    assert library.shelf.add(news("—")).outcome is Outcome.ADDED


def test_adding_finds_an_address_whatever_tracking_it_carries(library: Library) -> None:
    added = library.shelf.add(news("Uno", url="https://a.es/x?id=3&utm_source=boletin#top"))
    assert library.shelf.with_address("https://a.es/x?utm_medium=red&id=3") == added.document_id
    assert library.shelf.with_address("https://a.es/x?id=4") is None
    assert library.shelf.with_address("") is None
    library.shelf.delete([added.document_id])
    assert library.shelf.with_address("https://a.es/x?id=3") is None


def test_adding_takes_an_article_out_of_the_trash(library: Library) -> None:
    added = library.shelf.add(news(LONG))
    library.save_annotation(annotation(kept(library, added.document_id)))
    library.shelf.delete([added.document_id])
    again = library.shelf.add(news(LONG.upper()))
    assert (again.document_id, again.outcome) == (added.document_id, Outcome.RESTORED)
    assert [summary.annotation_count for summary in library.documents()] == [1]


@pytest.mark.parametrize("origin", [{"url": "https://a.es/x"}, {"source": "/a/b.html"}])
def test_adding_offers_a_changed_version(library: Library, origin: dict[str, str]) -> None:
    first = library.shelf.add(news(LONG, **origin))
    changed = news(LONG.replace("palabra7 ", "vocablo "), **origin)
    offered = library.shelf.add(changed)
    assert (offered.document_id, offered.outcome) == (first.document_id, Outcome.CHANGED)
    assert 0.8 < offered.similarity < 1
    assert library.shelf.changed_version_of(changed) == offered
    assert len(library.documents()) == 1
    assert library.document(changed.document.id) is None
    separate = library.shelf.add(changed, separately=True)
    assert separate.outcome is Outcome.ADDED
    assert len(library.documents()) == 2


def test_adding_takes_another_text_in_the_same_file_for_another_article(library: Library) -> None:
    library.shelf.add(news(LONG, source="/a/notas.txt"))
    assert library.shelf.add(news(OTHER, source="/a/notas.txt")).outcome is Outcome.ADDED


def test_adding_takes_another_text_at_the_same_address_for_a_version(library: Library) -> None:
    library.shelf.add(news(LONG, url="https://a.es/directo"))
    added = library.shelf.add(news(OTHER, url="https://a.es/directo"))
    assert (added.outcome, added.similarity) == (Outcome.CHANGED, 0)


def test_adding_groups_one_text_of_several_outlets(library: Library) -> None:
    first = library.shelf.add(news(LONG, title="Efe", outlet="Efe"))
    cut = library.shelf.add(news(LONG[: len(LONG) * 4 // 5], title="Corto"))
    headed = library.shelf.add(news("Última hora desde Madrid", LONG, title="Largo"))
    other = library.shelf.add(news(OTHER, title="Otro"))
    counts = [added.copy_count for added in (first, cut, headed, other)]
    assert counts == [0, 1, 2, 0]
    assert [each.title for each in library.shelf.copies(cut.document_id)] == ["Efe", "Largo"]
    assert library.shelf.count(ArticleQuery()) == 4
    once = library.shelf.articles(ArticleQuery(once=True))
    assert {(each.title, each.copy_count) for each in once} == {("Efe", 2), ("Otro", 0)}
    library.shelf.delete([first.document_id])
    once = library.shelf.articles(ArticleQuery(once=True))
    assert {(each.title, each.copy_count) for each in once} == {("Corto", 1), ("Otro", 0)}
    library.shelf.restore([first.document_id])
    assert {each.title for each in library.shelf.articles(ArticleQuery(once=True))} == {
        "Efe",
        "Otro",
    }


def test_adding_keeps_resources_once(library: Library) -> None:
    picture = resource_of(b"\x89PNG" * 50, "image/png")
    page = resource_of("<p>Página</p>".encode() * 99, "text/html")
    one = library.shelf.add(replace(news("Uno"), resources=(picture,), original=page))
    two = library.shelf.add(replace(news("Dos"), resources=(picture,)))
    assert library.shelf.resource(picture.key) == picture
    assert library.shelf.original(one.document_id) == page
    assert library.shelf.original(two.document_id) is None
    assert library.shelf.resource("no") is None
    library.shelf.delete([one.document_id])
    library.shelf.empty_trash()
    assert library.shelf.resource(picture.key) == picture
    assert library.shelf.resource(page.key) is None


def test_adding_keeps_a_picture_that_was_fetched_later(library: Library) -> None:
    address = "https://diario.example/foto.jpg"
    article = news("Uno").document
    remote = replace(
        article,
        blocks=(*article.blocks, Block(len(article.text), len(article.text), BlockKind.PICTURE)),
        pictures=(Picture(len(article.blocks), address, "La foto", 80, 60),),
    )
    added = library.shelf.add(Parsed(remote))
    photo = resource_of(b"\xff\xd8" * 50, "image/jpeg")
    library.shelf.keep_picture("no such article", address, photo)
    assert library.shelf.resource(photo.key) is None
    library.shelf.keep_picture(added.document_id, address, photo)
    kept = library.document(added.document_id)
    assert kept is not None
    assert kept.pictures == (Picture(1, f"resource:{photo.key}", "La foto", 80, 60),)
    assert library.shelf.resource(photo.key) == photo
    library.shelf.add(Parsed(remote))  # once more from the same page
    assert library.document(added.document_id) == kept
    library.shelf.delete([added.document_id])
    library.shelf.empty_trash()
    assert library.shelf.resource(photo.key) is None


def test_adding_packs_pages_as_fetched(tmp_path: Path) -> None:
    page = resource_of(b"<div class='x'>lo mismo</div>" * 40_000, "text/html; charset=utf-8")
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        added = library.shelf.add(replace(news("Uno"), original=page))
        assert library.shelf.original(added.document_id) == page
    assert path.stat().st_size < 700_000 < len(page.data)


@pytest.mark.parametrize("text", ["medio emoji \ud83d", "cero\0uno", "\u202eal revés\u202c"])
def test_adding_round_trips_odd_characters(library: Library, text: str) -> None:
    parsed = news(text, title=text, source=f"/{text}", url=f"https://a.es/{text}", author=text)
    assert library.shelf.add(parsed).outcome is Outcome.ADDED
    assert library.document(parsed.document.id) == parsed.document
    assert library.shelf.add(parsed).outcome is Outcome.THERE


def test_adding_is_as_good_as_the_present_way(library: Library) -> None:
    library.add_document(article())
    assert library.shelf.add(Parsed(article())).outcome is Outcome.THERE
    empty = Document(document_id(""), "Vacío", "", ())
    assert library.shelf.add(Parsed(empty)).outcome is Outcome.ADDED
    assert set(titles(library)) == {"Título", "Vacío"}

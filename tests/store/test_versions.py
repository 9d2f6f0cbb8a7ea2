"""An article gets another text, and keeps all that was made in the one before."""

from dataclasses import replace

import pytest

from reader.core.annotations import Colour, annotate
from reader.core.choices import LinkChoice
from reader.core.document import Document, document_id
from reader.core.errors import LibraryError
from reader.core.mentions import Kind
from reader.core.search import HitKind
from reader.core.shelf import ArticleQuery, Field
from reader.store.library import Library
from tests.store.examples import kept, naming, news, person

FIRST = "El ministro Serguéi Lavrov visitó ayer Pyongyang, según la agencia."
SECOND = "El líder le agradeció abiertamente el respaldo militar brindado."
NEW = "Actualización: la delegación partió de madrugada rumbo a Moscú."


@pytest.fixture
def document(library: Library) -> Document:
    added = library.shelf.add(news(FIRST, SECOND, source="/a.txt", outlet="Efe"))
    return kept(library, added.document_id)


def mark(library: Library, document: Document, quote: str, name: str) -> None:
    start = document.text.index(quote)
    library.save_annotation(
        annotate(
            document,
            start,
            start + len(quote),
            annotation_id=name,
            colour=Colour.BLUE,
            now="2026-01-01T00:00:00Z",
        )
    )


def quotes(library: Library, document: Document) -> dict[str, str]:
    """Return what each annotation marks in today's text."""
    today = kept(library, document.id)
    assert today is not None
    return {each.id: today.text[each.start : each.end] for each in library.annotations(document.id)}


def test_versions_move_annotations_with_their_passages(
    library: Library, document: Document
) -> None:
    mark(library, document, "visitó ayer Pyongyang", "a1")
    mark(library, document, "respaldo militar", "a2")
    updated = library.shelf.update(document.id, news(NEW, FIRST, SECOND))
    assert (updated.placed_count, updated.orphans) == (2, ())
    assert quotes(library, document) == {"a1": "visitó ayer Pyongyang", "a2": "respaldo militar"}


def test_versions_keep_orphans_and_place_them_when_they_can(
    library: Library, document: Document
) -> None:
    mark(library, document, "visitó ayer Pyongyang", "a1")
    mark(library, document, "respaldo militar", "a2")
    updated = library.shelf.update(document.id, news(NEW, FIRST))
    assert [each.id for each in updated.orphans] == ["a2"]
    assert quotes(library, document) == {"a1": "visitó ayer Pyongyang"}
    (orphan,) = library.shelf.orphans()
    assert orphan == replace(updated.orphans[0])
    assert library.shelf.orphans(document.id) == [orphan]
    assert [each.annotation_count for each in library.documents()] == [2]
    library.shelf.update(document.id, news(SECOND, NEW, FIRST))
    assert library.shelf.orphans() == []
    assert quotes(library, document)["a2"] == "respaldo militar"


def test_versions_keep_every_text(library: Library, document: Document) -> None:
    library.shelf.update(document.id, news(NEW, FIRST, source="/b.txt"))
    library.shelf.update(document.id, news(NEW, source="/c.txt"))
    found = library.shelf.versions(document.id)
    assert [(each.number, each.source, each.is_current) for each in found] == [
        (3, "/c.txt", True),
        (2, "/b.txt", False),
        (1, "/a.txt", False),
    ]
    assert [each.length for each in found] == [
        len(NEW),
        len(NEW) + len(FIRST) + 2,
        len(document.text),
    ]
    assert found[0].since > found[1].since > found[2].since
    texts = [library.shelf.version(document.id, number) for number in (1, 3)]
    assert [text and text.text for text in texts] == [document.text, NEW]
    assert library.shelf.version(document.id, 4) is None


def test_versions_are_restored(library: Library, document: Document) -> None:
    mark(library, document, "respaldo militar", "a2")
    library.shelf.update(document.id, news(NEW))
    assert library.shelf.restore_version(document.id, 1).orphans == ()
    today = kept(library, document.id)
    assert today == replace(document, source=today.source)
    assert quotes(library, document) == {"a2": "respaldo militar"}
    assert [each.number for each in library.shelf.versions(document.id)] == [3, 2, 1]


def test_versions_move_picks_and_bring_them_back(library: Library, document: Document) -> None:
    lavrov = person("Serguéi Lavrov")
    library.store_recognition(naming(document, lavrov))
    start = document.text.index("Lavrov")
    pick = LinkChoice(document.id, Kind.PERSON, "Lavrov", lavrov.id, (start, start + 6), "2026")
    library.save_link_choice(pick)
    library.shelf.update(document.id, news(NEW, FIRST))
    (moved,) = library.link_choices(document.id)
    shift = len(NEW) + 2
    assert moved == replace(pick, span=(start + shift, start + shift + 6))
    library.shelf.update(document.id, news(SECOND))
    assert library.link_choices(document.id) == []
    library.shelf.restore_version(document.id, 1)
    assert library.link_choices(document.id) == [pick]


def test_versions_outdate_what_was_recognized(library: Library, document: Document) -> None:
    lavrov = person("Serguéi Lavrov")
    library.store_recognition(naming(document, lavrov))
    library.save_note(lavrov.id, "nota")
    library.shelf.update(document.id, news(NEW, FIRST))
    assert library.recognition(document.id, "m1") is None
    assert library.pages.totals(lavrov.id).article_count == 0
    assert library.entities_worked_on(document.id) == [lavrov]
    today = kept(library, document.id)
    stored = library.store_recognition(naming(today, replace(lavrov, id="person:otro")))
    assert [entity.id for entity in stored.entities] == [lavrov.id]
    assert library.pages.totals(lavrov.id).article_count == 1


def test_versions_refuse_what_was_found_in_an_earlier_text(
    library: Library, document: Document
) -> None:
    late = naming(document, person("Serguéi Lavrov"))
    library.shelf.update(document.id, news(NEW))
    with pytest.raises(LibraryError, match="was updated meanwhile"):
        library.store_recognition(late, text_id=document_id(document.text))
    assert library.latest_model(document.id) is None
    today = kept(library, document.id)
    library.store_recognition(naming(today), text_id=document_id(today.text))
    assert library.latest_model(document.id) == "m1"


def test_versions_are_searched_by_today_s_text(library: Library, document: Document) -> None:
    library.shelf.update(document.id, news(NEW, title="Otro titular"))
    found = {
        text: len(library.search.find(text, kinds=[HitKind.ARTICLE]))
        for text in ("Pyongyang", "madrugada", "Título", "titular")
    }
    assert found == {"Pyongyang": 0, "madrugada": 1, "Título": 0, "titular": 1}


def test_versions_take_over_metadata_but_for_what_the_user_said(
    library: Library, document: Document
) -> None:
    library.shelf.edit_metadata(document.id, {Field.TITLE: "El mío"})
    library.shelf.update(document.id, news(NEW, title="Nuevo", author="Ana", date="2026-03-04"))
    (summary,) = library.documents()
    assert (summary.title, summary.author, summary.date) == ("El mío", "Ana", "2026-03-04")
    assert summary.outlet == "Efe"
    library.shelf.edit_metadata(document.id, {Field.TITLE: None})
    assert library.documents()[0].title == "Nuevo"


def test_versions_keep_the_place_where_one_reads(library: Library, document: Document) -> None:
    library.save_position(document.id, document.text.index(SECOND))
    library.shelf.update(document.id, news(NEW, FIRST, SECOND))
    today = kept(library, document.id)
    assert library.position(document.id) == today.text.index(SECOND)


def test_versions_of_an_earlier_text_belong_to_the_article(
    library: Library, document: Document
) -> None:
    library.shelf.update(document.id, news(NEW))
    assert library.shelf.add(news(FIRST, SECOND)).document_id == document.id
    assert library.shelf.add(news(NEW)).document_id == document.id
    assert kept(library, document.id).text == NEW
    library.add_document(document)  # the present way doesn't put the old structure on the new text
    assert kept(library, document.id).blocks == news(NEW).document.blocks


def test_versions_place_what_was_marked_before_the_update(
    library: Library, document: Document
) -> None:
    """An annotation that is undone or brought back knows the old text's places."""
    mark(library, document, "visitó ayer Pyongyang", "a1")
    mark(library, document, "respaldo militar", "a2")
    before = library.annotations(document.id)
    library.shelf.update(document.id, news(NEW, FIRST))
    for each in before:
        library.save_annotation(each)
    assert quotes(library, document) == {"a1": "visitó ayer Pyongyang"}
    assert [each.id for each in library.shelf.orphans()] == ["a2"]


def test_versions_of_the_same_text_change_nothing(library: Library, document: Document) -> None:
    mark(library, document, "respaldo militar", "a2")
    updated = library.shelf.update(document.id, news(FIRST, SECOND))
    assert updated.placed_count == 1
    assert len(library.shelf.versions(document.id)) == 1


def test_versions_of_an_unknown_article_say_so(library: Library, document: Document) -> None:
    with pytest.raises(LibraryError, match="no longer in the library"):
        library.shelf.update(document_id("no"), news(NEW))
    with pytest.raises(LibraryError, match="no longer in the library"):
        library.shelf.restore_version(document.id, 7)


def test_versions_that_grow_alike_leave_their_story(library: Library) -> None:
    long = " ".join(f"palabra{number} dicha" for number in range(120))
    other = " ".join(f"vocablo{number} escrito" for number in range(120))
    one = library.shelf.add(news(long, title="Uno"))
    two = library.shelf.add(news("Titular", long, title="Dos"))
    assert two.copy_count == 1
    library.shelf.update(two.document_id, news(other))
    assert library.shelf.copies(one.document_id) == []
    assert library.shelf.count(ArticleQuery(once=True)) == 2

"""What is in the trash is found nowhere else, and comes back whole."""

import pytest

from reader.core.choices import LinkChoice
from reader.core.entities import Entity
from reader.core.mentions import Kind
from reader.core.shelf import ArticleQuery, Field, LabelKind
from reader.store.library import Library
from tests.store.examples import annotation, naming, news, person, place

LAVROV = person("Serguéi Lavrov", "Lavrov")
TRASH = ArticleQuery(trashed=True)


@pytest.fixture
def gone(library: Library) -> str:
    """Return an article with all that can belong to one; another names its person too."""
    parsed = news("Serguéi Lavrov visitó Kursk.", title="Uno", url="https://a.es/1", source="/a")
    other = news("Lavrov, otra vez.", title="Dos")
    for each in (parsed, other):
        library.shelf.add(each)
        library.store_recognition(naming(each.document, LAVROV, place("Kursk")))
    library.save_annotation(annotation(parsed.document))
    library.save_note("place:kursk", "frontera")
    tag = library.labels.create(LabelKind.TAG, "uno")
    library.labels.assign(tag.id, [parsed.document.id])
    library.shelf.edit_metadata(parsed.document.id, {Field.OUTLET: "Efe"})
    library.save_link_choice(
        LinkChoice(parsed.document.id, Kind.PERSON, "Lavrov", LAVROV.id, (8, 14))
    )
    return parsed.document.id


def seen(library: Library, document_id: str) -> dict[str, bool]:
    """Return where an article is found."""
    pages, shelf = library.pages, library.shelf
    return {
        "list": document_id in [each.id for each in shelf.articles(ArticleQuery())],
        "documents": document_id in [each.id for each in library.documents()],
        "naming": document_id in [each.id for each in library.articles_naming(LAVROV.id)],
        "page": document_id in [each.document_id for each in pages.articles(LAVROV.id)],
        "related": "place:kursk" in [each.entity.id for each in pages.related(LAVROV.id)],
        "network": "place:kursk" in [each.entity_id for each in pages.network().nodes],
        "article": bool(library.search.find("kursk visito")),
        "annotation": "annotation" in [group.kind for group in library.search.find("Serguéi")],
        "address": shelf.with_address("https://a.es/1") == document_id,
        "label": library.labels.labels(LabelKind.TAG)[0].article_count == 1,
        "count": shelf.count(ArticleQuery(text="Kursk")) == 1,
    }


def test_trash_hides_everywhere_and_gives_back(library: Library, gone: str) -> None:
    assert all(seen(library, gone).values())
    before = library.pages.totals(LAVROV.id)
    assert library.shelf.delete([gone, "no"]) == [gone]
    assert not any(seen(library, gone).values())
    assert library.pages.totals(LAVROV.id).article_count == 1
    (summary,) = library.shelf.articles(TRASH)
    assert (summary.id, bool(summary.deleted_at)) == (gone, True)
    assert library.shelf.delete([gone]) == []
    assert library.shelf.restore([gone]) == [gone]
    assert all(seen(library, gone).values())
    assert library.pages.totals(LAVROV.id) == before
    assert library.shelf.count(TRASH) == 0


def test_trash_is_emptied_for_good(library: Library, gone: str) -> None:
    library.shelf.update(gone, news("Lavrov visitó Moscú."))
    assert library.shelf.empty_trash() == 0
    library.shelf.delete([gone])
    assert library.shelf.empty_trash() == 1
    assert library.document(gone) is None
    assert library.shelf.versions(gone) == []
    assert library.annotations(gone) == []
    assert [each.title for each in library.documents()] == ["Dos"]
    note = library.note("place:kursk")
    assert note is not None
    assert note.text == "frontera"
    rows = library._db.execute("SELECT count(*) FROM search_articles").fetchone()
    assert rows == (1,)
    check_integrity(library)


def test_trash_destroys_only_what_it_is_told(library: Library, gone: str) -> None:
    library.shelf.delete([each.id for each in library.documents()])
    assert library.shelf.empty_trash([gone]) == 1
    assert [each.title for each in library.shelf.articles(TRASH)] == ["Dos"]


def test_trash_keeps_notes_on_an_article_s_own_names(library: Library) -> None:
    parsed = news("Ana Crawford y Eva Crawford. Crawford calló.")
    library.shelf.add(parsed)
    ana, eva = person("Ana Crawford"), person("Eva Crawford")
    bare = Entity("person:crawford", "Crawford", Kind.PERSON, candidates=(ana.id, eva.id))
    stored = library.store_recognition(naming(parsed.document, ana, eva, bare))
    (asked,) = [each.id for each in stored.entities if each.candidates]
    library.save_note(asked, "¿cuál de las dos?")
    library.shelf.delete([parsed.document.id])
    library.shelf.empty_trash()
    note = library.note(asked)
    assert note is not None
    assert note.text == "¿cuál de las dos?"
    check_integrity(library)


def check_integrity(library: Library) -> None:
    for index in ("articles", "notes", "annotations", "entities"):
        library._db.execute(
            f"INSERT INTO search_{index} (search_{index}) VALUES ('integrity-check')"
        )
    assert library._db.execute("PRAGMA foreign_key_check").fetchall() == []

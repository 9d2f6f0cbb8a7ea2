"""Search as one types: what is found, where, and in which order."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.annotations import Colour, annotate
from reader.core.search import Hit, HitKind, Snippet
from reader.store.library import Library
from reader.store.query import match_of, terms_of
from tests.store.examples import country, found, naming, news, person

LAVROV = person("Serguéi Lavrov", "Lavrov", "canciller ruso")


def add(library: Library, *paragraphs: str, **metadata: str) -> str:
    return library.shelf.add(news(*paragraphs, **metadata)).document_id


def titles(library: Library, text: str) -> list[str]:
    """Return the titles of the articles that a search finds."""
    groups = library.search.find(text, kinds=[HitKind.ARTICLE])
    return [hit.title.text for group in groups for hit in group.hits]


def only(library: Library, text: str, kind: HitKind) -> Hit:
    ((hit,),) = [group.hits for group in library.search.find(text, kinds=[kind])]
    return hit


def marked(snippet: Snippet) -> list[str]:
    """Return what a snippet shows as matches."""
    return [snippet.text[start:end] for start, end in snippet.matches]


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("canción", True),
        ("CANCION", True),
        ("niño", True),
        ("nin\u0303o", True),
        ("nino", False),
        ("niñ", True),
        ("nin", False),
        ("pingui", True),
        ("pinguino cancion", True),
        ("pinguino ausente", False),
        ("pingu cancion", False),  # only the last word may go on
        ('"canción del niño"', True),
        ('"niño canción"', False),
        ('"canción del ni', True),  # a quote that is still being typed
        ('"canción del ni"', False),
        ("«canción del niño»", True),
        ("“del niño” pingüino", True),
        ("pingui ", False),  # a space ends the word
        ("10.000", True),
        ("10,000", True),
        ("10 000", True),
        ("10000", False),
        ("canción-del", True),
        ("anexo", True),  # in the title
        ("anexo pingüino", True),  # in the title and in the text
    ],
)
def test_search_finds_words(library: Library, text: str, *, is_found: bool) -> None:
    add(library, "La canción del niño y su pingüino: 10.000 copias.", title="Anexo")
    assert bool(titles(library, text)) is is_found


def test_search_finds_what_was_written_with_loose_marks(library: Library) -> None:
    add(library, "Antes. El nin\u0303o canto\u0301 ayer.")
    hit = only(library, "niño cantó", HitKind.ARTICLE)
    assert marked(hit.snippet) == ["nin\u0303o", "canto\u0301"]
    assert hit.offset == 10


def test_search_groups_what_it_finds(library: Library) -> None:
    parsed = news("Serguéi Lavrov visitó Kursk con el canciller ruso.", title="Lavrov en Kursk")
    library.shelf.add(parsed)
    library.store_recognition(naming(parsed.document, LAVROV))
    library.save_note(LAVROV.id, "Lavrov habla poco.\nMinistro desde 2004.")
    start = parsed.document.text.index("Lavrov")
    mark = annotate(
        parsed.document, start, start + 6, annotation_id="a1", colour=Colour.BLUE, now="2026"
    )
    library.save_annotation(mark)
    groups = {group.kind: group.hits for group in library.search.find("lavr")}
    assert list(groups) == [HitKind.ENTITY, HitKind.ARTICLE, HitKind.NOTE, HitKind.ANNOTATION]
    (entity,) = groups[HitKind.ENTITY]
    assert (entity.title.text, marked(entity.title)) == ("Serguéi Lavrov", ["Lavr"])
    assert (entity.entity_id, entity.entity_kind, entity.article_count) == (
        LAVROV.id,
        LAVROV.kind,
        1,
    )
    assert entity.snippet.text == "Lavrov · canciller ruso"
    (article,) = groups[HitKind.ARTICLE]
    assert (article.document_id, article.offset, article.end) == (
        parsed.document.id,
        start,
        start + 4,
    )
    assert marked(article.title) == ["Lavr"]
    (note,) = groups[HitKind.NOTE]
    assert (note.entity_id, note.title.text) == (LAVROV.id, "Serguéi Lavrov")
    assert note.snippet.text == "Lavrov habla poco. Ministro desde 2004."
    (annotation,) = groups[HitKind.ANNOTATION]
    assert (annotation.annotation_id, annotation.offset) == ("a1", start)
    assert annotation.title.text == "Lavrov en Kursk"


def test_search_finds_entities_by_other_names(library: Library) -> None:
    parsed = news("El canciller ruso calló.")
    library.shelf.add(parsed)
    library.store_recognition(naming(parsed.document, LAVROV, country("Rusia", "ruso")))
    hits = library.search.find("canciller", kinds=[HitKind.ENTITY])[0].hits
    assert [hit.entity_id for hit in hits] == [LAVROV.id]
    assert marked(hits[0].snippet) == ["canciller"]


def test_search_puts_titles_first(library: Library) -> None:
    add(library, "Hoy se habla de la sequía en el sur. " * 4, title="Otra cosa")
    add(library, "Un resumen de lo ocurrido en el sur del país en agosto.", title="La sequía")
    assert titles(library, "sequía") == ["La sequía", "Otra cosa"]


def test_search_puts_what_speaks_most_of_it_first(library: Library) -> None:
    add(library, "sequía " + "relleno de otra cosa " * 40, title="Poco")
    add(library, "sequía y más sequía, siempre sequía", title="Mucho")
    assert titles(library, "sequía") == ["Mucho", "Poco"]


def test_search_puts_titles_first_among_very_many(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.store.search._MOST_WEIGHED", 3)
    add(library, "nada", title="Lluvia")
    for number in range(8):
        add(library, f"lluvia {number}", title=f"Artículo {number}")
    found = titles(library, "lluvia")
    assert found[0] == "Lluvia"
    assert set(found[1:]) == {"Artículo 5", "Artículo 6", "Artículo 7"}


def test_search_shows_the_passage_with_most_of_the_words(library: Library) -> None:
    filler = "palabras que no vienen al caso, una tras otra, y otra más. " * 12
    text = f"Rusia al principio. {filler}Después, Rusia y Corea firmaron. {filler}"
    add(library, text)
    hit = only(library, "corea rusia", HitKind.ARTICLE)
    assert text[hit.offset : hit.end] == "Rusia"
    assert hit.offset == text.index("Rusia y Corea")
    assert marked(hit.snippet) == ["Rusia", "Corea"]
    assert (hit.snippet.is_cut_before, hit.snippet.is_cut_after) == (True, True)
    assert len(hit.snippet.text) <= 160


def test_search_finds_the_passage_deep_in_a_book(library: Library) -> None:
    text = "palabra " * 100_000 + "Kursk al final"
    add(library, text)
    assert only(library, "kursk", HitKind.ARTICLE).offset == text.index("Kursk")


def test_search_limits_each_group(library: Library) -> None:
    for number in range(5):
        add(library, f"lluvia {number}")
    (group,) = library.search.find("lluvia", limit=3)
    assert (len(group.hits), group.has_more) == (3, True)
    (group,) = library.search.find("lluvia", limit=5)
    assert (len(group.hits), group.has_more) == (5, False)


def test_search_follows_every_change(library: Library) -> None:
    document = news("uno", title="Primero").document
    library.add_document(document)
    stored = library.store_recognition(found(document, person("Ana Ruiz")))
    (ana,) = stored.entities

    def kinds(text: str) -> list[HitKind]:
        return [group.kind for group in library.search.find(text)]

    library.save_note(ana.id, "vive en Lugo")
    assert kinds("lugo") == [HitKind.NOTE]
    library.save_note(ana.id, "vive en Vigo")
    assert (kinds("lugo"), kinds("vigo")) == ([], [HitKind.NOTE])
    library.save_note(ana.id, "")
    assert kinds("vigo") == []
    mark = annotate(document, 0, 3, annotation_id="a1", colour=Colour.BLUE, now="2026")
    library.save_annotation(mark)
    assert kinds("uno") == [HitKind.ARTICLE, HitKind.ANNOTATION]
    library.delete_annotation("a1")
    assert kinds("uno") == [HitKind.ARTICLE]
    assert kinds("ana ruiz") == [HitKind.ENTITY]
    library.clear_cache()
    assert kinds("ana ruiz") == []  # it is kept for the note that was on it, and nowhere named
    library.save_note(ana.id, "vive en Lugo")
    assert kinds("ana ruiz") == [HitKind.ENTITY]


@pytest.mark.parametrize(
    "text", ["", " ", '"', '""', "¿?", "…", "*", "«»", "-", "^", "🙂", "\ud83d"]
)
def test_search_for_no_word_finds_nothing(library: Library, text: str) -> None:
    add(library, "uno 🙂 …")
    assert library.search.find(text) == []


@pytest.fixture(scope="module")
def filled() -> Library:
    library = Library.open(None)
    parsed = news("El niño AND el año OR NEAR(uno) de 10.000 cosas", title="title: NOT")
    library.shelf.add(parsed)
    library.store_recognition(naming(parsed.document, person("niño")))
    return library


TYPED = """AND OR NOT NEAR( ) ( * ^ " title: {title} - + : ' niño año 10.000 « ” ß ﬁ"""
SYNTAX = st.sampled_from([*TYPED.split(), "\0", "\u0303", "\ud800"])


@settings(max_examples=300, deadline=None)
@given(text=st.one_of(st.text(), st.lists(SYNTAX).map(" ".join), st.lists(SYNTAX).map("".join)))
def test_search_takes_whatever_is_typed(filled: Library, text: str) -> None:
    for group in filled.search.find(text):
        for hit in group.hits:
            for snippet in (hit.title, hit.snippet):
                assert all(0 <= start < end <= len(snippet.text) for start, end in snippet.matches)


@settings(max_examples=100, deadline=None)
@given(
    words=st.lists(st.text(alphabet="abcñáü10.-'’", min_size=1), min_size=1, max_size=4),
    typed=st.integers(1, 30),
)
def test_search_finds_any_beginning_of_a_text(
    filled: Library, words: list[str], typed: int
) -> None:
    text = " ".join(words)
    added = filled.shelf.add(news(text))
    beginning = text[:typed]
    terms = terms_of(beginning)
    # One letter stands for itself alone, so that typing it doesn't find half of the library.
    if terms and not (terms[-1].is_prefix and len(terms[-1].words[-1]) < 2):
        (group,) = filled.search.find(beginning, kinds=[HitKind.ARTICLE], limit=1000)
        assert added.document_id in {hit.document_id for hit in group.hits}


def test_search_quotes_every_word() -> None:
    assert (
        match_of(terms_of('a OR "b c" NEAR( d*')) == '"a" AND "or" AND "b c" AND "near" AND "d" *'
    )


def test_search_survives_a_damaged_index(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        add(library, "Serguéi Lavrov visitó Kursk.")
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("DELETE FROM search_articles_data WHERE id > 10")
    with Library.open(path) as library:
        assert titles(library, "kursk") == ["Título"]
        library._db.execute(
            "INSERT INTO search_articles (search_articles) VALUES ('integrity-check')"
        )


def test_search_is_rebuilt(library: Library) -> None:
    parsed = news("Serguéi Lavrov visitó Kursk.")
    library.shelf.add(parsed)
    library.store_recognition(naming(parsed.document, LAVROV))
    library.save_note(LAVROV.id, "ministro")
    before = [library.search.find(text) for text in ("lavrov", "kursk", "ministro")]
    library._db.execute("DELETE FROM search_notes")
    library.search.rebuild()
    assert [library.search.find(text) for text in ("lavrov", "kursk", "ministro")] == before

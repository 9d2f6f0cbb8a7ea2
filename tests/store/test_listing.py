"""Lists of articles are filtered, sorted and cut by the library."""

from dataclasses import replace
from pathlib import Path

import pytest

from reader.core.mentions import Kind
from reader.core.shelf import ArticleQuery, Field, LabelKind, Sort
from reader.store import shelf
from reader.store.library import Library
from tests.store.examples import annotation, kept, naming, news, organization, person

TEXTS = {
    "Ñandúes": "El Senado aprobó la reforma agraria tras un largo debate. " * 3,
    "«Nubes»": "Serguéi Lavrov viajó a Pyongyang.",
    "Óperas": "La OTAN y Lavrov discrepan. " * 2,
    "Zorros": "Un texto sin nombres, corto.",
}


@pytest.fixture
def ids(library: Library) -> dict[str, str]:
    """Return the ids of four articles, by title."""
    dates = ("2026-03-01", "2025-01-31T10:00:00", "2026-02-28", "")
    outlets = ("El País", "ABC", "El País", "Ámbito")
    found: dict[str, str] = {}
    for (title, text), date, outlet in zip(TEXTS.items(), dates, outlets, strict=True):
        parsed = news(text, title=title, date=date, outlet=outlet, language="es")
        found[title] = library.shelf.add(parsed, opened=False).document_id
        library.store_recognition(
            naming(parsed.document, person("Serguéi Lavrov", "Lavrov"), organization("OTAN"))
        )
    return found


def titles(library: Library, query: ArticleQuery, *, offset: int = 0, limit: int = 50) -> list[str]:
    return [each.title for each in library.shelf.articles(query, offset=offset, limit=limit)]


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        (Sort.TITLE, ["«Nubes»", "Ñandúes", "Óperas", "Zorros"]),
        (Sort.OUTLET, ["«Nubes»", "Zorros", "Óperas", "Ñandúes"]),
        (Sort.DATE, ["«Nubes»", "Óperas", "Ñandúes", "Zorros"]),
        (Sort.ADDED, ["Ñandúes", "«Nubes»", "Óperas", "Zorros"]),
        (Sort.LENGTH, ["«Nubes»", "Zorros", "Óperas", "Ñandúes"]),
    ],
)
def test_listing_sorts_both_ways(
    library: Library, ids: dict[str, str], sort: Sort, expected: list[str]
) -> None:
    assert titles(library, ArticleQuery(sort=sort, descending=False)) == expected
    assert titles(library, ArticleQuery(sort=sort)) == expected[::-1]


def test_listing_sorts_by_what_the_user_did(library: Library, ids: dict[str, str]) -> None:
    library.document_opened(ids["Óperas"])
    library.save_position(ids["Zorros"], 20)
    library.save_position(ids["Ñandúes"], 21)
    library.save_annotation(annotation(kept(library, ids["«Nubes»"])))
    library.save_note("organization:otan", "nota")
    first = {
        sort: titles(library, ArticleQuery(sort=sort))[0]
        for sort in (Sort.OPENED, Sort.PROGRESS, Sort.ANNOTATIONS, Sort.NOTES)
    }
    assert first == {
        Sort.OPENED: "Óperas",
        Sort.PROGRESS: "Zorros",
        Sort.ANNOTATIONS: "«Nubes»",
        Sort.NOTES: "Óperas",
    }


def test_listing_cuts_windows(library: Library, ids: dict[str, str]) -> None:
    query = ArticleQuery(sort=Sort.TITLE, descending=False)
    assert titles(library, query, offset=1, limit=2) == ["Ñandúes", "Óperas"]
    assert titles(library, query, offset=3, limit=2) == ["Zorros"]
    assert titles(library, query, offset=9) == []
    assert library.shelf.place(query, ids["Óperas"]) == 2
    assert library.shelf.place(replace(query, outlet="ABC"), ids["Óperas"]) is None


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (ArticleQuery(text="lavrov pyong"), {"«Nubes»"}),
        (ArticleQuery(text="nubes"), {"«Nubes»"}),
        (ArticleQuery(text="¿?"), set()),
        (ArticleQuery(text=" "), set(TEXTS)),
        (ArticleQuery(entity_id="person:serguéi-lavrov"), {"«Nubes»", "Óperas"}),
        (ArticleQuery(entity_id="nadie"), set()),
        (ArticleQuery(kind=Kind.ORGANIZATION), {"Óperas"}),
        (ArticleQuery(kind=Kind.COUNTRY), set()),
        (ArticleQuery(outlet="El País"), {"Ñandúes", "Óperas"}),
        (ArticleQuery(language="es"), set(TEXTS)),
        (ArticleQuery(language="en"), set()),
        (ArticleQuery(date_from="2026-02-28", date_to="2026-03-01"), {"Óperas", "Ñandúes"}),
        (ArticleQuery(date_to="2025-01-31"), {"«Nubes»"}),
        (ArticleQuery(date_from="2026-11-01"), {"Zorros"}),
        (ArticleQuery(unread=True), set(TEXTS)),
        (ArticleQuery(unread=False), set()),
        (ArticleQuery(outlet="El País", entity_id="organization:otan"), {"Óperas"}),
        (ArticleQuery(trashed=True), set()),
    ],
)
def test_listing_filters(
    library: Library, ids: dict[str, str], query: ArticleQuery, expected: set[str]
) -> None:
    assert set(titles(library, query)) == expected
    assert library.shelf.count(query) == len(expected)


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize("words", ["lavrov", "lavrov pyong", "e", "nadie"])
def test_listing_filters_many_matches_as_it_does_few(
    library: Library,
    ids: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    words: str,
    sort: Sort,
    descending: bool,
) -> None:
    queries = [
        ArticleQuery(text=words, sort=sort, descending=descending),
        ArticleQuery(text=words, sort=sort, descending=descending, outlet="ABC"),
    ]
    few = [titles(library, query) for query in queries]
    monkeypatch.setattr(shelf, "_MANY", 0)
    library.shelf.edit_metadata(
        ids["Zorros"], {Field.AUTHOR: "Nadie"}
    )  # nothing is kept from before
    assert [titles(library, query) for query in queries] == few
    assert [titles(library, query) for query in queries[::-1]] == few[::-1]
    library.shelf.delete([ids["«Nubes»"]])
    assert "«Nubes»" not in titles(library, queries[0])


def test_listing_filters_by_labels(library: Library, ids: dict[str, str]) -> None:
    tags = [library.labels.create(LabelKind.TAG, name) for name in ("uno", "dos")]
    series = library.labels.create(LabelKind.COLLECTION, "serie")
    library.labels.assign(tags[0].id, [ids["Zorros"], ids["Óperas"]])
    library.labels.assign(tags[1].id, [ids["Óperas"]])
    library.labels.assign(series.id, [ids["Zorros"]])
    assert set(titles(library, ArticleQuery(tags=(tags[0].id,)))) == {"Zorros", "Óperas"}
    assert titles(library, ArticleQuery(tags=(tags[0].id, tags[1].id))) == ["Óperas"]
    assert titles(library, ArticleQuery(collection=series.id, tags=(tags[0].id,))) == ["Zorros"]
    library.labels.delete(series.id)
    assert titles(library, ArticleQuery(collection=series.id)) == []


def test_listing_tells_what_there_is_to_choose_from(library: Library, ids: dict[str, str]) -> None:
    assert library.shelf.outlets() == ["El País", "ABC", "Ámbito"]
    assert library.shelf.languages() == ["es"]


def test_listing_counts_what_a_trigger_counted(library: Library, ids: dict[str, str]) -> None:
    document = kept(library, ids["Óperas"])
    for name in ("a1", "a2"):
        library.save_annotation(annotation(document, name))
    library.delete_annotation("a1")
    library.save_note("person:serguéi-lavrov", "una")
    library.save_note("organization:otan", "otra")
    library.save_note("organization:otan", "")
    counts = {each.title: (each.annotation_count, each.note_count) for each in library.documents()}
    assert counts == {"Óperas": (1, 1), "«Nubes»": (0, 1), "Ñandúes": (0, 0), "Zorros": (0, 0)}
    library.search.rebuild()
    again = {each.title: (each.annotation_count, each.note_count) for each in library.documents()}
    assert again == counts


def test_listing_tells_how_far_one_has_read(library: Library, ids: dict[str, str]) -> None:
    library.save_position(ids["Zorros"], len(TEXTS["Zorros"]) // 2)
    (summary,) = library.shelf.articles(ArticleQuery(sort=Sort.PROGRESS), limit=1)
    assert (summary.title, summary.progress) == ("Zorros", 0.5)


def test_listing_sees_what_is_written_between_two_windows(
    tmp_path: Path,
) -> None:
    path = tmp_path / "library.sqlite"
    query = ArticleQuery(text="lluvia", sort=Sort.ADDED)
    with Library.open(path) as library, Library.open(path) as another:
        library.shelf.add(news("Lluvia uno.", title="Uno"))
        assert titles(library, query) == ["Uno"]
        library.shelf.add(news("Lluvia dos.", title="Dos"))
        assert titles(library, query) == ["Dos", "Uno"]
        another.shelf.add(news("Lluvia tres.", title="Tres"))
        assert titles(library, query) == ["Tres", "Dos", "Uno"]
        assert library.shelf.count(query) == 3

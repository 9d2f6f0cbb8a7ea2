import re
from dataclasses import replace

from PySide6.QtCore import QDate, QLocale

from reader.core.document import Block, Document, document_id
from reader.core.entities import Entity, Recognition
from reader.core.mentions import Kind, Mention
from reader.store.library import Library
from reader.ui.article_rows import (
    byline,
    entity_details,
    entity_rows,
    has_origin,
    kind_counts,
    reading_time,
)
from reader.ui.opened_article import RecognizedArticle, counted

TEXT = "Ana vio a Luis en Lima.\nEn Lima, " + "palabra " * 30 + "Ana calló."
DOCUMENT = Document(document_id(TEXT), "t", TEXT, (Block(0, 23), Block(24, len(TEXT))))
ANA, LUIS, LIMA = (
    Entity("person:ana", "Ana", Kind.PERSON),
    Entity("person:luis", "Luis", Kind.PERSON),
    Entity("place:lima", "Lima", Kind.PLACE),
)


def mention(start: int, entity: Entity) -> Mention:
    return Mention(start, start + len(entity.name), entity.kind, entity.id)


RECOGNITION = Recognition(
    DOCUMENT.id,
    "m",
    (
        mention(0, ANA),
        mention(10, LUIS),
        mention(18, LIMA),
        mention(27, LIMA),
        mention(TEXT.rindex("Ana"), ANA),
    ),
    (ANA, LUIS, LIMA),
)


RUSSIAN_TEXT = "Los rusos, de Rusia, hablan ruso y japonés."
RUSSIAN = Document(document_id(RUSSIAN_TEXT), "t", RUSSIAN_TEXT, (Block(0, len(RUSSIAN_TEXT)),))
RUSSIA, JAPAN = (
    Entity("country:RU", "Rusia", Kind.COUNTRY, (), {"iso3166": "RU"}),
    Entity("country:JP", "Japón", Kind.COUNTRY, (), {"iso3166": "JP"}),
)


def found(name: str, kind: Kind, entity: Entity) -> Mention:
    start = re.search(rf"\b{name}\b", RUSSIAN_TEXT).start()  # type: ignore[union-attr]
    return Mention(start, start + len(name), kind, entity.id)


DEMONYMS = Recognition(
    RUSSIAN.id,
    "m",
    (
        found("rusos", Kind.DEMONYM, RUSSIA),
        found("Rusia", Kind.COUNTRY, RUSSIA),
        found("ruso", Kind.DEMONYM, RUSSIA),
        found("japonés", Kind.DEMONYM, JAPAN),
    ),
    (RUSSIA, JAPAN),
)


def article(*, note_on: str = "") -> RecognizedArticle:
    with Library.open(None) as library:
        library.add_document(DOCUMENT)
        stored = library.store_recognition(RECOGNITION)
        if note_on:
            library.save_note(note_on, "Una nota.")
        return counted(library, stored)


def test_article_rows_count_mentions_and_mark_notes() -> None:
    rows = entity_rows(article(note_on="place:lima"))
    assert [(r.entity.name, r.count, r.first, r.has_note) for r in rows] == [
        ("Ana", 2, 0, False),
        ("Luis", 1, 10, False),
        ("Lima", 2, 18, True),
    ]


def test_article_rows_count_entities_by_kind() -> None:
    counts = kind_counts(entity_rows(article()))
    assert counts == {
        Kind.PERSON: 2,
        Kind.COUNTRY: 0,
        Kind.PLACE: 1,
        Kind.ORGANIZATION: 0,
        Kind.DEMONYM: 0,
    }


def test_article_rows_count_demonyms_apart_and_list_a_country_for_them_alone() -> None:
    with Library.open(None) as library:
        library.add_document(RUSSIAN)
        rows = entity_rows(counted(library, library.store_recognition(DEMONYMS)))
    assert [(r.entity.name, r.count, r.demonyms, r.first) for r in rows] == [
        ("Rusia", 1, 2, 4),
        ("Japón", 0, 1, 35),
    ]
    assert kind_counts(rows)[Kind.COUNTRY] == 2
    assert kind_counts(rows)[Kind.DEMONYM] == 2


def test_article_rows_snippets_tell_demonyms_from_names() -> None:
    details = entity_details(RUSSIAN, DEMONYMS, "country:RU", note=None, other_articles=[])
    assert details is not None
    assert [(snippet.text, snippet.is_demonym) for snippet in details.mentions] == [
        ("rusos", True),
        ("Rusia", False),
        ("ruso", True),
    ]
    assert (details.mention_count, details.demonym_count) == (3, 2)


def test_article_rows_snippets_stay_in_their_paragraph() -> None:
    details = entity_details(DOCUMENT, RECOGNITION, "place:lima", note=None, other_articles=[])
    assert details is not None
    first, second = details.mentions
    assert (first.before, first.text, first.after) == ("Ana vio a Luis en ", "Lima", ".")
    assert second.before == "En "
    assert second.after.startswith(", palabra")
    assert second.after.endswith("palabra…")


def test_article_rows_snippets_begin_with_whole_words() -> None:
    details = entity_details(DOCUMENT, RECOGNITION, "person:ana", note=None, other_articles=[])
    assert details is not None
    assert details.mentions[1].before.startswith("…palabra")
    assert details.mentions[1].after == " calló."


def test_article_rows_unknown_entity_has_no_card() -> None:
    assert entity_details(DOCUMENT, RECOGNITION, "x", note=None, other_articles=[]) is None


def test_article_rows_byline_leaves_out_what_is_unknown() -> None:
    assert byline(DOCUMENT, "2 min") == "2 min"
    document = Document("i", "t", "x", (Block(0, 1),), outlet="El Faro", date="2026-01-02")
    day = QLocale().toString(QDate(2026, 1, 2), "d MMM yyyy")
    assert byline(document, "1 min") == f"El Faro · {day} · 1 min"


def test_article_rows_origin_is_any_of_outlet_author_date_and_address() -> None:
    assert not has_origin(DOCUMENT)
    assert has_origin(replace(DOCUMENT, url="https://example.org/a"))


def test_article_rows_reading_takes_a_minute_at_least() -> None:
    assert (reading_time(3), reading_time(2300)) == ("1 min", "10 min")
    assert reading_time(300_000) == "21 h 44 min"

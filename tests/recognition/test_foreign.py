"""Foreign articles: their common words are no names; a model of their language reads them."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reader.core.document import Document
from reader.core.errors import ModelError
from reader.recognition.foreign import ForeignWords, states_in
from reader.recognition.gazetteer import Gazetteer
from reader.recognition.model import models_folder
from reader.recognition.pipeline import Recognizer, gazetteer_folder
from reader.recognition.readers import Readers
from reader.recognition.spans import BlockSpans, RawSpan
from tests.lines import document_of_lines
from tests.recognition.foreign_articles import ARTICLES


def names_in(text: str, taken: list[str], *, language: str, gazetteer: Gazetteer) -> list[str]:
    """Return what is left of the names that a Spanish model has taken in a foreign text."""
    words = ForeignWords(language, document_of_lines(text))
    spans = tuple(RawSpan(text.index(n), text.index(n) + len(n), "PER") for n in taken)
    found = words.names(BlockSpans(0, text, spans), gazetteer)
    assert len(found.text) == len(text)
    return [text[span.start : span.end] for span in found.spans]


@pytest.mark.parametrize(
    ("language", "text", "taken", "wanted"),
    [
        ("en", "However, he left.", ["However"], []),
        ("en", "On Monday he left.", ["Monday"], []),
        ("en", "The European Commission left.", ["The European Commission"],
         ["European Commission"]),
        ("en", "He likes The Guardian.", ["The Guardian"], ["The Guardian"]),
        ("en", "They met in Brussels on Monday.", ["Brussels on Monday"], ["Brussels"]),
        ("en", "Asked whether Morocco agreed.", ["Asked whether Morocco"], ["Morocco"]),
        ("en", "Spain and Morocco talk.", ["Spain and Morocco"], ["Morocco"]),
        ("en", "Yes, Spain and Morocco talk to Spain.", ["Spain and Morocco"],
         ["Spain", "Morocco"]),
        ("en", "The Bank of England cuts.", ["Bank of England"], ["Bank of England"]),
        ("en", "Reading on, he found Reading.", ["Reading"], ["Reading"]),
        ("en", "Reading on, he found it.", ["Reading"], []),
        ("en", "NATO agreed.", ["NATO"], ["NATO"]),
        ("fr", "Il vient d'Oran et de Nantes.", ["d'Oran"], ["Oran"]),
        ("fr", "Le parti, dit l'Élysée.", ["Le", "l'Élysée"], ["Élysée"]),
        ("it", "Piace a D'Alema.", ["D'Alema"], ["D'Alema"]),
        ("ca", "L'Associació de Veïns calla.", ["L'Associació de Veïns"],
         ["Associació de Veïns"]),
        ("de", "Er sah die Parteien in Rotterdam.", ["Parteien", "Rotterdam"], ["Rotterdam"]),
        ("de", "Gestern sprach Katrin Osterwald sehr.", ["Katrin Osterwald"],
         ["Katrin Osterwald"]),
        ("gl", "Non o viu Brais Lestón.", ["Brais Lestón"], ["Brais Lestón"]),
        ("xx", "Foo sah Bar.", ["Bar"], ["Bar"]),
    ],
)  # fmt: skip
def test_foreign_words_are_no_names(
    gazetteer: Gazetteer, language: str, text: str, taken: list[str], wanted: list[str]
) -> None:
    assert names_in(text, taken, language=language, gazetteer=gazetteer) == wanted


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "Talks between Spain and the UK; both told us so.",
         {"Spain": "country:ES", "UK": "country:GB"}),
        ("fr", "Il vient d'Allemagne et des États-Unis.",
         {"Allemagne": "country:DE", "États-Unis": "country:US"}),
        ("de", "Die Vereinigten Staaten und Spanien, sagte er.", {"Spanien": "country:ES"}),
        ("it", "Arriva dall'Egitto e dalla Germania.",
         {"Egitto": "country:EG", "Germania": "country:DE"}),
        ("xx", "Spain and Spanien.", {}),
    ],
)  # fmt: skip
def test_foreign_names_of_states_mean_the_same_states(
    make_recognizer: Callable[..., Recognizer],
    gazetteer: Gazetteer,
    language: str,
    text: str,
    wanted: dict[str, str],
) -> None:
    document = document_of_lines(text)
    names = gazetteer.with_names(states_in(language, gazetteer_folder()))
    recognizer = make_recognizer().reading(ForeignWords(language, document), names)
    mentions = recognizer.recognize(document).mentions
    assert {text[m.start : m.end]: m.entity_id for m in mentions} == wanted


def test_foreign_names_leave_the_gazetteer_as_it_was(gazetteer: Gazetteer) -> None:
    more = gazetteer.with_names({"fooland": "españa", "foo": "chile"})
    assert more.likeliest("Fooland") == gazetteer.likeliest("España")
    assert more.likeliest("FOO") == gazetteer.likeliest("Chile")
    assert more.likeliest("Foo") is None  # a short name counts in capitals only
    assert gazetteer.likeliest("Fooland") is None
    assert (more.starts("foola"), gazetteer.starts("foola")) == (True, False)


def install(ruler_model: Path, label: str, patterns: list[tuple[str, str]]) -> Path:
    """Put a model that finds just these names into the user's folder."""
    folder = models_folder() / label
    shutil.copytree(ruler_model, folder)
    name, _, version = label.rpartition("-")
    language, _, short = name.partition("_")
    said = json.loads((folder / "meta.json").read_text("utf-8"))
    said |= {"lang": language, "name": short, "version": version}
    (folder / "meta.json").write_text(json.dumps(said))
    lines = [json.dumps({"label": label, "pattern": name}) for label, name in patterns]
    (folder / "entity_ruler" / "patterns.jsonl").write_text("\n".join(lines))
    return folder


@pytest.fixture
def told() -> list[ModelError]:
    return []


@pytest.fixture
def readers(make_recognizer: Callable[..., Recognizer], told: list[ModelError]) -> Readers:
    """Return readers whose Spanish model takes words for names in other languages."""
    names = [("PER", "However"), ("PER", "Margaret Holloway"), ("LOC", "Madrid")]
    return Readers(make_recognizer(names), tell=told.append)


def surfaces(document: Document, recognizer: Recognizer) -> list[str]:
    mentions = recognizer.recognize(document).mentions
    return [document.text[m.start : m.end] for m in mentions]


def test_readers_leave_spanish_to_the_chosen_model(
    readers: Readers, article_path: Path, ruler_model: Path
) -> None:
    install(ruler_model, "en_x-1.0", [])
    document = document_of_lines(article_path.read_text("utf-8"))
    assert readers.reader_of(document) == (readers.spanish, "es")


def test_readers_leave_what_is_unsure_to_the_chosen_model(readers: Readers) -> None:
    assert readers.reader_of(document_of_lines("Talks resume")) == (readers.spanish, "")


def test_readers_have_the_spanish_model_read_a_language_without_its_own(readers: Readers) -> None:
    document = document_of_lines(ARTICLES["en"])
    recognizer, language = readers.reader_of(document)
    assert (language, recognizer.model) == ("en", readers.spanish.model)
    found = surfaces(document, recognizer)
    assert {"Margaret Holloway", "Madrid"} <= set(found)
    assert "However" not in found
    assert "However" in surfaces(document, readers.spanish)


def test_readers_have_an_installed_model_read_its_language(
    readers: Readers, ruler_model: Path
) -> None:
    labelled = [("PERSON", "Margaret Holloway"), ("GPE", "Rabat"), ("ORG", "Iberfish")]
    install(ruler_model, "en_core_web_sm-3.8.0", labelled)
    document = document_of_lines(ARTICLES["en"])
    recognizer, language = readers.reader_of(document)
    assert language == "en"
    assert recognizer.model.startswith("en_core_web_sm-3.8.0+")
    recognition = recognizer.recognize(document)
    kinds = {document.text[m.start : m.end]: m.kind.value for m in recognition.mentions}
    assert kinds["Margaret Holloway"] == "person"
    assert kinds["Rabat"] == "place"
    assert kinds["Iberfish"] == "organization"
    assert recognition.model == recognizer.model
    assert readers.reader_of(document).recognizer is recognizer  # loaded once


def test_readers_go_on_where_a_foreign_model_is_broken(
    readers: Readers, told: list[ModelError], ruler_model: Path
) -> None:
    (install(ruler_model, "en_x-1.0", []) / "tokenizer").write_bytes(b"\x93garbage")
    document = document_of_lines(ARTICLES["en"])
    for _ in range(2):
        recognizer, language = readers.reader_of(document)
        assert (language, recognizer.model) == ("en", readers.spanish.model)
    assert [str(error).partition(" (")[0] for error in told] == [
        f"The model “en_x-1.0” in {models_folder() / 'en_x-1.0'} can't be loaded"
    ]


@pytest.mark.parametrize(
    ("text", "said", "wanted"),
    [
        ("Brussels talks", "en-GB", "en"),
        ("Brussels talks", "", ""),
        (ARTICLES["fr"], "es", "fr"),
    ],
)
def test_readers_believe_the_text_rather_than_what_is_said_of_it(
    readers: Readers, text: str, said: str, wanted: str
) -> None:
    document = replace(document_of_lines(text), language=said)
    assert readers.reader_of(document).language == wanted

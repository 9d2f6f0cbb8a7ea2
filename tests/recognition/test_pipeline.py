"""The whole of recognition with a ruler in the model's place."""

import subprocess
import sys
from collections.abc import Callable

import pytest

from reader.core.document import Block, Document
from reader.core.mentions import FoundBy, Kind, LinkedBy
from reader.recognition.choice import model_key
from reader.recognition.pipeline import LONGEST_PIECE, Recognizer, pieces


def test_recognizer_links_what_it_finds(
    make_document: Callable[[str], Document], make_recognizer: Callable[..., Recognizer]
) -> None:
    document = make_document("Serguéi Lavrov viajó a Moscú.\n\nAllí, Lavrov habló de Ucrania.")
    recognition = make_recognizer().recognize(document)
    found = [
        (document.text[m.start : m.end], m.kind, m.entity_id, m.found_by, m.linked_by)
        for m in recognition.mentions
    ]
    lavrov = "person:serguei-lavrov"
    assert found == [
        ("Serguéi Lavrov", Kind.PERSON, lavrov, FoundBy.MODEL, LinkedBy.NAME),
        ("Moscú", Kind.PLACE, "place:geonames:524901", FoundBy.MODEL, LinkedBy.NAME),
        ("Lavrov", Kind.PERSON, lavrov, FoundBy.MODEL, LinkedBy.PART),
        ("Ucrania", Kind.COUNTRY, "country:UA", FoundBy.LIST, LinkedBy.NAME),
    ]
    assert [e.name for e in recognition.entities] == ["Serguéi Lavrov", "Moscú", "Ucrania"]
    assert recognition.document_id == document.id
    assert recognition.complete


def test_recognizer_reads_across_a_wrapped_line(
    make_recognizer: Callable[..., Recognizer],
) -> None:
    text = "La Organización Mundial\ndel Grano (OMG) dijo."
    document = Document("x", "", text, (Block(0, len(text)),))
    recognition = make_recognizer().recognize(document)
    assert [text[m.start : m.end] for m in recognition.mentions] == [
        "Organización Mundial\ndel Grano", "OMG",
    ]  # fmt: skip
    assert [e.name for e in recognition.entities] == ["Organización Mundial del Grano"]


@pytest.mark.parametrize("text", ["", "  \n ", "sin nombres ni nada"])
def test_recognizer_finds_nothing_in_nothing(
    make_document: Callable[[str], Document],
    make_recognizer: Callable[..., Recognizer],
    text: str,
) -> None:
    recognition = make_recognizer().recognize(make_document(text))
    assert (recognition.mentions, recognition.entities) == ((), ())


@pytest.mark.parametrize(
    "odd", ["\ud83d", "\x00", "\ufeff", "\u2028", "\u200b", "👩‍👩‍👧", "e\u0301"]
)
def test_recognizer_bears_odd_characters(
    make_document: Callable[[str], Document], make_recognizer: Callable[..., Recognizer], odd: str
) -> None:
    document = make_document(f"Uno {odd} y dos. La guerra en Ucrania {odd} sigue.")
    recognition = make_recognizer().recognize(document)
    assert [document.text[m.start : m.end] for m in recognition.mentions] == ["Ucrania"]


@pytest.mark.parametrize(
    "text",
    ["Una frase corta. " * 3000, "palabra " * 6000, "a" * (3 * LONGEST_PIECE)],
    ids=["sentences", "no sentences", "no words"],
)
def test_pieces_cover_a_long_block(text: str) -> None:
    document = Document("x", "", text, (Block(0, len(text)),))
    cut = pieces(document, document.blocks[0])
    assert "".join(text[p.start : p.end] for p in cut) == text
    assert len(cut) > 1
    assert all(p.end - p.start <= LONGEST_PIECE for p in cut)


def test_pieces_break_between_sentences() -> None:
    text = "Una frase corta. " * 3000
    document = Document("x", "", text, (Block(0, len(text)),))
    first, *_ = pieces(document, document.blocks[0])
    assert text[: first.end].endswith(".")


def test_model_key_names_model_and_rules(ruler_model: object) -> None:
    assert model_key().startswith("es_reader_news-")
    assert "+" in model_key(str(ruler_model))


def test_recognition_keeps_spacy_out_of_the_window() -> None:
    code = (
        "import sys; import reader.recognition.service, reader.recognition.choice;"
        "reader.recognition.choice.model_key();"
        "bad = {'spacy', 'numpy', 'thinc', 'PySide6'} & set(sys.modules); assert not bad, bad"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr

"""Two models together: what the second one changes, and when it is asked."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from reader.core.document import Document
from reader.recognition.combined import combine, is_unsure
from reader.recognition.gazetteer import Gazetteer
from reader.recognition.model import import_spacy
from reader.recognition.pipeline import Recognizer
from reader.recognition.spans import BlockSpans, RawSpan

Names = list[tuple[str, str]]


def block_of(text: str, names: Names) -> BlockSpans:
    spans = (RawSpan(text.index(n), text.index(n) + len(n), label) for n, label in names)
    return BlockSpans(0, text, tuple(spans))


CASES: list[tuple[str, Names, Names, Names]] = [
    # A person of one common word wants confirmation; a surname needs none.
    ("Avanza el plan.", [("Avanza", "PER")], [], []),
    ("Avanza el plan.", [("Avanza", "PER")], [("Avanza", "LOC")], [("Avanza", "PER")]),
    ("Según Otxandategi, no.", [("Otxandategi", "PER")], [], [("Otxandategi", "PER")]),
    # A place that the lists don't know may be a person, one that they know isn't.
    ("Dijo Kiprotia.", [("Kiprotia", "LOC")], [("Kiprotia", "PER")], [("Kiprotia", "PER")]),
    ("Dijo Kiprotia.", [("Kiprotia", "LOC")], [("Kiprotia", "ORG")], [("Kiprotia", "LOC")]),
    ("Dijo Lugo.", [("Lugo", "LOC")], [("Lugo", "PER")], [("Lugo", "LOC")]),
    # What begins with a given name may be a person.
    ("Vi a Ana Kur.", [("Ana Kur", "ORG")], [("Ana Kur", "PER")], [("Ana Kur", "PER")]),
    # A place of several words may be an organization, one of one word is none.
    ("En Alto Foro.", [("Alto Foro", "LOC")], [("Alto Foro", "ORG")], [("Alto Foro", "ORG")]),
    ("En Foro.", [("Foro", "LOC")], [("Foro", "ORG")], [("Foro", "LOC")]),
    # Of what only the other finds, places of several words in capitals count.
    ("En Alto Foro.", [], [("Alto Foro", "LOC")], [("Alto Foro", "LOC")]),
    ("En Alto foro.", [], [("Alto foro", "LOC")], []),
    ("En Alto Foro.", [], [("Alto Foro", "PER")], []),
    ("En Alto Foro.", [("Foro", "ORG")], [("Alto Foro", "LOC")], [("Foro", "ORG")]),
]


@pytest.mark.parametrize(("text", "own", "others", "wanted"), CASES)
def test_combine_weighs_both_models(
    gazetteer: Gazetteer, text: str, own: Names, others: Names, wanted: Names
) -> None:
    combined = combine(block_of(text, own), block_of(text, others).spans, gazetteer)
    assert combined == block_of(text, wanted)


@pytest.mark.parametrize(("text", "own", "others", "wanted"), CASES)
def test_is_unsure_wherever_the_other_model_changes_anything(
    gazetteer: Gazetteer, text: str, own: Names, others: Names, wanted: Names
) -> None:
    if own != wanted:
        assert is_unsure(block_of(text, own), gazetteer)


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Nada que decir hoy.", []),
        ("Pedro Torres viajó a Lugo.", [("Pedro Torres", "PER"), ("Lugo", "LOC")]),
        ("La OMS calla.", [("OMS", "ORG")]),
    ],
)
def test_is_unsure_of_nothing_that_is_plain(gazetteer: Gazetteer, text: str, own: Names) -> None:
    assert not is_unsure(block_of(text, own), gazetteer)


def test_combine_keeps_reading_order(gazetteer: Gazetteer) -> None:
    text = "En Alto Foro dijo Otxandategi."
    combined = combine(
        block_of(text, [("Otxandategi", "PER")]),
        block_of(text, [("Alto Foro", "LOC")]).spans,
        gazetteer,
    )
    assert [s.label for s in combined.spans] == ["LOC", "PER"]


class Second:
    """A second model that notes what it is asked."""

    def __init__(self, names: Names) -> None:
        self.asked: list[str] = []
        self._nlp = import_spacy().blank("es")
        ruler = self._nlp.add_pipe("entity_ruler")
        ruler.add_patterns([{"label": label, "pattern": name} for name, label in names])

    def pipe(self, texts: Iterable[str], *, batch_size: int) -> Iterable[Any]:
        for text in texts:
            self.asked.append(text)
            yield self._nlp(text)


def test_recognizer_asks_the_second_model_only_where_it_is_unsure(
    make_recognizer: Callable[..., Recognizer],
    make_document: Callable[[str], Document],
    gazetteer: Gazetteer,
) -> None:
    nlp = make_recognizer([("LOC", "Kiprotia"), ("LOC", "Moscú")]).nlp
    second = Second([("Kiprotia", "PER"), ("Moscú", "PER")])
    recognizer = Recognizer(nlp, gazetteer, model="two", second=second)  # type: ignore[arg-type]
    document = make_document("Llegó a Moscú.\nHabló Kiprotia, la atleta.\nNada más.")
    mentions = recognizer.recognize(document).mentions
    assert [(document.text[m.start : m.end], m.kind.value) for m in mentions] == [
        ("Moscú", "place"), ("Kiprotia", "person"),
    ]  # fmt: skip
    assert second.asked == ["Habló Kiprotia, la atleta."]

"""Names in headlines of capitals: as the rest of the article writes them."""

from reader.core.mentions import Kind
from reader.recognition.detect import detect
from reader.recognition.gazetteer import Gazetteer
from tests.recognition.test_detect import blocks_of, named

BODY = ("Ayer la Brigada Andina detuvo a Tania Orbe en Lerma.",
        {"Brigada Andina": "ORG", "Tania Orbe": "PER", "Lerma": "LOC"})  # fmt: skip


def test_shouted_names_are_those_of_the_article(gazetteer: Gazetteer) -> None:
    title = "LA BRIGADA ANDINA HALLA ORO EN LERMA"
    found = detect(blocks_of((title, {"BRIGADA ANDINA HALLA ORO": "ORG"}), BODY), gazetteer)
    assert named(found)[:2] == [
        ("BRIGADA ANDINA", Kind.ORGANIZATION),
        ("LERMA", Kind.PLACE),
    ]


def test_shouted_names_of_people_stay_whole(gazetteer: Gazetteer) -> None:
    lines = ("CAE EN LERMA RITA ORBE", {"RITA ORBE": "PER"}), ("Según Orbe, no.", {"Orbe": "PER"})
    assert ("RITA ORBE", Kind.PERSON) in named(detect(blocks_of(*lines), gazetteer))


def test_shouted_names_are_no_labels(gazetteer: Gazetteer) -> None:
    found = detect(
        blocks_of(("CULTURA", {}), ("Ayer, Cultura calla.", {"Cultura": "ORG"})), gazetteer
    )
    assert [m.surface for m in found] == ["Cultura"]

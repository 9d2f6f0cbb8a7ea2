"""Nouns in front of a name that say what it is."""

import pytest

from reader.core.mentions import Kind
from reader.recognition.apposition import noun_says, said_behind

BODY, GROUND, PERSON = Kind.ORGANIZATION, Kind.PLACE, Kind.PERSON


@pytest.mark.parametrize(
    ("before", "kind", "said"),
    [
        ("según la organización ", PERSON, BODY),
        ("una planta de la empresa japonesa ", PERSON, BODY),
        ("la escuela «", PERSON, BODY),
        ("pastor de la iglesia ", GROUND, BODY),
        ("en la costa de ", PERSON, GROUND),
        ("las cooperativas de la comarca de ", PERSON, GROUND),
        ("el alcalde de ", PERSON, GROUND),
        ("el alcalde de ", BODY, None),  # "de Morena"
        ("en las inmediaciones de ", PERSON, GROUND),
        ("en el auditorio ", PERSON, GROUND),
        ("en el teatro ", PERSON, GROUND),
        ("la actriz de teatro ", PERSON, None),
        ("el ministro de ", PERSON, None),
        ("dijo ", PERSON, None),
        ("la empresa. ", PERSON, None),
        ("la empresa ", None, None),  # the model sees something else, as a work
    ],
)
def test_apposition_tells_the_kind(before: str, kind: Kind | None, said: Kind | None) -> None:
    assert noun_says(before + "Kuroda", len(before), kind) is said


@pytest.mark.parametrize(
    ("text", "name", "kind", "said"),
    [
        ("Brix, de 41 años, calla", "Brix", BODY, PERSON),
        ("Brix (41 años)", "Brix", GROUND, PERSON),
        ("BRIX y ZUR, mellizas, 9 años.", "ZUR", BODY, PERSON),
        ("Brix, de 41 años de historia", "Brix", BODY, None),
        ("Brix, fundada en 1902 por", "Brix", PERSON, BODY),
        ("Brix Oil, la empresa que perfora", "Brix Oil", PERSON, BODY),
        ("según Brix, la empresa. Después", "Brix", PERSON, None),
        ("Brix, un volcán submarino", "Brix", BODY, GROUND),
        ("Brix, al sur de Lugo", "Brix", PERSON, GROUND),
        ("Hospital Brix, al sur de Lugo", "Hospital Brix", BODY, None),
        ("en el Brenda Ferrer jugó", "Brenda Ferrer", PERSON, GROUND),
        ("con Brenda Ferrer jugó", "Brenda Ferrer", PERSON, None),
        ("Brix, de 41 años", "Brix", None, None),
    ],
)
def test_apposition_behind_tells_the_kind(
    text: str, name: str, kind: Kind | None, said: Kind | None
) -> None:
    start = text.index(name)
    assert said_behind(text, start, start + len(name), kind) is said


def test_apposition_leaves_a_well_known_place_alone() -> None:
    text = "Ambato, fundada en 1698"
    assert said_behind(text, 0, 6, GROUND, listed=True) is None

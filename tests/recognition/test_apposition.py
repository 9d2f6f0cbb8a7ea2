"""Nouns in front of a name that say what it is."""

import pytest

from reader.core.mentions import Kind
from reader.recognition.apposition import noun_says

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
        ("el ministro de ", PERSON, None),
        ("dijo ", PERSON, None),
        ("la empresa. ", PERSON, None),
        ("la empresa ", None, None),  # the model sees something else, as a work
    ],
)
def test_apposition_tells_the_kind(before: str, kind: Kind | None, said: Kind | None) -> None:
    assert noun_says(before + "Kuroda", len(before), kind) is said

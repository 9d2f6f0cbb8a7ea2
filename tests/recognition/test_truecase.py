"""Texts typed without capitals or accents."""

import pytest

from reader.recognition.gazetteer import Gazetteer
from reader.recognition.pipeline import gazetteer_folder
from reader.recognition.truecase import lacks_accents, lacks_capitals, truecased, with_accents


@pytest.fixture(scope="module")
def lists() -> Gazetteer:
    return Gazetteer.from_folder(gazetteer_folder())


HURRIED = "vecinos piden agua. el alcalde dijo que no hay. la frontera sigue cerrada. nadie viene."
PROPER = "Los vecinos piden agua. El alcalde dijo que no hay. La frontera sigue cerrada."


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        (HURRIED, True),
        (PROPER, False),
        ("Escriben desde venezuela. Otros llegan de bogotá y se quedan.", True),
        ("Un solo nombre, venezuela, es un descuido.", False),
        ("La china dejó la cuba en la sala y el chile en la mesa.", False),
        ("Más en elpais.com/venezuela, @colombia y #bogotá.", False),
        ("", False),
    ],
)
def test_truecase_notices_missing_capitals(text: str, lacks: bool, lists: Gazetteer) -> None:
    assert lacks_capitals(text, lists) is lacks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("viene de cucuta y de buenos aires.", "Viene de Cucuta y de Buenos Aires."),
        ("el gobernador castro y doña jacinta pérez", "El gobernador Castro y doña Jacinta Pérez"),
        ("la onu manda arroz a estados unidos", "La ONU manda arroz a Estados Unidos"),
        ("el chile sube en chile y la china llora", "El chile sube en Chile y la china llora"),
        ("ayer. hoy. mañana.", "Ayer. Hoy. Mañana."),
    ],
)
def test_truecase_gives_names_their_capitals(text: str, expected: str, lists: Gazetteer) -> None:
    assert truecased(text, lists) == expected


def test_truecase_keeps_the_length(lists: Gazetteer) -> None:
    text = "ßtraße ŉo. ﬁn de la ǆungla. i̇stanbul y cúcuta. \u2028 en méxico"

    assert len(truecased(text, lists)) == len(text)
    assert len(with_accents(text, lists)) == len(text)


def test_truecase_notices_missing_accents() -> None:
    text = "El alcalde explico ayer que la construccion del puente empezara despues del sabado. "

    assert lacks_accents(text * 10)
    assert not lacks_accents(text.replace("explico", "explicó").replace("sabado", "sábado") * 10)
    assert not lacks_accents(text)  # too little to tell


def test_truecase_gives_words_their_accents(lists: Gazetteer) -> None:
    text = "La Policia dijo que despues de la reunion el publico y el pais esperan. Esta bien."

    assert with_accents(text, lists) == (
        "La Policía dijo que después de la reunión el publico y el país esperan. Esta bien."
    )

"""Towns that play: as rivals, as subjects, in tables; and what stays a place or a person."""

import pytest

from reader.core.mentions import Kind
from reader.recognition.detect import detect
from reader.recognition.gazetteer import Gazetteer
from tests.recognition.test_detect import blocks_of

ABOUT = " El delantero marcó dos goles, el portero paró un penalti y la afición aplaudió al equipo."
"""Words that make an article one of sport."""


def kinds(gazetteer: Gazetteer, text: str, **names: str) -> list[str]:
    """Return "name KIND" for what is found; `names` has the model's labels."""
    found = detect(blocks_of((text, names)), gazetteer)
    return [f"{m.surface} {m.kind}" for m in found]


@pytest.mark.parametrize(
    ("text", "name", "label", "kind"),
    [
        ("Ayer goleó a Soria por 4-0.", "Soria", "LOC", "organization"),
        ("Soria empató en casa.", "Soria", "LOC", "organization"),
        ("El visitante cayó 3-1 ante Palencia.", "Palencia", "LOC", "organization"),
        ("Los hinchas de Palencia cantaron.", "Palencia", "LOC", "organization"),
        ("En Soria empató el visitante.", "Soria", "LOC", "place"),
        ("El alcalde de Soria perdió la voz.", "Soria", "LOC", "place"),
        ("Ayer goleó a Croacia por 4-0.", "Croacia", "LOC", "country"),
        ("Cayó ante Zubiaga en dos horas.", "Zubiaga", "PER", "person"),
        ("Empató con Zubiaga en casa.", "Zubiaga", "PER", "organization"),
    ],
)
def test_teams_are_towns_that_play(
    gazetteer: Gazetteer, text: str, name: str, label: str, kind: str
) -> None:
    assert f"{name} {kind}" in kinds(gazetteer, text + ABOUT, **{name: label})


def test_teams_need_an_article_of_sport(gazetteer: Gazetteer) -> None:
    text = "Soria ganó a Palencia el pleito del agua."
    assert kinds(gazetteer, text, Soria="LOC", Palencia="LOC") == ["Soria place", "Palencia place"]


def test_teams_stand_in_rows_of_tables(gazetteer: Gazetteer) -> None:
    rows = ["1. Soria 40", "2. El Ferrol 38", "[…]", "8. U. de Lugo 20", "9. Croacia 11"]
    found = detect(blocks_of((ABOUT, {}), *((row, {}) for row in rows)), gazetteer)
    assert [(m.surface, m.kind) for m in found] == [
        ("Soria", Kind.ORGANIZATION), ("El Ferrol", Kind.ORGANIZATION),
        ("U. de Lugo", Kind.ORGANIZATION), ("Croacia", Kind.COUNTRY),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        ["Soria 4", "Lugo 8", "Ávila 12", "Huesca 16"],
        ["Soria 40", "Lugo 38", "Ávila 20"],
    ],
)
def test_teams_tables_are_long_and_go_down(gazetteer: Gazetteer, rows: list[str]) -> None:
    found = detect(blocks_of((ABOUT, {}), *((row, {}) for row in rows)), gazetteer)
    assert not [m for m in found if m.kind is Kind.ORGANIZATION]


def test_teams_stand_in_results_of_one_paragraph(gazetteer: Gazetteer) -> None:
    text = "RESULTADOS. Soria, 29; Lugo, 27. Ávila, 22; Huesca, 31."
    assert {k.split()[1] for k in kinds(gazetteer, text + ABOUT)} == {"organization"}

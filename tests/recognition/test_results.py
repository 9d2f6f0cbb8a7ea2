"""Teams beside the scores of a match, whatever the model takes them for."""

import pytest

from reader.core.mentions import Kind
from reader.recognition.article import Article
from reader.recognition.gazetteer import Gazetteer
from reader.recognition.pipeline import gazetteer_folder
from reader.recognition.results import with_results
from reader.recognition.spans import Found


@pytest.fixture(scope="module")
def lists() -> Gazetteer:
    return Gazetteer.from_folder(gazetteer_folder())


NOBODY = Article(frozenset(), frozenset(), frozenset(), frozenset())
TEAM, STATE = Kind.ORGANIZATION, Kind.COUNTRY


@pytest.mark.parametrize(
    ("text", "teams"),
    [
        ("Empoli - Atalanta, 0-5", [("Empoli", TEAM), ("Atalanta", TEAM)]),
        ("Como-Nápoles, 2-1 (0-1)", [("Como", TEAM), ("Nápoles", TEAM)]),
        ("Utah Jazz, 133 - Miami Heat, 131", [("Utah Jazz", TEAM), ("Miami Heat", TEAM)]),
        ("Perú 1-2 Chile", []),
        ("España - Italia, 2-1", [("España", STATE), ("Italia", STATE)]),
        ("1. Inter, 57. 2. Roma, 56. 3. Lecce, 54.",
         [("Inter", TEAM), ("Roma", TEAM), ("Lecce", TEAM)]),
        ("1. Tadej Ruiz, 4:31.20. 2. Ion Bel, 4:31. 3. Max Ott, 4:32.", []),
        ("Ferrer-Nadal, 6-4, 6-3", []),
        ("Vuelo Madrid-Lisboa, 2 horas", []),
        ("El acuerdo Moscú-Pekín de 2001-2002", []),
    ],
)  # fmt: skip
def test_results_are_of_teams(text: str, teams: list[tuple[str, Kind]], lists: Gazetteer) -> None:
    found = with_results(text, [], 7, lists, NOBODY)

    assert [(m.surface, m.kind) for m in found] == teams
    assert all(text[m.start - 7 : m.end - 7] == m.surface for m in found)


def test_results_leave_people_alone(lists: Gazetteer) -> None:
    text = "Solís-Mareco, 1-0"
    named = Article(frozenset(), frozenset(), frozenset({"Solís", "Mareco"}), frozenset())
    people = [Found(0, 5, "Solís", Kind.PERSON), Found(6, 12, "Mareco", Kind.PERSON)]

    assert with_results(text, people, 0, lists, named) == people


def test_results_split_what_the_model_joined(lists: Gazetteer) -> None:
    text = "Inter - Génova, 1-0"
    joined = [Found(0, 14, "Inter - Génova", Kind.ORGANIZATION)]

    assert [m.surface for m in with_results(text, joined, 0, lists, NOBODY)] == ["Inter", "Génova"]


def test_results_name_those_who_scored(lists: Gazetteer) -> None:
    text = "Arsenal - West Ham, 2-1 (Bowen 2; Asensio, min. 88 y Ruiz)"

    found = with_results(text, [], 0, lists, NOBODY)

    assert [m.surface for m in found if m.kind is Kind.PERSON] == ["Bowen", "Asensio", "Ruiz"]


def test_results_take_a_team_from_the_people(lists: Gazetteer) -> None:
    text = "Utah Jazz, 133 - Miami Heat, 131"
    taken = [Found(0, 9, "Utah Jazz", Kind.PERSON)]

    assert with_results(text, taken, 0, lists, NOBODY)[0].kind is TEAM

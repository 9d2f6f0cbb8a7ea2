import pytest

from reader.core.entities import Entity, normalize_name
from reader.core.mentions import Kind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Serguéi Lavrov", "SERGUEI  LAVROV"),
        ("EE. UU.", "EE UU"),
        ("Peña", "PEÑA"),
        ("Müller", "muller"),
        ("Peña", "Pen\u0303a"),
    ],
)
def test_entities_normalize_folds_spellings_of_one_name(one: str, other: str) -> None:
    assert normalize_name(one) == normalize_name(other)


@pytest.mark.parametrize(("one", "other"), [("Peña", "Pena"), ("Niño", "Nino"), ("Ana", "Anna")])
def test_entities_normalize_keeps_other_names_apart(one: str, other: str) -> None:
    assert normalize_name(one) != normalize_name(other)


def test_entities_only_countries_have_a_country_code() -> None:
    codes = {"iso3166": "KP"}
    assert Entity("a", "Corea del Norte", Kind.COUNTRY, identifiers=codes).country_code == "KP"
    assert Entity("b", "Pyongyang", Kind.PLACE, identifiers=codes).country_code is None

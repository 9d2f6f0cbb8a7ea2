"""The gazetteer: what names mean."""

import time

import pytest

from reader.core.mentions import Kind
from reader.recognition.gazetteer import Gazetteer
from reader.recognition.pipeline import gazetteer_folder


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Corea del Norte", "KP"),
        ("República Popular Democrática de Corea", "KP"),
        ("Federación de Rusia", "RU"),
        ("Estados Unidos de América", "US"),
        ("EE. UU.", "US"),
        ("EE.UU.", "US"),
        ("EEUU", "US"),
        ("Gran Bretaña", "GB"),
        ("Birmania", "MM"),
        ("Myanmar", "MM"),
        ("República Checa", "CZ"),
        ("Chequia", "CZ"),
        ("Holanda", "NL"),
        ("Costa de Marfil", "CI"),
        ("Guinea-Bisáu", "GW"),
        ("el Líbano", "LB"),
        ("Arabia Saudita", "SA"),
        ("Kosovo", "XK"),
        ("Taiwán", "TW"),
        ("Palestina", "PS"),
        ("Méjico", "MX"),
        ("México", "MX"),
    ],
)
def test_gazetteer_knows_states_by_their_names(gazetteer: Gazetteer, name: str, code: str) -> None:
    place = gazetteer.likeliest(name)
    assert place is not None
    assert (place.id, place.kind, place.country) == (f"country:{code}", Kind.COUNTRY, code)


@pytest.mark.parametrize("name", ["URSS", "Unión Soviética", "Yugoslavia", "Checoslovaquia", "RDA"])
def test_gazetteer_gives_former_states_no_code(gazetteer: Gazetteer, name: str) -> None:
    place = gazetteer.likeliest(name)
    assert place is not None
    assert place.kind is Kind.COUNTRY
    assert "iso3166" not in place.identifiers


def test_gazetteer_names_every_state_as_cldr_does(gazetteer: Gazetteer) -> None:
    names = {"Corea del Norte": "KP", "Chequia": "CZ", "Países Bajos": "NL", "Suazilandia": "SZ"}
    found = {name: gazetteer.likeliest(name) for name in names}
    assert {place.country for place in found.values() if place} == set(names.values())
    swaziland = found["Suazilandia"]
    assert swaziland is not None
    assert swaziland.name == "Esuatini"


@pytest.mark.parametrize(
    ("name", "geonames", "country"),
    [
        ("Moscú", "524901", "RU"),
        ("Pyongyang", "1871859", "KP"),
        ("Kursk", "538560", "RU"),
        ("Pekín", "1816670", "CN"),
        ("Nueva York", "5128581", "US"),
        ("Londres", "2643743", "GB"),
        ("La Habana", "3553478", "CU"),
        ("Bilbao", "3128026", "ES"),
    ],
)
def test_gazetteer_gives_cities_their_geonames_id(
    gazetteer: Gazetteer, name: str, geonames: str, country: str
) -> None:
    place = gazetteer.likeliest(name)
    assert place is not None
    assert place.id == f"place:geonames:{geonames}"
    assert place.identifiers["country"] == country
    latitude, longitude = map(float, place.coordinates.split(","))
    assert -90 <= latitude <= 90
    assert -180 <= longitude <= 180


@pytest.mark.parametrize(
    "name", ["Occidente", "Asia", "Oriente Medio", "América Latina", "Galicia"]
)
def test_gazetteer_knows_regions(gazetteer: Gazetteer, name: str) -> None:
    place = gazetteer.likeliest(name)
    assert place is not None
    assert place.kind is Kind.PLACE
    assert place.listed


@pytest.mark.parametrize("name", ["Según", "Lavrov", "", "ee", "García-Margallo"])
def test_gazetteer_knows_nothing_of_other_words(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.lookup(name) == ()


@pytest.mark.parametrize(("written", "known"), [("USA", True), ("usa", False), ("Usa", False)])
def test_gazetteer_wants_abbreviations_in_capitals(
    gazetteer: Gazetteer, written: str, known: bool
) -> None:
    place = gazetteer.likeliest(written)
    assert (place is not None and place.id == "country:US") is known


@pytest.mark.parametrize("name", ["Granada", "Victoria", "Santiago", "Florencia", "Reunión"])
def test_gazetteer_is_not_sure_of_ambiguous_names(gazetteer: Gazetteer, name: str) -> None:
    assert not any(place.safe for place in gazetteer.lookup(name))


def test_gazetteer_takes_granada_for_the_city(gazetteer: Gazetteer) -> None:
    place = gazetteer.likeliest("Granada")
    assert place is not None
    assert place.kind is Kind.PLACE


def test_gazetteer_loads_in_a_blink() -> None:
    times: list[float] = []
    for _ in range(3):
        started = time.perf_counter()
        Gazetteer.from_folder(gazetteer_folder()).lookup("Moscú")
        times.append(time.perf_counter() - started)
    assert min(times) < 0.1  # 15 ms on an idle machine


def test_gazetteer_is_small() -> None:
    assert sum(path.stat().st_size for path in gazetteer_folder().iterdir()) < 3_000_000


@pytest.mark.parametrize(
    ("word", "common"),
    [("Dijeron", True), ("dijeron", True), ("Árbol", True), ("Zurita", False), ("García", False)],
)
def test_gazetteer_knows_common_words(gazetteer: Gazetteer, word: str, common: bool) -> None:
    assert gazetteer.is_common_word(word) is common


@pytest.mark.parametrize(
    ("word", "starts"), [("República", True), ("PERÚ", True), ("peru", True), ("Zzurita", False)]
)
def test_gazetteer_knows_what_names_begin_with(
    gazetteer: Gazetteer, word: str, starts: bool
) -> None:
    assert gazetteer.starts(word) is starts


@pytest.mark.parametrize("word", ["Indicó", "Quitó", "Asía"])
def test_gazetteer_takes_no_other_word_for_a_name(gazetteer: Gazetteer, word: str) -> None:
    assert gazetteer.likeliest(word) is None


@pytest.mark.parametrize("word", ["Indico", "Índico", "Quito", "Asia", "ÍNDICO", "Adriático"])
def test_gazetteer_knows_a_name_with_and_without_its_accent(
    gazetteer: Gazetteer, word: str
) -> None:
    assert gazetteer.likeliest(word) is not None

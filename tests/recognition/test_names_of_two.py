"""The built-in model and the rules on names that two bear: people, clubs, states and cities."""

import pytest

from reader.core.mentions import Kind
from reader.recognition.pipeline import Recognizer
from tests.lines import document_of_lines

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def recognizer() -> Recognizer:
    return Recognizer.from_model()


def read(recognizer: Recognizer, text: str) -> list[tuple[str, str]]:
    """Return each mention but demonyms with its entity; "/" parts the text's paragraphs."""
    document = document_of_lines(text.replace(" / ", "\n"))
    return [
        (document.text[m.start : m.end], m.entity_id)
        for m in recognizer.recognize(document).mentions
        if m.kind is not Kind.DEMONYM
    ]


def entities_of(recognizer: Recognizer, text: str, name: str) -> list[str]:
    """Return the entities of a name's mentions, in their order."""
    return [entity for surface, entity in read(recognizer, text) if surface == name]


@pytest.mark.parametrize(
    ("text", "short", "person", "times"),
    [
        ("Andrés Manuel López Obrador (AMLO) inauguró un puente en Tabasco. Según AMLO, resistirá.",
         "AMLO", "andres-manuel-lopez-obrador", 2),
        ("AMLO (Andrés Manuel López Obrador) cenó en Oaxaca. / A las once, AMLO se fue.",
         "AMLO", "andres-manuel-lopez-obrador", 2),
        ("Andrés Manuel López Obrador cenó en Oaxaca. / A las once, AMLO se fue.",
         "AMLO", "andres-manuel-lopez-obrador", 1),
        ("La congresista Alexandria Ocasio-Cortez (AOC) pidió la palabra. / AOC no la obtuvo.",
         "AOC", "alexandria-ocasio-cortez", 2),
        ("El príncipe heredero Mohamed bin Salmán (MBS) llegó a Riad. Le pidieron a MBS más crudo.",
         "MBS", "mohamed-bin-salman", 2),
        ("Cristina Fernández de Kirchner («CFK») volvió a Rosario. Quien vota a CFK, repite.",
         "CFK", "cristina-fernandez-de-kirchner", 2),
    ],
)  # fmt: skip
def test_initials_beside_a_full_name_are_that_persons(
    recognizer: Recognizer, text: str, short: str, person: str, times: int
) -> None:
    assert entities_of(recognizer, text, short) == [f"person:{person}"] * times


@pytest.mark.parametrize(
    ("text", "short", "kind"),
    [
        ("El diputado Pablo Rivas Duarte (PRD) dimitió.", "PRD", "organization"),
        ("La Organización Mundial del Comercio (OMC) avisó a Olga María Cruz.", "OMC",
         "organization"),
        ("El senador Luis Prieto (MORENA) calló.", "MORENA", "organization"),
    ],
)  # fmt: skip
def test_initials_of_an_organization_stay_its_own(
    recognizer: Recognizer, text: str, short: str, kind: str
) -> None:
    found = entities_of(recognizer, text, short)
    assert [entity.partition(":")[0] for entity in found] == [kind]


AMERICA_PLACE, AMERICA_CLUB = "place:america", "organization:america"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("América ganó 3-0 a Toluca y encabeza la Liga MX.", [AMERICA_CLUB]),
        ("El América ganó a Toluca. América es líder.", [AMERICA_CLUB, AMERICA_CLUB]),
        ("El club América fichó a un portero.", [AMERICA_CLUB]),
        ("El técnico del América habló. En América hay otros clubes.",
         [AMERICA_CLUB, AMERICA_PLACE]),
        ("Cruz Azul cayó 0-2 ante América en el descuento.", [AMERICA_CLUB]),
        ("En América nieva en enero y en julio.", [AMERICA_PLACE]),
        ("Los países de América votaron; América pide vacunas.", [AMERICA_PLACE, AMERICA_PLACE]),
        ("Colón llegó a América sin saberlo.", [AMERICA_PLACE]),
    ],
)  # fmt: skip
def test_america_is_the_club_where_it_plays(
    recognizer: Recognizer, text: str, wanted: list[str]
) -> None:
    assert entities_of(recognizer, text, "América") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("El América de Cali presentó su camiseta.", ("América de Cali", "organization")),
        ("Lo echaron del América de Quito en mayo.", ("América de Quito", "organization")),
        ("La pobreza crece en América Latina.", ("América Latina", "place")),
        ("El barco dio la vuelta a las Américas.", ("Américas", "place")),
    ],
)
def test_longer_names_with_america_are_a_clubs_or_a_places(
    recognizer: Recognizer, text: str, wanted: tuple[str, str]
) -> None:
    found = [(name, entity.partition(":")[0]) for name, entity in read(recognizer, text)]
    assert found == [wanted]


@pytest.mark.parametrize(
    ("text", "name", "wanted"),
    [
        ("Soria venció 2-1 a Huesca.", "Huesca", "organization"),
        ("Soria perdió 20-30 autobuses.", "Soria", "place"),
        ("El Toluca recibe a Puebla el sábado.", "Puebla", "organization"),
        ("El alcalde recibe a Soria entera.", "Soria", "place"),
    ],
)
def test_towns_beside_a_score_or_a_club_are_teams_in_any_article(
    recognizer: Recognizer, text: str, name: str, wanted: str
) -> None:
    assert [e.partition(":")[0] for e in entities_of(recognizer, text, name)] == [wanted]


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("El presidente de Congo-Brazzaville aterrizó tarde.", "Congo-Brazzaville", "CG"),
        ("Congo-Kinsasa cerró la frontera.", "Congo-Kinsasa", "CD"),
        ("Las minas de Congo-Kinshasa no paran.", "Congo-Kinshasa", "CD"),
        ("El virus avanza en la RD del Congo.", "RD del Congo", "CD"),
        ("La RDC acusa a Ruanda.", "RDC", "CD"),
        ("La RD Congo acusa a Ruanda.", "RD Congo", "CD"),
    ],
)
def test_both_congos_are_known_by_all_their_names(
    recognizer: Recognizer, text: str, name: str, code: str
) -> None:
    states = [(n, e) for n, e in read(recognizer, text) if e != "country:RW"]
    assert states == [(name, f"country:{code}")]


def test_a_flight_between_two_places_is_still_parted(recognizer: Recognizer) -> None:
    found = read(recognizer, "El eje Berlín-París se rompe y el vuelo Rusia-Cuba sale hoy.")
    assert [name for name, _ in found] == ["Berlín", "París", "Rusia", "Cuba"]


VALLARTA = "person:israel-vallarta"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Israel Vallarta fue detenido en un rancho. Según Israel, nadie le leyó sus derechos.",
         [VALLARTA]),
        ("Israel Vallarta salió libre. / Israel contó su historia a la prensa.", [VALLARTA]),
        ("Israel Vallarta salió libre. / El Gobierno de Israel calla y en Israel llueve.",
         ["country:IL", "country:IL"]),
        ("Israel Vallarta salió libre. / Israel bombardeó anoche Gaza.", ["country:IL"]),
        ("Israel firmó la tregua con Hamás.", ["country:IL"]),
    ],
)  # fmt: skip
def test_israel_is_a_man_or_a_state(recognizer: Recognizer, text: str, wanted: list[str]) -> None:
    assert entities_of(recognizer, text, "Israel") == wanted


@pytest.mark.parametrize(
    "name", ["Israel Vallarta", "Israel Toledo", "India Navarro", "América Ferrera"]
)
def test_people_christened_after_a_state_are_people(recognizer: Recognizer, name: str) -> None:
    first, last = name.split()
    text = f"{name} llegó tarde a la audiencia."
    assert read(recognizer, text) == [
        (name, f"person:{first.lower().replace('é', 'e')}-{last.lower()}")
    ]


@pytest.mark.parametrize("name", ["México, D. F.", "México, D.F.", "México D. F.", "México, DF"])
@pytest.mark.parametrize("text", ["Se firmó en {}", "Vive en {}, desde niña.", "De {} a Lima."])
def test_mexico_d_f_is_the_city(recognizer: Recognizer, name: str, text: str) -> None:
    found = read(recognizer, text.format(name))
    assert found[0] == (name, "place:geonames:3530597")
    assert [n for n, _ in found[1:]] == (["Lima"] if "Lima" in text else [])


def test_what_a_minister_speaks_of_is_no_portfolio(recognizer: Recognizer) -> None:
    found = read(recognizer, "La ministra habló de Iberdrola. El ministro de Defensa calló.")
    assert found == [("Iberdrola", "organization:iberdrola")]


@pytest.mark.parametrize(("name", "code"), [("Dominica", "DM"), ("Jersey", "JE")])
def test_states_called_like_other_things_are_known_by_their_government(
    recognizer: Recognizer, name: str, code: str
) -> None:
    text = f"El Gobierno de {name} aprobó las cuentas."
    assert read(recognizer, text) == [(name, f"country:{code}")]

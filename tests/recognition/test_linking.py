"""Linking: which entity a mention means."""

import re

import pytest

from reader.core.entities import Entity
from reader.core.mentions import ENTITY_KINDS, Kind, LinkedBy
from reader.recognition.acronyms import is_acronym_of
from reader.recognition.gazetteer import Gazetteer
from reader.recognition.groups import slug
from reader.recognition.linking import link
from reader.recognition.spans import Found

PERSON, COUNTRY, PLACE, ORGANIZATION = ENTITY_KINDS


def linked(
    gazetteer: Gazetteer, text: str, *names: tuple[str, Kind]
) -> tuple[list[tuple[str, LinkedBy]], dict[str, Entity]]:
    """Return entity id and reason for the names, which stand in the text in this order."""
    found: list[Found] = []
    position = 0
    for name, kind in names:
        position = text.index(name, position)
        found.append(Found(position, position + len(name), name, kind))
        position += len(name)
    mentions, entities = link(text, found, gazetteer)
    return [(m.entity_id, m.linked_by) for m in mentions], {e.id: e for e in entities}


def test_link_joins_official_and_common_names(gazetteer: Gazetteer) -> None:
    text = "Corea del Norte, o República Popular Democrática de Corea"
    ids, entities = linked(
        gazetteer, text, ("Corea del Norte", COUNTRY),
        ("República Popular Democrática de Corea", COUNTRY),
    )  # fmt: skip
    assert ids == [("country:KP", LinkedBy.NAME), ("country:KP", LinkedBy.ALIAS)]
    country = entities["country:KP"]
    assert country.name == "Corea del Norte"
    assert country.country_code == "KP"
    assert "República Popular Democrática de Corea" in country.aliases


def test_link_joins_surname_first_name_and_full_name(gazetteer: Gazetteer) -> None:
    text = "José Luis Rodríguez Zapatero. Rodríguez Zapatero. Zapatero. José Luis."
    names = ["José Luis Rodríguez Zapatero", "Rodríguez Zapatero", "Zapatero", "José Luis"]
    ids, entities = linked(gazetteer, text, *((name, PERSON) for name in names))
    assert {known for known, _ in ids} == {"person:jose-luis-rodriguez-zapatero"}
    assert [reason for _, reason in ids] == [LinkedBy.NAME, *[LinkedBy.PART] * 3]
    assert entities["person:jose-luis-rodriguez-zapatero"].aliases == tuple(names[1:])


def test_link_does_not_guess_between_two_people(gazetteer: Gazetteer) -> None:
    text = "Ana Torres y Pedro Torres. Torres calló."
    ids, _ = linked(
        gazetteer, text, ("Ana Torres", PERSON), ("Pedro Torres", PERSON), ("Torres", PERSON)
    )
    assert [known for known, _ in ids] == [
        "person:ana-torres", "person:pedro-torres", "person:?torres",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind", "joined"),
    [
        ("Nordwind Airlines; Nordwind", ORGANIZATION, True),
        ("La Línea de la Concepción; La Línea", PLACE, True),
        ("Partido Verde Andino; Partido", ORGANIZATION, True),
        ("Gran Acuario del Norte; Gran", ORGANIZATION, False),
        ("Tribunal de Cuentas de Soria; Tribunal", ORGANIZATION, True),
        ("Tribunal de Lleida; Tribunal de Soria; Tribunal", ORGANIZATION, False),
        ("Real Betanzos; Betanzos", ORGANIZATION, True),
        ("Tarazona FC; Tarazona", ORGANIZATION, True),
        ("Ministerio de Igualdad; Igualdad", ORGANIZATION, True),
        ("Secretaría de la Mujer; Mujer", ORGANIZATION, True),
        ("Rosario de la Frontera; Rosario", PLACE, True),
        ("Ciudad Guzmán; Guzmán", PLACE, True),
        ("Lima del Campo; Lima", PLACE, False),
        ("Naviera Sol; Naviera Mar; Naviera", ORGANIZATION, False),
        ("Toledo Norte; Toledo", PLACE, False),
    ],
)
def test_link_joins_how_a_name_begins(
    gazetteer: Gazetteer, text: str, kind: Kind, joined: bool
) -> None:
    ids, _ = linked(gazetteer, text, *((name, kind) for name in text.split("; ")))
    assert (ids[-1] == (ids[0][0], LinkedBy.SHORT_FORM)) is joined


def test_link_folds_case_and_accents_but_not_ñ(gazetteer: Gazetteer) -> None:
    text = "Vladímir Peña, Vladimir Peña, VLADIMIR PEÑA, Vladimir Pena"
    ids, entities = linked(gazetteer, text, *((n, PERSON) for n in text.split(", ")))
    assert [known for known, _ in ids] == [*["person:vladimir-peña"] * 3, "person:vladimir-pena"]
    assert entities["person:vladimir-peña"].name == "Vladímir Peña"


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("la Oficina del Grano del Atlántico Norte (OGAN) dijo",
         "Oficina del Grano del Atlántico Norte", "OGAN"),
        ("el PSLV (Partido Socialista Local Villano) dijo",
         "PSLV", "Partido Socialista Local Villano"),
        ("el Banco Agrario Andino («BAA») dijo", "Banco Agrario Andino", "BAA"),
    ],
)  # fmt: skip
def test_link_joins_an_acronym_with_its_name(
    gazetteer: Gazetteer, text: str, first: str, second: str
) -> None:
    ids, entities = linked(gazetteer, text, (first, ORGANIZATION), (second, ORGANIZATION))
    assert len(entities) == 1
    entity = next(iter(entities.values()))
    assert entity.name == max(first, second, key=len)
    assert entity.aliases == (min(first, second, key=len),)
    assert {reason for _, reason in ids} == {LinkedBy.NAME, LinkedBy.ACRONYM}


def test_link_knows_the_acronyms_of_the_lists(gazetteer: Gazetteer) -> None:
    text = "la OTAN, u Organización del Tratado del Atlántico Norte, y la ONU"
    ids, entities = linked(
        gazetteer, text, ("OTAN", ORGANIZATION),
        ("Organización del Tratado del Atlántico Norte", ORGANIZATION), ("ONU", ORGANIZATION),
    )  # fmt: skip
    assert ids == [
        ("organization:otan", LinkedBy.NAME),
        ("organization:otan", LinkedBy.ALIAS),
        ("organization:onu", LinkedBy.NAME),
    ]
    assert entities["organization:onu"].aliases == ("Organización de las Naciones Unidas",)


def test_link_leaves_brackets_that_are_no_acronym(gazetteer: Gazetteer) -> None:
    text = "el Ayuntamiento de Toledo (PP) dijo"
    _, entities = linked(
        gazetteer, text, ("Ayuntamiento de Toledo", ORGANIZATION), ("PP", ORGANIZATION)
    )
    assert set(entities) == {"organization:ayuntamiento-de-toledo", "organization:partido-popular"}


@pytest.mark.parametrize(
    ("short", "full", "is_one"),
    [
        ("OTAN", "Organización del Tratado del Atlántico Norte", True),
        ("ONU", "Organización de las Naciones Unidas", True),
        ("ANATEL", "Agencia Nacional de Telecomunicaciones", True),
        ("Renfe", "Red Nacional de los Ferrocarriles Españoles", False),
        ("FMI", "Banco Mundial", False),
        ("PP", "Partido Popular", True),
        ("Otan", "Organización del Tratado del Atlántico Norte", False),
    ],
)
def test_is_acronym_of_reads_the_starts_of_words(short: str, full: str, is_one: bool) -> None:
    assert is_acronym_of(short, full) is is_one


@pytest.mark.parametrize(
    ("text", "names", "wanted"),
    [
        ("En Argentina, Córdoba crece.", [("Argentina", COUNTRY), ("Córdoba", PLACE)], "AR"),
        ("En España, Córdoba crece.", [("España", COUNTRY), ("Córdoba", PLACE)], "ES"),
        ("Mérida, en Venezuela.", [("Mérida", PLACE), ("Venezuela", COUNTRY)], "VE"),
    ],
)
def test_link_prefers_the_city_of_a_country_that_is_named(
    gazetteer: Gazetteer, text: str, names: list[tuple[str, Kind]], wanted: str
) -> None:
    _, entities = linked(gazetteer, text, *names)
    (city,) = (e for e in entities.values() if e.kind is PLACE)
    assert city.identifiers["country"] == wanted


def test_link_gives_places_their_facts(gazetteer: Gazetteer) -> None:
    _, entities = linked(gazetteer, "en Pyongyang", ("Pyongyang", PLACE))
    identifiers = dict(entities["place:geonames:1871859"].identifiers)
    assert identifiers == {"geonames": "1871859", "coordinates": "39.03,125.75", "country": "KP"}


def test_link_gives_unknown_places_an_id_of_their_name(gazetteer: Gazetteer) -> None:
    _, entities = linked(gazetteer, "en Villaseca del Monte", ("Villaseca del Monte", PLACE))
    assert set(entities) == {"place:villaseca-del-monte"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Serguéi Lavrov", "serguei-lavrov"),
        ("EE. UU.", "ee-uu"),
        ("Peña", "peña"),
        ("Łódź", "łodz"),
    ],
)
def test_slug_is_readable(name: str, expected: str) -> None:
    assert slug(name) == expected


@pytest.mark.parametrize(
    ("text", "linked_to"),
    [
        ("Tomás Elías Ruiz y T. E. R.", "person:tomas-elias-ruiz"),
        ("Ángela Ibarra e Igor Lanz. A. I.", "person:angela-ibarra"),
        ("Ángela Ibarra y Andrés Iriarte. A. I.", "person:?a-i"),
        ("Tomás Elías Ruiz y T.E. Ruiz", "person:tomas-elias-ruiz"),
        ("Francisco Bellido y Paco", "person:francisco-bellido"),
        ("Concepción Bellido y Concha Bellido", "person:concepcion-bellido"),
        ("Francisco Bellido y F. Bellido", "person:francisco-bellido"),
        ("José Bellido, José Mora y Pepe", "person:?pepe"),
    ],
)
def test_link_joins_initials_and_pet_names(gazetteer: Gazetteer, text: str, linked_to: str) -> None:
    names = re.findall(r"(?:[A-ZÁ]\. ?)*[A-ZÁ][\w]+(?: [A-Z]\w+)+|(?:[A-Z]\. ?)+|[A-Z]\w+$", text)
    ids, _ = linked(gazetteer, text, *((name.strip(), PERSON) for name in names))
    assert ids[-1][0] == linked_to


@pytest.mark.parametrize(
    ("text", "linked_to"),
    [
        ("La jueza Irene Salas citó al alcalde Jorge Salas. La jueza Salas calló.", "irene-salas"),
        ("Irene Salas, fiscal de Soria, y Jorge Salas. El fiscal Salas calló.", "irene-salas"),
        ("Irene Salas y Jorge Salas. Don Salas calló.", "?salas"),
        ("Petra Salas y Pedro Salas. Doña Salas calló.", "petra-salas"),
        ("La jueza Petra Salas y la jueza Ana Salas. La jueza Salas calló.", "?salas"),
        ("Petra Salas y Pedro Salas. Dijo Salas.", "?salas"),
    ],
)  # fmt: skip
def test_link_gives_a_shared_surname_to_whom_a_role_makes_certain(
    gazetteer: Gazetteer, text: str, linked_to: str
) -> None:
    names = re.findall(r"(?:Irene |Jorge |Petra |Pedro |Ana )?Salas", text)
    ids, _ = linked(gazetteer, text, *((name, PERSON) for name in names))
    assert ids[-1][0] == f"person:{linked_to}"


@pytest.mark.parametrize(
    ("text", "first", "second", "joined"),
    [
        ("El IGA calla. El Instituto Geológico Andino habla.",
         "IGA", "Instituto Geológico Andino", True),
        ("La Oficina del Agua y el Riego abre. La OAR no.",
         "Oficina del Agua y el Riego", "OAR", True),
        ("La Unión Geológica Andina (GAU) abre", "Unión Geológica Andina", "GAU", True),
        ("la Fundación Óscar Cruz (Fuocruz) abre", "Fundación Óscar Cruz", "Fuocruz", True),
        ("El Instituto Geológico Andino y el IGM", "Instituto Geológico Andino", "IGM", False),
        ("el Instituto Geológico (Andino) abre", "Instituto Geológico", "Andino", False),
    ],
)  # fmt: skip
def test_link_joins_an_acronym_with_the_name_of_its_initials(
    gazetteer: Gazetteer, text: str, first: str, second: str, joined: bool
) -> None:
    _, entities = linked(gazetteer, text, (first, ORGANIZATION), (second, ORGANIZATION))
    assert (len(entities) == 1) is joined


def test_link_believes_an_unsafe_name_once_the_article_confirms_it(gazetteer: Gazetteer) -> None:
    text = "El INE lo niega. El Instituto Nacional de Estadística lo publicó; el CIS, no."
    names = ("INE", "Instituto Nacional de Estadística", "CIS")
    ids, _ = linked(gazetteer, text, *((name, ORGANIZATION) for name in names))
    known = "organization:instituto-nacional-de-estadistica"
    assert [identity for identity, _ in ids] == [known, known, "organization:cis"]


def test_link_takes_an_unclear_institution_for_the_one_of_its_paragraph(
    gazetteer: Gazetteer,
) -> None:
    text = "Banco Andino de Loja\nBanco Andino de Puno. Banco Andino.\nBanco Andino"
    names = ["Banco Andino de Loja", "Banco Andino de Puno", "Banco Andino", "Banco Andino"]
    ids, entities = linked(gazetteer, text, *((name, ORGANIZATION) for name in names))
    loja, puno, own = (f"organization:{name}" for name in (
        "banco-andino-de-loja", "banco-andino-de-puno", "?banco-andino",
    ))  # fmt: skip
    assert [identity for identity, _ in ids] == [loja, puno, puno, own]
    assert entities[puno].name == "Banco Andino de Puno"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Corea crece", "country:KR"),
        ("Corea crece; Corea del Norte no", "country:KP"),
        ("Corea crece; Seúl calla", "country:KR"),
        ("Corea crece; ni Corea del Norte ni Corea del Sur", "country:?corea"),
        ("Congo crece; Kinsasa calla", "country:CD"),
        ("Congo crece; Brazzaville calla", "country:CG"),
    ],
)
def test_link_leaves_open_which_of_two_states_that_are_named(
    gazetteer: Gazetteer, text: str, country: str
) -> None:
    names = re.findall(r"Corea del \w+|Corea|Congo|Seúl|Kinsasa|Brazzaville", text)
    kinds = [COUNTRY if name.startswith("Co") else PLACE for name in names]
    ids, _ = linked(gazetteer, text, *zip(names, kinds, strict=True))
    assert ids[0][0] == country

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
from reader.recognition.spellings import spelling

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


MARK = re.compile(r"\[([^|\]]+)\|([pcod]|l)\]")
KINDS = {"p": PERSON, "c": COUNTRY, "l": PLACE, "o": ORGANIZATION, "d": Kind.DEMONYM}


def linked_marks(
    gazetteer: Gazetteer, marked: str
) -> tuple[list[tuple[str, str, LinkedBy]], dict[str, Entity]]:
    """Return name, entity id and reason of the marked names, "[Ana|p]", and the entities by id."""
    text = MARK.sub(r"\1", marked)
    names = [(m[1], KINDS[m[2]]) for m in MARK.finditer(marked)]
    ids, entities = linked(gazetteer, text, *names)
    return [(name, *known) for (name, _), known in zip(names, ids, strict=True)], entities


@pytest.mark.parametrize(
    "marked",
    [
        "[Pedro Sánchez Pérez-Castejón|p], [Sánchez|p], [Pedro Sánchez|p], [Pérez Castejón|p]",
        "[Andrés Manuel López Obrador|p], [López Obrador|p], [AMLO|p], [Obrador|p]",
        "[AMLO|p], o [Andrés Manuel López Obrador|p]",
        "[Cristina Fernández de Kirchner|p], [CFK|p], [Kirchner|p], [Fernández de Kirchner|p]",
        "[Joaquín «El Chapo» Guzmán|p], [El Chapo|p], [Chapo Guzmán|p], [Joaquín Guzmán|p]",
        "[Nemesio Oseguera|p], alias «[El Mencho|p]». [El Mencho|p], [Oseguera|p]",
        "[Lucía Gil|p], conocida como [La Rubia|p], y [La Rubia|p]",
        "[Ursula von der Leyen|p], [Von der Leyen|p], [von der Leyen|p]",
        "[Juan de la Cruz|p], [De la Cruz|p]",
        "[Kim Jong-un|p], [Kim Jong Un|p], [Kim|p], [KIM JONG-UN|p]",
        "[Volodímir Zelenski|p], [Zelensky|p], [Volodymyr Zelensky|p], [ZELENSKI|p]",
        "[Serguéi Lavrov|p], [Sergei Lavrov|p], [Sergey Lavrov|p]",
        "[Muamar el Gadafi|p], [Gaddafi|p]",
        "[Alí Jamenei|p], [Khamenei|p]",
        "[Emiliano García-Page|p], [García-Page|p], [Page|p], [García Page|p]",
        "[Joan Manuel Serrat|p], [J. M. Serrat|p], [J.M. Serrat|p], [Serrat|p]",
        "[José Luis Gil|p], [José Luis|p], [J. L. G.|p]",
        "[OMS|o], [WHO|o], [Organización mundial de la salud|o], [World Health Organization|o]",
        "[OTAN|o], [NATO|o], [Alianza Atlántica|o]",
        "[ONU|o], [Naciones Unidas|o], [United Nations|o]",
        "[PSOE|o] y [Partido Socialista|o]",
        "[Partido Socialista|o], [PSOE|o], [Partido Socialista Obrero Español|o]",
        "[Universidad de Chile|o] y la [U|o]",
        "[Universidad Complutense|o] y la [Complutense|o]",
        "[Real Madrid|o] y el [Madrid|o]",
        "[Navíos del Sur, S. A.|o] y [Navíos del Sur|o]",
        "[Al-Wasat|o] y [Al Wasat|o]",
        "[Hospital Clínico|o] y el [Clínico|o]",
        "[Museo del Prado|o] y el [Prado|o]",
        "[Estadio Azteca|l] y el [Azteca|l]",
        "[CDMX|l] y [Ciudad de México|l]",
        "el [Instituto nacional de estudios|o]; el [INE|o]",
        "el [INE|o] es el [Instituto nacional de estudios|o]",
        "[Oficina Mundial del Grano|o] ([WGO|o], por sus siglas en inglés) y la [WGO|o]",
        "[Agencia Andina del Agua|o] (en inglés, [AWA|o]) y la [AWA|o]",
        "[Reino Unido|c], [Gran Bretaña|c], la prensa [británica|d]",
        "[Corea del Norte|c], [República Popular Democrática de Corea|c], [norcoreanos|d]",
    ],
)
def test_link_joins_all_names_of_one(gazetteer: Gazetteer, marked: str) -> None:
    mentions, entities = linked_marks(gazetteer, marked)
    assert len(entities) == 1, [(name, known) for name, known, _ in mentions]


@pytest.mark.parametrize(
    "marked",
    [
        "[Ana Crawford|p] y [Jorge Crawford|p]",
        "[Carlos Giménez|p] y [Carlos Jiménez|p]",
        "[Luis Peña|p] y [Luis Pena|p]",
        "[Donald Trump|p] y [Donald Trump Jr.|p]",
        "[Fundación Telefónica|o] y [Telefónica|o]",
        "[Universidad de Sevilla|o] y el [Sevilla|o]",
        "[Museo de Soria|o] y el [Soria|o]",
        "[Real Madrid|o] y [Madrid|l]",
        "[México|c] y [Ciudad de México|l]",
        "[Partido Verde Andino|o] y [Partido Rojo Andino|o]",
        "[Joaquín Guzmán|p] y [El Mencho|p]",
        "[Rusia|c] y los [soviéticos|d]",
    ],
)
def test_link_keeps_two_apart(gazetteer: Gazetteer, marked: str) -> None:
    _, entities = linked_marks(gazetteer, marked)
    assert len(entities) == 2
    assert not any(entity.candidates for entity in entities.values())


@pytest.mark.parametrize(
    ("marked", "reason"),
    [
        ("[Serguéi Lavrov|p]; [Lavrov|p]", LinkedBy.PART),
        ("[Serguéi Lavrov|p]; [SERGUEI LAVROV|p]", LinkedBy.NAME),
        ("[Serguéi Lavrov|p]; [Sergey Lavrov|p]; [Serguéi Lavrov|p]", LinkedBy.NAME),
        ("[Serguéi Lavrov|p]; [Serguéi Lavrov|p]; [Sergey Lavrov|p]", LinkedBy.ALIAS),
        ("[Luis Roa|p], alias [El Zurdo|p]", LinkedBy.ALIAS),
        ("[Andrés Manuel López Obrador|p]; [AMLO|p]", LinkedBy.ACRONYM),
        ("[Oficina del Agua Andina|o] ([OAA|o])", LinkedBy.ACRONYM),
        ("[Fiscalía de Soria|o]; la [Fiscalía|o]", LinkedBy.SHORT_FORM),
        ("[Holanda|c]", LinkedBy.ALIAS),
        ("La jueza [Irene Salas|p] y el alcalde [Jorge Salas|p]. La jueza [Salas|p]",
         LinkedBy.ROLE),
        ("[Petra Salas|p] y [Pedro Salas|p]. Doña [Salas|p]", LinkedBy.ROLE),
        ("[Petra Salas|p] y [Pedro Salas|p]. [Salas|p]", LinkedBy.OPEN),
        ("En [Argentina|c]; en [Córdoba|l]", LinkedBy.CONTEXT),
        ("En [Bogotá|l]", LinkedBy.NAME),
        ("[Seúl|l] calla; [Corea|c]", LinkedBy.CONTEXT),
        ("[Corea del Norte|c] y [Corea del Sur|c]; [Corea|c]", LinkedBy.OPEN),
        ("Los [rusos|d]", LinkedBy.DEMONYM),
        ("[Banco Andino de Loja|o]; [Banco Andino de Puno|o]\n[Banco Andino de Loja|o]. El "
         "[Banco Andino|o]", LinkedBy.CONTEXT),
        ("[Petra Salas|p] calló. [Salas|p] salió", LinkedBy.PART),
    ],
)  # fmt: skip
def test_link_says_why(gazetteer: Gazetteer, marked: str, reason: LinkedBy) -> None:
    mentions, _ = linked_marks(gazetteer, marked)
    assert mentions[-1][2] is reason


@pytest.mark.parametrize(
    ("marked", "identity", "candidates"),
    [
        ("[Ana Crawford|p] y [Jorge Crawford|p]. [Crawford|p]",
         "person:?crawford", ("person:ana-crawford", "person:jorge-crawford")),
        ("[CRAWFORD|p] gana. [Jorge Crawford|p] y [Ana Crawford|p]",
         "person:?crawford", ("person:jorge-crawford", "person:ana-crawford")),
        ("[José Mora|p] y [José Gil|p]. [Pepe|p]",
         "person:?pepe", ("person:jose-mora", "person:jose-gil")),
        ("[Fiscalía de Soria|o] y [Fiscalía de Loja|o]; la [Fiscalía|o]",
         "organization:?fiscalia",
         ("organization:fiscalia-de-soria", "organization:fiscalia-de-loja")),
        ("[Corea del Norte|c] y [Corea del Sur|c]; [Corea|c]",
         "country:?corea", ("country:KP", "country:KR")),
        ("[RDC|c] y [Congo-Brazzaville|c]; ejército [congoleño|d]; el [Congo|c]",
         "country:?congo", ("country:CD", "country:CG")),
        ("[Santiago de Cuba|l] y [Santiago de Chile|l]; [Santiago|l]",
         "place:?santiago", ("place:geonames:3536729", "place:geonames:3871336")),
    ],
)  # fmt: skip
def test_link_offers_whom_an_open_name_may_mean(
    gazetteer: Gazetteer, marked: str, identity: str, candidates: tuple[str, ...]
) -> None:
    mentions, entities = linked_marks(gazetteer, marked)
    assert entities[identity].candidates == candidates
    assert [known for _, known, reason in mentions if reason is LinkedBy.OPEN].count(identity) >= 1
    for name in candidates:
        assert entities[name].candidates == ()
        assert entities[identity].name not in entities[name].aliases


def test_link_offers_nobody_where_a_name_is_clear(gazetteer: Gazetteer) -> None:
    _, entities = linked_marks(
        gazetteer, "La jueza [Ana Mora|p] y el alcalde [Luis Mora|p]. La jueza [Mora|p]"
    )
    assert set(entities) == {"person:ana-mora", "person:luis-mora"}


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        # Who has been named in full is meant until another of that name comes.
        ("[Jorge Salas|p] calló. [Salas|p] salió. Entró [Ana Salas|p]. [Salas|p]",
         ["jorge-salas", "jorge-salas", "ana-salas", "?salas"]),
        # Who is called by the first surname isn't meant by the second.
        ("[Juan Mora Paz|p] y [Ana Paz|p]; [Mora|p] y [Paz|p]",
         ["juan-mora-paz", "ana-paz", "juan-mora-paz", "ana-paz"]),
        ("[Juan Mora Paz|p] y [Ana Paz|p]; [Paz|p]", ["juan-mora-paz", "ana-paz", "?paz"]),
        ("[Donald Trump|p] y [Donald Trump Jr.|p]; [Trump|p]",
         ["donald-trump", "donald-trump-jr", "donald-trump"]),
    ],
)  # fmt: skip
def test_link_reads_a_surname_as_its_reader_does(
    gazetteer: Gazetteer, marked: str, wanted: list[str]
) -> None:
    mentions, _ = linked_marks(gazetteer, marked)
    assert [known for _, known, _ in mentions] == [f"person:{name}" for name in wanted]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("zelensky", "zelenski"), ("mohamed", "mohammed"), ("khamenei", "jamenei"),
        ("sergey", "serguei"), ("yevgueni", "evgeni"), ("hussein", "husein"),
    ],
)  # fmt: skip
def test_spelling_is_one_for_a_foreign_name(one: str, other: str) -> None:
    assert spelling(one) == spelling(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("gimenez", "jimenez"), ("pena", "peña"), ("vaca", "baca"), ("perra", "pera"), ("gil", "jil")],
)
def test_spelling_keeps_spanish_surnames_apart(one: str, other: str) -> None:
    assert spelling(one) != spelling(other)

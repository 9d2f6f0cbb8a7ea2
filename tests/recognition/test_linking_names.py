"""Linking: all that one entity is called, why, and what a name leaves open."""

import re

import pytest

from reader.core.entities import Entity
from reader.core.mentions import ENTITY_KINDS, Kind, LinkedBy
from reader.recognition.gazetteer import Gazetteer
from reader.recognition.spellings import spelling
from tests.recognition.test_linking import linked

PERSON, COUNTRY, PLACE, ORGANIZATION = ENTITY_KINDS
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

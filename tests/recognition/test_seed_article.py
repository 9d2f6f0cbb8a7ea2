"""The built-in model on the user's article: exactly these mentions and entities."""

import re
from pathlib import Path

import pytest

from reader.core.entities import Recognition
from reader.core.mentions import ENTITY_KINDS, Kind, LinkedBy, Mention
from reader.formats.from_text import read_text
from reader.recognition.pipeline import recognize_document

pytestmark = pytest.mark.model

RUSSIA, NORTH_KOREA, UKRAINE, UNITED_STATES = "country:RU", "country:KP", "country:UA", "country:US"
KURSK, PYONGYANG, MOSCOW = (
    "place:geonames:538560", "place:geonames:1871859", "place:geonames:524901",
)  # fmt: skip
LAVROV, KIM, PUTIN = "person:serguei-lavrov", "person:kim-jong-un", "person:vladimir-putin"
NORDWIND, NATO = "organization:nordwind-airlines", "organization:otan"

MENTIONS = [
    ("Rusia", RUSSIA),
    ("Serguéi Lavrov", LAVROV),
    ("Corea del Norte", NORTH_KOREA),
    ("Ucrania", UKRAINE),
    ("Kursk", KURSK),
    ("Pyongyang", PYONGYANG),
    ("Lavrov", LAVROV),
    ("Kim Jong Un", KIM),
    ("Lavrov", LAVROV),
    ("Kursk", KURSK),
    ("Moscú", MOSCOW),
    ("Pyongyang", PYONGYANG),
    ("Corea del Norte", NORTH_KOREA),
    ("Moscú", MOSCOW),
    ("Ucrania", UKRAINE),
    ("República Popular Democrática de Corea", NORTH_KOREA),
    ("Kim Jong Un", KIM),
    ("Rusia", RUSSIA),
    ("Corea del Norte", NORTH_KOREA),
    ("Vladimir Putin", PUTIN),
    ("Pyongyang", PYONGYANG),
    ("Lavrov", LAVROV),
    ("Moscú", MOSCOW),
    ("Pyongyang", PYONGYANG),
    ("Nordwind Airlines", NORDWIND),
    ("Moscú", MOSCOW),
    ("Pyongyang", PYONGYANG),
    ("Occidente", "place:occidente"),
    ("Ucrania", UKRAINE),
    ("OTAN", NATO),
    ("Estados Unidos", UNITED_STATES),
    ("Moscú", MOSCOW),
    ("Asia", "place:asia"),
    ("Pyongyang", PYONGYANG),
]

DEMONYMS = [
    ("rusa", RUSSIA),
    ("norcoreano", NORTH_KOREA),
    ("rusa", RUSSIA),
    ("norcoreanos", NORTH_KOREA),
    ("ucranianas", UKRAINE),
    ("ruso", RUSSIA),
    ("norcoreanas", NORTH_KOREA),
    ("ruso", RUSSIA),
    ("norcoreano", NORTH_KOREA),
]

ENTITIES = {
    (RUSSIA, "Rusia", Kind.COUNTRY, "RU"),
    (NORTH_KOREA, "Corea del Norte", Kind.COUNTRY, "KP"),
    (UKRAINE, "Ucrania", Kind.COUNTRY, "UA"),
    (UNITED_STATES, "Estados Unidos", Kind.COUNTRY, "US"),
    (KURSK, "Kursk", Kind.PLACE, None),
    (PYONGYANG, "Pyongyang", Kind.PLACE, None),
    (MOSCOW, "Moscú", Kind.PLACE, None),
    ("place:occidente", "Occidente", Kind.PLACE, None),
    ("place:asia", "Asia", Kind.PLACE, None),
    (LAVROV, "Serguéi Lavrov", Kind.PERSON, None),
    (KIM, "Kim Jong Un", Kind.PERSON, None),
    (PUTIN, "Vladimir Putin", Kind.PERSON, None),
    (NORDWIND, "Nordwind Airlines", Kind.ORGANIZATION, None),
    (NATO, "OTAN", Kind.ORGANIZATION, None),
}


@pytest.fixture(scope="module")
def text() -> str:
    path = Path(__file__).parents[2] / "seeds" / "rusia-corea-del-norte.txt"
    return read_text(path.read_bytes()).text


@pytest.fixture(scope="module")
def recognition(text: str) -> Recognition:
    return recognize_document(read_text(text.encode()))


def wanted(text: str, names: list[tuple[str, str]]) -> list[tuple[int, int, str, str]]:
    """Return where the names stand, which follow each other in the text, with their entities."""
    expected: list[tuple[int, int, str, str]] = []
    position = 0
    for surface, entity_id in names:
        found = re.compile(rf"\b{surface}\b").search(text, position)
        assert found is not None, surface
        position = found.end()
        expected.append((*found.span(), surface, entity_id))
    return expected


def got(text: str, mentions: list[Mention]) -> list[tuple[int, int, str, str]]:
    return [(m.start, m.end, text[m.start : m.end], m.entity_id) for m in mentions]


def test_seed_article_has_exactly_these_mentions(recognition: Recognition, text: str) -> None:
    names = [m for m in recognition.mentions if m.kind in ENTITY_KINDS]
    assert got(text, names) == wanted(text, MENTIONS)


def test_seed_article_has_exactly_these_demonyms(recognition: Recognition, text: str) -> None:
    demonyms = [m for m in recognition.mentions if m.kind is Kind.DEMONYM]
    assert got(text, demonyms) == wanted(text, DEMONYMS)
    assert {m.linked_by for m in demonyms} == {LinkedBy.DEMONYM}


def test_seed_article_has_exactly_these_entities(recognition: Recognition) -> None:
    found = {(e.id, e.name, e.kind, e.country_code) for e in recognition.entities}
    assert found == ENTITIES


def test_seed_article_mentions_have_the_kind_of_their_entity(recognition: Recognition) -> None:
    kinds = {entity.id: entity.kind for entity in recognition.entities}
    for mention in recognition.mentions:
        kind = Kind.COUNTRY if mention.kind is Kind.DEMONYM else mention.kind
        assert kinds[mention.entity_id] is kind


@pytest.mark.parametrize(
    ("entity_id", "alias"),
    [(LAVROV, "Lavrov"), (NORTH_KOREA, "República Popular Democrática de Corea")],
)
def test_seed_article_entities_have_their_other_names(
    recognition: Recognition, entity_id: str, alias: str
) -> None:
    (entity,) = (e for e in recognition.entities if e.id == entity_id)
    assert alias in entity.aliases

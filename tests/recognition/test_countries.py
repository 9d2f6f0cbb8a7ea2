"""Countries: every state and territory under all its Spanish names, and names that states share."""

import re
import unicodedata

import pytest

from reader.core.mentions import Kind
from reader.paths import resources
from reader.recognition.detect import detect
from reader.recognition.gazetteer import Gazetteer
from reader.recognition.linking import link
from reader.recognition.spans import BlockSpans, RawSpan
from tests.recognition.country_names import NAMES

CASES = [
    (name.strip(), code)
    for code, _, names in (row.partition(" ") for row in NAMES.strip().splitlines())
    for name in names.split(";")
]
SHARED = {"AM", "BL", "GD", "GE", "GP", "JE", "LC", "MF", "MS", "SH"}
"""States whose common name is that of a city or region more often, or of a person."""


def countries(gazetteer: Gazetteer, text: str, *places: str) -> list[tuple[str, str]]:
    """Return the names of countries in a line of text, with their entities.

    `places` are what a model takes for one, wherever it stands.
    """
    spans = {
        RawSpan(m.start(), m.end(), "LOC") for p in places for m in re.finditer(rf"\b{p}\b", text)
    }
    block = BlockSpans(0, text, tuple(sorted(spans, key=lambda s: s.start)))
    mentions, _ = link(text, detect([block], gazetteer), gazetteer)
    return [(text[m.start : m.end], m.entity_id) for m in mentions if m.kind is Kind.COUNTRY]


def bare(name: str) -> str:
    """Return a name without its accents."""
    kept = unicodedata.normalize("NFD", name.replace("ñ", "\0"))
    return "".join(c for c in kept if not unicodedata.combining(c)).replace("\0", "ñ")


def test_countries_are_all_in_the_table() -> None:
    lines = (resources() / "gazetteer" / "entities.tsv").read_text("utf-8").splitlines()
    states = {line.split("\t")[0] for line in lines if line.split("\t")[1] == "country"}
    assert len(states) == 250  # the 249 of ISO 3166-1, and Kosovo
    # "Antártida" is the continent, a place: nobody governs it, whatever code it has.
    assert states - {code for _, code in CASES} - SHARED == {"AQ"}


@pytest.mark.parametrize(("name", "code"), CASES)
def test_countries_are_found_by_any_name(gazetteer: Gazetteer, name: str, code: str) -> None:
    article, _, rest = name.partition(" ")
    whole = rest if article in ("el", "la", "los", "las") else name
    for text in (f"Viajó ayer a {name} con prisa.", f"el Gobierno de {name}, según dijo"):
        assert countries(gazetteer, text) == [(whole, f"country:{code}")]


@pytest.mark.parametrize(("name", "code"), CASES)
def test_countries_are_found_without_accents_and_in_capitals(
    gazetteer: Gazetteer, name: str, code: str
) -> None:
    article, _, rest = name.partition(" ")
    whole = rest if article in ("el", "la", "los", "las") else name
    if len(whole) > 4 and whole != "Mali":
        assert countries(gazetteer, f"va hacia {bare(whole)} con prisa") == [
            (bare(whole), f"country:{code}")
        ]
    shouted = whole.upper()
    assert countries(gazetteer, f"VIAJA A {shouted} CON PRISA") == [(shouted, f"country:{code}")]


@pytest.mark.parametrize("code", sorted(SHARED))
def test_countries_that_share_their_name_are_found_by_their_government(
    gazetteer: Gazetteer, code: str
) -> None:
    name = gazetteer.state(code).name
    text = f"el primer ministro de {name} dimite"
    assert countries(gazetteer, text, name) == [(name, f"country:{code}")]


@pytest.mark.parametrize(
    ("text", "places", "wanted"),
    [
        ("Llegó a Ciudad de México desde el Estado de México", "", ""),
        ("Vive en México desde 1994", "México", "México=MX"),
        ("El gobernador del Estado de México viajó por México", "Estado de México;México",
         "México=MX"),
        ("Georgia, en el Cáucaso, y Azerbaiyán firman", "Georgia", "Georgia=GE Azerbaiyán=AZ"),
        ("Rodó en Atlanta, porque Georgia devuelve impuestos", "Atlanta;Georgia", ""),
        ("El estado de Georgia votó", "Georgia", ""),
        ("El Supremo avala la ley de Georgia. En Ohio y en Alabama aplauden.", "Georgia", ""),
        ("La Rusia de 2008 invadió Georgia. En Ohio y en Alabama callan.", "Georgia",
         "Rusia=RU Georgia=GE"),
        ("El Gobierno de Georgia dimite", "Georgia", "Georgia=GE"),
        ("Vive en la ciudad de Luxemburgo", "Luxemburgo", ""),
        ("Bélgica, Luxemburgo y Francia firman", "Luxemburgo",
         "Bélgica=BE Luxemburgo=LU Francia=FR"),
        ("Nació en Granada, cerca de Jaén", "Granada;Jaén", ""),
        ("Dominica, Santa Lucía y Granada firman", "Dominica;Santa Lucía;Granada",
         "Dominica=DM Santa_Lucía=LC Granada=GD"),
        ("Guinea, Guinea-Bisáu, Guinea Ecuatorial y Papúa Nueva Guinea", "",
         "Guinea=GN Guinea-Bisáu=GW Guinea_Ecuatorial=GQ Papúa_Nueva_Guinea=PG"),
        ("Níger y Nigeria comparten frontera", "", "Níger=NE Nigeria=NG"),
        ("La República del Congo y la República Democrática del Congo", "",
         "República_del_Congo=CG República_Democrática_del_Congo=CD"),
        ("En Kinsasa se habla del Congo", "Kinsasa;Congo", "Congo=CD"),
        ("Sudán y Sudán del Sur", "", "Sudán=SD Sudán_del_Sur=SS"),
        ("Irlanda y el norte: Irlanda del Norte", "", "Irlanda=IE"),
        ("Corea del Norte y Corea del Sur", "", "Corea_del_Norte=KP Corea_del_Sur=KR"),
        ("Las dos Coreas negocian", "Coreas", ""),
        ("Viaja a la Ciudad de Panamá por el canal de Panamá", "", ""),
        ("Vive en Ciudad de Guatemala", "", ""),
        ("El golfo de Guinea y el golfo de México", "Guinea;México", ""),
        ("EE.UU. y la UE; EE UU y EEUU", "", "EE.UU.=US EE_UU=US EEUU=US"),
        ("Alemania Oriental y la RFA", "", "Alemania_Oriental=alemania-oriental RFA=DE"),
        ("La antigua Yugoslavia y Serbia", "", "Yugoslavia=yugoslavia Serbia=RS"),
        ("Moscú-Washington: Rusia-Estados Unidos", "Moscú;Washington",
         "Rusia=RU Estados_Unidos=US"),
        ("El Salvador, Honduras y El Salvador", "", "El_Salvador=SV Honduras=HN El_Salvador=SV"),
        ("La ministra de Finanzas de Mauricio dimite", "", "Mauricio=MU"),
        ("La hija de Mauricio dimite", "", ""),
        ("La ministra de Finanzas de Mauricio Roa", "", ""),
        ("El ministro de Salud de Granada viaja", "Salud de Granada", "Granada=GD"),
        ("El Gobierno de Santa Lucía calla", "Gobierno de Santa Lucía", "Santa_Lucía=LC"),
        ("Cerró el bar Suiza, junto al hotel Francia", "Francia", ""),
        ("Irán tres de cada barrio.", "Irán", ""),
        ("Irán a la huelga. Calla Teherán.", "Irán;Teherán", "Irán=IR"),
        ("Irán a la cabeza, dice un iraní.", "Irán", "Irán=IR"),
        ("Las Islas Vírgenes Británicas y Puerto Rico", "",
         "Islas_Vírgenes_Británicas=VG Puerto_Rico=PR"),
    ],
)  # fmt: skip
def test_countries_are_told_from_what_shares_their_name(
    gazetteer: Gazetteer, text: str, places: str, wanted: str
) -> None:
    expected = [
        (name.replace("_", " "), f"country:{code}")
        for name, _, code in (pair.partition("=") for pair in wanted.split())
    ]
    found = countries(gazetteer, text, *filter(None, places.split(";")))
    assert found == expected


@pytest.mark.parametrize(
    ("text", "name", "kind", "entity"),
    [
        ("El club América ganó ayer", "América", Kind.ORGANIZATION, "organization:america"),
        ("El América de Cali ganó", "América de Cali", Kind.ORGANIZATION,
         "organization:america-de-cali"),
        ("Nació en América", "América", Kind.PLACE, "place:america"),
        ("Un barco va a la Antártida", "Antártida", Kind.PLACE, "place:antartida"),
    ],
)  # fmt: skip
def test_continents_are_places_and_their_namesakes_clubs(
    gazetteer: Gazetteer, text: str, name: str, kind: Kind, entity: str
) -> None:
    start = text.index(name)
    block = BlockSpans(0, text, (RawSpan(start, start + len(name), "LOC"),))
    mentions, _ = link(text, detect([block], gazetteer), gazetteer)
    assert [(text[m.start : m.end], m.kind, m.entity_id) for m in mentions] == [
        (name, kind, entity)
    ]


@pytest.mark.parametrize(
    ("text", "people", "wanted"),
    [
        ("Michael Jordan jugó en Jordania. Jordan ganó.", "Michael Jordan;Jordan", ["Jordania"]),
        ("Israel Fuentes trabajó en Israel. Israel volvió.", "Israel Fuentes", ["Israel"]),
        (
            "Israel Fuentes llegó. «Ya», dijo Israel. En Israel llueve.",
            "Israel Fuentes",
            ["Israel"],
        ),
        ("Claudia Chile vive en Chile", "Claudia Chile", ["Chile"]),
        ("India Martínez cantó en la India", "India Martínez", ["India"]),
    ],
)
def test_countries_are_told_from_people(
    gazetteer: Gazetteer, text: str, people: str, wanted: list[str]
) -> None:
    spans = sorted(
        {(m.start(), m.end()) for p in people.split(";") for m in re.finditer(rf"\b{p}\b", text)},
        key=lambda s: (s[0], -s[1]),
    )
    whole = [s for n, s in enumerate(spans) if n == 0 or s[0] >= spans[n - 1][1]]
    block = BlockSpans(0, text, tuple(RawSpan(*s, "PER") for s in whole))
    found = [m.surface for m in detect([block], gazetteer) if m.kind is Kind.COUNTRY]
    assert found == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1. Wanjiru Kiptoo (KEN) 8:42. 2. Gesa Krausmann (GER) 9:03.", "KEN=KE GER=DE"),
        ("1. Ana Roa (ESP/Cofidis), 5h01; 2. Eva Paz (COL, Best PC)", "ESP=ES COL=CO"),
        ("Ana Roa (PAN) y Eva Paz (PRI)", ""),
        ("Lo dijo Ana Roa (PAR)", ""),
        ("La Red Andina (RED) y la Liga (LIG)", ""),
    ],
)
def test_countries_are_known_by_their_codes_behind_athletes(
    gazetteer: Gazetteer, text: str, wanted: str
) -> None:
    pairs = (pair.partition("=") for pair in wanted.split())
    assert countries(gazetteer, text) == [(name, f"country:{code}") for name, _, code in pairs]


def test_countries_codes_are_all_of_known_states(gazetteer: Gazetteer) -> None:
    assert len(gazetteer.codes) > 249
    for code, state in gazetteer.codes.items():
        assert len(code) == 3
        assert gazetteer.state(state).kind is Kind.COUNTRY

import pytest

from reader.core.identifiers import coordinates, page_address, wikidata_id


@pytest.mark.parametrize(
    "text",
    [
        "Q42",
        " q42\n",
        "wd:Q42",
        "https://www.wikidata.org/wiki/Q42",
        "http://www.wikidata.org/entity/Q42",
        "https://m.wikidata.org/wiki/Q42?uselang=es#sitelinks",
        "www.wikidata.org/wiki/Special:EntityPage/Q42",
        "https://www.wikidata.org/wiki/Special:EntityData/Q42.json",
        "wikidata.org/wiki/q42",
    ],
)
def test_wikidata_id_is_taken_out_of_what_is_pasted(text: str) -> None:
    assert wikidata_id(text) == "Q42"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "42",
        "Q",
        "Q0",
        "P31",
        "Q42 Q43",
        "Douglas Adams",
        "https://www.wikidata.org/wiki/Property:P31",
        "https://es.wikipedia.org/wiki/Q42",
        "https://wikidata.org.example.com/wiki/Q42",
        "javascript:wikidata.org/wiki/Q42",
    ],
)
def test_wikidata_id_is_not_made_of_anything_else(text: str) -> None:
    assert wikidata_id(text) is None


@pytest.mark.parametrize(
    ("text", "degrees"),
    [
        ("40.42,-3.70", (40.42, -3.7)),
        (" -33.45 , -70 ", (-33.45, -70.0)),
        ("91,0", None),
        ("40.42", None),
        ("norte,sur", None),
        ("", None),
    ],
)
def test_coordinates_are_degrees(text: str, degrees: tuple[float, float] | None) -> None:
    assert coordinates(text) == degrees


@pytest.mark.parametrize(
    ("scheme", "identifier", "address"),
    [
        ("wikidata", "Q42", "https://www.wikidata.org/wiki/Q42"),
        ("geonames", "3117735", "https://www.geonames.org/3117735"),
        ("geonames", "../x", None),
        ("wikidata", "x", None),
        ("iso3166", "ES", None),
    ],
)
def test_page_address_is_made_of_good_identifiers_alone(
    scheme: str, identifier: str, address: str | None
) -> None:
    assert page_address(scheme, identifier) == address

"""Which of the library's entities an article names."""

import pytest

from reader.core.entities import Entity
from reader.core.mentions import Kind
from reader.store.library import Library
from tests.store.examples import article, country, found, organization, person, place


def read(library: Library, *entities: Entity, text: str) -> tuple[Entity, ...]:
    """Return the library's entities for those of a new article."""
    document = article(text)
    library.add_document(document)
    return library.store_recognition(found(document, *entities)).entities


def same(library: Library, known: Entity, named: Entity) -> bool:
    """Return whether an entity of a second article is the one of the first."""
    (first,) = read(library, known, text="primero")
    (second,) = read(library, named, text="segundo")
    return first.id == second.id


@pytest.mark.parametrize(
    ("known", "named"),
    [
        (country("Rusia", code="RU"), country("Federación de Rusia", code="RU")),
        (place("Kiev", geonames="703448"), place("Kyiv", geonames="703448")),
        (country("Corea del Norte"), country("COREA  DEL NORTE")),
        (country("Perú"), country("Peru", code="PE")),
        (country("Perú", code="PE"), country("Peru")),
        (organization("Organización del Tratado", "OTAN"), organization("OTAN")),
        (organization("O.T.A.N."), organization("OTAN")),
        (place("Nueva York", "Gran Manzana"), place("Gran Manzana")),
        (person("Serguéi Lavrov"), person("Sergüei Lavrov")),
        (person("Serguéi Lavrov", "Sergey Lavrov"), person("Sergey Lavrov")),
        (person("Serguéi Lavrov", "Lavrov"), person("Lavrov")),
        (person("Serguéi Lavrov"), person("Lavrov")),
        (person("Juan de la Cruz"), person("De la Cruz")),
        (person("Alexandria Ocasio-Cortez"), person("Ocasio-Cortez")),
        (person("Andrés López Obrador", "López Obrador"), person("López Obrador")),
        (person("Andrés López Obrador", "AMLO"), person("AMLO")),
        (person("Lavrov"), person("Lavrov")),
    ],
)
def test_entities_are_known_again(library: Library, known: Entity, named: Entity) -> None:
    assert same(library, known, named)


@pytest.mark.parametrize(
    ("known", "named"),
    [
        (place("Córdoba", geonames="2519240"), place("Córdoba", geonames="3860259")),
        (country("Georgia", code="GE"), place("Georgia")),
        (country("Níger", code="NE"), country("Níger", code="NG")),
        (person("Serguéi Lavrov", "Lavrov"), person("Kirill Lavrov")),
        (person("Serguéi Lavrov", "Lavrov"), person("Kirill Lavrov", "Lavrov")),
        (person("Lavrov"), person("Serguéi Lavrov", "Lavrov")),
        (person("Vladimir Putin", "Vladimir"), person("Vladimir")),
        (person("Vladimir Putin", "V. Putin"), person("V. Putin Pérez")),
        (person("Luis Pedro Sánchez"), person("Pedro Sánchez")),
        (person("Luis Pedro Sánchez", "Pedro"), person("Pedro Sánchez", "Pedro")),
        (person("María Peña"), person("María Pena")),
        (organization("OTAN"), organization("Organización del Tratado", "OTAN")),
        (organization("Sánchez"), person("Sánchez")),
        (person("..."), person("…..")),
    ],
)
def test_entities_are_not_confused(library: Library, known: Entity, named: Entity) -> None:
    assert not same(library, known, named)


def region(entity_id: str, name: str, country_code: str) -> Entity:
    """Return a region as the gazetteer knows it: in a country, without a number of its own."""
    return Entity(f"place:{entity_id}", name, Kind.PLACE, (), {"country": country_code})


def test_entities_of_one_name_in_two_countries_are_two(library: Library) -> None:
    assert not same(library, region("san-juan-ar", "San Juan", "AR"), region("x", "San Juan", "DO"))
    assert same(library, region("y", "San Luis", "AR"), region("san-luis-ar", "San Luis", "AR"))


def test_entities_that_an_article_tells_apart_stay_apart(library: Library) -> None:
    city = Entity("place:1", "Nueva York", Kind.PLACE, (), {"geonames": "1", "country": "US"})
    state = region("nueva-york-us", "Nueva York", "US")
    both = read(library, city, state, text="uno")
    assert both == (city, state)
    assert read(library, state, text="dos") == (state,)
    assert read(library, city, text="tres") == (city,)


def test_entities_in_other_countries_are_not_told_by_the_country(library: Library) -> None:
    """A place may carry its country's code, which says where it is, not what."""
    madrid = Entity("place:madrid", "Madrid", Kind.PLACE, (), {"iso3166": "ES"})
    toledo = Entity("place:toledo", "Toledo", Kind.PLACE, (), {"iso3166": "ES"})
    assert not same(library, madrid, toledo)


def test_entities_with_an_ambiguous_surname_stay_apart(library: Library) -> None:
    read(library, person("Serguéi Lavrov", "Lavrov"), text="uno")
    read(library, person("Kirill Lavrov"), text="dos")
    (bare,) = read(library, person("Lavrov"), text="tres")
    assert bare == person("Lavrov")
    (again,) = read(library, person("Lavrov"), text="cuatro")
    assert again.id == bare.id


def test_entities_named_in_full_make_a_surname_ambiguous(library: Library) -> None:
    """Within an article, whatever the order in which its entities come."""
    read(library, person("Serguéi Lavrov", "Lavrov"), text="uno")
    bare, kirill = read(library, person("Lavrov"), person("Kirill Lavrov"), text="dos")
    assert (bare.name, kirill.name) == ("Lavrov", "Kirill Lavrov")


def test_entities_without_identifier_go_with_those_without(library: Library) -> None:
    read(library, place("Córdoba", geonames="1"), text="uno")
    read(library, place("Córdoba", geonames="2"), text="dos")
    (first,) = read(library, place("Córdoba"), text="tres")
    (second,) = read(library, place("Córdoba"), text="cuatro")
    assert first.identifiers == second.identifiers == {}
    assert first.id == second.id


def test_entities_of_the_name_come_before_those_also_named_so(library: Library) -> None:
    (bare,) = read(library, organization("PP"), text="uno")
    read(library, organization("Partido Popular", "PP"), text="dos")
    read(library, organization("Partido Progresista", "PP"), text="tres")
    (again,) = read(library, organization("PP"), text="cuatro")
    assert again.id == bare.id


def test_entities_that_two_are_also_named_so_are_neither(library: Library) -> None:
    read(library, organization("Partido Popular", "PP"), text="uno")
    read(library, organization("Partido Progresista", "PP"), text="dos")
    (bare,) = read(library, organization("PP"), text="tres")
    assert bare.name == "PP"


def test_entities_collect_aliases_without_repeating(library: Library) -> None:
    read(library, country("Rusia", "Federación de Rusia", "RUSIA", code="RU"), text="uno")
    (russia,) = read(
        library, country("Federacion de Rusia", "la Federación Rusa", code="RU"), text="dos"
    )
    assert russia.name == "Rusia"
    assert russia.aliases == ("Federación de Rusia", "la Federación Rusa")
    assert library.entity(russia.id) == russia


def test_entities_collect_identifiers(library: Library) -> None:
    read(library, country("Rusia"), text="uno")
    (russia,) = read(library, country("Rusia", code="RU"), text="dos")
    assert russia.country_code == "RU"


def test_entities_get_a_number_where_their_id_is_taken(library: Library) -> None:
    for number in (1, 2, 3):
        entity = Entity("place:córdoba", "Córdoba", Kind.PLACE, (), {"geonames": str(number)})
        (stored,) = read(library, entity, text=str(number))
        assert stored.id == ("place:córdoba" if number == 1 else f"place:córdoba-{number}")


def test_entities_left_over_draw_nothing_to_them(library: Library) -> None:
    """A half-read article's bare surname is no rival once the whole of it is read."""
    document = article("uno")
    library.add_document(document)
    library.store_recognition(found(document, person("Lavrov")))
    library.store_recognition(found(document, person("Serguéi Lavrov", "Lavrov")))
    (named,) = read(library, person("Lavrov"), text="dos")
    assert named.name == "Serguéi Lavrov"


def test_entities_left_over_keep_their_id_for_their_name(library: Library) -> None:
    document = article("uno")
    library.add_document(document)
    (first,) = library.store_recognition(found(document, person("Lavrov"))).entities
    library.store_recognition(found(document))
    (second,) = library.store_recognition(found(document, person("Lavrov"))).entities
    assert first.id == second.id


@pytest.mark.parametrize("name", ["Robert'); DROP TABLE entities;--", "Lav\ud83drov", "a\0b", "%_"])
def test_entities_round_trip_odd_names(library: Library, name: str) -> None:
    odd = Entity("person:x", name, Kind.PERSON, (f"Don {name} Ruiz",))
    assert read(library, odd, text="uno") == read(library, odd, text="dos") == (odd,)


def test_entities_with_an_odd_id_get_one_that_can_be_kept(library: Library) -> None:
    (stored,) = read(library, Entity("x\ud83d", "Lavrov", Kind.PERSON), text="uno")
    assert library.entity(stored.id) == stored

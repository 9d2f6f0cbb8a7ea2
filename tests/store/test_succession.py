"""What the user wrote stays with what it was written on, whatever is recognised anew."""

from dataclasses import replace

import pytest

from reader.core.entities import Entity, Recognition
from reader.core.export import ExportScope, ScopeKind
from reader.core.mentions import Kind, Mention
from reader.store.export import gather
from reader.store.library import Library
from tests.store.examples import article, country, organization, person, place

TEXT = "Lavrov, ministro. Serguéi Lavrov y Lavrov otra vez, en la sede de la OTAN."
OTAN = "Organización del Tratado del Atlántico Norte"
Named = tuple[Entity, int, int]


def read(
    library: Library, *named: Named, text: str = TEXT, model: str = "m1", complete: bool = True
) -> Recognition:
    """Return what the library makes of the entities that are found at these places."""
    document = article(text)
    if library.document(document.id) is None:
        library.add_document(document)
    mentions = tuple(Mention(start, end, e.kind, e.id) for e, start, end in named)
    entities = tuple({e.id: e for e, _, _ in named}.values())
    return library.store_recognition(
        Recognition(document.id, model, mentions, entities, complete=complete)
    )


def names(recognition: Recognition) -> list[tuple[str, int]]:
    """Return the names of the entities, each with how often it is mentioned."""
    ids = [mention.entity_id for mention in recognition.mentions]
    return [(entity.name, ids.count(entity.id)) for entity in recognition.entities]


def check_note(library: Library, entity_id: str, recognition: Recognition) -> None:
    """Check that the note is on one of the entities that a recognition lists, and is exported."""
    assert library.note(entity_id) is not None
    assert entity_id in [entity.id for entity in recognition.entities]
    document_id = recognition.document_id
    assert library.recognition(document_id, recognition.model) == recognition
    assert document_id in [summary.id for summary in library.articles_naming(entity_id)]
    (exported,) = gather(library, ExportScope(ScopeKind.ARTICLES, (document_id,))).articles
    assert entity_id in [each.entity.id for each in exported.entities if each.note]


SUCCESSIONS: list[tuple[list[Named], list[Named]]] = [
    # The whole article says the full name.
    (
        [(person("Lavrov"), 0, 6)],
        [(person("Serguéi Lavrov", "Lavrov"), 0, 6), (person("Serguéi Lavrov"), 18, 32)],
    ),
    ([(person("Lavrov"), 26, 32)], [(person("Serguéi Lavrov"), 18, 32)]),
    # And the other way round.
    ([(person("Serguéi Lavrov"), 18, 32)], [(person("Lavrov"), 26, 32)]),
    # An acronym is spelt out, with or without being known as such.
    ([(organization("OTAN"), 70, 74)], [(organization(OTAN, "OTAN"), 70, 74)]),
    ([(organization("OTAN"), 70, 74)], [(organization(OTAN), 70, 74)]),
    ([(organization(OTAN), 70, 74)], [(organization("OTAN"), 70, 74)]),
    # It is of another kind.
    ([(organization("Toledo"), 0, 6)], [(place("Toledo"), 0, 6)]),
    ([(person("Lavrov"), 0, 6)], [(organization("Lavrov"), 0, 6)]),
    ([(country("Congo"), 0, 5)], [(place("Congo", geonames="1"), 0, 5)]),
    # Most of its mentions.
    (
        [(person("Lavrov"), 0, 6), (person("Lavrov"), 26, 32), (person("Lavrov"), 35, 41)],
        [
            (person("Serguéi Lavrov"), 0, 6),
            (person("Serguéi Lavrov"), 18, 32),
            (person("Kirill Lavrov"), 35, 41),
        ],
    ),
]


@pytest.mark.parametrize("model", ["m1", "m2"])
@pytest.mark.parametrize(("before", "after"), SUCCESSIONS)
def test_succession_keeps_a_note_on_what_is_found_in_its_place(
    library: Library, before: list[Named], after: list[Named], model: str
) -> None:
    earlier = read(library, *before, complete=False)
    library.save_note(earlier.entities[0].id, "nota")
    later = read(library, *after, model=model)
    check_note(library, earlier.entities[0].id, later)
    assert later.entities[0].id == earlier.entities[0].id
    assert names(later)[0][1] > 0
    assert len(later.entities) == len({entity.id for entity, _, _ in after})
    again = read(library, *after, model=model)
    assert again == later


def test_succession_takes_the_fuller_name_and_the_new_kind(library: Library) -> None:
    earlier = read(library, (person("Lavrov"), 0, 6))
    library.save_note(earlier.entities[0].id, "nota")
    (lavrov,) = read(library, (person("Serguéi Lavrov", "Lavrov"), 0, 6)).entities
    assert (lavrov.name, lavrov.aliases) == ("Serguéi Lavrov", ("Lavrov",))
    (same,) = read(library, (organization("Lavrov"), 0, 6)).entities
    assert (same.name, same.kind) == ("Serguéi Lavrov", Kind.ORGANIZATION)


def test_succession_makes_the_full_name_known_everywhere(library: Library) -> None:
    """Its surname's bearer too: a bare surname is short, and so no reason to join two people."""
    earlier = read(library, (person("Lavrov"), 0, 6))
    library.save_note(earlier.entities[0].id, "nota")
    read(library, (person("Serguéi Lavrov", "Lavrov"), 0, 6))
    (bare,) = read(library, (person("Lavrov"), 0, 6), text="dos").entities
    (full,) = read(library, (person("Serguei Lavrov"), 0, 6), text="tres").entities
    assert bare.id == full.id == earlier.entities[0].id
    (kirill,) = read(library, (person("Kirill Lavrov", "Lavrov"), 0, 6), text="cuatro").entities
    assert kirill.id != earlier.entities[0].id


def test_succession_joins_with_what_other_articles_name(library: Library) -> None:
    (full,) = read(library, (person("Serguéi Lavrov", "Canciller"), 0, 6), text="otro").entities
    read(library, (person("Kirill Lavrov"), 0, 6), text="de Kirill")  # "Lavrov" is ambiguous
    (bare,) = read(library, (person("Lavrov"), 0, 6)).entities
    assert bare.id != full.id
    library.save_note(bare.id, "nota")
    later = read(library, (person("Serguéi Lavrov", "Lavrov"), 0, 6))
    check_note(library, bare.id, later)
    assert names(later) == [("Serguéi Lavrov", 1)]
    assert set(later.entities[0].aliases) == {"Lavrov", "Canciller"}
    other = library.recognition(article("otro").id, "m1")
    assert other is not None
    assert other.entities == later.entities
    assert {mention.entity_id for mention in other.mentions} == {bare.id}
    (again,) = read(library, (person("Serguéi Lavrov"), 0, 6), text="tercero").entities
    assert again.id == bare.id


def test_succession_never_joins_two_with_notes(library: Library) -> None:
    (full,) = read(library, (person("Serguéi Lavrov"), 0, 6), text="otro").entities
    read(library, (person("Kirill Lavrov"), 0, 6), text="de Kirill")
    (bare,) = read(library, (person("Lavrov"), 0, 6)).entities
    library.save_note(full.id, "una")
    library.save_note(bare.id, "otra")
    later = read(library, (person("Serguéi Lavrov", "Lavrov"), 0, 6))
    assert names(later) == [("Serguéi Lavrov", 1), ("Lavrov", 0)]
    check_note(library, full.id, later)
    check_note(library, bare.id, later)


def test_succession_gives_one_of_two_with_notes(library: Library) -> None:
    """The one that is mentioned more often; the other stays, without mentions."""
    once, twice = organization("Alianza Atlántica"), organization("OTAN")
    places = [(once, 0, 6), (twice, 26, 32), (twice, 35, 41)]
    first, second = read(library, *places).entities
    library.save_note(first.id, "una")
    library.save_note(second.id, "otra")
    full = organization(OTAN, "Alianza Atlántica", "OTAN")
    later = read(library, *((full, start, end) for _, start, end in places))
    assert [entity.id for entity in later.entities] == [second.id, first.id]
    assert names(later) == [(OTAN, 3), ("Alianza Atlántica", 0)]
    check_note(library, first.id, later)
    check_note(library, second.id, later)


def test_succession_of_an_interim_that_told_two_apart(library: Library) -> None:
    bare, full = person("Lavrov"), person("Serguéi Lavrov")
    earlier = read(library, (bare, 0, 6), (replace(full, aliases=()), 18, 32), complete=False)
    noted = earlier.entities[0].id
    library.save_note(noted, "nota")
    later = read(library, (replace(full, aliases=("Lavrov",)), 0, 6), (full, 18, 32))
    check_note(library, noted, later)


UNRELATED: list[list[Named]] = [
    [],
    [(person("Serguéi Lavrov"), 50, 60)],  # nothing in its place
    [(person("Kirill Pérez"), 0, 6)],
    [(organization("Banco Lavrov"), 0, 12)],
    [(person("Serguéi Lavrov"), 0, 6), (person("Kirill Lavrov"), 35, 41)],  # a tie
]


@pytest.mark.parametrize("after", UNRELATED)
def test_succession_keeps_what_is_gone_with_its_note(library: Library, after: list[Named]) -> None:
    lavrov = person("Lavrov")
    earlier = read(library, (lavrov, 0, 6), (lavrov, 35, 41), (place("Kursk"), 44, 46))
    noted = earlier.entities[0].id
    library.save_note(noted, "nota")
    for model in ("m2", "m1", "m1"):
        later = read(library, *after, model=model)
        assert names(later) == [*((e.name, 1) for e, _, _ in after), ("Lavrov", 0)]
        check_note(library, noted, later)


@pytest.mark.parametrize(
    "bank", [organization("Banco Central de Rusia", "Rusia"), organization("Rusia")]
)
def test_succession_keeps_a_known_country_from_becoming_a_bank(
    library: Library, bank: Entity
) -> None:
    (russia,) = read(library, (country("Rusia", code="RU"), 0, 6)).entities
    library.save_note(russia.id, "nota")
    later = read(library, (bank, 0, 6))
    assert names(later) == [(bank.name, 1), ("Rusia", 0)]
    check_note(library, russia.id, later)
    assert library.entity(russia.id) == russia


def test_succession_keeps_places_of_other_identity_apart(library: Library) -> None:
    (first,) = read(library, (place("Córdoba", geonames="1"), 0, 6)).entities
    library.save_note(first.id, "nota")
    later = read(library, (place("Córdoba", geonames="2"), 0, 6))
    assert names(later) == [("Córdoba", 1), ("Córdoba", 0)]
    check_note(library, first.id, later)


def test_succession_leaves_what_other_articles_mean_by_a_name(library: Library) -> None:
    (court,) = read(library, (organization("Tribunal"), 0, 6), text="otro").entities
    read(library, (organization("Tribunal"), 0, 6))
    library.save_note(court.id, "nota")
    later = read(library, (organization("Tribunal de Lleida"), 0, 6))
    assert names(later) == [("Tribunal de Lleida", 1), ("Tribunal", 0)]
    check_note(library, court.id, later)


def test_succession_finds_by_its_name_what_was_gone_in_between(library: Library) -> None:
    """A reading that begins anew at another place starts with little of the article."""
    (bare,) = read(library, (person("Lavrov"), 0, 6)).entities
    library.save_note(bare.id, "nota")
    assert names(read(library, complete=False)) == [("Lavrov", 0)]
    later = read(library, (person("Serguéi Lavrov", "Lavrov"), 0, 6))
    assert names(later) == [("Serguéi Lavrov", 1)]
    check_note(library, bare.id, later)


def test_succession_lets_a_note_that_is_being_written_arrive(library: Library) -> None:
    (bare,) = read(library, (person("Lavrov"), 0, 6), complete=False).entities
    later = read(library, (person("Serguéi Lavrov", "Lavrov"), 0, 6))
    library.save_note(bare.id, "nota")
    check_note(library, bare.id, later)


def test_succession_leaves_alone_what_others_name_without_a_note(library: Library) -> None:
    (court,) = read(library, (organization("PP"), 0, 6), text="otro").entities
    read(library, (organization("PP"), 0, 6))
    (party,) = read(library, (organization("Partido Popular", "PP"), 0, 6)).entities
    assert party.id != court.id
    assert library.entity(court.id) == court


def test_succession_forgets_what_is_gone_without_a_note(library: Library) -> None:
    (kursk,) = read(library, (place("Kursk"), 0, 6)).entities
    assert read(library, (person("Lavrov"), 0, 6)).entities == (person("Lavrov"),)
    assert library.articles_naming(kursk.id) == []


def test_succession_lists_what_another_model_found_and_has_a_note(library: Library) -> None:
    read(library, (person("Lavrov"), 0, 6), model="m1")
    read(library, (person("Lavrov"), 0, 6), (place("Kursk"), 44, 46), model="m2")
    library.save_note("place:kursk", "nota")
    first = library.recognition(article(TEXT).id, "m1")
    assert first is not None
    assert names(first) == [("Lavrov", 1), ("Kursk", 0)]
    check_note(library, "place:kursk", first)


@pytest.mark.parametrize("name", ["Lav\ud83drov", "Lav\0rov", "%_'"])
def test_succession_keeps_odd_names(library: Library, name: str) -> None:
    (odd,) = read(library, (Entity("person:x", name, Kind.PERSON), 0, 6)).entities
    library.save_note(odd.id, "nota")
    full = Entity("person:y", f"Don {name} Ruiz", Kind.PERSON, (name,))
    later = read(library, (full, 0, 6))
    check_note(library, odd.id, later)
    assert later.entities == (replace(full, id="person:x"),)

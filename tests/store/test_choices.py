"""What the user says of links holds, whatever is recognised anew."""

from dataclasses import replace
from pathlib import Path

import pytest

from reader.core.choices import LinkChoice
from reader.core.entities import Entity, Recognition
from reader.core.errors import LibraryError
from reader.core.export import ExportScope, ScopeKind
from reader.core.mentions import Kind, LinkedBy, Mention
from reader.store.export import gather
from reader.store.library import Library
from tests.store.examples import article, found, person, place
from tests.store.test_open_names import ANA, JORGE, TEXT, crawfords, read

DOCUMENT = article(TEXT)


def pick(
    entity_id: str = ANA.id, span: tuple[int, int] | None = None, *, name: str = "Crawford"
) -> LinkChoice:
    """Return what the user says of the article's Crawford."""
    return LinkChoice(DOCUMENT.id, Kind.PERSON, name, entity_id, span)


def meant(recognition: Recognition | None) -> list[str]:
    """Return the names of the entities that the mentions mean, in reading order."""
    assert recognition is not None
    names = {entity.id: entity.name for entity in recognition.entities}
    return [names[mention.entity_id] for mention in recognition.mentions]


def stored(library: Library, model: str = "m1") -> Recognition:
    recognition = library.recognition(DOCUMENT.id, model)
    assert recognition is not None
    return recognition


NAMED = ["Jorge Crawford", "Ana Crawford"]


def test_choices_hold_for_a_name_in_its_article(library: Library) -> None:
    read(library, crawfords())
    library.save_link_choice(pick())
    assert meant(stored(library)) == [*NAMED, "Ana Crawford", "Ana Crawford"]
    assert [m.linked_by for m in stored(library).mentions[2:]] == [LinkedBy.USER] * 2


def test_choices_for_all_leave_no_question(library: Library) -> None:
    """Unless there is a note on it, which nobody else takes over."""
    question = read(library, crawfords()).entities[1]
    library.save_link_choice(pick())
    assert [e.name for e in stored(library).entities] == NAMED
    library.save_note(question.id, "¿Quién?")
    assert question in stored(library).entities


def test_choices_hold_for_one_mention(library: Library) -> None:
    read(library, crawfords())
    library.save_link_choice(pick(JORGE.id, (31, 39)))
    assert meant(stored(library)) == [*NAMED, "Jorge Crawford", "Crawford"]
    library.save_link_choice(pick(ANA.id))
    assert meant(stored(library)) == [*NAMED, "Jorge Crawford", "Ana Crawford"]


def test_choices_are_replaced_by_the_newest(library: Library) -> None:
    read(library, crawfords())
    for entity_id in (ANA.id, JORGE.id):
        library.save_link_choice(pick(entity_id))
        library.save_link_choice(pick(entity_id, (49, 57), name="CRAWFORD"))
    assert [c.entity_id for c in library.link_choices(DOCUMENT.id)] == [JORGE.id] * 2
    assert meant(stored(library)) == [*NAMED, "Jorge Crawford", "Jorge Crawford"]


def test_choices_can_be_taken_back(library: Library) -> None:
    before = read(library, crawfords())
    library.save_link_choice(pick())
    library.save_link_choice(pick(JORGE.id, (31, 39)))
    (for_all, for_one) = library.link_choices(DOCUMENT.id)
    library.delete_link_choice(for_one)
    assert meant(stored(library)) == [*NAMED, "Ana Crawford", "Ana Crawford"]
    library.delete_link_choice(for_all)
    library.delete_link_choice(for_all)
    assert stored(library) == before
    assert library.link_choices(DOCUMENT.id) == []


def test_choices_come_back_as_they_were(library: Library) -> None:
    """As an undo does: with the time at which they were made."""
    read(library, crawfords())
    library.save_link_choice(pick())
    (choice,) = library.link_choices(DOCUMENT.id)
    assert choice.made != ""
    library.delete_link_choice(choice)
    library.save_link_choice(choice)
    assert library.link_choices(DOCUMENT.id) == [choice]


@pytest.mark.parametrize("model", ["m1", "m2"])
def test_choices_survive_another_reading(library: Library, model: str) -> None:
    read(library, crawfords())
    library.save_link_choice(pick())
    library.save_link_choice(pick(JORGE.id, (31, 39)))
    again = read(library, crawfords(model=model))
    assert meant(again) == [*NAMED, "Jorge Crawford", "Ana Crawford"]
    assert stored(library, model) == again


def test_choices_hold_where_another_model_decided_otherwise(library: Library) -> None:
    """It didn't find Ana, and took every Crawford for Jorge."""
    read(library, crawfords())
    library.save_link_choice(pick())
    recognition = crawfords(model="m2")
    mentions = tuple(
        replace(m, entity_id=JORGE.id, linked_by=LinkedBy.PART)
        for m in recognition.mentions
        if m.entity_id != ANA.id
    )
    again = read(library, replace(recognition, mentions=mentions, entities=(JORGE,)))
    assert meant(again) == ["Jorge Crawford", "Ana Crawford", "Ana Crawford"]


def test_choices_for_a_name_leave_a_mention_to_its_role(library: Library) -> None:
    recognition = crawfords()
    *others, last = recognition.mentions
    by_role = replace(last, entity_id=JORGE.id, linked_by=LinkedBy.ROLE)
    read(library, replace(recognition, mentions=(*others, by_role)))
    library.save_link_choice(pick())
    assert meant(stored(library)) == [*NAMED, "Ana Crawford", "Jorge Crawford"]
    library.save_link_choice(pick(ANA.id, (49, 57)))
    assert meant(stored(library)) == [*NAMED, "Ana Crawford", "Ana Crawford"]


def test_choices_are_of_their_kind_and_article_alone(library: Library) -> None:
    read(library, crawfords())
    library.save_link_choice(pick())
    town = replace(crawfords(model="m2"), entities=(place("Crawford"),))
    mention = Mention(31, 39, Kind.PLACE, place("Crawford").id)
    assert meant(read(library, replace(town, mentions=(mention,)))) == ["Crawford"]
    longer = TEXT + " Fin."
    other = read(library, crawfords(text=longer), text=longer)
    assert meant(other) == [*NAMED, "Crawford", "Crawford"]


def test_choices_survive_the_cache(library: Library) -> None:
    read(library, crawfords())
    library.save_link_choice(pick())
    library.clear_cache()
    assert library.entity(ANA.id) is not None
    assert library.entity(JORGE.id) is None
    assert meant(read(library, crawfords())) == [*NAMED, "Ana Crawford", "Ana Crawford"]


def test_choices_follow_the_entity_to_its_fuller_name(library: Library) -> None:
    read(library, crawfords())
    library.save_link_choice(pick())
    full = person("Ana Crawford Gil")
    renamed = replace(crawfords(), entities=(JORGE, full))
    mentions = tuple(
        replace(m, entity_id=JORGE.id if m.start == 0 else full.id) for m in renamed.mentions
    )
    assert meant(read(library, replace(renamed, mentions=mentions))) == [
        "Jorge Crawford",
        *["Ana Crawford Gil"] * 3,
    ]


def test_choices_survive_reopening(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        read(library, crawfords())
        library.save_link_choice(pick())
        library.save_identifier(ANA.id, "wikidata", "Q42")
        before = stored(library)
    with Library.open(path) as library:
        assert stored(library) == before
        assert meant(before)[2:] == ["Ana Crawford", "Ana Crawford"]
        assert stored(library).entities[-1].identifiers == {"wikidata": "Q42"}


@pytest.mark.parametrize(
    "choice", [pick("person:nadie"), replace(pick(), document_id="desconocido")]
)
def test_choices_of_what_is_not_in_the_library_say_so(library: Library, choice: LinkChoice) -> None:
    read(library, crawfords())
    with pytest.raises(LibraryError, match="choose anew"):
        library.save_link_choice(choice)
    assert library.link_choices(DOCUMENT.id) == []


def test_choices_with_an_odd_name_round_trip(library: Library) -> None:
    read(library, crawfords())
    library.save_link_choice(pick(name="Craw\ud83dford'"))
    (choice,) = library.link_choices(DOCUMENT.id)
    assert choice.name == "Craw\ud83dford'"


# Identifiers


def identifiers(library: Library, entity_id: str = ANA.id) -> dict[str, str]:
    entity = library.entity(entity_id)
    assert entity is not None
    return dict(entity.identifiers)


def test_identifiers_of_the_user_are_kept_and_cleared(library: Library) -> None:
    read(library, crawfords())
    library.save_identifier(ANA.id, "wikidata", "Q42")
    assert identifiers(library) == {"wikidata": "Q42"}
    assert stored(library).entities[-1].identifiers == {"wikidata": "Q42"}
    library.save_identifier(ANA.id, "wikidata", "Q43")
    assert identifiers(library) == {"wikidata": "Q43"}
    for _ in range(2):
        library.save_identifier(ANA.id, "wikidata", "")
        assert identifiers(library) == {}


def test_identifiers_of_the_user_outweigh_derived_ones(library: Library) -> None:
    known = replace(ANA, identifiers={"wikidata": "Q1", "country": "ES"})
    read(library, replace(crawfords(), entities=(JORGE, *crawfords().entities[1:2], known)))
    library.save_identifier(ANA.id, "wikidata", "Q42")
    assert identifiers(library) == {"wikidata": "Q42", "country": "ES"}
    library.save_identifier(ANA.id, "wikidata", "")
    assert identifiers(library) == {"wikidata": "Q1", "country": "ES"}


def test_identifiers_of_the_user_survive_the_cache(library: Library) -> None:
    read(library, crawfords())
    library.save_identifier(ANA.id, "wikidata", "Q42")
    library.clear_cache()
    assert identifiers(library) == {"wikidata": "Q42"}
    ana = read(library, crawfords()).entities[2]
    assert (ana.id, ana.identifiers) == (ANA.id, {"wikidata": "Q42"})


def test_identifiers_of_the_user_stay_with_whom_another_model_finds(library: Library) -> None:
    """The entity is found under a fuller name, and has no note."""
    read(library, replace(crawfords(), mentions=crawfords().mentions[1:2], entities=(ANA,)))
    library.save_identifier(ANA.id, "wikidata", "Q42")
    full = person("Ana Crawford Gil")
    mention = Mention(17, 29, Kind.PERSON, full.id)
    recognition = Recognition(DOCUMENT.id, "m2", (mention,), (full,))
    (ana,) = read(library, recognition).entities
    assert (ana.id, ana.name) == (ANA.id, "Ana Crawford Gil")
    assert ana.identifiers == {"wikidata": "Q42"}


def test_identifiers_of_the_user_keep_two_apart(library: Library) -> None:
    """As notes on both do: two on whom the user has worked are never joined."""
    uno = article("uno")
    library.add_document(uno)
    library.store_recognition(found(uno, person("Crawford Gil")))
    library.save_identifier("person:crawford-gil", "wikidata", "Q1")
    dos = article("dos")
    library.add_document(dos)
    library.store_recognition(found(dos, person("Ana Crawford Gil")))
    library.save_identifier("person:ana-crawford-gil", "wikidata", "Q2")
    named = person("Ana Crawford Gil", "Crawford Gil")
    again = library.store_recognition(found(uno, named))
    assert {e.id: e.identifiers["wikidata"] for e in again.entities} == {
        "person:ana-crawford-gil": "Q2",
        "person:crawford-gil": "Q1",
    }


def test_identifiers_of_unknown_entities_say_so(library: Library) -> None:
    with pytest.raises(LibraryError, match="type it anew"):
        library.save_identifier("person:nadie", "wikidata", "Q42")


def test_identifiers_of_the_user_change_nothing_about_namesakes(library: Library) -> None:
    """The bare Córdoba stays the one of which no more is known, with a Wikidata id or without."""
    for text, entity in (
        ("uno", place("Córdoba", geonames="1")),
        ("dos", place("Córdoba", geonames="2")),
        ("tres", place("Córdoba")),
    ):
        library.add_document(article(text))
        (bare,) = library.store_recognition(found(article(text), entity)).entities
    library.save_identifier(bare.id, "wikidata", "Q5818")
    library.add_document(article("cuatro"))
    (again,) = library.store_recognition(found(article("cuatro"), place("Córdoba"))).entities
    assert again.id == bare.id


def test_identifiers_are_kept_as_they_came(library: Library) -> None:
    known = {"geonames": "3117735", "coordinates": "40.42,-3.70", "country": "ES"}
    madrid = Entity("place:madrid", "Madrid", Kind.PLACE, (), known)
    library.add_document(DOCUMENT)
    library.store_recognition(found(DOCUMENT, madrid))
    assert stored(library).entities[0].identifiers == known


def test_identifiers_make_an_entity_ones_own_in_exports(library: Library) -> None:
    read(library, crawfords())
    library.save_identifier(ANA.id, "wikidata", "Q42")
    (exported,) = gather(library, ExportScope(ScopeKind.ARTICLES, (DOCUMENT.id,))).articles
    assert [each.entity.identifiers for each in exported.entities] == [{"wikidata": "Q42"}]

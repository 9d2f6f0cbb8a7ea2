"""A name that may mean several: an article's own question, that of nobody else."""

from dataclasses import replace

import pytest

from reader.core.entities import Entity, Recognition
from reader.core.mentions import Kind, LinkedBy, Mention
from reader.store.library import Library
from tests.store.examples import article, found, person, place

JORGE, ANA = person("Jorge Crawford", "Crawford"), person("Ana Crawford", "Crawford")
OPEN = Entity("person:?crawford", "Crawford", Kind.PERSON, (), {}, (JORGE.id, ANA.id))
TEXT = "Jorge Crawford y Ana Crawford. Crawford no vino; CRAWFORD sí."


def crawfords(*, model: str = "m1", text: str = TEXT, complete: bool = True) -> Recognition:
    """Return a recognition of two people in full and two mentions of their surname."""
    mentions = (
        Mention(0, 14, Kind.PERSON, JORGE.id),
        Mention(17, 29, Kind.PERSON, ANA.id),
        Mention(31, 39, Kind.PERSON, OPEN.id, linked_by=LinkedBy.OPEN),
        Mention(49, 57, Kind.PERSON, OPEN.id, linked_by=LinkedBy.OPEN),
    )
    document = article(text)
    return Recognition(document.id, model, mentions, (JORGE, OPEN, ANA), complete=complete)


def read(library: Library, recognition: Recognition, *, text: str = TEXT) -> Recognition:
    """Return what the library makes of a recognition of an article."""
    if library.document(recognition.document_id) is None:
        library.add_document(article(text))
    return library.store_recognition(recognition)


def test_open_names_keep_their_candidates(library: Library) -> None:
    stored = read(library, crawfords())
    jorge, crawford, ana = stored.entities
    assert (crawford.name, crawford.kind) == ("Crawford", Kind.PERSON)
    assert crawford.candidates == (jorge.id, ana.id)
    assert [m.entity_id for m in stored.mentions] == [jorge.id, ana.id, crawford.id, crawford.id]
    assert jorge.candidates == ana.candidates == ()
    assert library.recognition(stored.document_id, "m1") == stored


def test_open_names_have_the_library_s_candidates(library: Library) -> None:
    """Also where the library knows a candidate under another id."""
    other = article("otro")
    library.add_document(other)
    (known,) = library.store_recognition(
        found(other, replace(ANA, id="person:ana", aliases=("Anita",)))
    ).entities
    _jorge, crawford, ana = read(library, crawfords()).entities
    assert ana.id == known.id == "person:ana"
    assert crawford.candidates == (JORGE.id, "person:ana")


def test_open_names_leave_out_candidates_that_nobody_found(library: Library) -> None:
    recognition = crawfords()
    nobody = replace(OPEN, candidates=(JORGE.id, "person:nadie", OPEN.id))
    stored = read(library, replace(recognition, entities=(JORGE, nobody, ANA)))
    assert stored.entities[1].candidates == (JORGE.id,)


def test_open_names_are_not_the_library_s_only_bearer(library: Library) -> None:
    other = article("otro")
    library.add_document(other)
    (known,) = library.store_recognition(found(other, person("Luis Crawford"))).entities
    assert known.id not in {m.entity_id for m in read(library, crawfords()).mentions}


def test_open_names_are_nobody_else_s(library: Library) -> None:
    """Neither another article's open name, nor its bare surname, before or after."""
    before = article("antes")
    library.add_document(before)
    (bare,) = library.store_recognition(found(before, person("Crawford"))).entities
    _, first, _ = read(library, crawfords()).entities
    _, second, _ = read(library, crawfords(text=TEXT + " Fin."), text=TEXT + " Fin.").entities
    after = article("después")
    library.add_document(after)
    (again,) = library.store_recognition(found(after, person("Crawford"))).entities
    assert again.id == bare.id
    assert len({bare.id, first.id, second.id}) == 3
    assert [each.id for each in library.articles_naming(first.id)] == [article(TEXT).id]


def test_open_names_make_no_surname_ambiguous(library: Library) -> None:
    """An open name is no third bearer of the surname: of one Crawford, "Crawford" is still he."""
    open_name = replace(OPEN, candidates=(JORGE.id, place("Crawford").id))
    document = article(TEXT)
    library.add_document(document)
    library.store_recognition(found(document, JORGE, open_name, place("Crawford")))
    other = article("otro")
    library.add_document(other)
    (named,) = library.store_recognition(found(other, person("Crawford"))).entities
    assert named.name == "Jorge Crawford"


@pytest.mark.parametrize("model", ["m1", "m2"])
def test_open_names_are_the_same_when_read_again(library: Library, model: str) -> None:
    first = read(library, crawfords(complete=False))
    library.save_note(first.entities[1].id, "¿Quién?")
    renamed = replace(OPEN, id="person:?crawford-1")
    recognition = crawfords(model=model)
    mentions = tuple(
        replace(m, entity_id=renamed.id) if m.entity_id == OPEN.id else m
        for m in recognition.mentions
    )
    again = read(library, replace(recognition, mentions=mentions, entities=(JORGE, renamed, ANA)))
    assert again.entities == first.entities


def test_open_names_with_a_note_give_it_to_nobody(library: Library) -> None:
    """Another model decides: what was written on the question stays on the question."""
    first = read(library, crawfords())
    question = first.entities[1].id
    library.save_note(question, "¿Quién?")
    mentions = tuple(
        replace(m, entity_id=JORGE.id, linked_by=LinkedBy.PART) for m in first.mentions
    )
    decided = read(library, replace(crawfords(model="m2"), mentions=mentions, entities=(JORGE,)))
    assert [entity.id for entity in decided.entities] == [JORGE.id, question]
    assert {m.entity_id for m in decided.mentions} == {JORGE.id}


def test_open_names_take_nothing_over(library: Library) -> None:
    """The first half named one bare Crawford, on whom there is a note; now it may be two."""
    half = Recognition(
        article(TEXT).id,
        "m1",
        (Mention(31, 39, Kind.PERSON, "person:crawford"),),
        (person("Crawford"),),
        complete=False,
    )
    (bare,) = read(library, half).entities
    library.save_note(bare.id, "nota")
    whole = read(library, crawfords())
    assert bare.id in [entity.id for entity in whole.entities]
    assert bare.id not in {m.entity_id for m in whole.mentions}


def test_open_names_go_with_the_cache(library: Library) -> None:
    crawford = read(library, crawfords()).entities[1]
    library.clear_cache()
    assert library.entity(crawford.id) is None
    assert read(library, crawfords()).entities[1] == crawford


@pytest.mark.parametrize("name", ["Robert'); DROP TABLE x;--", "Lav\ud83drov", "...", "%_@?"])
def test_open_names_may_be_odd(library: Library, name: str) -> None:
    odd = replace(OPEN, name=name)
    stored = read(library, replace(crawfords(), entities=(JORGE, odd, ANA)))
    assert (stored.entities[1].name, len(stored.entities[1].candidates)) == (name, 2)
    assert library.recognition(stored.document_id, "m1") == stored

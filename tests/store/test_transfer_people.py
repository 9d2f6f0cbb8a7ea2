"""Who comes in with a library is one of those who are here only where nothing speaks against it."""

from reader.core.transfer import Part
from reader.store.library import Library
from tests.store.libraries import rows_of
from tests.store.test_derived import check
from tests.store.transfer_samples import KURSK, TORRES, in_memory, take, text_of


def test_transfer_keeps_people_apart_of_whom_both_wrote(source: Library, target: Library) -> None:
    source.save_note(TORRES.id, "La jueza de Lugo.")
    target.save_note(TORRES.id, "La ciclista.")
    merged = take(source, target)
    (apart,) = merged.apart
    assert (apart.name, apart.entity_id) == ("Ana Torres", TORRES.id)
    assert apart.other_id != TORRES.id
    assert text_of(target, TORRES.id) == "La ciclista."
    assert text_of(target, apart.other_id) == "La jueza de Lugo."
    assert merged.added[Part.NOTES] == 1
    check(target)


def test_transfer_of_people_apart_a_second_time_changes_nothing(
    source: Library, target: Library
) -> None:
    source.save_note(TORRES.id, "La jueza de Lugo.")
    target.save_note(TORRES.id, "La ciclista.")
    take(source, target)
    before = rows_of(target)
    again = take(source, target)
    assert again.apart == []
    assert not again.added
    assert rows_of(target) == before


def test_transfer_of_people_apart_who_were_merged_then_leaves_them_one(
    source: Library, target: Library
) -> None:
    source.save_note(TORRES.id, "La jueza de Lugo.")
    target.save_note(TORRES.id, "La ciclista.")
    (apart,) = take(source, target).apart
    target.corrections.merge(apart.entity_id, [apart.other_id])
    joined = text_of(target, TORRES.id)
    assert "La ciclista." in joined
    assert "La jueza de Lugo." in joined
    assert take(source, target).apart == []
    assert text_of(target, TORRES.id) == joined


def test_transfer_keeps_apart_what_has_other_wikidata_ids(source: Library, target: Library) -> None:
    for library, value in ((source, "Q1"), (target, "Q2")):
        library.save_identifier(KURSK.id, "wikidata", value)
    merged = take(source, target)
    assert [each.name for each in merged.apart] == ["Kursk"]
    kept = target.entity(KURSK.id)
    other = target.entity(merged.apart[0].other_id)
    assert kept is not None
    assert other is not None
    assert (kept.identifiers["wikidata"], other.identifiers["wikidata"]) == ("Q2", "Q1")


def test_transfer_joins_people_of_one_wikidata_id_whatever_is_written(
    source: Library, target: Library
) -> None:
    for library, note in ((source, "La jueza."), (target, "De Lugo.")):
        library.save_identifier(TORRES.id, "wikidata", "Q1")
        library.save_note(TORRES.id, note)
    assert take(source, target).apart == []


def test_transfer_joins_people_of_whom_one_wrote(source: Library, target: Library) -> None:
    source.save_note(TORRES.id, "La jueza de Lugo.")
    assert take(source, target).apart == []
    assert text_of(target, TORRES.id) == "La jueza de Lugo."


def test_transfer_knows_a_note_that_went_out_and_came_back_longer(target: Library) -> None:
    target.save_note(TORRES.id, "La jueza.")
    with in_memory(25) as laptop:
        take(target, laptop)
        laptop.save_note(TORRES.id, "La jueza de Lugo.")
        assert take(laptop, target).apart == []
    assert text_of(target, TORRES.id) == "La jueza de Lugo."

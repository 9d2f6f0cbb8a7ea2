"""Names that were changed, links in notes and merged entities, on their way to another library."""

from reader.core.corrections import Wanted
from reader.core.notes import NoteTarget, TargetKind
from reader.core.transfer import Part
from reader.store.library import Library
from tests.store.examples import naming, news
from tests.store.libraries import rows_of
from tests.store.test_derived import check
from tests.store.transfer_samples import LAVROV, RUSSIA, TORRES, in_memory, take, text_of


def led_to(library: Library, entity_id: str) -> list[str]:
    return [each.id if each else "" for each in library.notebook.links(entity_id)]


def found(library: Library, text: str) -> list[str]:
    return [each.entity.id for each in library.directory.find(text)]


def test_transfer_of_links_keeps_whom_they_mean(source: Library) -> None:
    source.save_note(LAVROV.id, "Con [[Ana Torres]] en [[Rusia|su país]].")
    with in_memory(24) as empty:
        take(source, empty)
        assert led_to(empty, LAVROV.id) == [TORRES.id, RUSSIA.id]


def test_transfer_of_a_renamed_entity_lets_it_be_found_by_its_new_name(
    source: Library, target: Library
) -> None:
    source.corrections.rename(RUSSIA.id, "Kursk II")
    source.corrections.rename(RUSSIA.id, "Córdoba II")
    take(source, target)
    assert found(target, "cordoba") == [RUSSIA.id]
    check(target)


def test_transfer_of_a_renamed_entity_has_the_notes_of_here_follow(
    source: Library, target: Library
) -> None:
    target.save_note(LAVROV.id, "De [[Rusia]].")
    source.corrections.rename(RUSSIA.id, "Federación Rusa")
    take(source, target)
    assert text_of(target, LAVROV.id) == "De [[Federación Rusa]]."


def test_transfer_of_a_note_calls_whom_it_links_to_as_here(
    source: Library, target: Library
) -> None:
    target.corrections.rename(RUSSIA.id, "Federación Rusa")
    source.save_note(LAVROV.id, "De [[Rusia]].")
    take(source, target)
    assert text_of(target, LAVROV.id) == "De [[Federación Rusa]]."
    once = rows_of(target)
    assert not take(source, target).updated
    assert rows_of(target) == once


def test_transfer_of_joined_notes_keeps_the_links_of_both(source: Library, target: Library) -> None:
    both = news("Otra noticia: Serguéi Lavrov y Ana Torres.").document
    source.add_document(both)
    twin = type(LAVROV)("person:otro", LAVROV.name, LAVROV.kind)
    other_torres = type(TORRES)("person:otra-torres", TORRES.name, TORRES.kind)
    with in_memory(25) as here:
        here.add_document(both)
        here.store_recognition(naming(both, twin, other_torres))
        here.save_note("person:otro", "Con [[Ana Torres]].")
        for library, lavrov in ((here, "person:otro"), (source, LAVROV.id)):
            library.save_identifier(lavrov, "wikidata", "Q1")  # else they would be kept apart
        chosen = {"ella": NoteTarget(TargetKind.ENTITY, RUSSIA.id, "Rusia")}
        source.notebook.save(LAVROV.id, "De [[ella]] y [[Ana Torres]].", chosen=chosen)
        take(source, here)
        assert text_of(here, "person:otro").split("\n\n---\n\n") == [
            "Con [[Ana Torres]].",
            "De [[Rusia]] y [[Ana Torres]].",
        ]
        assert led_to(here, "person:otro") == [
            "person:otra-torres",
            RUSSIA.id,
            "person:otra-torres",
        ]


def test_transfer_of_a_merge_joins_the_notes_of_here(source: Library, target: Library) -> None:
    target.save_note(LAVROV.id, "Ministro.")
    target.save_note(TORRES.id, "Periodista, de [[Rusia]].")
    change = source.corrections.merge(LAVROV.id, [TORRES.id])
    take(source, target)
    assert text_of(target, TORRES.id) == ""
    assert text_of(target, LAVROV.id) == "Ministro.\n\n---\n\nPeriodista, de [[Rusia]]."
    assert led_to(target, LAVROV.id) == [RUSSIA.id]
    target.corrections.undo(change.id)
    assert text_of(target, TORRES.id) == "Periodista, de [[Rusia]]."
    assert text_of(target, LAVROV.id) == "Ministro."


def test_transfer_of_a_note_on_one_that_is_merged_here_joins_it(
    source: Library, target: Library
) -> None:
    target.save_note(LAVROV.id, "Ministro.")
    target.corrections.merge(LAVROV.id, [TORRES.id])
    source.save_note(TORRES.id, "Periodista.")
    take(source, target)
    assert text_of(target, LAVROV.id) == "Ministro.\n\n---\n\nPeriodista."


def test_transfer_of_a_merge_against_one_that_holds_here_is_kept_as_taken_back(
    source: Library, target: Library
) -> None:
    source.corrections.merge(TORRES.id, [LAVROV.id])
    target.corrections.merge(LAVROV.id, [TORRES.id])
    assert take(source, target).added[Part.CORRECTIONS] == 1
    entity = target.entity(TORRES.id)
    assert entity is not None
    assert entity.id == LAVROV.id
    assert len(target.corrections.all()) == len(target.corrections.all(Wanted(undone=True))) == 1
    assert found(target, "torres") == [LAVROV.id]
    check(target)


def test_split_gives_a_note_back_with_the_names_of_now(source: Library) -> None:
    source.save_note(LAVROV.id, "Ministro.")
    source.save_note(TORRES.id, "De [[Rusia]].")
    change = source.corrections.merge(LAVROV.id, [TORRES.id])
    source.corrections.rename(RUSSIA.id, "Federación Rusa")
    source.corrections.undo(change.id)
    assert text_of(source, LAVROV.id) == "Ministro."
    assert text_of(source, TORRES.id) == "De [[Federación Rusa]]."
    assert led_to(source, TORRES.id) == [RUSSIA.id]

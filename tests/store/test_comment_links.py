"""Links in comments of annotations: they follow their targets as those in notes do."""

from dataclasses import replace

import pytest

from reader.core.annotations import Annotation, Colour, annotate
from reader.core.shelf import Field
from reader.store.library import Library
from tests.store.examples import naming, news, person
from tests.store.test_notebook import Clock
from tests.store.transfer_samples import take

ANA, EVA = person("Ana Gil", "Gil Soler"), person("Eva Paz")


@pytest.fixture
def library() -> Library:
    """Return a library with two articles that name two people."""
    library = Library.open(None, now=Clock())
    for title, text in (
        ("La visita", "Ana Gil y Eva Paz visitaron Kursk."),
        ("El viaje", "Ana Gil viajó a Kursk."),
    ):
        parsed = news(text, title=title, date="2026-01-02")
        library.shelf.add(parsed)
        library.store_recognition(naming(parsed.document, ANA, EVA))
    return library


def article_id(library: Library, title: str) -> str:
    """Return the id of the article of that title."""
    return next(each.id for each in library.documents() if each.title == title)


def commented(library: Library, comment: str, *, name: str = "a") -> Annotation:
    """Return a new annotation of the first article, as it was saved."""
    document = library.document(article_id(library, "La visita"))
    assert document is not None
    made = annotate(document, 0, 7, annotation_id=name, colour=Colour.GREEN, now="2026-01-01")
    library.save_annotation(replace(made, comment=comment))
    return held(library, name)


def held(library: Library, name: str = "a") -> Annotation:
    """Return an annotation as the library has it."""
    found = library.annotation_list.annotation(name)
    assert found is not None
    return found


def test_comment_links_follow_a_renaming_and_its_undo(library: Library) -> None:
    text = "Dice [[Ana Gil|ella]], o sea [[Ana Gil]]; `[[Ana Gil]]` y [[Gil Soler]]"
    before = commented(library, text)
    change = library.corrections.rename(ANA.id, "A | B")
    renamed = held(library)
    assert renamed.comment == (
        r"Dice [[A \| B|ella]], o sea [[A \| B]]; `[[Ana Gil]]` y [[Gil Soler]]"
    )
    assert renamed.modified == before.modified
    assert len(library.search.find("sea A")) == 1
    library.corrections.undo(change.id)
    assert held(library).comment == text
    library.corrections.redo(change.id)
    assert held(library).comment == renamed.comment


def test_comment_links_follow_a_merge_and_part_with_it(library: Library) -> None:
    commented(library, "[[Eva Paz]] y [[Ana Gil]]")
    change = library.corrections.merge(ANA.id, [EVA.id])
    assert held(library).comment == "[[Ana Gil]] y [[Ana Gil]]"
    assert [each.annotation_id for each in library.notebook.backlinks(EVA.id)] == ["a"]
    library.corrections.undo(change.id)
    assert held(library).comment == "[[Eva Paz]] y [[Ana Gil]]"


def test_comment_links_follow_a_retitled_article(library: Library) -> None:
    journey = article_id(library, "El viaje")
    commented(library, "Véase [[El viaje]].")
    undoing = library.shelf.edit_metadata(journey, {Field.TITLE: "Otro viaje"})
    assert held(library).comment == "Véase [[Otro viaje]]."
    (backlink,) = library.notebook.backlinks_to_article(journey)
    assert (backlink.annotation_id, backlink.snippet.text) == ("a", "Véase Otro viaje.")
    library.shelf.edit_metadata(journey, undoing)
    assert held(library).comment == "Véase [[El viaje]]."


def test_comment_links_of_a_deleted_annotation_are_right_when_it_comes_back(
    library: Library,
) -> None:
    before = commented(library, "[[Ana Gil]]")
    library.annotation_list.save([(before, None)])
    library.corrections.rename(ANA.id, "Ana G.")
    assert library.annotation_list.save([(before, before)]) is True
    assert held(library).comment == "[[Ana G.]]"


def test_comment_links_outlive_a_change_that_knew_the_old_name(library: Library) -> None:
    before = commented(library, "[[Ana Gil]]")
    library.corrections.rename(ANA.id, "Ana G.")
    assert library.annotation_list.save([(before, replace(before, colour=Colour.PINK))]) is True
    assert (held(library).comment, held(library).colour) == ("[[Ana G.]]", Colour.PINK)
    changed = replace(held(library), comment="[[Ana G.]] dice")
    assert library.annotation_list.save([(held(library), changed)]) is False
    assert held(library).comment == "[[Ana G.]] dice"


def test_comment_links_to_a_name_of_nobody_lead_to_whom_has_it_later(library: Library) -> None:
    commented(library, "¿Quién es [[Ana Soler]]?")
    assert library.notebook.backlinks(ANA.id) == []
    library.corrections.rename(ANA.id, "Ana Soler")
    assert [each.annotation_id for each in library.notebook.backlinks(ANA.id)] == ["a"]


def test_comment_links_of_a_restored_version_follow_the_next_renaming(library: Library) -> None:
    before = commented(library, "Dice [[Ana Gil]], o sea [[Gil Soler]], mucho y muy largo")
    library.annotation_list.save([(before, replace(before, comment="Nada"))])
    library.corrections.rename(ANA.id, "Ana G.")
    (version,) = library.annotation_list.versions("a")
    assert version.comment == "Dice [[Ana G.]], o sea [[Gil Soler]], mucho y muy largo"
    now = held(library)
    library.annotation_list.save([(now, replace(now, comment=version.comment))])
    change = library.corrections.rename(ANA.id, "Ana Otra")
    assert held(library).comment == "Dice [[Ana Otra]], o sea [[Gil Soler]], mucho y muy largo"
    library.corrections.undo(change.id)
    assert held(library).comment == version.comment


def test_comment_links_go_to_another_library_with_the_names_of_there(library: Library) -> None:
    commented(library, "[[Ana Gil]] y [[El viaje]]")
    other = Library.open(None, now=Clock())
    take(library, other)
    change = other.corrections.rename(ANA.id, "Ana G.")
    assert held(other).comment == "[[Ana G.]] y [[El viaje]]"
    other.corrections.undo(change.id)
    assert held(other).comment == "[[Ana Gil]] y [[El viaje]]"


def test_comment_links_that_come_in_are_called_as_here(library: Library) -> None:
    library.notebook.save(ANA.id, "De ella hay algo que decir.")
    other = Library.open(None, now=Clock())
    take(library, other)
    other.corrections.rename(ANA.id, "Ana G.")
    commented(library, "[[Ana Gil]]")
    take(library, other)
    assert held(other).comment == "[[Ana G.]]"

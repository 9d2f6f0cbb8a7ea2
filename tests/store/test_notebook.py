"""Notes with their versions, links and tags."""

from collections.abc import Callable

import pytest

from reader.core.annotations import Colour, annotate
from reader.core.entities import Note
from reader.core.errors import LibraryError
from reader.core.notes import NoteTarget, TargetKind
from reader.core.shelf import Field, LabelKind
from reader.store.library import Library
from tests.store.examples import naming, news, person, place

ANA, EVA, LUIS = person("Ana Gil", "Gil Soler"), person("Eva Paz"), person("Luis Vega")
KURSK = place("Kursk")


class Clock:
    """A clock that goes on by a second at each look, or as far as it is told."""

    def __init__(self) -> None:
        self.seconds = 0

    def __call__(self) -> str:
        self.seconds += 1
        minutes, seconds = divmod(self.seconds, 60)
        return f"2026-11-23T{minutes // 60:02}:{minutes % 60:02}:{seconds:02}Z"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def library(clock: Clock) -> "Library":
    """Return a library with two articles that name four entities."""
    library = Library.open(None, now=clock)
    for title, text in (
        ("La visita", "Ana Gil y Eva Paz visitaron Kursk con Luis Vega."),
        ("El viaje", "Ana Gil (Gil Soler) viajó a Kursk."),
    ):
        parsed = news(text, title=title, outlet="Diario", date="2026-01-02")
        library.shelf.add(parsed)
        library.store_recognition(naming(parsed.document, ANA, EVA, LUIS, KURSK))
    return library


def text_of(library: Library, entity_id: str) -> str:
    """Return the text of a note, "" for none."""
    note = library.notebook.note(entity_id)
    return note.text if note is not None else ""


def article_id(library: Library, title: str) -> str:
    """Return the id of the article of that title."""
    return next(each.id for each in library.documents() if each.title == title)


def texts(library: Library, entity_id: str) -> list[str]:
    """Return what a note said before, the newest first."""
    return [each.text for each in library.notebook.versions(entity_id)]


# ---- versions


def test_notebook_keeps_no_version_of_every_key(library: Library) -> None:
    note = "Una nota larga " * 10
    for end in range(1, len(note)):
        library.notebook.save(ANA.id, note[:end])
    assert texts(library, ANA.id) == []


def test_notebook_surely_keeps_what_is_cut_or_written_over(library: Library) -> None:
    note = "Una nota larga " * 10
    for end in range(1, 60):
        library.notebook.save(ANA.id, note)
        library.notebook.save(ANA.id, "x" * end)
    assert texts(library, ANA.id) == [note]


def test_notebook_keeps_a_version_each_ten_minutes(library: Library, clock: Clock) -> None:
    library.notebook.save(ANA.id, "uno")
    for number in range(30):
        clock.seconds += 60
        library.notebook.save(ANA.id, f"uno {number}")
    assert len(texts(library, ANA.id)) == 3
    assert "uno" not in texts(library, ANA.id)


def test_notebook_keeps_what_stood_there_before_a_new_spell(library: Library, clock: Clock) -> None:
    library.notebook.save(ANA.id, "ayer")
    saved = library.notebook.note(ANA.id)
    clock.seconds += 3600
    library.notebook.save(ANA.id, "hoy")
    library.notebook.save(ANA.id, "hoy y más")
    (version,) = library.notebook.versions(ANA.id)
    assert saved is not None
    assert (version.text, version.saved) == ("ayer", saved.modified)


def test_notebook_surely_keeps_what_is_deleted(library: Library) -> None:
    library.notebook.save(ANA.id, "nota")
    library.notebook.save(ANA.id, "")
    assert texts(library, ANA.id) == ["nota"]


def test_notebook_restores_a_version_as_a_new_one(library: Library, clock: Clock) -> None:
    library.notebook.save(ANA.id, "primera")
    clock.seconds += 3600
    library.notebook.save(ANA.id, "segunda")
    (first,) = library.notebook.versions(ANA.id)
    note, before = library.notebook.restore(ANA.id, first.number)
    assert (note.text, before) == ("primera", "segunda")
    assert texts(library, ANA.id) == ["segunda", "primera"]
    library.notebook.replace(ANA.id, before)
    assert text_of(library, ANA.id) == "segunda"


def test_notebook_restores_a_version_that_follows_the_next_renaming(library: Library) -> None:
    library.notebook.save(EVA.id, "Con [[Ana Gil]]")
    library.notebook.save(EVA.id, "")
    library.corrections.rename(ANA.id, "Ana G.")
    (version,) = library.notebook.versions(EVA.id)
    library.notebook.restore(EVA.id, version.number)
    library.corrections.rename(ANA.id, "Ana Otra")
    assert text_of(library, EVA.id) == "Con [[Ana Otra]]"


def test_notebook_restores_no_version_that_is_not_there(library: Library) -> None:
    with pytest.raises(LibraryError, match="no longer there"):
        library.notebook.restore(ANA.id, 7)


def test_notebook_replaces_by_nothing(library: Library) -> None:
    library.notebook.save(ANA.id, "nota")
    note, before = library.notebook.replace(ANA.id, "")
    assert (note.text, before) == ("", "nota")
    assert library.notebook.note(ANA.id) is None
    library.notebook.replace(ANA.id, before)
    assert text_of(library, ANA.id) == "nota"


def test_notebook_merge_keeps_a_version_of_both(library: Library) -> None:
    library.notebook.save(ANA.id, "de Ana")
    library.notebook.save(EVA.id, "de Eva")
    change = library.corrections.merge(ANA.id, [EVA.id])
    assert texts(library, ANA.id) == ["de Ana"]
    library.corrections.undo(change.id)
    assert text_of(library, ANA.id) == "de Ana"
    assert texts(library, ANA.id)[0] == "de Ana\n\n---\n\nde Eva"
    assert texts(library, EVA.id) == ["de Eva"]


def test_notebook_appends_below(library: Library) -> None:
    assert library.notebook.append(ANA.id, "> cita")[0].text == "> cita"
    note, before = library.notebook.append(ANA.id, "> otra")
    assert (note.text, before) == ("> cita\n\n> otra", "> cita")


# ---- links


def leads(library: Library, entity_id: str) -> list[str | None]:
    """Return the ids of what a note's links lead to."""
    return [each and each.id for each in library.notebook.links(entity_id)]


def test_notebook_resolves_names_aliases_and_titles(library: Library) -> None:
    library.notebook.save(LUIS.id, "[[eva paz]] [[Gil Soler]] [[La visita]] [[Nadie]]")
    assert leads(library, LUIS.id) == [EVA.id, ANA.id, article_id(library, "La visita"), None]


def test_notebook_keeps_whom_the_user_chose(library: Library) -> None:
    chosen = NoteTarget(TargetKind.ARTICLE, article_id(library, "El viaje"), "Kursk")
    library.notebook.save(LUIS.id, "[[Kursk]]", chosen={"Kursk": chosen})
    library.notebook.save(LUIS.id, "[[Eva Paz]] y [[Kursk]]")
    assert leads(library, LUIS.id) == [EVA.id, chosen.id]
    assert library.notebook.leads_to("Kursk", entity_id=LUIS.id) is not None
    assert library.notebook.leads_to("Kursk") == NoteTarget(
        TargetKind.ENTITY, KURSK.id, "Kursk", KURSK.kind
    )


def test_notebook_finds_a_name_that_came_later(library: Library) -> None:
    library.notebook.save(ANA.id, "Con [[Rosa Mar]].")
    rosa = person("Rosa Mar")
    parsed = news("Rosa Mar habló.", title="Rosa")
    library.shelf.add(parsed)
    library.store_recognition(naming(parsed.document, rosa))
    assert library.notebook.leads_to("Rosa Mar", entity_id=ANA.id) is not None
    assert [each.entity_id for each in library.notebook.backlinks(rosa.id)] == [ANA.id]


HOSTILE = "A]]b|c [[d `e` \\f"


@pytest.mark.parametrize("name", ["Ana Gil Soler", HOSTILE, "]]", "😀 ñandú"])
def test_notebook_rewrites_what_is_renamed_and_undoes_it(library: Library, name: str) -> None:
    text = "[[Ana Gil]], [[Ana Gil|ella]] y [[Gil Soler]]; `[[Ana Gil]]`"
    saved = library.notebook.save(LUIS.id, text)
    change = library.corrections.rename(ANA.id, name)
    assert leads(library, LUIS.id) == [ANA.id] * 3
    renamed = text_of(library, LUIS.id)
    assert "[[Ana Gil]], " not in renamed
    assert "`[[Ana Gil]]`" in renamed
    assert "[[Gil Soler]]" in renamed
    library.notebook.save(LUIS.id, f"{renamed} y más", based_on=saved.modified)
    assert leads(library, LUIS.id) == [ANA.id] * 3
    library.corrections.undo(change.id)
    assert text_of(library, LUIS.id) == f"{text} y más"
    library.corrections.redo(change.id)
    assert text_of(library, LUIS.id) == f"{renamed} y más"


def test_notebook_rewrites_links_of_what_is_merged(library: Library) -> None:
    library.notebook.save(LUIS.id, "[[Eva Paz]] y [[Ana Gil]]")
    change = library.corrections.merge(ANA.id, [EVA.id])
    assert text_of(library, LUIS.id) == "[[Ana Gil]] y [[Ana Gil]]"
    library.notebook.save(LUIS.id, "[[Ana Gil]] y [[Ana Gil]], [[Eva Paz]]")
    library.corrections.undo(change.id)
    assert text_of(library, LUIS.id) == "[[Eva Paz]] y [[Ana Gil]], [[Eva Paz]]"
    assert leads(library, LUIS.id) == [EVA.id, ANA.id, EVA.id]


def test_notebook_parts_notes_that_link_to_each_other(library: Library) -> None:
    library.notebook.save(ANA.id, "Hermana de [[Eva Paz]].")
    library.notebook.save(EVA.id, "Hermana de [[Ana Gil]] y de [[Eva Paz]].")
    change = library.corrections.merge(ANA.id, [EVA.id])
    assert "[[Eva Paz]]" not in text_of(library, ANA.id)
    library.corrections.undo(change.id)
    assert text_of(library, ANA.id) == "Hermana de [[Eva Paz]]."
    assert text_of(library, EVA.id) == "Hermana de [[Ana Gil]] y de [[Eva Paz]]."
    assert leads(library, EVA.id) == [ANA.id, EVA.id]


def test_notebook_rewrites_links_to_a_retitled_article(library: Library) -> None:
    visit = article_id(library, "La visita")
    library.notebook.save(LUIS.id, "Véase [[La visita|aquí]].")
    undoing = library.shelf.edit_metadata(visit, {Field.TITLE: "Visita | [[2]]"})
    assert text_of(library, LUIS.id) == r"Véase [[Visita \| \[\[2\]\]|aquí]]."
    assert leads(library, LUIS.id) == [visit]
    assert len(library.search.find("véase aquí")) == 1
    library.shelf.edit_metadata(visit, undoing)
    assert text_of(library, LUIS.id) == "Véase [[La visita|aquí]]."


def test_notebook_rename_does_not_date_notes(library: Library) -> None:
    note = library.notebook.save(LUIS.id, "[[Ana Gil]]")
    library.corrections.rename(ANA.id, "Ana G.")
    renamed = library.notebook.note(LUIS.id)
    assert renamed == Note(LUIS.id, "[[Ana G.]]", note.modified)


def test_notebook_outlives_the_article_that_it_links_to(library: Library) -> None:
    visit = article_id(library, "La visita")
    library.notebook.save(LUIS.id, "[[La visita]]")
    library.shelf.delete([visit])
    assert leads(library, LUIS.id) == [None]
    library.shelf.restore([visit])
    assert leads(library, LUIS.id) == [visit]
    library.shelf.delete([visit])
    library.shelf.empty_trash()
    assert leads(library, LUIS.id) == [None]
    assert text_of(library, LUIS.id) == "[[La visita]]"


def test_notebook_keeps_the_entities_that_are_linked_to(library: Library) -> None:
    library.notebook.save(LUIS.id, "[[Eva Paz]]")
    library.clear_cache()
    assert leads(library, LUIS.id) == [EVA.id]


# ---- backlinks


def test_notebook_lists_backlinks_with_their_words(library: Library) -> None:
    library.notebook.save(LUIS.id, "Otra cosa.\n\n- Amigo de **[[Ana Gil|la ministra]]** y más.")
    library.notebook.save(EVA.id, "Sin enlace.")
    library.notebook.save(ANA.id, "Yo, [[Ana Gil]].")
    (backlink,) = library.notebook.backlinks(ANA.id)
    assert (backlink.entity_id, backlink.title) == (LUIS.id, "Luis Vega")
    assert backlink.snippet.text == "Amigo de la ministra y más."
    ((start, end),) = backlink.snippet.matches
    assert backlink.snippet.text[start:end] == "la ministra"


def test_notebook_backlinks_end_with_the_note(library: Library) -> None:
    library.notebook.save(LUIS.id, "[[Ana Gil]] [[La visita]]")
    visit = article_id(library, "La visita")
    assert len(library.notebook.backlinks_to_article(visit)) == 1
    library.notebook.save(LUIS.id, "")
    assert library.notebook.backlinks(ANA.id) == []
    assert library.notebook.backlinks_to_article(visit) == []


def test_notebook_backlinks_lead_to_whom_one_was_merged_into(library: Library) -> None:
    library.notebook.save(LUIS.id, "[[Eva Paz]]")
    library.corrections.merge(ANA.id, [EVA.id])
    for entity_id in (ANA.id, EVA.id):
        assert [each.entity_id for each in library.notebook.backlinks(entity_id)] == [LUIS.id]


def test_notebook_backlinks_have_comments_too(library: Library) -> None:
    document = library.document(article_id(library, "La visita"))
    assert document is not None
    for number, comment in enumerate(("Véase [[Ana Gil]].", "Ana Gil sin enlace.")):
        made = annotate(
            document, 0, 7, annotation_id=f"a{number}", colour=Colour.GREEN, now="2026-01-01"
        )
        library.save_annotation(made.__class__(**{**_fields(made), "comment": comment}))
    (backlink,) = library.notebook.backlinks(ANA.id)
    assert (backlink.annotation_id, backlink.title) == ("a0", "La visita")


def _fields(value: object) -> dict[str, object]:
    return {name: getattr(value, name) for name in value.__dataclass_fields__}  # type: ignore[attr-defined]


# ---- completion


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("ana", ["Ana Gil"]),
        ("PÁZ", ["Eva Paz"]),
        ("soler", ["Ana Gil"]),
        ("visi", ["La visita"]),
        ("zzz", []),
        ('"[[ *', ["El viaje", "La visita"]),
    ],
)
def test_notebook_completes_names_and_titles(
    library: Library, typed: str, expected: list[str]
) -> None:
    assert sorted(each.name for each in library.notebook.complete(typed)) == expected


def test_notebook_says_which_other_name_was_typed(library: Library) -> None:
    (target,) = library.notebook.complete("soler")
    assert target.detail == "Gil Soler"


def test_notebook_completes_few_articles_beside_many_entities(library: Library) -> None:
    for number in range(20):
        parsed = news(f"Kursk{number} Kursk.", title=f"Kursk {number}")
        library.shelf.add(parsed)
        library.store_recognition(naming(parsed.document, place(f"Kursk Norte {number}"), KURSK))
    found = library.notebook.complete("kursk", limit=9)
    assert len(found) == 9
    assert found[0].id == KURSK.id


# ---- tags


def test_notebook_sets_tags_and_takes_them_back(library: Library) -> None:
    library.notebook.set_tags(ANA.id, ["Rusia", "Ministros"])
    before = library.notebook.set_tags(ANA.id, ["rusia", "Ébola"])
    assert library.notebook.tags(ANA.id) == ["Ébola", "Rusia"]
    library.notebook.put_tags_back(ANA.id, before)
    assert library.notebook.tags(ANA.id) == ["Ministros", "Rusia"]


def test_notebook_tags_are_those_of_articles(library: Library) -> None:
    label = library.labels.create(LabelKind.TAG, "Guerra")
    library.notebook.set_tags(ANA.id, ["guerra"])
    library.labels.rename(label.id, "Paz")
    assert library.notebook.tags(ANA.id) == ["Paz"]
    assert library.notebook.tagged("paz") == [ANA.id]
    assert library.notebook.known_tags() == [("Paz", 1)]


def test_notebook_tags_outlive_a_merge_and_its_undo(library: Library) -> None:
    library.notebook.set_tags(ANA.id, ["Uno"])
    library.notebook.set_tags(EVA.id, ["Dos"])
    change = library.corrections.merge(ANA.id, [EVA.id])
    assert library.notebook.tags(EVA.id) == ["Dos", "Uno"]
    assert library.notebook.tagged("dos") == [ANA.id]
    library.corrections.undo(change.id)
    assert library.notebook.tags(ANA.id) == ["Uno"]
    assert library.notebook.tags(EVA.id) == ["Dos"]


def test_notebook_deleted_tag_comes_back_with_its_entities(library: Library) -> None:
    library.notebook.set_tags(ANA.id, ["Uno"])
    label = library.labels.labels(LabelKind.TAG)[0]
    library.labels.delete(label.id)
    assert library.notebook.tags(ANA.id) == []
    library.notebook.set_tags(ANA.id, ["Dos"])
    library.labels.restore(label.id)
    assert library.notebook.tags(ANA.id) == ["Dos", "Uno"]


@pytest.mark.parametrize(
    "write",
    [
        lambda library: library.notebook.save("person:nadie", "nota"),
        lambda library: library.notebook.append("person:nadie", "nota"),
        lambda library: library.notebook.set_tags("person:nadie", ["Uno"]),
    ],
)
def test_notebook_says_that_an_entity_is_gone(
    library: Library, write: Callable[[Library], object]
) -> None:
    with pytest.raises(LibraryError):
        write(library)

"""Tags, entities and versions of annotations, and lists of those of all articles."""

from dataclasses import replace

import pytest

from reader.core.annotation_list import AnnotationQuery, AnnotationSort
from reader.core.annotations import Annotation, Colour, annotate
from reader.core.placing import How
from reader.core.search import HitKind
from reader.core.shelf import LabelKind
from reader.store.library import Library
from tests.store.examples import kept, naming, news, organization, person

LAVROV, OTAN = person("Serguéi Lavrov"), organization("OTAN")
FIRST = "Serguéi Lavrov acusó a la OTAN de mentir sobre la mañana de Kursk."
SECOND = "La OTAN respondió que la acusación carecía de fundamento."


@pytest.fixture
def ids(library: Library) -> list[str]:
    """Keep two articles, the second one the newer, that name an organization."""
    found = [
        library.shelf.add(news(FIRST, title="Lavrov acusa", date="2026-01-01")).document_id,
        library.shelf.add(news(SECOND, title="La respuesta", date="2026-02-01")).document_id,
    ]
    for each in found:
        library.store_recognition(naming(kept(library, each), LAVROV, OTAN))
    return found


def mark(library: Library, article: str, words: str, **said: object) -> Annotation:
    """Annotate the first place of some words, and return the annotation as it is kept."""
    document = kept(library, article)
    start = document.text.index(words)
    made = annotate(
        document,
        start,
        start + len(words),
        annotation_id=words,
        colour=Colour.YELLOW,
        now="2026-03-01T00:00:00Z",
    )
    library.save_annotation(replace(made, **said))  # type: ignore[arg-type]
    return one(library, words)


def one(library: Library, annotation_id: str) -> Annotation:
    found = library.annotation_list.annotation(annotation_id)
    assert found is not None
    return found


def asked(library: Library, **query: object) -> list[str]:
    return library.annotation_list.ids(AnnotationQuery(**query))  # type: ignore[arg-type]


def test_annotations_keep_their_tags_and_entities(library: Library, ids: list[str]) -> None:
    mark(library, ids[0], "Kursk", tags=("Guerra", "desmentido"), entity_ids=(OTAN.id, LAVROV.id))
    (found,) = library.annotations(ids[0])
    assert found.tags == ("Guerra", "desmentido")
    assert found.entity_ids == (OTAN.id, LAVROV.id)
    library.save_annotation(replace(found, tags=("desmentido",), entity_ids=(LAVROV.id,)))
    assert one(library, "Kursk").tags == ("desmentido",)
    assert one(library, "Kursk").entity_ids == (LAVROV.id,)


def test_annotations_tags_are_those_of_articles(library: Library, ids: list[str]) -> None:
    library.labels.create(LabelKind.TAG, "Guerra")
    assert mark(library, ids[0], "Kursk", tags=("guerra", "GUERRA", "  ")).tags == ("Guerra",)
    assert [each.name for each in library.labels.labels(LabelKind.TAG)] == ["Guerra"]


def test_annotations_follow_a_tags_name_and_its_deletion(library: Library, ids: list[str]) -> None:
    mark(library, ids[0], "Kursk", tags=("guerra", "paz"))
    guerra = library.labels.create(LabelKind.TAG, "guerra")
    library.labels.rename(guerra.id, "conflicto")
    assert one(library, "Kursk").tags == ("conflicto", "paz")
    library.labels.delete(guerra.id)
    library.save_annotation(replace(one(library, "Kursk"), comment="otra cosa"))
    assert one(library, "Kursk").tags == ("paz",)
    library.labels.restore(guerra.id)
    assert set(one(library, "Kursk").tags) == {"conflicto", "paz"}


def test_annotations_with_a_renamed_tag_dont_get_the_old_one_back(
    library: Library, ids: list[str]
) -> None:
    before = mark(library, ids[0], "Kursk", tags=("guerra",))
    library.labels.rename(library.labels.create(LabelKind.TAG, "guerra").id, "conflicto")
    library.annotation_list.save([(before, replace(before, colour=Colour.PINK))])
    assert one(library, "Kursk").tags == ("conflicto",)
    assert one(library, "Kursk").colour is Colour.PINK


def test_annotations_of_a_merged_entity_lead_to_the_other(library: Library, ids: list[str]) -> None:
    mark(library, ids[0], "Kursk", entity_ids=(LAVROV.id,))
    change = library.corrections.merge(OTAN.id, [LAVROV.id])
    assert one(library, "Kursk").entity_ids == (OTAN.id,)
    assert asked(library, entity_id=OTAN.id) == asked(library, entity_id=LAVROV.id) == ["Kursk"]
    library.save_annotation(replace(one(library, "Kursk"), comment="otra cosa"))
    library.corrections.undo(change.id)
    assert one(library, "Kursk").entity_ids == (LAVROV.id,)


def test_annotations_without_a_known_entity_are_kept(library: Library, ids: list[str]) -> None:
    assert mark(library, ids[0], "Kursk", entity_ids=("nadie", OTAN.id)).entity_ids == (OTAN.id,)


def test_annotations_that_were_deleted_come_back_whole(library: Library, ids: list[str]) -> None:
    marked = mark(library, ids[0], "Kursk", tags=("guerra",), entity_ids=(OTAN.id,))
    library.annotation_list.save([(marked, None)])
    assert library.annotations(ids[0]) == []
    library.labels.rename(library.labels.create(LabelKind.TAG, "guerra").id, "conflicto")
    library.annotation_list.save([(marked, marked)])
    assert library.annotations(ids[0]) == [replace(marked, tags=("conflicto",))]


def test_annotations_that_are_saved_together_are_all_or_none(
    library: Library, ids: list[str]
) -> None:
    first, second = mark(library, ids[0], "Kursk"), mark(library, ids[1], "OTAN")
    lost = replace(second, document_id="0" * 40)
    with pytest.raises(Exception, match="no longer in the library"):
        library.annotation_list.save([(first, replace(first, comment="x")), (second, lost)])
    assert one(library, "Kursk") == first


def test_annotations_change_just_the_tags_that_were_changed(
    library: Library, ids: list[str]
) -> None:
    before = mark(library, ids[0], "Kursk", tags=("guerra", "paz"))
    library.labels.rename(library.labels.create(LabelKind.TAG, "guerra").id, "conflicto")
    after = replace(before, tags=("guerra", "lugar"))
    library.annotation_list.save([(before, after)])
    assert set(one(library, "Kursk").tags) == {"conflicto", "lugar"}
    library.annotation_list.save([(after, before)])
    assert set(one(library, "Kursk").tags) == {"conflicto", "paz"}
    assert "guerra" not in [each.name for each in library.labels.labels(LabelKind.TAG)]


# ---- versions


def test_annotation_versions_keep_one_for_each_spell(ids: list[str], library: Library) -> None:
    first = mark(library, ids[0], "Kursk", comment="uno", tags=("guerra",))
    at = "2026-11-23T11:00:00Z"  # more than a spell before the tests' clock
    library.save_annotation(replace(first, comment="dos", modified=at))
    library.save_annotation(replace(first, comment="tres", modified="2026-11-23T12:05:00Z"))
    library.save_annotation(replace(first, comment="tres y", modified="2026-11-23T12:05:01Z"))
    found = library.annotation_list.versions("Kursk")
    assert [(each.comment, each.tags, each.saved) for each in found] == [
        ("uno", ("guerra",), "2026-03-01T00:00:00Z"),
        ("dos", ("guerra",), at),
    ]


def test_annotation_versions_keep_a_comment_that_is_wiped(ids: list[str], library: Library) -> None:
    recent = mark(library, ids[0], "Kursk", comment="todo esto", modified="2026-11-23T12:00:00Z")
    library.save_annotation(replace(recent, comment=""))
    assert [each.comment for each in library.annotation_list.versions("Kursk")] == ["todo esto"]


def test_annotation_versions_dont_count_what_says_the_same(
    ids: list[str], library: Library
) -> None:
    marked = mark(library, ids[0], "Kursk", comment="uno")
    library.save_annotation(marked)
    library.annotation_list.save([(marked, None)])
    library.annotation_list.save([(None, marked)])
    assert library.annotation_list.versions("Kursk") == []


# ---- lists


@pytest.fixture
def marked(library: Library, ids: list[str]) -> list[str]:
    mark(library, ids[0], "Kursk", tags=("guerra", "lugar"), created="2026-03-01T10:00:00Z")
    mark(library, ids[0], "mañana", colour=Colour.PINK, created="2026-03-05T10:00:00Z")
    mark(
        library,
        ids[1],
        "acusación",
        comment="Según **Lavrov**",
        tags=("guerra",),
        entity_ids=(OTAN.id,),
        created="2026-03-03T10:00:00Z",
    )
    return ids


def test_annotation_list_is_by_article_and_place(library: Library, marked: list[str]) -> None:
    assert asked(library) == ["acusación", "mañana", "Kursk"]
    assert asked(library, descending=False) == ["mañana", "Kursk", "acusación"]


def test_annotation_list_is_by_date(library: Library, marked: list[str]) -> None:
    assert asked(library, sort=AnnotationSort.DATE) == ["mañana", "acusación", "Kursk"]
    window = library.annotation_list.window(
        AnnotationQuery(sort=AnnotationSort.DATE), offset=1, limit=1
    )
    assert [each.annotation.id for each in window] == ["acusación"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"colours": (Colour.PINK,)}, ["mañana"]),
        ({"colours": (Colour.PINK, Colour.YELLOW)}, ["acusación", "mañana", "Kursk"]),
        ({"tags": ("GUERRA",)}, ["acusación", "Kursk"]),
        ({"tags": ("guerra", "lugar")}, ["Kursk"]),
        ({"tags": ("paz",)}, []),
        ({"entity_id": OTAN.id}, ["acusación"]),
        ({"text": "acusacion"}, ["acusación"]),
        ({"text": "lavr"}, ["acusación"]),
        ({"text": "manana"}, []),  # ñ is not n
        ({"text": "lugar"}, ["Kursk"]),
        ({"text": '"'}, []),
        ({"date_from": "2026-03-03"}, ["acusación", "mañana"]),
        ({"date_to": "2026-03-03"}, ["acusación", "Kursk"]),
        ({"placed": False}, []),
        ({"placed": True}, ["acusación", "mañana", "Kursk"]),
    ],
)
def test_annotation_list_is_filtered(
    library: Library, marked: list[str], query: dict[str, object], expected: list[str]
) -> None:
    assert asked(library, **query) == expected
    assert library.annotation_list.count(AnnotationQuery(**query)) == len(expected)  # type: ignore[arg-type]


def test_annotation_list_is_of_one_article(library: Library, marked: list[str]) -> None:
    assert asked(library, document_id=marked[0]) == ["mañana", "Kursk"]


def test_annotation_list_shows_article_and_entities(library: Library, marked: list[str]) -> None:
    (first, *_) = library.annotation_list.window(AnnotationQuery(), limit=1)
    assert (first.title, first.date, first.how) == ("La respuesta", "2026-02-01", How.EXACT)
    assert [each.name for each in first.entities.values()] == ["OTAN"]


def test_annotation_list_leaves_out_the_trash(library: Library, marked: list[str]) -> None:
    library.shelf.delete([marked[1]])
    assert asked(library) == ["mañana", "Kursk"]
    assert library.annotation_list.facets().total == 2


def test_annotation_list_knows_those_without_a_place(library: Library, marked: list[str]) -> None:
    library.shelf.update(marked[0], news("Nada de aquello queda en este texto.", title="Otro"))
    assert asked(library, placed=False) == ["mañana", "Kursk"]
    assert library.annotation_list.facets().unplaced == 2
    window = library.annotation_list.window(AnnotationQuery(placed=False))
    assert {each.how for each in window} <= {How.ORPHAN, How.REVIEW}


def test_annotation_list_counts_what_to_filter_by(library: Library, marked: list[str]) -> None:
    facets = library.annotation_list.facets()
    assert facets.colours == {Colour.YELLOW: 2, Colour.PINK: 1}
    assert facets.tags == (("guerra", 2), ("lugar", 1))
    assert [(each.name, each.count) for each in facets.entities] == [("OTAN", 1)]


def test_annotation_list_changes_several_at_once(library: Library, marked: list[str]) -> None:
    changed = library.annotation_list.change(
        ["Kursk", "mañana", "nada"], lambda each: replace(each, colour=Colour.PINK)
    )
    assert [after.id for _, after in changed] == ["Kursk"]
    assert one(library, "Kursk").colour is Colour.PINK
    library.annotation_list.save([(after, before) for before, after in changed])
    assert one(library, "Kursk").colour is Colour.YELLOW


def test_search_finds_annotations_by_their_tags(library: Library, marked: list[str]) -> None:
    (group,) = library.search.find("lugar", kinds=[HitKind.ANNOTATION])
    assert [hit.annotation_id for hit in group.hits] == ["Kursk"]
    assert "lugar" in group.hits[0].snippet.text
    library.labels.rename(library.labels.create(LabelKind.TAG, "lugar").id, "sitio")
    assert library.search.find("lugar", kinds=[HitKind.ANNOTATION]) == []
    assert library.search.find("sitio", kinds=[HitKind.ANNOTATION]) != []


# ---- colours


def test_colours_are_called_as_the_user_says(library: Library) -> None:
    assert library.colour_names() == {}
    assert library.name_colour(Colour.PINK, "  Dudoso ") == ""
    assert library.name_colour(Colour.PINK, "Por comprobar") == "Dudoso"
    assert library.colour_names() == {Colour.PINK: "Por comprobar"}
    assert library.name_colour(Colour.PINK, " ") == "Por comprobar"
    assert library.colour_names() == {}

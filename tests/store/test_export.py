"""What is gathered for an export."""

from dataclasses import replace

import pytest

from reader.core.annotations import Colour
from reader.core.corrections import State
from reader.core.errors import LibraryError
from reader.core.export import (
    Export,
    ExportedArticle,
    ExportedEntity,
    ExportFilter,
    ExportScope,
    ScopeKind,
    watched,
)
from reader.core.mentions import FoundBy, Kind, LinkedBy, Mention
from reader.core.shelf import LabelKind
from reader.store.export import gather
from reader.store.library import Library
from tests.store.examples import annotation, article, country, found, naming, news, person, place

ALL = ExportFilter(states=frozenset((State.FOUND, State.CONFIRMED)))
CONFIRMED = ExportFilter(states=frozenset((State.CONFIRMED,)))
WHOLE = ExportScope(ScopeKind.LIBRARY)


def of_article(document_id: str) -> ExportScope:
    return ExportScope(ScopeKind.ARTICLES, (document_id,))


def only_article(export: Export) -> ExportedArticle:
    (exported,) = export.articles
    return exported


def only_entity(export: Export) -> ExportedEntity:
    (exported,) = export.entities
    return exported


def titles(export: Export) -> list[str]:
    return [each.document.title for each in export.articles]


def names(export: Export) -> list[str]:
    return [each.entity.name for each in export.entities]


@pytest.fixture
def shelf(library: Library) -> Library:
    """Return a library of three articles; the user worked on Lavrov and Kursk alone."""
    lavrov, kursk, russia = person("Serguéi Lavrov"), place("Kursk"), country("Rusia")
    texts = (
        ("Uno", "2024-01-01", "Serguéi Lavrov visitó Kursk, en Rusia."),
        ("Dos", "2024-02-01", "Serguéi Lavrov volvió de Rusia con otra idea."),
        ("Tres", "2024-03-01", "Nada se sabe del trigo de este año."),
    )
    for title, date, text in texts:
        document = news(text, title=title, date=date).document
        library.add_document(document)
        library.store_recognition(naming(document, lavrov, kursk, russia))
    library.save_note(lavrov.id, "Ministro.")
    one, two, _ = ids(library)
    document = library.document(one)
    assert document is not None
    library.save_annotation(
        replace(annotation(document), tags=("guerra",), entity_ids=("place:kursk",))
    )
    document = library.document(two)
    assert document is not None
    yellow = replace(annotation(document, "a2", 10), colour=Colour.YELLOW)
    library.save_annotation(yellow)
    label = library.labels.create(LabelKind.COLLECTION, "Rusia y otros")
    library.labels.assign(label.id, [one])
    return library


def ids(library: Library) -> list[str]:
    """Return the ids of the articles "Uno", "Dos" and "Tres"."""
    by_title = {each.title: each.id for each in library.documents()}
    return [by_title[title] for title in ("Uno", "Dos", "Tres")]


def test_export_orders_entities_by_kind_and_first_mention(library: Library) -> None:
    document = article()
    library.add_document(document)
    entities = (place("Kursk"), person("Ana"), country("Rusia"), person("Luis"), person("Nadie"))
    order = [3, 2, 0, 1, 0, 3]
    mentions = tuple(
        Mention(i, i + 1, entities[n].kind, entities[n].id) for i, n in enumerate(order)
    )
    library.store_recognition(replace(found(document, *entities), mentions=mentions))
    exported = only_article(gather(library, of_article(document.id), ALL))
    assert [(each.entity.name, each.mention_count) for each in exported.entities] == [
        ("Luis", 2),
        ("Ana", 1),
        ("Nadie", 0),
        ("Rusia", 1),
        ("Kursk", 2),
    ]


def test_export_counts_names_and_demonyms_apart(library: Library) -> None:
    document = article()
    library.add_document(document)
    entities = (person("Ana"), country("Rusia"), country("Ucrania"))
    kinds = [Kind.DEMONYM, Kind.PERSON, Kind.DEMONYM, Kind.COUNTRY, Kind.DEMONYM]
    mentions = tuple(
        Mention(i, i + 1, kind, entities[n].id)
        for i, (n, kind) in enumerate(zip([2, 0, 1, 1, 1], kinds, strict=True))
    )
    library.store_recognition(replace(found(document, *entities), mentions=mentions))
    counts = [
        (each.entity.name, each.mention_count, each.demonym_count)
        for each in only_article(gather(library, of_article(document.id), ALL)).entities
    ]
    assert counts == [("Ana", 1, 0), ("Ucrania", 0, 1), ("Rusia", 1, 2)]


def test_export_leaves_out_what_the_machine_alone_found(shelf: Library) -> None:
    exported = only_article(gather(shelf, of_article(ids(shelf)[0])))
    assert [each.entity.name for each in exported.entities] == ["Serguéi Lavrov", "Kursk"]
    assert exported.mentions == ()
    note = exported.entities[0].note
    assert note is not None
    assert note.text == "Ministro."


def test_export_has_what_was_found_where_it_is_asked_for(shelf: Library) -> None:
    exported = only_article(gather(shelf, of_article(ids(shelf)[0]), ALL))
    assert [each.text for each in exported.mentions] == ["Serguéi Lavrov", "Kursk", "Rusia"]
    assert {each.state for each in exported.mentions} == {State.FOUND}
    assert names(gather(shelf, WHOLE, ALL)) == ["Serguéi Lavrov", "Rusia", "Kursk"]


def test_export_of_the_confirmed_alone_has_their_mentions_alone(library: Library) -> None:
    document = article("Lavrov y otra vez Lavrov.")
    library.add_document(document)
    lavrov = person("Lavrov")
    recognition = naming(document, lavrov, person("otra"))
    first, *rest = recognition.mentions
    sure = replace(first, found_by=FoundBy.USER, linked_by=LinkedBy.USER)
    library.store_recognition(replace(recognition, mentions=(sure, *rest)))
    exported = only_article(gather(library, of_article(document.id), CONFIRMED))
    assert [(each.mention.start, each.state) for each in exported.mentions] == [
        (0, State.CONFIRMED)
    ]
    assert [(e.entity.name, e.mention_count, e.state) for e in exported.entities] == [
        ("Lavrov", 1, State.CONFIRMED)
    ]


def test_export_has_annotations_with_what_they_name_and_are_linked_to(shelf: Library) -> None:
    (exported,) = only_article(gather(shelf, of_article(ids(shelf)[0]))).annotations
    assert exported.annotation.tags == ("guerra",)
    assert exported.annotation.entity_ids == ("place:kursk",)
    assert exported.named_ids == ("person:serguéi-lavrov",)


def test_export_of_an_entity_has_passages_annotations_and_company(shelf: Library) -> None:
    scope = ExportScope(ScopeKind.ENTITIES, ("person:serguéi-lavrov",))
    export = gather(shelf, scope)
    entity = only_entity(export)
    assert [each.article.title for each in entity.articles] == ["Dos", "Uno"]
    assert (
        entity.articles[0].passages[0].snippet.text
        == "Serguéi Lavrov volvió de Rusia con otra idea."
    )
    assert [len(each.annotations) for each in entity.articles] == [1, 1]
    assert [each.entity.name for each in entity.related] == ["Rusia", "Kursk"]
    assert (entity.totals.article_count, entity.totals.mention_count) == (2, 2)
    assert titles(export) == ["Dos", "Uno"]
    assert export.title == "Serguéi Lavrov"


def test_export_of_a_collection_has_its_articles_and_whom_they_name(shelf: Library) -> None:
    (label,) = shelf.labels.labels(LabelKind.COLLECTION)
    export = gather(shelf, ExportScope(ScopeKind.COLLECTION, (label.id,)))
    assert (export.title, titles(export)) == ("Rusia y otros", ["Uno"])
    assert only_article(export).collections == ("Rusia y otros",)
    assert [each.article.title for e in export.entities for each in e.articles] == ["Uno", "Uno"]


def test_export_of_a_search_has_articles_annotations_and_names(shelf: Library) -> None:
    assert titles(gather(shelf, ExportScope(ScopeKind.SEARCH, text="trigo"))) == ["Tres"]
    by_name = gather(shelf, ExportScope(ScopeKind.SEARCH, text="Kursk"))
    assert titles(by_name) == ["Uno"]
    assert "Kursk" in names(by_name)


def test_export_of_the_library_has_everything_newest_first(shelf: Library) -> None:
    export = gather(shelf, WHOLE)
    assert titles(export) == ["Tres", "Dos", "Uno"]
    assert names(export) == ["Serguéi Lavrov", "Kursk"]
    assert set(export.article_references) == set(ids(shelf))


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        (ExportFilter(colours=frozenset((Colour.GREEN,))), ["Uno"]),
        (ExportFilter(colours=frozenset((Colour.YELLOW, Colour.GREEN))), ["Dos", "Uno"]),
        (ExportFilter(tags=frozenset(("Guerra",))), ["Uno"]),
        (ExportFilter(entity_ids=frozenset(("place:kursk",))), ["Uno"]),
        (ExportFilter(date_from="2024-02"), ["Tres", "Dos"]),
        (ExportFilter(date_to="2024-02"), ["Dos", "Uno"]),
        (ExportFilter(date_from="2024-02-01", date_to="2024-02-01"), ["Dos"]),
        (ExportFilter(annotated_only=True), ["Dos", "Uno"]),
        (ExportFilter(colours=frozenset((Colour.PINK,))), []),
        (ExportFilter(colours=frozenset((Colour.YELLOW,)), tags=frozenset(("guerra",))), []),
    ],
)
def test_export_is_filtered(shelf: Library, asked: ExportFilter, wanted: list[str]) -> None:
    assert titles(gather(shelf, WHOLE, asked)) == wanted


def test_export_filters_the_annotations_of_an_article(shelf: Library) -> None:
    pink = ExportFilter(colours=frozenset((Colour.PINK,)))
    assert only_article(gather(shelf, of_article(ids(shelf)[0]), pink)).annotations == ()


def test_export_leaves_out_what_is_in_the_trash(shelf: Library) -> None:
    shelf.shelf.delete(ids(shelf)[:1])
    assert titles(gather(shelf, WHOLE)) == ["Tres", "Dos"]


def test_export_has_the_users_names_of_colours(shelf: Library) -> None:
    shelf.name_colour(Colour.GREEN, "Fuente fiable")
    assert gather(shelf, WHOLE).colour_names == {Colour.GREEN: "Fuente fiable"}


def test_export_does_not_take_a_rejected_name_for_the_users_own(library: Library) -> None:
    from reader.core.corrections import Action, Scope, Target

    document = article("Título y Lavrov.")
    library.add_document(document)
    library.store_recognition(naming(document, person("Título"), person("Lavrov")))
    target = Target(document.id, 0, 6, Scope.EVERYWHERE, Kind.PERSON, "person:título")
    library.corrections.reject(target)
    assert [each.action for each in library.corrections.all()] == [Action.REJECT]
    assert names(gather(library, WHOLE)) == []


def test_export_reads_one_article_at_a_time(
    shelf: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    document = shelf.document
    monkeypatch.setattr(shelf, "document", lambda each: read.append(each) or document(each))
    articles = iter(gather(shelf, WHOLE).articles)
    assert read == []
    next(articles)
    assert len(read) == 1


def test_export_tells_how_far_it_is(shelf: Library) -> None:
    steps: list[tuple[int, int]] = []
    export = watched(gather(shelf, WHOLE), lambda done, total: steps.append((done, total)))
    assert len([*export.entities, *export.articles]) == 5
    assert steps == [(n, 5) for n in range(5)]


def test_export_of_an_unread_article_has_no_entities(library: Library) -> None:
    library.add_document(article())
    assert only_article(gather(library, of_article(article().id), ALL)).entities == ()


@pytest.mark.parametrize("kind", [ScopeKind.ARTICLES, ScopeKind.ENTITIES])
def test_export_of_what_is_not_there_says_so(library: Library, kind: ScopeKind) -> None:
    with pytest.raises(LibraryError, match="there is nothing to export"):
        gather(library, ExportScope(kind, ("no",)))


@pytest.fixture
def orphaned(shelf: Library) -> Library:
    """Return the shelf, whose first article has lost the passage of its annotation."""
    other = news("Nada queda de aquella noticia; esta trata de trigo.", title="Uno")
    shelf.shelf.update(ids(shelf)[0], other)
    return shelf


def test_gather_lists_orphans_after_the_annotations_of_the_text(orphaned: Library) -> None:
    one = ids(orphaned)[0]
    document = orphaned.document(one)
    assert document is not None
    orphaned.save_annotation(annotation(document, "a9", 5))
    exported = only_article(gather(orphaned, of_article(one)))
    assert [(each.annotation.id, each.is_orphan) for each in exported.annotations] == [
        ("a9", False),
        ("a1", True),
    ]
    orphan = exported.annotations[1]
    assert orphan.annotation.quote == "Serguéi"
    assert orphan.annotation.tags == ("guerra",)
    assert orphan.named_ids == ()


def test_gather_filters_orphans_as_other_annotations(orphaned: Library) -> None:
    for asked, there in (
        (ExportFilter(tags=frozenset(("guerra",))), ["a1"]),
        (ExportFilter(tags=frozenset(("paz",))), []),
        (ExportFilter(entity_ids=frozenset(("place:kursk",))), ["a1"]),
    ):
        exported = [*gather(orphaned, WHOLE, asked).articles]
        assert [a.annotation.id for each in exported for a in each.annotations] == there


def test_gather_has_orphans_in_the_dossier_of_whom_they_were_linked_to(orphaned: Library) -> None:
    scope = ExportScope(ScopeKind.ENTITIES, ("place:kursk",))
    (named,) = only_entity(gather(orphaned, scope)).articles
    (orphan,) = named.annotations
    assert (orphan.annotation.id, orphan.is_orphan, orphan.named_ids) == ("a1", True, ())

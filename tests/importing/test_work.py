"""Annotations from files: out and in again, from Hypothesis, in doubt, and hostile."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.annotations import Annotation
from reader.core.errors import ReaderError
from reader.core.export import ExportScope, ScopeKind
from reader.core.foreign import Arrivals, Fate
from reader.core.placing import How
from reader.core.shelf import LabelKind
from reader.core.transfer import Merged
from reader.exporting.data import write_library
from reader.exporting.registry import ExportOptions
from reader.formats.from_webannotation import from_webannotation
from reader.formats.to_webannotation import annotation_json, collection_json, to_webannotation
from reader.importing.work import WorkKind, kind_of_work, take_in
from reader.store.export import gather
from reader.store.library import Library
from tests.exporting import work
from tests.store.examples import annotation, article, clock, naming, news, person

REFERENCE = Path(__file__).parent.parent / "reference"
VISIT = (
    "El ministro de Exteriores llegó ayer a la capital rusa para reunirse con su homólogo.",
    "Ambos hablaron durante dos horas de los corredores del mar Negro y de los presos.",
)


@pytest.fixture
def library() -> Iterator[Library]:
    """Return an empty library in memory."""
    with Library.open(None, now=clock()) as library:
        yield library


def with_visit(library: Library) -> str:
    return library.shelf.add(news(*VISIT, url="https://diario.es/visita")).document_id


def annotations_of(library: Library, path: Path, *items: dict[str, Any]) -> Arrivals:
    """Return what becomes of annotations."""
    path.write_text(json.dumps({"@context": [], "type": "AnnotationPage", "items": list(items)}))
    arrivals = take_in(library, path)
    assert isinstance(arrivals, Arrivals)
    return arrivals


def an_annotation(quote: str, **selectors: Any) -> dict[str, Any]:
    selector = [{"type": "TextQuoteSelector", "exact": quote, **selectors}]
    return {
        "type": "Annotation",
        "id": "https://a.es/1",
        "body": {"type": "TextualBody", "value": "Comentario"},
        "target": {"source": "https://diario.es/visita", "selector": selector},
    }


# Out and in again


@given(st.data())
@settings(deadline=None, max_examples=150)
def test_work_as_web_annotations_reads_back_as_it_was(data: Any) -> None:
    document = data.draw(work.documents())
    made: Annotation = data.draw(work.annotations(document, 1))
    known = {each.id: each for each in work.ENTITIES}
    reference = work.exported(document, [made]).reference
    text = collection_json([annotation_json(made, reference, known)], label="", made=work.NOW)
    found = from_webannotation(json.loads(text), source="")
    (back,) = found.annotations
    assert not +found.left_out
    assert back.article_id == made.document_id
    assert (back.quote, back.prefix, back.suffix) == (made.quote, made.prefix, made.suffix)
    assert back.span == (made.start, made.end)
    assert (back.id, back.colour, back.comment) == (made.id, made.colour, made.comment)
    assert back.tags == made.tags
    assert tuple(each.id for each in back.entities) == made.entity_ids
    assert (back.created, back.modified) == (made.created, made.modified)


def test_work_out_of_one_library_and_into_another_loses_nothing(
    library: Library, tmp_path: Path
) -> None:
    document = news("Ana Torres habló 🇪🇸 de Ana Torres en Córdoba.").document
    torres = person("Ana Torres")
    path = tmp_path / "a.jsonld"
    with Library.open(None, now=clock()) as other:
        for each in (library, other):
            each.add_document(document)
            each.store_recognition(naming(document, torres))
        made = replace(annotation(document), comment="*Sí*", tags=("ñ",), entity_ids=(torres.id,))
        library.save_annotation(made)
        library.save_annotation(replace(annotation(document, "a2", 20), comment="\r\n\ud83d"))
        export = gather(library, ExportScope(ScopeKind.LIBRARY))
        path.write_text(to_webannotation(export), "utf-8")
        arrivals = take_in(other, path)
        assert isinstance(arrivals, Arrivals)
        assert [each.fate for each in arrivals.items] == [Fate.ADDED, Fate.ADDED]
        assert other.annotations(document.id) == library.annotations(document.id)
        again = take_in(other, path)
        assert isinstance(again, Arrivals)
        assert [each.fate for each in again.items] == [Fate.THERE, Fate.THERE]


def test_work_that_reader_has_no_place_for_is_said(library: Library, tmp_path: Path) -> None:
    with_visit(library)
    item = an_annotation("los corredores del mar Negro")
    item |= {"creator": {"name": "Ana"}, "rights": "CC0", "motivation": "questioning"}
    item["target"]["state"] = {"type": "TimeState"}
    item["target"]["selector"].append({"type": "CssSelector", "value": "#p"})
    arrivals = annotations_of(library, tmp_path / "a.json", item)
    assert [each.fate for each in arrivals.items] == [Fate.ADDED]
    names = {"creator", "rights", "motivation", "target.state", "target.selector"}
    assert set(arrivals.left_out) == names


@pytest.mark.parametrize(
    "body",
    [
        {"bodyValue": "Comentario"},
        {"body": {"type": "TextualBody", "value": "Comentario", "purpose": "describing"}},
        {"body": [{"type": ["TextualBody"], "value": "Comentario", "language": "es"}]},
    ],
)
def test_work_of_others_has_comments_in_several_ways(
    library: Library, tmp_path: Path, body: dict[str, Any]
) -> None:
    document_id = with_visit(library)
    item = an_annotation("los corredores del mar Negro")
    del item["body"]
    annotations_of(library, tmp_path / "a.json", item | body)
    assert [each.comment for each in library.annotations(document_id)] == ["Comentario"]


# Hypothesis


def test_work_of_hypothesis_comes_to_its_passages(library: Library) -> None:
    document_id = with_visit(library)
    arrivals = take_in(library, REFERENCE / "hypothesis.json")
    assert isinstance(arrivals, Arrivals)
    assert [each.fate for each in arrivals.items] == [
        Fate.ADDED,
        Fate.IN_DOUBT,
        Fate.NO_ARTICLE,
        Fate.NO_PASSAGE,
    ]
    (made,) = library.annotations(document_id)
    assert made.quote == "llegó ayer a la capital rusa"
    assert VISIT[0][made.start : made.end] == made.quote
    assert made.comment == "¿Quién lo *dice*?"
    assert made.tags == ("fuentes", "visita")
    assert made.modified == "2026-11-19T09:30:00.000000+00:00"
    assert arrivals.left_out == {"references": 1}


def test_work_of_hypothesis_is_not_doubled(library: Library) -> None:
    document_id = with_visit(library)
    take_in(library, REFERENCE / "hypothesis.json")
    take_in(library, REFERENCE / "hypothesis.json")
    assert len(library.annotations(document_id)) == 1
    assert len(library.anchors.in_doubt(document_id)) == 1


def test_work_that_is_nowhere_in_the_text_waits_for_the_user(library: Library) -> None:
    document_id = with_visit(library)
    take_in(library, REFERENCE / "hypothesis.json")
    (waiting,) = library.anchors.in_doubt(document_id)
    assert waiting.placing.how is How.ORPHAN
    assert waiting.annotation.quote == "los precios del trigo subieron un tercio"
    assert waiting.annotation.comment == "Nada de esto está en el texto."


# In doubt: issues of hypothesis/client (7571 and others) where a note went to a lookalike


def test_work_is_never_attached_to_a_lookalike(library: Library, tmp_path: Path) -> None:
    alpha = "Alpha informa de que el plazo de entrega de los equipos se amplía hasta el día 3."
    beta = "Beta informa de que el plazo de entrega de los equipos se amplía hasta el día 5."
    parsed = news(beta, url="https://diario.es/visita")
    document_id = library.shelf.add(parsed).document_id
    (item,) = annotations_of(library, tmp_path / "a.json", an_annotation(alpha)).items
    assert item.fate is Fate.IN_DOUBT
    assert library.annotations(document_id) == []
    (waiting,) = library.anchors.in_doubt(document_id)
    assert [beta[each.start : each.end] for each in waiting.placing.candidates] == [beta]


def test_work_across_paragraphs_is_found_whatever_parts_them(
    library: Library, tmp_path: Path
) -> None:
    document_id = with_visit(library)
    quote = "para reunirse con su homólogo.\n   Ambos hablaron durante dos horas"
    annotations_of(library, tmp_path / "a.json", an_annotation(quote))
    (made,) = library.annotations(document_id)
    assert made.quote == "para reunirse con su homólogo.\n\nAmbos hablaron durante dos horas"


def test_work_of_a_quote_that_is_there_twice_is_for_the_user(
    library: Library, tmp_path: Path
) -> None:
    parsed = news("Dijo que sí. Y luego dijo que sí.", url="https://diario.es/visita")
    document_id = library.shelf.add(parsed).document_id
    (item,) = annotations_of(library, tmp_path / "a.json", an_annotation("que sí")).items
    assert item.fate is Fate.IN_DOUBT
    (waiting,) = library.anchors.in_doubt(document_id)
    assert waiting.placing.span is None


def test_work_with_a_position_alone_is_for_the_user(library: Library, tmp_path: Path) -> None:
    document_id = with_visit(library)
    item = an_annotation("x")
    item["target"]["selector"] = {"type": "TextPositionSelector", "start": 3, "end": 11}
    (arrival,) = annotations_of(library, tmp_path / "a.json", item).items
    assert arrival.fate is Fate.IN_DOUBT
    (waiting,) = library.anchors.in_doubt(document_id)
    standing = library.anchors.accept(waiting.annotation.id, waiting.placing.candidates[0])
    assert standing.orphaned_at is not None
    assert [each.quote for each in library.annotations(document_id)] == ["ministro"]


def test_work_at_a_stale_position_goes_where_its_quote_is(library: Library, tmp_path: Path) -> None:
    document_id = with_visit(library)
    quote = "los corredores del mar Negro"
    item = an_annotation(quote, prefix="dos horas de ", suffix=" y de los")
    position = {"type": "TextPositionSelector", "start": 0, "end": len(quote)}
    item["target"]["selector"].append(position)
    annotations_of(library, tmp_path / "a.json", item)
    assert [each.quote for each in library.annotations(document_id)] == [quote]


# Undo, and what was here before


def test_work_that_came_in_goes_out_again_in_one_step(library: Library) -> None:
    document_id = with_visit(library)
    arrivals = take_in(library, REFERENCE / "hypothesis.json")
    assert isinstance(arrivals, Arrivals)
    library.transfer.undo_annotations(arrivals)
    assert library.annotations(document_id) == []
    assert library.anchors.in_doubt(document_id) == []
    again = take_in(library, REFERENCE / "hypothesis.json")
    assert isinstance(again, Arrivals)
    assert again.of(Fate.ADDED)


def test_work_that_is_newer_changes_what_is_here_and_back(library: Library, tmp_path: Path) -> None:
    document_id = with_visit(library)
    item = an_annotation("los corredores del mar Negro")
    annotations_of(library, tmp_path / "a.json", item | {"modified": "2026-01-01T00:00:00Z"})
    newer = item | {"bodyValue": "Otro", "body": [], "modified": "2026-02-01T00:00:00Z"}
    arrivals = annotations_of(library, tmp_path / "a.json", newer)
    assert [each.fate for each in arrivals.items] == [Fate.UPDATED]
    (now,) = library.annotations(document_id)
    assert now.comment == "Otro"
    library.transfer.undo_annotations(arrivals)
    assert [each.comment for each in library.annotations(document_id)] == ["Comentario"]


def test_work_that_was_deleted_here_stays_deleted(library: Library, tmp_path: Path) -> None:
    document_id = with_visit(library)
    item = an_annotation("los corredores del mar Negro")
    arrivals = annotations_of(library, tmp_path / "a.json", item)
    library.delete_annotation(arrivals.added[0])
    (arrival,) = annotations_of(library, tmp_path / "a.json", item).items
    assert arrival.fate is Fate.THERE
    assert library.annotations(document_id) == []


def test_work_links_an_entity_of_the_same_name(library: Library, tmp_path: Path) -> None:
    document = news("Ana Torres llegó tarde a la cita.", url="https://diario.es/visita").document
    library.add_document(document)
    library.store_recognition(naming(document, person("Ana Torres")))
    item = an_annotation("llegó tarde a la cita")
    item["body"] = [
        {"type": "SpecificResource", "purpose": "identifying", "source": source}
        for source in (
            {"id": "reader://entity/other", "label": "ana torres", "reader:kind": "person"},
            {"id": "reader://entity/nobody", "label": "Nadie", "reader:kind": "person"},
        )
    ]
    arrivals = annotations_of(library, tmp_path / "a.json", item)
    assert library.annotations(document.id)[0].entity_ids == ("person:ana-torres",)
    assert arrivals.left_out == {"entity": 1}


# What a file is


def test_work_is_known_by_what_the_file_holds(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "a.readerlib"
    write_library(gather(library, ExportScope(ScopeKind.LIBRARY)), path, ExportOptions())
    other = path.rename(tmp_path / "library.bin")
    assert kind_of_work(other) is WorkKind.LIBRARY
    assert isinstance(take_in(library, other), Merged)
    assert kind_of_work(REFERENCE / "hypothesis.json") is WorkKind.ANNOTATIONS
    note = tmp_path / "noticia.txt"
    note.write_text("{Nota} Una noticia.")
    assert kind_of_work(note) is None
    note.write_text(json.dumps({"type": "Annotation", "target": "https://a.es"}))
    assert kind_of_work(note) is WorkKind.ANNOTATIONS
    assert kind_of_work(tmp_path) is None
    assert kind_of_work(tmp_path / "nothing") is None


@pytest.mark.parametrize(
    "content",
    [
        b"{",
        b"[]",
        b"{}",
        b"[1]",
        b'{"type": "Annotation"',
        b'{"type": "AnnotationPage", "items": [7]}',
        b'{"type": "AnnotationPage", "items": [{"type": "Annotation", "target": 7}]}',
        b'{"type": "AnnotationCollection", "first": {"items": [{"type": "Dog"}]}}',
        b"[" * 100_000,
        b'{"type": "Annotation", "id": ' + b"9" * 5000 + b"}",
        b'{"annotations": [{"uri": "x", "target": [], "a": 1}, 7]}',
        b'{"type": "Annotation", "x": "\xff"}',
        b'{"a": {"b": "no annotations"}}',
    ],
)
def test_work_that_makes_no_sense_is_told_and_nothing_is_written(
    library: Library, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "a.jsonld"
    path.write_bytes(content)
    with pytest.raises(ReaderError) as told:
        take_in(library, path)
    assert str(told.value).startswith("“")
    assert library.labels.labels(LabelKind.TAG) == []


@pytest.mark.parametrize(
    "change",
    [
        {"id": "reader://annotation/\ud83d"},
        {"id": "reader://annotation/" + "x" * 10_000},
        {"created": "ayer", "modified": "0000-00-00"},
        {"reader:colour": 7},
        {"reader:colour": "infrared"},
        {"body": [None, 7, "x", {"type": "TextualBody"}, {"value": 7}]},
        {"bodyValue": "\ud83d\x00"},
        {"motivation": [7, None]},
    ],
)
def test_work_with_odd_fields_comes_in_as_far_as_it_can(
    library: Library, tmp_path: Path, change: dict[str, Any]
) -> None:
    document_id = with_visit(library)
    item = an_annotation("los corredores del mar Negro") | change
    annotations_of(library, tmp_path / "a.json", item)
    assert len(library.annotations(document_id)) == 1


def test_work_without_its_article_is_said_with_its_title(library: Library, tmp_path: Path) -> None:
    library.add_document(article())
    arrivals = take_in(library, REFERENCE / "hypothesis.json")
    assert isinstance(arrivals, Arrivals)
    missing = arrivals.of(Fate.NO_ARTICLE)
    assert {each.foreign.title for each in missing} == {"La visita", "Otra noticia"}

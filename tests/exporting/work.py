"""Someone's work for the tests of exports: an article with all that can be made of one."""

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from reader.core.annotations import Annotation, Colour, annotate
from reader.core.corrections import State
from reader.core.document import Document
from reader.core.entities import Entity, Note
from reader.core.export import (
    ArticleEntity,
    Export,
    ExportedAnnotation,
    ExportedArticle,
    ExportedEntity,
    ExportedMention,
    ExportFilter,
    ExportScope,
    ScopeKind,
)
from reader.core.mentions import Kind, Mention
from tests.store.examples import article

NOW = "2026-11-23T12:00:00Z"

hostile = st.text(max_size=60) | st.sampled_from(
    [
        *(
            "=SUM(A1:A9)",
            "+1",
            "-1",
            "@x",
            "\t=1",
            "\r=1",
            "'=1",
            "''@",
            "＝1",
            "a;b\\;c",
            '"", ""',
        ),
        *(
            "# x",
            "[[x]]",
            "#tag",
            "<script>alert(1)</script>",
            "<!-- x",
            "{{ x }}",
            "---\na: b\n---",
        ),
        *("`x`", "$x^2$", "| a | b |", "\ud83d", "a\x00b", "\x0b\x1b", "]]>", "&amp;", "🇷🇺e\u0301"),
        *(
            "1. x",
            "> x",
            "```\nx",
            "\\",
            "http://x.es",
            "reader://x",
            "\u202ex",
            "\u2028",
            "\ufffe",
        ),
    ]
)
words = st.lists(hostile, min_size=1, max_size=4).map(" ".join)


@st.composite
def documents(draw: Any) -> Document:
    """Draw an article of hostile text."""
    text = draw(words.filter(str.strip))
    document = article(text.replace("\r", " "), title=draw(hostile))
    return replace(
        document, outlet=draw(hostile), url=draw(st.sampled_from(["", "https://a.es/1"]))
    )


@st.composite
def annotations(draw: Any, document: Document, number: int) -> Annotation:
    """Draw an annotation of an article."""
    start = draw(st.integers(0, len(document.text) - 1))
    end = draw(st.integers(start + 1, len(document.text)))
    colour = draw(st.sampled_from(list(Colour)))
    made = annotate(document, start, end, annotation_id=f"a/{number}", colour=colour, now=NOW)
    names = hostile.map(lambda name: " ".join(name.split())).filter(bool)  # as the library has them
    tags = draw(st.lists(names, max_size=3, unique=True))
    linked = draw(st.lists(st.sampled_from([each.id for each in ENTITIES]), unique=True))
    return replace(made, comment=draw(hostile), tags=tuple(tags), entity_ids=tuple(linked))


ENTITIES = (
    Entity("person:ana-torres", "Ana Torres", Kind.PERSON, ("Torres",), {"wikidata": "Q1"}),
    Entity("place:córdoba", "=Córdoba", Kind.PLACE, (), {"geonames": "2519240"}),
)


@st.composite
def exports(draw: Any) -> Export:
    """Draw an export of an article or two."""
    articles: list[ExportedArticle] = []
    for document in draw(st.lists(documents(), min_size=1, max_size=2, unique_by=lambda d: d.id)):
        number = draw(st.integers(0, 3))
        made = [draw(annotations(document, place)) for place in range(number)]
        made = [replace(each, id=f"{document.id}-{each.id}") for each in made]
        articles.append(exported(document, made, note=draw(hostile)))
    return export_of(articles)


def exported(document: Document, made: list[Annotation], *, note: str = "") -> ExportedArticle:
    """Return an article with annotations, and a note on whom it names."""
    mention = Mention(0, 1, Kind.PERSON, ENTITIES[0].id)
    notes = [Note(ENTITIES[0].id, note, NOW) if note else None, None]
    return ExportedArticle(
        document,
        tuple(ExportedAnnotation(each) for each in made),
        tuple(
            ArticleEntity(entity, 1, note=of_it)
            for entity, of_it in zip(ENTITIES, notes, strict=True)
        ),
        (ExportedMention(mention, document.text[:1], State.CONFIRMED),),
        added=NOW,
    )


def export_of(articles: list[ExportedArticle]) -> Export:
    """Return an export of articles."""
    references = {each.document.id: each.reference for each in articles}
    dossiers = [
        ExportedEntity(each.entity, note=each.note, tags=("a;b",)) for each in articles[0].entities
    ]
    known = {each.id: each for each in ENTITIES}
    names = {Colour.GREEN: "Citar"}
    return Export(
        ExportScope(ScopeKind.LIBRARY),
        ExportFilter(),
        NOW,
        articles,
        dossiers,
        colour_names=names,
        article_references=references,
        known_entities=known,
    )


def golden() -> Export:
    """Return the export of the reference files: CRLF in a comment, an emoji in the text."""
    text = "Ana Torres habló 🇪🇸 en Córdoba.\n\n=Esto no es una fórmula, ni #esto una etiqueta."
    document = replace(
        article(text, title="La visita: “primera” parte"),
        id="0123456789abcdef0123456789abcdef",
        outlet="El Diario",
        author="Luis Gil",
        date="2026-11-20",
        url="https://diario.es/visita?id=1",
        source="",
    )
    made = annotate(document, 17, 30, annotation_id="a1", colour=Colour.GREEN, now=NOW)
    made = replace(made, comment="Comprobar.\r\n\r\n- *dónde*", tags=("viaje", "a;b"))
    made = replace(made, entity_ids=(ENTITIES[0].id,))
    second = annotate(document, 34, 60, annotation_id="a2", colour=Colour.PINK, now=NOW)
    return export_of([exported(document, [made, second], note="Alcaldesa.\n\n**Ojo**")])

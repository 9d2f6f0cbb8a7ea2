"""Articles and entities with all that an export holds."""

from dataclasses import replace

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
    ExportFilter,
    ExportScope,
    NamedIn,
    ScopeKind,
)
from reader.core.mentions import Kind
from reader.core.pages import EntityTotals, Passage, Related
from reader.core.search import Snippet
from reader.formats.from_text import read_text

NOW = "2026-11-23T12:00:00.000000Z"
LAVROV = Entity("person:lavrov", "Serguéi Lavrov", Kind.PERSON, ("Lavrov",), {"wikidata": "Q58217"})
RUSSIA = Entity("country:RU", "Rusia", Kind.COUNTRY, (), {"iso3166": "RU", "geonames": "2017370"})
KOREA = Entity("country:KP", "Corea del Norte", Kind.COUNTRY)
KURSK = Entity(
    "place:kursk",
    "Kursk",
    Kind.PLACE,
    (),
    {"geonames": "538560", "coordinates": "51.73,36.19", "country": "RU"},
)
NOTE = "# Ministro 😀\n\n- desde **2004**\n\n```\nsin cerrar"


def crlf_article() -> ExportedArticle:
    """Return an article that came with CRLF, full of signs."""
    text = (
        "Rusia pide «respeto» a la OTAN\r\n\r\n"
        "Serguéi Lavrov dijo:\r\n- 1. El uso de <b>*fuerza*</b> no es\r\nuna opción.\r\n\r\n"
        "Lavrov visitó Kursk.\r\n"
    )
    document = replace(
        read_text(text.encode(), source="/home/ana/crlf.txt"),
        title="«Respeto»: Rusia",
        outlet="El Diario",
        author="Ana Pérez",
        date="2024-08-09",
        url="https://www.eldiario.example/rusia_y_otan?x=(1)#parte",
    )
    return filled(document, "- 1.", "opción.")


def emoji_article() -> ExportedArticle:
    """Return an article with emoji."""
    text = "🇷🇺 Rusia y 😀 Corea\n\n👨‍👩‍👧 Serguéi Lavrov viajó a Kursk 😀 y volvió.\n"
    document = read_text(text.encode(), source="/home/ana/emoji.txt")
    return filled(replace(document, title="🇷🇺 Rusia y 😀 Corea"), "👨‍👩‍👧", "😀 y")


def filled(document: Document, first: str, last: str) -> ExportedArticle:
    """Return an article with an annotation from `first` to `last`, entities and notes."""
    text = document.text
    start = text.index(first)
    end = text.index(last, start) + len(last)
    marked = annotate(document, start, end, annotation_id="a", colour=Colour.GREEN, now=NOW)
    marked = replace(
        marked,
        comment="¿Fuente?\r\n\r\n1. comprobar",
        tags=("defensa", "dinero negro"),
        entity_ids=(RUSSIA.id,),
    )
    return ExportedArticle(
        document,
        annotations=(ExportedAnnotation(marked, (LAVROV.id,)),),
        entities=(
            ArticleEntity(LAVROV, 2, note=Note(LAVROV.id, NOTE, NOW), tags=("ministros",)),
            ArticleEntity(RUSSIA, 1, demonym_count=2, state=State.CONFIRMED),
            ArticleEntity(KOREA, 0, demonym_count=1),
            ArticleEntity(KURSK, 1),
        ),
        collections=("Guerra",),
        tags=("leído", "dinero negro"),
        added=NOW,
    )


def with_orphan(article: ExportedArticle) -> ExportedArticle:
    """Return an article whose annotation has lost its passage."""
    (each,) = article.annotations
    return replace(article, annotations=(replace(each, is_orphan=True, named_ids=()),))


def dossier(*articles: ExportedArticle) -> ExportedEntity:
    """Return Lavrov's dossier, with a passage and an annotation of each article."""
    named = []
    for article in articles:
        text = article.document.text
        start = text.index("Lavrov")
        passage = Passage(
            article.document.id,
            start,
            start + 6,
            1,
            Snippet("Serguéi *Lavrov* dijo", is_cut_after=True),
        )
        named.append(NamedIn(article.reference, (passage,), article.annotations))
    return ExportedEntity(
        LAVROV,
        state=State.CONFIRMED,
        note=Note(LAVROV.id, NOTE, NOW),
        tags=("ministros",),
        totals=EntityTotals(7, 12, "2024-01-02", "2026-11-23"),
        articles=tuple(named),
        articles_left_out=5,
        related=(Related(RUSSIA, 3, 2), Related(KURSK, 1, 0)),
    )


def export_of(
    *articles: ExportedArticle,
    entities: tuple[ExportedEntity, ...] = (),
    scope: ScopeKind = ScopeKind.ARTICLES,
) -> Export:
    """Return an export of these."""
    known = {each.id: each for each in (LAVROV, RUSSIA, KOREA, KURSK)}
    known |= {each.entity.id: each.entity for each in entities}
    known |= {e.entity.id: e.entity for article in articles for e in article.entities}
    return Export(
        ExportScope(scope, tuple(each.document.id for each in articles)),
        ExportFilter(),
        NOW,
        articles,
        entities,
        article_references={each.document.id: each.reference for each in articles},
        known_entities=known,
    )


def hostile(
    *,
    title: str = "Título",
    quote: str = "cita",
    comment: str = "",
    entity: str = "Rusia",
    alias: str = "Federación de Rusia",
    note: str = "",
    tag: str = "etiqueta",
) -> ExportedArticle:
    """Return an article of one annotation and one entity, in the words that are given."""
    marked = Annotation(
        *("a1", "d", 0, len(quote), quote, "", "", Colour.YELLOW, comment, NOW, NOW), tags=(tag,)
    )
    russia = Entity("c:ru", entity, Kind.COUNTRY, (alias,))
    held = Note("c:ru", note, NOW) if note else None
    return ExportedArticle(
        Document("d", title, "", (), outlet=title, url="https://a.example/b"),
        (ExportedAnnotation(marked),),
        (ArticleEntity(russia, 2, note=held),),
    )

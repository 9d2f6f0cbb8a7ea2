"""Sample data for the tests of the widgets beside the text."""

from collections.abc import Iterable

from reader import paths
from reader.core.annotations import Annotation, Colour
from reader.core.entities import Entity, Note
from reader.core.mentions import Kind
from reader.ui.panel.panel_data import EntityDetails, EntityRow, Snippet
from reader.ui.theme import Theme, load_theme

HOSTILE = "<b>x</b><img src=http://e>"


def theme(name: str = "light") -> Theme:
    return load_theme(paths.resources() / "themes", name)


def row(
    name: str,
    kind: Kind = Kind.PERSON,
    *,
    count: int = 1,
    first: int = 0,
    aliases: Iterable[str] = (),
    has_note: bool = False,
    demonyms: int = 0,
) -> EntityRow:
    entity = Entity(f"{kind}:{name}", name, kind, tuple(aliases))
    return EntityRow(entity, count, first, has_note, demonyms)


def many_rows(count: int) -> list[EntityRow]:
    kinds = list(Kind)
    return [row(f"Nombre {i:05}", kinds[i % 4], count=count - i, first=i) for i in range(count)]


def details(
    entity_id: str = "e1",
    *,
    name: str = "Rusia",
    note: str = "",
    modified: str = "1",
    mentions: int = 3,
) -> EntityDetails:
    snippets = [
        Snippet(i * 10, i * 10 + 5, "el ministro de ", "Rusia", " llegó a la ciudad")
        for i in range(mentions)
    ]
    return EntityDetails(
        Entity(entity_id, name, Kind.COUNTRY, ("Federación Rusa",), {"iso3166": "RU"}),
        Note(entity_id, note, modified) if note else None,
        snippets,
        [("d1", "Otro artículo", "2025-07-03"), ("d2", "", "")],
    )


def annotation(
    annotation_id: str,
    start: int = 0,
    *,
    comment: str = "",
    colour: Colour = Colour.YELLOW,
    quote: str = "la asociación estratégica",
) -> Annotation:
    return Annotation(
        id=annotation_id,
        document_id="d",
        start=start,
        end=start + 5,
        quote=quote,
        prefix="",
        suffix="",
        colour=colour,
        comment=comment,
    )

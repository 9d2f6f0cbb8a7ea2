"""The words that an export itself says, in the language of its reader rather than the window's."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reader.core.annotations import Colour
from reader.core.corrections import State
from reader.core.mentions import Kind


@dataclass(frozen=True, slots=True)
class Words:
    """Words in one language; `plain` are those that templates have as `words.…`."""

    kinds: Mapping[Kind, str]
    kind_headings: Mapping[Kind, str]
    states: Mapping[State, str]
    colours: Mapping[Colour, str]
    mention: tuple[str, str]
    demonym: tuple[str, str]
    article: tuple[str, str]
    plain: Mapping[str, str] = field(default_factory=dict)

    def count(self, number: int, forms: tuple[str, str]) -> str:
        """Return a number with its noun, in singular or plural."""
        return f"{number} {forms[0] if number == 1 else forms[1]}"


def words_of(language: str) -> Words:
    """Return the words of "es"; of "en" for all others."""
    return _spanish() if language == "es" else _english()


def _spanish() -> Words:
    return Words(
        kinds={
            Kind.PERSON: "persona",
            Kind.COUNTRY: "país",
            Kind.PLACE: "lugar",
            Kind.ORGANIZATION: "organización",
            Kind.DEMONYM: "gentilicio",
        },
        kind_headings={
            Kind.PERSON: "Personas",
            Kind.COUNTRY: "Países",
            Kind.PLACE: "Lugares",
            Kind.ORGANIZATION: "Organizaciones",
        },
        states={
            State.FOUND: "hallada",
            State.CONFIRMED: "confirmada",
            State.REJECTED: "rechazada",
        },
        colours={
            Colour.YELLOW: "Amarillo",
            Colour.GREEN: "Verde",
            Colour.BLUE: "Azul",
            Colour.PINK: "Rosa",
            Colour.ORANGE: "Naranja",
            Colour.PURPLE: "Morado",
        },
        mention=("mención", "menciones"),
        demonym=("gentilicio", "gentilicios"),
        article=("artículo", "artículos"),
        plain={
            "untitled": "Sin título",
            "unnamed": "Sin nombre",
            "annotations": "Anotaciones",
            "orphan": "el pasaje ya no está en el texto",
            "entities": "Entidades y notas",
            "names": "Entidades",
            "articles": "Artículos",
            "text": "Texto",
            "also": "también",
            "may_be": "puede ser",
            "tags": "etiquetas",
            "collections": "colecciones",
            "about": "sobre",
            "note": "Nota",
            "passages": "Pasajes",
            "related": "Aparece con",
            "together": "juntos en",
            "paragraphs": "párrafos",
            "more": "más",
            "open": "Abrir en Reader",
            "on_the_web": "En la web",
            "library": "Biblioteca",
            "export": "Exportación",
            "made": "hecha el",
            "search": "Búsqueda",
            "collection": "Colección",
            "in": "en",
            "folder_articles": "Artículos",
            "folder_entities": "Entidades",
            "rewritten": "Lo que hay entre estas marcas lo reescribe Reader; lo demás es tuyo.",
        },
    )


def _english() -> Words:
    return Words(
        kinds={kind: kind.value for kind in Kind},
        kind_headings={
            Kind.PERSON: "People",
            Kind.COUNTRY: "Countries",
            Kind.PLACE: "Places",
            Kind.ORGANIZATION: "Organizations",
        },
        states={state: state.value for state in State},
        colours={colour: colour.value.capitalize() for colour in Colour},
        mention=("mention", "mentions"),
        demonym=("demonym", "demonyms"),
        article=("article", "articles"),
        plain={
            "untitled": "Untitled",
            "unnamed": "Unnamed",
            "annotations": "Annotations",
            "orphan": "the passage is no longer in the text",
            "entities": "Entities and notes",
            "names": "Entities",
            "articles": "Articles",
            "text": "Text",
            "also": "also",
            "may_be": "may be",
            "tags": "tags",
            "collections": "collections",
            "about": "about",
            "note": "Note",
            "passages": "Passages",
            "related": "Appears with",
            "together": "together in",
            "paragraphs": "paragraphs",
            "more": "more",
            "open": "Open in Reader",
            "on_the_web": "On the web",
            "library": "Library",
            "export": "Export",
            "made": "made on",
            "search": "Search",
            "collection": "Collection",
            "in": "in",
            "folder_articles": "Articles",
            "folder_entities": "Entities",
            "rewritten": "Reader rewrites what is between these marks; the rest is yours.",
        },
    )

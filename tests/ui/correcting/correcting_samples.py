"""Two articles that name the same, in a library, and the window on them."""

import re
from pathlib import Path

from reader.core.document import Block, BlockKind, Document, document_id
from reader.core.entities import Recognition
from reader.core.mentions import FoundBy, Kind, LinkedBy, Mention
from reader.store.library import Library
from tests.ui.link_samples import ANA, DOCUMENT, MADRID, SANTIAGO, Program, recognition, span

OTHER_TEXT = (
    "La naviera abre oficina en Madrid\n"
    "Ana Crawford, de vuelta en Santiago, no quiso hablar de Madrid. Con Zuleta no ha hablado.\n"
    "Zuleta, por su parte, dice que Zuleta y Compañía seguirá en Santiago."
)
OTHER = Document(
    document_id(OTHER_TEXT),
    "La naviera abre oficina en Madrid",
    OTHER_TEXT,
    tuple(
        Block(found.start(), found.end(), BlockKind.PARAGRAPH)
        for found in re.finditer(".+", OTHER_TEXT)
    ),
    language="es",
)


def other_recognition(model: str = "m1") -> Recognition:
    """Return what was recognized in the second article; Zuleta was missed."""
    found = [
        Mention(*each.span(), entity.kind, entity.id, FoundBy.MODEL, LinkedBy.NAME)
        for entity in (ANA, MADRID, SANTIAGO)
        for each in re.finditer(re.escape(entity.name), OTHER_TEXT)
    ]
    mentions = tuple(sorted(found, key=lambda mention: mention.start))
    return Recognition(OTHER.id, model, mentions, (ANA, MADRID, SANTIAGO))


def fill_two(path: Path) -> None:
    """Make a library with both articles and what was recognized in them."""
    with Library.open(path) as library:
        for document, found in ((DOCUMENT, recognition()), (OTHER, other_recognition())):
            library.add_document(document)
            library.store_recognition(found)


def marked(program: Program, kind: Kind | None = None) -> list[str]:
    """Return what is marked in the open article, of one kind or of all."""
    found, document = program.controller.recognition, program.controller.document
    assert found is not None
    assert document is not None
    return [document.text[m.start : m.end] for m in found.mentions if kind in (None, m.kind)]


def mention(program: Program, name: str, number: int = 0) -> Mention:
    """Return the `number`th mention of the open article that is written just so."""
    found, document = program.controller.recognition, program.controller.document
    assert found is not None
    assert document is not None
    same = [m for m in found.mentions if document.text[m.start : m.end] == name]
    return same[number]


__all__ = ["DOCUMENT", "OTHER", "Program", "fill_two", "marked", "mention", "span"]

"""An article with headings, accents, an emoji and enough text to scroll."""

from reader.core.document import Block, BlockKind, Document, document_id

PARAGRAPH = (
    "El gobierno explicó ayer en Madrid que la nación 😀 espera un acuerdo de seguridad con sus "
    "vecinos, y que la frontera sigue abierta mientras se decide qué hacer con el puerto. "
)
SECTIONS = 12
PARAGRAPHS = 3  # a section
SENTENCES = SECTIONS * PARAGRAPHS * 3


def article() -> Document:
    """Return an article of a dozen sections, every third of which stands under the one before."""
    parts: list[tuple[str, BlockKind, int]] = []
    for number in range(1, SECTIONS + 1):
        level = 2 if number % 3 else 3
        parts.append((f"Sección número {number}", BlockKind.HEADING, level))
        for _ in range(PARAGRAPHS):
            end = f"Aquí termina el párrafo {number}."
            parts.append((PARAGRAPH * 3 + end, BlockKind.PARAGRAPH, 0))
    parts.append(("Una NACION y una sola palabra rara: quirquincho.", BlockKind.PARAGRAPH, 0))
    blocks, start = [], 0
    for text, kind, level in parts:
        blocks.append(Block(start, start + len(text), kind, level))
        start += len(text) + 2
    whole = "\n\n".join(text for text, _, _ in parts)
    return Document(document_id(whole), "", whole, tuple(blocks))

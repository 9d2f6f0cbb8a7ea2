"""A document whose blocks are the lines of a text, for tests and benchmarks of recognition."""

from reader.core.document import Block, Document, document_id


def document_of_lines(text: str) -> Document:
    """Return a document with a block for each line that isn't blank."""
    blocks: list[Block] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(start, start + len(line)))
        start += len(line) + 1
    return Document(document_id(text), "", text, tuple(blocks))

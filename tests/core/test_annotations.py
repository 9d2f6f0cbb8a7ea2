import pytest

from reader.core.annotations import CONTEXT_LENGTH, Colour, annotate
from reader.core.document import Block, Document, document_id

TEXT = "Uno dos 😀 tres. " * 10
DOCUMENT = Document(document_id(TEXT), "t", TEXT, (Block(0, len(TEXT)),))


def test_annotations_keep_the_quote_and_its_context() -> None:
    made = annotate(DOCUMENT, 40, 50, annotation_id="a", colour=Colour.BLUE, now="2026-01-01")
    assert made.quote == TEXT[40:50]
    assert made.prefix == TEXT[40 - CONTEXT_LENGTH : 40]
    assert made.suffix == TEXT[50 : 50 + CONTEXT_LENGTH]


def test_annotations_context_stops_at_the_ends_of_the_text() -> None:
    made = annotate(DOCUMENT, 0, len(TEXT), annotation_id="a", colour=Colour.BLUE, now="")
    assert (made.prefix, made.suffix) == ("", "")


@pytest.mark.parametrize("span", [(-1, 3), (3, 3), (5, 2), (0, len(TEXT) + 1)])
def test_annotations_outside_of_the_text_are_refused(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="not inside"):
        annotate(DOCUMENT, *span, annotation_id="a", colour=Colour.BLUE, now="")

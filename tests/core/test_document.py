from reader.core.document import Block, Document, document_id, normalize_newlines


def test_document_newlines_become_one_kind() -> None:
    assert normalize_newlines("a\r\nb\rc\nd\r\n\r\ne") == "a\nb\nc\nd\n\ne"


def test_document_block_text_keeps_offsets_over_wrapped_lines() -> None:
    text = "uno\ndos\n\ntres"
    document = Document(document_id(text), "t", text, (Block(0, 7), Block(9, 13)))
    assert document.block_text(document.blocks[0]) == "uno dos"
    assert document.block_text(document.blocks[1]) == "tres"


def test_document_id_depends_on_the_text_alone() -> None:
    assert document_id("a") == document_id("a") != document_id("b")
    assert len(document_id("\ud800")) == 32  # a lone surrogate is no reason to fail

"""Annotated passages as Markdown, read back with a parser."""

from dataclasses import replace

from markdown_it import MarkdownIt

from reader.core.annotation_list import LinkedEntity, ListedAnnotation
from reader.core.annotations import Colour
from reader.core.mentions import Kind
from reader.formats.passages_to_markdown import passages_markdown
from tests.ui.panel.panel_samples import annotation


def listed(**said: object) -> ListedAnnotation:
    marked = replace(annotation("a1", quote="Uno #dos\n\n[[tres]]"), **said)  # type: ignore[arg-type]
    return ListedAnnotation(
        marked, "Título <b>", "El País", "2026-01-02", "https://elpais.com/x?utm=1"
    )


def test_passages_markdown_has_quote_comment_and_source() -> None:
    entity = LinkedEntity("e", "Ana *Torres*", Kind.PERSON)
    passage = replace(
        listed(comment="**Falso**", tags=("guerra",), entity_ids=("e",)), entities={"e": entity}
    )
    text = passages_markdown([passage], colours={Colour.YELLOW: "Dudoso"})
    assert text.split("\n\n") == [
        "> Uno \\#dos\n>\n> \\[\\[tres\\]\\]",
        "**Falso**",
        "Dudoso · guerra · Ana \\*Torres\\*",
        "— [Título \\<b>](<https://elpais.com/x?utm=1#:~:text=Uno%20%23dos%20%5B%5Btres%5D%5D>), "
        "El País, 2026-01-02 ([Reader](<reader://annotation/a1>))",
    ]


def test_passages_markdown_is_one_quote_each() -> None:
    text = passages_markdown([listed(), listed(comment="# No es título")], colours={})
    tokens = MarkdownIt("commonmark").parse(text)
    assert [token.type for token in tokens].count("blockquote_open") == 2
    assert [token.tag for token in tokens if token.type == "heading_open"] == ["h4"]
    assert passages_markdown([], colours={}) == ""

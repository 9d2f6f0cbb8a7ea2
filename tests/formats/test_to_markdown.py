"""What comes from an article stays text; what the user wrote stays inside of its list item."""

import datetime
import string
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from reader.core.annotations import Annotation, Colour, annotate
from reader.core.document import Block, Document, document_id, normalize_newlines
from reader.core.entities import Entity, Note
from reader.core.export import ArticleEntity, ArticleExport
from reader.core.mentions import Kind
from reader.formats.from_text import read_text
from reader.formats.to_markdown import (
    article_to_markdown,
    articles_to_markdown,
    escape,
    escaped_lines,
    tame,
    yaml_value,
)

REFERENCE = Path(__file__).parent.parent / "reference"
NOW = "2026-11-23T12:00:00.000000Z"
OPEN_CLOSE = ("open", "close")
STRUCTURE = {
    "bullet_list_open": 2,
    "list_item_open": 2,
    "heading_open": 4,
    "blockquote_open": 1,
}
"""How often each token opens in the export of one annotation and one entity."""

# Everything that means something to Markdown somewhere, so that most examples hit a rule.
PIECES = [
    *string.punctuation,
    *(" ", "  ", "    ", "\t", "\n", "\n\n", "  \n", "\\\n", "\u00a0", "\u2028", "\x0b", "\x1c"),
    *("# ", "## ", "- ", "+ ", "* ", "1. ", "2) ", "> ", "---", "***", "===", "```", "~~~", "~~"),
    *("[a](b)", "[a]: http://b", "![a](b)", "[[a]]", "[^1]", "<b>", "<!--", "<http://a.b>"),
    *("&amp;", "&#35;", "&copy;", "**a**", "_a_", "`a`", "| a | b |", "| - | - |", "a|b\n-|-"),
    *("http://a.es", "www.a.es", "a@b.es", "$a$", "==a==", "%%a%%", "palabra", "ñ", "😀", "a", "1"),
]
article_texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=12).map("".join)
encodable = article_texts.filter(lambda text: not any("\ud800" <= c <= "\udfff" for c in text))


def parse(markdown: str) -> list[Token]:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)


def inline_text(token: Token) -> str:
    """Return what is read of an inline token; fail on anything that is not plain text."""
    text = ""
    for child in token.children or []:
        assert child.type in ("text", "softbreak", "text_special", "strong_open", "strong_close")
        text += "\n" if child.type == "softbreak" else child.content
    return text


def spaced(text: str) -> list[str]:
    """Return the lines with content, without the white space that Markdown leaves out."""
    lines = normalize_newlines(text).replace("\0", "\ufffd").split("\n")
    return [line.strip() for line in lines if line.strip()]


def quoted(tokens: Sequence[Token]) -> list[str]:
    depth, lines = 0, []
    for token in tokens:
        depth += (token.type == "blockquote_open") - (token.type == "blockquote_close")
        if depth and token.type == "inline":
            lines += spaced(inline_text(token))
    return lines


def annotation(quote: str, comment: str = "") -> Annotation:
    return Annotation("a1", "d", 0, len(quote), quote, "", "", Colour.YELLOW, comment, NOW, NOW)


def export(
    *,
    title: str = "Título",
    quote: str = "cita",
    comment: str = "",
    entity: str = "Rusia",
    alias: str = "Federación de Rusia",
    note: str = "",
) -> ArticleExport:
    return ArticleExport(
        document=Document("d", title, "", ()),
        entities=(ArticleEntity(Entity("c:ru", entity, Kind.COUNTRY, (alias,)), 2),),
        notes={"c:ru": Note("c:ru", note, NOW)} if note else {},
        annotations=(annotation(quote, comment),),
    )


def structure(tokens: Sequence[Token]) -> dict[str, int]:
    """Return how often each structural token stands outside of any list item's own content."""
    found = dict.fromkeys(STRUCTURE, 0)
    depth = 0
    for token in tokens:
        depth -= token.type == "list_item_close"
        if depth == 0 and token.type in found:
            found[token.type] += 1
        depth += token.type == "list_item_open"
    return found


@settings(deadline=None)  # a busy machine is no failure
@given(quote=article_texts)
@example("1986. Un año")
@example("a\n---\nb")
@example("a\n    código")
@example("fin de línea  \ndura\\\notra")
@example("[x]: http://example.org\n\n[x]")
def test_to_markdown_shows_a_quote_as_it_was(quote: str) -> None:
    tokens = parse("\n".join(f"> {line}" for line in escaped_lines(quote)))
    assert quoted(tokens) == spaced(quote)
    assert {t.type for t in tokens} <= {
        "blockquote_open",
        "blockquote_close",
        "paragraph_open",
        "paragraph_close",
        "inline",
    }


@settings(deadline=None)
@given(title=encodable, quote=encodable, entity=encodable, alias=encodable)
def test_to_markdown_reads_no_structure_in_article_text(
    title: str, quote: str, entity: str, alias: str
) -> None:
    article = export(title=title, quote=quote, entity=entity, alias=alias)
    markdown = article_to_markdown(article, language="es")
    tokens = parse(markdown.split("\n---\n", 1)[-1] if title else markdown)
    assert {t.type for t in tokens if t.type != "inline"} <= {
        *(f"{name}_{end}" for name in ("heading", "blockquote", "paragraph") for end in OPEN_CLOSE),
        *(f"{name}_{end}" for name in ("bullet_list", "list_item") for end in OPEN_CLOSE),
    }
    assert quote.strip() == "" or structure(tokens) == STRUCTURE
    for token in tokens:
        if token.type == "inline":
            inline_text(token)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("C# y C_o_*", r"C\# y C\_o\_\*"),
        ("[[Rusia]] [a](b)", r"\[\[Rusia\]\] \[a\](b)"),
        ("<b>x</b>", r"\<b>x\</b>"),
        ("AT&T &amp; R & D", r"AT\&T \&amp; R & D"),
        ("https://a.es www.a.es", r"https\://a.es www\.a.es"),
        ("a == b, ==c==", r"a \== b, \==c\=="),
        ("EE. UU., 10.5 %", "EE. UU., 10.5 %"),
    ],
)
def test_to_markdown_escapes_what_markdown_would_read(text: str, written: str) -> None:
    assert escape(text) == written


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("- guion", r"\- guion"),
        ("+ más", r"\+ más"),
        ("> mayor", r"\> mayor"),
        ("1. uno", r"1\. uno"),
        ("12) doce", r"12\) doce"),
        ("===", r"\=\=="),
        ("    cuatro", "cuatro"),
        ("\tcódigo", "código"),
    ],
)
def test_to_markdown_escapes_what_starts_a_line(line: str, written: str) -> None:
    assert escaped_lines(line) == [written]


@settings(deadline=None)
@given(text=article_texts)
def test_to_markdown_yaml_value_is_read_back(text: str) -> None:
    value = yaml.safe_load(f"key: {yaml_value(text)}")["key"]
    expected = "".join("\ufffd" if c == "\0" or "\ud800" <= c <= "\udfff" else c for c in text)
    assert value == expected


def test_to_markdown_yaml_keeps_a_day_a_day() -> None:
    assert yaml.safe_load(yaml_value("2024-05-01")) == datetime.date(2024, 5, 1)


@pytest.mark.parametrize("text", ["2024-05", "20240501", "yes", "null", "1e3", "2024-05-01T10:00"])
def test_to_markdown_yaml_keeps_other_texts_texts(text: str) -> None:
    assert yaml.safe_load(yaml_value(text)) == text


def test_to_markdown_front_matter_holds_what_is_known() -> None:
    document = Document("d", 'El "título": uno', "", (), "/home/ana/x.txt", url="https://a.es/?b")
    markdown = article_to_markdown(replace(export(), document=document), language="es")
    _, front, _ = markdown.split("---\n", 2)
    assert yaml.safe_load(front) == {"title": 'El "título": uno', "url": "https://a.es/?b"}


def test_to_markdown_writes_metadata_of_several_articles_as_yaml_blocks() -> None:
    articles = [export(title="Uno"), export(title="Dos # ```")]
    tokens = parse(articles_to_markdown(articles, language="es"))
    fences = [token for token in tokens if token.type == "fence"]
    assert [token.info for token in fences] == ["yaml", "yaml"]
    assert [yaml.safe_load(token.content)["title"] for token in fences] == ["Uno", "Dos # ```"]
    assert not [token for token in tokens if token.type == "hr"]


def test_to_markdown_writes_a_single_article_with_front_matter() -> None:
    article = export()
    assert articles_to_markdown([article], language="es") == article_to_markdown(
        article, language="es"
    )


notes = st.lists(
    st.sampled_from(PIECES) | st.sampled_from(["\n", "# a\n", "a\n===\n", "```\n", "> # a\n"]),
    max_size=12,
).map("".join)


@settings(deadline=None)
@given(note=notes, comment=notes)
@example("```", "<!--")
@example("# A\n\nB\n===\n\n- C\n  ---", "> Título\n> de dos líneas\n> ===")
@example("[x]: <", "<script>")
@example("\n    código", "\tcódigo")
def test_to_markdown_keeps_notes_inside_of_their_items(note: str, comment: str) -> None:
    tokens = parse(article_to_markdown(export(note=note, comment=comment), language="es"))
    body = tokens[next(i for i, t in enumerate(tokens) if t.tag == "h1") :]
    assert structure(body) == STRUCTURE
    depth = 0
    for token in body:
        depth += (token.type == "list_item_open") - (token.type == "list_item_close")
        assert not (depth and token.type == "heading_open" and token.tag in ("h1", "h2", "h3"))


@pytest.mark.parametrize(
    ("note", "written"),
    [
        ("# Uno\n\ntexto", "#### Uno\n\ntexto"),
        ("##### Cinco", "###### Cinco"),
        ("Uno\n===\n\nDos\n---", "#### Uno\n\n##### Dos"),
        ("Uno\ndos #\n===", "#### Uno dos # ####"),
        ("> # Cita", "> #### Cita"),
        ("```\n# no", "```\n# no\n```"),
        ("~~~~\n~~~", "~~~~\n~~~\n~~~~"),
        ("```\nx\n```", "```\nx\n```"),
        ("<!-- a", "<!-- a\n-->"),
        ("**a** [b](c)\n\n1. x", "**a** [b](c)\n\n1. x"),
    ],
)
def test_to_markdown_tames_what_would_leave_a_note(note: str, written: str) -> None:
    assert tame(note) == written


def test_to_markdown_indents_a_note_by_a_tab_stop() -> None:
    markdown = article_to_markdown(export(note="uno\n\n\tcódigo\n"), language="es")
    (code,) = [token for token in parse(markdown) if token.type == "code_block"]
    assert code.content == "código\n"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("es", ["## Anotaciones", "**Amarillo**", "### Países", "2 menciones", "también: "]),
        ("en", ["## Annotations", "**Yellow**", "### Countries", "2 mentions", "also: "]),
    ],
)
def test_to_markdown_speaks_the_language(language: str, words: list[str]) -> None:
    markdown = article_to_markdown(export(), language=language)
    assert all(word in markdown for word in words)


def test_to_markdown_leaves_out_what_is_not_there() -> None:
    article = ArticleExport(Document("d", "", "texto", (Block(0, 5),)), (), {}, ())
    assert article_to_markdown(article, language="es") == "# Sin título\n"


@settings(deadline=None)
@given(text=article_texts)
@example("\ud83d")
def test_to_markdown_can_always_be_written(text: str) -> None:
    article = export(title=text, quote=text, comment=text, entity=text, alias=text, note=text)
    article_to_markdown(article, language="es").encode()


def test_to_markdown_writes_no_link_of_an_odd_identifier() -> None:
    odd = Entity("p", "Kursk", Kind.PLACE, (), {"geonames": "[1](x)", "wikidata": "javascript:1"})
    article = replace(export(), entities=(ArticleEntity(odd, 1),))
    line = article_to_markdown(article, language="es").splitlines()[-1]
    assert line.endswith("· GeoNames \\[1\\](x) · Wikidata javascript:1")


@pytest.mark.parametrize(("language", "words"), [("es", "puede ser"), ("en", "may be")])
def test_to_markdown_says_whom_an_open_name_may_mean(language: str, words: str) -> None:
    ana, jorge = (Entity(name, f"{name} *C*", Kind.PERSON) for name in ("Ana", "Jorge"))
    question = Entity("?", "C", Kind.PERSON, (), {}, ("Jorge", "Ana", "nadie"))
    entities = tuple(ArticleEntity(entity, 1) for entity in (question, ana, jorge))
    markdown = article_to_markdown(replace(export(), entities=entities), language=language)
    assert f"· {words}: Jorge \\*C\\*, Ana \\*C\\*\n" in markdown


def crlf_article() -> ArticleExport:
    text = (
        "Rusia pide «respeto» a la OTAN\r\n\r\n"
        "Serguéi Lavrov dijo:\r\n- 1. El uso de <b>*fuerza*</b> no es\r\nuna opción.\r\n\r\n"
        "Lavrov visitó Kursk.\r\n"
    )
    document = read_text(text.encode(), source="/home/ana/crlf.txt")
    known = replace(document, title="«Respeto»: Rusia", outlet="El Diario", date="2024-08-09")
    return filled(known, "- 1.", "opción.")


def emoji_article() -> ArticleExport:
    text = "🇷🇺 Rusia y 😀 Corea\n\n👨‍👩‍👧 Serguéi Lavrov viajó a Kursk 😀 y volvió.\n"
    document = read_text(text.encode(), source="/home/ana/emoji.txt")
    return filled(replace(document, title="🇷🇺 Rusia y 😀 Corea"), "👨‍👩‍👧", "😀 y")


def filled(document: Document, first: str, last: str) -> ArticleExport:
    """Return an export with an annotation from `first` to `last`, entities and notes."""
    text = document.text
    start = text.index(first)
    end = text.index(last, start) + len(last)
    marked = annotate(document, start, end, annotation_id="a", colour=Colour.GREEN, now=NOW)
    known = ({"wikidata": "Q58217"}, {"iso3166": "RU", "geonames": "2017370"})
    lavrov = Entity("person:lavrov", "Serguéi Lavrov", Kind.PERSON, ("Lavrov",), known[0])
    russia = Entity("country:RU", "Rusia", Kind.COUNTRY, (), known[1])
    korea = Entity("country:KP", "Corea del Norte", Kind.COUNTRY)
    where = {"geonames": "538560", "coordinates": "51.73,36.19", "country": "RU"}
    kursk = Entity("place:kursk", "Kursk", Kind.PLACE, (), where)
    note = "# Ministro 😀\n\n- desde **2004**\n\n```\nsin cerrar"
    return ArticleExport(
        document=document,
        entities=(
            ArticleEntity(lavrov, 2),
            ArticleEntity(russia, 1, demonym_count=2),
            ArticleEntity(korea, 0, demonym_count=1),
            ArticleEntity(kursk, 1),
        ),
        notes={lavrov.id: Note(lavrov.id, note, NOW)},
        annotations=(replace(marked, comment="¿Fuente?\r\n\r\n1. comprobar"),),
    )


@pytest.mark.parametrize(
    ("name", "article", "language"),
    [("crlf", crlf_article(), "es"), ("emoji", emoji_article(), "en")],
)
def test_to_markdown_writes_the_reference(name: str, article: ArticleExport, language: str) -> None:
    assert article.document.id == document_id(article.document.text)
    markdown = article_to_markdown(article, language=language)
    assert markdown.encode() == (REFERENCE / f"export-{name}.md").read_bytes()

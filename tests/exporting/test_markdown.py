"""Exports as Markdown: what is read of them by a parser is what was written, and no more."""

import datetime
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it.token import Token

from reader.core.annotations import Colour
from reader.core.document import Block, Document
from reader.core.entities import Entity
from reader.core.export import ArticleEntity, Export, ExportedArticle, ScopeKind
from reader.core.mentions import Kind
from reader.exporting.markdown import annotations_markdown, markdown_of, write_markdown
from reader.exporting.registry import ExportOptions
from tests.exporting.hostile import PIECES, encodable, inline_text, parse, quoted, spaced
from tests.exporting.samples import (
    crlf_article,
    dossier,
    emoji_article,
    export_of,
    hostile,
    with_orphan,
)

REFERENCE = Path(__file__).parent.parent / "reference"
SPANISH = ExportOptions()
OPEN_CLOSE = ("open", "close")
STRUCTURE = {
    "bullet_list_open": 2,
    "list_item_open": 2,
    "heading_open": 4,
    "blockquote_open": 1,
}
"""How often each token opens in the export of one annotation and one entity."""


def body_of(markdown: str) -> str:
    """Return what follows the front matter."""
    return markdown.split("\n---\n", 1)[1]


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


def shown(token: Token) -> str:
    """Return the plain text of an inline token; fail on anything but text, emphasis and links."""
    allowed = {"text", "softbreak", "text_special", "strong_open", "strong_close"}
    for child in token.children or []:
        assert child.type in allowed | {"link_open", "link_close"}
    return "".join("\n" if c.type == "softbreak" else c.content for c in token.children or [])


@settings(deadline=None)  # a busy machine is no failure
@given(title=encodable, quote=encodable, entity=encodable, alias=encodable, tag=encodable)
@example("T", "[a]: <b>\n- c", "[[R]]", "{{ a }}", "a b")
def test_markdown_reads_no_structure_in_article_text(
    title: str, quote: str, entity: str, alias: str, tag: str
) -> None:
    article = hostile(title=title, quote=quote, entity=entity, alias=alias, tag=tag)
    tokens = parse(body_of(markdown_of(export_of(article), SPANISH)))
    assert {t.type for t in tokens if t.type != "inline"} <= {
        *(f"{name}_{end}" for name in ("heading", "blockquote", "paragraph") for end in OPEN_CLOSE),
        *(f"{name}_{end}" for name in ("bullet_list", "list_item") for end in OPEN_CLOSE),
    }
    assert quote.strip() == "" or structure(tokens) == STRUCTURE
    assert quoted(tokens) == spaced(quote)
    for token in tokens:
        if token.type == "inline":
            shown(token)
    heading = next(t for t in tokens if t.type == "inline")
    if title.strip():
        assert shown(heading).split() == title.replace("\0", "\ufffd").split()


@settings(deadline=None)
@given(title=encodable, tag=encodable)
def test_markdown_front_matter_is_read_back(title: str, tag: str) -> None:
    article = replace(hostile(title=title), tags=(tag,))
    front = markdown_of(export_of(article), SPANISH).split("\n---\n", 1)[0]
    read = yaml.safe_load(front.removeprefix("---\n"))
    written = title.replace("\0", "\ufffd")
    try:
        assert read.get("title", "") == datetime.date.fromisoformat(written)
    except ValueError:
        assert read.get("title", "") == written
    assert read["tags"] == [tag.replace("\0", "\ufffd")]


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
def test_markdown_keeps_notes_inside_of_their_items(note: str, comment: str) -> None:
    tokens = parse(body_of(markdown_of(export_of(hostile(note=note, comment=comment)), SPANISH)))
    assert structure(tokens) == STRUCTURE
    depth = 0
    for token in tokens:
        depth += (token.type == "list_item_open") - (token.type == "list_item_close")
        assert not (depth and token.type == "heading_open" and token.tag in ("h1", "h2", "h3"))


def test_markdown_indents_a_note_by_a_tab_stop() -> None:
    markdown = markdown_of(export_of(hostile(note="uno\n\n\tcódigo\n")), SPANISH)
    (code,) = [token for token in parse(body_of(markdown)) if token.type == "code_block"]
    assert code.content == "código\n"


@settings(deadline=None)
@given(text=st.text(max_size=20) | st.just("\ud83d"))
def test_markdown_can_always_be_written(text: str) -> None:
    article = hostile(title=text, quote=text, comment=text, entity=text, alias=text, note=text)
    markdown_of(export_of(article), SPANISH).encode()


def test_markdown_says_title_outlet_date_address_and_the_way_back() -> None:
    article = crlf_article()
    front = yaml.safe_load(markdown_of(export_of(article), SPANISH).split("\n---\n")[0][4:])
    assert front == {
        "title": "«Respeto»: Rusia",
        "outlet": "El Diario",
        "author": "Ana Pérez",
        "date": datetime.date(2024, 8, 9),
        "url": article.document.url,
        "collections": ["Guerra"],
        "tags": ["leído", "dinero negro"],
        "reader": f"reader://article/{article.document.id}",
    }


def test_markdown_links_an_annotation_to_reader_and_to_its_passage_on_the_web() -> None:
    tokens = parse(body_of(markdown_of(export_of(crlf_article()), SPANISH)))
    links = [
        str(child.attrGet("href"))
        for token in tokens
        for child in token.children or []
        if child.type == "link_open"
    ]
    assert "reader://annotation/a" in links
    assert any("#:~:text=%2D%201.%20El%20uso" in link for link in links)
    assert not any(link.startswith(("javascript", "file")) for link in links)


def test_markdown_says_of_an_orphan_that_its_passage_is_gone() -> None:
    article = with_orphan(crlf_article())
    gone = "el pasaje ya no está en el texto"
    whole = markdown_of(export_of(article), SPANISH)
    assert f"**Verde** · {gone} · " in whole
    assert "#:~:text=" not in whole
    of_names = export_of(article, entities=(dossier(article),), scope=ScopeKind.ENTITIES)
    assert gone in markdown_of(of_names, SPANISH)
    assert gone not in markdown_of(export_of(crlf_article()), SPANISH)


def test_markdown_uses_the_users_name_of_a_colour() -> None:
    export = replace(export_of(crlf_article()), colour_names={Colour.GREEN: "Fuente *fiable*"})
    assert "**Fuente \\*fiable\\***" in markdown_of(export, SPANISH)


def test_markdown_writes_metadata_of_several_articles_as_yaml_blocks() -> None:
    tokens = parse(markdown_of(export_of(crlf_article(), emoji_article()), SPANISH))
    fences = [token for token in tokens if token.type == "fence"]
    titles = [yaml.safe_load(fence.content).get("title") for fence in fences if fence.info]
    assert titles == ["«Respeto»: Rusia", "🇷🇺 Rusia y 😀 Corea"]


def test_markdown_leaves_out_what_is_not_there() -> None:
    article = ExportedArticle(Document("d", "", "texto", (Block(0, 5),)))
    lines = markdown_of(export_of(article), SPANISH).splitlines()
    assert lines[3:] == ["", "# Sin título", "", "[Reader](reader://article/d)"][0:]


def test_markdown_writes_no_link_of_an_odd_identifier() -> None:
    odd = Entity("p", "Kursk", Kind.PLACE, (), {"geonames": "[1](x)", "wikidata": "javascript:1"})
    article = replace(hostile(), entities=(ArticleEntity(odd, 1),))
    line = markdown_of(export_of(article), SPANISH).splitlines()[-1]
    assert line.endswith("· GeoNames \\[1\\](x) · Wikidata javascript:1")


def test_markdown_says_whom_an_open_name_may_mean() -> None:
    ana, jorge = (Entity(name, f"{name} *C*", Kind.PERSON) for name in ("Ana", "Jorge"))
    question = Entity("?", "C", Kind.PERSON, (), {}, ("Jorge", "Ana", "nadie"))
    entities = tuple(ArticleEntity(entity, 1) for entity in (question, ana, jorge))
    markdown = markdown_of(export_of(replace(hostile(), entities=entities)), SPANISH)
    assert "· puede ser: Jorge \\*C\\*, Ana \\*C\\*\n" in markdown


def test_markdown_has_the_text_where_it_is_wanted() -> None:
    article = crlf_article()
    without = markdown_of(export_of(article), SPANISH)
    with_text = markdown_of(export_of(article), replace(SPANISH, whole_text=True))
    assert "Lavrov visitó Kursk" not in without
    assert "## Texto" in with_text
    assert "Lavrov visitó Kursk" in with_text


def test_markdown_of_an_annotation_says_where_it_is_from() -> None:
    article = crlf_article()
    ids = [article.annotations[0].annotation.id]
    copied = annotations_markdown(export_of(article), ids, SPANISH)
    tokens = parse(copied)
    assert quoted(tokens) == ["- 1. El uso de <b>*fuerza*</b> no es", "una opción."]
    assert "«Respeto»: Rusia · El Diario" in copied
    assert "https://www.eldiario.example" in copied
    assert "1. comprobar" in copied


def test_markdown_of_annotations_is_in_the_order_that_was_asked_for(tmp_path: Path) -> None:
    crlf, emoji = crlf_article(), emoji_article()
    ids = [article.annotations[0].annotation.id for article in (emoji, crlf)]
    (tmp_path / "annotation-quote.md.j2").write_text("{{ annotation.id }}\n")
    options = replace(SPANISH, template_folder=tmp_path)
    assert annotations_markdown(export_of(crlf, emoji), ["gone", *ids], options).split() == ids
    assert annotations_markdown(export_of(crlf), [], options) == ""


def test_markdown_of_the_same_is_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    assert write_markdown(export_of(crlf_article()), path, SPANISH).written == (path,)
    before = path.stat().st_mtime_ns
    assert write_markdown(export_of(crlf_article()), path, SPANISH).unchanged == (path,)
    assert path.stat().st_mtime_ns == before


CRLF, EMOJI = crlf_article(), emoji_article()
DOSSIER = export_of(CRLF, EMOJI, entities=(dossier(CRLF, EMOJI),), scope=ScopeKind.ENTITIES)
ENGLISH = ExportOptions(language="en")


@pytest.mark.parametrize(
    ("name", "export", "options"),
    [
        ("article-crlf", export_of(CRLF), SPANISH),
        ("article-emoji", export_of(EMOJI), ENGLISH),
        ("articles", export_of(CRLF, EMOJI), SPANISH),
        ("annotations", export_of(CRLF), replace(SPANISH, template="article-annotations")),
        ("lines", export_of(CRLF, EMOJI), replace(SPANISH, template="article-line")),
        ("text", export_of(EMOJI), replace(SPANISH, whole_text=True)),
        ("dossier-es", DOSSIER, SPANISH),
        ("dossier-en", DOSSIER, ENGLISH),
        ("names", DOSSIER, replace(SPANISH, template="entity-line")),
    ],
)
def test_markdown_is_the_reference(name: str, export: Export, options: ExportOptions) -> None:
    assert markdown_of(export, options).encode() == (REFERENCE / f"{name}.md").read_bytes()


def test_markdown_quotes_are_plain_text() -> None:
    tokens = parse(body_of(markdown_of(export_of(CRLF), SPANISH)))
    start = next(i for i, t in enumerate(tokens) if t.type == "blockquote_open")
    assert inline_text(tokens[start + 2]).startswith("- 1. El uso de <b>*fuerza*</b>")

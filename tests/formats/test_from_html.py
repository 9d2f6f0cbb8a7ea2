"""A fragment of HTML -> blocks, runs and pictures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from reader.core.document import BlockKind, Document, RunKind
from reader.formats.builder import DocumentBuilder
from reader.formats.from_html import build_html, link_target

P, H, LI, Q = "paragraph", "heading", "list_item", "quote"
ROW, PRE, PIC, NOTE = "table_row", "preformatted", "picture", "footnote"


def build(text: str, *, base: str = "") -> Document:
    builder = DocumentBuilder()
    root = html.document_fromstring(f"<html><body>{text}</body></html>")
    build_html(root, builder, resolve=lambda address: address or None, base=base)
    return builder.document()


def blocks(text: str) -> list[tuple[str, str]]:
    document = build(text)
    return [(b.kind.value, document.text[b.start : b.end]) for b in document.blocks]


def runs(text: str) -> list[tuple[str, str, str]]:
    document = build(text)
    return [(r.kind.value, document.text[r.start : r.end], r.target) for r in document.runs]


BLOCKS = [
    ("<p>Uno</p><p>Dos</p>", [(P, "Uno"), (P, "Dos")]),
    ("<p>Uno\n  dos\ttres&nbsp;y</p>", [(P, "Uno dos tres\xa0y")]),
    ("Uno<p>Dos</p>tres", [(P, "Uno"), (P, "Dos"), (P, "tres")]),
    ("<div>Uno<div>Dos</div>tres</div>", [(P, "Uno"), (P, "Dos"), (P, "tres")]),
    ("<p>Uno<br>dos</p>", [(P, "Uno\u2028dos")]),
    ("<p>Uno<br><br>dos<br>\n<br><br>tres</p>", [(P, "Uno"), (P, "dos"), (P, "tres")]),
    ("<blockquote>Uno<br><br>dos</blockquote>", [(Q, "Uno"), (Q, "dos")]),
    ("<p>Uno<!-- x -->dos<!-- y --> tres</p>", [(P, "Unodos tres")]),
    ("<p>Uno<script>x()</script>dos<style>y</style></p>", [(P, "Unodos")]),
    ("<p>Uno <b>dos</b>, tres</p>", [(P, "Uno dos, tres")]),
    ("<p>Uno<b> dos </b>tres</p>", [(P, "Uno dos tres")]),
    ("<h2>Uno</h2>dos", [(H, "Uno"), (P, "dos")]),
    ("<p> </p><h2></h2><ul></ul><p>&nbsp;</p>", []),
    ("<ul><li>Uno</li><li>Dos</li></ul>", [(LI, "Uno"), (LI, "Dos")]),
    ("<ul><li><p>Uno</p></li><li><div>Dos</div></li></ul>", [(LI, "Uno"), (LI, "Dos")]),
    ("<ol><li>Uno</li><li>Dos</li></ol>", [(LI, "1. Uno"), (LI, "2. Dos")]),
    ("<ol start=4><li>Uno</li><li value=9>Dos</li></ol>", [(LI, "4. Uno"), (LI, "9. Dos")]),
    ("<ul><li>Uno<ol><li>Dos</ol><li>Tres</ul>", [(LI, "Uno"), (LI, "1. Dos"), (LI, "Tres")]),
    ("<blockquote><p>Uno</p><p>Dos</p></blockquote>tres", [(Q, "Uno"), (Q, "Dos"), (P, "tres")]),
    ("<pre>uno\n  dos\n</pre>", [(PRE, "uno\n  dos")]),
    ("<table><tr><td>a<td>b<tr><td>c<td>d</table>", [(ROW, "a\tb"), (ROW, "c\td")]),
    ("<table><tr><td><p>a</p><p>b</p><td>c<tr><td>d<td></table>", [(ROW, "a b\tc"), (ROW, "d\t")]),
    ("<table><tr><td><ul><li>a<li>b</ul><td>c<tr><td>d<td>e</table>f",
     [(ROW, "a b\tc"), (ROW, "d\te"), (P, "f")]),
    ("<table><tr><td><blockquote>a</blockquote><td>b<tr><td>c<td>d</table>e",
     [(ROW, "a\tb"), (ROW, "c\td"), (P, "e")]),
    ("<table><tr><td><h3>a</h3><td>b<br>c<tr><td>d<td>e</table>", [(ROW, "a\tb c"), (ROW, "d\te")]),
    ("<table><tr><td><p>Uno</p><td><p>Dos</p></table>", [(P, "Uno"), (P, "Dos")]),
    ("<p hidden>x</p><p style='display: none'>y</p>z", [(P, "z")]),
    ("<figure><img src=a><figcaption>Uno</figcaption></figure>dos", [(PIC, "Uno"), (P, "dos")]),
    ("<figure><img src=a><figcaption><p>Uno</p><p>dos</p></figcaption></figure>tres",
     [(PIC, "Uno dos"), (P, "tres")]),
    ("<p>Uno<img src=a>dos</p>", [(P, "Uno"), (PIC, ""), (P, "dos")]),
    ("<p>a\u202eb\u00adc\u200bd</p>", [(P, "abcd")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), BLOCKS, ids=[text for text, _ in BLOCKS])
def test_html_blocks(text: str, found: list[tuple[str, str]]) -> None:
    assert blocks(text) == found


def test_html_levels() -> None:
    document = build(
        "<h1>a</h1><h3>b</h3><ul><li>c<ul><li>d</ul></ul>"
        "<table><tr><th>e<th>f<tr><td>g<td>h</table><table><tr><td>i<td>j<tr><td>k<td>l</table>"
    )
    assert [block.level for block in document.blocks] == [1, 3, 1, 2, 1, 0, 2, 0]


RUNS = [
    ("<p>a <b>b</b> <em>c</em></p>", [("bold", "b", ""), ("italic", "c", "")]),
    ("<p><b>a <i>b</i></b></p>", [("bold", "a b", ""), ("italic", "b", "")]),
    ("<p><del>a</del><code>b</code>m<sup>2</sup>H<sub>2</sub></p>",
     [("strike", "a", ""), ("code", "b", ""), ("superscript", "2", ""), ("subscript", "2", "")]),
    ("<b><div>a</div><div>b</div></b>", [("bold", "a", ""), ("bold", "b", "")]),
    ("<p><b></b><i> </i>a</p>", []),
    ('<p><a href="https://a.example/x">a</a></p>', [("link", "a", "https://a.example/x")]),
    ('<p><a href="#b">a</a></p><h2 id="b">c</h2>', [("link", "a", "#3")]),
    ('<p><a href="#nada">a</a> <a href="javascript:x">b</a></p>', []),
    ("<ol><li>a</ol>", [("marker", "1.", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), RUNS, ids=[text for text, _ in RUNS])
def test_html_runs(text: str, found: list[tuple[str, str, str]]) -> None:
    assert runs(text) == found


def test_html_notes_lead_to_their_footnotes() -> None:
    document = build(
        '<p>Uno<a href="#n1" class="footnote-ref"><sup>1</sup></a>.</p>'
        '<section role="doc-endnotes"><ol><li id="n1"><p>Dos '
        '<a href="#r" role="doc-backlink">↩</a></p></li></ol></section>'
    )
    note = document.blocks[1]
    assert (note.kind, document.block_text(note)) == (BlockKind.FOOTNOTE, "[1] Dos")
    assert [(r.kind, r.target) for r in document.runs] == [
        (RunKind.NOTE, f"#{note.start}"), (RunKind.MARKER, ""),
    ]  # fmt: skip


def test_html_pictures() -> None:
    document = build(
        "<img src=a width=640px height=400 alt=' un  faro '><img src=b width=1 height=1><img>"
    )
    (picture,) = document.pictures
    assert (picture.source, picture.alt) == ("a", "un faro")
    assert (picture.width, picture.height, picture.block) == (640, 400, 0)


@pytest.mark.parametrize(
    ("address", "base", "target"),
    [
        ("/n", "https://a.example/x", "https://a.example/n"),
        ("n", "", None),
        ("HTTPS://a.example/", "", "HTTPS://a.example/"),
        ("java\nscript:x()", "https://a.example/", None),
        ("mailto:ana@a.example", "", "mailto:ana@a.example"),
        ("tel:+34600", "", None),
        ("data:text/html,x", "", None),
        ("file:///etc/passwd", "https://a.example/", None),
        ("https://[a", "", None),
        ("#", "", None),
        ("#x", "https://a.example/", "#x"),
    ],
)
def test_html_link_targets(address: str, base: str, target: str | None) -> None:
    assert link_target(address, base) == target


TAGS = "p div b a i ul ol li table tr td th blockquote h2 br pre figure figcaption sup section"
PARTS = st.lists(
    st.one_of(
        st.sampled_from([f"<{tag}>" for tag in TAGS.split()]),
        st.sampled_from([f"</{tag}>" for tag in TAGS.split()]),
        st.sampled_from(["<img src=a>", "<!--x-->", " ", "\n", "<a href='#x' id='x'>"]),
        st.text(alphabet="aé \u2028", min_size=1, max_size=3),
    ),
    max_size=25,
)


@given(PARTS)
def test_html_of_any_shape_gives_a_sound_document(parts: list[str]) -> None:
    document = build("".join(parts))
    end = 0
    for block in document.blocks:
        assert end <= block.start <= block.end <= len(document.text)
        assert not document.text[end : block.start].strip()
        assert block.start < block.end or block.kind is BlockKind.PICTURE
        end = block.end
    assert not document.text[end:].strip()
    spans = [(block.start, block.end) for block in document.blocks]
    for run in document.runs:
        assert run.start < run.end
        assert any(start <= run.start and run.end <= end for start, end in spans)
    starts = [run.start for run in document.runs]
    assert starts == sorted(starts)
    for picture in document.pictures:
        assert document.blocks[picture.block].kind is BlockKind.PICTURE
    whole = html.document_fromstring(f"<html><body>{''.join(parts)}</body></html>")
    assert document.text.count("a") == etree.tostring(
        whole, method="text", encoding="unicode"
    ).count("a")

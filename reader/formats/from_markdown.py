"""Markdown -> Parsed: CommonMark with tables, strikethrough and footnotes; HTML in it is text."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote

from lxml import html
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from reader.core.document import Parsed, normalize_newlines
from reader.core.errors import DocumentError
from reader.core.files import read_bytes
from reader.formats.builder import DocumentBuilder
from reader.formats.described import described
from reader.formats.from_html import build_html
from reader.formats.from_text import decode
from reader.formats.office_metadata import Metadata, metadata_of
from reader.formats.page.pictures import MAX_PICTURE, Pictures
from reader.formats.titles import lead_with_title

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"([A-Za-z][\w-]*)[ \t]*:[ \t]*(.*)")
_NAMES = {"author": "creator", "lang": "language"}
_QUOTED = re.compile(r"(['\"])(.*)\1")


def read_markdown(data: bytes, *, source: str = "") -> Parsed:
    """Read a Markdown article; `source` is its file's path, beside which its pictures lie.

    Metadata come from YAML front matter, of which only lines `key: value` are read.

    :raises DocumentError: where the bytes are no text, or nothing is written in it.
    """
    text = normalize_newlines(decode(data, source=source)).replace("\0", "")
    known, text = _without_front_matter(text)
    pictures = Pictures(parts=_Neighbours(source))
    builder = DocumentBuilder()
    if page := _to_html(text).strip():
        root = html.fragment_fromstring(page, create_parent="div")
        lead_with_title(root, known.title)
        build_html(root, builder, resolve=pictures.resolve)
    return described(builder, known, source=source, resources=pictures.resources)


class _Neighbours(Mapping[str, bytes]):
    """The files in a file's folder, or deeper, by their relative addresses."""

    def __init__(self, source: str) -> None:
        self._folder = Path(source).parent if source else None

    def __getitem__(self, address: str) -> bytes:
        path = unquote(re.split("[?#]", address, maxsplit=1)[0])
        if self._folder is None or not path or "\0" in path or ":" in path.partition("/")[0]:
            raise KeyError(address)
        try:
            folder = self._folder.resolve()
            file = (folder / path).resolve()
            if not file.is_relative_to(folder):
                raise KeyError(address)
            return read_bytes(file, max_bytes=MAX_PICTURE)
        except (OSError, RuntimeError, DocumentError) as error:  # also links in a circle
            raise KeyError(address) from error

    def __iter__(self) -> Iterator[str]:
        return iter(())  # they are only asked for by name

    def __len__(self) -> int:
        return 0

    def __bool__(self) -> bool:
        return self._folder is not None


def _without_front_matter(text: str) -> tuple[Metadata, str]:
    match = _FRONT_MATTER.match(text)
    if match is None:
        return Metadata(), text
    found: dict[str, str] = {}
    for line in match[1].split("\n"):
        if field := _FIELD.fullmatch(line.rstrip()):
            key = field[1].casefold()
            found[_NAMES.get(key, key)] = _scalar(field[2])
    return metadata_of(found), text[match.end() :]


def _scalar(written: str) -> str:
    """Return what a YAML scalar on one line says, its quotation marks taken off."""
    quoted = _QUOTED.fullmatch(written)
    if quoted is None:
        return written
    if quoted[1] == "'":
        return quoted[2].replace("''", "'")
    return re.sub(r"\\(.)", r"\1", quoted[2])


def _to_html(text: str) -> str:
    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    parser.use(footnote_plugin)
    parser.add_render_rule("footnote_ref", _footnote_reference)
    parser.add_render_rule("footnote_block_open", _footnotes_open)
    parser.add_render_rule("footnote_anchor", _nothing)
    tokens = parser.parse(text)
    _make_figures(tokens)
    rendered: str = parser.renderer.render(tokens, parser.options, {})
    return rendered


def _footnote_reference(
    _renderer: object, tokens: list[Token], index: int, _options: object, _env: object
) -> str:
    number = tokens[index].meta["id"] + 1
    return f'<a role="doc-noteref" href="#fn{number}">{number}</a>'


def _footnotes_open(*_arguments: object) -> str:
    return '<section role="doc-endnotes"><ol>\n'


def _nothing(*_arguments: object) -> str:
    return ""


def _make_figures(tokens: list[Token]) -> None:
    """Make a picture that is all of its paragraph a figure with its description as the caption."""
    for before, inline, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        children = inline.children or []
        if before.type != "paragraph_open" or [child.type for child in children] != ["image"]:
            continue
        before.tag = after.tag = "figure"
        image = children[0]
        children += [
            Token("caption_open", "figcaption", 1),
            *(image.children or []),
            Token("caption_close", "figcaption", -1),
        ]

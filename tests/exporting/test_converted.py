"""Exports through pandoc, converted back: quotes stay text, whatever they look like."""

import io
import re
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from reader.core.annotations import Colour, annotate
from reader.core.errors import ExportError
from reader.core.export import Export
from reader.exporting.registry import ExportOptions, format_of
from reader.formats import pandoc
from tests.exporting import work
from tests.store.examples import article

OPTIONS = ExportOptions(language="en")
HOSTILE = (
    "# no heading, *no emphasis*, `no code`, <b>no tag</b>, [[no link]], [no](http://no.es), "
    "$no math$, | no | table |, <script>alert(1)</script>, #notag, &amp;, \\no, ~~no~~, "
    "![no](a.png)"
)


def hostile() -> Export:
    """Return an export whose article is made to look like Markdown and HTML."""
    document = replace(article(HOSTILE, title="# <i>Title</i>"), url="https://a.es/?a=1&b=2")
    made = annotate(document, 0, len(HOSTILE), annotation_id="a1", colour=Colour.BLUE, now=work.NOW)
    return work.export_of([work.exported(document, [replace(made, comment="*Mine*")])])


def plain(path: Path, kind: str) -> str:
    """Return a document's text as pandoc reads it again."""
    command = [pandoc.executable(), "--sandbox", f"--from={kind}", "--to=html", "--wrap=none"]
    return subprocess.run(
        command, input=path.read_bytes(), check=True, capture_output=True
    ).stdout.decode()


@pytest.mark.parametrize("name", ["docx", "odt", "html", "epub"])
def test_converted_quotes_are_text(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.{name}"
    report = format_of(name).write(hostile(), path, OPTIONS)
    assert report.written == (path,)
    page: Any = html.fromstring(plain(path, name))
    assert HOSTILE in re.sub(r"\s+", " ", page.text_content())
    assert not page.findall(".//script")
    assert not page.findall(".//img")
    assert "Mine" in [each.text_content() for each in page.findall(".//em")]
    assert "no emphasis" not in [each.text_content() for each in page.findall(".//em")]


def test_converted_page_says_where_it_comes_from(tmp_path: Path) -> None:
    format_of("html").write(hostile(), tmp_path / "a.html", OPTIONS)
    page: Any = html.fromstring((tmp_path / "a.html").read_bytes())
    addresses = [str(link.get("href")) for link in page.findall(".//a")]
    assert "https://a.es/?a=1&b=2" in addresses
    assert "reader://annotation/a1" in addresses
    assert page.findtext(".//title") == "# <i>Title</i>"
    assert page.get("lang") == "en"


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JavaScript:alert(1)", "java&Tab;script:x", "data:text/html,x"],
)
def test_converted_page_runs_nothing(tmp_path: Path, address: str) -> None:
    document = article("Uno, dos y tres.")
    made = annotate(document, 0, 3, annotation_id="a1", colour=Colour.BLUE, now=work.NOW)
    comment = f"[pulsa]({address}) <script>alert(1)</script>"
    export = work.export_of([work.exported(document, [replace(made, comment=comment)])])
    format_of("html").write(export, tmp_path / "a.html", OPTIONS)
    page: Any = html.fromstring((tmp_path / "a.html").read_bytes())
    allowed = ("http:", "https:", "reader:", "#")
    assert all(str(link.get("href")).startswith(allowed) for link in page.findall(".//a"))
    assert not page.findall(".//script")


def test_converted_has_no_front_matter(tmp_path: Path) -> None:
    first, second = article("Uno, dos y tres."), article("Cuatro, cinco y seis.")
    export = work.export_of([work.exported(first, []), work.exported(second, [])])
    format_of("html").write(export, tmp_path / "a.html", OPTIONS)
    page: Any = html.fromstring((tmp_path / "a.html").read_bytes())
    assert not page.findall(".//pre")
    assert "lang:" not in page.text_content()


def test_converted_book_is_one(tmp_path: Path) -> None:
    format_of("epub").write(hostile(), tmp_path / "a.epub", OPTIONS)
    with zipfile.ZipFile(io.BytesIO((tmp_path / "a.epub").read_bytes())) as archive:
        assert archive.namelist()[0] == "mimetype"
        assert archive.read("mimetype") == b"application/epub+zip"


def test_converted_without_its_converter_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> str:
        raise ImportError("pandoc")

    monkeypatch.setattr(pandoc, "executable", missing)
    with pytest.raises(ExportError, match="install Reader again"):
        format_of("docx").write(hostile(), tmp_path / "a.docx", OPTIONS)
    assert not (tmp_path / "a.docx").exists()


def test_converted_into_nowhere_is_told(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="could not be written"):
        format_of("html").write(hostile(), tmp_path / "no" / "a.html", OPTIONS)

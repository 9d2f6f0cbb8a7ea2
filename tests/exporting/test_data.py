"""Exports for other programs, read with real parsers."""

import csv
import io
import json
import re
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from lxml import etree

from reader.core.errors import ExportError
from reader.core.export import Export, ExportFilter, ExportScope, ScopeKind
from reader.exporting.data import write_csv, write_json, write_jsonld, write_library, write_qdpx
from reader.exporting.registry import ExportOptions, ExportReport, format_of
from reader.formats.export_rows import ANNOTATION_COLUMNS, annotation_rows
from reader.formats.to_csv import from_csv, plain, several, to_csv
from reader.formats.to_qdpx import NAMESPACE, legal, to_qdpx
from reader.formats.to_webannotation import to_webannotation
from reader.store.export import gather
from reader.store.library import Library
from tests.exporting import work
from tests.exporting.qda import check_project
from tests.exporting.samples import crlf_article, emoji_article, export_of, with_orphan
from tests.store.examples import annotation, article, clock
from tests.store.libraries import exported, opened

REFERENCE = Path(__file__).parent.parent / "reference"
OPTIONS = ExportOptions()
Write = Callable[[Export, Path, ExportOptions], ExportReport]
WORDS = {name: name for name in "person country place organization colours tags".split()} | {
    name: name for name in "yellow green blue pink orange purple".split()
}


@pytest.fixture
def library() -> Iterator[Library]:
    """Return an empty library in memory."""
    with Library.open(None, now=clock()) as library:
        yield library


@pytest.mark.parametrize(
    ("write", "name"),
    [
        (write_csv, "export-annotations.csv"),
        (write_csv, "export-entities.csv"),
        (write_csv, "export-mentions.csv"),
        (write_json, "export.json"),
        (write_jsonld, "export.jsonld"),
    ],
)
def test_data_is_as_in_the_reference(write: Write, name: str, tmp_path: Path) -> None:
    write(work.golden(), tmp_path / name, OPTIONS)
    assert (tmp_path / name).read_bytes() == (REFERENCE / name).read_bytes()


def test_data_of_a_qda_project_is_as_in_the_reference(tmp_path: Path) -> None:
    write_qdpx(work.golden(), tmp_path / "a.qdpx", OPTIONS)
    with zipfile.ZipFile(tmp_path / "a.qdpx") as archive:
        found = archive.read("project.qde").replace(b"Reader 0.1.0", b"Reader")
    assert found == (REFERENCE / "export.qde").read_bytes()


@pytest.mark.parametrize("write", [write_csv, write_json, write_jsonld, write_qdpx])
def test_data_written_again_is_left_as_it_is(write: Write, tmp_path: Path) -> None:
    first = write(work.golden(), tmp_path / "a", OPTIONS)
    again = write(work.golden(), tmp_path / "a", OPTIONS)
    assert first.written == again.unchanged
    assert not again.written


def test_data_as_csv_is_three_files(tmp_path: Path) -> None:
    report = write_csv(work.golden(), tmp_path / "tablas", OPTIONS)
    names = [path.name for path in report.written]
    assert names == ["annotations.csv", "entities.csv", "mentions.csv"]
    assert format_of("csv").is_folder


@pytest.mark.parametrize(
    ("name", "column"),
    [("mis-mentions.csv", "linked_by"), ("entities.csv", "aliases"), ("todo.csv", "quote")],
)
def test_data_as_one_csv_is_what_its_name_says(name: str, column: str, tmp_path: Path) -> None:
    write_csv(work.golden(), tmp_path / name, OPTIONS)
    assert column in (tmp_path / name).read_text("utf-8-sig").splitlines()[0].split(",")


@given(work.exports())
@settings(deadline=None)
def test_data_as_csv_holds_no_formula_and_reads_back(export: Export) -> None:
    rows = list(annotation_rows(export))
    data = to_csv(rows, ANNOTATION_COLUMNS)
    text = data.decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    assert not any(cell[:1] in tuple("=+-@\t\r\n＝＋－＠") and cell for cell in cells)
    back = from_csv(data)
    for row, read in zip(rows, back, strict=True):
        for name in ("quote", "comment", "title", "outlet"):
            assert read[name] == whole(row[name])
        assert several(read["tags"]) == [whole(tag) for tag in row["tags"]]


def whole(text: str) -> str:
    """Return a text without halves of characters."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


@given(work.hostile)
def test_data_in_a_cell_comes_back(text: str) -> None:
    (row,) = from_csv(to_csv([{"a": text}], ["a"])) or [{"a": ""}]
    assert row["a"] == whole(text)


@given(work.hostile)
@example("uno;=cmd|' /C calc'!A0")
@example("uno\n=1+1\n- lista\n-1;'@a\t＝b")
def test_data_holds_no_formula_where_semicolons_end_cells(text: str) -> None:
    """That is so in spreadsheets of countries where the comma is in numbers."""
    data = to_csv([{"a": 1, "b": text}], ["a", "b"]).decode("utf-8-sig")
    row = data.removeprefix("a,b\r\n1,").removeprefix('"')
    for cell in re.split("[;\t\r\n]", row):
        assert not cell.startswith(tuple("=+-@＝＋－＠")) or re.match("[+－＋-] ", cell)


@pytest.mark.parametrize(("cell", "text"), [("'=1", "=1"), ("''=1", "'=1"), ("'tis", "'tis")])
def test_data_in_a_cell_loses_only_the_apostrophe_that_it_got(cell: str, text: str) -> None:
    assert plain(cell) == text


@given(work.exports())
@settings(deadline=None, max_examples=40)
def test_data_as_json_has_all_of_it(export: Export) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.json")
        write_json(export, path, OPTIONS)
        read = json.loads(path.read_text("utf-8"))
    assert read["annotations"] == list(annotation_rows(export))


def test_data_tells_orphans_from_annotations_of_todays_text() -> None:
    export = export_of(with_orphan(crlf_article()), emoji_article())
    orphan, other = annotation_rows(export)
    assert (orphan["is_orphan"], other["is_orphan"]) == (True, False)
    cells = [row["is_orphan"] for row in from_csv(to_csv([orphan, other], ANNOTATION_COLUMNS))]
    assert cells == ["1", "0"]


def test_data_as_jsonld_has_the_selectors_of_an_orphan_in_the_text_it_was_in() -> None:
    article = with_orphan(crlf_article())
    it = article.annotations[0].annotation
    (item,) = json.loads(to_webannotation(export_of(article)))["first"]["items"]
    quote, position = item["target"]["selector"]
    assert item["reader:orphan"] is True
    assert quote["exact"] == it.quote
    assert (position["start"], position["end"]) == (it.start, it.end)


def test_data_as_a_qda_project_selects_no_passage_that_is_gone() -> None:
    data = to_qdpx(export_of(with_orphan(crlf_article())), WORDS, origin="Reader")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("project.qde"))
    assert root.findall(f".//{{{NAMESPACE}}}PlainTextSelection") == []


@given(work.exports())
@settings(deadline=None, max_examples=60)
def test_data_as_a_qda_project_follows_the_schema(export: Export) -> None:
    data = to_qdpx(export, WORDS, origin="Reader")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("project.qde"))
        texts = {
            name.removeprefix("Sources/"): archive.read(name).decode("utf-8")
            for name in archive.namelist()
            if name.startswith("Sources/")
        }
    check_project(root, texts)
    for article_, source in zip(
        export.articles, root.iter(f"{{{NAMESPACE}}}TextSource"), strict=True
    ):
        text = texts[source.get("plainTextPath", "").removeprefix("internal://")]
        assert len(text) == len(article_.document.text)
        selections = source.findall(f"{{{NAMESPACE}}}PlainTextSelection")
        for each, selection in zip(article_.annotations, selections, strict=False):
            start, end = (
                int(selection.get("startPosition", "")),
                int(selection.get("endPosition", "")),
            )
            assert text[start:end] == legal(each.annotation.quote)
            found = selection.findtext(f"{{{NAMESPACE}}}Description") or ""
            assert found == legal(each.annotation.comment)


@given(work.exports())
@settings(deadline=None, max_examples=20)
def test_data_as_a_qda_project_is_the_same_each_time(export: Export) -> None:
    assert to_qdpx(export, WORDS, origin="R") == to_qdpx(export, WORDS, origin="R")


def test_data_of_a_library_can_be_taken_in(library: Library, tmp_path: Path) -> None:
    document = article()
    library.add_document(document)
    library.save_annotation(annotation(document))
    path = tmp_path / "todo.readerlib"
    write_library(gather(library, ExportScope(ScopeKind.LIBRARY)), path, OPTIONS)
    with Library.open(None) as other:
        with opened(tmp_path / "copy", path.read_bytes()) as file:
            other.transfer.take_in(file)
        assert exported(other) == exported(library)


def test_data_of_a_library_is_all_or_nothing(library: Library, tmp_path: Path) -> None:
    document = article()
    library.add_document(document)
    scope = ExportScope(ScopeKind.ARTICLES, (document.id,))
    with pytest.raises(ExportError, match="as a whole"):
        write_library(gather(library, scope, ExportFilter()), tmp_path / "a", OPTIONS)
    assert not (tmp_path / "a").exists()


@pytest.mark.parametrize("write", [write_csv, write_json, write_jsonld, write_qdpx])
def test_data_that_cannot_be_written_is_told(write: Write, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(ExportError, match="could not be written"):
        write(work.golden(), tmp_path / "file" / "a", OPTIONS)

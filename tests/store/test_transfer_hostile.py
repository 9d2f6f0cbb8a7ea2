"""Files that claim to hold a library: one clear sentence, and the library as it was."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader.core.shelf import LabelKind
from reader.core.transfer import TransferError
from reader.formats.from_library import LibraryFile, is_library
from reader.store.library import Library
from reader.store.schema import SCHEMA_VERSION
from tests.store.examples import annotation, clock, naming, news, person
from tests.store.libraries import exported, rows_of

Members = dict[str, bytes]


@pytest.fixture
def members() -> Members:
    """Return what a file with a small library consists of."""
    with Library.open(None, now=clock()) as library:
        document = news("Ana Torres habló en Córdoba.").document
        library.add_document(document)
        library.store_recognition(naming(document, person("Ana Torres")))
        library.save_note("person:ana-torres", "Nota.")
        library.save_annotation(annotation(document))
        label = library.labels.create(LabelKind.TAG, "Guerra")
        library.labels.assign(label.id, [document.id])
        with zipfile.ZipFile(io.BytesIO(exported(library))) as archive:
            return {name: archive.read(name) for name in archive.namelist()}


def packed(members: Members) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def refusal(library: Library, path: Path, data: bytes) -> str:
    """Return what is said of a file; the library has to stay as it was."""
    path.write_bytes(data)
    before = rows_of(library)
    with pytest.raises(TransferError) as told, LibraryFile(path, schema=SCHEMA_VERSION) as file:
        library.transfer.take_in(file)
    assert rows_of(library) == before
    assert library.search is not None
    return str(told.value)


def changed(table: str, **values: Any) -> Callable[[Members], None]:
    """Return what puts values into the first row of a table."""

    def change(members: Members) -> None:
        name = f"tables/{table}.jsonl"
        first, _, rest = members[name].partition(b"\n")
        row = json.loads(first) | values
        members[name] = json.dumps(row).encode() + b"\n" + rest

    return change


def without(table: str, column: str) -> Callable[[Members], None]:
    """Return what takes a value out of the first row of a table."""

    def change(members: Members) -> None:
        name = f"tables/{table}.jsonl"
        first, _, rest = members[name].partition(b"\n")
        row = json.loads(first)
        del row[column]
        members[name] = json.dumps(row).encode() + b"\n" + rest

    return change


def replaced(name: str, data: bytes) -> Callable[[Members], None]:
    """Return what puts other data into a member."""

    def change(members: Members) -> None:
        members[name] = data

    return change


@pytest.mark.parametrize(
    "change",
    [
        changed("documents", id=7),
        changed("documents", id=""),
        changed("documents", title=None),
        changed("documents", position=-1),
        changed("documents", position=10**30),
        changed("documents", position=1.5),
        changed("documents", position=True),
        changed("documents", added="ayer"),
        changed("documents", column="new"),
        changed("documents", original="0" * 64),
        without("documents", "title"),
        changed("texts", document_id="nobody"),
        changed("texts", blocks='[[0, 99999, "paragraph", 0]]'),
        changed("texts", blocks='[[5, 2, "paragraph", 0]]'),
        changed("texts", blocks='[[0, 5, "poem", 0]]'),
        changed("texts", blocks="{}"),
        changed("texts", blocks="[" * 100_000),
        changed("texts", runs='[[0, "a", "bold", ""]]'),
        changed("texts", pictures='[[3, "resource:x", "", 1, 1]]'),
        changed("annotations", start=50, end=90),
        changed("annotations", start=9, end=3),
        changed("annotations", start="0"),
        changed("annotations", colour="infrared"),
        changed("annotations", document_id="nobody"),
        changed("annotations", modified="2026-13-45"),
        changed("notes", entity_id="nobody"),
        changed("entities", kind="alien"),
        changed("labels", kind="box"),
        changed("labelled", label_id="nobody"),
        replaced("tables/texts.jsonl", b""),
        replaced("tables/texts.jsonl", b"{"),
        replaced("tables/texts.jsonl", b"[]\n"),
        replaced("tables/texts.jsonl", b"7\n"),
        replaced("tables/texts.jsonl", b"\xff\xfe\n"),
        replaced("tables/notes.jsonl", b'{"entity_id": ' + b"9" * 10_000 + b"}"),
        replaced("tables/notes.jsonl", b"[" * 200_000),
        replaced("library.json", b'{"format": "reader-library", "version": 1, "schema": true}'),
        replaced("library.json", b'{"format": "reader-library", "version": "1", "schema": 1}'),
        replaced("library.json", b"null"),
        replaced("../../etc/passwd", b"x"),
        replaced("/tables/notes.jsonl", b""),
        replaced("resources/..", b"x"),
        replaced("tables/sqlite_schema; DROP TABLE notes.jsonl", b"x"),
    ],
)
def test_transfer_refuses_what_makes_no_sense(
    library: Library, members: Members, tmp_path: Path, change: Callable[[Members], None]
) -> None:
    change(members)
    told = refusal(library, tmp_path / "a.readerlib", packed(members))
    assert told.startswith("“")
    assert "is damaged" in told or "that Reader knows" in told


def test_transfer_refuses_a_resource_with_other_content(
    library: Library, members: Members, tmp_path: Path
) -> None:
    key = "a" * 64
    members["tables/resources.jsonl"] = json.dumps({"key": key, "media_type": "a/b"}).encode()
    members[f"resources/{key}"] = b"something else"
    assert "is damaged" in refusal(library, tmp_path / "a.readerlib", packed(members))


def test_transfer_refuses_a_bomb(library: Library, members: Members, tmp_path: Path) -> None:
    members["tables/notes.jsonl"] = b" " * (300 * 1024 * 1024)
    told = refusal(library, tmp_path / "a.readerlib", packed(members))
    assert "far more than any library holds" in told


def test_transfer_refuses_a_truncated_file(
    library: Library, members: Members, tmp_path: Path
) -> None:
    data = packed(members)
    assert "is damaged" in refusal(library, tmp_path / "a.readerlib", data[: len(data) // 2])


def test_transfer_refuses_a_file_with_a_bit_turned(
    library: Library, members: Members, tmp_path: Path
) -> None:
    data = bytearray(packed(members))
    place = data.index(b"tables/texts.jsonl") + 40
    data[place] ^= 0x10
    assert "is damaged" in refusal(library, tmp_path / "a.readerlib", bytes(data))


@pytest.mark.parametrize("name", ["schema", "version"])
def test_transfer_refuses_a_newer_file(
    library: Library, members: Members, tmp_path: Path, name: str
) -> None:
    about = json.loads(members["library.json"]) | {name: 99}
    members["library.json"] = json.dumps(about).encode()
    told = refusal(library, tmp_path / "a.readerlib", packed(members))
    assert "newer version of Reader" in told


def test_transfer_knows_a_library_by_what_it_holds(members: Members, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(packed(members))
    assert is_library(path)
    path.write_bytes(packed({"mimetype": b"application/epub+zip"}))
    assert not is_library(path)
    path.write_bytes(b"text")
    assert not is_library(path)


def test_transfer_that_breaks_off_in_the_middle_leaves_nothing(
    library: Library, members: Members, tmp_path: Path
) -> None:
    members["tables/corrections.jsonl"] = b'{"half": '  # the last table
    refusal(library, tmp_path / "a.readerlib", packed(members))
    assert library.documents() == []

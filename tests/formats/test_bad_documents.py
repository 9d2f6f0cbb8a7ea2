"""Whatever a file holds, it is read or refused in one sentence; nothing else happens."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.errors import DocumentError
from reader.formats.opening import open_document, read_file
from reader.formats.pandoc import to_html
from tests.conftest import SEEDS
from tests.formats import bad_documents as bad

UNTITLED = "El faro de Punta Lindero vuelve"
ZIPPED = {"docx": bad.WORD, "odt": bad.ODF, "epub": bad.CHAPTER}


def refusal(path: Path, data: bytes) -> str:
    """Return the sentence with which a file is refused; it names the file."""
    path.write_bytes(data)
    with pytest.raises(DocumentError) as caught:
        read_file(path)
    sentence = str(caught.value)
    assert f"“{path}”" in sentence
    assert "\n" not in sentence
    return sentence


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xd8\xff\xe0" + b"x" * 3000,
        b"\x89PNG\r\n\x1a\n" + bytes(range(64)),
        b"GIF89a" + bytes(range(64)),
    ],
)
def test_bad_documents_pictures_are_called_pictures(data: bytes, tmp_path: Path) -> None:
    assert "is a picture" in refusal(tmp_path / "foto.txt", data)


@pytest.mark.parametrize("suffix", ["docx", "odt", "epub", "rtf"])
def test_bad_documents_cut_short(suffix: str, tmp_path: Path) -> None:
    assert "is damaged or cut short" in refusal(tmp_path / f"a.{suffix}", bad.truncated(suffix))


@pytest.mark.parametrize(("suffix", "name"), ZIPPED.items())
def test_bad_documents_without_their_main_part(suffix: str, name: str, tmp_path: Path) -> None:
    gone = {"epub": bad.PACKAGE}.get(suffix, name)
    data = bad.changed(suffix, **{gone: None})
    assert "is damaged or cut short" in refusal(tmp_path / f"a.{suffix}", data)


@pytest.mark.parametrize("suffix", ["docx", "odt", "epub"])
def test_bad_documents_encrypted_archives(suffix: str, tmp_path: Path) -> None:
    assert "by a password" in refusal(tmp_path / f"a.{suffix}", bad.encrypted_zip(suffix))


def test_bad_documents_word_with_a_password(tmp_path: Path) -> None:
    data = bad.OLE + "EncryptedPackage".encode("utf-16-le") + bytes(100)
    assert "by a password" in refusal(tmp_path / "a.docx", data)


def test_bad_documents_opendocument_with_a_password(tmp_path: Path) -> None:
    manifest = bad.replaced(
        "odt",
        "META-INF/manifest.xml",
        b"<manifest:file-entry",
        b"<manifest:encryption-data/>\\g<0>",
    )
    assert "by a password" in refusal(tmp_path / "a.odt", manifest)


def test_bad_documents_books_with_drm(tmp_path: Path) -> None:
    data = bad.with_member("epub", "META-INF/encryption.xml", bad.DRM % bad.AES)
    assert "protected against copying" in refusal(tmp_path / "a.epub", data)


def test_bad_documents_a_book_with_hidden_fonts_alone_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.epub"
    path.write_bytes(bad.with_member("epub", "META-INF/encryption.xml", bad.DRM % bad.FONTS))
    assert open_document(path).title.startswith(UNTITLED)


def test_bad_documents_old_word(tmp_path: Path) -> None:
    data = bad.OLE + "WordDocument".encode("utf-16-le") + bytes(100)
    assert "is an old Word document" in refusal(tmp_path / "a.doc", data)


@pytest.mark.parametrize("suffix", ["docx", "odt", "epub", "rtf", "md", "eml"])
def test_bad_documents_with_nothing_written(suffix: str, tmp_path: Path) -> None:
    assert "holds no text" in refusal(tmp_path / f"a.{suffix}", bad.without_text(suffix))


@pytest.mark.parametrize("suffix", ["docx", "odt", "epub", "rtf", "md", "eml", "html", "pdf"])
def test_bad_documents_of_no_bytes(suffix: str, tmp_path: Path) -> None:
    assert "is empty" in refusal(tmp_path / f"a.{suffix}", b"")


@pytest.mark.parametrize(
    ("suffix", "name"),
    [
        *(("docx", "a.txt"), ("odt", "a.docx"), ("epub", "a.zip"), ("rtf", "a.doc")),
        *(("eml", "a.txt"), ("html", "a.txt"), ("html", "a.md"), ("docx", "a"), ("md", "a.MD")),
        *(("mhtml", "a.eml"), ("pdf", "a.txt")),
    ],
)
def test_bad_documents_a_wrong_name_does_not_mislead(
    suffix: str, name: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(bad.sample(suffix))
    expected = open_document(SEEDS / f"muestra.{suffix}")
    found = open_document(path)
    assert [found.block_text(b) for b in found.blocks] == [
        expected.block_text(b) for b in expected.blocks
    ]


def test_bad_documents_text_called_a_document_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(bad.sample("txt"))
    assert open_document(path).text == bad.sample("txt").decode()


def test_bad_documents_plain_text_is_never_markdown(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(bad.sample("md"))
    assert open_document(path).text == bad.sample("md").decode()


@pytest.mark.parametrize("name", ["a.docx", "a.odt", "a.epub", "a.zip"])
def test_bad_documents_another_kind_of_archive(name: str, tmp_path: Path) -> None:
    data = bad.packed({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"})
    assert "is of a kind that Reader doesn't open" in refusal(tmp_path / name, data)


@pytest.mark.parametrize(("suffix", "name"), ZIPPED.items())
def test_bad_documents_zip_bombs(suffix: str, name: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.{suffix}"
    bomb = bad.with_member(suffix, "bomb.png", bytes(257 * 1024 * 1024))
    assert "packed into it is far more" in refusal(path, bomb)
    xml = bad.with_member(suffix, name, b"<x>" + b" " * (97 * 1024 * 1024) + b"</x>")
    assert "packed into it is far more" in refusal(path, xml)
    assert "packed into it is far more" in refusal(path, bad.with_many_members(suffix))
    assert "is damaged" in refusal(path, bad.lying_zip(suffix, name))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(("suffix", "name"), ZIPPED.items())
def test_bad_documents_xml_bombs_and_external_entities(
    suffix: str, name: str, encoding: str, tmp_path: Path
) -> None:
    data = bad.with_entities(suffix, name, encoding=encoding)
    assert "declares XML entities" in refusal(tmp_path / f"a.{suffix}", data)


@pytest.mark.parametrize(
    "name", ["../../evil.xml", "/evil.xml", "C:\\evil.xml", "word\\..\\..\\evil.xml"]
)
@pytest.mark.parametrize("suffix", ["docx", "odt", "epub"])
def test_bad_documents_names_that_lead_out(suffix: str, name: str, tmp_path: Path) -> None:
    data = bad.with_member(suffix, name, b"<x/>")
    assert "lead to other places" in refusal(tmp_path / f"a.{suffix}", data)


def test_bad_documents_archives_with_links(tmp_path: Path) -> None:
    assert "lead to other places" in refusal(tmp_path / "a.docx", bad.with_link("docx"))


@pytest.mark.parametrize(
    "address", ["{secret}", "file://{secret}", "../../secret.png", "..%2Fsecret.png"]
)
def test_bad_documents_no_other_file_is_read_for_a_book(address: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes((SEEDS / "muestra_files" / "faro.png").read_bytes() + b"secret")
    folder = tmp_path / "books"
    folder.mkdir()
    source = address.format(secret=secret).encode()
    path = folder / "a.epub"
    path.write_bytes(
        bad.replaced("epub", bad.CHAPTER, b"<p>Tres", b'<p><img src="%s"/></p><p>Tres' % source)
    )
    parsed = read_file(path)
    assert all(b"secret" not in resource.data for resource in parsed.resources)
    assert len(parsed.document.pictures) == 1  # the article's own


@pytest.mark.parametrize("address", ["../secret.png", "{secret}", "link.png", "..%2Fsecret.png"])
def test_bad_documents_markdown_reads_pictures_of_its_folder_alone(
    address: str, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes((SEEDS / "muestra_files" / "faro.png").read_bytes())
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "link.png").symlink_to(secret)
    (folder / "own.png").write_bytes(secret.read_bytes() + b"own")
    path = folder / "a.md"
    path.write_text(f"Texto\n\n![x]({address.format(secret=secret)})\n\n![y](own.png)\n")
    parsed = read_file(path)
    assert [resource.data for resource in parsed.resources] == [secret.read_bytes() + b"own"]


def test_bad_documents_remote_pictures_stay_addresses(tmp_path: Path) -> None:
    address = "https://127.0.0.1:9/x.png"
    header = "From: a@b\nContent-Type: text/html\n\n"
    files = {"a.md": f"Texto\n\n![x]({address})\n", "a.eml": f"{header}Texto <img src={address}>"}
    for name, text in files.items():
        path = tmp_path / name
        path.write_text(text)
        parsed = read_file(path)
        assert [picture.source for picture in parsed.document.pictures] == [address]
        assert parsed.resources == ()


def test_bad_documents_links_in_a_circle(tmp_path: Path) -> None:
    one, two = tmp_path / "one.docx", tmp_path / "two.docx"
    one.symlink_to(two)
    two.symlink_to(one)
    with pytest.raises(DocumentError, match="could not be read"):
        read_file(one)


def test_bad_documents_a_file_that_vanishes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reader.formats.isolation import IsolatedReader

    path = tmp_path / "a.docx"
    path.write_bytes(bad.sample("docx"))
    reader = IsolatedReader()
    started = reader._started  # the last moment before the process is asked

    def vanish(name: str):
        path.unlink()
        return started(name)

    monkeypatch.setattr(reader, "_started", vanish)
    with pytest.raises(DocumentError, match="There is no file"):
        reader.read(path)
    reader.close()


@pytest.mark.parametrize("suffix", ["md", "eml", "rtf", "txt", "html"])
def test_bad_documents_nul_bytes_are_refused_or_left_out(suffix: str, tmp_path: Path) -> None:
    data = bad.sample(suffix)
    path = tmp_path / f"a.{suffix}"
    for place in (10, len(data) // 2, len(data) - 2):
        path.write_bytes(data[:place] + b"\0\0" + data[place:])
        try:
            text = open_document(path).text
        except DocumentError as error:
            assert f"“{path}”" in str(error)  # noqa: PT017 (either is right)
        else:
            assert "\0" not in text


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.rtf", rb"{\rtf1 " + b"{" * 50_000 + b"Hola" + b"}" * 50_000 + b"}"),
        ("a.md", b">" * 20_000 + b" Hola"),
        ("a.md", b"[" * 20_000 + b"Hola"),
        ("a.md", b"*" * 20_000 + b"Hola" + b"*a_" * 10_000),
        ("a.md", b"Hola " + b"`" * 3 + b"a`" * 20_000),
        ("a.eml", b"From: a@b\r\nContent-Type: text/html\r\n\r\n" + b"<div>" * 100_000 + b"Hola"),
        (
            "a.eml",
            b"From: a@b\r\n"
            + b"".join(
                b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n)
                for n in range(3_000)
            )
            + b"\r\nHola",
        ),
    ],
    ids=["braces", "quotes", "brackets", "stars", "ticks", "elements", "parts"],
)
def test_bad_documents_nested_beyond_measure(name: str, data: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    try:
        assert open_document(path).text
    except DocumentError as error:
        assert f"“{path}”" in str(error)  # noqa: PT017 (either is right)


def test_bad_documents_conversion_has_a_limit_of_time() -> None:
    with pytest.raises(DocumentError, match="takes too long"):
        to_html(bad.sample("docx"), kind="docx", source="a.docx", limit_s=0.0)


def test_bad_documents_conversion_has_a_limit_of_memory() -> None:
    book = (SEEDS / "cuaderno-del-faro.epub").read_bytes()
    with pytest.raises(DocumentError, match="takes too much memory"):
        to_html(book, kind="epub", source="a.epub", memory_mb=16)


def test_bad_documents_a_missing_converter_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    with pytest.raises(DocumentError, match="pandoc"):
        to_html(b"", kind="docx", source="a.docx")


edits = st.lists(
    st.tuples(st.integers(0, 10**6), st.integers(0, 40), st.binary(max_size=8)),
    min_size=1,
    max_size=5,
)


def mutated(data: bytes, changes: list[tuple[int, int, bytes]]) -> bytes:
    for place, size, new in changes:
        start = place % (len(data) + 1)
        data = data[:start] + new + data[start + size :]
    return data


@pytest.mark.parametrize("suffix", ["docx", "odt", "epub", "rtf", "md", "eml", "txt"])
def test_bad_documents_mutations_are_read_or_refused(
    suffix: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("mutated") / f"a.{suffix}"
    main = ZIPPED.get(suffix)
    content = bad.members(suffix)[main] if main else bad.sample(suffix)

    @settings(max_examples=12, deadline=None, derandomize=True, database=None)
    @given(edits)
    def check(changes: list[tuple[int, int, bytes]]) -> None:
        data = mutated(content, changes)
        path.write_bytes(bad.with_member(suffix, main, data) if main else data)
        try:
            parsed = read_file(path)
        except DocumentError as error:
            assert re.search(re.escape(f"“{path}”"), str(error))  # noqa: PT017 (either is right)
        else:
            document = parsed.document
            assert document.text.strip()
            assert all(0 <= b.start <= b.end <= len(document.text) for b in document.blocks)

    check()

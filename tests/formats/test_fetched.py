from pathlib import Path

import pytest

from reader.core.document import resource_of
from reader.core.errors import DocumentError
from reader.formats.fetched import read_fetched
from reader.formats.opening import read_file
from tests.conftest import SEEDS

ADDRESS = "https://diario.es/a/viaje-a-lima"


def test_fetched_page_is_kept_as_it_came() -> None:
    data = (SEEDS / "muestra.html").read_bytes()
    parsed = read_fetched(data, address=ADDRESS, media_type="text/html", charset="utf-8")
    assert parsed.original == resource_of(data, "text/html")
    assert parsed.document.source == ""
    assert parsed.document.url.startswith("https://")


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("muestra.pdf", "application/pdf"),
        ("muestra.odt", "application/octet-stream"),
        ("muestra.txt", "text/plain"),
    ],
)
def test_fetched_document_is_read_as_its_file_is(name: str, media_type: str) -> None:
    path = SEEDS / name
    data = path.read_bytes()
    parsed = read_fetched(data, address=f"{ADDRESS}/{name}", media_type=media_type)
    assert parsed.document.text == read_file(path).document.text
    assert parsed.document.source == ""
    assert parsed.document.url == (read_file(path).document.url or f"{ADDRESS}/{name}")
    assert parsed.original == resource_of(data, media_type)


def test_fetched_address_serves_as_title_where_there_is_none(tmp_path: Path) -> None:
    parsed = read_fetched(b"ana llega a lima.", address=ADDRESS, media_type="text/plain")
    assert parsed.document.title == "Viaje a lima"


def test_fetched_nonsense_is_one_sentence() -> None:
    with pytest.raises(DocumentError, match="diario"):
        read_fetched(bytes(range(256)) * 9, address=ADDRESS, media_type="")

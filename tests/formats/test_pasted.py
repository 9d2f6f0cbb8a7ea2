import base64
import socket

import pytest

from reader.core.document import BlockKind, RunKind, document_id
from reader.core.errors import DocumentError
from reader.formats.pasted import read_pasted

RICH = (
    "<meta charset='utf-8'><h1>Ñoño en Ñuble</h1><p>Llegó <b>Ana</b> a "
    "<a href='https://diario.es/a'>Lima</a>.</p><ul><li>uno</li></ul>"
    "<script>x()</script><img src='https://otro.es/i.png' width='90' height='90'>"
)
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mNkaGBgYGBgGF4MAHQUAQFe1Ju8AAAAAElF"
    "TkSuQmCC"
)


@pytest.fixture(autouse=True)
def _nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)


def test_pasted_plain_text_has_its_first_line_as_title() -> None:
    document = read_pasted("El viaje\r\n\r\nAna llegó a Lima el martes por la tarde.").document
    assert document.title == "El viaje"
    assert document.text == "El viaje\n\nAna llegó a Lima el martes por la tarde."
    assert document.id == document_id(document.text)
    assert [block.kind for block in document.blocks] == [BlockKind.HEADING, BlockKind.PARAGRAPH]


def test_pasted_text_without_a_headline_is_called_by_its_first_words() -> None:
    document = read_pasted(" ".join(f"palabra{n}" for n in range(40)) + ".").document
    assert document.title.startswith("palabra0 palabra1 ")
    assert document.title.endswith(" palabra11…")


def test_pasted_rich_text_keeps_its_structure() -> None:
    parsed = read_pasted("Ñoño en Ñuble Llegó Ana a Lima. uno", RICH)
    document = parsed.document
    assert document.title == "Ñoño en Ñuble"
    assert "x()" not in document.text
    kinds = [block.kind for block in document.blocks]
    assert kinds[:3] == [BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM]
    assert {(run.kind, document.text[run.start : run.end]) for run in document.runs} >= {
        (RunKind.BOLD, "Ana"),
        (RunKind.LINK, "Lima"),
    }


def test_pasted_remote_picture_stays_an_address() -> None:
    parsed = read_pasted("", RICH)
    assert [picture.source for picture in parsed.document.pictures] == ["https://otro.es/i.png"]
    assert parsed.resources == ()


def test_pasted_picture_inside_the_rich_text_is_kept() -> None:
    data = base64.b64encode(PNG).decode()
    parsed = read_pasted("", f"<p>Mira</p><img src='data:image/png;base64,{data}'>")
    assert [resource.data for resource in parsed.resources] == [PNG]


def test_pasted_rich_text_that_lacks_the_text_gives_way_to_the_plain_one() -> None:
    text = "Ana llegó a Lima el martes por la tarde, y nadie la esperaba."
    assert read_pasted(text, "<p>Ana</p>").document.text == text


@pytest.mark.parametrize(("text", "rich"), [("", ""), (" \n\t", ""), ("", "<p> </p>"), ("\0", "")])
def test_pasted_nothing_is_one_sentence(text: str, rich: str) -> None:
    with pytest.raises(DocumentError, match="There is no text to paste"):
        read_pasted(text, rich)


def test_pasted_half_an_emoji_and_nul_bytes_do_no_harm() -> None:
    document = read_pasted("Ana\0 llegó \ud83d a Lima.").document
    assert document.text == "Ana llegó ? a Lima."

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl

from reader.ui.importing.offered import Offered, address_in, offered


def data(*, urls: tuple[str, ...] = (), text: str = "", rich: str = "") -> QMimeData:
    made = QMimeData()
    if urls:
        made.setUrls([QUrl(url) for url in urls])
    if text:
        made.setText(text)
    if rich:
        made.setHtml(rich)
    return made


def test_offered_files_count_before_all_else(tmp_path: Path) -> None:
    urls = (QUrl.fromLocalFile(str(tmp_path / "añó.txt")).toString(), "https://diario.es/a")
    assert offered(data(urls=urls, text="hola")) == Offered(paths=(tmp_path / "añó.txt",))


def test_offered_link_with_its_words_is_an_address() -> None:
    offer = offered(data(urls=("https://diario.es/a?b=ñ",), text="Un titular", rich="<a>Un</a>"))
    assert offer == Offered(address="https://diario.es/a?b=%C3%B1")


def test_offered_selection_that_carries_its_page_is_text() -> None:
    text = "palabra " * 60
    offer = offered(data(urls=("https://diario.es/a",), text=text, rich="<p>palabra</p>"))
    assert (offer.address, offer.text, offer.rich) == ("", text, "<p>palabra</p>")


def test_offered_text_that_is_an_address_is_one() -> None:
    assert offered(data(text=" https://diario.es/a \n")) == Offered(address="https://diario.es/a")


def test_offered_other_schemes_are_no_addresses() -> None:
    offer = offered(data(urls=("javascript:alert(1)",), text="javascript:alert(1)"))
    assert offer.address == ""


def test_offered_nothing_is_nothing() -> None:
    assert not offered(data())
    assert not offered(data(text=" \n"))


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://diario.es/a", "https://diario.es/a"),
        ("HTTP://DIARIO.ES", "HTTP://DIARIO.ES"),
        ("www.diario.es/x", "https://www.diario.es/x"),
        ("http://localhost:8000/a", "http://localhost:8000/a"),
        ("diario", ""),
        ("Ana.Ruiz", ""),
        ("https://", ""),
        ("https://[mal", ""),
        ("file:///etc/passwd", ""),
        ("https://a.es y más", ""),
        ("https://a.es/" + "x" * 5000, ""),
    ],
)
def test_offered_address_is_all_of_the_text(text: str, address: str) -> None:
    assert address_in(text) == address

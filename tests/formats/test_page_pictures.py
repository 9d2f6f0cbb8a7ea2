"""The pictures of web pages: those that came with one are kept, the others stay addresses."""

import base64
from pathlib import Path

import pytest

from reader.formats.from_page import read_page
from tests.formats.pages import BRIEF, forbid_network, page, png, texts


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    forbid_network(monkeypatch)


def with_picture(address: str) -> bytes:
    figure = f'<figure><img src="{address}"><figcaption>El camión.</figcaption></figure>'
    return page(f"<article><h1>Vuelca un camión</h1><p>{BRIEF}</p>{figure}<p>{BRIEF}</p></article>")


@pytest.mark.parametrize("folder", ["nota_files", "nota_archivos", "otra_files"])
def test_page_pictures_of_the_saved_folder_are_kept(tmp_path: Path, folder: str) -> None:
    (tmp_path / folder / "sub").mkdir(parents=True)
    (tmp_path / folder / "sub" / "foto 1.png").write_bytes(png(30, 20))
    data = with_picture(f"./{folder}/sub/foto%201.png?x=1")
    parsed = read_page(data, source=str(tmp_path / "nota.html"))
    assert [resource.data for resource in parsed.resources] == [png(30, 20)]


@pytest.mark.parametrize(
    "address",
    ["nota_files/../secreto.png", "../secreto.png", "nota_files/enlace.png", "file:///{}/secreto.png",
     "{}/secreto.png", "nota_files/carpeta/secreto.png", "enlazada_files/secreto.png",
     "nota_files\\\\..\\\\secreto.png", "nota_files/%2e%2e/secreto.png", "nota_files/nada.png",
     "nota_files/carta.png", "nota_files/dibujo.svg", "nota_files/a%00.png", "nota_files/cola.png"],
)  # fmt: skip
def test_page_pictures_from_elsewhere_are_not_read(tmp_path: Path, address: str) -> None:
    folder = tmp_path / "nota_files"
    folder.mkdir()
    (tmp_path / "fuera").mkdir()
    for path in (tmp_path / "secreto.png", tmp_path / "fuera" / "secreto.png"):
        path.write_bytes(png(30, 20))
    (folder / "enlace.png").symlink_to(tmp_path / "secreto.png")
    (folder / "carpeta").symlink_to(tmp_path / "fuera")
    (folder / "cola.png").symlink_to(folder / "cola.png")
    (tmp_path / "enlazada_files").symlink_to(tmp_path / "fuera")
    (folder / "carta.png").write_bytes(b"%PDF-1.7")
    (folder / "dibujo.svg").write_bytes(b'<svg xmlns="http://www.w3.org/2000/svg"/>')
    data = with_picture(address.replace("{}", str(tmp_path)))
    parsed = read_page(data, source=str(tmp_path / "nota.html"))
    assert parsed.resources == ()
    assert parsed.document.pictures == ()
    assert "El camión." in texts(parsed)  # so that the text is the same without the folder


def test_page_pictures_inside_addresses_are_kept() -> None:
    data = base64.b64encode(png(30, 20)).decode()
    parsed = read_page(with_picture(f"data:image/png;base64,{data}"))
    assert [(r.media_type, r.data) for r in parsed.resources] == [("image/png", png(30, 20))]


HIDDEN = [
    "data:image/svg+xml;base64," + base64.b64encode(b"<svg><script/></svg>").decode(),
    "data:image/png;base64," + base64.b64encode(b"<svg onload='x'></svg>").decode(),
    "data:image/png;base64," + base64.b64encode(png(1, 1)).decode(),
    "data:image/png;base64,á!",
    "data:,",
    "javascript:alert(1)",
    "https://[no",
    "",
]


@pytest.mark.parametrize("address", HIDDEN)
def test_page_pictures_that_are_none_are_left_out(address: str) -> None:
    parsed = read_page(with_picture(address))
    assert (parsed.resources, parsed.document.pictures) == ((), ())


def test_page_pictures_elsewhere_stay_addresses() -> None:
    parsed = read_page(with_picture("/f.jpg"), address="https://eco.example/n")
    assert [picture.source for picture in parsed.document.pictures] == ["https://eco.example/f.jpg"]
    assert parsed.resources == ()


@pytest.mark.parametrize("name", ["data-src", "srcset", "data-lazy-src"])
def test_page_pictures_that_a_script_would_load_are_found(name: str) -> None:
    empty = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="
    data = with_picture(f'{empty}" {name}="https://eco.example/f.jpg 2x, https://eco.example/g.jpg')
    parsed = read_page(data)
    assert [picture.source for picture in parsed.document.pictures] == ["https://eco.example/f.jpg"]


def test_page_pictures_are_limited_in_number() -> None:
    figures = "".join(
        f'<p>{BRIEF}</p><figure><img src="data:image/png;base64,'
        f'{base64.b64encode(png(4, n)).decode()}"></figure>'
        for n in range(4, 80)
    )
    assert len(read_page(page(f"<article>{figures}<p>{BRIEF}</p></article>")).resources) == 60

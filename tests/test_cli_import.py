"""The command `import` on real folders."""

from pathlib import Path

import pytest

from reader.cli import run
from reader.core.shelf import ArticleQuery
from reader.store.library import Library
from tests.store.examples import news


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "carpeta"
    (folder / "dentro").mkdir(parents=True)
    (folder / "uno.txt").write_text("Uno\n\nAna Ruiz llegó a Lima el martes por la tarde.")
    (folder / "dentro" / "dos.txt").write_text("Dos\n\nLuis Prado se fue de Bogotá el jueves.")
    return folder


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


def import_(library: Path, *arguments: Path | str) -> int:
    return run(["import", "--library", str(library), *map(str, arguments)])


def test_cli_import_reports_what_became_of_each_file(
    folder: Path, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "vacía.txt").touch()
    (folder / "foto.jpg").touch()
    assert import_(library, "--no-recognize", folder) == 1
    printed = capsys.readouterr().out
    assert "Added: 2\n" in printed
    assert "Failed: 1\n" in printed
    assert "Of other kinds, left out: 1\n" in printed
    assert f"- “{folder / 'vacía.txt'}” is empty" in printed
    with Library.open(library) as opened:
        assert opened.shelf.count(ArticleQuery()) == 2


def test_cli_import_again_finds_all_there_and_succeeds(
    folder: Path, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert import_(library, "--no-recognize", folder) == 0
    capsys.readouterr()
    assert import_(library, "--no-recognize", folder) == 0
    assert "Already there: 2\n" in capsys.readouterr().out


def test_cli_import_updates_changed_articles_when_told(
    folder: Path, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import_(library, "--no-recognize", folder)
    path = folder / "uno.txt"
    path.write_text(path.read_text() + " Llovía mucho en el puerto.")
    assert import_(library, "--no-recognize", folder) == 0
    assert "In the library with another text: 1\n" in capsys.readouterr().out
    assert import_(library, "--no-recognize", "--changed", "update", folder) == 0
    assert "Updated: 1\n" in capsys.readouterr().out


def test_cli_import_a_path_that_is_not_there_is_one_sentence(
    tmp_path: Path, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert import_(library, "--no-recognize", tmp_path / "nada.txt") == 1
    assert "There is no file" in capsys.readouterr().out


def test_cli_import_a_library_that_is_none_is_one_sentence(
    folder: Path, library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library.write_bytes(b"nada de SQLite" * 99)
    assert import_(library, "--no-recognize", folder) == 1
    assert "is not a library" in capsys.readouterr().err


@pytest.mark.model
def test_cli_import_finds_the_names(folder: Path, library: Path) -> None:
    assert import_(library, folder) == 0
    with Library.open(library) as opened:
        assert opened.shelf.unrecognized() == []


def test_cli_import_takes_annotations_in(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "El ministro de Exteriores llegó ayer a la capital rusa para reunirse con su homólogo."
    with Library.open(library) as opened:
        added = opened.shelf.add(news(text, url="https://diario.es/visita"))
    assert import_(library, Path(__file__).parent / "reference" / "hypothesis.json") == 0
    printed = capsys.readouterr().out
    assert "- Otra noticia — “algo”" in printed
    with Library.open(library) as opened:
        assert len(opened.annotations(added.document_id)) == 1


def test_cli_import_takes_a_whole_library_in_beside_articles(
    folder: Path, library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "otra.sqlite"
    assert import_(other, "--no-recognize", folder) == 0
    path = tmp_path / "todo.readerlib"
    out = ["export", "--all", "--format", "library", "--library", str(other), "-o", str(path)]
    assert run(out) == 0
    new = tmp_path / "tres.txt"
    new.write_text("Tres\n\nEva Soto volvió a Quito el viernes.")
    assert import_(library, "--no-recognize", path, new) == 0
    assert "Articles: added: 2" in capsys.readouterr().out
    with Library.open(library) as opened:
        assert opened.shelf.count(ArticleQuery()) == 3


def test_cli_import_of_a_damaged_library_fails_and_goes_on(
    folder: Path, library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.readerlib"
    path.write_bytes(b"PK\x03\x04 half")
    assert import_(library, "--no-recognize", path, folder) == 1
    told = capsys.readouterr()
    assert "is damaged or cut short" in told.err
    assert "Added: 2\n" in told.out

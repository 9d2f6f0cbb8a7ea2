import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader import paths
from reader.cli import run
from reader.core.annotations import Colour, annotate
from reader.core.entities import Entity, Recognition
from reader.core.mentions import Kind, Mention
from reader.formats.opening import open_document
from reader.settings import Settings, save_settings
from reader.store.library import Library
from tests.bad_files import BAD_FILES, IDS, Make


@pytest.fixture
def library(tmp_path: Path, article_path: Path) -> Path:
    """Return the path of a library with a note and an annotation on the user's article."""
    path = tmp_path / "library.sqlite"
    document = open_document(article_path)
    entity = Entity("country:RU", "Rusia", Kind.COUNTRY, identifiers={"iso3166": "RU"})
    start = document.text.index("Rusia")
    mention = Mention(start, start + 5, Kind.COUNTRY, entity.id)
    with Library.open(path) as opened:
        opened.add_document(document)
        opened.store_recognition(Recognition(document.id, "m", (mention,), (entity,)))
        opened.save_note("country:RU", "Una **nota**.")
        opened.save_annotation(
            annotate(document, 0, 11, annotation_id="a", colour=Colour.BLUE, now="2026-01-02")
        )
    return path


@pytest.mark.model
def test_cli_entities_prints_one_json_object_a_file(
    article_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "otra.txt"
    other.write_bytes("Ana María Ruiz viajó a Perú.\r\n😀 En Perú, todo en calma.\r\n".encode())
    assert run(["entities", "--json", str(article_path), str(other)]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert first["text"] == article_path.read_text("utf-8")
    assert second["text"] == "Ana María Ruiz viajó a Perú.\n😀 En Perú, todo en calma.\n"
    assert second["file"] == str(other)
    assert set(first) == {
        "file", "title", "text", "language", "model", "mentions", "entities",
    }  # fmt: skip
    assert (first["language"], second["language"]) == ("es", "")
    for printed in (first, second):
        ids = {entity["id"] for entity in printed["entities"]}
        for mention in printed["mentions"]:
            assert printed["text"][mention["start"] : mention["end"]] == mention["text"]
            assert mention["entity"] in ids
    peru = next(e for e in second["entities"] if e["name"] == "Perú")
    assert (peru["kind"], peru["country"]) == ("country", "PE")
    assert [m["text"] for m in second["mentions"] if m["entity"] == peru["id"]] == ["Perú"] * 2


@pytest.mark.model
def test_cli_entities_says_why_names_are_linked_and_what_is_open(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / "dos.txt"
    article.write_text(
        "Jorge Crawford y Ana Crawford discutieron ayer en Lima. Crawford se fue antes del final, "
        "según los vecinos. La policía peruana no intervino.",
        "utf-8",
    )
    assert run(["entities", "--json", str(article)]) == 0
    printed = json.loads(capsys.readouterr().out)
    names = {entity["id"]: entity["name"] for entity in printed["entities"]}
    by_text = {m["text"]: m for m in printed["mentions"]}
    bare = next(e for e in printed["entities"] if e["id"] == by_text["Crawford"]["entity"])
    assert by_text["Crawford"]["linked_by"] == "open"
    assert [names[i] for i in bare["candidates"]] == ["Jorge Crawford", "Ana Crawford"]
    demonym = by_text["peruana"]
    assert (demonym["kind"], demonym["linked_by"]) == ("demonym", "demonym")
    assert names[demonym["entity"]] == "Perú"


@pytest.mark.parametrize(("make", "sentence"), BAD_FILES, ids=IDS)
@pytest.mark.parametrize("command", ["entities", "export"])
def test_cli_bad_file_is_one_sentence(
    library: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    command: str,
    make: Make,
    sentence: str,
) -> None:
    path = tmp_path / "malo.txt"
    make(path, monkeypatch)
    before = library.read_bytes()
    library_option = ["--library", str(library)] if command == "export" else []
    assert run([command, str(path), *library_option]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("reader: ")
    assert sentence in printed.err
    assert printed.err.count("\n") == 1
    assert library.read_bytes() == before


def test_cli_entities_tells_of_each_bad_file_and_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "vacío.txt").touch()
    assert run(["entities", str(tmp_path), str(tmp_path / "vacío.txt"), "nada.txt"]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    sentences = printed.err.splitlines()
    assert [s.startswith("reader: ") for s in sentences] == [True] * 3
    for sentence, part in zip(
        sentences, ("is a folder", "is empty", "There is no file"), strict=True
    ):
        assert part in sentence


def test_cli_export_writes_what_the_library_holds(
    article_path: Path, library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.md"
    arguments = ["export", str(article_path), "--library", str(library)]
    assert run([*arguments, "-o", str(out)]) == 0
    assert run(arguments) == 0
    assert capsys.readouterr().out == out.read_text("utf-8")
    assert "> El ministro" in out.read_text("utf-8")
    assert "Una **nota**." in out.read_text("utf-8")


def test_cli_export_of_an_article_that_is_not_there_says_so(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "otra.txt").write_text("Otro artículo.")
    assert run(["export", str(tmp_path / "otra.txt"), "--library", str(library)]) == 1
    assert "The library holds nothing on" in capsys.readouterr().err


def test_cli_export_without_a_library_says_so_and_makes_none(
    article_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "nada.sqlite"
    assert run(["export", str(article_path), "--library", str(missing)]) == 1
    assert "There is no library" in capsys.readouterr().err
    assert not missing.exists()


def test_cli_export_of_a_broken_library_says_so_and_leaves_it(
    article_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.sqlite"
    broken.write_bytes(b"no es una biblioteca" * 100)
    assert run(["export", str(article_path), "--library", str(broken)]) == 1
    assert str(broken) in capsys.readouterr().err
    assert broken.read_bytes() == b"no es una biblioteca" * 100


@pytest.mark.parametrize("arguments", [["entities"], ["export"], ["--frobnicate"]])
def test_cli_wrong_usage_exits_with_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(arguments)
    assert stopped.value.code == 2
    assert "usage: reader" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["entities"], ["export"]])
def test_cli_help_names_every_option(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        run([*arguments, "--help"])
    assert stopped.value.code == 0
    help_text = capsys.readouterr().out
    wanted = {
        (): ["FILE", "--library", "--version", "reader entities", "reader export"],
        ("entities",): ["FILE", "--json"],
        ("export",): ["FILE", "--output", "--library", "--language"],
    }[tuple(arguments)]
    assert [w for w in wanted if w not in help_text] == []


def test_cli_speaks_spanish_where_the_system_does(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "reader", "entities", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"LC_ALL": "es_ES.UTF-8", "LANGUAGE": "es"},
    )
    assert ended.returncode == 1
    assert "es una carpeta" in ended.stderr


@pytest.mark.model
def test_cli_entities_with_a_broken_chosen_model_says_so_and_uses_the_built_in_one(
    article_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save_settings(paths.settings_file(), Settings(model=str(tmp_path)))
    assert run(["entities", "--json", str(article_path)]) == 0
    printed = capsys.readouterr()
    assert "is no recognition model" in printed.err
    assert json.loads(printed.out)["model"].startswith("es_reader_news")


@pytest.mark.parametrize("target", ["article", "library"])
def test_cli_export_over_an_article_or_the_library_is_refused(
    article_path: Path,
    library: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    target: str,
) -> None:
    article = tmp_path / "articulo.txt"
    article.write_bytes(article_path.read_bytes())
    out = {"article": article, "library": library}[target]
    before = out.read_bytes()
    assert run(["export", str(article), "--library", str(library), "-o", str(out)]) == 1
    assert "would destroy" in capsys.readouterr().err
    assert out.read_bytes() == before


def test_cli_export_leaves_an_empty_file_that_is_no_library(
    article_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.sqlite"
    empty.touch()
    assert run(["export", str(article_path), "--library", str(empty)]) == 1
    assert "There is no library" in capsys.readouterr().err
    assert empty.stat().st_size == 0


@pytest.mark.model
def test_cli_entities_prints_utf_8_whatever_the_terminal_speaks(tmp_path: Path) -> None:
    article = tmp_path / "flecha.txt"
    article.write_text("De Lima → Quito.", encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, "-m", "reader", "entities", "--json", str(article)],
        capture_output=True,
        check=True,
        env=os.environ | {"PYTHONIOENCODING": "cp1252"},
    )
    assert json.loads(ended.stdout.decode("utf-8"))["text"] == "De Lima → Quito."


@pytest.mark.parametrize(
    ("argument", "wanted"),
    [
        ("reader://article/1?start=2&end=3", "reader://article/1?start=2&end=3"),
        ("file:///tmp/un%20a%C3%B1o.txt", "/tmp/un año.txt"),
        ("file://localhost/tmp/a.txt", "/tmp/a.txt"),
        ("/tmp/a%20b.txt", "/tmp/a%20b.txt"),
        # What any web page can have a desktop hand over is no more than the name of a file.
        ("reader:paste", "{here}/reader:paste"),
        ("READER:paste", "{here}/READER:paste"),
        ("file://server/share/a.txt", "{here}/file:/server/share/a.txt"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="paths of its own")
def test_cli_window_is_asked_for_files_and_addresses_alone(
    argument: str, wanted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []

    def run_app(wanted: list[str], *, library: Path) -> int:
        asked.append(wanted)
        return 0

    monkeypatch.setattr("reader.app.run_app", run_app)
    assert run([argument]) == 0
    assert asked == [[wanted.format(here=Path.cwd())]]
    assert run(["--paste"]) == 0
    assert asked[1:] == [["reader:paste"]]

"""The command `export`: what can be named, filtered and shaped without the window."""

from pathlib import Path

import pytest

from reader.cli import run
from reader.exporting.templates import user_folder
from reader.store.library import Library
from tests.ui.exporting.export_steps import make_library


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "library.sqlite"
    make_library(path)
    return path


def exported(library: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return what the command prints."""
    assert run(["export", *arguments, "--library", str(library), "--language", "en"]) == 0
    return capsys.readouterr().out


def test_cli_export_of_a_name_is_its_dossier(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = exported(library, capsys, "--entity", "rusia")
    assert "# Rusia" in text
    assert "Potencia *nuclear*." in text
    assert "### [La visita](reader://article/" in text


@pytest.mark.parametrize(
    ("arguments", "titles"),
    [
        (["--all"], {"La visita", "La vuelta"}),
        (["--search", "tan pronto"], {"La vuelta"}),
        (["--collection", "viajes"], set()),
        (["--all", "--colour", "green"], {"La visita"}),
        (["--all", "--tag", "Viajes"], {"La visita"}),
        (["--all", "--about", "Ana Torres"], {"La visita"}),
        (["--all", "--annotated"], {"La visita"}),
        (["--all", "--from", "2026-02"], set()),
        (["--all", "--to", "2026-01"], {"La visita", "La vuelta"}),
    ],
)
def test_cli_export_takes_what_is_named(
    library: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    titles: set[str],
) -> None:
    text = exported(library, capsys, *arguments, "--template", "article-line")
    assert {title for title in ("La visita", "La vuelta") if title in text} == titles


def test_cli_export_has_all_names_where_they_are_asked_for(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "Ana Torres](" not in exported(library, capsys, "--all")
    assert "Ana Torres](" in exported(library, capsys, "--all", "--names", "all")


def test_cli_export_takes_a_template_of_the_user(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    user_folder().mkdir(parents=True)
    (user_folder() / "mía.md.j2").write_text("* {{ article.title }}\n", "utf-8")
    text = exported(library, capsys, "--all", "--template", "mía")
    assert sorted(text.splitlines()) == ["* La visita", "* La vuelta"]


def test_cli_export_writes_a_vault_while_the_library_is_in_use(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    vault = tmp_path / "bóveda"
    arguments = ["--all", "--format", "vault", "-o", str(vault)]
    with Library.open(library) as window:
        window.documents()
        exported(library, capsys, *arguments)
        window.save_note("country:RU", "Otra.")
    assert {each.stem for each in vault.rglob("*.md")} == {
        *("La visita", "La vuelta", "Rusia", "Reader – Library"),
    }


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--entity", "Nadie"], "knows no “Nadie”"),
        (["--collection", "nada"], "knows no “nada”"),
        (["--all", "--template", "nada"], "no template “nada”"),
        (["--all", "--format", "vault"], "needs a file or folder"),
    ],
)
def test_cli_export_says_what_is_wrong_in_one_sentence(
    library: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    assert run(["export", *arguments, "--library", str(library)]) == 1
    printed = capsys.readouterr()
    assert (printed.out, printed.err.count("\n")) == ("", 1)
    assert sentence in printed.err


@pytest.mark.parametrize("arguments", [["--all", "--search", "x"], ["a.txt", "--all"], []])
def test_cli_export_of_several_things_at_once_is_wrong_usage(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(["export", *arguments])
    assert stopped.value.code == 2

"""`reader model`: what it prints, what it sets, and that a failure changes nothing."""

import errno
import hashlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader import paths
from reader.cli import run
from reader.cli_model import Bar, choice_of, megabytes
from reader.recognition.catalogue import Release
from reader.recognition.install import install_wheel
from reader.recognition.model import models_folder
from reader.settings import Settings, load_settings, save_settings
from tests.recognition.wheels import LABEL, files_of, write_wheel


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """Return the folder of what looks like a model."""
    folder = tmp_path / "mío"
    folder.mkdir()
    meta = {"lang": "es", "name": "mío", "version": "0.3", "pipeline": ["ner"]}
    (folder / "meta.json").write_text(json.dumps(meta))
    (folder / "config.cfg").write_text("[nlp]\n")
    (folder / "data").write_bytes(bytes(range(256)) * 400)
    return folder


@pytest.fixture
def wheel(model: Path, tmp_path: Path) -> Path:
    return write_wheel(tmp_path / f"{LABEL}-py3-none-any.whl", files_of(model))


def chosen() -> str:
    return load_settings(paths.settings_file()).model


def test_cli_model_list_marks_the_model_in_use(
    wheel: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    install_wheel(wheel, models_folder())
    assert run(["model", "use", "es_prueba"]) == 0
    capsys.readouterr()
    assert run(["model", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["NAME", "VERSION", "LANGUAGE", "SIZE", "LICENCE", "STATE"]
    marked = [line.split() for line in lines[1:] if line.startswith("*  ")]
    assert marked == [["*", "es_prueba", "1.2.0", "es", "0.1", "MB", "MIT", "installed"]]
    assert any("es_reader_news" in line and "built in" in line for line in lines)
    assert any("es_core_news_md" in line and "can be installed" in line for line in lines)
    assert lines[-1] == "* in use (chosen)"


def test_cli_model_list_says_what_automatic_means(
    model: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["model", "list"]) == 0
    assert "together with es_core_news_md once that" in capsys.readouterr().out.splitlines()[-1]
    files = files_of(model, name="es_core_news_md", version="3.7.0")
    install_wheel(write_wheel(tmp_path / "md.whl", files), models_folder())
    assert run(["model", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    marked = [line.split()[1] for line in lines[:-1] if line.startswith("*  ")]
    assert marked == ["es_reader_news", "es_core_news_md"]
    assert lines[-1].startswith("* in use (automatic: the built-in model, and the other one")
    assert run(["model", "use", "automatic"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("Chosen automatically: es_reader_news-")
    assert printed.endswith("and es_core_news_md-3.7.0 are in use from the next start on.\n")


def test_cli_model_installs_one_of_another_language_which_reads_that(
    model: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_wheel(tmp_path / "en.whl", files_of(model, name="en_prueba"))
    assert run(["model", "install", str(path)]) == 0
    assert "It reads articles in “en” from the next start on." in capsys.readouterr().out
    assert run(["model", "list"]) == 0
    printed = capsys.readouterr()
    (line,) = [line for line in printed.out.splitlines() if "en_prueba" in line]
    assert line.endswith("reads articles in “en”")
    assert printed.err == ""
    assert run(["model", "use", "en_prueba"]) == 1
    assert "for the language “en”" in capsys.readouterr().err


def test_cli_model_list_says_what_is_wrong_with_the_chosen_one(
    model: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save_settings(paths.settings_file(), Settings(model=str(model)))
    (model / "config.cfg").unlink()
    assert run(["model", "list"]) == 0
    printed = capsys.readouterr()
    assert "can't be used" in printed.out
    assert "is no recognition model" in printed.err
    (used,) = [line for line in printed.out.splitlines() if line.startswith("*  ")]
    assert "es_reader_news" in used


@pytest.mark.parametrize(
    ("name", "setting"),
    [("automatic", ""), ("built-in", "es_reader_news"), ("es_reader_news", "es_reader_news"),
     ("es_prueba", "es_prueba"), ("es-prueba", "es_prueba"), (LABEL, LABEL)],
)  # fmt: skip
def test_cli_model_use_sets_the_model(
    wheel: Path, capsys: pytest.CaptureFixture[str], name: str, setting: str
) -> None:
    install_wheel(wheel, models_folder())
    save_settings(paths.settings_file(), Settings(model="something", theme="dark"))
    assert run(["model", "use", name]) == 0
    assert load_settings(paths.settings_file()) == Settings(model=setting, theme="dark")
    assert "is in use from the next start on" in capsys.readouterr().out


def test_cli_model_use_takes_a_folder_from_wherever_it_is_called(
    model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(model.parent)
    assert run(["model", "use", model.name]) == 0
    assert chosen() == str(model)


@pytest.mark.parametrize(
    ("meta", "words"),
    [
        ({"lang": "en"}, "for the language “en”"),
        ({"pipeline": ["tagger"]}, "finds no names"),
        ({"spacy_version": ">=4.0"}, "made for spaCy >=4.0"),
        (None, "is no recognition model"),
    ],
)
def test_cli_model_use_of_one_that_does_not_serve_changes_nothing(
    model: Path,
    capsys: pytest.CaptureFixture[str],
    meta: dict[str, object] | None,
    words: str,
) -> None:
    save_settings(paths.settings_file(), Settings(model="es_reader_news"))
    said = json.loads((model / "meta.json").read_text("utf-8"))
    (model / "meta.json").write_text("" if meta is None else json.dumps({**said, **meta}))
    assert run(["model", "use", str(model)]) == 1
    assert words in capsys.readouterr().err
    assert chosen() == "es_reader_news"


def test_cli_model_use_of_one_that_is_not_installed_says_how(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["model", "use", "es-core-news-lg"]) == 1
    assert "Install it first: reader model install es_core_news_lg" in capsys.readouterr().err
    assert not paths.settings_file().exists()


def test_cli_model_use_leaves_a_name_that_is_unknown_to_the_check() -> None:
    assert choice_of("nada") == "nada"


def test_cli_model_install_tells_what_it_does(
    wheel: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["model", "install", str(wheel)]) == 0
    printed = capsys.readouterr()
    assert f"{LABEL}: {megabytes(wheel.stat().st_size)}, licence: MIT" in printed.out
    assert f"from {wheel}" in printed.out
    assert f"{LABEL} is installed in {models_folder() / LABEL}" in printed.out
    assert "nothing says who made it" in printed.out
    assert "To use it: reader model use es_prueba" in printed.out
    assert printed.err.splitlines()[-1].startswith("100 %")
    assert run(["model", "install", str(wheel)]) == 0
    assert "is installed already" in capsys.readouterr().out


def test_cli_model_install_of_the_official_one_is_in_use_at_once(
    model: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    files = files_of(model, name="es_core_news_md", version="3.8.0")
    path = write_wheel(tmp_path / "md.whl", files)
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    release = Release("es_core_news_md", "3.8.0", path.stat().st_size, "MIT", sha256)
    monkeypatch.setattr("reader.recognition.install.releases", lambda: (release,))
    assert run(["model", "install", str(path)]) == 0
    printed = capsys.readouterr().out
    assert "Its file is the published one (SHA-256)." in printed
    assert "It is in use from the next start on." in printed


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("es_core_news_xx", "can't be installed by this name"),
        ("nada.whl", "can't be opened"),
        (".", "is no model's file"),
    ],
)
def test_cli_model_install_of_nothing_of_the_kind_says_so(
    capsys: pytest.CaptureFixture[str], name: str, words: str
) -> None:
    assert run(["model", "install", name]) == 1
    assert words in capsys.readouterr().err
    assert not models_folder().exists()


def test_cli_model_install_offline_says_how_to_do_without(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENETUNREACH, os.strerror(errno.ENETUNREACH))

    monkeypatch.setattr("socket.getaddrinfo", fail)
    assert run(["model", "install", "es_core_news_md"]) == 1
    printed = capsys.readouterr().err
    assert "can't be reached (Network is unreachable). Connect to the internet" in printed
    assert "run: reader model install es_core_news_md-3.8.0-py3-none-any.whl" in printed


def test_cli_model_install_interrupted_says_that_nothing_changed(
    wheel: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(bar: Bar, done: int, total: int | None) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Bar, "__call__", interrupt)
    assert run(["model", "install", str(wheel)]) == 130
    assert "everything is as it was before" in capsys.readouterr().err
    assert list(models_folder().iterdir()) == []


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_cli_model_bar_draws_over_itself_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    monkeypatch.setenv("COLUMNS", "80")
    bar = Bar()
    for done in range(0, 20_000_001, 10_000):
        bar(done, 20_000_000)
    bar.finish()
    bar.finish()
    drawn = terminal.getvalue()
    assert drawn.count("\r") == 101
    assert drawn.count("\n") == 1
    assert f"[{'#' * 15}{' ' * 15}]  50 %  10 MB of 20 MB" in drawn
    assert drawn.endswith(f"[{'#' * 30}] 100 %  20 MB of 20 MB\x1b[K\n")


def test_cli_model_bar_prints_a_line_a_step_elsewhere(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bar = Bar()
    for done in range(0, 5_000_001, 1000):
        bar(done, 5_000_000)
    bar.finish()
    lines = capsys.readouterr().err.splitlines()
    assert [line.split(" %")[0].strip() for line in lines] == [str(n) for n in range(0, 101, 10)]


def test_cli_model_bar_counts_where_the_whole_is_unknown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    bar = Bar()
    for done in range(0, 30_000_000, 500_000):
        bar(done, None)
    assert capsys.readouterr().err.splitlines() == ["0.0 MB", "10 MB", "20 MB"]


@pytest.mark.parametrize("arguments", [[], ["use"], ["install"], ["frobnicate"]])
def test_cli_model_wrong_usage_exits_with_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(["model", *arguments])
    assert stopped.value.code == 2
    assert "usage: reader model" in capsys.readouterr().err


def test_cli_model_help_is_offered(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run(["--help"])
    assert "reader model" in capsys.readouterr().out


def test_cli_model_imports_no_spacy() -> None:
    code = (
        "import sys; from reader.cli import run; run(['model', 'list']);"
        "sys.exit('spacy' in sys.modules or 'numpy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env=os.environ
    )
    assert done.returncode == 0, done.stderr

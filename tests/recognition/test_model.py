"""Models: what is wrong with one is said in a sentence."""

import importlib
import importlib.util
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reader.core.errors import ModelError
from reader.recognition.model import (
    OFFICIAL,
    find_model,
    find_official,
    import_spacy,
    load,
    models_folder,
)
from reader.recognition.pipeline import built_in_model


@pytest.fixture
def copied(ruler_model: Path, tmp_path: Path) -> Path:
    """Return a copy of a good model, to be spoilt."""
    folder = tmp_path / "model"
    shutil.copytree(ruler_model, folder)
    return folder


def change_meta(folder: Path, **values: object) -> None:
    path = folder / "meta.json"
    meta = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**meta, **values}), encoding="utf-8")


def test_find_model_reads_name_and_version(copied: Path) -> None:
    change_meta(copied, name="prensa", version="2.1.0")
    assert find_model(str(copied)).label == "es_prensa-2.1.0"


def test_find_model_looks_into_an_unpacked_package(copied: Path, tmp_path: Path) -> None:
    outer = tmp_path / "outer" / "es_prensa"
    outer.mkdir(parents=True)
    shutil.move(copied, outer / "es_prensa-1.0")
    assert find_model(str(outer.parent)).folder == outer / "es_prensa-1.0"


def test_find_model_asks_which_of_several_in_a_folder(copied: Path, tmp_path: Path) -> None:
    outer = tmp_path / "outer"
    shutil.copytree(copied, outer / "es_prensa" / "es_prensa-1.0")
    shutil.copytree(copied, outer / "es_local")
    with pytest.raises(ModelError) as raised:
        find_model(str(outer))
    assert str(raised.value) == (
        f"The folder “{outer}” holds several recognition models: es_local, "
        "es_prensa/es_prensa-1.0. Choose one of these folders."
    )


def test_find_model_takes_a_folder_that_is_a_model_whatever_it_holds(copied: Path) -> None:
    shutil.copytree(copied, copied / "older")
    shutil.copytree(copied, copied / "oldest")
    assert find_model(str(copied)).folder == copied


def test_find_model_finds_the_built_in_one() -> None:
    assert find_model(str(built_in_model())).name == "es_reader_news"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"lang": "en"}, "language “en”"),
        ({"pipeline": ["tagger", "parser"]}, "finds no names: its parts are tagger, parser"),
        ({"spacy_version": ">=2.3.0,<2.4.0"}, "made for spaCy >=2.3.0,<2.4.0"),
        ({"spacy_version": ">=4.0.0"}, "made for spaCy >=4.0.0"),
    ],
)
def test_find_model_says_what_is_wrong(copied: Path, values: dict[str, object], words: str) -> None:
    change_meta(copied, **values)
    with pytest.raises(ModelError, match=words):
        find_model(str(copied))


def test_find_model_takes_one_of_an_older_3(copied: Path) -> None:
    change_meta(copied, spacy_version=">=3.1.0,<3.2.0")
    assert find_model(str(copied)).folder == copied


def test_find_model_reads_language_and_licence(copied: Path) -> None:
    change_meta(copied, license="GNU GPL 3.0")
    info = find_model(str(copied))
    assert (info.language, info.licence) == ("es", "GNU GPL 3.0")


def test_find_model_knows_the_built_in_one_by_its_name() -> None:
    assert find_model("es_reader_news").folder == built_in_model()


@pytest.mark.parametrize(("name", "version"), [("es_x", "10.0"), ("es_x-9.0", "9.0")])
def test_find_model_finds_the_users_models_by_name_and_version(
    copied: Path, tmp_path: Path, name: str, version: str
) -> None:
    for number in ("9.0", "10.0"):
        folder = tmp_path / "models" / f"es_x-{number}"
        shutil.copytree(copied, folder)
        change_meta(folder, name="x", version=number)
    assert find_model(name, installed=tmp_path / "models").version == version


@pytest.mark.parametrize("name", ["../model", "es_y", "", ".", "*"])
def test_find_model_finds_by_name_only_what_is_installed(
    copied: Path, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path / "model" / "vocab")
    shutil.copytree(copied, tmp_path / "models" / "es_x-1.0")
    with pytest.raises(ModelError, match="is no recognition model"):
        find_model(name, installed=tmp_path / "models")


def test_find_model_prefers_a_package_to_a_folder_that_happens_to_be_there(
    copied: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(copied, tmp_path / "site" / "es_here" / "es_here-1.0")
    (tmp_path / "site" / "es_here" / "__init__.py").write_text("raise AssertionError")
    shutil.copytree(copied, tmp_path / "work" / "es_here")
    monkeypatch.syspath_prepend(tmp_path / "site")
    monkeypatch.chdir(tmp_path / "work")
    assert find_model("es_here").folder == tmp_path / "site" / "es_here" / "es_here-1.0"


@pytest.mark.parametrize("model", ["/nowhere/at/all", "no_such_package", "not a name", ""])
def test_find_model_says_that_there_is_none(model: str) -> None:
    with pytest.raises(ModelError, match="is no recognition model"):
        find_model(model)


@pytest.mark.parametrize("name", ["meta.json", "config.cfg"])
def test_find_model_wants_its_files(copied: Path, name: str) -> None:
    (copied / name).unlink()
    with pytest.raises(ModelError, match="is no recognition model"):
        find_model(str(copied))


@pytest.mark.parametrize("text", ["", "[]", "{", "\x00"])
def test_find_model_minds_a_broken_meta_file(copied: Path, text: str) -> None:
    (copied / "meta.json").write_text(text)
    with pytest.raises(ModelError, match="is no recognition model"):
        find_model(str(copied))


@pytest.mark.parametrize("name", ["config.cfg", "tokenizer", "vocab/strings.json"])
def test_load_says_that_a_model_is_broken(copied: Path, name: str) -> None:
    (copied / name).write_bytes(b"\x93garbage")
    with pytest.raises(ModelError, match="can't be loaded"):
        load(find_model(str(copied)))


def test_load_keeps_only_what_finds_names(copied: Path) -> None:
    nlp = import_spacy().blank("es")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("entity_ruler")
    nlp.to_disk(copied)
    assert load(find_model(str(copied))).pipe_names == ["entity_ruler"]


def test_load_keeps_the_models_own_tokenizer(copied: Path) -> None:
    nlp = import_spacy().blank("es")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "LOC", "pattern": "Kiev"}])
    nlp.tokenizer.add_special_case("Cía.", [{"ORTH": "Cía."}])
    nlp.tokenizer.infix_finditer = re.compile("x").finditer
    nlp.to_disk(copied)
    loaded = load(find_model(str(copied)))
    text = "La Cía. de Moscú-Kiev axb, etc. (EE.UU.)"
    assert [t.text for t in loaded(text)] == [t.text for t in nlp(text)]


def test_load_keeps_what_the_recognizer_listens_to(copied: Path) -> None:
    nlp = import_spacy().blank("es")
    nlp.add_pipe("tok2vec")
    nlp.add_pipe("tagger").add_label("X")
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}
    ner = nlp.add_pipe("ner", config={"model": {"tok2vec": listener}})
    ner.add_label("PER")
    nlp.initialize()
    nlp.to_disk(copied)
    assert load(find_model(str(copied))).pipe_names == ["tok2vec", "ner"]


def test_import_spacy_leaves_its_command_line_importable() -> None:
    code = (
        "from reader.recognition.model import import_spacy; import sys; import_spacy();"
        "assert 'spacy.cli' not in sys.modules; import spacy.cli; assert spacy.cli.download"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_find_official_finds_it_as_a_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, OFFICIAL, raising=False)
    if importlib.util.find_spec(OFFICIAL) is None:
        assert find_official() is None
    (tmp_path / OFFICIAL).mkdir()
    (tmp_path / OFFICIAL / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    importlib.invalidate_caches()
    assert find_official() == OFFICIAL


def test_find_official_finds_what_the_user_installed(copied: Path) -> None:
    if importlib.util.find_spec(OFFICIAL) is None:
        assert find_official() is None
    shutil.copytree(copied, models_folder() / f"{OFFICIAL}-3.8.0")
    assert find_official() == OFFICIAL
    assert find_model(OFFICIAL).folder == models_folder() / f"{OFFICIAL}-3.8.0"


def test_load_says_nothing_of_an_older_3(copied: Path) -> None:
    change_meta(copied, spacy_version=">=3.1.0,<3.2.0")
    assert load(find_model(str(copied))).pipe_names == ["entity_ruler"]

"""The catalogue: every model once, the one in use marked, what is wrong with one said."""

import importlib
import json
import shutil
from pathlib import Path

import pytest

from reader.core.errors import ModelError
from reader.recognition.catalogue import Entry, State, find_release, list_models, releases
from reader.recognition.pipeline import built_in_model


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    return tmp_path / "models"


def put(ruler_model: Path, folder: Path, **values: object) -> Path:
    """Copy the ruler's model to `folder`, its `meta.json` changed."""
    shutil.copytree(ruler_model, folder)
    path = folder / "meta.json"
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), **values}))
    return folder


def entry_of(entries: tuple[Entry, ...], choice: str) -> Entry:
    (entry,) = [entry for entry in entries if entry.choice == choice]
    return entry


def used(entries: tuple[Entry, ...]) -> list[str]:
    return [entry.choice for entry in entries if entry.in_use]


def test_catalogue_recommends_the_middle_one_first() -> None:
    names = [release.name for release in releases()]
    assert names == ["es_core_news_md", "es_core_news_sm", "es_core_news_lg"]


def test_catalogue_releases_are_official_and_have_a_checksum() -> None:
    for release in releases():
        assert release.url.startswith("https://github.com/explosion/spacy-models/releases/")
        assert release.url.endswith(f"/{release.label}-py3-none-any.whl")
        assert len(bytes.fromhex(release.sha256)) == 32
        assert release.licence


@pytest.mark.parametrize("name", ["es_core_news_sm", "es-core-news-sm", "es_core_news_sm-3.8.0"])
def test_catalogue_finds_a_release_by_its_name(name: str) -> None:
    assert find_release(name).label == "es_core_news_sm-3.8.0"


@pytest.mark.parametrize("name", ["", "es_core_news", "en_core_web_sm", "es_core_news_sm-2.0"])
def test_catalogue_says_which_releases_there_are(name: str) -> None:
    with pytest.raises(ModelError, match="es_core_news_md, es_core_news_sm, es_core_news_lg"):
        find_release(name)


def test_catalogue_begins_with_the_built_in_model(installed: Path) -> None:
    first = list_models("", installed=installed)[0]
    assert (first.choice, first.state) == ("es_reader_news", State.BUILT_IN)
    assert first.in_use
    assert first.error is None
    assert first.folder == built_in_model()
    assert first.size_bytes is not None
    assert first.size_bytes > 1_000_000


def test_catalogue_uses_the_official_model_with_the_built_in_one_once_it_is_installed(
    ruler_model: Path, installed: Path
) -> None:
    label = "es_core_news_md-3.8.0"
    put(ruler_model, installed / label, name="core_news_md", version="3.8.0", license="GPL")
    entries = list_models("", installed=installed)
    entry = entry_of(entries, label)
    assert (entry.name, entry.version) == ("es_core_news_md", "3.8.0")
    assert (entry.licence, entry.state) == ("GPL", State.INSTALLED)
    assert used(entries) == ["es_reader_news", label]
    assert used(list_models("es_core_news_md", installed=installed)) == [label]
    assert used(list_models("es_reader_news", installed=installed)) == ["es_reader_news"]
    assert "es_core_news_md" not in {e.choice for e in entries if e.state is State.AVAILABLE}


@pytest.mark.parametrize("chosen", ["es_x", "es_x-1.0"])
def test_catalogue_marks_the_chosen_model(ruler_model: Path, installed: Path, chosen: str) -> None:
    put(ruler_model, installed / "es_x-1.0", name="x", version="1.0")
    entries = list_models(chosen, installed=installed)
    assert used(entries) == ["es_x-1.0"]


def test_catalogue_lists_the_chosen_folder(
    ruler_model: Path, installed: Path, tmp_path: Path
) -> None:
    folder = put(ruler_model, tmp_path / "mine", name="mine", version="0.1")
    entries = list_models(str(folder), installed=installed)
    entry = entry_of(entries, str(folder))
    assert (entry.name, entry.state, entry.in_use) == ("es_mine", State.FOLDER, True)


@pytest.mark.parametrize("chosen", ["/nowhere", "no_such_package", "broken"])
def test_catalogue_falls_back_on_the_built_in_model(
    ruler_model: Path, installed: Path, tmp_path: Path, chosen: str
) -> None:
    if chosen == "broken":
        chosen = str(put(ruler_model, tmp_path / "mine", lang="en"))
    entries = list_models(chosen, installed=installed)
    assert used(entries) == ["es_reader_news"]
    assert entry_of(entries, chosen).error is not None


def test_catalogue_says_what_is_wrong_with_an_installed_model(
    ruler_model: Path, installed: Path
) -> None:
    put(ruler_model, installed / "en_x-1.0", name="x", version="1.0", lang="en")
    entry = entry_of(list_models("", installed=installed), "en_x-1.0")
    assert "language “en”" in str(entry.error)
    assert (entry.language, entry.version) == ("en", "1.0")
    assert entry.is_foreign


def test_catalogue_skips_what_is_being_installed(ruler_model: Path, installed: Path) -> None:
    put(ruler_model, installed / ".install-abc" / "model")
    put(ruler_model, installed / ".install-es_x-1.0")
    states = {entry.state for entry in list_models("", installed=installed)}
    assert states == {State.BUILT_IN, State.AVAILABLE}


def test_catalogue_finds_packages_and_imports_none(
    ruler_model: Path, installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    for name, version in (("es_core_news_xx", "3.7.0"), ("es_own", "2.0")):
        put(ruler_model, site / name / f"{name}-{version}", name=name[3:], version=version)
        (site / name / "__init__.py").write_text("raise AssertionError")
    info = site / "es_own-2.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: es-own\nVersion: 2.0\n")
    (info / "entry_points.txt").write_text("[spacy_models]\nes_own = es_own\n")
    monkeypatch.syspath_prepend(site)
    importlib.invalidate_caches()
    entries = list_models("", installed=installed)
    packages = {e.choice: e.version for e in entries if e.state is State.PACKAGE}
    assert packages["es_own"] == "2.0"
    assert packages["es_core_news_xx"] == "3.7.0"

"""Which models serve: what the choice comes to, and what serves in its stead."""

import json
import shutil
from pathlib import Path

import pytest

from reader.core.errors import ModelError
from reader.recognition.choice import (
    PIPELINE_VERSION,
    Models,
    find_foreign,
    model_key,
    models_of,
    with_fallback,
)
from reader.recognition.model import AUTOMATIC, BUILT_IN, OFFICIAL, find_model, models_folder

BUILT_IN_LABEL = find_model(BUILT_IN).label


def install(ruler_model: Path, label: str, **values: object) -> Path:
    """Put the ruler's model into the user's folder under a name, language and version."""
    folder = models_folder() / label
    shutil.copytree(ruler_model, folder)
    name, _, version = label.rpartition("-")
    language, _, short = name.partition("_")
    said = json.loads((folder / "meta.json").read_text("utf-8"))
    said |= {"lang": language, "name": short, "version": version, **values}
    (folder / "meta.json").write_text(json.dumps(said))
    return folder


def labels(models: Models) -> list[str]:
    return [info.label for info in models.infos]


def test_models_of_automatic_is_the_built_in_one_alone(ruler_model: Path) -> None:
    install(ruler_model, "es_core_news_sm-3.8.0")
    assert labels(models_of(AUTOMATIC)) == [BUILT_IN_LABEL]


def test_models_of_automatic_is_both_once_the_official_one_is_installed(ruler_model: Path) -> None:
    install(ruler_model, f"{OFFICIAL}-3.8.0")
    models = models_of(AUTOMATIC)
    assert labels(models) == [BUILT_IN_LABEL, "es_core_news_md-3.8.0"]
    assert models.key == f"{BUILT_IN_LABEL}+es_core_news_md-3.8.0+{PIPELINE_VERSION}"


@pytest.mark.parametrize("choice", [BUILT_IN, OFFICIAL])
def test_models_of_a_name_is_that_one_alone(ruler_model: Path, choice: str) -> None:
    install(ruler_model, f"{OFFICIAL}-3.8.0")
    (info,) = models_of(choice).infos
    assert info.name == choice


@pytest.mark.parametrize("choice", ["/nowhere", AUTOMATIC])
def test_with_fallback_goes_on_with_the_built_in_one(ruler_model: Path, choice: str) -> None:
    (install(ruler_model, f"{OFFICIAL}-3.8.0") / "meta.json").write_text("{}")
    told: list[ModelError] = []
    assert with_fallback(choice, labels, tell=told.append) == [BUILT_IN_LABEL]
    assert len(told) == 1


def test_with_fallback_minds_what_fails_in_use(ruler_model: Path) -> None:
    def use(models: Models) -> str:
        if models.first.name != BUILT_IN:
            raise ModelError("broken")
        return models.label

    told: list[str] = []
    used = with_fallback(str(ruler_model), use, tell=lambda error: told.append(str(error)))
    assert (used, told) == (BUILT_IN_LABEL, ["broken"])


def test_with_fallback_has_nothing_behind_the_built_in_one() -> None:
    def use(models: Models) -> str:
        raise ModelError("broken")

    told: list[ModelError] = []
    with pytest.raises(ModelError, match="broken"):
        with_fallback(BUILT_IN, use, tell=told.append)
    assert not told


@pytest.mark.parametrize("language", ["", "es", "es-MX", "en"])
def test_model_key_is_the_chosen_ones_where_no_other_reads(
    ruler_model: Path, language: str
) -> None:
    assert model_key(BUILT_IN, language=language) == models_of(BUILT_IN).key
    assert model_key("/nowhere", language=language) == models_of(BUILT_IN).key


def test_model_key_differs_where_another_model_reads(ruler_model: Path) -> None:
    install(ruler_model, "en_x-1.0")
    assert model_key(BUILT_IN, language="en-GB") == f"en_x-1.0+{PIPELINE_VERSION}"
    assert model_key(BUILT_IN, language="fr") == models_of(BUILT_IN).key


@pytest.mark.parametrize(
    ("there", "wanted"),
    [
        (["fr_x-1.0"], None),
        (["en_core_web_sm-3.8.0", "en_core_web_md-3.7.0"], "en_core_web_md-3.7.0"),
        (["en_core_web_sm-3.8.0", "en_core_web_sm-3.10.0"], "en_core_web_sm-3.10.0"),
        (["en_core_web_sm-3.8.0", "en_own-9.0"], "en_core_web_sm-3.8.0"),
    ],
)
def test_find_foreign_takes_the_largest_and_newest(
    ruler_model: Path, there: list[str], wanted: str | None
) -> None:
    for label in there:
        install(ruler_model, label)
    info = find_foreign("en")
    assert (info and info.label) == wanted


@pytest.mark.parametrize(
    "values", [{"pipeline": ["tagger"]}, {"spacy_version": ">=4.0"}, {"lang": "de"}]
)
def test_find_foreign_passes_by_what_does_not_serve(
    ruler_model: Path, values: dict[str, object]
) -> None:
    install(ruler_model, "en_x-1.0", **values)
    assert find_foreign("en") is None


def test_find_foreign_finds_a_package(
    ruler_model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = install(ruler_model, "en_core_web_xx-1.0")
    package = tmp_path / "site" / "en_core_web_xx"
    shutil.move(installed, package / "en_core_web_xx-1.0")
    (package / "__init__.py").write_text("raise AssertionError")
    monkeypatch.syspath_prepend(tmp_path / "site")
    info = find_foreign("en")
    assert info is not None
    assert info.folder == package / "en_core_web_xx-1.0"

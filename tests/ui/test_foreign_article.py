"""An article in another language: said so in the status bar, at once the next time."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reader.app import Application
from reader.recognition.model import import_spacy, models_folder
from reader.store.library import Library
from tests.recognition.foreign_articles import ARTICLES
from tests.ui.conftest import READING_MS, bench, close

pytestmark = pytest.mark.model

SAID = "Article in English · read with es_reader_news"


@pytest.fixture
def english(tmp_path: Path) -> Path:
    path = tmp_path / "talks.txt"
    path.write_text(ARTICLES["en"].replace("\n", "\n\n"), "utf-8")
    return path


def install_english() -> None:
    """Put an English model that finds one name into the user's folder."""
    nlp = import_spacy().blank("en")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "PERSON", "pattern": "Holloway"}])
    nlp.meta.update(name="core_web_sm", version="3.8.0")
    models_folder().mkdir(parents=True)
    nlp.to_disk(models_folder() / "en_core_web_sm-3.8.0")


def said(program: Application) -> set[str]:
    return {label.text() for label in bench(program).status.findChildren(QLabel)}


def test_foreign_article_is_told_of_and_remembered(
    qtbot: QtBot,
    read: Callable[..., Application],
    start: Callable[..., Application],
    english: Path,
    article_path: Path,
    tmp_path: Path,
) -> None:
    program = read(english)
    assert SAID in said(program)
    workbench = bench(program)
    document = workbench.controller.document
    recognition = workbench.controller.recognition
    assert document is not None
    assert recognition is not None
    with qtbot.waitSignal(workbench.controller.recognition_ended, timeout=READING_MS):
        workbench.open_files([article_path])
    assert SAID not in said(program)
    with qtbot.waitSignal(workbench.controller.article_opened, timeout=READING_MS):
        workbench.controller.open_article(document.id)
    assert SAID in said(program)  # from the library, nothing is read again
    close(qtbot, program)
    library = Library.open(tmp_path / "library.sqlite")
    kept = library.document(document.id)
    library.close()
    assert kept is not None
    assert kept.language == "en"


def test_foreign_article_waits_for_its_own_model_once_there_is_one(
    qtbot: QtBot,
    read: Callable[..., Application],
    english: Path,
) -> None:
    first = read(english)
    before = bench(first).controller.recognition
    close(qtbot, first)
    install_english()
    second = read(english)
    after = bench(second).controller.recognition
    assert before is not None
    assert after is not None
    assert after.model.startswith("en_core_web_sm-3.8.0+")
    assert before.model != after.model
    assert "Article in English · read with en_core_web_sm" in said(second)

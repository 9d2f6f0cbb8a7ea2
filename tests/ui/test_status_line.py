"""The status bar: the model that serves, and the language of an article that is not Spanish."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reader.ui.languages import language_name
from reader.ui.status_line import StatusLine


@pytest.fixture
def line(qtbot: QtBot) -> StatusLine:
    line = StatusLine()
    qtbot.addWidget(line)
    line.set_model("es_reader_news-1.0.1+2")
    return line


def texts(line: StatusLine) -> set[str]:
    return {label.text() for label in line.findChildren(QLabel)}


def test_status_line_names_a_foreign_language_and_its_model(line: StatusLine) -> None:
    line.set_language("en", "en_core_web_sm-3.8.0+2")
    assert "Article in English · read with en_core_web_sm" in texts(line)
    line.retranslate()
    assert "Article in English · read with en_core_web_sm" in texts(line)


def test_status_line_names_both_models(line: StatusLine) -> None:
    line.set_language("fr-CA", "es_reader_news-1.0.1+es_core_news_md-3.8.0+2")
    assert "Article in French · read with es_reader_news + es_core_news_md" in texts(line)


@pytest.mark.parametrize("language", ["", "es", "es-AR"])
def test_status_line_says_nothing_of_spanish(line: StatusLine, language: str) -> None:
    line.set_language("de", "x-1+2")
    line.set_language(language, "es_reader_news-1.0.1+2")
    assert "Model: es_reader_news-1.0.1+2" in texts(line)


@pytest.mark.parametrize(
    ("code", "name"), [("eu", "Basque"), ("da", "dansk"), ("qqq", "qqq"), ("zxx", "zxx")]
)
def test_language_name_falls_back_on_its_own_name_and_code(code: str, name: str) -> None:
    assert language_name(code) == name


def test_status_line_says_how_far_one_is(line: StatusLine) -> None:
    line.set_words(2_300)
    assert any(text.endswith("10 min") for text in texts(line))
    line.set_progress(0.25)
    assert any(text.endswith("10 min · 25 % · 8 min left") for text in texts(line))
    line.set_progress(1.0)
    assert any(text.endswith("10 min · 100 %") for text in texts(line))
    line.set_progress(None)
    assert any(text.endswith("10 min") for text in texts(line))


def test_status_line_names_a_file_that_takes_long_to_read(qtbot: QtBot, line: StatusLine) -> None:
    line.set_recognizing(1, 10)
    line.set_reading("muestra.pdf")
    assert "Finding names…" in texts(line)  # most files are read before one can read their names
    qtbot.waitUntil(lambda: "Reading “muestra.pdf”…" in texts(line))
    line.set_reading("otra.pdf")
    line.set_reading("")
    assert "Finding names…" in texts(line)
    line.set_recognizing(None, None)
    assert not any("Reading" in text or "Finding" in text for text in texts(line))


def test_status_line_shows_names_of_files_and_models_as_they_are(line: StatusLine) -> None:
    assert {label.textFormat() for label in line.findChildren(QLabel)} == {Qt.TextFormat.PlainText}

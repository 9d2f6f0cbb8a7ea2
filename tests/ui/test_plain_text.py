import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.ui.plain_text import (
    PlainLabel,
    in_quotes,
    lay_out,
    layout_height,
    plain_tooltip,
    scaled_font,
)
from reader.ui.translation import load_translator
from tests.ui.panel.panel_samples import HOSTILE


@pytest.fixture
def font(qapp: QApplication) -> QFont:
    return QApplication.font()


def test_plain_text_tooltip_escapes_markup() -> None:
    assert "&lt;img src=http://e&gt;" in plain_tooltip(HOSTILE)


def test_plain_text_tooltip_of_nothing_is_nothing() -> None:
    assert plain_tooltip("") == ""


@pytest.mark.parametrize("text", ["palabra " * 100, "palabra" * 100, "😀" * 200])
def test_plain_text_lay_out_keeps_to_width_and_lines(font: QFont, text: str) -> None:
    layout = lay_out(text, font, 200, max_lines=3)
    assert layout.lineCount() == 3
    assert all(layout.lineAt(i).naturalTextWidth() <= 201 for i in range(3))


def test_plain_text_lay_out_elides_what_does_not_fit(font: QFont) -> None:
    assert lay_out("palabra " * 100, font, 200, max_lines=2).text().endswith("…")


def test_plain_text_lay_out_leaves_short_text_alone(font: QFont) -> None:
    layout = lay_out("palabra", font, 200, max_lines=2)
    assert (layout.lineCount(), layout.text()) == (1, "palabra")


def test_plain_text_lay_out_counts_bold_in_code_points(font: QFont) -> None:
    layout = lay_out("😀 Rusia 😀", font, 400, bold=(2, 7))
    (span,) = layout.formats()
    assert (span.start, span.length) == (3, 5)


def test_plain_text_lay_out_of_nothing_has_no_height(font: QFont) -> None:
    assert layout_height(lay_out("", font, 200)) <= QFontMetrics(font).height() + 2


@pytest.mark.parametrize("by_pixels", [False, True])
def test_plain_text_scales_a_font_however_its_size_was_given(font: QFont, by_pixels: bool) -> None:
    if by_pixels:
        font.setPixelSize(20)
    bigger = scaled_font(font, 1.5)
    assert QFontMetrics(bigger).height() > QFontMetrics(font).height()


def test_plain_text_label_breaks_a_word_that_is_too_long(qtbot: QtBot) -> None:
    label = PlainLabel()
    qtbot.addWidget(label)
    label.setText("a" * 200)
    assert label.minimumSizeHint().width() < 100
    assert label.heightForWidth(200) > label.heightForWidth(2000)


def test_plain_text_label_without_text_takes_no_room(qtbot: QtBot) -> None:
    label = PlainLabel()
    qtbot.addWidget(label)
    assert (label.heightForWidth(200), label.minimumSizeHint().height()) == (0, 0)


def test_plain_text_label_paints_markup_as_text(qtbot: QtBot) -> None:
    pictures = []
    for text in (HOSTILE, "x"):
        label = PlainLabel()
        qtbot.addWidget(label)
        label.setText(text)
        label.resize(QSize(300, 30))
        pictures.append(label.grab().toImage())
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert pictures[0] != pictures[1]


@pytest.mark.parametrize(("language", "quoted"), [("en", "“Vigo {0}”"), ("es", "«Vigo {0}»")])
def test_plain_text_is_quoted_as_the_language_does(
    qapp: QApplication, language: str, quoted: str
) -> None:
    translator = load_translator(language)
    QApplication.installTranslator(translator)
    said = in_quotes("Vigo {0}")
    QApplication.removeTranslator(translator)
    assert said == quoted

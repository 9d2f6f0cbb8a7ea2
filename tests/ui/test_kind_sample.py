"""A kind is told by the form of its underline alone, in every theme."""

from itertools import combinations

import pytest
from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from reader.core.mentions import ENTITY_KINDS, Kind
from reader.ui.kind_sample import THIN, paint_kind_sample, paint_underline
from reader.ui.theme import KindColours
from tests.ui.panel.panel_samples import theme

THEMES = ["light", "sepia", "dark", "contrast", "contrast-dark"]


def underline(kind: Kind, *, width: int = 60, weight: float = 1.0) -> QImage:
    """Return a kind's underline in black on white."""
    image = QImage(width, 9, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_underline(painter, kind, QColor("black"), QLineF(0, 4.3, width, 4.3), weight=weight)
    painter.end()
    return image


def ink(image: QImage) -> list[list[float]]:
    """Return how dark each pixel is, 0 to 1, row by row."""
    return [
        [1 - image.pixelColor(x, y).lightnessF() for x in range(image.width())]
        for y in range(image.height())
    ]


def contrast(first: QColor, second: QColor) -> float:
    """Return the contrast of two colours: https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio."""

    def luminance(colour: QColor) -> float:
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
            for part in (colour.redF(), colour.greenF(), colour.blueF())
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("weight", [1.0, THIN])
@pytest.mark.parametrize(("first", "second"), list(combinations(Kind, 2)))
def test_kind_sample_forms_differ_without_colour(
    qapp: QApplication, first: Kind, second: Kind, weight: float
) -> None:
    one, other = (underline(kind, weight=weight) for kind in (first, second))
    rows = zip(ink(one), ink(other), strict=True)
    differences = [abs(a - b) for one, other in rows for a, b in zip(one, other, strict=True)]
    assert sum(differences) > 20  # pixels of ink, under a word of 60


def test_kind_sample_of_demonyms_is_the_finest(qapp: QApplication) -> None:
    used = {kind: sum(map(sum, ink(underline(kind)))) for kind in Kind}
    assert min(used, key=lambda kind: used[kind]) is Kind.DEMONYM
    assert used[Kind.DEMONYM] < 0.5 * min(used[kind] for kind in Kind if kind is not Kind.DEMONYM)


@pytest.mark.parametrize("y", [4.0, 4.3, 4.5, 4.8])
def test_kind_sample_dots_of_demonyms_are_not_smeared(qapp: QApplication, y: float) -> None:
    image = QImage(60, 9, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_underline(painter, Kind.DEMONYM, QColor("black"), QLineF(0.4, y, 59.6, y))
    painter.end()
    values = {value for line in ink(image) for value in line}
    assert values == {0.0, 1.0}
    assert 15 <= sum(map(sum, ink(image))) <= 25


@pytest.mark.parametrize("name", THEMES)
def test_kind_sample_of_demonyms_has_no_tint(qapp: QApplication, name: str) -> None:
    image = QImage(20, 14, QImage.Format.Format_RGB32)
    image.fill(theme(name).window)
    painter = QPainter(image)
    paint_kind_sample(painter, QRectF(0, 0, 20, 14), Kind.DEMONYM, theme(name))
    painter.end()
    assert image.pixelColor(10, 4) == theme(name).window


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("name", THEMES)
def test_kind_sample_colours_leave_the_text_readable(name: str, kind: Kind) -> None:
    chosen = theme(name)
    colours: KindColours = chosen.kinds[kind]
    assert contrast(colours.line, chosen.base) >= 4.5
    assert contrast(colours.line, colours.strong) >= 3
    assert contrast(chosen.text, colours.strong) >= 4.5
    if colours.tint.alpha():
        assert contrast(chosen.text, colours.tint) >= 4.5


@pytest.mark.parametrize("kind", ENTITY_KINDS)
def test_kind_sample_line_of_what_is_confirmed_is_thicker(kind: Kind) -> None:
    found, confirmed = (
        sum(map(sum, ink(underline(kind, weight=weight)))) for weight in (THIN, 1.0)
    )
    assert confirmed > 1.4 * found

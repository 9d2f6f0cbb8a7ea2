"""Themes as data: contrast of all text, and colours that colour-blind eyes part."""

import math
from collections.abc import Sequence
from itertools import combinations

import pytest
from PySide6.QtGui import QColor

from reader.core.annotations import Colour
from reader.core.mentions import Kind
from reader.ui.reading.paint import _OVER_FILL, _UNSAID
from reader.ui.theme import Theme
from tests.ui.panel.panel_samples import theme
from tests.ui.test_kind_sample import contrast

THEMES = ["light", "sepia", "dark", "contrast", "contrast-dark", "paper"]
Linear = tuple[float, float, float]

# What is seen without one sort of cones: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A
# physiologically-based model for simulation of color vision deficiency", IEEE TVCG 15 (6), 2009,
# table 1, severity 1.0; of linear sRGB.
BLINDNESS = {
    "none": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
LEAST_APART = 7.0
"""The least difference of two highlighters' colours, in CIE L*a*b* 1976; 2.3 is just noticed."""


def parts(colour: QColor) -> Linear:
    return colour.redF(), colour.greenF(), colour.blueF()


def blend(over: QColor, under: QColor, opacity: float) -> QColor:
    mixed = (
        opacity * a + (1 - opacity) * b for a, b in zip(parts(over), parts(under), strict=True)
    )
    return QColor.fromRgbF(*mixed)


def grounds(of: Theme) -> dict[str, QColor]:
    """Return every colour that text of the article can stand on."""
    found = {"page": of.base, "panel": of.window, "card": of.raised, "hover": of.hover}
    fills = {str(colour): of.annotations[colour].fill for colour in Colour}
    for kind in Kind:
        colours = of.kinds[kind]
        found[f"{kind}, chosen"] = colours.strong
        if colours.tint.alpha():
            found[f"{kind}"] = colours.tint
            for name, fill in fills.items():
                for opacity in (_OVER_FILL, _UNSAID * _OVER_FILL, 1.0):
                    found[f"{kind} on {name}, {opacity}"] = blend(colours.tint, fill, opacity)
    return found | fills


def wanted(of: Theme) -> float:
    return 7.0 if of.contrast else 4.5


@pytest.mark.parametrize("name", THEMES)
def test_theme_text_can_be_read_on_every_ground(name: str) -> None:
    shown = theme(name)
    found = {where: contrast(shown.text, ground) for where, ground in grounds(shown).items()}
    assert {where: ratio for where, ratio in found.items() if ratio < wanted(shown)} == {}


@pytest.mark.parametrize("name", THEMES)
def test_theme_other_text_can_be_read(name: str) -> None:
    shown = theme(name)
    pairs = {
        f"{text} on {ground}": contrast(getattr(shown, text), getattr(shown, ground))
        for text in ("muted", "accent", "danger")
        for ground in ("base", "window", "raised")
    }
    pairs |= {  # what is said of a thing that is pointed at, or chosen while the keyboard is away
        f"{text} on {ground}": contrast(getattr(shown, text), getattr(shown, ground))
        for text in ("text", "muted")
        for ground in ("hover", "pressed")
    }
    pairs["selection"] = contrast(shown.selection_text, shown.selection)
    pairs["button"] = contrast(shown.accent_text, shown.accent)
    assert {pair: ratio for pair, ratio in pairs.items() if ratio < wanted(shown)} == {}


@pytest.mark.parametrize("name", THEMES)
def test_theme_marks_are_seen(name: str) -> None:
    """Underlines and bars, which are no text: 3:1 as WCAG 2.2, 1.4.11 asks."""
    shown = theme(name)
    marks = {str(kind): shown.kinds[kind].line for kind in Kind}
    marks |= {str(colour): shown.annotations[colour].mark for colour in Colour}
    if shown.contrast:
        marks["outline"] = shown.border
    assert {m: c for m, c in marks.items() if contrast(c, shown.base) < 3.0} == {}


def linear(colour: QColor) -> Linear:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts(colour)
    )
    return red, green, blue


def times(rows: Sequence[Sequence[float]], colour: Linear) -> Linear:
    red, green, blue = (sum(a * b for a, b in zip(row, colour, strict=True)) for row in rows)
    return red, green, blue


def lab(colour: Linear) -> Linear:
    """Return a colour of linear sRGB in CIE L*a*b*, of a white of D65."""
    rows = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    white = (0.9505, 1.0, 1.089)
    clipped = tuple(min(1.0, max(0.0, part)) for part in colour)
    x, y, z = (
        math.cbrt(part / full) if part / full > 0.008856 else 7.787 * part / full + 16 / 116
        for part, full in zip(times(rows, clipped), white, strict=True)  # type: ignore[arg-type]
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def apart(first: QColor, second: QColor, blindness: str) -> float:
    seen = (lab(times(BLINDNESS[blindness], linear(colour))) for colour in (first, second))
    return math.dist(*seen)


@pytest.mark.parametrize("blindness", BLINDNESS)
@pytest.mark.parametrize("name", THEMES)
def test_theme_highlighters_are_told_apart(name: str, blindness: str) -> None:
    """Either the fill or the bar in the margin parts two colours."""
    shown = theme(name).annotations
    near = {
        f"{a} {b}": (round(fills, 1), round(marks, 1))
        for a, b in combinations(Colour, 2)
        if (fills := apart(shown[a].fill, shown[b].fill, blindness)) < LEAST_APART
        and (marks := apart(shown[a].mark, shown[b].mark, blindness)) < LEAST_APART
    }
    assert near == {}

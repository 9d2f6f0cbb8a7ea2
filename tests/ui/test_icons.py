import re
from collections import Counter

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication

from reader import paths
from reader.ui.icons import app_icon, icon, icon_pixmap
from tests.ui.panel_samples import theme

FILES = sorted((paths.resources() / "icons").glob("*.svg"))
FAMILY = [
    file.stem for file in FILES if file.stem != "reader" and not file.stem.startswith("menu-")
]


def colours(image: QImage) -> set[str]:
    """Return the colours of the pixels that are fully opaque and not blended where lines meet."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    counts = Counter(pixel.name() for pixel in pixels if pixel.alpha() == 255)
    return {name for name, count in counts.items() if count >= 5}


@pytest.mark.parametrize("name", FAMILY)
@pytest.mark.parametrize("theme_name", ["light", "dark"])
def test_icons_are_drawn_in_the_themes_text_colour(
    qapp: QApplication, name: str, theme_name: str
) -> None:
    chosen = theme(theme_name)
    image = icon(name, chosen).pixmap(QSize(24, 24)).toImage()
    assert colours(image) == {chosen.text.name()}


@pytest.mark.parametrize("size", [16, 18, 20, 24])
def test_icons_have_each_size_that_the_program_uses(qapp: QApplication, size: int) -> None:
    assert QSize(size, size) in icon("open", theme()).availableSizes(QIcon.Mode.Normal)


def test_icons_of_disabled_controls_are_paler(qapp: QApplication) -> None:
    found = icon("open", theme())
    normal, disabled = (
        found.pixmap(QSize(24, 24), mode).toImage()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled)
    )
    assert colours(normal) != colours(disabled)


def test_icons_take_any_colour(qapp: QApplication) -> None:
    assert colours(icon_pixmap("note", QColor("#123456"), 32).toImage()) == {"#123456"}


def test_icons_that_do_not_exist_are_a_bug(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon", theme())


def test_icons_of_the_program_are_there_in_each_size(qapp: QApplication) -> None:
    sizes = [size.width() for size in app_icon().availableSizes()]
    assert sizes[:2] == [16, 24]
    assert max(sizes) >= 256


@pytest.mark.parametrize("name", FAMILY)
def test_icons_are_one_family(name: str) -> None:
    source = (paths.resources() / "icons" / f"{name}.svg").read_text("utf-8")
    assert 'viewBox="0 0 24 24"' in source
    assert re.findall(r'stroke-width="([\d.]+)"', source) == ["1.75"]
    assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', source)) <= {"none", "currentColor"}

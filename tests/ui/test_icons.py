import gc
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPainter
from PySide6.QtWidgets import QApplication, QPushButton

from reader import paths
from reader.ui import icons
from reader.ui.icons import app_icon, icon, icon_pixmap
from tests.ui.panel.panel_samples import theme

FILES = sorted((paths.resources() / "icons").glob("*.svg"))
FAMILY = [
    file.stem for file in FILES if file.stem != "reader" and not file.stem.startswith("menu-")
]


def pixels(image: QImage) -> list[QColor]:
    """Return the pixels that are at least half opaque."""
    colours = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return [colour for colour in colours if colour.alpha() >= 128]


def has_only(image: QImage, colour: QColor) -> bool:
    """Return whether the drawing is there and in `colour`, but for what blending rounds."""
    channels = [(found.red(), found.green(), found.blue()) for found in pixels(image)]
    wanted = (colour.red(), colour.green(), colour.blue())
    return bool(channels) and all(
        abs(channel - one) <= 4
        for found in channels
        for channel, one in zip(found, wanted, strict=True)
    )


@pytest.mark.parametrize("name", FAMILY)
@pytest.mark.parametrize("theme_name", ["light", "dark"])
def test_icons_are_drawn_in_the_themes_text_colour(
    qapp: QApplication, name: str, theme_name: str
) -> None:
    chosen = theme(theme_name)
    image = icon(name, chosen).pixmap(QSize(24, 24)).toImage()
    assert has_only(image, chosen.text)


@pytest.mark.parametrize("size", [16, 18, 20, 24])
def test_icons_have_each_size_that_the_program_uses(qapp: QApplication, size: int) -> None:
    assert QSize(size, size) in icon("open", theme()).availableSizes(QIcon.Mode.Normal)


def test_icons_of_disabled_controls_are_paler(qapp: QApplication) -> None:
    found = icon("open", theme())
    normal, disabled = (
        found.pixmap(QSize(24, 24), mode).toImage()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled)
    )
    assert len(pixels(disabled)) < len(pixels(normal)) / 4


def test_icons_take_any_colour(qapp: QApplication) -> None:
    colour = QColor("#123456")
    assert has_only(icon_pixmap("note", colour, 32).toImage(), colour)


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


def test_icons_are_drawn_when_they_are_painted(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[Path] = []
    renderer = icons._renderer
    monkeypatch.setattr(
        icons, "_renderer", lambda file, colour: drawn.append(file) or renderer(file, colour)
    )
    button = QPushButton(icon("open", theme()), "")
    assert not drawn
    button.grab()
    button.grab()
    assert len(drawn) == 1


def test_icons_are_as_sharp_as_the_screen(qapp: QApplication) -> None:
    found = icon("open", theme()).pixmap(QSize(20, 20), 2.0)
    assert found.size() == QSize(40, 40)
    assert found.devicePixelRatio() == 2.0


def test_icons_that_are_square_in_a_wider_place_keep_their_shape(qapp: QApplication) -> None:
    image = QImage(64, 16, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    icon("open", theme()).paint(painter, QRect(0, 0, 64, 16))
    painter.end()
    dark = [x for x in range(64) for y in range(16) if image.pixelColor(x, y).lightness() < 128]
    assert max(dark) - min(dark) < 16


def test_icons_that_are_changed_leave_the_one_that_they_were_copied_from(
    qapp: QApplication,
) -> None:
    first = icon("open", theme())
    changed = QIcon(first)
    changed.setIsMask(True)  # makes Qt copy the engine
    gc.collect()
    assert has_only(changed.pixmap(QSize(24, 24)).toImage(), theme().text)
    del first
    gc.collect()
    assert has_only(changed.pixmap(QSize(24, 24)).toImage(), theme().text)


@pytest.mark.parametrize("size", [QSize(0, 0), QSize(-6, 20)])
def test_icons_without_room_are_nothing(qapp: QApplication, size: QSize) -> None:
    assert icon("search", theme()).pixmap(size).isNull()
    image = QImage(9, 9, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    icon("search", theme()).paint(painter, QRect(4, 4, size.width(), size.height()))
    painter.end()


def test_icons_in_a_control_without_room_are_nothing(qapp: QApplication) -> None:
    assert icon("open", theme()).pixmap(QSize(0, 16)).isNull()

"""The icons: one family of line drawings in resources/icons, in the theme's colours."""

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from reader import paths
from reader.ui.theme import Theme

_SIZES = (16, 20, 24, 32)
_APP_SIZES = (16, 24, 32, 48, 64, 128, 256)


def icon(name: str, theme: Theme) -> QIcon:
    """Return the icon `name` in the theme's text colour, muted where its control is disabled.

    :raises FileNotFoundError: where there is no such drawing.
    """
    source = _source(name)
    result = QIcon()
    for mode, colour in ((QIcon.Mode.Normal, theme.text), (QIcon.Mode.Disabled, theme.border)):
        for size in _SIZES:
            result.addPixmap(_drawn(source, colour, size), mode)
    return result


def icon_pixmap(name: str, colour: QColor, size: int) -> QPixmap:
    """Return the icon `name` in `colour`, `size` logical pixels wide and high.

    :raises FileNotFoundError: where there is no such drawing.
    """
    return _drawn(_source(name), colour, size)


def app_icon() -> QIcon:
    """Return the program's own icon."""
    source = _source("reader")
    result = QIcon()
    for size in _APP_SIZES:
        result.addPixmap(_drawn(source, QColor(), size))
    return result


def _source(name: str) -> str:
    return (paths.resources() / "icons" / f"{name}.svg").read_text("utf-8")


def _drawn(source: str, colour: QColor, size: int) -> QPixmap:
    # Rendered for the finest screen, so that the icons stay sharp wherever the window is moved.
    ratio = max([screen.devicePixelRatio() for screen in QGuiApplication.screens()], default=1.0)
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", colour.name()).encode()))
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap

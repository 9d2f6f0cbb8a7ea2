"""The icons: one family of line drawings in resources/icons, in the theme's colours."""

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from reader import paths
from reader.ui.theme import Theme

_SIZES = (16, 18, 20, 24)
_APP_SIZES = (16, 24, 32, 48, 64, 128, 256)
_DISABLED_OPACITY = 0.35


def icon(name: str, theme: Theme) -> QIcon:
    """Return the icon `name` in the theme's text colour, pale where its control is disabled.

    :raises FileNotFoundError: where there is no such drawing.
    """
    renderer = _renderer(name, theme.text)
    result = QIcon()
    for size in _SIZES:
        result.addPixmap(_drawn(renderer, size), QIcon.Mode.Normal)
        result.addPixmap(_drawn(renderer, size, opacity=_DISABLED_OPACITY), QIcon.Mode.Disabled)
    return result


def icon_pixmap(name: str, colour: QColor, size: int) -> QPixmap:
    """Return the icon `name` in `colour`, `size` logical pixels wide and high.

    :raises FileNotFoundError: where there is no such drawing.
    """
    return _drawn(_renderer(name, colour), size)


class IconCache:
    """Keep drawn icons for a list, which paints the same ones over and over."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[str, str, int], QPixmap] = {}

    def pixmap(self, name: str, colour: QColor, size: int) -> QPixmap:
        """Return the icon `name`, as `icon_pixmap` does."""
        key = (name, colour.name(), size)
        if key not in self._drawn:
            self._drawn[key] = icon_pixmap(name, colour, size)
        return self._drawn[key]


def app_icon() -> QIcon:
    """Return the program's own icon."""
    renderer = _renderer("reader", QColor())
    result = QIcon()
    for size in _APP_SIZES:
        result.addPixmap(_drawn(renderer, size))
    return result


def _renderer(name: str, colour: QColor) -> QSvgRenderer:
    source = (paths.resources() / "icons" / f"{name}.svg").read_text("utf-8")
    return QSvgRenderer(QByteArray(source.replace("currentColor", colour.name()).encode()))


def _drawn(renderer: QSvgRenderer, size: int, *, opacity: float = 1.0) -> QPixmap:
    # Rendered for the finest screen, so that the icons stay sharp wherever the window is moved.
    ratio = max([screen.devicePixelRatio() for screen in QGuiApplication.screens()], default=1.0)
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setOpacity(opacity)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap

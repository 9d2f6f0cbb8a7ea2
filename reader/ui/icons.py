"""The icons: one family of line drawings in resources/icons, in the theme's colours.

None is drawn before it is painted, and then in the size and for the screen that it is painted on.
"""

from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPixmap
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
    return QIcon(_Engine(_file(name), theme.text, _SIZES))


def icon_pixmap(name: str, colour: QColor, size: int) -> QPixmap:
    """Return the icon `name` in `colour`, `size` logical pixels wide and high.

    :raises FileNotFoundError: where there is no such drawing.
    """
    # Rendered for the finest screen, so that it stays sharp wherever the window is moved.
    ratio = max([screen.devicePixelRatio() for screen in QGuiApplication.screens()], default=1.0)
    return _drawn(_renderer(_file(name), colour), QSize(size, size), ratio)


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
    return QIcon(_Engine(_file("reader"), QColor(), _APP_SIZES))


class _Engine(QIconEngine):
    """Draw an icon when it is painted, and keep what was drawn."""

    def __init__(self, file: Path, colour: QColor, sizes: tuple[int, ...]) -> None:
        super().__init__()
        self._file = file
        self._colour = colour
        self._sizes = sizes
        self._renderer: QSvgRenderer | None = None
        self._drawn: dict[tuple[int, int, float, bool], QPixmap] = {}

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the drawing for a screen of one pixel to a unit."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        """Return the drawing; `size` in logical pixels, `scale` the screen's pixels to one."""
        is_pale = mode is QIcon.Mode.Disabled
        key = (size.width(), size.height(), scale, is_pale)
        if key not in self._drawn:
            if self._renderer is None:
                self._renderer = _renderer(self._file, self._colour)
            opacity = _DISABLED_OPACITY if is_pale else 1.0
            self._drawn[key] = _drawn(self._renderer, size, scale, opacity=opacity)
        return self._drawn[key]

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paint the drawing."""
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect, self.scaledPixmap(rect.size(), mode, state, ratio))

    def availableSizes(
        self, mode: QIcon.Mode = QIcon.Mode.Normal, state: QIcon.State = QIcon.State.Off
    ) -> list[QSize]:
        """Return the sizes that the program uses; any other can be drawn as well."""
        return [QSize(size, size) for size in self._sizes]

    def isNull(self) -> bool:
        """Return that there is something to paint."""
        return False

    def clone(self) -> QIconEngine:
        """Return an engine for an icon that is about to be changed."""
        copy = _Engine(self._file, self._colour, self._sizes)
        # PySide leaves it to Python, which would delete it at once: Qt uses it, for as long as
        # there are windows.
        application = QGuiApplication.instance()
        application.__dict__.setdefault("icon_engines", []).append(copy)
        return copy


def _file(name: str) -> Path:
    file = paths.resources() / "icons" / f"{name}.svg"
    if not file.is_file():
        raise FileNotFoundError(file)
    return file


def _renderer(file: Path, colour: QColor) -> QSvgRenderer:
    source = file.read_text("utf-8").replace("currentColor", colour.name())
    renderer = QSvgRenderer(QByteArray(source.encode()))
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    return renderer


def _drawn(renderer: QSvgRenderer, size: QSize, ratio: float, *, opacity: float = 1.0) -> QPixmap:
    if size.isEmpty():
        return QPixmap()  # wanted by a control that has no room
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setOpacity(opacity)
    renderer.render(painter, QRectF(QPoint(), size.toSizeF()))
    painter.end()
    return pixmap

"""Save a network as a picture."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QRectF, QSize, QSizeF
from PySide6.QtGui import QFont, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.core.files import write_atomically
from reader.ui.dialogs import file_name_for
from reader.ui.network.drawing import Drawing, Marks
from reader.ui.theme import Theme

_UNIT = 88.0  # pixels between two nodes as near as can be: room for most labels
_LEAST, _MOST = 600, 5000  # pixels from edge to edge
_MARGIN = 60.0
_SHARPNESS = 2  # pixels of a PNG for each of the drawing

translate = QCoreApplication.translate  # under the name that `lupdate` looks for


def ask_picture_file(parent: QWidget, title: str) -> Path | None:
    """Let the user choose where to save the picture of a network; None where they don't."""
    dialog = QFileDialog(parent, translate("network", "Save the network as a picture"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(["PNG (*.png)", "SVG (*.svg)"])
    dialog.setDefaultSuffix("png")
    dialog.filterSelected.connect(lambda name: dialog.setDefaultSuffix(name[:3].lower()))
    dialog.selectFile(f"{file_name_for(title)}.png")
    chosen = dialog.exec() == QFileDialog.DialogCode.Accepted
    names = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(names[0]) if chosen and names else None


def save_picture(
    path: Path, drawing: Drawing, theme: Theme, font: QFont, marks: Marks, *, title: str
) -> None:
    """Write all of a drawing to `path`, as SVG if the name ends so, else as PNG.

    :raises ExportError: where the file can't be written.
    """
    size = _size(drawing)
    is_svg = path.suffix.lower() == ".svg"
    make = _svg if is_svg else _png
    write_atomically(path, make(drawing, size, theme, font, marks, title))


def _svg(
    drawing: Drawing, size: QSize, theme: Theme, font: QFont, marks: Marks, title: str
) -> bytes:
    buffer = QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setTitle(title)
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setResolution(96)  # as the screen's, or else the letters outgrow their places
    painter = QPainter(generator)
    _paint(painter, drawing, size, theme, font, marks)
    painter.end()
    return bytes(buffer.data().data())


def _png(
    drawing: Drawing, size: QSize, theme: Theme, font: QFont, marks: Marks, title: str
) -> bytes:
    image = QImage(size * _SHARPNESS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SHARPNESS)
    image.setText("Title", title)
    painter = QPainter(image)
    _paint(painter, drawing, size, theme, font, marks)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def _paint(
    painter: QPainter, drawing: Drawing, size: QSize, theme: Theme, font: QFont, marks: Marks
) -> None:
    area = QRectF(0, 0, size.width(), size.height())
    painter.fillRect(area, theme.base)
    view = drawing.fitted(QSizeF(size), margin=_MARGIN)
    drawing.paint(painter, view, theme, font, marks, bounds=area)


def _size(drawing: Drawing) -> QSize:
    xs, ys = zip(*drawing.extent(), strict=True) if drawing.places else ((0.0,), (0.0,))
    wide = (max(xs) - min(xs)) * _UNIT + 3.4 * _MARGIN
    high = (max(ys) - min(ys)) * _UNIT + 2 * _MARGIN
    return QSize(int(min(max(wide, _LEAST), _MOST)), int(min(max(high, _LEAST * 2 / 3), _MOST)))

"""Decode pictures from anywhere, within limits of kind, time and memory."""

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

MOST_BYTES = 32 * 2**20
"""A picture's file may not be larger."""
MOST_PIXELS = 40_000_000
"""A picture may not have more, as its file says before anything is decoded: 160 MB at work."""
_LONGEST_SIDE = 30_000

# Raster only: a vector format is a program. What decides is how the file begins, not its name.
_BEGINNINGS = (
    (b"\x89PNG\r\n\x1a\n", b"png"),
    (b"\xff\xd8\xff", b"jpeg"),
    (b"GIF8", b"gif"),
    (b"BM", b"bmp"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A picture as it is shown, and the size that its file has, in pixels."""

    image: QImage
    size: QSize


def picture_format(data: bytes) -> bytes | None:
    """Return Qt's name of a picture's format; None for one that is not shown."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return b"webp"
    return next((name for begin, name in _BEGINNINGS if data.startswith(begin)), None)


def decode(data: bytes, box: QSize) -> Decoded | None:
    """Return a picture, scaled down to fit into `box`; None where it can't or may not be shown.

    Of a moving picture it is the first one.
    """
    kind = picture_format(data)
    if kind is None or len(data) > MOST_BYTES:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.isEmpty() or size.width() * size.height() > MOST_PIXELS:
        return None
    if max(size.width(), size.height()) > _LONGEST_SIDE:
        return None
    turned = bool(
        reader.transformation().value & QImageIOHandler.Transformation.TransformationRotate90.value
    )
    shown = size.transposed() if turned else size
    target = fitted(shown, box)
    if shown != target:  # scaled while it is read, or at once afterwards, without Python's lock
        reader.setScaledSize(target.transposed() if turned else target)
    image = reader.read()
    if image.isNull():
        return None
    alpha = QImage.Format.Format_ARGB32_Premultiplied
    plain = QImage.Format.Format_RGB32
    return Decoded(image.convertToFormat(alpha if image.hasAlphaChannel() else plain), shown)


def fitted(size: QSize, box: QSize) -> QSize:
    """Return `size` scaled down into `box`, but for no side to nothing."""
    if size.width() <= box.width() and size.height() <= box.height():
        return size
    return size.scaled(box, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))

"""Draw the program's icon in every size and form that a system wants.

`python packaging/desktop/icons.py FOLDER` writes `reader.ico` for Windows and `reader.icns` for
macOS; `packaging/debian/build.py` takes the pictures for Linux. Needs PySide6.
"""

import os
import struct
import sys
from pathlib import Path

DRAWING = Path(__file__).parents[2] / "resources" / "icons" / "reader.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = (16, 24, 32, 48, 64, 256)
ICNS_TYPES = {16: "icp4", 32: "icp5", 64: "icp6", 128: "ic07", 256: "ic08", 512: "ic09"}


def png(size: int) -> bytes:
    """Return the icon as a PNG of `size` pixels a side."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QIODevice, Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    application = QGuiApplication.instance() or QGuiApplication([])
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise RuntimeError(f"no PNG of {size} pixels could be made")
    del application
    return bytes(buffer.data().data())


def ico() -> bytes:
    """Return the icon for Windows: a directory of PNGs, as it reads them since Vista."""
    pictures = [(size, png(size)) for size in ICO_SIZES]
    entries, offset = b"", 6 + 16 * len(pictures)
    for size, data in pictures:
        side = size % 256  # 0 stands for 256
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(data), offset)
        offset += len(data)
    head = struct.pack("<HHH", 0, 1, len(pictures))
    return head + entries + b"".join(data for _, data in pictures)


def icns() -> bytes:
    """Return the icon for macOS: PNGs under the names of their sizes."""
    parts = b"".join(
        name.encode() + struct.pack(">I", 8 + len(data)) + data
        for size, name in ICNS_TYPES.items()
        for data in [png(size)]
    )
    return b"icns" + struct.pack(">I", 8 + len(parts)) + parts


def main() -> None:
    """Write the icons of the systems that take one file."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "reader.ico").write_bytes(ico())
    (folder / "reader.icns").write_bytes(icns())


if __name__ == "__main__":
    main()

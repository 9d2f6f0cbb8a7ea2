"""Make the picture of the sample article, and its web archive from its saved page.

Run from the project's folder: `python packaging/seeds/make_web.py`. The same input gives the same
bytes.
"""

import os
import quopri
from base64 import encodebytes
from pathlib import Path

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
ADDRESS = "https://diario-del-estrecho.example/sociedad/faro-punta-lindero"


def draw_picture(path: Path) -> None:
    """Draw the lighthouse at dusk, 640 x 400 pixels."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QPointF, QRectF
    from PySide6.QtGui import QBrush, QColor, QImage, QLinearGradient, QPainter, QPolygonF

    image = QImage(640, 400, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    sky = QLinearGradient(0, 0, 0, 270)
    sky.setColorAt(0, QColor("#2b3a5e"))
    sky.setColorAt(0.7, QColor("#c9786a"))
    sky.setColorAt(1, QColor("#f0b878"))
    painter.fillRect(0, 0, 640, 270, QBrush(sky))
    painter.fillRect(0, 270, 640, 130, QColor("#27485c"))

    def fill(colour: str, *points: tuple[float, float]) -> None:
        painter.setBrush(QColor(colour))
        painter.setPen(QColor(colour))
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))

    fill("#e7c98f", (188, 104), (0, 60), (0, 132), (188, 112))
    fill("#1d2a30", (60, 400), (110, 300), (170, 268), (250, 266), (330, 310), (370, 400))
    fill("#ece7dc", (178, 276), (190, 122), (222, 122), (234, 276))
    fill("#b5473a", (181, 236), (184, 196), (228, 196), (231, 236))
    fill("#b5473a", (187, 160), (189, 130), (223, 130), (225, 160))
    fill("#39424a", (182, 122), (230, 122), (230, 116), (182, 116))
    fill("#ffe9a8", (192, 116), (192, 98), (220, 98), (220, 116))
    fill("#39424a", (188, 98), (206, 82), (224, 98))
    painter.setBrush(QColor("#fff6d8"))
    painter.drawEllipse(QRectF(202, 103, 8, 8))
    for row in range(8):
        painter.fillRect(400 - 23 * row, 290 + 13 * row, 120 + 14 * row, 2, QColor("#55788c"))
    painter.end()
    if not image.save(str(path)):
        raise SystemExit(f"{path} could not be written")


def pack_page(page: Path, target: Path) -> None:
    """Write the saved page and its picture as a web archive, as a browser of today does."""
    folder = page.with_name(page.stem + "_files")
    cdn = ADDRESS.partition("/sociedad")[0] + "/img"
    text = page.read_text("utf-8").replace(f"./{folder.name}/", f"{cdn}/")
    picture = (folder / "faro.png").read_bytes()
    bound = "----MultipartBoundary--lindero----"
    parts = [
        ("text/html", "quoted-printable", ADDRESS, quopri.encodestring(text.encode("utf-8"))),
        ("image/png", "base64", f"{cdn}/faro.png", encodebytes(picture)),
    ]
    lines = [
        b"From: <Saved by Blink>",
        f"Snapshot-Content-Location: {ADDRESS}".encode(),
        b"Subject: =?utf-8?Q?El=20faro=20de=20Punta=20Lindero=20vuelve=20a=20encenderse?=",
        b"Date: Mon, 16 Mar 2026 18:30:00 +0100",
        b"MIME-Version: 1.0",
        b'Content-Type: multipart/related; type="text/html"; boundary="%s"' % bound.encode(),
        b"",
    ]
    for media_type, encoding, address, body in parts:
        lines += [
            b"",
            f"--{bound}".encode(),
            f"Content-Type: {media_type}".encode(),
            f"Content-Transfer-Encoding: {encoding}".encode(),
            f"Content-Location: {address}".encode(),
            b"",
            *body.splitlines(),
        ]
    target.write_bytes(b"\r\n".join([*lines, f"--{bound}--".encode(), b""]))


if __name__ == "__main__":
    draw_picture(SEEDS / "muestra_files" / "faro.png")
    pack_page(SEEDS / "muestra.html", SEEDS / "muestra.mhtml")

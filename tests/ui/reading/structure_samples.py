"""Articles with structure, and pictures, for the tests of the reading view."""

import zlib
from collections.abc import Sequence
from struct import pack

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QLinearGradient, QPainter

from reader.core.document import BlockKind, Document, Resource, RowLevel, RunKind, resource_of
from reader.formats.builder import DocumentBuilder

ADDRESS = "https://www.ejemplo.org/nota?id=7&origen=portada"
REMOTE = "https://imagenes.ejemplo.org/puerto.jpg"


def picture(width: int = 400, height: int = 240, *, kind: str = "PNG") -> bytes:
    """Return the file of a picture: a sky over the sea."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    sky = QLinearGradient(0, 0, 0, height)
    sky.setColorAt(0, QColor("#5b88b5"))
    sky.setColorAt(0.6, QColor("#f2cfa4"))
    sky.setColorAt(0.61, QColor("#2f5d73"))
    sky.setColorAt(1, QColor("#123544"))
    painter.fillRect(image.rect(), sky)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#fff3d6"))
    painter.drawEllipse(width // 2, height // 3, height // 6, height // 6)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(kind.encode())).write(image)
    return bytes(buffer.data().data())


def bomb(side: int = 60_000) -> bytes:
    """Return a small PNG file that says it has `side` times `side` pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return pack(">I", len(data)) + name + data + pack(">I", zlib.crc32(name + data))

    header = pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    body = chunk(b"IDAT", zlib.compress(bytes(200_000)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + body + chunk(b"IEND", b"")


def resource(width: int = 400, height: int = 240) -> Resource:
    """Return a picture as one that came with an article."""
    return resource_of(picture(width, height), "image/png")


def table(
    rows: Sequence[Sequence[str]], *, header: bool = True, before: str = "", after: str = ""
) -> Document:
    """Return a document with one table, and perhaps a paragraph before it and one after."""
    builder = DocumentBuilder()
    if before:
        builder.open_block(BlockKind.PARAGRAPH)
        builder.text(before)
    add_table(builder, rows, header=header)
    if after:
        builder.open_block(BlockKind.PARAGRAPH)
        builder.text(after)
    return builder.document()


def add_table(
    builder: DocumentBuilder, rows: Sequence[Sequence[str]], *, header: bool = True
) -> None:
    """Add a table to a document."""
    for number, cells in enumerate(rows):
        first = RowLevel.HEADER if header else RowLevel.FIRST
        builder.open_block(BlockKind.TABLE_ROW, level=RowLevel.BODY if number else first)
        for place, cell in enumerate(cells):
            if place:
                builder.verbatim("\t")
            builder.text(cell)


TRADE = [
    ["País", "Puerto", "Exportaciones", "Cambio", "Observaciones"],
    ["Perú", "El Callao", "1.204,5", "+3,2 %", "Crece por cuarto año"],
    ["Chile", "San Antonio", "980,0", "−0,4 %", "Huelga de estibadores en marzo"],
    ["Rusia", "Vladivostok", "71,3", "+12 %", "Datos del ministerio, sin comprobar"],
]
WIDE = [
    ["Ministerio", *(f"Trimestre {i}" for i in range(1, 15))],
    ["Transportes", *(f"{i * 1371 % 997},{i}" for i in range(1, 15))],
    ["Telecomunicaciones", *(f"{i * 7919 % 1009},{i}" for i in range(1, 15))],
]


def article(own: str) -> Document:
    """Return an article with everything in it; `own` is the key of its picture."""
    builder = DocumentBuilder()
    kind = BlockKind
    builder.open_block(kind.PARAGRAPH)
    builder.text("El ministro ruso Serguéi Lavrov llegó a ")
    with builder.style(RunKind.BOLD):
        builder.text("Vladivostok")
    builder.text(" y habló, según ")
    with builder.style(RunKind.LINK, ADDRESS):
        builder.text("una nota de El Diario de Lima")
    builder.text(", con ")
    with builder.style(RunKind.ITALIC):
        builder.text("la delegación de Corea del Norte")
    builder.text(" sobre el Convenio")
    with builder.style(RunKind.NOTE, "#uno"):
        builder.text("[1]")
    builder.text(" y el CO")
    with builder.style(RunKind.SUBSCRIPT):
        builder.text("2")
    builder.text(" que ya no emite (10")
    with builder.style(RunKind.SUPERSCRIPT):
        builder.text("6")
    builder.text(" toneladas, ")
    with builder.style(RunKind.STRIKE):
        builder.text("dos")
    builder.text(" tres veces menos); el archivo ")
    with builder.style(RunKind.CODE):
        builder.text("datos.csv")
    builder.text(" lo detalla.")
    with builder.style(RunKind.NOTE, "#dos"):
        builder.text("[2]")
    builder.picture(f"resource:{own}", alt="El sol se pone sobre el mar", width=1200, height=720)
    builder.text("El puerto de Vladivostok, ayer por la tarde. Foto: ")
    with builder.style(RunKind.ITALIC):
        builder.text("El Diario")
    builder.open_block(kind.HEADING, level=2)
    builder.text("Las cifras de ")
    with builder.style(RunKind.LINK, "https://www.ejemplo.org/peru"):
        builder.text("Perú")
    builder.text(" y Chile")
    add_table(builder, TRADE)
    builder.open_block(kind.PARAGRAPH)
    builder.text("Lo que se sabe hasta ahora:")
    for number, words in enumerate(("Llegó de madrugada.", "No habló con la prensa, " * 6), 9):
        builder.open_block(kind.LIST_ITEM, level=1)
        with builder.style(RunKind.MARKER):
            builder.text(f"{number}.")
        builder.text(" " + words)
    builder.open_block(kind.LIST_ITEM, level=2)
    builder.text("Un punto sin número, más adentro")
    builder.picture(REMOTE, alt="Grúas en el puerto de El Callao")
    builder.text("Una foto de otra parte.")
    builder.open_block(kind.QUOTE)
    builder.text("Verde que te quiero verde.")
    builder.line_break()
    builder.text("Verde viento. Verdes ramas.")
    builder.open_block(kind.PREFORMATTED)
    builder.text("puerto      toneladas\nEl Callao    1.204,5\nSan Antonio    980,0")
    builder.picture("resource:" + "0" * 64, alt="Un mapa que falta")
    builder.open_block(kind.PARAGRAPH)
    builder.text("Fin de la crónica. Véase también ")
    with builder.style(RunKind.LINK, "#cifras"):
        builder.text("la nota primera")
    builder.text(".")
    for number, (name, words) in enumerate(
        (
            ("uno", "Firmado en Lima en 1998; Rusia no es parte de él."),
            ("dos", "Con reservas. " * 9),
        ),
        1,
    ):
        builder.open_block(kind.FOOTNOTE)
        builder.anchor(name)
        if number == 1:
            builder.anchor("cifras")
        with builder.style(RunKind.MARKER):
            builder.text(f"[{number}]")
        builder.text(" " + words)
    return builder.document()

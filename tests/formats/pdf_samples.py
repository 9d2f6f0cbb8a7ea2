"""Small PDFs for tests."""

import io
from collections.abc import Callable

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.pdf_press import A4, MARGIN, Press


def drawn(draw: Callable[[Canvas], None], *, encrypt: StandardEncryption | None = None) -> bytes:
    """Return a PDF of what is drawn on its first page."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1, encrypt=encrypt)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def written(*lines: str) -> bytes:
    """Return a PDF of one column of lines; each space before a line sets it in by 5 points."""
    press = Press()
    for number, line in enumerate(lines):
        x = MARGIN + 5 * (len(line) - len(line.lstrip()))
        press.line(line.lstrip(), x, 100 + 12 * number, "Times-Roman", 10)
    press.end_page()
    return press.data()

"""Paint what stands around a paragraph's text: bullets, bars, panels, rules and pictures.

Coordinates are pixels from the paragraph's top left corner.
"""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QLinearGradient, QPainter, QPen

from reader.core.document import Picture
from reader.ui.plain_text import scaled_font
from reader.ui.reading.composing import code_spans
from reader.ui.reading.laid import LaidParagraph
from reader.ui.reading.paragraphs import display_text
from reader.ui.reading.pictures import Pictures, PictureState, host, is_remote
from reader.ui.reading.style import Typography
from reader.ui.reading.tables import Table
from reader.ui.theme import Theme

THUMB = 5
"""The height of the bar that says how far a wide table is scrolled."""
_BAR = 3.0  # pixels of a quote's
_FADE = 28
_RADIUS = 6.0
_FOOTNOTE_RULE = 7  # em


def paint_furniture(painter: QPainter, laid: LaidParagraph, typography: Typography) -> None:
    """Paint what belongs beneath a paragraph's marks and text."""
    look, composed, theme = laid.look, laid.composed, typography.style.theme
    if look.sunk:
        top = composed.above - look.sunk
        height = laid.height - composed.above - composed.below + 2 * look.sunk
        panel = QRectF(0, top, composed.width, height)
        fill_rounded(painter, panel, theme.hover, _RADIUS)
    for start, end in () if look.sunk else code_spans(composed):
        for strip in laid.strips(start, end):
            top = strip.line.baseline - look.ascent
            box = QRectF(strip.left, top, strip.right - strip.left, look.ascent + look.descent)
            fill_rounded(painter, box.adjusted(-2, 1, 2, 0), theme.hover, 3.0)
    if look.bullet and laid.lines and not composed.hang:
        painter.setFont(look.font)
        painter.setPen(theme.muted)
        width = look.character_width
        painter.drawText(QPointF(look.indent - 2.2 * width, laid.lines[0].baseline), look.bullet)
    if look.barred:
        end = laid.height if composed.joined else laid.height - look.below
        painter.fillRect(QRectF(0, look.above, _BAR, end - look.above), theme.border)
    if composed.ruled:
        y = round((composed.above - look.above) * 0.62)
        painter.fillRect(QRectF(0, y, _FOOTNOTE_RULE * typography.em, 1), theme.border)
    if composed.table is not None:
        _paint_rules(painter, laid, composed.table, theme)


def _paint_rules(painter: QPainter, laid: LaidParagraph, table: Table, theme: Theme) -> None:
    composed = laid.composed
    width = min(table.width, table.room)
    top, bottom = row_slot(laid)
    if composed.above > laid.look.above:
        painter.fillRect(QRectF(0, top, width, 1), theme.border)
    heads = laid.look.bold
    painter.fillRect(QRectF(0, bottom - 1, width, 1), theme.muted if heads else theme.border)


def row_slot(laid: LaidParagraph) -> tuple[int, int]:
    """Return a row's upper and lower edge, without what is free around the table."""
    composed, look = laid.composed, laid.look
    return composed.above - look.above, laid.height - (composed.below - look.below)


def thumb(laid: LaidParagraph) -> QRectF:
    """Return the bar below a wide table that says how far it is scrolled; a null one for none."""
    table, composed = laid.composed.table, laid.composed
    if table is None or not table.overflow or composed.below == laid.look.below:
        return QRectF()
    _, bottom = row_slot(laid)
    width = max(4 * THUMB, table.room * table.room / table.width)
    left = (table.room - width) * table.shift / table.overflow
    return QRectF(left, bottom + THUMB, width, THUMB)


def paint_edges(painter: QPainter, laid: LaidParagraph, theme: Theme) -> None:
    """Show that a wide table goes on at its sides, and how far it is scrolled."""
    table = laid.composed.table
    if table is None or not table.overflow:
        return
    top, bottom = row_slot(laid)
    for shown, x, direction in (
        (table.shift > 0, 0.0, 1),
        (table.shift < table.overflow, float(table.room), -1),
    ):
        if shown:
            clear = QColor(theme.base)
            clear.setAlpha(0)
            fade = QLinearGradient(QPointF(x, 0), QPointF(x + direction * _FADE, 0))
            fade.setColorAt(0, theme.base)
            fade.setColorAt(1, clear)
            left = x if direction > 0 else x - _FADE
            painter.fillRect(QRectF(left, top, _FADE, bottom - top - 1), fade)
    bar = thumb(laid)
    if not bar.isNull():
        quiet = QColor(theme.muted)
        quiet.setAlphaF(0.6)
        fill_rounded(painter, bar, quiet, THUMB / 2)


def paint_picture(
    painter: QPainter,
    laid: LaidParagraph,
    picture: Picture,
    pictures: Pictures,
    typography: Typography,
) -> None:
    """Paint a picture, or what stands for it."""
    assert laid.composed.frame is not None
    frame, theme = QRectF(laid.composed.frame), typography.style.theme
    ratio = painter.device().devicePixelRatioF()
    image = pictures.image(picture.source, round(laid.composed.width * ratio))
    if image is None:
        _paint_placeholder(painter, laid, frame, picture, pictures, theme)
        return
    if image.hasAlphaChannel() and theme.dark:
        painter.fillRect(frame, Qt.GlobalColor.white)  # such pictures are made for white paper
    elif image.hasAlphaChannel():
        painter.fillRect(frame, theme.base)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(frame, image)


def _paint_placeholder(
    painter: QPainter,
    laid: LaidParagraph,
    frame: QRectF,
    picture: Picture,
    pictures: Pictures,
    theme: Theme,
) -> None:
    painter.setPen(QPen(theme.border, 1))
    painter.setBrush(theme.hover)
    painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    state = pictures.state(picture.source)
    if state is PictureState.COMING:
        return
    look = laid.look
    metrics = QFontMetricsF(look.font)
    room = frame.adjusted(look.line_height, 0, -look.line_height, 0)
    if button_text(picture.source, state):
        button = _paint_button(painter, room, laid, button_text(picture.source, state), theme)
        room.setRight(button.left() - look.line_height)
    words = [display_text(picture.alt), _says(picture.source, state)]
    colours = [theme.text, theme.muted]
    lines = [(text, colour) for text, colour in zip(words, colours, strict=True) if text]
    y = frame.center().y() - len(lines) * look.line_height / 2
    painter.setFont(look.font)
    for text, colour in lines:
        painter.setPen(colour)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(QRectF(room.left(), y, room.width(), look.line_height), _MIDDLE, shown)
        y += look.line_height


_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def _paint_button(
    painter: QPainter, room: QRectF, laid: LaidParagraph, text: str, theme: Theme
) -> QRectF:
    font = scaled_font(laid.look.font, 1.0, bold=True)
    width = QFontMetricsF(font).horizontalAdvance(text) + 1.4 * laid.look.line_height
    height = 1.5 * laid.look.line_height
    button = QRectF(room.right() - width, room.center().y() - height / 2, width, height)
    painter.setPen(QPen(theme.accent, 1))
    painter.setBrush(theme.base)
    painter.drawRoundedRect(button, _RADIUS, _RADIUS)
    painter.setFont(font)
    painter.setPen(theme.accent)
    painter.drawText(button, Qt.AlignmentFlag.AlignCenter, text)
    return button


def button_text(source: str, state: PictureState) -> str:
    """Return what a click on a picture's placeholder does; "" for nothing."""
    if state is PictureState.REMOTE:
        return QCoreApplication.translate("ReadingView", "Load picture")
    if state is PictureState.MISSING and is_remote(source):
        return QCoreApplication.translate("ReadingView", "Try again")
    return ""


def _says(source: str, state: PictureState) -> str:
    if state is PictureState.REMOTE:
        return QCoreApplication.translate("ReadingView", "Picture from {host}").format(
            host=display_text(host(source))
        )
    if state is PictureState.FETCHING:
        return QCoreApplication.translate("ReadingView", "Loading the picture from {host}…").format(
            host=display_text(host(source))
        )
    return QCoreApplication.translate("ReadingView", "This picture can't be shown.")


def fill_rounded(painter: QPainter, box: QRectF, colour: QColor, radius: float) -> None:
    """Fill a box with round corners."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(box, radius, radius)

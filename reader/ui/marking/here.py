"""What is said of a mark where several are told of: in the chooser and in menus."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap

from reader.core.annotations import Annotation
from reader.core.entities import Entity
from reader.core.mentions import Mention
from reader.core.wikilinks import plain_text
from reader.ui.annotations.known import Known
from reader.ui.kind_sample import SAMPLE_SIZE, paint_kind_sample
from reader.ui.kinds import kind_name
from reader.ui.plain_text import in_quotes, one_line
from reader.ui.theme import Theme

_QUOTE = 80
_COMMENT = 120
_RATIO = 2.0  # of a sample in a menu, for any screen


@dataclass(frozen=True, slots=True)
class Here:
    """A mark with its words: the name or the quote, and what there is to say of it."""

    mark: Mention | Annotation
    title: str
    detail: str

    def spoken(self) -> str:
        """Return all of it in one line."""
        return ", ".join(part for part in (self.title, self.detail) if part)


def here(
    mark: Mention | Annotation,
    *,
    entity: Callable[[str], Entity | None],
    known: Known,
) -> Here:
    """Return a mark with its words; `entity` finds an entity by its id."""
    if isinstance(mark, Mention):
        named = entity(mark.entity_id)
        return Here(mark, one_line(named.name) if named else "", kind_name(mark.kind))
    comment = shortened(plain_text(mark.comment), _COMMENT)
    said = [known.colour(mark.colour), comment, *linked(mark, known)]
    return Here(mark, quoted(mark), " · ".join(part for part in said if part))


def linked(annotation: Annotation, known: Known) -> list[str]:
    """Return an annotation's tags, and the names that it is linked to."""
    tags = [f"#{one_line(tag)}" for tag in annotation.tags]
    return [*tags, *(f"→ {one_line(each.name)}" for each in known.linked(annotation))]


def quoted(annotation: Annotation, most: int = _QUOTE) -> str:
    """Return the begin of an annotation's quote in quotation marks."""
    return in_quotes(shortened(annotation.quote, most))


def shortened(text: str, most: int) -> str:
    """Return the begin of a text in one line, cut between words."""
    line = one_line(text[: 4 * most]).strip()
    if len(line) <= most and len(text) <= 4 * most:
        return line
    cut = line[:most].rsplit(" ", 1)[0] if " " in line[:most] else line[:most]
    return cut + "…"


def paint_sample(painter: QPainter, box: QRectF, mark: Mention | Annotation, theme: Theme) -> None:
    """Paint what a mark looks like: a kind's tint and underline, or a highlighter's colour."""
    if isinstance(mark, Mention):
        paint_kind_sample(painter, box, mark.kind, theme)
        return
    colours = theme.annotations[mark.colour]
    painter.fillRect(box, colours.fill)
    painter.fillRect(QRectF(box.topLeft(), QPointF(box.left() + 3, box.bottom())), colours.mark)
    painter.setPen(QPen(colours.mark, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))


def sample_icon(mark: Mention | Annotation, theme: Theme) -> QIcon:
    """Return a mark's sample for a menu."""
    size = QSize(round(SAMPLE_SIZE.width() * _RATIO), round(SAMPLE_SIZE.height() * _RATIO))
    pixmap = QPixmap(size)
    pixmap.setDevicePixelRatio(_RATIO)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_sample(painter, QRectF(0, 0, SAMPLE_SIZE.width(), SAMPLE_SIZE.height()), mark, theme)
    painter.end()
    return QIcon(pixmap)

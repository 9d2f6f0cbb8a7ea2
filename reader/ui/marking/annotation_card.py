"""The card that appears while the pointer rests on an annotation."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from reader.core.annotations import Annotation
from reader.core.wikilinks import plain_text
from reader.ui.annotations.known import Known
from reader.ui.marking.here import linked
from reader.ui.placing import beside
from reader.ui.plain_text import PlainLabel, scaled_font
from reader.ui.theme import Theme

_WIDTH = 290
_LINES = 4
_MOST = 3  # annotations
_BAR = 4


class AnnotationCard(QFrame):
    """Show what the user says of the annotations at one place, the innermost first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hoverCard")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        # The pointer belongs to the text below: the card must not keep itself open.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme: Theme | None = None
        self._parts = [_Part() for _ in range(_MOST)]
        self._more = PlainLabel()
        self._more.setProperty("role", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 9, 12, 10)
        layout.setSpacing(8)
        for part in self._parts:
            layout.addWidget(part)
        layout.addWidget(self._more)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._theme = theme

    def set_annotations(self, annotations: Sequence[Annotation], known: Known) -> None:
        """Show annotations, the first of them if they are many."""
        said: list[str] = []
        for part, annotation in zip(self._parts, annotations, strict=False):
            mark = self._theme.annotations[annotation.colour].mark if self._theme else QColor()
            said += part.show_annotation(annotation, known, mark)
        for part in self._parts[len(annotations) :]:
            part.hide()
        beyond = len(annotations) - _MOST
        self._more.setVisible(beyond > 0)
        self._more.setText(self.tr("and %n more", "", beyond) if beyond > 0 else "")
        self.setAccessibleName(", ".join(said))

    def place_beside(self, rect: QRect, bounds: QRect) -> None:
        """Show the card above `rect`, or below where there is no room, inside `bounds`.

        Both are in the coordinates of the card's parent.
        """
        self.ensurePolished()
        layout = self.layout()
        assert layout is not None
        layout.invalidate()
        width = min(_WIDTH, bounds.width())
        size = QSize(width, layout.totalHeightForWidth(width))
        self.setGeometry(beside(rect, bounds, size, gap=8))
        self.show()
        self.raise_()


class _Part(QWidget):
    """One annotation: a bar in its colour, the colour's name with the tags, and the comment."""

    def __init__(self) -> None:
        super().__init__()
        self._mark = QColor()
        self._name = PlainLabel(max_lines=2)
        self._name.setProperty("role", "muted")
        self._name.setFont(scaled_font(self.font(), 0.9))
        self._comment = PlainLabel(max_lines=_LINES)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_BAR + 8, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self._name)
        layout.addWidget(self._comment)

    def show_annotation(self, annotation: Annotation, known: Known, mark: QColor) -> list[str]:
        """Show an annotation; return what is said of it."""
        self._mark = mark
        names = [known.colour(annotation.colour), *linked(annotation, known)]
        self._name.setText(" · ".join(names))
        comment = plain_text(annotation.comment)
        lines = [line.strip() for line in comment.splitlines() if line.strip()]
        self._comment.setText("\u2028".join(lines[:_LINES]))
        self._comment.setVisible(bool(lines))
        self.show()
        self.update()
        return [*names, *lines[:_LINES]]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._mark)
        painter.drawRoundedRect(QRect(0, 1, _BAR, self.height() - 2), 2, 2)
        painter.end()

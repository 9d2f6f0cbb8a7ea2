"""The legend: what each colour means, how many there are, and which kinds are shown."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QSizePolicy, QWidget

from reader.core.mentions import Kind
from reader.ui.keys import ENTER, claims
from reader.ui.kind_sample import SAMPLE_SIZE, paint_kind_sample
from reader.ui.kinds import kind_plural
from reader.ui.theme import Theme

_PADDING = 8
_GAP = 6


class KindChip(QAbstractButton):
    """One kind in the legend: sample, name and count; checked while the kind is shown."""

    kind_clicked = Signal(object, bool)  # Kind, whether only this one is wanted
    kind_moved_from = Signal(object, int)  # Kind, the step to the chip that shall have the focus
    all_requested = Signal()

    def __init__(self, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self._count = 0
        self._mentions = 0
        self._compact = False
        self._theme: Theme | None = None
        self.setCheckable(True)
        self.setChecked(True)
        self._shown = True
        self.toggled.connect(self._on_toggled)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._describe()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._theme = theme
        self.update()

    def set_count(self, count: int, *, mentions: int = 0) -> None:
        """Show how many entities of this kind there are; of a demonym's, in how many mentions."""
        self._count = count
        self._mentions = mentions
        self._describe()
        self.updateGeometry()

    def set_compact(self, compact: bool) -> None:
        """Show or drop the name; the tooltip says it in any case."""
        if compact != self._compact:
            self._compact = compact
            self._describe()
            self.updateGeometry()

    def set_shown(self, shown: bool) -> None:
        """Show the chip as switched on or off."""
        self._shown = shown
        self.setChecked(shown)
        self._describe()

    def width_for(self, *, compact: bool) -> int:
        """Return the width that the chip needs with or without its name."""
        metrics = QFontMetrics(self.font())
        width = 2 * _PADDING + SAMPLE_SIZE.width() + _GAP
        width += metrics.horizontalAdvance(str(self._count))
        if not compact:
            width += metrics.horizontalAdvance(kind_plural(self.kind)) + _GAP
        return width + 1

    def sizeHint(self) -> QSize:
        """Return the size for what is shown."""
        height = max(QFontMetrics(self.font()).height(), SAMPLE_SIZE.height()) + 10
        return QSize(self.width_for(compact=self._compact), height)

    def minimumSizeHint(self) -> QSize:
        """Return the size for what is shown: a chip is never clipped."""
        return self.sizeHint()

    def nextCheckState(self) -> None:
        """Leave the state to the legend, which alone knows the other kinds."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Switch this kind, or with Alt show only it."""
        was_down = self.isDown()
        self.setDown(False)
        if was_down and self.rect().contains(event.position().toPoint()):
            alone = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            self.kind_clicked.emit(self.kind, alone)

    def event(self, event: QEvent) -> bool:
        """Keep Enter and the space bar from the window's shortcuts."""
        return claims(event, (*ENTER, Qt.Key.Key_Space)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Switch with the space bar or Enter; ←/→ go to the neighbours."""
        key = event.key()
        if key in (*ENTER, Qt.Key.Key_Space):
            alone = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            self.kind_clicked.emit(self.kind, alone)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.kind_moved_from.emit(self.kind, 1 if key == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what Alt-click does: some desktops keep Alt-click for themselves."""
        menu = QMenu(self)
        only = menu.addAction(self.tr("Show only this"))
        everything = menu.addAction(self.tr("Show all"))
        chosen = menu.exec(event.globalPos() + QPoint(1, 1))
        menu.deleteLater()
        if chosen is only:
            self.kind_clicked.emit(self.kind, True)
        elif chosen is everything:
            self.all_requested.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange):
            self._describe()
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint sample, name and count; hidden kinds are pale and crossed out."""
        theme = self._theme
        if theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = self.isChecked()
        width = 2 if theme.contrast and self.hasFocus() else 1  # beside frames as bright
        frame = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.setPen(QPen(theme.accent if self.hasFocus() else theme.border, width))
        if not shown and not self.hasFocus():
            painter.setPen(Qt.PenStyle.NoPen)
        raised = shown and self.kind is not Kind.DEMONYM  # which is quieter, as it is in the text
        painter.setBrush(
            theme.hover if self.underMouse() else theme.raised if raised else theme.window
        )
        painter.drawRoundedRect(frame, 6, 6)
        self._paint_content(painter, theme, shown)
        painter.end()

    def _paint_content(self, painter: QPainter, theme: Theme, shown: bool) -> None:
        sample = QRectF(_PADDING, 0, SAMPLE_SIZE.width(), SAMPLE_SIZE.height())
        sample.moveTop((self.height() - sample.height()) / 2)
        painter.setOpacity(1.0 if shown else 0.4)
        paint_kind_sample(painter, sample, self.kind, theme)
        painter.setOpacity(1.0)
        x = int(sample.right()) + _GAP
        metrics = QFontMetrics(self.font())
        font = self.font()
        font.setStrikeOut(not shown)
        painter.setFont(font)
        centre = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        if not self._compact:
            name = kind_plural(self.kind)
            quiet = not shown or self.kind is Kind.DEMONYM
            painter.setPen(theme.muted if quiet else theme.text)
            painter.drawText(x, 0, self.width() - x, self.height(), centre, name)
            x += metrics.horizontalAdvance(name) + _GAP
        painter.setPen(theme.muted)
        painter.drawText(x, 0, self.width() - x, self.height(), centre, str(self._count))

    def _on_toggled(self, checked: bool) -> None:
        """Have the kind switched where a screen reader turns the chip by itself."""
        if checked is not self._shown:
            self.kind_clicked.emit(self.kind, False)

    def _describe(self) -> None:
        state = self.tr("shown") if self.isChecked() else self.tr("hidden")
        name = kind_plural(self.kind)
        self.setAccessibleName(f"{name}, {self._count}, {state}")
        hint = self.tr("Click: show or hide. Alt-click: show only this.")
        lines = [f"{name} · {self._count}", hint]
        if self.kind is Kind.DEMONYM:
            lines.insert(1, self._explanation())
        self.setToolTip("\n".join(lines))
        self.update()

    def _explanation(self) -> str:
        what = self.tr("Countries that words like “Russian” or “North Koreans” stand for.")
        if not self._mentions:
            return what
        how_many = self.tr("%n such word(s) in the article.", "", self._mentions)
        return f"{what} {how_many}"


class Legend(QWidget):
    """A chip a kind: they explain the colours and filter the kinds."""

    hidden_kinds_changed = Signal(object)  # frozenset[Kind]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hidden: frozenset[Kind] = frozenset()
        self._chips = {kind: KindChip(kind) for kind in Kind}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP)
        layout.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)  # ours is smaller
        for chip in self._chips.values():
            layout.addWidget(chip)
            chip.kind_clicked.connect(self._on_kind_clicked)
            chip.kind_moved_from.connect(self._on_kind_moved_from)
            chip.all_requested.connect(self._on_all_requested)
        layout.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._retranslate()

    def chip(self, kind: Kind) -> KindChip:
        """Return the chip of one kind."""
        return self._chips[kind]

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        for chip in self._chips.values():
            chip.set_theme(theme)

    def set_counts(self, counts: Mapping[Kind, int], *, demonyms: int = 0) -> None:
        """Show how many distinct entities there are of each kind; none where a kind is missing.

        Of demonyms these are the countries that they stand for, and `demonyms` is their own number.
        """
        for kind, chip in self._chips.items():
            chip.set_count(counts.get(kind, 0), mentions=demonyms if kind is Kind.DEMONYM else 0)
        self.updateGeometry()
        self._fit()

    def hidden_kinds(self) -> frozenset[Kind]:
        """Return the kinds that are switched off."""
        return self._hidden

    def set_hidden_kinds(self, kinds: frozenset[Kind]) -> None:
        """Switch off `kinds` and nothing else; says so if that changes anything."""
        kinds = frozenset(kinds)
        if kinds == self._hidden:
            return
        self._hidden = kinds
        for kind, chip in self._chips.items():
            chip.set_shown(kind not in kinds)
        self.hidden_kinds_changed.emit(kinds)

    def sizeHint(self) -> QSize:
        """Return the size with all names."""
        return QSize(self._needed(compact=()), self._chips[Kind.PERSON].sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the size without names."""
        return QSize(self._needed(compact=Kind), self._chips[Kind.PERSON].sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drop the names where there is no room for all of them, the quiet one first."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Kinds of names"))
        self.updateGeometry()

    def _needed(self, *, compact: Iterable[Kind]) -> int:
        nameless = frozenset(compact)
        widths = [chip.width_for(compact=kind in nameless) for kind, chip in self._chips.items()]
        return sum(widths) + _GAP * (len(widths) - 1)

    def _fit(self) -> None:
        choices: tuple[Iterable[Kind], ...] = ((), (Kind.DEMONYM,), Kind)
        fitting = (kinds for kinds in choices if self._needed(compact=kinds) <= self.width())
        compact = frozenset(next(fitting, Kind))
        for kind, chip in self._chips.items():
            chip.set_compact(kind in compact)
        layout = self.layout()
        if layout is not None:
            layout.activate()  # now, not a frame later

    def _on_kind_clicked(self, kind: Kind, alone: bool) -> None:
        others = frozenset(self._chips) - {kind}
        if alone:
            self.set_hidden_kinds(frozenset() if self._hidden == others else others)
        else:
            self.set_hidden_kinds(self._hidden ^ {kind})

    def _on_kind_moved_from(self, kind: Kind, step: int) -> None:
        kinds = list(self._chips)
        target = kinds[(kinds.index(kind) + step) % len(kinds)]
        self._chips[target].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_all_requested(self) -> None:
        self.set_hidden_kinds(frozenset())

"""What is behind a node or an edge: the names that it is linked with, or the passages."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from reader.core.pages import NetworkEdge, Passage
from reader.ui.entity_page.page_rows import (
    MoreRow,
    NeighbourRow,
    PageRows,
    PassageRow,
    Row,
    SentenceRow,
)
from reader.ui.entity_page.page_view import PageView
from reader.ui.icons import icon
from reader.ui.kinds import kind_name
from reader.ui.network.drawing import Drawing
from reader.ui.page_column import ColumnLayout
from reader.ui.panel.link_button import LinkButton
from reader.ui.plain_text import PlainLabel
from reader.ui.theme import Theme


class Drawer(QWidget):
    """List what a choice in the network leads to."""

    closed = Signal()
    edge_chosen = Signal(int)
    node_activated = Signal(int)
    passages_needed = Signal(int, int)  # the edge's number, how many are listed
    passage_activated = Signal(object)  # Passage

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("networkDrawer")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._nodes: tuple[int, ...] = ()
        self._edge = -1
        self.names = (LinkButton(), LinkButton())
        self._detail = PlainLabel(max_lines=2)
        self._detail.setProperty("role", "muted")
        self.close_button = QToolButton()
        self.close_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.rows = PageRows(self)
        head = QWidget()
        head.setFixedHeight(4)
        self.view = PageView(self.rows, head)
        line = QHBoxLayout()
        line.setSpacing(8)
        above = ColumnLayout(top=6)
        above.addLayout(line)
        for widget in self.names:
            line.addWidget(widget)
        line.addWidget(self._detail, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(above)
        layout.addWidget(self.view, 1)
        self.setMinimumHeight(110)
        for place, button in enumerate(self.names):
            button.clicked.connect(lambda _checked=False, place=place: self._on_name(place))
        self.close_button.clicked.connect(self.closed.emit)
        self.view.row_chosen.connect(self._on_row_chosen)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self.view.set_theme(theme)
        self.close_button.setIcon(icon("close", theme))

    def show_node(self, drawing: Drawing, node: int, *, in_article: bool) -> None:
        """List the names that a node is linked with, the strongest first."""
        network = drawing.network
        self._show_names(drawing, (node,))
        chosen = network.nodes[node]
        weight = chosen.weight
        often = self.tr("%n mention(s)", "", weight) if in_article else self._articles(weight)
        self._detail.setText(f"{kind_name(chosen.kind)} · {often}")
        rows: list[Row] = []
        for number, edge in reversed(drawing.edges):
            if node in (edge.first, edge.second):
                other = network.nodes[edge.second if edge.first == node else edge.first]
                strength = self._strength(edge, in_article=in_article)
                rows.append(NeighbourRow(number, other.name, other.kind, strength))
        nothing = SentenceRow(self.tr("Linked with no other name that is shown."))
        self.rows.set_rows(rows or [nothing], can_grow=False)
        self.view.scrollToTop()

    def show_edge(self, drawing: Drawing, number: int, *, in_article: bool) -> None:
        """Name an edge's ends; its passages are added once they are read."""
        edge = drawing.network.edges[number]
        self._edge = number
        self._show_names(drawing, (edge.first, edge.second))
        self._detail.setText(self._strength(edge, in_article=in_article))
        self.rows.set_rows((), can_grow=False)

    def add_passages(
        self, edge: int, passages: Sequence[Passage], titles: Sequence[str], *, has_more: bool
    ) -> None:
        """List passages that name both ends of the edge that is shown."""
        if edge != self._edge:
            return
        last = self.rows.rowCount() - 1
        if isinstance(self.rows.row(last), MoreRow):
            self.rows.remove(last, 1)
        rows: list[Row] = [
            PassageRow(passage, title) for passage, title in zip(passages, titles, strict=True)
        ]
        if has_more:
            rows.append(MoreRow())
        self.rows.append(rows, can_grow=False)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _show_names(self, drawing: Drawing, nodes: tuple[int, ...]) -> None:
        self._nodes = nodes
        for place, button in enumerate(self.names):
            button.setVisible(place < len(nodes))
            if place < len(nodes):
                button.set_text(drawing.network.nodes[nodes[place]].name)
                button.set_hint(self.tr("Open the page"))

    def _articles(self, count: int) -> str:
        return self.tr("%n article(s)", "", count)

    def _strength(self, edge: NetworkEdge, *, in_article: bool) -> str:
        if in_article:
            return self.tr("together in %n paragraph(s)", "", edge.weight)
        return self.tr("together in %n article(s)", "", edge.weight)

    def _on_name(self, place: int) -> None:
        self.node_activated.emit(self._nodes[place])

    def _on_row_chosen(self, number: int) -> None:
        match self.rows.row(number):
            case NeighbourRow(edge):
                self.edge_chosen.emit(edge)
            case PassageRow(passage):
                self.passage_activated.emit(passage)
            case MoreRow():
                self.passages_needed.emit(self._edge, number - 1)

    def _retranslate(self) -> None:
        self.close_button.setToolTip(self.tr("Close (Esc)"))
        self.close_button.setAccessibleName(self.tr("Close"))
        self.view.setAccessibleName(self.tr("What is behind the choice"))

"""The page of a network: what it is of, filters, the drawing, and what is behind a choice."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from reader.core.entities import normalize_name
from reader.core.mentions import Kind
from reader.core.pages import Network, Passage
from reader.ui.focus import lead_focus
from reader.ui.network.canvas import NetworkCanvas
from reader.ui.network.choosing import edges_at_least, nodes_named, readable_least
from reader.ui.network.controls import NetworkControls
from reader.ui.network.drawer import Drawer
from reader.ui.network.drawing import Drawing, Marks
from reader.ui.network.scope import Scope
from reader.ui.theme import Theme

_SETTLED_MS = 250  # after the last change of a filter the network is read anew


class NetworkPage(QWidget):
    """Show a network; whoever wires it reads that, and has it arranged."""

    wanted = Signal()  # another scope, kinds or number of names
    entity_activated = Signal(str)  # an entity's id
    passages_needed = Signal(int, int)  # the edge's number, how many are listed
    passage_activated = Signal(object)  # Passage
    save_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("networkPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.scope = Scope()
        self._names: dict[int, str] = {}  # of the nodes, in the form in which they are searched
        self.controls = NetworkControls()
        self.canvas = NetworkCanvas()
        self.drawer = Drawer()
        self.drawer.hide()
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self.wanted)
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.canvas)
        self._splitter.addWidget(self.drawer)
        self._splitter.setStretchFactor(0, 3)
        self._splitter.setStretchFactor(1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.controls)
        layout.addWidget(self._splitter, 1)
        lead_focus(self, self.canvas)
        self._wire()
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self.controls.set_theme(theme)
        self.canvas.set_theme(theme)
        self.drawer.set_theme(theme)

    @property
    def drawing(self) -> Drawing:
        """Return what is drawn."""
        return self.canvas.drawing

    def kinds(self) -> list[Kind]:
        """Return the kinds of names that are wanted."""
        return self.controls.kinds()

    @property
    def confirmed_only(self) -> bool:
        """Return whether what the machine alone found is left out."""
        return self.controls.confirmed_only.isChecked()

    def set_scopes(self, scopes: Sequence[tuple[Scope, str]], shown: Scope) -> None:
        """Offer networks by their names; `shown` is the one on show."""
        self.scope = shown
        self.controls.set_scopes(scopes, shown)

    def title(self) -> str:
        """Return what the network is of."""
        return self.controls.title()

    def show_network(self, network: Network, places: Sequence[tuple[float, float]]) -> None:
        """Show a network whose nodes are at these places."""
        drawing = Drawing(network, places)
        drawing.least = readable_least(network)
        self._names = {n: normalize_name(node.name) for n, node in enumerate(network.nodes)}
        self.canvas.set_drawing(drawing)
        most = network.edges[0].weight if network.edges else 1
        self.controls.set_strengths(most, drawing.least)
        self._choose(Marks())
        self._find(self.controls.find_edit.text())
        self._say()

    def show_working(self) -> None:
        """Say that the network is being arranged, where nothing is drawn yet."""
        if not self.drawing.places:
            self.canvas.set_sentence(self.tr("Arranging the network…"))

    def add_passages(
        self, edge: int, passages: Sequence[Passage], titles: Sequence[str], *, has_more: bool
    ) -> None:
        """List passages that name both ends of an edge, if that is still chosen."""
        if edge == self.canvas.marks.edge:
            self.drawer.add_passages(edge, passages, titles, has_more=has_more)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _wire(self) -> None:
        controls, canvas, drawer = self.controls, self.canvas, self.drawer
        controls.scope_chosen.connect(self._on_scope_chosen)
        controls.filters_changed.connect(self._settled.start)
        controls.least_changed.connect(self._on_least_changed)
        controls.find_edit.textChanged.connect(self._find)
        controls.find_edit.returnPressed.connect(self._find_next)
        controls.fit_requested.connect(canvas.fit)
        controls.save_requested.connect(self.save_requested)
        canvas.node_chosen.connect(lambda node: self._choose(Marks(node=node)))
        canvas.edge_chosen.connect(lambda edge: self._choose(Marks(edge=edge)))
        canvas.nothing_chosen.connect(self._on_nothing_chosen)
        canvas.node_activated.connect(self._on_node_activated)
        drawer.closed.connect(self._on_nothing_chosen)
        drawer.edge_chosen.connect(lambda edge: self._choose(Marks(edge=edge)))
        drawer.node_activated.connect(self._on_node_activated)
        drawer.passages_needed.connect(self.passages_needed)
        drawer.passage_activated.connect(self.passage_activated)

    def _choose(self, marks: Marks) -> None:
        self.canvas.set_marks(replace(marks, found=self.canvas.marks.found))
        in_article = bool(self.scope.document_id)
        if marks.node is not None:
            self.drawer.show_node(self.drawing, marks.node, in_article=in_article)
        elif marks.edge is not None:
            self.drawer.show_edge(self.drawing, marks.edge, in_article=in_article)
            self.passages_needed.emit(marks.edge, 0)
        self.drawer.setVisible(marks.node is not None or marks.edge is not None)

    def _find(self, text: str) -> None:
        found = nodes_named(self.drawing.network, normalize_name(text), self._names)
        self.canvas.set_marks(replace(self.canvas.marks, found=found))
        self.controls.set_found(len(found) if text.strip() else None)

    def _find_next(self) -> None:
        """Choose the next of the nodes that were found, the heaviest first."""
        found = sorted(self.canvas.marks.found)
        if found:
            node = self.canvas.marks.node
            later = [each for each in found if node is not None and each > node]
            self.canvas.show_node((later or found)[0])
            self._choose(Marks(node=(later or found)[0]))

    def _on_nothing_chosen(self) -> None:
        if self.canvas.marks.node is None and self.canvas.marks.edge is None:
            self.controls.find_edit.clear()
        self._choose(Marks())

    def _on_scope_chosen(self, scope: Scope) -> None:
        self.scope = scope
        self._settled.stop()
        self.wanted.emit()

    def _on_least_changed(self, least: int) -> None:
        self.drawing.least = least
        marks = self.canvas.marks
        if marks.edge is not None and self.drawing.network.edges[marks.edge].weight < least:
            self._choose(Marks())
        elif marks.node is not None:
            self._choose(Marks(node=marks.node))
        self.canvas.refit()
        self._say()

    def _on_node_activated(self, node: int) -> None:
        self.entity_activated.emit(self.drawing.network.nodes[node].entity_id)

    def _say(self) -> None:
        network = self.drawing.network
        self.canvas.set_sentence("" if network.nodes else self._nothing())
        links = edges_at_least(network, self.drawing.least)
        names = len(self.drawing.shown)
        kinds = Counter(network.nodes[node].kind for node in self.drawing.shown)
        self.controls.set_kind_counts(kinds)
        self.controls.set_counts(
            names,
            links,
            names_left_out=max(network.name_count - names, 0),
            links_left_out=len(network.edges) - links,
        )

    def _nothing(self) -> str:
        if not self.kinds():
            return self.tr("Every kind of name is switched off: switch one on above.")
        if self.confirmed_only:
            return self.tr("Nothing is confirmed here yet: E confirms a name in an article.")
        return self.tr("No names have been found here yet. They appear as you open articles.")

    def _retranslate(self) -> None:
        self.canvas.setAccessibleName(self.tr("Network of names"))
        self.canvas.setToolTip("")
        self._say()

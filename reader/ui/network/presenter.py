"""A network between the library's thread, the process that arranges it, and the window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal

from reader.core.errors import ReaderError
from reader.core.pages import Network, Passage
from reader.core.shelf import LabelKind
from reader.ui.background import LibraryThread
from reader.ui.entity_page.presenter import captions
from reader.ui.network.arranger import Arranger
from reader.ui.network.arranging import Place
from reader.ui.network.choosing import linked_at_least, places_of_all, readable_least
from reader.ui.network.page import NetworkPage
from reader.ui.network.picture import ask_picture_file, save_picture
from reader.ui.network.scope import Scope
from reader.ui.plain_text import one_line
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.store.library import Library

PASSAGES_AT_ONCE = 20


class NetworkPresenter(QObject):
    """Read the network that is wanted, have it arranged, and show it; the newest wish wins."""

    shown = Signal(object)  # Scope: the page is to be brought to the middle
    saved = Signal(str)  # the path of the picture
    failed = Signal(object)  # ReaderError

    def __init__(self, page: NetworkPage, library: LibraryThread, parent: QObject) -> None:
        super().__init__(parent)
        self.page = page
        self._library = library
        self._arranger = Arranger(self)
        self._arranger.failed.connect(self.failed)
        self._request = 0
        self._theme: Theme | None = None
        page.installEventFilter(self)
        page.wanted.connect(self._read)
        page.passages_needed.connect(self._read_passages)
        page.save_requested.connect(self._on_save_requested)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of the page, and of pictures, from `theme`."""
        self._theme = theme
        self.page.set_theme(theme)

    def open(self, scope: Scope) -> None:
        """Show the network of `scope`, with what else it could be of."""
        self._request += 1
        request = self._request

        def read(library: "Library") -> list[tuple[Scope, str]]:
            return self._scopes(library, scope)

        def done(scopes: list[tuple[Scope, str]]) -> None:
            if request == self._request:
                self.page.set_scopes(scopes, scope)
                self.shown.emit(scope)
                self._read()

        self._library.call(read, done=done, failed=self.failed.emit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Name in the new language what there is to choose from."""
        if event.type() is QEvent.Type.LanguageChange and self.page.controls.scopes.count():
            request, scope = self._request, self.page.scope

            def done(scopes: list[tuple[Scope, str]]) -> None:
                if request == self._request and scope == self.page.scope:
                    self.page.set_scopes(scopes, scope)

            self._library.call(
                lambda library: self._scopes(library, scope), done=done, failed=self.failed.emit
            )
        return super().eventFilter(watched, event)

    def call_off(self) -> None:
        """Show nothing of what is being read: something else is wanted by now."""
        self._request += 1

    def finish(self) -> None:
        """End the process."""
        self._arranger.finish()

    def _scopes(self, library: "Library", scope: Scope) -> list[tuple[Scope, str]]:
        """Return networks to choose from, with their names; called in the library's thread."""
        offered: list[tuple[Scope, str]] = []
        if scope.around:
            entity = library.entity(scope.around)
            name = one_line(entity.name) if entity is not None else ""
            offered.append((scope, self.tr("Around {0}").format(name)))
        if scope.document_id:
            title, _ = library.pages.titles([scope.document_id]).get(scope.document_id, ("", ""))
            name = one_line(title) or self.tr("Untitled")
            offered.append((scope, self.tr("Article: {0}").format(name)))
        for label in library.labels.labels(LabelKind.COLLECTION):
            name = self.tr("Collection: {0}").format(one_line(label.name))
            offered.append((Scope(collection=label.id), name))
        return [*offered, (Scope(), self.tr("The whole library"))]

    def _read(self) -> None:
        self._request += 1
        request = self._request
        page, scope = self.page, self.page.scope
        kinds, limit = page.kinds(), page.controls.names.value()
        confirmed = page.confirmed_only
        page.show_working()

        def read(library: "Library") -> Network:
            if not kinds:
                return Network((), ())
            return library.pages.network(
                document_id=scope.document_id,
                collection=scope.collection,
                around=scope.around,
                kinds=kinds,
                limit=limit,
                confirmed=confirmed,
            )

        def done(network: Network) -> None:
            if request == self._request:
                self._arrange(network, request)

        self._library.call(read, done=done, failed=self.failed.emit)

    def _arrange(self, network: Network, request: int) -> None:
        """Have the names that are to be seen arranged, by what is seen of their links."""
        least = readable_least(network)
        shown = sorted(linked_at_least(network, least))

        def show(places: list[Place]) -> None:
            if request == self._request:
                self.page.show_network(network, places_of_all(network, shown, places))

        if not network.nodes:
            show([])
            return
        known = {
            node.entity_id: place
            for node, place in zip(
                self.page.drawing.network.nodes, self.page.drawing.places, strict=True
            )
        }
        numbers = {node: number for number, node in enumerate(shown)}
        before = {
            number: known[network.nodes[node].entity_id]
            for node, number in numbers.items()
            if network.nodes[node].entity_id in known
        }
        edges = [
            (numbers[edge.first], numbers[edge.second], edge.weight)
            for edge in network.edges
            if edge.weight >= least and edge.first in numbers and edge.second in numbers
        ]
        self._arranger.arrange(len(shown), edges, before=before, done=show)

    def _read_passages(self, number: int, offset: int) -> None:
        network, scope = self.page.drawing.network, self.page.scope
        edge = network.edges[number]
        confirmed = self.page.confirmed_only
        one, other = (network.nodes[node].entity_id for node in (edge.first, edge.second))

        def read(library: "Library") -> tuple[list[Passage], list[str]]:
            found = library.pages.passages_together(
                one,
                other,
                document_id=scope.document_id,
                collection=scope.collection,
                offset=offset,
                limit=PASSAGES_AT_ONCE + 1,
                confirmed=confirmed,
            )
            return found, captions(library, found)

        def done(read: tuple[list[Passage], list[str]]) -> None:
            if network is self.page.drawing.network:
                passages, titles = read[0][:PASSAGES_AT_ONCE], read[1][:PASSAGES_AT_ONCE]
                has_more = len(read[0]) > PASSAGES_AT_ONCE
                self.page.add_passages(number, passages, titles, has_more=has_more)

        self._library.call(read, done=done, failed=self.failed.emit)

    def _on_save_requested(self) -> None:
        page = self.page
        path = ask_picture_file(page, page.title())
        if path is None or self._theme is None:
            return
        try:
            save_picture(
                path, page.drawing, self._theme, page.font(), page.canvas.marks, title=page.title()
            )
        except ReaderError as error:
            self.failed.emit(error)
        else:
            self.saved.emit(str(path))

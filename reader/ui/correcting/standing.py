"""How the names of the open article stand: confirmed ones, and those that were rejected."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.core.corrections import Action, Correction, Scope, State, Wanted
from reader.core.document import Document
from reader.core.entities import normalize_name
from reader.core.mentions import Kind, Mention
from reader.ui.article_controller import ArticleController
from reader.ui.background import LibraryThread

if TYPE_CHECKING:
    from reader.store.library import Library

_WIDER = (Scope.MENTION, Scope.ARTICLE, Scope.EVERYWHERE)


@dataclass(frozen=True, slots=True)
class RejectedName:
    """A name that the model found in `mentions` places and that the user rejected.

    `change_ids` are the changes that did so, and `scope` how far the widest of them reaches.
    """

    name: str
    kind: Kind
    mentions: int
    scope: Scope
    change_ids: tuple[str, ...]


class Standing(QObject):
    """Read after each change how the open article's names stand."""

    confirmed_read = Signal(object)  # frozenset of the ids of entities
    rejected_read = Signal(object)  # list[RejectedName]
    failed = Signal(object)  # ReaderError

    def __init__(
        self, controller: ArticleController, library: LibraryThread, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._library = library
        controller.recognition_changed.connect(lambda _article: self.read())
        controller.article_opened.connect(lambda _article: self._on_article_opened())

    def read(self) -> None:
        """Read how the names stand, after the article itself has been shown."""
        document, recognition = self._controller.document, self._controller.recognition
        if document is None or recognition is None:
            return

        def find(library: "Library") -> tuple[frozenset[str], list[RejectedName]]:
            states = library.corrections.states([each.id for each in recognition.entities])
            confirmed = (each for each, state in states.items() if state is State.CONFIRMED)
            return frozenset(confirmed), read_rejected(library, document, recognition.model)

        def done(found: tuple[frozenset[str], list[RejectedName]]) -> None:
            if self._controller.document is document:
                self.confirmed_read.emit(found[0])
                self.rejected_read.emit(found[1])

        self._library.call(find, done=done, failed=self.failed.emit)

    def _on_article_opened(self) -> None:
        self.rejected_read.emit([])
        self.read()


def read_rejected(library: "Library", document: Document, model: str) -> list[RejectedName]:
    """Return what was rejected in an article, in reading order; in the library's thread."""
    said = library.corrections.all(Wanted(document.id, actions=[Action.REJECT]))
    said += library.corrections.all(Wanted(scopes=[Scope.EVERYWHERE], actions=[Action.REJECT]))
    if not said:
        return []
    groups: dict[tuple[str, Kind], list[Mention]] = {}
    for mention in library.corrections.rejected(document.id, model):
        name = document.text[mention.start : mention.end]
        groups.setdefault((normalize_name(name), mention.kind), []).append(mention)
    found: list[RejectedName] = []
    for (key, kind), mentions in groups.items():
        of_it = [each for each in said if _rejects(each, key, mentions)]
        if of_it:
            first = mentions[0]
            name = document.text[first.start : first.end]
            scope = max((each.scope for each in of_it), key=_WIDER.index)
            changes = tuple(dict.fromkeys(each.change_id for each in of_it))
            found.append(RejectedName(name, kind, len(mentions), scope, changes))
    return found


def _rejects(each: Correction, key: str, mentions: Sequence[Mention]) -> bool:
    if each.scope is not Scope.MENTION:
        return normalize_name(each.name) == key
    if each.span is None or each.is_orphan:
        return False
    start, end = each.span
    return any(mention.start >= start and mention.end <= end for mention in mentions)

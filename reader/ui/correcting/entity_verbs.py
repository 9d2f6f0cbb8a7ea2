"""What is done to entities themselves: each is undoable."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.core.corrections import Change, Scope, Target
from reader.core.entities import Entity
from reader.core.mentions import Kind
from reader.ui.article_controller import ArticleController
from reader.ui.correcting import entity_words
from reader.ui.correcting.book import CorrectionBook
from reader.ui.correcting.targets import to_confirm
from reader.ui.plain_text import one_line

if TYPE_CHECKING:
    from reader.store.library import Library


class EntityVerbs(QObject):
    """Change, confirm, merge, make and delete entities, by way of the book of corrections."""

    entity_made = Signal(str, bool)  # its id; whether a passage of the open article means it
    entity_deleted = Signal(str)
    told = Signal(str)  # a sentence

    def __init__(
        self, book: CorrectionBook, controller: ArticleController, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._book = book
        self._controller = controller

    def change_kind(self, entity: Entity, kind: Kind) -> None:
        """Let an entity be of another kind, in every article."""
        self._book.do(
            self.tr("change the kind of “{0}”").format(one_line(entity.name).replace("&", "&&")),
            lambda library: library.corrections.change_entity_kind(entity.id, kind),
            lambda _names: entity_words.kind_changed(entity.name, kind),
            leads=[entity.id],
        )

    def confirm(self, entity_ids: Sequence[str]) -> None:
        """Vouch for every mention of entities in the open article."""
        document, recognition = self._controller.document, self._controller.recognition
        if document is None or recognition is None:
            return
        wanted = frozenset(entity_ids)
        mentions = [each for each in recognition.mentions if each.entity_id in wanted]
        targets = to_confirm(document, recognition, mentions, Scope.ARTICLE)
        if targets:
            self._book.confirm(targets)
        else:
            self.told.emit(self.tr("This article has no mention of it to confirm."))

    def confirm_name(self, entity: Entity) -> None:
        """Vouch for an entity by its own name, in every article."""
        name = one_line(entity.name)
        self._book.do(
            self.tr("confirm “{0}”").format(name.replace("&", "&&")),
            lambda library: library.corrections.confirm_name(entity.id),
            lambda _names: self.tr("“{0}” is confirmed in every article.").format(name),
        )

    def make(self, name: str, kind: Kind, span: tuple[int, int] | None = None) -> None:
        """Make an entity; a passage of the open article means it where `span` is given."""
        document = self._controller.document
        made: list[Change] = []  # touched in the library's thread alone

        def make(library: "Library") -> Change:
            entity = library.directory.make(name, kind)
            made.append(Change("", entity.id))
            if span is not None and document is not None:
                target = Target(document.id, *span, Scope.MENTION)
                made[0] = library.corrections.mark(target, kind, entity_id=entity.id)
            return made[0]

        def take_back(library: "Library") -> None:
            if made[0].id:
                library.corrections.undo(made[0].id)
            library.directory.delete(made[0].entity_id)

        def redo(library: "Library") -> None:
            library.directory.restore(made[0].entity_id)
            if made[0].id:
                library.corrections.redo(made[0].id)

        def tell(_names: list[str]) -> str:
            self.entity_made.emit(made[0].entity_id, span is not None)
            return entity_words.made(name, kind)

        what = self.tr("make “{0}”").format(one_line(name).replace("&", "&&"))
        self._book.do(what, make, tell, take_back=take_back, redo=redo)

    def delete(self, entity: Entity) -> None:
        """Delete an entity that was made by hand."""

        def delete(library: "Library") -> Change:
            library.directory.delete(entity.id)
            return Change("")

        def tell(_names: list[str]) -> str:
            self.entity_deleted.emit(entity.id)
            return entity_words.deleted(entity.name)

        self._book.do(
            self.tr("delete “{0}”").format(one_line(entity.name).replace("&", "&&")),
            delete,
            tell,
            take_back=lambda library: library.directory.restore(entity.id),
            redo=delete,
        )

    def merge(self, entity_id: str, other_ids: Sequence[str]) -> None:
        """Make others one with an entity, which the open card shows from then on."""
        self._book.merge(entity_id, [each for each in other_ids if each != entity_id])

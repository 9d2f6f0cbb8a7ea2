"""Follow what notes link to: names, articles, passages, addresses."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from reader.core.document import Run, RunKind
from reader.core.links import SCHEME, LinkTarget, ReaderLink, parse_link
from reader.core.notes import Backlink, NoteTarget, TargetKind
from reader.core.quoting import passage_span, quoted_with
from reader.ui.background import LibraryThread
from reader.ui.jumps import Jumps
from reader.ui.plain_text import one_line
from reader.ui.reading.links import ReadingLinks

if TYPE_CHECKING:
    from reader.store.library import Library


class NoteLinks(QObject):
    """Go where a link of a note leads, or say that it leads nowhere."""

    told = Signal(str)  # a sentence
    failed = Signal(object)  # ReaderError

    def __init__(
        self,
        window: QWidget,
        *,
        library: LibraryThread,
        jumps: Jumps,
        open_article: Callable[[str], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._jumps = jumps
        self._open_article = open_article
        self._outside = ReadingLinks(window)

    def follow_name(self, entity_id: str, name: str, *, annotation_id: str = "") -> None:
        """Show whom a link names in the note on an entity, or in an annotation's comment."""

        def done(target: NoteTarget | None) -> None:
            if target is None:
                self.told.emit(
                    self.tr("No name and no article of the library is called “{name}”.").format(
                        name=one_line(name)
                    )
                )
            elif target.kind is TargetKind.ENTITY:
                self._jumps.to_entity(target.id)
            else:
                self._open_article(target.id)

        self._library.call(
            lambda library: library.notebook.leads_to(
                name, entity_id=entity_id, annotation_id=annotation_id
            ),
            done=done,
            failed=self.failed.emit,
        )

    def follow_address(self, address: str, at: QPoint, *, note: str = "") -> None:
        """Show what an address leads to; one outside of the library is shown before it is opened.

        `at` is a point of the screen, `note` the text that has the link: the passage that it quotes
        is found even where the article has changed.
        """
        link = parse_link(address)
        if link is None:
            if address.startswith(f"{SCHEME}:"):
                self._tell_gone()
                return
            run = Run(0, 0, RunKind.LINK, address)
            self._outside.follow(run, at, at_once=False)
        elif link.target is LinkTarget.ENTITY:
            self._jumps.to_entity(link.id)
        elif link.target is LinkTarget.ANNOTATION:
            self._follow_annotation(link.id)
        else:
            self._follow_article(link, quoted_with(note, address))

    def follow_backlink(self, backlink: Backlink) -> None:
        """Show the note or the annotation that links to something."""
        if backlink.annotation_id:
            self._jumps.to_annotation(backlink.document_id, backlink.annotation_id)
        else:
            self._jumps.to_entity(backlink.entity_id)

    def _follow_article(self, link: ReaderLink, quote: str) -> None:
        def read(library: "Library") -> tuple[bool, tuple[int, int] | None]:
            document = library.document(link.id)
            if document is None or link.span is None:
                return document is not None, None
            return True, passage_span(document.text, *link.span, quote)

        def done(found: tuple[bool, tuple[int, int] | None]) -> None:
            is_there, span = found
            if not is_there:
                self._tell_gone()
                return
            self._jumps.to_passage(link.id, *(span or (0, 0)))
            if span is None and link.span is not None:
                self.told.emit(self.tr("The quoted passage is no longer in this article."))

        self._library.call(read, done=done, failed=self.failed.emit)

    def _follow_annotation(self, annotation_id: str) -> None:
        def done(document_id: str | None) -> None:
            if document_id is None:
                self._tell_gone()
            else:
                self._jumps.to_annotation(document_id, annotation_id)

        self._library.call(
            lambda library: library.notebook.annotated_article(annotation_id),
            done=done,
            failed=self.failed.emit,
        )

    def _tell_gone(self) -> None:
        self.told.emit(self.tr("What this link leads to is no longer in the library."))

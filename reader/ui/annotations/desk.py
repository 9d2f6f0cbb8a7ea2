"""The annotations between their lists, the article and the library: what is wished is done."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from reader.core.annotation_list import LinkedEntity
from reader.core.annotations import Annotation, Colour
from reader.core.folding import Folder
from reader.ui.annotation_book import AnnotationBook
from reader.ui.annotations.known import Known
from reader.ui.annotations.panel_page import AnnotationPage
from reader.ui.annotations.vocabulary import Vocabulary
from reader.ui.annotations.wishes import AnnotationWishes
from reader.ui.article_controller import ArticleController
from reader.ui.background import LibraryThread
from reader.ui.later import HasLater, Later
from reader.ui.library.undoable import LibraryChanges
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.store.library import Library
    from reader.ui.annotations.colour_dialog import ColourDialog
    from reader.ui.annotations.history import AnnotationHistory


class AnnotationDesk(QObject, HasLater):
    """Know what there is of tags, names and colours, and do what lists of annotations wish."""

    known_changed = Signal(object)  # Known
    undoable_done = Signal(str)  # a sentence on what was done, which undo takes back
    done = Signal(str)  # a sentence on what was done, which needs no undo
    failed = Signal(object)  # ReaderError

    def __init__(
        self,
        *,
        controller: ArticleController,
        library: LibraryThread,
        book: AnnotationBook,
        changes: LibraryChanges,
        page: AnnotationPage,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._controller = controller
        self._library = library
        self._book = book
        self._page = page
        self._window = window
        self._folder = Folder()
        self._theme: Theme | None = None
        self._dialog: ColourDialog | None = None
        self._asked: set[str] = set()  # entities that the library was asked for
        self.known = Known()
        self._vocabulary = Vocabulary(library, changes, self)
        self._vocabulary.changed.connect(self._on_vocabulary_changed)
        self._vocabulary.failed.connect(self.failed)
        page.list.set_link_source(self.offered)
        page.colours_requested.connect(self.name_colours)
        self.serve(page.list.wishes)
        book.annotations_changed.connect(lambda _annotations: self._learn_entities())
        controller.recognition_changed.connect(lambda _article: self._learn_entities())
        controller.article_opened.connect(lambda _article: self._learn_entities())
        book.saved.connect(self._vocabulary.read)
        changes.changed.connect(self._on_library_changed)

    def _make_history(self) -> "AnnotationHistory":
        from reader.ui.annotations.history import AnnotationHistory

        return AnnotationHistory(
            self._library,
            self._book,
            known=lambda: self.known,
            window=self._window,
            parent=self,
        )

    def _wire_history(self, history: "AnnotationHistory") -> None:
        history.undoable_done.connect(self.undoable_done)
        history.failed.connect(self.failed)

    history: "Later[AnnotationHistory]" = Later(_make_history, _wire_history)

    def begin(self) -> None:
        """Read what there is of tags and names of colours, where that isn't known."""
        self._vocabulary.read_if_outdated()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours from `theme`."""
        self._theme = theme
        if self._dialog is not None:
            self._dialog.set_theme(theme)

    def serve(self, wishes: AnnotationWishes) -> None:
        """Do what is wished in a list."""
        wishes.colour_wanted.connect(self.set_colour)
        wishes.tag_wanted.connect(self.add_tag)
        wishes.untag_wanted.connect(self.remove_tag)
        wishes.copy_wanted.connect(self.copy)
        wishes.deletion_wanted.connect(self.delete)
        wishes.history_wanted.connect(self.show_history)

    # ---- what can be done

    def set_colour(self, annotations: Sequence[Annotation], colour: Colour) -> None:
        """Give annotations a colour, as one step."""
        self._change(annotations, lambda each: replace(each, colour=colour))

    def add_tag(self, annotations: Sequence[Annotation], tag: str) -> None:
        """Give annotations a tag that they don't have, as one step."""
        key = self._folder.fold(tag)

        def change(each: Annotation) -> Annotation:
            has_it = key in map(self._folder.fold, each.tags)
            return each if has_it else replace(each, tags=(*each.tags, tag))

        self._change(annotations, change)

    def remove_tag(self, annotations: Sequence[Annotation], tag: str) -> None:
        """Take a tag from annotations, as one step."""
        key = self._folder.fold(tag)
        self._change(
            annotations,
            lambda each: replace(
                each, tags=tuple(t for t in each.tags if self._folder.fold(t) != key)
            ),
        )

    def delete(self, annotations: Sequence[Annotation]) -> None:
        """Delete annotations, as one step."""
        if annotations:
            self._book.delete_each(annotations)
            said = self.tr("%n annotation(s) deleted.", "", len(annotations))
            self.undoable_done.emit(said)

    def copy(self, annotations: Sequence[Annotation]) -> None:
        """Put annotations on the clipboard as Markdown."""
        self._page.list.flush()
        ids = [each.id for each in annotations]
        articles = tuple(dict.fromkeys(each.document_id for each in annotations))
        language = QLocale().name().partition("_")[0]

        def write(library: "Library") -> str:
            # Here, since the window can be seen sooner without.
            from reader.core.export import ExportScope, ScopeKind
            from reader.exporting.markdown import annotations_markdown
            from reader.exporting.registry import ExportOptions
            from reader.exporting.templates import user_folder
            from reader.store.export import gather

            export = gather(library, ExportScope(ScopeKind.ARTICLES, articles))
            options = ExportOptions(language=language, template_folder=user_folder())
            return annotations_markdown(export, ids, options)

        def done(text: str) -> None:
            QApplication.clipboard().setText(text)
            self.done.emit(self.tr("%n annotation(s) copied as Markdown.", "", len(ids)))

        self._library.call(write, done=done, failed=self.failed.emit)

    def show_history(self, annotation: Annotation) -> None:
        """Show what an annotation said before."""
        self._page.list.flush()
        if self._theme is not None:
            self.history.show(annotation.id, self._theme)

    def name_colours(self) -> None:
        """Show what the colours mean, to be changed there."""
        from reader.ui.annotations.colour_dialog import ColourDialog, show_colour_dialog

        if self._dialog is None:
            self._dialog = ColourDialog(self._window)
            self._dialog.named.connect(self._vocabulary.name)
        if self._theme is not None:
            self._dialog.set_theme(self._theme)
        self._dialog.set_names(self.known.colours)
        show_colour_dialog(self._dialog)

    @property
    def colour_dialog(self) -> "ColourDialog | None":
        """Return the dialog for the names of colours; None before it was asked for."""
        return self._dialog

    def offered(self, annotation: Annotation) -> list[LinkedEntity]:
        """Return whom an annotation may be about: who is named in the passage, then the rest."""
        recognition = self._controller.recognition
        document = self._controller.document
        if recognition is None or document is None or document.id != annotation.document_id:
            return []
        inside = [
            mention.entity_id
            for mention in recognition.mentions
            if mention.start < annotation.end and mention.end > annotation.start
        ]
        order = dict.fromkeys([*inside, *(mention.entity_id for mention in recognition.mentions)])
        named = {e.id: e for e in recognition.entities if not e.candidates}
        return [
            LinkedEntity(each, named[each].name, named[each].kind)
            for each in order
            if each in named
        ]

    # ---- what is known

    def know(self, entities: Iterable[LinkedEntity]) -> None:
        """Learn the names of entities."""
        learnt = {each.id: each for each in entities}
        self._learn(entities={**self.known.entities, **learnt})

    def _learn(self, **parts: object) -> None:
        known = replace(self.known, **parts)  # type: ignore[arg-type]
        if known != self.known:
            self.known = known
            self._page.set_known(known)
            if self._dialog is not None:
                self._dialog.set_names(known.colours)
            self.known_changed.emit(known)

    def _learn_entities(self) -> None:
        """Learn the names of those that the open article's annotations are linked to."""
        recognition = self._controller.recognition
        found = recognition.entities if recognition else ()
        self.know(LinkedEntity(each.id, each.name, each.kind) for each in found)
        wanted = {each for a in self._book.annotations() for each in a.entity_ids}
        missing = sorted(wanted - self.known.entities.keys() - self._asked)
        if not missing:
            return
        self._asked |= set(missing)

        def read(library: "Library") -> list[LinkedEntity]:
            known = ((each, library.entity(each)) for each in missing)
            return [LinkedEntity(each, e.name, e.kind) for each, e in known if e is not None]

        self._library.call(read, done=self.know, failed=self.failed.emit)

    def _on_vocabulary_changed(self) -> None:
        self._learn(colours=dict(self._vocabulary.colours), tags=self._vocabulary.tags)

    def _on_library_changed(self) -> None:
        self._asked.clear()
        self._vocabulary.read()
        self._book.refresh()  # a tag may have another name, and entities be one

    def _change(
        self, annotations: Sequence[Annotation], change: Callable[[Annotation], Annotation]
    ) -> None:
        self._page.list.flush()
        count = self._book.change_each(annotations, change)
        if count > 1:
            self.undoable_done.emit(self.tr("%n annotation(s) changed.", "", count))

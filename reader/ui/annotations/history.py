"""What annotations said before: shown beside what they say now, and restored."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.core.annotation_list import LinkedEntity
from reader.core.annotations import Annotation, AnnotationVersion
from reader.ui.annotation_book import AnnotationBook
from reader.ui.annotations.colour_dialog import colour_icon
from reader.ui.annotations.known import Known
from reader.ui.background import LibraryThread
from reader.ui.plain_text import one_line
from reader.ui.theme import Theme
from reader.ui.versions_dialog import Part, Version, VersionsDialog

if TYPE_CHECKING:
    from reader.store.library import Library

_LONGEST = 60

_Found = tuple[Annotation | None, list[AnnotationVersion], list[LinkedEntity]]


class AnnotationHistory(QObject):
    """Show the versions of an annotation; restoring one is a step like any other."""

    undoable_done = Signal(str)  # a sentence on what was done, which undo takes back
    failed = Signal(object)  # ReaderError

    def __init__(
        self,
        library: LibraryThread,
        book: AnnotationBook,
        *,
        known: Callable[[], Known],
        window: QWidget,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._book = book
        self._known = known
        self._window = window

    def show(self, annotation_id: str, theme: Theme) -> None:
        """Show what an annotation said before; nothing where it is gone."""

        def read(library: "Library") -> _Found:
            today = library.annotation_list.annotation(annotation_id)
            versions = library.annotation_list.versions(annotation_id)
            ids = {each: None for version in versions for each in version.entity_ids}
            ids |= dict.fromkeys(today.entity_ids if today is not None else ())
            named = ((each, library.entity(each)) for each in ids)
            return (
                today,
                versions[::-1],
                [LinkedEntity(each, e.name, e.kind) for each, e in named if e is not None],
            )

        def done(found: _Found) -> None:
            today, versions, named = found
            if today is not None:
                self._open(today, versions, {each.id: each.name for each in named}, theme)

        self._library.call(read, done=done, failed=self.failed.emit)

    def _open(
        self,
        today: Annotation,
        versions: Sequence[AnnotationVersion],
        names: dict[str, str],
        theme: Theme,
    ) -> None:
        quote = one_line(today.quote)
        shown = quote if len(quote) <= _LONGEST else f"{quote[: _LONGEST - 1]}…"
        after: Annotation | AnnotationVersion = today
        listed: list[Version] = []
        for number, version in enumerate(versions):
            listed.append(
                Version(
                    number,
                    version.saved,
                    self._parts(version, names),
                    self._changed(version, after),
                    colour_icon(version.colour, theme),
                )
            )
            after = version
        dialog = VersionsDialog(
            self._window,
            title=self.tr("History of the annotation “{quote}”").format(quote=shown),
            current=self._parts(today, names),
            versions=listed,
            none=self.tr(
                "There is no earlier version yet: one is kept every ten minutes of changes, and "
                "where much of the comment was deleted."
            ),
            theme=theme,
        )
        dialog.restore_requested.connect(lambda number: self._restore(today, versions[number]))
        dialog.open()

    def _restore(self, annotation: Annotation, version: AnnotationVersion) -> None:
        def change(each: Annotation) -> Annotation:
            return replace(
                each,
                colour=version.colour,
                comment=version.comment,
                tags=version.tags,
                entity_ids=version.entity_ids,
            )

        text = self.tr("restore the annotation")
        if self._book.change_each([annotation], change, text=text):
            self.undoable_done.emit(self.tr("The annotation is as it was then."))

    def _parts(
        self, said: Annotation | AnnotationVersion, names: dict[str, str]
    ) -> tuple[Part, ...]:
        linked = _present(names.get(each, "") for each in said.entity_ids)
        return (
            Part(said.comment, self.tr("Comment")),
            Part((self._known().colour(said.colour),), self.tr("Colour")),
            Part(said.tags, self.tr("Tags")),
            Part(linked, self.tr("Linked names")),
        )

    def _changed(self, before: AnnotationVersion, after: Annotation | AnnotationVersion) -> str:
        """Return what was changed of a version, which what came after it says."""
        changed = (
            (self.tr("comment"), before.comment != after.comment),
            (self.tr("colour"), before.colour is not after.colour),
            (self.tr("tags"), before.tags != after.tags),
            (self.tr("linked names"), before.entity_ids != after.entity_ids),
        )
        what = [name for name, is_changed in changed if is_changed]
        if not what:
            return ""
        pairs = [", ".join(what[at : at + 2]) for at in range(0, len(what), 2)]
        # In lines as wide as the list is at first.
        return "\n".join((self.tr("then changed:"), ",\n".join(pairs)))


def _present(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(one_line(name) for name in names if name)

"""The annotations: every change is undoable, in whichever article, and saved by itself."""

import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from reader.core.annotations import Annotation, Colour, annotate
from reader.core.document import Document
from reader.ui.background import LibraryThread
from reader.ui.plain_text import in_quotes

if TYPE_CHECKING:
    from reader.store.library import Library

AnnotationChange = tuple[Annotation | None, Annotation | None]
"""An annotation as it was, and as it is to be; None: absent."""


class AnnotationBook(QObject):
    """Hold the annotations of one article in reading order, and keep the library abreast.

    What was done in another article stays undoable.
    """

    annotations_changed = Signal(object)  # list[Annotation] of the open article, reading order
    saved = Signal()  # something is on the disk that wasn't, in whichever article
    failed = Signal(object)  # ReaderError

    def __init__(self, library: LibraryThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._document: Document | None = None
        self._annotations: dict[str, Annotation] = {}
        self._unsaved: dict[str, AnnotationChange] = {}  # by id: as it was kept, as it is to be
        self._kept: dict[str, Annotation | None] = {}  # the library thread's: as it was written
        self._titles: dict[str, str] = {}
        self.undo_stack = QUndoStack(self)

    def show_document(self, document: Document | None, annotations: list[Annotation]) -> None:
        """Hold another article's annotations, read from the library."""
        self._document = document
        if document is not None:
            self._titles[document.id] = document.title
        self._take(annotations)
        self._word_steps()

    def refresh(self) -> None:
        """Read the open article's annotations anew: tags may have another name, say."""
        document = self._document
        if document is None:
            return

        def done(annotations: list[Annotation]) -> None:
            if self._document is not None and self._document.id == document.id:
                self._take(annotations)

        self._library.call(
            lambda library: library.annotations(document.id), done=done, failed=self.failed.emit
        )

    def annotations(self) -> list[Annotation]:
        """Return the annotations in reading order."""
        return sorted(self._annotations.values(), key=lambda a: (a.start, a.end, a.created))

    def annotation(self, annotation_id: str) -> Annotation | None:
        """Return one annotation; None where it is gone."""
        return self._annotations.get(annotation_id)

    def add(self, start: int, end: int, colour: Colour) -> Annotation:
        """Annotate a span of the article, in code points, and return the annotation."""
        assert self._document is not None
        added = annotate(
            self._document,
            start,
            end,
            annotation_id=uuid.uuid4().hex,
            colour=colour,
            now=_now(),
        )
        self.apply([(None, added)], self.tr("annotate"))
        return added

    def change(self, changed: Annotation) -> None:
        """Give an annotation what is said of `changed`; one that is gone stays gone."""
        before = self._annotations.get(changed.id)
        if before is not None:
            self.change_each([before], lambda each: _with_words(each, changed))

    def change_each(
        self,
        annotations: Iterable[Annotation],
        change: Callable[[Annotation], Annotation],
        *,
        text: str = "",
    ) -> int:
        """Change annotations of any articles as one step; return how many are others now.

        The step is called `text`, "" for what it changes.
        """
        now = _now()
        changes: list[AnnotationChange] = []
        for before in self._today(annotations):
            after = change(before)
            if after != before:
                changes.append((before, replace(after, modified=now)))
        if changes:
            self.apply(changes, text or self._what(changes))
        return len(changes)

    def change_span(self, annotation_id: str, start: int, end: int) -> None:
        """Let an annotation of the open article begin and end elsewhere, in code points."""
        before = self._annotations.get(annotation_id)
        if before is None or self._document is None or (start, end) == (before.start, before.end):
            return
        after = _elsewhere(self._document, before, start, end)
        self.apply([(before, after)], self.tr("move the end of the annotation"))

    def delete(self, annotation_id: str) -> None:
        """Delete an annotation; undo brings it back."""
        before = self._annotations.get(annotation_id)
        if before is not None:
            self.delete_each([before])

    def delete_each(self, annotations: Sequence[Annotation]) -> None:
        """Delete annotations of any articles as one step; undo brings them back."""
        today = self._today(annotations)
        if today:
            text = self.tr("delete %n annotation(s)", "", len(today))
            self.apply([(each, None) for each in today], text)

    def apply(
        self,
        changes: Sequence[AnnotationChange],
        text: str,
        *,
        titles: Mapping[str, str] | None = None,
    ) -> None:
        """Make changes as one step that is called `text`; `titles` are of their articles, by id."""
        self._titles |= titles or {}
        self.undo_stack.push(_Step(list(changes), text, self._set))
        self._word_steps()

    def know_titles(self, titles: Mapping[str, str]) -> None:
        """Remember the titles of articles, by id, to say where something was done."""
        self._titles |= titles

    def _today(self, annotations: Iterable[Annotation]) -> list[Annotation]:
        """Return annotations as they are by now, without those that are gone."""
        found: list[Annotation | None] = []
        for each in annotations:
            unsaved = self._unsaved.get(each.id)
            known = each if unsaved is None else unsaved[1]
            found.append(self._annotations.get(each.id, known) if self._is_here(each) else known)
        return [each for each in found if each is not None]

    def _what(self, changes: Sequence[AnnotationChange]) -> str:
        before, after = changes[0]
        assert before is not None
        assert after is not None
        if after.colour is not before.colour:
            return self.tr("change the colour")
        if after.tags != before.tags:
            return self.tr("change the tags")
        if after.entity_ids != before.entity_ids:
            return self.tr("change the linked names")
        return self.tr("edit the comment")

    def _take(self, annotations: Iterable[Annotation]) -> None:
        self._annotations = {annotation.id: annotation for annotation in annotations}
        # What was read from the library may be older than an edit that is on its way there.
        for annotation_id, (before, after) in self._unsaved.items():
            if self._is_here(after or before):
                self._hold(annotation_id, before, after)
        self.annotations_changed.emit(self.annotations())

    def _hold(
        self, annotation_id: str, before: Annotation | None, after: Annotation | None
    ) -> None:
        known = self._annotations.get(annotation_id)
        if after is None:
            self._annotations.pop(annotation_id, None)
        elif known is not None and not _moves(before, after):
            # Where its passage is may have been found anew since the step was made.
            self._annotations[annotation_id] = _with_words(known, after)
        elif known is not None or before is None:
            self._annotations[annotation_id] = after  # else it has no place in today's text

    def _is_here(self, annotation: Annotation | None) -> bool:
        return (
            self._document is not None
            and annotation is not None
            and annotation.document_id == self._document.id
        )

    def _set(self, changes: Sequence[AnnotationChange]) -> None:
        here: list[Annotation] = []
        ids: list[str] = []
        for before, wanted in changes:
            either = wanted or before
            assert either is not None
            after = wanted
            if self._is_here(either):
                here.append(either)
                self._hold(either.id, before, wanted)
                after = wanted and self._annotations.get(either.id, wanted)
            known = self._unsaved.get(either.id)
            self._unsaved[either.id] = (before if known is None else known[0], after)
            ids.append(either.id)
        self._save(ids)
        if not all(map(self._stands_there, here)):
            self.refresh()  # the library finds its passage in today's text
        if here:
            self.annotations_changed.emit(self.annotations())

    def _stands_there(self, annotation: Annotation) -> bool:
        held = self._annotations.get(annotation.id)
        text = self._document.text if self._document else ""
        return held is None or text[held.start : held.end] == held.quote

    def _save(self, annotation_ids: Sequence[str]) -> None:
        """Bring what is to be on the disk of these at the time of writing, all or nothing."""
        written: dict[str, Annotation | None] = {}

        def write(library: "Library") -> bool:
            written.clear()
            changes: list[AnnotationChange] = []
            for annotation_id in annotation_ids:
                change = self._unsaved.get(annotation_id)
                if change is not None:  # else a later step has written it
                    before, after = change
                    changes.append((self._kept.get(annotation_id, before), after))
                    written[annotation_id] = after
            is_other = library.annotation_list.save(changes)
            # What is deleted keeps its tags, so it counts as it was.
            kept = [after or before for before, after in changes]
            self._kept |= dict(zip(written, kept, strict=True))
            return is_other

        def done(is_other: bool) -> None:
            for annotation_id, annotation in written.items():
                change = self._unsaved.get(annotation_id)
                if change is not None and change[1] is annotation:
                    del self._unsaved[annotation_id]
            if is_other:
                self.refresh()
            self.saved.emit()

        wanted = [self._unsaved[each][1] for each in annotation_ids]
        one = len(annotation_ids) == 1
        self._library.save(
            f"annotation {annotation_ids[0] if one else uuid.uuid4().hex}",
            write,
            text="\n".join(f"{in_quotes(each.quote)} {each.comment}" for each in wanted if each),
            done=done,
            failed=self.failed.emit,
        )

    def _word_steps(self) -> None:
        """Let the steps that were made in another article say in which."""
        here = self._document.id if self._document else ""
        for number in range(self.undo_stack.count()):
            step = self.undo_stack.command(number)
            if isinstance(step, _Step):
                places = step.document_ids()
                title = self._titles.get(next(iter(places)), "") if len(places) == 1 else ""
                if here in places or not title:
                    step.setText(step.what)
                else:
                    step.setText(
                        self.tr("{what} in “{title}”").format(what=step.what, title=title[:40])
                    )
        self.undo_stack.undoTextChanged.emit(self.undo_stack.undoText())


class _Step(QUndoCommand):
    """Bring annotations from one state to another."""

    def __init__(
        self,
        changes: list[AnnotationChange],
        what: str,
        apply: Callable[[Sequence[AnnotationChange]], None],
    ) -> None:
        super().__init__(what)
        self.what = what
        self._changes = changes
        self._apply = apply

    def document_ids(self) -> set[str]:
        """Return the ids of the articles in which it was done."""
        return {(after or before).document_id for before, after in self._changes}  # type: ignore[union-attr]

    def redo(self) -> None:
        self._apply(self._changes)

    def undo(self) -> None:
        self._apply([(after, before) for before, after in self._changes])


def _elsewhere(document: Document, annotation: Annotation, start: int, end: int) -> Annotation:
    """Return an annotation with another place in its document, quoted anew."""
    quoted = annotate(
        document, start, end, annotation_id=annotation.id, colour=annotation.colour, now=_now()
    )
    said = _with_words(quoted, annotation)
    return replace(said, created=annotation.created, modified=quoted.modified)


def _moves(before: Annotation | None, after: Annotation | None) -> bool:
    """Return whether a step gives an annotation another place."""
    return bool(before and after and (before.start, before.end) != (after.start, after.end))


def _with_words(annotation: Annotation, changed: Annotation) -> Annotation:
    """Return an annotation with what is said of another, but its own place."""
    return replace(
        annotation,
        colour=changed.colour,
        comment=changed.comment,
        tags=changed.tags,
        entity_ids=changed.entity_ids,
        modified=changed.modified or annotation.modified,
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")

"""Nothing that was typed is lost, whatever order things happen in."""

import dataclasses
import random

import pytest
from pytestqt.qtbot import QtBot

from reader.core.annotations import Annotation
from reader.core.entities import Note
from reader.ui.panel.panel_data import EntityDetails
from reader.ui.panel.side_panel import SidePanel
from tests.ui.panel.panel_samples import annotation, details, many_rows, theme


class SlowStore:
    """Save notes when told to, as a thread would, and annotations at once."""

    def __init__(self, panel: SidePanel) -> None:
        self.panel = panel
        self.notes: dict[str, Note] = {}
        self.annotations: dict[str, Annotation] = {}
        self._waiting: list[tuple[str, str]] = []
        self._saves = 0
        panel.note_edited.connect(lambda *edit: self._waiting.append(edit))
        panel.annotation_changed.connect(self._on_annotation_changed)

    def save_all(self) -> None:
        while self._waiting:
            entity_id, text = self._waiting.pop(0)
            self._saves += 1
            self.notes[entity_id] = Note(entity_id, text, f"{self._saves:06}")
            self.panel.set_note_saved(entity_id, text)

    def details(self, entity_id: str) -> EntityDetails:
        return dataclasses.replace(details(entity_id), note=self.notes.get(entity_id))

    def add(self, added: Annotation) -> None:
        self.annotations[added.id] = added
        self.panel.set_annotations(list(self.annotations.values()))

    def _on_annotation_changed(self, changed: Annotation) -> None:
        self.add(changed)


class Walk:
    """Do one of the things that happen to a panel at a time, and remember what was typed."""

    def __init__(self, panel: SidePanel, seed: int) -> None:
        self.panel = panel
        self.store = SlowStore(panel)
        self.notes: dict[str, str] = {}
        self.comments: dict[str, str] = {}
        self._random = random.Random(seed)
        self._deeds = (
            *(self._type_note, self._type_comment, self._show, self._refresh, self._annotate),
            *(self.store.save_all, panel.show_list, panel.show_annotations, self._refill),
        )

    def step(self) -> None:
        self._random.choice(self._deeds)()

    def _show(self) -> None:
        self.panel.show_entity(self.store.details(f"e{self._random.randrange(4)}"))

    def _refresh(self) -> None:
        if self.panel.shown_entity_id is not None:
            self.panel.refresh_entity(self.store.details(self.panel.shown_entity_id))

    def _refill(self) -> None:
        self.panel.set_entities(many_rows(self._random.randrange(40)))

    def _annotate(self) -> None:
        start = self._random.randrange(1000)
        self.store.add(annotation(f"a{len(self.store.annotations)}", start))

    def _type_note(self) -> None:
        if self.panel.shown_entity_id is not None:
            edit = self.panel.card.note.edit
            edit.insertPlainText(self._random.choice("añ\n😀 "))
            self.notes[self.panel.shown_entity_id] = edit.text()

    def _type_comment(self) -> None:
        if self.store.annotations:
            annotation_id = self._random.choice(list(self.store.annotations))
            self.panel.edit_annotation_comment(annotation_id)
            comment = self.panel.annotation_list.editor.comment
            comment.insertPlainText(self._random.choice("xyz\n"))
            self.comments[annotation_id] = comment.text()


@pytest.mark.parametrize("seed", range(3))
def test_side_panel_walk_loses_nothing(qtbot: QtBot, seed: int) -> None:
    panel = SidePanel()
    qtbot.addWidget(panel)
    panel.set_theme(theme())
    panel.show()
    qtbot.waitExposed(panel)
    walk = Walk(panel, seed)
    for _ in range(400):
        walk.step()
    panel.flush()
    walk.store.save_all()
    assert {id_: walk.store.notes[id_].text for id_ in walk.notes} == walk.notes
    assert {id_: walk.store.annotations[id_].comment for id_ in walk.comments} == walk.comments

"""Demonyms in the whole program, on the user's article with the real window, threads and library.

What is recognized is made up, so that these tests say nothing of how well demonyms are found.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.app import Application
from reader.core.entities import Entity, Recognition
from reader.core.mentions import FoundBy, Kind, LinkedBy, Mention
from reader.ui.panel.entity_model import HIDDEN_ROLE, ROW_ROLE, is_dimmed
from reader.ui.panel.panel_data import EntityRow
from reader.ui.workbench import Workbench
from tests.ui.conftest import READING_MS, bench, close
from tests.ui.exporting.export_steps import export_to, opened, wait_for_preview

pytestmark = pytest.mark.model

Read = Callable[..., Application]

RUSSIA = Entity("country:RU", "Rusia", Kind.COUNTRY, (), {"iso3166": "RU"})
KOREA = Entity("country:KP", "Corea del Norte", Kind.COUNTRY, (), {"iso3166": "KP"})
PATTERNS = {"Rusia": RUSSIA, r"\brus[oa]\b": RUSSIA, r"\bnorcorean[oa]s?\b": KOREA}


def made_up(workbench: Workbench) -> Recognition:
    """Return a recognition of Russia by name and demonym, and of North Korea by demonym alone."""
    document, recognition = workbench.controller.document, workbench.controller.recognition
    assert document is not None
    assert recognition is not None
    mentions = [
        Mention(
            match.start(),
            match.end(),
            Kind.COUNTRY if pattern == "Rusia" else Kind.DEMONYM,
            entity.id,
            FoundBy.LIST,
            LinkedBy.NAME if pattern == "Rusia" else LinkedBy.DEMONYM,
        )
        for pattern, entity in PATTERNS.items()
        for match in re.finditer(pattern, document.text)
    ]
    mentions.sort(key=lambda mention: mention.start)
    return replace(recognition, mentions=tuple(mentions), entities=(RUSSIA, KOREA))


@pytest.fixture
def program(qtbot: QtBot, read: Read) -> Application:
    program = read()
    workbench = bench(program)
    with qtbot.waitSignal(workbench.controller.recognition_changed, timeout=READING_MS):
        workbench.recognizer.document_recognized.emit(made_up(workbench))
    return program


@pytest.fixture
def workbench(program: Application) -> Workbench:
    return bench(program)


def mentions(workbench: Workbench, kind: Kind) -> list[Mention]:
    recognition = workbench.controller.recognition
    assert recognition is not None
    return [mention for mention in recognition.mentions if mention.kind is kind]


def rows(workbench: Workbench) -> dict[str, tuple[EntityRow, bool]]:
    """Return what is listed in the panel, and whether it is dimmed."""
    model = workbench.panel.entity_list.model
    found: dict[str, tuple[EntityRow, bool]] = {}
    for number in range(model.rowCount()):
        item = model.data(model.index(number), ROW_ROLE)
        if isinstance(item, EntityRow):
            hidden = model.data(model.index(number), HIDDEN_ROLE)
            found[item.entity.name] = item, is_dimmed(item, hidden)
    return found


def click(workbench: Workbench, mention: Mention) -> None:
    viewport = workbench.view.viewport()
    at = QPointF(workbench.view.span_rect(mention.start, mention.end).center())
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        event = QMouseEvent(
            kind,
            at,
            QPointF(viewport.mapToGlobal(at)),
            Qt.MouseButton.LeftButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(viewport, event)


def test_demonyms_are_listed_under_their_countries(workbench: Workbench) -> None:
    counts = {name: (row.count, row.demonyms) for name, (row, _dimmed) in rows(workbench).items()}
    assert counts == {"Rusia": (2, 4), "Corea del Norte": (0, 4)}
    assert workbench.legend.chip(Kind.COUNTRY).accessibleName() == "Countries, 2, shown"
    assert workbench.legend.chip(Kind.DEMONYM).accessibleName() == "Demonyms, 2, shown"
    assert "8 such words" in workbench.legend.chip(Kind.DEMONYM).toolTip()


def test_demonyms_lead_to_the_card_of_their_country(workbench: Workbench) -> None:
    demonym = mentions(workbench, Kind.DEMONYM)[0]
    click(workbench, demonym)
    card = workbench.panel.card
    assert card.entity_id == demonym.entity_id
    assert card.mentions.title == "2 mentions · 4 demonyms"
    assert card.current_mention() == demonym.start


def test_demonyms_are_hidden_alone_and_stay_so(
    qtbot: QtBot, program: Application, start: Read
) -> None:
    workbench = bench(program)
    qtbot.mouseClick(workbench.legend.chip(Kind.DEMONYM), Qt.MouseButton.LeftButton)
    demonym, country = mentions(workbench, Kind.DEMONYM)[0], mentions(workbench, Kind.COUNTRY)[0]
    for mention, shown in ((demonym, None), (country, country)):
        box = workbench.view.span_rect(mention.start, mention.end)
        assert workbench.view.mention_at(box.center()) == shown
    dimmed = {name: is_dim for name, (_row, is_dim) in rows(workbench).items()}
    assert dimmed == {"Rusia": False, "Corea del Norte": True}
    assert workbench.settings.hidden_kinds == ("demonym",)
    close(qtbot, program)
    again = bench(start())
    assert again.legend.hidden_kinds() == {Kind.DEMONYM}
    assert again.panel.entity_list.model.hidden_kinds == {Kind.DEMONYM}


@pytest.mark.parametrize(
    ("hidden", "kinds"),
    [
        (frozenset(), [Kind.COUNTRY, Kind.DEMONYM]),
        (frozenset({Kind.DEMONYM}), [Kind.COUNTRY]),
        (frozenset({Kind.COUNTRY}), [Kind.DEMONYM]),
    ],
)
def test_demonyms_are_walked_or_stepped_over(
    workbench: Workbench, hidden: frozenset[Kind], kinds: list[Kind]
) -> None:
    workbench.legend.set_hidden_kinds(hidden)
    russia = mentions(workbench, Kind.COUNTRY)[0].entity_id
    of_kinds = [mention for kind in kinds for mention in mentions(workbench, kind)]
    expected = sorted(mention.start for mention in of_kinds if mention.entity_id == russia)
    workbench.presenter.show_entity(russia)
    walked = []
    for _ in expected:
        workbench.actions["next_of_entity"].trigger()
        walked.append(workbench.panel.card.current_mention())
    assert walked == expected


def test_demonyms_are_painted_before_their_country_is_known(
    workbench: Workbench, qtbot: QtBot
) -> None:
    demonym = mentions(workbench, Kind.DEMONYM)[0]
    box = workbench.view.span_rect(demonym.start, demonym.end)
    workbench.view.set_mentions((), complete=True)
    plain = workbench.view.viewport().grab(box).toImage()
    workbench.recognizer.spans_found.emit(((demonym.start, demonym.end, Kind.DEMONYM),))
    assert workbench.view.viewport().grab(box).toImage() != plain


def test_demonyms_are_exported_with_their_country(
    qtbot: QtBot, workbench: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "salida.md"
    dialog = opened(qtbot, workbench)
    row = dialog.names.findData("all")
    wait_for_preview(qtbot, workbench, lambda: dialog.names.setCurrentIndex(row))
    export_to(qtbot, workbench, target, monkeypatch)
    text = target.read_text()
    assert "· 2 mentions, 4 demonyms" in text
    assert re.search(r"Corea del Norte\][^·\n]* · 4 demonyms", text)

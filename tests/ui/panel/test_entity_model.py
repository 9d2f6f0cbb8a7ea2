import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.core.mentions import Kind
from reader.ui.panel import entity_model
from reader.ui.panel.entity_model import (
    HIDDEN_ROLE,
    ROW_ROLE,
    EntityModel,
    EntitySort,
    is_dimmed,
)
from reader.ui.panel.panel_data import EntityRow
from tests.ui.panel.panel_samples import HOSTILE, many_rows, row

ROWS = [
    row("Zoe", count=2, first=10),
    row("Ángel", count=2, first=90),
    row("Núñez", count=9, first=50),
    row("Nunez", count=1, first=30),
    row("OTAN", Kind.ORGANIZATION, aliases=["Alianza Atlántica"]),
    row("Perú", Kind.COUNTRY),
]


@pytest.fixture
def model(qapp: QApplication) -> EntityModel:
    model = EntityModel()
    model.tester = QAbstractItemModelTester(model)  # type: ignore[attr-defined] (fails on breaches)
    return model


def listed(model: EntityModel) -> list[str]:
    return [model.data(model.index(i)) for i in range(model.rowCount())]


def test_entity_model_groups_by_kind_in_the_order_of_the_kinds(model: EntityModel) -> None:
    model.set_rows([row("d", Kind.ORGANIZATION), row("c", Kind.PLACE), row("b", Kind.COUNTRY)])
    model.set_rows([*[row("d", Kind.ORGANIZATION), row("b", Kind.COUNTRY)], row("a")])
    assert listed(model) == ["People", "a", "Countries", "b", "Organizations", "d"]


@pytest.mark.parametrize(
    ("sort", "names"),
    [
        (EntitySort.COUNT, ["Núñez", "Ángel", "Zoe", "Nunez"]),
        (EntitySort.APPEARANCE, ["Zoe", "Nunez", "Núñez", "Ángel"]),
        (EntitySort.NAME, ["Ángel", "Nunez", "Núñez", "Zoe"]),
    ],
)
def test_entity_model_sorts_within_a_kind(
    model: EntityModel, sort: EntitySort, names: list[str]
) -> None:
    model.set_rows(ROWS)
    model.set_sort(sort)
    assert listed(model)[1:5] == names


def test_entity_model_sorts_ñ_between_n_and_o(model: EntityModel) -> None:
    model.set_rows([row("Oa"), row("Ña"), row("Nz")])
    model.set_sort(EntitySort.NAME)
    assert listed(model)[1:] == ["Nz", "Ña", "Oa"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("angel", ["Ángel"]),
        ("ANGEL", ["Ángel"]),
        ("ñ", ["Núñez"]),
        ("nune", ["Nunez"]),
        ("atlantica", ["OTAN"]),
        ("peru", ["Perú"]),
        ("nadie", []),
        ("  ", ["Núñez", "Ángel", "Zoe", "Nunez", "Perú", "OTAN"]),
    ],
)
def test_entity_model_filters_without_accents_but_with_ñ(
    model: EntityModel, text: str, names: list[str]
) -> None:
    model.set_rows(ROWS)
    model.set_filter(text)
    headings = {"People", "Countries", "Organizations"}
    assert [name for name in listed(model) if name not in headings] == names


def test_entity_model_counts_what_is_listed_in_its_headings(model: EntityModel) -> None:
    model.set_rows(ROWS)
    model.set_filter("z")
    spoken = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "People, 3"


def test_entity_model_keeps_its_rows_when_only_counts_change(model: EntityModel) -> None:
    model.set_rows([row("a", count=3), row("b", count=2)])
    resets, changes = QSignalSpy(model.modelReset), QSignalSpy(model.dataChanged)
    model.set_rows([row("a", count=4), row("b", count=2, has_note=True)])
    assert (resets.count(), changes.count()) == (0, 1)
    listed_row = model.entity_row(model.index(1))
    assert listed_row is not None
    assert listed_row.count == 4


def test_entity_model_normalizes_each_of_many_names_once(
    model: EntityModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []

    def counting(name: str, *, normalize=entity_model.normalize_name) -> str:
        calls.append(name)
        return normalize(name)

    monkeypatch.setattr(entity_model, "normalize_name", counting)
    rows = many_rows(5000)
    for count in (1000, 3000, 5000, 5000):
        model.set_rows(rows[:count])
    model.set_filter("0012")
    assert len(calls) == 5000 + 1


def test_entity_model_speaks_name_kind_count_and_note(model: EntityModel, qtbot: QtBot) -> None:
    model.set_rows([row("Ana", count=5, has_note=True)])
    spoken = model.data(model.index(1), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Ana, Person, 5 mention(s), has a note"


def test_entity_model_speaks_of_demonyms_and_of_names_where_there_are_some(
    model: EntityModel,
) -> None:
    countries = [("Rusia", 3, 5), ("Japón", 0, 1)]
    model.set_rows([row(n, Kind.COUNTRY, count=c, demonyms=d) for n, c, d in countries])
    spoken = [model.data(model.index(i), Qt.ItemDataRole.AccessibleTextRole) for i in (1, 2)]
    assert spoken == [
        "Rusia, Country, 3 mention(s) · 5 demonym(s)",
        "Japón, Country, 1 demonym(s)",
    ]
    assert "5 demonym(s)" in model.data(model.index(1), Qt.ItemDataRole.ToolTipRole)


@pytest.mark.parametrize(
    ("hidden", "names"),
    [([], ["Rusia", "Japón", "Perú"]), ([Kind.DEMONYM], ["Perú", "Rusia", "Japón"])],
)
def test_entity_model_sorts_by_names_and_by_demonyms_while_they_are_shown(
    model: EntityModel, hidden: list[Kind], names: list[str]
) -> None:
    counts = [("Perú", 3, 0), ("Rusia", 1, 5), ("Japón", 0, 4)]
    model.set_rows([row(n, Kind.COUNTRY, count=c, demonyms=d) for n, c, d in counts])
    model.set_hidden_kinds(hidden)
    assert listed(model)[1:] == names


@pytest.mark.parametrize(
    ("hidden", "dimmed"),
    [
        ([], []),
        ([Kind.PERSON], ["People", "Ana"]),
        ([Kind.DEMONYM], ["Japón"]),
        ([Kind.COUNTRY], ["Countries", "Perú"]),
        ([Kind.COUNTRY, Kind.DEMONYM], ["Countries", "Perú", "Rusia", "Japón"]),
    ],
)
def test_entity_model_dims_what_the_text_does_not_show(
    model: EntityModel, hidden: list[Kind], dimmed: list[str]
) -> None:
    model.set_rows(
        [
            row("Ana"),
            row("Perú", Kind.COUNTRY, count=9),
            row("Rusia", Kind.COUNTRY, count=1, demonyms=5),
            row("Japón", Kind.COUNTRY, count=0, demonyms=4),
        ]
    )
    model.set_hidden_kinds(hidden)
    indexes = [model.index(i) for i in range(model.rowCount())]
    told = [
        model.data(index)
        for index in indexes
        if "hidden in the text" in model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    ]
    painted = [
        model.data(index)
        for index in indexes
        if is_dimmed(model.data(index, ROW_ROLE), model.data(index, HIDDEN_ROLE))
    ]
    assert told == painted == dimmed


def test_entity_model_keeps_its_rows_when_a_kind_is_hidden(model: EntityModel) -> None:
    model.set_rows(ROWS)
    resets, changes = QSignalSpy(model.modelReset), QSignalSpy(model.dataChanged)
    model.set_hidden_kinds([Kind.PERSON])
    assert (resets.count(), changes.count()) == (0, 1)


def test_entity_model_shows_a_hostile_name_literally(model: EntityModel) -> None:
    model.set_rows([row(HOSTILE)])
    assert model.data(model.index(1)) == HOSTILE
    assert "<img" not in model.data(model.index(1), Qt.ItemDataRole.ToolTipRole)


def test_entity_model_finds_the_row_of_an_entity(model: EntityModel) -> None:
    rows: list[EntityRow] = [row("a"), row("b")]
    model.set_rows(rows)
    assert (model.row_of("person:b"), model.row_of("person:c")) == (2, None)

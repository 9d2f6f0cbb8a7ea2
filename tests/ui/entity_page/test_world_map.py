"""The small map, and the outlines that it draws."""

import pytest
from pytestqt.qtbot import QtBot

from reader import paths
from reader.core.entities import Entity
from reader.core.mentions import Kind
from reader.ui.entity_page.outlines import load_outlines
from reader.ui.entity_page.world_map import WorldMap
from reader.ui.theme import load_theme

OUTLINES = load_outlines()
THEME = load_theme(paths.resources() / "themes", "light")


def shown(qtbot: QtBot, entity: Entity) -> WorldMap:
    world_map = WorldMap()
    qtbot.addWidget(world_map)
    world_map.set_theme(THEME)
    world_map.show_entity(entity, OUTLINES)
    world_map.resize(260, 150)
    return world_map


@pytest.mark.parametrize("code", ["ES", "RU", "US", "FJ", "KP", "XK", "SO"])
def test_map_fills_the_country_in_the_middle(qtbot: QtBot, code: str) -> None:
    entity = Entity("e", code, Kind.COUNTRY, (), {"iso3166": code})
    image = shown(qtbot, entity).grab().toImage()
    filled = [
        (x, y)
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
        if image.pixelColor(x, y) == THEME.kinds[Kind.COUNTRY].strong
    ]
    assert filled
    assert all(20 < x < image.width() - 20 for x, _ in filled) or code in ("RU", "US")


def test_map_marks_a_place(qtbot: QtBot) -> None:
    madrid = Entity("e", "Madrid", Kind.PLACE, (), {"coordinates": "40.42,-3.70"})
    world_map = shown(qtbot, madrid)
    image = world_map.grab().toImage()
    assert image.pixelColor(image.rect().center()) == THEME.kinds[Kind.PLACE].line
    assert world_map.point == (-3.70, 40.42)


def test_map_marks_a_country_too_small_for_an_outline(qtbot: QtBot) -> None:
    singapore = Entity("e", "Singapur", Kind.COUNTRY, (), {"iso3166": "SG"})
    assert shown(qtbot, singapore).point == pytest.approx((103.85, 1.29))


@pytest.mark.parametrize(
    "entity",
    [
        Entity("e", "Ana", Kind.PERSON),
        Entity("e", "Nada", Kind.PLACE),
        Entity("e", "Nada", Kind.COUNTRY, (), {"iso3166": "QQ"}),
        Entity("e", "Norte", Kind.PLACE, (), {"coordinates": "1,1"}, ("a", "b")),
    ],
    ids=["person", "unknown place", "unknown country", "open name"],
)
def test_map_of_what_has_no_place_is_not_there(qtbot: QtBot, entity: Entity) -> None:
    assert shown(qtbot, entity).isHidden()


def test_outlines_are_small_and_complete() -> None:
    assert (paths.resources() / "map" / "countries.tsv").stat().st_size < 300_000
    assert len(OUTLINES) > 200
    assert {"ES", "RU", "UA", "TW", "PS", "EH", "XK"} <= OUTLINES.keys()

"""A network as it is drawn: labels, hits, strength."""

from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QImage, QPainter
from pytestqt.qtbot import QtBot

from reader import paths
from reader.core.errors import ExportError
from reader.core.mentions import Kind
from reader.core.pages import Network, NetworkEdge, NetworkNode
from reader.ui.network.choosing import CROWD, linked_at_least, places_of_all, readable_least
from reader.ui.network.drawing import Drawing, Marks, View
from reader.ui.network.labels import place_labels
from reader.ui.network.picture import save_picture
from reader.ui.theme import load_theme
from tests.ui.panel.panel_samples import theme
from tests.ui.test_kind_sample import contrast

KINDS = (Kind.PERSON, Kind.COUNTRY, Kind.PLACE, Kind.ORGANIZATION)


def chain(count: int, *, weight: int = 1) -> Drawing:
    """Return nodes in a row, each linked with the next."""
    nodes = [NetworkNode(f"e{n}", f"Nombre {n}", KINDS[n % 4], count - n) for n in range(count)]
    edges = [NetworkEdge(n, n + 1, weight + n) for n in reversed(range(count - 1))]
    return Drawing(Network(tuple(nodes), tuple(edges)), [(float(n), 0.0) for n in range(count)])


def test_labels_never_lie_on_each_other_or_on_nodes(qtbot: QtBot) -> None:
    spots = [(QPointF(n % 20 * 31, n // 20 * 23), 8.0) for n in range(300)]
    sizes = {n: QSizeF(70, 14) for n in range(300)}
    placed = place_labels(range(300), spots, sizes)
    assert len(placed) > 10
    for one, other in combinations(placed.values(), 2):
        assert not one.intersects(other)
    for rect in placed.values():
        for middle, radius in spots:
            around = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
            assert not rect.intersects(around)


def test_labels_stay_inside_their_bounds(qtbot: QtBot) -> None:
    bounds = QRectF(0, 0, 100, 40)
    placed = place_labels([0], [(QPointF(90, 20), 5.0)], {0: QSizeF(50, 12)}, bounds=bounds)
    assert bounds.contains(placed[0])
    assert placed[0].right() < 90


def test_drawing_finds_nodes_and_edges_under_the_pointer(qtbot: QtBot) -> None:
    drawing, view = chain(3), View(100, 50, 50)
    assert drawing.node_at(QPointF(151, 52), view) == 1
    assert drawing.node_at(QPointF(100, 52), view) is None
    assert drawing.edge_at(QPointF(100, 52), view) == 1  # the second of the list: 0–1
    assert drawing.edge_at(QPointF(100, 80), view) is None


@pytest.mark.parametrize("name", ["contrast", "contrast-dark"])
def test_drawing_of_a_contrast_theme_has_edges_as_clear_as_other_lines(
    qtbot: QtBot, name: str
) -> None:
    shown = theme(name)
    image = QImage(320, 100, QImage.Format.Format_RGB32)
    image.fill(shown.base)
    painter = QPainter(image)
    chain(2).paint(painter, View(250, 30, 50), shown, QFont(), Marks())
    painter.end()
    assert contrast(image.pixelColor(200, 50), shown.base) > 3.0


def test_drawing_shows_edges_from_a_strength_on(qtbot: QtBot) -> None:
    drawing = chain(5)
    drawing.least = 3
    assert {(edge.first, edge.second) for _, edge in drawing.edges} == {(2, 3), (3, 4)}
    assert drawing.neighbours(1) == set()
    assert drawing.neighbours(3) == {2, 4}


def test_drawing_that_is_fitted_is_inside(qtbot: QtBot) -> None:
    drawing, size = chain(40), QSizeF(500, 300)
    view = drawing.fitted(size)
    for place in drawing.places:
        assert QRectF(QPointF(), size).contains(view.point(place))


def test_view_that_is_zoomed_keeps_the_point_under_the_pointer() -> None:
    view, spot = View(60, 10, 20), QPointF(120, 90)
    x, y = view.place(spot)
    assert view.zoomed(1.5, spot).place(spot) == pytest.approx((x, y))


def test_readable_least_leaves_few_enough_edges() -> None:
    nodes = tuple(NetworkNode(f"e{n}", str(n), Kind.PERSON, 1) for n in range(40))
    pairs = list(combinations(range(40), 2))
    edges = tuple(
        NetworkEdge(*pair, weight)
        for weight, pair in sorted(
            ((1 + n % 9, pair) for n, pair in enumerate(pairs)), reverse=True
        )
    )
    least = readable_least(Network(nodes, edges))
    assert 1 <= sum(edge.weight >= least for edge in edges) <= 160


@pytest.mark.parametrize("theme", ["light", "sepia", "dark"])
def test_picture_is_written_as_png(qtbot: QtBot, tmp_path: Path, theme: str) -> None:
    colours = load_theme(paths.resources() / "themes", theme)
    path = tmp_path / "red.png"
    save_picture(path, chain(6), colours, QFont(), Marks(), title="Red")
    image = QImage(str(path))
    assert image.width() >= 1200
    assert image.pixelColor(2, 2) == colours.base
    shown = {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    }
    assert {colours.kinds[kind].line.name() for kind in KINDS} <= shown


def test_picture_is_written_as_svg_with_its_names(qtbot: QtBot, tmp_path: Path) -> None:
    theme = load_theme(paths.resources() / "themes", "light")
    path = tmp_path / "red.svg"
    save_picture(path, chain(4), theme, QFont(), Marks(), title="Red & más")
    tree = ElementTree.parse(path)
    texts = {"".join(each.itertext()).strip() for each in tree.iter() if each.tag.endswith("}text")}
    assert {f"Nombre {n}" for n in range(4)} <= texts
    title = next(each for each in tree.iter() if each.tag.endswith("}title"))
    assert title.text == "Red & más"


def test_picture_that_cant_be_written_is_an_error(qtbot: QtBot, tmp_path: Path) -> None:
    theme = load_theme(paths.resources() / "themes", "light")
    with pytest.raises(ExportError):
        save_picture(tmp_path / "no" / "red.png", chain(3), theme, QFont(), Marks(), title="")


def crowd(count: int) -> Network:
    """Return a wheel: a hub that all are linked with, the more the lower their number."""
    nodes = [NetworkNode(f"e{n}", f"Nombre {n}", KINDS[n % 4], count - n) for n in range(count)]
    edges = [NetworkEdge(0, n, 1 + (count - n) // 10) for n in range(1, count)]
    return Network(tuple(nodes), tuple(edges), name_count=count)


def test_network_of_few_shows_everybody() -> None:
    assert linked_at_least(crowd(CROWD), 1000) == frozenset(range(CROWD))


def test_network_of_many_shows_those_who_are_linked() -> None:
    network = crowd(300)
    shown = linked_at_least(network, 25)

    assert shown == {0} | {edge.second for edge in network.edges if edge.weight >= 25}
    assert 30 < len(shown) < 100
    assert linked_at_least(network, 1000) == frozenset(range(300))  # rather all than nobody


@pytest.mark.parametrize("count", [100, 200, 300])
def test_network_of_many_begins_with_as_many_links_as_can_be_read(count: int) -> None:
    pairs = list(combinations(range(count), 2))
    edges = [NetworkEdge(*pair, 1 + n) for n, pair in enumerate(pairs)][::-1]
    network = Network(crowd(count).nodes, tuple(edges))
    least = readable_least(network)

    assert 1 < sum(edge.weight >= least for edge in edges) <= 3 * CROWD + count


def test_drawing_leaves_out_whom_nothing_shown_leads_to(qtbot: QtBot) -> None:
    network = crowd(300)
    drawing = Drawing(network, [(n % 20 * 1.0, n // 20 * 1.0) for n in range(300)])
    drawing.least = 25
    view = View(100, 0, 0)
    last = view.point(drawing.places[299])

    assert 299 not in drawing.shown
    assert drawing.node_at(last, view) is None
    assert drawing.node_at(last, view, Marks(found=frozenset({299}))) == 299
    assert 299 in drawing.labels(view, QFont(), Marks(found=frozenset({299})))
    assert 299 not in drawing.labels(view, QFont(), Marks())
    assert len(drawing.extent()) == len(drawing.shown)


def test_places_of_those_left_out_are_around_the_others() -> None:
    network = crowd(100)
    shown = list(range(20))
    places = [(float(n % 5), float(n // 5)) for n in shown]
    found = places_of_all(network, shown, places)

    assert found[:20] == places
    for x, y in found[20:]:
        assert not (0 <= x <= 4 and 0 <= y <= 3)
    assert len(set(found)) == 100


def test_labels_may_lie_on_nodes_that_are_not_in_the_way() -> None:
    spots = [(QPointF(0, 0), 8.0), *((QPointF(x, y), 8.0) for x in (-30, 30) for y in (-20, 0, 20))]
    sizes = {0: QSizeF(60, 14)}

    assert 0 not in place_labels([0], [*spots, (QPointF(0, 25), 20), (QPointF(0, -25), 20)], sizes)
    assert 0 in place_labels([0], spots, sizes, near=[0])

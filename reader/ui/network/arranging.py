"""Where the nodes of a network go: computed by networkx in a process of its own.

This module is what that process imports, so it takes nothing else of the program; networkx and
the numpy that it uses never come into the window's process.
"""

import math
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

Place = tuple[float, float]
Edge = tuple[int, int, int]  # two nodes and the weight of what connects them

_STRONGEST = 2.5
"""How many edges a node pull, on the average: with all of them a dense network is one knot."""

_ROOM = 0.85
"""How far the outermost of so many nodes are, for each root of their number."""

_EVEN = 0.65
"""Below 1, what is near the middle is drawn apart and what is far is drawn in."""

_APART = 1.0
"""The least distance of two nodes, which all others are measured in."""

_WIDER = 1.4
"""How much wider than high a picture is."""


def arrange(
    count: int, edges: Sequence[Edge], before: Mapping[int, Place] | None = None
) -> list[Place]:
    """Return where each of `count` nodes goes, the least distance of two being 1.

    `before` is where some of them were, so that what stays in view stays in its place. The same
    network always gives the same picture.
    """
    import networkx

    graph = networkx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_weighted_edges_from(_pulling(count, edges))
    parts = sorted(networkx.connected_components(graph), key=lambda part: (-len(part), min(part)))
    places: dict[int, Place] = {}
    placed: list[tuple[float, float, float, float]] = []  # of each part: x, y, width, height
    room = 0.0
    for part in parts:
        own = _arranged(graph.subgraph(sorted(part)), before or {})
        width, height = _size(own)
        x, y = _beside(placed, width, room)
        placed.append((x, y, width, height))
        room = max(room, placed[0][2], _WIDER * math.sqrt(_area(placed)))
        places |= {node: (x + left, y + top) for node, (left, top) in own.items()}
    return [places[node] for node in range(count)]


def _pulling(count: int, edges: Sequence[Edge]) -> list[tuple[int, int, float]]:
    """Return the strongest edges, and of each node at least its own strongest.

    Weights are evened out: what occurs a hundred times doesn't pull a hundred times as hard, and
    those who are linked with everybody don't draw everybody into one knot.
    """
    strongest = sorted(edges, key=lambda edge: -edge[2])
    most = int(_STRONGEST * count)
    kept = strongest[:most]
    known = {node for edge in kept for node in edge[:2]}
    for edge in strongest[most:]:
        if not known.issuperset(edge[:2]):
            kept.append(edge)
            known.update(edge[:2])
    degrees = Counter(node for edge in kept for node in edge[:2])
    return [
        (one, other, (1 + math.log(weight)) / math.sqrt(min(degrees[one], degrees[other])))
        for one, other, weight in kept
    ]


def _arranged(graph, before: Mapping[int, Place]) -> dict[int, Place]:
    """Return the places of a connected part, its upper left corner at (0, 0)."""
    import networkx

    nodes = list(graph)
    if len(nodes) == 1:
        return {nodes[0]: (0.0, 0.0)}
    start = {node: before[node] for node in nodes if node in before}
    if start:
        start = _completed(graph, start)
    # The ideal distance is that of nodes evenly spread in a square of 1, loosened a little.
    found = networkx.spring_layout(
        graph,
        k=2.6 / math.sqrt(len(nodes)),
        pos=start or networkx.circular_layout(graph),
        iterations=60 if start else 160,
        weight="weight",
        seed=1,
    )
    spread = _spread(_loosened([(float(x), float(y)) for x, y in found.values()]))
    left, top = (min(values) for values in zip(*spread, strict=True))
    return {node: (x - left, y - top) for node, (x, y) in zip(found, spread, strict=True)}


def _completed(graph, start: dict[int, Place]) -> dict[int, Place]:
    """Return `start` as spring_layout takes it, with new nodes beside those they belong to."""
    xs, ys = zip(*start.values(), strict=True)
    scale = max(max(xs) - min(xs), max(ys) - min(ys), _APART) / 2
    middle_x, middle_y = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    chance = random.Random(1)  # noqa: S311 (no secret)
    places = {
        node: ((x - middle_x) / scale, (y - middle_y) / scale) for node, (x, y) in start.items()
    }
    for node in graph:
        if node not in places:
            near = [places[other] for other in graph[node] if other in places]
            x, y = near[0] if near else (0.0, 0.0)
            places[node] = (x + chance.uniform(-0.2, 0.2), y + chance.uniform(-0.2, 0.2))
    return places


def _loosened(places: list[Place]) -> list[Place]:
    """Return the places in units, wider than high, with the crowd in the middle drawn apart."""
    middle_x = sum(x for x, _ in places) / len(places)
    middle_y = sum(y for _, y in places) / len(places)
    away = [(x - middle_x, y - middle_y) for x, y in places]
    farthest = max(math.hypot(x, y) for x, y in away) or 1.0
    scale = _ROOM * math.sqrt(len(places)) / farthest**_EVEN
    loose: list[Place] = []
    for x, y in away:
        factor = scale * (math.hypot(x, y) or 1.0) ** (_EVEN - 1)
        loose.append((x * factor * math.sqrt(_WIDER), y * factor / math.sqrt(_WIDER)))
    return loose


def _spread(places: list[Place], *, rounds: int = 200) -> list[Place]:
    """Return the places, pushed apart until none are nearer to each other than the least."""
    chance = random.Random(1)  # noqa: S311 (no secret)
    # Moved a little, so that none lie on each other and can't be told where to go.
    points = [(x + chance.uniform(-1e-3, 1e-3), y + chance.uniform(-1e-3, 1e-3)) for x, y in places]
    for _ in range(rounds):
        pushes: dict[int, Place] = {}
        for one, other in _near(points):
            x, y = points[one][0] - points[other][0], points[one][1] - points[other][1]
            distance = math.hypot(x, y)
            if distance < _APART:
                push = (_APART - distance) / max(distance, 1e-6) / 2
                for node, side in ((one, push), (other, -push)):
                    before_x, before_y = pushes.get(node, (0.0, 0.0))
                    pushes[node] = (before_x + x * side, before_y + y * side)
        if not any(abs(x) + abs(y) > 1e-3 for x, y in pushes.values()):
            break
        for node, (x, y) in pushes.items():
            points[node] = (points[node][0] + x, points[node][1] + y)
    return points


def _near(points: Sequence[Place]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of points that may be nearer to each other than the least distance."""
    cells: dict[tuple[int, int], list[int]] = {}
    for node, (x, y) in enumerate(points):
        column, row = int(x // _APART), int(y // _APART)
        for nearby_column in (column - 1, column, column + 1):
            for nearby_row in (row - 1, row, row + 1):
                for other in cells.get((nearby_column, nearby_row), ()):
                    yield node, other
        cells.setdefault((column, row), []).append(node)


def _size(places: Mapping[int, Place]) -> tuple[float, float]:
    xs, ys = zip(*places.values(), strict=True)
    return max(xs) + 1.6 * _APART, max(ys) + 1.2 * _APART  # with the room around it


def _area(placed: Sequence[tuple[float, float, float, float]]) -> float:
    return sum(width * height for *_, width, height in placed)


def _beside(
    placed: Sequence[tuple[float, float, float, float]], width: float, room: float
) -> Place:
    """Return where the next part goes: beside the last one, or in a new row below all."""
    if not placed:
        return 0.0, 0.0
    x, y, last_width, _ = placed[-1]
    if x + last_width + width <= room:
        return x + last_width, y
    return 0.0, max(top + tall for _, top, _, tall in placed)

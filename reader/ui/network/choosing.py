"""Which names and links of a network are shown, so that it can be read."""

import math
from collections.abc import Mapping, Sequence

from reader.core.pages import Network, NetworkEdge
from reader.ui.network.arranging import Place

CROWD = 60
"""With more names than this, those alone are shown that a shown link leads to."""

_LEAST_LINKS = 80  # are always few enough
_LINKS_EACH = 3.0  # a name, in a network that is no crowd
_LINKS_IN_A_CROWD = 1.0  # for each name beyond


def readable_least(network: Network) -> int:
    """Return the weight from which on the edges are few enough to be told from each other."""
    count = len(network.nodes)
    most = _LINKS_EACH * min(count, CROWD) + _LINKS_IN_A_CROWD * max(0, count - CROWD)
    place = int(max(most, _LEAST_LINKS))
    if len(network.edges) <= place:
        return 1
    return min(network.edges[place].weight + 1, network.edges[0].weight)


def edges_at_least(network: Network, least: int) -> int:
    """Return how many edges have this weight or more."""
    return sum(edge.weight >= least for edge in network.edges)


def linked_at_least(network: Network, least: int) -> frozenset[int]:
    """Return the nodes to show with the edges of this weight or more: all, where that is no crowd.

    A name without a link says nothing in a network, and many of them hide the others.
    """
    everyone = frozenset(range(len(network.nodes)))
    if len(everyone) <= CROWD:
        return everyone
    ends = {end for edge in network.edges if edge.weight >= least for end in _ends(edge)}
    return frozenset(ends) or everyone


def places_of_all(network: Network, shown: Sequence[int], places: Sequence[Place]) -> list[Place]:
    """Return the places of every node: those `shown` are at `places`, the others around them.

    Each of the others stands on the side where its strongest neighbour is.
    """
    found = dict(zip(shown, places, strict=True))
    if len(found) == len(network.nodes) or not found:
        return [found.get(node, (0.0, 0.0)) for node in range(len(network.nodes))]
    xs, ys = zip(*found.values(), strict=True)
    middle_x, middle_y = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    away = max(math.hypot(x - middle_x, y - middle_y) for x, y in found.values()) + 1.5
    sides: dict[int, float] = {}
    for edge in network.edges:  # the strongest first
        for one, other in (_ends(edge), _ends(edge)[::-1]):
            if one not in found and one not in sides and other in found:
                x, y = found[other]
                sides[one] = math.atan2(y - middle_y, x - middle_x)
    others = sorted(set(range(len(network.nodes))) - set(found), key=lambda n: sides.get(n, 0.0))
    for number, node in enumerate(others):
        angle = 2 * math.pi * number / len(others) - math.pi
        found[node] = (middle_x + away * math.cos(angle), middle_y + away * math.sin(angle))
    return [found[node] for node in range(len(network.nodes))]


def nodes_named(network: Network, text: str, normalized: Mapping[int, str]) -> frozenset[int]:
    """Return the nodes whose name, in the form of `normalized`, has every word of `text`."""
    words = text.split()
    if not words:
        return frozenset()
    return frozenset(
        node
        for node in range(len(network.nodes))
        if all(word in normalized[node] for word in words)
    )


def _ends(edge: NetworkEdge) -> tuple[int, int]:
    return edge.first, edge.second

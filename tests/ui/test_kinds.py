import pytest

from reader.core.annotations import Colour
from reader.core.mentions import Kind
from reader.ui.kinds import colour_name, kind_name, kind_plural


@pytest.mark.parametrize("kind", list(Kind))
def test_kinds_have_two_names_each(kind: Kind) -> None:
    assert kind_name(kind)
    assert kind_plural(kind)
    assert kind_name(kind) != kind_plural(kind)


def test_kinds_and_colours_have_names_of_their_own() -> None:
    names = [kind_name(kind) for kind in Kind] + [colour_name(colour) for colour in Colour]
    assert len(set(names)) == len(names)

import pytest

from reader.ui.history import History


def test_history_goes_back_and_forward() -> None:
    history = History()
    for name in "abc":
        history.visit(name)
    for name, step in (("b", -1), ("a", -1), ("b", 1)):
        assert history.at(step) == name
        history.arrive(name, step)


def test_history_forgets_the_way_forward_after_a_visit() -> None:
    history = History()
    for name in "abc":
        history.visit(name)
    history.arrive("a", -2)
    history.visit("d")
    assert not history.can_go(1)
    assert history.at(-1) == "a"


def test_history_counts_a_second_visit_to_the_same_place_once() -> None:
    history = History()
    history.visit("a")
    history.visit("a")
    assert not history.can_go(-1)


def test_history_has_no_place_before_the_first() -> None:
    with pytest.raises(IndexError):
        History().at(-1)


def test_history_of_an_article_that_stands_elsewhere_is_a_visit() -> None:
    history = History()
    for name in "abc":
        history.visit(name)
    history.arrive("z", -1)
    assert history.at(-1) == "c"
    assert history.at(0) == "z"

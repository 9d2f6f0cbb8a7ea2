from hypothesis import given
from hypothesis import strategies as st

from reader.ui.reading.heights import HeightTable, SumTree

HEIGHTS = st.lists(st.integers(1, 200), min_size=1, max_size=300)


def table(estimates: list[int]) -> HeightTable:
    return HeightTable(
        len(estimates),
        estimate=lambda i: estimates[i],
        estimate_many=lambda first, last: 50 * (last - first),  # wrong, as in life
    )


@given(HEIGHTS)
def test_reading_heights_sums_follow_every_change(values: list[int]) -> None:
    tree = SumTree([0] * len(values))
    for i, value in enumerate(values):
        tree.add(i, value)
    assert [tree.sum_before(i) for i in range(len(values) + 1)] == [
        sum(values[:i]) for i in range(len(values) + 1)
    ]


@given(HEIGHTS, st.data())
def test_reading_heights_locate_is_the_inverse_of_top(
    values: list[int], data: st.DataObject
) -> None:
    heights = table([7] * len(values))
    for i in data.draw(st.permutations(range(len(values)))):
        heights.set_measured(i, values[i])
    assert heights.total == sum(values)
    for i, value in enumerate(values):
        assert heights.top(i) == sum(values[:i])
        assert heights.locate(heights.top(i)) == (i, 0)
        assert heights.locate(heights.top(i) + value - 1) == (i, value - 1)


@given(HEIGHTS, st.integers(-10, 70_000))
def test_reading_heights_locate_agrees_with_top_before_anything_is_measured(
    values: list[int], y: int
) -> None:
    heights = table(values)
    number, rest = heights.locate(y)
    assert heights.top(number) + rest == min(max(0, y), heights.total - 1)
    assert 0 <= rest < heights.height(number)


def test_reading_heights_tell_whether_measuring_changed_anything() -> None:
    heights = table([10, 20, 30])
    assert [heights.set_measured(1, 20), heights.set_measured(2, 31)] == [False, True]
    assert heights.next_unmeasured(0) == 0
    assert heights.next_unmeasured(1) == -1


def test_reading_heights_of_nothing_are_nothing() -> None:
    assert table([]).total == 0
    assert table([]).next_unmeasured(0) == -1


@given(HEIGHTS, st.data())
def test_reading_heights_outline_estimates_nothing_and_is_right_where_all_is_known(
    values: list[int], data: st.DataObject
) -> None:
    asked: list[int] = []

    def estimate(number: int) -> int:
        asked.append(number)
        return values[number]

    made = HeightTable(len(values), estimate=estimate, estimate_many=lambda a, b: 50 * (b - a))
    assert [number for number, _ in made.outline()] == list(range(0, len(values), 64))
    assert not asked
    for number in range(len(values)):
        made.height(number)
    assert made.outline() == [(i, sum(values[:i])) for i in range(len(values))]

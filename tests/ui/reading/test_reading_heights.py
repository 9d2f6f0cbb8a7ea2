from itertools import accumulate
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.reading.heights import HeightTable


def heights_of(count: int, seed: int) -> list[int]:
    chance = Random(seed)
    return [chance.randint(1, 200) for _ in range(count)]


HEIGHTS = st.builds(heights_of, st.integers(1, 700), st.integers(0, 99))  # three levels of sums


def table(estimates: list[int]) -> HeightTable:
    return HeightTable(
        len(estimates),
        estimate=lambda i: estimates[i],
        estimate_many=lambda first, last: 50 * (last - first),  # wrong, as in life
    )


@given(HEIGHTS, st.randoms(use_true_random=False))
def test_reading_heights_locate_is_the_inverse_of_top(values: list[int], chance: Random) -> None:
    heights = table([7] * len(values))
    for i in chance.sample(range(len(values)), len(values)):
        heights.set_measured(i, values[i])
    assert heights.total == sum(values)
    for i, (value, top) in enumerate(zip(values, accumulate(values, initial=0), strict=False)):
        assert heights.top(i) == top
        assert heights.locate(top) == (i, 0)
        assert heights.locate(top + value - 1) == (i, value - 1)


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


@given(HEIGHTS)
def test_reading_heights_outline_estimates_nothing_and_is_right_where_all_is_known(
    values: list[int],
) -> None:
    asked: list[int] = []

    def estimate(number: int) -> int:
        asked.append(number)
        return values[number]

    made = HeightTable(len(values), estimate=estimate, estimate_many=lambda a, b: 50 * (b - a))
    at_first = len(asked)
    numbers, tops = zip(*made.outline(), strict=True)
    assert numbers[0] == tops[0] == 0
    assert sorted(set(numbers)) == list(numbers)
    assert len(asked) == at_first
    for number in range(len(values)):
        made.height(number)
    assert made.outline() == list(enumerate([0, *accumulate(values[:-1])]))


def test_reading_heights_of_a_hundred_thousand_paragraphs_are_asked_for_only_where_needed() -> None:
    asked: list[object] = []

    def estimate(number: int) -> int:
        asked.append(number)
        return 20

    def estimate_many(first: int, last: int) -> int:
        asked.append((first, last))
        return 50 * (last - first)

    heights = HeightTable(100_000, estimate=estimate, estimate_many=estimate_many)
    assert heights.locate(0) == (0, 0)
    assert heights.locate(heights.total)[0] == 99_999
    assert len(asked) < 200

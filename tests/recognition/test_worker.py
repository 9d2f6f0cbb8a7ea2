"""The worker's order of work."""

from collections.abc import Callable

import pytest

from reader.core.document import Document
from reader.recognition.worker import BATCH_CODE_POINTS, batches


def blocks_in_order(document: Document, first_block: int) -> list[list[int]]:
    numbers = {block.start: number for number, block in enumerate(document.blocks)}
    return [[numbers[p.start] for p in batch] for batch in batches(document, lambda: first_block)]


@pytest.mark.parametrize(
    ("first", "order"),
    [
        (0, [[0, 1, 2, 3], [4, 5, 6, 7, 8, 9]]),
        (5, [[5, 6, 7, 8], [9], [0, 1, 2, 3, 4]]),
        (99, [[9], [0, 1, 2, 3, 4, 5, 6, 7, 8]]),
        (-1, [[0, 1, 2, 3], [4, 5, 6, 7, 8, 9]]),
    ],
)
def test_batches_put_the_screen_first(
    make_document: Callable[[str], Document], first: int, order: list[list[int]]
) -> None:
    assert blocks_in_order(make_document("\n".join("abcdefghij")), first) == order


def test_batches_hold_sixteen_blocks(make_document: Callable[[str], Document]) -> None:
    document = make_document("\n".join(["Una línea."] * 50))
    assert [len(batch) for batch in batches(document, lambda: 0)] == [4, 16, 16, 14]


def test_batches_are_bounded_in_length(make_document: Callable[[str], Document]) -> None:
    document = make_document("\n".join(["Una frase larga. " * 600] * 8))
    sizes = [sum(p.end - p.start for p in batch) for batch in batches(document, lambda: 0)]
    assert max(sizes) <= BATCH_CODE_POINTS
    assert sum(sizes) == sum(b.end - b.start for b in document.blocks)


def test_batches_of_nothing_are_none(make_document: Callable[[str], Document]) -> None:
    assert list(batches(make_document(""), lambda: 0)) == []


def test_batches_follow_the_user_to_another_page(
    make_document: Callable[[str], Document],
) -> None:
    document = make_document("\n".join(f"Párrafo {n}." for n in range(200)))
    numbers = {block.start: n for n, block in enumerate(document.blocks)}
    shown = iter([0, 150, 150, 199])
    order = [numbers[batch[0].start] for batch in batches(document, lambda: next(shown, 0))]
    assert order[0] == 0
    assert 150 in range(order[1], order[1] + 16)
    assert order[2] == order[1] + 16
    assert 199 in range(order[3], order[3] + 16)
    assert order[4:] == sorted(set(range(4, 200, 16)) - set(order[:4]))

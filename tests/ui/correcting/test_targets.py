"""What a correction is about, found in the text."""

import pytest

from reader.core.corrections import Scope
from reader.core.document import Block, BlockKind, Document
from reader.core.entities import Entity, Recognition
from reader.core.mentions import FoundBy, Kind, LinkedBy, Mention
from reader.ui.correcting.targets import (
    more_occurrences,
    moved_bounds,
    name_at,
    overlapping,
    to_confirm,
)

TEXT = "😀 Habló Inés de la Fuente, de Vox.\nFuente no: María-José Fuente sí, dijo Inés."
DOCUMENT = Document("d", "t", TEXT, (Block(0, len(TEXT), BlockKind.PARAGRAPH),))
INES = Entity("person:ines", "Inés", Kind.PERSON)
MARIA = Entity("person:maria", "María-José Fuente", Kind.PERSON)


def span(passage: str, number: int = 0) -> tuple[int, int]:
    start = -1
    for _ in range(number + 1):
        start = TEXT.index(passage, start + 1)
    return start, start + len(passage)


def mention(passage: str, entity: Entity, number: int = 0, **how: object) -> Mention:
    return Mention(*span(passage, number), entity.kind, entity.id, **how)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("passage", "at_start", "outwards", "expected"),
    [
        ("Inés", False, True, "Inés de"),
        ("Inés", True, True, "Habló Inés"),
        ("Habló", True, True, None),  # an emoji is no word
        ("de Vox", True, False, "Vox"),
        ("Vox", False, True, None),  # the paragraph ends
        ("Vox", True, False, None),
        ("Fuente no", False, True, None),  # a colon ends it
        ("María-José Fuente", True, True, None),
        ("María-José Fuente", False, False, "María-José"),
    ],
)
def test_targets_bounds_move_by_words_inside_the_paragraph(
    passage: str, *, at_start: bool, outwards: bool, expected: str | None
) -> None:
    moved = moved_bounds(DOCUMENT, *span(passage), at_start=at_start, outwards=outwards)
    assert (moved and TEXT[slice(*moved)]) == expected


@pytest.mark.parametrize(
    ("word", "number", "expected"),
    [
        ("Inés", 0, "Habló Inés de la Fuente"),
        ("Fuente", 0, "Habló Inés de la Fuente"),
        ("Vox", 0, "Vox"),
        ("José", 0, "María-José Fuente"),
        ("dijo", 0, None),
        ("la", 0, None),
    ],
)
def test_targets_name_is_a_run_of_capitals_with_particles(
    word: str, number: int, expected: str | None
) -> None:
    found = name_at(DOCUMENT, span(word, number)[0])
    assert (found and TEXT[slice(*found)]) == expected


def test_targets_overlapping_are_those_that_reach_into_a_span() -> None:
    mentions = [mention("Inés", INES), mention("Fuente", MARIA, 0)]
    assert overlapping(mentions, *span("de la Fuente")) == mentions[1:]
    assert overlapping(mentions, *span("de la")) == []


def test_targets_more_occurrences_leave_out_what_is_marked_already() -> None:
    found = Recognition("d", "m", (mention("Fuente", MARIA, 2),), (MARIA,))
    assert more_occurrences(DOCUMENT, found, *span("Fuente")) == 1
    assert more_occurrences(DOCUMENT, None, *span("Fuente")) == 2


def test_targets_to_confirm_a_name_of_one_meaning_are_said_once() -> None:
    mentions = (mention("Inés", INES), mention("Inés", INES, 1))
    found = Recognition("d", "m", mentions, (INES,))
    (target,) = to_confirm(DOCUMENT, found, mentions, Scope.ARTICLE)
    assert (target.scope, target.entity_id) == (Scope.ARTICLE, INES.id)


def test_targets_to_confirm_a_name_of_several_meanings_are_said_one_by_one() -> None:
    one, two, three = (
        mention("Fuente", INES, 0),
        mention("Fuente", INES, 1),
        mention("Fuente", MARIA, 2),
    )
    found = Recognition("d", "m", (one, two, three), (INES, MARIA))
    targets = to_confirm(DOCUMENT, found, [one], Scope.ARTICLE)
    assert [(t.start, t.scope) for t in targets] == [
        (one.start, Scope.MENTION),
        (two.start, Scope.MENTION),
    ]


def test_targets_to_confirm_leave_out_the_confirmed_and_open_questions() -> None:
    said = mention("Inés", INES, found_by=FoundBy.USER)
    asked = mention("Fuente", MARIA, linked_by=LinkedBy.OPEN)
    found = Recognition("d", "m", (said, asked), (INES, MARIA))
    assert to_confirm(DOCUMENT, found, (said, asked), Scope.MENTION) == []

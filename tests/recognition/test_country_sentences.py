"""The built-in model and the rules on sentences whose countries are known."""

import re
from collections.abc import Iterator

import pytest

from reader.core.mentions import Kind
from reader.recognition.pipeline import Recognizer
from tests.lines import document_of_lines
from tests.recognition.country_names import NAMES
from tests.recognition.country_sentences import FRAMES, SENTENCES

_MARK = re.compile(r"\[([^\[\]=]+)=([\w-]+)\]")
_STEP = 5
"""Which frame the next state gets; it has no divisor in common with their number."""
LEAST = 0.99
"""The share of countries that are found, and of what is found that is one."""


def framed() -> Iterator[str]:
    """Yield a frame for each state, all frames in turn."""
    frames = FRAMES.strip().splitlines()
    for number, row in enumerate(NAMES.strip().splitlines()):
        code, _, names = row.partition(" ")
        first = names.split(";")[0].strip()
        yield frames[number * _STEP % len(frames)].replace("{}", f"[{first}={code}]")


def parsed(sentence: str) -> tuple[str, set[tuple[int, int, str]]]:
    """Return a sentence without its marks, and half-open start and end and entity of each."""
    text, past = "", 0
    wanted: set[tuple[int, int, str]] = set()
    for mark in _MARK.finditer(sentence):
        text += sentence[past : mark.start()]
        wanted.add((len(text), len(text) + len(mark[1]), f"country:{mark[2]}"))
        text += mark[1]
        past = mark.end()
    return text + sentence[past:], wanted


@pytest.fixture(scope="module")
def recognizer() -> Recognizer:
    return Recognizer.from_model()


def test_country_sentences_are_many_and_of_all_states() -> None:
    sentences = [*SENTENCES.strip().splitlines(), *framed()]
    assert len(sentences) > 450
    own = {code for s in SENTENCES.strip().splitlines() for _, code in _MARK.findall(s)}
    assert len(own) > 190
    assert all(parsed(sentence)[1] for sentence in framed())


def test_country_sentences_have_few_misses_and_false_alarms(recognizer: Recognizer) -> None:
    right = found = wanted = 0
    errors: list[str] = []
    for sentence in [*SENTENCES.strip().splitlines(), *framed()]:
        text, gold = parsed(sentence)
        mentions = recognizer.recognize(document_of_lines(text)).mentions
        got = {(m.start, m.end, m.entity_id) for m in mentions if m.kind is Kind.COUNTRY}
        right, found, wanted = right + len(got & gold), found + len(got), wanted + len(gold)
        if got != gold:
            errors.append(f"{text}: {sorted(got ^ gold)}")
    assert right >= LEAST * wanted, "\n".join(errors)
    assert right >= LEAST * found, "\n".join(errors)

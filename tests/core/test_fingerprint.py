"""The same text whatever its format, and one text in several outlets."""

import random
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest

from reader.core.fingerprint import (
    bands,
    fingerprint,
    is_nearly_the_same,
    shingles,
    signature,
    similarity,
)
from reader.core.folding import Folder

NEWS = Path(__file__).parent.parent.parent / "packaging" / "model" / "articles"


def words(text: str) -> list[str]:
    return Folder().words(text)


@pytest.fixture(scope="module")
def texts() -> list[str]:
    """Return articles that were written for this project: several are on like events."""
    found = [path.read_text("utf-8") for path in sorted(NEWS.rglob("*.txt"))]
    return [text for text in found if len(text.split()) > 120]


def cut(text: str) -> str:
    """Return a text without its last fifth."""
    return text[: len(text) * 4 // 5]


def cut_inside(text: str) -> str:
    paragraphs = text.split("\n")
    room = len(text) // 5
    kept: list[str] = []
    for number, paragraph in enumerate(paragraphs):
        if number % 3 == 1 and len(paragraph) <= room:
            room -= len(paragraph)
        else:
            kept.append(paragraph)
    return "\n".join(kept)


def headed(text: str) -> str:
    return "Última hora: lo que se sabe hasta ahora de lo ocurrido\n" + text


def signed(text: str) -> str:
    return f"Redacción / Agencias. Madrid\n{text}\nCon información de nuestros corresponsales."


def respelled(text: str) -> str:
    return text.upper().replace("Á", "A").replace("\n", "\r\n\r\n")


VARIANTS = (cut, cut_inside, headed, signed, lambda text: headed(signed(cut(text))))


def test_fingerprint_is_that_of_the_words() -> None:
    text = "El presidente —dijo— «no» vendrá.\n\nMañana, sí."
    assert fingerprint(words(text)) == fingerprint(words(respelled(text)))
    assert fingerprint(words(text)) != fingerprint(words(text.replace("ñ", "n")))
    assert fingerprint(words("— … !")) == ""


@pytest.mark.parametrize("variant", VARIANTS)
def test_fingerprint_finds_nearly_every_variant(
    variant: Callable[[str], str], texts: list[str]
) -> None:
    missed = 0
    originals = texts[::3]
    for text in originals:
        one, other = shingles(words(text)), shingles(words(variant(text)))
        shared = set(bands(signature(one))) & set(bands(signature(other)))
        missed += not (shared and is_nearly_the_same(one, other))
    assert len(originals) > 60
    assert missed == 0


def test_fingerprint_takes_no_two_articles_for_one(texts: list[str]) -> None:
    compared = [shingles(words(text)) for text in texts]
    holders: dict[int, list[int]] = {}
    for number, one in enumerate(compared):
        for value in one:
            holders.setdefault(value, []).append(number)
    sharing = {pair for each in holders.values() for pair in combinations(each, 2)}
    assert len(sharing) > 100
    assert [p for p in sharing if is_nearly_the_same(compared[p[0]], compared[p[1]])] == []


def test_fingerprint_compares_no_captions() -> None:
    caption = shingles(words("Foto de archivo de la agencia Efe en la capital del país"))
    assert signature(caption) == b""
    assert not is_nearly_the_same(caption, caption)


def test_fingerprint_estimates_what_is_shared() -> None:
    chance = random.Random(1)
    one = frozenset(chance.sample(range(1 << 56), 800))
    other = frozenset([*sorted(one)[:600], *chance.sample(range(1 << 56), 200)])
    assert similarity(one, other) == 0.6
    equal = [
        a == b
        for a, b in zip(
            memoryview(signature(one)).cast("I"),
            memoryview(signature(other)).cast("I"),
            strict=True,
        )
    ]
    assert 0.4 < sum(equal) / len(equal) < 0.8

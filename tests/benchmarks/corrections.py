"""Measure how long the user's corrections take to be applied to a book.

    python tests/benchmarks/corrections.py [CORRECTIONS] [WORDS BETWEEN MENTIONS]

The book has 48,000 mentions of 4,000 people, some far more often than others. A third each of the
corrections is of one mention, of a name in the article, and of a name everywhere; what they do
takes turns. Aim: 1,000 corrections in 50 ms of processor time, the median of 9 runs.
"""

import random
import statistics
import sys
import time

from reader.core.correcting import apply
from reader.core.corrections import Action, Correction, CorrectionSet, Scope
from reader.core.entities import Entity, Recognition
from reader.core.mentions import Kind, Mention

MENTIONS, PEOPLE = 48_000, 4_000
ACTIONS = (Action.MARK, Action.KIND, Action.LINK, Action.REJECT, Action.CONFIRM)
SCOPES = (Scope.MENTION, Scope.ARTICLE, Scope.EVERYWHERE)


def word(chance: random.Random, length: int) -> str:
    return "".join(chance.choice("aeioulmnrst") for _ in range(length))


def name(chance: random.Random) -> str:
    first, last = chance.choice("ABCDEFGHIJKL"), chance.choice("MNPQRS")
    return f"{first}{word(chance, 6)} {last}{word(chance, 7)}"


def book(chance: random.Random, between: int) -> tuple[str, Recognition]:
    """Return a text with as many words between two mentions, and what is found in it."""
    words = [word(chance, chance.randrange(2, 9)) for _ in range(3_000)]
    people = [Entity(f"e{n}", name(chance), Kind.PERSON) for n in range(PEOPLE)]
    parts: list[str] = []
    mentions: list[Mention] = []
    length = 0
    for _ in range(MENTIONS):
        person = people[min(int(chance.expovariate(1 / 500)), PEOPLE - 1)]
        parts.append("".join(f"{chance.choice(words)} " for _ in range(between)))
        length += len(parts[-1])
        mentions.append(Mention(length, length + len(person.name), Kind.PERSON, person.id))
        parts.append(f"{person.name}. ")
        length += len(parts[-1])
    return "".join(parts), Recognition("d", "m", tuple(mentions), tuple(people))


def corrections(
    chance: random.Random, text: str, recognition: Recognition, count: int
) -> CorrectionSet:
    """Return corrections of mentions by chance, and ten entities merged into others."""
    said: list[Correction] = []
    for number in range(count):
        action, scope = ACTIONS[number % 5], SCOPES[number % 3]
        mention = chance.choice(recognition.mentions)
        span = (mention.start, mention.end) if scope is Scope.MENTION else None
        entity_id = "" if action is Action.REJECT else f"e{chance.randrange(PEOPLE)}"
        surface = text[mention.start : mention.end]
        said.append(Correction(number, "", action, scope, surface, "d", span, entity_id=entity_id))
    merged = {f"e{n}": f"e{n + 1}" for n in range(1000, 1020, 2)}
    return CorrectionSet(tuple(said), {each.id: each for each in recognition.entities}, merged)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    between = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    chance = random.Random(1)
    text, recognition = book(chance, between)
    said = corrections(chance, text, recognition, count)
    times_ms: list[float] = []
    touched = 0
    for _ in range(9):
        before = time.process_time()
        corrected = apply(recognition, text, said).recognition
        times_ms.append(1000 * (time.process_time() - before))
        touched = len(set(corrected.mentions) - set(recognition.mentions))
    print(f"{len(text.split()):,} words, {len(recognition.mentions):,} mentions")
    print(f"{count:,} corrections change {touched:,} mentions", end=" ")
    print(f"in {statistics.median(times_ms):.0f} ms (best {min(times_ms):.0f})")


if __name__ == "__main__":
    main()

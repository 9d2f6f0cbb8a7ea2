"""Measure how annotations are found again in changed versions of articles.

`python tests/benchmarks/anchoring.py [--seed N] [--articles N] [--wrong]`.

The articles are those in `packaging/model/articles` and `tests/gold/tune`. In each, passages are
marked: words, parts of sentences, sentences, some over several. For the second table sentences are
added first that look like another of the article, one in twelve: a copy, or one with other names
and numbers. Then the article is changed, by one of the ways below, the same for the same seed;
every sign remembers where it comes from, so that it is known where each passage has gone:

    typos       one letter in 40 is put right: another, none, or one more
    edited      one in 8, and a fifth of the letters of a third of the marked passages
    reordered   half of the sentences change places with their neighbour, some paragraphs too
    added       sentences and paragraphs are added, of other articles
    cut         a third of the sentences and some paragraphs are left out
    format      as another format has it: lines of 72, other quotation marks, dashes and spaces
    all         reordered, added, cut and typos

Printed for each way, of passages that survive unchanged, changed by up to a fifth of their signs,
changed by more, and of those gone (less than half of it is anywhere): how many were placed right
(with nine tenths of both spans in common), roughly (half of what is there is the passage's), or
wrongly; and how many were put to the user with the right place among the candidates.

Last, an update of a book of 100,000 words with 1,000 annotations in a library, in processor time,
less what it takes without annotations.
`--wrong` shows what was placed wrongly.
"""

import argparse
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from reader.anchoring.finder import Finder
from reader.anchoring.indexed import Indexed
from reader.core.annotations import Colour, annotate
from reader.core.document import Block, Document, Parsed, document_id
from reader.core.placing import Placing
from reader.store.library import Library

ROOT = Path(__file__).parent.parent.parent
MARKS = 24
GAP = 80
"""Signs put between the parts of a passage, which is then one still."""
LETTERS = "abcdefghijlmnopqrstuvyzáéíóúñ"
SENTENCE = re.compile(r"[^\n.!?]+[.!?]*[»”\"]*[ ]*|[\n.!?]+")

Signs = list[tuple[str, int]]
"""A text, each sign with where it was in the text before; -1 for what is new."""


def articles() -> list[str]:
    """Return the texts of the articles, without the marks of names."""
    paths = sorted((ROOT / "packaging/model/articles").rglob("*.txt"))
    texts = [
        re.sub(r"\[([^\[\]|]*)\|\w+\]", r"\1", path.read_text("utf-8")).strip() for path in paths
    ]
    paths = sorted((ROOT / "tests/gold/tune").glob("*.txt"))
    return texts + [
        re.sub(r"\[([^\[\]|]*)\|[^\[\]]*\]", r"\1", path.read_text("utf-8")) for path in paths
    ]


def sentences(signs: Signs) -> list[Signs]:
    """Return the sentences, and what is between paragraphs."""
    text = "".join(sign for sign, _ in signs)
    return [signs[match.start() : match.end()] for match in SENTENCE.finditer(text)]


def new(text: str) -> Signs:
    """Return signs that weren't there before."""
    return [(sign, -1) for sign in text]


def is_text(sentence: Signs) -> bool:
    """Return whether it is no break between paragraphs."""
    return any(sign.isalnum() for sign, _ in sentence)


class Changes:
    """The ways in which an article changes; `other` gives a sentence of another article."""

    def __init__(self, chance: random.Random, other: Callable[[], str]) -> None:
        self.chance = chance
        self.other = other

    def typos(self, signs: Signs, marks: list[tuple[int, int]], *, rate: float = 0.025) -> Signs:
        """Put letters right."""
        changed: Signs = []
        for sign, origin in signs:
            if not sign.isalpha() or self.chance.random() >= rate:
                changed.append((sign, origin))
                continue
            way = self.chance.random()
            if way < 0.5:
                changed.append((self.chance.choice(LETTERS), -1))
            elif way < 0.75:
                changed += [(sign, origin), (self.chance.choice(LETTERS), -1)]
        return changed

    def edited(self, signs: Signs, marks: list[tuple[int, int]]) -> Signs:
        """Change words, more of them in some of the marked passages."""
        rates: dict[int, float] = {}
        for start, end in self.chance.sample(marks, len(marks) // 3):
            rates.update(dict.fromkeys(range(start, end), 0.2))
        changed: Signs = []
        for sign, origin in signs:
            changed += self.typos([(sign, origin)], [], rate=rates.get(origin, 0.06))
        return changed

    def reordered(self, signs: Signs, marks: list[tuple[int, int]]) -> Signs:
        """Let sentences change places, and paragraphs."""
        parts = sentences(signs)
        texts = [number for number, part in enumerate(parts) if is_text(part)]
        for one, two in zip(texts[::2], texts[1::2], strict=False):
            if self.chance.random() < 0.5:
                parts[one], parts[two] = parts[two], parts[one]
        for _ in range(2):
            one, two = self.chance.choice(texts), self.chance.choice(texts)
            parts[one], parts[two] = parts[two], parts[one]
        return [sign for part in parts for sign in part]

    def added(self, signs: Signs, marks: list[tuple[int, int]]) -> Signs:
        """Add sentences and paragraphs."""
        changed: Signs = []
        for part in sentences(signs):
            if is_text(part) and self.chance.random() < 0.25:
                changed += new(self.other() + self.chance.choice([" ", "\n\n"]))
            changed += part
        return changed

    def cut(self, signs: Signs, marks: list[tuple[int, int]]) -> Signs:
        """Leave sentences out."""
        parts = sentences(signs)
        kept = [part for part in parts if not is_text(part) or self.chance.random() > 1 / 3]
        return [sign for part in kept for sign in part]

    def format(self, signs: Signs, marks: list[tuple[int, int]]) -> Signs:
        """Write it as another format does."""
        signs_of = {"“": '"', "”": '"', "«": '"', "»": '"', "—": "--", "–": "-", "’": "'"}
        changed: Signs = []
        column = 0
        for sign, origin in signs:
            if sign == " " and column > 65 + self.chance.randrange(7):
                changed.append(("\n", origin))
                column = 0
                continue
            column = 0 if sign == "\n" else column + 1
            if sign == " " and self.chance.random() < 0.02:
                changed.append(("\u00a0", origin))
                continue
            changed += [(each, origin) for each in signs_of.get(sign, sign)]
        return changed

    def all(self, signs: Signs, marks: list[tuple[int, int]]) -> Signs:
        """Do several of these one after the other."""
        for way in (self.reordered, self.added, self.cut, self.typos):
            signs = way(signs, marks)
        return signs


WAYS = ("typos", "edited", "reordered", "added", "cut", "format", "all")


def with_look_alikes(text: str, chance: random.Random) -> str:
    """Return an article with some sentences that look like others of it."""
    parts = ["".join(sign for sign, _ in part) for part in sentences(new(text))]
    for _ in range(max(1, len(parts) // 12)):
        source = chance.choice(parts)
        if len(source) < 30:
            continue
        if chance.random() < 0.7:
            words = source.split(" ")
            for number in chance.sample(range(len(words)), 1 + len(words) // 10):
                words[number] = chance.choice(["Pérez", "Gómez", "doce", "mayo", "Lima", "otra"])
            source = " ".join(words)
        parts.insert(chance.randrange(len(parts)), source.rstrip() + " ")
    return "".join(parts)


def marked(text: str, chance: random.Random, count: int) -> list[tuple[int, int]]:
    """Return spans of words, parts of sentences, sentences, and more than one."""
    words = [match.span() for match in re.finditer(r"\w+", text)]
    spans: list[tuple[int, int]] = []
    while len(spans) < count:
        first = chance.randrange(len(words))
        length = chance.choice((1, 2, 3, 5, 8, 8, 13, 13, 21, 21, 34, 55))
        last = min(len(words) - 1, first + length - 1)
        span = words[first][0], words[last][1]
        if span[1] - span[0] >= 4:  # nobody marks a mere "de"
            spans.append(span)
    return spans


class Truth:
    """What became of a passage, by where each sign of the new text comes from."""

    def __init__(
        self, signs: Signs, where: dict[int, int], text: str, start: int, end: int
    ) -> None:
        self.signs = signs
        self.passage = range(start, end)
        self.kept = [where[origin] for origin in self.passage if origin in where]
        places = sorted(self.kept)
        parts: list[list[int]] = []
        for place in places:
            if parts and place - parts[-1][-1] <= GAP:
                parts[-1].append(place)
            else:
                parts.append([place])
        part = max(parts, key=len, default=[])
        self.is_gone = len(part) < 0.5 * (end - start)
        self.span = (part[0], part[-1] + 1) if part else (0, 0)
        after = "".join(sign for sign, _ in signs[slice(*self.span)])
        wide = "".join(sign for sign, _ in signs[slice(*self._widened())])
        quote = text[start:end]
        self.changed = min(Levenshtein.normalized_distance(quote, each) for each in (after, wide))

    def _widened(self) -> tuple[int, int]:
        """Return the span with letters at its ends that were put in others' place."""
        first, last = self.span
        while first and self.signs[first - 1][1] < 0 and self.signs[first - 1][0].isalpha():
            first -= 1
        while last < len(self.signs) and self.signs[last][1] < 0 and self.signs[last][0].isalpha():
            last += 1
        return first, last

    @property
    def fate(self) -> str:
        """Return unchanged, changed by up to a fifth, more, or gone."""
        if self.is_gone:
            return "gone"
        if self.changed == 0:
            return "unchanged"
        return "changed" if self.changed <= 0.2 else "more"

    def verdict(self, start: int, end: int) -> str:
        """Return whether a span is right, rough or wrong."""
        origins = [origin for _, origin in self.signs[start:end] if origin >= 0]
        own = sum(origin in self.passage for origin in origins)
        if own < 0.5 * (end - start - (end - start - len(origins)) * (not self.is_gone)):
            return "wrong"
        first, last = self.span
        covered = min(end, last) - max(start, first)
        near = abs(start - first) <= 2 and abs(end - last) <= 2
        is_right = covered >= 0.9 * max(end - start, last - first) or near
        return "right" if is_right and not self.is_gone else "rough"


def verdict(placing: Placing, true: Truth) -> str:
    """Return right, rough, wrong, shown (the right one is among the candidates), or not."""
    if placing.span is not None:
        return true.verdict(*placing.span)
    shown = any(true.verdict(each.start, each.end) == "right" for each in placing.candidates)
    return "shown" if shown else "not"


def measure(
    texts: list[str], seed: int, way: str, *, look_alikes: bool, show: bool
) -> Counter[tuple[str, str]]:
    """Return how often each verdict was, by what became of the passage."""
    chance = random.Random(f"{seed} {way}")
    pools = [re.findall(r"[^\n.]{40,}\.", text) for text in texts]
    counts: Counter[tuple[str, str]] = Counter()
    for number, article in enumerate(texts):
        others = [part for pool in pools[:number] + pools[number + 1 :] for part in pool]
        changes = Changes(chance, lambda others=others: chance.choice(others).strip())
        text = with_look_alikes(article, chance) if look_alikes else article
        marks = marked(text, chance, MARKS)
        signs: Signs = [(sign, number) for number, sign in enumerate(text)]
        signs = getattr(changes, way)(signs, marks)
        where = {origin: place for place, (_, origin) in enumerate(signs) if origin >= 0}
        after = "".join(sign for sign, _ in signs)
        finder = Finder(Indexed(text), Indexed(after))
        for start, end in marks:
            true = Truth(signs, where, text, start, end)
            placing = finder.find(start, end)
            found = verdict(placing, true)
            counts[true.fate, found] += 1
            if show and (found == "wrong" or (found != "right" and true.fate == "unchanged")):
                _show(text, after, (start, end), placing, true)
    return counts


def _show(text: str, after: str, span: tuple[int, int], placing: Placing, true: Truth) -> None:
    print(f"  {true.fate} {placing.how} {placing.score:.2f}")
    print(f"    was  {text[slice(*span)]!r}")
    print(f"    true {after[slice(*true.span)]!r}")
    if placing.span is not None:
        print(f"    now  {after[slice(*placing.span)]!r}")
    for each in placing.candidates:
        print(f"    {each.score} {after[each.start : each.end]!r}")


VERDICTS = ("right", "rough", "wrong", "shown", "not")


def table(texts: list[str], seed: int, *, look_alikes: bool, show: bool) -> int:
    """Print a line for each way; return how many were placed wrongly."""
    fates = {"unchanged": "unchanged", "changed": "up to a fifth", "more": "more", "gone": "gone"}
    print(" " * 10 + "".join(f"| {name:33}" for name in fates.values()))
    head = f"{'n':>5} {'right':>7} {'rough':>5} {'wrong':>5} {'shown':>5}"
    print(" " * 10 + f"| {head} " * len(fates))
    total: Counter[tuple[str, str]] = Counter()
    for way in (*WAYS, "total"):
        counts = (
            total
            if way == "total"
            else measure(texts, seed, way, look_alikes=look_alikes, show=show)
        )
        if way != "total":
            total += counts
        cells = [f"{way:10}"]
        for fate in fates:
            count = sum(counts[fate, each] for each in VERDICTS)
            right = f"{100 * counts[fate, 'right'] / count:6.2f}%" if count else "      –"
            rest = " ".join(f"{counts[fate, each]:5}" for each in VERDICTS[1:4])
            cells.append(f" {count:5} {right} {rest} ")
        print("|".join(cells), flush=True)
    return sum(count for (_, found), count in total.items() if found == "wrong")


def book(texts: list[str], seed: int) -> None:
    """Print how long 1,000 annotations take in a book whose every paragraph may change."""
    chance = random.Random(seed)
    text = "\n\n".join(texts * 2)
    while len(text.split()) < 100_000:
        text += "\n\n" + chance.choice(texts)
    text = text[: [m.end() for m in re.finditer(r"\S+", text)][99_999]]
    marks = marked(text, chance, 1000)
    pool = re.findall(r"[^\n.]{40,}\.", text)
    changes = Changes(chance, lambda: chance.choice(pool).strip())
    signs: Signs = [(sign, number) for number, sign in enumerate(text)]
    for way in ("typos", "all"):
        after = "".join(sign for sign, _ in getattr(changes, way)(signs, marks))
        took, found = update(text, after, marks)
        without, _ = update(text, after, [])
        print(f"book, {way}: {took - without:.2f} s for 1,000 annotations, beside {without:.2f} s")
        print(f"    for the book itself; {found}")


def update(text: str, after: str, marks: list[tuple[int, int]]) -> tuple[float, dict[str, int]]:
    """Return how many seconds of work the update of a library is, and how annotations fared."""
    with Library.open(None) as library:
        document = Document(document_id(text), "Libro", text, (Block(0, len(text)),))
        library.add_document(document)
        for number, (start, end) in enumerate(marks):
            name = f"{number:04}"
            colour = Colour.YELLOW
            made = annotate(document, start, end, annotation_id=name, colour=colour, now="2026")
            library.save_annotation(made)
        changed = Document(document_id(after), "Libro", after, (Block(0, len(after)),))
        began = time.process_time()
        updated = library.shelf.update(document.id, Parsed(changed))
        took = time.process_time() - began
    return took, dict(Counter(each.placing.how.value for each in updated.placed))


def main() -> int:
    """Print all of it."""
    parser = argparse.ArgumentParser(description="Measure how annotations are found again")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--wrong", action="store_true")
    options = parser.parse_args()
    texts = articles()
    random.Random(options.seed).shuffle(texts)
    wrong = 0
    for look_alikes in (False, True):
        print("With look-alikes" if look_alikes else "Articles as they are")
        wrong += table(
            texts[: options.articles], options.seed, look_alikes=look_alikes, show=options.wrong
        )
    book(texts, options.seed)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

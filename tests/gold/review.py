"""Print what an annotator should look at again; knows the labels alone, runs no recognizer.

Run by hand: `python tests/gold/review.py tune`.
"""

import re
import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.gold.gold import GoldArticle, load

_WORD = re.compile(r"\w[\w’'.-]*")


def entities(article: GoldArticle) -> dict[str, list[str]]:
    """Return each entity's surfaces, in reading order without repetition."""
    names: dict[str, list[str]] = defaultdict(list)
    for mention in article.mentions:
        surface = article.text[mention.start : mention.end]
        label = f"{mention.kind} {mention.entity}"
        if surface not in names[label]:
            names[label].append(surface)
    return names


def unlabelled(article: GoldArticle) -> tuple[list[str], list[str]]:
    """Return, in context, labelled names that also stand unlabelled, and other capitals."""
    covered = [False] * len(article.text)
    for mention in article.mentions:
        covered[mention.start : mention.end] = [True] * (mention.end - mention.start)
    names = {article.text[m.start : m.end].casefold() for m in article.mentions}
    parts = {part for name in names for part in name.split() if len(part) > 3}
    repeated: list[str] = []
    capitals: list[str] = []
    for word in _WORD.finditer(article.text):
        start, end = word.span()
        if covered[start]:
            continue
        plain = word[0].rstrip(".").casefold()
        context = article.text[max(0, start - 25) : end + 25].replace("\n", "¶")
        if plain in names | parts:
            repeated.append(f"{word[0]}: …{context}…")
        elif word[0][0].isupper():
            capitals.append(word[0])
    return repeated, capitals


def main() -> None:
    """Print the review of each article of a half."""
    for article in load(sys.argv[1]):
        print(f"\n=== {article.name}: {len(article.mentions)} mentions")
        for label, surfaces in sorted(entities(article).items()):
            print(f"  {label}: {' | '.join(surfaces)}")
        repeated, capitals = unlabelled(article)
        print("  -- unlabelled though like a name:", *repeated, sep="\n     ")
        print("  -- other capitals:", " ".join(capitals))


if __name__ == "__main__":
    main()

"""Measure how much of a PDF's text comes out as it was written, and how fast.

Run by hand: `python tests/benchmarks/pdf.py [--seeds N] [--show NAME]`. Pages are printed in many
layouts from the articles that the model was trained on. The columns:

- order: the share of characters that stand in their words and in the order of the articles
- whole: the share of paragraphs that come out exactly, from their first character to the last
- kinds: the share of headlines that are headings, and of paragraphs that aren't
- pages/s: pages read in a second of the processor's time; they hold 5,000 to 8,000 characters
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from pathlib import Path
from statistics import mean

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from reader.core.document import BlockKind, Document
from reader.formats.from_pdf import read_pdf
from tests.pdf_press import Printed, Setting, print_columns, print_front_page, prose

TITLE = "La sequía obliga a repensar el reparto del agua en el sur"
HEAD = "EL DIARIO DEL ESTRECHO"
LAYOUTS: dict[str, Setting] = {
    "1 column, ragged": Setting(
        justified=False, hyphenated=False, indent=0, gap=5, size=11, leading=14
    ),
    "1 column, indents": Setting(size=10, leading=12, head=HEAD),
    "2 columns": Setting(columns=2, head=HEAD),
    "2 columns, gaps": Setting(columns=2, indent=0, gap=4, head=HEAD),
    "2 columns, ragged": Setting(columns=2, justified=False),
    "2 columns, off grid": Setting(columns=2, shift=4.5, head=HEAD),
    "3 columns": Setting(columns=3, head=HEAD),
    "3 columns, narrow gutter": Setting(columns=3, gutter=9, head=HEAD),
    "4 columns": Setting(columns=4, gutter=11, size=8, leading=9.5, indent=8, head=HEAD),
    "3 columns, by word": Setting(columns=3, by_word=True, head=HEAD),
    "3 columns, any order": Setting(columns=3, by_word=True, shuffled=True, head=HEAD),
}  # fmt: skip


def printers() -> Iterator[tuple[str, Callable[[int], Printed]]]:
    """Yield the names of the layouts, and what prints each from a number."""
    for name, setting in LAYOUTS.items():
        yield name, lambda n, s=setting: print_columns(prose(40, seed=n), s, title=TITLE)
    yield "front page", print_front_page
    setting = LAYOUTS["2 columns"]
    yield "book", lambda n: print_columns(prose(600, seed=n), setting, title=TITLE)


def in_order(document: Document, paragraphs: list[str]) -> float:
    """Return the share of the characters of words that come out in their order."""
    known = " ".join(paragraphs).split()
    found = document.text.split()
    matcher = SequenceMatcher(None, known, found, autojunk=False)
    right = sum(sum(map(len, known[m.a : m.a + m.size])) for m in matcher.get_matching_blocks())
    return right / sum(map(len, known))


def whole(document: Document, paragraphs: list[str]) -> float:
    """Return the share of paragraphs that come out as one, unchanged."""
    found = {document.block_text(block) for block in document.blocks}
    return sum(each in found for each in paragraphs) / len(paragraphs)


def kinds(document: Document, paragraphs: list[str]) -> float:
    """Return the share of paragraphs whose kind is right."""
    by_text = {document.block_text(block): block.kind for block in document.blocks}
    right = [
        by_text[each] is (BlockKind.PARAGRAPH if len(each) >= 120 else BlockKind.HEADING)
        for each in paragraphs
        if each in by_text
    ]
    return mean(right) if right else 0.0


def main() -> None:
    """Print a line for each layout."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--show", default="", help="the layout whose wrong paragraphs to print")
    options = parser.parse_args()
    print(f"{'layout':26}{'order':>8}{'whole':>8}{'kinds':>8}{'pages/s':>9}")
    for name, printer in printers():
        rows: list[tuple[float, float, float, float]] = []
        for seed in range(1, 1 + (1 if name == "book" else options.seeds)):
            printed = printer(seed)
            start = time.process_time()
            document = read_pdf(printed.data).document
            seconds = time.process_time() - start
            pages = printed.data.count(b"/Type /Page\n") or 1
            order = in_order(document, printed.paragraphs) if name != "book" else float("nan")
            quality = whole(document, printed.paragraphs), kinds(document, printed.paragraphs)
            rows.append((order, *quality, pages / seconds))
            if options.show == name:
                show(document, printed.paragraphs)
        figures = [mean(column) for column in zip(*rows, strict=True)]
        print(f"{name:26}" + "".join(f"{each:8.3f}" for each in figures[:3]) + f"{figures[3]:9.0f}")


def show(document: Document, paragraphs: list[str]) -> None:
    """Print what came out otherwise than it was written."""
    known = set(paragraphs)
    found = {document.block_text(block) for block in document.blocks}
    for each in paragraphs:
        if each not in found:
            print("  -", each)
    for block in document.blocks:
        if document.block_text(block) not in known:
            print("  +", block.kind, document.block_text(block))


if __name__ == "__main__":
    main()

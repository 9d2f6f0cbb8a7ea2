"""How even the right edge of the text is: `python tests/benchmarks/ragging.py`.

Prints, for three line widths, by how much lines are shorter than the column, in average characters,
with words parted at their ends and without. The last line of a paragraph doesn't count.
"""

import os
import re
from pathlib import Path
from statistics import mean, pstdev

from PySide6.QtGui import QGuiApplication

from reader.ui.reading.breaking import HYPHEN, Composed
from reader.ui.reading.hyphens import Hyphens, load_hyphens
from reader.ui.reading.laid import LaidParagraph
from reader.ui.reading.style import ReadingStyle, Role, Typography
from reader.ui.theme import load_theme

ROOT = Path(__file__).parents[2]
WIDTHS = (68, 45, 30)
SHORT = 6  # characters
SHORTEST_PARAGRAPH = 200
MARKED = re.compile(r"\[([^|\]]+)\|[^\]]*\]")  # as the stories of the gold standard have names


def paragraphs() -> list[str]:
    """Return the paragraphs of the Spanish samples."""
    files = [ROOT / "seeds/rusia-corea-del-norte.txt", *(ROOT / "tests/gold/tune").glob("*.txt")]
    texts = (MARKED.sub(r"\1", file.read_text("utf-8")) for file in sorted(files))
    return [p for text in texts for p in text.splitlines() if len(p) > SHORTEST_PARAGRAPH]


def rooms(texts: list[str], width: int, hyphens: Hyphens | None) -> tuple[list[float], float]:
    """Return what is free behind each line, in characters, and the share that ends in a hyphen."""
    style = ReadingStyle(load_theme(ROOT / "resources/themes", "light"), "Noto Serif")
    look = Typography(style).look(Role.PARAGRAPH, 0)
    pixels = round(width * look.character_width)
    free: list[float] = []
    parted = 0
    for text in texts:
        laid = LaidParagraph(Composed(text, look, pixels, 0, 0, hyphens=hyphens))
        for index, line in enumerate(laid.lines[:-1]):
            used = laid.text_line(index).naturalTextWidth()
            if line.hyphen is not None:
                parted += 1
                used += look.metrics.horizontalAdvance(HYPHEN)
            free.append((pixels - used) / look.character_width)
    return free, parted / len(free)


def main() -> None:
    """Measure, and print a table."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    texts = paragraphs()
    print("width  parted   mean  deviation  longest  short lines  hyphens")
    for width in WIDTHS:
        for hyphens in (None, load_hyphens("es")):
            free, parted = rooms(texts, width, hyphens)
            short = sum(room > SHORT for room in free) / len(free)
            print(
                f"{width:5}  {'yes' if hyphens else 'no':6} {mean(free):6.1f}  "
                f"{pstdev(free):9.1f}  {max(free):7.1f}  {short:11.0%}  {parted:7.0%}"
            )
    application.quit()


if __name__ == "__main__":
    main()

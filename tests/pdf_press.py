"""Pages of a newspaper as PDF, with the text that they hold, for tests and benchmarks."""

import io
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

_FIRST = {"america": 95, "spain": 98, "world": 98}
ARTICLES = Path(__file__).resolve().parents[1] / "packaging" / "model" / "articles"
A4 = (595.0, 842.0)
_VOWELS = "aeiouáéíóúü"
_SYLLABLE = re.compile(rf"(?<=\w[{_VOWELS}])(?=[bcdfghjklmnñpqrstvyz][{_VOWELS}]\w)")
_TWO_LETTERS = re.compile(r"(?:ch|ll|rr)$")
MARGIN = 48.0


@dataclass(frozen=True)
class Setting:
    """How columns are set; lengths are in points.

    `gap` parts paragraphs, `indent` sets in their first lines. With `shift`, the lines of one
    column are that much lower than those of the one before. `by_word` draws each word by itself,
    `shuffled` in any order.
    """

    columns: int = 1
    gutter: float = 14.0
    font: str = "Times-Roman"
    size: float = 9.0
    leading: float = 11.0
    indent: float = 9.0
    gap: float = 0.0
    justified: bool = True
    hyphenated: bool = True
    shift: float = 0.0
    by_word: bool = False
    shuffled: bool = False
    head: str = ""


@dataclass
class Printed:
    """A PDF and the paragraphs that it was made from, in reading order."""

    data: bytes
    paragraphs: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Line:
    """A line that fits; `is_last` of its paragraph."""

    text: str
    indent: float
    is_last: bool
    gap: float


def article_texts() -> list[list[str]]:
    """Return the first articles that the model was trained on, each as its paragraphs.

    Those that are written later are left out, so that the same seed stands for the same text.
    """
    texts = [
        re.sub(r"\[([^]|]+)\|\w\]", r"\1", path.read_text("utf-8"))  # names are marked in them
        for path in sorted(ARTICLES.rglob("*.txt"))
        if int(path.name[:3]) <= _FIRST[path.parent.name]
    ]
    return [[" ".join(line.split()) for line in t.split("\n") if line.strip()] for t in texts]


def prose(count: int, *, seed: int = 1, least: int = 120) -> list[str]:
    """Return that many paragraphs of running text, of at least so many characters."""
    every = [
        each
        for text in article_texts()
        for each in text
        if len(each) >= least and each.isprintable() and _is_latin(each) and each[-1] in ".»?!"
    ]
    return random.Random(seed).sample(every, count)


def _is_latin(text: str) -> bool:
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return not re.match(r"[—–•*\-]|\(?\w{1,2}[.)] ", text)


def break_lines(text: str, width: float, setting: Setting) -> Iterator[Line]:
    """Yield the lines of a paragraph, broken as soon as the next syllable doesn't fit."""
    indent, gap = setting.indent, setting.gap
    line = ""
    for word in text.split(" "):
        whole = f"{line} {word}" if line else word
        if _width(whole, setting) <= width - indent:
            line = whole
            continue
        room = width - indent
        start, rest = _hyphenated(line, word, room, setting)
        if start or line:
            yield Line(start or line, indent, False, gap)
            indent, gap = 0.0, 0.0
        line = rest
    yield Line(line, indent, True, gap)


def _hyphenated(line: str, word: str, room: float, setting: Setting) -> tuple[str, str]:
    """Return the line with as much of a word as fits, and the rest of the word."""
    if "-" in word[1:-1]:
        places = [word.index("-", 1) + 1]
    elif setting.hyphenated and word.strip(".,;:»«()").isalpha() and word.islower():
        places = [m.start() for m in _SYLLABLE.finditer(word)]
    else:
        places = []
    for place in reversed(places):
        part = word[:place] + ("" if word[place - 1] == "-" else "-")
        whole = f"{line} {part}" if line else part
        if _width(whole, setting) <= room and not _TWO_LETTERS.search(word[: place + 1]):
            return whole, word[place:]
    return "", word


def _width(text: str, setting: Setting) -> float:
    return stringWidth(text, setting.font, setting.size)


class Press:
    """Prints text on pages, and remembers what."""

    def __init__(self, size: tuple[float, float] = A4) -> None:
        self._buffer = io.BytesIO()
        self.canvas = Canvas(self._buffer, pagesize=size, invariant=1)
        self.width, self.height = size
        self._waiting: list[tuple[float, float, str, str, float, float]] = []

    def line(
        self, text: str, x: float, y: float, font: str, size: float, spread: float = 0
    ) -> None:
        """Draw a line of text; `y` is from the top, `spread` is added to each space."""
        self._waiting.append((x, y, text, font, size, spread))

    def column(self, lines: Sequence[Line], x: float, y: float, width: float, s: Setting) -> float:
        """Draw lines as a column from `y` on; return where the next one would stand."""
        for number, line in enumerate(lines):
            y += line.gap if number else 0
            room = width - line.indent - _width(line.text, s)
            spaces = line.text.count(" ")
            is_spread = s.justified and not line.is_last and spaces
            spread = room / spaces if is_spread else 0.0
            self._set(line.text, (x + line.indent, y), spread, s)
            y += s.leading
        return y

    def _set(self, text: str, place: tuple[float, float], spread: float, s: Setting) -> None:
        x, y = place
        if not s.by_word:
            self.line(text, x, y, s.font, s.size, spread)
            return
        for word in text.split(" "):
            self.line(word, x, y, s.font, s.size)
            x += _width(word + " ", s) + spread

    def heading(self, text: str, x: float, y: float, width: float, size: float) -> float:
        """Draw a headline over as many lines as it takes; return where it ends."""
        s = Setting(font="Helvetica-Bold", size=size, indent=0, hyphenated=False)
        for line in break_lines(text, width, s):
            self.line(line.text, x, y, s.font, size)
            y += 1.1 * size
        return y

    def end_page(self, *, shuffle: random.Random | None = None) -> None:
        """Draw what was set, in any order if asked to, and begin another page."""
        if shuffle is not None:
            shuffle.shuffle(self._waiting)
        for x, y, text, font, size, spread in self._waiting:
            drawn = self.canvas.beginText(x, self.height - y)
            drawn.setFont(font, size)
            drawn.setWordSpace(spread)
            drawn.textOut(text)
            self.canvas.drawText(drawn)
        self._waiting.clear()
        self.canvas.showPage()

    def data(self) -> bytes:
        """Return the file."""
        self.canvas.save()
        return self._buffer.getvalue()


def print_columns(paragraphs: Sequence[str], s: Setting, *, title: str = "") -> Printed:
    """Print paragraphs in columns, on as many pages as it takes."""
    press = Press()
    width = (press.width - 2 * MARGIN - (s.columns - 1) * s.gutter) / s.columns
    lines = [line for each in paragraphs for line in break_lines(each, width, s)]
    page = 0
    while lines:
        page += 1
        top = MARGIN + 30
        if s.head:
            press.line(s.head, MARGIN, MARGIN - 14, "Helvetica", 7)
            press.line(f"Página {page}", press.width / 2, press.height - 24, "Helvetica", 7)
        if page == 1 and title:
            top = press.heading(title, MARGIN, top, press.width - 2 * MARGIN, 24) + 12
        for column in range(s.columns):
            y = top + (column % 2) * s.shift
            count, height = 0, y
            while count < len(lines) and height < press.height - MARGIN - 10:
                height += s.leading + (lines[count].gap if count else 0)
                count += 1
            x = MARGIN + column * (width + s.gutter)
            press.column(lines[:count], x, y, width, s)
            lines = lines[count:]
        press.end_page(shuffle=random.Random(page) if s.shuffled else None)
    return Printed(press.data(), [title, *paragraphs] if title else list(paragraphs))


def print_front_page(seed: int = 1) -> Printed:
    """Print a page with a headline over three columns, a box, and a second story below."""
    texts = prose(14, seed=seed)
    press = Press()
    s = Setting(columns=3)
    full = press.width - 2 * MARGIN
    width = (full - 2 * s.gutter) / 3
    press.line("12", MARGIN, 36, "Helvetica-Bold", 9)
    y = press.heading("El Gobierno y la oposición cierran un acuerdo sobre el agua tras "
                      "nueve meses de pulso", MARGIN, 84, full, 28)  # fmt: skip
    y = press.heading("Las comunidades del sur piden más plazo", MARGIN, y + 4, full, 13)
    main, box, second = texts[:7], texts[7:9], texts[9:]
    lines = [line for each in main for line in break_lines(each, width, s)]
    each = -(-len(lines) // 3)
    bottom = y
    for column in range(3):
        x = MARGIN + column * (width + s.gutter)
        part = lines[column * each : (column + 1) * each]
        bottom = max(bottom, press.column(part, x, y + 10, width, s))
    small = Setting(font="Helvetica", size=8, leading=10, indent=0, gap=4)
    top = bottom + 8
    inner = width - 12
    x = MARGIN + 2 * (width + s.gutter)
    end = press.heading("Las claves", x + 6, top + 16, inner, 12)
    boxed = [line for text in box for line in break_lines(text, inner, small)]
    end = press.column(boxed, x + 6, end + 6, inner, small)
    press.canvas.rect(x, press.height - end, width, end - top)
    y = press.heading("Una segunda noticia a dos columnas", MARGIN, top + 22, 2 * width, 18)
    lines = [line for text in second for line in break_lines(text, width, s)]
    each = -(-len(lines) // 2)
    for column in range(2):
        x = MARGIN + column * (width + s.gutter)
        press.column(lines[column * each : (column + 1) * each], x, y + 6, width, s)
    press.end_page()
    titles = (
        "El Gobierno y la oposición cierran un acuerdo sobre el agua tras nueve meses de pulso",
        "Las comunidades del sur piden más plazo",
    )
    later = ["Una segunda noticia a dos columnas", *second, "Las claves", *box]
    return Printed(press.data(), [*titles, *main, *later])

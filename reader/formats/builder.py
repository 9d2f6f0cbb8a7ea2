"""Put a document together block by block, whatever its format is."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from reader.core.document import Block, BlockKind, Document, Picture, Run, RunKind, document_id

_SPACE = re.compile(r"[ \t\n\r\f\v\u2028\u2029\x85]+")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\xad\u200b\u202d\u202e\u2060\ufeff]")
"""Nothing that is seen: controls, places to break a word, and what turns a text's direction."""

_TIGHT = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE_ROW, BlockKind.FOOTNOTE})
"""Kinds of which one follows the other on the next line, without a blank one between."""

_PARTED = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE})
_EMPTY_ALLOWED = frozenset({BlockKind.PICTURE})
LINE_BREAK = "\u2028"
"""A line break inside of a paragraph, as in verse; a newline of the text parts blocks."""


@dataclass(slots=True)
class _OpenBlock:
    """A block that is being filled; offsets are into its own text."""

    kind: BlockKind
    level: int
    parts: list[str] = field(default_factory=list)
    length: int = 0
    runs: list[Run] = field(default_factory=list)
    picture: Picture | None = None
    space_due: bool = False

    def append(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)


class DocumentBuilder:
    """Collect blocks; white space is folded as browsers do, and blocks without text are dropped.

    A style that is open where a block ends goes on in the next. Targets of the form `#name` are
    names given by `anchor`; `document` turns them into offsets, and drops those that lead nowhere.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._runs: list[Run] = []
        self._pictures: list[Picture] = []
        self._anchors: dict[str, int] = {}
        self._waiting: list[str] = []
        self._open: _OpenBlock | None = None
        self._stack: list[tuple[RunKind, str]] = []
        self._starts: list[int] = []

    @property
    def open_kind(self) -> BlockKind | None:
        """Return the kind of the block that is being filled; None where there is none."""
        return self._open.kind if self._open else None

    @property
    def block_count(self) -> int:
        """Return how many blocks are finished."""
        return len(self._blocks)

    def open_block(self, kind: BlockKind, *, level: int = 0) -> None:
        """End the block that is being filled, if any, and begin one."""
        self.close_block()
        self._open = _OpenBlock(kind, level)
        self._starts = [0] * len(self._stack)

    def text(self, text: str) -> None:
        """Add running text to the open block; a paragraph is begun where there is none."""
        if self._open is None:
            if not text.strip():
                return
            self.open_block(BlockKind.PARAGRAPH)
        block = self._open
        assert block is not None
        text = _CONTROL.sub("", text)
        if block.kind is BlockKind.PREFORMATTED:
            block.append(text.replace("\r\n", "\n").replace("\r", "\n"))
            return
        folded = _SPACE.sub(" ", text)
        words = folded.strip(" ")
        block.space_due = block.space_due or folded.startswith(" ")
        if not words:
            return
        if block.space_due and block.length and block.parts[-1][-1] not in "\t" + LINE_BREAK:
            block.append(" ")
        block.append(words)
        block.space_due = folded.endswith(" ")

    def verbatim(self, text: str) -> None:
        """Add characters that are not folded, such as a table's tab, to the open block."""
        if self._open is not None:
            self._open.space_due = False
            self._open.append(text)

    def line_break(self) -> None:
        """Break the line inside of the open block; two breaks in a row part paragraphs."""
        if self._open is None or not self._open.length:
            return
        if self._open.kind is BlockKind.PREFORMATTED:
            self._open.append("\n")
        elif self._open.kind is BlockKind.TABLE_ROW:
            self._open.space_due = True
        elif self._open.kind in _PARTED and self._open.parts[-1] == LINE_BREAK:
            self.open_block(self._open.kind, level=self._open.level)
        else:
            self.verbatim(LINE_BREAK)

    @contextmanager
    def style(self, kind: RunKind, target: str = "") -> Iterator[None]:
        """Give what is added meanwhile a look."""
        self.begin_style(kind, target)
        yield
        self.end_style()

    def begin_style(self, kind: RunKind, target: str = "") -> None:
        """Give what follows a look, until `end_style`; styles nest."""
        self._stack.append((kind, target))
        self._starts.append(self._here())

    def end_style(self) -> None:
        """End the style that was begun last."""
        kind, target = self._stack.pop()
        self._add_run(self._starts.pop(), kind, target)

    def anchor(self, name: str) -> None:
        """Give the place of what follows a name, to which links can lead."""
        if self._open is None or not self._open.length:
            self._waiting.append(name)
        else:
            self._anchors.setdefault(name, self._length + len(self._separator()))

    def picture(self, source: str, *, alt: str = "", width: int = 0, height: int = 0) -> None:
        """Begin a block for a picture; text that follows is its caption."""
        self.open_block(BlockKind.PICTURE)
        assert self._open is not None
        self._open.picture = Picture(0, source, alt, width, height)

    def close_block(self) -> None:
        """End the block that is being filled, if there is one."""
        block = self._open
        if block is None:
            return
        for start, (kind, target) in zip(self._starts, self._stack, strict=True):
            self._add_run(start, kind, target)
        separator = self._separator()
        self._open = None
        self._starts = [0] * len(self._stack)
        text = "".join(block.parts)
        text = text.strip("\n") if block.kind is BlockKind.PREFORMATTED else text
        size = len(text.rstrip(" \n" + LINE_BREAK))
        text = text[:size]
        if not text.strip() and block.kind not in _EMPTY_ALLOWED:
            return
        start = self._length + len(separator)
        self._parts += [separator, text]
        self._length = start + size
        if block.picture is not None:
            seen = block.picture
            place = len(self._blocks)
            self._pictures.append(Picture(place, seen.source, seen.alt, seen.width, seen.height))
        self._blocks.append(Block(start, start + size, block.kind, block.level))
        self._runs += [
            Run(start + r.start, start + min(r.end, size), r.kind, r.target)
            for r in block.runs
            if r.start < min(r.end, size)
        ]
        for name in self._waiting:
            self._anchors.setdefault(name, start)
        self._waiting.clear()

    def document(
        self,
        *,
        title: str = "",
        source: str = "",
        outlet: str = "",
        author: str = "",
        date: str = "",
        url: str = "",
        language: str = "",
    ) -> Document:
        """Return the document; one without blocks has an empty text."""
        self.close_block()
        text = "".join(self._parts)
        runs = tuple(sorted(self._resolved(), key=lambda run: (run.start, -run.end)))
        return Document(
            document_id(text), title, text, tuple(self._blocks), source, outlet, author, date, url,
            language, runs, tuple(self._pictures),
        )  # fmt: skip

    def _here(self) -> int:
        if self._open is None:
            return 0
        pending = self._open.space_due and self._open.length > 0
        return self._open.length + (1 if pending else 0)

    def _add_run(self, start: int, kind: RunKind, target: str) -> None:
        if self._open is not None and self._open.length > start:
            self._open.runs.append(Run(start, self._open.length, kind, target))

    def _separator(self) -> str:
        if not self._blocks or self._open is None:
            return ""
        kind = self._open.kind
        is_tight = kind in _TIGHT and self._blocks[-1].kind is kind
        return "\n" if is_tight else "\n\n"

    def _resolved(self) -> Iterator[Run]:
        for run in self._runs:
            if not run.target.startswith("#"):
                yield run
            elif run.target[1:] in self._anchors:
                yield Run(run.start, run.end, run.kind, f"#{self._anchors[run.target[1:]]}")

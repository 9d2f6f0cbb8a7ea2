"""What is no part of the text: running heads and feet, page numbers."""

import re
from collections import defaultdict
from collections.abc import Sequence

from reader.formats.pdf.elements import Page, Strip

_ZONE = 0.13  # of the page's height, at either end
_OUTERMOST = 3  # rows at either end that may be heads or feet
_NUMBER = re.compile(
    r"(?:p[áa]g(?:ina|\.)?|page|p\.)?\s*[-–—|·•]?\s*(?:\d{1,4}|[ivxlc]{1,7})\s*[-–—|·•]?"
    r"(?:\s*(?:de|of|/)\s*\d{1,4})?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_TOLERANCE = 3.0  # points by which a head's place differs from page to page

_REPEATED = 0.5  # of a row, by which all of it is a head: a section's name may change

Key = tuple[str, str, float]


def drop_furniture(pages: Sequence[Page]) -> None:
    """Take running heads, running feet and page numbers off the pages."""
    seen: dict[Key, set[int]] = defaultdict(set)
    edges = [_edges(page) for page in pages]
    for page, rows in zip(pages, edges, strict=True):
        for end, row in rows:
            for strip in row:
                seen[_key(end, strip)].add(page.number)
    enough = min(3, max(2, (len(pages) + 1) // 2))
    kept: list[list[Strip]] = []
    for page, rows in zip(pages, edges, strict=True):
        dropped = _dropped(page, rows, seen, enough)
        kept.append([strip for strip in page.strips if id(strip) not in dropped])
    if any(kept):  # else the pages hold nothing but what looks like it
        for page, strips in zip(pages, kept, strict=True):
            page.strips = strips


def _dropped(
    page: Page, rows: list[tuple[str, list[Strip]]], seen: dict[Key, set[int]], enough: int
) -> set[int]:
    """Return what to take off a page, by its identity."""
    dropped: set[int] = set()
    ended: set[str] = set()
    for end, row in rows:
        if end in ended:
            continue
        repeated = [strip for strip in row if _pages_with(seen, end, strip) >= enough]
        if _is_number(row, page) or _length(repeated) >= _REPEATED * _length(row):
            dropped |= {id(strip) for strip in row}
        else:
            ended.add(end)  # what lies further inside is text
    return dropped


def _pages_with(seen: dict[Key, set[int]], end: str, strip: Strip) -> int:
    """Return on how many pages a strip stands at about the same place."""
    return len(set().union(*(seen.get(_key(end, strip, shift), set()) for shift in (-1, 0, 1))))


def _length(row: Sequence[Strip]) -> int:
    return sum(len(strip.text) for strip in row)


def _is_number(row: Sequence[Strip], page: Page) -> bool:
    whole = " ".join(strip.text for strip in row).strip()
    return bool(_NUMBER.fullmatch(whole)) and _is_outermost(row, page)


def _edges(page: Page) -> list[tuple[str, list[Strip]]]:
    """Return the outermost rows of a page, each with the end at which it is."""
    found: list[tuple[str, list[Strip]]] = []
    high, low = page.height * _ZONE, page.height * (1 - _ZONE)
    for end, strips in (
        ("head", sorted((s for s in page.strips if s.base < high), key=lambda s: s.base)),
        ("foot", sorted((s for s in page.strips if s.base > low), key=lambda s: -s.base)),
    ):
        rows: list[list[Strip]] = []
        for strip in strips:
            if not rows or abs(strip.base - rows[-1][0].base) > 0.5 * strip.size:
                rows.append([])
            rows[-1].append(strip)
        for row in rows[:_OUTERMOST]:
            row.sort(key=lambda strip: strip.x0)
            found.append((end, row))
    return found


def _key(end: str, strip: Strip, shift: int = 0) -> Key:
    """Return by what a strip is known again on another page; `shift` moves to the next place."""
    place = round(strip.base / _TOLERANCE) + shift
    return end, _DIGITS.sub("#", " ".join(strip.text.lower().split())), place


def _is_outermost(row: Sequence[Strip], page: Page) -> bool:
    base = row[0].base
    return all(s.base >= base - 1 for s in page.strips) or all(
        s.base <= base + 1 for s in page.strips
    )

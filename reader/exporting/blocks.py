"""The block of a page that Reader writes; what is around it is the user's.

HTML comments mark it, which Obsidian, Logseq and all others leave as they are. The first one holds
a sum of what is between them, so that what the user typed there is noticed and not written over.
"""

import hashlib
import re
from enum import StrEnum

_BEGIN = re.compile(r"^[ \t]*(?:[-*+][ \t]+)?<!-- reader:begin ([0-9a-f]+)[^\n]*-->[ \t]*$", re.M)
_END = re.compile(r"^[ \t]*(?:[-*+][ \t]+)?<!-- reader:end -->[ \t]*$", re.M)
_MARK = re.compile(r"<!--(?=\s*reader:)")
# Logseq makes a list of everything, and adds these.
_DECORATION = re.compile(r"^[ \t]*(?:[-*+][ \t]+)?(?:id|collapsed):: [^\n]*$|[\s\-*+]+", re.M)


class Found(StrEnum):
    """What a page has between its marks."""

    OURS = "ours"
    NO_MARKS = "no marks"
    CHANGED = "changed"  # by the user


def block_of(body: str, sentence: str) -> str:
    """Return the block with a body, and a sentence for whoever reads the file."""
    body = _MARK.sub("<!-- -", body).strip("\n")  # a note may hold marks, copied from a page
    return f"<!-- reader:begin {_sum(body)} {sentence} -->\n\n{body}\n\n<!-- reader:end -->\n"


def replaced(text: str, block: str) -> tuple[str, Found]:
    """Return a page with its block replaced by another; as it was where that isn't possible."""
    begin = _BEGIN.search(text)
    end = _END.search(text, begin.end()) if begin else None
    if begin is None or end is None:
        return text, Found.NO_MARKS
    if _sum(text[begin.end() : end.start()]) != begin[1]:
        return text, Found.CHANGED
    return text[: begin.start()] + block.rstrip("\n") + text[end.end() :], Found.OURS


def _sum(body: str) -> str:
    kept = _DECORATION.sub("", body)
    return hashlib.blake2s(kept.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()

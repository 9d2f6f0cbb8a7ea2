"""Convert offsets between code points (Python) and UTF-16 units (Qt).

A character outside the Basic Multilingual Plane, such as an emoji, is one code point but two
UTF-16 units, so every offset after it differs between the two.
"""

from bisect import bisect_left


class Utf16Map:
    """Map offsets into one text between code points and UTF-16 units, each in O(log n)."""

    __slots__ = ("_astral", "_astral_utf16")

    def __init__(self, text: str) -> None:
        # Nearly all texts have none; the C-level check spares them the loop.
        astral = [i for i, c in enumerate(text) if c > "\uffff"] if _has_astral(text) else []
        self._astral = astral
        self._astral_utf16 = [position + i for i, position in enumerate(astral)]

    def to_utf16(self, offset: int) -> int:
        """Return the UTF-16 offset of the code-point offset `offset`."""
        return offset + bisect_left(self._astral, offset)

    def to_code_points(self, offset: int) -> int:
        """Return the code-point offset of the UTF-16 offset `offset`.

        An offset inside a surrogate pair counts as the one before the pair.
        """
        return offset - bisect_left(self._astral_utf16, offset)


def _has_astral(text: str) -> bool:
    return not text.isascii() and max(text) > "\uffff"

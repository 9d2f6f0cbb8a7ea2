"""Plain text: bytes in an encoding that nobody noted down -> Document."""

import codecs
import re
from pathlib import Path

from reader.core.document import (
    Block,
    BlockKind,
    Document,
    document_id,
    normalize_newlines,
)
from reader.core.errors import QT_TRANSLATE_NOOP, DocumentError

MAX_TITLE = 160
"""The longest first line, in characters, that can be the article's title."""

WRAPPED_LINE = 90
"""Lines that are all shorter than this, in characters, may have been wrapped by hand."""

# What Spanish writes beyond ASCII, and what the other languages of Western Europe add.
_SPANISH = frozenset("áéíóúüñÁÉÍÓÚÜÑ¿¡ºª«»“”‘’–—…€·\u00a0")
_WESTERN = _SPANISH | frozenset(
    "àèìòùâêîôûäëïöçãõåøæœßÀÈÌÒÙÂÊÎÔÛÄËÏÖÇÃÕÅØÆŒšžŠŽÿýÝðÐþÞŸ°©®™£§±²³¼½¾×•†‰„‚‹›\u00ad"
)
_WESTERN_ENCODINGS = ("cp1252", "latin-1", "mac_roman", "cp850")  # the likeliest first
_OTHER_ENCODINGS = [  # of scripts that no Western encoding could be mistaken for
    *("cp1251", "koi8_r", "cp866", "cp1253", "cp1255", "cp1256"),
    *("shift_jis", "euc_jp", "gb18030", "big5", "euc_kr"),
]
_MIN_WESTERN = 0.9  # of the characters beyond ASCII; prose in another encoding stays far below
_MARGIN = 0.06  # by which a less likely encoding must be the better one
_MAX_ACCENTED = 0.35  # of the letters; a text beyond that is in another script
_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\v\f\r\x1b")
_MAX_CONTROLS = 0.01  # of all bytes; old word processors leave a few
_MAX_SAMPLE = 200_000  # bytes that are looked at to guess an encoding


def read_text(data: bytes, *, source: str = "") -> Document:
    """Read a plain-text article; `source` is its file's path, for messages and the title.

    The text is the file's, with newlines normalised. A first line that stands apart and is no
    sentence is the title; without one the title is the file's name.

    :raises DocumentError: where the bytes are no text, or in an encoding that can't be told.
    """
    text = normalize_newlines(decode(data, source=source))
    blocks = find_blocks(text)
    if not blocks:
        raise DocumentError(
            QT_TRANSLATE_NOOP(
                "errors", "“{path}” holds only blank space: there is no text to read in it."
            ),
            path=source,
        )
    heading = blocks[0] if blocks[0].kind is BlockKind.HEADING else None
    title = text[heading.start : heading.end] if heading else title_from_name(source)
    return Document(id=document_id(text), title=title, text=text, blocks=blocks, source=source)


def title_from_name(source: str) -> str:
    """Return a title for an article without one: its file's name, as words."""
    words = " ".join(Path(source).stem.replace("_", " ").replace("-", " ").split())
    return words[:1].upper() + words[1:]


def decode(data: bytes, *, source: str = "") -> str:
    """Return the text that `data` encodes: UTF-8, UTF-16 or UTF-32 by its mark, Windows-1252,
    Latin-1, or what `charset_normalizer` recognises without doubt.

    :raises DocumentError: as `read_text` does.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                text = data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise _broken(source, encoding) from error
            if "\0" in text:
                raise _binary(source)
            return text
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_legacy(data, source)
    if _is_binary(data):
        raise _binary(source)
    return text


def find_blocks(text: str) -> tuple[Block, ...]:
    """Return the paragraphs of a plain text, the first a heading where it reads like a title.

    Each line is a paragraph, unless blank lines part groups of lines short enough to have been
    wrapped by hand: then each group is one.
    """
    groups = [match.span() for match in re.finditer(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*", text)]
    spans = groups if _is_wrapped(text, groups) else _lines(text)
    blocks = [Block(*_trim(text, start, end)) for start, end in spans]
    if _is_title(text, blocks):
        first = blocks[0]
        blocks[0] = Block(first.start, first.end, BlockKind.HEADING, level=1)
    return tuple(blocks)


_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins alike
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def _decode_legacy(data: bytes, source: str) -> str:
    if _is_binary(data):
        raise _binary(source)
    text = _decode_western(data) or _decode_other(data)
    if text is not None:
        return text
    raise DocumentError(
        QT_TRANSLATE_NOOP(
            "errors",
            "The encoding of “{path}” can't be told (neither UTF-8 nor Windows-1252): save it as "
            "UTF-8 text and open it again.",
        ),
        path=source,
    )


def _decode_western(data: bytes) -> str | None:
    """Return the text in the Western encoding that makes most sense of it; None if none does."""
    best, best_score = None, 0.0
    for encoding in _WESTERN_ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        score = _western_score(text[:_MAX_SAMPLE])
        if score >= _MIN_WESTERN and score > best_score + _MARGIN:
            best, best_score = text, score
    return best


def _western_score(text: str) -> float:
    """Return how much of what `text` holds beyond ASCII a Western text would hold, 0 to 1.

    What Spanish uses counts fully, the rest of Western Europe a little less.
    """
    beyond = [c for c in text if c > "\x7f"]
    if not beyond:
        return 1.0
    letters = sum(map(str.isalpha, text))
    if sum(map(str.isalpha, beyond)) > _MAX_ACCENTED * letters:
        return 0.0
    known = sum(1.0 if c in _SPANISH else 0.95 for c in beyond if c in _WESTERN)
    return known / len(beyond)


def _decode_other(data: bytes) -> str | None:
    """Return the text in another script's encoding, where that can be told without doubt."""
    from charset_normalizer import from_bytes  # large, and needed by few texts

    best = from_bytes(
        data[:_MAX_SAMPLE], cp_isolation=_OTHER_ENCODINGS, enable_fallback=False
    ).best()
    # The library's measures of mess (0 is none) and of likeness to a language (1 is full).
    if best is None or best.chaos > 0.1 or best.coherence < 0.3:
        return None
    try:
        return data.decode(best.encoding)
    except UnicodeDecodeError:
        return None


def _is_binary(data: bytes) -> bool:
    if b"\0" in data:
        return True
    sample = data[:_MAX_SAMPLE]
    return sum(byte in _CONTROLS for byte in sample) > _MAX_CONTROLS * len(sample)


def _binary(source: str) -> DocumentError:
    return DocumentError(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{path}” is not a text file: export its article as plain text (.txt) and open that.",
        ),
        path=source,
    )


def _broken(source: str, encoding: str) -> DocumentError:
    return DocumentError(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{path}” says that it is {encoding} but is damaged: get a fresh copy, or save it as "
            "UTF-8 text.",
        ),
        path=source,
        encoding=encoding.removesuffix("-le").removesuffix("-be").upper(),
    )


def _lines(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"[^\n]*\S[^\n]*", text)]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), start + len(part.rstrip())


def _is_wrapped(text: str, groups: list[tuple[int, int]]) -> bool:
    """Tell whether lines end where the page did, not where the paragraph did.

    Lines are then of about one length, and most of those inside a group don't end a sentence.
    """
    inner: list[str] = []
    longest = 0
    for start, end in groups:
        lines = text[start:end].split("\n")
        inner += lines[:-1]
        longest = max(longest, *map(len, lines))
    if not inner or longest > WRAPPED_LINE:
        return False
    length = sum(map(len, inner)) / len(inner)
    unfinished = sum(not line.rstrip().endswith((".", "!", "?", ":", "»", "”")) for line in inner)
    return length > WRAPPED_LINE / 3 and unfinished >= 0.7 * len(inner)


def _is_title(text: str, blocks: list[Block]) -> bool:
    if len(blocks) < 2:
        return False
    first, second = blocks[0], blocks[1]
    title = text[first.start : first.end]
    return (
        len(title) <= MAX_TITLE
        and "\n" not in title
        and not title.endswith((".", ",", ";", ":"))
        and second.end - second.start > len(title)
    )

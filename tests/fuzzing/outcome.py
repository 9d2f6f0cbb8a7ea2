"""What a document must be, whatever file it was read from."""

import hashlib
import re
from collections.abc import Iterator
from itertools import pairwise

from reader.core.document import Block, BlockKind, Document, Parsed, Run, RunKind, document_id
from reader.core.errors import ReaderError
from reader.formats.refusals import BREAKS_THE_READER
from reader.store.library import Library
from tests.fuzzing.guard import BreakdownError, TrespassError
from tests.fuzzing.mutation import Bait

_LINK = re.compile(r"https?://\S|mailto:|#\d+$", re.IGNORECASE)
_SOURCE = re.compile(r"resource:[0-9a-f]{64}$|https?://", re.IGNORECASE)
_LONGEST_SENTENCE = 600


def error_flaws(error: ReaderError) -> Iterator[str]:
    """Yield what is wrong with a refusal."""
    if isinstance(error, BreakdownError | TrespassError) or error.template == BREAKS_THE_READER:
        yield f"{type(error).__name__}: {error}"
    elif "\n" in str(error) or len(str(error)) > _LONGEST_SENTENCE:
        yield f"no sentence: {error}"


def flaws(parsed: Parsed, bait: Bait) -> Iterator[str]:
    """Yield what is wrong with what was read."""
    document = parsed.document
    yield from _text_flaws(document)
    yield from _block_flaws(document)
    yield from _run_flaws(document)
    yield from _picture_flaws(parsed)
    said = (document.text, document.title, document.author, document.outlet, document.url)
    data = [resource.data for resource in parsed.resources]
    if any(bait.secret in text for text in said) or any(bait.secret.encode() in d for d in data):
        yield "another file's content is in it"


def _text_flaws(document: Document) -> Iterator[str]:
    if document.id != document_id(document.text):
        yield "its id isn't its text's"
    if not document.text.strip():
        yield "blank text"
    for name in ("text", "title", "author", "outlet", "date", "url", "language"):
        value = getattr(document, name)
        if "\0" in value:
            yield f"NUL in {name}"
        if any("\ud800" <= sign <= "\udfff" for sign in value):
            yield f"lone surrogate in {name}"
        if name != "text" and ("\n" in value or len(value) > 20_000):
            yield f"{name} is no line: {value[:80]!r}"
    if "\r" in document.text:
        yield "CR in text"
    if document.date and not re.match(r"\d{4}(-\d\d(-\d\d(T[\d:.Z+-]+)?)?)?$", document.date):
        yield f"no date: {document.date!r}"


def _block_flaws(document: Document) -> Iterator[str]:
    end = 0
    for block in document.blocks:
        if not end <= block.start <= block.end <= len(document.text):
            yield f"block out of order or text: {block}"
        if block.start == block.end and block.kind is not BlockKind.PICTURE:
            yield f"empty block: {block}"
        if not 0 <= block.level < 1000:
            yield f"level: {block}"
        if document.text[end : block.start].strip():
            yield f"text outside of blocks before {block}"
        end = block.end
    if document.text[end:].strip():
        yield "text after the last block"


def _run_flaws(document: Document) -> Iterator[str]:
    for before, after in pairwise(document.runs):
        if before.start > after.start:
            yield f"runs out of order: {before}, {after}"
    places = iter(document.blocks)
    block: Block | None = next(places, None)
    for run in document.runs:
        while block is not None and block.end <= run.start:
            block = next(places, None)
        if block is None or not block.start <= run.start < run.end <= block.end:
            yield f"run in no block: {run}"
            return
        yield from _target_flaws(run, len(document.text))


def _target_flaws(run: Run, length: int) -> Iterator[str]:
    if run.kind in (RunKind.LINK, RunKind.NOTE):
        if not _LINK.match(run.target):
            yield f"target: {run}"
        elif run.target.startswith("#") and int(run.target[1:]) > length:
            yield f"target out of text: {run}"


def _picture_flaws(parsed: Parsed) -> Iterator[str]:
    document = parsed.document
    keys = {resource.key for resource in parsed.resources}
    for picture in document.pictures:
        if not 0 <= picture.block < len(document.blocks):
            yield f"picture of no block: {picture}"
        elif document.blocks[picture.block].kind is not BlockKind.PICTURE:
            yield f"picture of another block: {picture}"
        if not _SOURCE.match(picture.source):
            yield f"picture from elsewhere: {picture.source[:200]!r}"
        elif picture.source.startswith("resource:") and picture.source[9:] not in keys:
            yield f"picture that isn't there: {picture.source}"
        if not (0 <= picture.width < 2**31 and 0 <= picture.height < 2**31):
            yield f"size: {picture}"
    if [p.block for p in document.pictures] != sorted(p.block for p in document.pictures):
        yield "pictures out of order"
    for resource in parsed.resources:
        if resource.key != hashlib.sha256(resource.data).hexdigest():
            yield "a resource's key isn't its data's"


def stored_flaws(library: Library, parsed: Parsed) -> Iterator[str]:
    """Yield how what the library gives back differs from what was read; it is empty afterwards."""
    document = parsed.document
    added = library.shelf.add(parsed, separately=True)
    kept = library.document(added.document_id)
    if kept != document:
        yield f"kept otherwise: {_difference(kept, document)}"
    library.search.find("faro lámpara")
    library.shelf.delete([added.document_id])
    library.shelf.empty_trash()


def _difference(one: Document | None, other: Document) -> str:
    if one is None:
        return "not at all"
    names = [name for name in Document.__slots__ if getattr(one, name) != getattr(other, name)]
    first = names[0]
    return f"{names}: {str(getattr(one, first))[:200]!r}, {str(getattr(other, first))[:200]!r}"

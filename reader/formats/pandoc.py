"""Run pandoc: office documents and e-books -> HTML, Markdown -> such documents.

It reads no other file and fetches nothing.
"""

import contextlib
import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reader.formats.refusals import (
    CONVERTER_MISSING,
    TAKES_TOO_LONG,
    TAKES_TOO_MUCH,
    damaged,
    refused,
)

LIMIT_S = 90.0
MEMORY_MB = 1536
MAX_HTML = 192 * 1024 * 1024  # bytes, pictures with it

_HEAP_EXHAUSTED = (
    251  # https://downloads.haskell.org/ghc/latest/docs/users_guide/runtime_control.html
)
_NO_MEMORY = frozenset({_HEAP_EXHAUSTED, -6, -9, -11})  # what the system's refusal ends in
_OPTIONS = ("--standalone", "--embed-resources", "--wrap=none", "--to=html5")


def to_html(
    data: bytes,
    *,
    kind: str,
    source: str,
    limit_s: float = LIMIT_S,
    memory_mb: int = MEMORY_MB,
) -> str:
    """Return a document of the format that pandoc calls `kind` as a page, its pictures within.

    :raises DocumentError: where it can't be converted, or not within the limits.
    """
    options = [f"--from={kind}", *_OPTIONS]
    html = _run(options, data, source=source, limit_s=limit_s, memory_mb=memory_mb)
    return html.decode("utf-8", "replace")


MARKDOWN = "commonmark+pipe_tables+strikeout"
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0]")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_HARMLESS = ("http", "https", "mailto", "reader")


def from_markdown(
    markdown: str,
    *,
    kind: str,
    title: str,
    language: str,
    source: str,
    limit_s: float = LIMIT_S,
    memory_mb: int = MEMORY_MB,
) -> bytes:
    """Return Markdown as a document of the format that pandoc calls `kind`.

    HTML in it is shown as the text that it is, and a link leads nowhere that could run something:
    comments in it may come from someone else.

    `title` is one line of plain text, `language` as in BCP 47. `source` is for messages.

    :raises DocumentError: where it can't be converted, or not within the limits.
    """
    limits = {"source": source, "limit_s": limit_s, "memory_mb": memory_mb}
    options = [f"--from={MARKDOWN}", "--to=json"]
    tree = _run(options, markdown.encode("utf-8", "replace"), **limits)
    try:
        tamed = json.dumps(_tamed(json.loads(tree))).encode()
    except RecursionError as error:
        raise refused(source, TAKES_TOO_MUCH) from error
    options = [
        *("--standalone", "--wrap=none", "--from=json", f"--to={kind}"),
        *("--output=-", f"--metadata=lang:{language}", f"--metadata=pagetitle:{title}"),
    ]
    if kind.startswith("epub"):  # which takes its title from nowhere else
        options += [f"--metadata=title:{title}", "--split-level=1"]
    return _run(options, tamed, **limits)


def _tamed(node: Any) -> Any:
    """Return a part of pandoc's tree (https://hackage.haskell.org/package/pandoc-types) tamed."""
    if isinstance(node, list):
        return [_tamed(each) for each in node]
    if not isinstance(node, dict):
        return node
    kind, content = node.get("t"), node.get("c")
    if kind == "RawInline" and isinstance(content, list):
        return {"t": "Str", "c": content[1]}
    if kind == "RawBlock" and isinstance(content, list):
        return {"t": "Para", "c": [{"t": "Str", "c": content[1]}]}
    if kind == "Link" and isinstance(content, list):
        attributes, text, (address, title) = content
        address = _UNSEEN.sub("", address)  # browsers don't see it either
        scheme = _SCHEME.match(address)
        is_harmless = scheme is None or scheme[1].lower() in _HARMLESS
        return {
            "t": "Link",
            "c": [attributes, _tamed(text), [address if is_harmless else "#", title]],
        }
    return {name: _tamed(value) for name, value in node.items()}


def _run(
    options: Sequence[str], data: bytes, *, source: str, limit_s: float, memory_mb: int
) -> bytes:
    limits = ("+RTS", f"-M{memory_mb}m", "-A64m", "-RTS")  # a fifth faster than with 4 MB
    try:
        process = subprocess.Popen(  # noqa: S603 (our own program, and no shell)
            [executable(), "--sandbox", *options, *limits],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # Windows alone has it
        )
    except (ImportError, OSError) as error:
        raise refused(source, CONVERTER_MISSING) from error
    late = threading.Event()
    made = _exchange(process, data, limit_s=limit_s, late=late)
    if late.is_set():
        raise refused(source, TAKES_TOO_LONG)
    if len(made) > MAX_HTML or process.returncode in _NO_MEMORY:
        raise refused(source, TAKES_TOO_MUCH)
    if process.returncode:
        raise damaged(source)
    return made


def _exchange(
    process: subprocess.Popen[bytes], data: bytes, *, limit_s: float, late: threading.Event
) -> bytes:
    """Give a process `data`, return what it says, and end it; `late` is set at the limit."""
    assert process.stdin is not None
    assert process.stdout is not None
    writer = threading.Thread(target=_feed, args=(process, data), daemon=True)

    def stop() -> None:
        late.set()
        process.kill()

    timer = threading.Timer(limit_s, stop)
    try:
        writer.start()
        timer.start()
        said = process.stdout.read(MAX_HTML + 1)
        if len(said) > MAX_HTML:
            process.kill()
        process.wait()
    finally:
        timer.cancel()
        process.kill()
        process.wait()
        writer.join()
        process.stdout.close()
    return said


def _feed(process: subprocess.Popen[bytes], data: bytes) -> None:
    assert process.stdin is not None
    with contextlib.suppress(OSError):  # it has ended, or was ended
        process.stdin.write(data)
    with contextlib.suppress(OSError):
        process.stdin.close()


def executable() -> str:
    """Return the path of the pandoc that came with the program.

    It is looked for here and not by `pypandoc`, which would take whichever the system has.

    :raises ImportError: where there is none.
    """
    import importlib.util

    name = "pandoc.exe" if sys.platform == "win32" else "pandoc"
    found = importlib.util.find_spec("pypandoc")
    folders = list(found.submodule_search_locations or ()) if found else []
    for folder in folders:
        path = Path(folder, "files", name)
        if os.access(path, os.X_OK):
            return str(path)
    raise ImportError(name)

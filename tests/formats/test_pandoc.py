"""The converter is shut in whatever it is asked for: it sees what it is given, and no file."""

import io
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest

from reader.core.errors import DocumentError
from reader.formats import pandoc

SECRET = b"SECRETO-8f2c"


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret.svg"
    path.write_bytes(b'<svg xmlns="http://www.w3.org/2000/svg"><!-- ' + SECRET + b" --></svg>")
    return path


def members(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


@pytest.mark.parametrize("kind", ["docx", "odt", "epub3"])
def test_pandoc_puts_no_file_into_what_it_writes(kind: str, secret: Path) -> None:
    markdown = f"Texto ![pie]({secret}) ![pie]({secret.as_uri()})\n\n![otro](<{secret}>)\n"
    try:
        made = pandoc.from_markdown(markdown, kind=kind, title="T", language="es", source="x")
        written = members(made)
    except DocumentError:
        return  # refused is as good
    assert b"Texto" in written
    assert SECRET not in written


@pytest.mark.parametrize("address", ["{path}", "file://{path}"])
def test_pandoc_puts_no_file_into_what_it_reads(address: str, secret: Path) -> None:
    picture = address.format(path=secret)
    page = f'{{\\rtf1 Texto {{\\field{{\\*\\fldinst INCLUDEPICTURE "{picture}"}}}}\\par}}'
    assert SECRET.decode() not in pandoc.to_html(page.encode(), kind="rtf", source="x")
    page = f"![pie]({picture}) <img src='{picture}'> Texto"
    assert SECRET.decode() not in pandoc.to_html(page.encode(), kind="markdown", source="x")


def test_pandoc_never_runs_outside_of_its_sandbox(monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[list[str]] = []
    real = subprocess.Popen

    def popen(command: list[str], **options: Any) -> Any:
        commands.append(command)
        return real(command, **options)

    monkeypatch.setattr(subprocess, "Popen", popen)
    pandoc.to_html(b"{\\rtf1 a}", kind="rtf", source="x")
    pandoc.from_markdown("a", kind="odt", title="T", language="es", source="x")
    assert len(commands) == 3
    assert all(command[1] == "--sandbox" for command in commands)

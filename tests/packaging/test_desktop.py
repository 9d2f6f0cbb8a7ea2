"""What desktops are told of the program is right, and abreast of it."""

import configparser
import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

import reader.cli

DESKTOP = Path(__file__).parents[2] / "packaging" / "desktop"
APP_ID = "org.reader_project.Reader"
TYPES = {
    "txt": "text/plain",
    "md": "text/markdown",
    "html": "text/html",
    "mhtml": "multipart/related",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "rtf": "application/rtf",
    "epub": "application/epub+zip",
    "eml": "message/rfc822",
}


def entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # keys keep their case
    parser.read(DESKTOP / f"{APP_ID}.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def test_desktop_entry_names_every_format_of_the_samples() -> None:
    samples = {path.suffix[1:] for path in (Path(__file__).parents[2] / "seeds").glob("muestra.*")}
    assert samples == set(TYPES)
    assert set(TYPES.values()) <= set(entry()["MimeType"].split(";"))
    assert "x-scheme-handler/reader" in entry()["MimeType"]


def test_desktop_entry_speaks_spanish_too() -> None:
    for key in ("GenericName", "Comment", "Keywords"):
        assert entry()[f"{key}[es]"]


def test_desktop_metainfo_leads_to_the_entry() -> None:
    root = ElementTree.parse(DESKTOP / f"{APP_ID}.metainfo.xml").getroot()
    assert root.findtext("id") == APP_ID
    assert root.findtext("launchable") == f"{APP_ID}.desktop"
    assert root.findtext("project_license") == "GPL-3.0-or-later"
    spanish = "{http://www.w3.org/XML/1998/namespace}lang"
    assert [p for p in root.iterfind("description/p") if p.get(spanish) == "es"]


def test_desktop_manual_names_every_command() -> None:
    manual = (DESKTOP / "reader.1").read_text("utf-8")
    source = Path(reader.cli.__file__).read_text("utf-8")
    commands = set(re.findall(r'"(\w+)": run_\w+,', source))
    assert commands >= {"entities", "export", "import", "backup"}
    for command in commands:
        assert f"\\fB{command}\\fR" in manual
        assert f".B {command}\n" in manual


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="it isn't installed")
def test_desktop_entry_is_valid() -> None:
    checked = subprocess.run(
        ["desktop-file-validate", str(DESKTOP / f"{APP_ID}.desktop")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (checked.returncode, checked.stdout) == (0, "")


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="it isn't installed")
def test_desktop_metainfo_is_valid(tmp_path: Path) -> None:
    filled = (DESKTOP / f"{APP_ID}.metainfo.xml").read_text("utf-8")
    filled = filled.replace("@VERSION@", "1.0").replace("@DATE@", "2026-01-01")
    path = tmp_path / f"{APP_ID}.metainfo.xml"
    path.write_text(filled, "utf-8")
    checked = subprocess.run(
        ["appstreamcli", "validate", "--no-net", str(path)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert checked.returncode == 0, checked.stdout

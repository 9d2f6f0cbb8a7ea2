"""What office documents and e-books say about themselves, in the XML beside their text."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import unquote

from lxml import etree

_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_FIELDS = {
    "title": ("title",),
    "author": ("creator", "initial-creator"),
    "date": ("date", "issued", "created", "creation-date"),
    "language": ("language",),
    "outlet": ("publisher", "outlet"),
    "url": ("url", "source"),
}
"""Which elements or properties, by their names without namespace, say what; the best one first."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article's origin, as in `Document`."""

    title: str = ""
    author: str = ""
    date: str = ""
    language: str = ""
    outlet: str = ""
    url: str = ""


def docx_metadata(members: Mapping[str, bytes]) -> Metadata:
    """Return what a Word document's properties say; its date is when it was made."""
    found = _texts(members.get("docProps/core.xml", b""))
    found.pop("date", None)
    return metadata_of(found | _properties(members.get("docProps/custom.xml", b"")))


def odt_metadata(members: Mapping[str, bytes]) -> Metadata:
    """Return what an OpenDocument text's properties say; its date is when it was made."""
    meta = members.get("meta.xml", b"")
    found = _texts(meta)
    if "creation-date" in found:
        found.pop("date", None)  # when it was saved last
    if "initial-creator" in found:
        found["creator"] = found["initial-creator"]
    return metadata_of(found | _properties(meta))


def epub_metadata(members: Mapping[str, bytes]) -> Metadata:
    """Return what an e-book's package says."""
    return metadata_of(_texts(members.get(package_name(members), b"")))


def package_name(members: Mapping[str, bytes]) -> str:
    """Return the name of an e-book's package document; "" where it has none."""
    container = _parse(members.get("META-INF/container.xml", b""))
    if container is None:
        return ""
    paths = [each.get("full-path", "") for each in container.iter("{*}rootfile")]
    return posixpath.normpath(unquote(paths[0])) if paths and paths[0] else ""


_RTF_INFO = re.compile(rb"\{\\info\b((?:[^{}]|\{[^{}]*\})*)\}")
_RTF_TEXT = re.compile(rb"\{\\(?:\*\\)?(title|author|company|hlinkbase)\s((?:[^{}])*)\}")
_RTF_TIME = re.compile(rb"\{\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")
_RTF_CHARACTER = re.compile(r"\\u(-?\d{1,6}) ?(?:\\'[0-9a-fA-F]{2}|[^\\{}])?|\\'([0-9a-fA-F]{2})")


def rtf_metadata(data: bytes) -> Metadata:
    """Return what a rich text file's information group says."""
    info = _RTF_INFO.search(data)
    if info is None:
        return Metadata()
    names = {b"title": "title", b"author": "creator", b"company": "publisher", b"hlinkbase": "url"}
    found = {names[key]: _rtf_text(text) for key, text in _RTF_TEXT.findall(info[1])}
    if when := _RTF_TIME.search(info[1]):
        found["created"] = f"{int(when[1]):04}-{int(when[2]):02}-{int(when[3]):02}"
    return metadata_of(found)


def _rtf_text(written: bytes) -> str:
    def character(match: re.Match[str]) -> str:
        if match[2]:
            return bytes.fromhex(match[2]).decode("cp1252", "replace")
        return chr(int(match[1]) % 0x10000)

    text = _RTF_CHARACTER.sub(character, written.decode("latin-1"))
    # Beyond the basic plane a character is written in two halves.
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def metadata_of(found: Mapping[str, str]) -> Metadata:
    """Return metadata from texts by the names that formats use; what can't be is left out."""
    texts = {
        key: next((" ".join(found[n].split()) for n in names if found.get(n, "").strip()), "")
        for key, names in _FIELDS.items()
    }
    language = _LANGUAGE.fullmatch(texts["language"])
    is_address = texts["url"].lower().startswith(("http://", "https://"))
    return Metadata(
        title=texts["title"],
        author=texts["author"],
        date=_day(texts["date"]),
        language=texts["language"].replace("_", "-") if language else "",
        outlet=texts["outlet"],
        url=texts["url"] if is_address and " " not in texts["url"] else "",
    )


def _day(written: str) -> str:
    """Return the day, month or year that a time starts with; "" for none."""
    match = _DAY.match(written)
    day = match[0] if match else ""
    try:
        date.fromisoformat(day + "-01-01"[: 10 - len(day)])
    except ValueError:
        return ""
    return day


def _parse(data: bytes) -> etree._Element | None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        return etree.fromstring(data, parser) if data else None
    except (etree.XMLSyntaxError, ValueError):
        return None


def _texts(data: bytes) -> dict[str, str]:
    """Return the texts of a document's metadata by their elements' names; creators are joined."""
    root = _parse(data)
    found: dict[str, str] = {}
    if root is None:
        return found
    for element in root.iter("{*}*"):
        try:
            name = _local(str(element.tag))
            text = (element.text or "").strip()
        except UnicodeDecodeError:  # a reference to half a character, say, which was let pass
            continue
        if name == "manifest":  # of an e-book: no more metadata follows
            break
        if text and name == "creator" and name in found:
            found[name] += f", {text}"
        elif text:
            found.setdefault(name, text)
    return found


def _properties(data: bytes) -> dict[str, str]:
    """Return the properties that a document's writer named themselves."""
    root = _parse(data)
    if root is None:
        return {}
    found: dict[str, str] = {}
    for element in root.iter("{*}property", "{*}user-defined"):
        try:
            names = [v for k, v in element.attrib.items() if _local(str(k)) == "name"]
            text = "".join(map(str, element.itertext())).strip()
        except UnicodeDecodeError:
            continue
        if names and text:
            found[str(names[0]).casefold()] = text
    return found


def _local(name: str) -> str:
    """Return a name without its namespace, also where no XML has such a name."""
    return name.rpartition("}")[2]

"""Documents that are broken, locked, empty or made to do harm, each as the bytes of a file."""

import io
import struct
import zipfile
from collections.abc import Mapping

from tests.conftest import SEEDS

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
WORD = "word/document.xml"
ODF = "content.xml"
CHAPTER = "EPUB/text/ch001.xhtml"
PACKAGE = "EPUB/content.opf"
_ENTITIES = b"""<!DOCTYPE x [<!ENTITY a "ja"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY file SYSTEM "file:///etc/hostname">]>"""


def sample(suffix: str) -> bytes:
    return (SEEDS / f"muestra.{suffix}").read_bytes()


def members(suffix: str) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(sample(suffix))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(content: Mapping[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, member in content.items():
            archive.writestr(name, member)
    return data.getvalue()


def changed(suffix: str, **content: bytes | None) -> bytes:
    """Return a sample with other members; what is None is left out."""
    whole = {**members(suffix), **content}
    return packed({name: data for name, data in whole.items() if data is not None})


def with_member(suffix: str, name: str, data: bytes) -> bytes:
    return changed(suffix, **{name: data})


def replaced(suffix: str, name: str, old: bytes, new: bytes) -> bytes:
    content = members(suffix)[name]
    assert old in content
    return with_member(suffix, name, content.replace(old, new, 1))


def truncated(suffix: str) -> bytes:
    data = sample(suffix)
    return data[: len(data) // 2]


def encrypted_zip(suffix: str) -> bytes:
    """Return a sample whose members say that they are encrypted."""
    data = bytearray(sample(suffix))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(signature)
        while place >= 0:
            data[place + offset] |= 1
            place = data.find(signature, place + 4)
    return bytes(data)


def lying_zip(suffix: str, name: str) -> bytes:
    """Return a sample with a member that unpacks to far more than its headers say."""
    data = bytearray(with_member(suffix, name, b"<x>" + bytes(4_000_000) + b"</x>"))
    for signature, offset, name_offset in ((b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)):
        place = data.find(signature)
        while place >= 0:
            start = place + name_offset
            if data[start : start + len(name)] == name.encode():
                data[place + offset : place + offset + 4] = struct.pack("<I", 100)
            place = data.find(signature, place + 4)
    return bytes(data)


def with_entities(suffix: str, name: str, *, encoding: str = "utf-8") -> bytes:
    content = members(suffix)[name]
    end = content.index(b"?>") + 2 if content.startswith(b"<?xml") else 0
    whole = _ENTITIES + content[end:]
    return with_member(suffix, name, whole.decode().encode(encoding))


def with_link(suffix: str) -> bytes:
    data = io.BytesIO(sample(suffix))
    with zipfile.ZipFile(data, "a") as archive:
        link = zipfile.ZipInfo("word/media/link.png")
        link.create_system = 3
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/hostname")
    return data.getvalue()


def with_many_members(suffix: str) -> bytes:
    return packed({**members(suffix), **{f"x/{n}.xml": b"" for n in range(10_001)}})


def without_text(suffix: str) -> bytes:
    """Return a document of the format in which nothing is written."""
    if suffix == "docx":
        start, _, rest = members("docx")[WORD].partition(b"<w:body>")
        return with_member("docx", WORD, start + b"<w:body>" + rest[rest.index(b"</w:body>") :])
    if suffix == "odt":
        start, _, rest = members("odt")[ODF].partition(b"<office:text>")
        end = rest[rest.index(b"</office:text>") :]
        return with_member("odt", ODF, start + b"<office:text>" + end)
    if suffix == "epub":
        page = b'<html xmlns="http://www.w3.org/1999/xhtml"><body></body></html>'
        package = members("epub")[PACKAGE]
        title = package[package.index(b"<dc:title") : package.index(b"</dc:title>") + 11]
        untitled = package.replace(title, b"")
        return changed("epub", **{CHAPTER: page, PACKAGE: untitled})
    return {
        "rtf": rb"{\rtf1\ansi\par }",
        "md": b"\n   \n---\n",
        "eml": b"From: a@b.example\r\nSubject: \r\n\r\n  \r\n",
    }[suffix]


DRM = b"""<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#">
<EncryptionMethod Algorithm="%s"/></EncryptedData></encryption>"""
AES = b"http://www.w3.org/2001/04/xmlenc#aes128-cbc"
FONTS = b"http://www.idpf.org/2008/embedding"

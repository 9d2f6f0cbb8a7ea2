"""A check of REFI-QDA projects against the order and the attributes of the schema's elements."""

import re

from lxml import etree

from reader.formats.to_qdpx import NAMESPACE

GUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?")
COLOUR = re.compile(r"#[A-Fa-f0-9]{6}")

# Each element with the children that it may have, in order; "+" needs one, "*" may have several.
CHILDREN = {
    "Project": "Users CodeBook Sources Notes Description",
    "Users": "User+",
    "User": "",
    "CodeBook": "Codes+",
    "Codes": "Code+",
    "Code": "Description NoteRef* Code*",
    "Sources": "TextSource+",
    "TextSource": "Description PlainTextContent PlainTextSelection* Coding* NoteRef*",
    "PlainTextSelection": "Description Coding* NoteRef*",
    "Coding": "CodeRef NoteRef*",
    "CodeRef": "",
    "NoteRef": "",
    "Notes": "Note+",
    "Note": "Description PlainTextContent PlainTextSelection* Coding* NoteRef*",
    "Description": "",
    "PlainTextContent": "",
}
REQUIRED = {
    "Project": "name",
    "User": "guid",
    "Code": "guid name isCodable",
    "TextSource": "guid",
    "PlainTextSelection": "guid startPosition endPosition",
    "Coding": "guid",
    "CodeRef": "targetGUID",
    "NoteRef": "targetGUID",
    "Note": "guid",
}
OPTIONAL = {
    "Project": "origin creatingUserGUID creationDateTime modifyingUserGUID modifiedDateTime",
    "User": "name id",
    "Code": "color",
    "TextSource": "name richTextPath plainTextPath creatingUser creationDateTime modifyingUser "
    "modifiedDateTime",
    "PlainTextSelection": "name creatingUser creationDateTime modifyingUser modifiedDateTime",
    "Coding": "creatingUser creationDateTime",
    "Note": "name plainTextPath creatingUser creationDateTime modifyingUser modifiedDateTime",
}


def check_project(root: etree._Element, texts: dict[str, str]) -> None:
    """Assert that a project follows the schema, and that all that it points to is there."""
    assert root.tag == f"{{{NAMESPACE}}}Project"
    guids: list[str] = []
    for element in root.iter():
        name = etree.QName(element).localname
        _check_children(name, [etree.QName(child).localname for child in element])
        given = set(element.attrib)
        required = set(REQUIRED.get(name, "").split())
        assert required <= given <= required | set(OPTIONAL.get(name, "").split()), (name, given)
        _check_attributes(element)
        if name not in ("Project",) and "guid" in element.attrib:
            guids.append(str(element.attrib["guid"]))
    assert len(guids) == len(set(guids))
    codes = {each.get("guid") for each in root.iter(f"{{{NAMESPACE}}}Code")}
    notes = {each.get("guid") for each in root.iter(f"{{{NAMESPACE}}}Note")}
    assert {each.get("targetGUID") for each in root.iter(f"{{{NAMESPACE}}}CodeRef")} <= codes
    assert {each.get("targetGUID") for each in root.iter(f"{{{NAMESPACE}}}NoteRef")} <= notes
    paths = [each.get("plainTextPath", "") for each in root.iter(f"{{{NAMESPACE}}}TextSource")]
    assert sorted(path.removeprefix("internal://") for path in paths) == sorted(texts)


def _check_children(name: str, children: list[str]) -> None:
    left = list(children)
    for allowed in CHILDREN[name].split():
        wanted = allowed.rstrip("+*")
        count = 0
        while left and left[0] == wanted:
            left.pop(0)
            count += 1
        assert count or "+" not in allowed, f"{name} without {wanted}"
        assert count <= 1 or allowed[-1] in "+*", f"{name} with {count} of {wanted}"
    assert not left, f"{left} in {name} out of order"


def _check_attributes(element: etree._Element) -> None:
    for key, value in ((str(key), str(value)) for key, value in element.attrib.items()):
        if key.lower().endswith(("guid", "user")):
            assert GUID.fullmatch(value), (key, value)
        elif key.endswith("DateTime"):
            assert TIME.fullmatch(value), value
        elif key.endswith("Position"):
            assert value.isdigit()
        elif key == "color":
            assert COLOUR.fullmatch(value)
        elif key == "isCodable":
            assert value in ("true", "false")

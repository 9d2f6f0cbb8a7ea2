"""Write a REFI-QDA 1.0 project (https://www.qdasoftware.org), which programs for coding texts read.

Entities, colours and tags are codes; annotations and mentions are selections with these codes, an
annotation's comment is the selection's description, and notes on entities are notes of their codes.
Positions are half-open and count code points of the plain text, in which no line break or other
character is more than one. The schema says no more than that they are integers; QualCoder, which is
open to read, counts so too. The same project is the same file, but for `made`.
"""

import io
import re
import uuid
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime

from lxml import etree

from reader.core.annotations import Annotation, Colour
from reader.core.entities import Entity, Note
from reader.core.export import Export, ExportedArticle
from reader.core.mentions import Kind

NAMESPACE = "urn:QDA-XML:project:1.0"
_NS = uuid.UUID("7f0c9b0e-5d0a-5f0b-9a53-0d1c3f6c2c11")  # of all that is made here
_EPOCH = (1980, 1, 1, 0, 0, 0)
_LONGEST_NAME = 64  # characters of a selection's name
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 can't hold: https://www.w3.org/TR/xml/#charsets."""

COLOURS = {
    Colour.YELLOW: "#F0D84B",
    Colour.GREEN: "#7BC67E",
    Colour.BLUE: "#6FB1E8",
    Colour.PINK: "#EE8FB5",
    Colour.ORANGE: "#F0A04B",
    Colour.PURPLE: "#B48AE0",
}
KINDS = {
    Kind.PERSON: "#0072B2",
    Kind.COUNTRY: "#D55E00",
    Kind.PLACE: "#009E73",
    Kind.ORGANIZATION: "#AA4499",
}
Words = dict[str, str]
"""The names of the groups of codes: those of kinds and colours, "colours", "tags"."""


def to_qdpx(export: Export, words: Words, *, origin: str) -> bytes:
    """Return a project; `origin` is the program's name and version."""
    project = _Project(export, words, origin)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        sources = list(project.sources())
        _add(archive, "project.qde", project.xml())
        for name, text in sources:
            _add(archive, f"Sources/{name}", text.encode())
    return packed.getvalue()


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(info, data)


class _Project:
    """The project while it is written: articles first, which say what codes there are."""

    def __init__(self, export: Export, words: Words, origin: str) -> None:
        self._export = export
        self._words = words
        self._user = guid("user")
        self._colours: set[Colour] = set()
        self._tags: dict[str, None] = {}
        self._entities: dict[str, Entity] = {}
        self._notes: dict[str, Note] = {}
        made = _time(export.made)
        self._root = etree.Element(
            f"{{{NAMESPACE}}}Project",
            {
                "name": legal(export.title) or "Reader",
                "origin": origin,
                "creatingUserGUID": self._user,
                **({"creationDateTime": made, "modifiedDateTime": made} if made else {}),
            },
            nsmap={None: NAMESPACE},  # type: ignore[dict-item]
        )
        self._sources = etree.Element(f"{{{NAMESPACE}}}Sources")

    def sources(self) -> Iterator[tuple[str, str]]:
        """Yield the name and the text of each article's file."""
        for article in self._export.articles:
            source = guid("article", article.document.id)
            self._add_source(article, source)
            yield f"{source}.txt", legal(article.document.text)
        for each in self._export.entities:
            self._know(each.entity, each.note)

    def xml(self) -> bytes:
        """Return the project, after its sources; elements in the order of the schema."""
        users = _element(self._root, "Users")
        _element(users, "User", guid=self._user, name="Reader")
        self._add_codes()
        if len(self._sources):
            self._root.append(self._sources)
        if self._notes:
            notes = _element(self._root, "Notes")
            for entity_id, note in self._notes.items():
                self._add_note(notes, entity_id, note)
        return etree.tostring(self._root, encoding="utf-8", xml_declaration=True, pretty_print=True)

    def _know(self, entity: Entity, note: Note | None) -> None:
        self._entities.setdefault(entity.id, entity)
        if note is not None and note.text.strip():
            self._notes[entity.id] = note

    # Sources

    def _add_source(self, article: ExportedArticle, source: str) -> None:
        for each in article.entities:
            self._know(each.entity, each.note)
        it = article.document
        element = _element(
            self._sources,
            "TextSource",
            guid=source,
            name=it.title or it.id,
            plainTextPath=f"internal://{source}.txt",
            creatingUser=self._user,
            creationDateTime=_time(article.added),
        )
        about = [it.outlet, it.author, it.date, it.url]
        _text(element, "Description", " · ".join(each for each in about if each))
        for each in article.annotations:
            if not each.is_orphan:  # a selection has to be of the source's text
                self._add_annotation(element, each.annotation)
        for each in article.mentions:
            mention = each.mention
            if mention.entity_id in self._entities:
                place = f"{it.id}/{mention.start}/{mention.end}/{mention.entity_id}"
                selection = self._select(element, "mention", place, mention.start, mention.end)
                selection.set("name", _name(each.text))
                self._code(selection, "mention", place, [guid("entity", mention.entity_id)])

    def _add_annotation(self, source: etree._Element, annotation: Annotation) -> None:
        self._colours.add(annotation.colour)
        self._tags |= dict.fromkeys(annotation.tags)
        for entity_id in annotation.entity_ids:
            if entity_id in self._export.known_entities:
                self._know(self._export.known_entities[entity_id], None)
        selection = self._select(
            source, "annotation", annotation.id, annotation.start, annotation.end
        )
        selection.set("name", _name(annotation.quote))
        _set_time(selection, "creationDateTime", annotation.created)
        _set_time(selection, "modifiedDateTime", annotation.modified)
        _text(selection, "Description", annotation.comment)
        codes = [guid("colour", annotation.colour.value)]
        codes += [guid("tag", tag) for tag in annotation.tags]
        codes += [guid("entity", each) for each in annotation.entity_ids if each in self._entities]
        self._code(selection, "annotation", annotation.id, codes)

    def _select(
        self, source: etree._Element, what: str, place: str, start: int, end: int
    ) -> etree._Element:
        return _element(
            source,
            "PlainTextSelection",
            guid=guid(what, place),
            startPosition=str(start),
            endPosition=str(end),
            creatingUser=self._user,
        )

    def _code(self, selection: etree._Element, what: str, place: str, codes: Iterable[str]) -> None:
        for code in codes:
            coding = _element(
                selection,
                "Coding",
                guid=guid("coding", what, place, code),
                creatingUser=self._user,
                creationDateTime=selection.get("creationDateTime", ""),
            )
            _element(coding, "CodeRef", targetGUID=code)

    # Codes and notes

    def _add_codes(self) -> None:
        if not (self._colours or self._tags or self._entities):
            return
        codes = _element(_element(self._root, "CodeBook"), "Codes")
        for kind, colour in KINDS.items():
            entities = [each for each in self._entities.values() if each.kind is kind]
            if entities:
                group = self._group(codes, kind.value, colour)
                for entity in entities:
                    self._add_entity(group, entity, colour)
        if self._colours:
            group = self._group(codes, "colours", "")
            for each in Colour:
                if each in self._colours:
                    name = self._export.colour_names.get(each) or self._words[each.value]
                    self._add_code(group, guid("colour", each.value), name, COLOURS[each])
        if self._tags:
            group = self._group(codes, "tags", "")
            for tag in self._tags:
                self._add_code(group, guid("tag", tag), tag, "")

    def _group(self, codes: etree._Element, name: str, colour: str) -> etree._Element:
        group = self._add_code(codes, guid("group", name), self._words[name], colour)
        group.set("isCodable", "false")
        return group

    def _add_code(
        self, parent: etree._Element, code: str, name: str, colour: str
    ) -> etree._Element:
        name = legal(" ".join(name.split())) or "—"
        return _element(parent, "Code", guid=code, name=name, isCodable="true", color=colour)

    def _add_entity(self, group: etree._Element, entity: Entity, colour: str) -> None:
        code = self._add_code(group, guid("entity", entity.id), entity.name, colour)
        _text(code, "Description", "; ".join(entity.aliases))
        if entity.id in self._notes:
            _element(code, "NoteRef", targetGUID=guid("note", entity.id))

    def _add_note(self, notes: etree._Element, entity_id: str, note: Note) -> None:
        element = _element(
            notes,
            "Note",
            guid=guid("note", entity_id),
            name=self._entities[entity_id].name,
            creatingUser=self._user,
            modifiedDateTime=_time(note.modified),
        )
        _text(element, "PlainTextContent", note.text)


def guid(*names: str) -> str:
    """Return the identifier of something in a project, the same each time."""
    # Half an emoji has no place in UTF-8, which the identifier is made from.
    name = "/".join(names).encode("utf-8", "backslashreplace").decode()
    return str(uuid.uuid5(_NS, name))


def legal(text: str) -> str:
    """Return a text of the same length without what XML can't hold."""
    return _ILLEGAL.sub("\ufffd", text)


def _element(parent: etree._Element, tag: str, /, **attributes: str) -> etree._Element:
    """Return a new element; attributes without a value are left out."""
    given = {key: legal(value) for key, value in attributes.items() if value}
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}", given)


def _text(parent: etree._Element, name: str, text: str) -> None:
    if text:
        _element(parent, name).text = legal(text)


def _name(text: str) -> str:
    line = legal(" ".join(text.split()))
    return line if len(line) <= _LONGEST_NAME else line[: _LONGEST_NAME - 1] + "…"


def _set_time(element: etree._Element, name: str, time: str) -> None:
    if _time(time):
        element.set(name, _time(time))


def _time(time: str) -> str:
    """Return a time as XML Schema has it; "" for none."""
    try:
        return datetime.fromisoformat(time).isoformat().replace("+00:00", "Z") if time else ""
    except ValueError:
        return ""

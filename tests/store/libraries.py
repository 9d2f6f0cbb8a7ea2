"""Libraries of all sorts, made by steps that hypothesis draws, and files of them."""

import contextlib
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from reader.core.annotations import Colour, annotate
from reader.core.choices import LinkChoice
from reader.core.corrections import Scope, Target
from reader.core.document import Parsed, Picture, resource_of
from reader.core.errors import LibraryError
from reader.core.mentions import Kind
from reader.core.shelf import Field, LabelKind
from reader.formats.from_library import LibraryFile
from reader.formats.to_library import write_library
from reader.store.library import Library
from reader.store.schema import SCHEMA_VERSION
from tests.store.examples import country, naming, news, organization, person, place

NAMES = ("Serguéi Lavrov", "Ana Torres", "Rusia", "Kursk", "OTAN", "Córdoba")
WORDS = (*NAMES, "visitó", "ayer", "—", "🇷🇺", "e\u0301", "\ud83d", "=1+1", "**no**", "<b>", "ñ")

paragraphs = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)
texts = st.lists(paragraphs, min_size=1, max_size=3)
comments = st.text(max_size=40) | st.sampled_from(["# no\n\n- es", "\ud83d", "a\x00b", ""])
notes = comments | st.lists(
    st.sampled_from(
        [*(f"[[{name}]]" for name in NAMES), "[[Rusia II|esa]]", "[[nadie]]", "`[[no]]`"]
    ),
    min_size=1,
    max_size=3,
).map(" y ".join)
tags = st.lists(st.sampled_from(["Guerra", "paz", "ñ"]), unique=True)
colours = st.sampled_from(list(Colour))


def entities_of(model: str) -> list[Any]:
    """Return whom a recognition may find."""
    return [
        person("Serguéi Lavrov", "Lavrov"),
        person("Ana Torres"),
        country("Rusia", code="RU"),
        place("Kursk", geonames="538560"),
        organization("OTAN"),
        place("Córdoba", geonames="1" if model == "m1" else "2"),
    ]


class Maker:
    """Makes a library by steps; each takes what it needs from `draw`."""

    def __init__(self, library: Library, draw: Any) -> None:
        self.library = library
        self._draw = draw
        self._count = 0

    def step(self) -> None:
        """Do something that a user may do."""
        documents = [each.id for each in self.library.documents()]
        if not documents:
            return self.add()
        steps = [getattr(self, name) for name in STEPS]
        step = self._draw(st.sampled_from(steps))
        return step() if step == self.add else step(self._draw(st.sampled_from(documents)))

    def add(self) -> None:
        parsed = self._news()
        picture = resource_of(self._draw(st.binary(min_size=1, max_size=20)), "image/png")
        document = replace(
            parsed.document, pictures=(Picture(0, f"resource:{picture.key}", "Pie", 2, 3),)
        )
        original = resource_of(b"<html>\xff", "text/html")
        added = self.library.shelf.add(Parsed(document, (picture,), original), opened=False)
        self._recognize(added.document_id)

    def update(self, document_id: str) -> None:
        self.library.shelf.update(document_id, self._news())
        self._recognize(document_id)

    def annotate(self, document_id: str) -> None:
        document = self.library.document(document_id)
        assert document is not None
        start = self._draw(st.integers(0, len(document.text) - 1))
        end = self._draw(st.integers(start + 1, len(document.text)))
        self._count += 1
        made = annotate(
            document,
            start,
            end,
            annotation_id=f"{document_id[:8]}{self._draw(st.sampled_from('abc'))}{self._count}",
            colour=self._draw(colours),
            now="2026-01-01T00:00:00Z",
        )
        made = replace(made, comment=self._draw(comments), tags=tuple(self._draw(tags)))
        self.library.save_annotation(made)

    def edit_annotation(self, document_id: str) -> None:
        for each in self.library.annotations(document_id)[:1]:
            edited = replace(each, comment=self._draw(comments), modified="")
            self.library.save_annotation(edited)

    def delete_annotation(self, document_id: str) -> None:
        for each in self.library.annotations(document_id)[:1]:
            self.library.delete_annotation(each.id)

    def write(self, document_id: str) -> None:
        for entity_id in self._entity(document_id):
            self.library.save_note(entity_id, self._draw(notes))

    def label(self, document_id: str) -> None:
        kind = self._draw(st.sampled_from(list(LabelKind)))
        label = self.library.labels.create(kind, self._draw(st.sampled_from(["Guerra", "Paz"])))
        self.library.labels.assign(label.id, [document_id])
        if self._draw(st.booleans()):
            self.library.labels.delete(label.id)

    def correct(self, document_id: str) -> None:
        document = self.library.document(document_id)
        assert document is not None
        start = self._draw(st.integers(0, len(document.text) - 1))
        end = min(len(document.text), start + 6)
        scope = self._draw(st.sampled_from([Scope.MENTION, Scope.ARTICLE, Scope.EVERYWHERE]))
        if not document.text[start:end].strip():
            return
        target = Target(document_id, start, end, scope)
        change = self.library.corrections.mark(target, Kind.PLACE)
        if self._draw(st.booleans()):
            self.library.corrections.undo(change.id)

    def rename(self, document_id: str) -> None:
        for entity_id in self._entity(document_id):
            self.library.corrections.rename(entity_id, self._draw(st.sampled_from(NAMES)) + " II")

    def merge(self, document_id: str) -> None:
        for one, other in zip(self._entity(document_id), self._entity(document_id), strict=True):
            with contextlib.suppress(LibraryError):  # they are one already
                self.library.corrections.merge(one, [other])

    def split(self, document_id: str) -> None:
        for entity_id in self._entity(document_id):
            merged = self.library.directory.standing(entity_id).merged
            for each in merged[:1]:
                self.library.corrections.split(each.id)

    def take_back(self, document_id: str) -> None:
        for each in self.library.corrections.all(limit=1):
            with contextlib.suppress(LibraryError):  # another depends on it
                self.library.corrections.undo(each.change_id)

    def tag(self, document_id: str) -> None:
        for entity_id in self._entity(document_id):
            self.library.notebook.set_tags(entity_id, self._draw(tags))

    def link(self, document_id: str) -> None:
        for each in self.library.annotations(document_id)[:1]:
            entity_ids = tuple(self._entity(document_id))
            self.library.save_annotation(replace(each, entity_ids=entity_ids, modified=""))

    def make(self, document_id: str) -> None:
        self.library.directory.make(self._draw(st.sampled_from(NAMES)), Kind.ORGANIZATION)

    def name_colour(self, document_id: str) -> None:
        self.library.name_colour(self._draw(colours), self._draw(comments))

    def pick(self, document_id: str) -> None:
        for entity_id in self._entity(document_id):
            name = self._draw(st.sampled_from(NAMES))
            self.library.save_link_choice(LinkChoice(document_id, Kind.PERSON, name, entity_id))

    def identify(self, document_id: str) -> None:
        for entity_id in self._entity(document_id):
            self.library.save_identifier(entity_id, "wikidata", "Q159")

    def say(self, document_id: str) -> None:
        field = self._draw(st.sampled_from(list(Field)))
        self.library.shelf.edit_metadata(document_id, {field: self._draw(comments)})

    def trash(self, document_id: str) -> None:
        self.library.shelf.delete([document_id])

    def read(self, document_id: str) -> None:
        self.library.document_opened(document_id)
        self.library.save_position(document_id, 3)

    def _entity(self, document_id: str) -> list[str]:
        found = self.library.recognition(document_id, "m1")
        ids = [each.id for each in found.entities] if found else []
        return [self._draw(st.sampled_from(ids))] if ids else []

    def _news(self) -> Parsed:
        url = self._draw(st.sampled_from(["", "https://diario.es/1?utm_source=x"]))
        return news(*self._draw(texts), title=self._draw(comments), url=url)

    def _recognize(self, document_id: str) -> None:
        document = self.library.document(document_id)
        assert document is not None
        self.library.store_recognition(naming(document, *entities_of("m1")))


STEPS = (
    *("add", "add", "update", "annotate", "annotate", "edit_annotation", "delete_annotation"),
    *("write", "write", "label", "correct", "rename", "merge", "split", "take_back"),
    *("tag", "link", "make", "name_colour", "pick", "identify", "say", "trash", "read"),
)


def fill(library: Library, draw: Any, *, most: int = 14) -> None:
    """Fill a library by steps."""
    maker = Maker(library, draw)
    for _ in range(draw(st.integers(1, most))):
        maker.step()


def exported(library: Library, *, made: str = "2026-11-23T12:00:00Z") -> bytes:
    """Return a library as a file."""
    file = io.BytesIO()
    with library.transfer.outgoing() as content:
        write_library(file, content, made=made, program="Reader")
    return file.getvalue()


def opened(path: Path, data: bytes) -> LibraryFile:
    """Return a file with a library, written to `path`."""
    path.write_bytes(data)
    return LibraryFile(path, schema=SCHEMA_VERSION)


def rows_of(library: Library) -> dict[str, list[dict[str, Any]]]:
    """Return everything that is the user's own, table by table."""
    with library.transfer.outgoing() as content:
        return {name: list(content.rows(name)) for name in content.tables}


def ticking(day: int) -> Iterator[str]:
    """Yield the seconds of a day of November 2026."""
    for tick in range(86400):
        hour, rest = divmod(tick, 3600)
        yield f"2026-11-{day:02}T{hour:02}:{rest // 60:02}:{rest % 60:02}Z"

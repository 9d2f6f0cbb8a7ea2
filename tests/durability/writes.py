"""Everything that writes to a library, each with an example that a chance chooses.

`WRITES` has one for every method of the library's parts that writes; `test_writes` fails where one
is missing, so that a new one comes under all the harnesses of this folder.
"""

import inspect
import io
import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from reader.core.annotations import Annotation, Colour, annotate
from reader.core.choices import LinkChoice
from reader.core.corrections import Scope, Target, Wanted
from reader.core.document import Document, Parsed, Picture, resource_of
from reader.core.foreign import ForeignAnnotation, ForeignAnnotations
from reader.core.mentions import Kind
from reader.core.placing import How, Placing
from reader.core.shelf import ArticleQuery, Field, LabelKind
from reader.formats.from_library import LibraryFile
from reader.formats.to_library import write_library
from reader.store.library import Library
from reader.store.schema import SCHEMA_VERSION
from tests.store.examples import country, naming, news, organization, person, place

Write = Callable[[Library, random.Random], object]
"""Does one thing to a library, in one transaction."""

PEOPLE = (
    *(person("Serguéi Lavrov", "Lavrov"), person("Ana Torres"), person("Eva Paz")),
    *(country("Rusia", code="RU"), place("Kursk", geonames="538560"), organization("OTAN")),
)
NAMES = ("Serguéi Lavrov", "Ana Torres", "Eva Paz", "Rusia", "Kursk", "OTAN", "Minsk", "Gil")
TAGS = ("Guerra", "paz", "Ñandú", "duda")
MODEL = "m1"

WRITES: dict[str, Write] = {}


def writes(name: str) -> Callable[[Write], Write]:
    """Make a function the example of a method, such as `shelf.add`."""

    def keep(function: Write) -> Write:
        WRITES[name] = function
        return function

    return keep


def writing_methods(library: Library) -> Iterator[str]:
    """Yield the names of all methods of a library and of its parts that write by themselves."""
    made_later = inspect.getmembers(type(library), lambda each: isinstance(each, cached_property))
    names = [*vars(library), *(name for name, _ in made_later)]
    parts = {"": library} | {
        f"{name}.": part
        for name in names
        if not name.startswith("_")
        and type(part := getattr(library, name)).__module__.startswith("reader.store")
    }
    for name, part in parts.items():
        for method, function in inspect.getmembers(type(part), inspect.isfunction):
            is_writing = any(call in inspect.getsource(function) for call in _CALLS)
            if is_writing and not method.startswith("_"):
                yield name + method


_CALLS = ("writing() as", "self._mean(", "self._edit(", "self.replace(")


def fill(library: Library, chance: random.Random) -> None:
    """Fill a library so that every example finds something to do."""
    for number in range(3):
        text = (f"{' y '.join(chance.sample(NAMES, 5))} en {number}.", "Dijo lo mismo ayer.")
        added = library.shelf.add(news(*text, title=f"Título {number}"), opened=number > 0)
        _recognize(library, added.document_id)
    for name in ("library.save_annotation", "labels.create", "labels.assign", "notebook.save"):
        for _ in range(3):
            WRITES[name.removeprefix("library.")](library, chance)
    for name in ("directory.make", "notebook.set_tags", "corrections.rename", "shelf.update"):
        WRITES[name](library, chance)
    one = an_entity(library, chance)
    library.notebook.replace(one, "antes")
    library.notebook.replace(one, "después")


def _recognize(library: Library, document_id: str) -> None:
    document = library.document(document_id)
    assert document is not None
    library.store_recognition(naming(document, *PEOPLE, model=MODEL))


# What there is to choose from


def articles(library: Library) -> list[str]:
    """Return the ids of the articles that aren't in the trash."""
    return [each.id for each in library.shelf.articles(ArticleQuery(), limit=50)]


def an_article(library: Library, chance: random.Random) -> Document:
    """Return an article; one is added where there is none."""
    if not (ids := articles(library)):
        WRITES["shelf.add"](library, chance)
        ids = articles(library)
    document = library.document(chance.choice(ids))
    assert document is not None
    return document


def an_entity(library: Library, chance: random.Random) -> str:
    """Return the id of an entity; one is found where there is none."""
    if not (found := library.directory.find("")):
        _recognize(library, an_article(library, chance).id)
        found = library.directory.find("")
    return chance.choice(found).entity.id if found else library.directory.make("Uno", Kind.PLACE).id


def an_annotation(library: Library, chance: random.Random) -> Annotation:
    """Return an annotation that has a place; one is made where there is none."""
    for document_id in articles(library):
        if found := library.annotations(document_id):
            return chance.choice(found)
    made = _annotate(library, chance)
    assert isinstance(made, Annotation)
    return made


def a_target(library: Library, chance: random.Random) -> Target:
    """Return a name or words of an article."""
    document = an_article(library, chance)
    found = [name for name in NAMES if name in document.text]
    word = chance.choice(found or [document.text.split()[0]])
    start = document.text.index(word)
    recognition = library.recognition(document.id, MODEL)
    meant = [m for m in recognition.mentions if m.start == start] if recognition else []
    scope = chance.choice((Scope.MENTION, Scope.ARTICLE, Scope.EVERYWHERE))
    kind, entity = (meant[0].kind, meant[0].entity_id) if meant else (None, "")
    return Target(document.id, start, start + len(word), scope, kind, entity)


def _text(chance: random.Random) -> str:
    longer = "larga " * chance.choice((0, 0, 5, 1500))
    return f"Nota {chance.randrange(10**6)} sobre [[Kursk]]. {longer}"


def _news(chance: random.Random) -> Parsed:
    text = " y ".join(chance.sample(NAMES, 4))
    words = [f"Palabra {chance.randrange(10**6)} de {text}.", "Dijo lo mismo ayer."]
    parsed = news(*words, title=f"Título {chance.randrange(99)}")
    picture = resource_of(chance.randbytes(chance.choice((50, 20_000))), "image/png")
    pictures = (Picture(0, f"resource:{picture.key}"),)
    return Parsed(replace(parsed.document, pictures=pictures), (picture,))


def _labels(library: Library, kind: LabelKind, chance: random.Random) -> str:
    found = library.labels.labels(kind)
    return chance.choice(found).id if found else library.labels.create(kind, "Otra").id


# The examples


@writes("add_document")
def _(library: Library, chance: random.Random) -> object:
    return library.add_document(_news(chance).document)


@writes("document_opened")
def _(library: Library, chance: random.Random) -> object:
    return library.document_opened(an_article(library, chance).id)


@writes("set_language")
def _(library: Library, chance: random.Random) -> object:
    return library.set_language(an_article(library, chance).id, chance.choice(("es", "gl")))


@writes("save_position")
def _(library: Library, chance: random.Random) -> object:
    return library.save_position(an_article(library, chance).id, chance.randrange(1, 40))


@writes("store_recognition")
def _(library: Library, chance: random.Random) -> object:
    return _recognize(library, an_article(library, chance).id)


@writes("clear_cache")
def _(library: Library, chance: random.Random) -> object:
    return library.clear_cache()


@writes("save_note")
def _(library: Library, chance: random.Random) -> object:
    return library.save_note(an_entity(library, chance), _text(chance))


@writes("save_link_choice")
def _(library: Library, chance: random.Random) -> object:
    document, entity = an_article(library, chance), an_entity(library, chance)
    return library.save_link_choice(LinkChoice(document.id, Kind.PERSON, "Lavrov", entity))


@writes("delete_link_choice")
def _(library: Library, chance: random.Random) -> object:
    document = an_article(library, chance)
    chosen = library.link_choices(document.id)
    return library.delete_link_choice(
        chosen[0] if chosen else LinkChoice(document.id, Kind.PERSON, "Lavrov", PEOPLE[0].id)
    )


@writes("save_identifier")
def _(library: Library, chance: random.Random) -> object:
    value = chance.choice(("", f"Q{chance.randrange(10**6)}"))
    return library.save_identifier(an_entity(library, chance), "wikidata", value)


@writes("save_annotation")
def _annotate(library: Library, chance: random.Random) -> Annotation:
    document = an_article(library, chance)
    start = chance.randrange(len(document.text) - 5)
    made = annotate(
        document,
        start,
        start + chance.randrange(1, 5),
        annotation_id=f"a{chance.randrange(10**9)}",
        colour=chance.choice(list(Colour)),
        now="2026-01-01T00:00:00Z",
    )
    tags = tuple(chance.sample(TAGS, chance.randrange(3)))
    made = replace(made, tags=tags, comment=_text(chance))
    library.save_annotation(made)
    return made


@writes("delete_annotation")
def _(library: Library, chance: random.Random) -> object:
    return library.delete_annotation(an_annotation(library, chance).id)


@writes("name_colour")
def _(library: Library, chance: random.Random) -> object:
    return library.name_colour(chance.choice(list(Colour)), f"Color {chance.randrange(99)}")


@writes("annotation_list.change")
def _(library: Library, chance: random.Random) -> object:
    ids = {an_annotation(library, chance).id for _ in range(3)}
    comment = _text(chance)
    return library.annotation_list.change(sorted(ids), lambda each: replace(each, comment=comment))


@writes("annotation_list.save")
def _(library: Library, chance: random.Random) -> object:
    one = an_annotation(library, chance)
    after = chance.choice((None, replace(one, comment=_text(chance))))
    return library.annotation_list.save([(one, after)])


@writes("anchors.place")
def _(library: Library, chance: random.Random) -> object:
    return library.anchors.place(an_annotation(library, chance).id, 0, chance.randrange(1, 9))


@writes("anchors.accept")
def _(library: Library, chance: random.Random) -> object:
    for case in library.anchors.in_doubt():
        if case.placing.candidates:
            return library.anchors.accept(case.annotation.id, case.placing.candidates[0])
    return WRITES["anchors.place"](library, chance)


@writes("anchors.refuse")
def _(library: Library, chance: random.Random) -> object:
    doubted = [each.annotation.id for each in library.anchors.in_doubt()]
    one = chance.choice(doubted) if doubted else an_annotation(library, chance).id
    return library.anchors.refuse(one)


@writes("anchors.restore")
def _(library: Library, chance: random.Random) -> object:
    one = an_annotation(library, chance)
    standing = library.anchors.place(one.id, one.start, one.end)
    return library.anchors.restore(replace(standing, placing=Placing(How.EXACT, 1.0)))


@writes("labels.create")
def _(library: Library, chance: random.Random) -> object:
    return library.labels.create(
        chance.choice(list(LabelKind)), f"{chance.choice(TAGS)} {chance.randrange(9)}"
    )


@writes("labels.rename")
def _(library: Library, chance: random.Random) -> object:
    label = _labels(library, LabelKind.COLLECTION, chance)
    return library.labels.rename(label, f"Nombre {chance.randrange(10**6)}")


@writes("labels.delete")
def _(library: Library, chance: random.Random) -> object:
    return library.labels.delete(_labels(library, chance.choice(list(LabelKind)), chance))


@writes("labels.restore")
def _(library: Library, chance: random.Random) -> object:
    row = library._db.execute("SELECT id FROM labels WHERE deleted_at IS NOT NULL").fetchone()
    return library.labels.restore(row[0] if row else _labels(library, LabelKind.TAG, chance))


@writes("labels.assign")
def _(library: Library, chance: random.Random) -> object:
    return library.labels.assign(_labels(library, LabelKind.TAG, chance), articles(library)[:5])


@writes("labels.unassign")
def _(library: Library, chance: random.Random) -> object:
    return library.labels.unassign(_labels(library, LabelKind.TAG, chance), articles(library)[:2])


@writes("shelf.add")
def _(library: Library, chance: random.Random) -> object:
    return library.shelf.add(_news(chance), opened=chance.random() < 0.5)


@writes("shelf.keep_picture")
def _(library: Library, chance: random.Random) -> object:
    document = an_article(library, chance)
    picture = resource_of(chance.randbytes(9000), "image/png")
    return library.shelf.keep_picture(document.id, "https://a.example/x.png", picture)


@writes("shelf.mark_read")
def _(library: Library, chance: random.Random) -> object:
    return library.shelf.mark_read([an_article(library, chance).id], read=chance.random() < 0.5)


@writes("shelf.edit_metadata")
def _(library: Library, chance: random.Random) -> object:
    value = chance.choice((None, f"Mío {chance.randrange(99)}"))
    return library.shelf.edit_metadata(an_article(library, chance).id, {Field.TITLE: value})


@writes("shelf.update")
def _(library: Library, chance: random.Random) -> object:
    document = an_article(library, chance)
    cut = chance.randrange(len(document.text) // 2)
    return library.shelf.update(document.id, news(document.text[cut:].replace("\n", " "), "Más."))


@writes("shelf.restore_version")
def _(library: Library, chance: random.Random) -> object:
    one = an_article(library, chance).id
    return library.shelf.restore_version(one, library.shelf.versions(one)[-1].number)


@writes("shelf.delete")
def _(library: Library, chance: random.Random) -> object:
    return library.shelf.delete([an_article(library, chance).id for _ in range(2)])


@writes("shelf.restore")
def _(library: Library, chance: random.Random) -> object:
    trash = library.shelf.articles(ArticleQuery(trashed=True))
    return library.shelf.restore([each.id for each in trash[:2]])


@writes("shelf.empty_trash")
def _(library: Library, chance: random.Random) -> object:
    return library.shelf.empty_trash()


@writes("search.rebuild")
def _(library: Library, chance: random.Random) -> object:
    return library.search.rebuild()


@writes("directory.make")
def _(library: Library, chance: random.Random) -> object:
    return library.directory.make(
        f"Mía {chance.randrange(99)}", chance.choice((Kind.PERSON, Kind.PLACE))
    )


@writes("directory.delete")
def _(library: Library, chance: random.Random) -> object:
    own = library.directory.own()
    return library.directory.delete(chance.choice(own).id if own else "")


@writes("directory.restore")
def _(library: Library, chance: random.Random) -> object:
    query = "SELECT entity_id FROM own_entities ORDER BY deleted_at IS NULL LIMIT 1"
    row = library._db.execute(query).fetchone()
    return library.directory.restore(row[0] if row else "")


@writes("notebook.save")
def _(library: Library, chance: random.Random) -> object:
    return library.notebook.save(an_entity(library, chance), _text(chance))


@writes("notebook.replace")
def _(library: Library, chance: random.Random) -> object:
    return library.notebook.replace(an_entity(library, chance), chance.choice(("", _text(chance))))


@writes("notebook.append")
def _(library: Library, chance: random.Random) -> object:
    return library.notebook.append(an_entity(library, chance), "Un párrafo más.")


@writes("notebook.restore")
def _(library: Library, chance: random.Random) -> object:
    for each in library.directory.find(""):
        if versions := library.notebook.versions(each.entity.id):
            return library.notebook.restore(each.entity.id, chance.choice(versions).number)
    return WRITES["notebook.replace"](library, chance)


@writes("notebook.set_tags")
def _(library: Library, chance: random.Random) -> object:
    return library.notebook.set_tags(an_entity(library, chance), chance.sample(TAGS, 2))


@writes("notebook.put_tags_back")
def _(library: Library, chance: random.Random) -> object:
    query = "SELECT entity_id, label_id, made FROM entity_tags ORDER BY 1, 2 LIMIT 1"
    row = library._db.execute(query).fetchone()
    return library.notebook.put_tags_back(row[0] if row else PEOPLE[0].id, [])


@writes("corrections.mark")
def _(library: Library, chance: random.Random) -> object:
    return library.corrections.mark(a_target(library, chance), Kind.PLACE)


@writes("corrections.change_kind")
def _(library: Library, chance: random.Random) -> object:
    return library.corrections.change_kind(a_target(library, chance), Kind.ORGANIZATION)


@writes("corrections.change_bounds")
def _(library: Library, chance: random.Random) -> object:
    target = replace(a_target(library, chance), kind=Kind.PLACE)
    return library.corrections.change_bounds(target, target.start, target.end - 1)


@writes("corrections.reject")
def _(library: Library, chance: random.Random) -> object:
    return library.corrections.reject(a_target(library, chance))


@writes("corrections.link")
def _(library: Library, chance: random.Random) -> object:
    target = replace(a_target(library, chance), kind=Kind.PERSON)
    return library.corrections.link(target, an_entity(library, chance))


@writes("corrections.confirm")
def _(library: Library, chance: random.Random) -> object:
    one = an_entity(library, chance)
    target = replace(a_target(library, chance), kind=Kind.PERSON, entity_id=one)
    return library.corrections.confirm([target])


@writes("corrections.confirm_name")
def _(library: Library, chance: random.Random) -> object:
    return library.corrections.confirm_name(an_entity(library, chance))


@writes("corrections.rename")
def _(library: Library, chance: random.Random) -> object:
    return library.corrections.rename(an_entity(library, chance), f"Nuevo {chance.randrange(99)}")


@writes("corrections.add_alias")
def _(library: Library, chance: random.Random) -> object:
    return library.corrections.add_alias(
        an_entity(library, chance), f"Alias {chance.randrange(99)}"
    )


@writes("corrections.remove_alias")
def _(library: Library, chance: random.Random) -> object:
    return library.corrections.remove_alias(an_entity(library, chance), "Lavrov")


@writes("corrections.change_entity_kind")
def _(library: Library, chance: random.Random) -> object:
    kind = chance.choice((Kind.PERSON, Kind.PLACE, Kind.ORGANIZATION))
    return library.corrections.change_entity_kind(an_entity(library, chance), kind)


@writes("corrections.overrule")
def _(library: Library, chance: random.Random) -> object:
    narrow = replace(a_target(library, chance), scope=Scope.ARTICLE)
    name = _written(library, narrow)
    others = [each for each in articles(library) if each != narrow.document_id]
    for document_id in others:
        document = library.document(document_id)
        if document is not None and (start := document.text.find(name)) >= 0:
            library.corrections.change_kind(narrow, Kind.PERSON)
            there = Target(document_id, start, start + len(name), Scope.EVERYWHERE)
            wide = library.corrections.change_kind(there, Kind.PLACE)
            return library.corrections.overrule(wide.id)
    return _merge(library, chance)


def _written(library: Library, target: Target) -> str:
    document = library.document(target.document_id)
    assert document is not None
    return document.text[target.start : target.end]


@writes("corrections.merge")
def _merge(library: Library, chance: random.Random) -> object:
    others = [an_entity(library, chance) for _ in range(chance.choice((1, 1, 2)))]
    return library.corrections.merge(an_entity(library, chance), others)


@writes("corrections.split")
def _(library: Library, chance: random.Random) -> object:
    query = """
        SELECT other_id FROM corrections WHERE action = 'merge' AND undone_at IS NULL
        ORDER BY number DESC LIMIT 1
    """
    row = library._db.execute(query).fetchone()
    return library.corrections.split(row[0]) if row else _merge(library, chance)


@writes("corrections.undo")
def _(library: Library, chance: random.Random) -> object:
    said = library.corrections.all(limit=20)
    return (
        library.corrections.undo(chance.choice(said).change_id) if said else _merge(library, chance)
    )


@writes("corrections.redo")
def _(library: Library, chance: random.Random) -> object:
    said = library.corrections.all(Wanted(undone=True), limit=20)
    return (
        library.corrections.redo(chance.choice(said).change_id) if said else _merge(library, chance)
    )


@writes("transfer.take_in")
def _(library: Library, chance: random.Random) -> object:
    file = io.BytesIO()
    with Library.open(None, now=lambda: "2026-11-23T10:00:00Z") as other:
        for _ in range(2):
            other.shelf.add(_news(chance))
        other.directory.make(f"De fuera {chance.randrange(99)}", Kind.PLACE)
        with other.transfer.outgoing() as content:
            write_library(file, content, made="2026-11-23T10:00:00Z", program="Reader")
    path = Path(library.folder_of_files, "entrante.reader")  # type: ignore[attr-defined]
    path.write_bytes(file.getvalue())
    with LibraryFile(path, schema=SCHEMA_VERSION) as incoming:
        return library.transfer.take_in(incoming)


def _foreign(library: Library, chance: random.Random) -> ForeignAnnotations:
    document = an_article(library, chance)
    one = ForeignAnnotation(
        f"f{chance.randrange(10**6)}",
        article_id=document.id,
        quote=document.text[:12],
        span=(0, 12),
        colour=Colour.BLUE,
        comment="De fuera.",
        tags=("Guerra",),
    )
    return ForeignAnnotations("fuera.json", (one,), Counter())


@writes("transfer.take_in_annotations")
def _(library: Library, chance: random.Random) -> object:
    return library.transfer.take_in_annotations(_foreign(library, chance))


@writes("transfer.undo_annotations")
def _(library: Library, chance: random.Random) -> object:
    arrivals = library.transfer.take_in_annotations(_foreign(library, chance))
    return library.transfer.undo_annotations(arrivals)

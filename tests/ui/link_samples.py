"""An article with an open name, and the whole window on it without a recognition process."""

import re
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from reader.core.document import Block, BlockKind, Document, document_id
from reader.core.entities import Entity, Recognition
from reader.core.mentions import FoundBy, Kind, LinkedBy, Mention
from reader.settings import Settings
from reader.store.library import Library
from reader.ui.annotation_book import AnnotationBook
from reader.ui.appearance import Appearance
from reader.ui.article_controller import ArticleController
from reader.ui.background import LibraryThread
from reader.ui.recognizer import Recognizer
from reader.ui.window import Window
from reader.ui.workbench import Workbench

TITLE = "Los Crawford se reparten la naviera"
TEXT = (
    f"{TITLE}\n"
    "Jorge Crawford y Ana Crawford, herederos de la Compañía Sudamericana de Vapores, firmaron "
    "ayer en Santiago el reparto de la empresa. Torres, la abogada, no quiso dar cifras.\n"
    "«Es un acuerdo justo», dijo Crawford a la salida. La presidenta Crawford seguirá en Chile; "
    "Crawford, en cambio, se irá a Madrid, donde la CSAV abrirá oficina.\n"
    "Ana Torres confirmó que las autoridades rusas compran un tercio. Ana, su socia y los "
    "chilenos de la plantilla esperan a Rusia sin prisa; CRAWFORD no contesta."
)
_BLOCKS = tuple(
    Block(found.start(), found.end(), BlockKind.PARAGRAPH) for found in re.finditer(".+", TEXT)
)
DOCUMENT = Document(document_id(TEXT), TITLE, TEXT, _BLOCKS, outlet="El Diario", language="es")

JORGE = Entity("person:jorge-crawford", "Jorge Crawford", Kind.PERSON, ("Crawford",))
ANA = Entity("person:ana-crawford", "Ana Crawford", Kind.PERSON, ("Crawford",))
TORRES = Entity("person:ana-torres", "Ana Torres", Kind.PERSON, ("Torres", "Ana"))
OPEN = Entity("person:?crawford", "Crawford", Kind.PERSON, (), {}, (JORGE.id, ANA.id))
CSAV = Entity("organization:csav", "Compañía Sudamericana de Vapores", Kind.ORGANIZATION, ("CSAV",))
CHILE = Entity("country:CL", "Chile", Kind.COUNTRY, ("República de Chile",), {"iso3166": "CL"})
RUSSIA = Entity("country:RU", "Rusia", Kind.COUNTRY, (), {"iso3166": "RU"})
SANTIAGO = Entity(
    "place:geonames:3871336",
    "Santiago",
    Kind.PLACE,
    ("Santiago de Chile",),
    {"geonames": "3871336", "coordinates": "-33.46,-70.65", "country": "CL"},
)
MADRID = Entity(
    "place:geonames:3117735",
    "Madrid",
    Kind.PLACE,
    (),
    {"geonames": "3117735", "coordinates": "40.42,-3.70", "country": "ES"},
)
_ENTITIES = (JORGE, ANA, CSAV, SANTIAGO, TORRES, OPEN, CHILE, MADRID, RUSSIA)


def span(passage: str, number: int = 0) -> tuple[int, int]:
    """Return where a passage stands as a whole word, for the `number`th time from 0 on."""
    found = list(re.finditer(rf"\b{re.escape(passage)}\b", TEXT))[number]
    return found.span()


def mention(
    passage: str,
    entity: Entity,
    linked_by: LinkedBy = LinkedBy.NAME,
    *,
    number: int = 0,
    found_by: FoundBy = FoundBy.MODEL,
) -> Mention:
    """Return a mention of an entity where a passage stands for the `number`th time."""
    kind = Kind.DEMONYM if linked_by is LinkedBy.DEMONYM else entity.kind
    return Mention(*span(passage, number), kind, entity.id, found_by, linked_by)


def recognition(model: str = "m1") -> Recognition:
    """Return what was recognized in the article."""
    mentions = (
        mention("Jorge Crawford", JORGE),
        mention("Ana Crawford", ANA),
        mention("Compañía Sudamericana de Vapores", CSAV),
        mention("Santiago", SANTIAGO, LinkedBy.CONTEXT, found_by=FoundBy.LIST),
        mention("Torres", TORRES, LinkedBy.PART),
        mention("Crawford", OPEN, LinkedBy.OPEN, number=3),
        mention("Crawford", ANA, LinkedBy.ROLE, number=4),
        mention("Chile", CHILE, found_by=FoundBy.LIST),
        mention("Crawford", OPEN, LinkedBy.OPEN, number=5),
        mention("Madrid", MADRID, found_by=FoundBy.LIST),
        mention("CSAV", CSAV, LinkedBy.ACRONYM),
        mention("Ana Torres", TORRES),
        mention("rusas", RUSSIA, LinkedBy.DEMONYM, found_by=FoundBy.LIST),
        mention("Ana", TORRES, LinkedBy.PART, number=2, found_by=FoundBy.REPETITION),
        mention("chilenos", CHILE, LinkedBy.DEMONYM, found_by=FoundBy.LIST),
        mention("Rusia", RUSSIA, found_by=FoundBy.LIST),
        mention("CRAWFORD", OPEN, LinkedBy.OPEN),
    )
    return Recognition(
        DOCUMENT.id, model, tuple(sorted(mentions, key=lambda m: m.start)), _ENTITIES
    )


class CachedRecognizer(Recognizer):
    """A recognizer without a process: what is known is in the cache, under the model "m1"."""

    def model_key(self, language: str = "") -> str:
        """Return the one key."""
        return "m1"

    def recognize(self, document: Document, *, first_block: int = 0) -> None:
        """Find nothing."""


def fill(path: Path) -> None:
    """Make a library with the article and what was recognized in it."""
    with Library.open(path) as library:
        library.add_document(DOCUMENT)
        library.store_recognition(recognition())


class Program:
    """The window on a library, with everything behind it but recognition."""

    def __init__(self, path: Path, settings: Settings | None = None) -> None:
        settings = settings or Settings()
        self.window = Window(QSettings(str(path.with_suffix(".ini")), QSettings.Format.IniFormat))
        self.library = LibraryThread(path, self.window)
        self.recognizer = CachedRecognizer(parent=self.window)
        self.appearance = Appearance(settings, self.window)
        self.appearance.apply(settings)
        self.controller = ArticleController(self.library, self.recognizer, self.window)
        self.workbench = Workbench(
            self.window,
            settings=settings,
            appearance=self.appearance,
            controller=self.controller,
            book=AnnotationBook(self.library, self.window),
            library=self.library,
            recognizer=self.recognizer,
        )
        self.window.show()
        self._is_finished = False

    def finish(self) -> None:
        """Save everything and end the threads; a second time does nothing."""
        if self._is_finished:
            return
        self._is_finished = True
        self.workbench.presenter.finish_edits()
        self.controller.finish()
        self.library.finish()
        self.recognizer.stop()
        # The words that the program's language brought would meet the tests that come after.
        for translator in self.appearance._translators:
            QApplication.removeTranslator(translator)
        self.window.hide()
        self.window.deleteLater()

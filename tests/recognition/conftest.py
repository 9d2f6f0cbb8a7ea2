"""Recognition without a trained model: the real gazetteer, and a blank pipeline with a ruler."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from reader.core.document import Document
from reader.recognition.gazetteer import Gazetteer
from reader.recognition.model import import_spacy
from reader.recognition.pipeline import Recognizer, gazetteer_folder
from tests.lines import document_of_lines

NAMES = {
    "PER": ["Serguéi Lavrov", "Lavrov", "Ana Torres", "Pedro Torres", "Torres"],
    "LOC": ["Rusia", "Moscú", "Villaseca del Monte"],
    "ORG": ["Organización Mundial del Grano", "OMG", "Ministerio de Defensa"],
    "MISC": ["Copa de Europa"],
}
"""What the ruler finds, so that tests say what a model would."""


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer.from_folder(gazetteer_folder())


@pytest.fixture
def make_document() -> Callable[[str], Document]:
    """Return a function from a text to a document with a block a line."""
    return document_of_lines


@pytest.fixture(scope="session")
def make_recognizer(gazetteer: Gazetteer) -> Callable[..., Recognizer]:
    """Return a function from (label, name) pairs to a recognizer that finds just these."""

    def make(names: Sequence[tuple[str, str]] = ()) -> Recognizer:
        nlp = import_spacy().blank("es")
        ruler = nlp.add_pipe("entity_ruler")
        pairs = names or [(label, name) for label, found in NAMES.items() for name in found]
        ruler.add_patterns([{"label": label, "pattern": name} for label, name in pairs])
        return Recognizer(nlp, gazetteer, model="ruler")

    return make


@pytest.fixture(scope="session")
def ruler_model(
    tmp_path_factory: pytest.TempPathFactory, make_recognizer: Callable[..., Recognizer]
) -> Path:
    """Return the folder of a model that finds the names above."""
    folder = tmp_path_factory.mktemp("models") / "ruler"
    make_recognizer().nlp.to_disk(folder)
    return folder

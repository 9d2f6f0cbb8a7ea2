"""The preferences in the whole program: effect at once, and another model under an open article."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.app import Application
from reader.core.annotations import Colour
from reader.recognition.install import install_wheel
from reader.recognition.model import import_spacy, models_folder
from reader.ui.preferences.dialog import PreferencesDialog
from reader.ui.workbench import Workbench
from tests.recognition.wheels import LABEL, files_of, write_wheel
from tests.ui.conftest import READING_MS, bench, close
from tests.ui.preferences.conftest import Server, open_http

pytestmark = pytest.mark.model

Start = Callable[..., Application]


@pytest.fixture(scope="session")
def ruler(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a model that finds Lavrov and nothing else."""
    folder = tmp_path_factory.mktemp("models") / "ruler"
    nlp = import_spacy().blank("es")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "PER", "pattern": "Serguéi Lavrov"}])
    nlp.to_disk(folder)
    return folder


@pytest.fixture
def installed(ruler: Path, tmp_path: Path) -> str:
    """Install that model; return its label."""
    install_wheel(write_wheel(tmp_path / "ruler.whl", files_of(ruler)), models_folder())
    return LABEL


def dialog_of(qtbot: QtBot, workbench: Workbench) -> PreferencesDialog:
    """Open the preferences and wait until the models are listed."""
    workbench.actions["preferences"].trigger()
    dialog = workbench.preferences.dialog
    assert dialog is not None
    dialog.show_page(dialog.recognition)
    qtbot.waitUntil(lambda: bool(dialog.recognition.cards), timeout=READING_MS)
    return dialog


def use(qtbot: QtBot, workbench: Workbench, name: str) -> None:
    """Use a model, and wait until the open article has been read with it."""
    page = dialog_of(qtbot, workbench).recognition
    card = next(c for c in page.cards.values() if c.entry and c.entry.name == name)
    with qtbot.waitSignal(workbench.controller.recognition_ended, timeout=READING_MS):
        card.use_button.click()


def found(workbench: Workbench) -> set[str]:
    recognition = workbench.controller.recognition
    assert recognition is not None
    assert recognition.complete
    return {entity.name for entity in recognition.entities}


def test_program_preferences_open_with_their_key_and_only_once(qtbot: QtBot, start: Start) -> None:
    program = start()
    workbench = bench(program)
    assert workbench.actions["preferences"].shortcut().toString() == "Ctrl+,"
    first = dialog_of(qtbot, workbench)
    workbench.actions["preferences"].trigger()
    assert workbench.preferences.dialog is first
    qtbot.keyClick(first, Qt.Key.Key_Escape)
    assert not first.isVisible()
    workbench.actions["preferences"].trigger()
    assert first.isVisible()
    close(qtbot, program)
    assert not first.isVisible()


def test_program_language_changes_at_once_everywhere(qtbot: QtBot, start: Start) -> None:
    workbench = bench(start())
    dialog = dialog_of(qtbot, workbench)
    dialog.language.choice("es").click()
    assert dialog.windowTitle() == "Preferencias"
    assert dialog.recognition.file_button.text() == "Instalar desde archivo…"
    assert dialog.recognition.cards["automatic", ""].words().startswith("Automático")
    assert workbench.actions["preferences"].text().replace("&", "") == "Preferencias…"
    dialog.language.choice("en").click()
    assert dialog.windowTitle() == "Preferences"


def test_program_looks_are_the_same_in_the_menu_and_the_preferences(
    qtbot: QtBot, start: Start
) -> None:
    workbench = bench(start())
    dialog = dialog_of(qtbot, workbench)
    dialog.reading.form.stepper("font_size_pt").stepUp()
    menu = workbench.appearance_menu.form.stepper("font_size_pt")
    assert menu.text() == dialog.reading.form.stepper("font_size_pt").text()
    assert workbench.settings.font_size_pt == 13.5
    menu.stepUp()
    assert dialog.reading.form.stepper("font_size_pt").text() == menu.text()


def test_program_another_model_reads_the_open_article_and_loses_nothing(
    qtbot: QtBot, read: Start, installed: str
) -> None:
    program = read()
    workbench = bench(program)
    before = found(workbench)
    assert "Rusia" in before
    recognition = workbench.controller.recognition
    assert recognition is not None
    lavrov = next(e.id for e in recognition.entities if e.name == "Serguéi Lavrov")
    workbench.presenter.show_entity(lavrov)
    with qtbot.waitSignal(workbench.controller.note_saved, timeout=READING_MS):
        workbench.controller.save_note(lavrov, "Ministro.")
    workbench.view.select_span(10, 30)
    workbench.actions[f"annotate_{Colour.YELLOW}"].trigger()
    document = workbench.controller.document
    place = workbench.view.reading_offset()

    use(qtbot, workbench, "es_prueba")
    assert workbench.settings.model == installed
    assert "Serguéi Lavrov" in found(workbench)
    assert "Kim Jong Un" in before - found(workbench)
    assert workbench.controller.notes[lavrov].text == "Ministro."
    assert len(workbench.book.annotations()) == 1
    assert workbench.controller.document is document
    assert workbench.view.reading_offset() == place
    page = dialog_of(qtbot, workbench).recognition
    qtbot.waitUntil(lambda: page.cards["installed", LABEL].tag == "In use", timeout=READING_MS)

    use(qtbot, workbench, "es_reader_news")
    assert found(workbench) == before
    assert workbench.controller.notes[lavrov].text == "Ministro."


def test_program_another_model_takes_over_an_article_that_is_being_read(
    qtbot: QtBot, start: Start, tmp_path: Path, installed: str
) -> None:
    path = tmp_path / "largo.txt"
    path.write_text("\n".join(f"Día {n}. Serguéi Lavrov viajó a Rusia. " * 40 for n in range(80)))
    workbench = bench(start())
    with qtbot.waitSignal(workbench.controller.spans_found, timeout=READING_MS):
        workbench.open_files([path])
    recognition = workbench.controller.recognition
    assert recognition is None or not recognition.complete
    page = dialog_of(qtbot, workbench).recognition
    with qtbot.waitSignal(
        workbench.controller.recognition_changed,
        timeout=READING_MS,
        check_params_cb=lambda article: article.recognition.complete,
    ) as finished:
        page.cards["installed", installed].use_button.click()
    assert finished.args is not None
    recognition = finished.args[0].recognition
    assert recognition.model.startswith(f"{installed}+")
    assert sum(1 for mention in recognition.mentions if mention.kind == "person") == 40 * 80


def test_program_the_same_article_opened_again_meanwhile_is_read_by_the_new_model(
    qtbot: QtBot, read: Start, installed: str
) -> None:
    workbench = bench(read())
    document = workbench.controller.document
    assert document is not None
    page = dialog_of(qtbot, workbench).recognition
    with qtbot.waitSignal(page.model_chosen, timeout=READING_MS):
        page.cards["installed", installed].use_button.click()
    workbench.controller.open_article(document.id)

    def is_read_by_the_new_one() -> bool:
        recognition = workbench.controller.recognition
        assert recognition is not None
        return recognition.complete and recognition.model.startswith(f"{installed}+")

    qtbot.waitUntil(is_read_by_the_new_one, timeout=READING_MS)


def test_program_a_model_that_does_not_load_is_told_in_the_dialog_and_the_built_in_goes_on(
    qtbot: QtBot, read: Start, installed: str
) -> None:
    (models_folder() / installed / "tokenizer").write_bytes(b"x")
    (models_folder() / installed / "vocab" / "strings.json").write_text("{")
    workbench = bench(read())
    before = found(workbench)
    told: list[str] = []
    workbench.recognizer.model_failed.connect(lambda _error: told.append("failed"))
    workbench.controller.recognition_ended.connect(lambda: told.append("ended"))
    page = dialog_of(qtbot, workbench).recognition
    page.cards["installed", installed].use_button.click()
    qtbot.waitUntil(lambda: "can't be loaded" in page.task_bar.words, timeout=READING_MS)
    card = page.cards["installed", installed]
    qtbot.waitUntil(lambda: card.tag == "Chosen", timeout=READING_MS)
    qtbot.waitUntil(
        lambda: page.cards["built-in", "es_reader_news"].tag == "In use", timeout=READING_MS
    )
    qtbot.waitUntil(lambda: "ended" in told, timeout=READING_MS)
    assert told == ["failed", "ended"]
    assert "can't be loaded" in workbench.notices.sentence
    assert found(workbench) == before


def test_program_removing_the_model_in_use_falls_back_with_the_article_open(
    qtbot: QtBot, read: Start, installed: str
) -> None:
    workbench = bench(read())
    before = found(workbench)
    use(qtbot, workbench, "es_prueba")
    page = dialog_of(qtbot, workbench).recognition
    page.cards["installed", installed].remove_button.click()
    with qtbot.waitSignal(workbench.controller.recognition_ended, timeout=READING_MS):
        page.task_bar.buttons()[0].click()
    assert workbench.settings.model == ""
    assert found(workbench) == before
    assert list(models_folder().iterdir()) == []


def test_program_closing_the_window_calls_an_installation_off(
    qtbot: QtBot, start: Start, server: Server, release: object
) -> None:
    program = start()
    workbench = bench(program)
    page = dialog_of(qtbot, workbench).recognition
    assert workbench.preferences.models is not None
    workbench.preferences.models.open_url = open_http
    server.gate.clear()
    card = next(c for c in page.cards.values() if c.entry and c.entry.name == "es_prueba")
    card.install_button.click()
    page.task_bar.buttons()[0].click()
    qtbot.waitUntil(lambda: "· 50 %" in page.task_bar.amount, timeout=READING_MS)
    close(qtbot, program)
    assert list(models_folder().iterdir()) == []
    assert not [t for t in threading.enumerate() if t.name.startswith("install")]


def test_program_starts_without_the_preferences_code(start: Start) -> None:
    workbench = bench(start())
    assert workbench.preferences.dialog is None
    assert workbench.preferences.models is None

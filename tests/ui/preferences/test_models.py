"""Models in the dialog: whatever happens, one clear sentence and nothing half-done."""

import errno
import os
import threading
import time
from collections import namedtuple
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from reader.core.errors import ModelError
from reader.recognition.catalogue import Release
from reader.recognition.download import Response
from reader.recognition.install import install_wheel, is_intact
from reader.settings import Settings
from tests.recognition.wheels import LABEL, files_of, write_wheel
from tests.ui.preferences.conftest import WAIT_MS, Server, Shown, fake_model

Show = Callable[..., Shown]


def left(folder: Path) -> list[str]:
    """Return what is in a folder, hidden or not; nothing where there is none."""
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def begin(qtbot: QtBot, shown: Shown, server: Server) -> None:
    """Begin to install the published model, and wait until half of it has arrived."""
    server.gate.clear()
    shown.card("es_prueba").install_button.click()
    shown.press("Download and install")
    qtbot.waitUntil(lambda: "· 50 %" in shown.bar.amount, timeout=WAIT_MS)


def install(qtbot: QtBot, shown: Shown) -> None:
    shown.card("es_prueba").install_button.setFocus()
    shown.card("es_prueba").install_button.click()
    with qtbot.waitSignals([shown.models.installed, shown.models.listed], timeout=WAIT_MS):
        shown.press("Download and install")


def test_models_are_listed_with_what_matters(show: Show, folder: Path, release: Release) -> None:
    fake_model(folder / "es_mio-0.3", version="0.3", license="CC0")
    fake_model(folder / "es_viejo-2.0", spacy_version=">=2.3.0,<3.0.0", version="2.0")
    shown = show()
    assert shown.page.cards["automatic", ""].tag == "In use"
    assert "At present: es_reader_news" in shown.page.cards["automatic", ""].words()
    assert shown.card("es_reader_news").tag == "In use"
    assert "es_mio 0.3  Spanish · CC0 · 1.0\xa0MB · installed" in shown.card("es_mio").words()
    assert "made for spaCy >=2.3.0,<3.0.0" in shown.card("es_viejo").problem
    assert shown.card("es_viejo").use_button.isHidden()
    assert not shown.card("es_viejo").remove_button.isHidden()
    assert "Spanish · MIT · 1.0\xa0MB · not installed" in shown.card("es_prueba").words()


def test_models_size_and_licence_are_told_before_anything_is_asked_for(
    show: Show, server: Server, release: Release
) -> None:
    shown = show()
    shown.card("es_prueba").install_button.click()
    assert f"127.0.0.1:{server.server_port}" in shown.bar.words
    assert "1.0\xa0MB will be downloaded" in shown.bar.words
    assert "Licence: MIT." in shown.bar.words
    shown.press("Not now")
    assert shown.bar.words == ""
    assert server.asked == 0


def test_models_install_ends_with_a_verified_model_that_can_be_used(
    qtbot: QtBot, show: Show, folder: Path, release: Release
) -> None:
    shown = show()
    button = shown.card("es_prueba").install_button
    install(qtbot, shown)
    qtbot.waitUntil(lambda: not isValid(button), timeout=WAIT_MS)
    assert "It is the published file (SHA-256 verified)" in shown.bar.words
    assert left(folder) == [LABEL]
    assert is_intact(folder / LABEL)
    shown.bar.buttons()[0].setFocus()  # what had it before has gone with the card of the offer
    with qtbot.waitSignal(shown.page.model_chosen, timeout=WAIT_MS):
        shown.press("Use it now")
    assert shown.settings.model == LABEL
    qtbot.waitUntil(shown.card("es_prueba").use_button.isHidden, timeout=WAIT_MS)


def test_models_install_tells_how_far_it_is(
    qtbot: QtBot, show: Show, server: Server, release: Release
) -> None:
    shown = show()
    begin(qtbot, shown, server)
    assert shown.bar.amount == "0.5\xa0MB of 1.0\xa0MB · 50 %"
    assert shown.bar.progress.value() == pytest.approx(500, abs=5)
    with qtbot.waitSignal(shown.models.installed, timeout=WAIT_MS):
        server.gate.set()


def test_models_second_install_is_not_begun(
    qtbot: QtBot, show: Show, server: Server, folder: Path, release: Release
) -> None:
    shown = show()
    begin(qtbot, shown, server)
    under_way = shown.models.installing
    assert under_way is not None
    assert not shown.card("es_prueba").install_button.isEnabled()
    assert not shown.card("es_reader_news").use_button.isEnabled()
    assert not shown.page.file_button.isEnabled()
    shown.page.tell_error(ModelError("Of something else."))
    assert "Downloading es_prueba 1.2.0" in shown.bar.words
    shown.models.install(under_way)
    with qtbot.waitSignal(shown.models.installed, timeout=WAIT_MS):
        server.gate.set()
    assert server.asked == 1
    assert shown.models.installing is None
    assert shown.page.file_button.isEnabled()


def test_models_install_called_off_half_way_leaves_nothing(
    qtbot: QtBot, show: Show, server: Server, folder: Path, release: Release
) -> None:
    shown = show()
    begin(qtbot, shown, server)
    started = time.monotonic()
    with qtbot.waitSignal(shown.models.cancelled, timeout=WAIT_MS):
        shown.press("Cancel")
    assert time.monotonic() - started < WAIT_MS / 2000  # the server is silent for longer
    assert "was called off; everything is as it was before" in shown.bar.words
    assert left(folder) == []
    server.gate.set()
    install(qtbot, shown)
    assert left(folder) == [LABEL]


def test_models_closing_the_dialog_calls_the_installation_off(
    qtbot: QtBot, show: Show, server: Server, folder: Path, release: Release
) -> None:
    shown = show()
    begin(qtbot, shown, server)
    with qtbot.waitSignal(shown.models.cancelled, timeout=WAIT_MS):
        qtbot.keyClick(shown.dialog, Qt.Key.Key_Escape)
    assert not shown.dialog.isVisible()
    assert left(folder) == []


def test_models_ending_the_program_calls_the_installation_off(
    qtbot: QtBot, show: Show, server: Server, folder: Path, release: Release
) -> None:
    shown = show()
    begin(qtbot, shown, server)
    started = time.monotonic()
    shown.models.finish()
    assert time.monotonic() - started < WAIT_MS / 2000
    assert left(folder) == []


def test_models_other_file_than_the_published_one_is_refused(
    qtbot: QtBot, show: Show, server: Server, folder: Path, release: Release
) -> None:
    server.data = server.data[:-1] + b"!"
    shown = show()
    shown.card("es_prueba").install_button.click()
    with qtbot.waitSignal(shown.models.failed, timeout=WAIT_MS):
        shown.press("Download and install")
    assert "is not the published file" in shown.bar.words
    assert shown.bar.property("error")
    assert left(folder) == []
    assert [button.text() for button in shown.bar.buttons()] == ["Try again", "Close"]


def test_models_offline_says_so_and_offers_to_install_from_a_file(
    qtbot: QtBot,
    show: Show,
    folder: Path,
    wheel: Path,
    release: Release,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(url: str) -> AbstractContextManager[Response]:
        raise OSError(errno.ENETUNREACH, os.strerror(errno.ENETUNREACH))

    shown = show()
    shown.models.open_url = refuse
    shown.card("es_prueba").install_button.click()
    with qtbot.waitSignal(shown.models.failed, timeout=WAIT_MS):
        shown.press("Download and install")
    assert "can't be reached (Network is unreachable)" in shown.bar.words
    assert f"Or download {release.url} on another computer" in shown.bar.words
    assert "reader model install" not in shown.bar.words
    shown.press("Copy the address")
    assert QApplication.clipboard().text() == release.url
    assert left(folder) == []
    monkeypatch.setattr(
        "reader.ui.preferences.recognition_page.ask_model_file", lambda parent: wheel
    )
    with qtbot.waitSignal(shown.models.offered, timeout=WAIT_MS):
        shown.press("Install from file…")
    assert "Licence: MIT. It is the file that its publisher published" in shown.bar.words
    with qtbot.waitSignal(shown.models.installed, timeout=WAIT_MS):
        shown.press("Install")
    assert left(folder) == [LABEL]


def test_models_full_disk_is_said_before_anything_is_downloaded(
    qtbot: QtBot,
    show: Show,
    server: Server,
    folder: Path,
    release: Release,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    usage = namedtuple("usage", "total used free")(0, 0, release.size_bytes - 1)
    monkeypatch.setattr("shutil.disk_usage", lambda path: usage)
    shown = show()
    shown.card("es_prueba").install_button.click()
    with qtbot.waitSignal(shown.models.failed, timeout=WAIT_MS):
        shown.press("Download and install")
    assert "too little room on the disk" in shown.bar.words
    assert server.asked == 0
    assert left(folder) == []


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path, wheel: path.write_bytes(b"<html>"), "is no model's file"),
        (lambda path, wheel: path.write_bytes(wheel.read_bytes()[:-300]), "is no model's file"),
        (lambda path, wheel: None, "can't be opened"),
    ],
    ids=["a page", "half of it", "gone"],
)
def test_models_broken_file_is_one_sentence(
    qtbot: QtBot,
    show: Show,
    folder: Path,
    wheel: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    make: Callable[[Path, Path], object],
    words: str,
) -> None:
    path = tmp_path / "roto.whl"
    make(path, wheel)
    monkeypatch.setattr(
        "reader.ui.preferences.recognition_page.ask_model_file", lambda parent: path
    )
    shown = show()
    with qtbot.waitSignal(shown.models.failed, timeout=WAIT_MS):
        shown.page.file_button.click()
    assert words in shown.bar.words
    assert [button.text() for button in shown.bar.buttons()] == ["Close"]
    assert left(folder) == []


def test_models_file_of_no_publisher_is_said_to_be_one(
    qtbot: QtBot, show: Show, wheel: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "reader.ui.preferences.recognition_page.ask_model_file", lambda parent: wheel
    )
    shown = show()
    with qtbot.waitSignal(shown.models.offered, timeout=WAIT_MS):
        shown.page.file_button.click()
    assert "install it only if you trust where it comes from" in shown.bar.words
    with qtbot.waitSignal(shown.models.installed, timeout=WAIT_MS):
        shown.press("Install")
    assert "in no list of published models" in shown.bar.words


@pytest.mark.parametrize(
    ("meta", "words"),
    [
        ({"lang": "en"}, "is for the language “en”"),
        ({"pipeline": ["tagger"]}, "finds no names"),
        ({"spacy_version": ">=2.3.0,<3.0.0"}, "is made for spaCy"),
    ],
)
def test_models_folder_that_can_not_be_used_is_one_sentence_and_not_chosen(
    qtbot: QtBot,
    show: Show,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    meta: dict[str, object],
    words: str,
) -> None:
    path = fake_model(tmp_path / "es_otro-1.0", **meta)
    monkeypatch.setattr(
        "reader.ui.preferences.recognition_page.ask_model_folder", lambda parent: path
    )
    shown = show()
    with qtbot.waitSignal(shown.models.failed, timeout=WAIT_MS):
        shown.page.folder_button.click()
    assert words in shown.bar.words
    assert shown.changes == []


def test_models_folder_on_the_disk_is_chosen_and_listed(
    qtbot: QtBot, show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = fake_model(tmp_path / "una carpeta" / "es_otro-1.0")
    monkeypatch.setattr(
        "reader.ui.preferences.recognition_page.ask_model_folder", lambda parent: path
    )
    shown = show()
    with qtbot.waitSignal(shown.page.model_chosen, timeout=WAIT_MS):
        shown.page.folder_button.click()
    assert shown.settings.model == str(path)
    qtbot.waitUntil(lambda: ("folder", str(path)) in shown.page.cards, timeout=WAIT_MS)
    card = shown.page.cards["folder", str(path)]
    assert str(path) in card.words()
    assert card.tag == "Chosen"
    shown.page.set_serving("")
    assert card.tag == "Starting…"
    shown.page.set_serving("es_otro-1.2.0+3")
    assert card.tag == "In use"


def test_models_removing_asks_first(
    qtbot: QtBot, show: Show, folder: Path, wheel: Path, release: Release
) -> None:
    install_wheel(wheel, folder)
    shown = show()
    button = shown.card("es_prueba").remove_button
    button.setFocus()
    button.click()
    assert "Remove es_prueba 1.2.0, 1.0\xa0MB?" in shown.bar.words
    assert shown.dialog.focusWidget() is shown.bar.buttons()[0]
    qtbot.keyClick(shown.dialog, Qt.Key.Key_Escape)
    assert shown.dialog.focusWidget() is button
    assert shown.dialog.isVisible()
    assert shown.bar.words == ""
    assert left(folder) == [LABEL]
    shown.card("es_prueba").remove_button.click()
    with qtbot.waitSignals([shown.models.removed, shown.models.listed], timeout=WAIT_MS):
        shown.press("Remove")
    assert left(folder) == []
    assert "es_prueba-1.2.0 was removed." in shown.bar.words
    assert not shown.card("es_prueba").install_button.isHidden()
    assert shown.changes == []


@pytest.mark.parametrize("chosen", [LABEL, "es_prueba"])
def test_models_removing_the_chosen_one_falls_back_to_automatic(
    qtbot: QtBot, show: Show, folder: Path, wheel: Path, chosen: str
) -> None:
    install_wheel(wheel, folder)
    shown = show(Settings(model=chosen))
    shown.card("es_prueba").remove_button.click()
    with qtbot.waitSignal(shown.page.model_chosen, timeout=WAIT_MS):
        shown.press("Remove")
    assert shown.settings.model == ""
    assert left(folder) == []


def test_models_removing_a_version_goes_on_with_another(
    qtbot: QtBot, show: Show, folder: Path, tmp_path: Path
) -> None:
    for version in ("1.2.0", "1.10.0"):
        files = files_of(fake_model(tmp_path / version), version=version)
        install_wheel(write_wheel(tmp_path / f"{version}.whl", files, stored=True), folder)
    shown = show(Settings(model="es_prueba"))
    with qtbot.waitSignal(shown.models.renewed, timeout=WAIT_MS):
        shown.models.remove("es_prueba-1.10.0")
    assert shown.changes == []
    assert left(folder) == ["es_prueba-1.2.0"]


def test_models_installing_what_serves_automatically_renews_it(
    qtbot: QtBot, show: Show, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = files_of(fake_model(tmp_path / "md"), name="es_core_news_md", version="3.8.0")
    path = write_wheel(tmp_path / "md.whl", files, stored=True)
    monkeypatch.setattr("reader.recognition.install.releases", lambda: ())
    monkeypatch.setattr(
        "reader.ui.preferences.recognition_page.ask_model_file", lambda parent: path
    )
    shown = show()
    with qtbot.waitSignal(shown.models.offered, timeout=WAIT_MS):
        shown.page.file_button.click()
    with qtbot.waitSignals([shown.models.renewed, shown.models.listed], timeout=WAIT_MS):
        shown.press("Install")
    assert "es_core_news_md" in shown.page.cards["automatic", ""].words()
    assert [button.text() for button in shown.bar.buttons()] == ["Close"]
    assert shown.changes == []


def test_models_of_another_language_serve_without_being_chosen(
    qtbot: QtBot, show: Show, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = files_of(fake_model(tmp_path / "m"), name="en_prueba")
    path = write_wheel(tmp_path / "en.whl", files, stored=True)
    monkeypatch.setattr(
        "reader.ui.preferences.recognition_page.ask_model_file", lambda parent: path
    )
    shown = show()
    with qtbot.waitSignal(shown.models.offered, timeout=WAIT_MS):
        shown.page.file_button.click()
    with qtbot.waitSignals([shown.models.renewed, shown.models.listed], timeout=WAIT_MS):
        shown.press("Install")
    assert "It reads the articles in its own language, by itself." in shown.bar.words
    assert [button.text() for button in shown.bar.buttons()] == ["Close"]
    card = shown.card("en_prueba")
    assert (card.problem, card.tag) == ("", "")
    assert card.use_button.isHidden()
    assert "Reads the articles in its own language" in card.words()
    with qtbot.waitSignal(shown.models.renewed, timeout=WAIT_MS):
        shown.models.remove("en_prueba-1.2.0")


def test_models_installing_at_the_same_time_in_another_window_ends_well(
    qtbot: QtBot, show: Show, server: Server, folder: Path, wheel: Path, release: Release
) -> None:
    shown = show()
    begin(qtbot, shown, server)
    other = threading.Thread(target=install_wheel, args=(wheel, folder))
    other.start()
    other.join()
    with qtbot.waitSignal(shown.models.installed, timeout=WAIT_MS):
        server.gate.set()
    assert left(folder) == [LABEL]
    assert is_intact(folder / LABEL)

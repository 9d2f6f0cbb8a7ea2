"""The dialog without the rest of the program, what looks like models, and a server of theirs."""

import hashlib
import json
import threading
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.app import make_qapplication
from reader.recognition.catalogue import Release
from reader.recognition.choice import model_key
from reader.recognition.download import Response
from reader.recognition.model import models_folder
from reader.settings import Settings
from reader.ui.preferences.dialog import PreferencesDialog
from reader.ui.preferences.model_card import ModelCard
from reader.ui.preferences.models import Models
from tests.recognition.wheels import LABEL, files_of, write_wheel

WAIT_MS = 60_000


class Server(ThreadingHTTPServer):
    """Sends one file: the first half at once, the rest when `gate` is open."""

    daemon_threads = True

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.gate = threading.Event()
        self.gate.set()
        self.asked = 0
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                server.asked += 1
                half = len(server.data) // 2 + 1
                self.send_response(200)
                self.send_header("Content-Length", str(len(server.data)))
                self.end_headers()
                self.wfile.write(server.data[:half])
                self.wfile.flush()
                server.gate.wait(WAIT_MS / 1000)
                self.wfile.write(server.data[half:])

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002
                pass

        super().__init__(("127.0.0.1", 0), Handler)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/{LABEL}-py3-none-any.whl"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a client that hung up, which tests do."""


class Shown:
    """The dialog with its models, and the settings as the program would keep them."""

    def __init__(self, qtbot: QtBot, settings: Settings, serving: str) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.settings = settings
        self.changes: list[Settings] = []
        self.renewed = 0
        self.models = Models(settings.model)
        self.models.open_url = open_http
        self.models.renewed.connect(self._on_renewed)
        self.dialog = PreferencesDialog(
            self.window, settings=settings, models=self.models, sentence_of=str, serving=serving
        )
        self.dialog.settings_changed.connect(self._on_changed)
        self.page = self.dialog.recognition
        self.bar = self.page.task_bar
        with qtbot.waitSignal(self.models.listed, timeout=WAIT_MS):
            self.models.refresh()
        self.dialog.show_page(self.page)
        self.dialog.show()
        qtbot.waitExposed(self.dialog)

    def card(self, name: str) -> ModelCard:
        """Return the card of a model, by its name."""
        return next(c for c in self.page.cards.values() if c.entry and c.entry.name == name)

    def press(self, text: str) -> None:
        """Press a button of the bar."""
        next(button for button in self.bar.buttons() if button.text() == text).click()

    def _on_changed(self, settings: Settings) -> None:
        self.settings = settings
        self.changes.append(settings)
        self.dialog.show_settings(settings)

    def _on_renewed(self) -> None:
        self.renewed += 1


def open_http(url: str) -> AbstractContextManager[Response]:
    """Ask for an address of the loopback, which needs no https."""
    return urllib.request.urlopen(url, timeout=20)


def fake_model(folder: Path, **meta: object) -> Path:
    """Make what looks like a model without spaCy, and return its folder."""
    folder.mkdir(parents=True)
    language, _, name = folder.name.rpartition("-")[0].partition("_")
    said = {"lang": language or "es", "name": name or folder.name, "version": "1.2.0"}
    said |= {"license": "MIT", "pipeline": ["ner"], **meta}
    (folder / "meta.json").write_text(json.dumps(said), "utf-8")
    (folder / "config.cfg").write_text("[nlp]\n", "utf-8")
    (folder / "data").write_bytes(bytes(range(256)) * 4000)
    return folder


@pytest.fixture
def folder() -> Path:
    """Return the folder of the models that the user installed."""
    return models_folder()


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    """Return the path of a sound wheel."""
    files = files_of(fake_model(tmp_path / "model"))
    return write_wheel(tmp_path / f"{LABEL}-py3-none-any.whl", files, stored=True)


@pytest.fixture
def server(wheel: Path) -> Iterator[Server]:
    """Serve the wheel."""
    server = Server(wheel.read_bytes())
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.gate.set()
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def release(wheel: Path, server: Server, monkeypatch: pytest.MonkeyPatch) -> Release:
    """Put the wheel in the place of all published models."""
    data = wheel.read_bytes()
    name, version = LABEL.split("-")
    digest = hashlib.sha256(data).hexdigest()
    release = Release(name, version, len(data), "MIT", digest, url=server.url)
    for module in ("catalogue", "install"):
        monkeypatch.setattr(f"reader.recognition.{module}.releases", lambda: (release,))
    return release


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Callable[..., Shown]]:
    """Return a function that shows the dialog."""
    make_qapplication()
    shown: list[Shown] = []

    def show_dialog(settings: Settings | None = None, *, serving: str = "") -> Shown:
        shown.append(Shown(qtbot, settings or Settings(), serving or model_key()))
        return shown[-1]

    yield show_dialog
    for each in shown:
        each.models.finish()

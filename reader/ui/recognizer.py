"""The recognition service's events as Qt signals, in the window's thread."""

from PySide6.QtCore import QObject, Qt, Signal

from reader.core.document import Document
from reader.recognition import events
from reader.recognition.service import RecognitionService


class Recognizer(QObject):
    """Ask the recognition process for a document's mentions, and tell what it answers.

    Answers to any but the newest document are dropped, and so are those of a model that was left.
    """

    model_ready = Signal(str)
    language_found = Signal(str, str)  # code, "" where it isn't sure; the key of the model
    spans_found = Signal(object)  # tuple[tuple[int, int, Kind], ...], code points
    recognition_progressed = Signal(int, int)  # words done, words in all
    document_recognized = Signal(object)  # Recognition, not yet resolved by the library
    restarted = Signal(str)
    failed = Signal(object)  # ReaderError: the document isn't recognized
    model_failed = Signal(object)  # ReaderError: the model isn't used; the built-in one goes on
    model_changed = Signal()  # another one serves: what the one before found no longer counts
    _event = Signal(object)

    def __init__(self, *, model: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._job: int | None = None
        self._changes = 0
        self._event.connect(self._on_event, Qt.ConnectionType.QueuedConnection)
        self._service = RecognitionService(on_event=self._event.emit, model=model)

    @property
    def changes(self) -> int:
        """Return how often the model has been changed: the answers since then are this one's."""
        return self._changes

    @property
    def process_id(self) -> int | None:
        """Return the recognition process's id; None while there is none."""
        return self._service.process_id

    def model_key(self, language: str) -> str:
        """Return the key under which the library caches what is found in articles of a language.

        Reads the disk: not for the window's thread.
        """
        from reader.recognition.choice import model_key

        return model_key(self._model, language=language)

    def start(self) -> None:
        """Start the process; returns at once."""
        self._service.start()

    def stop(self) -> None:
        """End the process."""
        self._job = None
        self._service.stop()

    def use_model(self, model: str) -> None:
        """Go on with another model (a folder's path, a name, "": the automatic choice); at once."""
        self.cancel()
        self._model = model
        self._changes += 1
        self._service.use(model)
        self.model_changed.emit()

    def recognize(self, document: Document, *, first_block: int = 0) -> None:
        """Find the mentions of `document`, the part from `first_block` on before the rest."""
        self._job = self._service.recognize(document, first_block=first_block)

    def show(self, block: int) -> None:
        """Tell which block of the document the user looks at: it is read next."""
        if self._job is not None:
            self._service.show(self._job, block)

    def cancel(self) -> None:
        """Drop the document that is being worked on, if any."""
        if self._job is not None:
            self._service.cancel(self._job)
            self._job = None

    def _on_event(self, event: events.Event) -> None:
        match event:
            case events.ModelReady():
                self.model_ready.emit(event.model)
            case events.WorkerRestarted():
                self.restarted.emit(event.reason)
            case events.ModelUnusable():
                self.model_failed.emit(event.error)
            case _ if event.job != self._job:
                pass
            case events.LanguageFound():
                self.language_found.emit(event.language, event.model)
            case events.MentionsFound():
                self.spans_found.emit(event.mentions)
            case events.Progressed():
                self.recognition_progressed.emit(event.done, event.total)
            case events.DocumentRecognized():
                self.document_recognized.emit(event.recognition)
            case events.RecognitionFailed():
                self._job = None
                self.failed.emit(event.error)

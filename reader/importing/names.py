"""The names in imported articles: found one article after the other, in a process of its own."""

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from reader.core.document import Document
from reader.core.entities import Recognition
from reader.recognition.events import (
    DocumentRecognized,
    Event,
    LanguageFound,
    RecognitionFailed,
)
from reader.recognition.service import RecognitionService

MOST_WAITING = 200
"""Articles that wait at once; while they do, no more are read."""

MOST_CODE_POINTS = 4_000_000
"""Length of all that waits at once, but for one article that is longer by itself."""


@dataclass(frozen=True, slots=True)
class Named:
    """What was found in an article, None where that failed; `language` is "" where unsure."""

    document: Document
    recognition: Recognition | None
    language: str = ""


class NameFinder:
    """Has articles recognized in their order; `post` is told of each, in another thread.

    `model` is a folder's path or a model's name, "" the automatic choice. The next article is sent
    as soon as one has come back, so that the process never waits for the library.
    """

    def __init__(self, *, model: str, post: Callable[[Named], None]) -> None:
        self._post = post
        self._lock = threading.Lock()
        self._waiting: deque[Document] = deque()
        self._current: Document | None = None
        self._job = 0
        self._language = ""
        self._is_held = False
        self._length = 0  # of what waits
        self._service = RecognitionService(on_event=self._on_event, model=model)

    def start(self) -> None:
        """Start the process; returns at once."""
        self._service.start()

    def stop(self) -> None:
        """End the process; what waits is forgotten."""
        self.clear()
        self._service.stop()

    @property
    def is_full(self) -> bool:
        """Return whether so much waits that no more should come."""
        with self._lock:
            return len(self._waiting) >= MOST_WAITING or self._length >= MOST_CODE_POINTS

    def add(self, document: Document) -> None:
        """Have an article recognized after those that wait."""
        with self._lock:
            self._waiting.append(document)
            self._length += len(document.text)
            self._next()

    def hold(self, held: bool) -> None:
        """Begin with no other article while `held`."""
        with self._lock:
            self._is_held = held
            self._next()

    def clear(self) -> None:
        """Forget what waits, and call off what is being read."""
        with self._lock:
            self._waiting.clear()
            self._length = 0
            if self._current is not None:
                self._service.cancel(self._job)
                self._current = None

    def _next(self) -> None:
        """Send the next article; the lock is held."""
        if self._current is None and self._waiting and not self._is_held:
            self._current = self._waiting.popleft()
            self._length -= len(self._current.text)
            self._language = ""
            self._job = self._service.recognize(self._current)

    def _on_event(self, event: Event) -> None:
        with self._lock:
            document = self._current
            if document is None or getattr(event, "job", None) != self._job:
                return
            if isinstance(event, LanguageFound):
                self._language = event.language
                return
            recognition: Recognition | None = None
            if isinstance(event, DocumentRecognized):
                recognition = event.recognition
                if not recognition.complete:
                    return
            elif not isinstance(event, RecognitionFailed):
                return
            language = self._language
            self._current = None
            self._next()
        self._post(Named(document, recognition, language))

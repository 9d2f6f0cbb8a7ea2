"""The recognition process: loads the model once and reads the documents that it is sent.

spaCy is imported here and nowhere else in the running program. The process ends with its parent:
the pipe between them closes.
"""

import contextlib
import os
import queue
import signal
import threading
import traceback
from bisect import bisect_right
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection

from reader.core.document import Document
from reader.core.errors import ModelError
from reader.recognition.choice import Models, with_fallback
from reader.recognition.gazetteer import Gazetteer
from reader.recognition.pipeline import (
    BATCH_BLOCKS,
    Piece,
    Recognizer,
    gazetteer_folder,
    pieces,
)
from reader.recognition.protocol import (
    Answer,
    Cancel,
    Failed,
    Highlights,
    Language,
    Progress,
    Question,
    Read,
    Ready,
    Show,
    Unusable,
    document_of,
    pack_highlights,
    pack_result,
)
from reader.recognition.readers import Readers
from reader.recognition.spans import BlockSpans

NICENESS = 5
OUT_OF_MEMORY = 12
"""The exit code of a process that got no more memory: ENOMEM."""

FIRST_BLOCKS = 4
BATCH_CODE_POINTS = 30_000
"""Length of text, about 5,000 words, after which the model pauses to answer."""

INTERIM_WORDS = (10_000, 50_000, 200_000)
"""Words read after which the whole of what is known so far is told."""


def run(connection: Connection, model: str) -> None:
    """Load a choice's models and answer questions until the parent closes the pipe."""
    # Ctrl+C in a terminal reaches the whole group; the parent decides when this one ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    inbox = _Inbox(connection)
    recognizer = _load(inbox, model)
    if recognizer is None:
        return
    inbox.send(Ready(recognizer.model))
    readers = Readers(recognizer, tell=lambda error: _tell(inbox, error, final=False))
    if hasattr(os, "nice"):
        with contextlib.suppress(OSError):
            os.nice(NICENESS)
    while True:
        question = inbox.next()
        try:
            _answer(question, readers, inbox)
        except MemoryError:
            # A fresh process may have room; the parent counts how often one ends.
            os._exit(OUT_OF_MEMORY)
        except Exception:
            # A bug, but one that the parent can tell the user of while all else goes on.
            inbox.send(Failed(question.job, traceback.format_exc()))


class _Inbox:
    """The pipe to the parent: a thread takes questions in, so that the parent never waits."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._questions: queue.SimpleQueue[Read] = queue.SimpleQueue()
        self._latest = 0
        self._shown = 0
        threading.Thread(target=self._receive, name="questions", daemon=True).start()

    def _receive(self) -> None:
        try:
            while True:
                question: Question = self._connection.recv()
                if isinstance(question, Read):
                    self._latest = question.job
                    self._shown = question.first_block
                    self._questions.put(question)
                elif isinstance(question, Show) and question.job == self._latest:
                    self._shown = question.block
                elif isinstance(question, Cancel) and question.job == self._latest:
                    self._latest = 0
        except (EOFError, OSError):
            # The parent is gone, and nobody waits for what is being read.
            os._exit(0)

    def next(self) -> Read:
        """Wait for the next question that still counts."""
        while True:
            question = self._questions.get()
            if self.counts(question.job):
                return question

    def counts(self, job: int) -> bool:
        """Return whether a job is neither superseded nor called off."""
        return job == self._latest

    def shown(self) -> int:
        """Return the index of the block that the user looks at."""
        return self._shown

    def send(self, answer: Answer) -> None:
        """Send an answer; end the process where nobody is there to take it."""
        try:
            self._connection.send(answer)
        except OSError:
            os._exit(0)


def _load(inbox: _Inbox, model: str) -> Recognizer | None:
    """Return the chosen models' recognizer, else the built-in one's; None if neither can be."""
    with ThreadPoolExecutor(1) as executor:
        gazetteer = executor.submit(Gazetteer.from_folder, gazetteer_folder())

        def load(models: Models) -> Recognizer:
            return Recognizer.from_models(models, gazetteer.result)

        try:
            return with_fallback(model, load, tell=lambda error: _tell(inbox, error, final=False))
        except ModelError as error:
            _tell(inbox, error, final=True)
            return None


def _tell(inbox: _Inbox, error: ModelError, *, final: bool) -> None:
    values = {key: str(value) for key, value in error.values.items()}
    inbox.send(Unusable(error.template, values, final))


def _answer(question: Read, readers: Readers, inbox: _Inbox) -> None:
    document = document_of(question)
    recognizer, language = readers.reader_of(document)
    inbox.send(Language(question.job, language, recognizer.model))
    total = len(document.text.split())
    done, told = 0, 0
    read: list[BlockSpans] = []
    for batch in batches(document, inbox.shown):
        if not inbox.counts(question.job):
            return
        found = recognizer.read(document, batch)
        read += found
        done += sum(len(block.text.split()) for block in found)
        inbox.send(Highlights(question.job, pack_highlights(recognizer.highlights(found))))
        inbox.send(Progress(question.job, done, total))
        due = sum(done >= words for words in INTERIM_WORDS)
        if due > told and done < total:
            told = due
            interim = recognizer.recognition(document, read, complete=False)
            inbox.send(pack_result(question.job, interim))
    if inbox.counts(question.job):
        inbox.send(pack_result(question.job, recognizer.recognition(document, read)))


def batches(document: Document, shown: Callable[[], int]) -> Iterator[list[Piece]]:
    """Yield a document's stretches: a few at the block that is shown, then from there on.

    `shown` is asked before each batch, so that the page that the user goes to comes next; what
    stands before it comes last.
    """
    blocks = document.blocks
    if not blocks:
        return
    first = min(max(shown(), 0), len(blocks) - 1)
    after = first + FIRST_BLOCKS
    yield from _bounded([p for block in blocks[first:after] for p in pieces(document, block)])
    waiting = [
        batch
        for part in (blocks[:first], blocks[after:])
        for batch in _bounded([p for block in part for p in pieces(document, block)])
    ]
    while waiting:
        start = blocks[min(max(shown(), 0), len(blocks) - 1)].start
        # The batches are in reading order: the first that reaches the block, else the very first.
        place = bisect_right(waiting, start, key=lambda batch: batch[-1].end)
        yield waiting.pop(place if place < len(waiting) else 0)


def _bounded(stretches: list[Piece]) -> Iterator[list[Piece]]:
    batch: list[Piece] = []
    size = 0
    for piece in stretches:
        length = piece.end - piece.start
        if batch and (len(batch) == BATCH_BLOCKS or size + length > BATCH_CODE_POINTS):
            yield batch
            batch, size = [], 0
        batch.append(piece)
        size += length
    if batch:
        yield batch

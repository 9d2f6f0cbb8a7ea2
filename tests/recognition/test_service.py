"""The recognition process: it answers, it may die, it ends."""

import os
import queue
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from reader.core.document import Document
from reader.core.mentions import Kind
from reader.recognition import service
from reader.recognition.model import BUILT_IN
from reader.recognition.service import (
    LOAD_LIMIT_S,
    MOST_DEATHS,
    DocumentRecognized,
    Event,
    LanguageFound,
    MentionsFound,
    ModelReady,
    ModelUnusable,
    Progressed,
    RecognitionFailed,
    RecognitionService,
    WorkerRestarted,
)
from tests.processes import wait_until_gone
from tests.recognition.foreign_articles import ARTICLES

TIMEOUT_S = 60
PARAGRAPH = "Serguéi Lavrov viajó de Moscú a Ucrania y no dijo nada más en todo el día. " * 10
E = TypeVar("E", bound=Event)


class Listener:
    """A service and what it has told."""

    def __init__(
        self,
        model: Path | str,
        *,
        hang_limit_s: float = TIMEOUT_S,
        load_limit_s: float = LOAD_LIMIT_S,
    ) -> None:
        self.events: queue.Queue[Event] = queue.Queue()
        self.seen: list[Event] = []
        self.service = RecognitionService(
            on_event=self.events.put,
            model=str(model),
            hang_limit_s=hang_limit_s,
            load_limit_s=load_limit_s,
        )

    def wait_for(self, kind: type[E], accept: Callable[[E], bool] = lambda event: True) -> E:
        """Return the next event of a kind."""
        while True:
            event = self.events.get(timeout=TIMEOUT_S)
            self.seen.append(event)
            if isinstance(event, kind) and accept(event):
                return event

    def wait_until_complete(self, job: int) -> DocumentRecognized:
        """Return the last event of a job."""
        return self.wait_for(DocumentRecognized, lambda e: e.job == job and e.recognition.complete)

    def kill(self) -> None:
        """Kill the process as the system does when memory runs out."""
        pid = self.service.process_id
        assert pid is not None
        os.kill(pid, signal.SIGKILL)


@pytest.fixture
def listener(ruler_model: Path) -> Iterator[Listener]:
    listener = Listener(ruler_model)
    listener.service.start()
    yield listener
    listener.service.stop()


@pytest.fixture
def long_document(make_document: Callable[[str], Document]) -> Document:
    """Return a document that keeps the process busy for seconds."""
    return make_document("\n".join([PARAGRAPH] * 600))


def test_service_recognizes_a_document(
    listener: Listener, make_document: Callable[[str], Document]
) -> None:
    document = make_document("Serguéi Lavrov viajó.\n\nLavrov habló de Ucrania.")
    job = listener.service.recognize(document)
    recognition = listener.wait_until_complete(job).recognition
    ready = next(e for e in listener.seen if isinstance(e, ModelReady))
    early = next(e for e in listener.seen if isinstance(e, MentionsFound))
    assert recognition.model == ready.model
    assert [document.text[m.start : m.end] for m in recognition.mentions] == [
        "Serguéi Lavrov", "Lavrov", "Ucrania",
    ]  # fmt: skip
    assert [e.id for e in recognition.entities] == ["person:serguei-lavrov", "country:UA"]
    assert early.document_id == document.id
    assert (0, 14, Kind.PERSON) in early.mentions


def test_service_tells_the_language_before_the_first_mentions(
    listener: Listener, make_document: Callable[[str], Document]
) -> None:
    document = make_document(ARTICLES["en"])
    job = listener.service.recognize(document)
    recognition = listener.wait_until_complete(job).recognition
    order = [e for e in listener.seen if isinstance(e, (LanguageFound, MentionsFound))]
    assert order[0] == LanguageFound(job, document.id, "en", recognition.model)
    assert len([e for e in order if isinstance(e, LanguageFound)]) == 1


def test_service_believes_a_short_document_its_language(
    listener: Listener, make_document: Callable[[str], Document]
) -> None:
    document = replace(make_document("Talks in Moscú."), language="en-GB")
    job = listener.service.recognize(document)
    listener.wait_until_complete(job)
    (found,) = [e for e in listener.seen if isinstance(e, LanguageFound)]
    assert found.language == "en"


def test_service_shows_the_screen_first(
    listener: Listener, make_document: Callable[[str], Document]
) -> None:
    document = make_document("\n".join(["Habla Lavrov."] * 40))
    job = listener.service.recognize(document, first_block=20)
    first = listener.wait_for(MentionsFound)
    wanted = [document.blocks[n].start + 6 for n in range(20, 24)]
    assert [start for start, _, _ in first.mentions] == wanted
    listener.wait_until_complete(job)
    told = [e for e in listener.seen if isinstance(e, MentionsFound)]
    assert sum(len(e.mentions) for e in told) == 40


def test_service_tells_its_progress(listener: Listener, long_document: Document) -> None:
    job = listener.service.recognize(long_document)
    listener.wait_until_complete(job)
    told = [(e.done, e.total) for e in listener.seen if isinstance(e, Progressed)]
    total = len(long_document.text.split())
    assert told == sorted(told)
    assert told[-1] == (total, total)
    assert len(told) > 10


def test_service_gives_interim_results_of_a_long_document(
    listener: Listener, long_document: Document
) -> None:
    job = listener.service.recognize(long_document)
    whole = listener.wait_until_complete(job).recognition
    results = [e.recognition for e in listener.seen if isinstance(e, DocumentRecognized)]
    counts = [len(r.mentions) for r in results]
    assert len(results) >= 3
    assert [r.complete for r in results] == [*[False] * (len(results) - 1), True]
    assert counts == sorted(counts)
    assert len(whole.mentions) == 3 * 10 * 600


def test_service_drops_what_is_superseded(
    listener: Listener, long_document: Document, make_document: Callable[[str], Document]
) -> None:
    old = listener.service.recognize(long_document)
    listener.wait_for(Progressed)
    new = listener.service.recognize(make_document("Moscú calla."))
    listener.seen.clear()
    listener.wait_until_complete(new)
    finished = [e.job for e in listener.seen if isinstance(e, DocumentRecognized)]
    assert old not in finished[-1:]
    assert new > old


def test_service_is_silent_about_a_cancelled_job(
    listener: Listener, long_document: Document, make_document: Callable[[str], Document]
) -> None:
    old = listener.service.recognize(long_document)
    listener.wait_for(Progressed)
    listener.service.cancel(old)
    listener.wait_until_complete(listener.service.recognize(make_document("Moscú calla.")))
    complete = [e for e in listener.seen if isinstance(e, DocumentRecognized)]
    assert not any(e.job == old and e.recognition.complete for e in complete)


def test_service_goes_on_when_the_process_is_killed(
    listener: Listener, long_document: Document
) -> None:
    job = listener.service.recognize(long_document)
    listener.wait_for(Progressed)
    killed = listener.service.process_id
    listener.kill()
    restarted = listener.wait_for(WorkerRestarted)
    assert restarted.reason == "signal 9"
    recognition = listener.wait_until_complete(job).recognition
    assert len(recognition.mentions) == 3 * 10 * 600
    assert listener.service.process_id != killed


def test_service_starts_an_idle_process_again(
    listener: Listener, make_document: Callable[[str], Document]
) -> None:
    listener.wait_for(ModelReady)
    listener.kill()
    listener.wait_for(WorkerRestarted)
    job = listener.service.recognize(make_document("Moscú calla."))
    assert len(listener.wait_until_complete(job).recognition.mentions) == 1


def test_service_gives_up_on_a_document_that_kills(
    listener: Listener, long_document: Document, make_document: Callable[[str], Document]
) -> None:
    job = listener.service.recognize(long_document)
    for _ in range(MOST_DEATHS):
        listener.wait_for(ModelReady)
        listener.wait_for(Progressed)
        listener.kill()
    failed = listener.wait_for(RecognitionFailed)
    assert failed.job == job
    assert f"stopped {MOST_DEATHS} times" in str(failed.error)
    other = listener.service.recognize(make_document("Moscú calla."))
    assert len(listener.wait_until_complete(other).recognition.mentions) == 1


def test_service_replaces_a_process_that_hangs(
    ruler_model: Path, make_document: Callable[[str], Document]
) -> None:
    long_document = make_document("\n".join([PARAGRAPH] * 300))
    listener = Listener(ruler_model, hang_limit_s=3)
    listener.service.start()
    try:
        job = listener.service.recognize(long_document)
        listener.wait_for(Progressed)
        pid = listener.service.process_id
        assert pid is not None
        os.kill(pid, signal.SIGSTOP)
        assert "silent" in listener.wait_for(WorkerRestarted).reason
        listener.wait_until_complete(job)
        assert wait_until_gone(pid)
    finally:
        listener.service.stop()


def test_service_goes_on_with_the_built_in_model(
    make_document: Callable[[str], Document], tmp_path: Path
) -> None:
    listener = Listener(tmp_path / "none")
    listener.service.start()
    try:
        job = listener.service.recognize(make_document("Rusia calla."))
        unusable = listener.wait_for(ModelUnusable)
        assert "is no recognition model" in str(unusable.error)
        assert listener.wait_until_complete(job).recognition.model.startswith(BUILT_IN)
    finally:
        listener.service.stop()


def test_service_reads_on_with_another_model(
    listener: Listener, long_document: Document, make_document: Callable[[str], Document]
) -> None:
    job = listener.service.recognize(long_document)
    listener.wait_for(Progressed)
    before = listener.service.process_id
    assert before is not None
    listener.service.use(BUILT_IN)
    ready = listener.wait_for(ModelReady, lambda event: event.model.startswith("es_reader_news"))
    listener.service.cancel(job)
    other = listener.service.recognize(make_document("Rusia calla."))
    assert listener.wait_until_complete(other).recognition.model == ready.model
    assert wait_until_gone(before)
    assert not [event for event in listener.seen if isinstance(event, WorkerRestarted)]


def test_service_does_a_job_under_way_again_with_another_model(
    listener: Listener, make_document: Callable[[str], Document]
) -> None:
    document = make_document("\n".join([PARAGRAPH] * 100))
    job = listener.service.recognize(document)
    listener.wait_for(Progressed)
    listener.service.use(BUILT_IN)
    assert listener.wait_until_complete(job).recognition.model.startswith(BUILT_IN)


def test_service_recovers_from_an_unusable_model_with_another(
    ruler_model: Path, make_document: Callable[[str], Document], tmp_path: Path
) -> None:
    listener = Listener(tmp_path / "none")
    listener.service.start()
    try:
        listener.wait_for(ModelUnusable)
        listener.service.use(str(ruler_model))
        listener.wait_for(ModelReady, lambda event: "reader_news" not in event.model)
        job = listener.service.recognize(make_document("Moscú calla."))
        assert len(listener.wait_until_complete(job).recognition.mentions) == 1
    finally:
        listener.service.stop()


def test_service_ends_up_with_the_last_of_several_models_in_quick_succession(
    listener: Listener, ruler_model: Path, make_document: Callable[[str], Document]
) -> None:
    for model in (BUILT_IN, str(ruler_model), BUILT_IN, str(ruler_model)):
        listener.service.use(model)
    job = listener.service.recognize(make_document("Moscú calla."))
    recognition = listener.wait_until_complete(job).recognition
    assert "reader_news" not in recognition.model


def test_service_ends_its_process(
    listener: Listener, long_document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "_JOIN_S", TIMEOUT_S)  # it ends by itself, without being killed
    listener.service.recognize(long_document)
    listener.wait_for(Progressed)
    pid = listener.service.process_id
    assert pid is not None
    started = time.monotonic()
    listener.service.stop()
    assert time.monotonic() - started < TIMEOUT_S / 2
    assert wait_until_gone(pid)
    assert listener.service.process_id is None


def test_service_stops_before_it_is_ready(
    ruler_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "_JOIN_S", TIMEOUT_S)
    listener = Listener(ruler_model)
    listener.service.start()
    started = time.monotonic()
    listener.service.stop()
    assert time.monotonic() - started < TIMEOUT_S / 2


def test_service_takes_work_before_it_is_ready(
    ruler_model: Path, make_document: Callable[[str], Document]
) -> None:
    listener = Listener(ruler_model)
    job = listener.service.recognize(make_document("Moscú calla."))
    listener.service.start()
    try:
        assert len(listener.wait_until_complete(job).recognition.mentions) == 1
    finally:
        listener.service.stop()


def test_service_process_ends_with_its_parent(ruler_model: Path, tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(
        "import os, sys, threading\n"
        "from reader.recognition.service import ModelReady, RecognitionService\n"
        "if __name__ == '__main__':\n"
        "    ready = threading.Event()\n"
        "    on_event = lambda e: ready.set() if isinstance(e, ModelReady) else None\n"
        f"    service = RecognitionService(on_event=on_event, model={str(ruler_model)!r})\n"
        "    service.start()\n"
        "    ready.wait()\n"
        "    print(service.process_id, flush=True)\n"
        "    os.kill(os.getpid(), 9)\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False)
    assert done.returncode == -signal.SIGKILL
    assert wait_until_gone(int(done.stdout))

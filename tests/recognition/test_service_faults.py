"""The recognition process killed, hung or out of memory at every stage of its work."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.core.document import Document
from reader.recognition.events import (
    DocumentRecognized,
    LanguageFound,
    MentionsFound,
    ModelReady,
    Progressed,
    WorkerRestarted,
)
from tests.processes import wait_until_gone
from tests.recognition.test_service import PARAGRAPH, Listener

BLOCKS = 60
NAMES_IN_ALL = 3 * 10 * BLOCKS

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")


def starting(listener: Listener) -> None:
    """Wait for the process, whatever it does; spaCy isn't imported yet."""
    while listener.service.process_id is None:
        os.sched_yield()


def loading(listener: Listener) -> None:
    """Wait until the process has begun to load its model: spaCy's libraries are in its memory."""
    starting(listener)
    maps = Path(f"/proc/{listener.service.process_id}/maps")
    while "spacy" not in maps.read_text():
        os.sched_yield()


def ready(listener: Listener) -> None:
    listener.wait_for(ModelReady)


def language(listener: Listener) -> None:
    listener.wait_for(LanguageFound)


def first_paragraph(listener: Listener) -> None:
    listener.wait_for(MentionsFound)


def middle(listener: Listener) -> None:
    listener.wait_for(Progressed, lambda event: event.done * 2 > event.total)


def end(listener: Listener) -> None:
    listener.wait_for(Progressed, lambda event: event.done == event.total)


def kill(pid: int) -> None:
    """End a process as the system does when memory runs out."""
    os.kill(pid, signal.SIGKILL)


def hang(pid: int) -> None:
    os.kill(pid, signal.SIGSTOP)


def run_out_of_memory(pid: int) -> None:
    """Let every further allocation of a process fail, as where the system gives it no more."""
    import resource

    resource.prlimit(pid, resource.RLIMIT_AS, (1, 1))


STAGES = [starting, loading, ready, language, first_paragraph, middle, end]
HARMS = [(stage, harm) for harm in (kill, hang, run_out_of_memory) for stage in STAGES]
FATAL: dict[Callable[[int], None], list[Callable[[Listener], None]]] = {
    kill: STAGES[:5],
    hang: STAGES[:5],
    run_out_of_memory: [starting, loading],
}
"""The stages from which a process can't but be replaced; later it may be done, or have room."""
HANG_LIMIT_S = 2.0
"""Many times what the process takes from one sign of life to the next."""
LOAD_LIMIT_S = 5.0
"""Many times what it takes to load a model that small."""


@pytest.fixture
def document(make_document: Callable[[str], Document]) -> Document:
    return make_document("\n".join([PARAGRAPH] * BLOCKS))


@pytest.fixture
def listener(ruler_model: Path) -> Iterator[Listener]:
    listener = Listener(ruler_model, hang_limit_s=HANG_LIMIT_S, load_limit_s=LOAD_LIMIT_S)
    yield listener
    listener.service.stop()


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
@pytest.mark.parametrize(("stage", "harm"), HARMS, ids=lambda each: each.__name__)
def test_service_finishes_whatever_befalls_its_process(
    listener: Listener,
    document: Document,
    stage: Callable[[Listener], None],
    harm: Callable[[int], None],
) -> None:
    job = listener.service.recognize(document)
    listener.service.start()
    stage(listener)
    pid = listener.service.process_id
    assert pid is not None
    harm(pid)
    recognition = listener.wait_until_complete(job).recognition
    spans = [(mention.start, mention.end) for mention in recognition.mentions]
    assert len(spans) == len(set(spans)) == NAMES_IN_ALL
    if stage in FATAL[harm]:
        assert any(isinstance(event, WorkerRestarted) for event in listener.seen)
    complete = [e for e in listener.seen if isinstance(e, DocumentRecognized)]
    assert [e.recognition.complete for e in complete].count(True) == 1
    last = listener.service.process_id
    listener.service.stop()
    assert wait_until_gone(pid)
    assert last is None or wait_until_gone(last)


@pytest.mark.parametrize("harm", [kill, hang], ids=lambda each: each.__name__)
def test_service_is_there_again_after_harm_while_it_was_idle(
    listener: Listener, document: Document, harm: Callable[[int], None]
) -> None:
    listener.service.start()
    listener.wait_for(ModelReady)
    pid = listener.service.process_id
    assert pid is not None
    harm(pid)
    if harm is kill:
        listener.wait_for(WorkerRestarted)
    job = listener.service.recognize(document)
    assert len(listener.wait_until_complete(job).recognition.mentions) == NAMES_IN_ALL
    assert wait_until_gone(pid)

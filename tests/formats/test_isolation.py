import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from multiprocessing.connection import wait
from pathlib import Path

import pytest

from reader.core.document import Parsed
from reader.core.errors import DocumentError, ExportError, LibraryError, ModelError, ReaderError
from reader.formats.isolation import CalledOffError, IsolatedReader
from reader.formats.opening import read_file
from tests.conftest import SEEDS
from tests.formats import misbehaving
from tests.processes import is_running, wait_until_gone

HERE_S = 60
DOCX = SEEDS / "muestra.docx"
posix = pytest.mark.skipif(sys.platform == "win32", reason="named pipes and signals")


@pytest.fixture
def reader() -> Iterator[IsolatedReader]:
    reader = IsolatedReader(memory_mb=1024)
    yield reader
    reader.close()


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    """Return a named pipe: who reads it waits for who writes."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    return path


class Call:
    """A call in a thread, and how it ended."""

    def __init__(self, function: Callable[[], Parsed]) -> None:
        self.error: BaseException | None = None
        self._function = function
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._function()
        except ReaderError as error:
            self.error = error

    def join(self) -> BaseException | None:
        self._thread.join(HERE_S)
        assert not self._thread.is_alive()
        return self.error


def test_isolation_a_file_is_read_as_it_is_in_this_process(reader: IsolatedReader) -> None:
    assert reader.read(DOCX) == read_file(DOCX)
    assert reader.process_id is not None


def test_isolation_a_short_text_needs_no_process(
    reader: IsolatedReader, article_path: Path
) -> None:
    assert reader.read(article_path) == read_file(article_path)
    assert reader.process_id is None


def test_isolation_a_long_text_is_read_in_the_process(
    reader: IsolatedReader, tmp_path: Path
) -> None:
    path = tmp_path / "largo.txt"
    path.write_text("Una línea cualquiera de un libro.\n" * 20_000)
    assert reader.read(path) == read_file(path)
    assert reader.process_id is not None


def test_isolation_one_process_reads_several_files(reader: IsolatedReader) -> None:
    reader.read(DOCX)
    first = reader.process_id
    reader.read(SEEDS / "muestra.md")
    assert reader.process_id == first


def test_isolation_a_function_gets_its_arguments(reader: IsolatedReader) -> None:
    parsed = reader.call(misbehaving.succeed, "Título", name="x", text="Texto")
    assert (parsed.document.title, parsed.document.text) == ("Título", "Texto")


def test_isolation_an_error_comes_back_with_its_values(reader: IsolatedReader) -> None:
    with pytest.raises(DocumentError, match=r"“a\{b\}\.docx” is no good\.") as caught:
        reader.call(misbehaving.refuse, "a{b}.docx", name="x")
    assert caught.value.template == "“{path}” is no good."
    assert caught.value.values == {"path": "a{b}.docx"}


@pytest.mark.parametrize(
    "kind", [ReaderError, DocumentError, ModelError, LibraryError, ExportError]
)
def test_isolation_errors_survive_pickling(kind: type[ReaderError]) -> None:
    error = kind("“{path}”: {reason}", path=Path("a{b}"), reason="{")
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is kind
    assert (str(again), again.template, again.values) == (str(error), error.template, error.values)


@posix
def test_isolation_what_takes_too_long_is_given_up(pipe: Path) -> None:
    reader = IsolatedReader(limit_s=0.3)
    call = Call(lambda: reader.call(misbehaving.hang, pipe, name="lento.pdf"))
    assert pipe.read_text() == "begun"
    assert str(call.join()).startswith("“lento.pdf” was given up: reading it takes too long.")
    assert reader.process_id is None
    reader.close()


@posix
def test_isolation_the_converter_ends_with_the_process(reader: IsolatedReader, pipe: Path) -> None:
    call = Call(lambda: reader.call(misbehaving.hang_with_child, pipe, name="x"))
    child = int(pipe.read_text())
    assert is_running(child)
    reader.cancel()
    assert isinstance(call.join(), CalledOffError)
    assert wait_until_gone(child)


def test_isolation_a_process_that_dies_is_told_and_replaced(reader: IsolatedReader) -> None:
    with pytest.raises(DocumentError, match=r"“roto\.pdf” could not be read, because the program"):
        reader.call(misbehaving.die, name="roto.pdf")
    assert reader.read(DOCX).document.title


def test_isolation_a_bug_is_told_and_the_process_stays(
    reader: IsolatedReader, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(DocumentError, match="broke down"):
        reader.call(misbehaving.have_a_bug, name="x")
    assert "ZeroDivisionError" in capfd.readouterr().err
    before = reader.process_id
    assert before is not None
    assert reader.read(DOCX).document.title
    assert reader.process_id == before


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such limit")
def test_isolation_what_takes_too_much_memory_is_given_up(reader: IsolatedReader) -> None:
    with pytest.raises(
        DocumentError, match=r"“grande\.pdf” was given up: reading it takes too much"
    ):
        reader.call(misbehaving.take_memory, 2048, name="grande.pdf")
    assert reader.read(DOCX).document.title


@posix
def test_isolation_a_process_that_was_killed_meanwhile_is_replaced(reader: IsolatedReader) -> None:
    reader.read(DOCX)
    first = reader.process_id
    assert first is not None
    os.kill(first, signal.SIGKILL)
    assert reader.read(DOCX).document.title
    assert reader.process_id != first


def test_isolation_a_process_that_nobody_needs_ends_and_is_replaced() -> None:
    reader = IsolatedReader(idle_s=0.1)
    reader.read(DOCX)
    process, first = reader._process, reader.process_id
    assert process is not None
    assert wait([process.sentinel], HERE_S)
    assert reader.read(DOCX).document.title
    assert reader.process_id != first
    reader.close()


@posix
def test_isolation_reading_can_be_called_off(reader: IsolatedReader, pipe: Path) -> None:
    call = Call(lambda: reader.call(misbehaving.hang, pipe, name="x"))
    assert pipe.read_text() == "begun"
    reader.cancel()
    assert isinstance(call.join(), CalledOffError)
    assert reader.read(DOCX).document.title


def test_isolation_calling_off_nothing_does_no_harm(reader: IsolatedReader) -> None:
    reader.cancel()
    assert reader.read(DOCX).document.title


@posix
def test_isolation_closing_ends_what_is_read_and_the_process(
    reader: IsolatedReader, pipe: Path
) -> None:
    call = Call(lambda: reader.call(misbehaving.hang, pipe, name="x"))
    assert pipe.read_text() == "begun"
    process_id = reader.process_id
    assert process_id is not None
    reader.close()
    assert isinstance(call.join(), CalledOffError)
    assert wait_until_gone(process_id)
    with pytest.raises(CalledOffError):
        reader.read(DOCX)


@posix
def test_isolation_the_process_ends_with_its_parent(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "import os, signal\n"
        "from pathlib import Path\n"
        "from reader.formats.isolation import IsolatedReader\n"
        "if __name__ == '__main__':\n"
        "    reader = IsolatedReader()\n"
        f"    reader.read(Path({str(DOCX)!r}))\n"
        "    print(reader.process_id, flush=True)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    root = str(SEEDS.parent)
    ended = subprocess.run(
        [sys.executable, str(program)],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": root},
        timeout=HERE_S,
        check=False,
    )  # returns only when the process too has closed its standard output
    assert ended.returncode == -signal.SIGKILL
    assert wait_until_gone(int(ended.stdout))  # closing its output isn't the last thing it does

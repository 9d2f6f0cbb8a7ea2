"""The import without a window: what becomes of each file, and of the library."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.core.errors import LibraryError
from reader.core.imports import Changed, Fate, Progress, Report
from reader.core.shelf import ArticleQuery
from reader.importing.engine import Importer
from reader.store.library import Library
from tests.conftest import SEEDS

HERE_S = 60


class Run:
    """A library, and imports into it."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.progress: list[Progress] = []
        self.errors: list[LibraryError] = []
        self.on_progress: Callable[[Progress], None] = lambda _progress: None
        self.on_stuck: Callable[[], None] = lambda: None
        self.importer = self._made(None)

    def _made(self, model: str | None) -> Importer:
        return Importer(self.library, model=model, progressed=self._progressed, stuck=self._stuck)

    def use(self, model: str) -> None:
        self.importer.close()
        self.importer = self._made(model)

    def __call__(self, *paths: Path, changed: Changed = Changed.LEAVE) -> Report:
        return self.importer.run(paths, changed=changed)

    def titles(self) -> list[str]:
        found = self.library.shelf.articles(ArticleQuery())
        return sorted(summary.title for summary in found)

    def _progressed(self, progress: Progress) -> None:
        self.progress.append(progress)
        self.on_progress(progress)

    def _stuck(self, error: LibraryError) -> None:
        self.errors.append(error)
        self.on_stuck()


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Run]:
    with Library.open(tmp_path / "library.sqlite") as library:
        run = Run(library)
        yield run
        run.importer.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "artículos"
    folder.mkdir()
    return folder


def write(folder: Path, name: str, text: str = "") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{name}\n\n" + (text or f"Ana Ruiz llegó a Lima con {name} bajo el brazo."))
    return path


def fates(report: Report) -> dict[str, Fate]:
    return {item.path.name: item.fate for item in report.items}


def test_engine_broken_files_among_good_ones_stop_nothing(run: Run, folder: Path) -> None:
    write(folder, "a.txt")
    (folder / "b.txt").write_bytes(b"")
    (folder / "c.pdf").write_bytes(b"%PDF-1.7 y nada")
    (folder / "d.docx").write_bytes(b"PK\x03\x04 roto")
    write(folder, "sub/e.txt")
    report = run(folder)
    assert fates(report) == {
        "a.txt": Fate.ADDED,
        "b.txt": Fate.FAILED,
        "c.pdf": Fate.FAILED,
        "d.docx": Fate.FAILED,
        "e.txt": Fate.ADDED,
    }
    for item in report.of(Fate.FAILED):
        assert str(item.path) in str(item.error)
        assert "\n" not in str(item.error)
    assert run.titles() == ["a.txt", "sub/e.txt"]
    assert report.left == 0


def test_engine_imported_articles_are_unread(run: Run, folder: Path) -> None:
    write(folder, "a.txt")
    run(folder)
    assert run.library.shelf.count(ArticleQuery(unread=True)) == 1


def test_engine_tells_how_far_it_is(run: Run, folder: Path) -> None:
    for number in range(5):
        write(folder, f"{number}.txt")
    run(folder)
    counting = [progress for progress in run.progress if progress.is_counting]
    assert counting
    assert counting[-1].total == 5
    steps = [progress for progress in run.progress if not progress.is_counting]
    assert [(progress.done, progress.total) for progress in steps] == [(n, 5) for n in range(6)]


def test_engine_the_same_articles_again_are_there(run: Run, folder: Path) -> None:
    write(folder, "a.txt")
    run(folder)
    (folder / "copia.txt").write_bytes((folder / "a.txt").read_bytes())
    assert fates(run(folder)) == {"a.txt": Fate.THERE, "copia.txt": Fate.THERE}
    assert len(run.titles()) == 1


def test_engine_an_article_of_the_trash_comes_back(run: Run, folder: Path) -> None:
    write(folder, "a.txt")
    (item,) = run(folder).items
    run.library.shelf.delete([item.document_id])
    assert fates(run(folder)) == {"a.txt": Fate.RESTORED}
    assert run.titles() == ["a.txt"]


@pytest.mark.parametrize(
    ("changed", "fate", "count", "has_new_text"),
    [
        (Changed.LEAVE, Fate.CHANGED, 1, False),
        (Changed.UPDATE, Fate.UPDATED, 1, True),
        (Changed.SEPARATE, Fate.ADDED, 2, True),
    ],
)
def test_engine_a_changed_version(
    run: Run, folder: Path, changed: Changed, fate: Fate, count: int, has_new_text: bool
) -> None:
    text = "Ana Ruiz llegó a Lima el martes por la tarde con tres maletas y un paraguas rojo. " * 3
    path = write(folder, "a.txt", text)
    run(path)
    write(folder, "a.txt", text + "Se marchó el jueves.")
    (item,) = run(path, changed=changed).items
    assert item.fate is fate
    assert len(run.titles()) == count
    document = run.library.document(item.document_id)
    assert document is not None
    assert ("jueves" in document.text) is has_new_text


def test_engine_a_file_that_vanishes_meanwhile_is_one_sentence(run: Run, folder: Path) -> None:
    for number in range(9):
        write(folder, f"{number}.txt")

    def vanish(progress: Progress) -> None:
        if progress.done == 1:
            (folder / "8.txt").unlink()

    run.on_progress = vanish
    report = run(folder)
    (failed,) = report.of(Fate.FAILED)
    assert failed.path.name == "8.txt"
    assert "There is no file" in str(failed.error)
    assert len(run.titles()) == 8


def test_engine_paused_it_begins_no_other_file_until_resumed(run: Run, folder: Path) -> None:
    for number in range(9):
        write(folder, f"{number}.txt")
    paused, reached = threading.Event(), []

    def pause(progress: Progress) -> None:
        if progress.done == 3 and not paused.is_set():
            run.importer.pause()
            paused.set()

    run.on_progress = pause

    def resume() -> None:
        assert paused.wait(HERE_S)
        reached.append(run.progress[-1].done)
        run.importer.resume()

    thread = threading.Thread(target=resume)
    thread.start()
    report = run(folder)
    thread.join(HERE_S)
    assert reached == [3]
    assert report.kept == 9


def test_engine_cancelled_it_keeps_what_it_has_and_says_what_is_left(
    run: Run, folder: Path
) -> None:
    for number in range(9):
        write(folder, f"{number}.txt")
    run.on_progress = lambda progress: run.importer.cancel() if progress.done == 3 else None
    report = run(folder)
    assert (report.kept, report.left) == (3, 6)
    assert len(run.titles()) == 3


def test_engine_cancelled_while_a_file_is_being_read(run: Run, folder: Path) -> None:
    (folder / "a.pdf").write_bytes((SEEDS / "muestra.pdf").read_bytes())
    timer = threading.Timer(0.05, run.importer.cancel)
    timer.start()
    report = run(folder)
    timer.join()
    assert report.left + report.kept == 1


def test_engine_full_disk_waits_and_goes_on_when_there_is_room(run: Run, folder: Path) -> None:
    write(folder, "a.txt")
    write(folder, "b.txt", "Una palabra tras otra. " * 40_000)
    write(folder, "c.txt")
    run(folder / "a.txt")
    db = run.library._db
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    db.execute(f"PRAGMA max_page_count = {pages + 40}")

    def make_room() -> None:
        db.execute("PRAGMA max_page_count = 1000000")
        run.importer.resume()

    run.on_stuck = make_room
    report = run(folder)
    assert ["no room" in str(error) for error in run.errors] == [True]
    assert list(fates(report).values()) == [Fate.THERE, Fate.ADDED, Fate.ADDED]


def test_engine_full_disk_leaves_the_library_whole_when_called_off(run: Run, folder: Path) -> None:
    write(folder, "a.txt")
    write(folder, "b.txt", "Una palabra tras otra. " * 40_000)
    write(folder, "c.txt")
    run(folder / "a.txt")
    db = run.library._db
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    db.execute(f"PRAGMA max_page_count = {pages + 40}")
    run.on_stuck = run.importer.cancel
    report = run(folder)
    assert fates(report) == {"a.txt": Fate.THERE, "b.txt": Fate.FAILED}
    assert report.left == 1
    assert run.titles() == ["a.txt"]
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_engine_error_of_the_program_in_one_file_does_not_stop_the_rest(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, "a.txt")
    write(folder, "b.txt")
    read = run.importer._reader.read

    def stumble(path: Path):
        if path.name == "a.txt":
            raise ZeroDivisionError
        return read(path)

    monkeypatch.setattr(run.importer._reader, "read", stumble)
    monkeypatch.setattr("sys.excepthook", lambda *_: None)
    report = run(folder)
    assert fates(report) == {"a.txt": Fate.FAILED, "b.txt": Fate.ADDED}


def test_engine_doubtful_article_is_kept_and_says_so(run: Run, folder: Path) -> None:
    page = (
        "<!doctype html><html><head><title>Diario</title></head><body><p>Este contenido es solo "
        "para suscriptores. Suscríbete para seguir leyendo.</p></body></html>"
    )
    (folder / "muro.html").write_text(page)
    (item,) = run(folder).items
    assert item.fate is Fate.ADDED
    assert item.doubt is not None


@pytest.mark.model
def test_engine_names_are_found_in_every_article(run: Run, folder: Path) -> None:
    run.use("")
    for number in range(3):
        write(folder, f"{number}.txt")
    report = run(folder)
    run.importer.finish_names()
    assert run.importer.unnamed == 0
    assert run.library.shelf.unrecognized() == []
    model = run.library.latest_model(report.items[0].document_id)
    assert model is not None
    recognition = run.library.recognition(report.items[0].document_id, model)
    assert recognition is not None
    assert {"Ana Ruiz", "Lima"} <= {entity.name for entity in recognition.entities}


@pytest.mark.model
def test_engine_names_not_found_yet_are_found_later(run: Run, folder: Path) -> None:
    for number in range(3):
        write(folder, f"{number}.txt")
    run(folder)
    assert len(run.library.shelf.unrecognized()) == 3
    run.use("")
    run.importer.catch_up()
    assert run.library.shelf.unrecognized() == []


@pytest.mark.model
def test_engine_held_it_searches_no_article_for_names(run: Run, folder: Path) -> None:
    run.use("")
    run.importer.hold(True)
    write(folder, "a.txt")
    report = run(folder)
    assert (report.kept, report.unnamed) == (1, 1)
    run.importer.hold(False)
    run.importer.finish_names()
    assert run.importer.unnamed == 0

"""What can be read of a damaged library is saved in another."""

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from reader.core.backups import Reason
from reader.core.errors import DamagedLibraryError, LibraryError
from reader.store.backups import make_backup
from reader.store.library import Library
from reader.store.salvage import _tables, salvage
from tests.durability.driver import prepare
from tests.store.examples import annotation, kept, naming, news, person
from tests.store.test_schema import make


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the path of a library with 200 articles, each with an annotation."""
    path = tmp_path / "library.sqlite"
    with Library.open(path) as library:
        for number in range(200):
            text = f"Serguéi Lavrov dijo {number} cosas. " + "Y siguió hablando. " * 60
            added = library.shelf.add(news(text, title=f"Artículo {number}"))
            document = kept(library, added.document_id)
            library.save_annotation(annotation(document, f"a{number}"))
            found = naming(document, person("Serguéi Lavrov"))
            stored = library.store_recognition(found)
            library.save_note(stored.entities[0].id, "Ministro.")
    return path


def counts(path: Path) -> tuple[int, int, int]:
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        tables = ("documents", "annotations", "notes")
        return tuple(db.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in tables)  # type: ignore[return-value]


def pages_of_the_schema(path: Path) -> set[int]:
    """Return the numbers, from 0, of the pages that say which tables there are."""
    with closing(sqlite3.connect(path)) as db:
        return {
            row[0] - 1 for row in db.execute("SELECT pageno FROM dbstat WHERE name='sqlite_schema'")
        }


def test_salvage_of_a_whole_library_loses_nothing(path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    saved = salvage(path, tmp_path / "saved.sqlite")
    assert counts(saved.path) == counts(path) == (200, 200, 1)
    assert saved.lost == 0
    assert saved.holdings.articles == 200
    assert path.read_bytes() == before
    with Library.open(path) as one, Library.open(saved.path) as other:
        assert [d.id for d in one.documents()] == [d.id for d in other.documents()]
        assert one.document(one.documents()[3].id) == other.document(one.documents()[3].id)
        assert other.search.find("hablando") == one.search.find("hablando")


@pytest.mark.parametrize("seed", range(6))
def test_salvage_gets_most_out_of_a_damaged_library(path: Path, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(path.read_bytes())
    pages = range(len(data) // 4096 // 3, len(data) // 4096)
    for page in chance.sample(pages, 6):
        data[page * 4096 : (page + 1) * 4096] = chance.randbytes(4096)
    path.write_bytes(data)
    saved = salvage(path, tmp_path / "saved.sqlite")
    articles, annotations, _ = counts(saved.path)
    assert articles > 100
    assert annotations > 100
    with Library.open(saved.path) as library:
        for summary in library.documents():
            document = kept(library, summary.id)
            if document.text == document.title:  # its text is lost, but not what was said of it
                assert library.annotations(document.id) == []
                assert len(library.shelf.orphans(document.id)) <= 1
            else:
                assert document.text.startswith("Serguéi Lavrov dijo")


def test_salvage_of_an_old_library_makes_one_of_today(tmp_path: Path) -> None:
    path = make(tmp_path / "library.sqlite", 2)
    saved = salvage(path, tmp_path / "saved.sqlite")
    with Library.open(saved.path) as library:
        assert library.documents()
    assert saved.holdings.annotations > 0


def test_salvage_of_a_cut_library(path: Path, tmp_path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(DamagedLibraryError):
        Library.open(path)
    try:
        saved = salvage(path, tmp_path / "saved.sqlite")
    except LibraryError:
        assert not (tmp_path / "saved.sqlite").exists()
    else:
        counts(saved.path)


@pytest.mark.parametrize("content", [b"", b"not a library" * 999, bytes(50_000)])
def test_salvage_of_nothing_says_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "library.sqlite"
    path.write_bytes(content)
    with pytest.raises(LibraryError, match="Nothing could be saved"):
        salvage(path, tmp_path / "saved.sqlite")
    assert [each.name for each in tmp_path.iterdir()] == ["library.sqlite"]


def test_salvage_takes_no_other_files_place(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "saved.sqlite"
    target.write_text("mine")
    with pytest.raises(LibraryError, match="there already"):
        salvage(path, target)
    assert target.read_text() == "mine"


@pytest.mark.parametrize("which", ["all", "first", "others"])
def test_salvage_finds_the_tables_where_the_schema_is_damaged(
    path: Path, tmp_path: Path, which: str
) -> None:
    before = counts(path)
    pages = pages_of_the_schema(path)
    assert len(pages) > 5
    damage(path, {"all": pages, "first": {0}, "others": pages - {0}}[which])
    damaged = path.read_bytes()
    with pytest.raises(LibraryError):
        Library.open(path)
    saved = salvage(path, tmp_path / "saved.sqlite")
    assert counts(saved.path) == before
    assert saved.rows["annotations"] == before[1]
    assert saved.rows["texts"] == before[0]
    assert path.read_bytes() == damaged


def test_salvage_through_a_link_has_what_is_in_the_log_alone(path: Path, tmp_path: Path) -> None:
    """A log lies beside the file that was opened, which is where the link leads."""
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "library.sqlite"
    with Library.open(path) as library:
        library.shelf.add(news("Lo último que se guardó.", title="Último"))
        copied = tmp_path / "copied.sqlite"
        for end in ("", "-wal"):  # as after a crash: nothing was brought from the log to the file
            shutil.copy(f"{path}{end}", f"{copied}{end}")
    link.symlink_to(copied)
    saved = salvage(link, tmp_path / "saved.sqlite")
    assert saved.holdings.articles == 201


def test_salvage_of_a_damaged_beginning_has_what_is_in_the_log_alone(
    path: Path, tmp_path: Path
) -> None:
    with Library.open(path) as library:
        library.shelf.add(news("Lo último que se guardó.", title="Último"))
        copied = tmp_path / "copied.sqlite"
        for end in ("", "-wal"):
            shutil.copy(f"{path}{end}", f"{copied}{end}")
    damage(copied, {0})
    saved = salvage(copied, tmp_path / "saved.sqlite")
    assert saved.holdings.articles == 201


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a library with something of everything."""
    path = tmp_path_factory.mktemp("rich") / "library.sqlite"
    prepare(path, seed=3)
    return path


def rows_of(path: Path) -> dict[str, set[tuple[object, ...]]]:
    """Return what is in each table that isn't derived."""
    with Library.open(path) as library:
        db = library._db
        return {table: set(db.execute(f"SELECT * FROM {table}")) for table in _tables(db)}


def noise_in_the_schema(path: Path) -> None:
    damage(path, pages_of_the_schema(path))


def move_and_put_noise_in_the_schema(path: Path) -> None:
    """Have the tables begin at pages that nothing tells of any more."""
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE before_all (x)")
        rows = db.execute("SELECT sql FROM sqlite_schema WHERE name = 'labels'").fetchall()
        assert rows
        db.execute("VACUUM")
    noise_in_the_schema(path)


def move_but_keep_a_backup(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("VACUUM")
    make_backup(path, Reason.BY_HAND)
    noise_in_the_schema(path)


def noise_in_the_pages_above(path: Path) -> None:
    """Damage what says which pages belong to a table, but none with rows in it."""
    data = path.read_bytes()
    above = range(1, len(data) // 4096)
    damage(path, {page for page in above if data[page * 4096] == TABLE_INTERIOR})


TABLE_INTERIOR = 5


@pytest.mark.parametrize(
    "harm",
    [
        noise_in_the_schema,
        move_and_put_noise_in_the_schema,
        move_but_keep_a_backup,
        noise_in_the_pages_above,
    ],
)
def test_salvage_loses_nothing_where_no_row_is_damaged(
    rich: Path, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    path = tmp_path / "library.sqlite"
    shutil.copy(rich, path)
    before = rows_of(path)
    harm(path)
    saved = salvage(path, tmp_path / "saved.sqlite")
    after = rows_of(saved.path)
    cached = {"name_words"}  # two columns of text, as many an index has
    assert {name for name in before if before[name] != after[name]} <= cached
    assert saved.rows == {name: len(rows) for name, rows in after.items() if rows}


def damage(path: Path, pages: set[int], seed: int = 1) -> None:
    """Put noise in the place of these pages, numbered from 0."""
    chance = random.Random(seed)
    data = bytearray(path.read_bytes())
    for page in pages:
        data[page * 4096 : (page + 1) * 4096] = chance.randbytes(4096)
    path.write_bytes(data)

import os
import sys
from pathlib import Path
from typing import Any

import pytest

from reader.core.folders import MOST_LEVELS, Skipped, find_files

SUFFIXES = frozenset({".txt", ".html"})
links = pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("texto")


def names(folder: Path, **options: Any) -> list[str]:
    found = find_files([folder], suffixes=SUFFIXES, **options)
    return [path.relative_to(folder).as_posix() for path in found.files]


def test_folders_files_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    make(tmp_path, "b/z.txt", "B.txt", "a.TXT", "b/c/d.html", "a/1.txt")
    assert names(tmp_path) == ["a.TXT", "B.txt", "a/1.txt", "b/z.txt", "b/c/d.html"]


def test_folders_what_is_hidden_or_unsupported_is_counted(tmp_path: Path) -> None:
    make(tmp_path, ".oculto.txt", ".git/x.txt", "~$carta.txt", "foto.jpg", "sin_sufijo", "bien.txt")
    found = find_files([tmp_path], suffixes=SUFFIXES)
    assert [path.name for path in found.files] == ["bien.txt"]
    assert found.skipped == Skipped(hidden=3, unsupported=2)
    assert found.skipped.total == 5


def test_folders_parts_of_a_saved_page_are_no_articles(tmp_path: Path) -> None:
    make(tmp_path, "Nota.html", "Nota_files/marco.html", "otra_files/suelta.html")
    found = find_files([tmp_path], suffixes=SUFFIXES)
    assert [path.name for path in found.files] == ["Nota.html", "suelta.html"]
    assert found.skipped == Skipped(parts=1)


def test_folders_a_file_itself_always_counts_and_only_once(tmp_path: Path) -> None:
    make(tmp_path, ".oculto.jpg", "a.txt")
    paths = [tmp_path / ".oculto.jpg", tmp_path / "a.txt", tmp_path]
    found = find_files(paths, suffixes=SUFFIXES)
    assert [path.name for path in found.files] == [".oculto.jpg", "a.txt"]


@links
def test_folders_links_in_a_circle_are_survived(tmp_path: Path) -> None:
    make(tmp_path, "dentro/a.txt")
    (tmp_path / "dentro" / "arriba").symlink_to(tmp_path)
    (tmp_path / "fuera").symlink_to("/")
    (tmp_path / "yo.txt").symlink_to("yo.txt")
    found = find_files([tmp_path], suffixes=SUFFIXES)
    # The link to itself is for the reading to refuse, in one sentence.
    assert [path.name for path in found.files] == ["yo.txt", "a.txt"]
    assert found.skipped == Skipped(links=2)


@links
def test_folders_a_link_that_was_chosen_itself_is_followed(tmp_path: Path) -> None:
    make(tmp_path, "hay/a.txt")
    (tmp_path / "enlace").symlink_to(tmp_path / "hay")
    assert names(tmp_path / "enlace") == ["a.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes")
def test_folders_a_pipe_is_no_article(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "tubo.txt")
    assert find_files([tmp_path], suffixes=SUFFIXES).skipped == Skipped(unsupported=1)


def test_folders_more_than_is_taken_at_once_is_counted(tmp_path: Path) -> None:
    make(tmp_path, *(f"{n}.txt" for n in range(9)))
    found = find_files([tmp_path], suffixes=SUFFIXES, most=4)
    assert (len(found.files), found.skipped.beyond) == (4, 5)


def test_folders_too_deep_is_counted(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * (MOST_LEVELS + 1))
    make(deep, "a.txt")
    make(deep.parent, "b.txt")
    found = find_files([tmp_path], suffixes=SUFFIXES)
    assert [path.name for path in found.files] == ["b.txt"]
    assert found.skipped.beyond == 1


def test_folders_the_search_can_be_stopped(tmp_path: Path) -> None:
    make(tmp_path, "a/1.txt", "b/2.txt", "c/3.txt")
    found = find_files([tmp_path], suffixes=SUFFIXES, go_on=lambda count: count < 2)
    assert len(found.files) == 2


def test_folders_one_that_cannot_be_looked_into_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, "cerrada/a.txt", "abierta/b.txt")
    scan = os.scandir

    def refuse(path: Path):
        if Path(path).name == "cerrada":
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr("reader.core.folders.os.scandir", refuse)
    found = find_files([tmp_path], suffixes=SUFFIXES)
    assert [path.name for path in found.files] == ["b.txt"]
    ((path, error),) = found.failures
    assert path.name == "cerrada"
    assert "can't be looked into (Permission denied)" in str(error)
